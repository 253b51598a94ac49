"""Talks with one after the other: "First in was Mr X of Y", "After her came Ms Z", "Admiral W followed with ..."."""

import re
from dataclasses import replace
from functools import cache
from itertools import chain, takewhile

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.party import Party
from core.model import Kind, Status
from core.reports.setting import give_setting
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling

_TURN_WITHIN = 2  # lines
_NEAR = 2  # atoms between "next came" and who it was
_SERIES_WITHIN = 4  # lines
_GAP = 8  # atoms between one who came and the next: ", and in another room"


def in_turn(telling: Telling, here: Scene, number: int, made: list[Event]) -> list[Event]:
    """Further talks of whom the line before, or this one (`made`), told: "In the afternoon it was the turn of Mr X of Y"."""
    if not here.parties:
        return []
    may = not word_set("turns_told").isdisjoint(here.line.words.folded)
    match = _turn().search(here.line.words.text) if may else None
    came = _after_turn(here, match) if match is not None else _who_followed(here)
    before = [e for e in made if not e.background and came and e.at < came[0].first]
    base = _told_last(telling, before, number, sure=match is not None) if came else None
    if base is None and came and match is not None and _day_began().match(here.line.words.text):
        base = _of_main(telling, number)
    if base is None:
        came = _in_order(here)
        base = (_series(telling, number) or _on_a_full_day(telling, number)) if came else None
    if base is None:
        return []
    left = next((s for s in base.sides if s.figure is telling.cast.main), base.sides[0])
    sides = telling.settled(came, number, subject=False, others=[left])
    partners = {side.country: side for side in reversed(sides) if side.country != left.country}
    further: list[Event] = []
    for side in reversed(partners.values()):
        if any(other.figure is side.figure is not None for other in base.sides):
            continue
        at = side.party.first
        event = replace(base, sides=[left, side], line=number, at=at, lines=[number], more_countries=[])
        event.cue = "in turn"
        give_setting(telling, event, here, here.clause_of(at) or here.clauses[0], at)
        further.append(event)
    return further


def _of_main(telling: Telling, number: int, told: int | None = None) -> Event | None:
    """Talks of the main actor with somebody whom the line names; `told` is the line that speaks of him, if it is another."""
    main = telling.cast.main
    if main is None or not main.country or not main.defence:
        return None
    side = Side(main.country, main, Party(0, 0, role="pronoun"), number if told is None else told)
    return Event(Kind.BILATERAL, [side], number, "in turn", 0, lines=[number])


def _on_a_full_day(telling: Telling, number: int) -> Event | None:
    """Talks of the main actor on a day of which the line before says that it was full: "There was no rest on Sunday"."""
    before = telling.scenes[number - 1] if number else None
    if before is None or not before.dates or not phrase_pattern("full_day").search(before.line.words.text):
        return None
    return _of_main(telling, number)


@cache
def _day_began() -> re.Pattern[str]:
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    return re.compile(
        rf"(?:It|The (?:day|morning|afternoon|programme)|(?:{days})(?: morning| afternoon)?) (?:\w+ )?(?:began|opened|started|kicked off) with\b"
    )


def _series(telling: Telling, number: int) -> Event | None:
    """The talks of the main actor of which a line tells one more: told, announced, or meant by the guests of a line before."""
    main = telling.cast.main
    if main is None or not main.country or not main.defence:
        return None
    for place in range(number, max(number - _SERIES_WITHIN, -1) - 1, -1):
        told = [e for e in telling.events if e.line == place and e.kind is Kind.BILATERAL and not e.weak]
        if told and any(figure is main for event in told for figure in event.figures):
            return told[-1] if told[-1].status is Status.HELD else None
        if telling.pending is not None and telling.pending[0].line == place:
            return telling.pending[0]
        scene = telling.scenes[place]
        if any(party.plural and _comes(party) for party in scene.parties) or scene.says(word_set("callers")):
            return _of_main(telling, number, place)
    return None


def _comes(party: Party) -> bool:
    """Whether these may be a series of guests: "his visitors", "four delegations", "counterparts from six countries"."""
    several = party.role in ("guest", "counterpart", "delegation") or bool(party.offices)
    return several and not party.countries and party.rule != "two" and not party.organisation


