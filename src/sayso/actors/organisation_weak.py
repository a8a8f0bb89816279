"""Common words, surnames and short acronyms that name an organisation of the tables only where a sentence uses them so."""

from functools import cache, cached_property

from sayso.actors.organisation_evidence import Evidence
from sayso.actors.organisation_names import is_part
from sayso.actors.phrases import CLOSED
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge
from sayso.actors.words import words_of
from sayso.resources.own import follows_knowledge

_Span = tuple[int, int]


@follows_knowledge
@cache
def weak_forms() -> dict[tuple[str, ...], str]:
    """The weak forms of the tables' companies and associations, as written, with their ids."""
    rows = knowledge().organisations.values()
    return {tuple(w.text for w in words_of(form)): row.id for row in rows for form in row.weak}


@follows_knowledge
@cache
def weak_starts() -> dict[str, tuple[int, ...]]:
    """How many words a weak form has that begins with a word, the longest first."""
    sizes: dict[str, set[int]] = {}
    for form in weak_forms():
        sizes.setdefault(form[0], set()).add(len(form))
    return {start: tuple(sorted(found, reverse=True)) for start, found in sizes.items()}


class WeakNames:
    """The weak forms of one article: “Apple said”, “Shell’s directors”, “the oil company Total”."""

    def __init__(self, scene: Scene, evidence: Evidence) -> None:
        self.scene, self.evidence = scene, evidence

    def spans(self, free: list[bool], known: set[_Span]) -> list[_Span]:
        """The places where a common word or short acronym names an organisation of the tables."""
        scene, forms, found = self.scene, weak_forms(), list[_Span]()
        for index in scene.capitals:
            for size in weak_starts().get(scene.words[index].text, ()):
                text = tuple(w.text for w in scene.words[index : index + size])
                span = (index, index + size)
                if text not in forms or not all(free[index : index + size]) or not self._may_be_used(*span):
                    continue
                if self.evidence.is_listed(span, known) or self._is_used(*span):
                    found.append(span)
                    break
        return found

    def _may_be_used(self, first: int, last: int) -> bool:
        """Whether a word stands by itself as a name, which has no article anywhere."""
        scene = self.scene
        if (is_part(scene, first - 1) and first > scene.sentence(first)[0]) or is_part(scene, last):
            return False
        if scene.is_headline(first) or scene.in_dateline(first) or scene.fold(first - 1) in ("-", "'s", "mr", "ms"):
            return False
        has_article = scene.fold(first - 1) == "the" or scene.words[first].text in self._with_article
        return scene.fold(last) not in ("-", "&") and not (has_article and not scene.phrase(first, last).isupper())

    def _is_used(self, first: int, last: int) -> bool:
        """Whether a sentence uses a word as an organisation's name: it acts, owns, is spoken for or called a company."""
        scene = self.scene
        text = tuple(w.text for w in scene.words[first:last])
        row = knowledge().organisations[weak_forms()[text]]
        if all(t.isupper() for t in text):
            return (
                row.state in scene.counted
                or self.evidence.acts(first, last)
                or self.evidence.is_named_beside(first, last)
            )
        owner = scene.fold(last) == "'s" and scene.fold(first - 1) not in ("in", "at", "near", "of")
        is_voiced = self.evidence.is_spoken_for(first, last) or self.evidence.is_named_beside(first, last)
        if scene.sentence(first)[0] == first:
            return is_voiced or self.evidence.acts(first, last)
        return owner or is_voiced or self.evidence.acts(first, last)

    @cached_property
    def _with_article(self) -> frozenset[str]:
        """Single words that stand behind “the” as a name of their own (“the Amazon”)."""
        words = self.scene.words
        return frozenset(
            word.text for index, word in enumerate(words)
            if index and words[index - 1].fold == "the" and word.is_capital and not is_part(self.scene, index + 1)
            and (index + 1 == len(words) or not words[index + 1].is_word or words[index + 1].fold in CLOSED)
        )  # fmt: skip
