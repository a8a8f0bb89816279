"""One organisation, two numbers of members at the same time."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.conflicts.passages import conflict, timexes_in
from sayso.conflicts.values import organisations_in
from sayso.records import Article, Conflict, Span, Timex
from sayso.timeline.calendar import count_of
from sayso.timeline.tense import body_sentences

_COUNT = re.compile(
    r"\b(?:all|the|has|of)(?: its)? (?P<count>\d{1,3}|nineteen|twenty|fifteen|eleven|twelve) (?P<whose>(?:[A-Z]\w+ )?)"
    r"(?:members?|member (?:states|countries|nations)|allies)\b(?P<rest>[^.;]{0,40})"
)
# Words that tell another day, or a part of the members only.
_OTHERWISE = re.compile(
    r"\b(?:other|remaining|rest|then|until|when|after|before|since|now|new|would|will|become|became|had|were|was|"
    r"first|at the time|"
    r"at least|more than|most|founding|\w+(?:nd|rd|th) (?:member|ally)|if|once|who voted|"
    r"present)\b",
    re.IGNORECASE,
)


class Membership(msgspec.Struct, frozen=True):
    """A passage that counts the members of an organisation in the present."""

    organisation: str
    count: int
    passage: Span


def find_memberships(article: Article, timexes: Sequence[Timex]) -> Iterator[Membership]:
    """The counts of members that an article gives as of its own day."""
    first = article.blocks[:2]
    about = organisations_in(article.text[first[0].start : first[-1].end]) if first else frozenset()
    for sentence in body_sentences(article):
        words = article.text[sentence[0] : sentence[1]]
        match = _COUNT.search(words)
        if match is None or timexes_in(timexes, sentence) or _OTHERWISE.search(words):
            continue
        named = organisations_in(match["whose"] + match["rest"]) or organisations_in(words) or about
        count = count_of(match["count"])
        if len(named) == 1 and count is not None:
            yield Membership(next(iter(named)), count, sentence)


def clashing_memberships(article: Article, timexes: Sequence[Timex]) -> list[Conflict]:
    """Two counts of one organisation's members in one article, both in the present."""
    first: dict[str, Membership] = {}
    found = []
    for membership in find_memberships(article, timexes):
        known = first.setdefault(membership.organisation, membership)
        if known.count != membership.count:
            why = f"The same organisation is given {known.count} and {membership.count} members."
            found.append(conflict("membership", why, (article, known.passage), (article, membership.passage), 0.6))
    return found
