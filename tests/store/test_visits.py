"""When a person looked last, and what came or changed since."""

import pytest

from core.store.store import Store
from core.store.visits import Visit, ages, going_on, note_look, visit_of
from tests.store.conftest import article
from tests.store.test_store import tables_of


@pytest.mark.parametrize(
    ("before", "at", "version", "after"),
    [
        pytest.param(None, "2026-11-14T10:00:00Z", 5, Visit("2026-11-14T10:00:00Z", 5), id="the first visit"),
        pytest.param(
            Visit("2026-11-14T10:00:00Z", 5), "2026-11-14T10:29:00Z", 7,
            Visit("2026-11-14T10:29:00Z", 7), id="the same visit goes on",
        ),
        pytest.param(
            Visit("2026-11-14T10:00:00Z", 5), "2026-11-14T10:31:00Z", 7,
            Visit("2026-11-14T10:31:00Z", 7, "2026-11-14T10:00:00Z", 5), id="another visit after a pause",
        ),
        pytest.param(
            Visit("2026-11-14T10:00:00Z", 5, "2026-11-01T08:00:00Z", 2), "2026-11-14T10:10:00Z", 6,
            Visit("2026-11-14T10:10:00Z", 6, "2026-11-01T08:00:00Z", 2), id="what was before stays while it goes on",
        ),
        pytest.param(
            Visit("2026-11-14T10:00:00Z", 5), "2026-11-14T09:59:00Z", 4,
            Visit("2026-11-14T10:00:00Z", 5), id="two clocks that differ a little",
        ),
    ],
)  # fmt: skip
def test_a_visit_ends_with_a_pause(before: Visit | None, at: str, version: int, after: Visit) -> None:
    assert going_on(before, at, version) == after


def test_each_person_has_visits_of_their_own(store: Store) -> None:
    note_look(store.database, "Ana", "2026-11-01T08:00:00Z", 2)
    note_look(store.database, "Ben", "2026-11-02T08:00:00Z", 3)
    note_look(store.database, "Ana", "2026-11-14T08:00:00Z", 9)
    assert visit_of(store.database, "Ana") == Visit("2026-11-14T08:00:00Z", 9, "2026-11-01T08:00:00Z", 2)
    assert visit_of(store.database, "Ben") == Visit("2026-11-02T08:00:00Z", 3)
    assert visit_of(store.database, "Eve") is None
    assert store.version == 0  # a visit is no change of the data


def test_ages_tell_when_an_engagement_came_and_when_it_changed(store: Store) -> None:
    store.add_read([article("one.txt")], who="Ana")
    (first,) = (str(row["engagement_id"]) for row in tables_of(store)["engagements"])
    before = store.version
    store.add_read([article("six.txt", people="Kenyan", name="Soipan Tuya")], who="Ana")
    (second,) = {str(row["engagement_id"]) for row in tables_of(store)["engagements"]} - {first}
    store.judge("Ana").edit(first, "city", "Goa", "New Delhi")
    found = ages(store.database, store.version)
    assert found[first][0] <= before < found[first][1] == store.version
    assert before < found[second][0] == found[second][1]
    assert ages(store.database, before) == {first: (found[first][0], found[first][0])}
