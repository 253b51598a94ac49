"""All that the pages look at: the tables of one collection, ready to be filtered."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from core.views import levels
from core.views.columns import Codes, coded, listed, places, rows_by, texts
from core.views.vantage import seen_from
from core.views.version import TABLES, data_version

DATES = {
    "documents": ("published",),
    "reports": ("date_start", "date_end"),
    "engagements": ("date_start", "date_end", "first_reported"),
}
AROUND = 150  # characters before and after the evidence that count as its passage

OUTCOME = "outcome: "  # how the rule of a field names the type of an outcome

Rows = Codes


@dataclass(frozen=True)
class Dataset:
    """The tables of the contract with the documents' texts; shared by all sessions, never changed.

    `engagements` is sorted newest first, those without a date last. Dates are datetime64, NaT for
    unknown; lists stay joined by `;`. Row sets are positions in `engagements`. `ages_by` is `ages`.
    """

    documents: pd.DataFrame
    reports: pd.DataFrame
    engagements: pd.DataFrame
    participants: pd.DataFrame
    fields: pd.DataFrame
    problems: pd.DataFrame
    conflicts: pd.DataFrame
    flags: pd.DataFrame
    merges: pd.DataFrame
    texts: Mapping[str, str]
    version: str
    ages_by: Callable[[int], Mapping[str, tuple[int, int]]] = field(default=lambda _: {}, compare=False)

    @classmethod
    def of(cls, frames: Mapping[str, pd.DataFrame], texts: Mapping[str, str], version: str = "") -> "Dataset":
        """The tables as `core.tables.frames.to_frames` gives them, with each document's text."""
        ready = {name: _typed(name, frame) for name, frame in frames.items()}
        ready["engagements"] = ready["engagements"].sort_values(
            ["date_start", "engagement_id"], ascending=[False, True], na_position="last", ignore_index=True
        )
        tables: dict[str, Any] = {name: ready[name] for name in TABLES}
        return cls(**tables, texts=texts, version=version or data_version(ready))

    def table(self, name: str) -> pd.DataFrame:
        """One of the tables by its name in the contract."""
        frame: pd.DataFrame = getattr(self, name)
        return frame

    @cached_property
    def newest(self) -> pd.Timestamp | None:
        """The day of the newest document, which stands for "now"; None when no document has a date."""
        value = self.documents["published"].max()
        return None if pd.isna(value) else pd.Timestamp(value)

    def ages(self, after: int) -> Mapping[str, tuple[int, int]]:
        """The versions of the data at which each engagement came and last changed, of those that changed after one.

        Empty where nobody keeps them.
        """
        return self.ages_by(after)

    @cached_property
    def home(self) -> str | None:
        """The country that is a side of more than half of all engagements; None when there is none."""
        return seen_from(self.engagements)

    @cached_property
    def rows_with_side(self) -> Mapping[str, Rows]:
        """The engagements in which each country is a side."""
        return self._rows_with("countries")

    @cached_property
    def rows_in_conflict(self) -> Mapping[str, Rows]:
        """The engagements whose reports differ on each field."""
        return self._rows_with("conflicts")

    @cached_property
    def rows_flagged(self) -> Mapping[str, Rows]:
        """The engagements that have each flag."""
        return self._rows_with("flags")

    @cached_property
    def report_rows(self) -> Codes:
        """The engagement of each report: its position, -1 for one that is not shown."""
        return places(self.reports["engagement_id"], self.engagements["engagement_id"])

    @cached_property
    def rows_from_source(self) -> Mapping[str, Rows]:
        """The engagements that each outlet or issuing body tells of."""
        return self._rows_told("source")

    @cached_property
    def side_ranks(self) -> pd.DataFrame:
        """The highest known level of each side of each engagement (`core.views.levels`)."""
        return levels.side_ranks(self.participants)

    @cached_property
    def people(self) -> pd.DataFrame:
        """Everybody named in an engagement: `row` (its position), `person` and `country`, as categories."""
        named = self.participants.loc[
            (self.participants["person"] != "").to_numpy(), ["engagement_id", "person", "country"]
        ]
        rows = places(named["engagement_id"], self.engagements["engagement_id"])
        return pd.DataFrame({"row": rows, **{name: coded(named[name]) for name in ("person", "country")}})

    @cached_property
    def forums(self) -> list[str]:
        """All forums and exercises, in the order of the alphabet."""
        return sorted(set(self.engagements["forum"].unique()) - {""})

    @cached_property
    def hosts(self) -> list[str]:
        """The codes of all countries in which an engagement took place, sorted."""
        return sorted(set(self.engagements["host_country"].unique()) - {""})

    @cached_property
    def levels(self) -> "pd.Series[str]":
        """How high up each engagement was, in the order of `engagements`."""
        return levels.levels(self.engagements, self.side_ranks)

    @cached_property
    def outcomes(self) -> pd.DataFrame:
        """Each outcome told, once: `row` (its engagement's position), `value` (the words) and `type`, as categories."""
        told = self.fields.loc[
            (self.fields["field"] == "outcomes").to_numpy(), ["report_id", "value", "rule"]
        ]
        rows = self.report_rows[places(told["report_id"], self.reports["report_id"])]
        value, rule = coded(told["value"]), coded(told["rule"])
        # The reading's rules name the type; where two do, the later one counts.
        kind = coded(
            pd.Series([name.removeprefix(OUTCOME) for name in rule.categories], dtype=str).take(rule.codes)
        )
        found = pd.DataFrame({"row": rows, "value": value, "type": kind})
        once = (rows >= 0) & ~found.duplicated(["row", "value"], keep="last").to_numpy()
        kept: pd.DataFrame = found.loc[once].reset_index(drop=True)
        return kept

    @cached_property
    def rows_with_topic(self) -> Mapping[str, Rows]:
        """The engagements about each topic."""
        return self._rows_with("topics")

    @cached_property
    def rows_with_outcome(self) -> Mapping[str, Rows]:
        """The engagements of which each type of outcome is told."""
        return rows_by(self.outcomes["type"].array, self.outcomes["row"].to_numpy())

    @cached_property
    def rows_by_reliability(self) -> Mapping[str, Rows]:
        """The engagements that a source of each reliability (A to F) tells of."""
        return self._rows_told("reliability")

    @cached_property
    def passages(self) -> list[str]:
        """What a search for words looks at, folded: the sentences of each engagement, what stands around
        them in the text, its people, place, forum, topics and outcomes.
        """
        told: dict[str, list[str]] = {}
        for key, *where in self.reports[["engagement_id", *_PASSAGE]].itertuples(index=False):
            told.setdefault(key, []).append(self._around(*where))
        facts = zip(*(self.engagements[column] for column in _FACTS), strict=True)
        return [
            folded(" ".join([*told.get(key, ()), *known]))
            for key, known in zip(self.engagements["engagement_id"], facts, strict=True)
        ]

    @cached_property
    def folded_texts(self) -> Mapping[str, str]:
        """Each document's text, folded, in the order of the documents: what a full-text search looks at."""
        known, texts = self.documents["doc_id"].tolist(), dict(self.texts)
        return {doc_id: folded(text) for doc_id in known if (text := texts.get(doc_id))}

    def _rows_with(self, column: str) -> Mapping[str, Rows]:
        """The engagements with each value of a column of lists."""
        found = listed(self.engagements, column)
        return rows_by(found["value"].array, found["row"].to_numpy())

    def _rows_told(self, column: str) -> Mapping[str, Rows]:
        """The engagements that documents with each value of a column tell of; none for the empty value."""
        values = coded(texts(self.documents, column))
        of = places(self.reports["doc_id"], self.documents["doc_id"])
        told = pd.Categorical.from_codes(np.append(values.codes, -1)[of], dtype=values.dtype)
        found = rows_by(told, self.report_rows)
        return {value: rows for value, rows in found.items() if value}

    def _around(self, doc_id: str, evidence: str, start: int, end: int) -> str:
        text = self.texts.get(doc_id)
        return text[max(0, start - AROUND) : end + AROUND] if text else evidence


_PASSAGE = ["doc_id", "evidence", "evidence_start", "evidence_end"]
_FACTS = ["people", "city", "forum", "edition", "topics", "initiatives", "outcomes"]


def folded(text: str) -> str:
    """The text without accents and capitals, so that "refuelling" finds "Refuelling" and "Turkiye" "Türkiye"."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def _typed(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    dates = {column: pd.to_datetime(frame[column], errors="coerce") for column in DATES.get(name, ())}
    texts = [column for column in frame.columns if column not in dates and _is_text(frame[column])]
    return frame.assign(**dates, **{column: frame[column].fillna("") for column in texts})


def _is_text(column: "pd.Series[str]") -> bool:
    return bool(pd.api.types.is_object_dtype(column) or pd.api.types.is_string_dtype(column))
