"""Who is meant by “he”, “the lawmaker”, “the company”, “one of them”: one reading of an article, from its first word to its last.

Names, noun phrases and pronouns are taken in the order of the text; each is a new referent, or one met before: the one
that fits by number, gender, noun and nationality and stands out most (who spoke last, in the same paragraph, as subject).
A role that comes first and a name that follows it are joined when the name is reached.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from sayso.actors.capitals import unknown_names
from sayso.actors.epithets import (
    GENERIC_COMPANY,
    OUTLETS,
    gender_of_noun,
    has_stem_of,
    kind_of_noun,
    may_be_same,
)
from sayso.actors.names import gender_of
from sayso.actors.partitives import single_part_at
from sayso.actors.phrases import CLOSED, INDEFINITE, POSSESSIVE, NounPhrase, clause_end, find_phrases, start_of
from sayso.actors.referents import Occurrence, Referent, ReferentKind
from sayso.actors.roles import NUMBERS, TITLES
from sayso.actors.salience import GOVERNED, OTHER, SPEAKS, SUBJECT, Memory
from sayso.actors.scene import Scene
from sayso.actors.source_span import ANONYMITY
from sayso.actors.speech import RETORTS, speaks
from sayso.actors.tables import knowledge
from sayso.actors.words import fold
from sayso.records import Actor, Mention

_PRONOUNS: Final[dict[str, str]] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "they": "p",
    "them": "p",
    "it": "n",
}
_ENDING_F: Final = ("a", "ee", "ie", "ine", "elle", "ette", "ene", "yse", "ice")
_ENDING_M: Final = ("o", "os", "us", "er", "an", "in", "ard", "ert", "ald", "el")
_PREPOSITIONS: Final = frozenset("of in to for from with by at on against about into over than near between".split())
_SECRET: Final = frozenset("source person people insider official diplomat".split())
_OCCASIONS: Final = frozenset("interview speech order remarks appeal plan deal".split())
_STATE_NOUNS: Final = frozenset("country state republic kingdom nation".split())
_VOICES: Final = frozenset(
    "lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson agent doctor".split()
)
_VAGUE: Final = frozenset("person source people insider official".split())
_FIXED: Final = frozenset(
    "ministry court government parliament police army navy embassy palace cabinet senate assembly prison hospital school "
    "university town city county province village prosecution household family jury side".split()
)  # organisations that are meant only by their own noun
_OTHERS: Final = frozenset(
    "rival adversary opponent host guest visitor colleague counterpart neighbour neighbor partner".split()
)
_WEIGHT_OF_NOUN: Final = {"same": 5.0, "near": 3.0, "none": -0.9}


class Antecedents:
    """The referents of one article, and which is meant where."""

    def __init__(self, scene: Scene, actors: dict[str, Actor], mentions: Sequence[Mention]) -> None:
        self.scene, self.actors = scene, actors
        self.memory = Memory(scene)
        self.by_actor: dict[str, Referent] = {}
        self.phrases = find_phrases(scene)
        self.names = [
            (*scene.range_of((m.start, m.end)), m) for m in mentions if m.form == "name" and self._is_person(m)
        ]
        self.others = [
            (*scene.range_of((m.start, m.end)), m)
            for m in mentions
            if not self._is_person(m) and m.form in ("name", "metonym")
        ]
        self.linked: dict[int, int] = {}
        self.meanings: dict[int, Referent] = {}
        self.heads = [p.head for p in self.phrases]
        self._read()

    def _is_person(self, mention: Mention) -> bool:
        actor = self.actors.get(mention.actor)
        return actor is not None and actor.kind == "person"

    # one reading -----------------------------------------------------------------------------------------------

    def _read(self) -> None:
        scene = self.scene
        self.beside = self._beside_names()
        self.heads_of: dict[str, list[int]] = {}
        for phrase in self.phrases:
            if phrase.head in self.linked:
                self.heads_of.setdefault(phrase.noun, []).append(phrase.head)
        covered = [False] * len(scene.words)
        for first, last, _ in self.names:
            covered[first:last] = [True] * (last - first)
        items: list[tuple[int, int, object]] = [(first, 0, (first, last, m)) for first, last, m in self.names]
        items += [(first, 1, (first, last, m)) for first, last, m in self.others if not any(covered[first:last])]
        for first, last, mention in self.others:
            if mention.form == "name" and not self._has_capital_beside(first, last):
                covered[first:last] = [True] * (last - first)
        qualifying = {i for p in self.phrases if p.kind == "person" and not p.owner for i in range(p.first, p.head)}
        runs = [r for r in unknown_names(scene, covered) if not (r[0] in qualifying and self._is_adjective(r))]
        items += [(first, 2, run) for run in runs if (first := run[0]) >= 0]
        in_run = {i for first, last in runs for i in range(first, last)}
        items += [(p.first, 3, p) for p in self.phrases if p.head not in self.linked and p.head not in in_run]
        items += [(p[0], 6, p) for i in range(len(scene.words)) if (p := single_part_at(scene, i))]
        items += [(i, 4, i) for i, w in enumerate(scene.words) if w.fold in _PRONOUNS]
        items += [(h.first, 5, h.first) for h in scene.hits if h.of("adjective", "people")]
        later = []
        for _, kind, item in sorted(items, key=lambda i: i[:2]):
            first = item if isinstance(item, int) else item[0]  # type: ignore[index]
            if kind == 4 and scene.quoted[first]:
                later.append(first)
            else:
                self._take(kind, item)
        for index in later:
            self._pronoun(index)

    def _is_adjective(self, run: tuple[int, int]) -> bool:
        """Whether a run of capitals before a noun is a people's adjective or a number, not a name."""
        hits = (self.scene.hit_at[i] for i in range(*run))
        return any(h and h.of("adjective") for h in hits) or self.scene.fold(run[0]) in NUMBERS

    def _take(self, kind: int, item: object) -> None:
        if kind == 0:
            self._name(*item)  # type: ignore[misc]
        elif kind == 1:
            self._known(*item)  # type: ignore[misc]
        elif kind == 2:
            self._unknown(*item)  # type: ignore[misc]
        elif kind == 3 and isinstance(item, NounPhrase):
            self._phrase(item)
        elif kind == 6:
            first, last = item  # type: ignore[misc]
            self._keep(first, last, Referent("person", first, last, anonymous=True))
        elif kind == 4 and isinstance(item, int):
            self._pronoun(item)
        elif isinstance(item, int):
            self._demonym(item)

    def _has_capital_beside(self, first: int, last: int) -> bool:
        """Whether a known name is a part of a longer one (“Health Canada”)."""
        words = self.scene.words
        before = first > 0 and words[first - 1].is_capital and self.scene.sentence(first)[0] != first
        return before and self.scene.fold(first - 1) not in CLOSED and not self.scene.hit_at[first - 1]

    def _keep(
        self, first: int, last: int, referent: Referent, *, begin: int | None = None, weight: float | None = None
    ) -> Occurrence:
        scene = self.scene
        begin = first if begin is None else begin
        is_quoted = scene.quoted[first] if first < len(scene.quoted) else False
        is_speaking = speaks(scene, begin, last)
        before = scene.fold(begin - 1) if scene.fold(begin - 1) != "the" else scene.fold(begin - 2)
        if weight is not None:
            pass
        elif is_speaking:
            weight = SPEAKS - (0.3 if self._subjects(begin) and not is_quoted else 0.0)
        elif scene.fold(last) in ("'s", "'") or before in _PREPOSITIONS:
            weight = GOVERNED
        else:
            weight = SUBJECT if self._opens(begin) else OTHER
        weight -= 1.0 if is_quoted else 0.0
        occurrence = Occurrence(first, last, referent, weight, is_quoted, is_speaking)
        self.memory.add(occurrence)
        return occurrence

    def _opens(self, index: int) -> bool:
        """Whether nothing but an opening phrase stands before a word in its sentence."""
        first, _ = self.scene.sentence(index)
        return not any(
            first <= o.first < index and not o.quoted and o.weight >= OTHER for o in self.memory.before(index)[-6:]
        )

    # names -------------------------------------------------------------------------------------------------------

    def _beside_names(self) -> dict[int, list[NounPhrase]]:
        """The role phrases beside each name, by its first word: before it, or after its comma."""
        by_end = {p.end: p for p in self.phrases if p.kind == "person"}
        by_last = {p.last: p for p in self.phrases if p.kind == "person"}
        by_clause = {c: p for p in self.phrases if p.kind == "person" and (c := clause_end(self.scene, p))}
        by_first = {p.first: p for p in self.phrases if p.kind == "person"}
        found: dict[int, list[NounPhrase]] = {}
        for first, last, _ in self.names:
            start = first
            while self.scene.fold(start - 1) in TITLES or (
                self.scene.fold(start - 1) == "." and self.scene.fold(start - 2) in TITLES
            ):
                start -= 1 if self.scene.fold(start - 1) in TITLES else 2
            hit = self.scene.hit_at[start - 1] if start else None
            if hit and hit.of("people", "adjective") and self.scene.fold(hit.first - 1) == "the":
                start = hit.first - 1
            phrases = []
            before = by_end.get(start) or (
                (by_last.get(start - 1) or by_end.get(start - 1))
                if self.scene.fold(start - 1) in (",", "—", "–")
                else None
            )
            before = before or by_clause.get(start - 1)
            is_other = before is not None and before.end != start and before.determiner in ("a", "an")
            if before and not before.plural and not (is_other and self.scene.fold(last) not in (",", "—", "–")):
                phrases.append(before)
            after = by_first.get(last + 1) if self.scene.fold(last) in (",", "—", "–", "(") else None
            if after and not after.plural:
                phrases.append(after)
            for phrase in phrases:
                self.linked[phrase.head] = first
            found[first] = phrases
        return found

    def _name(self, first: int, last: int, mention: Mention) -> None:
        scene = self.scene
        beside = self.beside.get(first, [])
        referent = self.by_actor.get(mention.actor)
        is_new = referent is None
        if referent is None:
            actor = self.actors[mention.actor]
            gender = gender_of(actor.name)
            referent = Referent(
                "person", first, last, actor=actor.id, gender=gender or _guess(actor.name), is_guess=not gender
            )
            self.by_actor[mention.actor] = referent
            if actor.parent in knowledge().states:
                referent.states.add(actor.parent or "")
            referent.nouns |= {w for w in (actor.role or "").casefold().split() if len(w) > 3}
        referent = referent.whole
        title = scene.fold(first - 1) if scene.fold(first - 1) != "." else scene.fold(first - 2)
        if TITLES.get(title) in ("m", "f"):
            referent.gender, referent.is_guess = TITLES[title], False
        referent.nouns |= self._titles(first)
        if state := self._state_before(first):
            referent.states.add(state)
        begin = min([first, *(p.first for p in beside if p.first < first)])
        end = max([last, *(p.last for p in beside if p.first > first)])
        if is_new:
            self._introduce(referent, beside, begin, last)
        for phrase in beside:
            self._describe(referent, phrase)
            if phrase.noun in _VOICES and (owner := self._owner(phrase)) and owner is not referent:
                referent.owner = owner
        self._relative(referent, last)
        self._keep(first, max(last, end), referent, begin=begin)

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
                break
            if (
                (occurrence.quoted and not nouns)
                or id(other) in seen
                or other.actor
                or other.kind != "person"
                or other.plural
            ):
                continue
            seen.add(id(other))
            if not _genders_agree(other, referent) or other.protected:
                continue
            if nouns:
                is_same = bool(nouns & other.nouns) and is_taken_up
            else:
                is_role = other.definite and not self.scene.quoted[begin]
                is_hidden = other.anonymous and bool(other.nouns & _SECRET)
                is_same = apart > 0 and (self._acts(begin, last) or is_role) and not is_hidden
            if is_same:
                self._merge(other, referent)
                return

    def _acts(self, begin: int, last: int) -> bool:
        """Whether a name is a subject: it speaks, opens its sentence, or goes before a verb."""
        return speaks(self.scene, begin, last) or self._opens(begin)

    def _merge(self, other: Referent, into: Referent) -> None:
        into.nouns |= other.nouns
        into.words |= other.words
        into.states |= other.states
        if other.gender and not other.is_guess:
            into.gender, into.is_guess = other.gender, False
        other.merged = into

    def _known(self, first: int, last: int, mention: Mention) -> None:
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
        self._keep(first, last, referent.whole)

    def _unknown(self, first: int, last: int) -> None:
        """A name that no table knows, taken for an organisation's."""
        folds = [self.scene.fold(i) for i in range(first, last)]
        for occurrence in reversed(self.memory.before(first)):
            other = occurrence.referent.whole
            if other.kind == "organisation" and not other.actor and set(folds) <= other.words:
                self._keep(first, last, other)
                return
        referent = Referent("organisation", first, last, words=set(folds) - CLOSED)
        self._keep(first, last, referent)

    # noun phrases ------------------------------------------------------------------------------------------------

    def _phrase(self, phrase: NounPhrase) -> None:
        if phrase.determiner in ("my", "our", "your", "every", "any", "no", "each") or (
            self.scene.fold(phrase.first - 1) in ("as", "be", "become", "becoming") and phrase.kind == "person"
        ):
            return
        referent = self._in_apposition(phrase) or self.described(phrase)
        if referent is None:
            referent = self._new(phrase)
        self.meanings[phrase.head] = referent
        self._keep(phrase.first, phrase.last, referent)

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
            return self._document(phrase)
        if phrase.kind in ("organisation", "outlet"):
            return self._organisation(phrase)
        return self._group(phrase) if phrase.plural else self._person(phrase)

    def _person(self, phrase: NounPhrase) -> Referent | None:
        if phrase.determiner in INDEFINITE or not (phrase.determiner or self.scene.words[phrase.head].is_capital):
            return None
        if not phrase.determiner and self.scene.sentence(phrase.first)[0] != phrase.first:
            return None
        owner = self._owner(phrase)
        if phrase.determiner in POSSESSIVE and phrase.noun in _OTHERS:
            return self._other_than(phrase.first, owner)
        mods = (
            {self.scene.fold(i) for i in range(phrase.first, phrase.head)} - CLOSED - {"former", "ex", "-", "s", "'s"}
        )
        states = {
            s for i in range(phrase.first, phrase.head) if (h := self.scene.hit_at[i]) and (s := self.scene.state_of(h))
        }
        mods |= self._told_after(phrase)
        has_age = any(self.scene.fold(i) == "year" for i in range(phrase.first, phrase.head))
        is_bare = (phrase.last == phrase.end or has_age) and not phrase.owner and phrase.determiner not in POSSESSIVE
        gender = gender_of_noun(phrase.noun)
        away = self._answered(phrase)
        here, named = self._subjects(phrase.first), self._named_in_words(phrase.first)

        def fits(referent: Referent) -> float | None:
            if referent.kind != "person" or referent is owner or referent is away or referent.plural:
                return None
            if gender and referent.gender and gender != referent.gender and not referent.is_guess:
                return None
            if states and referent.states and not states & referent.states:
                return None
            bonus = self._alike(phrase, referent, mods)
            if not is_bare and phrase.determiner not in POSSESSIVE and phrase.noun not in referent.nouns:
                return None
            if bonus < 0 and (referent.anonymous or not referent.actor or not is_bare):
                return None
            if id(referent) in here or id(referent) in named:
                bonus -= 1.5
                if bonus < 1.5:
                    return None
            return bonus + (2.0 if states & referent.states else 0.0)

        ranked = self.memory.ranked(phrase.first, fits)
        if not ranked:
            return None
        score, best = ranked[0]
        if self._alike(phrase, best, mods) >= 1.0 or states & best.states:
            return best
        is_subject = speaks(self.scene, phrase.first, phrase.end) or self._opens(phrase.first)
        return best if score > (-6.0 if away else -2.5) and is_subject and not self._named_later(phrase) else None

    def _subjects(self, index: int) -> set[int]:
        """Who is named as a subject before a word in its own sentence: no description in the same clause takes him up."""
        first, _ = self.scene.sentence(index)
        found = (o for o in reversed(self.memory.before(index)) if o.first >= first)
        return {id(o.referent.whole) for o in found if not o.quoted and o.weight > GOVERNED}

    def _named_in_words(self, index: int) -> set[int]:
        """Who is named in the quotation that ends before a word: nobody speaks of himself by name."""
        found: set[int] = set()
        block = self.scene.block_number(index)
        for occurrence in reversed(self.memory.before(index)):
            if not occurrence.quoted or self.scene.block_number(occurrence.first) != block:
                break
            if self.scene.words[occurrence.first].is_capital and self.scene.fold(occurrence.first) not in _PRONOUNS:
                found.add(id(occurrence.referent.whole))
        return found

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

    def _alike(self, phrase: NounPhrase, referent: Referent, mods: set[str]) -> float:
        """How well a person's roles fit a noun and its adjectives."""
        more = 0.8 if mods & referent.words else 0.0
        noun = phrase.noun
        if (
            noun in referent.nouns
            or noun in referent.words
            or any(2 < len(n) < 5 and noun.startswith(n) for n in referent.nouns)
        ):
            return _WEIGHT_OF_NOUN["same"] + more
        if any(may_be_same(noun, other) for other in referent.nouns):
            return _WEIGHT_OF_NOUN["near"] + more
        if any(has_stem_of(noun, word) for word in referent.words):
            return _WEIGHT_OF_NOUN["near"] + more
        if noun in ("year-old", "man", "woman"):
            return 0.3 + more
        return (_WEIGHT_OF_NOUN["none"] if referent.nouns else -0.1) + more

    def _named_later(self, phrase: NounPhrase) -> bool:
        """Whether a name comes later with this very role beside it, so that nobody named before is meant."""
        heads = self.heads_of.get(phrase.noun, [])
        place = bisect_right(heads, phrase.head)
        near = self.scene.block_number(phrase.first) + 4
        return place < len(heads) and self.scene.block_number(heads[place]) <= near

    def _owner(self, phrase: NounPhrase) -> Referent | None:
        """Whose somebody is: of a pronoun before his role, or of a name with “’s”."""
        if phrase.determiner in ("his", "her"):
            return self._meant(phrase.first, "m" if phrase.determiner == "his" else "f")
        if phrase.owner and (found := self.memory.at(*phrase.owner)):
            return found.referent.whole
        return None

    def _other_than(self, index: int, owner: Referent | None) -> Referent | None:
        """The other person of two (“his rival”, “her host”)."""
        ranked = self.memory.ranked(index, lambda r: 0.0 if r.kind == "person" and r.actor and r is not owner else None)
        return ranked[0][1] if ranked and owner else None

    def _group(self, phrase: NounPhrase) -> Referent | None:
        """The persons whom “the officials”, “those people”, “the two diplomats” take up."""
        if phrase.determiner not in ("the", "these", "those", "both"):
            return None
        found = [
            r for _, r in self.memory.ranked(phrase.first, lambda r: 0.0 if r.plural else None)
            if phrase.noun in r.nouns or any(may_be_same(phrase.noun, n) for n in r.nouns)
        ]  # fmt: skip
        return found[0] if found and phrase.last == phrase.end else None

    def _document(self, phrase: NounPhrase) -> Referent | None:
        if not phrase.is_definite:
            return None
        ranked = self.memory.ranked(
            phrase.first, lambda r: 0.0 if r.kind == "document" and not r.nouns & _OCCASIONS else None
        )
        same = [r for _, r in ranked if phrase.noun in r.nouns]
        if same:
            return same[0]
        is_general = (
            phrase.noun in ("document", "text", "paper", "documents", "papers", "note", "file")
            and phrase.last == phrase.end
        )
        return ranked[0][1] if ranked and is_general else None

    def _organisation(self, phrase: NounPhrase) -> Referent | None:
        if not phrase.is_definite or phrase.plural or phrase.last > phrase.end or phrase.head - phrase.first > 2:
            return None
        noun = phrase.noun
        wanted = ("outlet", "organisation") if noun in OUTLETS else ("organisation", "state")
        ranked = [r for _, r in self.memory.ranked(phrase.first, lambda r: 0.0 if r.kind in wanted else None)]
        if noun in OUTLETS:
            ranked.sort(key=lambda r: r.kind != "outlet")
        same = [r for r in ranked if noun in r.words]
        if same and noun not in OUTLETS:
            return same[-1] if len({id(r) for r in same}) == 1 else same[0]
        if noun in _STATE_NOUNS:
            return next((r for r in ranked if r.kind == "state"), None)
        if noun in _FIXED or (noun == "party" and not same):
            return None
        free = [r for r in ranked if r.kind != "state" and self._may_be(noun, r)]
        return free[0] if free else None

    def _may_be(self, noun: str, referent: Referent) -> bool:
        """Whether an organisation of some name may be called by a noun: not a bank for a club."""
        if referent.nouns and noun not in referent.nouns:
            return noun in GENERIC_COMPANY and bool(referent.nouns & GENERIC_COMPANY)
        actor = self.actors.get(referent.actor or "")
        return not (actor and actor.kind == "party")

    # pronouns and peoples -----------------------------------------------------------------------------------------

    def _pronoun(self, index: int) -> None:
        referent = self._meant(index, _PRONOUNS[self.scene.fold(index)])
        if referent:
            is_own = self.scene.fold(index) == "his" or (self.scene.fold(index) == "her" and self._owns(index))
            self._keep(index, index + 1, referent, weight=GOVERNED if is_own else None)

    def _owns(self, index: int) -> bool:
        """Whether “her” stands before a noun."""
        after = self.scene.words[index + 1] if index + 1 < len(self.scene.words) else None
        return bool(after and after.is_word and after.fold not in CLOSED)

    def _meant(self, index: int, gender: str) -> Referent | None:
        """Whom a pronoun means: m, f, p for several, n for a thing."""
        if gender == "n":
            ranked = self.memory.ranked(index, _as_thing)
        elif gender == "p":
            ranked = self.memory.ranked(index, _as_several)
        else:
            is_quoted = self.scene.quoted[index]
            away = {id(self.speaker_of(index))} if is_quoted else self._named_in_words(index)
            ranked = self.memory.ranked(
                index, lambda r: None if id(r) in away else _as_one(r, gender), in_quotation=is_quoted
            )
        if not ranked:
            return None
        best = ranked[0][1]
        if best.owner and best.nouns & _VOICES and gender in ("m", "f") and self._is_reported(best, index):
            best = best.owner.whole if _as_one(best.owner.whole, gender) is not None else best
        if gender in ("m", "f") and (best.gender is None or best.is_guess):
            best.gender, best.is_guess = gender, False
        return best

    def _is_reported(self, voice: Referent, index: int) -> bool:
        """Whether a word stands in what somebody's lawyer or spokesman says in the same sentence, not in what follows a quotation."""
        first, _ = self.scene.sentence(index)
        before = [o for o in self.memory.before(index) if o.first >= first and o.speaks and not o.quoted]
        return bool(before) and before[-1].referent.whole is voice and self.scene.fold(index) not in ("his", "him")

    def speaker_of(self, index: int) -> Referent | None:
        """Who says the quotation that a word stands in: who speaks next outside it in the paragraph, else who spoke before."""
        block = self.scene.block_number(index)
        number = self.scene.sentence_number(index)
        for occurrence in self.memory.after(index):
            if (
                self.scene.sentence_number(occurrence.first) > number + 1
                or self.scene.block_number(occurrence.first) != block
            ):
                break
            if occurrence.speaks and not occurrence.quoted:
                return occurrence.referent.whole
        for occurrence in reversed(self.memory.before(index)):
            if occurrence.speaks and not occurrence.quoted and occurrence.referent.kind in ("person", "group"):
                return occurrence.referent.whole
        return None

    def _demonym(self, index: int) -> None:
        """“The Ukrainian” alone: the person of that state."""
        if referent := self.countryman(index):
            hit = self.scene.hit_at[index]
            self.meanings[index] = referent
            self._keep(index, hit.last if hit else index + 1, referent)

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

    # what a source's words mean -----------------------------------------------------------------------------------

    def of(self, first: int, last: int) -> Referent | None:
        """The referent of a source's words [first, last) if another place names or describes it better."""
        scene, words = self.scene, [self.scene.fold(i) for i in range(first, last)]
        if len(words) == 1 and words[0] in ("i", "me"):
            return self.speaker_of(first) if scene.quoted[first] else None
        if len(words) == 1 and words[0] in _PRONOUNS:
            found = self.memory.at(first, last)
            return found.referent.whole if found else self._meant(first, _PRONOUNS[words[0]])
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
        return self._person(phrase)


