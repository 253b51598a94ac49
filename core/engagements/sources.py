"""How many independent sources stand behind some reports: copies of one text, and one outlet, count once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from core.documents.signature import signature
from core.engagements.copies import earliest_originals
from core.model import Document, Report


def independent(reports: Sequence[Report], documents: Mapping[str, Document]) -> dict[str, str]:
    """For each report its source: reports whose texts or passages are copies, or of one outlet, have the same one.

    The name of a source is the id of its first document; a report of which the document is not at hand
    is a source of its own.
    """
    names = sorted({r.doc_id for r in reports}, key=lambda n: (_day(documents.get(n)), n))
    if len(names) == 1:
        return {r.report_id: names[0] for r in reports}
    place = {name: number for number, name in enumerate(names)}
    root = {name: name for name in names}
    for one, other in (
        *_same_text(names, documents),
        *_same_passage(reports),
        *_same_outlet(names, documents),
    ):
        first, second = sorted((_find(root, one), _find(root, other)), key=place.__getitem__)
        root[second] = first
    return {report.report_id: _find(root, report.doc_id) for report in reports}


def count(reports: Iterable[Report], source: Mapping[str, str]) -> int:
    """How many sources tell these reports, by what `independent` says."""
    return len({source[report.report_id] for report in reports})


def _same_text(names: Sequence[str], documents: Mapping[str, Document]) -> Iterable[tuple[str, str]]:
    known = [name for name in names if name in documents]
    originals = earliest_originals([documents[name].signature for name in known])
    yield from (
        (name, known[place]) for name, place in zip(known, originals, strict=True) if place is not None
    )
    yield from _equal((documents[name].sha256, name) for name in known)


def _same_passage(reports: Sequence[Report]) -> Iterable[tuple[str, str]]:
    """Documents whose sentences are the same word for word, or nearly: a cut or rewritten copy."""
    told = sorted(reports, key=lambda r: (r.doc_id, r.report_id))
    signed = {passage: signature(passage) for passage in sorted({report.evidence for report in told})}
    originals = earliest_originals([signed[report.evidence] for report in told])
    return (
        (report.doc_id, told[place].doc_id)
        for report, place in zip(told, originals, strict=True)
        if place is not None
    )


def _same_outlet(names: Sequence[str], documents: Mapping[str, Document]) -> Iterable[tuple[str, str]]:
    outlets = ((documents[n].source.casefold().strip(), n) for n in names if n in documents)
    return _equal((outlet, name) for outlet, name in outlets if outlet)


def _equal(marked: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Each name with the first that has the same mark."""
    first: dict[str, str] = {}
    return [(name, first.setdefault(mark, name)) for mark, name in marked]


def _find(root: dict[str, str], name: str) -> str:
    while root[name] != name:
        name = root[name]
    return name


def _day(document: Document | None) -> date:
    return (document.published if document else None) or date.max
