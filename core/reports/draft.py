"""An engagement as one clause tells it, before anybody knows who "he" is or which day it was."""

from dataclasses import dataclass, field

from core.mentions.party import Party
from core.model import Kind
from core.reports.clauses import Clause


@dataclass(slots=True)
class Draft:
    """The parties on either side of the verb or noun that tells of an engagement."""

    kind: Kind
    line: int
    clause: Clause
    cue: str
    at: int
    """the atom of the verb or noun that tells of it"""
    left: list[Party] = field(default_factory=list)
    right: list[Party] = field(default_factory=list)
    subject_open: bool = False
    """the clause has no subject of its own: it is that of the sentence or the main actor"""
    weak: bool = False
    """tells more about an engagement that is told elsewhere; none by itself"""
    together: bool = False
    """all sides at one table, not one after the other"""
