"""The register of outlets is whole, and finds who published a document."""

import pycountry
import pytest

from core.errors import LexiconError
from core.lexicon import sources

CODES = {country.alpha_3 for country in pycountry.countries}


def test_outlets_are_whole() -> None:
    assert len(sources.outlets()) >= 120
    for outlet in sources.outlets().values():
        assert outlet.domains, f"{outlet.name}: needs an address"
        assert not outlet.country or outlet.country in CODES, outlet.name
        for domain in outlet.domains:
            assert domain == domain.lower(), outlet.name
            assert not domain.startswith("www."), outlet.name
            assert "/" not in domain, outlet.name


@pytest.mark.parametrize(
    ("url", "head", "name"),
    [
        pytest.param("https://www.pib.gov.in/PressReleasePage.aspx?PRID=1", "", "Press Information Bureau", id="address with www"),
        pytest.param("https://timesofindia.indiatimes.com/india/x", "", "The Times of India", id="the longer domain"),
        pytest.param("https://economictimes.indiatimes.com/news/x", "", "The Economic Times", id="its sister"),
        pytest.param("thehindu.com/news", "", "The Hindu", id="address without scheme"),
        pytest.param("https://notpib.gov.in.example.org/", "", None, id="a domain in another's name"),
        pytest.param("https://mypib.gov.in", "", None, id="the end of a label is no domain"),
        pytest.param("http://[broken", "", None, id="no address at all"),
        pytest.param("", "Posted On: 28 APR 2023 6:12PM by PIB Delhi\n\nText", "Press Information Bureau", id="release"),
        pytest.param("", "MOSCOW, May 3 (Reuters) - The ministers met.", "Reuters", id="dateline with an agency"),
        pytest.param("", "Dushanbe [Tajikistan], July 29 (ANI): Rajnath", "ANI", id="dateline of ANI"),
        pytest.param("", "BEIJING, Oct. 15 -- Xinhua\nZhang", "Xinhua", id="dash and agency"),
        pytest.param("", "New Delhi: The minister told PTI that talks went on.", None, id="an outlet spoken of is no byline"),
        pytest.param("", "UNI and ANI are words in capitals here.", None, id="names in the running text"),
        pytest.param("", "x" * 700 + "\nby PIB Delhi\n", None, id="too far down"),
        pytest.param("https://www.aninews.in/x", "by PIB Delhi", "ANI", id="the address goes first"),
        pytest.param("", "", None, id="nothing known"),
    ],
)  # fmt: skip
def test_outlet_of(url: str, head: str, name: str | None) -> None:
    found = sources.outlet_of(url, head)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        pytest.param([{"kind": "club"}], "kind", id="unknown kind"),
        pytest.param([{}, {"name": "B"}], "belongs to A", id="a domain of two outlets"),
        pytest.param([{"source": ""}], "source", id="no source"),
    ],
)
def test_bad_outlets_are_refused(
    rows: list[dict[str, str]], problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"name": "A", "kind": "agency", "country": "IND", "domains": "a.in", "names": "", "source": "x"}
    monkeypatch.setattr(sources, "read_csv", lambda _: [row | cells for cells in rows])
    with pytest.raises(LexiconError, match=problem):
        sources.outlets.__wrapped__()


@pytest.mark.parametrize(
    ("source", "url", "kind"),
    [
        pytest.param("", "https://www.pib.gov.in/x", "official", id="a registered address"),
        pytest.param("", "https://pna.gov.ph/x", "agency", id="an agency at a government's address"),
        pytest.param("", "https://www.mod.gov.xx/x", "official", id="a government's address"),
        pytest.param("", "https://www.army.mil.xx/x", "official", id="an army's address"),
        pytest.param("", "https://gov.example.com/x", "", id="a government's label elsewhere"),
        pytest.param("", "https://somebody.wordpress.com/x", "blog", id="a blog's address"),
        pytest.param("PTI", "", "agency", id="a byline"),
        pytest.param("the hindu", "", "newspaper", id="a name in small letters"),
        pytest.param("A Newsletter", "https://example.org", "", id="unknown"),
    ],
)
def test_kind_of(source: str, url: str, kind: str) -> None:
    assert sources.kind_of(source, url) == kind


def test_a_byline_at_a_strange_address_is_not_believed() -> None:
    assert sources.publisher("Press Information Bureau", "https://example.org") is None
    known = sources.publisher("Press Information Bureau", "")
    assert known is not None
    assert known.country == "IND"
