"""Whom “the lawmaker”, “the 58-year-old”, “his rival”, “the Ukrainian”, “the officials” mean."""

from bisect import bisect_right
from typing import Final, NamedTuple

from sayso.actors.epithets import (
    PEOPLES,
    gender_of_noun,
    has_stem_of,
    may_be_same,
)
from sayso.actors.introductions import Introductions
from sayso.actors.phrases import CLOSED, DEFINITE, INDEFINITE, POSSESSIVE, NounPhrase
from sayso.actors.referents import Referent
from sayso.actors.speech import RETORTS, speaks

_OTHERS: Final = frozenset(
    "rival adversary opponent host guest visitor colleague counterpart neighbour neighbor partner".split()
)
_EMPTY: Final = frozenset(("former", "ex", "-", "s", "'s"))
_ANYBODY: Final = frozenset("year-old man woman".split())
_SAME_NOUN, _NEAR_NOUN, _OTHER_NOUN, _LIKE = 5.0, 3.0, -0.9, 1.0
_COUNTRYMAN, _SAME_CLAUSE = 2.0, 1.5
_LEAST, _LEAST_IN_REPLY = -2.5, -6.0  # how much somebody must stand out to be meant by a noun that is new


class _Sought(NamedTuple):
    """Whom a phrase seeks: its words, nationality, and who cannot or hardly be meant."""

    phrase: NounPhrase
    words: frozenset[str]
    names: frozenset[str]
    states: frozenset[str]
    is_bare: bool
    others: frozenset[int]
    unlikely: frozenset[int]

    def agrees(self, referent: Referent) -> bool:
        """Whether gender and nationality do not gainsay."""
        gender = gender_of_noun(self.phrase.noun)
        if gender and referent.gender and gender != referent.gender and not referent.is_guess:
            return False
        return not (self.states and referent.states) or bool(self.states & referent.states)


