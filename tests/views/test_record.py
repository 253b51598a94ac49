import html
from collections.abc import Callable
from typing import Any

import pytest

from core.tables.frames import frames
from core.tables.schema import TABLES
from core.views.dataset import Dataset
from core.views.found import found_in, not_read, why_nothing
from core.views.listing import dates_in_words, listing
from core.views.quotation import quotation
from core.views.record import citation, facts, find_record, when_and_where, whole

Make = Callable[..., Dataset]

TEXT = "Vientiane, 21 Nov 2024\n\nHe flew in early. He met <b>Pat Conroy</b> & others of Australia.\nThen he left."
SENTENCE = "He met <b>Pat Conroy</b> & others of Australia."
START = TEXT.index(SENTENCE)


def told_twice(text: str = TEXT, **second: Any) -> Dataset:
    """One engagement, reported by two documents; `second` is what the other says."""
    blank = {"text": "", "list": "", "date": None, "integer": 0, "number": 0.0, "boolean": False}

    def row(table: str, **values: Any) -> dict[str, Any]:
        return {column.name: values.get(column.name, blank[column.type]) for column in TABLES[table]}

    first: dict[str, Any] = {
        "engagement_id": "e-1", "report_id": "r-1", "doc_id": "one.txt", "kind": "bilateral", "status": "held",
        "track": "defence", "date_start": "2024-11-21", "date_end": "2024-11-21", "date_precision": "day",
        "countries": "AUS;IND", "host_country": "LAO", "city": "Vientiane", "confidence": 0.8, "evidence": SENTENCE,
        "evidence_start": START, "evidence_end": START + len(SENTENCE), "title": "In <i>Vientiane</i>",
        "published": "2024-11-22", "sources": 2, "reports": 2, "reliability": "F", "credibility": 6,
    }  # fmt: skip
    conflicts = second.pop("conflicts", "")
    other = first | {"report_id": "r-2", "doc_id": "two.txt", "title": "", "evidence": "They met."} | second
    other |= {"evidence_start": 0, "evidence_end": 0, "published": None}
    name = TEXT.index("Pat Conroy")
    tables = {
        "engagements": [row("engagements", **(first | {"conflicts": conflicts}))],
        "reports": [row("reports", **other), row("reports", **first)],
        "documents": [row("documents", **first), row("documents", **other)],
        "fields": [
            row(
                "fields",
                report_id="r-1",
                field="people",
                value="Pat Conroy",
                start=name,
                end=name + 10,
                rule="x",
            ),
            row("fields", report_id="r-1", field="kind", value="bilateral", start=0, end=9, rule="elsewhere"),
        ],
    }
    return Dataset.of(frames(tables), {"one.txt": text})


def record_of(dataset: Dataset) -> Any:
    found = find_record(dataset, "e-1")
    assert found is not None
    return found


def test_the_report_that_shows_it_best_comes_first() -> None:
    assert record_of(told_twice()).reports["report_id"].tolist() == ["r-1", "r-2"]


def test_an_id_nobody_has_gives_no_record() -> None:
    assert find_record(told_twice(), "e-9") is None


def test_the_sentence_is_marked_in_its_text_and_its_words_underlined() -> None:
    data = told_twice()
    shown = quotation(data, record_of(data).reports.iloc[0])
    marked = shown.split("<mark")[1].split("</mark>")[0]
    assert ">Pat Conroy</u>" in marked
    assert 'title="people"' in marked
    assert "He flew in early." in shown.split("<mark")[0]
    assert "Then he left." in shown.split("</mark>")[1]
    assert shown.count("<u ") == 1


def test_text_of_an_article_never_becomes_markup() -> None:
    data = told_twice(evidence="<script>alert(1)</script>", city="<img src=x>", conflicts="city")
    shown = (
        whole(data, record_of(data))
        + found_in(data, "one.txt", "dark")
        + when_and_where(record_of(data).engagement)
    )
    assert "&lt;b&gt;" in shown
    assert "&lt;i&gt;Vientiane" in shown
    for tag in ("<b>Pat", "<script", "<img", "<i>"):
        assert tag not in shown


def test_without_its_text_the_sentence_is_shown_alone() -> None:
    data = told_twice(text="")
    shown = quotation(data, record_of(data).reports.iloc[0])
    assert html.escape(SENTENCE) in shown
    assert "<mark" in shown


@pytest.mark.parametrize(
    ("second", "conflicts", "expected"),
    [
        pytest.param({"date_start": "2024-11-20", "date_end": "2024-11-20"}, "date_start", ["20 Nov 2024", "chosen"], id="days"),
        pytest.param({"city": "Luang Prabang"}, "city", ["Luang Prabang, Laos", "chosen"], id="places"),
        pytest.param({"people": "Rao (IND)"}, "people", ["Rao (IND)", "not told"], id="one does not tell"),
    ],
)  # fmt: skip
def test_sources_that_differ_are_named(second: dict[str, str], conflicts: str, expected: list[str]) -> None:
    data = told_twice(**second, conflicts=conflicts)
    shown = facts(data, record_of(data))
    assert shown.count("sources differ") == 1
    assert all(word in shown for word in expected)


