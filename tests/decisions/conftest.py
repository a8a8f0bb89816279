import hashlib
from collections.abc import Callable

import pytest

from sayso.records import Article, Block


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Makes an article of a headline, if given, and paragraphs, one a line."""

    def make(text: str, published: str | None = None, title: str | None = None) -> Article:
        lines = [line for line in (title, *text.split("\n")) if line]
        blocks, start = [], 0
        for index, line in enumerate(lines):
            blocks.append(Block(start=start, end=start + len(line), kind="title" if title and index == 0 else "body"))
            start += len(line) + 2
        whole = "\n\n".join(lines)
        digest = hashlib.sha256(whole.encode()).hexdigest()
        return Article(id=f"sha256:{digest}", text=whole, blocks=tuple(blocks), title=title, published=published)

    return make
