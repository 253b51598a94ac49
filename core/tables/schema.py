"""Every column of every table: its type, what it means in plain words, an example. This is the codebook."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.model import (
    DateBasis,
    Decision,
    FlagCode,
    Kind,
    Precision,
    PublishedBasis,
    Reliability,
    SourceKind,
    Status,
    Track,
    Trouble,
)

TYPES = ("text", "date", "integer", "number", "boolean", "list")
LIST_SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `type` is one of `TYPES`; a `vocabulary` names all values that can stand in it."""

    name: str
    type: str
    meaning: str
    example: str = ""
    vocabulary: tuple[str, ...] = ()


_DOCUMENTS = (
    Column("doc_id", "text", "The document: its path within the input; for a row of a table FILE#ROW or its own id.", "2023/delhi.txt"),
    Column("title", "text", "Its headline; empty when it has none.", "Rajnath meets Shoigu in Delhi"),
    Column("published", "date", "The day on which the document says that it was put out.", "2023-04-28"),
    Column("published_basis", "text", "Where that day was found: in a header line, the byline, the dateline, the data around the text, or given by the user.", "dateline", tuple(PublishedBasis)),
    Column("source", "text", "The outlet or the issuing body.", "Press Information Bureau"),
    Column("url", "text", "Where the document stands on the web.", "https://example.org/2023/04/28/talks"),
    Column("language", "text", "Its language as a two-letter code; und when it could not be told. Only English (en) is read.", "en"),
    Column("words", "integer", "How many words its text has.", "412"),
    Column("sha256", "text", "The fingerprint of the extracted text: the same text has the same one.", "9f86d081..."),
    Column("reports", "integer", "How many engagements it reports.", "3"),
    Column("copy_of", "text", "The earliest document with nearly the same text; empty when there is none before it.", "2023/agency.txt"),
    Column("source_kind", "text", "What sort of publisher that is; empty when unknown.", "official", tuple(SourceKind)),
    Column("reliability", "text", "How far the source can be trusted, in the Admiralty's letters: B an official issuer about its own meetings, F cannot be judged.", "B", tuple(Reliability)),
)  # fmt: skip

_REPORT_KEYS = (
    Column("report_id", "text", "The report; the same text gives the same id.", "r-3f9a1c0b72de"),
    Column("doc_id", "text", "The document that reports it.", "2023/delhi.txt"),
)

_ENGAGEMENT_KEY = Column(
    "engagement_id",
    "text",
    "The engagement in the world, which several documents may report.",
    "e-81c2d0a4f6b3",
)

_FACTS = (
    Column("kind", "text", "bilateral: talks in person between two sides; multilateral: a meeting of three or more countries; visit: an official trip to a country; call: two sides by telephone or video; exercise: a named joint exercise or patrol.", "bilateral", tuple(Kind)),
    Column("status", "text", "held: took place or is under way; planned: has a time or a place but had not begun; cancelled: called off.", "held", tuple(Status)),
    Column("track", "text", "For whom the sides speak: defence (a defence establishment, or it is an exercise), security (national security advisers), diplomatic (foreign ministers), leaders (heads of state or government).", "defence", tuple(Track)),
    Column("date_start", "date", "The first day; of a month or year that alone is known, the first day of that.", "2023-04-28"),
    Column("date_end", "date", "The last day; the same as the first when it took one day.", "2023-04-28"),
    Column("date_precision", "text", "How much of the date is known.", "day", tuple(Precision)),
    Column("date_basis", "text", "explicit: written out (20 November 2024); relative: reckoned from the document's date (on Friday); header: the document's own date; forum calendar: known from the forum's edition.", "relative", tuple(DateBasis)),
    Column("countries", "list", "All sides, as three-letter codes (ISO 3166-1 alpha-3), sorted.", "IND;RUS"),
    Column("host_country", "text", "The country where it took place, as a three-letter code.", "IND"),
    Column("city", "text", "The city where it took place.", "New Delhi"),
    Column("forum", "text", "The forum, mechanism or exercise that it belongs to, under one name for all spellings.", "SCO Defence Ministers' Meeting"),
    Column("edition", "text", "Which edition of the forum, where the text says.", "11th"),
    Column("people", "list", "The named representatives of all sides: Name (Country, Office).", "Sergei Shoigu (RUS, Defence Minister)"),
    Column("topics", "list", "What was talked about, in fixed words.", "defence industry;counter-terrorism"),
    Column("initiatives", "list", "Named initiatives and themes.", "SECURE;Make in India"),
    Column("outcomes", "list", "What was signed, agreed, exchanged, proposed or scheduled, a short phrase each.", "signed a memorandum on defence cooperation"),
    Column("confidence", "number", "From 0 to 1: of the reports at 0.8, about 80 in 100 are right.", "0.85"),
    Column("evidence", "text", "The sentence that shows it best, word for word.", "The two ministers met in New Delhi on Friday."),
    Column("evidence_start", "integer", "Where that sentence begins in the document's text, in characters from 0.", "17"),
    Column("evidence_end", "integer", "Where it ends: the first character behind it.", "62"),
    Column("background", "boolean", "true for an earlier engagement that is told as background.", "false"),
)  # fmt: skip

