"""Whom an engagement concerns: defence, foreign policy and leaders, or only trade, money and crops."""

from core.lexicon.forums import exercises, forums
from core.lexicon.words import phrase_pattern
from core.model import Kind
from core.reports.story import Event, Side
from core.reports.telling import Telling

_OF_STATE = frozenset({"defence", "security", "diplomatic", "leaders"})  # tracks
_OF_TRADE = frozenset({"finance_minister", "industry_minister"})


def of_concern(events: list[Event], telling: Telling) -> list[Event]:
    """The events without those of a market report: nobody in them speaks for defence, a foreign ministry or a leader,
    and they are talks of finance or trade ministers, or the document says no word of defence.
    """
    doubtful = [event for event in events if not (_gathers(event) or any(map(_of_state, event.sides)))]
    if not doubtful:
        return events
    defence = phrase_pattern("about_defence").search(telling.text) is not None
    idle = {id(event) for event in doubtful if not defence or _only_trade(event)}
    return [event for event in events if id(event) not in idle] if idle else events


def _gathers(event: Event) -> bool:
    """Whether it is a forum's, a known exercise of several, or a gathering of ministers."""
    if event.forum in forums() or (event.forum in exercises() and len(event.countries) > 1):
        return True
    named = bool(event.forum) or any(o.code == "minister" for side in event.sides for o in side.party.offices)
    return event.kind is Kind.MULTILATERAL and named


def _of_state(side: Side) -> bool:
    figure = side.figure
    if figure is not None and figure.track in _OF_STATE:
        return True
    return (
        side.party.rank
        or side.party.role == "ship"
        or any(office.track in _OF_STATE for office in side.party.offices)
    )


def _only_trade(event: Event) -> bool:
    """Whether those of a side are told as ministers of finance or trade; an exercise never is theirs."""
    told = [office.code for side in event.sides for office in side.party.offices]
    told += [office.code for figure in event.figures for office in figure.offices]
    return event.kind is not Kind.EXERCISE and not _OF_TRADE.isdisjoint(told)
