"""Damaged files of every kind: whatever their bytes, a reader gives documents or problems and nothing else."""

import json
import random
import zipfile
from email.message import EmailMessage
from io import BytesIO

import pandas as pd
import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from core.documents import limited
from core.documents.read import read_data
from core.model import Document, Problem

STORY = "The defence ministers of both countries met in Norhaven on 12 March 2024 and spoke of patrols. Süd — Œuvre."
TIMES = 30


def pdf() -> bytes:
    canvas = Canvas("", invariant=True, pageCompression=0)
    for _ in range(2):
        canvas.drawString(60, 700, STORY)
        canvas.showPage()
    return bytes(canvas.getpdfdata())


def packed_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    for page in writer.pages:
        page.compress_content_streams()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def packed(**files: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_", ".")), content)
    return out.getvalue()


def mail() -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"], made["Date"] = (
        "Talks",
        "Press <p@x.example>",
        "Tue, 12 Mar 2024 10:00:00 +0100",
    )
    made.set_content(STORY)
    made.add_alternative(f"<p>{STORY}</p>", subtype="html")
    made.add_attachment(STORY.encode(), maintype="text", subtype="plain", filename="n.txt")
    return made.as_bytes()


def parquet() -> bytes:
    out = BytesIO()
    pd.DataFrame({"text": [STORY] * 3}).to_parquet(out)
    return out.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SAMPLES = {
    "a.txt": STORY.encode(),
    "b.txt": STORY.encode("utf-16"),
    "a.html": f"<html><head><meta charset=utf-8><title>T</title></head><body><p>{STORY}</p></body></html>".encode(),
    "a.csv": f'id,text\n1,"{STORY}"\n2,x\n'.encode(),
    "a.jsonl": (json.dumps({"text": STORY, "date": "2024-03-12"}) + "\n").encode() * 3,
    "a.json": json.dumps([{"text": STORY, "title": "T"}]).encode(),
    "a.parquet": parquet(),
    "a.pdf": pdf(),
    "b.pdf": packed_pdf(),
    "a.docx": packed(
        word__document_xml=f'<w:document xmlns:w="{W}"><w:p><w:t>{STORY}</w:t></w:p></w:document>'
    ),
    "a.eml": mail(),
    "a.zip": packed(a_txt=STORY, b_html=f"<p>{STORY}</p>"),
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes after some of the accidents that befall files."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, size = chance.randrange(len(out) + 1), chance.randint(1, 40)
        accident = chance.randrange(6)
        if accident == 0:
            del out[at:]
        elif accident == 1:
            del out[at : at + size]
        elif accident == 2:
            out[at:at] = chance.randbytes(size)
        elif accident == 3:
            out[at:at] = out[:at][-size:]
        elif accident == 4:
            out[at : at + size] = b"\0" * size
        else:
            out[at : at + 1] = bytes([chance.randrange(256)])
    return bytes(out)


@pytest.mark.parametrize("name", list(SAMPLES))
def test_whole_files_are_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limited.INSIDE, "1")
    first = next(read_data(SAMPLES[name], name))
    assert isinstance(first, Document)
    assert "defence ministers of both countries" in first.text


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", list(SAMPLES))
def test_damaged_files(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limited.INSIDE, "1")  # here, where no other process hides an error
    chance = random.Random(name)
    for _ in range(TIMES):
        for found in read_data(damaged(SAMPLES[name], chance), name):
            assert isinstance(found, (Document, Problem))
            assert found.doc_id
            if isinstance(found, Document):
                assert found.text.encode("utf-8")
            else:
                assert found.detail


@pytest.mark.parametrize("name", [f"a{name[1:]}" for name in SAMPLES if name.startswith("a")])
def test_files_under_another_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limited.INSIDE, "1")
    for content in (
        *SAMPLES.values(),
        b"",
        b"\0" * 99,
        b"\x89PNG\r\n\x1a\n\0\0",
        b"GIF89a",
        b"\xd0\xcf\x11\xe0\xa1\xb1",
    ):
        found = list(read_data(content, name))
        assert found
        assert all(isinstance(one, (Document, Problem)) for one in found)
