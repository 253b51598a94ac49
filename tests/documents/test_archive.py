"""Archives: what is in them, what is odd or hostile about them."""

import zipfile
from io import BytesIO
from itertools import islice
from warnings import catch_warnings, simplefilter

import pytest

from core.documents import archive as archives
from core.documents.nesting import Allowance
from core.documents.read import read_data
from core.errors import DocumentError
from core.model import Problem


def archive(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def outcomes(data: bytes) -> dict[str, str]:
    """What became of an archive's files: their texts or their problems."""
    found = read_data(data, "all.zip")
    return {one.doc_id: one.problem.value if isinstance(one, Problem) else one.text for one in found}


def test_archive() -> None:
    files = {"in/b.txt": b"B met C.", "in/empty.txt": b"", "a.csv": b"text\nA met B.\n", "__MACOSX/x.txt": b"x",
             ".hidden": b"x", "inner.zip": archive({"x.txt": b"X met Y."}), "in\\w.txt": b"W met V."}  # fmt: skip
    assert list(outcomes(archive(files)).items()) == [("all.zip/a.csv#1", "A met B."), ("all.zip/in/b.txt", "B met C."), ("all.zip/in/empty.txt", "empty"), ("all.zip/in/w.txt", "W met V."), ("all.zip/inner.zip/x.txt", "X met Y.")]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "doc_id"),
    [
        pytest.param("../../evil.txt", "all.zip/evil.txt", id="up"),
        pytest.param("a/../../evil.txt", "all.zip/a/evil.txt", id="up in the middle"),
        pytest.param("..\\evil.txt", "all.zip/evil.txt", id="up in Windows"),
        pytest.param("/etc/evil.txt", "all.zip/etc/evil.txt", id="absolute"),
        pytest.param("C:\\evil.txt", "all.zip/C:/evil.txt", id="a drive"),
    ],
)
def test_paths_that_lead_out(name: str, doc_id: str) -> None:
    assert outcomes(archive({name: b"A met B.", "ok..txt": b"B met C."})) == {
        doc_id: "unsupported",
        "all.zip/ok..txt": "B met C.",
    }


def test_damaged_archive() -> None:
    data = bytearray(archive({"a.txt": b"A met B. " * 100}))
    data[40:60] = b"\0" * 20
    assert list(outcomes(bytes(data)).values()) == ["unreadable"]


def test_a_part_of_an_archive() -> None:
    assert outcomes(archive({"a.txt": b"A met B. " * 100})[:-30]) == {"all.zip": "unreadable"}


def test_encrypted_entry() -> None:
    data = bytearray(archive({"a.txt": b"A met B."}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert outcomes(bytes(data)) == {"all.zip/a.txt": "encrypted"}


def test_two_files_of_one_name() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed, catch_warnings():
        simplefilter("ignore")
        packed.writestr("in/a.txt", "A met B.")
        packed.writestr("in/a.txt", "B met C.")
    found = list(read_data(out.getvalue(), "all.zip"))
    assert [(one.doc_id, isinstance(one, Problem)) for one in found] == [
        ("all.zip/in/a.txt", False),
        ("all.zip/in/a~2.txt", True),
        ("all.zip/in/a~2.txt", False),
    ]


def test_archives_within_archives_come_to_an_end() -> None:
    data = archive({"a.txt": b"A met B."})
    for _ in range(5):
        data = archive({"in.zip": data, "b.txt": b"B met C."})
    assert outcomes(data) == {
        "all.zip/b.txt": "B met C.",
        "all.zip/in.zip/b.txt": "B met C.",
        "all.zip/in.zip/in.zip/b.txt": "B met C.",
        "all.zip/in.zip/in.zip/in.zip": "too large",
    }


def test_a_bomb_and_the_rest() -> None:
    bomb = b"0" * 11_000_000
    assert outcomes(archive({"bomb.txt": bomb, "c.txt": b"C met D."})) == {
        "all.zip/bomb.txt": "too large",
        "all.zip/c.txt": "C met D.",
    }


def test_a_bomb_that_hides_its_size() -> None:
    data = archive({"bomb.txt": b"0" * 11_000_000})
    hidden = data.replace((11_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert hidden != data
    assert outcomes(hidden)["all.zip/bomb.txt"] in ("too large", "unreadable")


def test_all_archives_share_one_allowance() -> None:
    data = archive({f"{n}.zip": archive({"a.txt": b"A met B."}) for n in range(9)})
    found = archives.read_zip(data, "all.zip", None, Allowance(files=9))
    assert [one.doc_id for one in islice(found, 4)] == [f"all.zip/{n}.zip/a.txt" for n in range(4)]
    with pytest.raises(DocumentError, match="too large"):
        list(found)


def test_very_many_files_are_not_even_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_FILES", 1)
    assert outcomes(archive({f"{n}.txt": b"A met B." for n in range(3)})) == {"all.zip": "too large"}


def test_an_office_document_under_this_name() -> None:
    assert outcomes(archive({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"})) == {"all.zip": "unsupported"}  # fmt: skip
