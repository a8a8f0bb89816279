"""The text of a PDF file's pages, through pypdf."""

import io
import logging

from sayso.reading.options import MAX_BYTES, MAX_PAGES
from sayso.reading.page import Page
from sayso.reading.plaintext import take_text


class UnreadablePdfError(ValueError):
    """A PDF file that is broken, encrypted, too long or holds no text."""


def take_pdf(data: bytes) -> Page:
    """The pieces of a PDF file, its lines joined to paragraphs.

    Raises UnreadablePdfError. The file's own dates are those of the file, not of the article, and are not used.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadablePdfError("is encrypted")
        if len(reader.pages) > MAX_PAGES:
            raise UnreadablePdfError(f"has {len(reader.pages)} pages; the limit is {MAX_PAGES}")
        texts: list[str] = []
        for page in reader.pages:
            texts.append(_paragraphs(page.extract_text()))
            if sum(map(len, texts)) > MAX_BYTES:
                raise UnreadablePdfError("holds too much text")
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        if isinstance(error, UnreadablePdfError):
            raise
        raise UnreadablePdfError(f"is broken ({error})") from error
    text = "\n\n".join(texts)
    if not text.strip():
        raise UnreadablePdfError("holds no text, perhaps only scanned pictures")
    return take_text(text)


def _paragraphs(text: str) -> str:
    """Lines of a page with an empty line where a paragraph ends: after a line well short of the margin."""
    lines = [line.rstrip() for line in text.splitlines()]
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths:
        return ""
    margin = lengths[int(0.8 * (len(lengths) - 1))]
    out: list[str] = []
    for line in lines:
        out.append(line)
        if len(line) < 0.85 * margin:
            out.append("")
    return "\n".join(out)
