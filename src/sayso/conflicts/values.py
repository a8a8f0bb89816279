"""Values that can clash, read from a passage so that they compare: tallies, states, matters, organisations."""

import re

import msgspec

from sayso.records import Span
from sayso.timeline.calendar import count_of
from sayso.timeline.places import find_places

_N = (
    r"(?P<n>\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|none|no)"
)
_WHO = r"(?:votes?|voices?|ballots?|deputies|lawmakers|members|MPs|senators|countries|states|delegates|legislators)"
_ROLES = {
    "yes": rf"{_N} (?:{_WHO} )?(?:(?:cast |voted |voting |were )?(?:in favou?r|for\b(?! (?:the|a|an) (?:first|"
    rf"second|last))|yes\b)|favou?rable)",
    "no": rf"{_N} (?:{_WHO} )?(?:(?:cast |voted |voting |were )?against|contrary|opposed|no\b)",
    "abstain": rf"{_N} (?:{_WHO} )?(?:abstentions?|abstained|abstaining|(?:who )?held back)",
}
_ROLE_PATTERNS = {role: re.compile(rf"\b{pattern}") for role, pattern in _ROLES.items()}
_PAIR = re.compile(
    r"\b(?:(?P<mark>by|voted|vote of|passed|approved|rejected|result of|stood at|tally (?:was|of)|count (?:was|of)|shows|"
    r"gives|records|endorsed|adopted|cleared|carried|backed) )?(?P<yes>\d[\d,]*)(?P<votes> votes)?(?: "
    r"?[-–] ?| to )"
    r"(?P<no>\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?P<after> votes?| against)?"
    r"(?! ?(?:%|per ?cent|points?|million|billion|years?|days|p\.?m|a\.?m|goals?|win|defeat|victory|,\d))"
)
_VOTED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballot|parliament|lawmakers|deputies|consent|ratif\w+|approved|Senate|House|assembly|"
    r"council)\b",
    re.IGNORECASE,
)
_APART = 60


class Tally(msgspec.Struct, frozen=True):
    """How a vote came out; None where the passage does not say."""

    span: Span
    yes: int | None
    no: int | None
    abstain: int | None

    def differs(self, other: "Tally") -> bool:
        """Whether a count that both give is not the same; a swapped reading is not enough to compare."""
        pairs = ((self.yes, other.yes), (self.no, other.no), (self.abstain, other.abstain))
        return any(a is not None and b is not None and a != b for a, b in pairs)


def find_tallies(text: str, start: int, end: int) -> list[Tally]:
    """Results of votes in text[start:end]: "by 188 to six", "117 in favour, 40 against"."""
    spelled = _spelled(text, start, end)
    if spelled:
        return spelled
    votes = bool(_VOTED.search(text, start, end))
    return [t for m in _PAIR.finditer(text, start, end) if (t := _pair(m, votes=votes))]


def _spelled(text: str, start: int, end: int) -> list[Tally]:
    """Counts with their roles, at least for and against, close together; the first of each role counts."""
    items = sorted(
        (m.start(), m.end(), role, _count(m["n"]))
        for role, pattern in _ROLE_PATTERNS.items()
        for m in pattern.finditer(text, start, end)
    )
    # "182 votes favorable and six contrary": the roles follow one another.
    values: dict[str, int | None] = {}
    first = last = -1
    for begin, stop, role, count in items:
        if first >= 0 and begin - last > _APART:
            break
        first, last = (begin if first < 0 else first), stop
        values.setdefault(role, count)
    if values.get("yes") is None or values.get("no") is None:
        return []
    return [Tally((first, last), values.get("yes"), values.get("no"), values.get("abstain"))]


def _pair(match: re.Match[str], *, votes: bool) -> Tally | None:
    is_marked = match["votes"] or match["after"] or (match["mark"] and votes)
    yes, no = _count(match["yes"]), _count(match["no"])
    if not is_marked or yes is None or no is None or 1900 <= yes <= 2100 or yes + no < 5:
        return None
    return Tally(match.span(), yes, no, None)


def _count(word: str) -> int | None:
    return 0 if word.lower() in ("no", "none") else count_of(word.replace(",", ""))


def states_in(text: str, start: int, end: int) -> tuple[str, ...]:
    """The states named in text[start:end], by code, in order: their names, peoples, capitals and cities."""
    return tuple(dict.fromkeys(named.place.state for named in find_places(text, start, end)))


_CONCEPTS = {
    "accession": r"join\w*|enter|entered|entry|accession|membership|admission|bid|bids|application",
    "law": r"laws?|bills?|acts?|legislation|statute",
    "treaty": r"treat(?:y|ies)|protocols?|agreements?|deals?|pacts?|accords?|convention",
    "budget": r"budgets?|spending plan",
    "resolution": r"resolutions?|motions?",
    "confidence": r"confidence|censure",
    "amendment": r"amendments?",
    "nomination": r"nominations?|appointments?|nominees?",
    "referendum": r"referend(?:um|a)|plebiscite",
    "sanctions": r"sanctions?",
}
_STAGES = {
    "committee": r"committees?|subcommittee|panel",
    "upper": r"senate|upper house|house of lords|bundesrat|senators",
    "first": r"first reading|first round|first vote|preliminary",
    "second": r"second reading|second round|second vote|third reading|runoff|run-off",
}


def concepts_in(words: str) -> frozenset[str]:
    """What kind of thing a passage is about, whatever word it takes for it."""
    return frozenset(
        name for name, pattern in _CONCEPTS.items() if re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE)
    )


def stages_in(words: str) -> frozenset[str]:
    """Which chamber or reading a vote belongs to, where the passage says so."""
    return frozenset(
        name for name, pattern in _STAGES.items() if re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE)
    )


_ORGANISATIONS = {
    "nato": r"NATO|Nato|North Atlantic (?:Treaty|bloc|alliance|Alliance)|Atlantic [Aa]lliance",
    "eu": r"EU|European Union|Common Market|EEC",
    "un": r"UN|U\.N\.|United Nations",
    "euro": r"euro ?zone|euro area|single currency|the euro",
    "schengen": r"Schengen",
    "wto": r"WTO|World Trade Organi[sz]ation",
    "brics": r"BRICS",
    "council of europe": r"Council of Europe",
    "asean": r"ASEAN",
    "african union": r"African Union|AU\b",
    "oecd": r"OECD",
    "sco": r"SCO|Shanghai Cooperation Organi[sz]ation",
    "opec": r"OPEC|Opec",
}


def organisations_in(words: str) -> frozenset[str]:
    """The organisations that a passage names and that a state can join."""
    return frozenset(name for name, pattern in _ORGANISATIONS.items() if re.search(rf"\b(?:{pattern})(?!\w)", words))
