"""The same engagement told twice in one document is one."""

from core.lexicon import forums
from core.lexicon.words import word_set
from core.model import Kind, Precision, Status
from core.reports.story import Event

_TRILATERAL, _THREE = "Trilateral meeting", 3  # what such a meeting is called without a name; countries
_SESSIONS = frozenset({"session", "talks", "co-chaired", "gathering"})  # cues
MONTH = 31
_NEXT = 2  # lines between talks and the session that came behind them
_NEAR_LINES = 6
_POSTED = 2  # days between talks and a story that quotes a post on them


def put_together(events: list[Event]) -> list[Event]:
    """The engagements with those told twice merged; what only adds to another is gone."""
    kept: list[Event] = []
    for event in [e for e in events if not e.weak] + [e for e in events if e.weak]:
        twins = [k for k in kept if same(k, event)]
        beside = (k for k in twins if event.forum_told and k.forum_told and k.forum == event.forum)
        alike = (k for k in twins if k.status is event.status)
        twin = next(beside, None) or next(alike, twins[0]) if twins else None
        if twin is None:
            if not event.weak or _worth_alone(event, [e for e in kept if not e.hanging]):
                kept.append(event)
        else:
            _take(twin, event)
    kept.sort(key=lambda e: (e.line, e.at))
    return kept


def _worth_alone(event: Event, kept: list[Event]) -> bool:
    """Whether "he and General X went over the frontier" near the top tells of talks that no other line does."""
    dated = event.date_span is not None and event.when.precision is Precision.DAY and not event.background
    if (
        event.kind is not Kind.BILATERAL
        or (event.line > 4 and not dated)
        or event.cue != "discussed"
        or len(event.countries) != 2
    ):
        return False
    named = {s.country for s in event.sides if s.figure is not None}
    visits = (k for k in kept if k.kind is Kind.VISIT and k.countries == event.countries)
    guest = any(figure in event.figures for visit in visits for figure in visit.figures)
    if kept and not guest and not any(side.party.name for side in event.sides):
        return False  # "They reaffirmed their commitment", behind talks of others
    told = (k for k in kept if k.kind in (Kind.BILATERAL, Kind.CALL) and k.countries == event.countries)
    return len(named) == 2 and not any(people_fit(k, event) and not k.background for k in told)


def same(one: Event, other: Event) -> bool:
    """Whether two tellings can be of one engagement."""
    if not _kinds_fit(one, other):
        return False
    if other.apart and one.forum_told and not other.forum_told and _of_mechanism(one):
        return False
    if one.apart is not other.apart and one.kind.two_sided and one.line and _one_more(one, other):
        return False
    if (one.quoted or other.quoted) and _quoted_again(one, other):
        return True
    if one.background is not other.background and (one.apart or other.apart) and not other.date_span:
        return False  # "They had last met in Honolulu": not the meeting that the story tells
    if Status.CANCELLED in (one.status, other.status) and one.status is not other.status:
        return False
    if _one_session(one, other):
        return True
    if one.status is not other.status and one.background is not other.background:
        return False  # a plan, and talks of months ago
    if not _dates_fit(one, other):
        return False
    if one.kind in (Kind.MULTILATERAL, Kind.EXERCISE):
        if one.forum and other.forum:
            return one.forum == other.forum or _loosely_named(one, other) or _loosely_named(other, one)
        if _its_chairs(one, other) or _its_chairs(other, one):
            return True
        if _its_guests(one, other) or _its_guests(other, one):
            return True
        return one.countries == other.countries and (one.weak or other.weak or people_fit(one, other))
    if one.countries != other.countries:
        return False
    if one.kind is Kind.VISIT:
        return one.host == other.host or not one.host or not other.host
    return _same_talks(one, other)


def _one_session(one: Event, other: Event) -> bool:
    """Whether both are the session of a dialogue with one number: "the 11th committee, which met a day earlier"."""
    if not {one.cue, other.cue} <= _SESSIONS:
        return False
    numbered = one.edition and one.edition == other.edition and not one.edition.isdigit()
    told = one.forum_told and other.forum_told and one.forum == other.forum and one.kind is other.kind
    return (
        bool(numbered)
        and told
        and one.countries == other.countries
        and people_fit(one, other)
        and (one.status is other.status)
    )


