"""The plain sentences of a brief; each is right for none, one and many.

Each is one message for the translator, never a clause joined to another by the order that English has.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from core.exports.brief.parts import Notes, Said
from core.exports.selection import Selection
from core.language.speak import english, later, t, tn
from core.model import Kind, Status
from core.views import words
from core.views.dataset import Dataset
from core.views.filters import Filters
from core.views.filters_said import describe
from core.views.levels import MINISTER, rank
from core.views.people import person_words
from core.views.summary import headlines, latest
from core.views.terms import country, term, value_words

_KINDS: Final[Mapping[str, Callable[[int], str]]] = {
    Kind.BILATERAL: lambda count: tn("{count} bilateral", "{count} bilaterals", count),
    Kind.MULTILATERAL: lambda count: tn("{count} multilateral", "{count} multilaterals", count),
    Kind.VISIT: lambda count: tn("{count} visit", "{count} visits", count),
    Kind.CALL: lambda count: tn("{count} call", "{count} calls", count),
    Kind.EXERCISE: lambda count: tn("{count} exercise", "{count} exercises", count),
}
_BECAME: Final[Mapping[str, Callable[[int], str]]] = {
    Status.HELD: lambda count: tn("one was held", "{count} were held", count),
    Status.PLANNED: lambda count: tn("one was planned", "{count} were planned", count),
    Status.CANCELLED: lambda count: tn("one was called off", "{count} were called off", count),
}
_ALL_BECAME: Final = {
    Status.HELD: later("{told}, all of them held."),
    Status.PLANNED: later("{told}, all of them planned."),
    Status.CANCELLED: later("{told}, all of them called off."),
}
_IT_BECAME: Final = {
    Status.HELD: later("{told}; it was held."),
    Status.PLANNED: later("{told}; it was planned."),
    Status.CANCELLED: later("{told}; it was called off."),
}


def figure(count: int) -> str:
    """A number within a sentence: `none`, `one`, `12`."""
    return {0: t("none"), 1: t("one")}.get(count, words.number(count))


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def subject(filters: Filters) -> str:
    """What the brief is about, as its title: countries, forums, else the period, else all engagements."""
    named = [
        words.listed([country(code) for code in filters.countries]),
        words.listed([term("forum", name) for name in filters.forums]),
        _period(filters),
    ]
    return ", ".join(part for part in named if part) or t("All engagements")


def which(filters: Filters) -> str:
    """Which engagements: `in which Vietnam took part from 2022 to 2024`; empty where all are meant."""
    said = []
    if filters.countries:
        names = words.listed([country(code) for code in filters.countries])
        together = len(filters.countries) > 1
        said.append(
            t("in which {countries} took part together", countries=names)
            if together
            else t("in which {country} took part", country=names)
        )
    rest = (
        describe(replace(filters, first=None, last=None))[1].removesuffix(t("all dates")).removesuffix(", ")
    )
    if rest:
        plain = filters.forums and rest == t("at {forums}", forums=_forums(filters))
        said.append(rest if plain else f"({rest})")
    if _period(filters):
        said.append(_in_period(filters))
    if len(said) < 2:
        return "".join(said)
    first, *others = said
    for other in others:
        first = t("{one} {other}", one=first, other=other)
    return first


def how_many(selection: Selection, filters: Filters) -> Said:
    """How many there are, and what became of them."""
    shown, asked = selection.engagements, which(filters)
    count = len(shown)
    if count:
        found = tn("one engagement", "{count} engagements", count)
    else:
        found = t("no engagement")
    told = (
        t("The documents read tell of {engagements} {which}", engagements=found, which=asked)
        if asked
        else t("The documents read tell of {engagements}", engagements=found)
    )
    became = {status: int((shown["status"] == status).sum()) for status in _BECAME}
    there = [Status(status) for status, number in became.items() if number]
    if len(there) == 1:
        return Said(t((_ALL_BECAME if count > 1 else _IT_BECAME)[there[0]], told=told))
    if not there:
        return Said(t("{sentence}.", sentence=told))
    listed = words.listed([_BECAME[status](became[status]) for status in there])
    return Said(t("{told}: {what}.", told=told, what=listed))


def kinds(shown: pd.DataFrame) -> Said:
    """How many of each kind, the most first; nothing is said of a single one."""
    counts = Counter(shown["kind"].astype(str))
    if len(shown) < 2:
        return Said("")
    if len(counts) == 1:
        return Said(t("All of them are {kinds}.", kinds=words.plural(next(iter(counts)))))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return Said(
        t("By kind: {kinds}.", kinds=words.listed([_KINDS[kind](number) for kind, number in ordered]))
    )


def since_when(shown: pd.DataFrame, newest: pd.Timestamp | None, notes: Notes) -> Said:
    """The first and the last that were held."""
    held = latest(shown, newest)
    if held.empty:
        return Said(t("None is reported as held on a known date.") if len(shown) else "")
    last, first = held.iloc[0], held.iloc[-1]
    if len(held) == 1:
        only = t("The only one known to have been held is dated {when}.", when=when(last))
        return Said(only, notes.mark(last))
    told = t(
        "The first that was held is dated {first}, the latest {last}.", first=when(first), last=when(last)
    )
    return Said(told, notes.mark(first, last))


def ministers(dataset: Dataset, shown: pd.DataFrame, notes: Notes) -> Said:
    """The last contact at minister's level, who met there, and how long ago that was."""
    newest = dataset.newest
    held = latest(shown, newest)
    high = held[dataset.levels.loc[held.index].map(rank) <= MINISTER]
    if high.empty:
        return Said(t("No contact at minister's level is reported as held.") if len(shown) else "")
    row = high.iloc[0]
    told = _last_contact(row)
    if newest is None:
        return Said(t("{sentence}.", sentence=told), notes.mark(row))
    days, day = max(0, (newest - pd.Timestamp(row["date_end"])).days), words.day(newest)
    if not days:
        said = t("{told}; that was on the day of the newest document ({day}).", told=told, day=day)
    else:
        since = tn("one day", "{count} days", days)
        said = t(
            "{told}; that was {days} before the newest document ({day}).", told=told, days=since, day=day
        )
    return Said(said, notes.mark(row))


