"""What an analyst does: files of four formats in, review by keyboard alone, the log, the download."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.store.store import Store
from core.tables.rows import Row
from tests.browser.conftest import wait_ready

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
TALKS = (
    "{dateline}\n\nLatvian Defence Minister Andris Spruds met Chilean Defence Minister Maya Fernandez in {city} on "
    "{day}. The two ministers talked about {topic}.\n"
)
RIGA = TALKS.format(dateline="RIGA, March 14, 2025", city="Riga", day="March 14, 2025", topic="cyber defence")
SANTIAGO = TALKS.format(
    dateline="SANTIAGO, May 21, 2025", city="Santiago", day="May 21, 2025", topic="hydrography"
)
VALPARAISO = TALKS.format(
    dateline="VALPARAISO, June 3, 2025", city="Valparaiso", day="June 3, 2025", topic="search and rescue"
)
TALLINN = TALKS.format(dateline="TALLINN, July 8, 2025", city="Tallinn", day="July 8, 2025", topic="training")
FOCUSED = "document.activeElement.getAttribute('aria-label') || document.activeElement.tagName"


def files() -> list[dict[str, object]]:
    """A PDF, a Word document, a mail and an archive, made on the spot."""
    return [
        {"name": "riga.pdf", "mimeType": "application/pdf", "buffer": pdf(RIGA)},
        {"name": "santiago.docx", "mimeType": "application/octet-stream", "buffer": word(SANTIAGO)},
        {"name": "valparaiso.eml", "mimeType": "message/rfc822", "buffer": mail(VALPARAISO)},
        {"name": "more.zip", "mimeType": "application/zip", "buffer": archive(TALLINN)},
    ]


def pdf(text: str) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    out = io.BytesIO()
    style = getSampleStyleSheet()["Normal"]
    SimpleDocTemplate(out, invariant=1).build([Paragraph(part, style) for part in text.strip().split("\n\n")])
    return out.getvalue()


def word(text: str) -> bytes:
    from docx import Document

    document, out = Document(), io.BytesIO()
    for part in text.strip().split("\n\n"):
        document.add_paragraph(part)
    document.save(out)
    return out.getvalue()


def mail(text: str) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Talks in Valparaiso", "press@ministry.invalid"
    message["Date"] = "Tue, 3 Jun 2025 12:00:00 +0000"
    message.set_content(text)
    return message.as_bytes()


def archive(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("tallinn.txt", text)
        packed.writestr("broken.pdf", b"%PDF-1.4 and no more")
    return out.getvalue()


@pytest.fixture
def kept(workspace: Path) -> Store:
    return Store.at(workspace)


def chilean(kept: Store) -> list[Row]:
    with kept.tables() as tables:
        return [row for row in tables["engagements"] if "CHL" in str(row["countries"])]


def opened_id(page: Page) -> str:
    page.wait_for_url(re.compile(r"[?&]e=E-"))
    found = re.search(r"[?&]e=(E-[^&]+)", page.url)
    assert found
    return found[1]


def row_of(kept: Store, key: str) -> Row:
    looked = kept.look(key)
    assert looked is not None
    return looked.row


def press(page: Page, key: str) -> None:
    """Presses a key where the page listens to it: once its buttons are there."""
    expect(page.get_by_role("button", name=re.compile(r"^(Next|Cancel|Close)")).first).to_be_visible()
    wait_ready(page)
    page.keyboard.press(key)
    page.wait_for_timeout(400)
    wait_ready(page)


def eventually(page: Page, holds: Callable[[], bool], what: str) -> None:
    """Waits until something is so; a busy machine is slow, not wrong."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(200)
    pytest.fail(f"never: {what}")


def tab_to(page: Page, label: str) -> None:
    """Walks on with the tabulator until a field has the focus: nothing on the way may hold it fast."""
    for _ in range(60):
        if page.evaluate(FOCUSED) == label:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the tabulator never reached {label}")


def test_from_four_formats_by_keyboard_to_the_log(open_page: Open, kept: Store) -> None:
    page = open_page("add")
    page.locator("input[type=file]").set_input_files(files())  # type: ignore[arg-type]
    expect(page.get_by_text(re.compile(r"of 4 files read|4 documents read")).first).to_be_visible()
    expect(page.get_by_role("heading", name="4 documents read, 1 not read")).to_be_visible()
    expect(page.get_by_text("Chile – Latvia").first).to_be_visible()
    assert len(chilean(kept)) == 4

    page = open_page("review?country=Chile+CHL")
    expect(page.get_by_text("4 to review")).to_be_visible()
    press(page, "n")
    first = opened_id(page)

    press(page, "e")
    expect(page.get_by_role("button", name="Save")).to_be_visible()
    page.wait_for_function("document.activeElement.tagName === 'INPUT'")
    tab_to(page, "City")
    page.keyboard.press("Control+a")
    page.keyboard.type("Xanadu Mews Bay")  # a, x, e, m, s, n, u and b are keys, but not in here
    press(page, "Control+Enter")
    expect(page.get_by_text("1 of 1 set")).to_be_visible()
    assert (row_of(kept, first)["city"], row_of(kept, first)["review"]) == ("Xanadu Mews Bay", "corrected")
    assert [decided.action.value for decided in kept.decisions()] == ["edit"]

    press(page, "n")
    eventually(page, lambda: opened_id(page) != first, "the next")
    second = opened_id(page)
    press(page, "x")
    eventually(page, lambda: row_of(kept, second)["review"] == "rejected", "rejected")
    press(page, "u")
    eventually(page, lambda: row_of(kept, second)["review"] == "", "taken back")

    merging = opened_id(page)
    press(page, "m")
    expect(page.get_by_role("button", name="Merge them")).to_be_visible()
    press(page, "Control+Enter")
    expect(page.get_by_text("merged", exact=True)).to_be_visible()
    assert len(chilean(kept)) == 3
    merged = next(row for row in chilean(kept) if row["reports"] == 2)
    assert kept.current_id(merging) == merged["engagement_id"]

    page.goto(page.url.replace(opened_id(page), str(merged["engagement_id"])))
    wait_ready(page)
    press(page, "s")
    page.wait_for_function("document.activeElement.type === 'checkbox'")
    press(page, "Space")
    press(page, "Control+Enter")
    expect(page.get_by_text("split in two")).to_be_visible()
    assert len(chilean(kept)) == 4
    press(page, "u")
    eventually(page, lambda: len(chilean(kept)) == 3, "one again")

    press(page, "a")
    key = str(merged["engagement_id"])
    eventually(page, lambda: row_of(kept, key)["review"] in ("accepted", "corrected"), "accepted")

    page = open_page("changes?see=Decisions")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_bytes().decode(), newline="")))
    told = [(row["field"], row["new"]) for row in rows if row["engagement_id"] == first]
    assert ("city", "Xanadu Mews Bay") in told
    assert {"edit", "reject", "merge", "split", "accept", "undone"} <= {row["new"] for row in rows}
    expect(page.get_by_role("button", name="Redo").first).to_be_visible()
