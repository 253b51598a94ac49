"""Reports with the words that every value rests on."""

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from core.documents.published import find_published
from core.documents.read import read_file
from core.model import DateBasis, Document, Precision, PublishedBasis, Report
from core.reports.read import read_document

DOCUMENTS = sorted((Path(__file__).parents[2] / "sample_data" / "documents").glob("*.txt"))
PUBLISHED = date(2023, 4, 28)


def read(text: str, published: date | None = PUBLISHED) -> list[Report]:
    return read_document(Document("d.txt", text, published=published, published_basis=PublishedBasis.HEADER))


def words_of(report: Report, text: str, field: str) -> dict[str, str]:
    """The printed words of each value of a field."""
    return {f.value: text[f.start : f.end] for f in report.fields if f.field == field}


def wanted(report: Report) -> set[tuple[str, str]]:
    """Each value of the cells that must be shown in the text."""
    cells = {("kind", report.kind.value)}
    cells |= {("countries", code) for code in report.countries}
    cells |= {("people", str(person)) for person in report.people}
    for field in ("host_country", "city", "forum", "edition"):
        if value := getattr(report, field):
            cells.add((field, value))
    for field in ("topics", "initiatives", "outcomes"):
        cells |= {(field, value) for value in getattr(report, field)}
    return cells


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_value_has_words_in_the_text(path: Path) -> None:
    for document in read_file(path, path.name):
        assert isinstance(document, Document)
        for report in read_document(document):
            assert document.text[report.evidence_start : report.evidence_end] == report.evidence != ""
            shown: defaultdict[str, set[str]] = defaultdict(set)
            for source in report.fields:
                assert 0 <= source.start < source.end <= len(document.text), source
                assert document.text[source.start : source.end].strip(), source
                assert source.rule, source
                shown[source.field].add(source.value)
            assert {(f, v) for f, v in wanted(report) if v not in shown[f]} == set()
            assert (report.when.precision is Precision.NONE) == (not shown["date"])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_date_of_the_document_is_shown_where_it_is_printed(path: Path) -> None:
    for document in read_file(path, path.name):
        assert isinstance(document, Document)
        for report in read_document(document):
            if report.date_basis is DateBasis.HEADER:
                _, _, start, end = find_published(document.text)
                assert [(f.start, f.end) for f in report.fields if f.field == "date"] == [(start, end)]


TALKS = (
    "Defence Minister Rajnath Singh met his Belarusian counterpart, Viktor Khrenin, in New Delhi on Friday, "
    "on the sidelines of the SCO Defence Ministers' Meeting."
)


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        pytest.param("kind", "bilateral", "met", id="the verb"),
        pytest.param("status", "held", "met", id="held, by its verb"),
        pytest.param("date", "2023-04-28", "Friday", id="a weekday"),
        pytest.param("countries", "BLR", "Belarusian", id="an adjective"),
        pytest.param("countries", "IND", "Rajnath Singh", id="a country known by its minister"),
        pytest.param("city", "New Delhi", "New Delhi", id="the city"),
        pytest.param("host_country", "IND", "New Delhi", id="the host by its city"),
        pytest.param(
            "forum", "SCO Defence Ministers' Meeting", "SCO Defence Ministers' Meeting", id="the forum"
        ),
        pytest.param(
            "people", "Viktor Khrenin (BLR, Defence Minister)", "Viktor Khrenin", id="a named minister"
        ),
    ],
)
def test_words_of_one_sentence(field: str, value: str, printed: str) -> None:
    report = next(r for r in read(TALKS) if r.kind.value == "bilateral")
    assert words_of(report, TALKS, field)[value] == printed


def test_a_place_told_before_is_shown_where_it_was_told() -> None:
    text = (
        "Rajnath Singh arrived in Tashkent on Tuesday. "
        "On Wednesday he held talks with Uzbek Defence Minister Bakhodir Kurbanov."
    )
    report = next(r for r in read(text) if r.kind.value == "bilateral")
    assert words_of(report, text, "city") == {"Tashkent": "Tashkent"}
    assert words_of(report, text, "date") == {"2023-04-26": "Wednesday"}


def test_host_country_is_shown_by_its_name_behind_the_city() -> None:
    text = "Defence Minister Rajnath Singh met his Chinese counterpart, Dong Jun, in Qingdao, China, on Thursday."
    report = read(text, date(2025, 6, 27))[0]
    assert words_of(report, text, "host_country") == {"CHN": "China"}
    assert words_of(report, text, "city") == {"Qingdao": "Qingdao"}


def test_document_date_given_from_outside_has_no_words() -> None:
    text = "Defence Minister Rajnath Singh met his Belarusian counterpart, Viktor Khrenin."
    report = read(text)[0]
    assert report.when.start == PUBLISHED
    assert words_of(report, text, "date") == {}


