"""sayso untangles contested questions in the news: who says what, on whose say-so, and what it would take.

    from sayso import read_all, analyse, untangle, compose, render

    articles, unread = read_all(["page.html", "notes.txt"])
    debate = untangle([analyse(article) for article in articles], "NATO office in Japan", left_out=unread)
    print(render(compose(debate), "markdown"))

    from sayso import body, outlook
    outlook(debate.positions, body("nato"), as_of="2023-07-12").status

Each verb is a pure function of its input and the shipped resources, and is loaded when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.brief import compose, render, verify
    from sayso.decisions import body, outlook
    from sayso.reading import ReadOptions, read, read_all
    from sayso.verbs import analyse, find_statements, untangle

__version__ = "0.1.0"

_HOMES = {
    "read": "sayso.reading",
    "read_all": "sayso.reading",
    "ReadOptions": "sayso.reading",
    "find_statements": "sayso.verbs",
    "analyse": "sayso.verbs",
    "untangle": "sayso.verbs",
    "body": "sayso.decisions",
    "outlook": "sayso.decisions",
    "compose": "sayso.brief",
    "render": "sayso.brief",
    "verify": "sayso.brief",
}

__all__ = [
    "ReadOptions",
    "__version__",
    "analyse",
    "body",
    "compose",
    "find_statements",
    "outlook",
    "read",
    "read_all",
    "render",
    "untangle",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
