"""The analysts' rulings on which reports are of one engagement, and the blocks that they tie to one another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Connection, select

from core.engagements.rulings import Rulings
from core.store.decided import RULINGS, Action, State, all_decisions, in_parts
from core.store.schema import reports


@dataclass(frozen=True, slots=True)
class Ruled:
    """The analysts' rulings: pairs of lineages, and the blocks that they tie to one another."""

    rulings: Rulings
    tied: Mapping[str, frozenset[str]]


def rulings_of(connection: Connection) -> Ruled:
    """All rulings in force, the later before the earlier where they speak of the same two reports."""
    together: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for decided in all_decisions(connection, [State.IN_FORCE]):
        if decided.action not in RULINGS:
            continue
        pairs = [(one, other) for one in decided.payload["one"] for other in decided.payload["other"]]
        if decided.action is Action.MERGE:
            together += pairs
            apart = [pair for pair in apart if not {pair, pair[::-1]} & set(pairs)]
        else:
            apart += pairs
            together = [pair for pair in together if not {pair, pair[::-1]} & set(pairs)]
            if decided.action is Action.SPLIT:
                together += _chained(decided.payload["one"]) + _chained(decided.payload["other"])
    tied: dict[str, set[str]] = defaultdict(set)
    block_of = _blocks_of(connection, {lineage for pair in together for lineage in pair})
    for one, other in together:
        if one in block_of and other in block_of:
            tied[block_of[one]].add(block_of[other])
            tied[block_of[other]].add(block_of[one])
    return Ruled(
        Rulings(tuple(together), tuple(apart)), {name: frozenset(others) for name, others in tied.items()}
    )


def _chained(lineages: Sequence[str]) -> list[tuple[str, str]]:
    return list(pairwise(lineages))


def _blocks_of(connection: Connection, lineages: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in in_parts(sorted(lineages)):
        rows = connection.execute(
            select(reports.c.lineage, reports.c.block).where(reports.c.lineage.in_(part))
        )
        found.update({str(row.lineage): str(row.block) for row in rows})
    return found


def tied_to(name: str, tied: Mapping[str, frozenset[str]]) -> set[str]:
    """All blocks that rulings tie to this one, over any number of steps."""
    group, left = {name}, [name]
    while left:
        new = tied.get(left.pop(), frozenset()) - group
        group |= new
        left += new
    return group


def of_reports(rulings: Rulings, lineages: Mapping[str, str]) -> Rulings:
    """The rulings on lineages as rulings on the reports that go on with them."""

    def here(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        return tuple(
            (lineages[one], lineages[other]) for one, other in pairs if one in lineages and other in lineages
        )

    return Rulings(here(rulings.together), here(rulings.apart))
