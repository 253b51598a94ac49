"""What all tests share: the option that rewrites golden files, and the Chromium of the browser tests."""

import os
import shutil
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[1] / "sample_data" / "documents"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True when the golden files are to be written anew instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where Chromium is; without one the test is skipped, or fails where CI=true."""
    names = (os.environ.get("CHROMIUM", "chromium"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        message = "no Chromium: sudo apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def filled_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that holds the sample documents; who writes to it copies it first."""
    from core.store.store import Store

    folder = tmp_path_factory.mktemp("workspace")
    kept = Store.at(folder)
    kept.add([SAMPLE], who="sample")
    kept.database.close()
    return folder
