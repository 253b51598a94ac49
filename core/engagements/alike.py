"""Whether two reports can be of one engagement."""

import re
import unicodedata
from functools import cache

from core.lexicon import forums
from core.model import Kind, Precision, Report, Status


def alike(one: Report, other: Report) -> bool:
    """Whether two reports with the same key agree in what both tell: days, people, place, forum."""
    if one.doc_id == other.doc_id:
        return False
    if Status.CANCELLED in (one.status, other.status) and one.status is not other.status:
        return False
    if not dates_meet(one, other):
        return False
    if one.kind.two_sided:
        return people_meet(one, other) and place_meets(one, other) and forum_meets(one, other)
    if one.forum and other.forum:
        return one.forum == other.forum and place_meets(one, other)
    return not one.forum and not other.forum and one.countries == other.countries and place_meets(one, other)


def dates_meet(one: Report, other: Report) -> bool:
    """Whether both can be of one day; a report without a date agrees only by forum and place."""
    if one.when.start is None or other.when.start is None:
        return bool(one.forum and one.forum == other.forum and one.city and one.city == other.city)
    assert one.when.end is not None
    assert other.when.end is not None
    if (
        Precision.YEAR in (one.when.precision, other.when.precision)
        and one.when.precision is not other.when.precision
    ):
        return bool(one.forum) and one.forum == other.forum and one.when.start.year == other.when.start.year
    return one.when.start <= other.when.end and other.when.start <= one.when.end


def place_meets(one: Report, other: Report) -> bool:
    """Whether the places that both tell agree."""
    if one.host_country and other.host_country and one.host_country != other.host_country:
        return False
    return not (one.city and other.city) or folded(one.city) == folded(other.city) or one.kind is Kind.VISIT


def forum_meets(one: Report, other: Report) -> bool:
    """Whether the forums that both tell agree; a mechanism of two is an engagement of its own."""
    if not one.forum or not other.forum or one.forum == other.forum:
        return True
    known = forums.forums()
    mechanism = {f for f in (one.forum, other.forum) if f in known and known[f].kind == "mechanism"}
    return not mechanism


def people_meet(one: Report, other: Report) -> bool:
    """Whether, for each country of which both name somebody, a name can be the same person's."""
    for code in one.countries:
        mine = [p.name for p in one.people if p.country == code]
        theirs = [p.name for p in other.people if p.country == code]
        if mine and theirs and not any(name_meets(a, b) for a in mine for b in theirs):
            return False
    return True


@cache
def name_meets(one: str, other: str) -> bool:
    """Whether two printed names share a word, or nearly (Shoigu, Shoygu)."""
    from rapidfuzz.distance import JaroWinkler

    left, right = words(one), words(other)
    return any(
        a == b or (len(a) > 4 and len(b) > 4 and JaroWinkler.similarity(a, b) > 0.9)
        for a in left
        for b in right
    )


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without initials."""
    return tuple(w for w in re.findall(r"\w+", folded(name)) if len(w) > 2)


@cache
def folded(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
