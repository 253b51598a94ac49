"""What each run of lines of a document is for: the story, what stands round it, and what is none of it."""

import re

from core.documents.headers import dateline_end, is_byline, is_date_line, is_diary
from core.documents.published import prefix_end
from core.lexicon.boilerplate import LONGEST, LineSort, line_sort
from core.lexicon.cards import Label, label_of
from core.model import Block, BlockKind
from core.text.lines import Line, lines

_TITLE_LIMIT, _HEADING_LIMIT, _LISTED_LIMIT = 200, 110, 150  # characters
_TITLE_WORDS = 18
_TIGHT_WORDS, _LOOSE_WORDS = 3, 8  # how many make a sentence the story's again, behind a list of headlines
_HEADER_WITHIN = 3  # paragraphs: a summary may stand above the byline
_OPEN_ENDS = frozenset(
    {"the", "a", "an", "of", "and", "with", "to", "in", "on", "for", "by", "his", "her", "its", "their"}
)
"""words that end no heading: the line was only broken there"""
_LABEL = 30  # characters
_MOST_DECKS = 4  # lines under a title; more are notes
_TAG_GAPS = re.compile(r" {3,}| \| |\t+")
_TAGS, _TAG_WORDS = 3, 3  # how many keywords make a line of them, and how many words each may have
_STOPS = ".!?\"”’')"


def blocks(text: str) -> list[Block]:
    """The blocks of `text` in their order; a block leaves out the bullet, number or `#` that it begins with."""
    return _Reader(text).read()


def _label(content: str) -> Label | None:
    """What a line's label says that it tells: "Host: Mr A"; None for a line without one."""
    words, colon, told = content.partition(":")
    return label_of(words) if colon and told.strip() and len(words) <= _LABEL else None


def _is_tags(content: str) -> bool:
    """Whether a line only lists keywords, set apart by wide gaps or bars: "Turkey   NATO   Syria"."""
    if "   " not in content and " | " not in content and "\t" not in content:
        return False
    parts = _TAG_GAPS.split(content)
    short = all(len(part.split()) <= _TAG_WORDS for part in parts)
    return len(parts) >= _TAGS and short and not any(sign in ":.!?" or sign.isdigit() for sign in content)


def _counts(mark: str) -> bool:
    """Whether a mark begins with a number or a capital: "3. ", "B. "."""
    return mark.isdigit() or mark.isupper()


