"""No page keeps a reader out: what axe finds on every page, light and dark, in a real Chromium."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.conftest import wait_ready

pytestmark = pytest.mark.browser

PAGES = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "pages").glob("*.py"))
# While something fades in, its colours are paler than they will be.
STILL = "() => document.getAnimations().every(animation => animation.playState !== 'running')"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, server: str, mode: str) -> None:
    context = browser.new_context(color_scheme=mode, viewport={"width": 1440, "height": 1000})  # type: ignore[arg-type]
    page = context.new_page()
    found = []
    for name in PAGES:
        page.goto(f"{server}/{'' if name == 'overview' else name}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        wait_ready(page)
        page.wait_for_timeout(300)
        page.wait_for_function(STILL)
        told = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        found += [
            f"{name}: {each['id']}: {each['nodes'][0]['html'][:200]}"
            for each in told
            if each["impact"] in ("serious", "critical")
        ]
    context.close()
    assert not found, "\n".join(found)
