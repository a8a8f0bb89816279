"""Plain text and Markdown to pieces: paragraphs, hard-wrapped or a line each, and the headline on top."""

import re
from collections.abc import Iterator, Sequence

from sayso.reading.dates import all_dates_in
from sayso.reading.options import MAX_LETTERS, MAX_RUNS
from sayso.reading.page import Metadata, Page, Piece, TooLongError
from sayso.records import Record

_CHUNK = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_WRAP_MIN, _WRAP_MAX = 40, 130
_TITLE_WORDS = (3, 32)
_TITLE_LETTERS = 220
_LOOK_FOR_TITLE = 4
_WORDS_AROUND_A_DATE = 4
_BY = re.compile(r"^(?:written |posted )?by:? [A-Z]\w+ [A-Z]", re.I)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_SETEXT = re.compile(r"^(=+|-+)\s*$")
_IMAGE = re.compile(r"!\[[^\]\[]{0,300}\](?:\([^()]{0,1000}\)|\[[^\]\[]{0,100}\])")
_LINK = re.compile(r"\[([^\]\[]{1,500})\](?:\([^()]{0,1000}\)|\[[^\]\[]{0,100}\])")
_AUTOLINK = re.compile(r"<(https?://[^>\s]+)>")
_EMPHASIS = re.compile(r"(\*{1,3}|(?<!\w)_{1,3}|~~|`)(?=\S)([^*_~`]{1,500})(?<=\S)\1(?!\w)")
_MARK = re.compile(r"^(?:(?P<quote>>)|(?P<item>[-*+]|\d{1,3}[.)]))\s+")
_RULE = re.compile(r"^(?:[-*_]\s*){3,}$|^\[[^\]]+\]:\s*\S+$")


class _Chunk(Record, frozen=True, kw_only=True):
    start: int
    lines: tuple[str, ...]


def take_text(text: str) -> Page:
    """The pieces of plain text; the first line is the headline if it looks like one.

    Raises TooLongError for more text than an article has.
    """
    _require_short(text)
    pieces = [piece for chunk in _chunks(text) for piece in _pieces(chunk)]
    title, pieces = _without_title(pieces)
    return Page(pieces=tuple(pieces), metadata=Metadata(title=title), visible=text)


def take_markdown(text: str) -> Page:
    """The pieces of Markdown without its marks; a first-level heading or the front matter's title is the headline.

    Raises TooLongError for more text than an article has.
    """
    _require_short(text)
    front = _FRONT_MATTER.match(text)
    fields = _fields(front[1]) if front else {}
    begin = front.end() if front else 0
    pieces = [piece for chunk in _chunks(text[begin:]) for piece in _marked_pieces(chunk)]
    title = fields.get("title")
    if title is None:
        title, pieces = _headed(pieces)
    if title is None:
        title, pieces = _without_title(pieces)
    labelled = [Piece(text=f"{name}: {value}") for name, value in fields.items() if name != "title"]
    return Page(pieces=(*labelled, *pieces), metadata=Metadata(title=title), visible=text)


def take_raw(text: str) -> tuple[tuple[int, int], ...]:
    """The blocks of a text that is taken as it is: half-open ranges of its paragraphs."""
    return tuple((m.start(), m.start() + len(m[0].rstrip())) for m in re.finditer(r"\S(?:.|[\r\n](?!\s*\r?\n))*", text))


def _require_short(text: str) -> None:
    if len(text) > MAX_LETTERS or text.count("\n") + text.count("\r") > MAX_RUNS:
        raise TooLongError


def _chunks(text: str) -> Iterator[_Chunk]:
    text = text.replace("\r\n", " \n").replace("\r", "\n").replace("\f", "\n")
    for match in _CHUNK.finditer(text):
        yield _Chunk(start=match.start(), lines=tuple(match[0].split("\n")))


