"""Views that people save by name: a page with what was asked for, for all who share the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, delete, func, insert, select, update

from core.errors import UsageError
from core.store.engine import Database
from core.store.records import packed, unpacked
from core.store.schema import saved_views

LONGEST = 80  # characters of a name


@dataclass(frozen=True, slots=True)
class SavedView:
    """A page as somebody wants to see it again; `asked` is what the pages make of it, `at` when it was saved."""

    number: int
    who: str
    name: str
    at: str
    page: str
    asked: Mapping[str, Any]


class SavedViews:
    """The saved views of a store, in the name of a person.

    Everybody may open all of them; who saved one may rename and delete it. Raises UsageError for what cannot be done.
    """

    def __init__(self, database: Database, who: str) -> None:
        self.database = database
        self.who = who

    def listed(self) -> list[SavedView]:
        """All saved views, the person's own first, then by name."""
        with self.database.reading() as connection:
            found = [_view(row) for row in connection.execute(select(saved_views)).mappings()]
        return sorted(found, key=lambda view: (view.who != self.who, view.name.casefold(), view.number))

    def save(self, name: str, page: str, asked: Mapping[str, Any], at: str) -> SavedView:
        """The view as it was saved; it takes the place of the one that the person saved under this name before."""
        name = _plain(name)
        with self.database.writing() as connection:
            own = (saved_views.c.who == self.who) & (saved_views.c.name == name)
            connection.execute(delete(saved_views).where(own))
            number = (connection.execute(select(func.max(saved_views.c.number))).scalar() or 0) + 1
            row = {"number": number, "who": self.who, "name": name, "at": at, "page": page}
            connection.execute(insert(saved_views).values(**row, asked=packed(dict(asked))))
        return SavedView(number, self.who, name, at, page, asked)

    def rename(self, number: int, name: str) -> None:
        """Gives a view of the person another name, which none of the person's other views may have."""
        name = _plain(name)
        if any(view.name == name and view.number != number for view in self.listed() if view.who == self.who):
            raise UsageError(f"you have a view “{name}” already: choose another name")
        self._own(number)
        with self.database.writing() as connection:
            connection.execute(update(saved_views).where(saved_views.c.number == number).values(name=name))

    def delete(self, number: int) -> SavedView:
        """The view of the person that was taken away; `save` brings it back."""
        view = self._own(number)
        with self.database.writing() as connection:
            connection.execute(delete(saved_views).where(saved_views.c.number == number))
        return view

    def _own(self, number: int) -> SavedView:
        view = next((view for view in self.listed() if view.number == number), None)
        if view is None:
            raise UsageError("somebody took this view away meanwhile")
        if view.who != self.who:
            raise UsageError(f"“{view.name}” is {view.who}'s: save it under a name of your own to change it")
        return view


def _plain(name: str) -> str:
    name = " ".join(name.split())[:LONGEST]
    if not name:
        raise UsageError("a saved view needs a name")
    return name


def _view(row: RowMapping) -> SavedView:
    told = {name: row[name] for name in ("number", "who", "name", "at", "page")}
    return SavedView(**told, asked=unpacked(row["asked"]))
