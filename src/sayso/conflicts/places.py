"""One event, two places."""

import re
from collections.abc import Iterator, Sequence

from sayso.conflicts.passages import conflict
from sayso.records import Article, Conflict, Event, Span
from sayso.timeline.kinds import Trigger, find_triggers
from sayso.timeline.merge import days_overlap, kind_of, proper_names
from sayso.timeline.places import Named, find_locations, find_places
from sayso.timeline.tense import body_sentences, clause_at

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
_ANOTHER = re.compile(r"\b(?:next|following|later|previous|last|second|another|subsequent|future|both|then|summits)\b")
_NEAR = 45


def doubly_placed(article: Article) -> list[Conflict]:
    """Sentences that place one event in two states: "In Lithuania, he will attend the summit in Belgium"."""
    found: list[Conflict] = []
    for sentence in body_sentences(article):
        for trigger in find_triggers(article.text, *sentence):
            if trigger.is_noun and trigger.kind in _HELD:
                found.extend(_clash(article, sentence, trigger))
    return found


def _clash(article: Article, sentence: Span, trigger: Trigger) -> Iterator[Conflict]:
    text = article.text
    clause = clause_at(text, sentence, trigger.span[0])
    own = _own_place(text, sentence, trigger)
    other = _outer_place(text, clause, trigger)
    if own is None or other is None or own.place.state == other.place.state or _is_listed(text, other, own):
        return
    head = _noun_phrase_start(text, clause[0], trigger.span[0])
    sides = (_trimmed(text, clause[0], head), _trimmed(text, head, own.phrase[1]))
    noun = text[trigger.span[0] : trigger.span[1]]
    why = f"The {noun} is placed both in {other.place.label} and in {own.place.label}."
    yield conflict("place", why, (article, sides[0]), (article, sides[1]), 0.8)


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
