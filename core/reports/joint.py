"""Two who do one thing: sign, discuss, chair, bring about; and who attended a meeting of theirs."""

import re
from collections.abc import Iterator
from functools import cache

from core.lexicon.cues import Cue
from core.lexicon.words import phrase_pattern, word_set
from core.mentions.forums import countries_in_name
from core.mentions.party import Party
from core.model import Kind
from core.reports.conferences import at_a_conference
from core.reports.draft import Draft
from core.reports.standing import Standing, several, words_behind

_FORUMS = frozenset(
    {"forum", "conference", "summit", "ministerial", "event", "gathering", "symposium", "seminar"}
)
_TWO = 2  # people, countries
_PAIR_BEHIND = 10  # atoms behind "co-chaired"


def read_joint(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "signed", "discussed", "co-chaired": two who do one thing."""
    left = clause.before(position)
    if left and left[0].rule.startswith("all "):
        return  # "each of them signed the book": not with one another
    if clause.atom(position).word.endswith("hosted") and _forum_hosted(clause, position):
        return  # "Co-hosted by A and B, this forum brought together": who else came is told behind
    if "hosted" in clause.atom(position).word and _gave_a_forum(clause, position):
        return
    weak = cue.sort == "joint" and cue.name != "co-chaired"
    if weak and left and _phone().search(" ".join(clause.words(0, len(clause.items)))):
        partners = [] if several(left) else clause.after(position, linked={"with"}, reach=14)
        draft = clause.draft(cue, position, left, partners)
        draft.kind = Kind.CALL
        yield draft
        return
    if weak and len(clause.items) > 1 and clause.atom(0).word == "with" and clause.items[1] in clause.starts:
        # "With the minister he took up ..."
        yield clause.draft(cue, position, left, clause.starts[clause.items[1]])
        return
    words = clause.words(position + 1, position + 14)
    if cue.sort == "sign" and clause.atom(position).word.endswith((" by", " of")):  # "was signed by A and B"
        right = clause.after(position)
        if len(right) > 1:
            yield clause.draft(cue, position, right, [])
        return
    if several(left):
        weak = weak and not (_at_a_meeting(clause, position) or _two_offices_there(clause, left))
        states = cue.sort == "sign" and all(party.role == "country" for party in left or ())
        yield clause.draft(cue, position, left, [], weak=weak or states)
    elif weak and (pair := _done_by(clause, position)):
        yield clause.draft(cue, position, pair, [])
    elif "by" in words[: 1 if cue.sort == "joint" else 14] and (cue.sort == "sign" or not weak):
        right = clause.after(position, linked={"by"}, reach=14)
        if len(right) > 1:
            yield clause.draft(cue, position, right, [])
    elif "with" in words or (
        cue.name == "co-chaired" and "alongside" in clause.words(position + 1, len(clause.items))
    ):
        link = "with" if "with" in words else "alongside"
        told = words if link == "with" else clause.words(position + 1, len(clause.items))
        at = position + 1 + told.index(link) if cue.name == "co-chaired" else position + 1
        right = clause.after(at - 1, linked={link}, reach=14)  # "co-chaired the 12th meeting of it with"
        relative = cue.sort == "sign" and clause.clause.opener in ("that", "which")
        if relative and right and right[0].role == "pronoun":
            return  # "an agreement that was signed with him in June"
        person = right and (right[0].name or right[0].role == "counterpart" or right[0].offices)
        if right and right[0].role != "country" and (person or not weak):
            yield clause.draft(cue, position, left, right, weak=weak)
    elif cue.name == "co-chaired" and left and (pair := _pair_of_countries(clause, position)):
        yield clause.draft(cue, position, left, pair)


def _done_by(clause: Standing, position: int) -> list[Party]:
    """The people of "was taken up by A with B", "were discussed on Monday by A and B": two or more by name, together."""
    if not {clause.atom(position - 1).word, clause.atom(position).word.split(" ")[0]} & {
        "was",
        "were",
        "been",
    }:
        return []
    found = clause.after(position, linked={"by"}, reach=_PAIR_BEHIND)
    if not found or not all(party.name for party in found):
        return []
    end = next((p for p in range(len(clause.items)) if clause.items[p] >= found[-1].last), len(clause.items))
    if end < len(clause.items) - 1 and clause.atom(end).word == "with":
        found = found + clause.starts.get(clause.items[end + 1], [])
    return found if len(found) > 1 else []


def _two_offices_there(clause: Standing, left: list[Party] | None) -> bool:
    """Whether two who hold one office discussed something in a town: "The ministers of A and B reviewed ties in C"."""
    both = left and len(left) == 1 and left[0].offices and len(left[0].countries) == 2
    places = range(1, len(clause.items))
    return bool(both) and any(clause.atom(p).sort == "P" and clause.atom(p - 1).word == "in" for p in places)


def _at_a_meeting(clause: Standing, position: int) -> bool:
    """Whether people discussed something "at a meeting in Nicosia", "during their talks": they met."""
    if clause.atom(0).word in ("meeting", "gathering") and clause.items[0] == 0 and position:
        return True  # "Meeting near Warsaw on Monday, A, B and C agreed"
    for here in (*range(1, position), *range(position + 2, len(clause.items))):
        talks = "talk" in clause.atom(here).cues and clause.atom(here).sort == "K"
        first = max(position if here > position else 0, here - 4)
        if talks and not {"at", "during"}.isdisjoint(clause.words(first, here)):
            return here > position or clause.atom(here).word == "meeting"
    return False


def _pair_of_countries(clause: Standing, position: int) -> list[Party]:
    """The countries of "co-chaired the fifth meeting of the India-Kenya committee"; [] if no two stand so."""
    for here in range(position + 1, min(position + _PAIR_BEHIND, len(clause.items) - 2)):
        one, two = clause.starts.get(clause.items[here]), clause.starts.get(clause.items[here + 2])
        hyphen = clause.atom(here + 1).word in ("-", "\u2013")
        if hyphen and one and two and one[0].role == two[0].role == "country":
            return [one[0], two[0]]
        place = clause.items[here]
        forum = clause.line.sort(place) == "F" and clause.line.printed(place, place + 1)
        codes = countries_in_name(forum) if forum else []
        if len(codes) == 2:
            return [Party(place, place + 1, countries=(code,), role="country") for code in codes]
    return []


def _gave_a_forum(clause: Standing, position: int) -> bool:
    """Whether two co-hosted a forum of many: "co-hosted the Army Chiefs Conference" tells of that, and of no talks of theirs."""
    for here in range(position + 1, min(position + 4, len(clause.items))):
        forum = clause.atom(here).sense("forum") if clause.atom(here).sort == "F" else None
        if forum is not None:
            return forum.kind == "forum" and not forum.bilateral
    return False


def _forum_hosted(clause: Standing, position: int) -> bool:
    """Whether "co-hosted by" countries says who gave a forum its place."""
    words = clause.words(position + 1, len(clause.items))
    before = clause.words(max(0, position - 5), position)
    if (
        words[:1] == ["with"]
        and not _FORUMS.isdisjoint(before)
        and {"is", "was", "being", "been"} & {*before}
    ):
        return True  # "The summit is being co-hosted with the United States"
    by = clause.after(position, linked={"by"}, reach=8) if words[:1] == ["by"] else []
    return bool(by) and all(party.role == "country" for party in by) and not _FORUMS.isdisjoint(words)


def read_bring(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "brought Mr A and Ms B together with Mr C"."""
    held = [clause.starts[place] for place in _before_topic(clause, position) if place in clause.starts]
    if clause.clause.opener in ("which", "that") or _drill_before(clause, position):
        return  # an exercise "which brings together the forces of A and B"
    if any(clause.atom(at).sort == "F" and _is_forum(clause, at) for at in range(position)):
        return  # "The dialogue brought together the ministers of A, B and C": they are at that forum
    behind = words_behind(clause, position)
    together = clause.atom(position).word.endswith("together") or "together" in behind.split()
    if not held or not (together or phrase_pattern("to_one_table").search(behind)):
        return
    if len(held) > 1:
        yield clause.draft(cue, position, held[0], held[1])
    elif held[0][0].role == "pronoun" and held[0][0].plural:
        host = clause.before(position)
        yield clause.draft(cue, position, host, held[0], together=host is not None)
    elif len(held[0]) > 1 or len(held[0][0].countries) > 1:
        host = clause.before(position) or []
        joins = bool(host) and all(party.name for party in host) and held[0][0].role != "country"
        table = joins and (held[0][0].role == "guest" or len(held[0]) == _TWO)
        yield clause.draft(cue, position, [*host, *held[0]] if joins else held[0], [], together=table)


def _is_forum(clause: Standing, position: int) -> bool:
    forum = clause.atom(position).sense("forum")
    return forum is not None and forum.kind == "forum" and not forum.bilateral


def _drill_before(clause: Standing, position: int) -> bool:
    """Whether an exercise is the subject: "Exercise X brings together nations, including A and B"."""
    before = [clause.atom(earlier) for earlier in range(min(position, 8))]
    return any(atom.sort == "E" or "exercise" in atom.cues for atom in before)


def _before_topic(clause: Standing, position: int) -> list[int]:
    """The places behind a verb, up to a word that says what was spoken of: "brought them together about Korea"."""
    behind = clause.items[position + 1 :]
    ends = (at for at, place in enumerate(behind) if clause.line.word(place) in ("about", "on", "over"))
    topic = next((at for at in ends if at + 1 < len(behind) and behind[at + 1] in clause.starts), len(behind))
    return behind[:topic]


def read_attended_by(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "The meeting was attended by Ministers A and B and their counterparts, C and D"."""
    if clause.atom(position).word in ("presided over", "chaired"):
        left = several(clause.before(position))
        body = not word_set("of_two_sides").isdisjoint(clause.words(position + 1, position + 9))
        if left and body and all(party.name for party in left):
            yield clause.draft(
                cue, position, left, []
            )  # "A and B presided over a session of the joint council"
        return
    if clause.atom(position).word == "joined" and clause.words(position - 1, position) in (["was"], ["were"]):
        by = clause.words(position + 1, position + 9)
        right = clause.after(position, linked={"by"}) if "by" in by else []
        if right and all(party.name for party in right):  # "was joined in Tallinn on Tuesday by A and B"
            yield clause.draft(cue, position, clause.before(position), right, together=len(right) > 1)
        return
    conference = next(at_a_conference(clause, cue, position), None)
    if conference is not None:
        yield conference
        return
    if not clause.atom(position).word.endswith("attended by") or not clause.cued(0, position, {"talk"}):
        return
    if "side" in clause.words(0, position):
        return  # "For the American side the meeting was attended by"
    place = clause.items[position]
    there = [party for group in clause.clause.groups for party in group if party.first > place]
    if len(there) > 1:  # "The meeting was attended by": of one told before, it adds who sat there too
        known = (
            clause.words(0, 1) in (["the"], ["this"], ["their"])
            and len({p.country for p in there if p.country}) < _TWO
        )
        yield clause.draft(cue, position, there, [], weak=known)


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:on|over|by|via) (?:the )?(?:phone|telephone|video link|video)\b"
        r"|\b(?:during|in) (?:a|the|their) (?:\w+ )?(?:(?:tele)?phone|video) (?:call|conversation|talks?)\b"
    )
