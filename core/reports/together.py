"""Talks with several partners that were held at one table: "received A and B", and then "The three had dinner"."""

import re
from datetime import date
from functools import cache
from itertools import pairwise

from core.lexicon import forums
from core.lexicon.words import word_set
from core.mentions.forums import is_conclave
from core.model import BlockKind, Kind
from core.reports.draft import Draft
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling

_PHOTOS = frozenset({"photo", "photograph", "picture"})
_THREE = ("trilateral", "three - way", "tripartite")
_NUMBERS = {3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight"}
TRILATERAL = "Trilateral meeting"  # of three countries, which has no other name
_HEADS = 3  # lines of the headline
_UNDATED = date(2020, 1, 1)


def at_one_table(telling: Telling, here: Scene, draft: Draft, left: list[Side], right: list[Side]) -> None:
    """Marks a draft whose sides, of three or more countries, sat together; a trilateral is called so."""
    codes = {side.country for side in left + right}
    if len(codes) < 3:
        return
    following = telling.scenes[draft.line + 1 : draft.line + 3]
    if len(right) > 2 and any(_group().search(s.line.sentence.text) for s in (here, *following)):
        draft.together = True
    if len(codes) == 3 and (
        here.line.atoms[draft.at].word == "were joined by"
        or _for_three(here, draft)
        or any(_it_was_of_three().match(s.line.sentence.text) for s in following[:1])
    ):
        draft.together, draft.cue = True, "trilateral"
    if draft.together or _apart(here):
        return
    if draft.cue == "in company" and not _PHOTOS.isdisjoint(here.line.words.folded):
        draft.together = True  # "poses for a photo with A and B"
        return
    if draft.cue == "hosted" and _hosted_a_forum(here, draft):
        draft.together = True
        return
    if len(codes) == len(_THREE) and (
        _both_with_a_third(here, draft, left, right) or _for_the_trilateral(here, draft)
    ):
        draft.together, draft.cue = True, "trilateral"
        return
    if draft.cue in ("face to face", "in company") and _at_a_table().search(here.line.words.text):
        draft.together = True
        return
    if _for_their_meeting().search(
        here.line.words.text, here.line.words.starts[here.line.atoms[draft.at].first]
    ):
        draft.together, draft.weak = True, False
    elif _in_a_known_group(telling, here, codes) or _for_a_conclave(here, draft):
        draft.together = True
    elif len(left) > 1 and len(codes) > 3 and len({id(side.party) for side in left}) == 1:
        story = here.line.sentence.kind is not BlockKind.TITLE and not any(map(_apart, following))
        draft.together = story and draft.cue == "met"  # "The chiefs of A, B and C sat down with General X"
    elif any(_so_many(len(codes)).match(s.line.sentence.text) and not _apart(s) for s in following):
        draft.together = True


def _both_with_a_third(here: Scene, draft: Draft, left: list[Side], right: list[Side]) -> bool:
    """Whether people of two countries are told as being in one meeting with a third: "Shin and Austin in a meeting with Kihara"."""
    words = " ".join(here.line.word(place) for place in range(max(0, draft.at - 2), draft.at + 2))
    if not words.startswith("in a meeting with"):
        return False  # "A and B met C": perhaps one after the other
    return len({side.country for side in left}) > 1 and len({side.country for side in right}) == 1


def _for_the_trilateral(here: Scene, draft: Draft) -> bool:
    """Whether what brought three together is named behind them: "will host A and B for a US-Japan-Korea Trilateral Meeting"."""
    last = draft.right[-1].last if draft.right else len(here.line.atoms)
    for mention in here.forums:
        if mention.name.startswith("Trilateral") and mention.atom >= last:
            before = [
                here.line.word(p)
                for p in range(last, mention.atom)
                if here.line.sort(p) not in ("C", "A", "-")
            ]
            return before[:1] == ["for"] and len(before) <= len(("for", "a", "key"))
    return False


def _hosted_a_forum(here: Scene, draft: Draft) -> bool:
    """Whether what somebody hosted with partners is a forum: "hosted the sixth X Meeting with her counterparts from"."""
    first = draft.right[0].first if draft.right else 0
    for mention in here.forums:
        if mention.kind == "forum" and draft.at < mention.atom < first:
            return all(here.line.sort(p) in ("w", "d", "-") and here.line.word(p) not in ("at", "on", "during", "for", "and") for p in range(draft.at + 1, mention.atom))  # fmt: skip
    return False


def _apart(here: Scene) -> bool:
    """Whether a line says that partners were met one after the other."""
    apart = word_set("one_by_one")
    return any(word in apart for atom in here.line.atoms for word in atom.word.replace(" - ", "-").split())


def _for_three(here: Scene, draft: Draft) -> bool:
    """Whether the clause goes on with what brought them together: "hosted A and B for a trilateral meeting"."""
    behind = [here.line.atoms[place].word for place in draft.clause.atoms if place > draft.at]
    return any(
        one in ("a", "for", "the", "their") and two.startswith(_THREE) for one, two in pairwise(behind)
    )


def _in_a_known_group(telling: Telling, here: Scene, codes: set[str]) -> bool:
    """Whether the line names the group whose members these countries are: "in the Weimar Triangle format"."""
    on = telling.published or _UNDATED
    groups = (m.name for m in here.forums if m.kind == "organisation")
    return any(codes == set(forums.members_on(name, on)) for name in groups)


def _for_a_conclave(here: Scene, draft: Draft) -> bool:
    """Whether a group met one "for" a forum of many: "The chiefs of A and B sat down with X for the conference"."""
    if len(draft.left) != 1 or not draft.left[0].plural or len(draft.left[0].countries) < 2:
        return False
    many = (m for m in here.forums if m.kind == "forum" or (m.kind == "pattern" and is_conclave(m.name)))
    return any("for" in (here.line.word(m.atom - 1), here.line.word(m.atom - 2)) for m in many)


def name_small_group(event: Event, telling: Telling) -> None:
    """Gives a meeting of a few countries its name where the lines round it or the headline tell it.

    That is the name of the group that they make up (the Weimar Triangle), or that three of them call it trilateral.
    """
    if event.kind is not Kind.MULTILATERAL or event.forum not in ("", TRILATERAL) or len(event.countries) < 3:
        return
    near = [*telling.scenes[:_HEADS], *telling.scenes[max(0, event.line - 1) : event.line + 3]]
    groups = ((scene, m) for scene in near for m in scene.forums if m.kind == "organisation")
    for scene, mention in groups:
        if set(event.countries) == set(forums.members_on(mention.name, telling.published or _UNDATED)):
            event.set_forum(mention, scene.offsets(mention))
            return
    if event.forum or len(event.countries) != len(_THREE):
        return
    if any(_named_so().search(scene.line.sentence.text) for scene in near):
        event.forum = TRILATERAL


@cache
def _named_so() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:trilateral|tripartite|three-way)(?! (?:exercise|drill|patrol|ties|relation))", re.IGNORECASE
    )


