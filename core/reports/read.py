"""A document in, its reports out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.documents.published import prefix_year
from core.lexicon.sources import publisher
from core.mentions.atoms import Cut, Line, as_line, cut, read_line
from core.mentions.dates import Bound, DateKind, resolve
from core.mentions.forums import find_forums
from core.mentions.names import Vocabulary
from core.mentions.parties import find_parties
from core.mentions.where import Where
from core.model import Block, BlockKind, Document, Report, Sentence, SourceKind
from core.reports.cast import Cast
from core.reports.datelines import dateline_of, without_dateline
from core.reports.drills import countries_named
from core.reports.finish import finish
from core.reports.line_by_line import tell
from core.reports.narrator import narrator, spoken
from core.reports.prospects import may_tell
from core.reports.story import Scene, scene
from core.reports.telling import Telling
from core.reports.writing import write_reports
from core.text.blocks import blocks
from core.text.sentences import sentences

_HEAD_BLOCKS = 6
_YEAR = 4  # digits
_LETTERHEAD = 3  # lines in which a ministry or an embassy names itself


@dataclass(slots=True)
class _Page:
    """A document cut into sentences and words, nothing of it read yet."""

    document: Document
    cuts: list[Cut]
    vocabulary: Vocabulary
    dateline: Where | None
    cast: Cast
    parts: list[Block]

    def heads(self) -> Iterator[Line]:
        """The lines above the story that say when and by whom it was put out, one after the other."""
        for block in self.parts[:_HEAD_BLOCKS]:
            if block.kind is BlockKind.HEADER:
                printed = self.document.text[block.start : block.end]
                for part in printed.splitlines():
                    yield read_line(Sentence(part, block.start, 0), self.vocabulary)


def read_document(document: Document) -> list[Report]:
    """The engagements that a document reports, in the order in which it tells them."""
    page = _page(document)
    if not may_tell(page.cuts, page.cast, page.vocabulary):
        return []
    return write_reports(document, _read(page))


def read_story(document: Document) -> Telling:
    """The document read twice: once for who and what there is, once for what happened."""
    return _read(_page(document))


def _page(document: Document) -> _Page:
    parts = blocks(document.text)
    told, dateline_span = without_dateline(document.text, sentences(document.text, parts))
    vocabulary = _vocabulary(document.text, parts)
    dateline = dateline_of(document.text, parts, dateline_span, vocabulary)
    cast = Cast(document.published, here=dateline.country if dateline is not None else "")
    return _Page(document, [cut(sentence) for sentence in told], vocabulary, dateline, cast, parts)


def _read(page: _Page) -> Telling:
    cast = page.cast
    scenes: list[Scene] = []
    drills: set[str] = set()
    for words in page.cuts:
        line = as_line(words, page.vocabulary)
        parties = find_parties(line)
        forums = find_forums(line, drills)
        drills.update(mention.name for mention in forums if mention.exercise is not None)
        scenes.append(scene(line, parties, forums))
    scenes = _without_joined_surnames(scenes)
    for number, here in enumerate(scenes):
        named = [party for party in here.parties if party.name]
        for party in named:
            cast.enter(party, number, leads=party is named[0])
    cast.issuer = issuer(scenes) or _official(page.document)
    cast.here = cast.issuer or cast.here
    cast.posted = "" if cast.here else _posting(scenes)
    cast.complete({code for scene in scenes for code in _countries(scene)})
    who = narrator(scenes, page.heads(), cast)
    if who is not None:
        cast.main, cast.home = who, who.country
        scenes = [spoken(here) for here in scenes]
    telling = Telling(page.document, cast, scenes, page.dateline, _year_hint(page.document, scenes))
    tell(telling)
    finish(telling)
    return telling


def _without_joined_surnames(scenes: list[Scene]) -> list[Scene]:
    """The scenes without "Singh-Austin" as a person, where the document names a Singh and an Austin by more than that."""
    names = {party.name for here in scenes for party in here.parties if party.name}
    dashed = [name for name in names if "-" in name]
    known = names | {name.rsplit(" ", 1)[-1] for name in names if " " in name} if dashed else set()
    joined = {name for name in dashed if any({one, two} <= known for one, two in _cut_at_dashes(name))}
    if not joined:
        return scenes
    return [scene(h.line, [p for p in h.parties if p.name not in joined], h.forums) for h in scenes]


def _cut_at_dashes(name: str) -> Iterator[tuple[str, str]]:
    """Both halves of a name for each of its dashes."""
    for at, letter in enumerate(name):
        if letter == "-":
            yield name[:at], name[at + 1 :]


def _posting(scenes: list[Scene]) -> str:
    """The one country to which the envoys are posted that the document names: "the Ambassador of Israel to Uganda"."""
    codes: set[str] = set()
    for here in scenes:
        if "mbassador" not in here.line.words.text and "Commissioner" not in here.line.words.text:
            continue
        for party in here.parties:
            if not any(office.track == "diplomatic" for office in party.offices):
                continue
            for place in range(party.first, min(party.last + 1, len(here.line.atoms) - 1)):
                ahead = place + 1 + (here.line.word(place + 1) == "the")
                if here.line.word(place) in ("to", "in") and here.line.sort(ahead) == "C":
                    codes.add(here.line.atoms[ahead].value)
    return codes.pop() if len(codes) == 1 else ""


def _official(document: Document) -> str:
    """The country whose official body published the document, as its source tells; "" if none did."""
    outlet = publisher(document.source, document.url)
    return outlet.country if outlet is not None and outlet.kind == SourceKind.OFFICIAL else ""


def issuer(scenes: list[Scene]) -> str:
    """The country whose ministry, embassy or department put the text out, as its first headings tell; "" if they do not."""
    heads = [s for s in scenes[:_LETTERHEAD] if s.line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)]
    for place, first in enumerate(heads):
        if _office().match(first.line.sentence.text):
            for head in heads[place : place + 2]:
                codes = countries_named(head)
                if codes:
                    return codes[0]
    return ""


@cache
def _office() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:Ministry|Department|Embassy|High Commission|Consulate)\b.{0,60}|.{0,30}\b(?:Embassy|High Commission)"
        r"|(?:MINISTRY|DEPARTMENT|EMBASSY|HIGH COMMISSION|CONSULATE)\b.{0,60})$"
    )


def _countries(here: Scene) -> set[str]:
    """The countries that a line names in whatever way: by name, adjective, government or city."""
    codes = {code for party in here.parties for code in party.countries}
    for place in here.line.known:
        atom = here.line.atoms[place]
        if atom.sort in "CAG":
            codes.add(atom.value)
        elif atom.sort in "PV":
            codes.add(atom.value.country)
    return codes


def _year_hint(document: Document, scenes: list[Scene]) -> int | None:
    if document.published is not None:
        return document.published.year
    if (year := prefix_year(document.text)) is not None:
        return year
    for here in scenes[:_LETTERHEAD]:
        if here.line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING) and (
            match := _year_named().search(here.line.sentence.text)
        ):
            return int(match[1])
    for here in scenes:
        years = [m.edition for m in here.forums if m.edition.isdigit() and len(m.edition) == _YEAR]
        if years:
            return int(years[0])  # "on October 18 on the sidelines of DefExpo 2022"
        for mention in here.dates:
            if mention.phrase.kind is DateKind.YEAR or mention.bound is Bound.SINCE:
                continue  # "signed a protocol in 1972", "since May 2024": history, as a rule
            when = resolve(mention, published=None)
            if when is not None and when.start is not None:
                return when.start.year
    return None


def _vocabulary(text: str, parts: list[Block]) -> Vocabulary:
    capital = set(map(str.lower, set(_capital().findall(text))))
    body = text.find("\n") + 1
    below = set(text[body:].split())
    plain = _small_words(below.union(text[:body].split()))
    return Vocabulary(
        plain, frozenset(capital | (_named_words(below) - plain)), frozenset(capital), _headed(text, parts)
    )


def _headed(text: str, parts: list[Block]) -> frozenset[str]:
    """The words in -s with a capital that stand in headings only, in small letters: verbs, as a rule ("Leads", "Thanks")."""
    heads = " ".join(
        text[part.start : part.end] for part in parts if part.kind in (BlockKind.TITLE, BlockKind.HEADING)
    )
    words = {word for word in heads.split() if word.endswith("s") and word.istitle() and len(word) > 3}
    return frozenset(word.lower() for word in words if text.count(word) == heads.count(word))


def _small_words(words: set[str]) -> frozenset[str]:
    """The words in small letters, without the marks on them."""
    marked = [word for word in words if not word.isalpha()]  # most have none, and need no pattern
    clean = [word for word in words if word.isalpha() and word.islower() and word.isascii() and len(word) > 1]
    return frozenset(_plain().findall(" ".join(marked))).union(clean)


def _named_words(words: set[str]) -> set[str]:
    """The words with a capital, in small letters and without the marks on them."""
    found = _upper().findall(" ".join(word for word in words if not word.isalpha() or not word.isascii()))
    found += [
        word for word in words if word.istitle() and word.isalpha() and word.isascii() and len(word) > 2
    ]
    mixed = [word for word in words if not word.istitle() and not word.islower() and word.isalpha()]
    found += _upper().findall(" ".join(word for word in mixed if word.isascii()))
    return set(map(str.lower, found))


@cache
def _year_named() -> re.Pattern[str]:
    """Finds the year of "Year End Review 2016" and "Shakti-2016 ends"; not that of "Vision 2030" or "until 2030"."""
    aims = (
        "until|till|by|since|towards?|vision|Vision|VISION|[Aa]genda|AGENDA|[Ss]trategy|[Pp]lan|[Rr]oadmap|of"
    )
    return re.compile(
        rf"(?<![\w,./])(?<!(?:-|\u2013))(?<!\u20b9)(?<!\$)(?:(?!(?:{aims})\b)\w+(?:[:,]? \(?|-| [-\u2013|] ?)|^)((?:19|20)\d\d)"
        r"(?![\w%/-]|,\d|\s(?:crore|lakh|million|billion|troops|soldiers|personnel|men|people|ships|families|villages|jobs|sailors|delegates|km|kg)\b)"
    )


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"\b[a-z]{2,}\b")


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"[A-Z](?<=[a-z,;] .)\w+")


@cache
def _upper() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][a-z]\w+")
