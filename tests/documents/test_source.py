"""Who published a document: the address goes before the data, the data before the byline."""

import pytest

from core.documents.source import source_of

RELEASE = "Ministry of Defence\n\nPosted On: 28 APR 2023 6:12PM by PIB Delhi\n\nThe ministers met."


@pytest.mark.parametrize(
    ("text", "url", "stated", "source"),
    [
        pytest.param(RELEASE, "", "", "Press Information Bureau", id="the byline"),
        pytest.param(RELEASE, "", "My archive", "My archive", id="the data"),
        pytest.param(RELEASE, "", "PTI", "Press Trust of India", id="the data, by a known name"),
        pytest.param(RELEASE, "https://www.thehindu.com/x", "thehindu.com", "The Hindu", id="the address"),
        pytest.param(
            RELEASE, "https://example.org/x", "", "Press Information Bureau", id="an unknown address"
        ),
        pytest.param("The ministers met.", "", "", "", id="nothing"),
    ],
)
def test_source_of(text: str, url: str, stated: str, source: str) -> None:
    assert source_of(text, url=url, stated=stated) == source
