"""A brief on what the filters ask for: a country, a pair, a forum, a period, or any of them together."""

from typing import Final

import pandas as pd

from core.exports.brief import sentences as say
from core.exports.brief import tables
from core.exports.brief.page import as_page
from core.exports.brief.parts import Brief, Notes, Said, Section, shortened
from core.exports.brief.word import as_docx
from core.exports.citation import cite_view
from core.exports.selection import Selection
from core.lexicon.countries import country_name
from core.model import Status
from core.views import words
from core.views.filters import Filters
from core.views.summary import coming_up, no_report_since

MOST_NAMES: Final = 6
MOST_LINES: Final = 4
HOW = (
    "Made by rules from the documents; nothing here was written by hand. A sentence in a footnote is what the source "
    "says, word for word: read it before you rely on a line. Few reports do not mean few meetings."
)


def brief(selection: Selection) -> Brief:
    """The brief on the rows shown; the same rows give the same words."""
    filters, notes = selection.filters or Filters(tracks=()), Notes(selection.dataset)
    shown, newest = selection.engagements, selection.dataset.newest
    sections = [_in_short(selection, filters, notes)]
    if len(shown):
        sections.append(_people_and_places(selection, filters))
        sections.append(_outcomes(shown, notes))
        sections.append(_ahead("Coming up", coming_up(shown, newest), notes, ""))
        sections.append(
            _ahead(
                "Announced, no report since",
                no_report_since(shown, newest),
                notes,
                "That no report was found does not mean that they did not take place.",
            )
        )
        sections.append(_list(selection, filters, notes))
    about = f"{selection.asked}. Data {selection.dataset.version}, newest document {selection.newest}."
    return Brief(
        title=f"Brief: {say.subject(filters)}",
        subtitle=f"Engagements read from {words.counted(len(selection.table('documents')), 'document')}: {about}",
        sections=tuple(part for part in sections if _says_something(part)),
        notes=tuple(notes.told),
        citation=f"{HOW} Cite as: {cite_view(selection)}",
    )


def _in_short(selection: Selection, filters: Filters, notes: Notes) -> Section:
    shown, newest = selection.engagements, selection.dataset.newest
    told = [
        say.how_many(selection, filters),
        say.kinds(shown),
        say.since_when(shown, newest, notes),
        say.ministers(selection.dataset, shown, notes),
        say.against_before(selection, filters),
        say.differing(shown),
    ]
    chart = tables.by_year(shown)
    return Section("In short", say.joined(told), charts=(chart,) if len(chart.bars) > 1 else ())


def _people_and_places(selection: Selection, filters: Filters) -> Section:
    shown = selection.engagements
    told = [
        _people(selection, filters),
        _frequent(shown["forum"], "forum or exercise", "forums and exercises")
        if not filters.forums
        else Said(""),
        _frequent(shown["topics"].map(words.codes).explode().fillna(""), "topic", "topics"),
    ]
    seen_from = filters.countries[0] if len(filters.countries) == 1 else None
    ranked = tables.partners(shown, seen_from or (None if filters.countries else selection.dataset.home))
    several = len(ranked.rows) > 1 and len(filters.countries) < 2
    return Section("People, forums, topics", say.joined(told), tables=(ranked,) if several else ())


def _people(selection: Selection, filters: Filters) -> Said:
    people = selection.table("participants")
    sides = set(filters.countries) - {selection.dataset.home} or set(filters.countries)
    people = people[(people["person"] != "") & (people["country"].isin(sides) if sides else True)]
    if people.empty:
        return Said("No representative is named.")
    counts = people.drop_duplicates(["engagement_id", "person"])["person"].value_counts()
    side = f" for {words.listed([country_name(code) for code in sorted(sides)])}" if sides else ""
    return Said(f"Named most often{side}: {say.counted_names(counts, MOST_NAMES)}.")


def _frequent(cells: "pd.Series[str]", one: str, many: str) -> Said:
    named = cells[cells.astype(str) != ""].astype(str)
    if named.empty:
        return Said(f"No {one} is named.")
    counts = named.value_counts()
    if len(counts) == 1:
        return Said(f"One {one} is named: {say.counted_names(counts, 1)}.")
    return Said(f"{say.capital(many)} named most often: {say.counted_names(counts, MOST_NAMES)}.")


def _outcomes(shown: pd.DataFrame, notes: Notes) -> Section:
    told = shown[(shown["outcomes"].astype(str) != "") & (shown["status"] != Status.CANCELLED)]
    lines = []
    for _, row in told.head(MOST_LINES).iterrows():
        what = shortened("; ".join(words.codes(row["outcomes"])), 160)
        lines.append(Said(f"{say.when(row)}, {words.sides(row['countries'])}: {what}", notes.mark(row)))
    return Section("Outcomes", lines=tuple(lines), rest=_more(len(told), "engagement with an outcome", "engagements with outcomes"))  # fmt: skip


def _ahead(title: str, rows: pd.DataFrame, notes: Notes, remark: str) -> Section:
    lines = []
    for _, row in rows.head(MOST_LINES).iterrows():
        where = words.place(str(row["city"]), str(row["host_country"]))
        what = ", ".join(part for part in (str(row["kind"]), str(row["forum"]), where) if part)
        lines.append(Said(f"{say.when(row)}, {words.sides(row['countries'])}: {what}", notes.mark(row)))
    said = (Said(remark),) if remark and lines else ()
    return Section(title, said, tuple(lines), _more(len(rows), "planned engagement", "planned engagements"))


def _list(selection: Selection, filters: Filters, notes: Notes) -> Section:
    listed = tables.engagements(selection.engagements, notes, filters.countries)
    return Section("Engagements, the newest first", tables=(listed,))


def _more(count: int, one: str, many: str) -> str:
    more = count - MOST_LINES
    return f"And {words.counted(more, f'more {one}', f'more {many}')}." if more > 0 else ""


def _says_something(section: Section) -> bool:
    return bool(section.sentences or section.lines or section.charts or section.tables)


def brief_as_page(selection: Selection) -> bytes:
    """The brief on the rows shown as an HTML page to print or to save as PDF."""
    return as_page(brief(selection))


def brief_as_docx(selection: Selection) -> bytes:
    """The brief on the rows shown as a Word document."""
    return as_docx(brief(selection))
