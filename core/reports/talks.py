"""Nouns that tell of talks: "held talks with", "the meeting between", "a call from"."""

from collections.abc import Iterator
from itertools import pairwise

from core.lexicon.cues import Cue, cues
from core.lexicon.words import word_set
from core.mentions.party import Party
from core.model import Kind
from core.reports.draft import Draft
from core.reports.standing import Standing, cue_sorts, several
from core.reports.their_talks import at_their_talks

_ADJECTIVES = frozenset({"bilateral", "trilateral", "quadrilateral", "one - on - one", "one - to - one"})
_HELD = frozenset(
    {
        "was held",
        "were held",
        "took place",
        "will be held",
        "will take place",
        "is to take place",
        "has been held",
        "have been held",
        "got under way",
        "is under way",
        "are under way",
    }
)
_SETTING = frozenset({"in", "at", "on", "here", "yesterday", "today", "for", "under"})
_LASTED = frozenset({"lasted", "ran", "stretched"})
_OPENED = frozenset({"opened", "convened", "concluded", "began", "started"})
_WHEN = frozenset({"on", "in", "at", "here", "today", "yesterday", "."})
_THEN_MEETING = frozenset({"after", "before", "while", "when", "and", ",", "by", "upon", "besides"})
_IS = frozenset({"is", "are", "was", "were", "will be", "be"})
_PLEASURES = frozenset(
    {"pleasure", "honour", "honor", "privilege", "opportunity", "chance", "delight", "joy"}
)
_SAID = 9  # atoms: "said during the 2+2 defence and foreign ministerial meeting"
_GOT = 7  # atoms: "the deputy minister received last week from"
_TWO = 2  # countries
_AT_IT = 4  # atoms: "at today's bilateral"
_OPENING = 12  # atoms: "talks at a hotel in Doha on Saturday,"
_COUNTS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several"})
_BETWEEN = frozenset({"between", "among"})
_ON = frozenset({"on", "was on", "were on"})
_TO_THE_CALLED = 6  # words between a call and whom it was on


