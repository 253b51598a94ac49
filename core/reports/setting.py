"""When and where an event was, as its own sentence tells it, and whether the sides met in person."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.dates import Bound, DateKind, DateMention, basis
from core.mentions.party import Party
from core.mentions.where import Where
from core.model import DateBasis, Kind, Precision, Status, When
from core.reports.clauses import Clause
from core.reports.legs import own_leg
from core.reports.settle import LOOSE, date_mention, of_the_report
from core.reports.story import Event, Scene
from core.reports.telling import Telling
from core.reports.unknown_towns import at_unknown_town
from core.reports.where_told import place_of

_NEXT = (DateKind.WEEKS, DateKind.MONTHS, DateKind.YEARS)
_NEAR_LINES = 4
_TOWN_BETWEEN = 40  # characters
_DAYS_NEAR = 12  # characters
LONG_PAST = timedelta(days=21)
_WEEK = timedelta(days=7)
RECENT = timedelta(days=30)


_BACK_FROM = 5  # atoms: "returned late on Tuesday from"


def would_have(telling: Telling, here: Scene, clause: Clause, at: int) -> bool:
    """Whether the cue is told as what should have been ("was to hold talks") where the document calls things off."""
    told = " ".join(here.line.atoms[p].word for p in clause.atoms if p <= at)
    return telling.called_off and bool(phrase_pattern("should_have_been").search(told))


def mend_kind(telling: Telling, event: Event, here: Scene, clause: Clause) -> None:
    """Makes talks by video a call, and "spoke with" at a named place a meeting in person."""
    told = " ".join(here.line.atoms[p].word for p in clause.atoms)
    if event.kind is Kind.BILATERAL and by_video(here, clause):
        event.kind = Kind.CALL
    elif (
        event.kind is Kind.CALL
        and (
            event.place_told
            or _in_person().search(told)
            or _on_the_spot(telling, event)
            or _a_guest().search(here.line.words.text)
            or here.says(word_set("sidelines"))
        )
        and event.cue == "spoke with"
        and not _by_wire().search(told)
    ):
        event.kind = Kind.BILATERAL


@cache
def _a_guest() -> re.Pattern[str]:
    """Finds that one of those who spoke was the other's guest: "who is in Serbia on a visit", "the visiting minister"."""
    return re.compile(
        r"\bvisiting (?=[A-Z]|minister|chief|commander|delegation)|\bwho (?:is|was|are|were) (?:currently |now |also )?"
        r"(?:here\b|visiting|paying|(?:in|on) [^,.]{0,60}\b(?:visit|trip|tour)\b)"
    )


def _on_the_spot(telling: Telling, event: Event) -> bool:
    """Whether somebody spoke with an official of the country where the lines before show him: "In the evening he talked with"."""
    there, home = telling.frame.host, telling.cast.home
    if _at_a_forum(telling, event):
        return True
    if there in ("", home) or there not in event.countries or event.background:
        return False
    main = telling.cast.main
    if main is None or event.status is not Status.HELD or all(figure is not main for figure in event.figures):
        return False
    return any(
        e.host == there
        and e.status is Status.HELD
        and not (e.weak or e.background)
        and main in e.figures
        and e.kind in (Kind.BILATERAL, Kind.VISIT)
        and event.line - e.line <= _NEAR_LINES
        for e in telling.events
    )


def _at_a_forum(telling: Telling, event: Event) -> bool:
    """Whether the lines before show the main actor at a forum of many, and no other day is told: "In the hall he talked to X"."""
    main, last = telling.cast.main, telling.last_gathering
    if main is None or last is None or last.weak or last.background or event.line - last.line > _NEAR_LINES:
        return False
    held = last.status is Status.HELD is event.status
    there = held and not (event.background or last.online) and main in last.figures and main in event.figures
    return there and (event.date_span is None or event.when == last.when)


