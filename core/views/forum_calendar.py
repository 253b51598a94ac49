"""The calendar of forums: every edition that the lexicon knows, past and coming, and what the collection has of it."""

from collections.abc import Iterable, Iterator

import pandas as pd

from core.lexicon.forums import Edition, edition_on, editions, forums
from core.views.columns import texts
from core.views.sides import counted

COLUMNS = ("forum", "edition", "start", "end", "host", "city", "ahead", "engagements")


def known_forums() -> list[str]:
    """The forums whose editions the lexicon knows, by name."""
    return sorted(name for name in forums() if editions(name))


def forum_calendar(shown: pd.DataFrame, names: Iterable[str], newest: pd.Timestamp | None) -> pd.DataFrame:
    """The editions of these forums, the latest first, each with how many of the engagements shown belong to it.

    Columns: `forum`, `edition`, `start` and `end` (datetime64), `host` (alpha-3), `city` (empty where it was held by
    video), `ahead` (begins after the newest document), `engagements`. In a year with several editions of a forum an
    engagement belongs to the one under way on its day; one of which the month alone is known, to none.
    """
    wanted = [name for name in names if editions(name)]
    counts = _counts(shown, wanted)
    rows = [
        {
            "forum": each.forum,
            "edition": each.edition,
            "start": each.start,
            "end": each.end,
            "host": each.host,
            "city": each.city,
            "ahead": newest is not None and pd.Timestamp(each.start) > newest,
            "engagements": counts.get((each.forum, each.start.isoformat()), 0),
        }
        for name in wanted
        for each in editions(name)
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    table = table.assign(start=pd.to_datetime(table["start"]), end=pd.to_datetime(table["end"]))
    return table.sort_values(["start", "forum"], ascending=[False, True], ignore_index=True)


def _counts(shown: pd.DataFrame, names: list[str]) -> dict[tuple[str, str], int]:
    rows = counted(shown[["forum", "date_start", "date_precision", "status"]])
    rows = rows[texts(rows, "forum").isin(names).to_numpy() & rows["date_start"].notna().to_numpy()]
    found: dict[tuple[str, str], int] = {}
    alike = pd.DataFrame(
        {"forum": texts(rows, "forum"), "day": rows["date_start"], "of": texts(rows, "date_precision")}
    )
    for cells, count in alike.value_counts(sort=False).items():
        for each in _editions_of(*cells):  # type: ignore[misc]
            key = (each.forum, each.start.isoformat())
            found[key] = found.get(key, 0) + int(count)
    return found


def _editions_of(forum: str, start: pd.Timestamp, precision: str) -> Iterator[Edition]:
    """The edition to which an engagement at a forum belongs; nothing where that is not known."""
    in_year = [each for each in editions(forum) if each.year == start.year]
    if len(in_year) == 1:
        yield in_year[0]
    elif in_year and precision == "day":
        known = edition_on(forum, start.date())
        if known is not None:
            yield known
