"""What the review says of the parser: how often each field was right, by source, and new names it met."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from core.lexicon.offices import is_holder, offices
from core.store.decided import in_parts
from core.store.look import reviewed_rows
from core.store.overlay import EDITABLE
from core.store.records import document_from
from core.store.schema import documents


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the reviewed engagements were right, under a name: a field, or a source."""

    name: str
    right: int
    reviewed: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing was reviewed."""
        return self.right / self.reviewed if self.reviewed else 0.0


@dataclass(frozen=True, slots=True)
class Learned:
    """The parser's accuracy on what was reviewed: engagements as such, their fields, and by source."""

    engagements: Share
    fields: tuple[Share, ...]
    sources: tuple[Share, ...]


def learned_from(connection: Connection) -> Learned:
    """The accuracy of the machine's values on the engagements that analysts accepted, corrected or rejected.

    A rejected one was invented; its fields do not count. By source an engagement is right when it was kept with no
    field corrected.
    """
    reviewed = _reviewed(connection)
    outlets = _outlets(connection, {str(row["doc_id"]) for row in reviewed})
    kept = total = 0
    wrong: Counter[str] = Counter()
    by_source: dict[str, list[bool]] = defaultdict(list)
    for row in reviewed:
        corrected = [field for field in str(row["corrected"]).split(";") if field]
        rejected = row["review"] == "rejected"
        total += 1
        kept += not rejected
        by_source[outlets.get(str(row["doc_id"]), "") or "no source stated"].append(
            not rejected and not corrected
        )
        if not rejected:
            wrong.update(corrected)
    return Learned(
        Share("engagements", kept, total),
        tuple(Share(field, kept - wrong[field], kept) for field in EDITABLE),
        tuple(Share(name, sum(right), len(right)) for name, right in sorted(by_source.items())),
    )


def new_people_from(connection: Connection) -> list[dict[str, str]]:
    """People whom analysts confirmed and whom no list of office holders has: entries for `holders.csv`.

    Each has the columns of that file; since and until are the day of the engagement, for an editor to widen.
    """
    keys = {office.title: key for key, office in offices().items()}
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in _reviewed(connection):
        if row["review"] == "rejected":
            continue
        for person in (part for part in str(row["people"]).split(";") if part):
            name, _, about = person.partition(" (")
            country, _, office = about.removesuffix(")").partition(", ")
            if office in keys and len(country) == 3 and not is_holder(name):
                entry = {
                    "country": country,
                    "office": keys[office],
                    "name": name,
                    "surname": name.split()[-1],
                    "aliases": "",
                    "since": str(row["date_start"] or ""),
                    "until": str(row["date_end"] or ""),
                    "source": f"confirmed by an analyst in {row['engagement_id']}, told by {row['doc_id']}",
                }
                found.setdefault((country, office, name), entry)
    return [found[key] for key in sorted(found)]


def _reviewed(connection: Connection) -> list[dict[str, Any]]:
    return [
        row for row in reviewed_rows(connection) if row["review"] in ("accepted", "corrected", "rejected")
    ]


def _outlets(connection: Connection, doc_ids: set[str]) -> dict[str, str]:
    """The source of each of these documents."""
    question = select(documents.c.record)
    found: dict[str, str] = {}
    for part in in_parts(sorted(doc_ids)):
        for record in connection.execute(question.where(documents.c.doc_id.in_(part))).scalars():
            document = document_from(record)
            found[document.doc_id] = document.source
    return found