def by_video(here: Scene, clause: Clause) -> bool:
    """Whether a clause tells of what is done by video or telephone."""
    return bool(_by_wire().search(" ".join(here.line.atoms[p].word for p in clause.atoms)))


@cache
def _in_person() -> re.Pattern[str]:
    """Finds what nobody does by telephone: "dined and talked with", "walked and talked", "over dinner"."""
    meal = "breakfast|lunch|luncheon|dinner|supper|tea|coffee|brunch|a meal|drinks"
    return re.compile(
        rf"\b(?:dined|lunched|breakfasted|ate|walked|strolled|sat|flew in|shook hands|face to face|in person|(?:over|at|during) (?:a |the )?(?:\w+ )?(?:{meal}))\b"
    )


def give_setting(telling: Telling, event: Event, here: Scene, clause: Clause, at: int) -> None:
    """Gives an event the date and place that its sentence tells."""
    cancelled = event.status is Status.CANCELLED
    whole, here = here, _leg_of(here, at)
    mention = date_mention(here, clause, at, ahead=event.status is not Status.HELD)
    if mention is None and (cancelled or event.kind is Kind.VISIT):
        days = (m for m in here.dates if m.phrase.kind not in LOOSE)
        mention = next(
            (m for m in here.dates if cancelled and not of_the_report(here.line, m)), None
        ) or next((m for m in days if m.bound is Bound.SINCE), None)
    if mention is not None and event.status is Status.PLANNED and _over(telling, mention):
        ahead = (m for m in here.dates if m.bound is Bound.AT and not _over(telling, m))
        mention = next(ahead, mention)  # "X, who took office on July 23, will visit Y from Friday"
    if mention is not None:
        event.reported = event.status is Status.HELD and of_the_report(here.line, mention)
        give_date(telling, event, here, mention)
    elif event.status is Status.HELD:
        _beside_the_session(telling, event, here)
    where = place_of(here, clause, at, telling.frame, telling.dateline)
    if where is None and event.kind is Kind.BILATERAL and event.status is Status.HELD:
        where = _back_from(here, event)
    if where is None and here is not whole and at >= (own_leg(whole, at) or (0, 0))[0] > 0:
        where = next((w for w in here.places if w.word == "city" and w.last <= at), None)
    if where is not None and event.kind is not Kind.CALL:
        event.set_place(where)
        if where.last and where.last <= len(here.line.atoms):
            event.place_span = here.line.offsets(where.first, where.last)
    elif where is None and event.kind in (Kind.BILATERAL, Kind.MULTILATERAL):
        at_unknown_town(event, here, clause, at)


def _leg_of(here: Scene, at: int) -> Scene:
    """The line with the days and towns of the leg of a trip in which this atom stands; the line itself if it tells of no two."""
    leg = own_leg(here, at) if len(here.places) > 1 else None
    if leg is None:
        return here
    first, last = leg
    days = [m for m in here.dates if first <= here.atom_at(m.start) < last]
    return replace(here, dates=days, places=[w for w in here.places if first <= w.first < last])


def _back_from(here: Scene, event: Event) -> Where | None:
    """The town of a side from which somebody came home after talks: "flew home from Delhi on Tuesday after talks with X"."""
    for where in here.places:
        if where.how != "from" or not where.city or where.country not in event.countries:
            continue
        back = [here.line.word(place) for place in range(max(0, where.first - _BACK_FROM), where.first)]
        if not word_set("came_back").isdisjoint(" ".join(back).split()):
            return where
    return None


def _beside_the_session(telling: Telling, event: Event, here: Scene) -> None:
    """Gives talks "on the eve of the session" the day before the gathering told last, "a day after the forum" the next."""
    known = telling.last_gathering
    if known is None or known.when.precision is not Precision.DAY or known.when.start is None:
        return
    match = _beside().search(here.line.words.text) if event.kind is not Kind.MULTILATERAL else None
    if match is None or known.when.end is None:
        return
    day = known.when.end + timedelta(days=1) if match["after"] else known.when.start - timedelta(days=1)
    base = here.line.sentence.start
    event.when, event.date_basis, event.timed = When.on(day), DateBasis.RELATIVE, True
    event.date_span = (base + match.start(), base + match.end())
    if telling.published is not None and day < telling.published - LONG_PAST and not telling.review:
        event.background = True


