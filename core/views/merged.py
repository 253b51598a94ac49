"""Why reports were taken for one engagement, and with which others they nearly were."""

import html
from dataclasses import dataclass

import pandas as pd

from core.language.speak import t
from core.views import words
from core.views.dataset import Dataset
from core.views.quotation import MUTED, SMALL, title_of
from core.views.retold import retold
from core.views.terms import term

_APART = ("near miss", "ruled apart")


@dataclass(frozen=True, slots=True)
class Joined:
    """Two reports that are one engagement: their documents, the kind of decision, its reasons."""

    doc_id: str
    other_doc_id: str
    decision: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Another engagement with which this one was nearly merged, and what kept them apart."""

    engagement_id: str
    decision: str
    reasons: tuple[str, ...]


def joined(dataset: Dataset, engagement_id: str) -> list[Joined]:
    """The decisions that put the reports of an engagement together."""
    rows = dataset.merges[dataset.merges["engagement_id"] == engagement_id]
    rows = rows[~rows["decision"].astype(str).str.startswith(_APART)]
    paper = _of_reports(dataset, rows, "doc_id")
    return [
        Joined(
            paper.get(report_id, report_id), paper.get(other, other), str(decision), words.codes(str(reasons))
        )
        for report_id, other, decision, reasons in _told(rows)
    ]


def near_misses(dataset: Dataset, engagement_id: str) -> list[NearMiss]:
    """The engagements with which this one was nearly merged, each once with its first reasons."""
    mine = dataset.reports.loc[dataset.reports["engagement_id"] == engagement_id, "report_id"]
    ours = dataset.merges["report_id"].isin(mine) | dataset.merges["other_report_id"].isin(mine)
    rows = dataset.merges[ours]
    rows = rows[rows["decision"].astype(str).str.startswith(_APART)]
    owner = _of_reports(dataset, rows, "engagement_id")
    found: dict[str, NearMiss] = {}
    for report_id, other_id, decision, reasons in _told(rows):
        for other in (owner.get(report_id, ""), owner.get(other_id, "")):
            if other and other != engagement_id:
                found.setdefault(other, NearMiss(other, decision, words.codes(reasons)))
    return list(found.values())


def _told(rows: pd.DataFrame) -> list[tuple[str, str, str, str]]:
    columns = ["report_id", "other_report_id", "decision", "reasons"]
    return [(str(a), str(b), str(c), str(d)) for a, b, c, d in rows[columns].itertuples(index=False)]


def _of_reports(dataset: Dataset, rows: pd.DataFrame, column: str) -> dict[str, str]:
    """A column of the table of reports, for the reports that these decisions name."""
    named = set(rows["report_id"]) | set(rows["other_report_id"])
    found = dataset.reports[dataset.reports["report_id"].isin(named)]
    return dict(zip(found["report_id"].astype(str), found[column].astype(str), strict=True))


def joined_html(dataset: Dataset, decision: Joined) -> str:
    """One decision as HTML: which two documents, why."""
    pair = t(
        "{one} and {other}",
        one=title_of(dataset, decision.doc_id),
        other=title_of(dataset, decision.other_doc_id),
    )
    return (
        f'<div style="margin:.3rem 0 .6rem"><b style="font-weight:600">{html.escape(term("decision", decision.decision).capitalize())}</b>'
        f'<div style="{SMALL}">{html.escape("; ".join(map(retold, decision.reasons)))}</div>'
        f'<div style="{SMALL};{MUTED}">{html.escape(pair)}</div></div>'
    )
