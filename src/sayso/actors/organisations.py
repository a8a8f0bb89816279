"""Organisations that no table lists: by their form, by what stands beside their names, and by their later short forms."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from sayso.actors.naming import Found, NewActor
from sayso.actors.organisation_evidence import Evidence
from sayso.actors.organisation_names import is_part, named_by_form
from sayso.actors.organisation_nouns import BESIDE, HEADS, PORTFOLIOS, SITES
from sayso.actors.organisation_phrases import named_by_phrase
from sayso.actors.organisation_weak import WeakNames, weak_forms
from sayso.actors.phrases import CLOSED
from sayso.actors.scene import Scene
from sayso.actors.speech import SAYING
from sayso.actors.tables import knowledge
from sayso.actors.words import Word, folds_of, slug, words_of

_Span = tuple[int, int]


class _Named(NamedTuple):
    """A name in all its places: the words as written."""

    words: tuple[str, ...]
    places: list[_Span]


class Organisations:
    """The organisations of one article that no table lists; `by_form` are those whose names say what they are."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.by_form: list[_Span] = list(named_by_form(scene))
        self.taken = {i for first, last in self.by_form for i in range(first, last)}

    def found(self, persons: Sequence[_Span], others: Sequence[Found]) -> Iterator[NewActor]:
        """All mentions; `persons` and `others` are the names found before, which are left as they are."""
        scene, states = self.scene, knowledge().states
        free = [True] * len(scene.words)
        named = ((f.first, f.last) for f in others if f.form == "name" and f.actor not in states)
        for first, last in (*persons, *named):
            free[first:last] = [False] * (last - first)
        evidence = Evidence(scene, free)
        inside = [f for f in others if f.form == "name" and f.actor in knowledge().organisations]
        sure = [s for s in self.by_form if self._is_free(s, free, inside) and self._is_sure(s, evidence)]
        for first, last in sure:
            free[first:last] = [False] * (last - first)
        rows = knowledge().organisations
        listed = [(f.first, f.last) for f in others if f.actor in rows and rows[f.actor].state]
        weak = WeakNames(scene, evidence).spans(free, {*sure, *listed})
        names = self._as_names([*sure, *weak, *evidence.spans([*sure, *listed, *weak])])
        yield from self._mentions(names, free, evidence)
        yield from self._by_phrase(names, free)

    def _by_phrase(self, names: dict[str, _Named], free: list[bool]) -> Iterator[NewActor]:
        """Those whose noun is in small letters; one whose capitals are named already is that."""
        for first, last, name in named_by_phrase(self.scene, free):
            key = self._known_by(tuple(w.text for w in words_of(name)), names) or slug(name)
            yield NewActor(Found(first, last, key, "name"), name, "organisation")

    def _is_free(self, span: _Span, free: list[bool], inside: Sequence[Found]) -> bool:
        """Whether no other name covers a word of a name, but one that is only a part of it (“… of Commerce to the EU”)."""
        if all(free[i] for i in range(*span)):
            return True
        parts = [f for f in inside if span[0] < f.first and f.last <= span[1]]
        return all(free[i] or any(f.first <= i < f.last for f in parts) for i in range(*span))

    def _is_sure(self, span: _Span, evidence: Evidence) -> bool:
        """Whether a name whose noun may be a place's or an occasion's acts or is spoken for."""
        first, last = span
        heads = [i for i in range(first, last) if self.scene.fold(i) in HEADS]
        is_site = bool(heads) and all(self.scene.fold(i) in SITES for i in heads)
        return not is_site or evidence.acts(first, last) or evidence.is_spoken_for(first, last)

    def _as_names(self, spans: Sequence[_Span]) -> dict[str, _Named]:
        """The names by id; one that ends or abbreviates another is a form of it."""
        named: dict[str, _Named] = {}
        ends: dict[int, str] = {}
        for first, last in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
            words = tuple(w.text for w in self.scene.words[first:last])
            beside = ends.get(first - 1) if words[0].isupper() and self.scene.fold(first - 1) in ("(", ",") else None
            is_short = beside is not None and named[beside].words[0][0] == words[0][0]
            key = (is_short and beside) or weak_forms().get(words) or self._known_by(words, named)
            key = key or slug(self.scene.phrase(first, last))
            ends[last] = key
            named.setdefault(key, _Named(words, [])).places.append((first, last))
        return named

    def _known_by(self, words: tuple[str, ...], named: dict[str, _Named]) -> str | None:
        """The id of the one longer name that ends with these words, or whose first letters they are."""
        if len(words) == 1:
            short = words[0].replace(".", "")
            fitting = [
                key for key, name in named.items()
                if words == name.words[:1] or (short in _initials(name.words) and len(short) > 1)
            ]  # fmt: skip
        else:
            fitting = [key for key, name in named.items() if name.words[-len(words) :] == words]
        return fitting[0] if len(fitting) == 1 else None

    def _mentions(self, names: dict[str, _Named], free: list[bool], evidence: Evidence) -> Iterator[NewActor]:
        forms: dict[tuple[str, ...], str] = {}
        for key, name in names.items():
            for first, last in name.places:
                forms.setdefault(tuple(w.text for w in self.scene.words[first:last]), key)
                yield self._new(first, last, key, name)
        self.sizes = sorted({len(form) for form in forms}, reverse=True)
        self.starts = {form[0] for form in forms}
        for first, last, key in self._again(forms, free):
            opens = self.scene.sentence(first)[0] == first and key in knowledge().organisations
            if not opens or evidence.acts(first, last):
                yield self._new(first, last, key, names[key])

    def _again(self, forms: dict[tuple[str, ...], str], free: list[bool]) -> Iterator[tuple[int, int, str]]:
        """Where a name stands again, whatever stands beside it."""
        words = self.scene.words
        for index in self.scene.capitals:
            if words[index].text not in self.starts or not free[index]:
                continue
            for size in self.sizes:
                key = forms.get(tuple(w.text for w in words[index : index + size]))
                if key and not (size == 1 and (is_part(self.scene, index - 1) or is_part(self.scene, index + 1))):
                    yield index, index + size, key
                    break

    def _new(self, first: int, last: int, key: str, name: _Named) -> NewActor:
        start = name.places[0][0]
        text = self.scene.phrase(*name.places[0])
        state = (self._state_in(*name.places[0]) or self.scene.state_near(start)) if self._is_states(name) else None
        return NewActor(Found(first, last, key, "name"), text, "organisation", state)

    def _is_states(self, name: _Named) -> bool:
        """Whether a name is a ministry's, so that its words are the government's."""
        folds = {w.casefold() for w in name.words}
        lead = name.words[0].casefold()
        return lead == "ministry" or ("department" in (lead, name.words[-1].casefold()) and bool(folds & PORTFOLIOS))

    def _state_in(self, first: int, last: int) -> str | None:
        """The state that a name contains (“Chinese Ministry of …”)."""
        hits = (self.scene.hit_at[i] for i in range(first, last))
        return next((state for h in hits if h and (state := self.scene.state_of(h))), None)

    @cached_property
    def organs(self) -> dict[str, list[str]]:
        """The organs of the tables' organisations by their last word (“commission”)."""
        found: dict[str, list[str]] = {}
        for row in knowledge().organisations.values():
            if row.parent:
                found.setdefault(row.name.split()[-1].casefold(), []).append(row.id)
        return found

    def short(self, named: Sequence[Found]) -> Iterator[Found]:
        """“The Commission”, “the Association”: the one named before whose name has this noun, else an organ of one named."""
        scene = self.scene
        for index in scene.capitals:
            word = scene.words[index]
            if word.fold not in HEADS or scene.fold(index - 1) != "the" or scene.hit_at[index]:
                continue
            if is_part(scene, index + 1) or index in self.taken or scene.fold(index + 1) in ("of", "for", "-"):
                continue
            if actor := self._meant(index, word.fold, named):
                yield Found(index, index + 1, actor, "role")

    def taken_up(self, named: Sequence[Found]) -> Iterator[Found]:
        """“The federation”, “the company”: the one organisation that is no body of states for which the noun can stand."""
        scene = self.scene
        nouns: dict[str, list[Found]] = {}
        for found in named:
            for noun in self._nouns(found) | self._noun_beside(found):
                nouns.setdefault(noun, []).append(found)
        for index in range(1, len(scene.words)):
            noun = scene.folds[index]
            if noun not in nouns or scene.folds[index - 1] != "the" or scene.hit_at[index]:
                continue
            after = scene.words[index + 1] if index + 1 < len(scene.words) else None
            if scene.words[index].is_capital or not self._stands_alone(after):
                continue
            before = [f for f in nouns[noun] if f.first < index - 1]
            if before and len({f.actor for f in before}) == 1:
                yield Found(index - 1, index + 1, before[0].actor, "role")

    def _stands_alone(self, after: Word | None) -> bool:
        """Whether no noun, name or complement follows a noun."""
        if after is None or not after.is_word:
            return True
        return (
            not after.is_capital and after.fold in CLOSED | SAYING and after.fold not in ("of", "for", "in", "at", "on")
        )

    def _noun_beside(self, found: Found) -> set[str]:
        """The noun before a name or in its apposition (“the bus company Actv”)."""
        scene = self.scene
        near = {scene.fold(found.first - 1)} | {scene.fold(i) for i in range(found.last + 1, found.last + 5)}
        is_aside = scene.fold(found.last) == "," and scene.fold(found.last + 1) in ("a", "an", "the", "their")
        return (near if is_aside else {scene.fold(found.first - 1)}) & BESIDE

    def _meant(self, index: int, noun: str, named: Sequence[Found]) -> str | None:
        before = [f for f in named if f.first < index and noun in self._nouns(f)]
        if before:
            return max(before, key=lambda f: f.first).actor
        parents = {f.actor for f in named}
        organs = [o for o in self.organs.get(noun, ()) if knowledge().organisations[o].parent in parents]
        return organs[0] if len(organs) == 1 else None

    def _nouns(self, found: Found) -> set[str]:
        """The nouns by which a name may be taken up."""
        if found.actor in knowledge().states:
            return set()
        row = knowledge().organisations.get(found.actor)
        named = set(folds_of(row.name)) if row and row.state else set()
        return ({self.scene.fold(i) for i in range(found.first, found.last)} | named) & HEADS


def _initials(words: tuple[str, ...]) -> set[str]:
    """The acronyms that a name makes: of its capitals, and with its small words."""
    if len(words) < 2:
        return set()
    capitals = "".join(w[0] for w in words if w[0].isupper())
    return {capitals, "".join(w[0].upper() for w in words if w[0].isalpha())}
