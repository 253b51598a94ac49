"""When, where and whether: the settings of one engagement, from its clause, its sentence or the story so far."""

from core.lexicon import countries
from core.mentions.dates import Bound, DateMention, basis, resolve
from core.mentions.places import Where
from core.model import DateBasis, Kind, Precision, Status, When
from core.reports.clauses import Clause
from core.reports.story import Event, Frame, Scene

FUTURE_WORDS = frozenset({"will", "'ll", "scheduled", "slated", "due", "tomorrow", "upcoming", "shall"})
UNREAL = frozenset({"may", "might", "could", "likely", "should", "would", "hopes", "hoped", "wants", "wanted", "refused", "declined", "invited", "urged", "if", "whether"})
NEGATIONS = frozenset({"no", "not", "never", "nobody", "neither", "without", "n't", "nor"})


def status_of(scene: Scene, clause: Clause, at: int) -> Status | None:
    """Held, planned or cancelled as the words before the cue tell; None if it is not real ("may meet")."""
    line = scene.line
    before = [line.atoms[p] for p in clause.atoms if p <= at]
    words = [atom.word for atom in before][-14:]
    after = [line.atoms[p].word for p in clause.atoms if p > at][:6]
    sorts = {cue.sort for atom in before[-14:] for label, cue in atom.senses if label == "cue"}
    if "cancel" in sorts:
        return Status.CANCELLED
    if any(w in NEGATIONS for w in words[-5:]) and "only" not in words and "no" not in after[:0]:
        return None
    future = any(w in FUTURE_WORDS or w.startswith(("will ", "is to", "are to", "is due", "are due", "is scheduled", "are scheduled", "is expected", "is set to", "plans to", "plan to", "to be held")) for w in words)
    future = future or any(a == "to" and words[i - 1] in ("is", "are", "'s") for i, a in enumerate(words) if i)
    future = future or any(w.startswith(("will", "is to ", "to take place", "to be held")) for w in after)
    future = future or " ".join(after).startswith(("is on the agenda", "are on the agenda", "are planned", "is planned", "are on the list", "are also planned"))
    unreal = any(w in UNREAL or w.startswith(("likely to", "may also")) for w in words[-6:])
    if unreal:
        return None
    return Status.PLANNED if future else Status.HELD


def date_mention(scene: Scene, clause: Clause, at: int) -> DateMention | None:
    """The date that belongs to an engagement told at this atom: the nearest in its clause, else in its sentence."""
    if not scene.dates:
        return None
    line = scene.line
    here = line.words.starts[line.atoms[at].first]
    held = set(clause.atoms)
    own: list[tuple[int, DateMention]] = []
    rest: list[tuple[int, DateMention]] = []
    for mention in scene.dates:
        if mention.bound in (Bound.SINCE, Bound.BY) or (mention.bound is Bound.UNTIL):
            continue
        distance = min(abs(mention.start - here), abs(mention.end - here))
        place = scene.atom_at(mention.start)
        (own if place in held else rest).append((distance, mention))
    if own:
        return min(own, key=lambda pair: pair[0])[1]
    main = [pair for pair in rest if _shared(scene, clause, pair[1])]
    return min(main, key=lambda pair: pair[0])[1] if main else None


def _shared(scene: Scene, clause: Clause, mention: DateMention) -> bool:
    """Whether a date in another clause of the sentence holds for this one too: main and subordinate share theirs."""
    other = scene.clause_of(scene.atom_at(mention.start))
    if other is None:
        return True
    if other.opener in ("who", "which", "whose", "that", "since", "before", "after", "as", "because", "although", "where"):
        return False
    return not (clause.opener in ("who", "which", "whose", "since"))


def place_of(scene: Scene, clause: Clause, at: int, frame: Frame, dateline: Where | None) -> Where | None:
    """The place that the clause or its sentence gives to an engagement; None if neither does."""
    held = set(clause.atoms)
    ranked: list[tuple[int, int, Where]] = []
    for where in scene.places:
        if where.how == "name" and where.word not in ("venue", "base"):
            continue
        if where.how == "to":
            continue
        settled = where
        if not where.country:
            settled = _context(where, frame, dateline)
            if settled is None:
                continue
        ranked.append((0 if where.first in held else 1, abs(where.first - at), settled))
    ranked.sort(key=lambda item: (item[0], item[2].city == "", item[1]))
    if not ranked:
        return None
    level, _, best = ranked[0]
    if level == 1 and not all(_near(scene, clause, best)  for _ in (0,)):
        return None
    return best


def _near(scene: Scene, clause: Clause, where: Where) -> bool:
    other = scene.clause_of(where.first)
    return other is None or other.opener not in ("who", "which", "whose", "since", "as", "because", "before", "after")


def _context(where: Where, frame: Frame, dateline: Where | None) -> Where | None:
    """ "here" is the dateline's city, "the capital" that of the country where the story is, "the city" the last one."""
    if where.word == "here" and dateline is not None:
        return dateline
    if where.word == "capital":
        code = frame.host or (dateline.country if dateline is not None else "")
        known = countries.country(code)
        return Where(known.capital, code, where.how, where.first, where.last, "capital") if known else None
    if frame.host:
        return Where(frame.city, frame.host, where.how, where.first, where.last, where.word)
    return dateline


def resolved(mention: DateMention, frame: Frame, published: object, year_hint: int | None, *, future: bool) -> When | None:
    """The day, month or year that a mention means here."""
    from datetime import date

    day = published if isinstance(published, date) else None
    return resolve(mention, published=day, anchor=frame.when, future=future, year_hint=year_hint)


def set_when(event: Event, when: When | None, how: DateBasis, span: tuple[int, int] | None) -> None:
    """Gives an engagement its date; one without a time word keeps none."""
    if when is not None and when.precision is not Precision.NONE:
        event.when = when
        event.date_basis = how
        event.date_span = span


def basis_of(mention: DateMention) -> DateBasis:
    """Whether the words name the day or count it."""
    return basis(mention)


__all__ = ["Kind", "basis_of", "date_mention", "place_of", "resolved", "set_when", "status_of"]
