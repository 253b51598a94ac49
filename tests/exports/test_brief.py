"""The brief: right words for none, one and many; every line rests on a note; files that open in their own tools."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import docx
import pytest

from core.exports.brief.compose import brief, brief_as_docx, brief_as_page
from core.exports.brief.parts import Brief, shortened
from core.exports.brief.tables import over_time
from core.exports.selection import Selection
from core.language.speak import speaking
from core.views.dataset import Dataset
from core.views.filters import Filters

Make = Callable[..., Dataset]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MINISTERS = (
    {"engagement_id": "e-1", "country": "IND", "person": "Ann", "office": "Defence Minister"},
    {"engagement_id": "e-1", "country": "VNM", "person": "Bo", "office": "Defence Minister"},
)


def text_of(made: Brief) -> str:
    sections = made.sections
    lines = [said.text for section in sections for said in (*section.sentences, *section.lines)]
    return " ".join([*lines, *(section.rest for section in sections)])


def met(day: str | None = "2024-11-20", **values: Any) -> dict[str, Any]:
    return {"day": day, "countries": "IND;VNM", "evidence": "They met.", "published": "2024-11-22"} | values


@pytest.mark.parametrize(
    ("days", "title", "labels"),
    [
        pytest.param(["2023-01-05", "2025-02-01"], "Engagements a year", ["2023", "2024", "2025"], id="years"),
        pytest.param(["2024-03-05", "2024-05-01"], "Engagements a month", ["Mar", "Apr", "May"], id="months of a year"),
        pytest.param(["2024-03-05", "2024-03-07", None], "", [], id="one month"),
    ],
)  # fmt: skip
def test_the_chart_has_years_or_the_months_of_one(
    made: Make, days: list[str | None], title: str, labels: list[str]
) -> None:
    chart = over_time(made(*map(met, days)).engagements)
    assert (chart.title, [bar.label for bar in chart.bars]) == (title, labels)


@pytest.mark.parametrize(
    ("engagements", "said"),
    [
        pytest.param([met()], "tell of one engagement in which Vietnam took part; it was held.", id="one"),
        pytest.param([met(), met("2023-01-05")], "tell of 2 engagements in which Vietnam took part, all of them held. All of them are bilaterals.", id="two of a sort"),
        pytest.param([met(), met("2025-01-05", status="planned")], "one was held and one was planned.", id="one and one"),
        pytest.param([met(countries="IND;RUS")], "tell of no engagement in which Vietnam took part.", id="none"),
        pytest.param([met(), met(kind="visit"), met(kind="visit")], "By kind: 2 visits and 1 bilateral.", id="kinds"),
        pytest.param([met()], "The only one known to have been held is dated 20 Nov 2024.", id="only one held"),
        pytest.param([met(), met("2022-03-01")], "The first that was held is dated 1 Mar 2022, the latest 20 Nov 2024.", id="first and latest"),
        pytest.param([met(None)], "None is reported as held on a known date.", id="no date"),
        pytest.param([met()], "One falls in the 12 months up to 22 Nov 2024, none in the 12 months before.", id="months"),
        pytest.param([met(), met("2024-10-01")], "2 fall in the 12 months up to 22 Nov 2024, none in the 12 months before.", id="more months"),
        pytest.param([met(conflicts="date_start")], "On one of them the sources differ", id="sources differ"),
        pytest.param([met()], "No topic is named.", id="no topic"),
        pytest.param([met(topics="defence industry")], "One topic is named: defence industry (1).", id="one topic"),
        pytest.param([met()], "No contact at minister's level is reported as held.", id="no minister"),
    ],
)  # fmt: skip
def test_sentences(made: Make, engagements: list[dict[str, Any]], said: str) -> None:
    assert said in text_of(brief(Selection.of(made(*engagements), Filters(countries=("VNM",)))))


@pytest.mark.parametrize(
    ("newest", "said"),
    [
        pytest.param("2024-11-20", "that was on the day of the newest document", id="the same day"),
        pytest.param("2024-11-21", "that was one day before the newest document", id="a day"),
        pytest.param("2024-11-30", "that was 10 days before the newest document", id="days"),
    ],
)
def test_last_contact_at_ministers_level(made: Make, newest: str, said: str) -> None:
    people = "Ann (IND, Defence Minister);Bo (VNM, Defence Minister)"
    data = made(
        met(people=people, published=newest), met("2024-11-21", published=None), participants=MINISTERS
    )
    told = text_of(brief(Selection.of(data, Filters(countries=("VNM",)))))
    assert f"is dated 20 Nov 2024: {people.replace(';', ' and ')}; {said}" in told


@pytest.mark.parametrize(
    ("other", "at_ministers"),
    [
        pytest.param([], True, id="the other side's office is not told"),
        pytest.param([MINISTERS[1] | {"office": "Army Chief"}], False, id="the other side sent a chief"),
    ],
)
def test_the_level_is_the_filters(made: Make, other: list[dict[str, str]], at_ministers: bool) -> None:
    data = made(met(), participants=[*MINISTERS[:1], *other])
    assert ("No contact at minister's level" in text_of(brief(Selection.of(data, Filters())))) != at_ministers


@pytest.mark.parametrize(
    ("filters", "title"),
    [
        pytest.param(Filters(countries=("VNM",)), "Brief: Vietnam", id="a country"),
        pytest.param(Filters(countries=("IND", "VNM")), "Brief: India and Vietnam", id="a pair"),
        pytest.param(Filters(forums=("ADMM-Plus",)), "Brief: ADMM-Plus", id="a forum"),
        pytest.param(Filters(), "Brief: All engagements", id="everything"),
    ],
)
def test_what_it_is_about(made: Make, filters: Filters, title: str) -> None:
    assert brief(Selection.of(made(met()), filters)).title == title


def test_long_lists_are_cut_and_the_rest_is_counted(made: Make) -> None:
    data = made(
        *(
            met(f"2024-{1 + n // 28:02}-{1 + n % 28:02}", outcomes=f"pact {n}", evidence=f"No. {n}")
            for n in range(40)
        )
    )
    written = brief(Selection.of(data, Filters(countries=("VNM",))))
    assert "And 36 more engagements with outcomes." in text_of(written)
    assert written.sections[-1].tables[0].rest == "And 30 more engagements."
    assert len(written.notes) <= 30


def test_every_mark_has_its_note_and_each_note_its_first_mark_in_order(made: Make) -> None:
    data = made(
        met(), met("2023-01-05", evidence="Other."), met("2023-01-05", evidence="Other.", doc_id="doc-2.txt")
    )
    written = brief(Selection.of(data, Filters(countries=("VNM",))))
    marks = [
        mark
        for section in written.sections
        for said in (
            *section.sentences,
            *section.lines,
            *(cell for t in section.tables for row in t.rows for cell in row),
        )
        for mark in said.marks
    ]
    assert [mark.number for mark in marks if mark.first] == list(range(1, len(written.notes) + 1))
    assert {mark.number for mark in marks} == set(range(1, len(written.notes) + 1))
    assert len(written.notes) == 2  # the same sentence of the same document is one note


class Outline(HTMLParser):
    """Collects what a page loads or runs, the ids and the links within it."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and (value or "").startswith("#"):
                self.links.append((value or "")[1:])
            elif name in ("src", "href", "srcset", "data", "action") or name.startswith("on"):
                self.outside.append(f"{tag} {name}={value}")


