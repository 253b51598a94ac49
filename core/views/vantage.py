"""From whom engagements are counted: without a home side one country is first everywhere and flattens every scale."""

import pandas as pd

from core.language.speak import later, t
from core.views.sides import partner_sides, sides
from core.views.terms import country

PARTNERS = later("Partners")


def seen_from(shown: pd.DataFrame, countries: tuple[str, ...] = (), usual: str | None = None) -> str | None:
    """The code of the side to count from; None when no side is special.

    It is the first chosen country; else `usual` (the home side of all rows) or another country, if it
    is a side of more than half of the rows.
    """
    if countries:
        return countries[0]
    counts = sides(shown)["country"].astype(str).value_counts()
    half = len(shown) / 2
    if usual and counts.get(usual, 0) > half:
        return usual
    counts = counts.sort_index().sort_values(ascending=False, kind="stable")
    return str(counts.index[0]) if len(counts) and counts.iloc[0] > half else None


def partners(shown: pd.DataFrame, home: str | None) -> pd.DataFrame:
    """One row for each engagement and country that took part, with a column `country`.

    With a home side, only the engagements in which it took part, and it is itself left out.
    """
    pairs = partner_sides(shown, home)
    return shown.take(pairs["row"].to_numpy(dtype=int)).assign(
        country=pairs["country"].astype(str).to_numpy()
    )


def title(what: str, home: str | None) -> str:
    """What a count is called: `Partners of India`, or `Countries` when it is seen from nowhere."""
    return t("{what} of {country}", what=t(what), country=country(home)) if home else t("Countries")
