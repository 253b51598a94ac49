"""Forums that a line says somebody attended, addressed, spoke at or left for."""

from core.lexicon.words import word_set
from core.mentions.forums import ForumMention
from core.reports.clauses import Clause
from core.reports.gathering import REACH, Gathering, relative_clause, with_those_among, words_before
from core.reports.story import Scene
from core.reports.trips_told import led_to

_LED_BY = 7  # atoms: "a meeting of the US - led Contact Group", "of the defence ministers of the"
_FOR_A = 5  # atoms: "for | a two-day annual"
_JOURNEY = 16  # atoms: "will fly to Brussels on Wednesday for a two-day meeting of the"
_OCCASION = 5  # atoms: "on the occasion of their"
_WHILE = frozenset({"occasion", "during", "sidelines", "margins", "as", "part", "framework", "fringes"})
_ROLE_BACK = 6  # atoms: "is this year's chair and"
_PRAISES = frozenset(
    {
        "thanked",
        "thanks",
        "thank",
        "congratulated",
        "praised",
        "commended",
        "applauded",
        "complimented",
        "lauded",
    }
)
_ASKED = frozenset({"invited", "invites", "inviting", "asked", "urged", "allowed", "encouraged"})
_PLACED_BEHIND = 6  # atoms: "in New Delhi, India, which"
_RELATIVE = ("that", "which", "who")
_PLACED = ("in which", "during which")
_LED_TO = frozenset({"over", "at", "to", "for", "in", "during"})  # before "which"


def _where_he_was(scene: Scene, mention: ForumMention) -> Clause | None:
    """The clause "in which ..." or "over which ..." behind a forum."""
    for clause in scene.clauses:
        if clause.opener not in ("which", *_PLACED) or not clause.atoms:
            continue
        gap = clause.atoms[0] - mention.last
        led_to = clause.opener in _PLACED or scene.line.word(clause.atoms[0] - 2) in _LED_TO
        if led_to and 0 < gap <= len(_RELATIVE):
            return clause
    return None


