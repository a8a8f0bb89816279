"""Whether a role phrase leaves unnamed who speaks: “an official”, “residents”, but not “the mayor” or “Democrats”."""

from itertools import pairwise
from typing import Final

from sayso.actors.phrases import DEFINITE, POSSESSIVE
from sayso.actors.roles import NUMBERS

_ORGANISED: Final = frozenset(
    "democrat republican conservative liberal socialist tory green communist nationalist".split()
)  # plurals that stand for an organised whole
_SOME: Final = frozenset("a an one another some any each no".split())
_MANY: Final = frozenset("several some many few other senior former".split())
_OURS: Final = frozenset("my our your".split())
_FAMILY: Final = frozenset(
    "mother father grandmother grandfather wife husband son daughter brother sister mum dad uncle aunt client lawyer boss".split()
)
_HIDDEN: Final = frozenset(
    "source person people insider official diplomat individual aide adviser advisor staffer operative bureaucrat employee figure "
    "member".split()
)
_ONE_OF_A_KIND: Final = frozenset("chief top national special lead permanent principal".split())


def leaves_unnamed(noun: str, determiner: str, words: list[str], *, plural: bool) -> bool:
    """Whether a noun with its determiner names nobody; `words` are those of the whole phrase, folded."""
    if plural:
        return noun not in _ORGANISED or (bool(words) and (words[0] in NUMBERS or words[0] in _MANY))
    if determiner in _OURS:
        return noun not in _FAMILY
    if determiner in _SOME:
        return True
    if any(a in ("of", "at") and b in ("a", "an", "one") for a, b in pairwise(words)):
        return True  # “the head of one laboratory”
    is_held = determiner in DEFINITE | POSSESSIVE | {"'s"} and bool(_ONE_OF_A_KIND & set(words))
    return noun in _HIDDEN and not is_held
