"""The lines between headline and article: outlet, date, byline, address. They are metadata, and leave the text."""

import re
from collections.abc import Sequence

from sayso.reading.dates import Dated, all_dates_in, dates_in, month_in
from sayso.reading.page import Metadata, Piece, Stamp
from sayso.records import Furniture, Record

OUTLET_AND_DATE = "outlet and date line"
BYLINE = "byline"
HEADLINE = "repeated headline"
ADDRESS = "address line"

_LINES = 10
_PROSE_WORDS = 14
_NAME = r"(?:[A-Z][\w.’'-]*|de|la|van|von|der|den|bin|al|el|da|di|du)"
_BY = re.compile(
    r"^(?:(?:written|reported|posted|story|words|text)\s+)?by:?\s+"
    rf"(?P<who>{_NAME}(?:[\s,&]+(?:and\s+|in\s+)?{_NAME}){{0,9}})"
    r"(?:[\s,|–—-]+(?P<role>[a-z][\w ]{2,40}))?\.?$",
    re.I,
)
_WHO = re.compile(r"^by:?\s+", re.I)
_CAPITAL = re.compile(r"^[A-Z]|^(?:de|la|van|von|der|den|bin|al|el|da|di|du)$")
_CORRESPONDENT = re.compile(
    r"^(?:(?:by|from)\s+)?(?:our|a|an|the|special|staff|foreign|diplomatic|political)\b[\w\s]{0,30}"
    r"\b(?:correspondents?|reporters?|writers?|staff|editors?|newsroom|bureau)\b"
    r"(?P<where>\s+(?:in|at|for)\s+[A-Z]\w+(?:[\s,-]+(?:and\s+)?[A-Z]\w+)*)?(?P<note>\s*\([^)]*\))?\.?$",
    re.I,
)
_LABEL = re.compile(
    r"^(?P<label>title|headline|date|published(?: on)?|publication date|posted(?: on)?|source|outlet|publication"
    r"|publisher|author|byline|by|url|link)\s*:\s*(?P<value>\S.*)$",
    re.I,
)
_URL = re.compile(r"^<?(https?://\S+?)>?$")
_SPLIT = re.compile(r"\s*[|/·•;]\s*|\s+[-–—]+\s+|\s*,\s*$|^\s*,\s*|^\s*[-–—]+\s*|\s*[-–—]+\s*$")
_NOISE = re.compile(
    r"\b(?:first\s+)?(?:posted|published|updated|modified|last|issued|released|created)\b(?:\s+on\b|\s+at\b)?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?"
    r"|\b\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\b(?:UTC|GMT|BST|CET|CEST|E[SD]?T|C[SD]T|M[SD]T|P[SD]T)\b"
    r"|\b\d+\s*min(?:ute)?s?(?:\s+read)?\b|\bby\s+(?:admin\w*|editor|staff|user\d*)\b|\bdate\s*:|\bon\s*$|\bat\s*$",
    re.I,
)
_LOWER_ALLOWED = frozenset(
    [
        "in",
        "of",
        "the",
        "for",
        "and",
        "by",
        "from",
        "to",
        "our",
        "a",
        "an",
        "on",
        "at",
        "correspondent",
        "reporter",
        "writer",
        "staff",
        "special",
        "translated",
        "de",
        "la",
        "le",
    ]
)
_NO_PLACE = frozenset(("On", "In", "By", "At", "Since", "The", "After", "Until", "From", "Before"))
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")


class Front(Record, frozen=True, kw_only=True):
    """The pieces that remain, what was taken, and the metadata with what the lines said."""

    pieces: tuple[Piece, ...]
    taken: tuple[Furniture, ...]
    metadata: Metadata


class _Line(Record, frozen=True, kw_only=True):
    reason: str
    outlet: str | None = None
    byline: str | None = None
    stamp: Stamp | None = None
    url: str | None = None
    is_bare_date: bool = False


def take_front(pieces: Sequence[Piece], metadata: Metadata, above: Sequence[str] = ()) -> Front:
    """The outlet, date, byline and repeated headline lines above the first paragraph, taken out of the pieces.

    What a page says in its markup stands; lines, those `above` that are no pieces included, fill what it leaves open.
    """
    lines: dict[int, _Line] = {}
    top = _top(pieces)
    for i in range(top):
        line = _read(pieces[i].text, metadata)
        if line:
            lines[i] = line
    for i in range(top):
        beside_date = any(lines[j].is_bare_date for j in (i - 1, i + 1) if j in lines)
        if i not in lines and beside_date and _is_name(pieces[i].text):
            lines[i] = _Line(reason=OUTLET_AND_DATE, outlet=pieces[i].text.strip())
    told = [line for line in (_read(text, metadata) for text in above) if line]
    return Front(
        pieces=tuple(piece for i, piece in enumerate(pieces) if i not in lines),
        taken=tuple(pieces[i].removed(line.reason) for i, line in sorted(lines.items())),
        metadata=_filled(metadata, [*told, *(lines[i] for i in sorted(lines))]),
    )


def dateline_stamp(text: str) -> Stamp | None:
    """The date of a dateline that opens an article and has its year: "LONDON, May 19, 2022 (Agency) -"."""
    opening = re.match(r"^.{6,90}?(?:\s[-–—]{1,2}\s|[—–])", text)
    dates = dates_in(opening[0], "") if opening else []
    if not opening or not dates:
        return None
    around = opening[0][: dates[0].start] + opening[0][dates[0].end :]
    is_dateline = (
        bool(around[:1].strip())
        and around.split()[0] not in _NO_PLACE
        and all(word[0].isupper() for word in _WORD.findall(around))
    )
    return _named(dates[0], text) if is_dateline else None