def attended(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """The forum that somebody "attended", "addressed" or "left for"."""
    atoms = scene.line.atoms
    between = scene.line.atoms[mention.last : mention.last + _PLACED_BEHIND]
    placed = "which" in [atom.word for atom in between] and between[0].word in ("in", "at")
    told = relative_clause(scene, mention, _PLACED_BEHIND if placed else 2) or _where_he_was(scene, mention)
    at = next((p for p in told.atoms if "attend" in atoms[p].cues), -1) if told is not None else -1
    chaired = None
    if told is not None and at >= 0:
        chaired = Gathering(mention, told, at, [], told.groups[0] if told.groups else None, True)
    gone_to = _gone_to(scene, mention, clause)
    if gone_to is not None and chaired is not None:
        gone_to.parties += chaired.subject or []  # "he attended the forum, which was chaired by X"
    return gone_to or chaired


def _gone_to(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """The forum that the clause itself says somebody attended."""
    atoms = scene.line.atoms
    before = [
        p
        for p in clause.atoms
        if mention.atom - REACH <= p < mention.atom
        or (mention.atom - _JOURNEY <= p < mention.atom and _goes(scene, p))
        or _parted(scene, p, mention)
    ]
    spoke = _where_he_spoke(scene, mention)
    if spoke is not None:
        return spoke
    its_meeting = False
    for place in reversed(before):
        atom = atoms[place]
        if atom.word in word_set("sidelines"):
            return None
        leaves_for = "travel" in atom.cues and any(atoms[p].word == "for" for p in before if p > place)
        coming = leaves_for and (its_meeting or _for_it(scene, place, mention))
        if its_meeting and atom.word in ("host", "hosts"):
            return None
        if _a_role(scene, place) or _praised(scene, place):
            return None
        if atom.word in ("told", "tells") and mention.atom - place <= 3 and mention.kind == "forum":
            return Gathering(mention, clause, place, [], scene.subject_before(clause, place), True)
        if "attend" in atom.cues and _asked_to(scene, clause, place):
            return None
        if _takes_part(scene, place):
            them = [party for group in clause.groups for party in group if party.first < place]
            told = them if scene.line.word(place - 1) == "their" else them[:1]
            return Gathering(mention, clause, mention.atom, told, None, True)
        if led_to(scene.line, place):
            return with_those_among(scene, mention, clause, place)
        if coming or ("attend" in atom.cues and atom.word not in ("at", "during")):
            return with_those_among(scene, mention, clause, place)
        if atom.cues & {"meet", "talk", "call", "sign"} and "light" not in atom.cues:
            led = any(atoms[p].word == "led" or atoms[p].sort == "S" for p in range(place, mention.atom))
            if atoms[place + 1].word == "of" and mention.atom - place <= (_LED_BY if led else 3):
                its_meeting = True
                continue  # "took part in the 24th meeting of the Contact Group"
            return None
    return None


def _goes(scene: Scene, place: int) -> bool:
    """Whether a verb of travel stands here, and not only "is on"."""
    return "travel" in scene.line.atoms[place].cues and scene.line.word(place) not in word_set("trip_needed")


def _for_it(scene: Scene, place: int, mention: ForumMention) -> bool:
    """Whether a forum is what somebody travels for: "for the", "for a two-day" stand before it, and nothing else."""
    line = scene.line
    to = max(at for at in range(place, mention.atom) if line.word(at) == "for")
    between = range(to + 1, mention.atom)
    plain = all(line.sort(at) in ("w", "d", "-") for at in between) and len(between) <= _FOR_A
    return plain and word_set("sidelines").isdisjoint(line.word(at) for at in between)


def _takes_part(scene: Scene, place: int) -> bool:
    """Whether a noun tells that people are at a forum: "met on the occasion of their participation in the"."""
    line = scene.line
    noun = line.word(place) in ("participation", "attendance", "presence") and line.word(place + 1) in (
        "in",
        "at",
    )
    before = {line.word(back) for back in range(max(0, place - _OCCASION), place - 1)}
    return noun and line.word(place - 1) in ("his", "her", "their") and not before.isdisjoint(_WHILE)


def _parted(scene: Scene, place: int, mention: ForumMention) -> bool:
    """Whether a verb farther off still leads to the forum: "took part on Tuesday, over a video link, in the"."""
    there = scene.line.word(place).endswith((" part", "participated", "participate"))
    return there and "in" in words_before(scene, mention, 6) and 0 < mention.atom - place <= 2 * REACH


def _a_role(scene: Scene, place: int) -> bool:
    """Whether "host" and "chair" are nouns here: "Laos is the chair and host of the forum"."""
    line = scene.line
    noun = line.word(place) in ("host", "chair", "hosts", "chairs") and line.word(place + 1) in ("of", "for")
    named = noun and line.word(place - 1) in ("the", "and", "a", "as", "current", "present", "its")
    before = {line.word(back) for back in range(max(0, place - _ROLE_BACK), place)}
    return named and not before.isdisjoint(("is", "are", "was", "as", "being", "remains"))


def _praised(scene: Scene, place: int) -> bool:
    """Whether somebody was only thanked or praised for it: "thanked the minister for hosting the dialogue in May"."""
    line = scene.line
    doing = line.word(place).split(" ")[0].endswith("ing") and line.word(place - 1) in ("for", "on")
    return doing and any(line.word(back) in _PRAISES for back in range(max(0, place - REACH), place))


def _asked_to(scene: Scene, clause: Clause, place: int) -> bool:
    """Whether somebody only asked others to come: "has invited Belarus to take part in the forum"."""
    words = [scene.line.atoms[p].word for p in clause.atoms if p < place]
    asked = [index for index, word in enumerate(words) if word in _ASKED]
    if not asked or words[-1] != "to":
        return False
    return scene.line.word(place - 1) == "to" and words[asked[-1] - 1 : asked[-1]] not in (
        ["been"],
        ["was"],
        ["were"],
        ["is"],
    )


def _where_he_spoke(scene: Scene, mention: ForumMention) -> Gathering | None:
    """As in "the forum, where he spoke of trade": whoever did something there attended it."""
    if mention.kind != "forum" or _looked_back(scene, mention):
        return None
    for told in scene.clauses:
        behind = told.opener == "where" and told.atoms and 0 <= told.atoms[0] - mention.last <= 2
        if behind and told.groups and all("future" not in scene.line.atoms[p].cues for p in told.atoms):
            return Gathering(mention, told, told.atoms[0], [], told.groups[0], True)
    return None


def _looked_back(scene: Scene, mention: ForumMention) -> bool:
    """Whether a forum is named as something that was before: "since the forum, where"."""
    return not {"since", "after", "last", "previous", "earlier", "ago"}.isdisjoint(
        words_before(scene, mention, 4)
    )
