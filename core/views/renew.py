"""A collection brought up to date with what changed, so that a decision does not read everything anew."""

import pandas as pd

from core.store.newer import Newer
from core.store.shown import OF_ENGAGEMENT
from core.tables.frames import frames
from core.views.dataset import Dataset


def renewed(dataset: Dataset, newer: Newer) -> Dataset:
    """The collection as of `newer`, the same as when all of it is read: rows, types and their order."""
    came = frames(newer.tables)
    tables: dict[str, pd.DataFrame] = {"problems": came["problems"]}
    for name in OF_ENGAGEMENT:
        old = dataset.table(name)
        tables[name] = _joined(old[~old["engagement_id"].isin(newer.touched)], came[name])
    order = _in_order(tables["engagements"])
    for name in OF_ENGAGEMENT:
        places = tables[name]["engagement_id"].map(order)
        tables[name] = tables[name].iloc[places.argsort(kind="stable")].reset_index(drop=True)
    documents = dataset.documents[~dataset.documents["doc_id"].isin(came["documents"]["doc_id"])]
    tables["documents"] = _by_name(_joined(documents, came["documents"]))
    told = dataset.reports
    if newer.owners:
        owner = told["report_id"].map(newer.owners)
        told = told.assign(
            engagement_id=owner.fillna(told["engagement_id"]).astype(told["engagement_id"].dtype)
        )
    tables["reports"] = _by_name(_joined(told, came["reports"])) if len(came["reports"]) else told
    tables["fields"] = _joined(dataset.fields, came["fields"])
    if len(came["fields"]):
        rank = pd.Series(range(len(tables["reports"])), index=tables["reports"]["report_id"])
        places = tables["fields"]["report_id"].map(rank)
        tables["fields"] = tables["fields"].iloc[places.argsort(kind="stable")].reset_index(drop=True)
    texts = {**dataset.texts, **newer.texts} if newer.texts else dataset.texts
    return Dataset.of(tables, texts, str(newer.version))


def _joined(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """The rows of both; one of them as it is when the other has none."""
    if old.empty or new.empty:
        return (old if new.empty else new).reset_index(drop=True)
    return pd.concat([old, new], ignore_index=True)


def _by_name(table: pd.DataFrame) -> pd.DataFrame:
    """By document; the rows of one document stay in their order."""
    return table.iloc[table["doc_id"].argsort(kind="stable")].reset_index(drop=True)


def _in_order(engagements: pd.DataFrame) -> "pd.Series[int]":
    """The place of each engagement in the tables: by first day, those without one last, then kind and id."""
    days = engagements["date_start"].fillna(pd.Timestamp("9999-01-01"))
    keys = pd.DataFrame(
        {"day": days, "kind": engagements["kind"].astype(str), "id": engagements["engagement_id"]}
    ).sort_values(["day", "kind", "id"])
    return pd.Series(range(len(keys)), index=keys["id"])