def _top(pieces: Sequence[Piece]) -> int:
    """How many pieces stand above the first paragraph of prose."""
    for i, piece in enumerate(pieces[:_LINES]):
        words = len(piece.text.split())
        if (
            words > _PROSE_WORDS
            and piece.text.rstrip().endswith((".", "!", "?", "”", '"'))
            and not dates_in(piece.text[:60], "")
        ):
            return i
        if words > 40:
            return i
    return min(len(pieces), _LINES)


def _read(text: str, metadata: Metadata) -> _Line | None:
    text = " ".join(text.split())
    if _same(text, metadata.title):
        return _Line(reason=HEADLINE)
    url = _URL.match(text)
    if url:
        return _Line(reason=ADDRESS, url=url[1])
    return _labelled(text) or _byline(text, metadata) or _dated(text, metadata)


def _labelled(text: str) -> _Line | None:
    match = _LABEL.match(text)
    if not match or len(text) > 160:
        return None
    label, value = match["label"].lower(), match["value"].strip()
    if label in ("url", "link"):
        return _Line(reason=ADDRESS, url=value) if _URL.match(value) else None
    if label.startswith(("date", "publ", "posted")) and label not in ("publication", "publisher"):
        dates = dates_in(value, "")
        return _Line(reason=OUTLET_AND_DATE, stamp=_named(dates[0], value)) if dates else None
    if label in ("source", "outlet", "publication", "publisher"):
        return _Line(reason=OUTLET_AND_DATE, outlet=value)
    if label in ("author", "byline", "by"):
        return _Line(reason=BYLINE, byline=value)
    return None


def _byline(text: str, metadata: Metadata) -> _Line | None:
    who = _WHO.sub("", text)
    if (
        metadata.byline
        and len(text) < 120
        and re.match(rf"{re.escape(metadata.byline)}(?:,? in [A-Z][\w ,]+)?$", who, re.I)
    ):
        return _Line(reason=BYLINE)
    if _CORRESPONDENT.match(text):
        return _Line(reason=BYLINE, byline=re.sub(r"\s*\([^)]*\)\.?$", "", text))
    match = _BY.match(text)
    if match and all(_CAPITAL.match(w) for w in re.split(r"[\s,&]+", match["who"]) if w not in ("and", "in")):
        return _Line(reason=BYLINE, byline=match["who"].strip(" ,&"))
    return None


def _dated(text: str, metadata: Metadata) -> _Line | None:
    if metadata.outlet and _same(text, metadata.outlet):
        return _Line(reason=OUTLET_AND_DATE)
    dates = all_dates_in(text, "")
    stamps = [dated for dated in dates if not dated.is_change]
    month = None if dates else month_in(text, "")
    if month:
        return _Line(reason=OUTLET_AND_DATE, stamp=_found(month, text), is_bare_date=True)
    if not dates or len(text) > 160:
        return None
    rest = text
    for dated in reversed(dates):
        rest = f"{rest[: dated.start]} | {rest[dated.end :]}"
    rest = _NOISE.sub(" ", rest)
    fields = [f.strip(" ,.:") for f in _SPLIT.split(rest)]
    fields = [f for f in fields if _WORD.search(f)]
    if not _are_names(fields):
        return None
    who = next((line for line in (_byline(f, metadata) for f in fields) if line), None)
    others = [f for f in fields if _byline(f, metadata) is None and _is_name(f) and not _is_place(f, text)]
    return _Line(
        reason=BYLINE if who and not others else OUTLET_AND_DATE,
        byline=who.byline if who else None,
        outlet=others[0] if len(others) == 1 else None,
        stamp=_named(stamps[0], text) if stamps else None,
        is_bare_date=not fields,
    )


def _are_names(fields: Sequence[str]) -> bool:
    """Whether what stands around a date is names and not a sentence."""
    words = [w for field in fields for w in _WORD.findall(re.sub(r"\([^)]*\)", "", field))]
    lower = [w for w in words if w[0].islower() and w.lower() not in _LOWER_ALLOWED]
    return len(words) <= 12 and not lower


def _is_name(text: str) -> bool:
    words = _WORD.findall(text)
    return (
        0 < len(words) <= 6
        and words[0][0].isupper()
        and not text.rstrip().endswith((".", "?", "!", ":", "…"))
        and not text.isdigit()
    )


def _is_place(field: str, text: str) -> bool:
    """Whether a field is a single word before a comma, as in "Vienna, 5 March 2024": more likely a place."""
    return text.startswith(f"{field}, ") and " " not in field


def _named(dated: Dated, text: str) -> Stamp:
    return _found(dated.stamp, text[dated.start : dated.end].strip(" ,-|("))


def _found(stamp: Stamp, shown: str) -> Stamp:
    return Stamp(day=stamp.day, precision=stamp.precision, at=stamp.at, found=f"text: '{shown.strip()}'")


def _filled(metadata: Metadata, lines: Sequence[_Line]) -> Metadata:
    def first(name: str) -> str | None:
        values: list[str] = [value for value in (getattr(line, name) for line in lines) if value]
        return values[0] if values else None

    return Metadata(
        title=metadata.title,
        outlet=metadata.outlet or first("outlet"),
        byline=metadata.byline or first("byline"),
        published=metadata.published or next((line.stamp for line in lines if line.stamp), None),
        url=metadata.url or first("url"),
    )


def _same(text: str, other: str | None) -> bool:
    return other is not None and _fold(text) == _fold(other)


def _fold(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
