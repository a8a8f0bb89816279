"""One event that a sentence places twice: "In Lithuania, he will attend the summit in Belgium"."""

import re

from sayso.records import Span
from sayso.timeline.kinds import Trigger
from sayso.timeline.places import Named, find_locations, find_places
from sayso.timeline.tense import clause_at

_HELD = ("summit", "meeting", "session", "election")
_ATTENDS = re.compile(
    r"\b(?:attend\w*|participat\w+ in|tak(?:e|es|ing) part in|took part in|join\w*|speak\w* at|spoke at|address\w*|"
    r"arriv\w+ (?:for|at)|"
    r"appear\w* at|hold\w*|held|chair\w*|open\w*|meet\w* (?:at|for)|gather\w* for)\b"
)
_GOES = re.compile(r"\b(?:travel\w*|fly|flies|flew|heads?|headed|go|goes|went|return\w*|journey\w*) to (?:the )?$")
_HOSTS = re.compile(r"\b(?:will |is to |is due to |are to )?(?:hosts?|hosted|hosting|to host)\b")
_REPORTS = re.compile(
    r"\b(?:said|says|say|told|announc\w+|spoke of|discuss\w*|wrote|confirm\w+|call\w+ for|prepar\w+|plan\w* for|"
    r"learn\w*|"
    r"watch\w*|protest\w*|react\w*|after|before|ahead|since|from|that|who|which|whether)\b"
)
_NEAR = 45


def find_two_places(text: str, sentence: Span, trigger: Trigger) -> tuple[Named, Named] | None:
    """The place around the event and its own, where they lie in two states; None where the sentence is consistent."""
    if not (trigger.is_noun and trigger.kind in _HELD):
        return None
    own = _own_place(text, sentence, trigger)
    outer = _outer_place(text, clause_at(text, sentence, trigger.span[0]), trigger) if own else None
    if own is None or outer is None or own.place.state == outer.place.state or _is_listed(text, outer, own):
        return None
    return outer, own


def _own_place(text: str, sentence: Span, trigger: Trigger) -> Named | None:
    """The place right behind the noun: "the summit in Belgium"."""
    for named in find_locations(text, trigger.span[1], sentence[1]):
        between = text[trigger.span[1] : named.phrase[0]]
        is_near = len(between) < 3 or (
            len(between) < _NEAR and not re.search(r"[,;:.]|\b(?:and|to|with|for|on|about)\b|ing\b", between)
        )
        preposition = text[named.phrase[0] : named.span[0]].lower()
        return named if is_near and preposition.startswith(("in ", "at ", "near ")) else None
    return None


def _outer_place(text: str, clause: Span, trigger: Trigger) -> Named | None:
    """The place that opens the clause of someone attending, or that hosts."""
    before = text[clause[0] : trigger.span[0]]
    if _REPORTS.search(before):
        return None
    opening = clause[0] + len(before) - len(before.lstrip(" ,;:"))
    if _ATTENDS.search(before):
        fronted = [n for n in find_locations(text, *clause) if n.phrase[0] == opening and n.phrase[1] < trigger.span[0]]
        if fronted and text[opening : fronted[0].span[0]].lower().startswith(("in ", "at ")):
            return fronted[0]
    if _ATTENDS.search(before) or before.endswith((" for the ", " for a ")):
        going = [n for n in find_locations(text, opening, trigger.span[0]) if _GOES.search(text, opening, n.span[0])]
        if going and text[going[-1].phrase[0] : going[-1].span[0]].startswith("to "):
            return going[-1]
    if _HOSTS.search(before):
        hosts = [
            n for n in find_places(text, opening, trigger.span[0]) if n.span[0] == opening and n.place.kind != "people"
        ]
        return (
            hosts[0] if hosts and re.match(r"\s" + _HOSTS.pattern, text[hosts[0].phrase[1] : trigger.span[0]]) else None
        )
    return None


def _is_listed(text: str, one: Named, other: Named) -> bool:
    """More than one place on one side ("in Lithuania and Poland") proves nothing."""
    return any(
        re.match(r"\s?(?:,|and|or|&)\s(?:and )?(?:in )?[A-Z]\w+(?:,| and)", text[n.phrase[1] : n.phrase[1] + 40])
        or re.match(r" (?:and|or) ", text[n.phrase[1] : n.phrase[1] + 5])
        for n in (one, other)
    )
