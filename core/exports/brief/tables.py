"""The chart and the tables of a brief."""

from typing import Final

import pandas as pd

from core.exports.brief.parts import Bar, Bars, Notes, Said, Table
from core.exports.brief.sentences import when
from core.language.speak import t, tn
from core.model import Precision, Status
from core.views import words
from core.views.palette import KINDS
from core.views.rankings import by_partner
from core.views.sides import counted
from core.views.terms import term
from core.views.vantage import title

MOST_YEARS: Final = 10
MOST_ROWS: Final = 10
MOST_PARTNERS: Final = 5


def over_time(shown: pd.DataFrame) -> Bars:
    """Engagements a year by kind, planned ones apart; a month where all are of one year; no bars for fewer than two.

    Years and months without any between the first and the last are kept.
    """
    live = counted(shown)
    dated = live[live["date_start"].notna()]
    years = dated["date_start"].dt.year.astype(int)
    if len(years.unique()) > 1:
        return _by_year(dated, years)
    told = dated[dated["date_precision"].astype(str) != Precision.YEAR]
    months = told["date_start"].dt.month.astype(int)
    if len(months.unique()) < 2:
        return Bars("", ())
    numbers = range(int(months.min()), int(months.max()) + 1)
    return Bars(
        t("Engagements a month"),
        tuple(_bar(words.month_name(each), told[months == each]) for each in numbers),
    )


def _by_year(dated: pd.DataFrame, years: "pd.Series[int]") -> Bars:
    first, last = max(int(years.min()), int(years.max()) - MOST_YEARS + 1), int(years.max())
    bars = tuple(_bar(str(year), dated[years == year]) for year in range(first, last + 1))
    earlier = int((years < first).sum())
    name = t("Engagements a year")
    if earlier:
        name = tn(
            "Engagements a year, without {count} earlier one",
            "Engagements a year, without {count} earlier ones",
            earlier,
        )
    return Bars(name, bars)


def _bar(label: str, rows: pd.DataFrame) -> Bar:
    held = rows.loc[rows["status"] == Status.HELD, "kind"].astype(str).value_counts()
    told = tuple((str(kind), int(held.get(str(kind), 0))) for kind in KINDS if held.get(str(kind), 0))
    return Bar(label, told, int((rows["status"] == Status.PLANNED).sum()))


def partners(shown: pd.DataFrame, seen_from: str | None) -> Table:
    """The countries met most often, with the last time each was met."""
    ranked = by_partner(shown, seen_from)
    rows = [
        (
            Said(str(row["name"])),
            Said(words.number(row["engagements"])),
            Said(str(row["last_held_words"]) or t("none held")),
        )
        for _, row in ranked.head(MOST_PARTNERS).iterrows()
    ]
    more = len(ranked) - MOST_PARTNERS
    rest = tn("And {count} more country.", "And {count} more countries.", more) if more > 0 else ""
    head = (t("Country"), t("Engagements"), t("Last held"))
    return Table(title("Partners", seen_from), head, tuple(rows), rest)


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
                Said(where or t(words.NOT_TOLD)),
                Said(term("forum", str(row["forum"])) or "–"),
            )
        )
    head = (t("When"), t("With") if without else t("Sides"), t("Kind"), t("Where"), t("Forum"))
    more = len(shown) - MOST_ROWS
    rest = tn("And {count} more engagement.", "And {count} more engagements.", more) if more > 0 else ""
    return Table("", head, tuple(rows), rest)