@cache
def _beside() -> re.Pattern[str]:
    meeting = (
        "session|meeting|conference|forum|summit|gathering|conclave|dialogue|symposium|plenary|talks|event"
    )
    return re.compile(
        r"\b(?:(?:[Oo]n )?the eve of|(?:[Aa]|[Tt]he|[Oo]ne) (?:day|evening|night) (?:before|ahead of|prior to|(?P<after>after))) "
        rf"(?:the|that|this) (?:[\w-]+ ){{0,3}}?(?:{meeting})\b"
    )


def _over(telling: Telling, mention: DateMention) -> bool:
    """Whether a day lies before the one of publication."""
    when = telling.resolve(mention, future=True)
    return bool(when and when.end and telling.published and when.end < telling.published)


def give_date(telling: Telling, event: Event, here: Scene, mention: DateMention) -> None:
    """Gives an event a date; what lies before the day of publication was held, what lies after it is planned."""
    event.timed = True
    when = telling.resolve(
        mention, future=event.status is not Status.HELD, month=_month_before(here, mention)
    )
    if when is None:
        return
    event.when, event.date_basis, event.date_span = when, basis(mention), here.offsets(mention)
    held_trip = event.kind is Kind.VISIT and event.status is Status.HELD
    ahead = mention.phrase.shift > 0 or (mention.phrase.shift == 0 and _sets_out(here, event))
    if held_trip and mention.phrase.kind in _NEXT and ahead:
        event.status = Status.PLANNED  # "leaves for Kinshasa next week"
    if telling.published is None or when.start is None or when.end is None:
        return
    if event.status is Status.PLANNED and when.end < telling.published:
        event.status = Status.HELD
    elif event.status is Status.HELD and when.start > telling.published:
        event.status = Status.PLANNED
    event.background = when.end < telling.published - LONG_PAST and not telling.review


def _sets_out(here: Scene, event: Event) -> bool:
    """Whether a trip is told in the present tense: "travels to Vientiane this week"."""
    atom = here.line.atoms[event.at].word.split(" ")[0] if event.at < len(here.line.atoms) else ""
    return atom in ("travels", "flies", "heads", "leaves", "departs", "goes", "visits", "sets", "tours")


def _month_before(here: Scene, mention: DateMention) -> DateMention | None:
    """What tells the month of "was in Russia in June and had talks with X on the 15th", "from 5 to 9 June"; or the day
    from which "flies to Delhi on Monday and meets X the following day" counts.
    """
    if mention.phrase.kind is DateKind.DAYS_ON:
        days = (m for m in reversed(here.dates) if m.end <= mention.start and m.bound is Bound.AT)
        return next(
            (m for m in days if m.phrase.kind in (DateKind.DAY, DateKind.WEEKDAY, DateKind.DAYS)), None
        )
    if mention.phrase.kind is not DateKind.MONTH_DAY:
        return None
    months = (
        m
        for m in reversed(here.dates)
        if m.end <= mention.start and m.phrase.kind in (DateKind.MONTH, DateKind.DAY)
    )
    return next(months, None)


