"""Drafts become events: one for each table at which their sides sat."""

import re
from dataclasses import replace
from functools import cache

from core.lexicon.words import word_set
from core.mentions.dates import Bound, DateKind
from core.mentions.party import Party
from core.model import BlockKind, Kind, Status
from core.reports.draft import Draft
from core.reports.drafted_sides import sides_where_it_was
from core.reports.forums_told import many_meet
from core.reports.gathering import chaired_for_years
from core.reports.lists import announce
from core.reports.posts import posted
from core.reports.setting import by_video, give_own_date, give_own_place, give_setting, mend_kind, would_have
from core.reports.status import status_of
from core.reports.story import Event, Scene, Side
from core.reports.tables import both_ministers, tables
from core.reports.telling import Telling
from core.reports.together import TRILATERAL, at_one_table
from core.reports.where_told import place_of

_ORDINAL = 3  # atoms: "after the first"
_HEAD = 6  # atoms: "Ahead of the two ministers' meeting"
_TWO = 2  # sides; days
_ARRIVED_BACK = 9  # atoms
_BACK = 9  # atoms before talks that may say that they came first


def drafted(
    telling: Telling, here: Scene, draft: Draft, subject: list[Party] | None, made: list[Event]
) -> list[Event]:
    """The events that a draft stands for; `made` are those that the line has told so far.

    A draft whose partners are not named yet ("met six ministers") is kept in mind for the lines that follow.
    """
    since = draft.left[0].first if draft.cue in ("told", "beside at the press") and draft.left else 0
    status = status_of(here, draft.clause, draft.at, since)
    off = would_have(telling, here, draft.clause, draft.at)
    only_if_off = status is None  # "was due to meet": nothing but for a trip that is off
    if off:
        status = Status.CANCELLED
    if status is None:
        return []
    if (
        _a_standing_group(here, draft)
        or _a_custom(here, draft)
        or _on_arrival(here, draft)
        or (telling.events and _counted(here, draft))
        or _ahead_of_it(here, draft)
        or _the_forum_itself(here, draft)
        or _hosts_of_many(here, draft)
        or _those_gathered(telling, draft)
    ):
        return []
    left, right = sides_where_it_was(telling, here, draft, subject)
    if _both_guests(telling, here, left, right):
        left, right = right[:1], [*left, *right[1:]]
    _leaders_of_both(here, draft, left, right)
    at_one_table(telling, here, draft, left, right)
    found = tables(draft, left, right, here.line, [*telling.events, *made])
    if not found and left and any(party.plural and not party.countries for party in draft.right):
        announce(telling, here, draft, left, status)
    elif not found and right and not left and _several_unnamed(draft.left):
        announce(telling, here, draft, right, status)  # "Six foreign ministers called on him. They were"
    if here.line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING):
        found = [[_without_guess(side) for side in sides] for sides in found]
    events = [_event(telling, here, draft, sides, status, one_of=len(found)) for sides in found]
    if only_if_off:
        gone = [e.countries for e in telling.events if e.status is Status.CANCELLED]
        events = [event for event in events if event.countries in gone]
    return [event for event in events if not (event.background and _all_ministers(draft))]


def _both_guests(telling: Telling, here: Scene, left: list[Side], right: list[Side]) -> bool:
    """Whether two come to the host, each on a day: "Mr A is to meet the host in the capital on Tuesday, and Mr B on 3 June"."""
    if len(left) != 1 or len(right) != _TWO or len(here.dates) < _TWO:
        return False
    home, guests = right[0].country, {left[0].country, right[1].country}
    there = {where.country or telling.frame.host for where in here.places}
    if home in guests or "" in (home, *guests) or there != {home}:
        return False
    first, second = (side.party.first for side in right)
    days = [here.atom_at(mention.start) for mention in here.dates]
    return any(first < day < second for day in days) and any(day > second for day in days)


def _without_guess(side: Side) -> Side:
    """A side of a headline that names nobody ("Defence chiefs of A and B meet"): ministers or soldiers, the story will tell."""
    party = side.party
    guessed = party.plural and party.offices and not (party.name or party.also)
    return Side(side.country, None, replace(party, offices=()), side.line) if guessed else side


def _those_gathered(telling: Telling, draft: Draft) -> bool:
    """Whether "the ministers" of a gathering told before had a session with one of them, or with a guest of theirs."""
    who = draft.left[0] if draft.left and len(draft.left) == 1 else None
    if who is None or telling.last_gathering is None or not (who.plural and who.offices and who.definite):
        return False
    return not (who.countries or who.name or who.rule or who.possessive or who.also)


