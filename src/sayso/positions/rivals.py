"""Other proposals of the same debate: the same kind of act on another object, a draft and its rival, each with its positions."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sayso.actors import states
from sayso.positions.proposal import Wording, wordings_in
from sayso.positions.relevance import is_about
from sayso.positions.terms import Term, coverage, families, stem, stems_in, terms_of
from sayso.records import Article, Proposal

_SHARED: Final = 0.4
_MOST: Final = 2
_ARTICLES: Final = 2
_OF_ENTRY: Final = frozenset("accession admission membership entry joining bid application candidacy".split())


class Rival(NamedTuple):
    """Another proposal: the stems that only it has, and those that only the proposal has beside it."""

    wording: Wording
    own: frozenset[str]
    others: frozenset[str]


def find_rivals(articles: Sequence[Article], proposal: Proposal, terms: Sequence[Term]) -> tuple[Rival, ...]:
    """The proposals that share a good part of the proposal's words and put others in place of the rest, most told first.

    One counts if a headline names what is its own, or two articles do; those with the same words of their own are one.
    """
    base, about = terms_of(proposal.text), [article for article in articles if is_about(article, terms)]
    verbs, found = {family.verb for family in families()}, dict[frozenset[str], Wording]()
    for wording in (*_with_another_state(about, proposal.text), *(w for a in about for w in wordings_in(a))):
        own, shared = own_stems(wording.text, base), coverage(base, stems_in(wording.text))
        if own - {stem(wording.text.split()[0])} and _SHARED <= shared < 1.0 and wording.text.split()[0] in verbs:
            found.setdefault(own, wording)
    told = {own: n for own in found if (n := _told(own, articles)) >= _ARTICLES}
    ranked = sorted(told, key=lambda own: (-told[own], found[own].text))
    return tuple(Rival(found[own], own, own_stems(proposal.text, terms_of(found[own].text))) for own in ranked[:_MOST])


def _with_another_state(articles: Sequence[Article], proposal: str) -> Iterator[Wording]:
    """The proposal about another state of which the articles speak in the same words: "Finland's accession" beside Sweden's."""
    named = [state for state in states() if re.search(rf"\b{re.escape(state.name)}\b", proposal)]
    nouns = "|".join(
        sorted({n for family in families() for n in family.nouns if stem(n) in stems_in(proposal)} | _OF_ENTRY)
    )
    if len(named) != 1 or not stems_in(proposal) & {stem(noun) for noun in _OF_ENTRY}:
        return
    for state in states():
        names = "|".join(map(re.escape, (state.name, *state.adjectives)))
        told = re.compile(
            rf"\b(?:{names})(?:[’']s?)?(?: [A-Z][\w-]+)? (?:{nouns})\b|\b(?:{nouns}) of (?:the )?(?:{names})\b"
        )
        for article in articles if state is not named[0] else ():
            if match := told.search(article.text):
                yield Wording(proposal.replace(named[0].name, state.name), article.evidence(*match.span()))


def own_stems(text: str, base: Sequence[Term]) -> frozenset[str]:
    """The stems of a wording that the proposal does not have."""
    known = frozenset().union(*(term.stems for term in base))
    return frozenset(stem(term.word) for term in terms_of(text) if not term.stems & known)


def speaks_of_rival(passage: str, rivals: Sequence[Rival]) -> bool:
    """Does a passage name what is a rival's own, and nothing that is the proposal's own beside it?"""
    stems = stems_in(passage) if rivals else frozenset()
    return any(rival.own <= stems and not rival.others & stems for rival in rivals)


def _told(own: frozenset[str], articles: Sequence[Article]) -> int:
    """In how many articles the words stand together in a paragraph of the body; one more if a headline has them, too."""
    bodies = [[stems_in(a.text[b.start : b.end]) for b in a.blocks if b.kind != "title"] for a in articles]
    in_body = sum(any(own <= stems for stems in body) for body in bodies)
    return in_body + any(own <= stems_in(article.title or "") for article in articles)
