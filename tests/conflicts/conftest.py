import hashlib
from collections.abc import Callable

import pytest

from sayso.records import Article, Block


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Makes an article whose paragraphs are parted by blank lines."""

    def make(text: str, published: str | None = None) -> Article:
        blocks = []
        position = 0
        for paragraph in text.split("\n\n"):
            blocks.append(Block(start=position, end=position + len(paragraph), kind="body"))
            position += len(paragraph) + 2
        digest = hashlib.sha256(text.encode()).hexdigest()
        return Article(id=f"sha256:{digest}", text=text, blocks=tuple(blocks), published=published)

    return make
