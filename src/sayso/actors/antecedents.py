"""Who is meant by “he”, “the lawmaker”, “the company”, “one of them”: one reading of an article, from its first word to its last.

Names, noun phrases and pronouns are taken in the order of the text; each is a new referent, or one met before: the one
that fits by number, gender, noun and nationality and stands out most (who spoke last, in the same paragraph, as subject).
A role that comes first and a name that follows it are joined when the name is reached.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from sayso.actors.capitals import unknown_names
from sayso.actors.epithets import (
    GENERIC_COMPANY,
    OUTLETS,
    RELATIONS,
    gender_of_noun,
    has_stem_of,
    may_be_same,
)
from sayso.actors.names import gender_of
from sayso.actors.phrases import CLOSED, INDEFINITE, POSSESSIVE, NounPhrase, find_phrases, start_of
from sayso.actors.referents import Occurrence, Referent, ReferentKind
from sayso.actors.roles import TITLES
from sayso.actors.salience import GOVERNED, OTHER, SPEAKS, SUBJECT, Memory
from sayso.actors.scene import Scene
from sayso.actors.source_span import ANONYMITY
from sayso.actors.speech import speaks
from sayso.actors.tables import knowledge
from sayso.records import Actor, Mention, Span

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
_ENDING_F: Final = ("a", "ie", "ine", "elle", "ette", "ia")
_ENDING_M: Final = ("o", "os", "us", "er", "an", "in", "ard", "ert", "ald", "el")
_PREPOSITIONS: Final = frozenset("of in to for from with by at on against about into over than near between".split())
_SECRET: Final = frozenset("source person people insider official diplomat".split())
_STATE_NOUNS: Final = frozenset("country state republic kingdom nation".split())
_FIXED: Final = frozenset(
    "ministry court government parliament police army navy embassy palace cabinet senate assembly prison hospital school "
    "university town city county province village prosecution household family jury side".split()
)  # organisations that are meant only by their own noun
_OTHERS: Final = frozenset(
    "rival adversary opponent host guest visitor colleague counterpart neighbour neighbor partner".split()
)
_WEIGHT_OF_NOUN: Final = {"same": 2.6, "near": 1.6, "none": -0.9}


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
        runs = list(unknown_names(scene, covered))
        items += [(first, 2, run) for run in runs if (first := run[0]) >= 0]
        in_run = {i for first, last in runs for i in range(first, last)}
        items += [(p.first, 3, p) for p in self.phrases if p.head not in self.linked and p.head not in in_run]
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

    def _take(self, kind: int, item: object) -> None:
        if kind == 0:
            self._name(*item)  # type: ignore[misc]
        elif kind == 1:
            self._known(*item)  # type: ignore[misc]
        elif kind == 2:
            self._unknown(*item)  # type: ignore[misc]
        elif kind == 3 and isinstance(item, NounPhrase):
            self._phrase(item)
        elif kind == 4 and isinstance(item, int):
            self._pronoun(item)
        elif isinstance(item, int):
            self._demonym(item)

    def _has_capital_beside(self, first: int, last: int) -> bool:
        """Whether a known name is a part of a longer one (“Health Canada”)."""
        words = self.scene.words
        before = first > 0 and words[first - 1].is_capital and self.scene.sentence(first)[0] != first
        return before and self.scene.fold(first - 1) not in CLOSED and not self.scene.hit_at[first - 1]

    def _keep(self, first: int, last: int, referent: Referent, *, begin: int | None = None) -> Occurrence:
        scene = self.scene
        begin = first if begin is None else begin
        is_quoted = scene.quoted[first] if first < len(scene.quoted) else False
        is_speaking = speaks(scene, begin, last)
        before = scene.fold(begin - 1) if scene.fold(begin - 1) != "the" else scene.fold(begin - 2)
        if is_speaking:
            weight = SPEAKS
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
        by_first = {p.first: p for p in self.phrases if p.kind == "person"}
        found: dict[int, list[NounPhrase]] = {}
        for first, last, _ in self.names:
            start = first
            while self.scene.fold(start - 1) in TITLES or (
                self.scene.fold(start - 1) == "." and self.scene.fold(start - 2) in TITLES
            ):
                start -= 1 if self.scene.fold(start - 1) in TITLES else 2
            phrases = []
            before = by_end.get(start) or (
                (by_last.get(start - 1) or by_end.get(start - 1))
                if self.scene.fold(start - 1) in (",", "—", "–")
                else None
            )
            if before and not before.plural:
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
        referent.nouns |= {title} if title in TITLES else set()
        begin = min([first, *(p.first for p in beside if p.first < first)])
        end = max([last, *(p.last for p in beside if p.first > first)])
        if is_new:
            self._introduce(referent, beside, begin, last)
        for phrase in beside:
            self._describe(referent, phrase)
        self._relative(referent, last)
        self._keep(first, max(last, end), referent, begin=begin)

    def _describe(self, referent: Referent, phrase: NounPhrase) -> None:
        scene = self.scene
        referent.nouns.add(phrase.noun)
        referent.words |= {scene.fold(i) for i in range(phrase.first, phrase.last)} - CLOSED
        for index in range(phrase.first, phrase.last):
            hit = scene.hit_at[index]
            if hit and (state := scene.state_of(hit)):
                referent.states.add(state)
        if (gender := gender_of_noun(phrase.noun)) and referent.is_guess | (referent.gender is None):
            referent.gender, referent.is_guess = gender, False

    def _relative(self, referent: Referent, last: int) -> None:
        """What a relative clause or apposition after a name says of somebody."""
        scene = self.scene
        if scene.fold(last) != ",":
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
        number = self.scene.sentence_number(begin)
        seen: set[int] = set()
        for occurrence in reversed(self.memory.before(begin)):
            other = occurrence.referent.whole
            apart = number - self.scene.sentence_number(occurrence.first)
            if apart > (6 if nouns else 4):
                break
            if id(other) in seen or other.actor or other.kind != "person" or other.plural:
                continue
            seen.add(id(other))
            if not _genders_agree(other, referent) or other.protected:
                continue
            if nouns:
                is_same = bool(nouns & other.nouns) and is_taken_up
            else:
                is_same = (
                    apart > 0
                    and self._is_speaking_of_himself(begin, last)
                    and not (other.anonymous and other.nouns & _SECRET)
                )
            if is_same:
                self._merge(other, referent)
                return

    def _is_speaking_of_himself(self, begin: int, last: int) -> bool:
        scene = self.scene
        return (
            speaks(scene, begin, last)
            or scene.fold(last) in ("also", "then", "has", "had", "did")
            or scene.sentence(begin)[0] == begin
        )

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
        if phrase.determiner == "my" or (
            self.scene.fold(phrase.first - 1) in ("as", "be", "become", "becoming") and phrase.kind == "person"
        ):
            return
        referent = self.described(phrase)
        if referent is None:
            referent = self._new(phrase)
        self._keep(phrase.first, phrase.last, referent)

    def _new(self, phrase: NounPhrase) -> Referent:
        scene = self.scene
        kind: ReferentKind = "group" if phrase.kind == "person" and phrase.plural else phrase.kind
        referent = Referent(kind, phrase.first, phrase.last, plural=phrase.plural, nouns={phrase.noun})
        referent.words = {scene.fold(i) for i in range(phrase.first, phrase.last)} - CLOSED
        if phrase.kind == "person":
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
        is_bare = phrase.last == phrase.end and not phrase.owner and phrase.determiner not in POSSESSIVE
        gender = gender_of_noun(phrase.noun)

        def fits(referent: Referent) -> float | None:
            if referent.kind != "person" or referent is owner or referent.plural:
                return None
            if gender and referent.gender and gender != referent.gender and not referent.is_guess:
                return None
            if states and referent.states and not states & referent.states:
                return None
            bonus = self._alike(phrase, referent, mods)
            if bonus < 0 and (referent.anonymous or not referent.actor or not is_bare):
                return None
            return bonus + (2.0 if states & referent.states else 0.0)

        ranked = self.memory.ranked(phrase.first, fits)
        if not ranked:
            return None
        score, best = ranked[0]
        if self._alike(phrase, best, mods) >= 1.0 or states & best.states:
            return best
        is_subject = speaks(self.scene, phrase.first, phrase.end) or self._opens(phrase.first)
        return best if score > -1.6 and is_subject and not self._named_later(phrase) else None

    def _alike(self, phrase: NounPhrase, referent: Referent, mods: set[str]) -> float:
        """How well a person's roles fit a noun and its adjectives."""
        more = 0.8 if mods & referent.words else 0.0
        noun = phrase.noun
        if noun in referent.nouns or noun in referent.words:
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
        ranked = self.memory.ranked(phrase.first, lambda r: 0.0 if r.kind == "document" else None)
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
            self._keep(index, index + 1, referent)

    def _meant(self, index: int, gender: str) -> Referent | None:
        """Whom a pronoun means: m, f, p for several, n for a thing."""
        if gender == "n":
            ranked = self.memory.ranked(index, _as_thing)
        elif gender == "p":
            ranked = self.memory.ranked(index, _as_several)
        else:
            away = self.speaker_of(index) if self.scene.quoted[index] else None
            ranked = self.memory.ranked(index, lambda r: None if r is away else _as_one(r, gender))
        if not ranked:
            return None
        best = ranked[0][1]
        if gender in ("m", "f") and (best.gender is None or best.is_guess):
            best.gender, best.is_guess = gender, False
        return best

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
        if words[0] in ("i", "me", "we") and scene.quoted[first] and len(words) == 1:
            return self.speaker_of(first) if words[0] != "we" else None
        found = self.memory.at(first, last)
        if words[0] in _PRONOUNS and len(words) == 1:
            referent = found.referent.whole if found else self._meant(first, _PRONOUNS[words[0]])
            return referent
        if found and found.first <= first + 1:
            referent = found.referent.whole
            return referent if referent.first != found.first or referent.actor else None
        if words[0] in ("the", "this", "that", "his", "her") and 1 < len(words) <= 6 and not found:
            return self._odd(first, last)
        return None

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
        return 0.6 if referent.kind == "group" else -0.2
    return -0.8 if referent.kind == "organisation" else None


def _as_one(referent: Referent, gender: str) -> float | None:
    if referent.kind != "person" or referent.plural:
        return None
    if referent.gender is None:
        return -0.5
    if referent.gender == gender:
        return -0.1 if referent.is_guess else 0.3
    return -1.6 if referent.is_guess else None


def _genders_agree(a: Referent, b: Referent) -> bool:
    return not (a.gender and b.gender and a.gender != b.gender and not a.is_guess and not b.is_guess)


def _guess(name: str) -> str | None:
    """The gender that a given name's ending makes likely."""
    first = name.split()[0].casefold()
    if first.endswith(_ENDING_F):
        return "f"
    return "m" if first.endswith(_ENDING_M) else None
