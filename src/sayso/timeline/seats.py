"""Where a parliament sits that votes, meets or signs: the capital of its state."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.language.sentences import sentences
from sayso.records import Span
from sayso.timeline.kinds import Trigger
from sayso.timeline.places import Named, Place, capital_of, find_places
from sayso.timeline.tense import clause_at

_LEGISLATURE = re.compile(
    r"\b(?:parliament(?:ary)?|lawmakers?|legislators?|legislature|deputies|MPs|assembly|Bundestag|Knesset|Duma|"
    r"Congress|Senate|Sejm|Diet)\b",
    re.IGNORECASE,
)
# Words that mean the parliament spoken of just before.
_THE_SAME = re.compile(
    r"\b(?:(?:extra)?ordinary|plenary|emergency|special|autumn|spring) (?:session|sitting)|\b(?:chamber|speaker|house|"
    r"plenary|members|head of state|bill|it|they|coalition|opposition)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"\b(?:president|speaker|head of state|king|queen|governor[- ]general|monarch)\b", re.IGNORECASE)
_OTHER_BODY = re.compile(
    r"\b(?:courts?|council|summit|ministers|board|leaders|EU|UN|NATO|European|commission|cabinet|shareholders|"
    r"members of the union)\b"
)
_NEAR = 12
_BACK = 1500
_FAR_BACK = 6000


def seat_for(text: str, sentence: Span, trigger: Trigger) -> Place | None:
    """The seat of the parliament that the clause names, else of the one named just before in the paragraph."""
    clause = clause_at(text, sentence, trigger.span[0])
    if trigger.kind not in ("vote", "session", "force", "signature"):
        return None
    state = _house_in(text, clause) if trigger.kind != "signature" else None
    if state or trigger.kind == "force":
        return capital_of(state) if state else None
    return _seat_before(text, sentence, clause, trigger)


def _house_in(text: str, within: Span) -> str | None:
    """The state whose parliament text[within] names first."""
    return next(iter(_houses_in(text[within[0] : within[1]])), None)


@lru_cache(maxsize=4096)
def _houses_in(words: str) -> tuple[str, ...]:
    """The states whose parliaments the words name: those with a name of their own, then those beside a state's."""
    places = find_places(words, 0, len(words))
    found = [_owner(words, places, i) for i, p in enumerate(places) if p.place.kind == "house"]
    for house in _LEGISLATURE.finditer(words) if places else ():
        near = [(_gap(p.span, house.span()), p.span, p.place.state) for p in places]
        gap, _, state = min(near)
        found += [state] if gap < _NEAR else []
    return tuple(dict.fromkeys(found))


def _owner(words: str, places: Sequence[Named], index: int) -> str:
    """The state right before a house's name goes before the one best known for it: "the Canadian Senate"."""
    named, before = places[index], places[index - 1] if index else None
    is_owned = before is not None and words[before.span[1] : named.span[0]] in (" ", "'s ", "’s ")
    return before.place.state if before and is_owned else named.place.state


def _seat_before(text: str, sentence: Span, clause: Span, trigger: Trigger) -> Place | None:
    """Nothing where the sentence speaks of another body, or of another state's."""
    means_house = _LEGISLATURE if trigger.kind != "signature" else _SIGNS
    speaks = means_house.search(text, *sentence) or _THE_SAME.search(text, *clause)
    if not speaks or _OTHER_BODY.search(text, *clause):
        return None
    named = {p.place.state for p in find_places(text, *clause)}
    earliest = max(0, sentence[0] - _BACK)
    paragraph = max(text.rfind("\n\n", earliest, sentence[0]), earliest)
    before = [(sentence[0], clause[0]), *reversed(sentences(text, paragraph, sentence[0]))]
    state = next((s for span in before if (s := _house_in(text, span))), None)
    if state is None and trigger.kind == "session":
        # The only parliament of the whole report so far.
        all_before = _houses_in(text[max(0, sentence[0] - _FAR_BACK) : sentence[0]])
        state = all_before[0] if len(all_before) == 1 else None
    is_other = bool(named) and trigger.kind != "vote" and state not in named
    return capital_of(state) if state and not is_other else None


def _gap(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