_ENGAGEMENT_SUMS = (
    Column("reports", "integer", "How many reports of it there are.", "4"),
    Column("sources", "integer", "How many different sources report it.", "3"),
    Column("conflicts", "list", "The columns on which its reports differ.", "city;people"),
    Column("first_reported", "date", "The earliest date of a document that reports it.", "2023-04-28"),
    Column("report_id", "text", "The report from which the evidence is taken.", "r-3f9a1c0b72de"),
    Column("doc_id", "text", "The document of that report.", "2023/delhi.txt"),
    Column(
        "independent_sources",
        "integer",
        "How many sources report it when copies of one text count once.",
        "2",
    ),
    Column(
        "flags",
        "list",
        "What known facts say against it, or add to it: the codes that the table flags explains.",
        "office holder;weekday",
    ),
    Column(
        "credibility",
        "integer",
        "How credible it is, in the Admiralty's figures: 1 told alike by two independent publishers, 2 by an official side, 6 cannot be judged.",
        "2",
    ),
    Column(
        "review",
        "text",
        "What an analyst said of it: accepted as read, corrected, or added by hand; empty when nobody looked.",
        "accepted",
        ("", "accepted", "corrected", "rejected", "by hand"),
    ),
    Column("corrected", "list", "The fields whose values an analyst set.", "city;people"),
    Column("cameo_root", "text", "The root of its CAMEO event code, to join with event data: 03 intend, 04 consult, 06 cooperate, 12 reject.", "04"),
    Column("cameo", "text", "Its CAMEO event code, by kind, status and place; of a visit as seen from the visitor. What was signed or said there is not coded.", "044"),
    Column("plover", "text", "Its PLOVER event type.", "CONSULT"),
    Column("plover_mode", "text", "The PLOVER mode, where one fits.", "third-party"),
    Column("plover_context", "text", "The PLOVER context, where the code has one.", "military"),
)  # fmt: skip

_PARTICIPANTS = (
    _ENGAGEMENT_KEY,
    Column("country", "text", "The side's country, as a three-letter code; empty for an organisation.", "RUS"),
    Column("country_name", "text", "The country's usual English name.", "Russia"),
    Column("person", "text", "The representative's name; empty when none is named.", "Sergei Shoigu"),
    Column("office", "text", "The office held, in the same words for all countries.", "Defence Minister"),
    Column("organisation", "text", "The organisation, where the side is no country.", "NATO"),
    Column("role", "text", "What the side was there.", "host", ("host", "visitor", "participant")),
)  # fmt: skip

