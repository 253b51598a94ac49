"""Whether two printed names can be one person's."""

import pytest

from core.engagements.names import name_meets, same_person
from core.model import Person


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        pytest.param("Sergei Shoigu", "Shoygu", True, id="transliterations"),
        pytest.param("Andrei Belousov", "Andrey Bilousov", True, id="both words spelt otherwise"),
        pytest.param("P\u00e5l Jonson", "Pal Jonson", True, id="accents"),
        pytest.param("Dong Jun", "Admiral Dong Jun", True, id="a longer form"),
        pytest.param("Kihara Minoru", "Minoru Kihara", True, id="the family name first"),
        pytest.param("V.G. Khrenin", "Khrenin Viktor Gennadievich", True, id="initials"),
        pytest.param("Lloyd J. Austin III", "Lloyd Austin", True, id="what stands behind a name"),
        pytest.param("Khaled bin Salman", "Khalid Salman", True, id="a particle"),
        pytest.param("Khalid bin Salman", "Mohammed bin Salman", False, id="brothers"),
        pytest.param("Rajnath Singh", "Ajay Singh", False, id="a common family name"),
        pytest.param("Li Shangfu", "Dong Jun", False, id="two people"),
        pytest.param("Richard Marles", "Robert Martin", False, id="names that begin alike"),
        pytest.param("", "", False, id="no names"),
    ],
)
def test_names(one: str, two: str, same: bool) -> None:
    assert name_meets(one, two) is same
    assert name_meets(two, one) is same


@pytest.mark.parametrize(
    ("office", "same"),
    [
        pytest.param("Defence Minister", True, id="one office: a short form of his name"),
        pytest.param("Army Chief", False, id="two offices: two men"),
        pytest.param("", False, id="an office nobody told"),
    ],
)
def test_a_short_first_name(office: str, same: bool) -> None:
    james = Person("James Mattis", "USA", "Defence Minister")
    assert same_person(james, Person("Jim Mattis", "USA", office)) is same