def _several_unnamed(parties: list[Party]) -> bool:
    """Whether people without a name or a country stand there: "six foreign defence ministers"."""
    return any(
        party.plural
        and not (party.countries or party.name)
        and (party.offices or party.role == "counterpart")
        for party in parties
    )


def _all_ministers(draft: Draft) -> bool:
    """Whether nobody but "the ministers" met: "He was here in March, when the ministers met", all of an alliance."""
    if draft.clause.opener != "when" or draft.right or len(draft.left) != 1:
        return False
    party = draft.left[0]
    return (
        party.plural and bool(party.offices) and party.rule != "two" and not (party.countries or party.also)
    )


def _a_custom(here: Scene, draft: Draft) -> bool:
    """Whether people without a name "have met in this format since 2019": a history, no meeting."""
    if not here.dates or any(party.name for party in (*draft.left, *draft.right)):
        return False
    own = [m for m in here.dates if here.atom_at(m.start) in draft.clause.atoms]
    return bool(own) and all(m.bound is Bound.SINCE and m.phrase.kind is DateKind.YEAR for m in own)


def _on_arrival(here: Scene, draft: Draft) -> bool:
    """Whether somebody was only received where he landed: that is part of the visit, and no talks."""
    if draft.cue in ("hosted", "face to face") and _came_and_was_welcomed(here, draft):
        return True
    received = draft.cue in ("received", "hosted", "face to face")
    received = received or here.line.word(draft.at - 1) in ("was", "were")
    return received and draft.kind is Kind.BILATERAL and bool(_landed().search(here.line.sentence.text))


def _a_standing_group(here: Scene, draft: Draft) -> bool:
    """Whether two countries chair a group for years: "co-chaired the expert working group for the cycle 2021-2024"."""
    if draft.cue != "co-chaired":
        return False
    now = here.line.word(draft.at) in ("co - chair", "co - chairs", "cochair")
    states = bool(draft.left) and all(party.role == "country" for party in draft.left)
    return (now and states) or chaired_for_years(here)


def _the_forum_itself(here: Scene, draft: Draft) -> bool:
    """Whether the noun of talks stands for a forum named before: "A and B will address the dialogue"."""
    if draft.right or not draft.left or draft.cue == "trilateral":
        return False  # "a three-way meeting" is what its sides held, by whatever name
    return any(m.kind == "forum" and m.atom <= draft.at < m.last for m in here.forums)


def _leaders_of_both(here: Scene, draft: Draft, left: list[Side], right: list[Side]) -> None:
    """Takes "with A and B leading the two sides" for the leaders of both, one of each country, and not for two partners."""
    if len(right) != _TWO or not all(side.party.name for side in right):
        return
    if not _lead_the_sides().search(here.line.words.text) or draft.kind is not Kind.BILATERAL:
        return
    codes = list(dict.fromkeys(side.country for side in (*left, *right)))
    draft.together = True
    first, second = right
    if len(codes) == _TWO and first.country == second.country and second.figure is not None:
        other = next(code for code in codes if code != first.country)
        if other not in second.party.countries and not second.party.countries:
            second.country = second.figure.country = other
    if len(codes) == _TWO and not any(side.figure is not None for side in left):
        left[:], right[:] = right, []


@cache
def _lead_the_sides() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:leading|heading|led|headed|at the head of) (?:the two|their|the respective|their respective|both) (?:sides|delegations|teams)\b"
    )


def _hosts_of_many(here: Scene, draft: Draft) -> bool:
    """Whether countries only hosted a forum of many: "the conference, which was co-hosted by India and the United States"."""
    if here.line.word(draft.at) != "co - hosted" or any(party.name for party in (*draft.left, *draft.right)):
        return False
    before = (here.line.word(place) for place in range(max(0, draft.at - _HEAD), draft.at))
    if here.line.word(draft.at + 1) == "by" and not word_set("conferences").isdisjoint(before):
        return True
    return any(many_meet(mention) for mention in here.forums)


def _came_and_was_welcomed(here: Scene, draft: Draft) -> bool:
    """As in "had arrived in Muscat on Sunday and was welcomed by"."""
    words = ((p, here.line.word(p)) for p in draft.clause.atoms)
    at = next((p for p, word in words if word.startswith(("was welcomed", "were welcomed"))), -1)
    came = [p for p in draft.clause.atoms if p < at and "travel" in here.line.atoms[p].cues]
    return (
        bool(came)
        and at - came[-1] <= _ARRIVED_BACK
        and here.line.word(came[-1]).startswith(("arriv", "land", "reach", "touch", "flew"))
        and here.line.sort(came[-1] + 1) in ("C", "G", "P")
    )


