"""Search in the whole text of all articles: all of the words, without accents and capitals, with the places found."""

import html
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.views.dataset import Dataset, folded
from core.views.quotation import MARK, QUOTE

AROUND: Final = 110  # characters before and after what was found
SNIPPETS: Final = 3  # of one article


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has all of the words: how often they occur, and the first places as escaped HTML."""

    doc_id: str
    times: int
    snippets: tuple[str, ...]


def terms(query: str) -> list[str]:
    """What is looked for: words, and phrases in double quotes, folded; each must occur."""
    parts = folded(query).replace("“", '"').replace("”", '"').split('"')
    found = [
        term
        for place, part in enumerate(parts)
        for term in ([" ".join(part.split())] if place % 2 else part.split())
    ]
    return list(dict.fromkeys(term for term in found if term))


def search(dataset: Dataset, query: str, most: int = 50) -> tuple[int, list[Hit]]:
    """How many articles have all of the words, and the best of them: those with most, then the newest.

    The folded texts are kept by the dataset, so that a search only scans.
    """
    wanted = terms(query)
    if not wanted:
        return 0, []
    days = dataset.documents["published"].dt.strftime("%Y%m%d").fillna("0").astype(int)
    published = dict(zip(dataset.documents["doc_id"].astype(str), days, strict=True))
    found = []
    for doc_id, text in dataset.folded_texts.items():
        if all(term in text for term in wanted):
            found.append((-sum(text.count(term) for term in wanted), -published[doc_id], doc_id))
    found.sort()
    hits = [
        Hit(doc_id, -times, _snippets(dataset.texts[doc_id], wanted)) for times, _, doc_id in found[:most]
    ]
    return len(found), hits


def engagements_told(dataset: Dataset, doc_ids: Sequence[str]) -> dict[str, pd.DataFrame]:
    """The engagements that each of these documents reports, newest first."""
    told = dataset.reports[dataset.reports["doc_id"].isin(doc_ids)]
    return {
        str(doc_id): dataset.engagements[dataset.engagements["engagement_id"].isin(group["engagement_id"])]
        for doc_id, group in told.groupby("doc_id")
    }


def _snippets(text: str, wanted: Sequence[str]) -> tuple[str, ...]:
    """The first places of the words, each with what stands around it; places near each other are one snippet."""
    plain, at = _with_offsets(text)
    spans = sorted((at[start], at[start + len(term)]) for term in wanted for start in _starts(plain, term))
    groups: list[list[tuple[int, int]]] = []
    for span in spans:
        if groups and span[0] - groups[-1][-1][1] < AROUND:
            groups[-1].append(span)
        else:
            groups.append([span])
    return tuple(_snippet(text, group) for group in groups[:SNIPPETS])


def _snippet(text: str, spans: Sequence[tuple[int, int]]) -> str:
    first, last = max(0, spans[0][0] - AROUND), min(len(text), spans[-1][1] + AROUND)
    while first and first < spans[0][0] and not text[first - 1].isspace():
        first += 1
    while last < len(text) and last > spans[-1][1] and not text[last].isspace():
        last -= 1
    parts, done = ["… " if first else ""], first
    for start, end in spans:
        if start < done:
            continue
        parts += [
            html.escape(text[done:start]),
            f'<mark style="{MARK}">{html.escape(text[start:end])}</mark>',
        ]
        done = end
    parts += [html.escape(text[done:last]), " …" if last < len(text) else ""]
    return f'<div style="{QUOTE}">{" ".join("".join(parts).split())}</div>'


def _starts(plain: str, term: str) -> list[int]:
    found: list[int] = []
    start = plain.find(term)
    while start >= 0 and len(found) < SNIPPETS * 4:
        found.append(start)
        start = plain.find(term, start + len(term))
    return found


def _with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters (and its end) the place in the text that it comes from."""
    plain: list[str] = []
    at: list[int] = []
    for place, letter in enumerate(text):
        for part in unicodedata.normalize("NFKD", letter):
            if not unicodedata.combining(part):
                small = part.casefold()
                plain.append(small)
                at += [place] * len(small)
    return "".join(plain), [*at, len(text)]