def _quoted_again(one: Event, other: Event) -> bool:
    """Whether a post or a quotation only tells again what was told: "Had a good talk with X today", printed the day after."""
    if (
        one.line == other.line
        or one.kind is not other.kind
        or not one.kind.two_sided
        or one.countries != other.countries
    ):
        return False
    if one.status is not other.status or not people_fit(one, other) or not (one.figures and other.figures):
        return False
    post = one if one.quoted else other
    if post.date_span is None and abs(one.line - other.line) <= _NEAR_LINES:
        return True
    first, second = one.when.start, other.when.start
    if first is None or second is None or {one.when.precision, other.when.precision} != {Precision.DAY}:
        return False
    return abs((first - second).days) <= _POSTED


def _of_mechanism(event: Event) -> bool:
    """Whether talks were a session of a mechanism, not beside a forum or a show: "separate talks" are no part of that."""
    known = forums.forums().get(event.forum)
    return known is None or known.kind == "mechanism"


def _one_more(one: Event, other: Event) -> bool:
    """Whether people "also met" who are not named in the talks told before: "The two sides held talks. He also called on X"."""
    first, more = (other, one) if one.apart else (one, other)
    named = all(s.figure is not None for s in more.sides)
    return first.line < more.line and named and all(s.figure is None for s in first.sides) and not first.weak


def _its_chairs(gathering: Event, chairs: Event) -> bool:
    """Whether a line tells who chaired the gathering told just before: "The meeting was co-chaired by A, B and C"."""
    told = (
        gathering.forum and gathering.cue == "gathering" and chairs.cue == "co-chaired" and not chairs.forum
    )
    near = 0 < chairs.line - gathering.line <= _NEAR_LINES and chairs.date_span is None
    return bool(told) and near and gathering.status is chairs.status and not gathering.background


def _its_guests(gathering: Event, guests: Event) -> bool:
    """Whether a line tells whom the gathering told just before has "brought together"."""
    told = gathering.forum and gathering.cue in ("gathering", "attended") and not guests.forum
    near = any(0 <= guests.line - line <= _NEXT for line in gathering.lines)
    near = near and gathering.status is guests.status
    there = guests.cue == "brought together" or (guests.cue == "attended" and not guests.figures)
    there = there or (guests.cue == "hosted" and guests.line == gathering.line)
    if not (told and near and there) or gathering.background:
        return False
    return not (guests.place_told and gathering.place_told and guests.city and guests.city != gathering.city)


def _loosely_named(loose: Event, exact: Event) -> bool:
    """Whether a body's "summit" is only a loose word for its meeting told elsewhere, where the same people were."""
    if exact.kind is Kind.EXERCISE and exact.forum.startswith(f"{loose.forum} ("):
        return exact.countries == loose.countries  # "Shakti", of India and France
    if loose.forum in word_set("general_forums") and loose.line == exact.line:
        return exact.forum.split()[0] == loose.forum.split()[0]  # "the trilateral", and its name
    if loose.forum == _TRILATERAL and abs(loose.line - exact.line) <= _NEXT:
        three = {*loose.countries} >= {*exact.countries} and len(set(loose.countries)) == _THREE
        return three and (exact.cue != "gathering" or exact.forum.startswith("Trilateral"))
    there = {id(side.figure) for side in loose.sides if side.figure is not None}
    known = forums.forums().get(exact.forum)
    if known is not None and known.parent == loose.forum and loose.cue == "attended":
        return any(
            0 <= loose.line - line <= _NEAR_LINES for line in exact.lines
        )  # "was attended by" its ministers
    if not there or known is None or not known.parent or loose.forum != f"{known.parent} Summit":
        return False
    return there <= {id(side.figure) for side in exact.sides if side.figure is not None}


def _kinds_fit(one: Event, other: Event) -> bool:
    """Whether both are of one kind, or one may be a loose word for the other: "spoke" and "met" near each other."""
    if one.kind is other.kind:
        return True
    if {one.kind, other.kind} != {Kind.BILATERAL, Kind.CALL}:
        return False
    spoken = one if one.kind is Kind.BILATERAL else other
    return one.weak or other.weak or not (spoken.place_told or abs(one.line - other.line) > 3)


def _same_talks(one: Event, other: Event) -> bool:
    """Whether two tellings of talks between the same countries can be of the same talks."""
    both_told = one.forum_told and other.forum_told
    if one.status is not other.status and one.forum_told is not other.forum_told and one.line != other.line:
        return False
    if one.line == other.line and one.at != other.at and "session" in (one.cue, other.cue) and not both_told:
        return False  # "met him and then joined him for the 2+2"
    if one.line == other.line and both_told and one.forum == other.forum and "2+2" in one.forum:
        return True
    if one.status is not other.status and one.when.precision is Precision.DAY and one.when != other.when:
        return False
    if both_told and one.forum != other.forum and not (one.weak or other.weak):
        return False
    if _session_apart(one, other) or _session_next(one, other) or _session_next(other, one):
        return False
    if _at_another_time(one, other) or _at_another_time(other, one):
        return False
    placed = one.place_told and other.place_told and one.city and other.city
    return people_fit(one, other) and not (placed and one.city != other.city)