def _in_order(here: Scene) -> list[Party]:
    """Who is told of as first, next or last of several: "X of Y came first", "X was in next", "The third guest was X"."""
    text = here.line.words.text
    came: list[Party] = []
    for group in (group for clause in here.clauses for group in clause.groups):
        party = _with_his_name(here, group[0])
        first = party.first + (here.line.word(party.first) in word_set("between_turns"))
        if first >= len(here.line.atoms):
            continue  # nothing stands behind the last word
        if not party.name or party.role not in ("person", "host", "guest", "counterpart"):
            continue
        begin = here.line.words.starts[here.line.atoms[first].first]
        end = here.line.words.ends[here.line.atoms[group[-1].last - 1].last - 1]
        head = text[:begin].rpartition(";")[2].strip().removesuffix(" the")
        opens = any(
            place == 0 or here.line.word(place - 1) in word_set("opens_turn")
            for place in (first, party.first)
        )
        turn = text[end : end + 8].replace("s", "").startswith(("' turn", " ' turn"))
        ordered = opens and (
            _came_in_order().match(text, end) or (_then().search(head) and _came().match(text, end))
        )
        if ordered or _ordered().search(head) or (turn and _it_was_next().search(head)):
            came += [party] if party is not group[0] else group
    return came


def _with_his_name(here: Scene, party: Party) -> Party:
    """Somebody told by his country and then by his name: "the Briton, John Healey"; any other party as it is."""
    if party.role != "demonym" or party.name or here.line.word(party.last) != ",":
        return party
    named = next((p for p in here.parties if p.first == party.last + 1 and p.name and not p.countries), None)
    return replace(named, first=party.first, countries=party.countries) if named is not None else party


def _told_last(telling: Telling, made: list[Event], number: int, *, sure: bool) -> Event | None:
    """The talks told last, in this line (`made`) or one before, of which these are more.

    Unless `sure`, only where a series of talks has been told.
    """
    told = chain(reversed(made), reversed(telling.events))
    near = [e for e in takewhile(lambda e: number - e.line <= _TURN_WITHIN, told) if not e.weak]
    last = near[0] if near else None
    if (
        last is not None and last.status is Status.PLANNED
    ):  # behind talks that were held, a plan told in passing
        last = next((event for event in near if event.status is Status.HELD), last)
    if last is not None and last.kind is Kind.BILATERAL:
        series = last.cue == "in turn" or telling.scenes[last.line].says(word_set("series"))
        return last if sure or series else None
    if telling.pending is not None and number - telling.pending[0].line <= _TURN_WITHIN:
        return telling.pending[0]
    return None


def _after_turn(here: Scene, match: re.Match[str]) -> list[Party]:
    """Those who stand behind "next came", and those who go on their list."""
    end = here.atom_at(match.end())
    came: list[Party] = []
    for party in here.parties:
        if party.first < end:
            continue
        between = here.line.atoms[came[-1].last if came else end : party.first]
        if not came and (len(between) > _NEAR or not (party.name or party.countries)):
            return []
        if came and (len(between) > _GAP or not all(a.word in word_set("between_turns") for a in between)):
            break
        if party.name or party.countries:
            came.append(party)
    return came


def _who_followed(here: Scene) -> list[Party]:
    """Whoever opens the line and is told to have come next: "Admiral X, the director of Y, followed with"."""
    first = here.parties[0]
    if not first.name or first.first > 1 or first.last >= len(here.line.atoms):
        return []
    end = here.line.words.ends[here.line.atoms[first.last - 1].last - 1]
    return [first] if _followed().match(here.line.words.text, end) else []


@cache
def _turn() -> re.Pattern[str]:
    after = r"(?:[Aa]fter|[Bb]ehind) (?:him|her|them|that|this|the \w+(?: \w+)?)"
    first = r"First(?: (?:in|up|through|the|door|on|list|to|come|of|them|among|line|into|room|this)){0,5} (?:was|came|were)"
    more = r"(?:Last|Finally|Later|Also|Second|Third)(?: (?:in|up|through the door|on (?:his|her|the) list|of all))? (?:was|came|were)"
    return re.compile(
        r"\b(?:[Ii]t (?:was|is|will be|would be) (?:then )?the turn of|(?:[Ii]t (?:was|is|will be|would be)|[Tt]hen came|[Cc]ame)(?: then)? (?=[^,;.]{3,60}'s? turn\b)|[Nn]ext (?:in |up |in line |for (?:[\w-]+ ){1,3})?(?:came|was|were)|[Tt]hen (?:came|it was))\b"
        rf"|\b{after} (?:came|it was(?: the turn of)?|was the turn of)\b|\A{first}\b|\A{more}\b"
        rf"|\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:was|were) followed by\b|{_day_began().pattern}"
    )


@cache
def _followed() -> re.Pattern[str]:
    said = r"(?!(?:with|in) (?:a|an|his|her|the|some)? ?(?:\w+ )?(?:speech|address|remarks|statement|keynote|lecture|post|tweet|criticism|toast|intervention|presentation))"
    came = r"came (?:next|after|later|then|last|second|third|fourth|in turn)|was (?:the )?(?:next|last|second|third)(?: (?:in|one|to come)\b)?"
    return re.compile(
        rf",? ?(?:also |then )?(?:followed {said}(?:with|him|her|them|in|on|next|later|,|\.)|{came}|(?:had|got|took) (?:his|her) turn\b)"
    )


