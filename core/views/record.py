"""One engagement with everything that was told of it: the sentences, the facts, where the sources differ."""

import html
import re
from dataclasses import dataclass

import pandas as pd

from core.language.speak import english, later, t
from core.model import Status, Track
from core.views import words
from core.views.dataset import Dataset
from core.views.people import people_words
from core.views.quotation import MUTED, SMALL, quotation, title_of
from core.views.terms import country, term, value_words

RULE = '<hr style="border:0;border-top:1px solid;opacity:.15;margin:.9rem 0 .7rem">'
AMBER = "border-left:3px solid #c58a00;background:rgba(197,138,0,.12);padding:.4rem .6rem;margin:.25rem 0"
ROW = "display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:0 .75rem;margin:.2rem 0"

FIELD_WORDS = {
    "date_start": later("Date"),
    "date_end": "Date",
    "date": "Date",
    "date_precision": "Date",
    "countries": later("Sides"),
    "host_country": later("Place"),
    "city": "Place",
    "forum": later("Forum"),
    "edition": "Forum",
    "people": later("People"),
    "office": "People",
    "kind": later("Kind"),
    "status": later("Status"),
}


@dataclass(frozen=True)
class Record:
    """An engagement's row with the reports that tell of it, the one that shows it best first."""

    engagement: "pd.Series[str]"
    reports: pd.DataFrame


def find_record(dataset: Dataset, engagement_id: str) -> Record | None:
    """The record of an id; None when the collection has no such engagement."""
    found = dataset.engagements[dataset.engagements["engagement_id"] == engagement_id]
    if found.empty:
        return None
    engagement = found.iloc[0]
    told = dataset.reports[dataset.reports["engagement_id"] == engagement_id]
    best = (told["report_id"] == engagement["report_id"]).astype(int)
    order = pd.DataFrame({"best": best, "confidence": told["confidence"]}).sort_values(
        ["best", "confidence"], ascending=False, kind="stable"
    )
    return Record(engagement, told.loc[order.index])


def current_id(dataset: Dataset, engagement_id: str) -> str:
    """The engagement to which an id leads, given once: itself, or the one that holds its founding report now; "" if none."""
    if (dataset.engagements["engagement_id"] == engagement_id).any():
        return engagement_id
    founding = dataset.reports["report_id"].str[2:] == engagement_id[2:]
    found = dataset.reports.loc[founding, "engagement_id"]
    return str(found.iloc[0]) if engagement_id.startswith("E-") and len(found) else ""


def when_and_where(row: "pd.Series[str]") -> str:
    """`21 Nov 2024 · Vientiane, Laos`, escaped."""
    where = words.place(str(row["city"]), str(row["host_country"]))
    return html.escape(" · ".join(part for part in (when_of(row), where) if part))


def facts(dataset: Dataset, record: Record) -> str:
    """What is known, field by field, with a box where the sources differ; unknown is said."""
    row = record.engagement
    differing = {
        FIELD_WORDS.get(name, name.replace("_", " ").capitalize()) for name in words.codes(row["conflicts"])
    }
    shown = [
        ("Forum", forum_of(row)),
        ("People", people_words(row["people"])),
        ("Date", when_of(row)),
        ("Place", words.place(row["city"], row["host_country"])),
        (later("Confidence"), words.confidence(float(row["confidence"]))),
    ]
    more = [
        (later("Topics"), "topics"),
        (later("Initiatives"), "initiatives"),
        (later("Outcomes"), "outcomes"),
    ]
    shown += [
        (label, ", ".join(map(value_words, words.codes(row[column]))))
        for label, column in more
        if row[column]
    ]
    if row["track"] != Track.DEFENCE:
        shown.append((later("Track"), term("track", row["track"])))
    if bool(row["background"]):
        shown.append((later("Told as"), t("background of another story")))
    if row["flags"]:
        shown.append((later("Flags"), ", ".join(term("flag", flag) for flag in words.codes(row["flags"]))))
    if len(words.codes(row["countries"])) > 3:  # the heading names three at most
        shown.insert(0, ("Sides", _value(row, "Sides")))
    shown += [(label, "") for label in sorted(differing - {label for label, _ in shown})]
    return "".join(
        _fact(label, value, _conflict(dataset, record, label, differing)) for label, value in shown
    )


