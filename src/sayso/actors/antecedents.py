"""Who is meant by “he”, “the lawmaker”, “the company”, “one of them”: one reading of an article, from its first word to its last.

Names, noun phrases and pronouns are taken in the order of the text; each is a new referent, or one met before: the one
that fits by number, gender, noun and nationality and stands out most (who spoke last, in the same paragraph, as subject).
A role that comes first and a name that follows it are joined when the name is reached.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from sayso.actors.capitals import unknown_names
from sayso.actors.discourse import PRONOUNS
from sayso.actors.epithets import gender_of_noun
from sayso.actors.partitives import single_part_at
from sayso.actors.persons_meant import PersonsMeant
from sayso.actors.phrases import CLOSED, INDEFINITE, POSSESSIVE, NounPhrase, start_of
from sayso.actors.referents import Referent, ReferentKind
from sayso.actors.roles import NUMBERS
from sayso.actors.roster import is_private
from sayso.actors.scene import Scene
from sayso.actors.source_span import ANONYMITY
from sayso.actors.things_meant import ThingsMeant
from sayso.records import Actor, Mention

_Act = tuple[int, int, Callable[[], None]]
_VAGUE: Final = frozenset("person source people insider official".split())


class Antecedents(PersonsMeant, ThingsMeant):
    """The referents of one article, and which is meant where."""

    def __init__(self, scene: Scene, actors: dict[str, Actor], mentions: Sequence[Mention]) -> None:
        super().__init__(scene, actors)
        self.heads = [p.head for p in self.phrases]
        placed = [(*scene.range_of((m.start, m.end)), m) for m in mentions if m.form in ("name", "metonym")]
        people = [p for p in placed if self.is_person(p[2])]
        self.names = {m.actor: m for _, _, m in reversed(placed) if m.form == "name" and self._is_named_alone(m)}
        self.beside = self.beside_names([(first, last) for first, last, m in people if m.form == "name"])
        acts = [*self._of_names(placed), *self._of_words()]
        for _, _, act in sorted(acts, key=lambda a: a[:2]):
            act()
        for index, word in enumerate(scene.words):
            if word.fold in PRONOUNS and scene.quoted[index]:
                self.pronoun(index)

    def _is_named_alone(self, mention: Mention) -> bool:
        """Whether a mention names a person, or an organisation that is no body of states."""
        actor = self.actors.get(mention.actor)
        return actor is not None and (actor.kind == "person" or is_private(actor))

    def _of_names(self, placed: list[tuple[int, int, Mention]]) -> Iterator[_Act]:
        """What to do at each name: of persons, of the tables, of neither."""
        covered = [False] * len(self.scene.words)
        for first, last, mention in placed:
            if self.is_person(mention) and mention.form == "name":
                covered[first:last] = [True] * (last - first)
                yield first, 0, partial(self.name, first, last, mention)
        others = [p for p in placed if not self.is_person(p[2]) and not any(covered[p[0] : p[1]])]
        for first, last, mention in others:
            yield first, 1, partial(self.known, first, last, mention)
            if mention.form == "name" and not self._has_capital_beside(first, last):
                covered[first:last] = [True] * (last - first)
        qualifying = {i for p in self.phrases if p.kind == "person" and not p.owner for i in range(p.first, p.head)}
        for first, last in unknown_names(self.scene, covered):
            if not (first in qualifying and self._is_adjective((first, last))):
                self.in_names.update(range(first, last))
                yield first, 2, partial(self.unknown, first, last)

    def _of_words(self) -> Iterator[_Act]:
        """What to do at each noun phrase, pronoun, people's name, and part of several."""
        scene = self.scene
        for phrase in self.phrases:
            if phrase.head not in self.linked and phrase.head not in self.in_names:
                yield phrase.first, 3, partial(self._phrase, phrase)
        for index, word in enumerate(scene.words):
            if word.fold in PRONOUNS and not scene.quoted[index]:
                yield index, 4, partial(self.pronoun, index)
            if part := single_part_at(scene, index):
                yield part[0], 6, partial(self._part, *part)
        for hit in scene.hits:
            if hit.of("adjective", "people"):
                yield hit.first, 5, partial(self.demonym, hit.first)

    def _part(self, first: int, last: int) -> None:
        self.keep(first, last, Referent("person", first, last, anonymous=True))

    def _is_adjective(self, run: tuple[int, int]) -> bool:
        """Whether a run of capitals before a noun is a people's adjective or a number, not a name."""
        hits = (self.scene.hit_at[i] for i in range(*run))
        return any(h and h.of("adjective") for h in hits) or self.scene.fold(run[0]) in NUMBERS

    def _has_capital_beside(self, first: int, last: int) -> bool:
        """Whether a known name is a part of a longer one (“Health Canada”)."""
        words = self.scene.words
        before = first > 0 and words[first - 1].is_capital and self.scene.sentence(first)[0] != first
        return before and self.scene.fold(first - 1) not in CLOSED and not self.scene.hit_at[first - 1]

    def _phrase(self, phrase: NounPhrase) -> None:
        if phrase.determiner in ("my", "our", "your", "every", "any", "no", "each") or (
            self.scene.fold(phrase.first - 1) in ("as", "be", "become", "becoming") and phrase.kind == "person"
        ):
            return
        referent = self._in_apposition(phrase) or self.described(phrase)
        if referent is None:
            referent = self._new(phrase)
        self.meanings[phrase.head] = referent
        self.keep(phrase.first, phrase.last, referent)

    def _in_apposition(self, phrase: NounPhrase) -> Referent | None:
        """What a phrase right after a comma says more of (“a second person, an aide to the mayor”, “Iskra, the exile paper,”)."""
        last = self.memory.kept[-1] if self.memory.kept else None
        if not last or last.last != phrase.first - 1 or self.scene.fold(phrase.first - 1) != ",":
            return None
        referent = last.referent.whole
        is_thing = phrase.kind in ("organisation", "outlet") and referent.kind in ("organisation", "outlet")
        is_proper = self.scene.words[last.first].is_capital and last.last - last.first < 6
        is_thing &= is_proper and not any(self.scene.words[i].is_capital for i in range(phrase.first + 1, phrase.end))
        is_person = phrase.kind == "person" == referent.kind and not referent.actor and phrase.determiner in ("a", "an")
        is_person &= referent.nouns <= _VAGUE
        if not (is_thing or is_person) or phrase.plural:
            return None
        if is_person:
            referent.first, referent.last = phrase.first, phrase.last
        referent.nouns.add(phrase.noun)
        referent.kind = "outlet" if phrase.kind == "outlet" else referent.kind
        return referent

    def _new(self, phrase: NounPhrase) -> Referent:
        scene = self.scene
        kind: ReferentKind = "group" if phrase.kind == "person" and phrase.plural else phrase.kind
        referent = Referent(
            kind, phrase.first, phrase.last, plural=phrase.plural or phrase.noun == "police", nouns={phrase.noun}
        )
        referent.number = next((n for i in range(phrase.first, phrase.head) if (n := NUMBERS.get(scene.fold(i)))), None)
        last = phrase.end if phrase.kind == "person" else phrase.last
        referent.words = {scene.fold(i) for i in range(phrase.first, last)} - CLOSED
        if phrase.kind == "person":
            referent.definite = phrase.determiner in ("the", "'s") or phrase.determiner in POSSESSIVE
            referent.gender = gender_of_noun(phrase.noun)
            referent.anonymous = phrase.determiner in INDEFINITE or not phrase.determiner
            start, end = scene.span(*scene.sentence(phrase.head))
            referent.protected = referent.anonymous and bool(ANONYMITY.search(scene.text, start, end))
            for index in range(phrase.first, phrase.head):
                hit = scene.hit_at[index]
                if hit and (state := scene.state_of(hit)):
                    referent.states.add(state)
        return referent

    def described(self, phrase: NounPhrase) -> Referent | None:
        """Whom or what a noun phrase takes up, if anything before it."""
        if phrase.kind == "document":
            return self.document(phrase)
        if phrase.kind in ("organisation", "outlet"):
            return self.organisation(phrase)
        return self.group_meant(phrase) if phrase.plural else self.person(phrase)

    def of(self, first: int, last: int) -> Referent | None:
        """The referent of a source's words [first, last) if another place names or describes it better."""
        scene, words = self.scene, [self.scene.fold(i) for i in range(first, last)]
        if len(words) == 1 and words[0] in ("i", "me"):
            return self.speaker_of(first) if scene.quoted[first] else None
        if len(words) == 1 and words[0] in PRONOUNS:
            found = self.memory.at(first, last)
            return found.referent.whole if found else self.meant(first, PRONOUNS[words[0]])
        place = bisect_left(self.heads, first)
        while place < len(self.heads) and self.heads[place] < last and scene.fold(self.phrases[place].end) == "'s":
            place += 1
        if place < len(self.heads) and self.heads[place] < last:
            return self._of_phrase(self.phrases[place])
        if (
            (hit := scene.hit_at[last - 1])
            and hit.of("adjective", "people")
            and words[0] == "the"
            and hit.first == first + 1
        ):
            return self.meanings.get(hit.first) or self._named_after(hit.last)
        if words[0] in ("the", "this", "that", "his", "her") and 1 < len(words) <= 6:
            return self._odd(first, last)
        return None

    def group(self, index: int, whole: tuple[int, int] | None, number: int | None = None) -> Referent | None:
        """The several persons of whom a part is meant: those of the words given, else the last unnamed ones spoken of."""
        if whole:
            found = self.of(*whole)
            return found if found and (found.plural or found.kind == "group") else None
        ranked = self.memory.ranked(index, lambda r: _as_whole(r, number))
        return ranked[0][1] if ranked else None

    def _of_phrase(self, phrase: NounPhrase) -> Referent | None:
        if phrase.head in self.linked:
            return self._named_at(self.linked[phrase.head])
        referent = self.meanings.get(phrase.head)
        referent = referent.whole if referent else None
        return referent if referent and (referent.actor or referent.first != phrase.first) else None

    def _named_at(self, first: int) -> Referent | None:
        """The person whose name begins at a word."""
        found = self.memory.at(first, first + 1)
        return found.referent.whole if found else None

    def _named_after(self, index: int) -> Referent | None:
        """The person whose name stands in apposition after a comma at a word."""
        return self._named_at(index + 1) if self.scene.fold(index) == "," and index + 1 in self.beside else None

    def _odd(self, first: int, last: int) -> Referent | None:
        """Whom a definite phrase means whose noun is in no list (“the akim”)."""
        begin, determiner, owner = start_of(self.scene, last - 1)
        phrase = NounPhrase(
            begin, last - 1, last, last, "person", self.scene.fold(last - 1), determiner or "the", False, owner
        )
        return self.person(phrase)


def _as_whole(referent: Referent, number: int | None) -> float | None:
    if referent.kind != "group":
        return None
    return (0.8 if referent.anonymous else 0.0) + (1.5 if number and referent.number == number else 0.0)
