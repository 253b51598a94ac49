"""The forum that a story is about, for talks told without it: "at the arms fair X received A. On Tuesday he saw B"."""

from datetime import timedelta

from core.lexicon import forums
from core.mentions.forums import ForumMention, is_conclave
from core.model import Kind, Precision, Status
from core.reports.story import Event, Scene
from core.reports.telling import Telling
from core.reports.together import TRILATERAL

_HEAD = 4  # lines in which a story says where it is
_EVE = timedelta(days=1)  # talks are held from the eve of a forum to the day after
_NEWS = timedelta(days=4)  # round the day on which the story was written
_PRESENT = frozenset(
    {"at", "during", "for", "alongside", "beside", "of", "in", "sidelines", "margins", "is", "was", "hosting", "before", "when"}
)  # fmt: skip
_BACK = 7  # atoms


def give_story_forum(events: list[Event], telling: Telling) -> None:
    """Gives talks that were held where and when the story's one forum was, and have none of their own, that forum."""
    main = telling.cast.main
    if main is None or main.track != "defence":
        return
    seen = _of_the_story(events, telling)
    if len({mention.name for _, mention in seen}) != 1:
        return
    scene, mention = seen[0]
    others_there = any(
        event.kind is Kind.BILATERAL
        and event.host
        and event.host not in event.countries
        and (event.forum == mention.name or _there_and_then(event, mention, events, telling))
        for event in events
    )
    gathered = [e for e in events if e.kind is Kind.MULTILATERAL and e.forum == mention.name]
    for event in events:
        if any(of_others(event, gathering) for gathering in gathered):
            continue
        talks = event.kind is Kind.BILATERAL and not event.forum and event.status is not Status.CANCELLED
        guest = _guest_of_its_host(event, telling) and not others_there
        if talks and not guest and not event.background and _there_and_then(event, mention, events, telling):
            event.forum, event.edition, event.forum_span = (
                mention.name,
                mention.edition,
                scene.offsets(mention),
            )


def of_others(event: Event, gathering: Event) -> bool:
    """Whether a country sent somebody else to the gathering: "The foreign minister was to attend the forum in Munich"."""
    ahead = gathering.status is Status.PLANNED and event.status is Status.HELD
    if not ahead and "Foreign" not in gathering.forum:
        return False
    there = {side.country: side for side in gathering.sides if side.figure is not None}
    mine = [side for side in event.sides if side.figure is not None and side.country in there]
    return bool(mine) and all(side.figure not in gathering.figures for side in mine)


def _guest_of_its_host(event: Event, telling: Telling) -> bool:
    """Whether the main actor met his hosts: a visit of two countries, with a forum in it."""
    return event.host != telling.cast.home and event.host in event.countries


def _of_the_story(events: list[Event], telling: Telling) -> list[tuple[Scene, ForumMention]]:
    """The forums that the story names in its head as where somebody is, or tells of as held."""
    gathered = {event.forum for event in events if event.kind is Kind.MULTILATERAL and not event.background}
    found: list[tuple[Scene, ForumMention]] = []
    for number, scene in enumerate(telling.scenes):
        for mention in scene.forums:
            shaped = mention.kind == "pattern" and is_conclave(mention.name)
            if (mention.kind not in ("forum", "event") and not shaped) or mention.name == TRILATERAL:
                continue  # talks of two are none of three
            before = scene.line.atoms[max(0, mention.atom - _BACK) : mention.atom]
            headed = number < _HEAD and any(atom.word in _PRESENT for atom in before)
            if headed or mention.name in gathered:
                found.append((scene, mention))
    return found


def _there_and_then(event: Event, mention: ForumMention, events: list[Event], telling: Telling) -> bool:
    """Whether talks fit the place and the days of a forum, as told or as its calendar knows them."""
    day, published = event.when.start, telling.published
    if day is None or event.when.precision is not Precision.DAY or published is None:
        return False
    if any(figure.track == "leaders" for figure in event.figures):
        return False  # who may be on a visit
    guest = event.host in event.countries and event.host != telling.cast.home
    after = timedelta(0) if guest else _EVE  # a guest who stays on meets his host as a guest
    year = [e for e in forums.editions(mention.name) if abs((e.start - published).days) < 200]
    if year:
        return any(e.host == event.host and e.start - _EVE <= day <= e.end + after for e in year)
    told = [e for e in events if e.kind is Kind.MULTILATERAL and e.forum == mention.name and not e.background]
    for gathering in told:
        start, end = gathering.when.start, gathering.when.end
        if gathering.host and event.host and gathering.host != event.host:
            return False
        if gathering.city and event.city and gathering.city != event.city:
            return False
        if start is not None and end is not None and not start - _EVE <= day <= end + after:
            return False
    here = telling.dateline
    if not told and here is not None and event.host and here.country != event.host:
        return False
    return abs(day - published) <= _NEWS