def give_own_date(telling: Telling, event: Event, here: Scene, party: Party) -> None:
    """Gives talks with one of several partners the date behind him: "with A on June 5 and with B the next day"."""
    if _on_another_leg(telling, event, here, party):
        return
    days = [m for m in here.dates if m.bound is Bound.AT]
    line = here.line
    first = line.words.starts[line.atoms[party.first].first] if party.last else 0
    leads = next((m for m in days if _right_before(here, m, first) and _leads_partner(here, m)), None)
    if leads is not None and leads.start:  # "saw A, and on Sunday B"
        give_date(telling, event, here, leads)
        return
    days = [m for m in days if not _leads_partner(here, m)]
    if event.date_span and not any(event.date_span == here.offsets(m) for m in days):
        event.when, event.date_basis, event.date_span, event.timed = When(), DateBasis.UNKNOWN, None, False
    if len(days) < 2:
        return
    after = line.words.ends[line.atoms[party.last - 1].last - 1]
    later = [p for p in here.parties if p.first > party.first]
    if (
        later
        and not party.name
        and later[0].name
        and later[0].first == party.last + 1
        and line.word(party.last) == ","
    ):
        after = line.words.ends[line.atoms[later[0].last - 1].last - 1]
        later = later[1:]  # "the Nigerian, Mohammed Badaru, on Wednesday": one man
    until = line.words.starts[line.atoms[later[0].first].first] if later else len(line.words.text)
    own = [m for m in days if after <= m.start < until]
    if own:
        position = days.index(own[0])
        before = None
        if position:
            before = telling.resolve(days[position - 1], future=event.status is Status.PLANNED)
            telling.frame.anchor = before or telling.frame.anchor
        give_date(telling, event, here, own[0])
        _after_the_one_before(event, own[0], before)


def _after_the_one_before(event: Event, mention: DateMention, before: When | None) -> None:
    """Moves a weekday behind the one told before it: "will meet A on Tuesday and B on Friday", said on a Friday."""
    start = event.when.start
    if before is None or before.start is None or start is None or event.status is not Status.PLANNED:
        return
    if mention.phrase.kind is DateKind.WEEKDAY and start < before.start and start == event.when.end:
        event.when = When.on(start + _WEEK)


def give_own_place(event: Event, here: Scene, party: Party) -> None:
    """Gives talks with one of several partners the town behind him: "met A in Tokyo on June 4 and B in Seoul the next day"."""
    led = town_that_leads(here, party)
    if led is not None:
        event.set_place(led)
        event.place_span = here.line.offsets(led.first, led.last)
        return
    behind = [p for p in here.parties if p.first > party.first]
    others = [town for p in behind if (town := town_that_leads(here, p)) is not None]
    if event.place_span is not None and event.city in {town.city for town in others}:
        event.city = event.host = ""
        event.place_told, event.place_span = False, None  # that town is the next one's
    later = [p.first for p in here.parties if p.first > party.first and p.name]
    until = later[0] if later else len(here.line.atoms)
    towns = [w for w in here.places if w.how == "at" and w.word == "city" and w.country]
    own = [w for w in towns if party.last <= w.first < until and w not in others]
    own = [w for w in own if here.line.word(w.first - 2) not in word_set("missions")]  # "of the embassy in X"
    if len({w.city for w in towns}) > 1 and len(own) == 1 and own[0].country in event.countries:
        event.set_place(own[0])
        event.place_span = here.line.offsets(own[0].first, own[0].last)


def leads_one_more(here: Scene, where: Where) -> bool:
    """Whether a town is only that of one more partner: "met A, and on Wednesday, in Nicosia, B"."""
    return any(town_that_leads(here, party) is where for party in here.parties if party.first > where.first)


def town_that_leads(here: Scene, party: Party) -> Where | None:
    """The town right before one more partner: "and on Wednesday, in Nicosia, Mr X"; None before whom the verb itself stands."""
    if here.line.word(party.first - 1) != ",":
        return None
    towns = (w for w in here.places if w.last == party.first - 1 and w.how == "at" and w.word == "city")
    town = next(towns, None)
    if town is None or here.line.word(town.first - 2) not in (",", ";", "and"):
        return None
    return town if any(p.last <= town.first and p.name for p in here.parties) else None