@cache
def _landed() -> re.Pattern[str]:
    return re.compile(
        r"(?<!to the )\b(?:[Aa]irport|[Aa]ir ?[Bb]ase|[Aa]irfield|[Aa]erodrome|[Tt]armac|Air Force (?:Base|Station)|[Rr]ailway station|[Qq]uay(?:side)?|[Jj]etty|[Gg]angway)\b"
        r"|\b(?:[Uu]pon|[Oo]n) (?:(?:his|her|their) )?(?:arrival|landing)\b(?! (?:at|in) the\b)"
    )


def _event(
    telling: Telling, here: Scene, draft: Draft, sides: list[Side], status: Status, *, one_of: int
) -> Event:
    """The event at one of the tables of a draft."""
    event = Event(
        draft.kind, sides, draft.line, draft.cue, draft.at, status, weak=draft.weak, lines=[draft.line]
    )
    countries = len({side.country for side in sides})
    if countries > 2:
        event.kind = Kind.MULTILATERAL
        if draft.cue == "trilateral" and countries == 3:
            event.forum = TRILATERAL
    elif countries == 2 and draft.kind is Kind.BILATERAL:
        _two_plus_two(event, here)
        pairs = ([s for s in sides if s.country == code] for code in event.countries)
        if not event.forum and all(both_ministers(pair) for pair in pairs):
            event.forum, event.forum_told = "2+2 Ministerial Dialogue", True
    if event.kind is Kind.CALL and draft.cue == "spoke with" and _at_that_forum(telling, here):
        event.kind = Kind.BILATERAL
    if draft.cue == "spoke with" and draft.left and not draft.right and _in_a_place(telling, here, draft):
        event.kind = Kind.BILATERAL  # "A and B talked for two hours in Warsaw"
    give_setting(telling, event, here, draft.clause, draft.at)
    event.online = event.kind is Kind.MULTILATERAL and by_video(here, draft.clause)
    event.quoted = posted(here)
    _with_a_visitor(event, here)
    event.apart = bool(_apart().search(" ".join(here.line.atoms[p].word for p in draft.clause.atoms)))
    if one_of > 1:
        give_own_date(telling, event, here, sides[-1].party)
        give_own_place(event, here, sides[-1].party)
    if event.weak and countries == 2 and _for_a_session(here, draft):
        event.weak = False  # "were joined by their colleagues for the sixth 2+2"
    told_at = (event.date_span and event.place_told) or _at_talks().search(here.line.words.text)
    if draft.cue == "told" and told_at and len(event.figures) > 1:
        event.weak = False
    if draft.cue == "spoke with" and event.place_told and len(event.figures) > 1:
        event.weak = False  # "A and B talked for two hours in Warsaw"
    if (
        draft.weak
        and len(event.figures) > 1
        and countries == 2
        and _on_the_line().search(here.line.words.text)
    ):
        event.kind, event.weak = Kind.CALL, False  # "In a phone call on Tuesday, A assured B"
    dated = event.date_span is not None and event.place_told
    if draft.cue == "discussed" and draft.right and dated and len(event.figures) > 1:
        event.weak = False  # "discussed air defence with B in Kyiv on Tuesday"
    mend_kind(telling, event, here, draft.clause)
    if event.date_span is None and _looks_back(here, draft):
        event.background = True
    if event.date_span is not None and _the_one_before(here, draft):
        event.background = event.apart = True  # "met again after the first meeting in Rome on April 4"
    if event.date_span is None and _last_met().search(here.line.words.text):
        event.background = event.apart = True  # "They had last met in Honolulu"
    return event


def _ahead_of_it(here: Scene, draft: Draft) -> bool:
    """Whether talks are only named to say what comes before them: "Ahead of the ministers' meeting, the two firms will sign"."""
    line = here.line
    if (
        line.word(0) not in ("ahead of", "ahead", "before")
        or draft.at > _HEAD
        or "talk" not in line.atoms[draft.at].cues
    ):
        return False
    return line.word(draft.at + 1) == "," and not draft.right


def _at_that_forum(telling: Telling, here: Scene) -> bool:
    """Whether the talks told before were at a forum, and no words tell of a telephone: "He spoke with his Greek colleague"."""
    last = next((e for e in reversed(telling.events) if not e.weak), None)
    if last is None or last.kind not in (Kind.BILATERAL, Kind.MULTILATERAL) or last.background:
        return False
    forum = telling.last_forum
    told = forum is not None and forum.kind == "forum"
    return told and last.status is Status.HELD and not _by_wire().search(here.line.words.text)


def _with_a_visitor(event: Event, here: Scene) -> None:
    """Gives talks with "his visiting Italian counterpart" the other side's country for their host."""
    if event.kind is not Kind.BILATERAL or event.host or "visiting" not in here.line.words.folded:
        return
    words = here.line.word
    came = {
        s.country
        for s in event.sides
        if any(words(p) == "visiting" for p in range(s.party.first, s.party.last))
    }
    stayed = {side.country for side in event.sides} - came
    if came and len(stayed) == 1:
        event.host = stayed.pop()