def _last_contact(row: "pd.Series[str]") -> str:
    place = words.place(str(row["city"]), str(row["host_country"]))
    people = words.listed([person_words(person) for person in words.codes(str(row["people"]))[:4]])
    if place and people:
        return t(
            "The last contact at minister's level is dated {when} in {place}: {people}",
            when=when(row),
            place=place,
            people=people,
        )
    if place:
        return t(
            "The last contact at minister's level is dated {when} in {place}", when=when(row), place=place
        )
    if people:
        return t(
            "The last contact at minister's level is dated {when}: {people}", when=when(row), people=people
        )
    return t("The last contact at minister's level is dated {when}", when=when(row))


def against_before(selection: Selection, filters: Filters) -> Said:
    """How the last twelve months, or the period asked for, compare with the time before."""
    told = headlines(selection.dataset, filters, None)[0]
    if told.before is None or told.after is None or not len(selection.engagements):
        return Said("")
    after, before = capital(figure(told.after)), figure(told.before)
    few = told.after <= 1
    if told.span == t("12 months"):
        text = (
            later("{after} falls in the 12 months up to {day}, {before} in the 12 months before.")
            if few
            else later("{after} fall in the 12 months up to {day}, {before} in the 12 months before.")
        )
        return Said(t(text, after=after, before=before, day=selection.newest))
    span = told.span.removeprefix("a ") if english() else told.span
    text = (
        later("{after} falls in this period, {before} in the {span}.")
        if few
        else later("{after} fall in this period, {before} in the {span}.")
    )
    return Said(t(text, after=after, before=before, span=span))


def differing(shown: pd.DataFrame) -> Said:
    """On how many the sources differ."""
    count = int((shown["conflicts"] != "").sum())
    if not count:
        return Said("")
    return Said(
        tn(
            "On one of them the sources differ in a date, a place, a name or the like.",
            "On {count} of them the sources differ in a date, a place, a name or the like.",
            count,
        )
    )


def counted_names(counts: "pd.Series[int]", most: int) -> str:
    """`ADMM-Plus (3), Malabar (1) and 2 more`; the most frequent first."""
    ordered = sorted(counts.items(), key=lambda item: (-int(item[1]), str(item[0])))
    told = [f"{value_words(str(name))} ({words.number(number)})" for name, number in ordered[:most]]
    more = len(ordered) - most
    return words.listed([*told, *([tn("{count} more", "{count} more", more)] if more > 0 else [])])


def joined(sentences: Sequence[Said]) -> tuple[Said, ...]:
    """The sentences that say something."""
    return tuple(sentence for sentence in sentences if sentence.text)


def when(row: "pd.Series[str]") -> str:
    """The date of a row in words, as precisely as it is known."""
    return words.when(row["date_start"], row["date_end"], str(row["date_precision"]))  # type: ignore[arg-type]


def _period(filters: Filters) -> str:
    """The period asked for in words; empty where none is."""
    return words.period(filters.first, filters.last) if filters.first or filters.last else ""


def _in_period(filters: Filters) -> str:
    """The same within a sentence: `from 2022 to 2024`, `in 2023`, `since 3 May 2024`."""
    said = _period(filters)
    if filters.first is None or filters.last is None:
        return said
    one = filters.first == filters.last or said == str(filters.first.year)
    return t("in {period}", period=said) if one else t("from {period}", period=said)


def _forums(filters: Filters) -> str:
    return words.listed([term("forum", name) for name in filters.forums], words.OR)
