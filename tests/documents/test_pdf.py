"""PDF files: the text as the article has it, its date and title, and files that are broken, locked or hostile."""

import zlib
from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from core.documents import pdf
from core.documents.pdf import read_pdf
from core.documents.pdf_lines import Line
from core.documents.pdf_text import paragraphs
from core.documents.read import read_data
from core.errors import DocumentError
from core.model import Document, Problem

Placed = tuple[float, float, float, str]  # from the left, from the foot, height of the letters, words


def placed(pages: Sequence[Sequence[Placed]], **about: str) -> bytes:
    """A PDF with these lines on its pages."""
    out = BytesIO()
    canvas = Canvas(out, A4, invariant=True)
    for name, value in about.items():
        getattr(canvas, f"set{name.title()}")(value)
    for page in pages:
        for x, y, size, words in page:
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def story(lines: Sequence[str], x: float = 60, top: float = 700, step: float = 14) -> list[Placed]:
    """Lines of a story one under another; an empty one leaves a space."""
    return [(x, top - number * step, 10, line) for number, line in enumerate(lines) if line]


def with_dates(data: bytes, made: str, producer: str = "Writer") -> bytes:
    """The same file with another day on which it was made."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.add_metadata({"/CreationDate": made, "/Producer": producer, "/Creator": producer})
    return _written(writer)


def locked(data: bytes, user: str) -> bytes:
    """The same file with a password for its reader, perhaps an empty one."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(user, "owner", algorithm="AES-256")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def scan() -> bytes:
    """A page that is a picture."""
    pixels = b"P6 8 8 255\n" + b"\x80" * 192
    out = BytesIO()
    canvas = Canvas(out, A4, invariant=True)
    canvas.drawImage(ImageReader(BytesIO(pixels)), 0, 0, 500, 700)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def by_hand(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start)
    return out


def stream(content: bytes, about: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), about, content)


def text_of(data: bytes) -> str:
    (found,) = read_pdf(data, "a.pdf")
    assert isinstance(found, Document)
    return found.text


def numbered(count: int) -> list[str]:
    """Lines of a story of which no two are alike."""
    words = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett"]
    return [
        f"and {words[n % 10]} {words[n // 10 % 10]} spoke of {words[(n * 7) % 10]} trade"
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(
            ["The minister of defence met his counter-", "part from Southmark to sign the agreement"],
            "The minister of defence met his counterpart from Southmark to sign the agreement",
            id="a word cut at the end of a line",
        ),
        pytest.param(
            ["They agreed to deepen their long-standing co-", "operation in the field of maritime security"],
            "They agreed to deepen their long-standing co-operation in the field of maritime security",
            id="a hyphen of its own",
        ),
        pytest.param(
            ["The counter-terrorism talks and the counter-", "terrorism drill were both held in the spring"],
            "The counter-terrorism talks and the counter-terrorism drill were both held in the spring",
            id="a hyphen that the text has elsewhere",
        ),
        pytest.param(
            ["The navies of both sides sailed in the Indo-", "Pacific together for the first time in June"],
            "The navies of both sides sailed in the Indo-Pacific together for the first time in June",
            id="a capital behind the hyphen",
        ),
        pytest.param(
            ["The air force showed two of its new F-", "16 aircraft to the guests from Southmark here"],
            "The air force showed two of its new F-16 aircraft to the guests from Southmark here",
            id="a number behind the hyphen",
        ),
        pytest.param(
            ["The minister met his counterpart from South", "on Friday. They signed nothing at all there.", "",
             "A second meeting is to follow in the autumn", "of the year."],
            "The minister met his counterpart from South on Friday. They signed nothing at all there."
            "\n\nA second meeting is to follow in the autumn of the year.",
            id="space between paragraphs",
        ),
        pytest.param(
            ["The minister met his counterpart from South", "on Friday.",
             "A second meeting is to follow in the autumn", "of the year, as both of them have announced."],
            "The minister met his counterpart from South on Friday."
            "\n\nA second meeting is to follow in the autumn of the year, as both of them have announced.",
            id="a short last line and no space",
        ),
        pytest.param(
            ["The two sides came to agree on these points:", "• that they meet each and every year in spring",
             "• that they sail together with three vessels"],
            "The two sides came to agree on these points:\n\n• that they meet each and every year in spring"
            "\n\n• that they sail together with three vessels",
            id="bullets",
        ),
    ],
)  # fmt: skip
def test_paragraphs(lines: list[str], text: str) -> None:
    assert text_of(placed([story(lines)])) == text


def test_running_heads_and_page_numbers() -> None:
    def page(number: int, words: str) -> list[Placed]:
        head = (60.0, 815.0, 8.0, "THE NORLAND GAZETTE"), (480.0, 815.0, 8.0, "Tuesday, 12 March 2024")
        return [*head, *story([words]), (290.0, 20.0, 8.0, f"Page {number} of 3"), (60.0, 20.0, 8.0, f"No. {number}")]  # fmt: skip

    found = text_of(placed([page(1, "The ministers met."), page(2, "They spoke."), page(3, "They left.")]))
    assert found == "Tuesday, 12 March 2024\n\nThe ministers met.\n\nThey spoke.\n\nThey left."


