"""What the reports of one engagement disagree on: each value with who tells it, and in which words."""

import html
from dataclasses import dataclass

import pandas as pd

from core.language.speak import t, tn
from core.views import words
from core.views.dataset import Dataset
from core.views.people import person_words
from core.views.quotation import MUTED, QUOTE, SMALL, outlet_of, title_of, words_in_place
from core.views.record import AMBER, edition_words
from core.views.terms import country, term

QUOTED = 2  # reports quoted for one value; the others are counted
GRID = "display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:.5rem 2rem"


@dataclass(frozen=True, slots=True)
class Said:
    """One of the values told for a field: how many independent sources tell it, in which reports."""

    value: str
    sources: int
    report_ids: tuple[str, ...]
    taken: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field on which the reports of an engagement differ, the value taken first."""

    label: str
    said: tuple[Said, ...]

    @property
    def sentence(self) -> str:
        """`2 sources say 13 Feb 2023, 1 says 14 Feb 2023`."""
        first, *others = self.said
        parts = [
            tn("{count} source says {value}", "{count} sources say {value}", first.sources, value=first.value)
        ]
        parts += [
            tn("{count} says {value}", "{count} say {value}", one.sources, value=one.value) for one in others
        ]
        return ", ".join(parts)


def disagreements(dataset: Dataset, engagement_id: str) -> list[Disagreement]:
    """What the reports of an engagement differ on, in the order of the table of conflicts."""
    rows = dataset.conflicts[dataset.conflicts["engagement_id"] == engagement_id]
    found = []
    for name in dict.fromkeys(rows["field"]):
        said = tuple(
            Said(
                _value(name, row["value"]),
                int(row["sources"]),
                words.codes(row["report_ids"]),
                bool(row["chosen"]),
            )
            for _, row in rows[rows["field"] == name].iterrows()
        )
        found.append(
            Disagreement(str(name), tuple(sorted(said, key=lambda one: (not one.taken, -one.sources))))
        )
    return found


def disagreements_html(dataset: Dataset, found: list[Disagreement]) -> str:
    """The disagreements beside each other: the sentence in amber, then for each value the words that tell it."""
    boxes = "".join(f"<div>{_box(dataset, one)}</div>" for one in found)
    return f'<div style="{GRID}">{boxes}</div>'


def _box(dataset: Dataset, disagreement: Disagreement) -> str:
    name = html.escape(words.field(disagreement.label).capitalize())
    head = t("{field}: sources differ.", field=name)
    top = f'<div style="{AMBER}"><b>{head}</b> {html.escape(disagreement.sentence)}.</div>'
    parts = []
    for said in disagreement.said:
        mark = f' <span style="{MUTED};font-weight:400">· {t("taken")}</span>' if said.taken else ""
        value = f'<div style="font-weight:600;margin:.6rem 0 .1rem">{html.escape(said.value)}{mark}</div>'
        quoted = [_quoted(dataset, disagreement.label, report_id) for report_id in said.report_ids[:QUOTED]]
        rest = len(said.report_ids) - QUOTED
        others = tn("and {count} more report", "and {count} more reports", rest)
        more = f'<div style="{SMALL};{MUTED}">{others}</div>' if rest > 0 else ""
        parts.append(value + "".join(quoted) + more)
    return top + f'<div style="padding:0 .6rem">{"".join(parts)}</div>'


def _quoted(dataset: Dataset, field: str, report_id: str) -> str:
    found = dataset.reports[dataset.reports["report_id"] == report_id]
    if found.empty:
        return ""
    report = found.iloc[0]
    passage = words_in_place(dataset, report, field)
    about = html.escape(f"{title_of(dataset, report['doc_id'])} · {outlet_of(dataset, report['doc_id'])}")
    return (
        f'<div style="{QUOTE};font-size:.9375rem">{passage}</div>'
        f'<div style="{SMALL};{MUTED};margin-bottom:.35rem">{about}</div>'
    )


def _value(field: str, value: str) -> str:
    """A value of the table of conflicts as it is read."""
    if field == "host_country":
        return country(value)
    if field == "date":
        start, _, end = value.partition("/")
        return words.when(pd.Timestamp(start), pd.Timestamp(end or start))
    if field == "edition":
        return edition_words(value)
    if field in ("people", "office"):
        return person_words(value)
    return term(field, value) if field in ("kind", "status", "forum") else value
