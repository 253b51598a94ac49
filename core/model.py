"""The records that pass from room to room: frozen, and each says what one IS."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What sort of contact an engagement was."""

    BILATERAL = "bilateral"
    MULTILATERAL = "multilateral"
    VISIT = "visit"
    CALL = "call"
    EXERCISE = "exercise"

    @property
    def two_sided(self) -> bool:
        """True for the kinds that have exactly two sides."""
        return self in (Kind.BILATERAL, Kind.VISIT, Kind.CALL)


class Status(StrEnum):
    """Whether it took place when the document was written."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class Track(StrEnum):
    """For whom the sides speak."""

    DEFENCE = "defence"
    SECURITY = "security"
    DIPLOMATIC = "diplomatic"
    LEADERS = "leaders"


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


class DateBasis(StrEnum):
    """Where the date of an engagement was taken from."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    HEADER = "header"
    CALENDAR = "forum calendar"
    UNKNOWN = ""


class PublishedBasis(StrEnum):
    """Where a document's own date was found."""

    HEADER = "header"
    BYLINE = "byline"
    DATELINE = "dateline"
    METADATA = "metadata"
    GIVEN = "given"
    UNKNOWN = ""


class Trouble(StrEnum):
    """Why a document or a row could not be used: the codes of problems.csv."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    NOT_TEXT = "not text"
    ENCRYPTED = "encrypted"
    UNSUPPORTED = "unsupported"
    BAD_ROW = "bad row"


class SourceKind(StrEnum):
    """What sort of publisher a document is from."""

    OFFICIAL = "official"
    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    THINK_TANK = "think tank"
    BLOG = "blog"
    EXAM_SITE = "exam site"
    UNKNOWN = ""


class Reliability(StrEnum):
    """How far a source can be trusted, in the Admiralty's letters: A completely, E not at all, F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


CONFIRMED, PROBABLE, UNJUDGED = 1, 2, 6
"""how credible an engagement is, in the Admiralty's figures: confirmed, probably true, cannot be judged"""


class FlagCode(StrEnum):
    """What about an engagement does not fit with what is known, or is known from elsewhere."""

    CALENDAR = "forum calendar"
    EDITION = "edition"
    WEEKDAY = "weekday"
    AHEAD = "after publication"
    OFFICE = "office holder"
    MEMBERS = "members"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class When:
    """A day, or an interval with its precision when nobody said which day; both ends included."""

    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.NONE

    @classmethod
    def on(cls, day: date, last: date | None = None) -> "When":
        """That day, or each day from it to `last`."""
        return cls(day, last or day, Precision.DAY)

    @classmethod
    def in_month(cls, year: int, month: int) -> "When":
        """Some day of that month: nobody said which."""
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), Precision.MONTH)

    @classmethod
    def in_year(cls, year: int) -> "When":
        """Some day of that year: nobody said which."""
        return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Document:
    """One article as text, with what it says about itself."""

    doc_id: str
    text: str
    title: str = ""
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    source: str = ""
    url: str = ""
    language: str = ""
    measures: tuple[int, str] | None = None
    """the text's words and hash where the text itself is no longer kept"""
    signature: tuple[int, ...] = ()
    """what is left of the text's wording: near-copies of one text share most of these numbers"""
    copy_of: str = ""
    """the earliest document of which this one is a near-copy"""

    def without_text(self) -> "Document":
        """The same document with an empty text; it still tells how many words the text had, and its hash."""
        return replace(self, text="", measures=(self.words, self.sha256))

    @property
    def words(self) -> int:
        """How many words the text has, split at white space."""
        return len(self.text.split()) if self.measures is None else self.measures[0]

    @property
    def sha256(self) -> str:
        """The hash of the extracted text, as 64 hexadecimal digits."""
        if self.measures is not None:
            return self.measures[1]
        import hashlib

        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Problem:
    """A document or a row of one that could not be used, and what to do about it."""

    doc_id: str
    problem: Trouble
    detail: str


