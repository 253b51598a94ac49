"""What a document states beside its engagements and what can be checked: a weekday, how many members a body has."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from core.lexicon.members import body_of
from core.mentions.atoms import Line
from core.model import DateBasis, FieldSource
from core.reports.story import Event
from core.reports.telling import Telling
from core.text.calendar import SHORT_WEEKDAYS, WEEKDAYS, weekday_number

WEEKDAY, MEMBERS, MEMBER, OFFICE = "weekday_stated", "members_stated", "member_stated", "office_stated"
_COUNTED = "five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
_NUMBERS = {word: number for number, word in enumerate(_COUNTED.split(), 5)}
_OPENS = frozenset({":", "including", "namely", "such", "are", "-", "\u2013", "\u2014"})
_JOINS = frozenset({",", ";", "and", "the", "as", "&"})
REACH = 80  # characters behind "former" in which the name stands
_BACK = 2  # lines before the number in which the body may be named


def weekday_stated(event: Event, text: str) -> Iterator[FieldSource]:
    """The weekday beside a date that is written out, where it is another one than the date's."""
    if event.date_span is None or event.date_basis is not DateBasis.EXPLICIT or event.when.start is None:
        return
    start, end = event.date_span
    before = _before().match(text, start, end)
    found = before or _behind().match(text, end)
    if found is None or not _is_first_day(text[start:end], event.when.start):
        return
    if weekday_number(found["day"]) != event.when.start.weekday():
        name = WEEKDAYS[weekday_number(found["day"])]
        yield FieldSource(WEEKDAY, name, min(start, found.start()), max(end, found.end()), "weekday")


def _is_first_day(printed: str, day: date) -> bool:
    """Whether the words of the date hold the day's own number and year: the day was not reckoned from them."""
    numbers = [int(number) for number in re.findall(r"\d+", printed)]
    return day.year in numbers and day.day in numbers and sum(number <= 31 for number in numbers) == 1


def members_stated(telling: Telling) -> dict[str, tuple[FieldSource, ...]]:
    """How many members the document gives a body, the first time, and whom it lists as one; by the body's name."""
    found: dict[str, dict[str, FieldSource]] = {}
    if "ember" not in telling.text:
        return {}
    for number, here in enumerate(telling.scenes):
        sentence = here.line.sentence
        if "ember" not in sentence.text:
            continue
        for match in _members().finditer(sentence.text):
            body = _body(telling, number, match)
            if not body:
                continue
            known = found.setdefault(body, {})
            if told := match["number"]:
                size = _NUMBERS.get(told.lower()) or int(told)
                words = (sentence.start + match.start(), sentence.start + match.end())
                known.setdefault(MEMBERS, FieldSource(MEMBERS, f"{body}: {size}", *words, f"members: {body}"))
            for code, start, end in _listed(here.line, match.end()):
                known.setdefault(code, FieldSource(MEMBER, f"{body}: {code}", start, end, f"members: {body}"))
    return {body: tuple(known.values()) for body, known in found.items()}


def _listed(line: Line, at: int) -> Iterator[tuple[str, int, int]]:
    """The countries that are listed right behind "member states", with their offsets in the document."""
    opened = False
    for place, atom in enumerate(line.atoms):
        if line.words.starts[atom.first] < at:
            continue
        if atom.sort == "C" and opened:
            yield (atom.value, *line.offsets(place, place + 1))
        elif atom.word in _OPENS:
            opened = True
        elif atom.word not in _JOINS:
            return


def _body(telling: Telling, number: int, match: re.Match[str]) -> str:
    """The body that the number is of: the one named next to it, in its line or just before."""
    here = telling.scenes[number].forums
    for mention in sorted(here, key=lambda m: min(abs(m.start - match.end()), abs(match.start() - m.end))):
        if body := body_of(mention.name):
            return body
    for line in range(number - 1, max(-1, number - 1 - _BACK), -1):
        for mention in reversed(telling.scenes[line].forums):
            if body := body_of(mention.name):
                return body
    return ""


def offices_stated(event: Event, text: str) -> Iterator[FieldSource]:
    """The people whose office the text calls a former, coming or acting one: who held it is another question."""
    figures = event.figures
    for match in _unsettled_in(text) if figures else ():
        behind = _sentence_end().split(text[match.end() : match.end() + REACH])[0]
        before = text[max(0, match.start() - REACH) : match.start()]
        for figure in figures:
            surname = figure.name.split()[-1]
            told = f"{figure.name}: {match.group().strip(' -').lower()}"
            if surname in behind:
                end = match.end() + behind.index(surname) + len(surname)
                yield FieldSource(OFFICE, told, match.start(), end, "former, coming or acting")
            elif re.search(
                rf"{re.escape(surname)}(?:, | \()(?:(?:the|a|its|his|her|who was|was) )*$", before
            ):
                yield FieldSource(OFFICE, told, match.start(), match.end(), "former, coming or acting")


def stated_of(
    event: Event, telling: Telling, members: dict[str, tuple[FieldSource, ...]]
) -> tuple[FieldSource, ...]:
    """What is stated beside one engagement: the weekday of its date, the members of its forum's body, past offices."""
    of_body = members.get(body_of(event.forum), ())
    told = (*weekday_stated(event, telling.text), *of_body, *offices_stated(event, telling.text))
    first = {(source.field, source.value): source for source in reversed(told)}
    return tuple(reversed(first.values()))


@cache
def _members() -> re.Pattern[str]:
    number = rf"(?P<number>{'|'.join(_NUMBERS)}|[5-9]|[1-3]\d)"
    return re.compile(
        rf"(?<![\w.,-]){number}(?:[ -](?:full[ -])?member[ -](?:states?|nations?|countries|country)\b|[ ]full members\b"
        r"|-member\b)|(?<!non )(?<!non-)(?<!new )(?<!dialogue )\bmember (?:states|nations|countries)\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _unsettled_in(text: str) -> tuple[re.Match[str], ...]:
    """All such words of a text, kept for its next engagement: a diary tells of dozens."""
    return tuple(_unsettled().finditer(text))


@cache
def _unsettled() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Ff]ormer|FORMER|[Ee]rstwhile|[Ii]ncoming|[Oo]utgoing|[Aa]cting|[Ii]nterim|[Cc]aretaker|[Dd]esignate|"
        r"[Tt]he then|[Tt]hen-(?=[A-Z])|[Tt]hen (?=[A-Z]|defen|prime|foreign)|[Ee]x-|[Ee]x (?=[A-Z]))|[- ][Ee]lect\b"
    )


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.;]\s+(?=[A-Z])(?<![A-Z][.;]\s)(?<!(?:Dr|Mr)[.]\s)|\n\s*\n")


@cache
def _before() -> re.Pattern[str]:
    names = sorted([*WEEKDAYS, *SHORT_WEEKDAYS], key=len, reverse=True)
    return re.compile(rf"(?P<day>{'|'.join(names)})\b", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:,? ?\(|, )(?P<day>{'|'.join(WEEKDAYS)})\b")