def _for_a_session(here: Scene, draft: Draft) -> bool:
    """Whether people were brought together "for" a session of a dialogue, as its clause goes on to say."""
    if here.line.atoms[draft.at].word not in ("were joined by", "joined", "was joined by"):
        return False
    sessions = (m for m in here.forums if m.kind == "mechanism" and m.atom in draft.clause.atoms)
    for mention in sessions:
        before = [here.line.word(place) for place in range(max(draft.at, mention.atom - 4), mention.atom)]
        if mention.atom > draft.at and "for" in before:
            return True
    return False


def _in_a_place(telling: Telling, here: Scene, draft: Draft) -> bool:
    """Whether people who "talked" did so somewhere, and not by telephone."""
    if _by_wire().search(here.line.words.text):
        return False
    where = place_of(here, draft.clause, draft.at, telling.frame, telling.dateline)
    if where is None or not where.city or where.first < draft.at:
        return False
    between = {atom.word for atom in here.line.atoms[draft.at : where.first]}
    return between.isdisjoint({"about", "regarding", "concerning", "discuss", "to"})


@cache
def _by_wire() -> re.Pattern[str]:
    return re.compile(r"\b(?:phone|telephone|video|virtually|line|call)\b")


@cache
def _last_met() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:had |have )?last (?:met|spoke|spoken|held talks|saw each other)\b|\bhad (?:previously|already) (?:met|spoken|held)\b"
    )


def _two_plus_two(event: Event, here: Scene) -> None:
    """Makes talks of "the foreign and defence ministers" of two countries a 2+2."""
    match = _both_ministers().search(here.line.words.text)
    if match is None or not any(side.party.plural for side in event.sides):
        return
    base = here.line.sentence.start
    event.forum, event.forum_told = "2+2 Ministerial Dialogue", True
    event.forum_span = (base + match.start(), base + match.end())


@cache
def _both_ministers() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:foreign and defen[cs]e|defen[cs]e and foreign(?: affairs)?) (?:ministers|secretaries)\b",
        re.IGNORECASE,
    )


def _counted(here: Scene, draft: Draft) -> bool:
    """Whether a line only counts talks told before: "The two met for the second time after the first meeting in Rome"."""
    line = here.line
    start = line.words.ends[line.atoms[draft.at].last - 1]
    return not draft.right and _so_many_times().search(line.words.text, start) is not None


@cache
def _so_many_times() -> re.Pattern[str]:
    return re.compile(
        r"\bfor (?:the|a) (?:second|third|fourth|fifth) time\b.{0,40}\b(?:after|since|following) (?:the|their|a) (?:first|last|previous|earlier)\b"
    )


def _the_one_before(here: Scene, draft: Draft) -> bool:
    """Whether earlier talks are named with their day: "after the first meeting in Rome on April 4"."""
    line = here.line
    before = [line.word(place) for place in range(max(0, draft.at - _ORDINAL), draft.at)]
    told = not {"after", "since", "following"}.isdisjoint(before[:1])
    return told and before[-1:] in (["first"], ["last"], ["previous"], ["earlier"], ["initial"])


def _looks_back(here: Scene, draft: Draft) -> bool:
    """Whether talks are only named to say what came after them: "the first since the meeting of X and Y"."""
    line = here.line
    if not line.atoms[draft.at].word.startswith(("meeting", "talks", "summit")):
        return False
    before = [line.atoms[place].word for place in draft.clause.atoms if place < draft.at][-_BACK:]
    named = before[-1:] == ["the"]
    return named and (draft.clause.opener == "since" or not {"following", "since"}.isdisjoint(before))


@cache
def _on_the_line() -> re.Pattern[str]:
    return re.compile(
        r"\b[Ii]n (?:a|his|her|their) (?:(?:tele)?phone|video|telephonic)(?: |-)(?:call|conversation|talk|conference)\b"
        r"|\bby (?:tele)?phone\b|\bover the (?:tele)?phone\b|\bby video link\b"
    )


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(
        r"\balso (?:met|called (?:up)?on|paid a)\b|, too, (?:met|had|called|held|saw|received)\b|\bo[nf] their own\b|\bby themselves\b|\bone - on - one\b|\bseparate(?:ly)?\b|\btete - a - tete\b"
    )


@cache
def _at_talks() -> re.Pattern[str]:
    return re.compile(r"\b(?:during|at|in) (?:their|his|her|the|a) (?:bilateral )?(?:meeting|talks)\b")
