"""Who sat on either side of an engagement that a clause tells."""

import re
from dataclasses import replace
from functools import cache

from core.lexicon.words import word_set
from core.mentions.party import Party
from core.model import Kind
from core.reports.draft import Draft
from core.reports.posts import author, posted
from core.reports.story import Scene, Side
from core.reports.telling import Telling
from core.reports.where_told import place_of

_PAIR = 2
_NEAR_I = 6  # atoms: "I also had a very good meeting with"
_LANDS = frozenset({"countries", "nations", "neighbours", "neighbors", "states", "sides", "allies"})


def sides_where_it_was(
    telling: Telling, here: Scene, draft: Draft, subject: list[Party] | None
) -> tuple[list[Side], list[Side]]:
    """The sides left and right of the cue; "the host" and "the visitor" are those of the place that the draft names."""
    frame = telling.frame
    kept = frame.host, frame.city
    where = place_of(here, draft.clause, draft.at, frame, telling.dateline)
    if where is not None and draft.kind is not Kind.CALL and where.country:
        frame.host, frame.city = where.country, where.city
    parties = draft.left
    if draft.cue == "called on" and (frame.ship or any(p.role == "ship" for p in here.parties)):
        aboard = _off_the_ship(telling, here, draft)
        if aboard is not None:
            frame.host, frame.city = kept
            return aboard
    if draft.subject_open:
        parties = draft.clause.antecedent or [p for p in subject or [] if p not in draft.right]
        if draft.right and _of_the_next_clause(here, draft, parties):
            parties = []
    if where is not None and where.city and draft.cue in ("received", "hosted"):
        _at_home_there(telling, parties, where.country)
    left = telling.settled(parties, draft.line, subject=True, others=[])
    if not draft.right and len({side.country for side in left}) < _PAIR:
        left = _of_the_two_countries(here, draft) or left
    ours = left or _whose_list(telling, draft)
    if draft.cue == "co-chaired" and len(left) == 1:
        _chaired_with(telling, draft.right)
    among = _included(telling, here, draft)
    right = telling.settled(among or _without_heading(draft.right), draft.line, subject=False, others=ours)
    if not left and right and _of_the_place(telling, parties, right):
        left = telling.settled(parties, draft.line, subject=True, others=right)
    if draft.subject_open and {side.country for side in left} <= {side.country for side in right}:
        left = []
    if left and {side.country for side in left} == {side.country for side in right}:
        left = _somebody_else(telling, here, draft, parties) or left
    several = parties and all(
        party.plural and not party.countries and not party.rule.startswith("all ") for party in parties
    )
    several = several and not here.line.atoms[draft.at].word.endswith("joined by")
    named = any(party.name or party.offices for party in draft.right)
    if several and named and len({side.country for side in left + right}) > 2:
        left = []  # "During his meeting with A, both leaders": the two are he and A
        return _main_side(telling, right, draft.line), right
    if code := _of_the_host(telling, parties, left, right):
        left = [Side(code, None, parties[0], draft.line)]
    if draft.right and not draft.left:
        left = _captain(telling, here, draft) or left
    if draft.right and frame.ship and frame.host not in ("", frame.ship):
        left, right = _of_the_ship(telling, here, draft, left, right)
    if draft.right and not left and not draft.left and (writer := author(telling, draft.line)) is not None:
        left = [Side(writer.country, writer, Party(0, 0, role="pronoun"), draft.line)]
    if draft.right and not left and (draft.subject_open or not draft.left):
        left = _main_side(telling, right, draft.line, said=posted(here))
    if draft.right and draft.subject_open and _i_did(here, draft):
        left = _main_side(telling, right, draft.line, said=True) or left
    frame.host, frame.city = kept
    return left, right


def _chaired_with(telling: Telling, parties: list[Party]) -> None:
    """Takes whoever co-chaired talks with an official, and of whom nothing else is told, for an official of the other side."""
    for party in parties if len(parties) == 1 else ():
        figure = telling.cast.find(party.name) if party.name and not party.countries else None
        if figure is not None and not (figure.country or figure.offices or figure.rank):
            figure.counterpart = True


def _at_home_there(telling: Telling, parties: list[Party], code: str) -> None:
    """Gives somebody of no told country who received others in a foreign town that town's country."""
    if code in ("", telling.cast.here):
        return
    for party in parties:
        figure = telling.cast.find(party.name) if party.name and not party.countries else None
        if figure is not None and not figure.country and (figure.offices or figure.rank):
            figure.country = code


