"""The outlet's own words of doubt."""

import re
from typing import Final

_HEDGE: Final = re.compile(
    r"\b(reportedly|allegedly|purportedly|supposedly|apparently|rumou?red to|"
    r"(?:is|are|was|were) (?:said|believed|understood|thought|reported|alleged) to|"
    r"it (?:is|was) (?:understood|believed|alleged|reported|rumou?red)|unconfirmed)\b",
    re.IGNORECASE,
)


def hedge_in(text: str, start: int, end: int) -> str | None:
    """The outlet's hedge in text[start:end] ("reportedly", "is said to"), as it stands there."""
    hedge = _HEDGE.search(text, start, end)
    return hedge[0] if hedge else None
