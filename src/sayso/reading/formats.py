"""Which format the bytes of an input are in, and the page they hold."""

import re
import zlib

import msgspec

from sayso.errors import UnreadableArticle
from sayso.reading.decode import Decoded, TooLargeError, binary_kind, decode, inflate
from sayso.reading.options import Format
from sayso.reading.page import Page, TooLongError
from sayso.records import Record, Span

_GZIP = b"\x1f\x8b"
_BY_SUFFIX: dict[str, Format] = {
    "html": "html", "htm": "html", "xhtml": "html", "md": "markdown", "markdown": "markdown", "pdf": "pdf",
    "txt": "text",
}  # fmt: skip
_BY_MEDIA: dict[str, Format] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/markdown": "markdown", "application/pdf": "pdf",
    "text/plain": "text",
}  # fmt: skip
_HTML_START = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"</(?:p|div|a|span|h[1-6]|li|body|article|td)>", re.I)
_TOO_LONG = ("holds more text than an article has", "cut the article out of it and read that")
_SAVE = "save it as HTML or plain text"


class Source(Record, frozen=True, kw_only=True):
    """An input's bytes and what is known of them: its name for messages, its address if it was fetched."""

    name: str
    data: bytes
    address: str | None = None
    media_type: str = ""
    charset: str | None = None


class Raw(Record, frozen=True, kw_only=True):
    """A text to be taken as it is, with its paragraphs."""

    decoded: Decoded
    blocks: tuple[Span, ...]


_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")  # the parser's time grows with the square of the attributes
_MOST_ATTRIBUTES = 1000


def take(source: Source, wanted: Format) -> Page | Raw:
    """The page an input holds; `wanted` is the format the user named, or auto.

    Raises UnreadableArticle for archives that blow up, binary data, broken files and tags nested too deep.
    """
    data = _unpacked(source)
    if data.startswith(b"%PDF-") and wanted in ("auto", "pdf"):
        return _pdf(source, data)
    kind = binary_kind(data)
    if kind or wanted == "pdf":
        raise UnreadableArticle(source.name, f"is {kind or 'no PDF file'}, not an article", _SAVE)
    decoded = decode(data, source.charset)
    if wanted == "raw":
        from sayso.reading.plaintext import take_raw

        return Raw(decoded=decoded, blocks=take_raw(decoded.text))
    try:
        page = _page(source, decoded.text, _format(source, decoded.text) if wanted == "auto" else wanted)
    except TooLongError as error:
        raise UnreadableArticle(source.name, *_TOO_LONG) from error
    if decoded.warning is None:
        return page
    return msgspec.structs.replace(page, warnings=(decoded.warning,))


def _page(source: Source, text: str, kind: Format) -> Page:
    if kind == "html":
        from sayso.reading.html import take_page
        from sayso.reading.tree import TooDeepError

        if any(tag[0].count("=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
            raise UnreadableArticle(source.name, "has a tag with thousands of attributes", _SAVE)
        try:
            return take_page(text, source.address)
        except (TooDeepError, RecursionError) as error:
            raise UnreadableArticle(source.name, "has tags nested thousands deep", _SAVE) from error
    from sayso.reading.plaintext import take_markdown, take_text

    return take_markdown(text) if kind == "markdown" else take_text(text)


def _pdf(source: Source, data: bytes) -> Page:
    from sayso.reading.pdf import UnreadablePdfError, take_pdf

    try:
        return take_pdf(data)
    except TooLongError as error:
        raise UnreadableArticle(source.name, *_TOO_LONG) from error
    except UnreadablePdfError as error:
        raise UnreadableArticle(source.name, f"the PDF {error}", "copy its text into a text file") from error


def _unpacked(source: Source) -> bytes:
    if not source.data.startswith(_GZIP):
        return source.data
    try:
        return inflate(source.data)
    except TooLargeError as error:
        raise UnreadableArticle(source.name, str(error), "unpack it yourself and read the article alone") from error
    except zlib.error as error:
        raise UnreadableArticle(source.name, "is a broken gzip file", "unpack it yourself") from error


def _format(source: Source, text: str) -> Format:
    """The format by what the text looks like, then by media type or suffix."""
    head = text[:20_000]
    if _HTML_START.match(head) or len(_TAG.findall(head)) >= 5:
        return "html"
    name = source.name.lower().removesuffix(".gz")
    declared = _BY_MEDIA.get(source.media_type) or _BY_SUFFIX.get(name.rpartition(".")[2], "text")
    if declared == "html":
        return "html" if _TAG.search(text) or re.search(r"<p\b", head, re.I) else "text"
    return "text" if declared == "pdf" else declared
