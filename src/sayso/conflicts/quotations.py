"""One quotation, two speakers."""

import re
from collections.abc import Sequence

from sayso.conflicts.passages import conflict
from sayso.records import Actor, Article, Conflict, Statement

_WORDS = 7


def doubly_spoken(told: Sequence[tuple[Article, Sequence[Statement], Sequence[Actor]]]) -> list[Conflict]:
    """The same words in quotation marks given to two actors, neither of whom speaks for the other."""
    first: dict[str, tuple[Article, Statement]] = {}
    kin = {actor.id: {actor.id, actor.parent, actor.speaks_for} for _, _, actors in told for actor in actors}
    found = []
    for article, statements, _ in told:
        for statement in statements:
            quotation = _quotation(article, statement)
            if quotation is None or statement.actor is None:
                continue
            known_article, known = first.setdefault(quotation, (article, statement))
            is_one = known_article.id == article.id and _touch(known, statement)
            if known.actor and not is_one and not _are_kin(known.actor, statement.actor, kin):
                sides = ((known_article, _span(known)), (article, _span(statement)))
                why = f"The same words are given to {known.actor} and to {statement.actor}."
                found.append(conflict("attribution", why, *sides, 0.65))
    return found


def _are_kin(one: str, other: str, kin: dict[str, set[str | None]]) -> bool:
    return bool((kin.get(one, {one}) & kin.get(other, {other})) - {None})


def _touch(one: Statement, other: Statement) -> bool:
    """One quotation read in two ways is not two quotations."""
    return any(a < d and c < b for a, b in one.content for c, d in other.content)


def _quotation(article: Article, statement: Statement) -> str | None:
    """The quoted words of a statement, folded; None if they are too few to be anybody's own."""
    if statement.mode == "indirect":
        return None
    content = " ".join(article.text[a:b] for a, b in statement.content)
    quoted = re.findall(r"[“\"]([^”\"]+)[”\"]?", content) or [content]
    words = re.findall(r"\w+", max(quoted, key=len).lower())
    return " ".join(words) if len(words) >= _WORDS else None


def _span(statement: Statement) -> tuple[int, int]:
    spans = (*statement.source, *statement.cue, *statement.content)
    return min(a for a, _ in spans), max(b for _, b in spans)
