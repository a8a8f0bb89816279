"""Interests: what an actor is said to want near the question without a position on the proposal. Shown, never counted."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sayso.positions.candidates import Candidate
from sayso.positions.terms import Term, stems_in
from sayso.records import Article, Evidence, Interest

_TIES: Final = (
    r"interest(?:ed)? in|deepen\w*|strengthen\w*|closer (?:ties|links|cooperation)|importance of|"
    r"central (?:element|pillar)"
)
_NEARNESS: Final = re.compile(rf"\b(?:{_TIES})\b", re.IGNORECASE)
_INTEREST: Final = re.compile(
    rf"\b(?:{_TIES}|keen|eager|values? (?:the|its)|hopes? (?:to|for)|seeks?|wants?|intention to|look(?:s|ing) to)\b",
    re.IGNORECASE,
)
_PASSAGES: Final = 2


def is_mere_interest(text: str, core: Sequence[Term], *, sure: bool) -> bool:
    """Does a passage speak of ties or wishes, and not of what is to be decided?

    `core` are the terms of that; of a passage whose stance is `sure`, only talk of ties counts as no more than interest.
    """
    speaks_of_it = any(term.stems & stems_in(text) for term in core)
    return not speaks_of_it and bool((_NEARNESS if sure else _INTEREST).search(text))


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