_FIELDS = (
    Column("report_id", "text", "The report.", "r-3f9a1c0b72de"),
    Column(
        "field",
        "text",
        "The column of the report that the words gave; or weekday_stated, members_stated, member_stated, office_stated: what the text says beside it, which is checked against what is known.",
        "city",
    ),
    Column("value", "text", "The value that was read from them.", "New Delhi"),
    Column("start", "integer", "Where the words begin in the document's text, in characters from 0.", "31"),
    Column("end", "integer", "Where they end: the first character behind them.", "40"),
    Column("rule", "text", "The rule or entry of the lexicon that found them.", "dateline"),
)

_PROBLEMS = (
    Column("doc_id", "text", "The document or row that could not be used.", "scans/page1.txt"),
    Column("problem", "text", "What is wrong with it.", "not text", tuple(Trouble)),
    Column("detail", "text", "What exactly, and what can be done.", "there is no text in it"),
)

_CONFLICTS = (
    _ENGAGEMENT_KEY,
    Column("field", "text", "The field on which the reports differ: a column of engagements, or date for its dates.", "city"),
    Column("value", "text", "One of the values told.", "New Delhi"),
    Column("report_ids", "list", "The reports that tell it.", "r-3f9a1c0b72;r-81c2d0a4f6"),
    Column("sources", "integer", "How many independent sources they are: copies of one text count once.", "2"),
    Column("chosen", "boolean", "true for the value that the engagement takes.", "true"),
)  # fmt: skip

_FLAGS = (
    _ENGAGEMENT_KEY,
    Column("report_id", "text", "The report that says what cannot be; empty when the whole engagement is meant.", "r-3f9a1c0b72"),
    Column("flag", "text", "What is wrong, or known from elsewhere, as a short code.", "weekday", tuple(FlagCode)),
    Column("field", "text", "The field that is doubted or explained: a column of engagements, or date for its dates.", "date"),
    Column("detail", "text", "What exactly is told, and what is known instead.", "The text says Monday, but 28 Apr 2023 was a Friday."),
    Column("basis", "text", "The source of what is known.", "the calendar"),
    Column("dismissed", "boolean", "true where an analyst said that it is of no weight.", "false"),
)  # fmt: skip

_MERGES = (
    _ENGAGEMENT_KEY,
    Column("report_id", "text", "A report of that engagement.", "r-3f9a1c0b72"),
    Column("other_report_id", "text", "The report with which it was merged, or nearly.", "r-81c2d0a4f6"),
    Column("decision", "text", "Why they are one engagement; or, where it begins with near miss or says ruled apart, why they are two.", "same day", tuple(Decision)),
    Column("reasons", "list", "What was compared and what came out, in words.", "same two countries: IND and RUS;both on 28 April 2023"),
)  # fmt: skip

TABLES: Mapping[str, tuple[Column, ...]] = {
    "documents": _DOCUMENTS,
    "reports": (*_REPORT_KEYS, _ENGAGEMENT_KEY, *_FACTS),
    "engagements": (_ENGAGEMENT_KEY, *_FACTS, *_ENGAGEMENT_SUMS),
    "participants": _PARTICIPANTS,
    "fields": _FIELDS,
    "problems": _PROBLEMS,
    "conflicts": _CONFLICTS,
    "flags": _FLAGS,
    "merges": _MERGES,
}

ABOUT: Mapping[str, str] = {
    "documents": "One row for each document that was read.",
    "reports": "One row for each engagement that one document reports.",
    "engagements": "One row for each engagement in the world, with the best values that its reports give.",
    "participants": "One row for each side or person of an engagement.",
    "fields": "Where each value of a report came from.",
    "problems": "Documents and rows that could not be used.",
    "conflicts": "One row for each value of a field on which the reports of an engagement differ.",
    "flags": "One row for each thing that known facts say against an engagement or a report; forum calendar explains a date that no report tells.",
    "merges": "One row for each two reports that became one engagement or came near it, with the reasons.",
}

KEYS: Mapping[str, str] = {"documents": "doc_id", "reports": "report_id", "engagements": "engagement_id"}


def column(table: str, name: str) -> Column:
    """The column of that name; KeyError when the table has none."""
    for found in TABLES[table]:
        if found.name == name:
            return found
    raise KeyError(f"{table}.{name}")