def test_the_page_stands_alone(everything: Selection) -> None:
    page = brief_as_page(everything).decode()
    outline = Outline()
    outline.feed(page)
    assert outline.outside == []
    assert not {"script", "link", "img", "iframe", "object"} & set(outline.tags)
    assert "url(" not in page
    assert "@import" not in page
    assert set(outline.links) <= set(outline.ids)
    assert len(outline.ids) == len(set(outline.ids))
    assert "svg" in outline.tags
    assert "@page" in page


def test_hostile_text_is_shown_and_not_run(made: Make) -> None:
    evil = '<script>alert(1)</script><img src=x onerror="y">'
    data = made(
        met(evidence=evil, title=evil, forum=evil, city=evil, outcomes=evil, people=evil, topics=evil)
    )
    page = brief_as_page(Selection.of(data)).decode()
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_chart_is_well_formed(everything: Selection) -> None:
    found = re.search(r"<svg.*?</svg>", brief_as_page(everything).decode(), re.DOTALL)
    assert found
    root = ElementTree.fromstring(found.group())
    assert len(root.findall("{http://www.w3.org/2000/svg}rect")) >= 2
    assert "2024 1" in root.attrib["aria-label"]


def test_word_document_has_its_words_and_footnotes(everything: Selection) -> None:
    content = brief_as_docx(everything)
    written, read = brief(everything), docx.Document(io.BytesIO(content))
    text = "\n".join(paragraph.text for paragraph in read.paragraphs)
    assert all(said.text in text for section in written.sections for said in section.sentences)
    assert len(read.tables) >= 2
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        notes = ElementTree.fromstring(archive.read("word/footnotes.xml"))
        body = ElementTree.fromstring(archive.read("word/document.xml"))
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
    ids = [int(note.attrib[f"{W}id"]) for note in notes]
    assert ids == list(range(-1, len(written.notes) + 1))
    used = [int(mark.attrib[f"{W}id"]) for mark in body.iter(f"{W}footnoteReference")]
    assert used == list(range(1, len(written.notes) + 1))
    said = "".join(notes.itertext())
    assert all(note.source in said for note in written.notes)