def _at_another_time(loose: Event, exact: Event) -> bool:
    """Whether "earlier in the month in Brussels" is not the talks of one day that are told for another town."""
    if not (loose.date_span and exact.date_span) or loose.line == exact.line or loose.weak or exact.weak:
        return False
    days = loose.when.precision is not Precision.DAY and exact.when.precision is Precision.DAY
    return days and loose.place_told and bool(loose.city and exact.city) and loose.city != exact.city


def _session_apart(one: Event, other: Event) -> bool:
    """Whether one is the session of a mechanism and the other talks of another day or place in the story."""
    if bool(one.forum_told) == bool(other.forum_told) or one.weak or other.weak:
        return False
    if one.status is other.status is Status.PLANNED and not (one.date_span or other.date_span):
        return False  # "will co-chair the dialogue. On his visit he will hold talks with his counterpart"
    known = forums.forums().get(one.forum if one.forum_told else other.forum)
    if known is None or known.kind != "mechanism":
        return False
    if not (one.date_span and other.date_span):
        return abs(one.line - other.line) > 3
    return one.when.precision is not other.when.precision or abs(one.line - other.line) > 6


def _session_next(talks: Event, session: Event) -> bool:
    """Whether a session came behind the talks told just before: "They met at nine. At eleven the two went into the 2+2"."""
    near = talks.line and 0 < session.line - talks.line <= _NEXT
    return bool(near) and session.cue == "session" and session.apart and not (talks.forum_told or talks.weak)


def people_fit(one: Event, other: Event) -> bool:
    """Whether the named people of each country can be the same: one side unnamed, or somebody shared."""
    for code in one.countries:
        mine = {id(s.figure) for s in one.sides if s.country == code and s.figure is not None}
        theirs = {id(s.figure) for s in other.sides if s.country == code and s.figure is not None}
        if mine and theirs and not mine & theirs:
            return False
        if (theirs and not mine and _another_office(one, other, code)) or (
            mine and not theirs and _another_office(other, one, code)
        ):
            return False
        if _minister_and_leader(one, other, code) or _minister_and_leader(other, one, code):
            return False
    return True


def _another_office(bare: Event, named: Event, code: str) -> bool:
    """Whether a minister without a name cannot be the soldier whom the other telling names, or a chief the minister."""
    levels = {
        o.level for s in bare.sides if s.country == code for o in s.party.offices if o.code != "minister"
    }
    if len(levels) != 1 or not levels <= {"minister", "chief"}:
        return False
    figures = [s.figure for s in named.sides if s.country == code and s.figure is not None]
    if levels == {"chief"}:
        return all(f.minister and not f.rank for f in figures)
    return all(not f.minister and any(o.level == "chief" for o in f.offices) for f in figures)


def _minister_and_leader(one: Event, other: Event, code: str) -> bool:
    """Whether a side is a minister's unnamed counterpart here and a head of state or government there."""
    mine = [s for s in one.sides if s.country == code]
    theirs = [s.figure for s in other.sides if s.country == code and s.figure is not None]
    if not theirs or any(figure.track != "leaders" for figure in theirs):
        return False
    colleague = any(s.figure is not None and s.figure.defence for s in one.sides)
    session = one.cue == "session" and one.forum_told and not any(s.figure for s in mine)
    unnamed = [s.party for s in mine if s.figure is None]
    minister = any(p.role == "counterpart" or any(o.track == "defence" for o in p.offices) for p in unnamed)
    return colleague and (session or minister)


def _dates_fit(one: Event, other: Event) -> bool:
    if one.when.start is None or other.when.start is None:
        return True
    if one.reported is not other.reported and one.kind.two_sided:
        return abs((one.when.start - other.when.start).days) <= _POSTED
    if (
        one.kind.two_sided
        and not (one.date_span and other.date_span)
        and not (one.background or other.background)
    ):
        return True
    assert one.when.end is not None
    assert other.when.end is not None
    overlap = one.when.start <= other.when.end and other.when.start <= one.when.end
    if overlap or _one_forum(one, other):
        return True
    return (
        bool(one.weak or other.weak)
        and abs((one.when.start - other.when.start).days) < MONTH
        and "" in (one.date_basis, other.date_basis)
    )


