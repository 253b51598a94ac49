"""What a reader takes along: an Excel file, a brief, a picture; each in few clicks, with the right content."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import docx
import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from core.store.store import Store
from core.tables.frames import frames
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow

pytestmark = pytest.mark.browser

READY = """() => document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'"""

Open = Callable[..., Page]


@pytest.fixture
def data(workspace: Path) -> Dataset:
    """The collection as it stands when a test begins."""
    kept = Store.at(workspace)
    with kept.tables() as tables:
        made = frames({name: list(rows) for name, rows in tables.items()})
    return Dataset.of(made, kept.texts())


class Hand:
    """Clicks on a page and counts them: four lead to every answer."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, what: Locator) -> None:
        what.click()
        self.clicks += 1
        self.page.wait_for_timeout(250)
        self.page.wait_for_function(READY)

    def download(self, name: str | re.Pattern[str]) -> tuple[str, bytes]:
        with self.page.expect_download() as waiting:
            self.click(self.page.get_by_test_id("stPopoverBody").get_by_role("button", name=name))
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()

    def type_country(self, country: str) -> None:
        """Chooses a country by keyboard, with the focus in its field after one click."""
        box = self.page.get_by_role("combobox", name="Country")
        self.click(box)
        box.press_sequentially(country)
        self.page.get_by_role("option", name=re.compile(f"^{country}")).wait_for()
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Escape")
        self.page.wait_for_timeout(250)
        self.page.wait_for_function(READY)

    def choose(self, country: str) -> None:
        box = self.page.get_by_role("combobox", name="Country")
        self.click(box)
        box.press_sequentially(country)
        self.click(self.page.get_by_role("option", name=re.compile(f"^{country}")))
        self.page.keyboard.press("Escape")


def test_outcomes_with_france_since_2020_as_an_excel_file(open_page: Open, data: Dataset) -> None:
    hand = Hand(open_page())
    hand.click(hand.page.get_by_role("spinbutton", name="day, From – to start date"))
    hand.page.keyboard.type("01012020")
    hand.page.keyboard.press("Tab")
    hand.page.keyboard.type("31122026")
    hand.page.keyboard.press("Escape")
    hand.page.wait_for_url(re.compile("dates=2020-01-01&dates=2026-12-31"))
    hand.type_country("France")
    hand.click(hand.page.get_by_role("button", name="More formats"))
    name, content = hand.download("Excel workbook")
    assert hand.clicks <= 4
    assert name.startswith("engagements_FRA_2020-01-01--2026-12-31_data-")
    asked = Filters(first=date(2020, 1, 1), last=date(2026, 12, 31), countries=("FRA",))
    shown = narrow(data, asked)
    book = openpyxl.load_workbook(io.BytesIO(content))
    ids = [row[0] for row in book["engagements"].iter_rows(min_row=2, values_only=True)]
    assert ids == shown["engagement_id"].tolist()
    told = [part for cell in shown["outcomes"] for part in cell.split(";") if part]
    assert book["outcomes"].max_row - 1 == len(told) > 0


def test_a_two_page_brief_on_vietnam(open_page: Open) -> None:
    hand = Hand(open_page())
    hand.choose("Vietnam")
    hand.click(hand.page.get_by_role("button", name="More formats"))
    name, content = hand.download("Word")
    assert hand.clicks <= 4
    assert name.startswith("brief_VNM_data-")
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    assert text.startswith("Brief: Vietnam")
    assert "engagements in which Vietnam took part" in text
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"footnoteReference" in archive.read("word/document.xml")


def test_the_page_to_print_fits_two_sheets(open_page: Open) -> None:
    hand = Hand(open_page("?country=India+IND&country=Japan+JPN"))
    hand.click(hand.page.get_by_role("button", name="More formats"))
    _, content = hand.download("Page to print")
    printed = hand.page.context.new_page()
    printed.set_content(content.decode())
    sheets = len(re.findall(rb"/Type\s*/Page\b", printed.pdf(prefer_css_page_size=True)))
    assert 1 <= sheets <= 2


def test_a_chart_is_saved_by_the_browser_itself(open_page: Open) -> None:
    page = open_page("countries?country=India+IND")
    hand = Hand(page)
    expect(page.locator(".modebar-btn")).to_have_count(0)
    picture = saved_as(page, hand, "PNG")
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) > 1200
    drawing = saved_as(page, hand, "SVG")
    said = " ".join("".join(ElementTree.fromstring(drawing).itertext()).split())
    assert "Partners of India" in said
    assert "UN geodata 1:50m" in said
    assert "Sidelines, data" in said


def saved_as(page: Page, hand: Hand, form: str) -> bytes:
    """What the button of the first chart saves once a form is chosen."""
    hand.click(page.get_by_role("button", name="More formats"))
    hand.click(page.get_by_test_id("stPopoverBody").get_by_text(form, exact=True))
    page.keyboard.press("Escape")
    button = page.get_by_role("button", name=re.compile("^Download plot")).first
    expect(button).to_be_visible()
    with page.expect_download() as waiting:
        button.click()
    assert waiting.value.suggested_filename.startswith("chart-partner-map_IND_data-")
    return Path(waiting.value.path()).read_bytes()
