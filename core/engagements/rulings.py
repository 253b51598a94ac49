"""An analyst's word on which reports are of one engagement."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Rulings:
    """Pairs of report ids: `together` wins over any doubt, `apart` over any likeness and over `together`."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    @cached_property
    def parted(self) -> Mapping[str, frozenset[str]]:
        """For each report that was ruled apart from others, the ids of those."""
        found: dict[str, set[str]] = {}
        for one, other in self.apart:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {one: frozenset(others) for one, others in found.items()}


NONE = Rulings()