def read_talks(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """The talks that a noun tells of: between whom its preposition says, else those of the subject."""
    words = clause.words(position + 1, position + 17)
    noun = clause.atom(position).word
    if noun in _ADJECTIVES and words and words[0].isalpha() and words[0] not in word_set("behind_talks"):
        return  # "a bilateral agreement"
    if noun in _ADJECTIVES and words[:1] in (["and"], ["or"]) and words[1:2] and words[1] not in _ADJECTIVES:
        return  # "bilateral and regional matters"
    if noun == "exchange" and position and _to_do(clause, position):
        return  # "will exchange students"
    if (
        noun == "call"
        and words[:1] == ["for"]
        and words[1:2]
        and words[1].isalpha()
        and words[1] not in word_set("days_told")
    ):
        return  # "issued a call for restraint"
    if not {"threesome", "foursome"}.isdisjoint(words):
        return  # "It was their first conversation as a threesome with Song"
    light = (
        clause.cued(0, position, {"light", "future"})
        or clause.cued(position + 1, position + 3, {"light"})
        or (
            clause.words(position + 1, position + 2) == ["are"]
            and clause.cued(position + 2, position + 4, {"future"})
        )
        or clause.cued(position + 1, len(clause.items), {"cancel"})
        or _told_as_held(clause.words(position + 1, len(clause.items)))
    )
    left = clause.before(position) or clause.owner_behind(position)
    left = _with_whom_joined(clause, left)
    draft = (
        _held_by(clause, cue, position, words)
        or _of(clause, cue, position, words)
        or _linked(clause, cue, position, words, left, light=light)
        or _without_link(clause, cue, position, left)
    )
    together = cue.kind is Kind.MULTILATERAL
    if draft is None and noun == "meeting":
        draft = _meeting_him(clause, cue, position, left)
    if draft is None and noun.startswith(("meeting", "talks", "session", "conference")):
        draft = _after_a_meeting(clause, cue, position, words)
    if draft is not None:
        yield draft
    elif left and noun == "meeting" and _participle(clause, position, words) and several(left):
        yield clause.draft(cue, position, left, [], together=True)
    elif (two := _two_at_it(clause, position) or _behind_opening(clause, position)) is not None:
        yield clause.draft(cue, position, two, [], together=together)
    elif left and (len(left) > 1 or left[0].plural) and light:
        yield clause.draft(cue, position, left, [], together=together)
    elif together and left and len({party.country for party in left}) > 2:
        yield clause.draft(cue, position, left, [], together=True)
    else:
        yield from at_their_talks(clause, cue, position)


def _with_whom_joined(clause: Standing, left: list[Party] | None) -> list[Party] | None:
    """Those at talks for which somebody joined others: "The minister joined his counterparts from A and B for talks"."""
    if not left or clause.line.word(left[0].first - 1) not in ("joined", "joins", "join", "joining"):
        return left
    who = next((g for g in reversed(clause.clause.groups) if g[-1].last <= left[0].first - 1), None)
    people = who is not None and all(p.name or p.offices or p.role in ("pronoun", "country") for p in who)
    return [*who, *left] if who is not None and people else left


def _behind_opening(clause: Standing, position: int) -> list[Party] | None:
    """As in "In talks in Doha yesterday, the defence ministers of X and Y reached a truce": the subject, of several countries."""
    if position > _AT_IT or clause.words(0, 1)[0] not in ("in", "at", "during"):
        return None
    if not clause.atom(position).word.endswith(
        ("talks", "meeting", "negotiations", "discussions", "session")
    ):
        return None
    behind = (clause.starts.get(place) for place in clause.items[position + 1 : position + _OPENING])
    group = next((group for group in behind if group is not None), None)
    before = clause.line.word(group[0].first - 1) if group is not None else ""
    if group is None or (before != "," and before not in word_set("days_told")):
        return None
    named = all(party.name or party.offices for party in group)
    return group if named and len({code for party in group for code in party.countries}) > 1 else None


def _two_at_it(clause: Standing, position: int) -> list[Party] | None:
    """As in "Minister A of X and Minister B of Y at today's meeting confirmed": both named, and of two countries."""
    words = clause.words(max(0, position - _AT_IT), position)
    if words[-1:] in (["at"], ["in"]) or not (
        words[:1] in (["at"], ["during"]) or words[1:2] in (["at"], ["during"])
    ):
        return None
    at = clause.items[position - len(words) + words.index(next(w for w in words if w in ("at", "during")))]
    group = next((g for g in clause.clause.groups if g[-1].last == at), None)
    named = group is not None and len(group) > 1 and all(p.name for p in group)
    if group is None or not named or len({p.country for p in group if p.country}) != len(group):
        return None
    return group


def _participle(clause: Standing, position: int, words: list[str]) -> bool:
    """As in "The defence chiefs of A, B and C, meeting in Riga on Tuesday, agreed to"."""
    opens = position > 0 and clause.atom(position - 1).word == ","
    return opens and not _SETTING.isdisjoint(words[:1])


def _after_a_meeting(clause: Standing, cue: Cue, position: int, words: list[str]) -> Draft | None:
    """As in "A, B and C want a patrol, their defence ministers said after a meeting in Riga": theirs, with one another."""
    before = clause.words(max(0, position - 2), position)
    if not {"after", "at", "following"} & set(before) or words[:1] in (["of"], ["with"], ["between"]):
        return None
    groups = [g for g in clause.clause.groups if g[0].first < clause.items[position]]
    said = groups[-1] if groups else []
    sayer = said[0] if len(said) == 1 else None
    if sayer is None or not (sayer.plural and sayer.offices and (sayer.also or len(sayer.countries) > 1)):
        return None
    spoke = clause.line.word(sayer.last) in word_set("reporting_verbs") or clause.line.sort(sayer.last) == "K"
    return clause.draft(cue, position, said, [], together=True) if spoke else None


def _to_do(clause: Standing, position: int) -> bool:
    """Whether a word is a verb here: "will exchange", "agreed to exchange"."""
    return clause.words(position - 1, position) == ["to"] or clause.cued(position - 1, position, {"future"})


def _told_as_held(words: list[str]) -> bool:
    """Whether "took place" or "opened on Monday" stands behind talks; not "opened wounds"."""
    if not _HELD.isdisjoint(words) or not _LASTED.isdisjoint(words):
        return True
    pairs = list(pairwise([*words, "."]))
    return any(one in _OPENED and two in _WHEN for one, two in pairs) or any(
        one in ("was", "were") and two in ("on", "held") for one, two in pairs
    )


def _meeting_him(clause: Standing, cue: Cue, position: int, left: list[Party] | None) -> Draft | None:
    """As in "after meeting his counterpart": a verb with its object, no noun."""
    behind = clause.items[position + 1] if position + 1 < len(clause.items) else -1
    if clause.atom(max(position - 1, 0)).word in _IS:
        return _is_meeting(clause, cue, position, left)
    opened = (
        position == 0
        or clause.atom(position - 1).word in _THEN_MEETING
        or _had_the_pleasure(clause.words(0, position))
    )
    met = clause.starts.get(behind)
    if not opened or met is None or not (met[0].name or met[0].offices or met[0].role == "counterpart"):
        return None
    return clause.draft(cue, position, left, clause.after(position))


def _is_meeting(clause: Standing, cue: Cue, position: int, left: list[Party] | None) -> Draft | None:
    """As in "Mr A is meeting Mr B in Nairobi", "The ministers of A and B are meeting today": a verb too."""
    right = clause.after(position, reach=3)
    if right and right[0].role != "country" and clause.items[position + 1 : position + 2] == [right[0].first]:
        return clause.draft(cue, position, left, right)
    behind = clause.words(position + 1, position + 2)
    timed = not behind or behind[0] in _SETTING
    return clause.draft(cue, position, left or [], []) if timed and several(left) and left else None


def _had_the_pleasure(words: list[str]) -> bool:
    """Whether these words lead to a meeting that was a pleasure: "had the honour of"."""
    return words[-1:] == ["of"] and words[-2] in _PLEASURES and not {"had", "have", "has"}.isdisjoint(words)


def _held_by(clause: Standing, cue: Cue, position: int, words: list[str]) -> Draft | None:
    """As in "three-way talks held by the defence ministers of A, B and C"."""
    if words[:2] != ["held", "by"]:
        return None
    right = clause.after(position, linked={"by"}, reach=4)
    if len({code for party in right for code in party.countries}) < _TWO:
        return None
    return clause.draft(cue, position, right, [], together=True)


def _of(clause: Standing, cue: Cue, position: int, words: list[str]) -> Draft | None:
    """As in "the meeting of the two ministers"."""
    own = words[1:2] and words[1] in ("his", "her", "their", "its")  # "a talk of their own"
    right = clause.after(position, linked={"of"}, reach=4) if words[:1] == ["of"] and not own else []
    if not right:
        return None
    first = right[0]
    two = len(right) > 1 or len(first.countries) > 1
    if not two and not (first.plural and first.definite and not first.countries):
        return None
    return clause.draft(cue, position, right, [], together=cue.kind is Kind.MULTILATERAL)


def _linked(
    clause: Standing, cue: Cue, position: int, words: list[str], left: list[Party] | None, *, light: bool
) -> Draft | None:
    """As in "talks with", "talks between"; weak where the noun only names talks that are told elsewhere."""
    link = next((word for word in words if word in ("with", "between", "among")), "")
    linked = _BETWEEN if link in _BETWEEN else {"with"}
    right = clause.after(position, linked=linked) if link else []
    if not right or (link in _BETWEEN and _source_behind(clause, position, link, right)):
        return None
    if left is None and (owner := _whose_day(clause, right)) is not None:
        left, light = owner, True
    light = light or _their_topic(clause, right) or _said_there(clause, position)
    bare = all(party.role == "country" for party in right)
    weak = not light and (bare or _only_named(clause, position))
    together = cue.kind is Kind.MULTILATERAL
    if link in _BETWEEN:
        return clause.draft(cue, position, right, [], weak=weak, together=together)
    return clause.draft(cue, position, left, right, weak=weak, together=together)


def _source_behind(clause: Standing, position: int, link: str, right: list[Party]) -> bool:
    """Whether only the source stands behind: "talks on cooperation between the two countries, officials said"."""
    if clause.line.word(right[0].first - 1) != ",":
        return False
    words = clause.words(position + 1, len(clause.items))
    behind = clause.items[position + 1 + words.index(link)]
    return any(
        clause.line.word(place) in ("countries", "nations", "sides")
        for place in range(behind, right[0].first)
    )


def _their_topic(clause: Standing, right: list[Party]) -> bool:
    """Whether talks are told by what they were about: "Seth's discussions with X focused on training"."""
    end = right[-1].last
    end += clause.line.word(end) == ","
    end += clause.line.word(end) == "on"
    end += clause.line.word(end) in word_set("days_told")  # "The meeting between A and B today | discussed"
    return clause.line.word(end) in word_set("turned_on")


def _whose_day(clause: Standing, right: list[Party]) -> list[Party] | None:
    """Whose talks these are by whose day they were a part of: "Talks with X closed a crowded Friday for Y"."""
    behind = [place for place in clause.items if place >= right[-1].last]
    at = next((place for place in behind if clause.line.word(place) in word_set("ends_the_day")), -1)
    groups = (clause.starts[place] for place in behind if place > at and place in clause.starts)
    owner = next(groups, None) if at >= 0 else None
    if owner is None or not (owner[0].name or owner[0].offices):
        return None
    own = clause.line.word(owner[-1].last) in ("'s", "'")
    return owner if own or clause.line.word(owner[0].first - 1) in ("for", "of") else None


def _said_there(clause: Standing, position: int) -> bool:
    """Whether somebody said something at these talks: "X said during the seventh dialogue between A and B"."""
    for back in range(position - 1, max(position - _SAID, 0), -1):
        if clause.atom(back).word in ("during", "at"):
            return clause.atom(back - 1).word in word_set("reporting_verbs")
    return False


def _only_named(clause: Standing, position: int) -> bool:
    """Whether talks are spoken of as known: "the talks with", "he welcomed talks with"."""
    previous = clause.atom(max(position - 1, 0)).word
    if previous == "'s" and position > 1 and clause.atom(position - 2).word in word_set("days_told"):
        return False  # "Yesterday's meeting between"
    if previous in _COUNTS:
        return False  # "went through five bilaterals, with"
    if (position > 0 and previous == "the") or (
        position <= 2 and previous in ("the", "'s", "such", "recent", "of")
    ):
        return True
    before = (
        clause.atom(earlier) for earlier in range(position) if not _done_there(clause, earlier, position)
    )
    return any(
        cue_sorts(atom) & {"joint", "told"} or atom.word in ("welcomed", "welcomes") for atom in before
    )


def _done_there(clause: Standing, earlier: int, position: int) -> bool:
    """Whether something was done at these talks: "was discussed at a meeting between A and B"."""
    passive = {clause.atom(max(earlier - 1, 0)).word, clause.atom(earlier).word.split(" ")[0]} & {
        "was",
        "were",
        "been",
    }
    return bool(passive) and not {"at", "in", "during"}.isdisjoint(clause.words(earlier + 1, position))


def _call_received(clause: Standing, cue: Cue, position: int) -> Draft | None:
    """As in "a phone call the minister received last week from General X", "the call that he got from Y"."""
    places = clause.items[position + 1 : position + _GOT]
    got = next((p for p in places if clause.line.word(p).endswith(("received", "had", "got", "took"))), -1)
    at = clause.items.index(got) if got >= 0 else -1
    who = next((clause.starts[p] for p in places if p in clause.starts and p < got), None)
    if who is None or "from" not in clause.words(at + 1, at + _GOT):
        return None
    right = clause.after(at, linked={"from"})
    return clause.draft(cue, position, who, right) if right else None


def _without_link(clause: Standing, cue: Cue, position: int, left: list[Party] | None) -> Draft | None:
    """As in "a call from", "their call", "gave the minister an audience"."""
    noun = clause.atom(position).word
    if "call" in noun and "from" in clause.words(position + 1, position + 4):
        right = clause.after(position, linked={"from"})
        if right:
            return clause.draft(cue, position, left, right)
    if "call" in noun and (made := _call_received(clause, cue, position)) is not None:
        return made
    called_on = _called_on(clause, position) if noun.endswith(("call", "calls")) else []
    if called_on:
        return clause.draft(cues()["called on"], position, left, called_on)
    theirs = position > 0 and clause.atom(position - 1).word == "their"
    if theirs and cue.kind is Kind.CALL and not left:
        return clause.draft(cue, position, [Party(0, 1, role="pronoun", plural=True)], [])
    if "audience" in noun and (received := _audience(clause, position, left)) is not None:
        return clause.draft(cue, position, *received)
    return None


def _audience(
    clause: Standing, position: int, left: list[Party] | None
) -> tuple[list[Party] | None, list[Party]] | None:
    """Who had an audience of whom: "had an audience of the king", "was granted an audience by", "gave audience to"; None if nobody."""
    granted = not word_set("granted").isdisjoint(clause.words(0, position))
    link = next(iter(clause.words(position + 1, position + 2)), "")
    linked = {"of", "from"} if link in ("of", "from") else {link}
    right = clause.after(position, linked=linked, reach=4) if link in ("of", "from", "by", "to") else []
    whole = bool(right) and (
        link == "by"
        or (bool(left) and (granted if link == "to" else bool(right[0].name or right[0].offices)))
    )
    if whole:
        return left, right
    given = [clause.starts[place] for place in clause.items[:position] if place in clause.starts]
    gives = len(given) > 1 and clause.line.word(given[-2][-1].last) in word_set("granted")
    return (given[-2], given[-1]) if granted and (len(given) == 2 or gives) else None


def _called_on(clause: Standing, position: int) -> list[Party]:
    """Whoever a call was "on": "His last call of the day was on the prime minister"."""
    for place in range(position + 1, min(position + _TO_THE_CALLED, len(clause.items) - 1)):
        if clause.atom(place).word in _ON:
            met = clause.starts.get(clause.items[place + 1], [])
            return met if met and (met[0].name or met[0].offices) and not met[0].plural else []
    return []
