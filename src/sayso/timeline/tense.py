"""Whether the words around a time expression speak of the past or of the future.

No tagger: the verb forms that English news uses are few, and the nearest one in the clause decides (the cue rules of
HeidelTime, Strötgen & Gertz 2013, on surface forms).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from sayso.language.sentences import sentences
from sayso.records import Article, Span

# What is longer is no sentence of news, and is not read as one.
LONGEST_SENTENCE = 2000
Tense = Literal["past", "future", None]

_FUTURE = (
    r"(?:will|would|may|might|could|should|must|shall|can|to) (?:\w+ )?be \w+|"
    r"will|won['’]t|shall|[’']ll|is to|are to|is due|are due|due (?:to|in|on)|plans? (?:to|on)|planned|hopes?|intends?|aims?|"
    r"wants?|"
    r"(?:was|were) to(?: have(?: been)? \w+)?(?= \w)|"
    r"(?:is|are|was|were|be) (?:\w+ )?(?:expected|scheduled|set|slated|likely|anticipated|supposed|poised|about) to|"
    r"scheduled|slated|(?:is|are) set for|upcoming|forthcoming|ahead of|going to|may|might|could|would|expects?|"
    r"promised to|"
    r"(?:is|are) (?:meeting|visiting|travelling|traveling|holding|hosting|voting|flying|heading)|until|deadline|"
    r"begins|starts|opens|takes place|convenes|must|should|before the|set to|takes? place|as early as|as soon as|"
    r"meets?|gathers?|travels|convenes?|resumes?|expires?|starting|effective"
)
_PAST = (
    r"\w{2,}ed(?! by\b)|was|were|had|has|have|said|told|met|held|took|gave|went|came|made|wrote|spoke|won|lost|began|left|sent|"
    r"saw|got|became|found|brought|sat|stood|ran|fell|rose|hit|cut|put|set|shot|struck|sought|thought|broke|chose|drew|"
    r"flew|grew|kept|led|paid|quit|read|sold|spent|swore|threw|withdrew|since|did|didn['’]t|late on|early on|last"
)
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_BREAK = re.compile(
    r";|:|\s[-–—]{1,2}\s|[\"“”]|,?\s\b(?:which|where|who|whom|whose|while|whereas|but|although|because|after|"
    r"before|when|so that)\b"
    r"|,\s(?=(?:and|or|as|so|then|with)\b)|,\s(?=\w+ing\b)"
)


def sentence_at(article: Article, position: int) -> Span:
    """The sentence that a position of the text lies in; the position itself where there is none."""
    for block in article.blocks:
        if block.start <= position < block.end:
            for start, end in sentences(article.text, block.start, block.end):
                if start <= position < end:
                    is_long = end - start > LONGEST_SENTENCE
                    return (max(start, position - 300), min(end, position + 300)) if is_long else (start, end)
    return position, position


def body_sentences(article: Article) -> Iterator[Span]:
    """The sentences of the body, in order, those beyond any sentence's length left out."""
    for block in article.blocks:
        if block.kind == "body":
            for start, end in sentences(article.text, block.start, block.end):
                if end - start <= LONGEST_SENTENCE:
                    yield start, end


def clauses(text: str, start: int, end: int) -> list[Span]:
    """The clauses of text[start:end], cut where a subordinate or coordinated one begins; they cover the range."""
    return [(start + a, start + b) for a, b in _clauses(text[start:end])]


@lru_cache(maxsize=4096)
def _clauses(sentence: str) -> tuple[Span, ...]:
    cuts = [0, *(m.start() for m in _BREAK.finditer(sentence) if m.start()), len(sentence)]
    return tuple((a, b) for a, b in pairwise(cuts) if sentence[a:b].strip())


def clause_at(text: str, sentence: Span, position: int) -> Span:
    """The clause of a sentence that a position lies in."""
    return next((c for c in clauses(text, *sentence) if c[0] <= position < c[1]), sentence)


def tense_at(text: str, sentence: Span, start: int, end: int) -> Tense:
    """The tense that the nearest cue in the clause gives; cues before the expression weigh more than those after."""
    clause = clause_at(text, sentence, start)
    return _nearest(text, clause, start, end) or _nearest(text, sentence, start, end)


def is_past_form(words: str) -> bool:
    """Whether a verb form, its auxiliaries included, is past."""
    cue = _CUE.match(words)
    return bool(cue and cue["past"])


def first_verb(words: str) -> int:
    """Where the first verb form that shows tense begins; 0 if there is none."""
    cue = _CUE.search(words)
    return cue.start() if cue else 0


@lru_cache(maxsize=4096)
def _cues(words: str) -> tuple[tuple[int, int, bool], ...]:
    return tuple((m.start(), m.end(), m["future"] is not None) for m in _CUE.finditer(words))


def _nearest(text: str, within: Span, start: int, end: int) -> Tense:
    best: tuple[int, Tense] | None = None
    for first, last, is_future in _cues(text[within[0] : within[1]]):
        begin, stop = within[0] + first, within[0] + last
        if begin < end and stop > start:
            continue
        far = start - stop if stop <= start else 2 * (begin - end)
        if best is None or far < best[0]:
            best = far, "future" if is_future else "past"
    return best[1] if best else None
