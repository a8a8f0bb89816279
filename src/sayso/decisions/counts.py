"""How many members a body is said to have: "all 31 allies", "the 47-member council", "37 votes in the chamber"."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sayso.decisions.passages import passages
from sayso.decisions.wording import NUMBER, number_of
from sayso.records import Article, Evidence

_KINDS: Final = (
    r"member[ -]?(?:states?|countries|nations?|governments?)|members|allies|participating states|(?:states )?parties|"
    r"nations|countries|"
    r"states|governments|capitals|leaders|ministers|shareholders|producers|MEPs|MPs|lawmakers|senators|deputies|councillors|"
    r"councilors|seats|votes in the chamber|representatives"
)
_OF_BODY: Final = (
    r"(?:(?:NATO|Nato|EU|UN|OSCE|OPEC\+?|Opec\+?|ASEAN|Asean|WTO|IMF|G7|G20|AU|WHO|Arctic|Union|alliance|bloc)"
    r"(?:[’']s)? )?"
)
_PHRASE: Final = re.compile(
    rf"\b(?:all|the|its|their|our|each of the|any of the|every one of the|of the|of its|has|have|holds|are|of|[’']s)"
    rf"(?: current| present| existing)? (?P<n>{NUMBER})(?!\.\d|[ -]?(?:%|per ?cent)) {_OF_BODY}(?P<what>{_KINDS})\b",
    re.IGNORECASE,
)
_COMPOUND: Final = re.compile(
    rf"\b(?P<n>{NUMBER})[- ](?P<what>member|nation|state|country|seat|strong)(?:[- ](?:strong|wide))?"
    r" (?:council|board|assembly|body|bloc|group|grouping|alliance|union|organi[sz]ation|chamber|committee|parliament|"
    r"club|cartel|"
    r"security council|senate|house)\b",
    re.IGNORECASE,
)
_STRONG: Final = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:states|members|nations|countries) strong\b|\ba body of (?P<m>{NUMBER})\b", re.IGNORECASE
)
_BARE: Final = re.compile(
    rf"\b(?:all|any of the|each of the|every one of the|none of the|among the|of the) (?P<n>{NUMBER})"
    r"(?= (?:can|could|may|must|ha(?:s|ve) to|needs? to|agree|consent|is enough)\b|[.,;])",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r"\b(?:other|others|remaining|rest|former\w*|then|previously|once|until|would be|will be|will become|became|"
    r"become|new|founding|"
    r"nearly|almost|some|about|around|roughly|more than|over|up to(?! the)|at least|fewer than|only|suspended|of them)\b",
    re.IGNORECASE,
)
_NEAR: Final = 28


class Count(NamedTuple):
    """A number of members, as a sentence gives it, and that sentence."""

    members: int
    what: str
    evidence: Evidence


def find_counts(article: Article) -> Iterator[Count]:
    """Every plain count of members in an article, in its order; none of others, of some, or about so many."""
    for passage in passages(article):
        for pattern in (_PHRASE, _COMPOUND, _STRONG, _BARE):
            for match in pattern.finditer(passage.words):
                groups = match.groupdict()
                number = groups.get("n") or groups.get("m") or ""
                if _is_plain(passage.words, match):
                    what = (groups.get("what") or "members").lower()
                    yield Count(number_of(number), what, article.evidence(*passage.span))


def _is_plain(words: str, match: re.Match[str]) -> bool:
    """Is it a count of all, as things are: "the 31 allies" and not "the other 30"."""
    before = words[max(0, match.start() - _NEAR) : match.start()]
    return not _OTHERS.search(before.rpartition(",")[2]) and not _OTHERS.search(match[0])
