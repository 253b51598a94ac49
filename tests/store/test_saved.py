"""Views saved by name: whose they are, who may change them, and that a backup has them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import UsageError
from core.store.engine import Database
from core.store.saved import SavedViews
from core.store.store import Store

AT = "2026-11-14T10:00:00Z"
RUSSIA = {"filters": {"countries": ["RUS"]}, "own": {"lanes": "By year"}}


def names(views: SavedViews) -> list[tuple[str, str]]:
    return [(view.who, view.name) for view in views.listed()]


def test_a_view_is_seen_by_all_the_own_ones_first(store: Store) -> None:
    ana, ben = (SavedViews(store.database, who) for who in ("Ana", "Ben"))
    ana.save("  Russia   by year ", "pages/timeline.py", RUSSIA, AT)
    ben.save("coming up", "pages/overview.py", {}, AT)
    assert names(ana) == [("Ana", "Russia by year"), ("Ben", "coming up")]
    assert names(ben) == [("Ben", "coming up"), ("Ana", "Russia by year")]
    found = ben.listed()[1]
    assert (found.page, found.asked, found.at) == ("pages/timeline.py", RUSSIA, AT)


def test_a_name_used_again_by_the_same_person_is_the_new_view(store: Store) -> None:
    ana, ben = (SavedViews(store.database, who) for who in ("Ana", "Ben"))
    for views, page in ((ana, "one"), (ana, "two"), (ben, "three")):
        views.save("mine", page, {}, AT)
    assert sorted(view.page for view in ana.listed()) == ["three", "two"]


def test_a_view_is_renamed_and_deleted_and_put_back(store: Store) -> None:
    ana = SavedViews(store.database, "Ana")
    one, two = ana.save("one", "p", RUSSIA, AT), ana.save("two", "p", {}, AT)
    ana.rename(one.number, "first")
    assert names(ana) == [("Ana", "first"), ("Ana", "two")]
    with pytest.raises(UsageError, match="already"):
        ana.rename(one.number, "two")
    taken = ana.delete(one.number)
    assert names(ana) == [("Ana", "two")]
    ana.save(taken.name, taken.page, taken.asked, taken.at)
    assert [view.asked for view in ana.listed()] == [RUSSIA, {}]
    assert two.number in [view.number for view in ana.listed()]


def test_what_is_another_persons_stays_as_it_is(store: Store) -> None:
    view = SavedViews(store.database, "Ana").save("hers", "p", {}, AT)
    ben = SavedViews(store.database, "Ben")
    with pytest.raises(UsageError, match="Ana's"):
        ben.rename(view.number, "mine")
    with pytest.raises(UsageError, match="Ana's"):
        ben.delete(view.number)
    with pytest.raises(UsageError, match="meanwhile"):
        ben.delete(view.number + 1)
    assert names(ben) == [("Ana", "hers")]


def test_a_view_needs_a_name(store: Store) -> None:
    with pytest.raises(UsageError, match="needs a name"):
        SavedViews(store.database, "Ana").save(" \n ", "p", {}, AT)


def test_a_backup_takes_the_views_along(
    store: Store, new_database: Callable[[], Database], tmp_path: Path
) -> None:
    views = SavedViews(store.database, "Ana")
    views.save("Russia", "p", RUSSIA, AT)
    version = store.version
    store.backup(tmp_path / "all.zip")
    restored = Store.restore(new_database(), tmp_path / "all.zip")
    assert SavedViews(restored.database, "Ana").listed() == views.listed()
    assert restored.version == version == 0


def test_a_store_of_the_first_tables_is_brought_up_to_date(new_database: Callable[[], Database]) -> None:
    from alembic import command

    from core.store import migrate

    database = new_database()
    store = Store(database)
    with database.writing() as connection:
        command.downgrade(migrate.config_for(connection), "0001")
    SavedViews(Store(database).database, "Ana").save("Russia", "p", RUSSIA, AT)
    with store.database.reading() as connection:
        assert migrate.differences(connection) == []
