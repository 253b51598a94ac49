"""Named exercises that a line says were held, are under way or will be, with the countries that take part."""

import re
from dataclasses import replace
from functools import cache

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.forums import ForumMention
from core.model import BlockKind, Kind, Precision, Status
from core.reports.clauses import Clause
from core.reports.drill_lines import goes_on_until, line_before, lines_after, several_days
from core.reports.drills import countries_named, find_drills
from core.reports.inherited import inherit
from core.reports.setting import give_setting
from core.reports.status import status_of
from core.reports.story import Event, Scene
from core.reports.telling import Telling
from core.reports.where_told import host_named

_RELATIVE = 6  # atoms between an exercise and "which" or "that"
_HEADING_ABOVE, _SIDES, _THREE = 3, 2, 3  # lines; countries
_AGREED = frozenset(
    {"agreed", "agree", "decided", "plan", "plans", "consider", "considering", "proposal", "keen"}
)
_EDITION_BEHIND = 2  # lines between an exercise and its "edition"


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
        line_before(telling, event)
        lines_after(telling, event)
        goes_on_until(telling, event, here)
        if len(here.dates) > 1:
            several_days(telling, event, here)
        if len(set(event.more_countries)) < 2 and phrase_pattern("the_two").search(here.line.sentence.text):
            event.add_countries(side.country for side in telling.frame.sides)
        guest, host = telling.frame.ship, telling.frame.host
        if guest and host and len(set(event.countries)) < 2 and {*event.countries} <= {guest, host}:
            passing = event.forum == "PASSEX" or here.says(word_set("ship_nouns"))
            event.add_countries([guest, host] if passing else ())  # "As they left, the ships held a PASSEX"
        if len(set(event.more_countries)) < _THREE and _the_three().search(here.line.sentence.text):
            table = next((e for e in reversed(telling.events) if len(e.countries) == _THREE), None)
            event.add_countries(table.countries if table is not None else ())
        told = host_named(here, clause) if not event.host else None
        event.host = event.host or (told.country if told is not None else "")
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
    words = set(here.line.words.folded)
    if match["drill"] and (words.isdisjoint(word_set("exercise_running")) or not words.isdisjoint(_AGREED)):
        return
    if here.says(word_set("exercise_spoken_of")):
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
    if match["named"]:  # "PASSEX"; what Manila and its partners call such a sail
        event.forum = "PASSEX" if match["passage"] else match.group().title()
        event.forum_told = True
        event.forum_span = here.line.sentence.start + match.start(), here.line.sentence.start + match.end()
    lines_after(telling, event)
    home = telling.dateline.country if telling.dateline is not None else ""
    at_home = home in codes and not _sea().search(here.line.words.text)
    event.host = event.host or (home if at_home else "")
    event.at_sea = not event.city
    if (event.date_span is not None or event.timed) and event.when.precision is not Precision.YEAR:
        telling.events.append(event)


@cache
def _sea() -> re.Pattern[str]:
    return re.compile(r"\b(?:Sea|Ocean|Gulf|Bay|Straits?|Channel|[Ww]aters|high seas|off)\b")


@cache
def _together() -> re.Pattern[str]:
    """Finds "sailed together", "a joint patrol", "a PASSEX", "a joint naval drill", "a maritime cooperative activity"."""
    joint = r"(?:joint|combined|coordinated|co - ordinated|bilateral|trilateral|multilateral)"
    return re.compile(
        r"\b(?:sailed|patrolled|steamed|exercised|manoeuvred|maneuvered) (?:together|jointly|in (?:company|formation))\b"
        rf"|\b{joint} (?:naval |maritime |air |sea )?(?:sail|sailing|patrols?)\b"
        rf"|\b(?P<drill>{joint}) (?:military |naval |maritime |air |army |field |live - fire )?(?:exercises?|drills?|manoeuvres|maneuvers)\b"
        r"|(?P<named>\b[Mm]aritime [Cc]ooperative [Aa]ctivity\b|(?P<passage>\bPASSEX\b|\b[Pp]assage [Ee]xercise\b))"
    )


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
