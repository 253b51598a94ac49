"""Named exercises that a line says were held, are under way or will be, with the countries that take part."""

import re
from dataclasses import replace
from functools import cache

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.dates import Bound
from core.mentions.forums import ForumMention
from core.model import BlockKind, Kind, Precision, Status, When
from core.reports.clauses import Clause
from core.reports.drills import countries_named, find_drills
from core.reports.inherited import inherit
from core.reports.setting import give_date, give_setting
from core.reports.status import status_of
from core.reports.story import Event, Scene
from core.reports.telling import Telling

_RELATIVE = 6  # atoms between an exercise and "which" or "that"
_HEADING_ABOVE, _SIDES, _THREE = 3, 2, 3  # lines; countries
_EDITION_BEHIND = 2  # lines between an exercise and its "edition"
_LINES_AFTER = 4  # that may tell more about an exercise


def tell_exercises(telling: Telling, here: Scene, number: int) -> None:
    """Adds the exercises of one line to the document's engagements."""
    _tell_sail(telling, here, number)
    here.forums += _of_the_heading(telling, here, number) or _its_edition(telling, here, number)
    for drill in find_drills(here):
        at = drill.mention.atom
        clause = here.clause_of(at) or (here.clauses[0] if here.clauses else None)
        if clause is None:
            continue
        status = status_of(here, clause, at) or Status.HELD
        event = Event(Kind.EXERCISE, [], number, "exercise", at, status, weak=not drill.told, lines=[number])
        event.more_countries = list(drill.countries)
        event.set_forum(drill.mention, here.offsets(drill.mention))
        _give_own_setting(telling, event, here, drill.mention, clause)
        _line_before(telling, event)
        _lines_after(telling, event)
        _goes_on_until(telling, event, here)
        if len(here.dates) > 1:
            _several_days(telling, event, here)
        if len(set(event.more_countries)) < 2 and phrase_pattern("the_two").search(here.line.sentence.text):
            event.add_countries(side.country for side in telling.frame.sides)
        if len(set(event.more_countries)) < _THREE and _the_three().search(here.line.sentence.text):
            table = next((e for e in reversed(telling.events) if len(e.countries) == _THREE), None)
            event.add_countries(table.countries if table is not None else ())
        _host_told(event, here)
        home = telling.dateline.country if telling.dateline is not None else ""
        if not event.host and not event.weak and home in event.countries:
            event.host = home
        known = drill.mention.exercise
        party = known is not None and (known.multilateral or event.host in known.parties)
        many = party or event.host in (home, telling.cast.home)
        if event.host and (not event.countries or many):
            event.add_countries([event.host])  # the host trains at home
        if event.date_span is None and not event.weak:
            inherit(telling, event)
        telling.events.append(event)


@cache
def _the_three() -> re.Pattern[str]:
    """Finds those of a table of three in "in which the three armies train together"."""
    return re.compile(
        r"\b(?:[Tt]he|[Tt]heir|[Aa]ll|of these) three (?:armies|navies|air forces|militaries|countries|nations|states|forces|sides|partners|neighbours|neighbors)\b"
    )


def _host_told(event: Event, here: Scene) -> None:
    """Gives an exercise the host that its line tells: "in which South Africa plays host to the navies of China and Russia"."""
    match = _hosts().search(here.line.words.text) if not event.host else None
    before = here.line.atoms[max(0, here.atom_at(match.start()) - 1)] if match is not None else None
    if before is not None and before.sort == "C":
        event.host = str(before.value)


@cache
def _hosts() -> re.Pattern[str]:
    return re.compile(r"\b(?:plays? host to|played host to|is hosting|is the host|is host|hosts|hosted)\b")


def _of_the_heading(telling: Telling, here: Scene, number: int) -> list[ForumMention]:
    """The exercise that the heading above names, where a line says that "the joint exercise of A and B began"."""
    if "exercise" not in here.line.cues or any(m.kind == "exercise" for m in here.forums):
        return []
    words = {word for atom in here.line.atoms for word in atom.word.split()}
    if (
        words.isdisjoint(word_set("exercise_running"))
        or len(countries_named(here)) < _SIDES
        or not here.dates
    ):
        return []
    above = telling.scenes[max(0, number - _HEADING_ABOVE) : number]
    heads = [s for s in above if s.line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)]
    named = {m.name: m for s in heads[-1:] for m in s.forums if m.kind == "exercise"}
    if len(named) != 1:
        return []
    at = next(p for p, atom in enumerate(here.line.atoms) if "exercise" in atom.cues)
    start, end = (
        here.line.words.starts[here.line.atoms[at].first],
        here.line.words.ends[here.line.atoms[at].last - 1],
    )
    return [replace(m, start=start, end=end, atom=at, last=at + 1) for m in named.values()]


