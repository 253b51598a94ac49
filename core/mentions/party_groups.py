"""Parties that belong together: "A and B", and names told in the order of their countries."""

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from core.lexicon.words import word_set
from core.mentions.atoms import Atom, Line
from core.mentions.party import OF_ONE_OFFICE, Party
from core.model import BlockKind

_LINKS = frozenset(
    [
        ",",
        "and",
        "&",
        ";",
        "then",
        "as",
        "well",
        "also",
        "with",
        "separately",
        "plus",
        "followed",
        "by",
        "along",
    ]
)
_JOINING = frozenset([",", "and", "&", ";", "as", "plus", "along"])
_BEFORE_NAMES = frozenset([",", "-", "\u2013", ":", "namely", "("])
_OPENERS = frozenset(
    {"before", "after", "when", "while", "as", "once", "having", "following", "fresh", "straight", "back"}
)
_WENT = frozenset({"flew", "went", "left", "came", "took", "made", "drove", "was", "is", "said", "had"})
_DOES = frozenset({"light", "meet", "travel", "spoke", "told", "joint", "future", "sign", "call"})
_CLOSES = frozenset({",", ".", ";", ")", "-", "\u2013", ""})
_WITH_PARTNER = (["with"], [",", "with"], ["along", "with"], [",", "along", "with"])


def in_that_order(line: Line, found: list[Party]) -> list[Party]:
    """The parties with "the ministers of A and B, X and Y" put together: each name with its country."""
    out: list[Party] = []
    here = 0
    found = (
        _of_one_office(line, found) if any(p.plural and p.offices and not p.name for p in found) else found
    )
    while here < len(found):
        party = found[here]
        here += 1
        by_turns = _by_turns(line, party, found[here:])
        if len(by_turns) > 1:
            out += by_turns
            here += sum(1 + bool(p.name) for p in by_turns) - 1
            continue
        names = found[here : here + len(party.countries)]
        if not _names_follow(line, party, names):
            out.append(party)
            continue
        for name, code in zip(names, party.countries, strict=True):
            offices = name.offices or party.offices
            rule = "names in that order"
            out.append(replace(name, countries=(code,), offices=offices, role="person", rule=rule))
        here += len(names)
    return out


def _of_one_office(line: Line, found: list[Party]) -> list[Party]:
    """The parties with "A and B, the defence ministers of the two countries" put together: each name with that office.

    Likewise "the two ministers, A and B,". Names that tell their office or country themselves stay as they are.
    """
    for place, office in enumerate(found):
        if not office.plural or office.name or len(office.offices) != 1 or office.organisation:
            continue
        known = office.rule == "two" or office.definite or bool(office.possessive)
        if known or len(office.countries) > 1:
            names = _bare_names(line, list(reversed(found[:place])))[::-1]
            closes = line.word(office.last) in _CLOSES
            if names and closes and _only_between(line, names[-1].last, office.first, {",", "-", "\u2013"}):
                told = len(office.countries) == len(names)
                codes = [(code,) for code in office.countries] if told else [()] * len(names)
                if told or not office.countries:
                    return _one_each(line, found, place - len(names), place + 1, names, office, codes)
        names = _bare_names(line, found[place + 1 :]) if not office.countries else []
        comma = bool(names) and line.word(office.last) in (",", ":")
        led = bool(names) and _only_between(line, office.last, names[0].first, _BEFORE_NAMES)
        if led and (not comma or (known and line.word(names[-1].last) in _CLOSES)):
            codes = [()] * len(names)
            return _one_each(line, found, place, place + 1 + len(names), names, office, codes)
    return found


def _bare_names(line: Line, found: list[Party]) -> list[Party]:
    """The people that a list begins with, if it names two or more by nothing but their names."""
    names: list[Party] = []
    for party in found:
        if not party.name or party.countries or party.offices or party.role != "person":
            break
        one, two = sorted((*names[-1:], party), key=lambda p: p.first) if names else (party, party)
        if names and not _only_between(line, one.last, two.first, {",", "and", "&"}):
            break
        names.append(party)
    return names if len(names) > 1 else []


def _one_each(
    line: Line,
    found: list[Party],
    first: int,
    last: int,
    names: list[Party],
    office: Party,
    codes: Sequence[tuple[str, ...]],
) -> list[Party]:
    """The parties with those from `first` to `last` replaced by these people of one office, and what follows read likewise."""
    people = [
        replace(name, countries=code, offices=office.offices, rule=OF_ONE_OFFICE)
        for name, code in zip(names, codes, strict=True)
    ]
    people[-1].last = max(people[-1].last, office.last)
    return [*found[:first], *people, *_of_one_office(line, found[last:])]


def _by_turns(line: Line, party: Party, behind: Sequence[Party]) -> list[Party]:
    """The people of "his counterparts from the Netherlands, Ms A, and New Zealand, Mr B": each behind the country."""
    plural = party.plural and not party.name and len(party.countries) == 1
    if not plural or not (party.offices or party.role == "counterpart"):
        return []
    out: list[Party] = []
    head, rest = party, list(behind)
    while True:
        named = rest[0] if rest and rest[0].name and not rest[0].countries else None
        if named is not None and _only_between(line, head.last, named.first, _BEFORE_NAMES):
            offices = named.offices or party.offices
            out.append(
                replace(
                    named,
                    first=head.first,
                    countries=head.countries,
                    offices=offices,
                    role="person",
                    rule="by turns",
                )
            )
            head = rest.pop(0)
        elif out:
            out.append(replace(head, offices=party.offices, role=party.role, definite=True))
        else:
            return []
        following = rest[0] if rest and rest[0].role == "country" else None
        if following is None or not _only_between(line, head.last, following.first, {",", "and", "the", ";"}):
            return out
        head = rest.pop(0)


