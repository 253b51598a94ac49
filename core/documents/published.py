"""The document's own date: the day on which it says that it was written or put out.

Only what stands round the story counts: header lines, the byline, the dateline, at last the foot of the page.
A date inside the story is the story's, never the document's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.documents.days import find_days
from core.documents.headers import (
    Dated,
    dateline,
    header_line,
    is_byline,
    is_diary,
    is_place,
    is_story,
    names_writer,
)
from core.documents.headers import dateline_end as dateline_end
from core.documents.part_days import week_line, wire_day
from core.lexicon.cards import Label, label_of
from core.model import PublishedBasis

Finding = tuple[date | None, PublishedBasis, int, int]
NOT_FOUND: Finding = (None, PublishedBasis.UNKNOWN, 0, 0)

_HEAD, _FOOT = 6000, 600  # characters in which the document's own date is looked for
_STAMP_SLACK = 45  # days by which an update stamp may follow the latest day of the story

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_BULLET = re.compile(r"[•▪▫◦●○■□‣►▶➢➤✓✔✗✘»>]|[-–—*]\s|\(?[a-z\d]{1,3}\)\s|\d{1,2}\.\s")
_STAMP = 40  # characters: a bullet with more than a day and a time tells what was then
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
WEATHER = re.compile(r"-?\d{1,2}(?:\.\d)? ?\u00b0? ?[CF]")
_AGENCY_FOOT = 400
_AGENCY = re.compile(
    r"\((?P<agency>(?:[A-Z][\w.']+ ){0,3}(?:Agency|Agencies|Xinhua|Yonhap|Kyodo|Reuters|AFP|AP|Bernama|Tass|TASS|IANS|PTI|ANI))"
    r"(?: via [A-Z][\w.' ]{2,30})?,? [A-Z]?[\w., ]{8,20}\)\W*\Z"
)
_OWN_PREFIX = re.compile(r"\s*date[ \t]+((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\S)", re.IGNORECASE)
_PREFIX_IN_PART = re.compile(r"\s*date[ \t]+(?P<year>(?:19|20)\d\d)(?:-\d\d){0,2}(?!\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int  # 0 the page's own statement, 1 its first line or foot, 2 an update stamp, 3 a banner
    day: date
    basis: PublishedBasis
    start: int
    end: int


def find_published(text: str) -> Finding:
    """The day on which the document says that it was put out, on what that rests, and the offsets of the date.

    `(None, PublishedBasis.UNKNOWN, 0, 0)` when it does not say.
    """
    prefix = _OWN_PREFIX.match(text)
    if prefix:
        year, month, day = (int(part) for part in prefix.groups())
        try:
            return date(year, month, day), PublishedBasis.HEADER, prefix.start(1), prefix.end()
        except ValueError:
            pass
    found = sorted(_candidates(text), key=lambda candidate: candidate.rank)
    if not found:
        return NOT_FOUND
    best = found[0]
    if best.rank >= 2 and _story_is_older(text, best):
        return NOT_FOUND
    return best.day, best.basis, best.start, best.end


def prefix_end(text: str) -> int:
    """Where the text behind ` date 2023-04-28` (or ` date 2023-04`) at the very start begins; 0 without one."""
    prefix = _PREFIX_IN_PART.match(text)
    return prefix.end() if prefix else 0


def prefix_year(text: str) -> int | None:
    """The year of ` date 2023-04` at the very start, which tells no day; None without one."""
    prefix = _PREFIX_IN_PART.match(text)
    return int(prefix["year"]) if prefix else None


def _candidates(text: str) -> Iterator[_Candidate]:
    diary = is_diary(text)
    head = list(_head(text))
    last_story = max(
        (number for number, match in enumerate(head) if is_story(match.group())), default=len(head)
    )
    for number, match in enumerate(head):
        line = match.group()
        if any(WEATHER.fullmatch(above.group()) for above in head[max(0, number - 2) : number]):
            continue  # a page tells the weather of the day on which it was fetched
        if not _BULLET.match(line):
            previous = head[number - 1].group() if number else ""
            behind = number > last_story
            yield from _in_line(
                line, match.start(), previous, first=number == 0, alone=not diary and not behind
            )
        else:
            yield from _stamp(line, match.start()) if not diary else ()
        wire = wire_day(line, text[-_FOOT:])
        if wire is not None:
            span = (match.start() + wire.start, match.start() + wire.end)
            yield _Candidate(3, wire.day, PublishedBasis.DATELINE, *span)
    yield from _at_foot(text, diary=diary)
    yield from _of_agency(text)


def _stamp(line: str, start: int) -> Iterator[_Candidate]:
    """The day and time behind a bullet: "• Apr 29 2023, 18:40 IST"."""
    bullet = _BULLET.match(line)
    rest = line[bullet.end() :].lstrip() if bullet is not None else ""
    found = header_line(rest) if _CLOCK.search(rest) else None
    if found and len(rest) <= _STAMP and (found.alone or found.label or found.changed):
        start += len(line) - len(rest)
        rank = 2 if found.changed else 1
        yield _Candidate(rank, found.day, PublishedBasis.HEADER, start + found.start, start + found.end)


def _head(text: str) -> Iterator[re.Match[str]]:
    """The lines up to the third of the story."""
    stories = 0
    for match in _LINE.finditer(text, 0, _HEAD):
        yield match
        stories += is_story(match.group())
        if stories == 3:
            return


def _in_line(line: str, start: int, previous: str, *, first: bool, alone: bool) -> Iterator[_Candidate]:
    """The date of one line; one without anything before it only where `alone` allows that."""
    found = header_line(line)
    if found:
        if (found.alone and not alone) or (found.label.casefold() == "date" and _noted(previous)):
            return
        rank = 2 if found.changed else 0
        if first and not (found.label or found.place or found.by):
            rank = 3 if found.weekday else max(rank, 1)
        yield _Candidate(rank, found.day, _basis(found, previous), start + found.start, start + found.end)
        return
    week = week_line(line, previous)
    if week is not None:
        yield _Candidate(3, week.day, PublishedBasis.HEADER, start + week.start, start + week.end)
        return
    found = dateline(line, 0, len(line))
    if found and (alone or not found.alone):
        end = next(end for _, begin, end in find_days(line) if begin == found.start)
        yield _Candidate(0, found.day, PublishedBasis.DATELINE, start + found.start, start + end)


def _noted(previous: str) -> bool:
    """Whether the line above is a note on an event ("Venue: Hanoi"), so that "Date:" behind it is that event's day."""
    return label_of(previous.partition(":")[0]) in _OF_AN_EVENT if ":" in previous else False


