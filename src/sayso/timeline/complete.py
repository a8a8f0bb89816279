"""Noun phrases made short without being cut open."""

import re

_MOST_WORDS = 14
_LINKS = r"by|on|of|to|in|for|with|at|from|into|between|about|under|over|against|among|during|through|and|or|than"
# What opens a part that can be left off, for the words before it stand on their own.
_OPENS = re.compile(rf"(?:{_LINKS}|that|which|who|whose|designed|aimed|led|held|made|called|known)")
_DANGLING = re.compile(
    rf"(?:{_LINKS}|that|which|who|as|if|but|while|the|a|an|its|their|his|her|our|this|these|those|more|less|at least|"
    r"not|also|very|so|just|only|European|national|parliamentary|foreign|federal|international|new|joint|final|draft|"
    r"former|proposed|controversial|so-called|Mr|Mrs|Ms|Dr|is|are|was|were|be|been|has|have|had|will|would|said)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\w+(?:ian|ean|ish|ese|ench|utch|can)")


def complete_phrase(words: str) -> str:
    """The phrase in at most 14 words, cut where a part begins that can be left off; it never ends in the middle."""
    parts = re.sub(r"\s+", " ", words).strip(" ,.;:").split(" ")
    if len(parts) > _MOST_WORDS:
        at = next((i for i in range(_MOST_WORDS, 1, -1) if _OPENS.fullmatch(parts[i])), 1)
        parts = parts[:at]
    while len(parts) > 1 and _dangles(parts):
        parts.pop()
    return _balanced(" ".join(parts).strip(" ,.;:"))


def _dangles(parts: list[str]) -> bool:
    """An adjective of a people dangles after an article ("the Finnish"), unless it names the people ("Finns")."""
    last = parts[-1].strip(",;:.")
    is_bare_people = parts[-2].lower() in ("the", "a", "an", "of") and bool(_PEOPLE.fullmatch(last))
    return bool(not last or _DANGLING.fullmatch(last) or is_bare_people)


def _balanced(words: str) -> str:
    """Without what follows a bracket or quotation mark that is not closed."""
    for opening, closing in (("(", ")"), ("[", "]"), ("“", "”")):
        if words.count(opening) != words.count(closing):
            words = words.split(opening)[0].replace(closing, "").strip(" ,")
    return words