def test_a_line_at_the_edge_that_comes_once_is_the_storys() -> None:
    page = [(60.0, 815.0, 12.0, "Talks in Norhaven"), *story(["The ministers met."])]
    assert text_of(placed([page])) == "Talks in Norhaven\n\nThe ministers met."


def test_what_a_browser_prints_round_a_page() -> None:
    page = [(30.0, 820.0, 8.0, "3/14/24, 9:15 AM"), (250.0, 820.0, 8.0, "Talks in Norhaven"),
            *story(["The ministers met on 12 March 2024."]), (30.0, 20.0, 8.0, "https://gazette.example/talks-7"), (560.0, 20.0, 8.0, "1/1")]  # fmt: skip
    (found,) = read_pdf(placed([page]), "a.pdf")
    assert isinstance(found, Document)
    assert found.text == "Talks in Norhaven\n\nThe ministers met on 12 March 2024."
    assert (found.url, found.published) == ("https://gazette.example/talks-7", None)


def test_a_paragraph_over_two_pages() -> None:
    first, second = (
        story(["The ministers of both countries met on the"]),
        story(["day before and signed a letter."]),
    )
    assert text_of(placed([first, second])) == "The ministers of both countries met on the day before and signed a letter."  # fmt: skip


@pytest.mark.parametrize("by_rows", [pytest.param(False, id="one by one"), pytest.param(True, id="by rows")])
def test_columns(by_rows: bool) -> None:
    words = numbered(24)
    left, right = story(words[:12]), story(words[12:], x=320)
    pairs = [line for pair in zip(left, right, strict=True) for line in pair]
    title = [(60.0, 740.0, 20.0, "Ministers of both countries speak of trade")]
    found = text_of(placed([[*title, *(pairs if by_rows else left + right)]]))
    assert found == "Ministers of both countries speak of trade\n\n" + " ".join(words)


def test_title_is_the_tallest_line_or_what_the_file_says() -> None:
    lines = [(60.0, 760.0, 9.0, "Press Release"), (60.0, 730.0, 18.0, "Talks on trade are held"), *story(["The ministers met."])]  # fmt: skip
    titles = {}
    for named in ("", "Microsoft Word - final2.doc", "Press Release"):
        (found,) = read_pdf(placed([lines], title=named), "a.pdf")
        assert isinstance(found, Document)
        titles[named] = found.title
    assert titles == {"": "Talks on trade are held", "Microsoft Word - final2.doc": "Talks on trade are held",
                      "Press Release": "Press Release"}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "made", "producer", "given", "published"),
    [
        pytest.param("The ministers met on 12 March 2024.", "D:20240314", "Writer", None, ("2024-03-14", "metadata"), id="made soon after"),
        pytest.param("The ministers met on 12 March 2024.", "D:20261114", "Writer", None, ("None", ""), id="made years after"),
        pytest.param("The ministers met on 12 March 2024.", "D:20240314", "Skia/PDF m156", None, ("None", ""), id="printed by a browser"),
        pytest.param("The ministers met on Tuesday.", "D:20240314", "Writer", None, ("None", ""), id="no day in the story"),
        pytest.param("The ministers met on 12 March 2024.", "D:nonsense", "Writer", None, ("None", ""), id="broken"),
        pytest.param("NORHAVEN, March 13, 2024 - They met on 12 March 2024.", "D:20240314", "Writer", None, ("2024-03-13", "dateline"), id="its own word first"),
        pytest.param("The ministers met on 12 March 2024.", "D:20240314", "Writer", date(2024, 3, 20), ("2024-03-20", "given"), id="the user's word before it"),
    ],
)  # fmt: skip
def test_published(words: str, made: str, producer: str, given: date | None, published: tuple[str, str]) -> None:  # fmt: skip
    (found,) = read_pdf(with_dates(placed([story([words])]), made, producer), "a.pdf", given)
    assert isinstance(found, Document)
    assert (str(found.published), found.published_basis.value) == published


def test_an_empty_password_opens() -> None:
    assert text_of(locked(placed([story(["The ministers met."])]), "")) == "The ministers met."


PAGE = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> %s >>"
LEAF = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents 4 0 R >>"
WORDS = b"BT /F1 12 Tf 60 700 Td (The ministers met.) Tj ET"


