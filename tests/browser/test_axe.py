"""No page keeps a reader out: what axe finds on every page, light and dark, in English and in Hindi, in a real Chromium.

Each page is looked at in both modes, every second one in Hindi: what stands around the words is the same in both. Then it
is made as narrow as a phone: nothing may be wider.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import wait_ready

pytestmark = pytest.mark.browser

PAGES = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "pages").glob("*.py"))
MODES = ("light", "dark")
LANGUAGES = ("en", "hi")
SPOKEN = "code => document.documentElement.lang === code"
PAPER = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
WIDER = "main => main.scrollWidth - main.clientWidth"
# While something fades in, its colours are paler than they will be.
STILL = "() => document.getAnimations().every(animation => animation.playState !== 'running')"


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """One tab for all pages: what the app's shell needs is fetched once."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("name", "width", "turn"),
    [
        *((name, 1440, number % 2) for number, name in enumerate(PAGES)),
        pytest.param("overview", 390, 0, id="overview on a phone, where the pages are listed in the sidebar"),
    ],
)
def test_axe_finds_nothing_serious_and_a_phone_is_wide_enough(
    reader: Page, server: str, name: str, width: int, turn: int
) -> None:
    reader.set_viewport_size({"width": width, "height": 1000})
    found, papers = [], {}
    code = LANGUAGES[turn]
    reader.emulate_media(color_scheme="light")
    reader.goto(f"{server}/{'' if name == 'overview' else name}?lang={code}")
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    wait_ready(reader)
    reader.wait_for_function(SPOKEN, arg=code)  # what voices and hyphens go by
    for mode in MODES:
        reader.emulate_media(color_scheme=mode)  # type: ignore[arg-type]
        wait_ready(reader)
        reader.wait_for_timeout(300)
        reader.wait_for_function(STILL)
        papers[mode] = reader.evaluate(PAPER)
        told = Axe().run(reader, options={"resultTypes": ["violations"]}).response["violations"]
        found += [
            f"{code}, {mode}: {each['id']}: {each['nodes'][0]['html'][:200]}"
            for each in told
            if each["impact"] in ("serious", "critical")
        ]
    assert papers["light"] != papers["dark"]  # the page did follow the mode
    assert not found, "\n".join(found)
    reader.set_viewport_size({"width": 390, "height": 844})
    reader.wait_for_timeout(700)
    wait_ready(reader)
    assert reader.get_by_test_id("stMain").evaluate(WIDER) <= 0


def test_the_words_of_streamlit_follow_the_language(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.goto(f"{server}/add?lang=hi")
    menu = page.get_by_test_id("stMainMenuButton")
    expect(menu).to_have_attribute("aria-label", "मुख्य मेनू")
    expect(page.get_by_test_id("stFileUploaderDropzone")).to_contain_text("अपलोड करें")
    page.get_by_text("English", exact=True).click()
    expect(menu).to_have_attribute("aria-label", "Main menu")
    expect(page.get_by_test_id("stFileUploaderDropzone")).to_contain_text("Upload")
    context.close()
