"""The people of one document: who they are, for whom they speak, and whom "he" or "the minister" means."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from core.lexicon import cues
from core.lexicon.offices import Office, Term, holders_named, meant_in, offices
from core.lexicon.words import word_set
from core.mentions.party import OF_ONE_OFFICE, Party
from core.mentions.tokens import split

_WITH_FATHER = 3  # words: one's own name, the father's and the family's
_SPELT_ALIKE = 0.7
_LONG = 5  # letters of a name that may be spelt in more ways than one
_LATELY = 500  # days for which a former holder of an office is still told of by the surname


@dataclass(slots=True)
class Figure:
    """One person of the document, put together from all places that name him or her."""

    name: str
    words: set[str]
    country: str = ""
    offices: list[Office] = field(default_factory=list)
    rank: bool = False
    told: int = 0
    leading: int = 0
    """in how many lines he or she is named first"""
    first_line: int = 0
    organisation: str = ""
    known: tuple[Term, ...] = ()
    counterpart: bool = False
    paired: bool = False
    """told of with another of the same office, so that they are of two countries"""
    she: str = ""
    """"she" or "he", as a title or the given name tells; else empty"""
    former: bool = False
    """told of first as who once held an office, and so nobody whom "the minister" means"""
    aboard: bool = False
    """told of as a ship's ("her commanding officer")"""

    @property
    def defence(self) -> bool:
        """Whether he or she speaks for a defence establishment."""
        if any(office.track == "defence" for office in self.offices):
            return True
        if self.rank and not any(
            office.track in ("leaders", "diplomatic", "security") for office in self.offices
        ):
            return True
        return any(offices()[term.office].track == "defence" for term in self.known)

    @property
    def minister(self) -> bool:
        """Whether he or she is a minister, as the text or the lexicon tells."""
        held = [*self.offices, *(offices()[term.office] for term in self.known)]
        return any(office.level == "minister" for office in held)

    @property
    def track(self) -> str:
        """For whom he or she speaks: defence before security, diplomatic and leaders; "" if unknown."""
        if self.defence:
            return "defence"
        tracks = [office.track for office in self.offices] or [
            offices()[term.office].track for term in self.known
        ]
        return next((t for t in ("security", "diplomatic", "leaders") if t in tracks), "")

    @property
    def person(self) -> bool:
        """Whether the text or the lexicon gives reason to take the name for a person's."""
        return bool(self.offices or self.rank or self.known or self.country)