def _one_forum(one: Event, other: Event) -> bool:
    """Whether both are gatherings of one forum, and no words tell on which day one of them was: "At the Galle Dialogue"."""
    if one.kind is not Kind.MULTILATERAL or one.forum != other.forum or one.background or other.background:
        return False
    known = forums.forums().get(one.forum)
    dated = one.date_span and other.date_span
    return not dated and one.status is other.status and known is not None and known.kind == "forum"


def _longer(more: Event, kept: Event) -> bool:
    """Whether another telling of a visit gives all its days: "from Thursday to Saturday"."""
    if more.date_span is None or None in (more.when.end, kept.when.end):
        return False
    days = more.when.precision is kept.when.precision is Precision.DAY
    return days and more.when.start == kept.when.start and more.when.end > kept.when.end  # type: ignore[operator]


def _a_stop(more: Event, kept: Event) -> bool:
    """Whether another telling of a visit is of one of its days: "On 17 April he will travel to Samarkand"."""
    if more.status is Status.PLANNED and kept.status is Status.HELD:
        return bool(kept.host)
    if more.date_span is None or kept.date_span is None or None in (more.when.end, kept.when.end):
        return False
    return more.when.start == more.when.end != kept.when.end and bool(kept.host)


FINENESS = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1, Precision.NONE: 0}
TRUST = {"explicit": 3, "relative": 2, "header": 1, "forum calendar": 0, "": 0}


def _take(kept: Event, more: Event) -> None:
    """Takes over what the other telling knows better."""
    for side in more.sides:
        have = [s for s in kept.sides if s.country == side.country]
        if side.figure is not None and all(s.figure is not side.figure for s in have):
            unnamed = next((s for s in have if s.figure is None), None)
            if unnamed is not None:
                unnamed.figure, unnamed.party, unnamed.line = side.figure, side.party, side.line
            elif not more.weak or kept.kind is Kind.MULTILATERAL:
                kept.sides.append(side)
        elif not have and kept.kind in (Kind.MULTILATERAL, Kind.EXERCISE):
            kept.sides.append(side)
    rank = (TRUST[more.date_basis], FINENESS[more.when.precision])
    better = rank > (TRUST[kept.date_basis], FINENESS[kept.when.precision]) and (
        more.date_span is not None or TRUST[kept.date_basis] < 2
    )
    better = better and not (kept.status is Status.PLANNED and more.date_basis == "header")
    told = kept.date_span is None and more.date_span is not None and more.when.precision is Precision.DAY
    said = kept.reported and more.when.precision is Precision.DAY and not more.reported
    said = said and (more.date_span is not None or more.date_basis not in ("", "header"))
    if (better or said or (told and kept.kind.two_sided and not more.weak)) and not (
        kept.date_span and more.when.precision is not Precision.DAY
    ):
        kept.when, kept.date_basis, kept.date_span = more.when, more.date_basis, more.date_span
        kept.reported = kept.reported or more.reported
    begun = kept.within and not more.within and more.date_span is not None
    kept.reported = kept.reported and not said
    kept.within = kept.within and more.within
    if kept.kind is Kind.VISIT and (begun or _longer(more, kept)):
        kept.when, kept.date_basis, kept.date_span = more.when, more.date_basis, more.date_span
    if kept.kind is Kind.VISIT and _a_stop(more, kept):
        pass
    elif more.place_told and more.city and not (kept.place_told and kept.city):
        kept.city, kept.host, kept.place_span, kept.place_told = more.city, more.host, more.place_span, True
    elif more.host and not kept.host:
        kept.city, kept.host, kept.place_span, kept.place_told = (
            more.city,
            more.host,
            more.place_span,
            more.place_told,
        )
    if more.forum and (not kept.forum or (more.forum_told and not kept.forum_told)):
        kept.forum, kept.forum_span, kept.forum_told = more.forum, more.forum_span, more.forum_told
    kept.edition = kept.edition or more.edition
    if kept.status is Status.PLANNED and more.status is Status.HELD and not more.weak:
        kept.status = Status.HELD
    kept.lines += [line for line in more.lines if line not in kept.lines]
    kept.more_countries += [code for code in more.more_countries if code not in kept.more_countries]
    kept.hanging = kept.hanging and (more.hanging or more.weak)
    kept.background = kept.background and (more.background or more.quoted)
