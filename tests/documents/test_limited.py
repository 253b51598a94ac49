"""Reading in a limited process: the same documents as here, limits, processes that end, threads."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from core.documents import limited
from core.documents.limited import decoded, encoded, read_limited
from core.documents.read import read_data
from core.model import Document, Problem, PublishedBasis, Trouble

MAIL = b"Subject: Talks\nDate: Fri, 28 Apr 2023 10:00:00 +0000\n\nThe ministers met and spoke of trade.\n"


def test_the_same_as_here(monkeypatch: pytest.MonkeyPatch) -> None:
    there = list(read_data(MAIL, "a.eml", date(2023, 5, 1)))
    monkeypatch.setenv(limited.INSIDE, "1")
    assert there == list(read_data(MAIL, "a.eml", date(2023, 5, 1)))
    assert isinstance(there[0], Document)


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(Problem("a", Trouble.EMPTY, "there is no text in it"), id="problem"),
        pytest.param(Document("a", "text \ud800 \u2028"), id="bare document"),
        pytest.param(Document("a", "", "t", date(2023, 4, 28), PublishedBasis.BYLINE, "s", "u", "en", (3, "ab")), id="full document"),
    ],
)  # fmt: skip
def test_what_is_sent_comes_back(read: Document | Problem) -> None:
    assert decoded(encoded(read)) == read


def read_one(data: bytes = MAIL, name: str = "a.eml") -> Document | Problem:
    (found,) = read_limited(data, name, None)
    return found


def test_too_long_is_a_problem_and_the_next_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "_IDLE", [])
    with monkeypatch.context() as hurried:
        hurried.setattr(limited, "WALL_SECONDS", 0.001)
        found = read_one()
    assert isinstance(found, Problem)
    assert found.problem is Trouble.TOO_LARGE
    assert isinstance(read_one(), Document)


def test_too_large_is_not_even_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "LARGEST", 10)
    found = read_one()
    assert isinstance(found, Problem)
    assert found.problem is Trouble.TOO_LARGE


def test_a_process_that_has_ended_is_replaced() -> None:
    read_one()
    for reader in limited._IDLE:
        reader.process.kill()
        reader.process.wait()
    assert isinstance(read_one(), Document)


def test_a_process_is_used_again_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    held_here = bytearray(600_000_000)  # what this process holds is not what the other one does
    held_here[::4096] = b"x" * len(held_here[::4096])
    monkeypatch.setattr(limited, "_IDLE", [])
    monkeypatch.setattr(limited, "_USES", 2)
    read_one()
    (reader,) = limited._IDLE
    read_one()
    assert limited._IDLE == []
    assert reader.process.poll() is not None


def test_too_much_memory_is_a_problem_and_the_next_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "_IDLE", [])
    with monkeypatch.context() as poorer:
        poorer.setattr(limited, "MEMORY_BYTES", 200_000_000)
        found = read_one(MAIL + b"They met. " * 9_000_000)
    assert isinstance(found, Problem)
    assert found.problem is Trouble.TOO_LARGE
    assert isinstance(read_one(), Document)


def test_many_threads_get_their_own_documents() -> None:
    mails = {f"{number}.eml": MAIL.replace(b"trade", b"trade %d" % number) for number in range(40)}
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(read_one, mails.values(), mails))
    assert [one.doc_id for one in found] == list(mails)
    assert [replace(one, doc_id="") for one in found] == [replace(read_one(mail), doc_id="") for mail in mails.values()]  # fmt: skip
