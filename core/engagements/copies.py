"""Which documents are near-copies of others: one agency's text in five newspapers is one source."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from core.documents.signature import KEPT
from core.model import Document

_ALIKE = 0.5  # share of the wording that two near-copies have in common; two reporters share some 0.02
_HELD = 0.8  # share of the shorter text that stands in the longer one: a copy that was cut
_ENOUGH = 8  # numbers on which a likeness must rest
_EQUAL = 5  # numbers of a text so short that it must be the very same
_HANDFUL = 12  # texts that are compared one by one
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

    Of many texts only those are compared that share a number: each number leads to the texts that have it.
    """
    sets = [frozenset(signed) for signed in signatures]
    shared = _all_before if len(signatures) <= _HANDFUL else _Index()
    found: list[int | None] = []
    for place, signed in enumerate(signatures):
        near = (
            earlier for earlier in shared(place, sets)
            if not sets[place].isdisjoint(sets[earlier]) and near_copies(signed, signatures[earlier])
        )  # fmt: skip
        found.append(next(near, None))
    return found


def _all_before(place: int, sets: Sequence[frozenset[int]]) -> Iterable[int]:  # noqa: ARG001
    return range(place)


class _Index:
    """The texts that have a number, the earliest of them."""

    def __init__(self) -> None:
        self.having: dict[int, list[int]] = {}

    def __call__(self, place: int, sets: Sequence[frozenset[int]]) -> Iterable[int]:
        """The texts before this one that share a number with it, which is listed too from now on."""
        near: set[int] = set()
        for number in sets[place]:
            listed = self.having.setdefault(number, [])
            near.update(listed)
            if len(listed) < _LISTED:
                listed.append(place)
        return sorted(near)


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
