"""Talks with one after the other: "First in was Mr X of Y", "After her came Ms Z", "Admiral W followed with ..."."""

import re
from dataclasses import replace
from functools import cache

from core.lexicon.words import word_set
from core.mentions.party import Party
from core.model import Kind
from core.reports.setting import give_setting
from core.reports.story import Event, Scene
from core.reports.telling import Telling

_TURN_WITHIN = 2  # lines
_NEAR = 2  # atoms between "next came" and who it was
_GAP = 8  # atoms between one who came and the next: ", and in another room"


def in_turn(telling: Telling, here: Scene, number: int) -> list[Event]:
    """Further talks of whom the line before told: "In the afternoon it was the turn of Mr X of Y"."""
    if not here.parties:
        return []
    match = _turn().search(here.line.words.text)
    came = _after_turn(here, match) if match is not None else _who_followed(here)
    base = _told_last(telling, number, sure=match is not None) if came else None
    if base is None:
        return []
    left = next((s for s in base.sides if s.figure is telling.cast.main), base.sides[0])
    sides = telling.settled(came, number, subject=False, others=[left])
    partners = {side.country: side for side in reversed(sides) if side.country != left.country}
    made: list[Event] = []
    for side in reversed(partners.values()):
        if any(other.figure is side.figure is not None for other in base.sides):
            continue
        at = side.party.first
        event = replace(base, sides=[left, side], line=number, at=at, lines=[number], more_countries=[])
        event.cue = "in turn"
        give_setting(telling, event, here, here.clause_of(at) or here.clauses[0], at)
        made.append(event)
    return made


def _told_last(telling: Telling, number: int, *, sure: bool) -> Event | None:
    """The talks of which these are more; unless `sure`, only where a series of talks has been told."""
    last = next((event for event in reversed(telling.events) if not event.weak), None)
    if last is not None and last.kind is Kind.BILATERAL and number - last.line <= _TURN_WITHIN:
        series = last.cue == "in turn" or telling.scenes[last.line].says(word_set("series"))
        return last if sure or series else None
    if telling.pending is not None and number - telling.pending[0].line <= _TURN_WITHIN:
        return telling.pending[0]
    return None


def _after_turn(here: Scene, match: re.Match[str]) -> list[Party]:
    """Those who stand behind "next came", and those who go on their list."""
    end = here.atom_at(match.end())
    came: list[Party] = []
    for party in here.parties:
        if party.first < end:
            continue
        between = here.line.atoms[came[-1].last if came else end : party.first]
        if not came and (len(between) > _NEAR or not (party.name or party.countries)):
            return []
        if came and (len(between) > _GAP or not all(a.word in word_set("between_turns") for a in between)):
            break
        if party.name or party.countries:
            came.append(party)
    return came


def _who_followed(here: Scene) -> list[Party]:
    """Whoever opens the line and is told to have come next: "Admiral X, the director of Y, followed with"."""
    first = here.parties[0]
    if not first.name or first.first > 1 or first.last >= len(here.line.atoms):
        return []
    end = here.line.words.ends[here.line.atoms[first.last - 1].last - 1]
    return [first] if _followed().match(here.line.words.text, end) else []


@cache
def _turn() -> re.Pattern[str]:
    after = r"(?:[Aa]fter|[Bb]ehind) (?:him|her|them|that|this|the \w+(?: \w+)?)"
    first = r"First(?: (?:in|up|through|the|door|on|list|to|come|of|them|among|line|into|room|this)){0,5} (?:was|came|were)"
    more = r"(?:Last|Finally|Later|Also|Second|Third)(?: (?:in|up|through the door|on (?:his|her|the) list|of all))? (?:was|came|were)"
    return re.compile(
        r"\b(?:[Ii]t was (?:then )?the turn of|(?:[Ii]t was|[Tt]hen came|[Cc]ame)(?: then)? (?=[^,;.]{3,60}'s? turn\b)|[Nn]ext (?:in |up |in line )?(?:came|was)|[Tt]hen (?:came|it was))\b"
        rf"|\b{after} (?:came|it was(?: the turn of)?|was the turn of)\b|\A{first}\b|\A{more}\b"
        r"|\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:was|were) followed by\b"
    )


@cache
def _followed() -> re.Pattern[str]:
    said = r"(?!(?:with|in) (?:a|an|his|her|the|some)? ?(?:\w+ )?(?:speech|address|remarks|statement|keynote|lecture|post|tweet|criticism|toast|intervention|presentation))"
    came = r"came (?:next|after|later|then|last|second|third|fourth|in turn)|was (?:the )?(?:next|last|second|third)(?: (?:in|one|to come)\b)?"
    return re.compile(
        rf",? ?(?:also |then )?(?:followed {said}(?:with|him|her|them|in|on|next|later|,|\.)|{came}|(?:had|got|took) (?:his|her) turn\b)"
    )
