"""What a clause tells: drafts of engagements with the parties on either side of its verb or noun."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from core.lexicon.cues import Cue
from core.lexicon.forums import Exercise, Forum
from core.mentions.atoms import Atom, Line
from core.mentions.party import Party
from core.model import Kind
from core.reports.clauses import Clause

PREPOSITIONS = frozenset(
    {"with", "by", "of", "to", "from", "for", "between", "among", "in", "on", "at", "against", "than", "about", "under", "like", "towards", "before", "after", "over", "into", "following", "besides", "when", "during", "amid"}
)  # fmt: skip
CUTS = frozenset({"about", "over", "against", "into", "that", "if", "than", "without", "how"})
ADJECTIVES = frozenset({"bilateral", "trilateral", "quadrilateral", "one - on - one", "one - to - one"})
AFTER_NOUN = frozenset(
    "with between on in at during and or was were is are will took had that which held after before among for to today yesterday tomorrow this".split()
)

TELLING = frozenset(
    {"meet", "talk", "sign", "joint", "call", "spoke", "dialled", "told", "bring"}
)  # sorts of cues


@dataclass(slots=True)
class Draft:
    """An engagement as one clause tells it, before anybody knows who "he" is or which day it was."""

    kind: Kind
    line: int
    clause: Clause
    cue: str
    at: int
    """the atom of the verb or noun that tells of it"""
    left: list[Party] = field(default_factory=list)
    right: list[Party] = field(default_factory=list)
    subject_open: bool = False
    """the clause has no subject of its own: it is that of the sentence or the main actor"""
    weak: bool = False
    """tells more about an engagement that is told elsewhere; none by itself"""
    together: bool = False
    """all sides at one table, not one after the other"""
    forum: Forum | None = None
    exercise: Exercise | None = None
    forum_words: str = ""
    place_at: int = -1
    gathering: bool = False


@dataclass(slots=True)
class Reader:
    """Reads one clause of one line."""

    line: Line
    number: int
    clause: Clause
    subject: list[Party] | None
    items: list[int] = field(default_factory=list)
    starts: dict[int, list[Party]] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)

    def drafts(self) -> Iterator[Draft]:
        """Every engagement that the clause tells of."""
        if self.line.cues.isdisjoint(TELLING):
            return
        self.items = self.clause.atoms
        self.starts = {group[0].first: group for group in self.clause.groups}
        self.covered = {p for group in self.clause.groups for p in range(group[0].first, group[-1].last)}
        for position, place in enumerate(self.items):
            atom = self.line.atoms[place]
            if place in self.covered and place not in self.starts and atom.sort != "K":
                continue
            if place in self.covered:
                continue
            for cue in _cues(atom):
                yield from self._by_sort(cue, position, place)

    def _by_sort(self, cue: Cue, position: int, place: int) -> Iterator[Draft]:
        reading = {
            "meet": self._meet,
            "talk": self._talk,
            "sign": self._joint,
            "joint": self._joint,
            "call": self._call,
            "spoke": self._spoke,
            "dialled": self._dialled,
            "told": self._told,
            "bring": self._bring,
        }.get(cue.sort)  # each of these sorts is in TELLING
        if reading is not None:
            yield from reading(cue, position, place)

    def _draft(
        self, cue: Cue, place: int, left: list[Party] | None, right: list[Party], **more: object
    ) -> Draft:
        draft = Draft(cue.kind or Kind.BILATERAL, self.number, self.clause, cue.name, place)
        draft.left = left or []
        draft.right = right
        draft.subject_open = left is None
        for name, value in more.items():
            setattr(draft, name, value)
        return draft

    # ---- who stands where

    def before(self, position: int) -> list[Party] | None:
        """The subject of the clause in front of this item: the group right before the verb, else the first one."""
        for back in range(position - 1, max(position - 4, -1), -1):
            group = next((g for g in self.clause.groups if g[-1].last - 1 == self.items[back]), None)
            if group is not None:
                first = self.items.index(group[0].first)
                previous = self.line.atoms[self.items[first - 1]] if first else None
                following = self.line.atoms[self.items[back + 1]]
                if following.word not in ("and", ",", "'s", "'", "as", "or", "then", "-") and (
                    previous is None
                    or previous.word not in PREPOSITIONS | {"'s", "-"}
                    and not _sorts(previous) & {"meet", "call", "spoke", "told"}
                ):
                    return group
                break
        for earlier in range(position):
            place = self.items[earlier]
            if place in self.starts:
                previous = self.line.atoms[self.items[earlier - 1]] if earlier else None
                if previous is not None and previous.word in PREPOSITIONS:
                    continue
                if previous is not None and previous.word in ("'s", "-"):
                    continue
                return self.starts[place]
        return None

    def after(self, position: int, *, linked: frozenset[str] = frozenset(), reach: int = 9) -> list[Party]:
        """The objects behind this item: the next group of parties, and those that go on its list."""
        found: list[Party] = []
        free = 0
        seen_link = not linked
        here = position + 1
        while here < len(self.items):
            place = self.items[here]
            atom = self.line.atoms[place]
            if place in self.starts:
                group = self.starts[place]
                previous = self.line.atoms[self.items[here - 1]]
                behind = self.line.atoms[group[-1].last].word if group[-1].last < len(self.line.atoms) else ""
                if behind == "'s" or (behind == "'" and group[-1].name):
                    here = self._skip(here, group)
                    free += 3
                    continue
                passive = previous.word == "by" and here - position <= 2
                if (
                    not passive
                    and previous.word
                    in ("by", "of", "for", "about", "between", "against", "over", "to", "in", "on", "at")
                    and not found
                    and previous.word not in linked
                ):
                    here = self._skip(here, group)
                    free += 3
                    continue
                if group[0].role == "country" and previous.word not in (
                    "with",
                    "and",
                    "between",
                    ",",
                    "by",
                    "from",
                ):
                    here = self._skip(here, group)
                    free += 2
                    continue
                if not seen_link or (found and group[0].role == "pronoun" and previous.word == ","):
                    return found
                if found and (not self._goes_on(here) or (free > 4 and previous.word != "with")):
                    return found
                found += group
                here = self._skip(here, group)
                free = 0
                continue
            if found and free > 16:
                return found
            if not found and free > (18 if linked else reach):
                return found
            if atom.word in linked:
                seen_link = True
            if (
                atom.sort == "K"
                and not found
                and _sorts(atom) & {"meet", "talk", "call", "sign", "spoke"}
                and not _sorts(atom) & {"light"}
            ):
                return found
            if (
                atom.sort == "K"
                and found
                and _sorts(atom) & {"meet", "call", "sign", "spoke", "joint", "light", "travel", "attend"}
            ):
                return found
            if atom.word in CUTS and not linked:
                return found
            free += 1
            here += 1
        return found

    def _skip(self, here: int, group: list[Party]) -> int:
        while here < len(self.items) and self.items[here] < group[-1].last:
            here += 1
        return here

    def _goes_on(self, here: int) -> bool:
        """Whether a further group belongs to the list: ", and separately with Mr X", "; then Y"."""
        for back in range(here - 1, max(here - 7, -1), -1):
            word = self.line.atoms[self.items[back]].word
            if word in ("and", ",", ";", "then", "with", "well"):
                continue
            if word in (
                "separately",
                "also",
                "later",
                "as",
                "by",
                "followed",
                "-",
                "on",
                "too",
                "besides",
                "plus",
                "along",
                "the",
                "alongside",
                "together",
            ):
                continue
            return (
                back < here - 1
                and self.line.atoms[self.items[here - 1]].word in ("with", "and")
                and word not in CUTS
            )
        return True

    def _thing_before(self, position: int) -> bool:
        """Whether a forum, a visit or another thing is the subject: "the dialogue will be hosted by"."""
        before = [self.line.atoms[p] for p in self.items[:position]]
        return any(atom.sort in "FE" for atom in before[:6]) and not any(
            atom.word in ("of", "for", "at") for atom in before[:2]
        )

    def _turned(self, position: int) -> list[Party]:
        for here in range(position + 2, min(position + 6, len(self.items))):
            if (
                self.line.atoms[self.items[here - 1]].word in ("was", "were", "is")
                and self.items[here] in self.starts
            ):
                return self.starts[self.items[here]]
        return []

    # ---- verbs and nouns

    def _meet(self, cue: Cue, position: int, place: int) -> Iterator[Draft]:
        left = self.before(position)
        if left is None and self._thing_before(position):
            return
        right = self.after(position)
        if right and left is None and right[0].role == "pronoun":
            right = self._turned(position) or right  # "the first to see him was the US secretary"
        if right:
            yield self._draft(cue, place, left, right, weak=cue.weak and not _named(right))
        elif left and not cue.weak and (len(left) > 1 or left[0].plural):
            yield self._draft(cue, place, left, [])

    def _talk(self, cue: Cue, position: int, place: int) -> Iterator[Draft]:
        left = self.before(position)
        words = [self.line.atoms[p].word for p in self.items[position + 1 : position + 17]]
        if (
            self.line.atoms[place].word in ADJECTIVES
            and words
            and words[0].isalpha()
            and words[0] not in AFTER_NOUN
        ):
            return
        together = cue.kind is Kind.MULTILATERAL
        light = any(_sorts(self.line.atoms[p]) & {"light", "future"} for p in self.items[:position])
        light = light or any(
            _sorts(self.line.atoms[p]) & {"light"} for p in self.items[position + 1 : position + 3]
        )
        link = next((w for w in words if w in ("with", "between", "among")), "")
        if words[:1] == ["of"]:
            right = self.after(position, linked=frozenset({"of"}), reach=4)
            if right and (
                len(right) > 1
                or len(right[0].countries) > 1
                or (right[0].plural and right[0].definite and not right[0].countries)
            ):
                yield self._draft(cue, place, right, [], together=together)
                return
        told_of = any(
            _sorts(self.line.atoms[p]) & {"joint", "told"}
            or self.line.atoms[p].word in ("welcomed", "welcomes")
            for p in self.items[:position]
        )
        definite = position > 0 and self.line.atoms[self.items[position - 1]].word == "the" and not light
        named = (
            definite
            or (told_of and not light)
            or position <= 2
            and not light
            and self.line.atoms[self.items[max(position - 1, 0)]].word
            in ("the", "'s", "such", "recent", "of")
        )
        if link in ("between", "among"):
            right = self.after(position, linked=frozenset({"between", "among"}))
            if right:
                bare = not light and all(p.role == "country" for p in right)
                yield self._draft(cue, place, right, [], together=together, weak=named or bare)
                return
        if link == "with":
            right = self.after(position, linked=frozenset({"with"}))
            if right:
                bare = not light and all(p.role == "country" for p in right)
                yield self._draft(cue, place, left, right, together=together, weak=named or bare)
                return
        if "from" in words[:3] and "call" in self.line.atoms[place].word:
            right = self.after(position, linked=frozenset({"from"}))
            if right:
                yield self._draft(cue, place, left, right)
                return
        theirs = position > 0 and self.line.atoms[self.items[position - 1]].word == "their"
        if theirs and cue.kind is Kind.CALL and not left:
            yield self._draft(cue, place, [Party(0, 1, role="pronoun", plural=True)], [])
            return
        if "audience" in self.line.atoms[place].word:
            given = [self.starts[p] for p in self.items[:position] if p in self.starts]
            if len(given) == 2 and any(
                self.line.atoms[p].word in ("gave", "granted", "gives", "grants")
                for p in self.items[:position]
            ):
                yield self._draft(cue, place, given[0], given[1])  # "gave the minister an audience"
                return
        if left and (len(left) > 1 or left[0].plural) and light:
            yield self._draft(cue, place, left, [], together=together)
        elif together and left and len({p.country for p in left}) > 2:
            yield self._draft(cue, place, left, [], together=True)

    def _joint(self, cue: Cue, position: int, place: int) -> Iterator[Draft]:
        left = self.before(position)
        weak = cue.sort == "joint" and cue.name != "co-chaired"
        text = " ".join(self.line.atoms[p].word for p in self.items)
        if weak and left and _phone().search(text):
            yield self._draft(cue, place, left, [], kind=Kind.CALL)
            return
        words = [self.line.atoms[p].word for p in self.items[position + 1 : position + 14]]
        if (
            weak
            and self.line.atoms[self.items[0]].word == "with"
            and len(self.items) > 1
            and self.items[1] in self.starts
        ):
            yield self._draft(
                cue, place, left, self.starts[self.items[1]]
            )  # "With the minister he took up ..."
            return
        if left and (len(left) > 1 or left[0].plural):
            yield self._draft(cue, place, left, [], weak=weak)
        elif "by" in words and cue.sort == "sign":
            right = self.after(position, linked=frozenset({"by"}), reach=14)
            if len(right) > 1:
                yield self._draft(cue, place, right, [])
        elif "with" in words and not weak:
            right = self.after(position, linked=frozenset({"with"}), reach=14)
            if right and right[0].role != "country":
                yield self._draft(cue, place, left, right)

    def _call(self, cue: Cue, position: int, place: int) -> Iterator[Draft]:
        left = self.before(position)
        right = self.after(position) or self.after(position, linked=frozenset({"with", "to"}))
        if right:
            yield self._draft(cue, place, left, right)
        elif left and (len(left) > 1 or left[0].plural):
            yield self._draft(cue, place, left, [])

    def _spoke(self, cue: Cue, position: int, place: int) -> Iterator[Draft]:
        left = self.before(position)
        phrase = self.line.atoms[place].word
        words = [self.line.atoms[p].word for p in self.items[position + 1 : position + 9]]
        by_phone = any(
            w in ("phone", "telephone", "video", "call", "virtually", "telephonically") for w in words
        )
        if phrase.endswith(("with", "to")) or "with" in words[:4] or "to" in words[:2]:
            linked = frozenset() if phrase.endswith(("with", "to")) else frozenset({"with", "to"})
            right = self.after(position, linked=linked)
            if right:
                yield self._draft(cue, place, left, right)
                return
        if left and (len(left) > 1 or left[0].plural):
            yield self._draft(cue, place, left, [], weak=not by_phone)

    def _dialled(self, cue: Cue, position: int, place: int) -> Iterator[Draft]:
        following = self.items[position + 1] if position + 1 < len(self.items) else -1
        caller = self.before(position)
        if caller and following >= 0 and self.line.atoms[following].word == "from" and caller[0].name:
            yield self._draft(
                cue, place, None, caller
            )  # "Mark Esper called from the Pentagon": he called the main actor
        if following in self.starts and self.starts[following][0].role in ("person", "counterpart"):
            yield self._draft(cue, place, self.before(position), self.starts[following])

    def _bring(self, cue: Cue, position: int, place: int) -> Iterator[Draft]:
        """ "brought Mr A and Ms B together with Mr C"."""
        held = [self.starts[p] for p in self.items[position + 1 :] if p in self.starts]
        words = [self.line.atoms[p].word for p in self.items[position + 1 :]]
        if "together" in words and len(held) > 1:
            yield self._draft(cue, place, held[0], held[1])
        elif "together" in words and held and len(held[0]) > 1:
            yield self._draft(cue, place, held[0], [])

    def _told(self, cue: Cue, position: int, place: int) -> Iterator[Draft]:
        following = self.items[position + 1] if position + 1 < len(self.items) else -1
        beside = next((group for group in self.clause.groups if group[-1].last == place), None)
        if following in self.starts and beside is not None:
            yield self._draft(cue, place, beside, self.starts[following], weak=True)


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(r"\b(?:on|over|by) (?:the )?(?:phone|telephone|video link|video)\b")


def _cues(atom: Atom) -> Iterator[Cue]:
    if atom.sort in "K|w":
        for label, value in atom.senses:
            if label == "cue":
                yield value


def _sorts(atom: Atom) -> frozenset[str]:
    return atom.cues if atom.sort in "K|w" else frozenset()


def _named(parties: list[Party]) -> bool:
    return any(party.name or party.offices for party in parties)