def _included(telling: Telling, here: Scene, draft: Draft) -> list[Party]:
    """The people of "talks with senior Japanese officials, including Defence Minister X and General Y": of that country."""
    whole = draft.right[0] if len(draft.right) == 1 else None
    if whole is None or not whole.plural or whole.name or len(whole.countries) > 1:
        return []
    line, place = here.line, whole.last
    place += line.word(place) == ","
    opened = line.word(place) in ("including", "namely") or (line.word(place), line.word(place + 1)) == (
        "such",
        "as",
    )
    if not opened:
        return []
    found: list[Party] = []
    end = place
    for at, party in enumerate(here.parties):
        if party.first <= place or not party.name:
            continue
        if any(line.sort(step) == "K" for step in range(end + 1, party.first)):
            break
        before = here.parties[at - 1] if at else None
        titled = before is not None and not before.name and before.offices and party.first - before.last <= 1
        offices = party.offices or (before.offices if titled and before is not None else ())
        figure = telling.cast.find(party.name)
        if figure is not None and not figure.offices:
            figure.offices += offices
        found.append(replace(party, countries=party.countries or whole.countries, offices=offices))
        end = party.last
    return found


def _whose_list(telling: Telling, draft: Draft) -> list[Side]:
    """The side of the main actor, where a clause without a subject lists several officials of the host without their country:
    "The meetings are planned with A, the Minister of X; B, the Chief of Staff; and C".
    """
    host, told = telling.frame.host, {code for party in draft.right for code in party.countries}
    if draft.left or len(draft.right) < _PAIR or not host or not told <= {host}:
        return []
    if not all(party.name and (party.countries or party.offices) for party in draft.right):
        return []
    return _main_side(telling, [Side(host, None, draft.right[0], draft.line)], draft.line)


def _of_the_next_clause(here: Scene, draft: Draft, parties: list[Party]) -> bool:
    """Whether somebody is only the subject of what comes next: "Talks with A took up the morning, and B came after lunch"."""
    behind = bool(parties) and parties[0].name and parties[0].first > draft.right[-1].last
    return bool(behind) and here.line.word(parties[0].first - 1) in ("and", "while", ";", "but")


def _of_the_place(telling: Telling, parties: list[Party], right: list[Side]) -> bool:
    """Whether somebody of no told country received a visitor in the country where the story is."""
    host = telling.frame.host
    figures = [telling.cast.find(party.name) for party in parties if party.name]
    if not host or not figures or any(side.country == host for side in right):
        return False
    return all(figure is not None and (figure.offices or figure.rank) for figure in figures)


def _somebody_else(telling: Telling, here: Scene, draft: Draft, parties: list[Party]) -> list[Side]:
    """Who "he" or "the minister" is where he cannot be whom the story is about: "X spoke of drones when he met Brown"."""
    if len(parties) != 1 or parties[0].plural or parties[0].name or parties[0].countries:
        return []
    if parties[0].offices:
        return _another_minister(telling, parties[0], draft)
    if parties[0].role != "pronoun":
        return []
    theirs = {figure.country for p in draft.right if (figure := telling.cast.find(p.name)) is not None}
    named = (p for p in here.parties if p.name or (p.offices and p.countries))
    before = [p for p in named if p.last <= parties[0].first]
    sides = [s for p in before for s in telling.settled([p], draft.line, subject=True, others=[])]
    return [side for side in sides if theirs and side.country not in theirs][-1:]


def _another_minister(telling: Telling, party: Party, draft: Draft) -> list[Side]:
    """The one other country's minister of the story, where "the minister" met somebody of the first one's."""
    if not any(office.level == "minister" for office in party.offices):
        return []
    theirs = {figure.country for p in draft.right if (figure := telling.cast.find(p.name)) is not None}
    others = {f.country: f for f in telling.cast.figures if f.minister and f.country and f.defence}
    left = [code for code in others if code not in theirs]
    if len(left) != 1 or not theirs:
        return []
    return [Side(left[0], others[left[0]], party, draft.line)]


def _without_heading(parties: list[Party]) -> list[Party]:
    """The parties without "his colleagues from Canberra and Tokyo", where those are named in what follows."""
    named = any(party.name for party in parties)
    heads = (p for p in parties if p.role == "counterpart" and p.plural and not (p.name or p.countries))
    head = next(heads, None) if named else None
    return [party for party in parties if party is not head]


def _of_the_two_countries(here: Scene, draft: Draft) -> list[Side]:
    """The sides of "after the two countries' defence ministers met", where the line names two countries before."""
    bare = (
        len(draft.left) == 1 and draft.left[0].offices and not (draft.left[0].countries or draft.left[0].name)
    )
    if not bare or not draft.left[0].plural:
        return []
    first = draft.left[0].first
    owners = [here.line.word(place) for place in range(max(0, first - 4), first)]
    if "two" not in owners or owners[-1] not in ("'", "'s") or owners[-2] not in _LANDS:
        return []
    named = (code for party in here.parties if party.last <= first for code in party.countries)
    codes = list(dict.fromkeys(named))
    return [Side(code, None, draft.left[0], draft.line) for code in codes] if len(codes) == _PAIR else []


