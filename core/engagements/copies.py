"""Which documents are near-copies of others: one agency's text in five newspapers is one source."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from core.documents.signature import KEPT
from core.model import Document

_ALIKE = 0.5  # share of the wording that two near-copies have in common; two reporters share some 0.02
_HELD = 0.8  # share of the shorter text that stands in the longer one: a copy that was cut
_ENOUGH = 8  # numbers on which a likeness must rest
_EQUAL = 5  # numbers of a text so short that it must be the very same
_LISTED = 20  # documents kept for one number: the earliest are enough to find any later copy


def near_copies(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether the texts of two signatures have most of their wording in common; False where they are too short."""
    end = min((s[-1] for s in (one, other) if len(s) >= KEPT), default=None)
    left = {number for number in one if end is None or number <= end}
    right = {number for number in other if end is None or number <= end}
    shorter = min(len(left), len(right))
    if shorter < _ENOUGH:
        return shorter >= _EQUAL and left == right
    shared = len(left & right)
    return shared >= _ALIKE * len(left | right) or shared >= _HELD * shorter


def earliest_originals(signatures: Sequence[tuple[int, ...]]) -> list[int | None]:
    """For each signature, in order of publication, the place of the first of which it is a near-copy, or None.

    Each number of a signature leads to the texts that have it: no two texts are compared that share none.
    """
    having: dict[int, list[int]] = {}
    found: list[int | None] = []
    for place, signed in enumerate(signatures):
        shared = Counter(earlier for number in signed for earlier in having.get(number, ()))
        near = [
            earlier for earlier in sorted(shared) if shared[earlier] > 1 or len(signed) == 1
            if near_copies(signed, signatures[earlier])
        ]  # fmt: skip
        found.append(near[0] if near else None)
        for number in signed:
            listed = having.setdefault(number, [])
            if len(listed) < _LISTED:
                listed.append(place)
    return found


def mark_copies(documents: Iterable[Document]) -> list[Document]:
    """The same documents, in their order, each with the id of the earliest of which it is a near-copy."""
    given = list(documents)
    order = sorted(given, key=lambda d: (d.published or date.max, d.doc_id))
    originals = earliest_originals([document.signature for document in order])
    names = {
        document.doc_id: "" if place is None else order[place].doc_id
        for document, place in zip(order, originals, strict=True)
    }
    return [replace(document, copy_of=names[document.doc_id]) for document in given]
