"""Mail: the message's text under its subject; the day on which it was sent is the document's."""

from collections.abc import Iterator
from datetime import date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from core.documents.encodings import clean, decode
from core.documents.html import document_of
from core.documents.plain import make_document
from core.errors import DocumentError
from core.model import Document, Problem, Trouble


def read_eml(data: bytes, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The document that one message is; attachments are left out.

    Raises DocumentError `empty`, `not text` or `unreadable`.
    """
    message = message_from_bytes(data, policy=policy.default)
    if not message.keys():
        raise DocumentError(doc_id, Trouble.UNREADABLE, "this is no mail message: it has no header lines")
    subject, source = _header(message, "subject"), parseaddr(_header(message, "from"))[0]
    body = _body(message, doc_id)
    text = f"{subject}\n\n{body}" if subject and not body.startswith(subject) else body
    yield make_document(doc_id, text, title=subject, stated=_sent(message), given=given, source=source)


def _body(message: EmailMessage, doc_id: str) -> str:
    """The plain text of the message, or what its web page says."""
    part = message.get_body(preferencelist=("plain", "html"))
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes) or not content.strip():
        raise DocumentError(doc_id, Trouble.EMPTY, "the message has no text of its own")
    try:
        text = clean(content.decode(part.get_content_charset() or "utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = decode(content, doc_id)
    return document_of(text, doc_id).text if part.get_content_subtype() == "html" else text.strip()


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(clean(str(message.get(name, ""))).split())


def _sent(message: EmailMessage) -> date | None:
    """The day in the sender's own time zone; None when the header is missing or broken."""
    try:
        sent: datetime = parsedate_to_datetime(_header(message, "date"))
    except (TypeError, ValueError, IndexError):
        return None
    return sent.date()
