"""Footnotes in a Word document, which python-docx does not make: their part, and the marks in the text."""

from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LINES = ((-1, "separator"), (0, "continuationSeparator"))


def add_footnotes(document: Document, texts: list[tuple[str, str]]) -> None:
    """Puts the footnotes into the document, numbered from 1: each a source and, in quotation marks, its sentence."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in _LINES
    )
    notes = "".join(_note(number, *text) for number, text in enumerate(texts, start=1))
    content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes xmlns:w="{_W}">{lines}{notes}</w:footnotes>'
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), _TYPE, content.encode(), package)
    document.part.relate_to(part, _RELATION)
    settings = OxmlElement("w:footnotePr")
    for number, _ in _LINES:
        line = OxmlElement("w:footnote")
        line.set(qn("w:id"), str(number))
        settings.append(line)
    before = document.settings.element.find(qn("w:compat"))
    if before is not None:
        before.addprevious(settings)
    else:
        document.settings.element.append(settings)


def add_mark(paragraph: Paragraph, number: int, first: bool) -> None:
    """Sets a footnote's mark at the end of a paragraph: a real one the first time, then its number alone."""
    run = paragraph.add_run()
    run.font.superscript = True
    if first:
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)  # noqa: SLF001  (the one way to a run's element)
    else:
        run.text = str(number)


def _note(number: int, source: str, quote: str) -> str:
    said = f"{source}: “{quote}”" if quote else source
    small = '<w:rPr><w:sz w:val="15"/><w:szCs w:val="15"/></w:rPr>'
    mark = '<w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="15"/><w:szCs w:val="15"/></w:rPr>'
    spacing = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return (
        f'<w:footnote w:id="{number}"><w:p>{spacing}<w:r>{mark}<w:footnoteRef/></w:r>'
        f'<w:r>{small}<w:t xml:space="preserve"> {escape(_plain(said))}</w:t></w:r></w:p></w:footnote>'
    )


def _plain(text: str) -> str:
    """Text without the control characters that XML does not allow."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