_OF_AN_EVENT = (Label.WHERE, Label.WHO, Label.HOST, Label.WHAT)


def _at_foot(text: str, *, diary: bool) -> Iterator[_Candidate]:
    """A place and a day, or a day said to be that of publication, under the story."""
    lines = list(_LINE.finditer(text, max(0, len(text) - _FOOT)))[-4:]
    for line, before in zip(lines[1:], lines, strict=False):
        found = header_line(line.group())
        if not found or _BULLET.match(line.group()):
            continue
        after_place = not diary and len(before.group()) <= 40 and is_place(before.group())
        signed = not diary and line is lines[-1] and found.alone and is_story(before.group())
        if after_place or found.label or found.place or found.changed or signed:
            rank = 2 if found.changed else 3 if signed and not after_place else 1
            start = line.start()
            yield _Candidate(
                rank, found.day, _basis(found, before.group()), start + found.start, start + found.end
            )


def _of_agency(text: str) -> Iterator[_Candidate]:
    """The day behind an agency's name in brackets that ends the page: "(Xinhua News Agency June 6, 2007)"."""
    foot = max(0, len(text) - _AGENCY_FOOT)
    match = _AGENCY.search(text, foot)
    if match is None:
        return
    for day, start, end in find_days(text, match.start("agency"), match.end()):
        yield _Candidate(1, day, PublishedBasis.HEADER, start, end)


def _basis(found: Dated, previous: str) -> PublishedBasis:
    if found.by or is_byline(previous) or names_writer(found.place):
        return PublishedBasis.BYLINE
    return PublishedBasis.DATELINE if found.place and not found.label else PublishedBasis.HEADER


def _story_is_older(text: str, stamp: _Candidate) -> bool:
    """True when all the days that the beginning of the story names lie well before the stamp."""
    days = [day for day, start, _ in find_days(text, 0, _HEAD) if start != stamp.start]
    return bool(days) and all((stamp.day - day).days > _STAMP_SLACK for day in days)