def form_loop() -> bytes:
    """A form that draws itself."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
    leaf = LEAF % (FONT % b"/XObject << /X 5 0 R >>")
    return by_hand(*PAGE, leaf, stream(b"/X Do"), stream(b"/X Do", form))


def bomb() -> bytes:
    """Four hundred megabytes of blanks in a few hundred kilobytes."""
    packer = zlib.compressobj()
    packed = b"".join(packer.compress(b" " * 4_000_000) for _ in range(100)) + packer.flush()
    return by_hand(*PAGE, LEAF % (FONT % b""), stream(packed, b"/Filter /FlateDecode"))


def page_loop() -> bytes:
    """Pages that are their own parents."""
    return by_hand(PAGE[0], b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")


def xref_loop() -> bytes:
    """A table of contents that goes on in itself."""
    whole = by_hand(*PAGE, LEAF % (FONT % b""), stream(b"q Q"))
    start = int(whole.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def garbled() -> bytes:
    """Letters that stand for nothing."""
    unicode = b"1 beginbfrange <00> <ff> <e000> endbfrange"
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /X /ToUnicode 5 0 R >> >> >>"
    return by_hand(*PAGE, LEAF % font, stream(WORDS), stream(unicode))


@pytest.mark.parametrize(
    ("data", "problem", "advice"),
    [
        pytest.param(b"", "not text", "no PDF file", id="nothing"),
        pytest.param(b"The ministers met.", "not text", "no PDF file", id="plain words"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "not text", "a picture", id="a picture"),
        pytest.param(b"PK\x03\x04" + b"\0" * 99, "not text", "a zip file", id="an archive"),
        pytest.param(b"%PDF-1.7", "unreadable", "damaged", id="the first line alone"),
        pytest.param(placed([story(["The ministers met."])])[:700], "unreadable", "damaged", id="cut off"),
        pytest.param(locked(placed([story(["They met."])]), "secret"), "encrypted", "password", id="a password"),
        pytest.param(scan(), "empty", "OCR", id="a scan"),
        pytest.param(placed([[], []]), "empty", "OCR", id="blank pages"),
        pytest.param(form_loop(), "unreadable", "damaged", id="a form within itself"),
        pytest.param(page_loop(), "unreadable", "damaged", id="pages within themselves"),
        pytest.param(xref_loop(), "unreadable", "damaged", id="contents within themselves"),
        pytest.param(bomb(), "unreadable", "damaged", id="a bomb"),
        pytest.param(garbled(), "unreadable", "OCR", id="letters without meaning"),
    ],
)  # fmt: skip
def test_refused(data: bytes, problem: str, advice: str) -> None:
    (found,) = read_data(data, "a.pdf")
    assert isinstance(found, Problem)
    assert (found.doc_id, found.problem.value) == ("a.pdf", problem)
    assert advice in found.detail


def test_by_hand_is_read() -> None:
    assert text_of(by_hand(*PAGE, LEAF % (FONT % b""), stream(WORDS))) == "The ministers met."


def test_very_many_pages_are_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_PAGES", 2)
    document, told = read_pdf(placed([story([f"Page {name}."]) for name in ("one", "two", "three")]), "a.pdf")
    assert isinstance(document, Document)
    assert isinstance(told, Problem)
    assert document.text == "Page one.\n\nPage two."
    assert (told.problem.value, "3 pages" in told.detail) == ("too large", True)


def test_too_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "TEXT_LIMIT", 10)
    with pytest.raises(DocumentError, match="too large"):
        list(read_pdf(placed([story(["The ministers met."])]), "a.pdf"))


def test_a_headline_of_two_lines_and_small_print_above_it() -> None:
    head = [(60.0, 780.0, 7.0, "THE NORLAND GAZETTE"), (60.0, 740.0, 18.0, "Ministers of Norland and"), (60.0, 718.0, 18.0, "Southmark Meet")]  # fmt: skip
    (found,) = read_pdf(placed([[*head, *story(["The ministers met."])]]), "a.pdf")
    assert isinstance(found, Document)
    assert found.title == "Ministers of Norland and Southmark Meet"


@pytest.mark.parametrize(
    ("tall", "title"),
    [
        pytest.param("Ministry of Defence", "Ministers speak of trade", id="the office that puts it out"),
        pytest.param("TOKYO, July 28, 2024 (News) - They met.", "Ministers speak of trade", id="a dateline"),
        pytest.param("Talks on ships are held", "Talks on ships are held", id="a headline"),
    ],
)
def test_not_everything_tall_is_a_headline(tall: str, title: str) -> None:
    lines = [(60.0, 750.0, 18.0, tall), (60.0, 725.0, 10.0, "Ministers speak of trade"), *story(["The ministers met."])]  # fmt: skip
    (found,) = read_pdf(placed([lines]), "a.pdf")
    assert isinstance(found, Document)
    assert found.title == title


def test_a_paragraph_that_never_ends_is_joined_in_one_go() -> None:
    lines = [Line(f"and the ministers spoke of ship {number} of the navy", 60, -12.0 * number, 10) for number in range(20_000)]  # fmt: skip
    ((text, size),) = paragraphs([lines])
    assert (text.count("ministers"), size) == (20_000, 10)
