"""Meetings with several who are not named at once: "He saw four African colleagues, one at a time"."""

import re
from functools import cache

from core.lexicon.words import word_set
from core.mentions.party import Party
from core.model import Kind
from core.reports.draft import Draft
from core.reports.lists import announce
from core.reports.status import status_of
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling

_MEETING = frozenset({"meet", "talk", "spoke", "time"})  # sorts of cues


def announce_series(telling: Telling, here: Scene, number: int, made: list[Event]) -> None:
    """Keeps in mind that somebody met several who are not named: "He saw four African colleagues, one at a time"."""
    if made or (here.line.cues.isdisjoint(_MEETING) and not here.says(word_set("callers"))):
        return
    if telling.pending is not None and telling.pending[0].line == number:
        return
    match = _several().search(here.line.words.text)
    main = telling.cast.main
    if match is None or main is None or not main.country:
        return
    colon = here.line.words.text.find(":") if telling.cast.main is not None else -1
    until = here.atom_at(colon) if colon > 0 else len(here.line.atoms)  # who follows behind a colon came
    named = (telling.cast.find(party.name) for party in here.parties if party.name and party.first < until)
    if any(figure is not None and figure.country not in ("", main.country) for figure in named):
        return
    at = here.atom_at(match.start())
    clause = here.clause_of(at)
    if clause is None or not word_set("no_encounter").isdisjoint(here.line.words.folded):
        return
    status = status_of(here, clause, at)
    if status is None:
        return
    left = [Side(main.country, main, Party(at, at, role="pronoun"), number)]
    announce(telling, here, Draft(Kind.BILATERAL, number, clause, "series", at), left, status)


@cache
def _several() -> re.Pattern[str]:
    """Finds that several were met: "saw four of his colleagues", "used the breaks for bilaterals", "got half an hour each"."""
    count = r"(?i:two|three|four|five|six|seven|eight|nine|ten|several|a dozen|half a dozen|a (?:string|row|series|number|round|handful|succession|queue) of)"
    people = (
        r"(?:colleagues|peers|counterparts|ministers|chiefs|generals|admirals|heads|guests|visitors|callers|delegations|partners"
        r"|militaries|commanders|teams|secretaries|leaders|others|officers|opposite numbers)"
    )
    verb = (
        r"(?:saw|met|meets|met with|sees|received|receives|welcomed|hosted|sat down with|had time for|made time for|found time for"
        r"|to see|to meet|to receive|talked to|talked with|spoke to|spoke with|talks with|meetings with|time for|fitted in|squeezed in)"
    )
    callers = r"(?:visitors|callers|guests|appointments|interlocutors|bilaterals|one-on-ones|tete-a-tetes|partners for talks)"
    came = r"(?:(?:called|dropped in|looked in) on \w+|(?:came|went) to (?:see|meet|talk|his|her)|were received|were his guests|knocked|asked for time|queued|lined up|beat a path|passed through|sat down with|waited)\b"
    talks = r"(?:bilaterals|bilateral meetings|bilateral talks|one-on-ones|tete-a-tetes|(?:private|separate|short|brief|sideline|side|back-to-back) (?:meetings|talks|sessions|conversations))"
    return re.compile(
        rf"\b(?:had|has|got|for|were|with|came|awaited) (?:[\w']+ ){{0,2}}?{count} (?:[\w'-]+ ){{0,3}}?{callers}\b"
        rf"|\b{count} (?:[\w'-]+ ){{0,4}}?{people}\b (?:then |also |later |each )?{came}"
        rf"|\b{verb} (?:[\w']+ ){{0,2}}?{count} (?:[\w'-]+ ){{0,4}}?{people}\b"
        rf"|\b{count} (?:[\w'-]+ ){{0,4}}?{people}\b[^;.]{{0,60}}\b(?:to see him|to see her|got (?:\w+ )+each|came in turn|in turn|one by one|one at a time|one after the other)\b"
        rf"|\b(?:for|held|had|of|with|to) (?:\w+ ){{0,3}}?{talks}\b"
    )
