"""Notes cut into cards: a heading or numbered line, and the labelled and bare lines under it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from core.lexicon.cards import Label, label_of
from core.model import BlockKind, Sentence
from core.reports.story import Scene

LONGEST_HEAD = 80  # characters; a longer numbered line tells its story itself
_LABEL_MARKS = ":-\u2013\u2014|"  # behind a label one of these stands
_SIDE = ("side", "delegation", "contingent", "team", "representative", "minister")
_NOTES = 3  # labelled lines of a whole card
_BEGINNING = (Label.WHO, Label.WHEN, Label.WHAT, Label.HOST)
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Row:
    """Characters `start` to `end` of a line's sentence, and what its label says that they tell."""

    line: int
    start: int
    end: int
    label: Label
    labelled: bool
    """by words of its own or by the heading of its section; otherwise bare"""


@dataclass(slots=True)
class Card:
    """The lines from one head up to the next; `head` is the head's line, -1 for none."""

    head: int
    rows: list[Row] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def labelled(self, *labels: Label) -> list[Row]:
        """The rows that bear one of these labels."""
        return [row for row in self.rows if row.labelled and row.label in labels]

    @property
    def bare(self) -> list[Row]:
        """The rows without a label that belong to the card's own story."""
        return [row for row in self.rows if row.label is Label.PLAIN]


def cut_cards(scenes: list[Scene], text: str) -> list[Card]:
    """The cards of a document, in order; lines before the first head make a card without one."""
    cards = [Card(-1)]
    section = Label.PLAIN
    for number, scene in enumerate(scenes):
        sentence = scene.line.sentence
        if sentence.kind is BlockKind.CAPTION:
            continue
        first = number == 0 or scenes[number - 1].line.sentence.block != sentence.block
        own = list(_rows_of(sentence.text, number)) if first else []
        before = label_of(text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start]) if first else None
        if before is not None and not own:
            own = [Row(number, 0, len(sentence.text), before, True)]
        if first and (not own or sentence.kind in _HEADS or _leads_a_list(scenes, number)):
            asked = None if own and ":" in sentence.text.rstrip(" :") else _section(sentence)
            if asked is not None:
                section = asked
                cards[-1].lines.append(number)
                continue
            if not own and _heads(scenes, number, text):
                cards.append(Card(number, lines=[number]))
                section = Label.PLAIN
                continue
            if sentence.kind is BlockKind.PARAGRAPH and section is Label.WHO:
                section = Label.PLAIN  # a list ends where sentences begin again
            if sentence.kind is BlockKind.PARAGRAPH and _listed(cards[-1], scenes):
                cards.append(Card(-1))  # what follows a card's list is said of the whole page
        if not first and cards[-1].rows and cards[-1].rows[-1].labelled and cards[-1].lines[-1] == number - 1:
            last = cards[-1].rows[-1]
            own = [
                Row(
                    number,
                    0,
                    len(sentence.text),
                    Label.PAST if last.label in (Label.PAST, Label.TRIVIA) else Label.PLAIN,
                    False,
                )
            ]
        if not own:
            quiz = "?" in sentence.text and _asks().search(sentence.text)
            told = Label.TRIVIA if quiz else section
            own = [Row(number, 0, len(sentence.text), told, told is not Label.PLAIN)]
        if section is Label.TRIVIA:
            own = [Row(row.line, row.start, row.end, Label.TRIVIA, True) for row in own]
        if first and _begins_again(cards[-1], own, scenes):
            cards.append(Card(-1))
        cards[-1].rows += own
        cards[-1].lines.append(number)
    return [card for card in cards if card.rows or card.head >= 0]


