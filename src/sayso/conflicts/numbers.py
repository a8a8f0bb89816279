"""One vote, two results."""

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from sayso.conflicts.passages import conflict, overlap, thought_at, timexes_in
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


def find_results(article: Article, timexes: Sequence[Timex]) -> list[Result]:
    """The results of votes that an article gives."""
    return [
        _result(article, timexes, sentence, tally)
        for sentence in body_sentences(article)
        if not _POLL.search(article.text, *sentence)
        for tally in find_tallies(article.text, *sentence)
    ]


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
    if one.stages != other.stages or one.states != other.states:
        return False
    if one.days and other.days and not any(overlap(a, b) for a in one.days for b in other.days):
        return False
    if len(one.states) >= 2:
        return bool(one.concepts & other.concepts)
    shared = one.words & other.words
    return (
        len(shared) >= 3
        and len(shared) >= 0.5 * min(len(one.words), len(other.words))
        and one.concepts == other.concepts
    )


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
