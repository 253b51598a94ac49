"""The app in a real Chromium: started on a free port, and no request may leave this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
READY = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.getAttribute('data-test-script-state') === 'notRunning'
    && app.getAttribute('data-test-connection-state') === 'CONNECTED';
}"""
PATIENCE = 60_000  # milliseconds; a busy machine is slow, not wrong

expect.set_options(timeout=PATIENCE)

Open = Callable[..., Page]


def wait_ready(page: Page) -> None:
    """Waits until the page has been drawn and nothing runs any more."""
    page.wait_for_timeout(250)  # a click needs a moment to reach the server
    page.wait_for_function(READY, timeout=PATIENCE)


def turn_to(page: Page, name: str, menu: str = "") -> None:
    """Turns to a page by the navigation: a click on its name, for a page of a menu after one on the menu."""
    if menu:
        page.get_by_test_id("stTopNavSection").filter(has_text=menu).click()
        page.get_by_role("menuitem", name=name, exact=True).click()
    else:
        page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    wait_ready(page)


@pytest.fixture(scope="session")
def workspace(filled_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection that the app of the browser tests works on: the sample, and what the tests add."""
    folder = tmp_path_factory.mktemp("browser") / "workspace"
    shutil.copytree(filled_workspace, folder)
    return folder


@pytest.fixture(scope="session")
def server(chromium_path: str, workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, started as `make run` starts it; `chromium_path` skips where there is no browser."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log.txt"
    command = [sys.executable, "-m", "streamlit", "run", "serve.py", "--server.port", str(port)]
    command += ["--server.headless", "true", "--server.fileWatcherType", "none"]
    environment = {**os.environ, "SIDELINES_WORKSPACE": str(workspace), "SIDELINES_DATABASE": ""}
    environment.pop("SIDELINES_DOCUMENTS", None)
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.2)
    pytest.fail(f"the app did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A browser that nobody used before; at its end, no request may have gone anywhere but to the app."""
    fresh = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True)
    fresh.set_default_timeout(PATIENCE)
    foreign: list[str] = []
    fresh.on("request", lambda request: _note(request.url, server, foreign))
    yield fresh
    fresh.close()
    assert not foreign, f"requests that left the machine: {foreign}"


def _note(url: str, server: str, foreign: list[str]) -> None:
    if not url.startswith((server, server.replace("http", "ws", 1), "data:", "blob:", "about:")):
        foreign.append(url)


@pytest.fixture
def turn() -> Callable[..., None]:
    """`turn_to`, for the tests."""
    return turn_to


@pytest.fixture
def open_page(context: BrowserContext, server: str) -> Open:
    """Opens a path of the app in a new tab and waits until it is drawn."""

    def open_path(path: str = "") -> Page:
        page = context.new_page()
        page.goto(f"{server}/{path}")
        wait_ready(page)
        return page

    return open_path