@cache
def _so_many(count: int) -> re.Pattern[str]:
    """Finds, at the head of a line, all of them doing something: "The three had dinner", "The four ministers agreed"."""
    who = r"(?: (?:ministers|men|women|defen[cs]e ministers|chiefs|generals|admirals|officials|sides|countries|of them|secretaries|leaders))?"
    done = (
        r"(?: (?:also|then|later|jointly|together|all|had|have))*"
        r" (?:had|dined|lunched|ate|met|sat|agreed|signed|discussed|said|issued|declared|reviewed|looked|talked|spoke|went|"
        r"pledged|decided|parted|resolved|exchanged|took|condemned|called|adopted|put|promised|undertook|want|wanted|intend|will)\b"
    )
    number = _NUMBERS.get(count, str(count))
    return re.compile(
        rf"(?:The|These|All|All the) (?:{number}|{number.capitalize()}){who}{done}|Together,? the {number}\b"
    )


@cache
def _at_a_table() -> re.Pattern[str]:
    """Finds several people at one table: "had A, B and C at his table", "A, B and C came to lunch with her"."""
    table = r"(?:at|round|around) (?:his|her|the|one|a|their|its) (?:[\w-]+ )?table"
    meal = r"(?:at|for|to|over) (?:a |an |the )?(?:working |joint |long |late |early )?(?:lunch|luncheon|dinner|breakfast|supper|banquet)"
    return re.compile(rf"\b(?:{table}|{meal})\b")


@cache
def _for_their_meeting() -> re.Pattern[str]:
    """Finds, behind whom somebody welcomed, the meeting that they came for: "for their annual meeting"."""
    kind = r"annual|yearly|biannual|joint|common|regular|regional|informal|extraordinary|autumn|spring|first|second|third|inaugural|\d+(?:st|nd|rd|th)"
    return re.compile(
        rf"\bfor (?:their (?:(?:{kind}|[\w-]+) ){{0,3}}|(?:the|an?) (?:{kind}) (?:[\w-]+ ){{0,2}})"
        r"(?:meeting|conference|gathering|round ?table|session|summit|consultations)\b|\bfor (?:the|a) (?:formal |ceremonial |joint )?signing\b|\bfor a (?:meeting|round ?table|session) of (?:the )?(?:three|four|five|six|seven|eight)\b"
    )


@cache
def _it_was_of_three() -> re.Pattern[str]:
    three = r"(?:trilateral|three-way|tripartite)"
    return re.compile(
        r"(?:It|This|That|The (?:meeting|talks)) (?:was|is|were|marked|came as) (?:also )?(?:the |their |a |only the )?(?:[\w-]+ ){0,3}?"
        rf"(?:{three}|(?:meeting|time|talks) (?:of|among|between|that) (?:the |all )?three)\b"
        rf"|(?:The|This|Their) (?:first )?{three}\b(?! (?:exercise|drill|agreement|pact|accord|committee|mechanism))"
    )


@cache
def _group() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Tt]his|[Tt]he) (?:group|format) of (?:three|four|five|six|seven)\b|\b(?:Weimar|E3|E5|Quint)\b"
    )
