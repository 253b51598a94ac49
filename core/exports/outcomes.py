"""What came of the engagements: a row for each outcome, with who, when and where it is written."""

import pandas as pd

from core.exports.selection import Selection
from core.tables.schema import Column, column
from core.views import words

COLUMNS = (
    column("engagements", "date_start"),
    column("engagements", "date_end"),
    column("engagements", "date_precision"),
    column("engagements", "countries"),
    Column("sides", "text", "The sides by name."),
    column("engagements", "kind"),
    column("engagements", "status"),
    column("engagements", "forum"),
    Column("outcome", "text", "One thing that was signed, agreed, exchanged, proposed or scheduled."),
    column("engagements", "evidence"),
    Column("title", "text", "The document in which it is written."),
    column("documents", "source"),
    column("documents", "published"),
    column("documents", "url"),
    column("engagements", "doc_id"),
    column("engagements", "engagement_id"),
)


def outcomes(selection: Selection) -> pd.DataFrame:
    """A row for each outcome of the engagements shown, in their order; the columns are `COLUMNS`."""
    shown = selection.engagements
    told = shown[shown["outcomes"].astype(str) != ""]
    told = told.assign(
        outcome=told["outcomes"].map(words.codes),
        sides=[words.listed(words.names(cell)) for cell in told["countries"]],
    ).explode("outcome", ignore_index=True)
    documents = selection.dataset.documents[["doc_id", "title", "source", "published", "url"]]
    return told.merge(documents.drop_duplicates("doc_id"), on="doc_id", how="left")[
        [column.name for column in COLUMNS]
    ]
