"""What the lines before and behind an exercise add: who takes part, where, and on which days."""

import re
from functools import cache

from core.lexicon.words import phrase_pattern
from core.mentions.dates import Bound
from core.model import BlockKind, Precision, Status, When
from core.reports.drills import countries_named
from core.reports.setting import give_date
from core.reports.story import Event, Scene
from core.reports.telling import Telling

_SIDES = 2  # countries
_LINES_AFTER = 6  # that may tell more about an exercise


def line_before(telling: Telling, event: Event) -> None:
    """Adds the day and the countries of the line before, if that speaks of an exercise too."""
    before = telling.scenes[event.line - 1] if event.line else None
    if before is None or not any("exercise" in atom.word for atom in before.line.atoms):
        return
    if event.status is Status.PLANNED and _begun().search(before.line.words.text):
        start = event.when.start
        if start is not None and telling.published is not None and start <= telling.published:
            event.status = Status.HELD  # "A drill began on Monday. It will be held from 6 to 18 November"
    named = any(mention.kind == "exercise" and mention.name != event.forum for mention in before.forums)
    if event.date_span is not None:
        told = countries_named(before)
        if not named and (len(event.countries) < _SIDES or len({*told} & {*event.countries}) >= _SIDES):
            event.add_countries(told)  # "began an exercise with B. The drill, called X,"
    elif before.dates or (not named and _begun().search(before.line.words.text)):
        if before.dates:
            give_date(telling, event, before, before.dates[0])
        elif not event.host and (
            where := next((w for w in before.places if w.how == "at" and w.country), None)
        ):
            event.set_place(where)
            event.place_span = before.line.offsets(where.first, where.last)
        event.add_countries(countries_named(before))
        event.weak = False


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(
        r"\b(?<!to )(?:began|begun|commenced|started|launched|kicked off|opened|(?:got|is|are) under ?way)\b"
    )


def lines_after(telling: Telling, event: Event) -> None:
    """Adds who takes part, where, and from when to when, as the lines that follow tell it."""
    block = told = telling.scenes[event.line].line.sentence.block
    for following in telling.scenes[event.line + 1 : event.line + 1 + _LINES_AFTER]:
        sentence = following.line.sentence
        bullet = sentence.kind is BlockKind.BULLET or sentence.text.startswith((">", "\u00bb"))
        opening = sentence.block - block == 1 and "ceremony" in sentence.text
        goes_on = sentence.block - block <= 2 and _about_exercise().match(sentence.text) is not None
        goes_on = goes_on or sentence.text.startswith(("Lasting ", "Running "))
        goes_on = goes_on or _so_many_there().match(sentence.text) is not None
        elsewhere = sentence.block not in (block, told) and not bullet and not opening and not goes_on
        named = {mention.name for mention in following.forums if mention.kind == "exercise"}
        if named - {event.forum}:
            break
        if elsewhere or named:
            continue
        if goes_on or opening:
            told = sentence.block
        if goes_on or sentence.text.startswith(("It ", "Lasting ", "Running ")):
            several_days(telling, event, following)
            goes_on_until(telling, event, following)
        if phrase_pattern("taking_part").search(sentence.text.casefold()):
            event.add_countries(countries_named(following))
            several_days(telling, event, following)
        where = following.places[0] if following.places else None
        if not event.host and where is not None and where.country and (where.how == "at" or bullet):
            event.set_place(where)
            event.place_span = following.line.offsets(where.first, where.last)


@cache
def _from_to() -> re.Pattern[str]:
    """Finds "which began on April 10, closes on Friday"."""
    return re.compile(
        r"\b(?:began|opened|started|commenced|got under way|kicked off) .*\b(?:closed?|closes|ends?|ended|concludes?|concluded|culminates?|culminated|finished|winds up|wound up|will"
        r" (?:close|end|conclude|culminate|wind up))\b"
    )


@cache
def _so_many_there() -> re.Pattern[str]:
    """How a line begins that counts who takes part: "A total of 36 nations are participating", "The 18 countries involved"."""
    number = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|a dozen)"
    return re.compile(
        rf"(?:(?:A total of|As many as|Some|About|Around|More than|Over|Nearly|Almost|All|The|Altogether,?|In all,?) )*(?i:{number}) (?:other |friendly |foreign )?"
        r"(?:countries|nations|navies|armies|air forces|militaries|states|(?:military |army |naval )?(?:personnel|troops|soldiers|sailors) from \d+ (?:countries|nations))\b[^.]{0,110}\b(?:are part of|participat\w+|tak(?:e|es|ing) part|took part|involved|join\w*)"
    )


@cache
def _over() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:and|,) (?:it )?(?:ended|closed|concluded|culminated|finished|wound up) (?:on|with)\b"
    )


@cache
def _about_exercise() -> re.Pattern[str]:
    """How a paragraph begins that goes on about the exercise told before it."""
    return re.compile(
        r"(?:Lasting|Running) (?:until|till|from|through) |(?:The|This) (?:(?:two|three|four|five|six)-day |two-week |annual |biennial |joint |bilateral |multinational )?(?:exercise|drills?|manoeuvres|training|sail|patrol|activity)\b"
        r"|(?:Contingents|Participants|Participating|Troops|Forces|Personnel|Soldiers|Others) "
    )


def several_days(telling: Telling, event: Event, following: Scene) -> None:
    """Gives an exercise the dates of a line that says from when to when."""
    known = event.when.precision is Precision.DAY and event.when.start != event.when.end
    if len(following.dates) == 2 and not known and _from_to().search(following.line.words.text):
        over = _over().search(following.line.words.text) is not None
        first, last = (
            telling.resolve(m, future=late)
            for late, m in zip((False, not over), following.dates, strict=True)
        )
        if first is not None and last is not None and first.precision is last.precision is Precision.DAY:
            give_date(telling, event, following, following.dates[0])
            if event.when.start is not None and last.end is not None and last.end > event.when.start:
                event.when = When.on(event.when.start, last.end)
            return
    for mention in following.dates:
        when = telling.resolve(mention, future=event.status is not Status.HELD)
        if when is not None and when.precision is Precision.DAY and when.start != when.end and not known:
            give_date(telling, event, following, mention)
            return


def goes_on_until(telling: Telling, event: Event, here: Scene) -> None:
    """Gives an exercise that began on a day its last one: "opened on Thursday and goes on until May 10"."""
    start = event.when.start
    if start is None or event.when.precision is not Precision.DAY or start != event.when.end:
        return
    for mention in here.dates:
        last = telling.resolve(mention, future=True) if mention.bound is Bound.UNTIL else None
        if last is not None and last.precision is Precision.DAY and last.end is not None and last.end > start:
            event.when = When.on(start, last.end)
            return
