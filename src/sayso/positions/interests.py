"""Interests: what an actor is said to want near the question without a position on the proposal. Shown, never counted."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sayso.positions.candidates import Candidate
from sayso.records import Article, Evidence, Interest

_INTEREST: Final = re.compile(
    r"\b(?:interest(?:ed)? in|keen|eager|deepen\w*|strengthen\w*|closer (?:ties|links|cooperation)|importance of|"
    r"central (?:element|pillar)|values? (?:the|its)|hopes? (?:to|for)|seeks?|wants?|intention to|look(?:s|ing) to)\b",
    re.IGNORECASE,
)
_PASSAGES: Final = 2


def interests_of(article: Article, candidates: Sequence[Candidate]) -> list[Interest]:
    """One interest an actor: the passages, no positions, in which it is said to seek something near the question."""
    found: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if _INTEREST.search(article.text, *candidate.evidence):
            found.setdefault(candidate.party, []).append(candidate)
    return [
        Interest(actor=party, evidence=tuple(article.evidence(*c.evidence) for c in group[:_PASSAGES]))
        for party, group in found.items()
    ]


def merge_interests(interests: Iterable[Interest]) -> tuple[Interest, ...]:
    """One interest an actor over all articles."""
    by_actor: dict[str, tuple[Evidence, ...]] = {}
    for interest in interests:
        by_actor[interest.actor] = (*by_actor.get(interest.actor, ()), *interest.evidence)
    return tuple(Interest(actor=actor, evidence=evidence) for actor, evidence in by_actor.items())
