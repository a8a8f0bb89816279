"""Words of a text with their exact offsets, and the folding that makes “Erdoğan” and “Erdogan” one name."""

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’][^\W_]{2,})*|['’]s\b|[^\w\s]|_")
_APART: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "’": "'", "ß": "ss"}
)


class Word(NamedTuple):
    """A word or mark: its offsets in the text, as written, and folded (lower case, no accents, no dots)."""

    start: int
    end: int
    text: str
    fold: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is no mark."""
        return self.text[0].isalnum()


def words_of(text: str) -> list[Word]:
    """The words and marks of a text in order; “'s” stands alone, “U.S.” is one word."""
    return [Word(m.start(), m.end(), m[0], fold(m[0])) for m in _WORD.finditer(text)]


@cache
def fold(word: str) -> str:
    """A word without case, accents, typographic apostrophes and, in abbreviations, dots."""
    lower = word.casefold().translate(_APART)
    if not lower.isascii():
        lower = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
        lower = lower.translate(_APART)
    return lower.replace(".", "") if len(lower) > 2 and lower[1] == "." else lower


def folds_of(text: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(word.fold for word in words_of(text))


def slug(name: str) -> str:
    """A name as an id: folded words joined by hyphens."""
    return "-".join(part for part in (re.sub(r"\W", "", f) for f in folds_of(name)) if part)
