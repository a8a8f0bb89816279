"""The terms of a question: its content words by stem and by family, to tell which passages speak about it."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from sayso.resources import knowledge_toml

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_STOPWORDS: Final = frozenset(
    "a an the this that these those of in on at to for from by with without into over under about after before as "
    "and or but nor if whether than then so not no is are was were be been being am do does did done has have had "
    "having will would shall should may might can could must it its he she they them their his her we our us you "
    "your i my me who whom whose which what when where why how there here all any each both either neither more "
    "most other some such own only very just also too again now new debate question issue plan proposal decision "
    "vote row dispute controversy talks news latest further early late say says said government state states country countries "
    "minister president".split()
)
_ENDINGS: Final = (
    "ifications", "ification", "isations", "izations", "isation", "ization", "ations", "ation", "itions", "ition",
    "ments", "ment", "ssions", "ssion", "ings", "ing", "ances", "ance", "ies", "ied", "ers", "ed", "es", "al", "s", "e", "y",
)  # fmt: skip


class Family(NamedTuple):
    """A verb of decision, its nouns, the prepositions of their object, and the stems that say the same."""

    verb: str
    nouns: tuple[str, ...]
    prepositions: tuple[str, ...]
    stems: frozenset[str]


class Term(NamedTuple):
    """One content word of a question: any of `stems` in a passage counts as it."""

    word: str
    stems: frozenset[str]


@cache
def families() -> tuple[Family, ...]:
    """The verbs of decision of the shipped table."""
    found = []
    for row in knowledge_toml("proposals.toml")["family"]:
        words = [row["verb"], *row["noun"], *(word for word in row["same"] if " " not in word)]
        found.append(Family(row["verb"], tuple(row["noun"]), tuple(row["of"]), frozenset(map(stem, words))))
    return tuple(found)


@cache
def stem(word: str) -> str:
    """A crude stem: lower case, possessive and the commonest endings off, at least four letters left ("bids": three)."""
    word = re.sub(r"[’']s?$", "", word.lower())
    if len(word) == 4 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def terms_of(text: str) -> tuple[Term, ...]:
    """The content words of a question, once each; a verb of decision or its noun brings its family's stems."""
    found: dict[str, Term] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        if word.lower() in _STOPWORDS or len(word) < 2:
            continue
        root = stem(word)
        same = [family.stems for family in families() if root in family.stems]
        found.setdefault(root, Term(word, frozenset().union({root}, *same)))
    return tuple(found.values())


def stems_in(text: str) -> frozenset[str]:
    """The stems of all words of a text but the stop words."""
    return frozenset(stem(m[0]) for m in _WORD.finditer(text) if m[0].lower() not in _STOPWORDS)


def coverage(terms: Iterable[Term], stems: frozenset[str]) -> float:
    """The share of terms that a set of stems covers, 0 to 1; 0 for no terms."""
    terms = tuple(terms)
    return sum(bool(term.stems & stems) for term in terms) / len(terms) if terms else 0.0