@pytest.mark.parametrize(
    ("text", "status", "printed"),
    [
        pytest.param(
            "Defence Minister Rajnath Singh will meet his Japanese counterpart, Yasukazu Hamada, in Tokyo on May 10.",
            "planned",
            "will",
            id="planned",
        ),
        pytest.param(
            "Defence Minister Rajnath Singh has called off a meeting with his Japanese counterpart, Yasukazu Hamada, "
            "in Tokyo on May 10.",
            "cancelled",
            "called off",
            id="cancelled",
        ),
    ],
)
def test_words_of_the_status(text: str, status: str, printed: str) -> None:
    report = read(text)[0]
    assert report.status.value == status
    assert printed in words_of(report, text, "status")[status]


@pytest.mark.parametrize(
    ("text", "edition", "printed"),
    [
        pytest.param(
            "Defence Minister Rajnath Singh attended the 11th ADMM-Plus in Vientiane on Thursday.",
            "11th",
            "11th",
            id="a figure",
        ),
        pytest.param(
            "Defence Minister Rajnath Singh attended the tenth ADMM-Plus in Vientiane on Thursday.",
            "10th",
            "tenth",
            id="a word",
        ),
    ],
)
def test_words_of_the_edition(text: str, edition: str, printed: str) -> None:
    report = next(r for r in read(text, date(2024, 11, 22)) if r.kind.value == "multilateral")
    assert words_of(report, text, "edition") == {edition: printed}


# ---- evidence


def test_the_story_is_quoted_before_its_headline() -> None:
    text = (
        "Rajnath Singh meets Belarusian defence minister\n\n"
        "Defence Minister Rajnath Singh on Friday met his Belarusian counterpart, Viktor Khrenin, in New Delhi.\n\n"
        "They spoke of training.\n"
    )
    found = read(text)
    assert [r.evidence for r in found] == [
        "Defence Minister Rajnath Singh on Friday met his Belarusian counterpart, Viktor Khrenin, in New Delhi."
    ]


def test_the_sentence_that_names_the_forum_is_quoted() -> None:
    text = (
        "Defence ministers gather in Vientiane\n\n"
        "Defence Minister Rajnath Singh attended the 11th ADMM-Plus in Vientiane on Thursday. "
        "Japan was represented by Gen Nakatani.\n"
    )
    report = next(r for r in read(text, date(2024, 11, 22)) if r.kind.value == "multilateral")
    assert report.evidence.startswith("Defence Minister Rajnath Singh attended")


# ---- topics, initiatives, outcomes


def test_topics_come_from_the_sentences_that_go_on() -> None:
    text = (
        "Defence Minister Rajnath Singh met his Japanese counterpart, Yasukazu Hamada, on Thursday. They reviewed "
        "maritime security. On Friday he met Belarus's Viktor Khrenin. The two spoke about military training."
    )
    about = {r.countries: r.topics for r in read(text)}
    assert about[("IND", "JPN")] == ("maritime security",)
    assert about[("BLR", "IND")] == ("training and education",)


def test_one_engagement_has_the_topics_of_the_whole_story() -> None:
    text = (
        "Defence Minister Rajnath Singh met his Japanese counterpart, Yasukazu Hamada, on Thursday.\n\n"
        "Maritime security was discussed at length.\n\nThey signed a letter of intent on shipbuilding.\n"
    )
    (report,) = read(text)
    assert "maritime security" in report.topics
    assert any("signed a letter of intent" in outcome for outcome in report.outcomes)


def test_a_guess_is_no_topic() -> None:
    text = (
        "Defence Minister Rajnath Singh met his Japanese counterpart, Yasukazu Hamada, on Thursday. "
        "Maritime security is likely to come up again."
    )
    assert [r.topics for r in read(text)] == [()]


def test_an_outcome_is_shown_with_its_words() -> None:
    text = "Defence Minister Rajnath Singh met his Japanese counterpart, Yasukazu Hamada, and invited him to India."
    (report,) = read(text)
    assert list(words_of(report, text, "outcomes").values()) == list(report.outcomes) != []


# ---- people and confidence


def test_an_office_that_the_text_leaves_out_is_the_one_held_that_day() -> None:
    text = "Rajnath Singh met Viktor Khrenin of Belarus on Friday."
    (report,) = read(text)
    assert {p.name: p.office for p in report.people}["Rajnath Singh"] == "Defence Minister"


def test_a_document_without_engagements_has_no_reports() -> None:
    assert read("Defence Minister Rajnath Singh spoke at a college in Pune on Friday.") == []
