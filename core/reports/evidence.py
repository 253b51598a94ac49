"""Which sentence of a document shows an engagement best."""

from core.model import BlockKind, Sentence
from core.reports.story import Event, Scene

TELLING = frozenset(
    {"meet", "talk", "sign", "call", "spoke", "dialled", "travel", "journey", "portcall", "attend", "gather"}
)
GROUND = {BlockKind.PARAGRAPH: 4, BlockKind.BULLET: 3, BlockKind.CAPTION: 0}


def best_line(event: Event, scenes: list[Scene]) -> int:
    """The number of the line to quote: one of the story that names a side and says what happened, not a headline."""
    if event.lines in ([], [event.line]):
        return event.line
    return max(dict.fromkeys((event.line, *event.lines)), key=lambda n: (_weight(event, scenes[n], n), -n))


def _weight(event: Event, here: Scene, number: int) -> int:
    line = here.line
    weight = GROUND.get(line.sentence.kind, 1)
    codes = set(event.countries)
    named = {code for party in here.parties for code in party.countries} & codes
    figures = {side.figure.name for side in event.sides if side.figure is not None}
    people = any(
        party.name and (party.name in figures or any(party.name in name for name in figures))
        for party in here.parties
    )
    if not named and not people:
        weight -= 4
    if event.forum and any(mention.name == event.forum for mention in here.forums):
        weight += 2
    if not any(atom.cues & TELLING for atom in line.atoms):
        weight -= 2
    return weight + min(len(named), 2) + 2 * (number == event.line)


def whole(sentence: Sentence) -> tuple[str, int, int]:
    """The sentence verbatim with its offsets, without blanks at its ends."""
    bare = sentence.text.strip()
    start = sentence.start + sentence.text.index(bare) if bare else sentence.start
    return bare, start, start + len(bare)
