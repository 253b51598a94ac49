"""What one document gave, as it is shown beside an upload: each engagement with its sentence."""

import html

import pandas as pd

from core.language.speak import t, tn
from core.views import words
from core.views.dataset import Dataset
from core.views.palette import KIND_HEX, glyph
from core.views.quotation import MUTED, QUOTE
from core.views.retold import retold
from core.views.terms import term

GRID = (
    "display:grid;grid-template-columns:minmax(5.5rem,7.5rem) minmax(0,1fr);gap:.1rem 1rem;margin-top:.7rem"
)


def found_in(dataset: Dataset, doc_id: str, mode: str) -> str:
    """The document's title and its engagements as HTML of escaped parts; `mode` is `light` or `dark`."""
    document = dataset.documents[dataset.documents["doc_id"] == doc_id].iloc[0]
    told = dataset.reports[dataset.reports["doc_id"] == doc_id]
    title = html.escape(" ".join(str(document["title"]).split()) or doc_id)
    found = tn("{count} engagement", "{count} engagements", len(told))
    if told.empty:
        found = t("no engagement: {why}", why=why_nothing(document))
    head = f'<div><b>{title}</b> <span style="{MUTED}">· {html.escape(found)}</span></div>'
    return head + "".join(_engagement(row, mode) for _, row in told.iterrows())


def why_nothing(document: "pd.Series[str]") -> str:
    """Why a document gave nothing, as far as it can be told."""
    if document["language"] not in ("en", "", "und"):
        return t("it is not in English ({language})", language=document["language"])
    if int(document["words"]) < 20:
        return t("it is too short to tell of one")
    return t("no meeting, visit, call or exercise between countries is told as held or planned")


def _engagement(row: "pd.Series[str]", mode: str) -> str:
    colour = KIND_HEX[mode][row["kind"]]  # type: ignore[index]
    when = words.when(row["date_start"], row["date_end"], row["date_precision"])  # type: ignore[arg-type]
    about = ", ".join(
        part
        for part in (words.kind_and_status(row["kind"], row["status"]), term("forum", str(row["forum"])))
        if part
    )
    return (
        f'<div style="{GRID}"><span>{html.escape(when)}</span><div>'
        f'<span style="color:{colour}">{glyph(row["kind"], row["status"])}</span> '
        f"<b>{html.escape(words.sides(row['countries']))}</b> "
        f'<span style="{MUTED}">{html.escape(about)}</span>'
        f'<div style="{QUOTE}">“{html.escape(" ".join(row["evidence"].split()))}”</div></div></div>'
    )


def not_read(problem: "pd.Series[str]") -> str:
    """One thing that could not be read, with the reason, behind a red rule."""
    detail = retold(str(problem["detail"])).rstrip(".")
    code = term("problem", str(problem["problem"]))
    why = html.escape(f"{detail} ({code})" if detail else code)
    name = html.escape(str(problem["doc_id"]))
    return (
        '<div style="border-left:3px solid #c5392f;padding:.25rem .7rem">'
        + t("{name} was not read: {why}.", name=f"<b>{name}</b>", why=why)
        + "</div>"
    )
