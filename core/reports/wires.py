"""Two people of one line on the telephone, whatever the verb: "A video call linked A and B", "It was A who rang B"."""

import re
from functools import cache

from core.lexicon.cues import Cue
from core.lexicon.words import word_set
from core.mentions.party import Party
from core.model import BlockKind, Kind
from core.reports.draft import Draft
from core.reports.encounters import may_meet, told_of
from core.reports.standing import Standing
from core.reports.story import Scene

_BY_WIRE = Cue("by wire", "call", Kind.CALL, weak=False, phrases=(), unless=())
_TWO = 2
_ASIDES = frozenset({"who", "which", "whose", "that"})


def over_the_wire(here: Scene, number: int) -> Draft | None:
    """The call that a line tells of which names just two people, one of them at least of a known office or country.

    Words of speech to others ("told reporters by telephone") and a denial make it none.
    """
    words = here.line.words.folded
    if word_set("wires").isdisjoint(words) or here.line.sentence.kind is BlockKind.TITLE:
        return None
    match = _wire().search(here.line.words.text)
    if match is None or not word_set("not_by_wire").isdisjoint(words):
        return None
    told = [clause for clause in here.clauses if clause.opener not in _ASIDES]
    if not any(party.name for clause in told for group in clause.groups for party in group):
        own = here.clause_of(here.atom_at(match.start()))
        told = [own] if own is not None else []  # "That is the promise which A gave B over the phone"
    met = [party for clause in told for group in clause.groups for party in may_meet(group)]
    named = [party for party in met if party.name or party.offices or party.role != "pronoun"]
    pair = named if len(named) == _TWO else met
    if len(pair) != _TWO or not told_of(pair) or _same(pair) or any(p.organisation for p in pair):
        return None
    at = here.atom_at(match.start())
    clause = here.clause_of(at) or here.clauses[0]
    standing = Standing(here.line, number, clause)
    draft = standing.draft(_BY_WIRE, 0, pair[:1], pair[1:])
    draft.at = at
    return draft


def _same(pair: list[Party]) -> bool:
    """Whether both are told as of one country: their talk is no engagement."""
    one, two = pair
    return bool(one.countries) and one.countries == two.countries


@cache
def _wire() -> re.Pattern[str]:
    wire = r"(?:tele)?phone|video(?: ?-?(?:link|call|conference))?|(?:video|secure|hot) ?line|video ?-?link|line|hotline"
    noun = r"call|conversation|talks?|chat|exchange|conference|discussion"
    return re.compile(
        rf"\b(?:[Bb]y|[Oo]ver|[Oo]n|[Vv]ia|[Tt]hrough) (?:the |a |an )?(?:secure |encrypted |open |other end of the )?(?:{wire})\b"
        rf"|\b(?:(?:tele)?phone|video|telephonic|virtual)(?: - |-| )?(?:{noun})\b|\b[Ii]n a call\b|'s call to (?=[A-Z][\w-]+ [A-Z])"
        r"|\b[Aa] (?:\w+ )?call (?:\w+ ){0,2}(?:between|from|came|with|was|has)\b"
        r"|\b(?:rang|rings|[Rr]inging|telephones?|telephoned|[Tt]elephoning|[Pp]honing|phoned)\b|\bend of the line\b"
    )
