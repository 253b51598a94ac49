"""The plain sentences of a brief; each is right for none, one and many."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from core.exports.brief.parts import Notes, Said
from core.exports.selection import Selection
from core.lexicon.countries import country_name
from core.model import Status
from core.views import words
from core.views.dataset import Dataset
from core.views.filters import Filters, describe
from core.views.levels import MINISTER, rank
from core.views.summary import headlines, latest

ALL = "all dates"


def some(count: int, one: str, many: str = "") -> str:
    """`no engagement`, `one engagement`, `12 engagements`."""
    if count == 0:
        return f"no {one}"
    return f"one {one}" if count == 1 else words.counted(count, one, many)


def figure(count: int) -> str:
    """A number at the head of a clause: `none`, `one`, `12`."""
    return {0: "none", 1: "one"}.get(count, words.number(count))


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def subject(filters: Filters) -> str:
    """What the brief is about, as its title: countries, forums, else the period, else all engagements."""
    named = [words.listed([country_name(code) for code in filters.countries]), words.listed(filters.forums)]
    when = words.period(filters.first, filters.last)
    if when != ALL:
        named.append(when)
    return ", ".join(part for part in named if part) or "All engagements"


def which(filters: Filters) -> str:
    """What stands behind "engagements" so that it is said which ones: ` in which Vietnam took part (2022 to 2024)`."""
    names = [country_name(code) for code in filters.countries]
    said = f" in which {words.listed(names)} took part" if names else ""
    said += " together" if len(names) > 1 else ""
    rest = describe(replace(filters, first=None, last=None))[1].removesuffix(ALL).removesuffix(", ")
    if rest:
        said += f" {rest}" if rest.startswith("at ") and "," not in rest else f" ({rest})"
    when = words.period(filters.first, filters.last)
    if when == ALL:
        return said
    starts = ("since ", "until ")
    return f"{said} {when if when.startswith(starts) else f'from {when}' if ' to ' in when else f'in {when}'}"


def how_many(selection: Selection, filters: Filters) -> Said:
    """How many there are, and what became of them."""
    shown = selection.engagements
    count = len(shown)
    text = f"The documents read tell of {some(count, 'engagement')}{which(filters)}"
    became = [
        f"{figure(number)} {'was' if number == 1 else 'were'} {word}"
        for word, number in (
            ("held", int((shown["status"] == Status.HELD).sum())),
            ("planned", int((shown["status"] == Status.PLANNED).sum())),
            ("called off", int((shown["status"] == Status.CANCELLED).sum())),
        )
        if number
    ]
    if len(became) == 1 and count > 1:
        return Said(f"{text}, all of them {became[0].split(' ', 2)[2]}.")
    if count == 1:
        return Said(f"{text}; it {became[0].removeprefix('one ')}.")
    return Said(f"{text}: {words.listed(became)}." if became else f"{text}.")


def kinds(shown: pd.DataFrame) -> Said:
    """How many of each kind, the most first; nothing is said of a single one."""
    counts = Counter(shown["kind"].astype(str))
    if len(counts) == 1 and len(shown) > 1:
        return Said(f"All of them are {words.plural(next(iter(counts)))}.")
    told = [
        words.counted(number, kind, words.plural(kind))
        for kind, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return Said(f"By kind: {words.listed(told)}." if len(shown) > 1 else "")


def since_when(shown: pd.DataFrame, newest: pd.Timestamp | None, notes: Notes) -> Said:
    """The first and the last that were held."""
    held = latest(shown, newest)
    if held.empty:
        return Said("None is reported as held on a known date." if len(shown) else "")
    last, first = held.iloc[0], held.iloc[-1]
    if len(held) == 1:
        return Said(f"The only one known to have been held is dated {when(last)}.", notes.mark(last))
    told = f"The first that was held is dated {when(first)}, the latest {when(last)}."
    return Said(told, notes.mark(first, last))


def ministers(dataset: Dataset, shown: pd.DataFrame, notes: Notes) -> Said:
    """The last contact at minister's level, who met there, and how long ago that was."""
    newest = dataset.newest
    held = latest(shown, newest)
    high = held[dataset.levels.loc[held.index].map(rank) <= MINISTER]
    if high.empty:
        return Said("No contact at minister's level is reported as held." if len(shown) else "")
    row = high.iloc[0]
    place = words.place(str(row["city"]), str(row["host_country"]))
    where = f" in {place}" if place else ""
    people = words.codes(str(row["people"]))[:4]
    who = f": {words.listed(people)}" if people else ""
    ago = ""
    if newest is not None:
        days = max(0, (newest - pd.Timestamp(row["date_end"])).days)
        ago = f"; that was {some(days, 'day')} before the newest document ({words.day(newest)})"
        ago = ago.replace("that was no day before", "that was on the day of")
    return Said(
        f"The last contact at minister's level is dated {when(row)}{where}{who}{ago}.", notes.mark(row)
    )


def against_before(selection: Selection, filters: Filters) -> Said:
    """How the last twelve months, or the period asked for, compare with the time before."""
    dataset = selection.dataset
    told = headlines(dataset, filters, None)[0]
    if told.before is None or told.after is None or not len(selection.engagements):
        return Said("")
    verb = "falls" if told.after <= 1 else "fall"
    if told.span == "12 months":
        inside, before = f"the 12 months up to {selection.newest}", "in the 12 months before"
    else:
        inside, before = "this period", f"in the {told.span}".replace("in the a year", "in the year")
    return Said(f"{capital(figure(told.after))} {verb} in {inside}, {figure(told.before)} {before}.")


def differing(shown: pd.DataFrame) -> Said:
    """On how many the sources differ."""
    count = int((shown["conflicts"] != "").sum())
    if not count:
        return Said("")
    return Said(f"On {figure(count)} of them the sources differ in a date, a place, a name or the like.")


def counted_names(counts: "pd.Series[int]", most: int) -> str:
    """`ADMM-Plus (3), Malabar (1) and 2 more`; the most frequent first."""
    ordered = sorted(counts.items(), key=lambda item: (-int(item[1]), str(item[0])))
    told = [f"{name} ({words.number(number)})" for name, number in ordered[:most]]
    more = len(ordered) - most
    return words.listed([*told, *([f"{words.number(more)} more"] if more > 0 else [])])


def joined(sentences: Sequence[Said]) -> tuple[Said, ...]:
    """The sentences that say something."""
    return tuple(sentence for sentence in sentences if sentence.text)


def when(row: "pd.Series[str]") -> str:
    """The date of a row in words, as precisely as it is known."""
    return words.when(row["date_start"], row["date_end"], str(row["date_precision"]))  # type: ignore[arg-type]
