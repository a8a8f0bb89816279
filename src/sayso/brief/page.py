"""The brief as one HTML page that needs nothing else: no script, no other file, every claim linked to its sentence."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from sayso.brief.bars import svg
from sayso.brief.claims import Source
from sayso.brief.excerpts import excerpt, shown
from sayso.brief.marks import Paragraph, paragraphs
from sayso.brief.outline import Outline, outline
from sayso.records import Brief, Evidence, Span

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_EXCERPT: Final = 280


def render_page(brief: Brief) -> str:
    """The standalone page, UTF-8; whatever an article says is text on it, never markup."""
    page = outline(brief)
    references = References(page)
    body = _template("brief.html").render(page=page, refs=references, shown=shown, svg=svg)
    articles = _template("articles.html").render(
        sources=page.sources, refs=references, link=link, language=language, shown=shown
    )
    return _template("page.html").render(
        title=shown(page.title), body=Markup(body), articles=Markup(articles), rules=Markup(references.rules())
    )


class References:
    """Gives each cited passage an id in its article, and each citation one on the page."""

    def __init__(self, page: Outline) -> None:
        self.page = page
        self.names: dict[Evidence, str] = {}
        self.back: dict[str, str] = {}
        self.cited = 0

    def cite(self, evidence: Sequence[Evidence]) -> Markup:
        """As in "[1] [3]": for each article a link to the first of the passages in it."""
        firsts = {one.article: one for one in reversed(evidence)}
        in_order = sorted(firsts.values(), key=lambda one: self.page.number(one) or 0)
        return Markup("").join(self._cite(one) for one in in_order)

    def quote(self, evidence: Evidence, focus: int | None = None) -> Markup:
        """The passage in quotation marks, itself the link to where it stands."""
        number = self.page.number(evidence)
        words = excerpt(evidence, _EXCERPT, focus)
        if number is None:
            return Markup("<q>{}</q>").format(words)
        name, claim = self._names(evidence)
        return Markup('<a class="quote" id="{}" href="#{}"><q>{}</q>&nbsp;<span class="ref">[{}]</span></a>').format(
            claim, name, words, number
        )

    def paragraphs(self, source: Source) -> list[Paragraph]:
        """The text of an article with the passages that were cited so far marked."""
        spans: dict[Span, str] = {
            (e.start, e.end): name
            for e, name in self.names.items()
            if e.article == source.article.id and 0 <= e.start < e.end <= len(source.article.text)
        }
        return paragraphs(source.article, spans, self.back)

    def rules(self) -> str:
        """Style rules that light up all pieces of a passage when its first is the target."""
        return "\n".join(f"body:has(#{name}:target) .{name}{{background:var(--hit)}}" for name in self.names.values())

    def _cite(self, evidence: Evidence) -> Markup:
        number = self.page.number(evidence)
        if number is None:
            return Markup("")
        name, claim = self._names(evidence)
        return Markup('&nbsp;<a class="ref" id="{}" href="#{}" title="{}">[{}]</a>').format(
            claim, name, shown(evidence.text)[:300], number
        )

    def _names(self, evidence: Evidence) -> tuple[str, str]:
        name = self.names.setdefault(evidence, f"e{len(self.names) + 1}")
        self.cited += 1
        claim = f"c{self.cited}"
        self.back.setdefault(name, claim)
        return name, claim


def link(url: str | None) -> str | None:
    """An address that may be linked: http and https with a host, nothing else."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def language(code: str | None) -> str | None:
    """A language tag that is one (BCP 47), else null."""
    return code if code and _LANGUAGE.fullmatch(code) else None


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("sayso.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _template(name: str) -> Template:
    return _environment().get_template(name)
