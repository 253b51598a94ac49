"""What a source says, verbatim: the sentence in its text, highlighted, with the words that gave each value."""

import html
import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from core.language.speak import t
from core.views import words
from core.views.dataset import AROUND, Dataset
from core.views.terms import term

NEAR = 90  # characters before and after the words that gave one value
LONGEST = 20_000  # characters before and after the sentence that "whole text" shows
MUTED = "opacity:.72"
SMALL = "font-size:.8125rem"
QUOTE = "font-family:'Source Serif','Source Serif 4',Georgia,serif;font-size:1rem;line-height:1.55"
MARK = "background:rgba(255,196,0,.30);color:inherit;padding:.1em 0"
UNDERLINE = "text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px"


def quotation(dataset: Dataset, report: "pd.Series[str]", note: str = "") -> str:
    """The sentence in its surroundings, highlighted, the words that gave a value underlined; then its source,
    and folded away the whole text.
    """
    around, whole_text = _passage(dataset, report, AROUND), _passage(dataset, report, LONGEST)
    more = (
        f'<details style="{SMALL};margin-top:.2rem"><summary style="cursor:pointer;{MUTED}">{t("Whole text")}</summary>'
        f'<div style="{QUOTE};font-size:.9375rem;margin:.4rem 0 .6rem">{whole_text}</div></details>'
        if whole_text != around
        else ""
    )
    return f'<div style="{QUOTE}">{around}</div>{_source_line(dataset, report, note)}{more}'


def title_of(dataset: Dataset, doc_id: str) -> str:
    """The document's title on one line; its id when it has none."""
    found = dataset.documents.loc[dataset.documents["doc_id"] == doc_id, "title"]
    return _one_line(str(found.iloc[0])) if len(found) and found.iloc[0] else doc_id


def document_of(dataset: Dataset, doc_id: str) -> "pd.Series[Any] | None":
    """The document's row; None when it is not in the collection."""
    found = dataset.documents[dataset.documents["doc_id"] == doc_id]
    return found.iloc[0] if len(found) else None


def outlet_of(dataset: Dataset, doc_id: str) -> str:
    """`Press Information Bureau, official · B · 28 Apr 2023`, as much of it as is known."""
    row = document_of(dataset, doc_id)
    if row is None:
        return t("undated")
    known = ", ".join(
        part for part in (str(row["source"]), term("source kind", str(row["source_kind"]))) if part
    )
    dated = t("undated") if pd.isna(row["published"]) else words.day(row["published"])
    grade = t("reliability {grade}", grade=row["reliability"]) if known else ""
    return " · ".join(part for part in (known, grade, dated) if part)


def words_in_place(dataset: Dataset, report: "pd.Series[str]", field: str) -> str:
    """The words that gave a field of a report, highlighted among those around them; else its sentence."""
    text = dataset.texts.get(report["doc_id"], "")
    known = dataset.fields[
        (dataset.fields["report_id"] == report["report_id"]) & (dataset.fields["field"] == field)
    ]
    if known.empty or not text:
        return _passage(dataset, report, 0)
    start, end = int(known["start"].iloc[0]), int(known["end"].iloc[0])
    first, last = _word_start(text, max(0, start - NEAR)), _word_end(text, min(len(text), end + NEAR))
    first = max(first, text.rfind("\n\n", 0, start) + 1)
    stop = text.find("\n\n", end)
    last = min(last, stop) if stop >= 0 else last
    before = f"{'… ' if first else ''}{_spaced(text[first:start]).lstrip()}"
    after = f"{_spaced(text[end:last]).rstrip()}{' …' if last < len(text) else ''}"
    mark = f'<mark style="{MARK}">{_spaced(text[start:end])}</mark>'
    return f'<span style="{MUTED}">{before}</span>{mark}<span style="{MUTED}">{after}</span>'


def _passage(dataset: Dataset, report: "pd.Series[str]", around: int) -> str:
    text = dataset.texts.get(report["doc_id"], "")
    start, end = int(report["evidence_start"]), int(report["evidence_end"])
    if text[start:end].strip() == "" or end <= start:
        return f'<mark style="{MARK}">{html.escape(_one_line(report["evidence"]))}</mark>'
    first, last = _word_start(text, max(0, start - around)), _word_end(text, min(len(text), end + around))
    before = f'<span style="{MUTED}">{"… " if first else ""}{_lines(text[first:start])}</span>'
    after = f'<span style="{MUTED}">{_lines(text[end:last])}{" …" if last < len(text) else ""}</span>'
    spans = dataset.fields[dataset.fields["report_id"] == report["report_id"]]
    inside = zip(spans["start"].astype(int), spans["end"].astype(int), spans["field"], strict=True)
    return f'{before}<mark style="{MARK}">{_underlined(text, start, end, inside)}</mark>{after}'


def _underlined(text: str, start: int, end: int, spans: Iterable[tuple[int, int, str]]) -> str:
    """Characters `start` to `end`, escaped, with each span of a field underlined and named on hover."""
    said: dict[tuple[int, int], list[str]] = {}
    for first, last, field in spans:
        if start <= first < last <= end and last - first < (end - start) * 0.9:
            said.setdefault((first, last), []).append(words.field(field))
    done, parts = start, []
    for (first, last), fields in sorted(said.items()):
        if first < done:
            continue
        names = ", ".join(dict.fromkeys(fields))
        parts.append(html.escape(text[done:first]))
        parts.append(
            f'<u style="{UNDERLINE}" title="{html.escape(names)}">{html.escape(text[first:last])}</u>'
        )
        done = last
    return "".join([*parts, html.escape(text[done:end])])


def _source_line(dataset: Dataset, report: "pd.Series[str]", note: str = "") -> str:
    doc_id = str(report["doc_id"])
    found = dataset.documents[dataset.documents["doc_id"] == doc_id]
    published = found["published"].iloc[0] if len(found) else None
    outlet = str(found["source"].iloc[0]) if len(found) else ""
    dated = t("undated") if published is None or pd.isna(published) else words.day(published)
    name = "" if title_of(dataset, doc_id) == doc_id else doc_id
    about = " · ".join(part for part in (outlet, dated, name) if part)
    return (
        f'<div style="{SMALL};margin-top:.35rem"><b>{html.escape(title_of(dataset, doc_id))}</b><br>'
        f'<span style="{MUTED}">{html.escape(about + note)}</span></div>'
    )


def _lines(text: str) -> str:
    """Escaped text whose line breaks stay, at most one in a row."""
    return re.sub(r"\s*\n\s*", "<br>", html.escape(text))


def _spaced(text: str) -> str:
    """Escaped text on one line."""
    return re.sub(r"\s+", " ", html.escape(text))


def _one_line(text: str) -> str:
    return " ".join(str(text).split())


def _word_start(text: str, at: int) -> int:
    while 0 < at < len(text) and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int) -> int:
    while 0 < at < len(text) and not text[at].isspace():
        at -= 1
    return at
