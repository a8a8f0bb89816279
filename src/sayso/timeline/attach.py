"""Which date and which place of a sentence belong to which of its events."""

import re
from collections.abc import Sequence

from sayso.records import Span, Timex
from sayso.timeline.kinds import Trigger
from sayso.timeline.places import Named, find_places
from sayso.timeline.tense import clause_at

_REPORTED_ON = re.compile(
    r"\b(?:said|told|says|called|announced|warned|added|stated|wrote|tweeted|reported|argued)(?: \w+)?(?: late| "
    r"early)?(?: on)? $"
)
_FAR = 10_000


def date_for(
    text: str, sentence: Span, trigger: Trigger, others: Sequence[Trigger], timexes: Sequence[Timex]
) -> Timex | None:
    """The time expression nearest the trigger that no other trigger of the sentence is nearer to."""
    inside = [t for t in timexes if sentence[0] <= t.span[0] < sentence[1] and _dates(text, sentence, trigger, t)]
    ranked = sorted(inside, key=lambda t: (_cost(text, sentence, trigger.span, t.span), t.span))
    for timex in ranked:
        cost = _cost(text, sentence, trigger.span, timex.span)
        rivals = [o for o in others if _is_rival(o, trigger) and not _share(text, sentence, o, trigger, timex)]
        if all(cost <= _cost(text, sentence, rival.span, timex.span) for rival in rivals):
            return timex
    return None


def _dates(text: str, sentence: Span, trigger: Trigger, timex: Timex) -> bool:
    """Not the day of the report ("said Friday that the election …"); for a noun, close by or in its relative clause."""
    if trigger.is_noun and _REPORTED_ON.search(text, max(sentence[0], timex.span[0] - 30), timex.span[0]):
        return False
    if not trigger.is_noun:
        return True
    if timex.precision in ("year", "season") and trigger.kind not in ("summit", "election"):
        return False
    reach = 40 if trigger.kind == "election" else 80
    return _gap(trigger.span, timex.span) <= reach


def place_for(
    text: str, sentence: Span, trigger: Trigger, others: Sequence[Trigger], locations: Sequence[Named]
) -> Named | None:
    """The location nearest the trigger, on the same terms; "Vilnius, where …" locates the clause that follows."""
    clause = clause_at(text, sentence, trigger.span[0])
    if text[clause[0] : clause[1]].lstrip(", ").startswith("where"):
        before = [n for n in locations if sentence[0] <= n.span[0] and 0 <= clause[0] - n.phrase[1] <= 2]
        if before:
            return before[-1]
    beside = _beside(text, trigger)
    if beside:
        return beside
    inside = [n for n in locations if sentence[0] <= n.span[0] < sentence[1] and _locates(text, n, trigger)]
    for named in sorted(inside, key=lambda n: (_cost(text, sentence, trigger.span, n.phrase), n.span)):
        cost = _cost(text, sentence, trigger.span, named.phrase)
        rivals = [o for o in others if _is_rival(o, trigger)]
        same_clause = clause[0] <= named.span[0] < clause[1]
        if same_clause and all(cost <= _cost(text, sentence, rival.span, named.phrase) for rival in rivals):
            return named
    return None


def _share(text: str, sentence: Span, one: Trigger, other: Trigger, timex: Timex) -> bool:
    """A verb and its noun in one clause happen on one day: "will travel next week for talks"."""
    clause = clause_at(text, sentence, one.span[0])
    together = clause[0] <= other.span[0] < clause[1] and clause[0] <= timex.span[0] < clause[1]
    return together and one.is_noun != other.is_noun


def _is_rival(other: Trigger, trigger: Trigger) -> bool:
    """Two verbs of one kind tell one event ("voted to ratify"); two nouns tell two ("the NATO and the EU summit")."""
    return other.span != trigger.span and (other.kind != trigger.kind or (other.is_noun and trigger.is_noun))


def _locates(text: str, named: Named, trigger: Trigger) -> bool:
    """Motion ("to Ankara", "visit Ankara") locates visits only; "for" nothing; a state's "in" does."""
    preposition = text[named.phrase[0] : named.span[0]].lower()
    if preposition.startswith("for"):
        return False
    if trigger.kind in ("vote", "application") and named.phrase[0] > trigger.span[1]:
        # "Voted to demand a ceasefire in Gaza" tells what about, not where.
        between = text[trigger.span[1] : named.phrase[0]]
        return not re.search(r"\b(?:to|on|for|against|of|the|a|an)\b", between)
    if trigger.kind == "visit":
        return -12 < named.span[0] - trigger.span[1] < 25
    return not preposition.startswith(("to ", "into ", "visit"))


def _beside(text: str, trigger: Trigger) -> Named | None:
    """The city in "the Vilnius summit" or "the summit of Vilnius"."""
    is_held = trigger.kind in ("summit", "meeting", "session") and "hearing" not in text[slice(*trigger.span)]
    if not (trigger.is_noun and is_held):
        return None
    start, end = trigger.span
    for named in find_places(text, max(0, start - 30), min(len(text), end + 30)):
        is_city = named.place.kind in ("city", "capital")
        if (is_city and text[named.span[1] : start] == " ") or (is_city and text[end : named.span[0]] == " of "):
            return named
    return None


def _gap(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _cost(text: str, sentence: Span, trigger: Span, phrase: Span) -> int:
    """Characters between, and far more if they lie in different clauses."""
    same = clause_at(text, sentence, trigger[0]) == clause_at(text, sentence, phrase[0])
    # What follows the word belongs to it sooner than what precedes: "the session in Madrid and the vote".
    weight = 1 if phrase[0] >= trigger[1] else 2
    return weight * _gap(trigger, phrase) + (0 if same else _FAR)
