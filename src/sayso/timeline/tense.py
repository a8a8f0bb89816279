"""Whether the words around a time expression speak of the past or of the future.

No tagger: the verb forms that English news uses are few, and the nearest one in the clause decides (the cue rules of
HeidelTime, Strötgen & Gertz 2013, on surface forms).
"""

import re
from functools import cache
from typing import Literal

from sayso.language.sentences import sentences
from sayso.records import Article, Span

Tense = Literal["past", "future", None]

_FUTURE = (
    r"will|won['’]t|shall|[’']ll|is to|are to|is due|are due|due (?:to|in|on)|plans?|planned|hopes?|intends?|aims?|wants?|"
    r"(?:is|are|was|were|be) (?:\w+ )?(?:expected|scheduled|set|slated|likely|anticipated|supposed|poised|about) to|"
    r"scheduled|slated|upcoming|forthcoming|ahead of|going to|may|might|could|would|expects?|promised to|"
    r"(?:is|are) (?:meeting|visiting|travelling|traveling|holding|hosting|voting|flying|heading)|until|deadline|"
    r"begins|starts|opens|takes place|convenes|must|should|before the|set to|"
    r"meets?|gathers?|travels|convenes?|resumes?|expires?|starting|effective"
)
_PAST = (
    r"\w{2,}ed|was|were|had|has|have|said|told|met|held|took|gave|went|came|made|wrote|spoke|won|lost|began|left|sent|"
    r"saw|got|became|found|brought|sat|stood|ran|fell|rose|hit|cut|put|set|shot|struck|sought|thought|broke|chose|drew|"
    r"flew|grew|kept|led|paid|quit|read|sold|spent|swore|threw|withdrew|since|did|didn['’]t|late on|early on|last"
)
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_BREAK = re.compile(
    r";|:|\s[-–—]{1,2}\s|[\"“”]|,?\s\b(?:which|where|who|whom|whose|while|whereas|but|although|because|after|before|when|so that)\b"
    r"|,\s(?=(?:and|or|as|so|then|with)\b)|,\s(?=\w+ing\b)"
)


def sentence_at(article: Article, position: int) -> Span:
    """The sentence that a position of the text lies in; the position itself where there is none."""
    for block in article.blocks:
        if block.start <= position < block.end:
            for start, end in sentences(article.text, block.start, block.end):
                if start <= position < end:
                    return start, end
    return position, position


def clauses(text: str, start: int, end: int) -> list[Span]:
    """The clauses of text[start:end], cut where a subordinate or coordinated one begins; they cover the range."""
    return [(start + a, start + b) for a, b in _clauses(text[start:end])]


@cache
def _clauses(sentence: str) -> tuple[Span, ...]:
    cuts = [0, *(m.start() for m in _BREAK.finditer(sentence) if m.start()), len(sentence)]
    return tuple((a, b) for a, b in zip(cuts, cuts[1:], strict=False) if sentence[a:b].strip())


def clause_at(text: str, sentence: Span, position: int) -> Span:
    """The clause of a sentence that a position lies in."""
    return next((c for c in clauses(text, *sentence) if c[0] <= position < c[1]), sentence)


def tense_at(text: str, sentence: Span, start: int, end: int) -> Tense:
    """The tense that the nearest cue in the clause gives; cues before the expression weigh more than those after."""
    clause = clause_at(text, sentence, start)
    return _nearest(text, clause, start, end) or _nearest(text, sentence, start, end)


def _nearest(text: str, within: Span, start: int, end: int) -> Tense:
    best: tuple[int, Tense] | None = None
    for cue in _CUE.finditer(text, *within):
        if cue.start() < end and cue.end() > start:
            continue
        far = start - cue.end() if cue.end() <= start else 2 * (cue.start() - end)
        if best is None or far < best[0]:
            best = far, "future" if cue["future"] else "past"
    return best[1] if best else None
