"""How to cite a view, and how to cite an engagement with the documents that tell of it."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from core import VERSION
from core.exports.references import Reference, as_text, key_of
from core.exports.selection import Selection, having
from core.views import words
from core.views.dataset import Dataset

AUTHOR = "The Sidelines authors"


def cite_view(selection: Selection) -> str:
    """One line for the rows shown: what was asked, how many rows, which data."""
    itself = view_reference(selection)
    return f"{itself.author}: {itself.title}. {itself.note}."


def view_reference(selection: Selection) -> Reference:
    """The rows shown as a thing to cite; its key changes with the data and with what is asked."""
    data, asked = selection.dataset, selection.asked
    newest = data.newest.date() if data.newest is not None else None
    count = f"{len(selection.engagements):,} of {words.counted(len(data.engagements), 'engagement')}"
    return Reference(
        key=key_of(f"sidelines {data.version} {'' if selection.filters is None else asked}"),
        kind="data",
        title=f"Sidelines. Defence engagements: {asked}",
        author=AUTHOR,
        note=f"{count}, Sidelines {VERSION}, data {data.version}, newest document {selection.newest}",
        day=newest,
    )


def cite_engagement(dataset: Dataset, engagement_id: str) -> str:
    """One line for an engagement: what it was, the documents that tell of it, which data.

    Raises KeyError when the collection has no such engagement.
    """
    itself, *documents = engagement_references(dataset, engagement_id)
    return _cited(itself, documents)


def engagement_references(dataset: Dataset, engagement_id: str) -> list[Reference]:
    """The engagement as a thing to cite, then each document that tells of it.

    Raises KeyError when the collection has no such engagement.
    """
    found = dataset.engagements[dataset.engagements["engagement_id"] == engagement_id]
    if found.empty:
        raise KeyError(engagement_id)
    told = dataset.reports.loc[dataset.reports["engagement_id"] == engagement_id, "doc_id"]
    documents = dataset.documents[dataset.documents["doc_id"].isin(told)]
    return [
        _engagement(found.iloc[0].to_dict(), dataset.version),
        *(document_reference(row) for row in documents.to_dict("records")),
    ]


def cite_engagements(selection: Selection) -> Iterator[str]:
    """The line of `cite_engagement` for each engagement shown, in their order."""
    documents = {
        str(row["doc_id"]): document_reference(row) for row in selection.table("documents").to_dict("records")
    }
    told: dict[str, dict[str, None]] = {}
    reports = selection.table("reports")
    for engagement_id, doc_id in zip(reports["engagement_id"], reports["doc_id"], strict=True):
        told.setdefault(str(engagement_id), {})[str(doc_id)] = None
    for row in selection.engagements.to_dict("records"):
        sources = [
            documents[doc_id] for doc_id in told.get(str(row["engagement_id"]), {}) if doc_id in documents
        ]
        yield _cited(_engagement(row, selection.dataset.version), sources)


def view_references(selection: Selection) -> Iterator[Reference]:
    """The view itself, then every document that tells of an engagement shown, in the order of the documents."""
    yield view_reference(selection)
    told = having(selection.table("documents"), "doc_id", selection.table("reports")["doc_id"])
    for row in told.to_dict("records"):
        yield document_reference(row)


def document_reference(row: Mapping[Hashable, Any]) -> Reference:
    """A document of the table `documents` as a thing to cite; without a title it goes by its id."""
    return Reference(
        key=key_of(str(row["doc_id"])),
        kind="document",
        title=str(row["title"] or row["doc_id"]),
        author=str(row["source"]),
        day=_day(row["published"]),
        url=str(row["url"]),
    )


def _cited(itself: Reference, documents: Sequence[Reference]) -> str:
    told = "; ".join(as_text(document) for document in documents) or words.NOT_TOLD
    return f"{itself.title}. Told by: {told}. {itself.note}."


def _engagement(row: Mapping[Hashable, Any], version: str) -> Reference:
    start, end = _day(row["date_start"]), _day(row["date_end"])
    what = [
        words.listed(words.names(str(row["countries"]))) or "sides not told",
        words.kind_and_status(str(row["kind"]), str(row["status"])),
        words.when(start, end, str(row["date_precision"])),
        words.place(str(row["city"]), str(row["host_country"])),
        str(row["forum"]),
    ]
    return Reference(
        key=key_of(f"sidelines {row['engagement_id']}"),
        kind="data",
        title=", ".join(part for part in what if part),
        author=AUTHOR,
        day=start if row["date_precision"] == "day" else None,
        note=f"Sidelines {VERSION}, engagement {row['engagement_id']}, data {version}",
    )


def _day(value: Any) -> date | None:
    return None if pd.isna(value) else value.date()
