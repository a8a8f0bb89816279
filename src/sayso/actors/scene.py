"""An article laid out for reading: words, names of tables, sentences, blocks, quotations, and the states around a place."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property, lru_cache
from typing import Final

from sayso.actors.gazetteer import Entry, Hit, find_hits
from sayso.actors.tables import holders_by_name, knowledge
from sayso.actors.words import Word, words_of
from sayso.language.quotation import INSIDE, quotation
from sayso.language.sentences import sentences
from sayso.records import Article, Span
from sayso.resources.own import follows_knowledge

_TO_OUTLET: Final = frozenset(
    "told telling newspaper magazine broadcaster daily weekly agency network channel citing".split()
)
_FROM_OUTLET: Final = frozenset(
    "reported reports newspaper magazine daily weekly agency wrote said says writes columnist editorial reporter understands "
    "understood learned quoted cited revealed reveals claimed claims".split()
)
_FAR: Final = 400  # words of a stretch that are looked through for a state
_MEMBERS: Final = ("crats", "icans", "atives", "ists", "erals")
_GOVERNING: Final = frozenset(
    "of in to for from with by at on against about into toward towards over than like near".split()
)
_DATELINE: Final = re.compile(r"^[A-Z][\w .'’/-]{2,40}(?:, [A-Z][\w. ]+)? ?(?:\([^)]{2,30}\) ?)?[-–—]{1,2} ")


class Scene:
    """One article while its actors are found. Words are addressed by index."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.words: list[Word] = words_of(article.text)
        self.starts = [word.start for word in self.words]
        self.folds = [word.fold for word in self.words]
        self.capitals = [index for index, word in enumerate(self.words) if word.text[0].isupper()]
        self.hits: list[Hit] = find_hits(self.words)
        self.hit_at: list[Hit | None] = [None] * len(self.words)
        for hit in self.hits:
            for index in range(hit.first, hit.last):
                self.hit_at[index] = hit
        self.day = article.published
        self.sentences = [self._range(s) for b in article.blocks for s in sentences(article.text, b.start, b.end)]
        self.blocks = [self._range((b.start, b.end)) for b in article.blocks]
        self._sentence_starts = [first for first, _ in self.sentences]
        self._block_starts = [first for first, _ in self.blocks]

    def _range(self, span: Span) -> tuple[int, int]:
        return bisect_right(self.starts, span[0] - 1), bisect_right(self.starts, span[1] - 1)

    def range_of(self, span: Span) -> tuple[int, int]:
        """The words that begin inside a span of the text."""
        return self._range(span)

    def span(self, first: int, last: int) -> Span:
        """The offsets of words [first, last)."""
        return self.words[first].start, self.words[last - 1].end

    def phrase(self, first: int, last: int) -> str:
        """The text of words [first, last)."""
        return self.text[self.words[first].start : self.words[last - 1].end] if last > first else ""

    def fold(self, index: int) -> str:
        """The folded word at an index, empty outside the text."""
        return self.folds[index] if 0 <= index < len(self.folds) else ""

    def sentence(self, index: int) -> tuple[int, int]:
        """The sentence around a word."""
        place = bisect_right(self._sentence_starts, index) - 1
        return self.sentences[place] if place >= 0 else (0, len(self.words))

    def sentence_number(self, index: int) -> int:
        """Which sentence a word stands in."""
        return bisect_right(self._sentence_starts, index) - 1

    def block_number(self, index: int) -> int:
        """Which block a word stands in."""
        return max(0, bisect_right(self._block_starts, index) - 1)

    def block(self, index: int) -> tuple[int, int]:
        """The block around a word."""
        return self.blocks[self.block_number(index)] if self.blocks else (0, len(self.words))

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each word stands between quotation marks."""
        flags: list[bool] = []
        for first, last in self.blocks:
            if first == last:
                continue
            start = self.words[first].start
            states = quotation(self.text[start : self.words[last - 1].end])
            flags += [states[word.start - start] == INSIDE for word in self.words[first:last]]
        return flags

    @cached_property
    def _headlines(self) -> tuple[bool, ...]:
        """Which blocks are set in capitals word by word, so that a capital tells nothing there."""
        found = []
        for first, last in self.blocks:
            words = [w for w in self.words[first:last] if w.is_word and len(w.text) > 3 and w.text.isalpha()]
            is_sentence = last > first and self.words[last - 1].text in '.!”"'
            found.append(not is_sentence and len(words) > 2 and sum(w.is_capital for w in words) >= 0.7 * len(words))
        return tuple(found)

    def is_headline(self, index: int) -> bool:
        """Whether a word stands in a headline whose words are all capitalised."""
        return bool(self.blocks) and self._headlines[self.block_number(index)]

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each state is named, by whatever form."""
        return Counter(state for state in map(self.state_of, self.hits) if state)

    def state_of(self, hit: Hit) -> str | None:
        """The state that a hit points to, if it is no weak form."""
        if entry := hit.of("state", "adjective", "people", "capital", "city"):
            return None if self.is_suffix(hit) else entry.id
        seat = hit.of("seat")
        if seat and not seat.weak:
            return seat.id
        party = hit.of("party")
        if party and not party.weak:
            home = knowledge().parties[party.id].state
            return home if home in knowledge().states else None
        return None

    def is_suffix(self, hit: Hit) -> bool:
        """Whether a people's name is the second part of another word (“pro-Russian”, “African-American”)."""
        if self.fold(hit.first - 1) != "-" or not hit.of("adjective", "people"):
            return False
        prefix = self.fold(hit.first - 2)
        other = self.hit_at[hit.first - 2]
        return prefix in ("pro", "anti", "non") or not (other and other.of("adjective", "state"))

    def believed(self, hit: Hit) -> tuple[Entry, ...]:
        """The entries of a hit that its article makes likely.

        Weak ones need their state named elsewhere, an outlet called by a common word a verb of reporting beside it.
        """
        return tuple(e for e in hit.entries if self._is_likely(hit, e))

    def _is_likely(self, hit: Hit, entry: Entry) -> bool:
        if entry.kind == "outlet":
            opens = (
                self.fold(hit.first) == "the" and hit.last - hit.first == 2 and self.sentence(hit.first)[0] == hit.first
            )
            return not (entry.weak or opens) or self._reports(hit)
        if (
            entry.kind == "state"
            and self.fold(hit.first - 1) in ("new", "south", "north", "west")
            and self.words[hit.first - 1].is_capital
        ):
            return False
        if entry.id == "GEO" and entry.kind in ("state", "adjective"):
            return self._is_caucasus(hit)
        home = self._home(entry)
        if entry.weak and entry.kind == "party":
            return self._is_party(hit, home)
        return not entry.weak or home in self.counted

    def _is_party(self, hit: Hit, home: str) -> bool:
        """Whether a common word (“Labor”, “Republicans”) is a party's: its state is near, or no other has one called so."""
        if home in self.counted and home in (self.state_near(hit.first), self.counted.most_common(1)[0][0]):
            return True
        word = self.folds[hit.last - 1]
        is_told = word in ("labor", "labour") or (word.endswith(_MEMBERS) and self.words[hit.first].is_capital)
        homes = {self._home(e) for e in hit.entries if e.kind == "party"} & self.lands
        return is_told and homes == {home}

    @cached_property
    def lands(self) -> frozenset[str]:
        """The states that are named, and those whose office-holders on the day are."""
        return frozenset(self.counted) | {state for hit in self.hits if (state := self.state_of_person(hit))}

    def state_of_person(self, hit: Hit) -> str | None:
        """The state in which a person named at a hit holds an office on the day."""
        person = hit.of("person")
        rows = holders_by_name().get(person.id, ()) if person else ()
        return next((row.of for row in rows if row.office != "chief" and row.holds(self.day)), None)

    def _reports(self, hit: Hit) -> bool:
        before, after = self.fold(hit.first - 1), self.fold(hit.last)
        before = self.fold(hit.first - 2) if before == "the" else before
        return before in _TO_OUTLET or after in _FROM_OUTLET

    @cached_property
    def _folds(self) -> frozenset[str]:
        return frozenset(word.fold for word in self.words)

    def _is_caucasus(self, hit: Hit) -> bool:
        """Whether “Georgia” is the state: not where American places outweigh its neighbours, in its block or the article."""
        near = {
            "tbilisi",
            "georgians",
            "russia",
            "armenia",
            "azerbaijan",
            "abkhazia",
            "ossetia",
            "caucasus",
            "moldova",
            "ukraine",
        }
        american = {
            "atlanta",
            "florida",
            "alabama",
            "carolina",
            "tennessee",
            "iowa",
            "ohio",
            "republicans",
            "democrats",
            "senate",
        }
        here = frozenset(self.folds[slice(*self.block(hit.first))])
        if len(near & here) != len(american & here):
            return len(near & here) > len(american & here)
        return len(near & self._folds) >= len(american & self._folds)

    def _home(self, entry: Entry) -> str:
        tables = knowledge()
        if entry.kind == "party":
            return tables.parties[entry.id].state
        return tables.outlets[entry.id].state if entry.kind == "outlet" else entry.id

    def state_near(self, index: int) -> str | None:
        """The state that a word without one most likely belongs to.

        The one that the sentence is about so far, else one after the word there, else the last before it in its block or
        in the two blocks before, else the article's most frequent.
        """
        first, last = self.sentence(index)
        last = min(last, index + _FAR)
        block_first, _ = self.block(index)
        found = self._subject_state(first, index)
        found = found or next((state for _, state in self._states_in(index, last)), None)
        number = self.block_number(index)
        for stretch in ((block_first, first), *(self.blocks[n] for n in range(number - 1, max(-1, number - 3), -1))):
            found = found or next((state for _, state in reversed(self._states_in(*stretch))), None)
        return found or (self.counted.most_common(1)[0][0] if self.counted else None)

    @cached_property
    def _hit_starts(self) -> list[int]:
        return [hit.first for hit in self.hits]

    def _states_in(self, first: int, last: int) -> list[tuple[Hit, str]]:
        hits = self.hits[bisect_left(self._hit_starts, max(first, last - _FAR)) : bisect_left(self._hit_starts, last)]
        return [(h, state) for h in hits if (state := self.state_of(h)) and not self.in_dateline(h.first)]

    def _subject_state(self, first: int, last: int) -> str | None:
        """The state at the head of a stretch of a sentence; else the last that no preposition governs; else the last."""
        found = self._states_in(first, last)
        free = [(h, state) for h, state in found if self._before_article(h.first) not in _GOVERNING]
        for hit, state in free:
            if hit.first - first < 2:
                return state
        return (free or found)[-1][1] if found else None

    def _before_article(self, index: int) -> str:
        return self.fold(index - 2) if self.fold(index - 1) == "the" else self.fold(index - 1)

    def in_dateline(self, index: int) -> bool:
        """Whether a word belongs to a dateline (“BRUSSELS (Agency) --”)."""
        first, _ = self.block(index)
        start = self.words[first].start
        match = _DATELINE.match(self.text[start : start + 80])
        return bool(match) and self.words[index].start < start + (match.end() if match else 0)


@follows_knowledge
@lru_cache(maxsize=8)
def scene_of(article: Article) -> Scene:
    """The scene of an article, laid out once for all that read it."""
    return Scene(article)
