"""What the commands but `brief` print: an article, its statements, the installation; and the progress bar."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from typing import Any, Literal

import msgspec
from rich.console import Console
from rich.text import Text

from sayso.installation import Installation
from sayso.language.pieces import paragraphs
from sayso.margin import annotated, safe
from sayso.records import Article, Statement
from sayso.statements import attributions_in


def to_json(record: msgspec.Struct) -> str:
    """A record as one line of JSON."""
    return msgspec.json.encode(record).decode() + "\n"


def statements_json(article: Article, statements: Sequence[Statement]) -> str:
    """One JSON line a statement, with the file or address it comes from."""
    lines = []
    for statement in statements:
        fields: dict[str, Any] = {"file": article.file or article.url, **msgspec.to_builtins(statement)}
        lines.append(msgspec.json.encode(fields).decode() + "\n")
    return "".join(lines)


def raw_line(named: tuple[str, str]) -> str:
    """The attributions of a text as it is, with its stem, as one JSON line."""
    stem, text = named
    found = [msgspec.to_builtins(attribution) for attribution in attributions_in(text, paragraphs(text))]
    return msgspec.json.encode({"doc": stem, "statements": found}).decode() + "\n"


def article_lines(article: Article, width: int, colour: bool) -> str:
    """The clean article for reading: what is known of it, its text, and what was removed."""
    with _page(width, colour) as (console, page):
        _head(console, article)
        for block in article.blocks:
            style = "bold" if block.kind == "title" else ""
            console.print(Text(safe(article.text[block.start : block.end]), style=style), end="\n\n")
        if article.furniture:
            console.print(Text("Left out", style="bold"))
            for line in article.furniture:
                console.print(
                    Text(f"  - {safe(line.text)}" + (f"  ({line.reason})" if line.reason else ""), style="dim")
                )
    return page.getvalue()


def statement_lines(article: Article, statements: Sequence[Statement], width: int, colour: bool) -> str:
    """The article with its statements coloured, and in the margin who says each, on whose say-so."""
    with _page(width, colour) as (console, page):
        _head(console, article)
        for line in annotated(article, statements, console):
            console.print(line)
    return page.getvalue()


def installation_lines(found: Installation) -> str:
    """What is installed, as aligned lines."""
    rows = [("sayso", found.version, ""), ("python", found.python, "")]
    rows += [(name, version, "") for name, version in found.libraries]
    rows += [(f"model {m.name}", m.made, m.note) for m in found.models]
    rows += [(f"knowledge {k.table}", k.as_of, f"{k.rows} rows; {k.source}") for k in found.knowledge]
    wide = max(len(name) for name, _, _ in rows)
    return "".join(f"{name:<{wide}}  {value:<12}  {note}".rstrip() + "\n" for name, value, note in rows)


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr that shows itself after two seconds; yields the function that moves it on by one."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(label, total=total)
    timer = threading.Timer(2.0, bar.start)
    timer.start()
    try:
        yield lambda: bar.advance(task)
    finally:
        timer.cancel()
        bar.stop()


@contextmanager
def _page(width: int, colour: bool) -> Iterator[tuple[Console, StringIO]]:
    page = StringIO()
    system: Literal["standard"] | None = "standard" if colour else None
    yield Console(file=page, width=width, force_terminal=colour, color_system=system, highlight=False), page


def _head(console: Console, article: Article) -> None:
    known = [article.outlet, article.byline, article.published, article.file or article.url]
    console.print(Text(safe(" · ".join(part for part in known if part)), style="dim"))
    for warning in article.warnings:
        console.print(Text(f"note: {warning}", style="yellow"))
    console.print()
