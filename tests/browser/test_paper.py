"""A page printed from the browser: an A4 sheet with title, filters and citation, charts and tables whole."""

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
A4 = (595, 842)  # points
RIGHT = 595 - 13 * 72 / 25.4  # where the margin begins


def printed(page: Page) -> PdfReader:
    page.locator(".paper").first.wait_for(state="attached")
    page.wait_for_timeout(500)
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(sheet: PdfReader) -> str:
    return " ".join(" ".join(part.extract_text() for part in sheet.pages).split())


def ends(sheet: PdfReader, words: str) -> list[float]:
    """How far to the right these words begin on the first sheet, in points."""
    found: list[float] = []

    def look(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip() == words:
            found.append(tm[4] * cm[0] + tm[5] * cm[2] + cm[4])

    sheet.pages[0].extract_text(visitor_text=look)
    return found


def test_a_page_with_charts_fits_the_sheet(open_page: Open) -> None:
    page = open_page()
    page.wait_for_selector(".js-plotly-plot .bars path")
    sheet = printed(page)
    box = sheet.pages[0].mediabox
    assert (round(box.width), round(box.height)) == A4
    assert all(part.extract_text().strip() for part in sheet.pages)  # no empty sheet at the end
    text = text_of(sheet)
    assert "Overview" in text
    assert "engagements from" in text
    assert "Defence engagements: All countries, all dates." in text
    for pressed in (
        "Download",
        "More formats",
        "Saved views",
        "Words in the text",
        "Permalink",
        "Figures as",
    ):
        assert pressed not in text
    last = max(ends(sheet, "2026"))  # the last year under the first chart
    assert RIGHT - 60 < last < RIGHT


def test_a_long_table_is_printed_whole(open_page: Open) -> None:
    sheet = printed(open_page("engagements?dates=2024-01-01&dates=2024-12-31&kind=bilateral"))
    text = text_of(sheet)
    said = re.search(r"2024: ?(\d+) ?of", text)
    assert said, text[:300]
    rows = int(said[1])
    assert rows > 16  # more than the screen shows at once
    assert text.count("● bilateral") + text.count("○ bilateral, planned") >= rows
