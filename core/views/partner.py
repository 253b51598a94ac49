"""Everything with one partner: how often, how high up, whom, where, about what, and what is to come."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.model import Status
from core.views import words
from core.views.contacts import Cadence, against_usual, at_ministers_level, cadence, contacts
from core.views.dataset import Dataset
from core.views.heatmap import crossed
from core.views.levels import LEVELS, NOT_TOLD, level, level_of, rank
from core.views.people import known_as
from core.views.sides import partner_sides
from core.views.summary import coming_up, no_report_since


@dataclass(frozen=True)
class Partner:
    """What the rows shown say of one country, seen from `home` (None: of the country by itself).

    `rows` are all its engagements, `met` the contacts (`contacts.contacts`), `high` those at a minister's level.
    """

    code: str
    home: str | None
    rows: pd.DataFrame
    met: pd.DataFrame
    high: pd.DataFrame
    cadence: Cadence
    high_cadence: Cadence


def partner(dataset: Dataset, shown: pd.DataFrame, home: str | None, code: str) -> Partner:
    """Everything that the rows shown tell of the country `code`."""
    pairs = partner_sides(shown, home)
    rows = shown.take(np.unique(pairs["row"].to_numpy()[(pairs["country"] == code).to_numpy()]))
    met = contacts(dataset, rows, home)
    met = met[met["country"] == code].reset_index(drop=True)
    high = at_ministers_level(met)
    return Partner(code, home, rows, met, high, cadence(met, dataset.newest), cadence(high, dataset.newest))


def last_at_ministers_level(found: Partner) -> "pd.Series[str] | None":
    """The last contact at which ministers met face to face or spoke, just the two; else the last at any meeting."""
    dated = found.high[found.high["date_start"].notna()].sort_values(
        ["date_start", "sources", "confidence"], ascending=False, kind="stable"
    )
    two = dated[dated["countries"].map(lambda cell: len(words.codes(cell)) == 2)]
    for rows in (two, dated):
        if len(rows):
            return rows.iloc[0]
    return None


def silence_words(found: Partner) -> str:
    """The days since ministers met, against the gaps of the years before, in words."""
    return against_usual(found.high_cadence.days_since, found.high_cadence.median_gap)


def levels_by_year(found: Partner) -> pd.DataFrame:
    """How many contacts there were each year at each level, the highest level first."""
    dated = found.met[found.met["date_start"].notna()]
    cells = pd.DataFrame(
        {
            "row": [level(int(place)) for place in dated["rank"]],
            "column": dated["date_start"].dt.year.astype(str).to_numpy(),
        },
        dtype=str,
    )
    return crossed(cells, rows=(*LEVELS, NOT_TOLD))


def people_met(dataset: Dataset, found: Partner) -> pd.DataFrame:
    """Who spoke for the partner, most often first: `person`, `office`, `level`, `times`, `first`, `last`.

    Spellings of one known office holder count as one person; the office is the one told most often; dates are
    those of engagements held.
    """
    told = dataset.participants
    told = told[
        (told["country"] == found.code)
        & (told["person"] != "")
        & told["engagement_id"].isin(found.met["engagement_id"])
    ]
    days = found.met.drop_duplicates("engagement_id").set_index("engagement_id")["date_start"]
    told = told[["engagement_id", "person", "office"]].astype(str)
    told["person"] = [known_as(name, found.code) for name in told["person"]]
    told = told.assign(day=days.reindex(told["engagement_id"]).to_numpy())
    people = [
        {
            "person": name,
            "office": (office := _usual(group["office"])),
            "level": level(rank(level_of(office, found.code))),
            "times": group["engagement_id"].nunique(),
            "first": group["day"].min(),
            "last": group["day"].max(),
        }
        for name, group in told.groupby("person")
    ]
    columns = ["person", "office", "level", "times", "first", "last"]
    table = pd.DataFrame(people, columns=columns)
    return table.sort_values(
        ["times", "last", "person"], ascending=[False, False, True], ignore_index=True, kind="stable"
    )


def outcomes_told(found: Partner) -> pd.DataFrame:
    """What came of it: a row an outcome, newest first, with the columns of its engagement and `outcome`."""
    told = found.rows[found.rows["outcomes"].astype(str) != ""]
    told = told.assign(outcome=told["outcomes"].map(words.codes)).explode("outcome", ignore_index=True)
    return told.sort_values("date_start", ascending=False, na_position="last", kind="stable")


def ahead(found: Partner, newest: pd.Timestamp | None) -> pd.DataFrame:
    """What is planned for after the newest document, the next one first."""
    return coming_up(found.rows, newest)


def unheard_of(found: Partner, newest: pd.Timestamp | None) -> pd.DataFrame:
    """What was announced and never reported as held, newest first."""
    return no_report_since(found.rows, newest)


def counts(found: Partner) -> tuple[int, int, int]:
    """Engagements with the partner, those held, and those held at a minister's level."""
    held = int((found.rows["status"] == Status.HELD).sum())
    return len(found.rows), held, found.high["engagement_id"].nunique()


def _usual(offices: "pd.Series[str]") -> str:
    told = offices[offices != ""].value_counts()
    best = [str(name) for name, times in told.items() if times == told.max()]
    return min(best) if best else ""
