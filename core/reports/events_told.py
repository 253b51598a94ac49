"""Calls, words spoken, hospitality: readings of cues that tell of one who turns to another."""

from collections.abc import Iterator

from core.lexicon.cues import Cue
from core.lexicon.words import phrase_pattern, word_set
from core.mentions.party import Party
from core.reports.draft import Draft
from core.reports.standing import Standing, several, words_behind


def read_call(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "telephoned Mr A": a call to whom stands behind."""
    left = clause.before(position)
    right = clause.after(position) or clause.after(position, linked={"with", "to"})
    if right or several(left):
        yield clause.draft(cue, position, left, right)


def read_spoke(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "spoke with Mr A", "A and B spoke"."""
    left = clause.before(position)
    words = clause.words(position + 1, position + 9)
    complete = clause.atom(position).word.endswith(("with", "to"))
    right: list[Party] = []
    by_wire = not word_set("by_wire").isdisjoint(words)
    told = complete or "with" in words[: 8 if by_wire else 4] or "to" in words[: 8 if by_wire else 2]
    if told or _to_somebody(clause, position, words):
        right = clause.after(position, linked=frozenset() if complete else {"with", "to"})
    if right:
        yield clause.draft(cue, position, left, right)
    elif several(left):
        timed = clause.atom(position).word in ("spoke", "talked") and _some_time(clause, position, left or [])
        yield clause.draft(cue, position, left, [], weak=not (by_wire or timed))


def _some_time(clause: Standing, position: int, left: list[Party]) -> bool:
    """Whether "spoke" only has a time behind it: "Mr A and Mr B spoke on Tuesday"; not "spoke on Tuesday at a forum"."""
    words = clause.words(position + 1, position + 9)
    first = next((word for word in words if word not in ("late", "early", "on")), "")
    if first not in word_set("passed_over") or not word_set("spoke_to_many").isdisjoint(words):
        return False
    return len(left) > 1 and all(party.name for party in left)


def _to_somebody(clause: Standing, position: int, words: list[str]) -> bool:
    """Whether only a time stands before "to": "talked on Tuesday afternoon to Mr A"."""
    if "to" not in words:
        return False
    to = words.index("to")
    timed = all(
        word in word_set("passed_over") or word.isdigit() or word.endswith("ly") for word in words[:to]
    )
    place = position + 2 + to
    whom = clause.starts.get(clause.items[place]) if timed and place < len(clause.items) else None
    return whom is not None and whom[0].role in ("person", "counterpart")


def read_dialled(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "dialled in to Mr A"."""
    if position + 1 >= len(clause.items):
        return
    caller = clause.before(position)
    if caller and caller[0].name and clause.atom(position + 1).word == "from":
        # "Mark Esper called from the Pentagon": he called the main actor
        yield clause.draft(cue, position, None, caller)
    called = clause.starts.get(clause.items[position + 1])
    if called is not None and called[0].role in ("person", "counterpart"):
        yield clause.draft(cue, position, caller, called)


def read_reception(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "hosted a reception in Hanoi for Mr A", "gave a dinner in honour of Mr A"."""
    right = clause.after(position, linked={"for", "of"}, reach=12)
    if right:
        table = len({code for party in right for code in party.countries}) > 1  # one dinner for all of them
        yield clause.draft(cue, position, clause.before(position), right, together=table)


def read_shown(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "showed him round a shipyard", "was shown over the frigate by Mr A"."""
    where = word_set("shown_where")
    behind = clause.words(position + 1, position + 2)
    passive = position > 0 and clause.atom(position - 1).word in ("was", "were", "is", "being", "been")
    if passive and behind and behind[0] in where:
        right = clause.after(position, linked={"by"}, reach=14)
        if right:
            yield clause.draft(cue, position, clause.before(position), right)
        return
    shown = clause.starts.get(clause.items[position + 1]) if behind else None
    if shown is None or shown[0].role in ("country", "ship"):
        return
    end = shown[-1].last
    if clause.line.word(end + (clause.line.word(end) == ",")) not in where:
        return
    yield clause.draft(cue, position, clause.before(position), shown)


def read_time(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "spent half an hour each with Mr A and Ms B", "gave him an hour"."""
    left = clause.before(position)
    behind = clause.words(position + 1, position + 4)
    if "that" in behind:
        return  # "his meeting with A lasted an hour, that with B half as long"
    if "with" in behind:
        right = clause.after(position, linked={"with"})
        if right:
            yield clause.draft(cue, position, left, right)
        return
    spent = position > 0 and clause.atom(position - 1).word in ("spent", "spend", "spends")
    if spent and several(left) and phrase_pattern("spent_talking").match(words_behind(clause, position)):
        yield clause.draft(cue, position, left, [])
        return
    given = [clause.starts[place] for place in clause.items[:position] if place in clause.starts]
    granted = not word_set("granted").isdisjoint(clause.words(0, position))
    if granted and len(given) > 1 and given[-1][-1].last == clause.items[position]:
        yield clause.draft(cue, position, given[0], given[-1])


def read_told(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "the minister told his guest": only talks if something else tells so."""
    place = clause.items[position]
    teller = next((group for group in clause.clause.groups if group[-1].last == place), None)
    told = clause.starts.get(clause.items[position + 1]) if position + 1 < len(clause.items) else None
    if told is not None and teller is not None:
        yield clause.draft(cue, position, teller, told, weak=True)
