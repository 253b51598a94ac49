"""What the reader asked for: a filter knows how to apply itself and how to say itself in words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.language.speak import t
from core.model import Track
from core.views.dataset import Dataset, Rows, folded
from core.views.groups import with_member
from core.views.news import changed_after
from core.views.terms import country

Mask = npt.NDArray[np.bool_]
DEFAULT_TRACKS = (Track.DEFENCE.value,)


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of the sidebar; an empty one lets everything through.

    Several countries mean that all of them are sides; several values of any other filter mean one of
    them. A period lets through what may have taken place in it: a month that it touches counts, an
    engagement without a date does not. `search` asks for all of its words.
    """

    first: date | None = None
    last: date | None = None
    countries: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    search: str = ""
    hosts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tracks: tuple[str, ...] = DEFAULT_TRACKS
    confidence: float = 0.0
    told_by: int = 1
    """by how many independent sources at least"""
    conflicts: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    """a member of one of them is a side besides the countries asked for, or else besides the home side"""
    levels: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    reliabilities: tuple[str, ...] = ()
    certain: bool = False
    """only what certainly lies within the period: a month that the period cuts does not count"""
    since: int = 0
    """only what is new or changed since this version of the data; 0: whatever its age"""

    @property
    def any_set(self) -> bool:
        """True when something other than the view that opens first is asked for."""
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is asked for: which rows it lets through, and the filters without it."""

    name: str
    mask: Callable[[Dataset], Mask]
    without: Filters


@dataclass(frozen=True, slots=True)
class Choice:
    """A way out of an empty page: what to leave out, how many rows that gives, the filters then."""

    name: str
    rows: int
    filters: Filters


def narrow(dataset: Dataset, filters: Filters) -> pd.DataFrame:
    """The engagements that all filters let through, newest first, with the columns of the contract."""
    return dataset.engagements[_all_of(dataset, list(parts(filters)))]


def total(dataset: Dataset, filters: Filters) -> int:
    """How many engagements there are on the tracks that are looked at, whatever else is asked for."""
    return int(_of_tracks(dataset, filters.tracks).sum())


def elsewhere(dataset: Dataset, filters: Filters) -> int:
    """How many engagements are left out because they belong to another track."""
    return len(dataset.engagements) - total(dataset, filters)


def leave_one_out(dataset: Dataset, filters: Filters) -> list[Choice]:
    """For each thing that is asked for, the number of rows without it."""
    asked = list(parts(filters))
    masks = [part.mask(dataset) for part in asked]
    everything = np.ones(len(dataset.engagements), dtype=bool)
    choices = []
    for index, part in enumerate(asked):
        others = masks[:index] + masks[index + 1 :]
        rows = int(np.logical_and.reduce([everything, *others]).sum())
        choices.append(Choice(part.name, rows, part.without))
    return choices


def parts(filters: Filters) -> Iterator[Part]:
    """Everything that is asked for, one by one: each country for itself, each other filter whole."""
    f = filters
    for code in f.countries:
        rest = tuple(other for other in f.countries if other != code)
        yield Part(
            t("Without “{name}”", name=country(code)),
            partial(_with_side, code),
            replace(f, countries=rest),
        )
    if f.forums:
        yield Part(t("Any forum"), lambda data: _is_in(data, "forum", f.forums), replace(f, forums=()))
    if f.kinds:
        yield Part(t("All kinds"), lambda data: _is_in(data, "kind", f.kinds), replace(f, kinds=()))
    if f.statuses:
        yield Part(t("Any status"), lambda data: _is_in(data, "status", f.statuses), replace(f, statuses=()))
    if f.search.strip():
        yield Part(t("Without the words"), lambda data: _with_words(data, f.search), replace(f, search=""))
    if f.hosts:
        yield Part(t("Any host"), lambda data: _is_in(data, "host_country", f.hosts), replace(f, hosts=()))
    if f.sources:
        yield Part(
            t("Any source"),
            lambda data: _any_of(data, data.rows_from_source, f.sources),
            replace(f, sources=()),
        )
    if f.confidence > 0:
        yield Part(
            t("Any confidence"),
            lambda data: data.engagements["confidence"].to_numpy(dtype=float) >= f.confidence - 1e-9,
            replace(f, confidence=0.0),
        )
    if f.told_by > 1:
        yield Part(t("Any number of sources"), lambda data: _told_by(data, f.told_by), replace(f, told_by=1))
    if f.conflicts:
        yield Part(
            t("Whether or not sources differ"),
            lambda data: _any_of(data, data.rows_in_conflict, f.conflicts),
            replace(f, conflicts=()),
        )
    if f.flags:
        yield Part(
            t("With or without flags"),
            lambda data: _any_of(data, data.rows_flagged, f.flags),
            replace(f, flags=()),
        )
    yield from _more_parts(f)
    if f.tracks:
        yield Part(t("All tracks"), lambda data: _of_tracks(data, f.tracks), replace(f, tracks=()))
    if f.first or f.last:
        yield Part(
            t("All dates"),
            lambda data: _in_period(data, f.first, f.last, f.certain),
            replace(f, first=None, last=None, certain=False),
        )


def _more_parts(f: Filters) -> Iterator[Part]:
    if f.groups:
        yield Part(t("Any group"), lambda data: _of_groups(data, f), replace(f, groups=()))
    if f.levels:
        yield Part(
            t("Any level"),
            lambda data: data.levels.isin(f.levels).to_numpy(dtype=bool),
            replace(f, levels=()),
        )
    if f.topics:
        yield Part(
            t("Any topic"), lambda data: _any_of(data, data.rows_with_topic, f.topics), replace(f, topics=())
        )
    if f.outcomes:
        yield Part(
            t("Any outcome"),
            lambda data: _any_of(data, data.rows_with_outcome, f.outcomes),
            replace(f, outcomes=()),
        )
    if f.since > 0:
        yield Part(t("New or not"), lambda data: changed_after(data, f.since), replace(f, since=0))
    if f.reliabilities:
        yield Part(
            t("Any reliability"),
            lambda data: _any_of(data, data.rows_by_reliability, f.reliabilities),
            replace(f, reliabilities=()),
        )


def own_sides(dataset: Dataset, filters: Filters) -> frozenset[str]:
    """The sides besides which a member of a group is looked for: the countries asked for, else the home side."""
    return frozenset(filters.countries or ((dataset.home,) if dataset.home else ()))


def _all_of(dataset: Dataset, asked: list[Part]) -> Mask:
    mask = np.ones(len(dataset.engagements), dtype=bool)
    for part in asked:
        mask &= part.mask(dataset)
    return mask


def _with_side(code: str, dataset: Dataset) -> Mask:
    return _of_rows(dataset, dataset.rows_with_side.get(code))


def _of_rows(dataset: Dataset, rows: Rows | None) -> Mask:
    mask = np.zeros(len(dataset.engagements), dtype=bool)
    if rows is not None:
        mask[rows] = True
    return mask


def _is_in(dataset: Dataset, column: str, values: tuple[str, ...]) -> Mask:
    return dataset.engagements[column].isin(values).to_numpy(dtype=bool)


def _of_tracks(dataset: Dataset, tracks: tuple[str, ...]) -> Mask:
    return _is_in(dataset, "track", tracks) if tracks else np.ones(len(dataset.engagements), dtype=bool)


def _any_of(dataset: Dataset, rows: Mapping[str, Rows], values: tuple[str, ...]) -> Mask:
    """The rows that one of the values has."""
    mask = np.zeros(len(dataset.engagements), dtype=bool)
    for value in values:
        mask |= _of_rows(dataset, rows.get(value))
    return mask


def _told_by(dataset: Dataset, sources: int) -> Mask:
    return dataset.engagements["independent_sources"].to_numpy(dtype=np.int64) >= sources


def _of_groups(dataset: Dataset, f: Filters) -> Mask:
    besides = own_sides(dataset, f)
    inside = np.zeros(len(dataset.engagements), dtype=bool)
    for group in f.groups:
        inside |= with_member(dataset, group, besides)
    return inside


def _in_period(dataset: Dataset, first: date | None, last: date | None, certain: bool) -> Mask:
    starts, ends = dataset.engagements["date_start"], dataset.engagements["date_end"]
    ends, mask = ends.fillna(starts), starts.notna()
    if first is not None:
        mask = mask & ((starts if certain else ends) >= pd.Timestamp(first))
    if last is not None:
        mask = mask & ((ends if certain else starts) <= pd.Timestamp(last))
    return mask.to_numpy(dtype=bool)


def _with_words(dataset: Dataset, search: str) -> Mask:
    wanted = folded(search).split()
    return np.fromiter(
        (all(word in passage for word in wanted) for passage in dataset.passages),
        dtype=bool,
        count=len(dataset.passages),
    )