def _pieces(chunk: _Chunk) -> Iterator[Piece]:
    if _is_wrapped(chunk.lines):
        raw = "\n".join(chunk.lines)
        yield Piece(text=" ".join(raw.split()), start=chunk.start, end=chunk.start + len(raw.rstrip()))
        return
    start = chunk.start
    for line in chunk.lines:
        text = line.strip()
        if text:
            begin = start + line.index(text[0])
            yield Piece(text=text, start=begin, end=begin + len(text))
        start += len(line) + 1


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines are one paragraph broken to a width, and not a list of lines or a headline above its date."""
    if len(lines) < 2 or any(_is_no_headline(line.strip()) for line in lines[:4]):
        return False
    body = [len(line.strip()) for line in lines[:-1]]
    if min(body) < _WRAP_MIN or max(body) > _WRAP_MAX or len(lines[-1].strip()) > max(body) + 8:
        return False
    whole = sum(line.rstrip().endswith((".", "!", "?", ".”", '."')) for line in lines[:-1])
    return whole <= 0.4 * len(body)


def _without_title(pieces: list[Piece]) -> tuple[str | None, list[Piece]]:
    """The headline, if one of the first lines looks like one and more text follows, and the other pieces."""
    least, most = _TITLE_WORDS
    for i, piece in enumerate(pieces[:_LOOK_FOR_TITLE]):
        words = piece.text.split()
        if _is_no_headline(piece.text):
            continue
        is_sentence = piece.text.endswith((".", ":", ",", ";")) and not piece.text.endswith("...")
        if len(words) > most or len(piece.text) > _TITLE_LETTERS or (is_sentence and len(words) > least):
            break
        if len(words) >= least and len(pieces) > i + 1 and not is_sentence:
            return re.sub(r"^(?:title|headline)\s*:\s*", "", piece.text, flags=re.I), pieces[:i] + pieces[i + 1 :]
    return None, pieces


def _is_no_headline(text: str) -> bool:
    """Whether a line is a date with little around it, or names who wrote it."""
    dates = all_dates_in(text, "")
    around = text[: dates[0].start] + text[dates[-1].end :] if dates else text
    return bool(_BY.match(text)) or (bool(dates) and len(around.split()) <= _WORDS_AROUND_A_DATE)


def _fields(front: str) -> dict[str, str]:
    found = re.findall(
        r"^(title|date|published|author|source|outlet|publisher|url|link)\s*:\s*(\S.*)$", front, re.I | re.M
    )
    return {name.lower(): value.strip().strip("\"'") for name, value in found}


def _marked_pieces(chunk: _Chunk) -> Iterator[Piece]:
    paragraph: list[str] = []
    tag = "p"
    for line in (*chunk.lines, ""):
        stripped = line.strip()
        heading, mark = _HEADING.match(stripped), _MARK.match(stripped)
        if _SETEXT.match(stripped) and len(paragraph) == 1 and len(stripped) > 2:
            yield from _plain(paragraph, "h1" if stripped[0] == "=" else "h2")
            paragraph = []
            continue
        goes_on = bool(mark and mark["quote"]) and tag == "blockquote"
        if (heading or mark or not stripped or _RULE.match(stripped)) and not goes_on:
            yield from _plain(paragraph, tag)
            paragraph, tag = [], "p"
        if heading:
            yield from _plain([heading[2]], f"h{len(heading[1])}")
        elif mark:
            tag = "blockquote" if mark["quote"] else "li"
            paragraph.append(stripped[mark.end() :])
        elif stripped and not _RULE.match(stripped):
            paragraph.append(stripped)


def _plain(lines: Sequence[str], tag: str) -> Iterator[Piece]:
    marked = _IMAGE.sub("", " ".join(lines))
    links = sum(len(m[1]) for m in _LINK.finditer(marked))
    text = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", marked))
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!>-])", r"\1", " ".join(text.split()))
    if text:
        yield Piece(text=text, tag=tag, link_share=round(min(1.0, links / len(text)), 3))


def _headed(pieces: list[Piece]) -> tuple[str | None, list[Piece]]:
    for i, piece in enumerate(pieces[:_LOOK_FOR_TITLE]):
        if piece.tag == "h1":
            return piece.text, pieces[:i] + pieces[i + 1 :]
    return None, pieces
