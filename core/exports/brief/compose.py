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
from core.language.catalogue import ENGLISH
from core.language.speak import later, speaking, spoken, t, tn
from core.model import Status
from core.views import words
from core.views.filters import Filters
from core.views.summary import coming_up, no_report_since
from core.views.terms import country, term

MOST_NAMES: Final = 6
MOST_LINES: Final = 4
FORUMS: Final = (
    later("No forum or exercise is named."),
    later("One forum or exercise is named: {names}."),
    later("Forums and exercises named most often: {names}."),
)
TOPICS: Final = (
    later("No topic is named."),
    later("One topic is named: {names}."),
    later("Topics named most often: {names}."),
)
HOW = later(
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
        sections.append(_ahead(t("Coming up"), coming_up(shown, newest), notes, ""))
        sections.append(
            _ahead(
                t("Announced, no report since"),
                no_report_since(shown, newest),
                notes,
                t("That no report was found does not mean that they did not take place."),
            )
        )
        sections.append(_list(selection, filters, notes))
    with speaking(ENGLISH):  # as it is cited everywhere
        cited = cite_view(selection)
    return Brief(
        title=t("Brief: {subject}", subject=say.subject(filters)),
        subtitle=tn(
            "Engagements read from {count} document: {asked}. Data {version}, newest document {day}.",
            "Engagements read from {count} documents: {asked}. Data {version}, newest document {day}.",
            len(selection.table("documents")),
            asked=selection.asked,
            version=selection.dataset.version,
            day=selection.newest,
        ),
        sections=tuple(part for part in sections if _says_something(part)),
        notes=tuple(notes.told),
        citation=t("{how} Cite as: {citation}", how=t(HOW), citation=cited),
        language=spoken(),
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
    chart = tables.over_time(shown)
    return Section(t("In short"), say.joined(told), charts=(chart,) if chart.bars else ())


def _people_and_places(selection: Selection, filters: Filters) -> Section:
    shown = selection.engagements
    told = [
        _people(selection, filters),
        _frequent(shown["forum"], FORUMS) if not filters.forums else Said(""),
        _frequent(shown["topics"].map(words.codes).explode().fillna(""), TOPICS),
    ]
    seen_from = filters.countries[0] if len(filters.countries) == 1 else None
    ranked = tables.partners(shown, seen_from or (None if filters.countries else selection.dataset.home))
    several = len(ranked.rows) > 1 and len(filters.countries) < 2
    return Section(t("People, forums, topics"), say.joined(told), tables=(ranked,) if several else ())


def _people(selection: Selection, filters: Filters) -> Said:
    people = selection.table("participants")
    sides = set(filters.countries) - {selection.dataset.home} or set(filters.countries)
    people = people[(people["person"] != "") & (people["country"].isin(sides) if sides else True)]
    if people.empty:
        return Said(t("No representative is named."))
    counts = people.drop_duplicates(["engagement_id", "person"])["person"].value_counts()
    names = say.counted_names(counts, MOST_NAMES)
    if not sides:
        return Said(t("Named most often: {names}.", names=names))
    listed = words.listed([country(code) for code in sorted(sides)])
    return Said(t("Named most often for {countries}: {names}.", countries=listed, names=names))


def _frequent(cells: "pd.Series[str]", say_it: tuple[str, str, str]) -> Said:
    """What of it is named most often, by the sentences for none, one and several."""
    none, one, several = say_it
    named = cells[cells.astype(str) != ""].astype(str)
    counts = named.value_counts()
    if counts.empty:
        return Said(t(none))
    return Said(t(one if len(counts) == 1 else several, names=say.counted_names(counts, MOST_NAMES)))


def _outcomes(shown: pd.DataFrame, notes: Notes) -> Section:
    told = shown[(shown["outcomes"].astype(str) != "") & (shown["status"] != Status.CANCELLED)]
    lines = []
    for _, row in told.head(MOST_LINES).iterrows():
        what = shortened("; ".join(words.codes(row["outcomes"])), 160)
        lines.append(Said(f"{say.when(row)}, {words.sides(row['countries'])}: {what}", notes.mark(row)))
    more = len(told) - MOST_LINES
    rest = tn(
        "And {count} more engagement with an outcome.", "And {count} more engagements with outcomes.", more
    )
    return Section(t("Outcomes"), lines=tuple(lines), rest=rest if more > 0 else "")


def _ahead(title: str, rows: pd.DataFrame, notes: Notes, remark: str) -> Section:
    lines = []
    for _, row in rows.head(MOST_LINES).iterrows():
        where = words.place(str(row["city"]), str(row["host_country"]))
        kind, forum = term("kind", str(row["kind"])), term("forum", str(row["forum"]))
        what = ", ".join(part for part in (kind, forum, where) if part)
        lines.append(Said(f"{say.when(row)}, {words.sides(row['countries'])}: {what}", notes.mark(row)))
    said = (Said(remark),) if remark and lines else ()
    more = len(rows) - MOST_LINES
    rest = tn("And {count} more planned engagement.", "And {count} more planned engagements.", more)
    return Section(title, said, tuple(lines), rest if more > 0 else "")


def _list(selection: Selection, filters: Filters, notes: Notes) -> Section:
    listed = tables.engagements(selection.engagements, notes, filters.countries)
    return Section(t("Engagements, the newest first"), tables=(listed,))


def _says_something(section: Section) -> bool:
    return bool(section.sentences or section.lines or section.charts or section.tables)


def brief_as_page(selection: Selection) -> bytes:
    """The brief on the rows shown as an HTML page to print or to save as PDF."""
    return as_page(brief(selection))


def brief_as_docx(selection: Selection) -> bytes:
    """The brief on the rows shown as a Word document."""
    return as_docx(brief(selection))
