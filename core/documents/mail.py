"""Mail: the message's text under its subject, its attachments as documents of their own; sent when, by whom."""

from collections.abc import Iterator
from datetime import date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePosixPath

from core.documents.encodings import clean, decode
from core.documents.html import document_of
from core.documents.nesting import Allowance
from core.documents.plain import make_document
from core.documents.read import is_supported, problem, read_data
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Document, Problem, Trouble

_ATTACHED, _PARTS = 200, 5000  # attachments that are read, parts that are looked at
_NAME = 120
_KINDS = {"application/pdf": ".pdf", "message/rfc822": ".eml", "text/html": ".html", "text/csv": ".csv"}


def read_eml(
    data: bytes, doc_id: str, given: date | None = None, allowance: Allowance | None = None
) -> Iterator[Document | Problem]:
    """The document that one message is, then those in its attachments, named `mail.eml#paper.pdf`.

    Attachments of kinds that hold no text, pictures say, are passed over. Raises DocumentError `empty`,
    `not text` or `unreadable`.
    """
    allowance = allowance or Allowance()
    with allowance.deeper(doc_id):
        message = message_from_bytes(data, policy=policy.default)
        if not message.keys():
            raise DocumentError(
                doc_id, Trouble.UNREADABLE, noted("this is no mail message: it has no header lines")
            )
        attached = list(_attached(message))
        try:
            yield _own(message, doc_id, given)
        except DocumentError:
            if not attached:
                raise
        seen: set[str] = set()
        for name, part in attached[:_ATTACHED]:
            name = f"{doc_id}#{_unlike(name, seen)}"
            try:
                allowance.take(doc_id, files=1)
                yield from read_data(_bytes(part, name), name, given, allowance)
            except DocumentError as error:
                yield problem(error)
        if len(attached) > _ATTACHED:
            told = noted(
                "it has {number} attachments, of which {number2} were read; save the others as files",
                number=len(attached),
                number2=_ATTACHED,
            )
            yield Problem(doc_id, Trouble.TOO_LARGE, told)


def _own(message: EmailMessage, doc_id: str, given: date | None) -> Document:
    """What the message itself says."""
    subject, source = _header(message, "subject"), parseaddr(_header(message, "from"))[0]
    body = _body(message, doc_id)
    text = f"{subject}\n\n{body}" if subject and not body.startswith(subject) else body
    return make_document(doc_id, text, title=subject, stated=_sent(message), given=given, source=source)


def _attached(message: EmailMessage) -> Iterator[tuple[str, EmailMessage]]:
    """The attachments of kinds that are read, with the names they go by; those of attached mails are theirs."""
    left = list(reversed(_below(message)))
    for _ in range(_PARTS):
        if not left:
            return
        part = left.pop()
        kind = part.get_content_type()
        if part.is_multipart() and kind != "message/rfc822":
            left.extend(reversed(_below(part)))
            continue
        try:
            named = str(part.get_filename() or "")
        except (ValueError, LookupError, AttributeError, IndexError):  # headers that the library cannot take
            named = ""
        if not named and not (part.is_attachment() or kind in ("application/pdf", "message/rfc822")):
            continue
        name = _file_name(named, kind)
        if is_supported(name):
            yield name, part


def _below(part: EmailMessage) -> list[EmailMessage]:
    content = part.get_payload()
    return [one for one in content if isinstance(one, EmailMessage)] if isinstance(content, list) else []


def _file_name(named: str, kind: str) -> str:
    """A plain name, whatever folders or signs the sender put into it."""
    last = PurePosixPath(named.replace("\\", "/")).name
    plain = "".join(sign if sign.isprintable() and sign not in '/#<>:"|?*' else "_" for sign in clean(last))
    suffix = PurePosixPath(plain).suffix
    if not suffix or (kind == "message/rfc822" and suffix.lower() != ".eml"):
        plain, suffix = f"{plain or 'attachment'}{_KINDS.get(kind, '')}", _KINDS.get(kind, "")
    return plain if len(plain) <= _NAME else f"{plain[: _NAME - len(suffix)]}{suffix}"


def _bytes(part: EmailMessage, name: str) -> bytes:
    """An attachment's content.

    Raises DocumentError `unreadable` when it cannot be taken out of the message.
    """
    try:
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        raise DocumentError(
            name, Trouble.UNREADABLE, noted("the attachment is damaged: {error}", error=error)
        ) from error
    return content if isinstance(content, bytes) else b""


def _unlike(name: str, seen: set[str]) -> str:
    """`name`, or with a number before its ending where another attachment has it."""
    path, number, unique = PurePosixPath(name), 2, name
    while unique in seen:
        unique, number = f"{path.stem}~{number}{path.suffix}", number + 1
    seen.add(unique)
    return unique


def _body(message: EmailMessage, doc_id: str) -> str:
    """The plain text of the message, or what its web page says."""
    part = message.get_body(preferencelist=("plain", "html"))
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes) or not content.strip():
        raise DocumentError(doc_id, Trouble.EMPTY, noted("the message has no text of its own"))
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