def _begins_again(card: Card, own: list[Row], scenes: list[Scene]) -> bool:
    """Whether a line bears the label with which the card's notes began: "Visitor: ...", of the next engagement."""
    noted = [row for row in card.rows if row.labelled]
    if len(noted) < _NOTES or not own or not own[0].labelled:
        return False
    if own[0].label not in _BEGINNING or own[0].label is not noted[0].label:
        return False
    labels = [scenes[row.line].line.sentence.text[row.start :].partition(":") for row in (noted[0], own[0])]
    return labels[0][1] == ":" and labels[0][0].casefold() == labels[1][0].casefold()


def _leads_a_list(scenes: list[Scene], number: int) -> bool:
    """Whether a line like "Participants:" holds nothing but a label, and bullets follow."""
    sentence = scenes[number].line.sentence
    following = scenes[number + 1].line.sentence if number + 1 < len(scenes) else None
    bullets = following is not None and following.kind is BlockKind.BULLET
    return bullets and sentence.text.rstrip().endswith(":") and label_of(sentence.text) is not None


def _section(sentence: Sentence) -> Label | None:
    """What the lines under a heading like "Who is coming?" tell; questions that no label knows lead to none."""
    if sentence.kind not in (*_HEADS, BlockKind.PARAGRAPH):
        return None
    label = label_of(sentence.text)
    if label is not None:
        return label
    return (
        Label.TRIVIA if sentence.text.rstrip().endswith("?") and sentence.kind is BlockKind.HEADING else None
    )


def _heads(scenes: list[Scene], number: int, text: str) -> bool:
    """True for headings, and for short numbered lines that lines of another mark explain."""
    sentence = scenes[number].line.sentence
    if sentence.kind in _HEADS:
        return True
    if (
        sentence.kind is not BlockKind.BULLET
        or not _numbered(sentence, text)
        or len(sentence.text) > LONGEST_HEAD
    ):
        return False
    following = scenes[number + 1].line.sentence if number + 1 < len(scenes) else None
    if following is None or following.block == sentence.block or sentence.text[-1] in ".;,:?":
        return False
    explains = following.kind is BlockKind.BULLET or any(_rows_of(following.text, number + 1))
    return explains and not _numbered(following, text)


def _listed(card: Card, scenes: list[Scene]) -> bool:
    """Whether the card has ended in bullets."""
    return bool(card.rows) and scenes[card.rows[-1].line].line.sentence.kind is BlockKind.BULLET


@cache
def _asks() -> re.Pattern[str]:
    """A question, or one with its answer behind it: "Which two countries hold it? - India and Japan"."""
    return re.compile(
        r"\?\s*\Z|^\W*(?:Q\S* )?(?:Which|Who|Whom|Where|When|What|How|With which|In which|Name the)\b.*\?"
    )


def _numbered(sentence: Sentence, text: str) -> bool:
    before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
    return re.fullmatch(r"\s*(?:\(?\d{1,2}[.)]|[A-H]\.)\s*", before) is not None


def _rows_of(text: str, line: int) -> Iterator[Row]:
    """The labelled parts of one sentence: "Date: 4 May; Venue: Hanoi" has two."""
    alone = label_of(text)
    if alone is not None:
        yield Row(line, 0, len(text), alone, True)
        return
    if not any(mark in text for mark in _LABEL_MARKS):
        return
    found = [(m, label) for m in _label().finditer(text) if (label := _known(m["label"])) is not None]
    if not found or found[0][0].start():
        return
    for (match, label), following in zip(found, [*(m.start() for m, _ in found[1:]), len(text)], strict=True):
        yield Row(line, match.start("label"), following, label, True)


def _known(words: str) -> Label | None:
    label = label_of(words)
    if label is None and words.casefold().rstrip("*_ ").endswith(_SIDE):
        return Label.WHO  # "Indonesian side", "Head of the Omani delegation"
    return label


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[;|.,]\s+)[*_]{0,2}(?P<label>[A-Za-z][A-Za-z '&/-]{1,40}?)[*_]{0,2}\s*(?::|(?<=\s)[–—|-](?=\s))[*_]{0,2}\s*"
    )
