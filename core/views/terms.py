"""The fixed vocabularies of the tables as the reader's language says them; the tables themselves keep the English."""

from collections.abc import Mapping
from functools import cache
from typing import Final

import pycountry

from core.language.locale import territory
from core.language.speak import english, later, spoken, t, tc
from core.lexicon.boundaries import boundary_views
from core.lexicon.countries import countries, country_name
from core.lexicon.forums import exercises, forums
from core.lexicon.offices import offices
from core.lexicon.topics import initiatives, outcome_types, topics
from core.model import DateBasis, Decision, FlagCode, Kind, Precision, SourceKind, Status, Track, Trouble
from core.tables.schema import ABOUT

COUNTRY: Final = "country"  # the context of a country's name: an entry is wanted only where the CLDR's is not the usual one
FORUM, SHORT, INITIATIVE, OFFICE = "forum", "forum, short", "initiative", "office"
NAMES: Final = (
    COUNTRY,
    FORUM,
    SHORT,
    INITIATIVE,
    OFFICE,
)  # contexts of names, each said in English until it is translated
NO_CODE: Final = {"XKX": "XK"}  # used for Kosovo, and in no list of ISO's


def term(field: str, value: str) -> str:
    """A value of a vocabulary (`kind`, `bilateral`) as it is read on the screen."""
    return tc(field, value) if value else ""


def value_words(value: str) -> str:
    """A topic, a type of outcome, a level, a forum or an initiative as it is read; any other text as it is."""
    field = _fields().get(value)
    return term(field, value) if field else value


HEADINGS: Final = (
    later("all"), later("period"), later("name"), later("label"), later("forum"), later("partner"), later("year"),
    later("topic"), later("outcome"), later("level"), later("source"), later("country"), later("month"),
    later("articles"), later("engagements"), later("change"), later("other"), later("earlier"), later("held"),
    later("first"), later("last"), later("weight"), later("one"), later("target"),
    later("kind"), later("reliability"), later("reporting"), later("copies"), later("days"), later("minister"),
    later("gap"), later("contacts"), later("planned"), later("When"), later("Sides"), later("Kind"), later("Forum"),
    later("Src"), later("Conf."), later("Country"), later("No."), later("Last held"), later("Type"), later("Outcome"),
    later("State"), later("Promise"), later("From"), later("To"), later("Edition"), later("Where"),
    later("Engagements"), later("New"),
)  # fmt: skip


def column_words(name: str) -> str:
    """The head of a column of the figures behind a chart, as it is read."""
    for field in ("kind", "status"):
        if name in vocabularies()[field]:
            return term(field, name)
    return t(name) if name in HEADINGS else name


def forum_short(name: str) -> str:
    """The name of a forum or exercise that fits beside a chart: its short one where there is one."""
    known = forums().get(name)
    short = known.short if known and known.short else name
    said = tc(SHORT, short)
    return said if said != short or english() else term(FORUM, name)


def short_words(value: str) -> str:
    """The same as `value_words`, short where it is a forum."""
    return forum_short(value) if _fields().get(value) == FORUM else value_words(value)


def names() -> Mapping[str, tuple[str, ...]]:
    """All names of the lexicon that `term` may be asked for, by field: a catalogue may leave any of them in English."""
    return {
        FORUM: (*forums(), *exercises()),
        SHORT: tuple(
            dict.fromkeys(each.short for each in forums().values() if each.short not in ("", each.name))
        ),
        INITIATIVE: tuple(initiatives()),
        OFFICE: tuple(sorted({each.title for each in offices().values()})),
    }


def country(code: str) -> str:
    """The short name of a country on the screen; the code itself if it is unknown."""
    return country_name(code) if english() else _named(code, spoken())


def vocabularies() -> Mapping[str, tuple[str, ...]]:
    """All values that `term` is asked for, by field: what a catalogue translates besides the words in the code."""
    return {
        "kind": tuple(Kind),
        "status": tuple(Status),
        "track": tuple(Track),
        "level": ("leader", "minister", "deputy", "secretary", "chief", "official", "not told"),
        "precision": tuple(Precision),
        "date basis": tuple(value for value in DateBasis if value),
        "source kind": tuple(value for value in SourceKind if value),
        "problem": tuple(Trouble),
        "flag": tuple(FlagCode),
        "topic": tuple(topics()),
        "outcome": tuple(outcome_types()),
        "decision": tuple(Decision),
        "field": (
            "kind",
            "status",
            "track",
            "date",
            "date start",
            "date end",
            "date precision",
            "countries",
            "host country",
            "city",
            "forum",
            "edition",
            "people",
            "person",
            "office",
            "level",
            "topics",
            "initiatives",
            "outcomes",
            "background",
        ),
        "review": ("accepted", "corrected", "rejected"),
        "": (
            *(text for view in boundary_views() for text in (view.name, view.note, *view.dotted.values())),
            *ABOUT.values(),
        ),
        "region": tuple(sorted({each.region for each in countries().values()})),
    }


@cache
def _fields() -> Mapping[str, str]:
    """The vocabulary of each value that stands in a row of a heat map or a ranking."""
    named = {**names(), **{field: vocabularies()[field] for field in ("level", "outcome", "topic")}}
    return {
        value: field for field in (INITIATIVE, FORUM, "level", "outcome", "topic") for value in named[field]
    }


@cache
def _named(code: str, language: str) -> str:
    known = pycountry.countries.get(alpha_3=code)
    alpha_2 = known.alpha_2 if known is not None else NO_CODE.get(code, "")
    english_name = country_name(code)
    own = tc(COUNTRY, english_name)
    return own if own != english_name else territory(alpha_2, language) or english_name
