"""Forums that a line says took place, are attended, or have talks on their sidelines."""

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.forums import ForumMention
from core.model import BlockKind
from core.reports.clauses import Clause
from core.reports.gathering import Gathering, of_defence, words_before
from core.reports.gone_to import attended
from core.reports.held import held
from core.reports.story import Scene

_AND = 4  # characters: "And "
_IS = frozenset({"is", "are"})
_WHAT = frozenset({"a", "an", "the", "one"})


def find_gatherings(scene: Scene, mentions: list[ForumMention]) -> list[Gathering]:
    """The forums of this line that take place, are attended, or have talks on their sidelines."""
    found: list[Gathering] = []
    if mentions and not scene.dates and (_by_habit(scene) or _of_ministers_in_general(scene)):
        return []  # "Ministers meet there twice a year", "Ministers run into one another there"
    told = -1  # where the last one of a list of forums ends
    for mention in mentions:
        if mention.kind == "exercise":
            continue
        between = scene.line.atoms[told : mention.atom] if found and told >= 0 else []
        if found and told >= 0 and all(atom.word in (",", "and", "the", "&", "'s") for atom in between):
            told = mention.last
            continue  # "of ministers from the SCO, the CSTO and the CIS": one gathering
        if not scene.dates and _defined(scene, mention):
            continue
        clause = scene.clause_of(mention.atom) or (scene.clauses[0] if scene.clauses else None)
        if clause is None:
            continue
        gathering = (
            attended(scene, mention, clause)
            or held(scene, mention, clause)
            or _implied(scene, mention, clause)
        )
        if gathering is not None:
            found.append(gathering)
            told = mention.last
    return found


def opens_by_habit(scene: Scene) -> bool:
    """Whether a line begins to tell what is done again and again: "Whenever the two hold talks", "Every year they meet"."""
    match = phrase_pattern("by_habit").match(
        scene.line.words.text, _AND * scene.line.words.text.startswith("And ")
    )
    return match is not None


def _by_habit(scene: Scene) -> bool:
    return phrase_pattern("by_habit").search(scene.line.words.text) is not None


def _of_ministers_in_general(scene: Scene) -> bool:
    """Whether a line of the story begins with ministers of no country, and with a verb of no one time."""
    line = scene.line
    verb = line.word(1)
    general = line.sort(0) == "S" and line.sentence.kind is BlockKind.PARAGRAPH and line.sort(1) == "w"
    return general and verb.isalpha() and not verb.endswith("ed") and verb not in word_set("news_verbs")


def _defined(scene: Scene, mention: ForumMention) -> bool:
    """Whether a line only says what a forum is: "IONS is a gathering of navies", "its main event is the Conclave"."""
    line = scene.line
    behind = line.word(mention.last) in _IS and line.word(mention.last + 1) in _WHAT
    first = mention.atom - (line.word(mention.atom - 1) == "the")
    return behind or (line.word(first - 1) in _IS and line.word(mention.last) in (".", ""))


def _implied(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """The forum of defence on whose sidelines somebody met."""
    if mention.forum is None or word_set("sidelines").isdisjoint(words_before(scene, mention, 6)):
        return None
    return Gathering(mention, clause, mention.atom, [], None, False) if of_defence(mention) else None
