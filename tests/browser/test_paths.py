"""What a reader does: filter, click, read the evidence, download, upload, pass a link on."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect

from core.store.store import Store
from core.tables.frames import frames
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
READY = """() => document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'"""

Open = Callable[..., Page]


@pytest.fixture
def data(workspace: Path) -> Dataset:
    """The collection as it stands when a test begins."""
    kept = Store.at(workspace)
    with kept.tables() as tables:
        made = frames({name: list(rows) for name, rows in tables.items()})
    return Dataset.of(made, kept.texts())


def settle(page: Page) -> None:
    page.wait_for_timeout(250)
    page.wait_for_function(READY)


def rows_said(page: Page) -> int:
    name = page.get_by_role("button", name=re.compile(r"Download [\d,]+ rows?$")).inner_text()
    return int(re.sub(r"\D", "", name))


def expect_rows(page: Page, rows: int) -> None:
    """The download button names the rows, on every page."""
    name = re.compile(rf"Download {rows:,} rows?$")
    expect(page.get_by_role("button", name=name)).to_be_visible()


def shape_of(page: Page, code: str) -> Locator:
    """The outline of a country on the map."""
    index = page.evaluate(
        """code => [...document.querySelectorAll('.choroplethlayer path')]
             .findIndex(path => path.__data__ && (path.__data__.loc === code || path.__data__.id === code))""",
        code,
    )
    return page.locator(".choroplethlayer path").nth(index)


def table_cell(page: Page, row: int) -> tuple[float, float]:
    """Where the cell of Sides in a row of the table is on the screen."""
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    assert box
    return box["x"] + 160, box["y"] + 34 + 33 * row + 14


def test_first_charts_are_drawn(open_page: Open, data: Dataset) -> None:
    page = open_page()
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    expect(page.locator(".js-plotly-plot .bars path").first).to_be_visible()
    expect_rows(page, len(narrow(data, Filters())))


def test_a_deep_link_on_a_fresh_server_has_filters_and_navigation(open_page: Open) -> None:
    page = open_page("timeline?country=Japan+JPN")
    expect(page.get_by_test_id("stSidebar").get_by_text("Japan JPN")).to_be_visible()
    expect(page.get_by_role("link", name="Engagements", exact=True)).to_be_visible()


def test_filter_by_date(open_page: Open, data: Dataset) -> None:
    page = open_page()
    page.get_by_test_id("stSidebar").get_by_text("2024", exact=True).click()
    asked = Filters(first=date(2024, 1, 1), last=date(2024, 12, 31))
    expect_rows(page, len(narrow(data, asked)))
    assert "dates=2024-01-01&dates=2024-12-31" in page.url


def test_filter_by_country_and_keep_it_on_every_page(
    open_page: Open, turn: Callable[..., None], data: Dataset
) -> None:
    page = open_page()
    page.get_by_role("combobox", name="Country").fill("japan")
    page.get_by_role("option", name="Japan JPN").click()
    page.keyboard.press("Escape")
    rows = len(narrow(data, Filters(countries=("JPN",))))
    expect_rows(page, rows)
    pages = {"Timeline": "", "Countries": "Partners", "Forums": "", "Engagements": "", "Data": "Collection"}
    for name, menu in pages.items():
        turn(page, name, menu)
        expect_rows(page, rows)
        assert "country=Japan+JPN" in page.url
    page.get_by_role("button", name="Clear filters").click()
    expect_rows(page, len(narrow(data, Filters())))


def test_the_map_draws_without_network_and_a_click_filters(open_page: Open, data: Dataset) -> None:
    page = open_page("countries")
    expect(page.locator(".choroplethlayer path").nth(150)).to_be_attached()
    box = shape_of(page, "AUS").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.4)
    expect(page.get_by_test_id("stSidebar").get_by_text("Australia AUS")).to_be_visible()
    expect_rows(page, len(narrow(data, Filters(countries=("IND", "AUS")))))
    expect(page.get_by_role("heading", name="India and Australia: history")).to_be_visible()


def test_a_row_opens_its_record_with_the_evidence_highlighted(open_page: Open, data: Dataset) -> None:
    page = open_page("engagements?country=Russia+RUS")
    row = narrow(data, Filters(countries=("RUS",))).iloc[2]
    page.mouse.click(*table_cell(page, 2))
    record = page.locator(".st-key-record")
    expect(record.get_by_text(row["engagement_id"], exact=True)).to_be_visible()
    expect(record.locator("mark").first).to_have_text(re.compile(re.escape(row["evidence"].split()[0])))
    assert f"e={row['engagement_id']}" in page.url
    assert "country=Russia+RUS" in page.url


def test_a_mark_of_the_timeline_opens_its_record_and_keeps_the_filter(open_page: Open, data: Dataset) -> None:
    page = open_page("timeline?kind=bilateral&country=Russia+RUS")
    mark = page.locator(".scatterlayer .points path").first
    expect(mark).to_be_visible()
    box = mark.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_role("heading", name="Engagements", level=1)).to_be_visible()
    expect(page.locator(".st-key-record mark").first).to_be_visible()
    expect_rows(page, len(narrow(data, Filters(countries=("RUS",), kinds=("bilateral",)))))


def test_a_link_on_the_overview_opens_the_record(open_page: Open) -> None:
    page = open_page("?kind=bilateral")
    page.get_by_test_id("stPageLink").filter(has_text=" · ").first.click()
    expect(page.locator(".st-key-record mark").first).to_be_visible()
    assert "kind=bilateral" in page.url


