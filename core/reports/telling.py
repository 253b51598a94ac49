"""What is known at one point of a document that is read from top to bottom."""

from core.mentions.dates import DateMention, resolve
from core.mentions.forums import ForumMention
from core.mentions.party import Party
from core.mentions.places import Where
from core.model import Document, When
from core.reports.cast import Cast
from core.reports.sides import settle
from core.reports.story import Event, Frame, Scene, Side


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
        self.year = year
        self.events: list[Event] = []
        self.frame = Frame()
        if dateline is not None:
            self.frame.city, self.frame.host = dateline.city, dateline.country
        self.called_off = any("cancel" in scene.line.cues for scene in scenes)
        self.pending: tuple[Event, list[Side], int] | None = None
        """an engagement whose partners the next lines may list, who is at it already, and in which block it was told"""
        self.last_gathering: Event | None = None
        self.last_forum: ForumMention | None = None

    def settled(self, parties: list[Party], number: int, *, subject: bool, others: list[Side]) -> list[Side]:
        """The sides that parties stand for; pronouns last, so that "him and the minister" are two people."""
        found: dict[int, list[Side]] = {}
        out: list[Side] = []
        for place, party in sorted(enumerate(parties), key=lambda item: item[1].role == "pronoun"):
            taken = others + out if party.role == "pronoun" else others
            sides = settle(party, self.cast, self.frame, number, subject=subject, others=taken)
            found[place] = [side for side in sides if not any(side.same_figure(other) for other in out)]
            out += found[place]
        return [side for place in sorted(found) for side in found[place]]

    def resolve(self, mention: DateMention, *, future: bool = False) -> When | None:
        """The time that a mention means at this point of the story."""
        anchor = self.frame.anchor or self.frame.when
        return resolve(mention, published=self.published, anchor=anchor, future=future, year_hint=self.year)