def test_sources_that_agree_are_not_said_to_differ() -> None:
    data = told_twice(date_start="2024-11-20")
    assert "sources differ" not in facts(data, record_of(data))


def test_a_source_of_the_plan_announces_it() -> None:
    data = told_twice(status="planned")
    assert "announces it" in whole(data, record_of(data))
    held = told_twice()
    assert "announces it" not in whole(held, record_of(held))


def test_what_is_not_known_is_said() -> None:
    data = told_twice()
    shown = facts(data, record_of(data))
    assert "not told" in shown.split("Forum")[1].split("People")[0]
    assert "0.80 · of 100 records scored so, about 80 are right" in shown


@pytest.mark.parametrize(
    ("forum", "edition", "said"),
    [
        pytest.param("ADMM-Plus", "11th", "11th ADMM-Plus", id="an ordinal stands before"),
        pytest.param("Aero India", "2023", "Aero India 2023", id="a year stands behind"),
        pytest.param("Aero India 2023", "2023", "Aero India 2023", id="not twice"),
        pytest.param("", "11th", "not told", id="an edition of nothing"),
    ],
)
def test_forum_with_its_edition(made: Make, forum: str, edition: str, said: str) -> None:
    data = made({"forum": forum, "edition": edition, "countries": "IND;JPN"})
    shown = facts(data, record_of(data))
    assert f">{said}<" in shown


def test_a_citation_names_what_who_and_which_data() -> None:
    data = told_twice()
    assert citation(data, record_of(data)) == (
        "Australia – India, bilateral, 21 Nov 2024. Told by: In <i>Vientiane</i>; two.txt. "
        f"Sidelines e-1, data {data.version}."
    )


def test_found_in_counts_and_quotes(made: Make) -> None:
    data = made({"day": "2024-11-21", "countries": "IND;JPN", "evidence": "They met.", "title": "Talks"})
    shown = found_in(data, "doc-1.txt", "light")
    assert "Talks" in shown
    assert "1 engagement" in shown
    assert "“They met.”" in shown


@pytest.mark.parametrize(
    ("document", "why"),
    [
        pytest.param({"language": "fr", "words": 200}, "it is not in English (fr)", id="another language"),
        pytest.param({"language": "en", "words": 5}, "it is too short to tell of one", id="too short"),
        pytest.param({"language": "en", "words": 200}, "no meeting, visit, call", id="nothing in it"),
        pytest.param({"language": "und", "words": 200}, "no meeting, visit, call", id="language unknown"),
    ],
)
def test_why_nothing(document: dict[str, Any], why: str) -> None:
    assert why_nothing(document).startswith(why)  # type: ignore[arg-type]


def test_not_read_says_why_in_escaped_words() -> None:
    shown = not_read({"doc_id": "<x>.txt", "problem": "not text", "detail": "It is binary."})  # type: ignore[arg-type]
    assert "<b>&lt;x&gt;.txt</b> was not read: It is binary (not text)." in shown


def test_listing_has_the_columns_of_the_screen(made: Make) -> None:
    data = made({"day": "2024-11-21", "countries": "IND;JPN", "status": "planned"}, {"countries": "IND;USA"})
    table = listing(data.engagements)
    assert list(table.columns) == ["When", "Sides", "Kind", "Forum", "Src", "Conf."]
    assert table["Kind"].tolist() == ["○ bilateral, planned", "● bilateral"]
    assert dates_in_words(data.engagements) == ["21 Nov 2024", "no date"]


def test_listing_without_measured_confidence_has_no_such_column(made: Make) -> None:
    assert "Conf." not in listing(made({"countries": "IND;JPN", "confidence": 0.0}).engagements)


def test_the_whole_text_is_folded_away_where_there_is_more_of_it() -> None:
    long = told_twice(text=TEXT + " And so on." * 100 + " The end.")
    shown = quotation(long, record_of(long).reports.iloc[0])
    assert "The end." not in shown.split("<details")[0]
    assert "The end." in shown.split("<details")[1]
    assert shown.count("<mark") == 2
    short = told_twice()
    assert "<details" not in quotation(short, record_of(short).reports.iloc[0])


def test_all_sides_are_named_where_the_heading_shortens_them() -> None:
    many = told_twice(countries="AUS;IND;JPN;USA")
    assert "Sides" not in facts(many, record_of(many))
    many = Dataset(**{**vars(many), "engagements": many.engagements.assign(countries="AUS;IND;JPN;USA")})
    assert "Australia, India, Japan and United States" in facts(many, record_of(many))
