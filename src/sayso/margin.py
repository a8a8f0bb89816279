"""An article on a terminal with its statements coloured, and in the margin who says each, on whose say-so."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.text import Text

from sayso.records import Article, Block, Link, Span, Statement

STYLES: Final = {"content": "green", "source": "bold cyan", "cue": "magenta"}
# What an article may not do to a terminal: control characters and direction overrides, each shown as one mark.
_UNSAFE: Final = dict.fromkeys(
    (
        *(c for c in range(0x20) if c not in (0x09, 0x0A)),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ),
    "\ufffd",
)
_LEAST_TEXT, _LEAST_NOTE, _GAP = 44, 28, 3


def safe(text: str) -> str:
    """A text that a terminal may print, character for character."""
    return text.translate(_UNSAFE)


def annotated(article: Article, statements: Sequence[Statement], console: Console) -> Iterator[Text]:
    """The lines of an article, paragraph by paragraph; on a narrow screen the notes stand below each paragraph."""
    note_width = max(_LEAST_NOTE, console.width * 2 // 5)
    text_width = console.width - note_width - _GAP
    for block in article.blocks:
        text = coloured(article, block, statements)
        notes = [(_place(s, block), note(s)) for s in statements if block.start <= _anchor(s) < block.end]
        if text_width >= _LEAST_TEXT:
            yield from _side_by_side(text, sorted(notes, key=lambda n: n[0]), text_width, note_width, console)
        else:
            yield from text.wrap(console, console.width)
            for _, words in notes:
                yield from _indented(words, console)
        yield Text()


def coloured(article: Article, block: Block, statements: Sequence[Statement]) -> Text:
    """A paragraph with its contents, sources and cues in their colours, those of inner statements on top."""
    text = Text(safe(article.text[block.start : block.end]), style="bold" if block.kind == "title" else "")
    for role in STYLES:
        for statement in statements:
            spans: tuple[Span, ...] = getattr(statement, role)
            for start, end in spans:
                if start < block.end and end > block.start:
                    text.stylize(STYLES[role], max(0, start - block.start), max(0, end - block.start))
    return text


def note(statement: Statement) -> Text:
    """Who says it: the chain, outermost relay first, and what is known of an unnamed speaker."""
    words = Text("↳ " if statement.inside else "")
    if not statement.chain:
        words.append("nobody named", style="italic")
    for number, link in enumerate(statement.chain):
        words.append(" ← " if number else "", style="dim")
        words.append(safe(link.text), style="yellow" if link.anonymous else "bold")
    marks = [statement.mode, *_unnamed(statement.chain), statement.hedge]
    words.append(safe("  " + ", ".join(mark for mark in marks if mark)), style="dim")
    return words


def _unnamed(chain: Sequence[Link]) -> list[str]:
    if not chain or not chain[-1].anonymous:
        return []
    last = chain[-1]
    where = [last.institution or "", last.state if last.state and last.state != last.actor else ""]
    number = str(last.count) if last.count and last.count > 1 else ""
    return ["unnamed" + (f" {number}" if number else ""), *filter(None, where), *([last.reason] if last.reason else [])]


def _anchor(statement: Statement) -> int:
    return (statement.cue or statement.source or statement.content)[0][0]


def _place(statement: Statement, block: Block) -> int:
    return _anchor(statement) - block.start


def _side_by_side(
    text: Text, notes: Sequence[tuple[int, Text]], text_width: int, note_width: int, console: Console
) -> Iterator[Text]:
    """The wrapped text with each note beside the line that it is about, or as near below as there is room."""
    left = list(text.wrap(console, text_width))
    right: list[Text] = []
    for place, words in notes:
        right += [Text()] * (_line_of(left, place) - len(right))
        right += words.wrap(console, note_width)
    for number in range(max(len(left), len(right))):
        line = left[number].copy() if number < len(left) else Text()
        line.rstrip()
        if number < len(right) and right[number]:
            line.pad_right(text_width + _GAP - line.cell_len)
            line.append_text(right[number])
            line.rstrip()
        yield line


def _line_of(lines: Sequence[Text], place: int) -> int:
    """The number of the wrapped line that the character at `place` stands in; wrapping drops one space a line."""
    reached = 0
    for number, line in enumerate(lines):
        reached += len(line.plain.rstrip()) + 1
        if place < reached:
            return number
    return max(0, len(lines) - 1)


def _indented(words: Text, console: Console) -> Iterator[Text]:
    for line in words.wrap(console, console.width - 4):
        yield Text("    ").append_text(line)