def test_the_download_holds_just_the_rows_shown(open_page: Open, data: Dataset) -> None:
    page = open_page("engagements?country=India+IND&country=Russia+RUS&dates=2023-01-01&dates=2025-12-31")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile("^download Download|^Download")).click()
    asked = Filters(countries=("IND", "RUS"), first=date(2023, 1, 1), last=date(2025, 12, 31))
    shown = narrow(data, asked)
    file: Download = waiting.value
    assert file.suggested_filename.startswith("engagements_IND-RUS_2023-01-01--2025-12-31_data-")
    text = Path(file.path()).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["engagement_id"] for row in rows] == shown["engagement_id"].tolist()
    assert [row["countries"] for row in rows] == shown["countries"].tolist()
    assert [row["date_start"] for row in rows] == shown["date_start"].dt.strftime("%Y-%m-%d").fillna(
        ""
    ).tolist()


def test_an_upload_shows_its_engagement_and_stays(open_page: Open, browser: Browser) -> None:
    page = open_page("add")
    article = (
        "Oslo, March 14, 2025\n\nNorwegian Defence Minister Kari Nordmann met Kenyan Defence Minister "
        "Jane Wanjiku in Oslo on Thursday and signed an agreement on coast guard training.\n"
    )
    files = [
        {"name": "oslo.txt", "mimeType": "text/plain", "buffer": article.encode()},
        {"name": "scan.txt", "mimeType": "text/plain", "buffer": bytes(range(256)) * 8},
    ]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    expect(page.get_by_role("heading", name="1 document read, 1 not read")).to_be_visible()
    expect(page.get_by_text("Kenya – Norway").first).to_be_visible()
    expect(page.get_by_text("scan.txt", exact=True)).to_be_visible()
    page.get_by_role("button", name="Show the engagements").click()
    expect(page.get_by_role("heading", name="Engagements", level=1)).to_be_visible()
    expect(page.locator(".st-key-record").get_by_text("Kenya – Norway").first).to_be_visible()
    other = browser.new_context()
    elsewhere = other.new_page()
    elsewhere.goto(page.url)
    expect(elsewhere.locator(".st-key-record").get_by_text("Kenya – Norway").first).to_be_visible()
    other.close()


def test_a_link_shows_the_same_rows_in_a_fresh_browser(open_page: Open, browser: Browser) -> None:
    page = open_page()
    page.get_by_test_id("stSidebar").get_by_text("bilateral", exact=True).click()
    settle(page)
    page.get_by_test_id("stSidebar").get_by_text("2025", exact=True).click()
    settle(page)
    page.get_by_role("link", name="Engagements", exact=True).click()
    expect(page.get_by_role("heading", name="Engagements", level=1)).to_be_visible()
    settle(page)
    rows, record = rows_said(page), page.locator(".st-key-record").inner_text()
    other = browser.new_context(viewport={"width": 1440, "height": 1000})
    fresh = other.new_page()
    fresh.goto(page.url)
    expect(fresh.get_by_role("button", name=re.compile(rf"Download {rows:,} rows?$"))).to_be_visible()
    expect(fresh.locator(".st-key-record")).to_have_text(re.compile(re.escape(record.split("\n")[-1])))
    other.close()


def test_pages_follow_the_dark_mode(browser: Browser, server: str) -> None:
    """The placeholder colours of the figures become the colours of the mode."""
    seen = {}
    for mode in ("light", "dark"):
        context = browser.new_context(color_scheme=mode)
        page = context.new_page()
        page.goto(server)
        bar = page.locator(".js-plotly-plot .bars path").first
        expect(bar).to_be_visible()
        seen[mode] = bar.evaluate("path => getComputedStyle(path).fill")
        context.close()
    assert seen == {"light": "rgb(43, 87, 176)", "dark": "rgb(107, 161, 220)"}


def test_answers_carry_the_security_headers(server: str) -> None:
    import urllib.request

    with urllib.request.urlopen(server) as answer:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_from_a_record_to_its_reports_side_by_side_and_back(open_page: Open, data: Dataset) -> None:
    told = data.engagements.sort_values("reports", ascending=False).iloc[0]
    page = open_page(f"engagements?e={told['engagement_id']}&sources=2")
    expect_rows(page, len(narrow(data, Filters(told_by=2))))
    page.get_by_role("link", name=f"{told['reports']} reports, side by side").click()
    table = page.get_by_role("region", name="Fields by reports")
    expect(table.get_by_role("row", name=re.compile("^Date"))).to_be_visible()
    assert table.locator("thead th").count() == told["reports"] + 2
    assert f"engagement={told['engagement_id']}" in page.url
    page.get_by_role("link", name="In the table").click()
    expect_rows(page, len(narrow(data, Filters(told_by=2))))


def test_each_choice_tells_how_many_it_shows(open_page: Open, data: Dataset) -> None:
    page = open_page("?status=held")
    calls = len(narrow(data, Filters(kinds=("call",), statuses=("held",))))
    choice = page.get_by_role("button", name="call", exact=True)
    expect(choice).to_have_attribute("data-count", str(calls))
    choice.click()
    expect_rows(page, calls)
    page.get_by_test_id("stSidebar").get_by_role("combobox", name="Country").fill("United")
    with_them = len(narrow(data, Filters(kinds=("call",), statuses=("held",), countries=("USA",))))
    option = page.get_by_role("option", name="United States USA", exact=True)
    expect(option).to_have_attribute("data-count", str(with_them))


def test_a_newcomer_is_led_on_and_keeps_the_filter(open_page: Open) -> None:
    page = open_page("?kind=bilateral")
    page.get_by_role("link", name="Who has not been met for longest?").click()
    expect(page.get_by_text("Days are counted on")).to_be_visible()
    assert "kind=bilateral" in page.url
