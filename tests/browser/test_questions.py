"""An analyst's questions: the right answer in at most four clicks from the start page."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from core.lexicon.countries import country_name

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
LABELS = ROOT / "benchmarks" / "labels"
MOST_CLICKS = 4
READY = """() => document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'"""

Open = Callable[..., Page]


class Reader:
    """Somebody at the start page whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, what: Locator) -> None:
        what.click()
        self.clicks += 1
        self.page.wait_for_timeout(400)
        self.page.wait_for_function(READY)

    def turn(self, name: str, menu: str = "") -> None:
        if menu:
            self.click(self.page.get_by_test_id("stTopNavSection").filter(has_text=menu))
            self.click(self.page.get_by_role("menuitem", name=name, exact=True))
        else:
            self.click(self.page.get_by_role("link", name=name, exact=True))
        expect(self.page.get_by_role("heading", name=name, level=1)).to_be_visible()

    def choose(self, label: str, option: str) -> None:
        self.click(self.page.get_by_test_id("stMain").get_by_role("combobox", name=label))
        self.click(self.page.get_by_role("option", name=option, exact=True))

    def pill(self, group: str, option: str) -> None:
        """Chooses one of several options side by side in the page itself, not in the sidebar."""
        choices = self.page.get_by_test_id("stMain").get_by_test_id("stButtonGroup").filter(has_text=group)
        self.click(choices.first.get_by_text(option, exact=True))


@pytest.fixture
def reader(open_page: Open) -> Iterator[Reader]:
    somebody = Reader(open_page())
    yield somebody
    assert somebody.clicks <= MOST_CLICKS


def labelled() -> list[dict[str, Any]]:
    """What careful readers found in the sample documents: engagements with sides, date, status and forum."""
    found = []
    for path in sorted(LABELS.glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        found += [each | {"doc": path.stem} for each in label["engagements"]]
    return [each for each in found if each["status"] == "held"]


def partners(rows: list[dict[str, Any]]) -> set[str]:
    """Whom India met in these engagements, by name."""
    return {
        country_name(code)
        for row in rows
        if "IND" in row["countries"]
        for code in row["countries"]
        if code != "IND"
    }


def test_when_ministers_of_india_and_belarus_last_met_and_where_it_is_written(reader: Reader) -> None:
    both = [each for each in labelled() if sorted(each["countries"]) == ["BLR", "IND"] and each["date_start"]]
    last = max(both, key=lambda each: str(each["date_start"]))
    assert last["date_start"] == "2025-06-26"
    reader.turn("One country", "Partners")
    reader.choose("Partner of India", "Belarus BLR")
    main = reader.page.get_by_test_id("stMain")
    expect(main.get_by_role("link", name=re.compile("26 Jun 2025 · Belarus – India"))).to_be_visible()
    expect(main.locator("mark").first).to_contain_text("Khrenin")
    telling = {each["doc"] for each in both if each["date_start"] == last["date_start"]}
    expect(main.get_by_text(re.compile("|".join(map(re.escape, sorted(telling))))).first).to_be_visible()


def test_whom_india_met_at_one_admm_plus_but_not_at_the_one_before(reader: Reader) -> None:
    at = [each for each in labelled() if "admm" in each["forum_any"] and each["kind"] == "bilateral"]
    year = {
        n: partners([each for each in at if str(each["date_start"]).startswith(str(n))]) for n in (2023, 2024)
    }
    reader.turn("Forums")
    reader.choose("Forum", "ADMM-Plus")
    reader.pill("2019", "2024")
    column = reader.page.get_by_test_id("stColumn").filter(has_text="Met in 2024, not in 2023").last
    expect(column).to_be_visible()
    told = column.inner_text().split("\n")[-1].replace(" and ", ", ")
    assert set(told.split(", ")) == year[2024] - year[2023]


def test_which_partners_of_2022_had_no_contact_since(reader: Reader) -> None:
    dated = [each for each in labelled() if each["date_start"]]
    of_2022 = partners([each for each in dated if str(each["date_start"]).startswith("2022")])
    since = partners([each for each in dated if str(each["date_start"]) >= "2023"])
    reader.turn("Compare", "Partners")
    reader.pill("2022", "2022")
    column = reader.page.get_by_test_id("stColumn").filter(
        has=reader.page.get_by_role("heading", name="Met in 2022, no contact since")
    )
    expect(column.last).to_be_visible()
    links = column.last.get_by_role("link").all_inner_texts()
    assert {link.split(" · ")[0].strip() for link in links} == of_2022 - since