class PersonsMeant(Introductions):
    """Persons taken up by a description."""

    def person(self, phrase: NounPhrase) -> Referent | None:
        """The person whom a phrase for one takes up, if anybody."""
        scene = self.scene
        opens = scene.sentence(phrase.first)[0] == phrase.first and scene.words[phrase.head].is_capital
        if phrase.determiner in INDEFINITE or not (phrase.determiner or opens):
            return None
        owner = self.owner_of(phrase)
        if phrase.determiner in POSSESSIVE and phrase.noun in _OTHERS:
            other, states = self._other_than(phrase.first, owner), self._sought(phrase, owner).states
            return other if other and (not states or states & other.states) else None
        sought = self._sought(phrase, owner)
        ranked = self.memory.ranked(phrase.first, lambda r: self._fit(sought, r))
        if not ranked:
            return None
        score, best = ranked[0]
        if self._alike(sought, best) >= _LIKE or sought.states & best.states:
            return best
        is_subject = speaks(scene, phrase.first, phrase.end) or self.opens(phrase.first)
        least = _LEAST_IN_REPLY if self._answered(phrase) else _LEAST
        return best if score > least and is_subject and not self._named_later(phrase) else None

    def _sought(self, phrase: NounPhrase, owner: Referent | None) -> _Sought:
        scene = self.scene
        before = range(phrase.first, phrase.head)
        words = {scene.fold(i) for i in before} - CLOSED - _EMPTY - DEFINITE - POSSESSIVE
        states = {s for i in before if (h := scene.hit_at[i]) and (s := scene.state_of(h))}
        is_whole = phrase.last == phrase.end or "year" in words
        return _Sought(
            phrase=phrase,
            words=frozenset(words),
            names=frozenset(self._told_after(phrase)),
            states=frozenset(states | ({PEOPLES[phrase.noun]} if phrase.noun in PEOPLES else set())),
            is_bare=is_whole and not phrase.owner and phrase.determiner not in POSSESSIVE,
            others=frozenset(id(r) for r in (owner, self._answered(phrase)) if r),
            unlikely=frozenset(self.subjects(phrase.first) | self.named_in_words(phrase.first)),
        )

    def _fit(self, sought: _Sought, referent: Referent) -> float | None:
        """What speaks for a person; None if he cannot be meant."""
        phrase = sought.phrase
        if referent.kind != "person" or referent.plural or id(referent) in sought.others:
            return None
        if not sought.agrees(referent):
            return None
        bonus = self._alike(sought, referent)
        if not sought.is_bare and phrase.determiner not in POSSESSIVE and phrase.noun not in referent.nouns:
            return None
        if bonus < 0 and (referent.anonymous or not referent.actor or not sought.is_bare):
            return None
        if id(referent) in sought.unlikely:
            bonus -= _SAME_CLAUSE
            if bonus < _SAME_CLAUSE:
                return None
        return bonus + (_COUNTRYMAN if sought.states & referent.states else 0.0)

    def _answered(self, phrase: NounPhrase) -> Referent | None:
        """Who spoke last, where a verb says that somebody answers."""
        if self.scene.fold(phrase.end) not in RETORTS and self.scene.fold(phrase.first - 1) not in RETORTS:
            return None
        spoken = (o.referent.whole for o in reversed(self.memory.before(phrase.first)) if o.speaks and not o.quoted)
        return next((r for r in spoken if r.kind == "person"), None)

    def _told_after(self, phrase: NounPhrase) -> set[str]:
        """The names in a clause behind a phrase (“the former banker, who joined Savanna …”)."""
        scene = self.scene
        if scene.fold(phrase.last) != "," or scene.fold(phrase.last + 1) not in ("who", "whose"):
            return set()
        end = min(len(scene.words), phrase.last + 10)
        return {scene.fold(i) for i in range(phrase.last + 2, end) if scene.words[i].is_capital}

    def _alike(self, sought: _Sought, referent: Referent) -> float:
        """How well a person's roles fit a noun and its adjectives."""
        more = (0.8 if sought.words & referent.words else 0.0) + (2.5 if sought.names & referent.words else 0.0)
        noun, roles = sought.phrase.noun, referent.nouns
        is_title = any(2 < len(n) < 5 and noun.startswith(n) for n in roles)  # “Brig”
        if noun in _ANYBODY and sought.words - referent.words:
            return 0.3 + more
        if noun in roles or noun in referent.words or is_title:
            return _SAME_NOUN + more
        if any(may_be_same(noun, other) for other in roles) or any(has_stem_of(noun, w) for w in referent.words):
            return _NEAR_NOUN + more
        if noun in _ANYBODY:
            return 0.3 + more
        return (_OTHER_NOUN if roles else -0.1) + more

    def _named_later(self, phrase: NounPhrase) -> bool:
        """Whether a name comes later with this very role beside it, so that nobody named before is meant."""
        heads = self.heads_of.get(phrase.noun, [])
        place = bisect_right(heads, phrase.head)
        near = self.scene.block_number(phrase.first) + 4
        return place < len(heads) and self.scene.block_number(heads[place]) <= near

    def _other_than(self, index: int, owner: Referent | None) -> Referent | None:
        """The other person of two (“his rival”, “her host”)."""
        ranked = self.memory.ranked(index, lambda r: 0.0 if r.kind == "person" and r.actor and r is not owner else None)
        return ranked[0][1] if ranked and owner else None

    def group_meant(self, phrase: NounPhrase) -> Referent | None:
        """The persons whom “the officials”, “those people”, “the two diplomats” take up."""
        if phrase.determiner not in ("the", "these", "those", "both"):
            return None
        found = [
            r for _, r in self.memory.ranked(phrase.first, lambda r: 0.0 if r.plural else None)
            if phrase.noun in r.nouns or any(may_be_same(phrase.noun, n) for n in r.nouns)
        ]  # fmt: skip
        return found[0] if found and phrase.last == phrase.end else None

    def demonym(self, index: int) -> None:
        """“The Ukrainian” alone: the person of that state."""
        if referent := self.countryman(index):
            hit = self.scene.hit_at[index]
            self.meanings[index] = referent
            self.keep(index, hit.last if hit else index + 1, referent)

    def countryman(self, index: int) -> Referent | None:
        """The person whom a people's name with “the” means, if it stands alone."""
        scene = self.scene
        hit = scene.hit_at[index]
        if not hit or hit.first != index or scene.fold(index - 1) != "the" or scene.fold(hit.last - 1).endswith("ns"):
            return None
        if not (speaks(scene, index - 1, hit.last) or scene.fold(hit.last) in ("had", "has", "was", "is", ",")):
            return None
        entry = hit.of("adjective", "people")
        state = entry.id if entry else ""
        ranked = self.memory.ranked(index, lambda r: self._as_countryman(r, state))
        return ranked[0][1] if ranked else None

    def _as_countryman(self, referent: Referent, state: str) -> float | None:
        if referent.kind != "person" or not referent.actor or (referent.states and state not in referent.states):
            return None
        return 2.0 if state in referent.states else 0.0
