"""What stands beside a name that tells an organisation: a noun, a verb, somebody who speaks for it, others in a list."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from sayso.actors.capitals import CALENDAR
from sayso.actors.epithets import ORGANISATION_NOUNS, kind_of_noun
from sayso.actors.metonymy import is_acting
from sayso.actors.names import NEVER, is_given_name
from sayso.actors.organisation_deeds import acts_as_one, is_one, is_where_some_speak
from sayso.actors.organisation_lists import stands_in_list
from sayso.actors.organisation_names import is_after_versus, is_part
from sayso.actors.organisation_nouns import (
    BESIDE,
    COMMON_ACRONYMS,
    INDUSTRIES,
    MASSES,
    NOT_ORGANISATIONS,
    OWNED,
    REGIONS,
    VOICES,
)
from sayso.actors.phrases import CLOSED
from sayso.actors.roles import NUMBERS, TITLES, role_of
from sayso.actors.scene import Scene
from sayso.actors.speech import SAYING, speaks

_Span = tuple[int, int]
_PLACING: Final = frozenset("in near around outside inside across throughout via towards toward into through".split())
_GOVERNING: Final = frozenset(
    "of in for from with by at on against about into over under near between than around across through towards to via".split()
)
_NUMBERED: Final = (
    frozenset("million thousand hundred many some most all these those few more fewer".split()) | NUMBERS.keys()
)
_PRODUCT: Final = re.compile(r"(?:COP|[A-Z]{1,3})-?\d+")
_PLURAL: Final = re.compile(r"[A-Z]{2,}s")  # “PACs”
_ASIDE: Final = (",", "–", "—", "(")
_BEFORE_COMMON: Final = ("a", "an", "this", "that")
_NO_NAMES: Final = frozenset("say suppose imagine del atty asst supt".split())
_ABSTRACT: Final = ("ity", "ness", "ism", "ment", "tion", "ship", "hood", "est", "ian")  # “Unity means …”
_LONGEST: Final = 5


class Evidence:
    """The runs of capitals of an article that nothing explains yet (`free`), and which are organisations."""

    def __init__(self, scene: Scene, free: list[bool]) -> None:
        self.scene, self.free = scene, free

    def spans(self, sure: Sequence[_Span]) -> list[_Span]:
        """The runs that are organisations' by what stands beside them, and those in a list with such."""
        runs = [r for r in self._runs() if self._may_be(*r)]
        found = [r for r in runs if self._is_organisation(*r, sure)]
        texts = {self.scene.phrase(*r) for r in found}
        found = [r for r in runs if self.scene.phrase(*r) in texts]
        known = {*found, *sure}
        for run in (*runs, *reversed(runs)):
            if run not in known and self.is_listed(run, known):
                known.add(run)
        return sorted(known - set(sure))

    def _runs(self) -> Iterator[_Span]:
        scene, end = self.scene, 0
        for index in scene.capitals:
            if index < end:
                continue
            end = self._run_end(index)
            if end > index and not (scene.is_headline(index) or scene.in_dateline(index)):
                yield index, end

    def _run_end(self, index: int) -> int:
        """Where a run of free capitals ends; “&”, “Not” and “in” before a verbal noun join (“Care Not Killing”)."""
        if not self._is_free(index):
            return index
        _, last = self.scene.sentence(index)
        end = index + 1
        while end < min(last, index + _LONGEST):
            word = self.scene.words[end]
            tight = word.start == self.scene.words[end - 1].end
            if self._is_free(end) or (word.text in ("Not", "For", "Against") and self._is_free(end + 1)):
                end += 1
            elif ((word.text == "&" or (word.text in "-–" and tight)) and self._is_free(end + 1)) or (
                word.text == "in" and self._is_free(end + 1) and self.scene.fold(end + 1).endswith("ing")
            ):
                end += 2
            else:
                break
        return end

    def _is_free(self, index: int) -> bool:
        if not is_part(self.scene, index) or not self.free[index]:
            return False
        hit = self.scene.hit_at[index]
        if not hit or not self.scene.believed(hit):
            return True
        follows = (
            index > 0 and self.free[index - 1] and is_part(self.scene, index - 1) and not self.scene.hit_at[index - 1]
        )
        return follows and hit.first == index and hit.of("state") is not None  # “Humanists UK”

    def _may_be(self, first: int, last: int) -> bool:
        """Whether a run can be an organisation's name at all."""
        scene, words = self.scene, self.scene.words[first:last]
        if _PRODUCT.fullmatch(words[-1].text) or (words[-1].fold.endswith("s") and scene.fold(first - 1) in _NUMBERED):
            return False
        if (
            scene.phrase(first, last).casefold() in REGIONS
            or scene.fold(last) == "-"
            or _PLURAL.fullmatch(words[-1].text)
        ):
            return False
        if words[-1].fold in NOT_ORGANISATIONS or scene.fold(first - 1) in TITLES or words[0].text in COMMON_ACRONYMS:
            return False
        if any((role := role_of(w.fold)) and not role[2] for w in words) or scene.fold(first - 1) == "-":
            return False
        known = kind_of_noun(words[-1].fold)
        if (known and known[0] in ("person", "document")) or (last - first == 1 and words[0].fold in MASSES | NEVER):
            return False
        if self._is_beside_capital(first, last) or words[0].fold in _NO_NAMES or _is_case(scene, first, last):
            return False
        return len(words[0].text) > 1 and not (is_given_name(words[0].text) and not words[0].text.isupper())

    def _is_beside_capital(self, first: int, last: int) -> bool:
        """Whether a run is only a piece of a longer name."""
        words = self.scene.words
        start, end = self.scene.sentence(first)
        before = first > start and (words[first - 1].is_capital and words[first - 1].fold not in CLOSED | {"the"})
        is_led = before and words[first - 1].is_word and words[first - 1].fold in NEVER
        return is_led or (last < end and words[last].is_capital and words[last].is_word)

    def _is_organisation(self, first: int, last: int, sure: Sequence[_Span]) -> bool:
        if self.is_named_beside(first, last) or self.is_spoken_for(first, last):
            return True
        if self._abbreviates(first, last, sure):
            return True
        return self.acts(first, last) and self._is_name(first, last)

    def is_named_beside(self, first: int, last: int) -> bool:
        """Whether an organisation's noun stands right before, or in apposition (“the bus company X”, “X, a lobby,”)."""
        scene = self.scene
        before, start = scene.fold(first - 1), scene.sentence(first)[0]
        if before in BESIDE and first - 1 > start and not scene.words[first - 1].is_capital:
            return scene.fold(first - 2) not in ("of", "with", "in") and self._stands_free(last)
        if before in ("called", "named", "dubbed") and scene.fold(first - 2) in BESIDE:
            return self._stands_free(last)
        place = first - 2 if before == "the" else first - 1
        if scene.fold(place) in _ASIDE and place - 1 > start and self._ends_apposition(place):
            return scene.fold(last) not in ("and",)
        return scene.fold(last) in _ASIDE and self._described(last + 1)

    def _stands_free(self, index: int) -> bool:
        """Whether no further noun follows at a word (“the Acme field”, “the Zeta government”)."""
        if index >= len(self.scene.words):
            return True
        word = self.scene.words[index]
        return not word.is_word or word.fold in CLOSED | SAYING or word.fold.endswith(("ed", "ly"))

    def _ends_apposition(self, comma: int) -> bool:
        """Whether “their association” or “Spain’s car industry body” ends at a comma."""
        scene = self.scene
        place = comma - 1
        if scene.words[place].is_capital and scene.fold(place - 1) == "in":
            place -= 2  # “the industry’s federation in Geneva, …”
        if scene.fold(place) not in BESIDE or scene.words[place].is_capital:
            return False
        return any(
            scene.fold(i) in ("the", "a", "an", "their", "its", "his", "her", "'s") for i in range(place - 4, place)
        )

    def _described(self, index: int) -> bool:
        """Whether “the retailers’ federation”, “a movement of tenants” begins at a word."""
        scene = self.scene
        has_owner = any(scene.fold(i) in ("'s", "'") for i in range(index, index + 4))
        if scene.fold(index) not in ("the", "a", "an", "their", "its", "another") and not has_owner:
            return False
        for place in range(index + 1, min(len(scene.words), index + 7)):
            word = scene.words[place]
            if word.fold in BESIDE and not word.is_capital:
                return scene.fold(place + 1) in (
                    ",",
                    ".",
                    ")",
                    "–",
                    "—",
                    "of",
                    "that",
                    "which",
                    "for",
                    "in",
                    "with",
                    "based",
                )
            if word.text in ",.;:()–—" or word.fold in CLOSED:
                return False
        return False

    def is_spoken_for(self, first: int, last: int) -> bool:
        """Whether somebody speaks for, belongs to or leads what a run names."""
        scene = self.scene
        if scene.fold(last) in ("'s", "'"):
            end = next((i for i in range(last + 1, last + 4) if scene.fold(i) in OWNED), None)
            return end is not None and all(scene.words[i].text.islower() for i in range(last + 1, end + 1))
        place = first - 2 if scene.fold(first - 1) == "the" else first - 1
        preposition, noun = scene.fold(place), scene.fold(place - 1)
        is_sure = last - first > 1 or self._is_marked(first, last)
        if noun not in VOICES or scene.words[place - 1].is_capital:
            return False
        if not self._stands_free(last) or (noun.startswith("member") and preposition != "of"):
            return False
        return preposition in ("for", "at") or (preposition in ("of", "with", "from") and is_sure)

    def _abbreviates(self, first: int, last: int, sure: Sequence[_Span]) -> bool:
        """Whether capitals in brackets or commas stand right behind a name whose first letter they have (“… (ETOA)”)."""
        text = self.scene.words[first].text
        if last - first > 1 or not text.isupper() or self.scene.fold(first - 1) not in ("(", ","):
            return False
        return any(end == first - 1 and self.scene.words[begin].text[0] == text[0] for begin, end in sure)

    def acts(self, first: int, last: int) -> bool:
        """Whether words are the subject of a verb of saying or deciding."""
        if self._is_governed(first):
            is_told = self.scene.fold(first - 1) == "to" and self.scene.fold(first - 2) == "according"
            return is_told or is_where_some_speak(self.scene, first, last)
        return speaks(self.scene, first, last) or is_acting(self.scene, last) or acts_as_one(self.scene, first, last)

    def _is_governed(self, first: int) -> bool:
        """Whether a preposition stands before a name, or before the list that it ends."""
        scene, place = self.scene, first - 1
        start = scene.sentence(first)[0]
        while place > start and (scene.words[place].is_capital or scene.fold(place) in (",", "and", "the", "-", "&")):
            if (scene.fold(place) == "," and not scene.words[place - 1].is_capital) or scene.fold(place) in CALENDAR:
                return False
            place -= 1
        return place >= start and scene.fold(place) in _GOVERNING

    def _is_name(self, first: int, last: int) -> bool:
        """Whether the subject of a verb is an organisation: no place, no common word that only opens its sentence."""
        scene, words = self.scene, self.scene.words[first:last]
        if self._is_marked(first, last):
            return True
        if last - first == 1 and words[0].fold in self._placed:
            return False
        is_told = scene.fold(first - 1) == "of" and not is_where_some_speak(scene, first, last)
        if is_told or any(w.fold in ORGANISATION_NOUNS for w in words) or scene.fold(first - 1) in _BEFORE_COMMON:
            return False
        if last - first > 1:  # else a person’s name
            hit = scene.hit_at[last - 1]
            if words[-1].fold in INDUSTRIES or (hit and hit.of("state")):
                return True
            return any(w.fold in self._common or w.fold in CLOSED or w.fold.endswith("ing") for w in words)
        if words[0].fold.endswith(("ly", "ing")) or words[0].fold in self._common:
            return False
        if scene.sentence(first)[0] != first:
            return scene.fold(first - 1) != "the"
        if words[0].fold.endswith(_ABSTRACT):
            return False
        return not words[0].fold.endswith("s") or is_one(scene, last)

    def _is_marked(self, first: int, last: int) -> bool:
        """Whether a name has capitals within a word, or “&”: an acronym or a brand."""
        words = self.scene.words[first:last]
        return any(
            w.text == "&" or (w.text not in COMMON_ACRONYMS and any(c.isupper() for c in w.text[1:])) for w in words
        ) and not all(len(w.text) > 6 and w.text.isupper() for w in words)

    @cached_property
    def _placed(self) -> frozenset[str]:
        """Capitals that stand somewhere after a preposition of place."""
        words = self.scene.words
        near = (w for i, w in enumerate(words) if w.is_capital and i and words[i - 1].fold in _PLACING)
        return frozenset(w.fold for w in near)

    @cached_property
    def _common(self) -> Counter[str]:
        """The words that stand somewhere in small letters."""
        return Counter(w.fold for w in self.scene.words if w.text.islower())

    def is_listed(self, run: _Span, known: set[_Span]) -> bool:
        """Whether a run stands in a list beside an organisation (“Acme, Bolt and Caro”)."""
        fold = self.scene.fold(run[0])
        return fold not in self._common and fold not in self._placed and stands_in_list(self.scene, run, known)


def _is_case(scene: Scene, first: int, last: int) -> bool:
    """Whether a name is a party to a case before a court (“Brown v. …”)."""
    return scene.fold(last) in ("v", "vs") or is_after_versus(scene, first)
