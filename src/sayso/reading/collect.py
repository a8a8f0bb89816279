"""Sources to articles: each read on its own, copies of one text folded, failures named; sorted by name."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import msgspec

from sayso.errors import UnreadableArticle
from sayso.reading.article import article_of, raw_article
from sayso.reading.files import files_in, read_file, read_stdin
from sayso.reading.formats import Raw, Source, take
from sayso.reading.options import ReadOptions
from sayso.records import Article, Record, Unread

_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*)://")
_FETCHERS = 8
_FILLED = ("url", "outlet", "title", "byline", "language")
_DATED = ("published", "published_precision", "published_at", "published_from")


class _Input(Record, frozen=True, kw_only=True):
    """One thing to read: as the user named it, and the file name the article gets."""

    source: str
    file: str | None


def read_one(source: str, options: ReadOptions) -> Article:
    """The article of one source. Raises UnreadableArticle."""
    is_url = _SCHEME.match(source)
    return _read(_Input(source=source, file=None if is_url else _base_name(source)), options)


def read_many(
    sources: Iterable[str], options: ReadOptions, progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[Article, ...], tuple[Unread, ...]]:
    """The articles of many sources and what could not be read; see `sayso.reading.read_all`."""
    inputs, unread = _expanded(sources)
    articles: list[Article] = []
    for done, result in enumerate(_results(inputs, options), 1):
        if isinstance(result, Article):
            articles.append(result)
        else:
            unread.append(result)
        if progress:
            progress(done, len(inputs))
    return _folded(articles), tuple(sorted(unread, key=lambda u: (u.input, u.reason)))


def _expanded(sources: Iterable[str]) -> tuple[list[_Input], list[Unread]]:
    """Every input once, sorted, folders opened; and the folders that hold none."""
    inputs: dict[str, _Input] = {}
    unread: dict[str, Unread] = {}
    for source in sources:
        if source != "-" and not _SCHEME.match(source) and os.path.isdir(source):
            found = files_in(source)
            for path, name in found:
                inputs.setdefault(path, _Input(source=path, file=_printable(name)))
            if not found:
                advice = "name a folder with .html, .txt, .md or .pdf files"
                unread[source] = Unread(input=source, reason="no articles in this folder", advice=advice)
        else:
            file = None if _SCHEME.match(source) else _base_name(source)
            inputs[source] = _Input(source=source, file=file)
    return sorted(inputs.values(), key=lambda i: (i.file or i.source, i.source)), list(unread.values())


def _results(inputs: Sequence[_Input], options: ReadOptions) -> Iterable[Article | Unread]:
    """The outcome of each input, in order; URLs are waited for together. (More processes for the files did not pay.)"""
    attempt = partial(_attempt, options=options)
    urls = [one for one in inputs if one.file is None]
    if not urls:
        yield from map(attempt, inputs)
        return
    with ThreadPoolExecutor(min(_FETCHERS, len(urls))) as pool:
        waiting = {one.source: pool.submit(attempt, one) for one in urls}
        for one in inputs:
            yield waiting[one.source].result() if one.source in waiting else attempt(one)


def _attempt(one: _Input, options: ReadOptions) -> Article | Unread:
    try:
        return _read(one, options)
    except UnreadableArticle as error:
        return Unread(input=_printable(error.source), reason=error.reason, advice=error.advice)
    except Exception as error:  # one page must never stop the others, whatever is wrong with it
        reason = f"could not be read ({type(error).__name__}: {error})"
        return Unread(
            input=_printable(one.source), reason=reason, advice="save its text and read that; this is a bug of ours"
        )


def _read(one: _Input, options: ReadOptions) -> Article:
    source = _opened(one, options)
    taken = take(source, options.format)
    article = (
        raw_article(taken, one.source, options) if isinstance(taken, Raw) else article_of(taken, one.source, options)
    )
    return msgspec.structs.replace(article, file=one.file, url=article.url or source.address)


def _opened(one: _Input, options: ReadOptions) -> Source:
    scheme = _SCHEME.match(one.source)
    if one.source == "-":
        return Source(name="-", data=read_stdin())
    if not scheme:
        return Source(name=one.source, data=read_file(one.source))
    if scheme[1].lower() not in ("http", "https"):
        raise UnreadableArticle(one.source, f"unknown kind of address ({scheme[1]}:)", "give a path, or an http(s) URL")
    from sayso.reading.fetch import fetch

    got = fetch(one.source, options)
    if not got.data.strip():
        raise UnreadableArticle(one.source, "is empty", "check the address in a browser")
    return Source(name=one.source, data=got.data, address=got.url, media_type=got.media_type, charset=got.charset)


def _base_name(source: str) -> str:
    return source if source == "-" else _printable(Path(source).name or source)


def _printable(name: str) -> str:
    """A file name as text that can be written out, whatever bytes it is made of."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _folded(articles: Sequence[Article]) -> tuple[Article, ...]:
    """One article a text, sorted by name; what one copy does not say of itself another may."""
    copies: dict[str, list[Article]] = {}
    for article in articles:
        copies.setdefault(article.id, []).append(article)
    folded = [_fold(sorted(group, key=_name)) for group in copies.values()]
    return tuple(sorted(folded, key=lambda article: (_name(article), article.id)))


def _fold(group: Sequence[Article]) -> Article:
    first, *others = group
    for other in others:
        missing = {name: getattr(other, name) for name in _FILLED if getattr(first, name) is None}
        if first.published is None:
            missing |= {name: getattr(other, name) for name in _DATED}
        first = msgspec.structs.replace(first, **missing)
    names = list(dict.fromkeys(_name(other) for other in others if _name(other) != _name(first)))
    return msgspec.structs.replace(first, also=tuple(names))


def _name(article: Article) -> str:
    return article.file or article.url or ""
