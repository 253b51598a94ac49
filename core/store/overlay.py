"""An engagement as analysts want it: the machine's values with their edits on top, both kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from core.engagements.participants import participants
from core.errors import UsageError
from core.model import DateBasis, Engagement, Kind, Person, Precision, Report, Status, Track, When
from core.store.decided import Action, Decided
from core.tables.schema import LIST_SEPARATOR, column

EDITABLE = (
    "kind", "status", "track", "date", "countries", "host_country", "city", "forum", "edition", "people",
    "topics", "initiatives", "outcomes",
)  # fmt: skip
_VOCABULARIES: dict[str, Any] = {"kind": Kind, "status": Status, "track": Track}
_LISTS = ("topics", "initiatives", "outcomes")


def reviewed(engagement: Engagement, decided: Sequence[Decided]) -> tuple[Engagement, str, tuple[str, ...]]:
    """The engagement with the edits of these decisions, its state of review, and the fields that were corrected.

    The state is empty (nobody looked), `accepted`, `corrected` or `rejected`: the last word counts.
    """
    state, corrected, best = "", dict[str, None](), engagement.best
    for one in decided:
        if one.action is Action.EDIT:
            best = edited(best, str(one.payload["field"]), str(one.payload["value"]))
            corrected[str(one.payload["field"])] = None
            state = "corrected"
        elif one.action is Action.ACCEPT:
            state = "corrected" if corrected else "accepted"
        elif one.action is Action.REJECT:
            state = "rejected"
    if best is not engagement.best:
        people = participants(engagement.engagement_id, best)
        engagement = replace(engagement, best=best, participants=people)
    return engagement, state, tuple(corrected)


def edited(best: Report, field: str, value: str) -> Report:
    """The report with one field set to a value written as in the tables.

    A date is a day, a month or a year (2024-11-21, 2024-11, 2024), two days joined by `/`, or empty. Raises
    UsageError when the field cannot be edited or the value cannot stand in it.
    """
    value = " ".join(value.split())
    if field not in EDITABLE:
        raise UsageError(f"{field} cannot be edited; {', '.join(EDITABLE)} can")
    if field == "date":
        return replace(
            best, when=when_of(value), date_basis=DateBasis.EXPLICIT if value else DateBasis.UNKNOWN
        )
    if field in _VOCABULARIES:
        words = column("engagements", field).vocabulary
        if value not in words:
            raise UsageError(f"{field} must be one of {', '.join(words)}, not {value!r}")
        return replace(best, **{field: _VOCABULARIES[field](value)})
    if field == "countries":
        return replace(best, countries=tuple(sorted({_code(part) for part in _parts(value)})))
    if field == "host_country":
        return replace(best, host_country=_code(value) if value else "")
    if field == "people":
        return replace(best, people=tuple(person_of(part) for part in _parts(value)))
    if field in _LISTS:
        return replace(best, **{field: tuple(_parts(value))})  # type: ignore[arg-type]
    return replace(best, **{field: value})  # type: ignore[arg-type]


def date_text(best: Report) -> str:
    """A report's date in the form in which it is edited."""
    when = best.when
    if when.start is None or when.end is None:
        return ""
    if when.precision is Precision.MONTH:
        return f"{when.start:%Y-%m}"
    if when.precision is Precision.YEAR:
        return f"{when.start:%Y}"
    first, last = when.start.isoformat(), when.end.isoformat()
    return first if first == last else f"{first}/{last}"


def when_of(value: str) -> When:
    """The date that a text in that form means. Raises UsageError when it means none."""
    if not value:
        return When()
    try:
        if "/" in value:
            first, last = (date.fromisoformat(part.strip()) for part in value.split("/"))
            if last < first:
                raise ValueError
            return When.on(first, last)
        numbers = [int(part) for part in value.split("-")]
        if len(numbers) == 1 and 1900 <= numbers[0] <= 2199:
            return When.in_year(numbers[0])
        if len(numbers) == 2:
            return When.in_month(*numbers)
        return When.on(date.fromisoformat(value))
    except (ValueError, IndexError):
        raise UsageError(
            f"{value!r} is no date: write 2024-11-21, 2024-11, 2024 or 2024-11-20/2024-11-21"
        ) from None


def person_of(text: str) -> Person:
    """A person written as in the tables: `Name (Country, Office)`."""
    name, _, about = text.partition(" (")
    parts = [part.strip() for part in about.removesuffix(")").split(",", 1) if part.strip()]
    if parts and len(parts[0]) == 3 and parts[0].isupper():
        return Person(name.strip(), _code(parts[0]), parts[1] if len(parts) > 1 else "")
    if len(parts) > 1:
        return Person(name.strip(), "", parts[1], parts[0])
    return Person(name.strip(), "", parts[0] if parts else "")


def _code(text: str) -> str:
    """The alpha-3 code of a country named by its code or its name. Raises UsageError when there is none."""
    from core.lexicon.countries import code_of

    code = code_of(text.strip())
    if code is None:
        raise UsageError(f"{text!r} is no country: write its three letters (IND) or its English name")
    return code


def _parts(value: str) -> list[str]:
    return [part.strip() for part in value.split(LIST_SEPARATOR) if part.strip()]
