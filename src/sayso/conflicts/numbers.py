"""One vote, two results."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

import msgspec

from sayso.conflicts.bodies import Body, bodies_in, is_other_vote, is_record, matter_in
from sayso.conflicts.passages import MOST_OF_A_KIND, conflict, overlap, thought_at, timexes_in
from sayso.conflicts.values import Tally, concepts_in, find_tallies, stages_in, states_in
from sayso.records import Article, Conflict, Span, Timex
from sayso.timeline.tense import body_sentences

_STOP = frozenset((
    "the", "and", "with", "for", "was", "were", "has", "have", "had", "that", "this", "from", "into", "they",
    "their", "which", "while", "against", "favor", "favour", "favorable", "favourable", "contrary", "votes", "vote",
    "voted", "voting", "voices", "parliament", "lawmakers", "deputies", "assembly", "chamber", "approved", "passed",
    "rejected", "adopted", "said", "on", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "abstained", "abstentions", "after", "been", "country", "page", "internet", "website", "site",
    "shows", "members", "house",
))  # fmt: skip
_SAME_NEWS_DAYS = 2
_POLL = re.compile(r"\b(?:poll|polls|survey|percent|per cent|points?|score|goals?|match|odds)\b|%", re.IGNORECASE)


class Result(msgspec.Struct, frozen=True):
    """A tally with what was voted on, as far as its passage says."""

    article: Article
    tally: Tally
    passage: Span
    states: frozenset[str]
    concepts: frozenset[str]
    stages: frozenset[str]
    words: frozenset[str]
    days: tuple[Timex, ...]
    bodies: tuple[Body, ...]
    matter: frozenset[str]
    is_record: bool
    is_other: bool


def find_results(article: Article, timexes: Sequence[Timex]) -> list[Result]:
    """The results of votes that an article gives."""
    found = (
        _result(article, timexes, sentence, tally)
        for sentence in body_sentences(article)
        if not _POLL.search(article.text, *sentence)
        for tally in find_tallies(article.text, *sentence)
    )
    return list(islice(found, MOST_OF_A_KIND))


def _result(article: Article, timexes: Sequence[Timex], sentence: Span, tally: Tally) -> Result:
    text = article.text
    passage = thought_at(text, sentence, tally.span[0])
    words = text[passage[0] : passage[1]]
    stems = frozenset(w.lower()[:6] for w in re.findall(r"[A-Za-z]{4,}", words) if w.lower() not in _STOP)
    return Result(
        article,
        tally,
        passage,
        frozenset(states_in(text, *passage)),
        concepts_in(words),
        stages_in(words),
        stems,
        tuple(t for t in timexes_in(timexes, passage) if t.precision == "day"),
        bodies_in(words),
        matter_in(words),
        is_record(words),
        is_other_vote(words),
    )


def differing_results(results: Sequence[Result], *, across: bool) -> list[Conflict]:
    """Pairs of results for what is plainly the same vote; between articles both must give its day."""
    found = []
    for i, one in enumerate(results):
        for other in results[i + 1 :]:
            if (one.article.id != other.article.id) is not across or not one.tally.differs(other.tally):
                continue
            if _same_vote(one, other) and (not across or _near_in_time(one, other)):
                why = f"Two results for one vote: {_told(one.tally)} and {_told(other.tally)}."
                found.append(conflict("number", why, (one.article, one.passage), (other.article, other.passage), 0.75))
    return found


def _same_vote(one: Result, other: Result) -> bool:
    if one.stages != other.stages:
        return False
    if one.days and other.days and not any(overlap(a, b) for a in one.days for b in other.days):
        return False
    return _same_words(one, other) or _same_body_and_matter(one, other)


def _same_words(one: Result, other: Result) -> bool:
    if one.states != other.states or one.is_other != other.is_other:
        return False
    if len(one.states) >= 2:
        return bool(one.concepts & other.concepts)
    shared = one.words & other.words
    return (
        len(shared) >= 3
        and len(shared) >= 0.5 * min(len(one.words), len(other.words))
        and one.concepts == other.concepts
    )


def _same_body_and_matter(one: Result, other: Result) -> bool:
    """A body's result and what its records show; two accounts must say nothing else of the matter than each other."""
    if one.is_other or other.is_other or not any(a.may_be(b) for a in one.bodies for b in other.bodies):
        return False
    if not (one.states <= other.states or other.states <= one.states):
        return False
    shared, fewer = one.matter & other.matter, min(len(one.matter), len(other.matter))
    if one.is_record != other.is_record:
        return bool(shared) and not (one.concepts and other.concepts and one.concepts != other.concepts)
    return bool(shared) and len(shared) == fewer and one.concepts == other.concepts


def _near_in_time(one: Result, other: Result) -> bool:
    """Both passages give the day of the vote, or the articles are of the same days."""
    if one.days and other.days:
        return True
    published = [r.article.published for r in (one, other)]
    try:
        days = [date.fromisoformat(p[:10]) for p in published if p]
    except ValueError:
        return False
    return len(days) == 2 and abs((days[0] - days[1]).days) <= _SAME_NEWS_DAYS


def _told(tally: Tally) -> str:
    abstained = f" with {tally.abstain} abstaining" if tally.abstain is not None else ""
    return f"{tally.yes} to {tally.no}{abstained}"
