"""A page's HTML to its article's pieces.

trafilatura chooses; what it drops from between two paragraphs that it keeps comes back. Where it finds far less than the
article that the page carries for machines (JSON-LD articleBody, not one behind a paywall), that is taken instead.
"""

import logging
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Any

import msgspec

from sayso.reading.metadata import linked_data, metadata_of
from sayso.reading.options import MAX_LETTERS, MAX_RUNS
from sayso.reading.page import Metadata, Page, Piece, TooLongError
from sayso.reading.tree import Run, parse, runs

_TRAFILATURA_BLOCKS = frozenset(["body", "p", "head", "list", "item", "quote", "table", "row", "code", "div", "ab"])
_TAGS = {"head": "h2", "item": "li", "quote": "blockquote", "row": "td", "code": "pre", "list": "li"}
_RECOVERED = frozenset(["p", "h2", "h3", "h4", "h5", "blockquote", "div"])
_RECOVERED_AROUND = _RECOVERED - {"div"}
_MOSTLY_LINKS = 0.5
_QUOTE_WRAPPERS = 3
_LEAST_WORDS = 8
_LINES_ABOVE = 8
_NEXT_TO_NOTHING = 25
_LEAST_OF_WITNESS = 0.4
_MOST_SEARCHED = 4_000_000_000


def take_page(text: str, address: str | None = None) -> Page:
    """The pieces and metadata of an HTML document; `address` is where it was fetched, if it was.

    Raises TooDeepError for tags nested too deep, TooLongError for more text than an article has.
    """
    root = parse(text)
    if root is None:
        return Page(pieces=(), metadata=Metadata(url=address))
    linked = linked_data(root)
    for script in list(root.iter("script")):  # trafilatura would take an articleBody from them, paid for or not
        script.drop_tree()
    seen = list(islice(runs(root), MAX_RUNS + 1))
    if len(seen) > MAX_RUNS or sum(len(run.text) for run in seen) > MAX_LETTERS:
        raise TooLongError
    pieces = _merged(_chosen(root), seen)
    if linked.body and linked.is_free is not False and _words(pieces) < _LEAST_OF_WITNESS * len(linked.body.split()):
        pieces = [Piece(text=line, tag="p") for line in linked.body.split("\n")]
    if len(pieces) * len(text) <= _MOST_SEARCHED:
        pieces = [_located(piece, text) for piece in pieces]
    metadata = metadata_of(root, linked, address)
    return Page(
        pieces=tuple(pieces),
        above=_above(seen, pieces, metadata.title),
        metadata=metadata,
        visible="\n".join(run.text for run in seen),
        is_free=linked.is_free,
    )


def _chosen(root: Any) -> list[Piece]:
    """What trafilatura takes for the article, line by line: its precision mode, or the other if that finds next to nothing."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    pieces: list[Piece] = []
    for precisely in (True, False):
        document: Any = bare_extraction(root, favor_precision=precisely, include_comments=False, include_tables=True)
        if document is not None and document.body is not None:
            found = runs(document.body, blocks=_TRAFILATURA_BLOCKS, breaks=frozenset(("lb",)))
            pieces = [Piece(text=run.text, tag=_TAGS.get(run.tag, run.tag)) for run in found]
        if _words(pieces) >= _NEXT_TO_NOTHING:
            break
    return pieces


def _words(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text.split()) for piece in pieces)


def _above(seen: Sequence[Run], pieces: Sequence[Piece], title: str | None) -> tuple[str, ...]:
    """The lines between the headline and the first piece after it."""
    texts = [run.text for run in seen]
    if title not in texts:
        return ()
    head = texts.index(title)
    chosen = {piece.text for piece in pieces}
    end = next((i for i in range(head + 1, len(texts)) if texts[i] in chosen and texts[i] != title), head)
    return tuple(texts[head + 1 : end][:_LINES_ABOVE])


def _merged(chosen: Sequence[Piece], seen: Sequence[Run]) -> list[Piece]:
    """The chosen pieces with the page's own tags and link shares, and the runs between them that belong there."""
    places = _places(chosen, seen)
    used = {place for place in places if place is not None}
    homes = _homes([seen[place] for place in sorted(used) if not seen[place].is_beside])
    kept = {_squash(piece.text) for piece in chosen}
    merged: list[Piece] = []
    last: int | None = None
    for piece, place in zip(chosen, places, strict=True):
        if place is None:
            merged.append(piece)
            continue
        if last is not None:
            between = seen[last + 1 : place]
            merged += [_piece(run) for run in between if _belongs(run, homes) and _squash(run.text) not in kept]
        merged.append(_piece(seen[place]))
        last = place
    return merged


def _places(chosen: Sequence[Piece], seen: Sequence[Run]) -> list[int | None]:
    """For each chosen piece the index of its run, ascending; None where there is none.

    The run has the same text, or all the words of the piece and a few that were dropped from inside it.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for i, run in enumerate(seen):
        where[_squash(run.text)].append(i)
    places: list[int | None] = []
    last = -1
    for piece in chosen:
        same = where[_squash(piece.text)]
        first = bisect_right(same, last)
        place = same[first] if first < len(same) else None
        places.append(place)
        last = last if place is None else place
    for n, piece in enumerate(chosen):
        if places[n] is None:
            begin = max((place for place in places[:n] if place is not None), default=-1) + 1
            end = min((place for place in places[n:] if place is not None), default=len(seen))
            places[n] = next((i for i in range(begin, end) if _lacks_little(piece.text, seen[i].text)), None)
    return places


def _lacks_little(piece: str, run: str) -> bool:
    """Whether a run's text is the piece's with a few words more, such as a marked phrase the extractor lost."""
    some, all_ = Counter(piece.split()), Counter(run.split())
    least = sum(some.values())
    return least >= _LEAST_WORDS and sum((some & all_).values()) >= 0.95 * least and sum(all_.values()) <= 1.4 * least


def _homes(kept: Sequence[Run]) -> dict[int, frozenset[str]]:
    """The elements that hold kept paragraphs, or the wrappers of such, with the tags that may come back inside them."""
    homes = {}
    for run in kept:
        if run.parent.getparent() is not None:
            homes[id(run.parent.getparent())] = _RECOVERED_AROUND
    return homes | {id(run.parent): _RECOVERED for run in kept}


def _belongs(run: Run, homes: dict[int, frozenset[str]]) -> bool:
    if run.is_beside:
        return False
    if run.tag in homes.get(id(run.parent), ()):
        return run.link_share < _MOSTLY_LINKS
    quote = next((e for e in (run.element, *run.element.iterancestors("blockquote")) if e.tag == "blockquote"), None)
    if quote is None:
        return False
    around = list(quote.iterancestors())[:_QUOTE_WRAPPERS]
    return any("div" in homes.get(id(element), ()) for element in around)


def _piece(run: Run) -> Piece:
    return Piece(text=run.text, tag=run.tag, link_share=run.link_share)


def _squash(text: str) -> str:
    return "".join(text.split())


def _located(piece: Piece, text: str) -> Piece:
    """The piece with its offsets, if its text stands in the document once, as it is or with "&" escaped."""
    for shown in dict.fromkeys((piece.text, piece.text.replace("&", "&amp;"))):
        start = text.find(shown)
        if start >= 0 and text.find(shown, start + 1) < 0:
            return msgspec.structs.replace(piece, start=start, end=start + len(shown))
    return piece
