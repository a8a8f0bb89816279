"""What a sentence says of a decision: a rule in force, of this body or another, of which kind; and the outcome it reports.

A classifier over the question, the sentence before and the marked sentence; it stands on the fourth layer of the attribution
model (training/decisions.py).
"""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.language.encoder import middle, tokenizer, told_of
from sayso.language.pieces import CLS, PLAIN, SEP, pieces_of
from sayso.records import RuleKind

Stated = Literal["none", "rule", "other"]
Outcome = Literal["none", "adopted", "rejected", "blocked"]
STATED: Final[tuple[Stated, ...]] = ("none", "rule", "other")
OUTCOMES: Final[tuple[Outcome, ...]] = ("none", "adopted", "rejected", "blocked")
KINDS: Final[tuple[RuleKind, ...]] = (
    "consensus",
    "unanimity",
    "majority",
    "supermajority",
    "qualified_majority",
    "weighted",
    "veto_players",
)
_QUESTION, _BEFORE, _SENTENCE = 32, 56, 110  # pieces that are read of each
_MARKED: Final = 1.0


class SentenceReading(NamedTuple):
    """Probabilities of `STATED`, `KINDS` and `OUTCOMES`."""

    stated: NDArray[np.float32]
    kinds: NDArray[np.float32]
    outcomes: NDArray[np.float32]


@lru_cache(maxsize=8192)
def read_sentence(question: str, before: str, sentence: str) -> SentenceReading:
    """What a sentence says of the decision that a question is about; `before` is the sentence before it, if any."""
    ids, shapes, mark = pieces_of_sentence(question, before, sentence, tokenizer())
    stated, kinds, outcomes = told_of(middle(ids, shapes), mark)
    return SentenceReading(np.exp(stated), np.exp(kinds), np.exp(outcomes))


def pieces_of_sentence(
    question: str, before: str, sentence: str, vocabulary: Tokenizer
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Ids, shapes and the mark of each piece, all (length,): question, separator, what stands before, the marked sentence."""
    asked = pieces_of(question, 0, len(question), vocabulary)[:_QUESTION]
    leading = pieces_of(before, 0, len(before), vocabulary)[-_BEFORE:]
    own = pieces_of(sentence, 0, len(sentence), vocabulary)[:_SENTENCE]
    ids = [CLS, *(p.id for p in asked), SEP, *(p.id for p in leading), *(p.id for p in own), SEP]
    shapes = [PLAIN, *(p.shape for p in asked), PLAIN, *(p.shape for p in leading), *(p.shape for p in own), PLAIN]
    mark = [0.0] * (2 + len(asked) + len(leading)) + [_MARKED] * len(own) + [0.0]
    return np.array(ids, dtype=np.int64), np.array(shapes, dtype=np.int64), np.array(mark, dtype=np.float32)


MAY_TELL: Final = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|majorit|unanim|consensus|\bveto|two[- ]thirds|three[- ](?:quarters|fifths)|"
    r"\b(?:aye|yea|noe|nay)s?\b|per ?cent|%|\brequir|threshold|\benough\b|\bsuffic|\balone\b|"
    r"\ball (?:\d|its|the|of|member|\w+ (?:members|states))|"
    r"\b(?:every|each|any|single|lone)\b|\bone (?:no|objection|member|country|dissent\w*)\b|\bonly (?:if|by|when|once|with)\b|"
    r"\bmember|\bstates?\b|\bblock|\bstop\b|\bmust\b|\bha(?:s|ve) to\b|\bneed|\bagree(?:s|d)?\b|"
    r"quorum|ratif|\bconsent|\bassent|\bobject|\bnobody\b|\bno one\b|\bnone\b|\bdissent",
    re.IGNORECASE,
)
