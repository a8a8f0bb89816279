"""A page to an article: front lines and furniture out, the rest one text with its blocks, refused if it is none."""

import hashlib
import re
from collections.abc import Sequence

from sayso.errors import UnreadableArticle
from sayso.reading.formats import Raw
from sayso.reading.front import dateline_stamp, take_front
from sayso.reading.language import language_name, language_of
from sayso.reading.options import ReadOptions
from sayso.reading.page import Metadata, Page, Piece, Stamp
from sayso.reading.sparing import spare
from sayso.reading.walls import asks_consent, is_teaser, wall_of
from sayso.records import Article, Block, Furniture, Record

_SUPPORTED = "en"
_LEAST_WORDS = 3
_LEAST_WORDS_OF_A_PAGE = 10
_LEAST_LETTERS = 60
_MOST_WORDS_OF_A_HEADLINE = 25
_MOST_WORDS_OF_A_WALL = 150
_ENDS = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_WALLS = {
    "consent wall": "a consent wall stands before the article",
    "paywall": "a paywall stands before the article",
    "robot check": "the site asks whether you are a robot",
}
_SAVE = "open it in a browser, save the page once the article shows, and read the file"


class Cleaned(Record, frozen=True, kw_only=True):
    """A page after everything that is not the article's has left: body pieces, what left, metadata."""

    body: tuple[Piece, ...]
    furniture: tuple[Furniture, ...]
    metadata: Metadata


def clean(page: Page) -> Cleaned:
    """The body pieces of a page, without front lines and furniture."""
    from sayso.reading.furniture import Line, judge

    front = take_front(page.pieces, page.metadata, page.above)
    title = front.metadata.title
    lines = [Line(piece.text, piece.tag, piece.link_share) for piece in front.pieces]
    reasons = spare(front.pieces, judge(lines, title)) if lines else []
    judged = list(zip(front.pieces, reasons, strict=True))
    body = tuple(piece for piece, reason in judged if reason is None)
    removed = tuple(piece.removed(reason) for piece, reason in judged if reason)
    return Cleaned(body=body, furniture=(*front.taken, *removed), metadata=front.metadata)


def article_of(page: Page, name: str, options: ReadOptions) -> Article:
    """The article of a page. Raises UnreadableArticle(name, …) if there is none in it, or none in English."""
    _require_language("\n".join(piece.text for piece in page.pieces), name, _LEAST_LETTERS)
    cleaned = clean(page)
    title, body = cleaned.metadata.title, [piece.text for piece in cleaned.body]
    is_page = any(piece.tag for piece in page.pieces) or (page.visible != "" and not page.pieces)
    _require_text(page, cleaned, name, _LEAST_WORDS_OF_A_PAGE if is_page else _LEAST_WORDS)
    text, blocks = _joined(title, body)
    language = _require_language("\n".join(body), name)
    warnings = list(page.warnings)
    if is_teaser("\n".join(body), page.visible, page.is_free):
        warnings.append(f"paywall teaser: only the first {len(' '.join(body).split())} words are free")
    metadata = cleaned.metadata
    stamp = metadata.published or dateline_stamp(body[0])
    return _article(text, blocks, options, metadata, stamp, language, warnings, cleaned.furniture)


def raw_article(raw: Raw, name: str, options: ReadOptions) -> Article:
    """A text as it is. Raises UnreadableArticle if it is blank."""
    text = raw.decoded.text
    if not text.strip():
        raise UnreadableArticle(name, "is empty", "give it the article's text")
    blocks = tuple(Block(start=start, end=end, kind="body") for start, end in raw.blocks)
    warnings = [raw.decoded.warning] if raw.decoded.warning else []
    return _article(text, blocks, options, Metadata(), None, language_of(text), warnings, ())


def _article(
    text: str,
    blocks: tuple[Block, ...],
    options: ReadOptions,
    metadata: Metadata,
    stamp: Stamp | None,
    language: str,
    warnings: Sequence[str],
    furniture: tuple[Furniture, ...],
) -> Article:
    if options.published:
        stamp = Stamp(day=options.published, found="--published")
    return Article(
        id=f"sha256:{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}",
        text=text,
        blocks=blocks,
        url=options.url or metadata.url,
        outlet=options.outlet or metadata.outlet,
        title=metadata.title,
        byline=metadata.byline,
        published=stamp.day if stamp else None,
        published_precision=stamp.precision if stamp else None,
        published_at=stamp.at if stamp else None,
        published_from=stamp.found if stamp else None,
        language=language,
        warnings=tuple(warnings),
        furniture=furniture,
    )


def _joined(title: str | None, body: Sequence[str]) -> tuple[str, tuple[Block, ...]]:
    """The text, and its blocks: title first if there is one, a blank line between them."""
    parts = [*([title] if title else []), *body]
    blocks: list[Block] = []
    start = 0
    for i, part in enumerate(parts):
        blocks.append(Block(start=start, end=start + len(part), kind="title" if title and i == 0 else "body"))
        start += len(part) + 2
    return "\n\n".join(parts), tuple(blocks)


def _require_language(text: str, name: str, least_letters: int = 0) -> str:
    """The language of a text of enough letters. Raises UnreadableArticle if sayso does not read it."""
    if sum(c.isalpha() for c in text) < least_letters:
        return _SUPPORTED
    language = language_of(text)
    if language == _SUPPORTED:
        return language
    reason = f"language not supported yet: {language_name(language)}"
    raise UnreadableArticle(name, reason, "give an English version of the article")


def _require_text(page: Page, cleaned: Cleaned, name: str, least: int) -> None:
    body = "\n".join(piece.text for piece in cleaned.body)
    words = len(body.split())
    is_headline = len(page.pieces) == 1 and words <= _MOST_WORDS_OF_A_HEADLINE and not _ENDS.search(body)
    if words >= least and not is_headline and not (words < _MOST_WORDS_OF_A_WALL and asks_consent(body)):
        return
    if is_headline and words >= least:
        raise UnreadableArticle(name, "has a headline but no article text", "try --input-format raw")
    wall = wall_of(page.visible, page.is_free)
    if wall:
        raise UnreadableArticle(name, _WALLS[wall], _SAVE)
    if words >= least:
        raise UnreadableArticle(name, _WALLS["consent wall"], _SAVE)
    if cleaned.metadata.title and not words and not cleaned.furniture:
        raise UnreadableArticle(name, "has a headline but no article text", "try --input-format raw")
    left = f"{words} words left after removing navigation"
    raise UnreadableArticle(name, f"no article text found ({left})", "try --input-format raw")
