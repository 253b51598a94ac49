"""A document in, its reports out: the reading from the first line to the last."""

import re
from datetime import date, timedelta
from functools import cache

from core.documents.published import dateline_end
from core.mentions.atoms import Line, Vocabulary, read_line
from core.mentions.dates import basis, find_dates, resolve
from core.mentions.forums import ForumMention, find_forums, meeting_of
from core.mentions.parties import Party, find_parties
from core.mentions.places import Where, find_places
from core.model import (
    BlockKind,
    DateBasis,
    Document,
    FieldSource,
    Kind,
    Person,
    Precision,
    Report,
    Sentence,
    Status,
    Track,
    When,
)
from core.reports.cast import Cast, Figure
from core.reports.clauses import Clause, clauses
from core.reports.events import Draft, Reader
from core.reports.exercises import countries_named, find_drills
from core.reports.gatherings import SIDELINES, Gathering, Journey, find_gatherings, find_journeys
from core.reports.same import put_together, same
from core.reports.settle import date_mention, place_of, status_of
from core.reports.sides import settle
from core.reports.story import Event, Frame, Scene, Side, scene
from core.text.blocks import blocks
from core.text.sentences import sentences

LONG_PAST = timedelta(days=21)


def read_document(document: Document) -> list[Report]:
    """The engagements that a document reports, in the order in which it tells them."""
    reading = Reading(document)
    reading.read()
    return reading.reports()


