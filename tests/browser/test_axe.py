"""No page keeps a reader out: what axe finds on every page, light and dark, in a real Chromium."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.conftest import wait_ready

pytestmark = pytest.mark.browser

PAGES = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "pages").glob("*.py"))
MODES = ("light", "dark")
PAPER = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
# While something fades in, its colours are paler than they will be.
STILL = "() => document.getAnimations().every(animation => animation.playState !== 'running')"


def test_axe_finds_nothing_serious(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    found, papers = [], set()
    for name in PAGES:
        page.emulate_media(color_scheme="light")
        page.goto(f"{server}/{'' if name == 'overview' else name}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        for mode in MODES:
            page.emulate_media(color_scheme=mode)  # type: ignore[arg-type]
            wait_ready(page)
            page.wait_for_timeout(300)
            page.wait_for_function(STILL)
            papers.add((mode, page.evaluate(PAPER)))
            told = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            found += [
                f"{name}, {mode}: {each['id']}: {each['nodes'][0]['html'][:200]}"
                for each in told
                if each["impact"] in ("serious", "critical")
            ]
    context.close()
    assert len({colour for _, colour in papers}) == len(papers) == len(MODES)  # the page did follow the mode
    assert not found, "\n".join(found)
