"""Bodies named in a text, and the body that a question leaves the decision to."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from sayso.decisions.table import bodies
from sayso.records import Article
from sayso.resources.own import follows_knowledge

# Somebody else decides: a chamber, a court, a people.
_OTHER_DECIDER: Final = re.compile(
    r"\b(?:parliaments?|senate|congress|bundestag|bundesrat|knesset|duma|riksdag|sejm|parliamentary|house of \w+|"
    r"referendum|"
    r"plebiscite|courts?|judges?|city council|town council|legislature|lower house|upper house|lawmakers|MPs)\b",
    re.IGNORECASE,
)
_DECIDED_THINGS: Final = (
    r"office|mission|operation|ban|sanctions?|embargo|tariffs?|dut(?:y|ies)|membership|accession|enlargement|"
    r"expansion|regulation|"
    r"directive|law|rules?|tax|levy|cap|budget|fund|funding|loan|aid|package|plan|proposal|resolution|pact|deal|"
    r"agreement|waiver|quotas?|"
    r"target|summit|decision|vote|candidacy|candidate status|entry|bid|declaration|statement|treaty|strategy|"
    r"presence|headquarters|"
    r"observer status|chair|chairmanship|membership talks|accession talks|secretary[- ]general|veto|limits?|"
    r"phase-out|reform"
)
_ENTERING: Final = (
    r"admit\w*|admission|accession|acced\w+|member(?:ship)?|join\w*|entry|enter\w*|bid|applications?|let in|enlarge\w*|"
    r"expand\w*|candida\w+"
)
_DECIDING: Final = (
    r"vot(?:e|es|ed|ing)|decid\w+|adopt\w*|approv\w+|agree\w*|reject\w*|veto\w*|endors\w+|ban(?:s|ned)?|impos\w+|"
    r"authori[sz]\w+|extend\w*|"
    r"renew\w*|ratif\w+|sign(?:s|ed)? off|allow\w*|open(?:s|ed)?|admit\w*"
)


class Naming(NamedTuple):
    """A body's name at [start, end) of a text."""

    body: str
    start: int
    end: int


def named_bodies(text: str) -> list[Naming]:
    """The bodies that a text names, in its order; the longest name counts ("EU leaders", not "EU")."""
    return [Naming(_by_alias()[m[0].lower()], m.start(), m.end()) for m in _aliases().finditer(text)]


def bodies_in(text: str) -> tuple[str, ...]:
    """The ids of the bodies that a text names, once each, in its order."""
    return tuple(dict.fromkeys(naming.body for naming in named_bodies(text)))


def is_described(body_id: str, text: str) -> bool:
    """Does a text use a word that stands for this body where it has been named ("the alliance")."""
    return bool(_descriptors(body_id).search(text))


def body_in_question(text: str) -> str | None:
    """The body that a question or proposal leaves the decision to; None if it names none, several, or another decider.

    A name is not enough: the words must put something before the body ("a NATO office", "admit X to NATO", "an EU ban").
    """
    named = bodies_in(text)
    if len(named) != 1 or leaves_to_another(text):
        return None
    return named[0] if _puts_before(text, named[0]) else None


def leaves_to_another(text: str) -> bool:
    """Does a question name a chamber, a court or a people that decides."""
    return bool(_OTHER_DECIDER.search(text))


def dominant_body(articles: Sequence[Article]) -> str | None:
    """The one body that most of the articles name, more often than any other; None if none stands out."""
    counts: dict[str, int] = {}
    for article in articles:
        names = [naming.body for naming in named_bodies(article.text)]
        for body_id in dict.fromkeys(names):
            counts[body_id] = counts.get(body_id, 0) + min(names.count(body_id), 5)
    ranked = sorted(counts, key=lambda b: (-counts[b], b))
    if not ranked or (len(ranked) > 1 and counts[ranked[1]] * 2 > counts[ranked[0]]):
        return None
    naming = sum(ranked[0] in bodies_in(article.text) for article in articles)
    return ranked[0] if naming * 2 > len(articles) else None


@follows_knowledge
@cache
def deciding(body_id: str) -> re.Pattern[str]:
    """A body, by name, as the one that decides: "the EU may soon ban", "a vote in the Security Council"."""
    names = "|".join(re.escape(alias) for alias in bodies()[body_id].aliases)
    return re.compile(
        rf"\b(?:{names})(?! Parliament| Commission)\b(?: [\w’'-]+){{0,5}}? (?:{_DECIDING})\b|"
        rf"\b(?:{_DECIDING})\b(?: [\w’'-]+){{0,5}}? "
        rf"(?:by|in|at) (?:the )?(?:{names})\b|\bvetoed (?:[\w’'-]+ ){{0,4}}?(?:{names}) (?:\w+ )?(?:resolution|"
        rf"text|draft)\b"
    )


def _puts_before(text: str, body_id: str) -> bool:
    names = "|".join(re.escape(text[n.start : n.end]) for n in named_bodies(text) if n.body == body_id)
    shapes = (
        rf"(?:{names})(?:[’']s?)?(?:[ -][\w’'-]+){{0,4}}? (?:{_DECIDED_THINGS})\b",
        rf"\b(?:{_ENTERING})\b.*\b(?:{names})",
        rf"(?:{names})(?:[’']s?)? (?:\w+ ){{0,2}}?(?:{_ENTERING})\b",
        rf"\b(?:should|must|will|would|could|can|may) (?:the )?(?:{names})\b",
        rf"^(?:the )?(?:{names}) (?:to|should|must|will|would|could|may) \w+",
        rf"\b(?:by|of) (?:the )?(?:{names})\b",
        rf"\b(?:{_DECIDED_THINGS})\b.*\b(?:in|at|within|across|for|to) (?:the )?(?:{names})\b",
        rf"^(?:ban|open|admit|adopt|extend|impose|approve|authori[sz]e|renew|create|deploy|establish|cap|tax|limit|"
        rf"phase out) .*"
        rf"\b(?:in|at|to|from|across|into|for) (?:the )?(?:{names})\b",
    )
    return any(re.search(shape, text, re.IGNORECASE) for shape in shapes)


@follows_knowledge
@cache
def _by_alias() -> dict[str, str]:
    return {alias.lower(): row.id for row in bodies().values() for alias in row.aliases}


@follows_knowledge
@cache
def _aliases() -> re.Pattern[str]:
    """Names as written, and abbreviations as a word ("Nato")."""
    names = {alias for row in bodies().values() for alias in row.aliases}
    names |= {alias.capitalize() for alias in names if alias.isupper() and alias.isalpha() and len(alias) > 2}
    listed = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w.])(?:{listed})(?!\w)(?! on Foreign)(?! Parliament| Commission)")


@follows_knowledge
@cache
def _descriptors(body_id: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in bodies()[body_id].descriptors)
    return re.compile(rf"\b(?:{words})\b" if words else r"(?!)", re.IGNORECASE)
