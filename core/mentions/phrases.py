"""Finds any of a few thousand phrases in a text in one pass, as whole words, the longest first."""

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

_SIGNS = "\n\t\r\f\v\xa0-\u2010\u2011\u2013\u2014/\"'\u2018\u2019\u201c\u201d()[]\u2022\u2026.,;:!?*|"
_ASCII = str.maketrans({sign: " " for sign in _SIGNS if sign.isascii()})
_BREAK = re.compile(r"[;!?]|[.:]\s|\n\s*\n")
_HERE = ""  # the key in a node for the phrase that ends there; no word is empty


def folded(text: str, *, keep_case: bool = False) -> str:
    """`text` as words between single or more spaces, in lower case unless told, with a space at both ends.

    Its character n + 1 stands for character n of `text`.
    """
    if text.isascii():
        text = text.translate(_ASCII)
    else:
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    if not keep_case:
        text = text.replace("\u0130", "I").lower()  # the one capital whose small form has two characters
    return f" {text} "


class Phrases:
    """A list of phrases, each with the name it stands for, ready to be looked for."""

    def __init__(self, names: Mapping[str, str], *, keep_case: bool = False, plural: bool = False) -> None:
        """`names` gives for each phrase what is found when it is read; `plural` allows an s behind it."""
        self._first: dict[str, dict[str, Any]] = {}
        for phrase, name in names.items():
            words = folded(phrase, keep_case=keep_case).split()
            read = (name, " ".join(words))
            self._add(words, read)
            if plural:
                self._add([*words[:-1], words[-1] + "s"], read)

    def _add(self, words: list[str], read: tuple[str, str]) -> None:
        node = self._first
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(_HERE, read)  # type: ignore[arg-type]

    def find(self, fold: str, text: str) -> Iterator[tuple[str, int, int, str]]:
        """Each name with the offsets of its words in `text`, of which `fold` is the folded form, and the phrase.

        A phrase does not reach over the end of a sentence; two that are found do not overlap.
        """
        first = self._first
        words = fold.split(" ")  # an empty word for each further space, so that the lengths add up to offsets
        near = [index for index, word in enumerate(words) if word in first]
        if not near:
            return
        ends = list(accumulate(map(len, words)))
        behind = 0
        for index in near:
            if index < behind:
                continue
            last, read = self._longest(words, index)
            if read is None:
                continue
            start, end = ends[index - 1] + index - 1, ends[last] + last - 1
            if last > index and _BREAK.search(text, start, end):
                continue
            behind = last + 1
            yield read[0], start, end, read[1]

    def _longest(self, words: list[str], index: int) -> tuple[int, tuple[str, str] | None]:
        """The last word of the longest phrase that begins at `index`, and what it says."""
        node: Any = self._first[words[index]]
        last, read = index, node.get(_HERE)
        for ahead in range(index + 1, len(words)):
            word = words[ahead]
            if word:
                node = node.get(word)
                if node is None:
                    break
                if _HERE in node:
                    last, read = ahead, node[_HERE]
        return last, read
