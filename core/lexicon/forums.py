"""Forums, mechanisms, events and organisations, their editions and members, and named exercises."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from core.errors import LexiconError
from core.lexicon.files import need, read_csv, read_yaml, split_cell, texts
from core.lexicon.variants import spellings

FORUMS, EDITIONS, EXERCISES = "forums.yaml", "editions.csv", "exercises.csv"
KINDS = ("forum", "mechanism", "event", "organisation")
SERVICES = ("army", "navy", "air", "joint", "coast guard", "special forces", "cyber")
_FIELDS = {"name", "short", "title", "kind", "bilateral", "parent", "members", "aliases", "weak", "source"}
_MEMBER = re.compile(r"([A-Z]{3})(?:@(\d{4}-\d\d-\d\d))?(?:\.\.(\d{4}-\d\d-\d\d))?")
# Sideline talks begin when the ministers arrive, a little before the forum itself.
_ARRIVAL = timedelta(days=2)
_DEPARTURE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Membership:
    """A country's time in a forum, both days included; None for as long as anybody asks."""

    code: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Forum:
    """A forum, mechanism, event or organisation, with every name that reporters give it.

    `aliases` name it outright, in natural case and with straight apostrophes; one in capitals (ADMM) is
    meant in capitals only. `weak` names mean it only in a document that has named it outright, and may be
    shared by several forums.
    """

    name: str
    short: str
    title: str
    aliases: tuple[str, ...]
    weak: tuple[str, ...]
    kind: str
    bilateral: bool
    parent: str
    members: tuple[Membership, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One holding of a forum; `city` is empty where it was held by video, `parties` where all members met."""

    forum: str
    edition: str
    year: int
    start: date
    end: date
    host: str
    city: str
    source: str
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A named series of exercises; `parties` is empty where they vary.

    A `weak` name is an ordinary word or a place and needs "exercise" or "drill" near it.
    """

    name: str
    aliases: tuple[str, ...]
    parties: tuple[str, ...]
    multilateral: bool
    service: str
    weak: bool
    source: str


@cache
def forums() -> Mapping[str, Forum]:
    """Every forum by its canonical name.

    Raises LexiconError when an entry is incomplete or two forums claim one name.
    """
    entries = read_yaml(FORUMS)
    members = {entry.get("name", ""): str(entry.get("members", "")) for entry in entries}
    found: dict[str, Forum] = {}
    for entry in entries:
        forum = _forum(entry, members)
        if forum.name in found:
            raise LexiconError(FORUMS, forum.name, "is listed twice")
        found[forum.name] = forum
    _check_owners(FORUMS, ((forum.name, forum.aliases) for forum in found.values()))
    for forum in found.values():
        if forum.parent and forum.parent not in found:
            raise LexiconError(FORUMS, forum.name, f"its parent {forum.parent!r} is no forum of this file")
    return found


@cache
def exercises() -> Mapping[str, Exercise]:
    """Every named exercise by its name without the word "Exercise".

    Raises LexiconError when a row is incomplete or two exercises claim one name.
    """
    found: dict[str, Exercise] = {}
    for row in read_csv(EXERCISES):
        name = need(row, "name", EXERCISES, row.get("name", ""))
        if row["service"] not in SERVICES:
            raise LexiconError(
                EXERCISES, name, f"service {row['service']!r} must be one of {', '.join(SERVICES)}"
            )
        if name in found:
            raise LexiconError(EXERCISES, name, "is listed twice")
        found[name] = Exercise(
            name=name,
            aliases=_names(name, split_cell(row["aliases"])),
            parties=tuple(row["parties"].split()),
            multilateral=_flag(row["multilateral"], name, "multilateral"),
            service=row["service"],
            weak=_flag(row["weak"], name, "weak"),
            source=need(row, "source", EXERCISES, name),
        )
    _check_owners(EXERCISES, ((exercise.name, exercise.aliases) for exercise in found.values()))
    return found


def editions(forum: str) -> tuple[Edition, ...]:
    """The editions of a forum that the lexicon knows, the earliest first; none for an unknown forum."""
    return _editions().get(forum, ())


def edition_on(forum: str, on: date) -> Edition | None:
    """The edition that a meeting on that day belongs to: under way, or its guests arriving or leaving."""
    known = editions(forum)
    for edition in known:
        if edition.start <= on <= edition.end:
            return edition
    near = [edition for edition in known if edition.start - _ARRIVAL <= on <= edition.end + _DEPARTURE]
    return near[0] if len(near) == 1 else None


def members_on(forum: str, on: date) -> tuple[str, ...]:
    """The alpha-3 codes of a forum's members on that day, sorted; none for an unknown forum."""
    entry = forums().get(forum)
    if entry is None:
        return ()
    return tuple(sorted({each.code for each in entry.members if _covers(each, on)}))


def _covers(membership: Membership, on: date) -> bool:
    since, until = membership.since, membership.until
    return (since is None or since <= on) and (until is None or on <= until)


def _forum(entry: dict[str, Any], members: Mapping[str, str]) -> Forum:
    name = need(entry, "name", FORUMS, str(entry.get("name", "")))
    if unknown := sorted(entry.keys() - _FIELDS):
        raise LexiconError(FORUMS, name, f"has unknown fields: {', '.join(unknown)}")
    kind = need(entry, "kind", FORUMS, name)
    if kind not in KINDS:
        raise LexiconError(FORUMS, name, f"kind {kind!r} must be one of {', '.join(KINDS)}")
    return Forum(
        name=name,
        short=str(entry.get("short", name)),
        title=str(entry.get("title", name)),
        aliases=_names(name, texts(entry, "aliases", FORUMS, name)),
        weak=tuple(form for weak in texts(entry, "weak", FORUMS, name) for form in spellings(weak)),
        kind=kind,
        bilateral=entry.get("bilateral") is True,
        parent=str(entry.get("parent", "")),
        members=tuple(_members(name, members, ())),
        source=need(entry, "source", FORUMS, name),
    )


def _names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Every written form; of two that differ in capitals only (SCO Meet, SCO meet) the first."""
    found: dict[str, str] = {}
    for alias in (name, *aliases):
        for form in spellings(alias):
            found.setdefault(form if form.isupper() else form.casefold(), form)
    return tuple(found.values())


def _members(name: str, members: Mapping[str, str], above: tuple[str, ...]) -> Iterator[Membership]:
    """The memberships in a list such as `+ASEAN AUS IND@2017-06-09 GBR..2020-01-31`."""
    for word in members[name].split():
        group = word[1:].replace("_", " ")
        if word.startswith("+") and group in members and group not in (*above, name):
            yield from _members(group, members, (*above, name))
        elif match := _MEMBER.fullmatch(word):
            code, since, until = match.groups()
            yield Membership(code, _day(since, name), _day(until, name))
        else:
            raise LexiconError(FORUMS, name, f"member {word!r} is neither CODE@since..until nor +FORUM")


def _day(text: str | None, name: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise LexiconError(FORUMS, name, f"{text!r} is no day") from error


def _flag(cell: str, name: str, field: str) -> bool:
    if cell not in ("", "yes"):
        raise LexiconError(EXERCISES, name, f"{field} must be 'yes' or empty, not {cell!r}")
    return cell == "yes"


def _check_owners(file: str, names: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    owner: dict[str, str] = {}
    for name, aliases in names:
        for alias in aliases:
            if owner.setdefault(alias.casefold(), name) != name:
                raise LexiconError(file, name, f"{alias!r} is a name of {owner[alias.casefold()]}")


@cache
def _editions() -> Mapping[str, tuple[Edition, ...]]:
    found: dict[str, list[Edition]] = {}
    for row in read_csv(EDITIONS):
        label = f"{row['forum']} {row['edition']} {row['start']}"
        if row["forum"] not in forums():
            raise LexiconError(EDITIONS, label, "is no forum of forums.yaml")
        try:
            start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"] or row["start"])
        except ValueError as error:
            raise LexiconError(EDITIONS, label, f"dates must be written 2024-11-21: {error}") from error
        edition = Edition(
            forum=row["forum"],
            edition=row["edition"],
            year=start.year,
            start=start,
            end=end,
            host=row["host"],
            city=row["city"],
            source=need(row, "source", EDITIONS, label),
            parties=tuple(row["parties"].split()),
        )
        found.setdefault(edition.forum, []).append(edition)
    return {forum: tuple(sorted(rows, key=lambda row: row.start)) for forum, rows in found.items()}
