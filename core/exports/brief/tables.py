"""The chart and the tables of a brief."""

from typing import Final

import pandas as pd

from core.exports.brief.parts import Bar, Bars, Notes, Said, Table
from core.exports.brief.sentences import when
from core.model import Status
from core.views import words
from core.views.palette import KINDS
from core.views.rankings import by_partner
from core.views.sides import counted
from core.views.vantage import title

MOST_YEARS: Final = 10
MOST_ROWS: Final = 10
MOST_PARTNERS: Final = 5


def by_year(shown: pd.DataFrame) -> Bars:
    """Engagements a year by kind, planned ones apart; years without any between the first and the last are kept."""
    live = counted(shown)
    dated = live[live["date_start"].notna()]
    years = dated["date_start"].dt.year.astype(int)
    if dated.empty:
        return Bars("", ())
    first, last = max(int(years.min()), int(years.max()) - MOST_YEARS + 1), int(years.max())
    bars = []
    for year in range(first, last + 1):
        rows = dated[years == year]
        held = rows.loc[rows["status"] == Status.HELD, "kind"].astype(str).value_counts()
        told = tuple((str(kind), int(held.get(str(kind), 0))) for kind in KINDS if held.get(str(kind), 0))
        bars.append(Bar(str(year), told, int((rows["status"] == Status.PLANNED).sum())))
    earlier = int((years < first).sum())
    name = "Engagements a year" + (f", without {words.counted(earlier, 'earlier one')}" if earlier else "")
    return Bars(name, tuple(bars))


def partners(shown: pd.DataFrame, seen_from: str | None) -> Table:
    """The countries met most often, with the last time each was met."""
    ranked = by_partner(shown, seen_from)
    rows = [
        (
            Said(str(row["name"])),
            Said(words.number(row["engagements"])),
            Said(str(row["last_held_words"]) or "none held"),
        )
        for _, row in ranked.head(MOST_PARTNERS).iterrows()
    ]
    return Table(
        title("Partners", seen_from), ("Country", "Engagements", "Last held"), tuple(rows), _rest(len(ranked), MOST_PARTNERS, "country", "countries")
    )  # fmt: skip


def engagements(shown: pd.DataFrame, notes: Notes, without: tuple[str, ...] = ()) -> Table:
    """The newest engagements, a row each with its footnote; `without` are sides that every row has."""
    rows = []
    for _, row in shown.head(MOST_ROWS).iterrows():
        others = [code for code in words.codes(row["countries"]) if code not in without]
        where = words.place(str(row["city"]), str(row["host_country"]))
        rows.append(
            (
                Said(when(row), notes.mark(row)),
                Said(words.sides(others) if others else words.sides(row["countries"])),
                Said(words.kind_and_status(str(row["kind"]), str(row["status"]))),
                Said(where or words.NOT_TOLD),
                Said(str(row["forum"]) or "–"),
            )
        )
    head = ("When", "With" if without else "Sides", "Kind", "Where", "Forum")
    return Table("", head, tuple(rows), _rest(len(shown), MOST_ROWS, "engagement"))


def _rest(count: int, most: int, one: str, many: str = "") -> str:
    more = count - most
    plural = many or f"{one}s"
    return f"And {words.counted(more, f'more {one}', f'more {plural}')}." if more > 0 else ""