def test_characters_that_xml_does_not_allow_break_nothing(made: Make) -> None:
    data = made(met(evidence="bell \x07 and \x00 null", title="a\x0bb", outcomes="c\x1fd"))
    assert docx.Document(io.BytesIO(brief_as_docx(Selection.of(data)))).paragraphs


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param("one two", "one two", id="short enough"),
        pytest.param("one two, three", "one two …", id="cut at a word, without its comma"),
        pytest.param("one\n two", "one two", id="on one line"),
    ],
)
def test_shortened(text: str, cut: str) -> None:
    assert shortened(text, 9) == cut


RICH = {
    "people": "Ann (IND, Defence Minister);Bo (VNM, Defence Minister)",
    "forum": "ADMM-Plus",
    "topics": "maritime security",
    "city": "Vientiane",
    "host_country": "LAO",
    "conflicts": "date_start",
}
NAMES_IN_IT = {"Ann", "Vientiane"}


def rich(make: Make) -> Selection:
    rows = [
        met(**RICH),
        met("2023-01-05", kind="visit", status="cancelled"),
        met("2025-01-05", status="planned"),
    ]
    rows += [met(f"2024-{month:02}-01", kind="call", outcomes=f"{month}") for month in range(1, 13)]
    data = make(*rows, participants=MINISTERS)
    return Selection.of(data, Filters(countries=("VNM",), first=date(2022, 1, 1), last=date(2025, 12, 31)))


def test_a_brief_in_hindi_has_no_english_but_names_quotes_and_the_citation(made: Make) -> None:
    with speaking("hi"):
        written = brief(rich(made))
    tables = [table for section in written.sections for table in section.tables]
    said = [written.title, text_of(written), *(section.title for section in written.sections)]
    said += [chart.title for section in written.sections for chart in section.charts]
    said += [text for table in tables for text in (table.title, *table.head, table.rest)]
    said += [cell.text for table in tables for row in table.rows for cell in row]
    assert set(re.findall(r"[A-Za-z]{3,}", " ".join(said))) <= NAMES_IN_IT
    assert "वियतनाम की भागीदारी वाले 2022 से 2025 तक 15 संपर्क (13 आयोजित, एक नियोजित और एक रद्द)।" in text_of(
        written
    )
    assert "Cite" not in written.citation
    assert written.citation.endswith(brief(rich(made)).citation.partition("Cite as: ")[2])


@pytest.mark.parametrize("code", ["en", "hi"])
def test_its_files_name_their_language(made: Make, code: str) -> None:
    with speaking(code):
        page, document = brief_as_page(rich(made)).decode(), brief_as_docx(rich(made))
    assert f'<html lang="{code}">' in page
    assert ("@font-face" in page) == (code == "hi")  # it brings its letters along
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        styles, text = (
            ElementTree.fromstring(parts.read(f"word/{name}.xml")) for name in ("styles", "document")
        )
    assert {
        each.get(f"{W}bidi", "")[:2]
        for each in styles.iter(f"{W}lang")
        if each.get(f"{W}val", "")[:2] == code
    } >= {code}
    sizes = [each for each in text.iter(f"{W}rPr") if each.find(f"{W}sz") is not None]
    assert sizes
    assert all(each.find(f"{W}sz").get(f"{W}val") == each.find(f"{W}szCs").get(f"{W}val") for each in sizes)  # type: ignore[union-attr]
