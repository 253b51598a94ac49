"""The second reading of a document: sentence by sentence, what happened."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.mentions.dates import Bound, DateKind, DateMention, basis, resolve
from core.mentions.atoms import Vocabulary, read_line
from core.mentions.forums import ForumMention, meeting_of, tokens_countries
from core.mentions.parties import Party
from core.mentions.places import Where
from core.lexicon import forums
from core.model import BlockKind, DateBasis, Document, Kind, Precision, Sentence, Status, When
from core.reports.cards import read_cards
from core.reports.cast import Cast
from core.reports.clauses import Clause
from core.reports.events import Draft, Reader
from core.reports.exercises import countries_named, find_drills
from core.reports.gatherings import DEFENCE, SIDELINES, Gathering, Journey, cue_sorts, find_gatherings, find_journeys
from core.reports.settle import date_mention, place_of, status_of
from core.reports.sides import settle
from core.reports.story import Event, Frame, Scene, Side
from core.reports.tables import tables

LONG_PAST = timedelta(days=21)
ASIDE = frozenset({"who", "which", "whose", "where", "after", "before", "when", "while", "as", "since", "that", "because", "although"})
BEFORE_OBJECTS = frozenset({"with", "by", "of", "to", "from", "for", "between", "in", "on", "at", "during", "after", "before", "against", "'s"})
PRESENT = re.compile(
    r"\b(?:was|were) (?:also )?(?:among those present|present|in the hall|in attendance|represented)|\b(?:is|are) (?:sending|to join)|\bsent (?:their|its|his)|\btook part\b"
    r"|\b[Aa]round the table\b|\bwas invited as\b|\bheaded the \w+ delegation\b|\bkeynote\b|\bby video link\b|\bhave been invited\b|\bas invitees\b|\bin person\b|\bonline\b|\bparticipa(?:ted|ting|nts)\b|\brepresented\b|\bjoined by\b|\bwill take part\b|\btake part\b",
    re.I,
)


class Telling:
    """The engagements of one document while it is read from top to bottom."""

    def __init__(self, document: Document, cast: Cast, scenes: list[Scene], dateline: Where | None, year: int | None) -> None:
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
        self.called_off = any("cancel" in s.line.cues for s in scenes)
        self.pending: tuple[Event, list[Side], int] | None = None
        self.last_gathering: Event | None = None
        self.last_forum: ForumMention | None = None

    def tell(self) -> None:
        """Reads every line once."""
        for number in range(len(self.scenes)):
            if self.scenes[number].line.sentence.kind is not BlockKind.CAPTION:
                self._line(number)
        self.events = [*read_cards(self), *self.events]

    def _line(self, number: int) -> None:
        here = self.scenes[number]
        if here.line.sentence.block != self.frame.block:
            self.frame.paragraph = None
            if self.cast.main is not None:
                self.frame.subject = self.cast.main
        self.frame.block = here.line.sentence.block
        for place, party in enumerate(here.parties):
            if party.role == "pronoun" and party.plural:
                party.also = self._meant(here.parties[:place])
            elif here.line.atoms[party.first].word in ("he", "she"):
                party.also = self._named_first(here, place)
        here.forums = [self._meeting(m, here) for m in here.forums] or self._named_before(here, number)
        self._of_the_body(here)
        self._set_scene(here, number)
        subject = self._subject(here)
        made: list[Event] = []
        asked = here.line.sentence.text.rstrip().endswith("?") and here.line.sentence.kind is not BlockKind.TITLE
        for clause in [] if asked else here.clauses:
            for draft in Reader(here.line, number, clause, subject).drafts():
                made += self._drafted(here, draft, subject, number, made)
        made += self._pairs(here, number)
        self._about_last(here, number, made)
        made += self._next_session(here, number)
        if not made:
            made += self._listed(here, number)
        gatherings = [] if asked else find_gatherings(here, here.forums)
        for event in made:
            apart = [g.mention for g in gatherings if g.sure and event.at < g.at < g.mention.atom]
            self._give_forum(here, event, apart)
        for gathering in gatherings:
            self._gather(here, number, gathering, made)
        self._present(here, number)
        for journey in find_journeys(here):
            self._journey(here, number, journey, made)
        self.last_forum = next((m for m in reversed(here.forums) if m.kind in ("forum", "mechanism", "pattern")), self.last_forum)
        self._move_on(here, number, made, subject)
        self._exercises(here, number)
        self.events += made

    # ---- parties and tables

    def _subject(self, here: Scene) -> list[Party] | None:
        for clause in here.clauses:
            if clause.opener in ASIDE:
                continue
            for group in clause.groups:
                previous = here.line.atoms[group[0].first - 1].word if group[0].first else ""
                if previous not in BEFORE_OBJECTS:
                    return group
        return None

    def settled(self, parties: list[Party], number: int, *, subject: bool, others: list[Side]) -> list[Side]:
        """The sides that parties stand for; pronouns last, so that "him and the minister" are two people."""
        found: dict[int, list[Side]] = {}
        out: list[Side] = []
        for place, party in sorted(enumerate(parties), key=lambda item: item[1].role == "pronoun"):
            taken = others + out if party.role == "pronoun" else others
            sides = settle(party, self.cast, self.frame, number, subject=subject, others=taken)
            found[place] = [s for s in sides if not any(s.country == o.country and s.figure is o.figure and s.figure for o in out)]
            out += found[place]
        return [side for place in sorted(found) for side in found[place]]

    def _drafted(self, here: Scene, draft: Draft, subject: list[Party] | None, number: int, made: list[Event]) -> list[Event]:
        since = draft.left[0].first if draft.cue == "told" and draft.left else 0
        status = status_of(here, draft.clause, draft.at, since)
        if status is None:
            return []
        if self._would_have(here, draft.clause, draft.at):
            status = Status.CANCELLED
        kept = self.frame.host, self.frame.city
        where = place_of(here, draft.clause, draft.at, self.frame, self.dateline)
        if where is not None and draft.kind is not Kind.CALL and where.country:
            self.frame.host, self.frame.city = where.country, where.city
        left_parties = draft.left
        if draft.subject_open:
            left_parties = draft.clause.antecedent or [p for p in subject or [] if p not in draft.right]
        left = self.settled(left_parties, number, subject=True, others=[])
        right = self.settled(draft.right, number, subject=False, others=left)
        if draft.right and not left and (draft.subject_open or not draft.left):
            left = self._main_side(right, number)
        if len(right) > 2 and any(_GROUP.search(s.line.sentence.text) for s in self.scenes[number : number + 3]):
            draft.together = True
        found = tables(draft, left, right, here.line, [*self.events, *made])
        self.frame.host, self.frame.city = kept
        if not found and left and any(p.plural and not p.countries for p in draft.right):
            self._announce(here, draft, left, status, number)
        out: list[Event] = []
        for sides in found:
            event = Event(draft.kind, sides, number, draft.cue, draft.at, status, weak=draft.weak, lines=[number])
            if len({s.country for s in sides}) > 2:
                event.kind = Kind.MULTILATERAL
                if draft.cue == "trilateral" and len({s.country for s in sides}) == 3:
                    event.forum = "Trilateral meeting"
            self._set(event, here, draft.clause, draft.at)
            event.apart = bool(_APART.search(" ".join(here.line.atoms[p].word for p in draft.clause.atoms)))
            if len(found) > 1:
                self._own_date(event, here, sides[-1].party)
            told_at = (event.date_span and event.place_told) or _AT_TALKS.search(here.line.words.text)
            if draft.cue == "told" and told_at and len(event.figures) > 1:
                event.weak = False
            self._by_wire(event, here, draft.clause)
            out.append(event)
        return out

    def _would_have(self, here: Scene, clause: Clause, at: int) -> bool:
        """ "was to hold talks": in a document that says what was called off, this was."""
        told = " ".join(here.line.atoms[p].word for p in clause.atoms if p <= at)
        return self.called_off and bool(_WOULD_HAVE.search(told))

    def _by_wire(self, event: Event, here: Scene, clause: Clause) -> None:
        """Talks by video are a call; "spoke with" at a named place was in person."""
        told = " ".join(here.line.atoms[p].word for p in clause.atoms)
        if event.kind is Kind.BILATERAL and _BY_WIRE.search(told):
            event.kind = Kind.CALL
        elif event.kind is Kind.CALL and event.place_told and event.cue == "spoke with" and not _BY_WIRE.search(told):
            event.kind = Kind.BILATERAL

    def _main_side(self, right: list[Side], number: int) -> list[Side]:
        taken = {side.country for side in right}
        for figure in (self.frame.subject, self.cast.main):
            if figure is not None and figure.country and figure.country not in taken:
                return [Side(figure.country, figure, Party(0, 0, role="pronoun"), number)]
        return []

    def _named_first(self, here: Scene, place: int) -> list[Party]:
        """Whom "she" means in "the minister said after she held talks": the subject of the sentence so far."""
        clause = here.clause_of(here.parties[place].first)
        if clause is None or clause.opener not in ASIDE:
            return []
        for party in here.parties[:place]:
            previous = here.line.atoms[party.first - 1].word if party.first else ""
            if party.name and previous not in BEFORE_OBJECTS and party.first not in clause.atoms:
                return [party]
        return []

    def _meant(self, before: list[Party]) -> list[Party]:
        """Whom "they" means in a sentence that has named several people, or "the Indian pair"."""
        pair = [p for p in before if p.plural and p.countries and not p.name]
        if pair:
            return pair[-1:]
        named = [p for p in before if p.name and (f := self.cast.find(p.name)) is not None and f.country]
        codes = {f.country for p in named if (f := self.cast.find(p.name)) is not None}
        return named if len(codes) > 1 else []

    def _about_last(self, here: Scene, number: int, made: list[Event]) -> None:
        """ "It was held on 12 July 2024.": the day and place of what was told just before."""
        last = next((e for e in reversed(self.events) if not e.weak), None)
        if made or last is None or number - last.line > 3 or here.line.sentence.block - self.scenes[last.line].line.sentence.block > 1 or not _IT_WAS.match(here.line.sentence.text):
            return
        if not here.parties and here.forums and any(a.word in SIDELINES for a in here.line.atoms):
            for event in self.events:  # "The bilateral meetings took place on the sidelines of ADMM-Plus."
                if event.kind is Kind.BILATERAL and not event.forum and not event.background and event.status is last.status:
                    self._give_forum(here, event)
        if last.date_span is None and here.dates:
            self._date(last, here, here.dates[0])
        if not last.place_told and here.places and here.places[0].country and last.kind is not Kind.CALL:
            where = here.places[0]
            last.city, last.host, last.place_told = where.city, where.country, True
            last.place_span = here.line.offsets(where.first, where.last)

    def _next_session(self, here: Scene, number: int) -> list[Event]:
        """ "mechanisms like the Defence Policy Dialogue, with the next session scheduled for December 2024"."""
        mention = next((m for m in here.forums if m.kind in ("mechanism", "pattern")), None)
        if mention is None or not here.dates:
            return []
        match = _NEXT.search(here.line.words.text)
        date = next((m for m in here.dates if match and m.start >= match.start()), None)
        sides = [s for s in self.frame.sides if s.country]
        if date is None or len({s.country for s in sides}) != 2:
            return []
        event = Event(Kind.BILATERAL, [Side(s.country, None, s.party, number) for s in sides], number, "session", mention.atom, Status.PLANNED, lines=[number])
        event.forum, event.forum_told, event.apart = mention.name, True, True
        base = here.line.sentence.start
        event.forum_span = (base + mention.start, base + mention.end)
        self._date(event, here, date)
        event.background = False
        return [event] if event.status is Status.PLANNED else []

    # ---- lists that go on

    def _announce(self, here: Scene, draft: Draft, left: list[Side], status: Status, number: int) -> None:
        """ "met six ministers": the lines that follow may name them."""
        announced = Event(draft.kind, left, number, draft.cue, draft.at, status, lines=[number])
        self._set(announced, here, draft.clause, draft.at)
        self._give_forum(here, announced)
        self._inherit(announced)
        self.pending = (announced, left, here.line.sentence.block)

    def _listed(self, here: Scene, number: int) -> list[Event]:
        """One more of those announced before: "They are: (i) Mr X, Defence Minister of Y"."""
        if self.pending is None:
            return []
        announced, left, block = self.pending
        sentence = here.line.sentence
        introduces = sentence.text.rstrip().endswith(":")
        if sentence.block not in (block, block + 1) and sentence.kind is not BlockKind.BULLET and not introduces:
            self.pending = None
            return []
        if introduces or sentence.text.rstrip().endswith("?"):
            return []
        taken = {side.country for side in left}
        for party in here.parties[:3]:
            if not party.name and party.role != "delegation":
                continue
            sides = [s for s in self.settled([party], number, subject=False, others=left) if s.country not in taken]
            if sides and sides[0].figure is not self.cast.main:
                return [replace(announced, sides=[*left, *sides], line=number, at=party.first, lines=[announced.line, number])]
        return []

    def _pairs(self, here: Scene, number: int) -> list[Event]:
        """ "28 April: Rajnath Singh - Sergei Shoygu": two people and a dash between them, in a list."""
        out: list[Event] = []
        line = here.line
        if line.sentence.kind not in (BlockKind.BULLET, BlockKind.HEADING, BlockKind.TITLE):
            return out
        for left, right in zip(here.parties, here.parties[1:], strict=False):
            between = [a.word for a in line.atoms[left.last : right.first]]
            if between in (["-"], ["\u2013"], ["\u2014"]) and left.name and right.name:
                sides = self.settled([left], number, subject=True, others=[])
                sides += self.settled([right], number, subject=False, others=sides)
                if len({s.country for s in sides}) == 2:
                    event = Event(Kind.BILATERAL, sides, number, "pair", left.last, lines=[number])
                    self._set(event, here, here.clause_of(left.first) or here.clauses[0], left.first)
                    out.append(event)
        return out

    # ---- date and place

    def resolve(self, mention: DateMention, *, future: bool = False) -> When | None:
        """The time that a mention means at this point of the story."""
        anchor = self.frame.anchor or self.frame.when
        return resolve(mention, published=self.published, anchor=anchor, future=future, year_hint=self.year)

    def _set(self, event: Event, here: Scene, clause: Clause, at: int) -> None:
        """Gives an event the date and place that its sentence tells."""
        mention = date_mention(here, clause, at)
        if mention is None and here.dates and (event.status is Status.CANCELLED or event.kind is Kind.VISIT):
            mention = next((m for m in here.dates if event.status is Status.CANCELLED or m.bound is Bound.SINCE), None)
        if mention is not None:
            self._date(event, here, mention)
        where = place_of(here, clause, at, self.frame, self.dateline)
        if where is not None and event.kind is not Kind.CALL:
            event.city, event.host, event.place_told = where.city, where.country, True
            if where.last and where.last <= len(here.line.atoms):
                event.place_span = here.line.offsets(where.first, where.last)

    def _date(self, event: Event, here: Scene, mention: DateMention) -> None:
        event.timed = True
        when = self.resolve(mention, future=event.status is not Status.HELD)
        if when is None:
            return
        base = here.line.sentence.start
        event.when, event.date_basis = when, basis(mention)
        event.date_span = (base + mention.start, base + mention.end)
        if self.published is None or when.start is None or when.end is None:
            return
        if event.status is Status.PLANNED and when.end < self.published:
            event.status = Status.HELD
        elif event.status is Status.HELD and when.start > self.published:
            event.status = Status.PLANNED
        event.background = when.end < self.published - LONG_PAST

    def _own_date(self, event: Event, here: Scene, party: Party) -> None:
        """ "with Austin on June 5 and with Pistorius the following day": each partner has the date behind him."""
        days = [m for m in here.dates if m.bound is Bound.AT]
        if len(days) < 2:
            return
        atoms = here.line.atoms
        after = here.line.words.ends[atoms[party.last - 1].last - 1]
        later = [p for p in here.parties if p.first > party.first]
        until = here.line.words.starts[atoms[later[0].first].first] if later else len(here.line.words.text)
        own = [m for m in days if after <= m.start < until]
        if own:
            position = days.index(own[0])
            if position:
                first = self.resolve(days[position - 1], future=event.status is Status.PLANNED)
                self.frame.anchor = first or self.frame.anchor
            self._date(event, here, own[0])

    # ---- forums, visits, exercises

    def _meeting(self, mention: ForumMention, here: Scene) -> ForumMention:
        """An organisation named where its ministers meet is that meeting."""
        if mention.kind != "organisation":
            return mention
        words = {w for a in here.line.atoms for w in a.word.split()}
        if _LEADERS.search(here.line.words.text):
            return mention
        if words & {"minister", "ministers", "meeting", "conclave", "gathering", "sidelines", "margins", "gathered"}:
            ministers = bool(_DEFENCE.search(self.text))
            forum = meeting_of(mention.name, ministers=ministers and "summit" not in words)
            if forum is not None:
                return replace(mention, name=forum.name, kind=forum.kind, forum=forum)
        return mention

    def _of_the_body(self, here: Scene) -> None:
        """ "the gathering of the organisation's defence ministers" is that of the body named before."""
        known = next((m for m in [*here.forums, self.last_forum] if m is not None and m.kind == "forum"), None)
        match = _OF_THE_BODY.search(here.line.words.text) if known is not None else None
        if match is not None and known is not None and not any(m.start <= match.start() < m.end for m in here.forums):
            first, last = here.atom_at(match.start()), here.atom_at(match.end() - 1) + 1
            here.forums.append(replace(known, start=match.start(), end=match.end(), atom=first, last=last))

    def _named_before(self, here: Scene, number: int) -> list[ForumMention]:
        """ "The forum itself meets on Thursday": the one that was named before."""
        known = self.last_forum if self.last_forum is not None and self.last_forum.kind == "forum" else None
        known = known or next((m for s in reversed(self.scenes[max(0, number - 4) : number]) for m in s.forums if m.kind == "forum"), None)
        match = _WEAK_FORUM.search(here.line.words.text) if known is not None else None
        if known is None or match is None:
            return []
        first = here.atom_at(match.start())
        last = here.atom_at(match.end() - 1) + 1
        following = here.line.atoms[last].word if last < len(here.line.atoms) else ""
        if not any("gather" in {c.sort for lbl, c in a.senses if lbl == "cue"} for a in here.line.atoms[last : last + 2]) and following not in ("itself",):
            return []
        return [replace(known, start=match.start(), end=match.end(), atom=first, last=last)]

    def _give_forum(self, here: Scene, event: Event, apart: Sequence[ForumMention] = ()) -> None:
        base = here.line.sentence.start
        best = None if event.weak else self._forum_for(here, event, apart)
        if best is not None:
            event.forum, event.forum_told, event.edition = best.name, True, best.edition
            event.forum_span = (base + best.start, base + best.end)
        elif any(a.word in SIDELINES for a in here.line.atoms) and self.last_gathering is not None:
            last = self.last_gathering
            event.forum, event.forum_told, event.edition = last.forum, True, last.edition
            event.forum_span = last.forum_span
            if event.date_span is None and last.date_span is not None:
                event.when, event.date_basis, event.date_span = last.when, last.date_basis, last.date_span
        elif event.cue == "co-chaired" and self.last_forum is not None and self.last_forum.kind in ("mechanism", "pattern"):
            event.forum, event.forum_told, event.edition = self.last_forum.name, False, self.last_forum.edition

    def _forum_for(self, here: Scene, event: Event, apart: Sequence[ForumMention]) -> ForumMention | None:
        """The forum on whose sidelines, or as which, an engagement took place."""
        choices = []
        for mention in here.forums:
            if mention.kind in ("organisation", "exercise") or mention in apart:
                continue
            between = here.line.atoms[event.at + 1 : mention.atom]
            if any(cue_sorts(a) & {"meet", "talk", "call"} for a in between):
                continue  # "the first meeting since that of the leaders on the sidelines of BRICS"
            if any(a.word in ("speech", "address", "talk") or a.word == "to" and a is not between[-1] for a in between if event.at < mention.atom) and mention.kind == "forum":
                continue
            back = [a.word for a in here.line.atoms[max(0, mention.atom - 7) : mention.atom]]
            beside = any(w in SIDELINES for w in back)
            near = beside or any(w in ("during", "at", "for", "alongside") or w.startswith("ahead") for w in back)
            if near or mention.kind in ("mechanism", "pattern"):
                choices.append((not beside, abs(mention.atom - event.at), mention))
        return min(choices, key=lambda c: c[:2])[2] if choices else None

    def _gather(self, here: Scene, number: int, gathering: Gathering, made: list[Event]) -> None:
        mention = gathering.mention
        self.last_forum = mention
        if gathering.sure and (mention.kind == "mechanism" or (mention.kind == "pattern" and not _CONCLAVE.search(mention.name))):
            self._session(here, number, gathering, made)
            return
        if not (mention.kind == "forum" or (mention.kind == "pattern" and _CONCLAVE.search(mention.name))):
            return
        status = status_of(here, gathering.clause, gathering.at)
        if status is None:
            return
        sides = self.settled(gathering.subject or [], number, subject=True, others=[])
        sides += self.settled(gathering.parties, number, subject=False, others=sides)
        event = Event(Kind.MULTILATERAL, sides, number, "gathering", gathering.at, status, lines=[number])
        event.forum, event.forum_told, event.edition = mention.name, True, mention.edition
        base = here.line.sentence.start
        event.forum_span = (base + mention.start, base + mention.end)
        self._set(event, here, gathering.clause, gathering.at)
        if event.date_span is None and number + 1 < len(self.scenes):
            self._date_behind(event, self.scenes[number + 1])
        event.weak = not gathering.sure
        year = _EDITION_YEAR.match(here.line.words.text, mention.end)
        if year and event.date_span is None and int(year[1]) != self.year:
            event.when, event.date_basis, event.background = When.in_year(int(year[1])), DateBasis.EXPLICIT, True
            event.date_span = (base + year.start(1), base + year.end(1))
            if not gathering.subject:
                return
        told = here.line.atoms[gathering.at].word if gathering.at < len(here.line.atoms) else ""
        if event.date_span is not None and told.split(" ")[0] in ("meets", "opens", "begins", "runs", "takes", "gathers", "starts", "convenes", "closes"):
            mention_of = date_mention(here, gathering.clause, gathering.at)
            event.status = Status.PLANNED
            if mention_of is not None:
                self._date(event, here, mention_of)
        if not DEFENCE.search(f"{mention.name} {mention.forum.title if mention.forum else ''}") and not sides:
            return  # a leaders' or business summit is told of only where somebody is said to attend it
        if mention.kind == "pattern" and len({s.country for s in sides}) < 2 and not made and not self.events:
            return
        defence = self.cast.main is not None and self.cast.main.defence
        alone = {s.country for s in sides} <= {event.host}
        if self.cast.home and (not sides or (defence and (gathering.subject is None or alone))):
            event.more_countries.append(self.cast.home)
        if here.line.atoms[max(mention.atom - 2, 0)].word == "during" or here.line.atoms[max(mention.atom - 3, 0)].word == "during":
            event.more_countries += [c for e in made for c in e.countries if c not in event.more_countries]
        self.last_gathering = event
        made.append(event)

    def _session(self, here: Scene, number: int, gathering: Gathering, made: list[Event]) -> None:
        """A dialogue of two countries that was held: "the second India-Australia 2+2 dialogue took place"."""
        mention = gathering.mention
        status = status_of(here, gathering.clause, gathering.at)
        if status is None or any(e.forum == mention.name and e.kind is Kind.BILATERAL for e in made):
            return
        sides = self.settled(gathering.subject or [], number, subject=True, others=[])
        if not sides:
            group = next((g for g in gathering.clause.groups if g[0].first > mention.last and here.line.atoms[g[0].first - 1].word in ("between", "with")), [])
            sides = self.settled(group, number, subject=False, others=[])
        codes = self._parties_of(here, mention) or list(dict.fromkeys(s.country for s in sides))
        if len(codes) == 1 and self.cast.home and self.cast.home not in codes:
            codes.append(self.cast.home)
        if len(codes) != 2:
            return
        have = [s for s in sides if s.country in codes]
        event = Event(Kind.BILATERAL, have, number, "session", gathering.at, status, lines=[number])
        event.more_countries = codes
        event.forum, event.forum_told, event.edition = mention.name, True, mention.edition
        base = here.line.sentence.start
        event.forum_span = (base + mention.start, base + mention.end)
        self._set(event, here, gathering.clause, gathering.at)
        if event.date_span is None and number + 1 < len(self.scenes):
            self._date_behind(event, self.scenes[number + 1])
        self._by_wire(event, here, gathering.clause)
        made.append(event)

    def _parties_of(self, here: Scene, mention: ForumMention) -> list[str]:
        """The two countries in a mechanism's name: "India-Australia 2+2", "Japan-U.S. Security Consultative Committee"."""
        atoms = here.line.atoms
        codes = [a.value for a in atoms[max(0, mention.atom - 4) : mention.atom] if a.sort in "CA"]
        if len(codes) < 2:
            inside = read_line(Sentence(here.line.words.text[mention.start : mention.end], 0, 0), Vocabulary(frozenset(), frozenset()))
            words = tokens_countries(inside.words)
            codes = words if len(words) == 2 else codes
        if len(codes) < 2 and mention.forum is not None and mention.forum.bilateral:
            day = self.published or date(2020, 1, 1)
            codes = list(forums.members_on(mention.forum.name, day))
        if len(codes) < 2:
            behind = [a.value for a in atoms[mention.last : mention.last + 8] if a.sort in "CA"]
            near = here.line.words.text[mention.end : mention.end + 12]
            codes = behind[:2] if near.startswith((" between", " with", " of")) else codes
        return list(dict.fromkeys(codes))[:2] if len(set(codes)) >= 2 else list(dict.fromkeys(codes))

    def _date_behind(self, event: Event, following: Scene) -> None:
        """ "It opened yesterday and will close on Wednesday.": the dates of what was just named."""
        if following.line.atoms and following.line.atoms[0].word in ("it", "the") and following.dates:
            found = [self.resolve(m, future=index > 0) for index, m in enumerate(following.dates[:2])]
            days = [w for w in found if w is not None and w.precision is Precision.DAY and w.start is not None]
            if following.line.atoms[0].word == "it" and days:
                event.when = When.on(days[0].start, days[-1].end)  # type: ignore[arg-type]
                event.date_basis = basis(following.dates[0])
                base = following.line.sentence.start
                event.date_span = (base + following.dates[0].start, base + following.dates[0].end)

    def _present(self, here: Scene, number: int) -> None:
        """Who else took part in the gathering told last: "was in the hall too", "is to join by video link"."""
        event = self.last_gathering
        if event is None or number - max(event.lines) > 20 or not PRESENT.search(here.line.sentence.text):
            return
        for party in here.parties:
            if party.role in ("pronoun", "counterpart") or not (party.countries or party.name):
                continue
            for side in self.settled([party], number, subject=False, others=[]):
                if all(side.country != s.country or (side.figure is not None and side.figure is not s.figure) for s in event.sides):
                    event.sides.append(side)
        event.lines.append(number)

    def _journey(self, here: Scene, number: int, journey: Journey, made: list[Event]) -> None:
        where = journey.where
        if journey.subject is None:
            return
        sides = [s for s in self.settled(journey.subject, number, subject=True, others=[]) if s.country]
        if self.frame.ship and here.line.atoms[journey.subject[0].first].word == "she":
            if not here.dates:
                return
            sides = [Side(self.frame.ship, None, replace(journey.subject[0], role="ship"), number)]
        codes = {side.country for side in sides}
        if len(codes) != 1 or not where.country or where.country in codes:
            return
        if not any(side.figure or side.party.role in ("ship", "delegation") for side in sides):
            return
        status = status_of(here, journey.clause, journey.at)
        if status is None:
            return
        if self._would_have(here, journey.clause, journey.at):
            status = Status.CANCELLED
        event = Event(Kind.VISIT, sides, number, "visit", journey.at, status, lines=[number], more_countries=[where.country])
        self._set(event, here, journey.clause, journey.at)
        event.city, event.host, event.place_told = where.city, where.country, True
        event.place_span = here.line.offsets(where.first, where.last)
        self._give_forum(here, event)
        if not event.background:
            self.frame.trip = event
        made.append(event)

    def _exercises(self, here: Scene, number: int) -> None:
        base = here.line.sentence.start
        for drill in find_drills(here, here.forums):
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
            self._around_exercise(event, number)
            if len(set(event.more_countries)) < 2 and _THE_TWO.search(here.line.sentence.text):
                event.more_countries += [s.country for s in self.frame.sides if s.country not in event.more_countries]
            if not event.host and not event.weak and self.dateline is not None and self.dateline.country in event.countries:
                event.host = self.dateline.country
            if event.date_span is None and not event.weak:
                self._inherit(event)
            self.events.append(event)

    def _around_exercise(self, event: Event, number: int) -> None:
        """What the lines beside the exercise's name add: who takes part, where, from when to when."""
        here = self.scenes[number]
        if number and event.date_span is None and any("exercise" in a.word for a in self.scenes[number - 1].line.atoms):
            before = self.scenes[number - 1]
            if before.dates:
                self._date(event, before, before.dates[0])
                event.more_countries += [c for c in countries_named(before) if c not in event.more_countries]
                event.weak = False
        for following in self.scenes[number + 1 : number + 4]:
            kind = following.line.sentence.kind
            near = following.line.sentence.block - here.line.sentence.block == 1 and "ceremony" in following.line.sentence.text
            if following.line.sentence.block != here.line.sentence.block and kind is not BlockKind.BULLET and not near:
                break
            if any(m.kind == "exercise" for m in following.forums):
                break
            if _TAKES_PART.search(following.line.sentence.text):
                event.more_countries += [c for c in countries_named(following) if c not in event.more_countries]
                for mention in following.dates:
                    when = self.resolve(mention)
                    if when is not None and when.precision is Precision.DAY and when.start != when.end:
                        self._date(event, following, mention)
            if not event.host and following.places and following.places[0].country and (following.places[0].how == "at" or kind is BlockKind.BULLET):
                where = following.places[0]
                event.city, event.host, event.place_told = where.city, where.country, True
                event.place_span = following.line.offsets(where.first, where.last)

    # ---- what the next sentence may leave out

    def _set_scene(self, here: Scene, number: int) -> None:
        """A date or a place at the head of a paragraph holds for what follows: "Sept 22. Rabat.", "In Paris on Wednesday"."""
        line = here.line
        words = len(line.words)
        base = line.sentence.start
        first = here.dates[0] if here.dates else None
        lead = number < 3 or (first is not None and first.start < 4) or words <= 8
        if first is not None and lead and first.bound is Bound.AT and number >= 0:
            when = self.resolve(first)
            head = words <= 8 or self._heads(here, first)
            if when is not None and when.precision is Precision.DAY and (head or self._recent(when)) and first.phrase.kind is not DateKind.DAYS_ON:
                if head:
                    self.frame.paragraph = when, basis(first), (base + first.start, base + first.end)
                if words <= 8 or first.start < 4 or (number < 3 and not self._future(here)):
                    self.frame.when, self.frame.basis = when, basis(first)
                    self.frame.span = (base + first.start, base + first.end)
                    self.frame.anchor = when
        for where in here.places:
            if not where.country:
                continue
            if where.word == "country" and self.frame.host and words > 8:
                continue
            short = words <= 8 and where.word == "city" and where.how in ("at", "name")
            if short or (where.how == "at" and (number < 3 or where.first <= 2 or words <= 14)):
                self.frame.city, self.frame.host = where.city, where.country
                self.frame.place_span = line.offsets(where.first, where.last)
                self.frame.there = where
                break

    def _heads(self, here: Scene, first: DateMention) -> bool:
        """ "27.11.2023 - Before the trilateral, ...": a date that heads its paragraph."""
        return first.start < 4 and here.line.words.text[first.end : first.end + 3].strip()[:1] in ("-", "\u2013", "\u2014", ":", ".")

    def _future(self, here: Scene) -> bool:
        return any(a.word in ("will", "will be") or a.word.startswith("is to") for a in here.line.atoms)

    def _move_on(self, here: Scene, number: int, made: list[Event], subject: list[Party] | None) -> None:
        frame = self.frame
        if subject:
            sides = self.settled(subject[:1], number, subject=True, others=[])
            if sides and sides[0].figure is not None:
                frame.subject = sides[0].figure
        frame.ship = next((p.country for p in here.parties if p.role == "ship"), frame.ship)
        for party in here.parties:
            figure = self.cast.find(party.name) if party.name else None
            if figure is not None and figure.country:
                frame.recent = [f for f in frame.recent if f is not figure][-5:] + [figure]
        for event in made:
            if len(event.sides) > 1 and len(event.countries) > 1:
                frame.sides = event.sides
                frame.other = next((s.figure for s in event.sides if s.figure is not None and s.figure is not frame.subject), None)
        self._anchor(here)
        told = [e for e in made if e.date_span is not None and e.when.precision is Precision.DAY and not e.background]
        told = [e for e in told if e.status is Status.HELD] or ([] if frame.anchor else told)
        if told:
            main = [e for e in told if e.kind is not Kind.VISIT] or told
            frame.anchor = told[-1].when
            if main[-1].kind is not Kind.VISIT and main[-1].status is Status.HELD and not self._looks_back(main[-1].when):
                frame.when, frame.basis, frame.span = main[-1].when, main[-1].date_basis, main[-1].date_span
        placed = [e for e in made if not e.weak and e.place_told and e.host and not e.background and e.kind is not Kind.EXERCISE and (e.status is Status.HELD or not frame.host)]
        if placed:
            frame.city, frame.host, frame.place_span = placed[-1].city, placed[-1].host, placed[-1].place_span
        for where in here.places:
            if where.country and where.word != "country":
                frame.there = where
        for event in made:
            self._inherit(event)
        held = [e for e in made if e.status is Status.HELD and not e.weak and not e.background and e.kind is Kind.BILATERAL]
        if frame.when is None and held and held[0].when.precision is Precision.DAY:
            frame.when, frame.basis = held[0].when, held[0].date_basis

    def _looks_back(self, when: When) -> bool:
        """Whether a day lies days before the one that the story is about: "on November 10 they had hosted"."""
        main = self.frame.when
        return main is not None and main.start is not None and when.start is not None and self.published is not None and when.start < main.start - timedelta(days=3)

    def _anchor(self, here: Scene) -> None:
        """A past day told in the main clause: what "the next day" counts from, and what holds in the paragraph."""
        if not here.dates:
            return
        arrives = "travel" in here.line.cues
        if self._future(here) or (self.frame.when is not None and self.published is not None and not arrives):
            return
        for mention in here.dates:
            clause = here.clause_of(here.atom_at(mention.start))
            if mention.bound is not Bound.AT or (clause is not None and clause.opener in ASIDE):
                continue
            when = self.resolve(mention)
            if when is not None and when.precision is Precision.DAY and self._recent(when) and not (self.published and when.start and when.start > self.published):
                base = here.line.sentence.start
                self.frame.anchor = when
                self.frame.paragraph = when, basis(mention), (base + mention.start, base + mention.end)
                return

    def _going_on(self, trip: Event) -> bool:
        """Whether a trip was under way when the document was written."""
        return self.published is not None and trip.when.end is not None and trip.when.end >= self.published - timedelta(days=1)

    def _recent(self, when: When) -> bool:
        return self.published is None or (when.start is not None and abs((self.published - when.start).days) < 30)

    def _inherit(self, event: Event) -> None:
        """Fills in the date and the place that the sentence leaves out."""
        frame = self.frame
        if event.when.precision is Precision.NONE and not event.background and event.status is Status.HELD:
            if frame.paragraph is not None and event.kind is not Kind.MULTILATERAL:
                event.when, event.date_basis, _ = frame.paragraph
            elif frame.when is not None and frame.when.precision is Precision.DAY and self._recent(frame.when):
                event.when, event.date_basis = frame.when, frame.basis
            elif self.published is not None:
                event.when, event.date_basis = When.on(self.published), DateBasis.HEADER
        trip = frame.trip
        if event.status is Status.PLANNED and trip is not None and not event.host and trip.status is Status.HELD and self._going_on(trip):
            event.city, event.host, event.place_told = trip.city, trip.host, True
        if event.status is Status.PLANNED and event.when.precision is Precision.NONE and frame.trip is not None and frame.trip.status is Status.PLANNED:
            event.when, event.date_basis = frame.trip.when, frame.trip.date_basis
            if not event.host:
                event.city, event.host, event.place_told = frame.trip.city, frame.trip.host, True
        later = event.apart and event.status is Status.PLANNED  # "the next session scheduled for": nobody says where
        if not event.host and event.kind in (Kind.BILATERAL, Kind.MULTILATERAL) and not event.background and not later:
            event.city, event.host, event.place_span = frame.city, frame.host, frame.place_span
            if not event.host and self.dateline is not None:
                event.city, event.host = self.dateline.city, self.dateline.country


