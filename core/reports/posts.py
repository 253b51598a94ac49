"""Posts and quotations in a story: who speaks in them, and which lines are such."""

import re
from functools import cache

from core.reports.cast import Figure
from core.reports.story import Scene
from core.reports.telling import Telling

_QUOTES = "\"\u201c\u2018'"
_BEHIND = 320  # characters between the beginning of a post and its author


def posted(here: Scene) -> bool:
    """Whether a line is of a quotation or of a post: "Had a fruitful meeting with", "Glad to have met"."""
    text = here.line.sentence.text.lstrip()
    return text[:1] in _QUOTES or _opened().match(text) is not None


def author(telling: Telling, number: int) -> Figure | None:
    """Who wrote the post that this line begins, as its signature tells: "... in Delhi. - Rajnath Singh (@rajnathsingh)"."""
    if "(@" not in telling.text:
        return None
    start = telling.scenes[number].line.sentence.start
    found = _signed().search(telling.text, start, start + _BEHIND)
    if found is None or "\n" in telling.text[start : found.start()]:
        return None
    figure = telling.cast.find(found["name"])
    return figure if figure is not None and figure.country else None


@cache
def _opened() -> re.Pattern[str]:
    how = "wonderful|excellent|great|good|warm|fruitful|productive|insightful|very|useful"
    return re.compile(
        rf"(?:Had (?:a|an) |(?:{how})(?:,? (?:and )?\w+)? (?:interaction|meeting|discussion|conversation|call|talks|exchange)\b"
        r"|(?:So |Very )?(?:glad|pleased|delighted|happy|honoured) to )",
        re.IGNORECASE,
    )


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(r"[\u2014\u2013-] ?(?P<name>[A-Z][\w.' ]{2,40}?) \(@\w+\)")