def _names_follow(line: Line, party: Party, names: list[Party]) -> bool:
    """Whether a party of several countries is followed by as many names, and by nothing between them but commas."""
    if party.name or len(party.countries) < 2 or len(names) != len(party.countries):
        return False
    return (
        all(name.name and not name.countries for name in names)
        and _only_between(line, party.last, names[0].first, _BEFORE_NAMES)
        and all(_only_between(line, a.last, b.first, {",", "and", "&"}) for a, b in pairwise(names))
    )


def _only_between(line: Line, first: int, last: int, allowed: Set[str]) -> bool:
    return first <= last and all(atom.word in allowed for atom in line.atoms[first:last])


def groups(line: Line, found: Sequence[Party]) -> list[list[Party]]:
    """Parties joined by commas and "and", put together; commas alone make a list in headlines only."""
    out: list[list[Party]] = []
    for party in found:
        if out and _joined(line, out[-1][-1], party) and not _told_anew(line, out[-1], party):
            out[-1].append(party)
        else:
            out.append([party])
    if line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.BULLET):
        return out
    kept: list[list[Party]] = []
    for group in _with_partner(line, out):
        between = {atom.word for one, two in pairwise(group) for atom in line.atoms[one.last : two.first]}
        partner = between in ({"with"}, {"along", "with"}, {",", "with"})
        whole = len(group) == 1 or partner or between - {",", "with", "also"}
        kept += [group] if whole else [[party] for party in group]
    return kept


def _told_anew(line: Line, group: list[Party], party: Party) -> bool:
    """Whether somebody behind a whole list begins a clause: "was signed by A and B, the minister, and C received the guest"."""
    head, last = group[0], group[-1]
    between = [atom.word for atom in line.atoms[last.last : party.first]]
    if between != [",", "and"] or not party.name or not (last.name or last.role == "counterpart"):
        return False
    before = line.atoms[head.first - 1] if head.first else None
    met = before is not None and not before.cues.isdisjoint(("meet", "call")) and before.sort == "K"
    if before is None or not (met or before.word.split(" ")[-1] in ("by", "with")):
        return False
    apart = line.word(party.last) == ","
    behind = line.atoms[party.last + apart] if party.last + apart < len(line.atoms) else None
    if behind is None or behind.sort not in "wK":
        return False
    if apart:  # "and C, the secretary, saw him in between"
        return "meet" in behind.cues and line.word(party.last + 2) in ("him", "her", "them")
    return (
        not behind.cues.isdisjoint(_DOES) or behind.word.endswith("ed") or behind.word in word_set("went_on")
    )


def _with_partner(line: Line, found: list[list[Party]]) -> list[list[Party]]:
    """Joins "The minister with her Chinese counterpart, General X, held a meeting": two who do one thing."""
    out: list[list[Party]] = []
    for group in found:
        last = out[-1][-1] if len(out) == 1 else None
        between = [atom.word for atom in line.atoms[last.last : group[0].first]] if last is not None else []
        end = group[-1].last
        behind = [atom for atom in line.atoms[end : end + 2] if atom.word != ","]
        if last is not None and between in _WITH_PARTNER and behind and behind[0].sort == "K":
            out[-1] = [*out[-1], *group]
        else:
            out.append(group)
    return out


def _joined(line: Line, left: Party, right: Party) -> bool:
    between: list[Atom] = line.atoms[left.last : right.first]
    if (
        not between
        or len(between) > 5
        or (right.role == "pronoun" and (right.plural or between[-1].word == ","))
    ):
        return False
    words = [atom.word for atom in between]
    if len(words) > 1 and words[-1] in word_set("before_an_office"):
        words.pop()  # "and acting | US Defense Secretary X"
    if (left.role == "country") != (right.role == "country") and not (
        "and" in words and left.name == right.name
    ):
        return False
    if ";" in words and right.last < len(line.atoms) and line.atoms[right.last].sort == "K":
        return False  # "A met B; C met D"
    if words == [","] and (_ends_opening(line, left, right) or _takes_up(line, right)):
        return False
    return _LINKS.issuperset(words) and not _JOINING.isdisjoint(words)


def _takes_up(line: Line, right: Party) -> bool:
    """Whether people named before are taken up behind a comma: "called on X, both the ministers agreed"."""
    return right.plural and line.word(right.first) in ("both", "two") and not (right.countries or right.name)


def _ends_opening(line: Line, left: Party, right: Party) -> bool:
    """Whether a comma ends the clause that opens a sentence: "Before they joined the ministers, A and B had a meeting"."""
    if line.word(0) not in _OPENERS or line.word(left.last - 1) in ("he", "she"):
        return False  # "When these were over he, A and B met": no clause ends with "he"
    before = [atom.word for atom in line.atoms[: left.last]]
    if "," in before and (
        before[-1 - left.last + left.first] not in ("and", "&") or before[:2] == ["as", ","]
    ):
        return False  # a list within the opening must have ended: "After meeting A, B and C, X flew home"
    if not any(atom.sort == "K" for atom in line.atoms[1 : left.first]):
        return False
    behind = right.last
    while line.word(behind) in ("and", "&") or line.sort(behind) in ("N", "R", "H", "O"):
        behind += 1
    return (
        line.sort(behind) == "K"
        or line.word(behind).endswith("ed")
        or line.word(behind) in word_set("went_on")
    )