def _as_thing(referent: Referent) -> float | None:
    if referent.kind in ("organisation", "document", "outlet", "state") and not referent.plural:
        return {"state": -0.4, "outlet": 0.0}.get(referent.kind, 0.2)
    return None


def _as_several(referent: Referent) -> float | None:
    if referent.plural:
        return 0.6 if referent.kind == "group" else 0.0
    return -0.4 if referent.kind == "organisation" else None


def _as_whole(referent: Referent, number: int | None) -> float | None:
    if referent.kind != "group":
        return None
    return (0.8 if referent.anonymous else 0.0) + (1.5 if number and referent.number == number else 0.0)


def _as_one(referent: Referent, gender: str) -> float | None:
    if referent.kind != "person" or referent.plural:
        return None
    if referent.gender is None:
        return -0.3
    if referent.gender == gender:
        return -0.1 if referent.is_guess else 0.3
    return -2.2 if referent.is_guess else None


def _genders_agree(a: Referent, b: Referent) -> bool:
    return not (a.gender and b.gender and a.gender != b.gender and not a.is_guess and not b.is_guess)


def _guess(name: str) -> str | None:
    """The gender that a given name's ending makes likely."""
    first = fold(name.split()[0])
    if first.endswith(_ENDING_F):
        return "f"
    return "m" if first.endswith(_ENDING_M) else None