@dataclass(slots=True)
class Cast:
    """The figures of a document, by the words of their names."""

    published: date | None
    figures: list[Figure] = field(default_factory=list)
    by_word: dict[str, list[Figure]] = field(default_factory=dict)
    main: Figure | None = None
    home: str = ""
    """the main actor's country"""
    issuer: str = ""
    """the country whose ministry or embassy put the document out, if it tells"""
    here: str = ""
    """the country from which the document is written, if it tells"""
    posted: str = ""
    """the one country to which envoys are posted, as the document tells"""
    untold: str = ""
    """the one country whose ministers the document names without saying of where: its readers' own"""
    _spelt: dict[str, str] = field(default_factory=dict, repr=False)
    """how the document first spelt each word of a name, by how it sounds"""
    _found: dict[str, Figure | None] = field(default_factory=dict, repr=False)
    """who was meant by the names asked for since somebody was entered last"""

    def enter(self, party: Party, line: int, *, leads: bool = False) -> None:
        """Takes down a named party: a new figure, or more about one who is known already."""
        figure = self.find(party.name)
        self._found.clear()
        words = self._as_spelt(name_words(party.name))
        for word in words:
            self._spelt.setdefault(as_heard(word), word)
        if figure is None:
            figure = Figure(party.name, set(words), first_line=line, former=party.former)
            self.figures.append(figure)
        elif len(words) > len(name_words(figure.name)):
            figure.name = party.name
            figure.words |= set(words)
        for word in words:
            owners = self.by_word.setdefault(word, [])
            if figure not in owners:
                owners.append(figure)
        figure.told += 1
        figure.leading += leads
        figure.country = figure.country or party.country
        figure.offices += [office for office in party.offices if office not in figure.offices]
        figure.rank = figure.rank or party.rank
        figure.she = (
            figure.she
            or party.she
            or ("" if word_set("women").isdisjoint((*words[:1], *words[-1:])) else "she")
        )
        figure.paired = figure.paired or party.rule == OF_ONE_OFFICE
        figure.aboard = figure.aboard or party.possessive == "her"
        figure.counterpart = figure.counterpart or party.role in ("counterpart", "host")
        figure.organisation = figure.organisation or party.organisation

    def introduce(self, party: Party) -> Figure | None:
        """The figure of a name in a byline, taken down if the story does not name it."""
        known = self.find(party.name)
        if known is not None:
            return known
        self.enter(party, 0)
        figure = self.figures[-1]
        figure.known = self._terms(figure)
        figure.country = figure.country or next((term.country for term in figure.known), "")
        return figure

    def find(self, name: str) -> Figure | None:
        """The figure of that name or surname; None if there is none, or more than one."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def may_be(self, figure: Figure, party: Party) -> bool:
        """Whether "he" or "she" can stand for a figure, as far as titles and given names tell."""
        if not party.she or figure.she == party.she:
            return True
        if figure.she:
            return False
        return party.she == "he" or all(other.she != "she" for other in self.figures)

    def _as_spelt(self, words: list[str]) -> list[str]:
        """The words of a name as the document spelt them before: "Shoigu" for "Shoygu" behind it."""
        if all(word in self.by_word for word in words):
            return words
        return [word if word in self.by_word else self._spelt.get(as_heard(word), word) for word in words]

    def _find(self, name: str) -> Figure | None:
        words = self._as_spelt(name_words(name))
        if not words:
            return None
        if len(words) == 1:
            found = self.by_word.get(words[0], [])
            surnamed = [f for f in found if name_words(f.name)[-1:] == words] if len(found) > 1 else []
            found = surnamed or found  # "Gen Ahmed" is S M Shafiuddin Ahmed, not Tareq Ahmed Siddiqui
        else:
            wanted = set(words)
            candidates = {id(f): f for word in words for f in self.by_word.get(word, [])}
            found = [f for f in candidates.values() if _same(wanted, words, f)]
        return found[0] if len(found) == 1 else (min(found, key=lambda f: -f.told) if found else None)

    def complete(self, told: set[str]) -> None:
        """Asks the lexicon about figures whose country the text does not tell, and settles the main actor.

        A bare surname is taken for a minister's only where the document names the country (`told`) too.
        """
        untold: set[str] = set()
        for figure in self.figures:
            figure.known = self._terms(figure)
            bare = len(name_words(figure.name)) == 1 and not figure.offices and not figure.rank
            if bare and not figure.country and figure.known and figure.known[0].country not in told:
                figure.known = ()
            if not figure.country and figure.known:
                figure.country = figure.known[0].country
                if figure.known[0].office == "defence_minister" and len(name_words(figure.name)) > 1:
                    untold.add(figure.country)
            figure.offices = [meant_in(office, figure.country) for office in figure.offices]
        self.untold = min(untold) if len(untold) == 1 else ""
        self._settle_main()

    def _terms(self, figure: Figure) -> tuple[Term, ...]:
        """The terms of office that the lexicon holds for this figure, of one country; () if it does not tell."""
        words = name_words(figure.name)
        found = holders_named(figure.name)
        if not found and len(words) > 1:
            found = tuple(
                t
                for w in (words[-1], words[0])
                for t in holders_named(w)
                if {words[0], words[-1]} <= set(all_words(t))
            )
        if not found and (len(words) == 1 or figure.country):
            found = tuple(
                t
                for w in dict.fromkeys((words[-1], words[0]))
                for t in holders_named(w)
                if len(words) == 1 or set(words) & all_words(t) - {w}
            )
        if figure.country:
            found = tuple(t for t in found if t.country == figure.country)
        if self.published is not None:
            found = self.in_office(found) or (found if len(words) > 1 else ())
        if figure.offices and len(words) == 1:
            tracks = {office.track for office in figure.offices}
            found = tuple(t for t in found if offices()[t.office].track in tracks) or found
        codes = {term.country for term in found}
        if len(codes) > 1:
            current = [t for t in found if self.published and t.since <= self.published <= t.until]
            codes = {t.country for t in current}
            found = tuple(current) if len(codes) == 1 else ()
        return found

    def in_office(self, terms: Iterable[Term]) -> tuple[Term, ...]:
        """Of these the terms that had begun, and not ended for long, when the document was written, if it tells when."""
        day = self.published
        return tuple(
            t
            for t in terms
            if day is None or (t.since <= day and (t.until >= day or (day - t.until).days < _LATELY))
        )

    def _settle_main(self) -> None:
        """The main actor: the defence figure who is told of most, the earliest of them."""
        if self.posted and not self.here and not any(f.defence and f.country for f in self.figures):
            self.here = self.posted  # "The Minister of Defence met the Ambassador of Israel to Uganda"
        for figure in self.figures:
            if (
                not figure.country
                and not (figure.aboard or figure.paired)
                and (figure.told > 1 or figure.first_line <= 2)
                and any(o.track == "defence" for o in figure.offices)
                and not self._office_taken(figure)
                and not self._met_by_ours(figure)
            ):
                figure.country = self.here
        people = [f for f in self.figures if f.person and f.country]
        if not people:
            return
        defence = [f for f in people if f.defence] or people
        self.main = max(
            defence,
            key=lambda f: (
                self.issuer in ("", f.country),
                f.told + 2 * f.leading + (3 if f.first_line <= 1 else 0),
                -f.first_line,
            ),
        )
        self.home = self.main.country

    def _met_by_ours(self, figure: Figure) -> bool:
        """Whether no line begins with a figure, but some do with one of the country that the text is from: the other side."""
        ours = (f for f in self.figures if f.country == self.here and f.defence and f is not figure)
        return not figure.leading and bool(self.here) and any(f.leading for f in ours)

    def _office_taken(self, figure: Figure) -> bool:
        """Whether the country that the text is from has somebody else in the office of this figure."""
        mine = {office.code for office in figure.offices}
        return any(
            bool(mine & {*(o.code for o in other.offices), *(t.office for t in other.known)})
            for other in self.figures
            if other is not figure and other.country == self.here
        )

    def of_country(self, code: str, *, defence: bool = True) -> list[Figure]:
        """The figures of a country, those told of most first."""
        found = [
            f
            for f in self.figures
            if f.country == code and f.person and not f.former and (f.defence or not defence)
        ]
        return sorted(found, key=lambda f: (-f.told, f.first_line))


def _same(wanted: set[str], words: list[str], figure: Figure) -> bool:
    """Whether a longer name and a figure's can be one person's."""
    shared = wanted & figure.words
    if not shared:
        return False
    theirs = name_words(figure.name)
    if len(theirs) == 1:
        return True
    if wanted <= figure.words or figure.words <= wanted:
        return not _father_and_son(words, theirs)
    return words[-1] == theirs[-1] and (words[0][0] == theirs[0][0])


def _father_and_son(words: list[str], theirs: list[str]) -> bool:
    """Whether one is named after the other: "Mansour bin Zayed bin Sultan" holds the whole name of "Zayed bin Sultan"."""
    long, short = (words, theirs) if len(words) >= len(theirs) else (theirs, words)
    if len(short) < _WITH_FATHER or long[0] == short[0] or long[0][0] + long[-1][0] == short[0][0]:
        return False
    begins = any(long[at : at + 2] == short[:2] for at in range(1, len(long) - 1))
    return begins and SequenceMatcher(None, long[0], short[0]).ratio() < _SPELT_ALIKE


def all_words(term: Term) -> set[str]:
    """The telling words of all names of an office holder."""
    return {word for name in (term.name, *term.aliases) for word in name_words(name)}


@cache
def as_heard(word: str) -> str:
    """A word of a name without what only its spelling in Latin letters makes: "Shoygu" and "Shoigu" are alike."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter)
    )
    plain = plain.translate(_STROKES)
    return _HEARD.sub(lambda match: _LETTERS[match.group()], plain) if len(plain) >= _LONG else plain


_STROKES = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "s", "ə": "a"})


_LETTERS = {
    **dict.fromkeys(("ei", "ey", "ai", "ay", "iy", "ii", "yi", "ij", "y", "j"), "i"),
    **dict.fromkeys(("ou", "oo", "ue"), "u"),
    **{double: double[0] for double in ("bb", "dd", "ff", "ll", "mm", "nn", "pp", "rr", "ss", "tt", "aa")},
    "w": "v",
    "ph": "f",
    "ck": "k",
    "q": "k",
    "kh": "h",
    "oe": "o",
    "ae": "a",
    "tz": "ts",
    "x": "ks",
}
"""how names are spelt in more ways than one, and one way for each; the longest is looked for first"""
_HEARD = re.compile("|".join(sorted(_LETTERS, key=lambda written: (-len(written), written))))


@cache
def name_words(name: str) -> list[str]:
    """The words of a name that tell, folded: no initials, particles or suffixes."""
    particles = set(cues.word_lists()["particles"]) - {"san"} | {"jr", "sr", "ii", "iii"}
    words = [w.lower() for w in split(name) if w[0].isalpha()]
    telling = [w for w in words if len(w) > 1 and w not in particles]
    return telling or words
