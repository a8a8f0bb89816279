"""Names of the tables found in a text: one pass over its words, by a hash of their sequences, the longest first."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from sayso.actors.tables import knowledge
from sayso.actors.words import Word, words_of
from sayso.resources.own import follows_knowledge

EntryKind = Literal[
    "state", "adjective", "people", "capital", "city", "seat", "organisation", "party", "outlet", "person"
]


_OF_STATES: Final = ("state", "adjective", "people", "capital", "city")


class Entry(NamedTuple):
    """What a form names. `institution` is a seat's; `weak` forms are common words, to be believed only in context."""

    kind: EntryKind
    id: str
    institution: str | None = None
    weak: bool = False


class Hit(NamedTuple):
    """A form found at words [first, last); `entries` are all it may name, in the tables' order."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    def of(self, *kinds: EntryKind) -> Entry | None:
        """The first entry of these kinds."""
        return next((entry for entry in self.entries if entry.kind in kinds), None)


class _Form(NamedTuple):
    cases: str
    entry: Entry


_Trie = dict[str, dict[tuple[str, ...], list[_Form]]]


@follows_knowledge
@cache
def _forms() -> tuple[_Trie, dict[str, int]]:
    """Forms by their first word and all their words, and the most words a form with this first word has."""
    table: _Trie = {}
    longest: dict[str, int] = {}
    for form, entry in _all_forms():
        words = words_of(form)
        if words:
            key = tuple(word.fold for word in words)
            table.setdefault(key[0], {}).setdefault(key, []).append(_Form(_cases(words), entry))
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return table, longest


def find_hits(words: list[Word]) -> list[Hit]:
    """The names of the tables in a text, in order, not overlapping."""
    table, longest = _forms()
    hits: list[Hit] = []
    position = 0
    while position < len(words):
        hit = _hit_at(words, position, table.get(words[position].fold), longest)
        if hit:
            hits.append(hit)
        position = hit.last if hit else position + 1
    return _told_apart(hits)


def _told_apart(hits: list[Hit]) -> list[Hit]:
    """The hits, where a form of two states (“Congo”, “Congolese”) is that of the one named beside it, by another form.

    That is the last one named before, else the next; without any, the first of the table.
    """
    sure = [(hit.first, states[0]) for hit in hits if len(states := _states(hit)) == 1]
    return [_meant(hit, states, sure) if len(states := _states(hit)) > 1 else hit for hit in hits]


def _states(hit: Hit) -> list[str]:
    return list(dict.fromkeys(e.id for e in hit.entries if e.kind in _OF_STATES))


def _meant(hit: Hit, states: list[str], sure: list[tuple[int, str]]) -> Hit:
    near = [(first, state) for first, state in sure if state in states]
    before = [state for first, state in near if first < hit.first]
    chosen = before[-1] if before else near[0][1] if near else states[0]
    return hit._replace(entries=tuple(e for e in hit.entries if e.kind not in _OF_STATES or e.id == chosen))


def _hit_at(
    words: list[Word], first: int, forms: dict[tuple[str, ...], list[_Form]] | None, longest: dict[str, int]
) -> Hit | None:
    if not forms:
        return None
    folds = tuple(word.fold for word in words[first : first + longest[words[first].fold]])
    for length in range(len(folds), 0, -1):
        candidates = forms.get(folds[:length])
        if not candidates:
            continue
        found = words[first : first + length]
        entries = tuple(dict.fromkeys(form.entry for form in candidates if _fits(form, found)))
        if entries:
            return Hit(first, first + length, entries)
    return None


def _cases(words: Iterable[Word]) -> str:
    """A letter a word: A for an acronym, C for a capital, M for mixed case, l for the rest."""
    return "".join(
        "l"
        if w.text in ("Party", "Group", "Agency")
        else "A"
        if w.text.isupper() and sum(c.isalpha() for c in w.text) > 1
        else "C"
        if w.is_capital
        else "l"
        for w in words
    )


def _fits(form: _Form, words: list[Word]) -> bool:
    is_pronounced = form.entry.kind in ("organisation", "party") and len(words) == 1 and len(words[0].text) > 3
    for case, word in zip(form.cases, words, strict=True):
        if case == "C" and not word.is_capital:
            return False
        if case == "A" and not (word.text.isupper() or (word.is_capital and is_pronounced)):
            return False
    return True


def _all_forms() -> Iterator[tuple[str, Entry]]:
    tables = knowledge()
    for state in tables.states.values():
        entry = Entry("state", state.id)
        yield from (
            (form, entry) for form in (state.name, *([state.official] if state.official else []), *state.aliases)
        )
        yield from ((form, Entry("adjective", state.id)) for form in state.adjectives)
        yield from ((form, Entry("people", state.id)) for form in state.people)
        yield from ((form, Entry("capital", state.id)) for form in state.capitals)
    for city, state_id in tables.cities.items():
        yield city, Entry("city", state_id)
    for seat in tables.seats:
        yield from ((form, Entry("seat", seat.state, seat.institution, seat.context)) for form in seat.forms)
    for organisation in tables.organisations.values():
        strong = [f for f in (organisation.name, *organisation.aliases) if f not in organisation.weak]
        yield from ((form, Entry("organisation", organisation.id)) for form in strong)
    for party in tables.parties.values():
        yield from (
            (form, Entry("party", party.id, weak=form in party.weak))
            for form in (party.name, *party.aliases, *party.weak)
        )
    for outlet in tables.outlets.values():
        strong = [f for f in (outlet.name, *outlet.aliases) if f not in outlet.weak]
        yield from ((form, Entry("outlet", outlet.id)) for form in strong)
        yield from ((form, Entry("outlet", outlet.id, weak=True)) for form in outlet.weak)
    for holder in tables.holders:
        yield from ((form, Entry("person", holder.name)) for form in (holder.name, *holder.aliases) if " " in form)