def give_date_behind(telling: Telling, event: Event) -> None:
    """Gives a dateless event the days of the next line if that goes on about it: "It opened yesterday and will ..."."""
    following = telling.scenes[event.line + 1] if event.line + 1 < len(telling.scenes) else None
    if event.date_span is not None or following is None:
        return
    if not following.dates or not (following.line.atoms[0].word == "it" or _of_the_event(following)):
        return
    found = [telling.resolve(m, future=index > 0) for index, m in enumerate(following.dates[:2])]
    days = [w for w in found if w is not None and w.precision is Precision.DAY and w.start is not None]
    if days:
        event.when = When.on(days[0].start, days[-1].end)  # type: ignore[arg-type]
        event.date_basis, event.date_span = basis(following.dates[0]), following.offsets(following.dates[0])


def _of_the_event(following: Scene) -> bool:
    """Whether a line begins with the gathering of the line before and its days: "The two-day event, scheduled from"."""
    opened = _the_event().match(following.line.words.text)
    day = following.dates[0].start
    other = any(mention.start < day for mention in following.forums)
    return opened is not None and not other and day - opened.end() <= _DAYS_NEAR


@cache
def _the_event() -> re.Pattern[str]:
    what = "event|meeting|conference|forum|dialogue|conclave|summit|gathering|symposium|seminar"
    return re.compile(
        rf"Th(?:e|is) (?:[\w]+ ?- ?day )?(?:annual )?(?:{what})\b(?: ,|,)?(?: which)?"
        r"(?: (?:is|was|being|will be|scheduled|held|slated|to be|due|running|set))* (?:from|on|between|for)? ?"
    )


def _leads_partner(here: Scene, mention: DateMention) -> bool:
    """Whether a day stands right before one more partner: "saw A, and on Sunday B"."""
    line = here.line
    before = line.words.text[max(0, mention.start - 8) : mention.start]
    return before.endswith(("and on ", "and ", ", on ")) and any(
        _right_before(here, mention, line.words.starts[line.atoms[p.first].first]) for p in here.parties
    )


def _right_before(here: Scene, mention: DateMention, start: int) -> bool:
    """Whether a day stands right before somebody, or with nothing but a town between: "on Wednesday, in Nicosia, Mr X"."""
    gap = start - mention.end
    return 0 < gap <= 2 or (
        0 < gap < _TOWN_BETWEEN and bool(_town_between().fullmatch(here.line.words.text, mention.end, start))
    )


@cache
def _town_between() -> re.Pattern[str]:
    return re.compile(r" ?,? (?:in|at) [A-Z][\w'-]+(?: [A-Z][\w'-]+)* ?, ")


def _on_another_leg(telling: Telling, event: Event, here: Scene, party: Party) -> bool:
    """Gives talks with somebody on a later leg of a trip the town and the day of that leg: "and to Doha on Tuesday to meet B"."""
    if not party.last or len(here.places) < 2 or party.first < event.at:
        return False
    leg, first = own_leg(here, party.first), own_leg(here, event.at)
    if leg is None or leg == first:
        return False
    there = _leg_of(here, party.first)
    event.when, event.date_basis, event.date_span, event.timed = When(), DateBasis.UNKNOWN, None, False
    if there.dates:
        give_date(telling, event, here, there.dates[0])
    town = next((w for w in there.places if w.word == "city"), None)
    if town is not None:
        event.set_place(town)
        event.place_span = here.line.offsets(town.first, town.last)
    return True


@cache
def _by_wire() -> re.Pattern[str]:
    means = "video|videoconference|telephone|phone|teleconference|line|hotline|video link"
    return re.compile(
        rf"\b(?:through|via|by|over|on) (?:a |the )?(?:secure )?(?:{means})\b|\bvirtual(?:ly)?\b|\bonline\b"
        r"|\b(?:video|telephone|phone) (?:talks|call|conference|meeting|conversation|consultations?)\b|\bvideoconference\b"
    )


def recent(telling: Telling, when: When) -> bool:
    """Whether a day lies within a month of the day of publication; always in a review."""
    if telling.published is None or telling.review:
        return True
    return when.start is not None and abs(telling.published - when.start) < RECENT