class Reading:
    """One document being read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.events: list[Event] = []
        self.frame = Frame()
        self.cast = Cast(document.published)
        self.dateline: Where | None = None
        self.scenes: list[Scene] = []
        self.forum_lines: list[list[ForumMention]] = []
        self.year_hint: int | None = None
        self.sideline_forum: ForumMention | None = None

    # ---- first pass: words, names, places

    def read(self) -> None:
        """Reads all lines twice: once for who and what there is, once for what happened."""
        parts = blocks(self.text)
        told = list(self._sentences(sentences(self.text, parts)))
        vocabulary = _vocabulary(self.text)
        lines = [read_line(sentence, vocabulary) for sentence in told]
        for number, line in enumerate(lines):
            parties = find_parties(line)
            self.scenes.append(scene(line, parties, clauses(line, parties)))
            self.forum_lines.append(find_forums(line))
            for party in parties:
                if party.name:
                    self.cast.enter(party, number)
        self.cast.complete()
        self.dateline = self._dateline(parts, vocabulary)
        self.year_hint = self._year()
        for number in range(len(self.scenes)):
            self._line(number)
        self.events = put_together(self.events)
        self._finish()

    def _sentences(self, found: list[Sentence]) -> "list[Sentence]":
        """The sentences with the dateline cut off the first ones of the story."""
        out: list[Sentence] = []
        cut = 0
        for sentence in found:
            if cut < 2 and sentence.kind is BlockKind.PARAGRAPH:
                end = dateline_end(self.text, sentence.start, sentence.end)
                match = _city_colon().match(self.text, sentence.start, sentence.end)
                if end == sentence.start and match:
                    end = match.end()
                if end > sentence.start:
                    self.dateline_span = (sentence.start, end)
                    cut = 2
                    if end < sentence.end:
                        out.append(Sentence(self.text[end : sentence.end], end, sentence.block, sentence.kind))
                    continue
                cut += 1
            out.append(sentence)
        return out

    dateline_span: tuple[int, int] = (0, 0)

    def _dateline(self, parts: list, vocabulary: Vocabulary) -> Where | None:  # type: ignore[type-arg]
        """The city in which the story was written."""
        spans = [self.dateline_span] if self.dateline_span[1] else []
        spans += [(b.start, b.end) for b in parts[:6] if b.kind is BlockKind.HEADER]
        for start, end in spans:
            text = self.text[start:end].title() if self.text[start:end].isupper() else self.text[start:end]
            line = read_line(Sentence(text, start, 0), vocabulary)
            for atom in line.atoms:
                city = atom.sense("city")
                if city is not None and atom.sort in "PCG":
                    return Where(city.name, city.country, "here", 0, 0, "city")
        return None

    def _year(self) -> int | None:
        if self.document.published is not None:
            return self.document.published.year
        years = [w.start.year for s in self.scenes for m in s.dates if (w := resolve(m, published=None)) is not None and w.start is not None]
        return years[0] if years else None

    # ---- second pass: what happened

    def _line(self, number: int) -> None:
        here = self.scenes[number]
        kind = here.line.sentence.kind
        if kind is BlockKind.CAPTION:
            return
        new_block = here.line.sentence.block != self.frame.block
        self.frame.block = here.line.sentence.block
        subject_party = self._subject_party(here)
        made: list[Event] = []
        for clause in here.clauses:
            reader = Reader(here.line, number, clause, subject_party)
            for draft in reader.drafts():
                made += self._events(here, draft, subject_party, number)
        made += self._pairs(here, number)
        self._forums(here, number, made)
        self._journeys(here, number, made)
        self._exercises(here, number)
        self.events += made
        self._move_on(here, number, made, subject_party, new_block)

    def _subject_party(self, here: Scene) -> list[Party] | None:
        for clause in here.clauses:
            if clause.opener in ("who", "which", "whose", "where", "after", "before", "when", "while", "as", "since"):
                continue
            for group in clause.groups:
                previous = here.line.atoms[group[0].first - 1].word if group[0].first else ""
                if previous in ("with", "by", "of", "to", "from", "for", "between", "in", "on", "at", "during", "after", "before"):
                    continue
                return group
        return None

    def _settled(self, parties: list[Party], number: int, *, subject: bool, others: list[Side]) -> list[Side]:
        out: list[Side] = []
        for party in parties:
            taken = others if not subject else others + out
            found = settle(party, self.cast, self.frame, number, subject=subject, others=taken if party.role != "person" else others)
            out += [side for side in found if not any(side.country == o.country and side.figure is o.figure and side.figure for o in out)]
        return out

    def _events(self, here: Scene, draft: Draft, subject: list[Party] | None, number: int) -> list[Event]:
        left_parties = draft.left
        if draft.subject_open:
            left_parties = draft.clause.antecedent or ([p for p in subject if p not in draft.right] if subject else []) or []
        left = self._settled(left_parties, number, subject=True, others=[])
        if not draft.right and not left and draft.subject_open:
            return []
        right = self._settled(draft.right, number, subject=False, others=left)
        if draft.right and not left and not draft.left:
            figure = self.frame.subject if self.frame.subject is not None and self.frame.subject.country else self.cast.main
            if figure is not None and figure.country and all(side.country != figure.country for side in right):
                left = [Side(figure.country, figure, Party(0, 0, role="pronoun"), number)]
            elif self.cast.main is not None and self.cast.main.country and all(s.country != self.cast.main.country for s in right):
                left = [Side(self.cast.main.country, self.cast.main, Party(0, 0, role="pronoun"), number)]
        tables = self._tables(draft, left, right)
        status = status_of(here, draft.clause, draft.at)
        if status is None or not tables:
            return []
        out = []
        for sides in tables:
            event = Event(draft.kind, sides, number, draft.cue, draft.at, status, weak=draft.weak, lines=[number])
            if len({s.country for s in sides}) > 2:
                event.kind = Kind.MULTILATERAL
            self._set(event, here, draft.clause, draft.at)
            if event.kind is Kind.CALL and event.place_told and draft.cue == "spoke with":
                event.kind = Kind.BILATERAL
            out.append(event)
        return out

    def _tables(self, draft: Draft, left: list[Side], right: list[Side]) -> list[list[Side]]:
        """Who sat at which table: one list of sides an engagement."""
        codes_left = list(dict.fromkeys(s.country for s in left))
        codes_right = list(dict.fromkeys(s.country for s in right))
        everybody = list(dict.fromkeys((*codes_left, *codes_right)))
        if len(everybody) < 2:
            return []
        if draft.together and len(everybody) > 2:
            return [left + right]
        if not right:
            return [left] if len(codes_left) >= 2 else []
        if len(codes_left) == 1:
            home = codes_left[0]
            out: list[list[Side]] = []
            for side in right:
                if side.country == home:
                    continue
                earlier = next((t for t in out if t[-1].country == side.country and (side.figure is None or t[-1].figure is None)), None)
                if earlier is None:
                    out.append([*left, side])
            return out
        if len(codes_right) == 1 and len(everybody) > 2:
            return [[side, *right] for side in left if side.country != codes_right[0]]
        return [left + right]

    def _set(self, event: Event, here: Scene, clause: Clause, at: int) -> None:
        """Gives an event its date, place, forum and standing."""
        published = self.document.published
        base = here.line.sentence.start
        mention = date_mention(here, clause, at)
        future = event.status is Status.PLANNED
        when = None
        if mention is not None:
            when = resolve(mention, published=published, anchor=self.frame.when, future=future, year_hint=self.year_hint)
        if when is not None:
            event.when, event.date_basis = when, basis(mention)  # type: ignore[arg-type]
            event.date_span = (base + mention.start, base + mention.end)  # type: ignore[union-attr]
        where = place_of(here, clause, at, self.frame, self.dateline)
        if where is not None and event.kind is not Kind.CALL:
            event.city, event.host, event.place_told = where.city, where.country, True
            if where.last:
                event.place_span = here.line.offsets(where.first, where.last)
        self._standing(event, here)

    def _standing(self, event: Event, here: Scene) -> None:
        published = self.document.published
        if published is None or event.when.start is None or event.when.end is None:
            return
        if event.status is Status.PLANNED and event.when.end < published:
            event.status = Status.HELD
        elif event.status is Status.HELD and event.when.start > published:
            event.status = Status.PLANNED
        if event.when.end < published - LONG_PAST:
            event.background = True

    def _pairs(self, here: Scene, number: int) -> list[Event]:
        """ "28 April: Rajnath Singh - Sergei Shoygu": two people and a dash between them, in a list."""
        out: list[Event] = []
        line = here.line
        if line.sentence.kind not in (BlockKind.BULLET, BlockKind.HEADING, BlockKind.TITLE):
            return out
        for left, right in zip(here.parties, here.parties[1:], strict=False):
            between = [a.word for a in line.atoms[left.last : right.first]]
            if between in (["-"], ["\u2013"], ["\u2014"]) and left.name and right.name:
                sides = self._settled([left], number, subject=True, others=[])
                sides += self._settled([right], number, subject=False, others=sides)
                if len({s.country for s in sides}) == 2:
                    event = Event(Kind.BILATERAL, sides, number, "pair", left.last, lines=[number])
                    clause = here.clause_of(left.first) or here.clauses[0]
                    self._set(event, here, clause, left.first)
                    out.append(event)
        return out

    # ---- forums, visits, exercises

    def _name_of(self, mention: ForumMention, here: Scene) -> ForumMention:
        """An organisation named where its ministers meet is that meeting."""
        if mention.kind != "organisation":
            return mention
        words = {w for a in here.line.atoms for w in a.word.split()}
        if words & {"minister", "ministers", "ministers'", "meeting", "conclave", "gathering", "sidelines", "margins", "summit"}:
            ministers = bool(re.search(r"defen[cs]e (?:minister|conclave|chief)|ministers of defen[cs]e|raksha mantri", self.text, re.I))
            forum = meeting_of(mention.name, ministers=ministers and "summit" not in words)
            if forum is not None:
                return ForumMention(mention.start, mention.end, forum.name, forum.kind, mention.atom, mention.last, forum, None, mention.edition)
        return mention

    def _forums(self, here: Scene, number: int, made: list[Event]) -> None:
        mentions = [self._name_of(m, here) for m in self.forum_lines[number]]
        self.forum_lines[number] = mentions
        base = here.line.sentence.start
        for event in made:
            best = self._forum_for(here, event, mentions)
            if best is not None:
                event.forum, event.forum_told = best.name, True
                event.forum_span = (base + best.start, base + best.end)
                event.edition = best.edition
        for gathering in find_gatherings(here, mentions):
            self._gather(here, number, gathering, made)

    def _forum_for(self, here: Scene, event: Event, mentions: list[ForumMention]) -> ForumMention | None:
        """The forum on whose sidelines, or as which, an engagement took place."""
        choices = []
        for mention in mentions:
            if mention.kind == "organisation" or mention.kind == "exercise":
                continue
            back = [a.word for a in here.line.atoms[max(0, mention.atom - 7) : mention.atom]]
            near = any(w in SIDELINES or w in ("during", "at", "for", "ahead", "alongside") for w in back)
            mechanism = mention.kind in ("mechanism", "pattern")
            if near or mechanism:
                choices.append((not any(w in SIDELINES for w in back), abs(mention.atom - event.at), mention))
        return min(choices, key=lambda c: c[:2])[2] if choices else None

    def _gather(self, here: Scene, number: int, gathering: Gathering, made: list[Event]) -> None:
        mention = gathering.mention
        many = mention.kind == "forum" or (mention.kind == "pattern" and re.search(r"Conclave|Conference|Summit|Forum|Symposium", mention.name))
        two = mention.kind == "mechanism" or (mention.kind == "pattern" and not many)
        status = status_of(here, gathering.clause, gathering.at)
        if status is None:
            return
        sides = self._settled(gathering.subject or [], number, subject=True, others=[])
        sides += self._settled(gathering.parties, number, subject=False, others=sides)
        if two or not many:
            return
        event = Event(Kind.MULTILATERAL, sides, number, "gathering", gathering.at, status, lines=[number])
        event.forum, event.forum_told, event.edition = mention.name, True, mention.edition
        base = here.line.sentence.start
        event.forum_span = (base + mention.start, base + mention.end)
        self._set(event, here, gathering.clause, gathering.at)
        event.weak = not gathering.sure and not made
        if self.cast.home and not sides:
            event.more_countries.append(self.cast.home)
        made.append(event)

    def _journeys(self, here: Scene, number: int, made: list[Event]) -> None:
        for journey in find_journeys(here):
            self._journey(here, number, journey, made)

    def _journey(self, here: Scene, number: int, journey: Journey, made: list[Event]) -> None:
        where = journey.where
        sides = self._settled(journey.subject or [], number, subject=True, others=[])
        if not sides and journey.subject is None and self.frame.subject is not None:
            sides = [Side(self.frame.subject.country, self.frame.subject, Party(0, 0), number)]
        sides = [side for side in sides if side.country]
        codes = {side.country for side in sides}
        if len(codes) != 1 or not where.country or where.country in codes:
            return
        if not any(side.figure for side in sides):
            return
        status = status_of(here, journey.clause, journey.at)
        if status is None:
            return
        event = Event(Kind.VISIT, sides, number, "visit", journey.at, status, lines=[number], more_countries=[where.country])
        self._set(event, here, journey.clause, journey.at)
        event.city, event.host, event.place_told = where.city, where.country, True
        event.place_span = here.line.offsets(where.first, where.last)
        made.append(event)

    def _exercises(self, here: Scene, number: int) -> None:
        base = here.line.sentence.start
        for drill in find_drills(here, self.forum_lines[number]):
            mention = drill.mention
            clause = here.clause_of(mention.atom) or (here.clauses[0] if here.clauses else None)
            if clause is None:
                continue
            status = status_of(here, clause, mention.atom) or Status.HELD
            event = Event(Kind.EXERCISE, [], number, "exercise", mention.atom, status, weak=not drill.told, lines=[number])
            event.more_countries = list(drill.countries)
            event.forum, event.forum_told, event.edition = mention.name, True, mention.edition
            event.forum_span = (base + mention.start, base + mention.end)
            self._set(event, here, clause, mention.atom)
            for following in self.scenes[number + 1 : number + 4]:
                if following.line.sentence.block != here.line.sentence.block and following.line.sentence.kind is not BlockKind.BULLET:
                    break
                if any(m.kind == "exercise" for m in self.forum_lines[self.scenes.index(following)]):
                    break
                words = {a.word for a in following.line.atoms}
                if words & {"sent", "participate", "participated", "joined", "contingent", "side", "host", "part", "navies", "armies", "forces", "ships", "warships"} or any(a.sense("cue") is not None and "take part" in a.word for a in following.line.atoms):
                    event.more_countries += [c for c in countries_named(following) if c not in event.more_countries]
                if not event.host and following.line.sentence.kind is BlockKind.BULLET and following.places:
                    where = following.places[0]
                    if where.country:
                        event.city, event.host, event.place_told = where.city, where.country, True
            self.events.append(event)

    def _move_on(self, here: Scene, number: int, made: list[Event], subject: list[Party] | None, new_block: bool) -> None:
        """Carries over what the next sentence may leave out."""
        frame = self.frame
        main = [e for e in made if not e.background and e.kind in (Kind.BILATERAL, Kind.MULTILATERAL)]
        if subject:
            sides = self._settled(subject[:1], number, subject=True, others=[])
            if sides and sides[0].figure is not None:
                frame.subject = sides[0].figure
        for event in made:
            if len(event.sides) > 1:
                frame.sides = event.sides
                frame.other = next((s.figure for s in event.sides if s.figure is not None and s.figure is not frame.subject), None)
        told = [e for e in main if e.date_span is not None]
        if told:
            frame.when, frame.basis, frame.span = told[-1].when, told[-1].date_basis, told[-1].date_span
        elif here.dates and not any(e.background for e in made):
            for mention in here.dates:
                when = resolve(mention, published=self.document.published, anchor=frame.when, year_hint=self.year_hint)
                base = here.line.sentence.start
                if when is not None and when.precision is Precision.DAY and self._recent(when) and mention.bound.value not in ("since", "by"):
                    frame.when, frame.basis = when, basis(mention)
                    frame.span = (base + mention.start, base + mention.end)
                    break
        placed = [e for e in made if e.place_told and e.host and not e.background]
        if placed:
            frame.city, frame.host, frame.place_span = placed[-1].city, placed[-1].host, placed[-1].place_span
        else:
            for where in here.places:
                if where.how in ("at", "to") and where.country and where.city and not (where.country == self.cast.home and frame.host):
                    frame.city, frame.host = where.city, where.country
                    frame.place_span = here.line.offsets(where.first, where.last)
                    break
        for event in made:
            self._inherit(event)

    def _recent(self, when: When) -> bool:
        published = self.document.published
        return published is None or (when.start is not None and abs((published - when.start).days) < 30)

    def _inherit(self, event: Event) -> None:
        """Fills in the date and the place that the sentence leaves out."""
        frame = self.frame
        if event.when.precision is Precision.NONE and not event.background and event.status is Status.HELD:
            if frame.when is not None and frame.when.precision is Precision.DAY and self._recent(frame.when):
                event.when, event.date_basis, event.date_span = frame.when, frame.basis, frame.span
            elif self.document.published is not None:
                event.when, event.date_basis = When.on(self.document.published), DateBasis.HEADER
        if not event.host and event.kind in (Kind.BILATERAL, Kind.MULTILATERAL):
            event.city, event.host, event.place_span = frame.city, frame.host, frame.place_span
            if not event.host and self.dateline is not None:
                event.city, event.host = self.dateline.city, self.dateline.country

    # ---- the end: forums carried over, people, reports

    def _finish(self) -> None:
        gatherings = [e for e in self.events if e.kind is Kind.MULTILATERAL and e.forum]
        events = [m for ms in self.forum_lines for m in ms if m.kind in ("forum", "event")]
        for event in self.events:
            if event.kind is Kind.BILATERAL and not event.forum and not event.background:
                for gathering in gatherings:
                    if self._beside(event, gathering):
                        event.forum, event.edition = gathering.forum, gathering.edition
                        break
        del events
        for event in self.events:
            if event.kind is Kind.CALL:
                event.city = event.host = ""
        self.events = [e for e in self.events if self._worth(e)]

    def _beside(self, event: Event, gathering: Event) -> bool:
        if event.host and gathering.host and event.host != gathering.host:
            return False
        if event.when.start is None or gathering.when.start is None:
            return True
        assert gathering.when.end is not None
        return gathering.when.start - timedelta(days=2) <= event.when.start <= gathering.when.end + timedelta(days=1)

    def _worth(self, event: Event) -> bool:
        if event.status is Status.PLANNED and event.when.precision is Precision.NONE and not event.place_told:
            return False
        return True

    def reports(self) -> list[Report]:
        """The reports of what was read."""
        return [self._report(event) for event in self.events]

    def _report(self, event: Event) -> Report:
        sentence = self.scenes[event.line].line.sentence
        people = tuple(_person(figure, event) for figure in event.figures)
        return Report(
            doc_id=self.document.doc_id,
            kind=event.kind,
            status=event.status,
            track=self._track(event),
            when=event.when,
            date_basis=event.date_basis,
            countries=event.countries,
            host_country=event.host,
            city=event.city,
            forum=event.forum,
            edition=event.edition,
            people=people,
            evidence=sentence.text,
            evidence_start=sentence.start,
            evidence_end=sentence.end,
            background=event.background,
            fields=tuple(self._fields(event)),
        )

    def _fields(self, event: Event) -> list[FieldSource]:
        return []

    def _track(self, event: Event) -> Track:
        tracks = {side.figure.track for side in event.sides if side.figure is not None}
        tracks |= {office.track for side in event.sides for office in side.party.offices}
        for track in (Track.DEFENCE, Track.SECURITY, Track.DIPLOMATIC, Track.LEADERS):
            if track.value in tracks:
                return track
        return Track.DEFENCE


def _person(figure: Figure, event: Event) -> Person:
    country = next((s.country for s in event.sides if s.figure is figure), figure.country)
    return Person(figure.name, country, figure.offices[0].title if figure.offices else "")


def _vocabulary(text: str) -> Vocabulary:
    plain = frozenset(_plain().findall(text))
    capital = frozenset(word.lower() for word in _capital().findall(text))
    return Vocabulary(plain, capital)


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"\b[a-z]{2,}\b")


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z,;] )[A-Z]\w+")


@cache
def _city_colon() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z][a-z]+|[A-Z]{2,})(?: (?:[A-Z][a-z]+|[A-Z]{2,})){0,2}: ")


__all__ = ["Line", "date", "find_dates", "find_places", "read_document", "same"]
