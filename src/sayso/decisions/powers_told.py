"""What articles say that a vote does: whose no would stop it alone, and what an abstention counts as."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sayso.decisions.chamber_names import states_in
from sayso.decisions.passages import passages
from sayso.decisions.sentence_reader import STATED, read_sentence
from sayso.records import Article, Evidence

_ALONE: Final = re.compile(
    r"\b(?:(?:its|their|a|the|any|of its|power of) (?:own )?veto(?: power| right)?\b|right (?:of|to) veto|"
    r"veto (?:power|right)s?\b|"
    r"(?:can|could|may|is able to|has the (?:power|right) to|enough [^.;]{0,30}to) (?:[\w’'-]+ ){0,3}?"
    r"(?:veto|block|stop|sink|kill|torpedo|thwart|derail)\b[^.;]{0,40}\b(?:alone|by itself|on its own|"
    r"single-handed(?:ly)?|of its own)|"
    r"(?:alone|by itself|on its own|single-handed(?:ly)?) (?:can|could|may|to) (?:[\w’'-]+ ){0,2}?(?:veto|block|stop|sink|kill))",
    re.IGNORECASE,
)
_NO_POWER: Final = re.compile(
    r"\b(?:no|not|never|cannot|can[’']t|without|nor|lacks?|lost|loses?|neither|instead of)\b|n[’']t\b", re.IGNORECASE
)
_REPORTED: Final = re.compile(
    r"\b(?:lift\w*|dropp?\w*|withdr\w+|overc[ao]m\w+|circumvent\w*|threat\w*|used|cast|wielded|exercised|scrap\w*|"
    r"abolish\w*|give up|"
    r"giving up|gave up|avoid\w*|keep its|end(?:ed|s|ing)? (?:its|the))\b",
    re.IGNORECASE,
)
_ABSTAINING: Final = re.compile(r"\babst(?:ain|ention)\w*", re.IGNORECASE)
_AS_NO: Final = re.compile(
    r"\b(?:counts? as (?:a )?(?:no|noes|refusals?|rejections?|veto(?:es)?|votes? against)|counts? against|"
    r"counted as (?:a )?(?:no|votes? against)|"
    r"as votes? against|amounts? to (?:a )?(?:no|veto|refusal)|same (?:effect|weight) as (?:a )?(?:no|veto|"
    r"votes? against)|as a refusal|is (?:as good as )?a no\b|"
    r"equals? (?:a )?(?:no|veto)|treats? abstentions as (?:votes? against|noes?)|has the (?:same )?effect (?:as|"
    r"of) a (?:no|veto))\b",
    re.IGNORECASE,
)
_AS_NOTHING: Final = re.compile(
    r"\b(?:(?:do(?:es)?|did) not (?:count|block|stop|prevent|matter)|don[’']t (?:count|block|stop|matter)|"
    r"doesn[’']t (?:count|block|stop)|"
    r"(?:is|are) (?:not counted|left out|no veto|disregarded)|leaves? unanimity intact|simply (?:fall|drop)s? out)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:(?:do(?:es)?|did|is|are|will|would) not|never|no longer)\b|n[’']t\b", re.IGNORECASE)
_STATES_RULE: Final = 0.35


class PowerTold(NamedTuple):
    """Members said to stop it alone, and the sentence."""

    states: tuple[str, ...]
    evidence: Evidence


class AbstentionTold(NamedTuple):
    """What an abstention is said to count as, and the sentence."""

    counts_against: bool
    evidence: Evidence


def find_powers(article: Article, question: str) -> Iterator[PowerTold]:
    """Sentences that give states by name the power to stop it alone; no use, loss or threat of a veto."""
    for _, span, words, before in passages(article):
        named = _given(words)
        if named and float(read_sentence(question, before, words).stated[STATED.index("rule")]) >= _STATES_RULE:
            yield PowerTold(named, article.evidence(*span))


def _given(words: str) -> tuple[str, ...]:
    """The states to which the words give a power to stop it alone."""
    match = _ALONE.search(words)
    if match is None or _REPORTED.search(words) or _NO_POWER.search(words[max(0, match.start() - 60) : match.end()]):
        return ()
    return states_in(words[: match.start()]) or states_in(words[: match.end()])


def find_abstentions(article: Article) -> Iterator[AbstentionTold]:
    """Sentences that say what an abstention counts as."""
    for _, span, words, _ in passages(article):
        if not _ABSTAINING.search(words):
            continue
        denied = _DENIED.search(words)
        if _AS_NO.search(words) and not denied:
            yield AbstentionTold(True, article.evidence(*span))
        elif denied or _AS_NOTHING.search(words):
            yield AbstentionTold(False, article.evidence(*span))
