"""One event, two places."""

import re
from collections.abc import Sequence

from sayso.conflicts.passages import conflict
from sayso.records import Article, Conflict, Event, Span
from sayso.timeline.kinds import Trigger, find_triggers
from sayso.timeline.merge import days_overlap, kind_of, proper_names
from sayso.timeline.places import Named
from sayso.timeline.tense import body_sentences, clause_at
from sayso.timeline.twice import find_two_places

_ANOTHER = re.compile(r"\b(?:next|following|later|previous|last|second|another|subsequent|future|both|then|summits)\b")


def doubly_placed(article: Article) -> list[Conflict]:
    """Sentences that place one event in two states: "In Lithuania, he will attend the summit in Belgium"."""
    found: list[Conflict] = []
    for sentence in body_sentences(article):
        for trigger in find_triggers(article.text, *sentence):
            places = find_two_places(article.text, sentence, trigger)
            if places:
                found.append(_clash(article, sentence, trigger, *places))
    return found


def _clash(article: Article, sentence: Span, trigger: Trigger, outer: Named, own: Named) -> Conflict:
    text = article.text
    clause = clause_at(text, sentence, trigger.span[0])
    head = _noun_phrase_start(text, clause[0], trigger.span[0])
    sides = (_trimmed(text, clause[0], head), _trimmed(text, head, own.phrase[1]))
    noun = text[trigger.span[0] : trigger.span[1]]
    why = f"The {noun} is placed both in {outer.place.label} and in {own.place.label}."
    return conflict("place", why, (article, sides[0]), (article, sides[1]), 0.8)


def _noun_phrase_start(text: str, start: int, noun: int) -> int:
    """Where the event's noun phrase begins: its determiner, else its first capitalised qualifier."""
    match = re.search(
        r"(?:\b(?:the|a|an|this|its|their)\b )?(?:(?:[A-Z][\w&.-]*|\w+-\w+|[a-z]+) ){0,3}$", text[start:noun]
    )
    determined = re.search(r"\b(?:the|a|an|this|its|their) (?:[\w&.-]+ ){0,4}$", text[start:noun])
    match = determined or match
    return start + match.start() if match else noun


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    stripped = piece.strip(" ,;:")
    begin = start + piece.index(stripped)
    return begin, begin + len(stripped)


def moved_events(told: Sequence[tuple[Article, Event]]) -> list[Conflict]:
    """One event told in two states: on the same days, or in one article as the summit still ahead."""
    placed = [(a, e) for a, e in told if e.where and kind_of(e.what) in ("summit", "session", "meeting")]
    found: list[Conflict] = []
    for i, (article, event) in enumerate(placed):
        for other_article, other in placed[i + 1 :]:
            if _state(event) == _state(other) or not _is_one(event, other, within=article.id == other_article.id):
                continue
            why = f"The {event.what} is placed both in {event.where} and in {other.where}."
            sides = [
                (a, (e.evidence[0].start, e.evidence[0].end)) for a, e in ((article, event), (other_article, other))
            ]
            if sides[0] != sides[1]:
                confidence = 0.7 if event.start and other.start else 0.55
                found.append(conflict("place", why, sides[0], sides[1], confidence))
    return found


def _state(event: Event) -> str:
    return (event.where or "").split(", ")[-1]


def _is_one(one: Event, other: Event, *, within: bool) -> bool:
    """Whether two passages speak of one event, its place left aside."""
    if one.start and other.start and not days_overlap(one, other):
        return False
    names = [proper_names(e.what) - proper_names(e.where or "") for e in (one, other)]
    is_summit = kind_of(one.what) == kind_of(other.what) == "summit"
    if names[0] != names[1] or not (names[0] or (within and is_summit)):
        return False
    if one.start and other.start:
        return one.precision == other.precision == "day"
    ahead = one.status == other.status == "upcoming" and not _ANOTHER.search(
        one.evidence[0].text + other.evidence[0].text
    )
    return bool(within and is_summit and names[0] and ahead and not (one.start or other.start))
