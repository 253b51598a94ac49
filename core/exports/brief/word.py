"""A brief as a Word document, with real footnotes; the same brief gives the same bytes."""

import zipfile
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from core.exports.brief.footnotes import add_footnotes, add_mark
from core.exports.brief.parts import Bar, Bars, Brief, Said, Section, Table
from core.exports.brief.scripts import complex_scripts
from core.exports.brief.svg import COLOURS
from core.exports.citation import AUTHOR
from core.model import Status
from core.views.terms import term

MADE = datetime(1980, 1, 1)
BLOCKS = 40  # of the longest bar
MUTED = RGBColor(0x56, 0x60, 0x70)
_REGION = {"en": "en-GB", "hi": "hi-IN"}  # as Word names languages; of others the code alone


def as_docx(brief: Brief) -> bytes:
    """The brief as the bytes of a Word document."""
    document = Document()
    _prepare(document, brief)
    document.add_heading(_plain(brief.title), 0)
    _small(document, brief.subtitle)
    for section in brief.sections:
        _section(document, section)
    _small(document, brief.citation)
    complex_scripts(document, _REGION.get(brief.language, brief.language))
    add_footnotes(document, [(note.source, note.quote) for note in brief.notes])
    out = BytesIO()
    document.save(out)
    return _without_times(out.getvalue())


def _prepare(document: WordDocument, brief: Brief) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    normal.paragraph_format.space_after = Pt(3)
    for name, size in (("Title", 18), ("Heading 1", 12), ("Heading 2", 10)):
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0x1F, 0x27, 0x33)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6), Pt(2)
    told = document.core_properties
    told.title, told.author, told.last_modified_by = _plain(brief.title), AUTHOR, AUTHOR
    told.created = told.modified = MADE
    told.comments, told.language = "", _REGION.get(brief.language, brief.language)


def _section(document: WordDocument, section: Section) -> None:
    document.add_heading(_plain(section.title), 1)
    if section.sentences:
        paragraph = document.add_paragraph()
        for number, sentence in enumerate(section.sentences):
            _say(paragraph, sentence, " " if number else "")
    for line in section.lines:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.paragraph_format.space_after = Pt(1)
        _say(paragraph, line)
    _small(document, section.rest)
    for chart in section.charts:
        _chart(document, chart)
    for table in section.tables:
        _table(document, table)


def _say(paragraph: Paragraph, said: Said, before: str = "") -> None:
    paragraph.add_run(before + _plain(said.text))
    for number, mark in enumerate(said.marks):
        if number:
            paragraph.add_run(", ").font.superscript = True
        add_mark(paragraph, mark.number, mark.first)


def _small(document: WordDocument, text: str) -> None:
    if text:
        run = document.add_paragraph().add_run(_plain(text))
        run.font.size, run.font.color.rgb = Pt(8.5), MUTED


def _chart(document: WordDocument, chart: Bars) -> None:
    """Bars of block characters in the colours of the kinds, light ones for planned, with their figures."""
    document.add_heading(_plain(chart.title), 2)
    most = max(1, *(bar.total for bar in chart.bars))
    grid = document.add_table(rows=0, cols=2)
    grid.autofit = False
    for bar in chart.bars:
        label, cell = grid.add_row().cells
        label.width, cell.width = Mm(16), Mm(158)
        _tight(label).add_run(bar.label).font.size = Pt(8.5)
        _bar(_tight(cell), bar, most)
    kinds = list(dict.fromkeys(kind for bar in chart.bars for kind, _ in bar.held))
    paragraph = document.add_paragraph()
    for kind in (kind for kind in COLOURS if kind in kinds):
        _blocks(paragraph, "█", COLOURS[kind])
        paragraph.add_run(f" {term('kind', kind)}   ").font.size = Pt(8.5)
    if any(bar.planned for bar in chart.bars):
        paragraph.add_run(f"░ {term('status', Status.PLANNED)}").font.size = Pt(8.5)


def _bar(paragraph: Paragraph, bar: Bar, most: int) -> None:
    for kind, count in bar.held:
        _blocks(paragraph, "█" * max(1, round(count * BLOCKS / most)), COLOURS[kind])
    if bar.planned:
        _blocks(paragraph, "░" * max(1, round(bar.planned * BLOCKS / most)), "#566070")
    paragraph.add_run(f" {bar.total or '–'}").font.size = Pt(8.5)


def _blocks(paragraph: Paragraph, text: str, colour: str) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8.5), RGBColor.from_string(colour.lstrip("#").upper())


def _table(document: WordDocument, table: Table) -> None:
    if table.title:
        document.add_heading(_plain(table.title), 2)
    grid = document.add_table(rows=1, cols=len(table.head), style="Light Shading")
    for cell, name in zip(grid.rows[0].cells, table.head, strict=True):
        _tight(cell).add_run(_plain(name)).font.size = Pt(8.5)
    _repeat(grid.rows[0]._tr)  # noqa: SLF001  (python-docx has no word for a head that is repeated)
    for row in table.rows:
        for cell, said in zip(grid.add_row().cells, row, strict=True):
            paragraph = _tight(cell)
            _say(paragraph, said)
            for run in paragraph.runs:
                run.font.size, run.font.bold = Pt(8.5), False
    _small(document, table.rest)


def _tight(cell: _Cell) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def _repeat(row: "object") -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row.get_or_add_trPr().append(mark)  # type: ignore[attr-defined]


def _plain(text: str) -> str:
    """Text without the control characters that XML does not allow."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _without_times(content: bytes) -> bytes:
    """The archive anew, with no time of making on its parts."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