def _off_the_ship(telling: Telling, here: Scene, draft: Draft) -> tuple[list[Side], list[Side]] | None:
    """The sides of "HMS Spey sailed into Haiphong; Captain X called on Rear Admiral Y": the ship's and the port's officers."""
    ship = next((p.country for p in here.parties if p.role == "ship" and p.country), telling.frame.ship)
    port = next((w.country for w in here.places if w.word == "city" and w.country not in ("", ship)), "")
    if not (ship and port) or len(draft.left) != 1 or len(draft.right) != 1:
        return None
    guest, host = (telling.cast.find(p.name) if p.name else None for p in (draft.left[0], draft.right[0]))
    if guest is None or host is None or not (guest.rank and (host.rank or host.offices)):
        return None
    if guest.country not in ("", ship) or host.country not in ("", port):
        return None
    guest.country, host.country = ship, port
    return [Side(ship, guest, draft.left[0], draft.line)], [Side(port, host, draft.right[0], draft.line)]


def _captain(telling: Telling, here: Scene, draft: Draft) -> list[Side]:
    """The side of "the captain" or "the Commander" without a name, where the story is of a ship."""
    before = [place for place in draft.clause.atoms if place < draft.at]
    if not telling.frame.ship or not before or here.line.word(before[0]) not in ("the", "her", "its"):
        return []
    if word_set("captains").isdisjoint(here.line.word(place) for place in before[:3]):
        return []
    return [Side(telling.frame.ship, None, Party(0, 0, role="person"), draft.line)]


def _of_the_ship(
    telling: Telling, here: Scene, draft: Draft, left: list[Side], right: list[Side]
) -> tuple[list[Side], list[Side]]:
    """The sides with the captain of a ship in port, who calls on an officer of the country where it lies.

    "The commanding officer of the ship, Captain X, called on the Commander Western Naval Area, Rear Admiral Y".
    """
    guest, host = telling.frame.ship, telling.frame.host
    end = here.line.words.starts[here.line.atoms[draft.at].first]
    if not _commands_a_ship().search(here.line.words.text, 0, end):
        return left, right
    if {side.country for side in (*left, *right)} - {guest, host}:
        return left, right
    named = [telling.cast.find(p.name) for p in (*draft.left, *draft.right) if p.name]
    mine = [figure for figure in named[: sum(bool(p.name) for p in draft.left)] if figure is not None]
    theirs = [figure for figure in named if figure is not None and figure not in mine]
    for figure in mine:
        figure.country = guest
    for figure in theirs:
        figure.country = host
    met = next((p for p in draft.right if p.name), draft.right[0])
    ours = [Side(guest, figure, draft.left[0], draft.line) for figure in mine]
    return (
        ours or [Side(guest, None, Party(0, 0, role="person"), draft.line)],
        [Side(host, telling.cast.find(met.name) if met.name else None, met, draft.line)],
    )


@cache
def _commands_a_ship() -> re.Pattern[str]:
    ship = r"(?:ships?|warships?|vessels?|frigates?|destroyers?|corvettes?|cutters?|submarines?|squadron)"
    return re.compile(
        rf"\b(?:[Cc]ommanding [Oo]fficers?|[Cc]aptains?|[Ss]kippers?) of (?:the |both |these |two |three |trio of )*(?:[\w'-]+ ){{0,5}}{ship}\b"
        rf"|\b[Ss]hips?'s? [Cc]ommanding [Oo]fficers?\b"
    )


def _of_the_host(telling: Telling, parties: list[Party], left: list[Side], right: list[Side]) -> str:
    """The country of a subject that tells none, the host's or the text's own: "The Army chief met the visiting minister"."""
    bare = parties and all(p.offices and not (p.name or p.countries or p.plural) for p in parties)
    theirs = {side.country for side in right}
    if not bare or not right or {side.country for side in left} != theirs:
        return ""
    cast = telling.cast
    return next(
        (code for code in (telling.frame.host, cast.here, cast.home) if code and code not in theirs), ""
    )


def _i_did(here: Scene, draft: Draft) -> bool:
    """Whether somebody who is quoted tells what he did: 'adding "I had a meeting with"'."""
    return any(
        here.line.word(place) == "i" for place in draft.clause.atoms if draft.at - _NEAR_I <= place < draft.at
    )


def _main_side(telling: Telling, right: list[Side], number: int, *, said: bool = False) -> list[Side]:
    """The side of whom the story is about, for a clause without a subject; of who is quoted where he `said` it."""
    taken = {side.country for side in right}
    for figure in (telling.cast.main if said else None, telling.frame.subject, telling.cast.main):
        if figure is not None and figure.country and figure.country not in taken:
            named = figure if figure.name else None
            return [Side(figure.country, named, Party(0, 0, role="pronoun"), number)]
    return []
