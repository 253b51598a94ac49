"""Where talks were that a line before has told: "The meeting, at the Palazzo Chigi, lasted an hour", "He was in Chisinau"."""

import re
from datetime import timedelta
from functools import cache

from core.lexicon import countries
from core.mentions.where import Where
from core.model import Kind, Precision, Status
from core.reports.setting import recent
from core.reports.story import Event, Scene
from core.reports.telling import Telling

_LINES = 2
_BEHIND = 6  # atoms: "The talks, which were held on Monday in"
_DAYS = timedelta(days=3)


def their_venue(telling: Telling, here: Scene, number: int) -> None:
    """Gives the talks told last, if nothing has told their place, that of this line which tells where they or one of them were."""
    if not here.places and "capital" not in here.line.words.folded:
        return
    last = telling.events[-1] if telling.events else None
    if last is None or last.weak or last.place_told or number - last.line > _LINES:
        return
    if last.kind not in (Kind.BILATERAL, Kind.MULTILATERAL) or last.status is Status.CANCELLED or last.online:
        return
    if here.line.sentence.block - telling.scenes[last.line].line.sentence.block > 1:
        return
    where = _of_the_talks(here) or _of_one_of_them(telling, here, last)
    if where is None:
        return
    last.set_place(where)
    last.by_dateline = False
    last.place_span = here.line.offsets(where.first, where.last)


def _of_the_talks(here: Scene) -> Where | None:
    """The place behind "The meeting, at", "Their talks, held in", "The ceremony was in"; "The Austrian capital was the venue"."""
    text = here.line.words.text
    venue = _was_the_venue().search(text)
    if venue is not None:
        code = next((a.value for a in here.line.atoms[:3] if a.sort in "AC"), "") if venue["capital"] else ""
        known = countries.country(code) if code else None
        if known is not None:
            return Where(known.capital, code, "at", 0, 3, "capital")
        return next((w for w in here.places if w.country and w.word != "country"), None)
    match = _the_talks().match(text)
    if match is None:
        return None
    at = here.atom_at(match.end())
    found = (w for w in here.places if at - 1 <= w.first <= at + _BEHIND and w.how == "at" and w.country)
    return next(found, None)


def _of_one_of_them(telling: Telling, here: Scene, last: Event) -> Where | None:
    """The town where one of them "had arrived on Monday" or "was for a conference"."""
    match = _was_there().match(here.line.words.text)
    if match is None or last.kind is not Kind.BILATERAL or (last.host and not last.by_dateline):
        return None
    town = next((w for w in here.places if w.country in last.countries and w.word in ("city", "venue")), None)
    if town is None or town.first - here.atom_at(match.end() - 1) > 2:
        return None
    for mention in here.dates:
        when = telling.resolve(mention)
        day = when is not None and when.precision is Precision.DAY and when.start is not None
        if not day or last.when.start is None or abs(when.start - last.when.start) > _DAYS:  # type: ignore[union-attr,operator]
            return None
        if not recent(telling, when):  # type: ignore[arg-type]
            return None
    return town


@cache
def _the_talks() -> re.Pattern[str]:
    what = "talks|meeting|ceremony|session|conversation|encounter|discussions|consultations|signing|handshake|dinner|lunch|round"
    held = r"(?:which |that )?(?:was|were|is|are|has been|took place|held|hosted|staged)"
    when = r"(?: (?:on )?\w+day(?: \w+)?| today| yesterday)?"
    return re.compile(
        rf"(?:The|Their|That|This|These) (?:[\w-]+ ){{0,2}}(?:{what}) ?,?(?: {held}| which took place)?(?: held)?{when} ?,?(?= (?:at|in|on board|aboard|inside) )"
    )


@cache
def _was_the_venue() -> re.Pattern[str]:
    return re.compile(
        r"\A(?:The (?P<capital>[A-Z]\w+ capital)|(?:The )?[A-Z][^,.]{2,40}?) was (?:the|their) (?:venue|meeting place)\b"
        r"|\AThe venue was\b|\AThe place (?:of the (?:talks|meeting) )?was\b"
    )


@cache
def _was_there() -> re.Pattern[str]:
    """Finds somebody's stay at the head of a line: "He was in", "The general had arrived in", "Mr Zalewski is in"."""
    who = r"(?:He|She|The (?:[\w-]+ ){1,3}|(?:Mr|Ms|Mrs|General|Admiral|Minister) [A-Z][\w-]+|[A-Z][\w-]+)"
    was = r"(?:is|was|has been|had been|had come|has come|came|had arrived|has arrived|arrived|had landed|landed|had flown|flew)"
    return re.compile(rf"\A{who} ?{was} (?:in|to|into|at)(?= )")
