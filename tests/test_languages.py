"""The app in another language: from the address, kept on all pages, with the same rows, and back."""

import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from gettext import NullTranslations

import pytest
from streamlit.testing.v1 import AppTest

from core.exports.formats import VIEW_FORMATS
from core.exports.selection import Selection
from core.language import speak
from core.language.speak import speaking
from core.lexicon.forums import forums
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow
from core.views.network import as_edge_list, as_graphml, network, who_met_whom
from core.views.terms import COUNTRY
from tests.test_pages import PAGES, _sample, data, opened, words_of

__all__ = ["_sample", "data"]

Query = Mapping[str, str | Sequence[str]]


def labels(app: AppTest) -> list[str]:
    return [widget.label for widget in (*app.multiselect, *app.text_input, *app.get("button_group"))]


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        pytest.param({"lang": "hi"}, Filters(), id="nothing asked"),
        pytest.param(
            {"lang": "hi", "country": ["United States USA", "Russia RUS"], "kind": "call"},
            Filters(countries=("USA", "RUS"), kinds=("call",)),
            id="an English link in Hindi",
        ),
        pytest.param(
            {"lang": "hi", "country": ["संयुक्त राज्य USA", "रूस RUS"], "kind": "फ़ोन वार्ता"},
            Filters(countries=("USA", "RUS"), kinds=("call",)),
            id="a Hindi link in Hindi",
        ),
        pytest.param(
            {"country": ["संयुक्त राज्य USA", "रूस RUS"], "kind": "फ़ोन वार्ता", "track": ["रक्षा", "शीर्ष नेता"]},
            Filters(countries=("USA", "RUS"), kinds=("call",), tracks=("defence", "leaders")),
            id="a Hindi link in English",
        ),
    ],
)
def test_a_link_means_the_same_in_both_languages(query: Query, filters: Filters, data: Dataset) -> None:
    rows = len(narrow(data, filters))
    assert rows > 0
    app = opened("timeline", query)
    assert f"<b>{rows}</b>" in words_of(app)
    app.run()
    assert ("kind" in app.query_params) == ("kind" in query)


def test_the_address_chooses_the_language_and_keeps_it() -> None:
    app = opened("overview", {"lang": "hi"})
    assert app.multiselect[0].label == "देश"
    app.switch_page("pages/timeline.py").run()
    assert app.multiselect[0].label == "देश"
    assert "".join(app.query_params["lang"]) == "hi"


def test_two_readers_of_one_process_have_a_language_each() -> None:
    english, hindi = opened("engagements"), opened("engagements", {"lang": "hi"})
    english.run()
    hindi.run()
    assert (english.multiselect[0].label, hindi.multiselect[0].label) == ("Country", "देश")
    assert "दौरा" in hindi.get_by_key("kind").options
    assert "visit" in english.get_by_key("kind").options


def test_the_switch_keeps_the_filters(data: Dataset) -> None:
    asked = {"country": ["United States USA", "Russia RUS"], "kind": "call", "partner": "Russia RUS"}
    rows = len(narrow(data, Filters(countries=("USA", "RUS"), kinds=("call",))))
    assert rows > 0
    app = opened("country", asked)
    for code, label in (("hi", "देश"), ("en", "Country")):
        app.get_by_key("language").set_value(code).run()
        assert not app.exception
        assert app.multiselect[0].label == label
        assert app.session_state["country"] == ["USA", "RUS"]
        assert app.session_state["kind"] == ["call"]
        assert f"<b>{rows}</b>" in words_of(app)
    assert "".join(app.query_params["lang"]) == "en"


@pytest.mark.parametrize("asked", [pytest.param("xx", id="unknown"), pytest.param("../hi", id="a path")])
def test_an_unknown_language_is_english(asked: str) -> None:
    assert opened("overview", {"lang": asked}).multiselect[0].label == "Country"


class Marked(NullTranslations):
    """A language in which every word of the catalogue stands in brackets, so that what was forgotten stands out."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return f"⟦{one if count == 1 else many}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return message if context == COUNTRY else f"⟦{message}⟧"


def forgotten(text: str) -> str:
    """What of a text stands in no brackets and is neither markup nor a name in capitals, digits and signs."""
    depth, left = 0, ""
    for letter in text:
        depth += (letter == "⟦") - (letter == "⟧")
        left += letter if depth == 0 and letter != "⟧" else ""
    return " ".join(
        re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>|:material/\w+:|:(?:small|gray|red)\b", "", left))
    )


def said_on(app: AppTest) -> Iterator[str]:
    """Titles, headings, labels and helps of a page, its sidebar too."""
    for part in (*app.title, *app.header, *app.caption):
        yield part.value
    for part in (
        *app.metric,
        *app.button,
        *app.multiselect,
        *app.text_input,
        *app.selectbox,
        *app.date_input,
    ):
        yield part.label
        yield part.proto.help
    for part in app.get("button_group"):
        yield part.label
        yield part.proto.help
    for part in app.tabs:
        yield part.label


def test_every_page_says_its_words_through_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    known = speak.translations
    monkeypatch.setattr(speak, "translations", lambda code: Marked() if code == "hi" else known(code))
    app = opened("overview", {"lang": "hi"})
    found = []
    for page in PAGES:
        app.switch_page(f"pages/{page.stem}.py").run()
        assert not app.exception, app.exception
        found += [(page.stem, text) for text in said_on(app) if forgotten(text) and not data_in(text)]
    assert found == [], "wrap it in t() of core.language.speak"


def data_in(text: str) -> bool:
    """Whether it is a name from the data: a forum, or the title of the brief, which is English."""
    return any(name in text for name in (*forums(), "Defence engagements"))


@pytest.mark.parametrize(
    "make", [form.make for form in VIEW_FORMATS if form.suffix in ("json", "geojson", "ics")]
)
def test_files_are_english_whatever_is_spoken(make: Callable[[Selection], bytes], data: Dataset) -> None:
    selection = Selection.of(data, Filters(countries=("IND", "RUS")))
    with speaking("en"):
        english = make(selection)
    heard: list[bytes] = []
    with speaking("hi"):  # a download is made in a thread of its own, which speaks English
        thread = threading.Thread(target=lambda: heard.append(make(selection)))
        thread.start()
        thread.join()
    assert heard == [english]


def test_a_network_found_in_hindi_is_saved_in_english(data: Dataset) -> None:
    with speaking("hi"):
        found = network(data, narrow(data, Filters()), "countries")
        assert "भारत" in set(who_met_whom(found)["source_name"]) | set(who_met_whom(found)["target_name"])
    assert b"India" in as_edge_list(found)
    assert "भारत".encode() not in as_edge_list(found) + as_graphml(found)