def _its_edition(telling: Telling, here: Scene, number: int) -> list[ForumMention]:
    """The exercise that a line just before has named, where a line says that "the seventh edition opened at Karachi"."""
    if any(m.kind == "exercise" for m in here.forums) or not here.dates:
        return []
    match = _edition().match(here.line.words.text)
    above = telling.scenes[max(0, number - _EDITION_BEHIND) : number] if match is not None else []
    named = {m.name: m for s in above for m in s.forums if m.kind in ("exercise", "forum", "event")}
    exercises = [m for m in named.values() if m.kind == "exercise"]
    if match is None or len(named) != 1 or not exercises:
        return []
    at = here.atom_at(match.start("what"))
    return [replace(exercises[0], start=match.start("what"), end=match.end("what"), atom=at, last=at + 1)]


@cache
def _edition() -> re.Pattern[str]:
    return re.compile(
        r"(?:The|This year's|This) (?:[\w-]+ ){0,2}(?P<what>edition|iteration)\b(?= (?:\w+ ){0,3}(?:opened|began|begins|opens|started|starts|kicked|got|is|was|will|runs|ran|takes|took|commenced|concluded|ended|ends))"
    )


def _tell_sail(telling: Telling, here: Scene, number: int) -> None:
    """Adds an exercise without a name: ships of several countries that "sailed together" on a day that the line tells."""
    match = _together().search(here.line.words.text) if here.dates else None
    ships = (code for party in here.parties if party.role == "ship" for code in party.countries)
    codes = list(dict.fromkeys([*ships, *countries_named(here)])) if match is not None else []
    if match is None or len(codes) < 2 or any(m.kind == "exercise" for m in here.forums):
        return
    at = here.atom_at(match.start())
    clause = here.clause_of(at)
    status = status_of(here, clause, at) if clause is not None else None
    told = (e for e in telling.events if e.kind is Kind.EXERCISE and set(codes) <= set(e.countries))
    if clause is None or status is None or next(told, None) is not None:
        return
    event = Event(Kind.EXERCISE, [], number, "exercise", at, status, lines=[number])
    event.more_countries = codes
    give_setting(telling, event, here, clause, at)
    if match.group().casefold().startswith("maritime"):  # what Manila and its partners call such a sail
        event.forum, event.forum_told = match.group().title(), True
        event.forum_span = here.line.sentence.start + match.start(), here.line.sentence.start + match.end()
    _lines_after(telling, event)
    home = telling.dateline.country if telling.dateline is not None else ""
    event.host = event.host or (home if home in codes else "")
    event.at_sea = not event.city
    if event.date_span is not None or event.timed:
        telling.events.append(event)


@cache
def _together() -> re.Pattern[str]:
    """Finds "sailed together", "a joint patrol", "a multilateral maritime cooperative activity"."""
    joint = r"(?:joint|combined|coordinated|co - ordinated|bilateral|trilateral|multilateral)"
    return re.compile(
        r"\b(?:sailed|patrolled|steamed|manoeuvred|maneuvered) (?:together|jointly|in (?:company|formation))\b"
        rf"|\b{joint} (?:naval |maritime |air |sea )?(?:sail|sailing|patrols?)\b|\b[Mm]aritime [Cc]ooperative [Aa]ctivity\b"
    )


def _line_before(telling: Telling, event: Event) -> None:
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
        if len(event.countries) < _SIDES and not named:
            event.add_countries(countries_named(before))  # "began an exercise with B. The drill, called X,"
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


