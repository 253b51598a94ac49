"""What Word needs to be told of scripts such as Devanagari: it keeps their size, weight and font apart from the Latin ones."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_TWINS = (("w:sz", "w:szCs"), ("w:b", "w:bCs"), ("w:i", "w:iCs"))
FONT = "Nirmala UI"  # Windows; elsewhere the program takes the one that it has for the script


def complex_scripts(document: Document, language: str) -> None:
    """Gives the letters of other scripts the size and weight of the Latin ones, and names the language of the text."""
    for root in (document.element, document.styles.element):
        for properties in root.iter(qn("w:rPr")):
            for latin, other in _TWINS:
                _twin(properties, latin, other)
    normal = document.styles["Normal"].element.get_or_add_rPr()
    fonts = normal.find(qn("w:rFonts"))
    if fonts is not None:
        fonts.set(qn("w:cs"), FONT)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), language)
    tongue.set(qn("w:bidi"), language)
    normal.append(tongue)


def _twin(properties: BaseOxmlElement, latin: str, other: str) -> None:
    known = properties.find(qn(latin))
    if known is None or properties.find(qn(other)) is not None:
        return
    twin = OxmlElement(other)
    for name, value in known.attrib.items():
        twin.set(name, value)
    known.addnext(twin)
