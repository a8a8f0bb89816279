"""HTML text to a tree, and a tree to the runs of text a reader sees, in order."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree, html

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "frame",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "select",
        "option",
        "datalist",
        "textarea",
        "input",
        "button",
        "map",
        "progress",
        "meter",
    ]
)
_BESIDE = frozenset(("nav", "aside", "footer", "form", "figure", "figcaption", "dialog", "menu"))
_LINKS = ("a", "ref")
_POPUP = re.compile(
    r"(?:^|[\s_-])(?:tooltip|popover|pop-?up|rollover(?:-\w+)?-block|hovercard|sr-only|screen-reader-text"
    r"|visually-?hidden)(?:$|[\s_-])",
    re.I,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SMALL = 600
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
_UNALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\u2060\ufeff\ufffe\uffff]")


class TooDeepError(ValueError):
    """Tags nested deeper than the parser goes."""


class Run(NamedTuple):
    """Text of one block element between its inner blocks and line breaks; `parent` is the block around that element."""

    text: str
    tag: str
    link_share: float
    element: Any
    parent: Any
    is_beside: bool


def parse(text: str) -> Any:
    """The root of an HTML document, hidden parts and pop-ups removed; None if there is no element in it.

    No entity is fetched, nothing is run. Raises TooDeepError beyond 2,048 levels, libxml2's own limit.
    """
    text = _UNALLOWED.sub("", _XML_DECLARATION.sub("", text, count=1))
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text, parser=parser, ensure_head_body=False) if text.strip() else None
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise TooDeepError
    if root is not None:
        _prune(root)
    return root


def runs(root: Any, blocks: frozenset[str] = _BLOCKS, breaks: frozenset[str] = frozenset(("br",))) -> Iterator[Run]:
    """The runs of text in document order, white space collapsed, empty ones left out."""
    walk = _Walk(root, blocks, breaks)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        yield from walk.enter(element) if event == "start" else walk.leave(element)
    yield from walk.flush()


class _Walk:
    """Where a walk over a tree stands: the open blocks, and the words since the last boundary."""

    def __init__(self, root: Any, blocks: frozenset[str], breaks: frozenset[str]) -> None:
        self._blocks, self._breaks = blocks, breaks
        self._root = root
        self._open: list[Any] = [root]
        self._words: list[str] = []
        self._linked = self._links = self._beside = 0
        self._skipped: Any = None

    def enter(self, element: Any) -> Iterator[Run]:
        if self._skipped is None and element.tag in _UNSEEN:
            self._skipped = element
        if self._skipped is not None:
            return
        if element.tag in self._blocks or element.tag in self._breaks:
            yield from self.flush()
        if element.tag in self._blocks and element is not self._root:
            self._open.append(element)
        self._beside += element.tag in _BESIDE
        self._links += element.tag in _LINKS
        self._hear(element.text)

    def leave(self, element: Any) -> Iterator[Run]:
        if self._skipped is not None:
            if element is not self._skipped:
                return
            self._skipped = None
        else:
            if element.tag in self._blocks:
                yield from self.flush()
                if element is not self._root:
                    self._open.pop()
            self._beside -= element.tag in _BESIDE
            self._links -= element.tag in _LINKS
        if element.tag == "cell" and element.getnext() is not None:
            self._hear(" | ")
        if element is not self._root:
            self._hear(element.tail)

    def flush(self) -> Iterator[Run]:
        text = " ".join("".join(self._words).split())
        if text:
            letters = sum(len(word.strip()) for word in self._words)
            share = round(self._linked / max(1, letters), 3)
            element = self._open[-1]
            parent = self._open[-2] if len(self._open) > 1 else element
            yield Run(text, element.tag, share, element, parent, self._beside > 0)
        self._words.clear()
        self._linked = 0

    def _hear(self, text: str | None) -> None:
        if text:
            self._words.append(text)
            self._linked += len(text.strip()) if self._links else 0


def _prune(root: Any) -> None:
    """Remove what is not shown: hidden elements and pop-ups, unless they hold so much that they may be the article."""
    for element in list(root.iter("*")):
        if element.tag in ("html", "body", "head") or element.getparent() is None:
            continue
        if _is_hidden(element) and len("".join(element.itertext()).strip()) < _SMALL:
            element.drop_tree()


def _is_hidden(element: Any) -> bool:
    get = element.get
    return (
        get("hidden") is not None
        or get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(get("style") or ""))
        or bool(_POPUP.search(get("class") or ""))
    )
