"""Every engagement has a code, and the right one."""

import re
from itertools import product

import pytest

from core.errors import LexiconError
from core.lexicon import event_codes as module
from core.lexicon.event_codes import event_code, event_codes
from core.model import Kind, Status


@pytest.mark.parametrize(
    ("kind", "status", "host", "cameo", "plover"),
    [
        pytest.param("call", "held", "", "041", "CONSULT phone", id="a call"),
        pytest.param("visit", "held", "RUS", "042", "CONSULT visit", id="a visit"),
        pytest.param("bilateral", "held", "IND", "042", "CONSULT visit", id="talks at home of a side"),
        pytest.param("bilateral", "held", "LAO", "044", "CONSULT third-party", id="talks in a third country"),
        pytest.param("bilateral", "held", "", "040", "CONSULT", id="talks nobody knows where"),
        pytest.param("multilateral", "held", "LAO", "040", "CONSULT multilateral", id="many at a table"),
        pytest.param("exercise", "held", "IND", "062", "COOPERATE military", id="an exercise"),
        pytest.param("bilateral", "planned", "LAO", "036", "AGREE diplomatic", id="planned talks"),
        pytest.param("exercise", "planned", "", "0312", "AGREE military", id="a planned exercise"),
        pytest.param("visit", "cancelled", "RUS", "125", "REJECT meet diplomatic", id="a visit called off"),
    ],
)
def test_code(kind: str, status: str, host: str, cameo: str, plover: str) -> None:
    code = event_code(Kind(kind), Status(status), ("IND", "RUS"), host)
    assert code.cameo == cameo
    assert " ".join(part for part in (code.plover, code.mode, code.context) if part) == plover


def test_every_engagement_has_a_code() -> None:
    for kind, status, host in product(Kind, Status, ("IND", "LAO", "")):
        code = event_code(kind, status, ("IND", "RUS"), host)
        assert re.fullmatch(r"(03|04|06|12)\d{1,2}", code.cameo)
        assert code.cameo_root == code.cameo[:2]


def test_every_entry_is_reached() -> None:
    reached = {
        event_code(*asked[:2], ("IND",), asked[2]) for asked in product(Kind, Status, ("IND", "LAO", ""))
    }
    assert reached == set(event_codes().values())


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param({"kind": "party"}, "party", id="an unknown kind"),
        pytest.param({"place": "home"}, "place must be", id="an unknown place"),
        pytest.param({"cameo": "x"}, "cameo a number", id="no number"),
        pytest.param({"source": ""}, "source", id="no source"),
    ],
)
def test_a_broken_entry_is_named(row: dict[str, str], problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {"kind": "call", "status": "held", "place": "", "cameo": "041", "plover": "CONSULT"}
    rest = {"mode": "", "context": "", "note": "", "source": "somewhere"}
    monkeypatch.setattr(module, "read_csv", lambda _: [whole | rest | row])
    with pytest.raises(LexiconError, match=problem):
        event_codes.__wrapped__()