class BlockKind(StrEnum):
    """What a run of lines of a document is for."""

    TITLE = "title"
    HEADER = "header"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """Characters `start` to `end` of a document's text that belong together."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start` to `start + len(text)` of a document's text, verbatim."""

    text: str
    start: int
    block: int
    kind: BlockKind = BlockKind.PARAGRAPH

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Person:
    """A named representative: name as printed, alpha-3 code of the side, office in canonical words."""

    name: str
    country: str = ""
    office: str = ""
    organisation: str = ""

    def __str__(self) -> str:
        """`Name (Country, Office)`, without what is not known."""
        about = ", ".join(part for part in (self.country or self.organisation, self.office) if part)
        return f"{self.name} ({about})" if about else self.name


@dataclass(frozen=True, slots=True)
class FieldSource:
    """The words (offsets in the document's text) that gave a report one value, and the rule that read them."""

    field: str
    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Report:
    """One engagement as one document reports it."""

    doc_id: str
    kind: Kind
    status: Status = Status.HELD
    track: Track = Track.DEFENCE
    when: When = When()
    date_basis: DateBasis = DateBasis.UNKNOWN
    countries: tuple[str, ...] = ()
    host_country: str = ""
    city: str = ""
    forum: str = ""
    edition: str = ""
    people: tuple[Person, ...] = ()
    topics: tuple[str, ...] = ()
    initiatives: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    confidence: float = 0.0
    evidence: str = ""
    evidence_start: int = 0
    evidence_end: int = 0
    background: bool = False
    fields: tuple[FieldSource, ...] = ()
    report_id: str = ""
    engagement_id: str = ""


class Decision(StrEnum):
    """Why two reports were taken for one engagement, or were nearly taken for one."""

    SAME_DAY = "same day"
    OVERLAPPING = "overlapping dates"
    CLOSE = "days close by"
    VAGUE = "vague date joined"
    UNDATED = "undated joined"
    PLANNED = "planned then held"
    CALLED_OFF = "planned then cancelled"
    MOVED = "moved"
    TOGETHER = "ruled together"
    APART = "ruled apart"
    NEAR_DAY = "near miss: day"
    NEAR_PLACE = "near miss: place"
    NEAR_PEOPLE = "near miss: people"
    NEAR_FORUM = "near miss: forum"
    NEAR_SIDES = "near miss: sides"
    NEAR_LEVEL = "near miss: level"
    NEAR_STATUS = "near miss: status"
    ONE_DOCUMENT = "near miss: one document"
    SEVERAL_FIT = "near miss: several fit"


@dataclass(frozen=True, slots=True)
class MergeDecision:
    """Two reports that became one engagement, or that came near it: which, and the reasons in words.

    `engagement_id` is the engagement of the report `report_id`; `other` is the id of the other report.
    """

    engagement_id: str
    report_id: str
    other: str
    merged: bool
    kind: Decision
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One of the values that an engagement's reports tell for a field on which they differ.

    `sources` counts the independent sources among the reports `report_ids`; `chosen` marks the value that the
    engagement takes.
    """

    field: str
    value: str
    report_ids: tuple[str, ...]
    sources: int = 1
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """One side or person of an engagement."""

    engagement_id: str
    country: str
    country_name: str
    person: str = ""
    office: str = ""
    organisation: str = ""
    role: str = "participant"


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that speaks against a value of an engagement, or explains one, and who says so.

    `report_id` is empty where it is of the whole engagement; `detail` is a sentence for people, `basis` the
    source of what is known.
    """

    engagement_id: str
    report_id: str
    flag: FlagCode
    field: str
    detail: str
    basis: str


@dataclass(frozen=True, slots=True)
class Engagement:
    """One engagement in the world, with the best values that its reports give."""

    engagement_id: str
    best: Report
    reports: tuple[Report, ...]
    sources: int = 1
    conflicts: tuple[str, ...] = ()
    first_reported: date | None = None
    participants: tuple[Participant, ...] = ()
    independent_sources: int = 1
    conflicting: tuple[Conflict, ...] = ()
    flags: tuple[Flag, ...] = ()
    credibility: int = UNJUDGED
    review: str = ""
    """what analysts said of it: empty, `accepted`, `corrected`, `rejected`, `by hand`"""
    corrected: tuple[str, ...] = ()
    """the fields whose values an analyst set"""


@dataclass(slots=True)
class Collection:
    """All that a run has read: documents, what they report, what could not be used, what was merged and why."""

    documents: list[Document] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    engagements: list[Engagement] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    decisions: list[MergeDecision] = field(default_factory=list)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each document's id with its extracted text."""
        return ((document.doc_id, document.text) for document in self.documents)
