"""Places named in a text, and where something is said to happen."""

import re
from functools import cache
from typing import Literal

from sayso.records import Record, Span
from sayso.resources import knowledge_text

PlaceKind = Literal["state", "people", "capital", "city", "house"]


class Place(Record, frozen=True, kw_only=True):
    """A name in the table; `state` is the ISO 3166-1 alpha-3 code of the state it belongs to."""

    name: str
    kind: PlaceKind
    state: str
    state_name: str

    @property
    def label(self) -> str:
        """How the place is written in a brief: "Vilnius, Lithuania", or the state alone."""
        return self.state_name if self.kind in ("state", "people", "house") else f"{self.name}, {self.state_name}"


class Named(Record, frozen=True, kw_only=True):
    """A place named in the text; for a location, `phrase` takes in the preposition."""

    span: Span
    place: Place
    phrase: Span


@cache
def _table() -> dict[str, Place]:
    table: dict[str, Place] = {}
    for line in knowledge_text("places.tsv").splitlines():
        if line.startswith(("#", "name\t")):
            continue
        name, kind, state, state_name = line.split("\t")
        table.setdefault(name, Place(name=name, kind=kind, state=state, state_name=state_name))  # type: ignore[arg-type]
    return table


@cache
def _capitals() -> dict[str, Place]:
    capitals: dict[str, Place] = {}
    for place in _table().values():
        if place.kind == "capital":
            capitals.setdefault(place.state, place)
    return capitals


@cache
def _names() -> re.Pattern[str]:
    """The names grouped by their first two letters, for an alternation of all of them would be tried one by one."""
    groups: dict[str, list[str]] = {}
    for name in sorted(_table(), key=lambda name: (-len(name), name)):
        groups.setdefault(name[:2], []).append(re.escape(name[2:]))
    parts = [f"{re.escape(two)}(?:{'|'.join(rest)})" for two, rest in sorted(groups.items())]
    # A capitalised neighbour makes it part of another name: the Boston Globe, Lloyd Austin.
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(parts)})(?!\w|-[a-z])")


_LOCATION = re.compile(
    r"(?P<preposition>\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Tt]o|[Ii]nto|visit(?:s|ed|ing)?|for)\s)"
    r"(?P<words>(?:the\s)?(?:(?:[a-z]+ern|central|nearby|neighbouring|neighboring|downtown|capital|city|of|town|"
    r"resort)\s)*)$"
)
_CAPITAL_OF = re.compile(r"(?:\s|['’]s\s)capital(?:\s(?:city\s)?(?:of\s)?|,\s)?", re.IGNORECASE)


def capital_of(state: str) -> Place | None:
    """The capital of a state, by its code."""
    return _capitals().get(state)


def find_places(text: str, start: int, end: int) -> list[Named]:
    """Every name of the table in text[start:end], peoples included."""
    found = [
        Named(span=m.span(), place=_table()[m[0]], phrase=m.span())
        for m in _names().finditer(text, start, end)
        if not _inside_name(text, m.start(), m.end())
    ]
    return [_with_state(text, found, i) for i in range(len(found))]


def _with_state(text: str, found: list[Named], index: int) -> Named:
    """A city with its state right behind it is one place: "Vilnius, Lithuania"."""
    named = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    if after and after.place.kind == "state" and named.place.kind in ("city", "capital"):
        joined = text[named.span[1] : after.span[0]] == ", "
        if joined and after.place.state == named.place.state:
            return Named(span=named.span, place=named.place, phrase=(named.span[0], after.span[1]))
    return named


def _inside_name(text: str, start: int, end: int) -> bool:
    following = re.match(r"\s(?:[A-Z][a-z]+)", text[end:])
    is_people = _table()[text[start:end]].kind == "people"
    if following and not is_people and following[0].strip() in _NAME_TAILS:
        return True
    return bool(re.search(r"\b(?:Mr|Mrs|Ms|Dr|Lloyd|Michael|Secretary|Senator|Sen\.|Rep\.)\.?\s$", text[:start][-12:]))


_NAME_TAILS = frozenset((
    "Times", "Post", "Globe", "Journal", "Herald", "Tribune", "Review", "Chronicle", "Examiner", "Inquirer",
    "Street", "Avenue", "University", "College", "Press", "Hilton", "Airlines", "Airways", "Bank", "Club", "City",
    "United", "Accord", "Accords", "Agreement", "Treaty", "Protocol", "Convention", "Declaration", "Criteria",
    "Peterson", "Lewis", "Bay",
))  # fmt: skip


def find_locations(text: str, start: int, end: int) -> list[Named]:
    """Where text[start:end] says that something happens: place names after a preposition of place or motion."""
    found = []
    for named in find_places(text, start, end):
        before = _LOCATION.search(text, max(start, named.span[0] - 60), named.span[0])
        capital = _CAPITAL_OF.match(text, named.span[1], end)
        if before is None or named.place.kind == "house" or (named.place.kind == "people" and not capital):
            continue
        place, last = named.place, named.phrase[1]
        if capital and place.kind in ("people", "state"):
            place, last = capital_of(place.state) or place, capital.end()
        found.append(Named(span=named.span, place=place, phrase=(before.start(), last)))
    return found
