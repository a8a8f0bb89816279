"""One brief, four renderings."""

from typing import Literal

from sayso.brief.contract import render_json
from sayso.records import Brief

Format = Literal["terminal", "markdown", "html", "json"]
_NARROWEST, _WIDEST = 40, 200


def render(brief: Brief, format: Format = "terminal", *, width: int = 80, colour: bool = True) -> str:  # noqa: A002
    """The brief as text that ends in a newline.

    `width` (columns, held between 40 and 200) and `colour` (else no escape codes at all) are the terminal's alone.
    Raises ValueError for another format.
    """
    if format == "json":
        return render_json(brief)
    if format == "terminal":
        from sayso.brief.terminal import render_terminal

        return render_terminal(brief, min(max(width, _NARROWEST), _WIDEST), colour)
    if format == "markdown":
        from sayso.brief.markdown import render_markdown

        return render_markdown(brief)
    if format == "html":
        from sayso.brief.page import render_page

        return render_page(brief)
    raise ValueError(f"{format}: no such format; take terminal, markdown, html or json")
