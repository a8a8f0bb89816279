"""Whether a role phrase leaves unnamed who speaks: “an official”, “residents”, but not “the mayor” or “prosecutors”."""

from typing import Final

from sayso.actors.phrases import DEFINITE, POSSESSIVE

_ORGANISED: Final = frozenset(
    "prosecutor democrat republican conservative liberal socialist tory green communist nationalist".split()
)  # plurals that stand for an organised whole
_SOME: Final = frozenset("a an one another some any each no".split())
_HIDDEN: Final = frozenset(
    "source person people insider official diplomat individual aide adviser advisor staffer operative bureaucrat employee figure "
    "member".split()
)
_ONE_OF_A_KIND: Final = frozenset("chief top national special lead permanent principal".split())


def leaves_unnamed(noun: str, determiner: str, words: list[str], *, plural: bool) -> bool:
    """Whether a noun with its determiner names nobody; `words` are those of the whole phrase, folded."""
    if plural:
        return noun not in _ORGANISED
    if determiner in _SOME:
        return True
    if any(a in ("of", "at") and b in ("a", "an", "one") for a, b in zip(words, words[1:], strict=False)):
        return True  # “the head of one laboratory”
    is_held = determiner in DEFINITE | POSSESSIVE | {"'s"} and bool(_ONE_OF_A_KIND & set(words))
    return noun in _HIDDEN and not is_held