_NTH = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|next|last|final|earliest|opening|closing"
_CALLER = "half an hour|an hour|guest|visitor|caller|partner|slot|turn|appointment|meeting|interlocutor|conversation|delegation|minister|chief|person|man|woman|one|colleague|counterpart|opposite number|name on (?:the|his|her) list"


@cache
def _came_in_order() -> re.Pattern[str]:
    """Finds behind a person what says that he or she was one in a series: "came first", "had the first slot", "was in next"."""
    not_here = r"(?! (?:\w+ )?to (?!(?:come|call|be|enter|see|meet|sit|arrive)\b)\w| in the (?:election|poll|race|vote|ranking|table))"
    place = rf"(?:{_NTH}){not_here}"
    went = r"(?:came|went|arrived|appeared|entered|walked in|dropped in|stopped by|called|was|were|sat down|turned up|showed up)"
    had = r"(?:had|got|took|was given|were given|filled|occupied|opened|closed|headed|led|completed|rounded off|concluded|ended|began|started|made|brought up|rounded)"
    list_ = r"(?:it off|start|rear|list|round|queue|series|line|procession|parade|row|succession|day|string|sequence)"
    return re.compile(
        rf",? ?(?:also |then )?(?:{went}(?: \w+){{0,2}} (?:{place}|in turn|afterwards|after that|after (?:him|her|them|lunch|dinner|tea|breakfast|noon|a (?:short )?break)|(?:an|half an|two|three) hours? later|over (?:lunch|tea|dinner|coffee)|at (?:noon|ten|eleven|twelve|one|two|three|four|five|six))\b(?! (?:spoken|said|elected|named|seen|time|to arrive))"
        rf"|{had} (?:the |his |her |their )?(?:{place})? ?(?:{_CALLER}|half hour|hour|quarter of an hour)\b"
        rf"|{had} (?:the |that |this |his |her )?{list_}\b|(?:closed|completed|concluded|rounded) it\b|(?:was|were|stood|stands) (?:the )?{place} (?:in|up|through|on|to (?:come|call|arrive|be received|enter|knock)|of (?:the|his|her|them))\b"
        r"|(?:was|were) (?:also |then |next )?(?:seen|received|met|visited|heard|called in|shown in|ushered in|fitted in|welcomed)"
        r" (?:too|later|next|last|afterwards|after (?:him|her|that|them)|in turn|separately|as well|(?:\w+ )?(?:at|in|over|before|after|around) (?:the |a |an )?(?:same |late |early )?(?:\w+ )?(?:afternoon|evening|morning|day|lunch|dinner|tea|breakfast|noon|dusk|night|hour))\b"
        rf"|(?:was|were) (?:the )?{place}(?:[,.;]| and\b| (?:{_CALLER})\b)|had (?:come|gone|been in|been) (?:{place}|before (?:him|her|them))\b)"
    )


@cache
def _ordered() -> re.Pattern[str]:
    """Finds before a person what says the same: "The third guest of that afternoon was", "Last in line was"."""
    return re.compile(
        rf"\A[A-Z]\w+(?: [A-Z]\w+)? (?:had |has )?sent\Z|\A(?:Also|Next|First|Then)? ?[Oo]n (?:his|her|the) (?:list|diary|calendar|schedule)(?: for [^;,]{{3,25}})? (?:was|were)(?: also)?\Z"
        rf"|(?:\A|, |; |and )(?:[Tt]he |[Hh]is |[Hh]er )?(?i:{_NTH}) (?:(?:{_CALLER}|in|up|through|on|to|of)\b[^;]{{0,45}})?(?:was|came|were|is)\Z"
        rf"|\A(?:{_NTH.title()}|Then|Later|Afterwards|Finally|Lastly|After that)\b[^;]{{0,40}}(?:, it was|came|it was)\Z"
    )


@cache
def _it_was_next() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Ii]t|[Tt]hen|[Nn]ext)\b")


@cache
def _then() -> re.Pattern[str]:
    return re.compile(
        r"\A(?:Then|Next|Later|Afterwards|Finally|After that|After lunch|After (?:him|her|them))(?: ?,)?\Z"
    )


@cache
def _came() -> re.Pattern[str]:
    return re.compile(
        r",? ?(?:came|arrived|appeared|walked in|was there|was in|dropped in|stopped by|entered|took (?:his|her) (?:seat|place))\b"
    )