class _Reader:
    """Goes through the lines of one text and remembers where it is: above the story, in a list of headlines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines(text)
        self.found: list[Block] = []
        self.above = True  # the story has not begun
        self.paragraphs = 0
        self.title = ""
        self.decks: list[int] = []  # lines under the title that may belong to it
        self.listed: LineSort | None = None  # the list of headlines or contents that lines stand in
        self.items = 0
        self.tight = False  # the list's items follow one another without blank lines

    def read(self) -> list[Block]:
        """All blocks."""
        for number in range(len(self.lines)):
            self._line(number)
        return self.found

    def _line(self, number: int) -> None:
        line = self.lines[number]
        if number == 0:
            self._prefix(line)
            if line.start >= line.end:
                return
        size = line.end - line.start
        if size > LONGEST:
            self.listed = None
            self._add(line, BlockKind.BULLET if line.mark else BlockKind.PARAGRAPH)
            if not line.mark:
                self.above = False
            return
        content = self.text[line.start + line.mark : line.end]
        sort = line_sort(content) or (line_sort(self.text[line.start : line.end]) if line.mark else None)
        if self.listed and sort is None:
            if self._in_list(number, line, content):
                self._add(line, BlockKind.BOILERPLATE)
                return
            self.listed = None
        if sort is not None and self._sorted(line, content, sort):
            return
        self._story_line(number, line, content)

    def _prefix(self, line: Line) -> None:
        """` date 2023-04-28 ` before the first words is a header of its own."""
        end = prefix_end(self.text)
        if end:
            self.found.append(Block(line.start, end, BlockKind.HEADER))
            while end < line.end and self.text[end].isspace():
                end += 1
            line.start = end

    def _sorted(self, line: Line, content: str, sort: LineSort) -> bool:
        """True when the line is settled by what it says."""
        if sort in (LineSort.LIST, LineSort.CONTENTS):
            if self.above and not self.title and not line.mark:
                return False
            self.listed, self.items, self.tight = sort, 0, False
            self._add(line, BlockKind.BOILERPLATE)
        elif sort is LineSort.CAPTION:
            self._add(line, BlockKind.CAPTION)
        elif sort is LineSort.HEADER:
            if self.paragraphs >= _HEADER_WITHIN:
                return False
            self._header(line)
        else:
            self._add(line, BlockKind.BOILERPLATE)
        return bool(content)

    def _in_list(self, number: int, line: Line, content: str) -> bool:
        """True when the line is one more headline of the list before it, not the story going on."""
        if self.items == 0:
            self.tight = not line.gap
        self.items += 1
        words = _TIGHT_WORDS if self.tight and self.items > 1 else _LOOSE_WORDS
        sentence = line.gap and content[-1] in '.!"”' and content.count(" ") >= words
        if sentence or len(content) > _LISTED_LIMIT:
            return False
        if self.items > 1 and line.gap:
            if self.listed is LineSort.CONTENTS and self.tight:
                return False
            following = self.lines[number + 1] if number + 1 < len(self.lines) else None
            if (
                self.tight
                and following
                and following.end - following.start > _LISTED_LIMIT
                and not following.mark
            ):
                return False
        return True

    def _story_line(self, number: int, line: Line, content: str) -> None:
        if content[0] in "#*_":
            content, heading = self._unmark(line, content)
        else:
            heading = False
        if not content or (not self.above and not line.mark and _is_tags(content)):
            self._add(line, BlockKind.BOILERPLATE)
        elif self._noted(number, content):
            self._add(line, BlockKind.BULLET)
        elif self.paragraphs < _HEADER_WITHIN and not line.mark and self._is_header(content):
            self._header(line)
        elif heading:
            self._headline(number, line, content, sure=True)
        elif line.mark:
            self._bullet(number, line, content)
        elif self.above:
            self._above(number, line, content)
        else:
            self._body(number, line, content)

    def _noted(self, number: int, content: str) -> bool:
        """True for a line of a card without bullets, "Date: 9 May", that stands among its "Visitor:", "Host:", "Venue:"."""
        if _label(content) not in (Label.WHEN, Label.WHERE, Label.WHO, Label.HOST):
            return False
        near = [
            self.lines[n] for n in range(max(0, number - 3), min(len(self.lines), number + 4)) if n != number
        ]
        labels = [_label(self.text[other.start : other.end]) for other in near]
        numbered = number > 0 and self.lines[number - 1].mark > 0  # "3. Sixth session of the committee"
        return sum(label in (Label.WHERE, Label.WHO, Label.HOST) for label in labels) > 1 - numbered

    def _unmark(self, line: Line, content: str) -> tuple[str, bool]:
        """The content without Markdown's marks round it, and whether they made it a heading."""
        bare = content.lstrip("#")
        hashes = len(content) - len(bare)
        stars = (
            content[:2] in ("**", "__") and content[-2:] == content[:2] and content.count(content[:2]) == 2
        )
        if hashes and bare[:1] in (" ", ""):
            lead = len(content) - len(bare.lstrip())
            line.start, line.mark = line.end - len(content) + lead, 0
            return bare.strip(), True
        if stars and len(content) > 4:
            line.start, line.end, line.mark = line.end - len(content) + 2, line.end - 2, 0
            return content[2:-2], len(content) <= _HEADING_LIMIT and content[-3] not in ".!"
        return content, False

    def _above(self, number: int, line: Line, content: str) -> None:
        """A line before the story has begun: headline, second headline, or the story's first paragraph."""
        last = number + 1 == len(self.lines)
        if (
            len(content) <= _TITLE_LIMIT
            and not (last and self.title)
            and (content[-1] not in ".:;," or self._heads_a_header(number, content))
            and (content[-1] not in _STOPS or content.count(" ") <= _TITLE_WORDS)
            and not dateline_end(content, 0, len(content))
        ):
            self._headline(number, line, content)
        else:
            self.above = False
            self._add(line, BlockKind.PARAGRAPH)

    def _heads_a_header(self, number: int, content: str) -> bool:
        """True for a first line with a final stop that is a headline all the same: byline or date follow."""
        if self.title or content.count(" ") > _TITLE_WORDS or number + 1 == len(self.lines):
            return False
        following = self.lines[number + 1]
        return self._is_header(self.text[following.start : following.end])

    def _is_header(self, content: str) -> bool:
        """True for bylines and lines that say when the text was put out; a diary's days head what they date."""
        return is_byline(content) or (is_date_line(content) and not is_diary(self.text))

    def _headline(self, number: int, line: Line, content: str, *, sure: bool = False) -> None:
        if self.above and (not self.title or content.casefold() == self.title):
            self.title = content.casefold()
            self._add(line, BlockKind.TITLE)
        elif sure or self._introduces(number, content):
            if self.above:
                self.decks.append(len(self.found))
            self._add(line, BlockKind.HEADING)
        else:
            self.above = False
            self._add(line, BlockKind.PARAGRAPH)

    def _body(self, number: int, line: Line, content: str) -> None:
        if content.casefold() == self.title:
            self._add(line, BlockKind.TITLE)
        elif self._introduces(number, content):
            self._add(line, BlockKind.HEADING)
        else:
            self._add(line, BlockKind.PARAGRAPH)

    def _introduces(self, number: int, content: str) -> bool:
        """True for a short line without a final stop that something follows."""
        return (
            len(content) <= _HEADING_LIMIT
            and content[-1] not in '.,;!"”'
            and content.rsplit(None, 1)[-1] not in _OPEN_ENDS
            and (content[-1] != ":" or content.count(" ") < 8)
            and not content[0].islower()
            and content.count(" ") < 16
            and number + 1 < len(self.lines)
        )

    def _bullet(self, number: int, line: Line, content: str) -> None:
        """A bullet, or a numbered heading: a short one that other bullets or paragraphs explain."""
        following = self.lines[number + 1] if number + 1 < len(self.lines) else None
        numbered = _counts(self.text[line.start])
        if (
            numbered
            and following
            and content[-1] not in ".;,:"
            and len(content) <= _HEADING_LIMIT
            and (line.gap or number == 0)
            and not (following.mark and _counts(self.text[following.start]))
            and (following.indent > line.indent or not following.mark)
        ):
            self.above = False
            self._add(line, BlockKind.HEADING)
        else:
            self._add(line, BlockKind.BULLET)

    def _header(self, line: Line) -> None:
        """A header line; short lines between it and the title were the title's second line."""
        for index in self.decks if len(self.decks) <= _MOST_DECKS else ():
            block = self.found[index]
            self.found[index] = Block(block.start, block.end, BlockKind.TITLE)
        self.decks.clear()
        self._add(line, BlockKind.HEADER)

    def _add(self, line: Line, kind: BlockKind) -> None:
        self.paragraphs += kind is BlockKind.PARAGRAPH
        self.found.append(Block(line.start + line.mark, line.end, kind))
