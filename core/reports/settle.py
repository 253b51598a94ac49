"""When, where and whether: the settings of one engagement, from its clause, its sentence or the story so far."""

import re
from functools import cache

from core.lexicon import countries
from core.mentions.atoms import Line
from core.mentions.dates import Bound, DateKind, DateMention
from core.mentions.places import Where
from core.model import BlockKind, Status
from core.reports.clauses import Clause
from core.reports.story import Frame, Scene

FUTURE_WORDS = frozenset({"will", "'ll", "scheduled", "slated", "due", "tomorrow", "upcoming", "shall"})
UNREAL = frozenset({"may", "might", "could", "likely", "should", "would", "hopes", "hoped", "wants", "wanted", "refused", "declined", "invited", "urged", "if", "whether"})
LOOSE = (DateKind.MONTH, DateKind.YEAR, DateKind.WEEKS, DateKind.MONTHS, DateKind.YEARS, DateKind.MONTHS_ON, DateKind.YEARS_ON)
PASSIVE = frozenset({"was", "were", "is", "are", "be", "been", "fell"})
NEGATIONS = frozenset({"no", "not", "never", "nobody", "neither", "without", "n't", "nor"})


def status_of(scene: Scene, clause: Clause, at: int, since: int = 0) -> Status | None:
    """Held, planned or cancelled as the words before the cue tell; None if it is not real ("may meet").
    `since` is the atom where the subject begins: what stands before it ("Japan will help, X told Y") is not asked."""
    line = scene.line
    before = [line.atoms[p] for p in clause.atoms if since <= p <= at]
    words = " ".join(atom.word for atom in before[-14:]).split()
    after = " ".join(line.atoms[p].word for p in clause.atoms if p > at).split()
    sorts = {cue.sort for atom in before[-14:] for label, cue in atom.senses if label == "cue"}
    trip = any(cue.sort in ("journey", "travel", "portcall", "gather", "attend", "light") for label, cue in line.atoms[at].senses if label == "cue")
    if "cancel" in sorts or (trip and _called_off(scene)) or _put_off(line, clause, at):
        return Status.CANCELLED
    if any(w in NEGATIONS for w in words[-5:]) and "only" not in words and "no" not in after[:0]:
        return None
    text, rest = " ".join(words), " ".join(after)
    future = any(w in FUTURE_WORDS for w in words) or bool(_coming().search(text)) or bool(_listed().search(rest))
    if scene.line.sentence.kind is BlockKind.TITLE and "to" in words[-3:]:
        future = True  # "Minister to attend meeting in Brussels"
    if any(w in UNREAL for w in words[-6:]):
        return None
    return Status.PLANNED if future else Status.HELD


def _put_off(line: Line, clause: Clause, at: int) -> bool:
    """Whether the talks named at this atom "were postponed", in the same clause."""
    told = line.atoms[at]
    noun = told.word.startswith("meeting") or any(label == "cue" and cue.sort == "talk" for label, cue in told.senses)
    if not noun:
        return False
    behind = [line.atoms[p] for p in clause.atoms if p >= at]
    for before, atom in zip(behind, behind[1:], strict=False):
        if any(label == "cue" and cue.sort == "cancel" for label, cue in atom.senses):
            return before.word.rsplit(" ", 1)[-1] in PASSIVE or atom.word.split(" ")[0] in PASSIVE
    return False


def _called_off(scene: Scene) -> bool:
    return any(cue.sort == "cancel" for atom in scene.line.atoms for label, cue in atom.senses if label == "cue")


@cache
def _coming() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:is|are) (?:also )?(?:to|due|set|scheduled|expected|slated|planned|going to)|plans? to|to be held|on (?:the|his|her|their) (?:agenda|list|programme|schedule)|expected to)\b"
    )


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(r"\b(?:(?:is|are) (?:also )?(?:on the (?:agenda|list)|planned|scheduled|due|to be held|to take place)|will (?:be held|take place|follow)|to (?:be held|take place))\b")


def date_mention(scene: Scene, clause: Clause, at: int) -> DateMention | None:
    """The date that belongs to an engagement told at this atom: a day before a month, and the nearest in its
    clause, else in its sentence."""
    if not scene.dates:
        return None
    line = scene.line
    here = line.words.starts[line.atoms[at].first]
    held = set(clause.atoms)
    ranked: list[tuple[bool, bool, int, DateMention]] = []
    for mention in scene.dates:
        if mention.bound in (Bound.SINCE, Bound.BY, Bound.UNTIL):
            continue
        own = scene.atom_at(mention.start) in held
        if not own and not _shared(scene, clause, mention):
            continue
        distance = min(abs(mention.start - here), abs(mention.end - here))
        ranked.append((not own, not _names_day(mention), distance, mention))
    return min(ranked, key=lambda item: item[:3])[3] if ranked else None


def _names_day(mention: DateMention) -> bool:
    return mention.phrase.kind not in LOOSE


def _shared(scene: Scene, clause: Clause, mention: DateMention) -> bool:
    """Whether a date in another clause of the sentence holds for this one too: main and subordinate share theirs."""
    other = scene.clause_of(scene.atom_at(mention.start))
    if other is None:
        return True
    if other.opener in ("who", "which", "whose", "that", "since", "before", "after", "as", "because", "although", "where", "in which", "during which"):
        return False
    if mention.phrase.kind in (DateKind.YEAR, DateKind.YEARS):
        return False
    return not (clause.opener in ("who", "which", "whose", "since"))


def place_of(scene: Scene, clause: Clause, at: int, frame: Frame, dateline: Where | None) -> Where | None:
    """The place that the clause or its sentence gives to an engagement; None if neither does."""
    held = set(clause.atoms)
    ranked: list[tuple[int, int, Where]] = []
    for where in scene.places:
        if where.how == "name" and where.word not in ("venue", "base"):
            continue
        if where.how in ("to", "from"):
            continue
        settled = where
        if not where.country:
            settled = _context(scene, where, frame, dateline)
            if settled is None:
                continue
        ranked.append((0 if where.first in held else 1, abs(where.first - at), settled))
    ranked.sort(key=lambda item: (item[0], item[2].city == "", item[1]))
    if not ranked:
        return None
    level, _, best = ranked[0]
    if level == 1 and (not _near(scene, clause, best) or (best.word == "country" and frame.host)):
        return None
    return best


def _near(scene: Scene, clause: Clause, where: Where) -> bool:
    other = scene.clause_of(where.first)
    return other is None or other.opener not in ("who", "which", "whose", "since", "as", "because", "before", "after")


def _context(scene: Scene, where: Where, frame: Frame, dateline: Where | None) -> Where | None:
    """ "here" is the dateline's city, "the capital" that of the country where the story is, "the city" the last one."""
    if where.word == "here" and dateline is not None:
        return dateline
    if where.word == "capital":
        code = frame.host or (dateline.country if dateline is not None else "")
        known = countries.country(code)
        return Where(known.capital, code, where.how, where.first, where.last, "capital") if known else None
    if where.word == "there":
        earlier = [w for w in scene.places if w.last <= where.first and w.country]
        if earlier or frame.there is not None:
            return earlier[-1] if earlier else frame.there
    if frame.host:
        return Where(frame.city, frame.host, where.how, where.first, where.last, where.word)
    return dateline
