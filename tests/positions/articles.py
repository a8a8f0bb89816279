"""Articles of our own writing for the tests of positions."""

import hashlib

from sayso.records import Article, Block, Debate
from sayso.verbs import analyse, untangle


def article(title: str, *paragraphs: str, published: str | None = "2025-05-14", outlet: str | None = None) -> Article:
    text = "\n\n".join((title, *paragraphs))
    blocks, at = [], 0
    for number, part in enumerate((title, *paragraphs)):
        blocks.append(Block(start=at, end=at + len(part), kind="body" if number else "title"))
        at += len(part) + 2
    return Article(
        id="sha256:" + hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        blocks=tuple(blocks),
        title=title,
        published=published,
        outlet=outlet,
    )


def debate(question: str | None, *articles: Article) -> Debate:
    return untangle([analyse(a) for a in articles], question)


def stances(found: Debate) -> dict[str, str]:
    return {actor: standing.stance for actor, standing in found.standing.items()}
