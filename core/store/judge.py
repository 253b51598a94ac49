"""An analyst's decisions: written, carried out and logged in one step, and taken back in one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select, update

from core.errors import OvertakenError, UsageError
from core.model import Collection, Document, FieldSource, Report
from core.store.decided import (
    Action,
    State,
    all_decisions,
    decision_numbered,
    in_parts,
    next_number,
    write_decision,
)
from core.store.engine import Database
from core.store.keep import document_with, keep_document
from core.store.log import Change, Step, next_step, write_changes
from core.store.overlay import edited
from core.store.records import report_from, unpacked
from core.store.schema import changes, decisions, engagements, reports
from core.store.settle import settle
from core.store.shown import BY_HAND, as_text
from core.store.standing import current_id, touch
from core.tables.rows import row_streams

FACTS = ("status", "date_start", "countries", "host_country", "city", "forum", "people", "topics", "outcomes")


class Judge:
    """Decisions of one person on the engagements of a store.

    Every method does all or nothing, gives back the number of the decision, by which it can be undone, and raises
    UsageError for what cannot be decided, OvertakenError for what somebody else decided meanwhile.
    """

    def __init__(self, database: Database, who: str) -> None:
        self.database = database
        self.who = " ".join(who.split())[:100] or "somebody"

    def accept(self, engagement_ids: Sequence[str], why: str = "", seen: int | None = None) -> list[int]:
        """Says that these engagements are right as they stand, or stood at the version of the data `seen`."""
        return self._decide_all(Action.ACCEPT, engagement_ids, why, seen)

    def reject(self, engagement_ids: Sequence[str], why: str = "", seen: int | None = None) -> list[int]:
        """Says that these are no engagements: they go from tables and charts, not from the store."""
        return self._decide_all(Action.REJECT, engagement_ids, why, seen)

    def edit(self, engagement_id: str, field: str, value: str, seen: str, why: str = "") -> int:
        """Sets a field to another value; `seen` is the value that the person saw when writing it."""
        value = " ".join(value.split())
        with self.database.writing() as connection:
            key = current_id(connection, engagement_id)
            shown, machine = _rows_of(connection, key)
            best = _best_of(connection, key)
            edited(best, field, value)  # refuses what cannot stand there
            now = as_text(shown[field])
            if now != seen:
                raise OvertakenError(field, now, _last_editor(connection, key, field))
            payload = {"field": field, "value": value, "machine": as_text(machine[field])}
            return self._carry_out(connection, Action.EDIT, key, payload, why)

    def merge(self, one: str, other: str, why: str = "") -> int:
        """Says that two engagements are one; it goes on under the id of the one that was known first."""
        return self._rule(Action.MERGE, one, other, why)

    def keep_apart(self, one: str, other: str, why: str = "") -> int:
        """Says that two engagements are never one."""
        return self._rule(Action.APART, one, other, why)

    def split(self, engagement_id: str, report_ids: Sequence[str], why: str = "") -> int:
        """Makes these reports of an engagement an engagement of their own."""
        with self.database.writing() as connection:
            key = current_id(connection, engagement_id)
            held = {row.report_id: row.lineage for row in _reports_of(connection, key)}
            leaving = [held[name] for name in report_ids if name in held]
            staying = [lineage for name, lineage in held.items() if name not in set(report_ids)]
            if not leaving or not staying:
                raise UsageError("choose some of its reports, and leave some: both parts need one")
            return self._carry_out(connection, Action.SPLIT, key, {"one": staying, "other": leaving}, why)

    def add(self, told: Report, source: Document, why: str = "") -> tuple[int, str]:
        """Adds an engagement that no document gave, with the note that is its source; also gives its id."""
        told = replace(told, confidence=1.0, fields=tuple(_by_hand(told)))
        with self.database.writing() as connection:
            if document_with(connection, source.sha256) is not None:
                raise UsageError("this note is in the store already; change its words or edit its engagement")
            number = next_number(connection)
            step = next_step(connection, self.who, f"{Action.ADD.value}: {source.title}"[:200], number)
            doc_id = keep_document(connection, step, source, [told], parser="", original=None)
            row = connection.execute(select(reports.c.lineage).where(reports.c.doc_id == doc_id)).scalar_one()
            target = "E-" + str(row)[2:]
            write_decision(connection, step, Action.ADD, target, {"doc_id": doc_id}, why)
            settle(connection, step, why)
            return number, current_id(connection, target)

    def dismiss(self, engagement_id: str, flag: str, field: str, why: str = "") -> int:
        """Says that a flag is of no weight here."""
        return self._decide(Action.DISMISS, engagement_id, {"flag": flag, "field": field}, why)

    def grade(self, source: str, reliability: str, why: str = "") -> int:
        """Sets the reliability of a source, A (always reliable) to F (cannot be judged)."""
        if reliability not in tuple("ABCDEF"):
            raise UsageError(f"a source's reliability is a letter from A to F, not {reliability!r}")
        with self.database.writing() as connection:
            step = next_step(connection, self.who, f"{Action.GRADE.value}: {source}", next_number(connection))
            write_decision(connection, step, Action.GRADE, source, {"reliability": reliability}, why)
            write_changes(connection, step, [Change("", "reliability", source, reliability, why)])
            assert step.decision is not None
            return step.decision

    def undo(self, number: int, why: str = "") -> int:
        """Takes a decision back; undone once more, it counts again."""
        return self.undo_all([number], why)[0]

    def undo_all(self, numbers: Sequence[int], why: str = "") -> list[int]:
        """Takes several decisions back in one go, or puts those back that were taken back."""
        with self.database.writing() as connection:
            taken = [self._take_back(connection, number, why) for number in numbers]
            if taken:
                settle(connection, taken[-1][0], why or taken[-1][1])
            return list(numbers)

    def _take_back(self, connection: Connection, number: int, why: str) -> tuple[Step, str]:
        decided = decision_numbered(connection, number)
        if decided is None:
            raise UsageError(f"there is no decision {number}")
        back = decided.state is State.UNDONE
        state = State.IN_FORCE if back else State.UNDONE
        what = f"{'redo' if back else 'undo'} of {number}: {decided.action.value}"
        step = next_step(connection, self.who, what, number)
        connection.execute(update(decisions).where(decisions.c.number == number).values(state=state.value))
        write_changes(connection, step, [Change(decided.target, "decision", decided.state, state, why)])
        touch(connection, decided)
        return step, what

    def _decide_all(
        self, action: Action, engagement_ids: Sequence[str], why: str, seen: int | None
    ) -> list[int]:
        """The same decision on many: each has its number and its step, and they are merged anew once."""
        if not engagement_ids:
            return []
        with self.database.writing() as connection:
            keys = list(dict.fromkeys(current_id(connection, key) for key in engagement_ids))
            if seen is not None:
                _refuse_overtaken(connection, keys, seen)
            steps = {key: self._keep(connection, action, key, {}, why) for key in keys}
            settle(connection, steps[keys[-1]], why, steps)
            return [step.decision for step in steps.values() if step.decision is not None]

    def _decide(self, action: Action, engagement_id: str, payload: Mapping[str, Any], why: str) -> int:
        with self.database.writing() as connection:
            key = current_id(connection, engagement_id)
            return self._carry_out(connection, action, key, payload, why)

    def _rule(self, action: Action, one: str, other: str, why: str) -> int:
        with self.database.writing() as connection:
            keys = current_id(connection, one), current_id(connection, other)
            if keys[0] == keys[1]:
                raise UsageError("these are one engagement already")
            first, second = ([row.lineage for row in _reports_of(connection, key)] for key in keys)
            payload = {"one": first, "other": second, "engagement": keys[1]}
            return self._carry_out(connection, action, keys[0], payload, why)

    def _carry_out(
        self, connection: Connection, action: Action, target: str, payload: Mapping[str, Any], why: str
    ) -> int:
        step = self._keep(connection, action, target, payload, why)
        settle(connection, step, why)
        assert step.decision is not None
        return step.decision

    def _keep(
        self, connection: Connection, action: Action, target: str, payload: Mapping[str, Any], why: str
    ) -> Step:
        """The step of a decision that is written and logged, and still to be carried out."""
        number = next_number(connection)
        step = next_step(connection, self.who, f"{action.value}: {target}", number)
        write_decision(connection, step, action, target, payload, why)
        write_changes(connection, step, [Change(target, "decision", "", action.value, why)])
        touch(connection, decision_numbered(connection, number))
        return step


def _by_hand(told: Report) -> Iterator[FieldSource]:
    """Says of every value that an analyst wrote it; the note as a whole is its evidence."""
    row = next(row_streams(Collection(reports=[told]))["reports"])
    for field in ("kind", *FACTS):
        if row[field]:
            yield FieldSource(field, str(row[field]), told.evidence_start, told.evidence_end, BY_HAND)


def _reports_of(connection: Connection, key: str) -> Sequence[Any]:
    return connection.execute(
        select(reports.c.report_id, reports.c.lineage)
        .where(reports.c.engagement_id == key)
        .order_by(reports.c.rank)
    ).all()


def _rows_of(connection: Connection, key: str) -> tuple[dict[str, Any], dict[str, Any]]:
    shown, machine = connection.execute(
        select(engagements.c.shown, engagements.c.machine).where(engagements.c.engagement_id == key)
    ).one()
    return unpacked(shown)["engagements"][0], unpacked(machine)


def _best_of(connection: Connection, key: str) -> Report:
    record = connection.execute(
        select(reports.c.record).where(reports.c.engagement_id == key).limit(1)
    ).scalar_one()
    return report_from(record)


def _refuse_overtaken(connection: Connection, keys: Sequence[str], seen: int) -> None:
    """Raises OvertakenError where one of these engagements changed after the version that a person saw."""
    for part in in_parts(list(keys)):
        later = (changes.c.version > seen) & changes.c.engagement_id.in_(part)
        told = changes.c.field != "decision"
        found = connection.execute(
            select(changes.c.field, changes.c.new, changes.c.who)
            .where(later & told)
            .order_by(changes.c.number.desc())
        ).all()
        if found:  # what was changed says more than that it was reviewed
            last = next((row for row in found if row.field not in ("review", "corrected")), found[0])
            raise OvertakenError(last.field, last.new, last.who)


def _last_editor(connection: Connection, key: str, field: str) -> str:
    found = [
        decided.who
        for decided in all_decisions(connection)
        if decided.target == key and decided.payload.get("field") == field
    ]
    return found[-1] if found else "the parser"
