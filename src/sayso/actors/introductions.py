"""Persons and organisations where they are named: what is said of them there, and the role that spoke of them before."""

from typing import Final

from sayso.actors.epithets import gender_of_noun, kind_of_noun
from sayso.actors.names import gender_of
from sayso.actors.phrases import CLOSED, NounPhrase, clause_end
from sayso.actors.pronouns import VOICES, Pronouns
from sayso.actors.referents import Referent, ReferentKind
from sayso.actors.roles import TITLES
from sayso.actors.scene import Scene
from sayso.actors.speech import speaks
from sayso.actors.tables import knowledge
from sayso.actors.words import fold
from sayso.records import Actor, Mention

_ENDING_F: Final = ("a", "ee", "ie", "ine", "elle", "ette", "ene", "yse", "ice")
_ENDING_M: Final = ("o", "os", "us", "er", "an", "in", "ard", "ert", "ald", "el")
_ASIDE: Final = (",", "—", "–")
_SECRET: Final = frozenset("source person people insider official diplomat".split())


class Introductions(Pronouns):
    """Names, with the roles beside them."""

    def __init__(self, scene: Scene, actors: dict[str, Actor]) -> None:
        super().__init__(scene, actors)
        self.beside: dict[int, list[NounPhrase]] = {}
        self.heads_of: dict[str, list[int]] = {}  # the places of each noun that stands beside a name

    def beside_names(self, names: list[tuple[int, int]]) -> dict[int, list[NounPhrase]]:
        """The role phrases beside each name, by its first word: before it, or after its comma."""
        people = [p for p in self.phrases if p.kind == "person" and not p.plural]
        ends = {p.last: p for p in people} | {p.end: p for p in people}
        clauses = {c: p for p in people if (c := clause_end(self.scene, p))}
        begins = {p.first: p for p in people}
        found: dict[int, list[NounPhrase]] = {}
        for first, last in names:
            start = self._start(first)
            is_aside = self.scene.fold(start - 1) in _ASIDE
            before = ends.get(start) or (ends.get(start - 1) or clauses.get(start - 1) if is_aside else None)
            after = begins.get(last + 1) if self.scene.fold(last) in (*_ASIDE, "(") else None
            if (
                before
                and before.end != start
                and before.determiner in ("a", "an")
                and self.scene.fold(last) not in _ASIDE
            ):
                before = None  # “by a clerk, Ana Dia recalled”: another's
            found[first] = [p for p in (before, after) if p]
            self.linked |= {p.head: first for p in found[first]}
        for phrase in people:
            if phrase.head in self.linked:
                self.heads_of.setdefault(phrase.noun, []).append(phrase.head)
        return found

    def _start(self, first: int) -> int:
        """Where a name begins with its title, and with “the Algerian” before it."""
        start = first
        while self._is_title(start - 1) or (self.scene.fold(start - 1) == "." and self._is_title(start - 2)):
            start -= 1 if self._is_title(start - 1) else 2
        hit = self.scene.hit_at[start - 1] if start else None
        if hit and hit.of("people", "adjective") and self.scene.fold(hit.first - 1) == "the":
            start = hit.first - 1
        return start

    def _is_title(self, index: int) -> bool:
        return self.scene.fold(index) in TITLES

    def name(self, first: int, last: int, mention: Mention) -> None:
        """A person where he is named."""
        beside = self.beside.get(first, [])
        begin = min([first, *(p.first for p in beside if p.first < first)])
        end = max([last, *(p.last for p in beside if p.first > first)])
        known = self.by_actor.get(mention.actor)
        referent = (known or self._new_person(first, last, mention)).whole
        self._entitle(referent, first)
        if known is None:
            self._introduce(referent, beside, begin, last)
        for phrase in beside:
            self._describe(referent, phrase)
        self._relative(referent, last)
        self.keep(first, end, referent, begin=begin)

    def _new_person(self, first: int, last: int, mention: Mention) -> Referent:
        actor = self.actors[mention.actor]
        gender = gender_of(actor.name)
        referent = Referent(
            "person", first, last, actor=actor.id, gender=gender or _guess(actor.name), is_guess=not gender
        )
        self.by_actor[mention.actor] = referent
        referent.states |= {actor.parent} if actor.parent in knowledge().states else set()
        referent.nouns |= {w for w in (actor.role or "").casefold().split() if len(w) > 3}
        return referent

    def _entitle(self, referent: Referent, first: int) -> None:
        """Note a person's titles, and the people whose name stands before his."""
        titles = self._titles(first)
        if known := next((TITLES[t] for t in sorted(titles) if TITLES.get(t) in ("m", "f")), None):
            referent.gender, referent.is_guess = known, False
        referent.nouns |= titles
        if state := self._state_before(first):
            referent.states.add(state)

    def _titles(self, first: int) -> set[str]:
        """The titles before a name (“Brig Gen”, “Dr”)."""
        found: set[str] = set()
        place = first - 1
        while place > first - 6 and (
            self.scene.fold(place) == "." or self.scene.fold(place) in TITLES or self._is_rank(place)
        ):
            found |= {self.scene.fold(place)} - {"."}
            place -= 1
        return found

    def _is_rank(self, index: int) -> bool:
        word = self.scene.words[index]
        return word.is_capital and len(word.fold) < 5 and self.scene.fold(index + 1) in (*TITLES, ".") and index > 0

    def _state_before(self, first: int) -> str | None:
        """The state of “the Algerian” that a name follows, directly or after a comma."""
        place = first - 2 if self.scene.fold(first - 1) == "," else first - 1
        hit = self.scene.hit_at[place] if place > 0 else None
        entry = hit.of("adjective", "people") if hit and self.scene.fold(hit.first - 1) == "the" else None
        return entry.id if entry else None

    def _describe(self, referent: Referent, phrase: NounPhrase) -> None:
        scene = self.scene
        referent.nouns.add(phrase.noun)
        start = phrase.owner[1] + 1 if phrase.owner else phrase.first
        referent.words |= {scene.fold(i) for i in range(start, phrase.end)} - CLOSED
        places = (i for i in range(phrase.end, phrase.last) if scene.words[i].is_capital)
        referent.words |= {f for i in places if not kind_of_noun(f := scene.fold(i))}
        for index in range(phrase.first, phrase.last):
            hit = scene.hit_at[index]
            if hit and (state := scene.state_of(hit)):
                referent.states.add(state)
        if phrase.noun in VOICES and (owner := self.owner_of(phrase)) and owner is not referent:
            referent.owner = owner
        if (gender := gender_of_noun(phrase.noun)) and referent.is_guess | (referent.gender is None):
            referent.gender, referent.is_guess = gender, False

    def _relative(self, referent: Referent, last: int) -> None:
        """What a relative clause or apposition after a name says of somebody."""
        scene = self.scene
        if scene.fold(last) != "," or scene.fold(last + 1) not in ("who", "whose", "a", "an", "the", "of"):
            return
        _, end = scene.sentence(last - 1)
        for index in range(last + 1, min(end, last + 12)):
            if scene.fold(index) == "," or not scene.words[index].text.strip('“”"'):
                break
            referent.words.add(scene.fold(index))
            hit = scene.hit_at[index]
            if hit and hit.first == index and index <= last + 2 and (state := scene.state_of(hit)):
                referent.states.add(state)

    def _introduce(self, referent: Referent, beside: list[NounPhrase], begin: int, last: int) -> None:
        """Join a person who is named for the first time to whom a role spoke of before."""
        nouns = {p.noun for p in beside}
        is_taken_up = any(p.determiner in ("the", "that", "this", "'s", "his", "her", "its", "their") for p in beside)
        number, blocks = self.scene.sentence_number(begin), self.scene.block_number(begin)
        seen: set[int] = set()
        for occurrence in reversed(self.memory.before(begin)):
            other = occurrence.referent.whole
            apart = number - self.scene.sentence_number(occurrence.first)
            if apart > (7 if nouns else 5) or blocks - self.scene.block_number(occurrence.first) > 3:
                return
            if id(other) in seen or not _is_unnamed(other) or (occurrence.quoted and not nouns):
                continue
            seen.add(id(other))
            if not _genders_agree(other, referent):
                continue
            if (
                (bool(nouns & other.nouns) and is_taken_up)
                if nouns
                else (apart > 0 and self._is_he(other, begin, last))
            ):
                self._merge(other, referent)
                return

    def _is_he(self, other: Referent, begin: int, last: int) -> bool:
        """Whether a new name without a role of its own may be that of whom a role spoke of."""
        is_hidden = other.anonymous and bool(other.nouns & _SECRET)
        is_role = other.definite and not self.scene.quoted[begin]
        is_others = not other.definite and any(w.is_capital for w in self.scene.words[other.first + 1 : other.last])
        return not (is_hidden or is_others) and (is_role or self._acts(begin, last))  # “an aide to Mr Dia” stays one

    def _acts(self, begin: int, last: int) -> bool:
        """Whether a name is a subject: it speaks, opens its sentence, or goes before a verb."""
        return speaks(self.scene, begin, last) or self.opens(begin)

    def _merge(self, other: Referent, into: Referent) -> None:
        into.nouns |= other.nouns
        into.words |= other.words
        into.states |= other.states
        if other.gender and not other.is_guess:
            into.gender, into.is_guess = other.gender, False
        other.merged = into

    def known(self, first: int, last: int, mention: Mention) -> None:
        """An organisation, state, party or outlet of the tables."""
        referent = self.by_actor.get(mention.actor)
        if referent is None:
            actor = self.actors.get(mention.actor)
            kind: ReferentKind = "organisation"
            if actor and actor.kind in ("state", "outlet"):
                kind = "state" if actor.kind == "state" else "outlet"
            referent = Referent(kind, first, last, actor=mention.actor)
            self.by_actor[mention.actor] = referent
        referent.words |= {self.scene.fold(i) for i in range(first, last)} - CLOSED
        self.keep(first, last, referent.whole)

    def unknown(self, first: int, last: int) -> None:
        """A name that no table knows, taken for an organisation's."""
        folds = [self.scene.fold(i) for i in range(first, last)]
        for occurrence in reversed(self.memory.before(first)):
            other = occurrence.referent.whole
            if other.kind == "organisation" and not other.actor and set(folds) <= other.words:
                self.keep(first, last, other)
                return
        referent = Referent("organisation", first, last, words=set(folds) - CLOSED)
        self.keep(first, last, referent)


def _is_unnamed(referent: Referent) -> bool:
    """Whether a referent is one person without a name who may get one."""
    return referent.kind == "person" and not (referent.actor or referent.plural or referent.protected)


def _genders_agree(a: Referent, b: Referent) -> bool:
    return not (a.gender and b.gender and a.gender != b.gender and not a.is_guess and not b.is_guess)


def _guess(name: str) -> str | None:
    """The gender that a given name's ending makes likely."""
    first = fold(name.split()[0])
    if first.endswith(_ENDING_F):
        return "f"
    return "m" if first.endswith(_ENDING_M) else None
