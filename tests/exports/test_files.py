"""Each file is opened by its own tool, and every value comes back."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import frictionless
import icalendar
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from core.exports.bundle import as_bundle
from core.exports.calendar import as_ics
from core.exports.formats import (
    BRIEF_FORMATS,
    CITATION_FORMATS,
    TABLE_FORMATS,
    VIEW_FORMATS,
    TableFormat,
    ViewFormat,
)
from core.exports.parquet import as_parquet
from core.exports.points import as_geojson, located
from core.exports.records import as_json, records
from core.exports.selection import Selection
from core.exports.workbook import CUT, LONGEST, as_xlsx, view_as_xlsx
from core.tables.schema import TABLES
from core.views.dataset import Dataset
from core.views.filters import Filters
from tests.exports.conftest import NASTY

Make = Callable[..., Dataset]


def sheet_rows(content: bytes, sheet: str) -> list[dict[str, Any]]:
    head, *rows = openpyxl.load_workbook(io.BytesIO(content))[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def flat(value: Any) -> Any:
    """A value as a cell of a sheet holds it: lists joined, nothing for what is not known."""
    if isinstance(value, list):
        value = ";".join(value)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    return None if value == "" else value


@pytest.mark.parametrize("table", TABLES)
def test_workbook_keeps_every_value_and_its_type(everything: Selection, table: str) -> None:
    frame = everything.table(table)
    told = [{name: flat(value) for name, value in row.items()} for row in records(table, frame)]
    assert sheet_rows(as_xlsx(table, frame), table) == told


@pytest.mark.parametrize("table", TABLES)
def test_json_keeps_every_value(everything: Selection, table: str) -> None:
    frame = everything.table(table)
    told = [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
        for row in records(table, frame)
    ]
    assert json.loads(as_json(table, frame)) == told


@pytest.mark.parametrize("table", TABLES)
def test_parquet_keeps_every_value_and_its_type(everything: Selection, table: str) -> None:
    frame = everything.table(table)
    read = pq.read_table(io.BytesIO(as_parquet(table, frame)))
    assert read.to_pylist() == list(records(table, frame))
    assert read.schema.names == [column.name for column in TABLES[table]]
    assert {str(f.type) for f in read.schema} <= {"string", "list<element: string>", "date32[day]", "int64", "double", "bool"}  # fmt: skip


def test_records_are_of_their_own_type(everything: Selection) -> None:
    row = next(r for r in records("engagements", everything.engagements) if r["engagement_id"] == "e-1")
    assert row["date_start"] == date(2024, 11, 20)
    assert row["countries"] == ["IND", "TUR"]
    assert row["confidence"] == 0.8125
    assert row["background"] is True
    assert row["topics"] == []


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(everything: Selection) -> None:
    for content in (view_as_xlsx(everything), as_xlsx("engagements", everything.engagements)):
        for sheet in openpyxl.load_workbook(io.BytesIO(content)):
            for row in sheet.iter_rows():
                assert not [cell for cell in row if cell.data_type == "f" or cell.hyperlink]
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]
    cells = [row["evidence"] for row in sheet_rows(content, "engagements")]
    assert NASTY in cells  # the text itself is kept


def test_workbook_of_a_view_says_what_it_is(data: Dataset) -> None:
    content = view_as_xlsx(Selection.of(data, Filters(countries=("IND", "FRA"))))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["about", "engagements", "outcomes", "participants", "documents", "codebook"]
    about = dict(book["about"].iter_rows(values_only=True))
    assert about["What is shown"] == "India with France, all dates"
    assert about["Engagements"] == "1 of 5"
    assert data.version in str(about["Cite as"])


def test_each_outcome_has_a_row_with_its_source(everything: Selection) -> None:
    rows = sheet_rows(view_as_xlsx(everything), "outcomes")
    assert [(row["sides"], row["outcome"], row["source"]) for row in rows] == [
        ("India and Türkiye", "signed a pact", "Wire #1"),
        ("India and Türkiye", "=1+1", "Wire #1"),
    ]
    assert rows[0]["published"] == datetime(2024, 11, 21)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("x" * LONGEST, "x" * LONGEST, id="as long as Excel keeps"),
        pytest.param("x" * (LONGEST + 1), "x" * (LONGEST - len(CUT)) + CUT, id="longer is cut and says so"),
        pytest.param("tab\tand \x0b control", "tab\tand \x0b control", id="control characters"),
        pytest.param("_x0041_", "_x0041_", id="what looks like an escape"),
        pytest.param("007", "007", id="figures that are a text"),
        pytest.param("😀 日本 हिन्दी", "😀 日本 हिन्दी", id="beyond the first plane"),
    ],
)
def test_texts_of_a_workbook(made: Make, text: str, kept: str) -> None:
    frame = made({"day": "2024-11-20", "evidence": text}).engagements
    read = pd.read_excel(io.BytesIO(as_xlsx("engagements", frame)), dtype=str)
    assert unescaped(str(read["evidence"][0])) == kept


def unescaped(text: str) -> str:
    from openpyxl.utils.escape import unescape

    return unescape(text)


def test_days_that_excel_does_not_know_stay_texts(made: Make) -> None:
    frame = made({"day": "1899-12-31"}, {"day": "1945-05-08"}).engagements
    cells = [row["date_start"] for row in sheet_rows(as_xlsx("engagements", frame), "engagements")]
    assert cells == [datetime(1945, 5, 8), "1899-12-31"]


def test_points(everything: Selection) -> None:
    read = json.loads(as_geojson(everything))
    assert read["type"] == "FeatureCollection"
    features = {feature["id"]: feature for feature in read["features"]}
    assert len(features) == 5
    assert features["e-1"]["geometry"]["coordinates"] == pytest.approx([102.6, 17.97], abs=0.1)
    assert features["e-1"]["properties"]["countries"] == ["IND", "TUR"]
    assert features["e-2"]["geometry"] is None
    assert {feature["type"] for feature in read["features"]} == {"Feature"}


@pytest.mark.parametrize(
    ("city", "country", "by"),
    [
        pytest.param("Vientiane", "LAO", "city", id="a city"),
        pytest.param("Vientiane", "FRA", "country", id="not a city of another country"),
        pytest.param("", "FRA", "country", id="a country alone"),
        pytest.param("Nowhere", "", "none", id="an unknown place"),
        pytest.param("", "", "none", id="nothing told"),
    ],
)
def test_what_gives_the_point(city: str, country: str, by: str) -> None:
    point, found = located(city, country)
    assert (found, point is None) == (by, by == "none")
    if point:
        assert -180 <= point[0] <= 180
        assert -90 <= point[1] <= 90


def test_calendar(everything: Selection) -> None:
    calendar = icalendar.Calendar.from_ical(as_ics(everything))
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert list(events) == ["e-3@sidelines", "e-4@sidelines"]  # a year alone would fill the calendar
    event = events["e-3@sidelines"]
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2026, 1, 5), date(2026, 1, 8))
    assert str(event["SUMMARY"]) == "France and India: A;B, C"
    assert "“Talks, soon; in Paris\\”" in str(event["DESCRIPTION"])
    assert event.decoded("DTSTAMP").date() == date(2024, 11, 21)
    assert str(events["e-4@sidelines"]["SUMMARY"]).endswith("(day not told)")
    assert (calendar.errors, event.errors) == ([], [])


def test_bundle_is_a_valid_package(everything: Selection, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(as_bundle(everything))) as archive:
        archive.extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert described["data_version"] == everything.dataset.version
    assert {resource["path"] for resource in described["resources"]} == {f"{name}.csv" for name in TABLES}
    assert described["sources"][0]["path"] == "https://example.org/a_b?c=1&d=2"
    assert "`engagement_id`" in (tmp_path / "codebook.md").read_text(encoding="utf-8")
    assert "Türkiye" in (tmp_path / "sources.txt").read_text(encoding="utf-8")
    assert "everything" in (tmp_path / "README.txt").read_text(encoding="utf-8")


def test_bundle_of_a_view_holds_what_belongs_to_it(data: Dataset, tmp_path: Path) -> None:
    selection = Selection.of(data, Filters(countries=("RUS",)))
    with zipfile.ZipFile(io.BytesIO(as_bundle(selection))) as archive:
        archive.extractall(tmp_path)
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid
    sizes = {name: len(selection.table(name)) for name in TABLES}
    assert (sizes["engagements"], sizes["reports"], sizes["documents"], sizes["participants"]) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    "form", [*VIEW_FORMATS, *BRIEF_FORMATS, *CITATION_FORMATS], ids=lambda form: form.label
)
def test_the_same_view_gives_the_same_bytes_and_an_empty_one_a_file(
    everything: Selection, nothing: Selection, form: ViewFormat
) -> None:
    assert form.make(everything) == form.make(everything)
    assert form.make(everything) != form.make(nothing)
    assert len(nothing.engagements) == 0


@pytest.mark.parametrize("form", TABLE_FORMATS, ids=lambda form: form.label)
@pytest.mark.parametrize(
    "rows", [pytest.param(0, id="none"), pytest.param(1, id="one"), pytest.param(5, id="all")]
)
def test_every_table_in_every_form(everything: Selection, form: TableFormat, rows: int) -> None:
    for name, frame in everything.tables().items():
        content = form.make(name, frame.head(rows))
        assert content == form.make(name, frame.head(rows))
        assert rows_in(content, form.suffix) == len(frame.head(rows))


def rows_in(content: bytes, suffix: str) -> int:
    read = {"csv": pd.read_csv, "xlsx": pd.read_excel, "json": pd.read_json, "parquet": pd.read_parquet}
    return len(read[suffix](io.BytesIO(content)))  # type: ignore[operator]


def test_more_rows_than_a_sheet_holds_go_on_in_another(
    everything: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.exports.workbook.MOST_ROWS", 2)
    frame = everything.engagements
    sheets = openpyxl.load_workbook(io.BytesIO(as_xlsx("engagements", frame)))
    assert sheets.sheetnames == ["engagements", "engagements 2", "engagements 3"]
    found = [row[0] for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert found == frame["engagement_id"].tolist()
