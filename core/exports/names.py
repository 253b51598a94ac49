"""The names of files: which table or form, what was asked, which data."""

import re
import unicodedata
from datetime import date

from core.views.dataset import Dataset
from core.views.filters import DEFAULT_TRACKS, Filters

LONGEST = 120


def file_name(what: str, dataset: Dataset, filters: Filters | None = None, suffix: str = "csv") -> str:
    """A name that tells what is in the file, the filters, the data's version and the day of its newest document.

    `engagements_IND-RUS_bilateral_2022-01-01--2024-12-31_data-3f9c2a_2026-02-15.csv`
    """
    newest = dataset.newest.date().isoformat() if dataset.newest is not None else "undated"
    asked = "_".join(_plain(part) for part in _asked(filters)) if filters else ""
    middle = asked[:LONGEST].rstrip("_-")
    name = "_".join(part for part in (what, middle, f"data-{dataset.version}", newest) if part)
    return f"{name}.{suffix}" if suffix else name


def _asked(filters: Filters) -> list[str]:
    said = ["-".join(filters.countries), *("-".join(group) for group in (filters.kinds, filters.statuses))]
    said += ["-".join(filters.forums)]
    said += ["in-" + "-".join(filters.hosts)] if filters.hosts else []
    said += [filters.search, "-".join(filters.sources)]
    said += [f"confidence-{filters.confidence:.2f}"] if filters.confidence else []
    said += [f"since-{filters.since}"] if filters.since else []
    if filters.tracks != DEFAULT_TRACKS:
        said += ["-".join(filters.tracks) if filters.tracks else "all-tracks"]
    if filters.first or filters.last:
        said += [f"{_iso(filters.first)}--{_iso(filters.last)}"]
    return [part for part in said if part]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _plain(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.-]+", "-", ascii_only).strip("-.")
