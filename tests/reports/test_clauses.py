"""A sentence cut into clauses, each with the parties that stand in it."""

import pytest

from core.mentions.atoms import read_line
from core.mentions.names import Vocabulary
from core.mentions.parties import find_parties
from core.model import Sentence
from core.reports.clauses import Clause, clauses


def cut(text: str) -> list[Clause]:
    line = read_line(Sentence(text, 0, 0), Vocabulary(frozenset(), frozenset()))
    return clauses(line, find_parties(line))


def told(text: str) -> list[tuple[str, list[str]]]:
    """The opener of each clause and the names or roles of its parties."""
    return [(c.opener, [p.name or p.role for group in c.groups for p in group]) for c in cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rajnath Singh met Viktor Khrenin.", [("", ["Rajnath Singh", "Viktor Khrenin"])], id="one"
        ),
        pytest.param(
            "After he met Viktor Khrenin, Rajnath Singh flew home.",
            [("", ["Rajnath Singh"]), ("after", ["pronoun", "Viktor Khrenin"])],
            id="after, a clause",
        ),
        pytest.param(
            "After the meeting, Rajnath Singh flew home.", [("", ["Rajnath Singh"])], id="after, a thing only"
        ),
        pytest.param(
            "Rajnath Singh met Wang Yi, while Lloyd Austin met Richard Marles.",
            [("", ["Rajnath Singh", "Wang Yi"]), ("while", ["Lloyd Austin", "Richard Marles"])],
            id="while",
        ),
        pytest.param(
            "Rajnath Singh said that Lloyd Austin would help.",
            [("", ["Rajnath Singh"]), ("that", ["Lloyd Austin"])],
            id="what was said",
        ),
        pytest.param(
            "Rajnath Singh met Wang Yi as well as Lloyd Austin.",
            [("", ["Rajnath Singh", "Wang Yi", "Lloyd Austin"])],
            id="as well as is no clause",
        ),
        pytest.param(
            "Rajnath Singh, whose delegation was large, met Wang Yi.",
            [("", ["Rajnath Singh", "Wang Yi"]), ("whose", ["delegation"])],
            id="a clause inside another",
        ),
        pytest.param(
            "Rajnath Singh who arrived on Monday is scheduled to call on Wang Yi.",
            [("", ["Rajnath Singh", "Wang Yi"]), ("who", [])],
            id="the main verb ends a clause without commas",
        ),
        pytest.param(
            "Rajnath Singh, who met Wang Yi and is to see Lloyd Austin, left.",
            [("", ["Rajnath Singh"]), ("who", ["Wang Yi", "Lloyd Austin"])],
            id="a second verb of the clause does not",
        ),
    ],
)
def test_clauses(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "antecedent"),
    [
        pytest.param("Rajnath Singh met Viktor Khrenin, who came from Minsk.", ["Viktor Khrenin"], id="who"),
        pytest.param("Rajnath Singh, whose delegation was large, left.", ["Rajnath Singh"], id="whose"),
        pytest.param("Rajnath Singh said that Viktor Khrenin came.", None, id="that he said is about nobody"),
    ],
)
def test_whom_a_relative_clause_is_about(text: str, antecedent: list[str] | None) -> None:
    last = cut(text)[-1]
    assert last.opener
    assert (last.antecedent and [party.name for party in last.antecedent]) == antecedent


def test_no_atom_is_in_two_clauses() -> None:
    text = "After he met Wang Yi, who came from Beijing, Rajnath Singh said that Lloyd Austin would come; he left."
    held = [place for clause in cut(text) for place in clause.atoms]
    assert len(held) == len(set(held))


def test_an_empty_line_has_no_clauses() -> None:
    assert cut("") == []
