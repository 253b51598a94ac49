"""What the talks were about and what came of them, from the sentences that tell of one engagement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.mentions.topics import find_initiatives, find_outcomes, find_topics
from core.model import BlockKind, FieldSource
from core.reports.story import Event, Scene
from core.reports.telling import Telling

BODY = (BlockKind.PARAGRAPH, BlockKind.BULLET)
_NAMES = ("topics", "initiatives", "outcomes")


@dataclass(slots=True)
class Substance:
    """The topics, initiatives and outcomes of a document's engagements; each paragraph is searched once."""

    telling: Telling
    claims: dict[int, set[int]]
    """which engagements (by number) a line tells of"""
    runs: dict[int, list[FieldSource]]
    """what was found in each run of sentences of a block, by its first line"""

    @classmethod
    def of(cls, telling: Telling) -> "Substance":
        """The substance of a document that has been read."""
        claims: dict[int, set[int]] = {}
        for number, event in enumerate(telling.events):
            for line in {event.line, *event.lines}:
                claims.setdefault(line, set()).add(number)
        return cls(telling, claims, {})

    def told(self, number: int, evidence: int) -> dict[str, list[FieldSource]]:
        """The sources of topics, initiatives and outcomes of an engagement, each value once, in the text's order."""
        event = self.telling.events[number]
        lines = self._lines(event, number, evidence)
        found: dict[str, list[FieldSource]] = {name: [] for name in _NAMES}
        seen: set[tuple[str, str]] = set()
        scenes = self.telling.scenes
        for first, last in _runs(sorted(lines), scenes):
            low, high = scenes[first].line.sentence.start, scenes[last].line.sentence.end
            for source in self._searched(first):
                key = source.field, source.value.casefold()
                if low <= source.start and source.end <= high and key not in seen:
                    seen.add(key)
                    found[source.field].append(source)
        return found

    def _lines(self, event: Event, number: int, evidence: int) -> set[int]:
        """The lines that tell of it, and those that go on in the same paragraph until another one's begins."""
        scenes = self.telling.scenes
        alone = sum(not e.background for e in self.telling.events) == 1 and not event.background
        found = {evidence, event.line, *event.lines}
        if alone:
            others = set[int]()
            for other in set(range(len(self.telling.events))) - {number}:
                for line in (self.telling.events[other].line, *self.telling.events[other].lines):
                    others.update(self._goes_on(line, other))
            return found | {
                n for n, s in enumerate(scenes) if s.line.sentence.kind in BODY and n not in others
            }
        for line in sorted(found):
            found.update(self._goes_on(line, number))
        return found

    def _goes_on(self, line: int, number: int) -> Iterable[int]:
        scenes = self.telling.scenes
        block = scenes[line].line.sentence.block
        yield line
        for following in range(line + 1, len(scenes)):
            if scenes[following].line.sentence.block != block:
                return
            if self.claims.get(following, {number}) != {number}:
                return
            yield following

    def _searched(self, line: int) -> list[FieldSource]:
        """What the whole block of a line tells, found once."""
        scenes = self.telling.scenes
        block = scenes[line].line.sentence.block
        if block not in self.runs:
            inside = [s.line.sentence for s in scenes if s.line.sentence.block == block]
            self.runs[block] = list(_search(self.telling.text, inside[0].start, inside[-1].end))
        return self.runs[block]


def _runs(lines: Sequence[int], scenes: Sequence[Scene]) -> list[tuple[int, int]]:
    """First and last of each run of lines that follow one another in one block."""
    out: list[tuple[int, int]] = []
    for line in lines:
        if (
            out
            and line == out[-1][1] + 1
            and scenes[line].line.sentence.block == scenes[out[-1][1]].line.sentence.block
        ):
            out[-1] = (out[-1][0], line)
        else:
            out.append((line, line))
    return out


def _search(text: str, start: int, end: int) -> Iterable[FieldSource]:
    part = text[start:end]
    for code, first, last, cue in find_topics(part):
        yield FieldSource("topics", code, start + first, start + last, f"topic: {cue}")
    for name, first, last, _ in find_initiatives(part):
        yield FieldSource("initiatives", name, start + first, start + last, "initiative")
    for sort, phrase, first, last in find_outcomes(part):
        yield FieldSource("outcomes", phrase, start + first, start + last, f"outcome: {sort}")