def _lines_after(telling: Telling, event: Event) -> None:
    """Adds who takes part, where, and from when to when, as the lines that follow tell it."""
    block = told = telling.scenes[event.line].line.sentence.block
    for following in telling.scenes[event.line + 1 : event.line + 1 + _LINES_AFTER]:
        sentence = following.line.sentence
        bullet = sentence.kind is BlockKind.BULLET or sentence.text.startswith((">", "\u00bb"))
        opening = sentence.block - block == 1 and "ceremony" in sentence.text
        goes_on = sentence.block - block <= 2 and _about_exercise().match(sentence.text) is not None
        elsewhere = sentence.block not in (block, told) and not bullet and not opening and not goes_on
        if elsewhere or any(mention.kind == "exercise" for mention in following.forums):
            break
        if goes_on or opening:
            told = sentence.block
        if goes_on or sentence.text.startswith("It "):
            _several_days(telling, event, following)
            _goes_on_until(telling, event, following)
        if phrase_pattern("taking_part").search(sentence.text.casefold()):
            event.add_countries(countries_named(following))
            _several_days(telling, event, following)
        where = following.places[0] if following.places else None
        if not event.host and where is not None and where.country and (where.how == "at" or bullet):
            event.set_place(where)
            event.place_span = following.line.offsets(where.first, where.last)


@cache
def _from_to() -> re.Pattern[str]:
    """Finds "which began on April 10, closes on Friday"."""
    return re.compile(
        r"\b(?:began|opened|started|commenced|got under way|kicked off) .*\b(?:closes?|ends?|concludes?|culminates?|winds up|will"
        r" (?:close|end|conclude|culminate|wind up))\b"
    )


@cache
def _about_exercise() -> re.Pattern[str]:
    """How a paragraph begins that goes on about the exercise told before it."""
    return re.compile(
        r"(?:The|This) (?:(?:two|three|four|five|six)-day |two-week |annual |biennial |joint |bilateral |multinational )?(?:exercise|drills?|manoeuvres|training|sail|patrol|activity)\b"
        r"|(?:Contingents|Participants|Participating|Troops|Forces|Personnel|Soldiers|Others) "
    )


def _several_days(telling: Telling, event: Event, following: Scene) -> None:
    """Gives an exercise the dates of a line that says from when to when."""
    known = event.when.precision is Precision.DAY and event.when.start != event.when.end
    if len(following.dates) == 2 and not known and _from_to().search(following.line.words.text):
        first, last = (
            telling.resolve(m, future=late) for late, m in zip((False, True), following.dates, strict=True)
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


def _give_own_setting(
    telling: Telling, event: Event, here: Scene, mention: ForumMention, clause: Clause
) -> None:
    """Gives an exercise the day and place of its own relative clause ("which ran from the 2nd"), else of its sentence."""
    own = next(
        (
            c
            for c in here.clauses
            if c.opener in ("which", "that") and c.atoms and 0 <= c.atoms[0] - mention.last <= _RELATIVE
        ),
        None,
    ) or _after_commas(here, mention)
    if own is not None and not word_set("exercise_running").isdisjoint(
        word for place in own.atoms for word in here.line.word(place).split()
    ):
        give_setting(telling, event, here, own, own.atoms[0])
    if event.date_span is None or not event.host:
        kept = event.when, event.date_basis, event.date_span
        give_setting(telling, event, here, clause, event.at)
        if kept[2] is not None:
            event.when, event.date_basis, event.date_span = kept
    came = next((w for w in here.places if w.how == "to" and w.country and w.last < event.at), None)
    if (
        not event.host
        and came is not None
        and "for" in (here.line.word(p) for p in range(came.last, event.at))
    ):
        event.set_place(came)  # "troops came to Pune for Exercise X"
        event.place_span = here.line.offsets(came.first, came.last)


def _after_commas(here: Scene, mention: ForumMention) -> Clause | None:
    """The relative clause behind what describes an exercise: "Force 18, the exercise of the ASEAN countries, which ran"."""
    later = (c for c in here.clauses if c.opener == "which" and c.atoms and c.atoms[0] > mention.last)
    own = next(later, None)
    if own is None or here.line.word(mention.last) != ",":
        return None
    between = here.line.atoms[mention.last : own.atoms[0]]
    verbs = ("travel", "meet", "light", "gather")
    return None if any(not atom.cues.isdisjoint(verbs) for atom in between) else own


def _goes_on_until(telling: Telling, event: Event, here: Scene) -> None:
    """Gives an exercise that began on a day its last one: "opened on Thursday and goes on until May 10"."""
    start = event.when.start
    if start is None or event.when.precision is not Precision.DAY or start != event.when.end:
        return
    for mention in here.dates:
        last = telling.resolve(mention, future=True) if mention.bound is Bound.UNTIL else None
        if last is not None and last.precision is Precision.DAY and last.end is not None and last.end > start:
            event.when = When.on(start, last.end)
            return
