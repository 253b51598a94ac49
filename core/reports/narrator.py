"""Who says "I" in a document that is told in the first person: a minister's diary, blog or post."""

import re
from collections.abc import Iterable
from functools import cache

from core.lexicon.offices import Office
from core.mentions.atoms import Line
from core.mentions.parties import find_parties
from core.mentions.party import Party
from core.reports.cast import Cast, Figure
from core.reports.story import Scene, scene

_FEWEST = 2  # lines told in the first person: one may be somebody's words
_SHORT = 14  # words of a byline or a signature
_ME = frozenset({"i", "me"})
_ENDS = 4  # lines at the end of which one may be a signature


def narrator(scenes: list[Scene], heads: Iterable[Line], cast: Cast) -> Figure | None:
    """The figure who tells the document as "I", as its byline or its signature says; None if nobody does.

    `heads` are the lines that say when and by whom it was put out. A narrator without a name has the country and the
    office that the byline gives.
    """
    if sum(_told_by_i(here) for here in scenes) < _FEWEST:
        return None
    signed = [here.line for here in (*scenes[:_ENDS], *scenes[-_ENDS:])]
    for line in (*heads, *signed):
        if len(line.words) <= _SHORT and not _in_person().search(line.sentence.text):
            figure = _signs(line, cast)
            if figure is not None:
                return figure
    return _as_minister(scenes)


def spoken(here: Scene) -> Scene:
    """The line with "I" and "me" as parties: the narrator."""
    if _ME.isdisjoint(here.line.words.folded):
        return here
    parties = [*here.parties]
    for place, atom in enumerate(here.line.atoms):
        if atom.sort == "w" and atom.word in _ME:
            parties.append(Party(place, place + 1, role="pronoun", rule="narrator"))
    return scene(here.line, sorted(parties, key=lambda party: party.first), here.forums)


def _told_by_i(here: Scene) -> bool:
    """Whether a line is told by "I", outside quotation marks."""
    if "i" not in here.line.words.folded and "my" not in here.line.words.folded:
        return False
    return _in_person().search(_quoted().sub("", here.line.sentence.text)) is not None


def _signs(line: Line, cast: Cast) -> Figure | None:
    """Whom a byline or a signature names: a figure of defence, or an office with its country."""
    parties = find_parties(line)
    if any(atom.cues and atom.sort == "K" for atom in line.atoms):
        return None  # "Pevkur meets Duale": a headline
    named = [figure for p in parties if p.name and (figure := cast.introduce(p)) is not None]
    if len(named) == 1 and named[0].country and (named[0].defence or line.words.text.startswith("By ")):
        return named[0]
    offices = [office for p in parties if not p.name for office in p.offices if office.track == "defence"]
    codes = {atom.value for atom in line.atoms if atom.sort in "CA"}
    if len(offices) == 1 and len(codes) == 1 and not named:
        return _without_name(codes.pop(), offices[0], cast)
    return None


def _as_minister(scenes: list[Scene]) -> Figure | None:
    """The narrator who says of what office he or she is: "As Latvia's defence minister, I ..."."""
    for here in scenes:
        if _as_i().match(here.line.sentence.text) and here.parties:
            first = here.parties[0]
            if first.country and any(office.track == "defence" for office in first.offices):
                return Figure("", set(), first.country, list(first.offices))
    return None


def _without_name(code: str, office: Office, cast: Cast) -> Figure:
    """The one figure of that country and office, or else somebody without a name."""
    held = [f for f in cast.of_country(code) if any(o.code == office.code for o in f.offices)]
    return held[0] if len(held) == 1 else Figure("", set(), code, [office])


@cache
def _in_person() -> re.Pattern[str]:
    return re.compile(r"\bI(?:['\u2019](?:m|ve|d|ll))?\b(?! Corps|\.)(?=[ ,])|\b[Mm]y (?!God|Lai\b)[a-z]")


@cache
def _as_i() -> re.Pattern[str]:
    return re.compile(r"(?:As|In my (?:capacity|role|office) as) [^.;]{5,80}, I\b")


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[\"\u201c][^\"\u201c\u201d]*(?:[\"\u201d]|\Z)")
