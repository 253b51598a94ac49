"""Who hosts or chairs the gathering that was told before: "Brunei is the chair", "The meet is being hosted by Laos"."""

import re
from functools import cache

from core.mentions.party import Party
from core.model import Kind
from core.reports.story import Event, Scene
from core.reports.telling import Telling

_LINES_BACK = 6  # in which the gathering may have been told


def take_in_the_chair(telling: Telling, here: Scene, number: int, made: list[Event]) -> None:
    """Gives the gathering told last the country that is said to host it, as its place and as one of its sides."""
    if made_here(made) or not made_here(telling.events):
        return
    text = here.line.words.text
    match = _is_chair().search(text) or _hosted_by().search(text)
    if match is None:
        return
    code = _country_at(here, match)
    event = _meant(telling, here, number) if code else None
    if event is None or (event.place_told and event.host not in ("", code) and not here.forums):
        return
    event.add_countries([code])
    if event.host != code:
        event.city, event.host, event.place_span = "", code, None
        event.place_told = True


def chaired_by(here: Scene) -> list[Party]:
    """Those "under the chairmanship of" whom, or chaired by whom, a session was held."""
    match = _under_whom().search(here.line.words.text)
    if match is None:
        return []
    first = here.atom_at(match.end())
    return next(
        (list(g) for clause in here.clauses for g in clause.groups if -1 <= g[0].first - first <= 1), []
    )


@cache
def _under_whom() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:under the (?:joint )?(?:co-)?(?:chairmanship|chairpersonship|chair|leadership) of"
        r"|(?:chaired|presided over|led|headed)(?: jointly)? by)(?: the)? (?=[A-Z])"
        r"|\bwith (?=[A-Z][^,;.]{2,70} (?:in the chair|presiding|chairing|as (?:the )?chair(?:man|woman)?)\b)"
    )


def made_here(made: list[Event]) -> bool:
    """Whether one of these is a gathering."""
    return any(event.kind is Kind.MULTILATERAL for event in made)


def _country_at(here: Scene, match: re.Match[str]) -> str:
    """The country named right before "is the chair", or right behind "hosted by"."""
    place = here.atom_at(match.start("whom"))
    atom = here.line.atoms[place]
    return atom.value if atom.sort in ("C", "A") else ""


def _meant(telling: Telling, here: Scene, number: int) -> Event | None:
    """The gathering that the line names, or the last one where it names none."""
    named = {mention.name for mention in here.forums if mention.kind == "forum"}
    for event in reversed(telling.events):
        if number - max(event.lines) > _LINES_BACK:
            return None
        if event.kind is Kind.MULTILATERAL and event.forum and not event.background:
            return event if not named or event.forum in named else None
    return None


@cache
def _is_chair() -> re.Pattern[str]:
    role = r"(?:chair|host|chairman|chair and host|host and chair|chairing|hosting|Chair|Host)"
    which = r"(?:the |this year's |the current |current |now the |also |currently |now |this year |as )*"
    return re.compile(
        rf"\b(?P<whom>[A-Z][\w.]+(?: [A-Z][\w.]+)*) (?:is|are|was|holds|will be|(?:has |had )?serve[sd] as|acted as) {which}{role}\b(?! (?:a|an|him|her)\b)"
    )


@cache
def _hosted_by() -> re.Pattern[str]:
    event = (
        "meet|meeting|conference|forum|summit|gathering|conclave|event|dialogue|symposium|edition|it|which"
    )
    verb = r"(?:is|was|are|were|will be|has been|had been)(?: also)?(?: being)? (?:co-)?(?:hosted|chaired|organised|organized|convened)"
    return re.compile(
        rf"\b(?:(?:{event}|It|This) {verb}|(?:{event}) ?, (?:co - |co-|co)?(?:hosted|organised|organized)) by (?:the )?(?P<whom>[A-Z])"
    )
