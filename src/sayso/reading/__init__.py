"""Bytes to articles: files, folders, URLs and pasted text; body, furniture, metadata, language.

`read` takes one source, `read_all` many; nothing heavy is imported before the first of them is called.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from sayso.errors import UnreadableArticle
from sayso.reading.options import ReadOptions
from sayso.records import Article, Unread

__all__ = ["ReadOptions", "UnreadableArticle", "language_of", "read", "read_all", "read_raw"]


def read(source: str | Path, options: ReadOptions = ReadOptions()) -> Article:  # noqa: B008 - frozen
    """The article of one file, URL or `-` (standard input).

    Raises UnreadableArticle(source, reason, advice) if there is none in it.
    """
    from sayso.reading.collect import read_one

    return read_one(str(source), options)


def read_all(
    sources: Iterable[str | Path],
    options: ReadOptions = ReadOptions(),  # noqa: B008 - frozen
    progress: Callable[[int, int], None] | None = None,
) -> tuple[tuple[Article, ...], tuple[Unread, ...]]:
    """The articles of many sources, folders included, and what could not be read; both sorted by name.

    The order of the sources changes nothing. Articles of identical text are one: `file` is the first name in sorted
    order, the others are in `also`. `progress` is called with how many are done, and of how many.
    """
    from sayso.reading.collect import read_many

    return read_many([str(source) for source in sources], options, progress)


def read_raw(sources: Iterable[str | Path]) -> tuple[tuple[tuple[str, str], ...], tuple[Unread, ...]]:
    """Text files as they are (UTF-8 decoded, nothing stripped): stem and text of each, and what could not be read."""
    from sayso.reading.files import read_texts

    return read_texts([str(source) for source in sources])


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language a text is written in, "und" for a text without letters."""
    from sayso.reading.language import language_of

    return language_of(text)
