"""Bytes to text: what kind of bytes they are, decompression within limits, and the character set."""

import re
import zlib

from sayso.reading.options import MAX_BYTES, MEGABYTE
from sayso.records import Record

_MAGIC = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a RIFF file",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"SQLite format 3": "a database",
    b"ID3": "an MP3 recording",
    b"OggS": "an Ogg recording",
}
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_META_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x85"))
_SAMPLE = 1 << 16
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}


class TooLargeError(ValueError):
    """More bytes than the limit, before or after decompression."""


class Decoded(Record, frozen=True, kw_only=True):
    """Text with the character set it was read by, and what was uncertain about it."""

    text: str
    charset: str
    warning: str | None = None


def inflate(data: bytes, limit: int = MAX_BYTES) -> bytes:
    """Gzip or zlib bytes decompressed, at most `limit` bytes of them.

    Raises TooLargeError beyond the limit, zlib.error if they are no such bytes.
    """
    out = bytearray()
    while data:
        stream = zlib.decompressobj(zlib.MAX_WBITS | 32)
        out += stream.decompress(data, limit + 1 - len(out))
        if len(out) > limit:
            raise TooLargeError(f"decompresses to more than {limit // MEGABYTE} MB")
        data = stream.unused_data.lstrip(b"\0") if stream.eof else b""
    return bytes(out)


def binary_kind(data: bytes) -> str | None:
    """What the bytes are if they are no text: "a PNG image", "binary data"; None for text."""
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return None
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            return kind
    sample = data[:_SAMPLE]
    strange = len(sample) - len(sample.translate(None, _CONTROL))
    return "binary data" if b"\0" in sample or strange > 0.02 * len(sample) else None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of the bytes: byte order mark, strict UTF-8, the declared character set, a guess, in that order.

    A page that says Latin-1 but holds valid multi-byte UTF-8 is UTF-8 (WHATWG reads Latin-1 as Windows-1252).
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return Decoded(text=data.decode(charset, "replace"), charset=charset.removesuffix("-sig"))
    declared = _known(declared) or _declared_in(data)
    if declared and declared.startswith(("utf-16", "iso2022", "hz", "utf-7", "iso-2022")):
        text = _strict(data, declared)
        if text is not None:
            return Decoded(text=text, charset=declared)
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text=text, charset="utf-8")
    text = _strict(data, declared) if declared and declared != "utf-8" else None
    if text is not None and declared:
        return Decoded(text=text, charset=declared)
    return _guessed(data, declared)


def _guessed(data: bytes, declared: str | None) -> Decoded:
    broken = data.decode("utf-8", "replace")
    bad = broken.count("\ufffd")
    if bad < sum(ord(c) > 127 for c in broken) - bad:
        return Decoded(
            text=broken, charset="utf-8", warning=f"{bad} characters are no valid UTF-8 and are shown as \ufffd"
        )
    charset = _detected(data)
    text = data.decode(charset, "replace")
    name = charset.replace("cp125", "windows-125")
    said = f"it says {declared}, but is not" if declared else "none is declared"
    return Decoded(text=text, charset=charset, warning=f"character set guessed: {name} ({said})")


def _detected(data: bytes) -> str:
    western = _strict(data, "cp1252")
    if western is not None and _reads_as_western(western):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"


def _reads_as_western(text: str) -> bool:
    """Whether accented letters stand among plain ones, as they do in the languages Windows-1252 is for."""
    odd = [c for c in text if ord(c) > 127]
    plain = sum(c.isascii() and c.isalpha() for c in text)
    return len(odd) < 0.08 * max(1, plain)


def _strict(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared_in(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:4096])
    return _known(match[1].decode("ascii", "ignore")) if match else None


def _known(charset: str | None) -> str | None:
    if not charset:
        return None
    name = _ALIASES.get(charset.strip().lower(), charset.strip().lower())
    try:
        b"".decode(name)
    except (LookupError, UnicodeError):
        return None
    return name
