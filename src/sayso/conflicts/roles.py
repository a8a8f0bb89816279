"""One person, two offices that nobody holds at once."""

import re
from collections.abc import Iterator

import msgspec

from sayso.conflicts.passages import conflict
from sayso.records import Article, Conflict, Span
from sayso.timeline.tense import body_sentences

_OFFICES = {
    "president": r"[Pp]resident",
    "prime minister": r"[Pp]rime [Mm]inister|[Pp]remier",
    "foreign minister": r"[Ff]oreign [Mm]inister",
    "defence minister": r"[Dd]efen[cs]e [Mm]inister",
    "finance minister": r"[Ff]inance [Mm]inister",
    "interior minister": r"[Ii]nterior [Mm]inister",
    "secretary general": r"[Ss]ecretary[- ][Gg]eneral",
    "ambassador": r"[Aa]mbassador",
}
_OFFICE = "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in _OFFICES.items())
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})"
_BEFORE = re.compile(rf"(?P<front>(?:[\w’'.-]+ ){{0,3}})\b(?:{_OFFICE}),? {_NAME}")
_AFTER = re.compile(rf"{_NAME}, (?P<front>(?:[\w’'.-]+ ){{0,3}})(?:{_OFFICE})(?=[,.;]| of\b| in\b)")
# Offices that were, will be or stand beside another prove nothing.
_OTHER = re.compile(
    r"\b(?:former|ex|then|late|deputy|vice|acting|incoming|outgoing|next|new|elected|elect|and|for|to|with|"
    r"predecessor|successor|his|her|"
    r"candidate|shadow|adviser|aide|spokes\w+|wife|husband|hopeful|previous|first)\b|-elect|ex-",
    re.IGNORECASE,
)


class Holding(msgspec.Struct, frozen=True):
    """A passage that gives a person an office."""

    name: str
    office: str
    passage: Span


def find_holdings(article: Article) -> Iterator[Holding]:
    """The offices that an article gives to persons of full name, as of its own day."""
    for sentence in body_sentences(article):
        for pattern in (_BEFORE, _AFTER):
            for match in pattern.finditer(article.text, *sentence):
                office = next(o for o in _OFFICES if match[o.replace(" ", "_")])
                if not _OTHER.search(match["front"]) and not _OTHER.search(article.text, match.end(), match.end() + 14):
                    yield Holding(match["name"], office, sentence)


def clashing_offices(article: Article) -> list[Conflict]:
    """Persons to whom one article gives two offices; one conflict a person."""
    first: dict[str, Holding] = {}
    found: dict[str, Conflict] = {}
    for holding in sorted(find_holdings(article), key=lambda h: h.passage):
        known = first.setdefault(holding.name, holding)
        if known.office != holding.office and known.passage != holding.passage:
            why = f"{holding.name} is called both {known.office} and {holding.office}."
            clash = conflict("role", why, (article, known.passage), (article, holding.passage), 0.6)
            found.setdefault(holding.name, clash)
    return list(found.values())