_DEFENCE = re.compile(r"defen[cs]e (?:ministers?|conclave|chief)|ministers? of (?:national )?defen[cs]e|raksha mantri", re.I)
_EDITION_YEAR = re.compile(r"(?: of| in)? ((?:19|20)\d\d)\b")
_BY_WIRE = re.compile(r"\b(?:through|via|by|over|on) (?:a |the )?(?:secure )?(?:video|videoconference|telephone|phone|teleconference)\b|\bvirtual(?:ly)?\b|\bonline\b")
_NEXT = re.compile(r"\bnext (?:session|edition|round|meeting|dialogue)\b")
_GROUP = re.compile(r"\b(?:[Tt]his|[Tt]he) (?:group|format) of (?:three|four|five|six|seven)\b|\b(?:Weimar|E3|E5|Quint)\b")
_APART = re.compile(r"\balso met\b|\bon their own\b|\bseparate(?:ly)?\b|\btete - a - tete\b")
_OF_THE_BODY = re.compile(r"(?:gathering|meeting|conclave) of (?:the )?(?:organi[sz]ation|bloc|group|grouping|alliance|body)'s (?:defen[cs]e )?ministers")
_AT_TALKS = re.compile(r"\b(?:during|at|in) (?:their|his|her|the|a) (?:bilateral )?(?:meeting|talks)\b")
_LEADERS = re.compile(r"Heads of (?:State|Government)|[Ff]oreign [Mm]inisters|leaders' summit")
_WOULD_HAVE = re.compile(r"\b(?:had been (?:due|expected|scheduled|planned)|was due|was to|were to|would have|would be|was scheduled to|was expected to)\b")
_THE_TWO = re.compile(r"\b(?:the|The) two (?:countries|armies|navies|sides|militaries|air forces|nations|neighbours|forces)\b")
_IT_WAS = re.compile(
    r"The (?:two|three|four|five|six|day|one)-(?:day|long) (?:visit|trip|tour) that was to\b|(?:It|This(?: meeting| event)?,?|Th(?:e|ese|eir) (?:bilateral )?(?:meetings?|talks|call|conversation|two-day|event|session|dialogue)),?(?: which)? (?:was held|were held|took place|was conducted|will be held|will take place|opened|began)\b"
)
_WEAK_FORUM = re.compile(r"\b[Tt](?:he|hat|his) (?i:forum|conclave|gathering|summit|conference|dialogue|meeting|event)(?: itself| proper)?\b(?! (?:between|with))")
_CONCLAVE = re.compile(r"Conclave|Conference|Summit|Forum|Symposium")
_TAKES_PART = re.compile(
    r"\b(?:sent|send|sends|participat\w+|joined|contingents?|side|host|take part|took part|taking part|navies|armies|forces|ships|warships|personnel|runs|members)\b", re.I
)
