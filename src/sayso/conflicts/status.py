"""Who has agreed and who has not: told of one state both ways, or of two as the last one."""

import re
from collections.abc import Sequence
from itertools import islice

import msgspec

from sayso.conflicts.holdouts import Holdout
from sayso.conflicts.passages import MOST_OF_A_KIND, conflict, is_real, thought_at, timexes_in
from sayso.conflicts.values import concepts_in, states_in
from sayso.records import Article, Conflict, Span, Timex
from sayso.timeline.phrases import subject_span
from sayso.timeline.tense import body_sentences

_AGREED = re.compile(
    r"\b(?:approved|ratified|accepted|(?:gave|given) (?:its|their) (?:\w+ )?(?:consent|assent|approval)|"
    r"(?:said|voted) yes to|voted (?:\d+[^.,;]*)?(?:for|to ratify|to approve|in favou?r of))\b"
)
_IF = re.compile(r"\b(?:if|unless|whether|once|until|when|should|had)\b", re.IGNORECASE)
# Whose yes is a step on the way, not the state's.
_STEP = re.compile(
    r"\b(?:government|cabinet|committee|commission|minister|leader|president|mr|mrs|ms|party)\b", re.IGNORECASE
)


class Assent(msgspec.Struct, frozen=True):
    """A passage by which a state has agreed, and to what."""

    article: Article
    state: str
    days: tuple[Timex, ...]
    passage: Span
    states: frozenset[str]
    concepts: frozenset[str]


def find_assents(article: Article, timexes: Sequence[Timex]) -> list[Assent]:
    """The passages that tell, as done, that a state agreed to something."""
    found = (
        assent
        for sentence in body_sentences(article)
        for match in _AGREED.finditer(article.text, *sentence)
        if (assent := _assent(article, timexes, sentence, match)) is not None
    )
    return list(islice(found, MOST_OF_A_KIND))


def _assent(article: Article, timexes: Sequence[Timex], sentence: Span, match: re.Match[str]) -> Assent | None:
    text = article.text
    subject = subject_span(text, sentence, match.start())
    states = states_in(text, *subject) if subject else ()
    thought = thought_at(text, sentence, match.start())
    if subject is None or len(states) != 1 or _STEP.search(text, *subject):
        return None
    if not is_real(text[subject[1] : match.end()]) or _IF.search(text, thought[0], match.start()):
        return None
    target = (match.end(), _target_end(text, match.end(), sentence[1]))
    about = frozenset(states_in(text, *target)) - {states[0]}
    days = tuple(timexes_in(timexes, thought))
    return Assent(article, states[0], days, sentence, about, concepts_in(text[target[0] : target[1]]))


def _target_end(text: str, start: int, end: int) -> int:
    stop = re.search(r"[,;:.]| (?:so|while|but|after|before|which|who)\b", text[start:end])
    return start + stop.start() if stop else end


def contradicted_holdouts(holdouts: Sequence[Holdout], assents: Sequence[Assent]) -> list[Conflict]:
    """Holdouts that another passage says had agreed to the same matter by then."""
    found = []
    for holdout in holdouts:
        for assent in assents:
            if (
                holdout.is_now
                and assent.state == holdout.state
                and _had_agreed(holdout, assent)
                and _same_matter(holdout, assent)
            ):
                so = "be the only one that has not agreed" if holdout.is_sole else "have not agreed yet"
                why = f"{holdout.subject} is said both to {so} and to have agreed."
                sides = (holdout.article, holdout.passage), (assent.article, assent.passage)
                found.append(conflict("status", why, *sides, 0.75))
                break
    return found


def _had_agreed(holdout: Holdout, assent: Assent) -> bool:
    """In one article what is told as done was done; in another only if it gives a day before the holdout was told."""
    if holdout.article.id == assent.article.id:
        return holdout.passage != assent.passage
    told = holdout.article.published
    return bool(told and assent.days) and all(t.year_known and t.end < (told or "") for t in assent.days)


def _same_matter(holdout: Holdout, assent: Assent) -> bool:
    if assent.states:
        return assent.states <= holdout.states and bool(assent.concepts & holdout.concepts or not assent.concepts)
    return False


def rival_holdouts(holdouts: Sequence[Holdout]) -> list[Conflict]:
    """Two states, each the only one still holding out, in one article at one time on one matter."""
    found = []
    for i, one in enumerate(holdouts):
        for other in holdouts[i + 1 :]:
            together = one.article.id == other.article.id and one.is_now and other.is_now and one.state != other.state
            together = together and one.is_sole and other.is_sole
            if together and one.concepts & other.concepts and abs(one.passage[0] - other.passage[0]) > 0:
                why = f"Both {one.subject} and {other.subject} are said to be the only one holding out."
                found.append(conflict("status", why, (one.article, one.passage), (other.article, other.passage), 0.7))
    return found