def also_told(dataset: Dataset, record: Record) -> str:
    """The sentences of the other reports, each with its document; empty when there is one report only."""
    parts = []
    for _, report in record.reports.iloc[1:].iterrows():
        announces = report["status"] == Status.PLANNED and record.engagement["status"] == Status.HELD
        told = quotation(dataset, report, f" · {t('announces it')}" if announces else "")
        parts.append(f'<div style="margin:.5rem 0 1.1rem">{told}</div>')
    return "".join(parts)


def whole(dataset: Dataset, record: Record) -> str:
    """The record from the sentence to the last report, as one piece of HTML."""
    others = len(record.reports) - 1
    told = f'{RULE}<div style="font-weight:600">{t("Also told by {count}", count=others)}</div>{also_told(dataset, record)}'
    return (
        f"{quotation(dataset, record.reports.iloc[0])}{RULE}{facts(dataset, record)}{told if others else ''}"
    )


def citation(dataset: Dataset, record: Record) -> str:
    """A line to cite, in English: what, when, told by which documents, read by which version of the data."""
    row = record.engagement
    told = "; ".join(title_of(dataset, doc_id) for doc_id in dict.fromkeys(record.reports["doc_id"]))
    what = f"{words.sides(row['countries'])}, {words.kind_and_status(row['kind'], row['status'])}, {when_of(row)}"
    return f"{what}. Told by: {told}. Sidelines {row['engagement_id']}, data {dataset.version}."


def when_of(row: "pd.Series[str]") -> str:
    """When it was, as precisely as is known."""
    return words.when(row["date_start"], row["date_end"], row["date_precision"])  # type: ignore[arg-type]


def forum_of(row: "pd.Series[str]") -> str:
    """`11th ADMM-Plus`, `Aero India 2023`, or the name alone."""
    name, edition = str(row["forum"]), str(row["edition"])
    forum = term("forum", name)
    if not forum or not edition or edition in name:
        return forum
    if english():
        return f"{forum} {edition}" if edition.isdigit() else f"{edition} {forum}"
    return t("{forum}, edition {edition}", forum=forum, edition=edition_words(edition))


def edition_words(edition: str) -> str:
    """The edition of a forum as it is read: `11th`, and its number alone where endings of numbers are not English."""
    return edition if english() else re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", edition)


def _fact(label: str, value: str, box: str) -> str:
    differ = f" · <b>{t('sources differ')}</b>" if box else ""
    shown = html.escape(value) if value else f'<span style="{MUTED}">{t(words.NOT_TOLD)}</span>'
    if box and not value:
        shown, differ = f"<b>{t('sources differ')}</b>", ""
    return (
        f'<div style="{ROW}"><span style="{MUTED}">{t(label)}</span><span>{shown}{differ}{box}</span></div>'
    )


def _conflict(dataset: Dataset, record: Record, label: str, differing: set[str]) -> str:
    if label not in differing:
        return ""
    chosen = _value(record.engagement, label)
    told: dict[str, list[str]] = {}
    for _, report in record.reports.drop_duplicates(["doc_id", *_columns(label)]).iterrows():
        told.setdefault(_value(report, label), []).append(_short(title_of(dataset, report["doc_id"])))
    lines = []
    for value, titles in sorted(told.items(), key=lambda item: item[0] != chosen):
        note = f'<br><span style="opacity:.8">{t("chosen")}</span>' if value == chosen else ""
        lines.append(
            f'<div style="{ROW};{SMALL}"><span>{html.escape(value or t(words.NOT_TOLD))}</span>'
            f'<span style="{MUTED}">{html.escape("; ".join(titles))}{note}</span></div>'
        )
    return f'<div style="{AMBER}">{"".join(lines)}</div>'


def _columns(label: str) -> list[str]:
    return [
        column for column, name in FIELD_WORDS.items() if name == label and column not in ("date", "office")
    ] or ["doc_id"]


def _value(row: "pd.Series[str]", label: str) -> str:
    if label == "Date":
        return when_of(row)
    if label == "Place":
        return words.place(row["city"], row["host_country"])
    if label == "Sides":
        return words.listed([country(code) for code in words.codes(row["countries"])])
    column = label.lower()
    values = words.codes(str(row[column])) if column in row.index else ()
    if column == "people":
        return people_words(str(row[column]))
    return (
        ", ".join(term(column, value) for value in values)
        if column in ("kind", "status", "forum")
        else ", ".join(values)
    )


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"
