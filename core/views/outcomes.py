"""What came of engagements, by type; and what was promised: whether it came."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from core.language.speak import later, t
from core.model import Kind, Status
from core.views import words
from core.views.columns import listed, places
from core.views.dataset import Dataset
from core.views.terms import term

OTHER: Final = "other"
AGREEMENTS: Final = (
    "agreement signed",
    "agreement renewed",
    "agreement in force",
    "arrangement exchanged",
    "contract signed",
)
PROMISES: Final = ("next meeting scheduled", "invitation extended", "exercise agreed", "talks to continue")
CAME, WAITING, SILENT = later("came"), later("ahead"), later("no report since")
_Held = tuple[int, str, str]  # first day (as a number), kind and id of an engagement held, the earliest first
_OF_PROMISES: Final = [
    "engagement_id",
    "countries",
    "kind",
    "status",
    "outcomes",
    "date_start",
    "date_end",
    "date_precision",
    "first_reported",
]
_VISIT_OR_TALKS: Final = (Kind.BILATERAL, Kind.VISIT, Kind.MULTILATERAL)


def typed(dataset: Dataset, shown: pd.DataFrame) -> pd.DataFrame:
    """A row an outcome of the rows shown, newest first: their columns, `outcome` (as told) and `type`.

    What several documents tell in the same words is one outcome; a type that the reading did not name is `other`.
    """
    pairs, known = listed(shown, "outcomes"), dataset.outcomes
    read_as, told = known["value"].cat.categories, shown.take(pairs["row"].to_numpy())
    outcome = pairs["value"].cat.categories
    # An outcome of an engagement as one number: so it is looked up among those of which the type was read.
    place = np.append(read_as.get_indexer(outcome), -1)[pairs["value"].cat.codes]
    rows = places(told["engagement_id"], dataset.engagements["engagement_id"])
    wide = len(read_as) + 1
    read = pd.Index(known["row"].to_numpy() * wide + known["value"].cat.codes.to_numpy())
    found = read.get_indexer(pd.Index(np.where((place < 0) | (rows < 0), -1, rows * wide + place)))
    types = np.append(known["type"].to_numpy(dtype=object), OTHER)[found]
    told = told.assign(
        outcome=pd.Series(pairs["value"].astype(outcome.dtype).to_numpy(), index=told.index, dtype="str"),
        type=pd.Series(types, index=told.index, dtype="str"),
    )
    return told.sort_values("date_start", ascending=False, na_position="last", kind="stable").reset_index(
        drop=True
    )


def promises(dataset: Dataset, shown: pd.DataFrame) -> pd.DataFrame:
    """What was promised, newest first: planned engagements, and outcomes that speak of a next time.

    Columns: `day` (when it was promised: first told, or the day of the meeting), `sides` (codes by `;`), `promise` (in
    words), `state` (`came`, `ahead` of the newest document, `no report since`), `id` (of the promise), `came` (of the
    first engagement held by the same sides after it, "" for none).
    """
    shown = shown[_OF_PROMISES]
    dated = shown["date_start"].notna().to_numpy()
    held = shown[(shown["status"] == Status.HELD).to_numpy() & dated]
    held = held.sort_values("date_start", kind="stable")
    of: dict[str, list[_Held]] = {}
    days = held["date_start"].to_numpy(dtype="datetime64[D]").astype(int).tolist()
    cells = (held[column].tolist() for column in ("countries", "kind", "engagement_id"))
    for day, sides, kind, key in zip(days, *cells, strict=True):
        of.setdefault(sides, []).append((day, kind, key))
    plans = shown[(shown["status"] == Status.PLANNED).to_numpy() & dated].to_dict("records")
    rows = [_planned(row, of.get(str(row["countries"]), []), dataset.newest) for row in plans]
    next_times = typed(dataset, shown)
    next_times = next_times[next_times["type"].isin(PROMISES) & next_times["date_start"].notna()]
    next_times = next_times.assign(until=next_times["date_end"] + pd.DateOffset(years=2))
    rows += [_next_time(row, of.get(str(row["countries"]), [])) for row in next_times.to_dict("records")]
    table = pd.DataFrame(rows, columns=["day", "sides", "promise", "state", "id", "came"])
    table["day"] = pd.to_datetime(table["day"])
    return table.sort_values(["day", "id"], ascending=[False, True], na_position="last", ignore_index=True)


def _planned(
    row: Mapping[Hashable, Any], held: Sequence[_Held], newest: pd.Timestamp | None
) -> dict[str, object]:
    """A plan came when its sides (`held`) did the like within 31 days of its time, and not before it was told."""
    start, end = pd.Timestamp(row["date_start"]), pd.Timestamp(row["date_end"])
    month, told = pd.Timedelta(days=31), pd.Timestamp(row["first_reported"])
    kinds = (str(row["kind"]), *_alike(str(row["kind"])))
    first = start - month if _unknown(told) else max(start - month, told)
    came = next((key for _, kind, key in _between(held, first, end + month) if kind in kinds), "")
    waiting = newest is not None and end >= newest
    when = words.when(start, end, str(row["date_precision"]))
    return {
        "day": row["first_reported"],
        "sides": row["countries"],
        "promise": t("{kind} planned for {when}", kind=term("kind", row["kind"]), when=when),
        "state": CAME if came else WAITING if waiting else SILENT,
        "id": row["engagement_id"],
        "came": came,
    }


def _next_time(row: Mapping[Hashable, Any], held: Sequence[_Held]) -> dict[str, object]:
    """A next time came when the same sides (`held`) met again within two years."""
    ended = pd.Timestamp(row["date_end"])
    came = next((key for day, _, key in _between(held, ended, row["until"]) if day > _day(ended)), "")
    return {
        "day": row["date_start"],
        "sides": row["countries"],
        "promise": f"{term('outcome', row['type'])}: {row['outcome']}",
        "state": CAME if came else SILENT,
        "id": row["engagement_id"],
        "came": came,
    }


def _between(held: Sequence[_Held], first: pd.Timestamp, last: pd.Timestamp) -> Sequence[_Held]:
    """Those that began on one of these days; none where a day is not known."""
    if _unknown(first) or _unknown(last):
        return ()
    return held[bisect_left(held, _day(first), key=_began) : bisect_right(held, _day(last), key=_began)]


def _unknown(day: object) -> bool:
    return day is pd.NaT


def _began(one: _Held) -> int:
    return one[0]


def _day(day: pd.Timestamp) -> int:
    return int(day.to_datetime64().astype("datetime64[D]").astype(int))


def _alike(kind: str) -> tuple[str, ...]:
    return tuple(str(each) for each in _VISIT_OR_TALKS) if kind in _VISIT_OR_TALKS else ()
