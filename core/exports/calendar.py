"""Planned engagements as a calendar file (iCalendar, RFC 5545) that any calendar can take in."""

from collections.abc import Hashable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pandas as pd
from icalendar import Calendar, Event

from core.exports.citation import document_reference
from core.exports.references import as_text
from core.exports.selection import Selection, having
from core.model import Precision, Status
from core.views import words

UNDATED_DATA: Final = datetime(1980, 1, 1, tzinfo=UTC)


def planned(selection: Selection) -> pd.DataFrame:
    """The planned engagements shown whose day or month is known, the earliest first.

    A year alone is no entry of a calendar: it would fill it.
    """
    shown = selection.engagements
    dated = shown[
        (shown["status"] == Status.PLANNED)
        & shown["date_start"].notna()
        & shown["date_precision"].isin([Precision.DAY, Precision.MONTH])
    ]
    return dated.sort_values(["date_start", "engagement_id"], kind="stable")


def as_ics(selection: Selection) -> bytes:
    """A whole-day event for each of `planned`, with an id that stays, so that taking it in twice gives no doubles.

    Of a month alone that is known, the event fills the month, says so, and leaves the time free.
    """
    newest = selection.dataset.newest
    stamp = newest.to_pydatetime().replace(tzinfo=UTC) if newest is not None else UNDATED_DATA
    calendar = Calendar()
    calendar.add("prodid", "-//Sidelines//Planned engagements//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Sidelines: {selection.asked}")
    rows = planned(selection)
    told = having(selection.dataset.documents, "doc_id", rows["doc_id"])
    sources = {str(row["doc_id"]): as_text(document_reference(row)) for row in told.to_dict("records")}
    for row in rows.to_dict("records"):
        calendar.add_component(_event(row, sources.get(str(row["doc_id"]), ""), stamp))
    return bytes(calendar.to_ical(sorted=True))


def _event(row: Mapping[Hashable, Any], source: str, stamp: datetime) -> Event:
    first = row["date_start"].date()
    last = first if pd.isna(row["date_end"]) else row["date_end"].date()
    vague = row["date_precision"] != Precision.DAY
    sides = words.listed(words.names(str(row["countries"]))) or "Sides not told"
    what = f"{sides}: {row['forum'] or row['kind']}" + (" (day not told)" if vague else "")
    event = Event()
    event.add("uid", f"{row['engagement_id']}@sidelines")
    event.add("dtstamp", stamp)
    event.add("dtstart", first)
    event.add("dtend", max(first, last) + timedelta(days=1))  # the first day on which it is over
    event.add("summary", what)
    where = words.place(str(row["city"]), str(row["host_country"]))
    if where:
        event.add("location", where)
    evidence = " ".join(str(row["evidence"]).split())
    quoted = f"“{evidence}”" if evidence else ""
    event.add("description", "\n".join(part for part in (quoted, source) if part))
    event.add("status", "TENTATIVE")
    event.add("transp", "TRANSPARENT" if vague else "OPAQUE")
    event.add("categories", [str(row["kind"])])
    return event
