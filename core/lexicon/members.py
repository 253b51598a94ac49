"""The bodies behind forums: how many members each had when, and since when a country has been one."""

from datetime import date, timedelta
from functools import cache

from core.lexicon.forums import forums, members_on

ONE_DAY = timedelta(days=1)


@cache
def body_of(forum: str) -> str:
    """The organisation with members to which a forum belongs (the SCO, of its ministers' meeting); "" if none."""
    known = forums()
    seen: set[str] = set()
    while forum in known and forum not in seen:
        seen.add(forum)
        if known[forum].kind == "organisation":
            return forum if known[forum].members else ""
        forum = known[forum].parent
    return ""


@cache
def changes(body: str) -> tuple[date, ...]:
    """The days on which the list of a body's members became another one, the earliest first."""
    members = forums()[body].members if body in forums() else ()
    joined = {each.since for each in members if each.since is not None}
    left = {each.until + ONE_DAY for each in members if each.until is not None}
    return tuple(sorted(joined | left))


def size_on(body: str, on: date) -> int:
    """How many members the body had on that day."""
    return len(members_on(body, on))


def outgrown(body: str, size: int, on: date) -> date | None:
    """The day on which the body stopped to have so many members, if that was before `on`; None if it was not."""
    if size_on(body, on) == size:
        return None
    past = [day for day in changes(body) if day <= on and size_on(body, day - ONE_DAY) == size]
    return past[-1] if past else None


def came_and_went(body: str, since: date, until: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who joined a body and who left it from one day to another, the first day included; sorted codes."""
    before, after = set(members_on(body, since - ONE_DAY)), set(members_on(body, until))
    return tuple(sorted(after - before)), tuple(sorted(before - after))
