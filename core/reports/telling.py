"""What is known at one point of a document that is read from top to bottom."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from core.mentions.dates import DateKind, DateMention, resolve
from core.mentions.forums import ForumMention
from core.mentions.party import OF_ONE_OFFICE, Party
from core.mentions.where import Where
from core.model import BlockKind, Document, When
from core.reports.cast import Cast
from core.reports.sides import settle
from core.reports.story import Event, Frame, Scene, Side

_STATE = ("leaders", "diplomatic", "defence")  # tracks of those who speak for a state
_FORMER = 15  # years back of which a text may tell entry by entry
_HEADING = 8  # words: "Highlights of 2022"
_HEADS = 4  # lines in which a document says what it is


def _reviews(scenes: list[Scene]) -> bool:
    """Whether the head calls the document a review of a year or a brief on a relation."""
    heads = (scene.line.sentence for scene in scenes[:_HEADS])
    return any(
        head.kind in (BlockKind.TITLE, BlockKind.HEADING) and _review().search(head.text) for head in heads
    )


def _pair(scenes: list[Scene]) -> tuple[str, ...]:
    """The countries that one of the first headings names, if they are two."""
    for scene in scenes[:_HEADS]:
        if scene.line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING):
            codes = tuple(dict.fromkeys(atom.value for atom in scene.line.atoms if atom.sort in "CA"))
            if len(codes) == 2:
                return codes
    return ()


def _year_told(scenes: list[Scene], published: date | None) -> int:
    """The year of which the head or the first lines say that the text tells, where that was a former one; 0 else."""
    if published is None:
        return 0
    for scene in scenes[:_HEADS]:
        short = len(scene.line.words) <= _HEADING and not scene.line.sentence.text.rstrip().endswith(".")
        head = short or scene.line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)
        match = (head and _headed_with().search(scene.line.sentence.text)) or _opened_with().match(
            scene.line.sentence.text
        )
        if match and published.year - _FORMER <= int(match["year"]) < published.year:
            return int(match["year"])
    return 0


@cache
def _headed_with() -> re.Pattern[str]:
    """Finds the year of a headline: "Year End Review 2023", "Highlights of 2022", "2022 in review"."""
    what = (
        r"highlights(?: of| from)?|year[- ]?end(?:er)?(?: review)?|(?:annual |yearly )review|review of|round-?up|recap|timeline|chronology"
        r"|look(?:ing)? back (?:at|on)|milestones(?: of| in)?|the year"
    )
    return re.compile(
        rf"(?:\b(?:{what}):?(?: the)?(?: year)? |(?=\b20\d\d in (?:review|retrospect)))(?P<year>20\d\d)\b(?! ?[-\u2013/] ?\d)",
        re.IGNORECASE,
    )


@cache
def _opened_with() -> re.Pattern[str]:
    """Finds the year of a first line: "2023 was a busy year for the navy", "Looking back at 2023"."""
    did = (
        r"(?:was|has been|proved|turned out)(?: to be)? (?:an? |the )(?:[\w-]+ ){0,3}(?:year|one)|saw|brought"
    )
    return re.compile(
        rf"(?:The year |Looking back (?:at|on) )?(?P<year>20\d\d)(?: in (?:brief|review|retrospect|summary) ?[:,-]| (?:{did})\b|(?<=^Looking back at \d\d\d\d),|(?<=^Looking back on \d\d\d\d),)"
    )


@cache
def _review() -> re.Pattern[str]:
    return re.compile(
        r"\byear[- ]?end(?:er)?\b|\b(?:year |20\d\d )in review\b|\breview (?:of )?(?:the year|20\d\d)|\byear(?:ly)? review\b"
        r"|\bannual (?:report|review)\b|\brelations\b.*\b(?:brief|fact ?sheet|note)\b|\bbilateral (?:brief|relations)\b|\bchronology\b",
        re.IGNORECASE,
    )


def _of_one_office(party: Party, side: Side) -> bool:
    """Whether somebody holds the office of one who sat with him: they are of two countries."""
    mine = {office.code for office in party.offices}
    return bool(party.name) and not mine.isdisjoint(office.code for office in side.party.offices)


class Telling:
    """The engagements of one document, and what holds at the line that is being read."""

    def __init__(
        self, document: Document, cast: Cast, scenes: list[Scene], dateline: Where | None, year: int | None
    ) -> None:
        self.published = document.published
        self.text = document.text
        self.cast = cast
        self.scenes = scenes
        self.dateline = dateline
        self.events: list[Event] = []
        self.frame = Frame()
        if dateline is not None:
            self.frame.city, self.frame.host = dateline.city, dateline.country
        self.review = _reviews(scenes)
        """whether it tells of a year or of a relation, entry by entry: each entry has its own day and place"""
        self.of_year = _year_told(scenes, document.published)
        """the year of which it tells where that is not the one of its publication; 0 else"""
        self.year = self.of_year or year
        self.pair = _pair(scenes)
        """the two countries that the title names, if it names just two"""
        self.called_off = any("cancel" in scene.line.cues for scene in scenes)
        self.pending: tuple[Event, list[Side], int] | None = None
        """an engagement whose partners the next lines may list, who is at it already, and in which block it was told"""
        self.last_gathering: Event | None = None
        self.last_forum: ForumMention | None = None

    def settled(self, parties: list[Party], number: int, *, subject: bool, others: list[Side]) -> list[Side]:
        """The sides that parties stand for; pronouns last, so that "him and the minister" are two people."""
        if len(parties) == 1:
            return settle(parties[0], self.cast, self.frame, number, subject=subject, others=others)
        found: dict[int, list[Side]] = {}
        out: list[Side] = []
        for place, party in sorted(enumerate(parties), key=lambda item: self._how_late(item[1])):
            apart = party.role == "pronoun" or any(_of_one_office(party, side) for side in out)
            taken = others + out if apart else others
            sides = settle(party, self.cast, self.frame, number, subject=subject, others=taken)
            found[place] = [side for side in sides if not any(side.same_figure(other) for other in out)]
            out += found[place]
        self._of_one_country(parties, found, number)
        return [side for place in sorted(found) for side in found[place]]

    def _how_late(self, party: Party) -> int:
        """Those of whom the others tell more come last: pronouns, and "B" of "A and B, the two ministers"."""
        if party.role == "pronoun":
            return 2
        figure = self.cast.find(party.name) if party.rule == OF_ONE_OFFICE else None
        return int(figure is not None and not figure.country)

    def _of_one_country(self, parties: list[Party], found: dict[int, list[Side]], number: int) -> None:
        """Gives "President A" of "called on President A and Prime Minister B" the country of the other one."""
        codes = {side.country for sides in found.values() for side in sides}
        told = {code for party in parties for code in party.countries}
        if len(codes) != 1 or not told <= codes:
            return
        for place, party in enumerate(parties):
            leads = party.rank or any(
                o.track in _STATE and o.code != "secretary_general" for o in party.offices
            )
            figure = self.cast.find(party.name) if party.name and leads else None
            if figure is not None and not figure.country and not found.get(place):
                figure.country = min(codes)
                found[place] = [Side(figure.country, figure, party, number)]

    def resolve(
        self, mention: DateMention, *, future: bool = False, month: DateMention | None = None
    ) -> When | None:
        """The time that a mention means at this point of the story; `month` is the one that its sentence named before."""
        anchor = self.frame.anchor or self.frame.when
        mention = self.in_its_year(mention)
        if mention.phrase.kind is DateKind.DAYS_ON:
            anchor = self.frame.said or anchor
        if month is not None:
            anchor = self.resolve(month, future=future) or anchor
        return resolve(mention, published=self.published, anchor=anchor, future=future, year_hint=self.year)

    def in_its_year(self, mention: DateMention) -> DateMention:
        """A day or a month without a year, with that of which the document tells; any other mention as it is."""
        phrase = mention.phrase
        yearless = self.of_year and phrase.kind in (DateKind.DAY, DateKind.MONTH) and not phrase.year
        if not yearless or phrase.turn or phrase.in_year:
            return mention
        return replace(mention, phrase=replace(phrase, year=self.of_year))
