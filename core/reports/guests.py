"""Visits told from the host's side: "Niger had him as its guest", "Oman was his host", "he was a guest of Oman"."""

import re
from dataclasses import replace
from functools import cache

from core.mentions.party import Party
from core.mentions.where import Where
from core.reports.clauses import Clause
from core.reports.story import Scene

Stay = tuple[Clause, int, list[Party], Where]
"""The clause, the atom that tells of it, who was the guest, and where."""


_CUES = frozenset({"meet"})
_GUESTS = frozenset({"guest", "host", "visitor"})
_HEAD = 5  # atoms: "On the following Friday" before the country


def guests_of(scene: Scene, following: Scene | None) -> list[Stay]:
    """The one stay that a line tells of a country and its guest; the line that follows may name the town."""
    if scene.line.cues.isdisjoint(_CUES) and not scene.says(_GUESTS):
        return []
    for clause in scene.clauses:
        parties = [party for group in clause.groups for party in group]
        lands = [p for p in parties if p.role in ("country", "guest") and len(p.countries) == 1]
        people = [guest for p in parties if (guest := _person(p)) is not None]
        if len(lands) == 1 and people and clause.opener == "" and _hosts(scene, lands[0], people[0]):
            where = _where(scene, following, lands[0])
            return [(clause, lands[0].last, people[:1], where)]
    return []


def _hosts(scene: Scene, land: Party, guest: Party) -> bool:
    """Whether a line says that this country had this guest."""
    begin, end = _between(scene, land, guest)
    told = scene.line.words.text[begin:end].strip()
    if land.role == "guest":
        return guest.first < land.first and _was().fullmatch(told) is not None
    if land.first > guest.first:
        return _guest_of().fullmatch(told) is not None
    if land.first > _HEAD:
        return False
    had = _had().fullmatch(told) and _as_guest().match(_behind(scene, guest))
    played = _was_host().match(_behind(scene, land)) or _played().fullmatch(told)
    welcomed = guest.role == "pronoun" and told in ("welcomed", "hosted", "received")
    return bool(had or played or welcomed)


def _person(party: Party) -> Party | None:
    """The party if it is one named person, "he", or whose host somebody is in "his host"."""
    if party.role == "host" and party.possessive in ("his", "her"):
        return replace(party, role="pronoun", possessive="", rule="pronoun")
    pronoun = party.role == "pronoun" and party.rule == "pronoun"
    return party if not party.plural and (party.name or pronoun) else None


def _between(scene: Scene, land: Party, guest: Party) -> tuple[int, int]:
    """Where the words between a country and its guest begin and end, whichever comes first."""
    words, atoms = scene.line.words, scene.line.atoms
    left, right = (land, guest) if land.first < guest.first else (guest, land)
    return words.ends[atoms[left.last - 1].last - 1], words.starts[atoms[right.first].first]


def _behind(scene: Scene, party: Party) -> str:
    """The words behind a party."""
    words, atoms = scene.line.words, scene.line.atoms
    return words.text[words.ends[atoms[party.last - 1].last - 1] :].strip()


def _where(scene: Scene, following: Scene | None, land: Party) -> Where:
    """The country of a stay, with the town that this line or the next one names in it."""
    code = land.countries[0]
    places = [w for line in (scene, following) if line is not None for w in line.places]
    city = next((w.city for w in places if w.country == code and w.city and w.how in ("at", "name")), "")
    return Where(city, code, "at", land.first, land.last, "country")


_KIND = r"(?:(?:an?|the|its|her|his|their|this) )?(?:\w+ ){0,2}"


@cache
def _had() -> re.Pattern[str]:
    return re.compile(r"(?:then |also )?(?:had|has|received|welcomed|hosted)")


@cache
def _as_guest() -> re.Pattern[str]:
    return re.compile(rf",? ?as {_KIND}(?:guest|visitor)\b")


@cache
def _was_host() -> re.Pattern[str]:
    return re.compile(r"(?:was|acted as|had been) (?:his|her|the \w+ ?'s) (?:\w+ )?host\b")


@cache
def _played() -> re.Pattern[str]:
    return re.compile(r"(?:then |also )?(?:played|plays|was|acted as) (?:the )?host to")


@cache
def _guest_of() -> re.Pattern[str]:
    return re.compile(rf"(?:was|had been|stayed as|travelled on as) {_KIND}guest of(?: the)?")


@cache
def _was() -> re.Pattern[str]:
    return re.compile(r"(?:was|had been|stayed as)(?: the)?")
