"""A side of an engagement, or somebody of it, as one sentence names it."""

from dataclasses import dataclass, field

from core.lexicon.offices import Office

OF_ONE_OFFICE = "of one office"
"""the rule of people told of together, as in "A and B, the defence ministers of the two countries": each holds it"""


@dataclass(slots=True)
class Party:
    """A side or a person as one sentence names it; what it does not tell is filled in later."""

    first: int
    last: int
    countries: tuple[str, ...] = ()
    name: str = ""
    name_at: tuple[int, int] = (0, 0)
    offices: tuple[Office, ...] = ()
    rank: bool = False
    role: str = "person"
    """person, counterpart, host, guest, official, delegation, country, demonym, ship, pronoun"""
    plural: bool = False
    definite: bool = False
    possessive: str = ""
    rule: str = ""
    organisation: str = ""
    she: str = ""
    """"she" or "he", where a pronoun or a title before the name tells; else empty"""
    former: bool = False
    """told as who once held an office: "then minister X", "his predecessor, Y\""""
    also: list["Party"] = field(default_factory=list)
    """whom a pronoun means, if the same sentence has named them"""

    @property
    def country(self) -> str:
        """Its country if it names just one."""
        return self.countries[0] if len(self.countries) == 1 else ""

    def take_office(self, other: "Party") -> None:
        """Takes over the name and the offices of whoever leads or holds it."""
        self.name, self.name_at, self.offices = other.name, other.name_at, other.offices
