"""All reports of one engagement beside each other: a table of fields by reports, and what they disagree on."""

import html
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from core.language.speak import later, t, tn
from core.model import Status
from core.views import words
from core.views.dataset import Dataset
from core.views.people import people_words
from core.views.quotation import MUTED, SMALL, document_of, outlet_of, title_of
from core.views.record import AMBER, FIELD_WORDS, Record, forum_of, when_of
from core.views.terms import value_words

TAKEN = later("Taken")
MOST = 12  # reports in the table; the others are named under it
CELL = "padding:.45rem .75rem .45rem 0;vertical-align:top;text-align:left"
LINE = "border-bottom:1px solid rgba(128,128,128,.28)"
_LONG = ("People", "Topics", "Initiatives", "Outcomes")
_ALWAYS = ("Date", "Place", "Sides", "People")
_FIELDS: dict[str, Callable[["pd.Series[str]"], str]] = {
    "Kind": lambda row: words.kind_and_status(row["kind"], row["status"]),
    "Date": lambda row: "" if when_of(row) == t(words.NO_DATE) else when_of(row),
    "Place": lambda row: words.place(row["city"], row["host_country"]),
    "Sides": lambda row: words.listed(words.names(row["countries"])),
    "Forum": forum_of,
    "People": lambda row: people_words(row["people"]),
    "Topics": lambda row: ", ".join(map(value_words, words.codes(row["topics"]))),
    "Initiatives": lambda row: ", ".join(map(value_words, words.codes(row["initiatives"]))),
    "Outcomes": lambda row: "; ".join(words.codes(row["outcomes"])),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an engagement: the value taken, and what each report tells, in the order of the reports."""

    label: str
    taken: str
    told: tuple[str, ...]
    differ: bool


def fields_by_reports(record: Record) -> list[Field]:
    """The fields that any report tells, in the order of the record; those that every engagement has are always there."""
    differing = {FIELD_WORDS.get(name, "") for name in words.codes(record.engagement["conflicts"])}
    differing = {"Kind" if label == "Status" else label for label in differing}
    found = []
    for label, value in _FIELDS.items():
        told = tuple(value(report) for _, report in record.reports.iterrows())
        taken = value(record.engagement)
        if label in _ALWAYS or taken or any(told):
            found.append(Field(label, taken, told, label in differing))
    return found


def table(dataset: Dataset, record: Record) -> str:
    """The fields by reports as HTML: the value taken first, then a column for each report."""
    shown = record.reports.head(MOST)
    heads = [
        f'<th style="{CELL};{LINE};min-width:5.5rem"></th>',
        _head(t(TAKEN), "", t("for the engagement")),
    ]
    heads += [_report_head(dataset, record, report) for _, report in shown.iterrows()]
    lines = [_line(field, len(shown)) for field in fields_by_reports(record)]
    rest = len(record.reports) - len(shown)
    quoted = tn("and {count} more report, quoted below", "and {count} more reports, quoted below", rest)
    more = f'<div style="{SMALL};{MUTED};margin-top:.4rem">{quoted}</div>'
    return (
        f'<div style="overflow-x:auto" tabindex="0" role="region" aria-label="{t("Fields by reports")}">'
        f'<table style="border-collapse:collapse;font-size:.875rem;line-height:1.4"><thead><tr>{"".join(heads)}</tr>'
        f"</thead><tbody>{''.join(lines)}</tbody></table></div>{more if rest > 0 else ''}"
    )


def _report_head(dataset: Dataset, record: Record, report: "pd.Series[str]") -> str:
    doc_id = str(report["doc_id"])
    row = document_of(dataset, doc_id)
    notes = [outlet_of(dataset, doc_id)]
    if report["status"] == Status.PLANNED and record.engagement["status"] == Status.HELD:
        notes.append(t("announces it"))
    if bool(report["background"]):
        notes.append(t("told as background"))
    if row is not None and row["copy_of"]:
        notes.append(t("copy of {title}", title=title_of(dataset, str(row["copy_of"]))))
    return _head(title_of(dataset, doc_id), doc_id, " · ".join(notes))


def _head(title: str, tip: str, about: str) -> str:
    return (
        f'<th style="{CELL};{LINE};min-width:11rem;max-width:16rem;font-weight:400" title="{html.escape(tip)}">'
        f'<div style="font-weight:600">{html.escape(title)}</div>'
        f'<div style="{SMALL};{MUTED}">{html.escape(about)}</div></th>'
    )


def _line(field: Field, reports: int) -> str:
    name = f'<th scope="row" style="{CELL};{LINE};font-weight:400;{MUTED}">{t(field.label)}</th>'
    differ = f'<br><b style="font-weight:600">{t("sources differ")}</b>' if field.differ else ""
    weight = 400 if field.label in _LONG else 600
    taken = f'<td style="{CELL};{LINE};font-weight:{weight}">{html.escape(field.taken) or _not_told()}{differ}</td>'
    cells = [_cell(field, told) for told in field.told[:reports]]
    return f"<tr>{name}{taken}{''.join(cells)}</tr>"


def _cell(field: Field, told: str) -> str:
    if not told:
        return f'<td style="{CELL};{LINE}">{_not_told()}</td>'
    if not field.differ:
        return f'<td style="{CELL};{LINE}">{html.escape(told)}</td>'
    if told == field.taken:
        return (
            f'<td style="{CELL};{LINE}">{html.escape(told)} <span style="{MUTED}">· {t("taken")}</span></td>'
        )
    return f'<td style="{CELL};{LINE}"><div style="{AMBER};margin:0">{html.escape(told)}</div></td>'


def _not_told() -> str:
    return f'<span style="{MUTED}">{t(words.NOT_TOLD)}</span>'
