"""What a reviewer reads: the list, both values of each field, decisions and versions in words."""

import html
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from core.errors import UsageError
from core.language.speak import Told, later, t, tn
from core.store.decided import Action, Decided, State
from core.store.load import Since
from core.store.look import Looked
from core.store.overlay import EDITABLE, when_of
from core.store.queue import Waiting
from core.views import words
from core.views.palette import glyph
from core.views.people import people_words
from core.views.quotation import MUTED, SMALL
from core.views.retold import retold
from core.views.terms import country, term

Row = Mapping[str, Any]
LABELS = {
    "kind": later("Kind"), "status": later("Status"), "track": later("Track"), "date": later("Date"),
    "countries": later("Sides"), "host_country": later("Host country"), "city": later("City"),
    "forum": later("Forum"), "edition": later("Edition"), "people": later("People"), "topics": later("Topics"),
    "initiatives": later("Initiatives"), "outcomes": later("Outcomes"),
}  # fmt: skip
TERMS = {
    "kind": "kind", "status": "status", "track": "track", "topics": "topic", "forum": "forum", "initiatives": "initiative",
}  # fields of a vocabulary or of names  # fmt: skip
MOST_REASONS = 5  # that are told in full
GRID = "display:grid;grid-template-columns:6.5rem minmax(0,1fr) minmax(0,1fr);gap:.15rem .75rem"
_DONE = {
    Action.ACCEPT: later("{who} accepted"), Action.REJECT: later("{who} rejected"),
    Action.EDIT: later("{who} edited"), Action.MERGE: later("{who} merged"), Action.SPLIT: later("{who} split"),
    Action.APART: later("{who} kept apart"), Action.ADD: later("{who} added by hand"),
    Action.DISMISS: later("{who} flag dismissed"), Action.GRADE: later("{who} source graded"),
}  # fmt: skip


def listing(rows: Iterable[tuple[Row, Sequence[str]]]) -> pd.DataFrame:
    """A row for each engagement of the list: what it is, and why it is there."""
    told = [
        {
            "Engagement": one_line(row) if row else t("no document tells of it any more"),
            "Conf.": float(row["confidence"]) if row else None,
            "Why": "; ".join(map(_reason, reasons)),
        }
        for row, reasons in rows
    ]
    return pd.DataFrame(told, columns=["Engagement", "Conf.", "Why"])


def one_line(row: Row) -> str:
    """`● 21 Nov 2024, India – Japan, ADMM-Plus`."""
    about = term("forum", str(row["forum"])) or str(row["city"] or "")
    parts = (date_words(str(row["date"])), words.sides(str(row["countries"])), about)
    return f"{glyph(row['kind'], row['status'])} {', '.join(part for part in parts if part)}"


def date_words(text: str) -> str:
    """A date as it is edited, in words: `21 Nov 2024`."""
    try:
        when = when_of(text)
    except UsageError:
        return text
    return words.when(when.start, when.end, when.precision)


def value_words(field: str, value: object) -> str:
    """One value of a field as people read it; empty when it is not told."""
    text = "" if value is None else str(value)
    if not text:
        return ""
    if field == "date":
        return date_words(text)
    if field == "countries":
        return words.listed(words.names(text))
    if field == "host_country":
        return country(text)
    values = words.codes(text)
    if field == "people":
        return people_words(text)
    return ", ".join(term(TERMS[field], value) for value in values) if field in TERMS else ", ".join(values)


def both_values(looked: Looked) -> str:
    """Each field as it stands beside what the parser read, as HTML; where they are one that is said."""
    cells = [
        f'<span style="{MUTED}">{head}</span>' for head in ("", t("As it stands"), t("As the parser read it"))
    ]
    corrected = set(words.codes(str(looked.row["corrected"])))
    differing = set(words.codes(str(looked.row["conflicts"])))
    for field in EDITABLE:
        now, read = (value_words(field, row[field]) for row in (looked.row, looked.machine))
        shown = html.escape(now) or f'<span style="{MUTED}">{t(words.NOT_TOLD)}</span>'
        if {field, f"{field}_start"} & differing:
            shown += f" · <b>{t('sources differ')}</b>"
        same = field not in corrected and now == read
        other = t("the same") if same else f"{html.escape(read) or t(words.NOT_TOLD)}"
        cells += [
            f'<span style="{MUTED}">{t(LABELS[field])}</span>',
            f"<span>{shown}</span>" if same else f"<span><b>{shown}</b></span>",
            f'<span style="{MUTED if same else ""}">{other}</span>',
        ]
    return f'<div style="{SMALL}"><div style="{GRID}">{"".join(cells)}</div></div>'


def reasons_line(reasons: Sequence[str]) -> str:
    """Why an engagement is in the queue, as HTML; of many reasons the first, and how many more."""
    said = [_reason(reason).rstrip(".") for reason in reasons]
    rest = len(said) - MOST_REASONS
    said = said[:MOST_REASONS] + ([tn("and {count} more", "and {count} more", rest)] if rest > 0 else [])
    told = html.escape("; ".join(said))
    return (
        f'<div style="{SMALL}"><span style="{MUTED}">{t("In the queue:")} </span>{told}</div>' if told else ""
    )


def decision_words(decided: Decided) -> str:
    """`Ana edited City: Goa (was Delhi), the text is wrong`, as plain text."""
    told = t(_DONE[decided.action], who=decided.who)
    if decided.action is Action.EDIT:
        field = str(decided.payload["field"])
        told += f" {t(LABELS.get(field, field))}: {value_words(field, decided.payload['value']) or t(words.NOT_TOLD)}"
    if decided.action is Action.DISMISS:
        told += f" ({decided.payload['flag']})"
    if decided.action is Action.GRADE:
        told += f": {decided.target} {decided.payload['reliability']}"
    told += f" · {decided.why}" if decided.why else ""
    return told if decided.state is State.IN_FORCE else f"{told} · {t(decided.state.value)}"


def moment(at: str) -> str:
    """A moment of the log, in UTC: `21 Nov 2026, 21:58`."""
    stamp = pd.Timestamp(at)
    return f"{words.day(stamp)}, {stamp:%H:%M}"


def data_of(version: int | str, made: tuple[str, ...] | None) -> str:
    """`data 12 of 21 Nov 2026, 21:58 UTC`; `made` is when that version was made."""
    if not made:
        return t("data {version}", version=version)
    return t("data {version} of {moment} UTC", version=version, moment=moment(made[0]))


def since_words(since: Since) -> str:
    """`3 added, 2 changed, 1 removed`, or that nothing changed."""
    parts = [
        tn("{count} added", "{count} added", len(since.added)) if since.added else "",
        tn("{count} changed", "{count} changed", len(since.changed)) if since.changed else "",
        tn("{count} removed", "{count} removed", len(since.removed)) if since.removed else "",
    ]
    return ", ".join(part for part in parts if part) or t("no engagement has changed")


def waiting_in(queue: Iterable[Waiting], shown: "set[str]") -> list[Waiting]:
    """The part of the queue that the filters let through; decisions that lost their engagement always."""
    return [waiting for waiting in queue if not waiting.row or waiting.engagement_id in shown]


def _reason(reason: str) -> str:
    """A reason of the queue as it is read, the fields that it names too."""
    if not isinstance(reason, Told):
        return retold(t(reason))
    values = dict(reason.values)
    for name in {"field", "fields"} & set(values):
        values[name] = ", ".join(words.field(field) for field in str(values[name]).split(", "))
    return t(reason.text, **values)
