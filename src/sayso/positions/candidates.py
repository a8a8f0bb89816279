"""Who might take a position where: an actor marked in a passage that speaks about the question."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sayso.positions.forum import parties_in
from sayso.positions.names import names_actor
from sayso.positions.relevance import relevant_sentences
from sayso.positions.say_so import spoken
from sayso.positions.terms import Term
from sayso.records import Evidence, Mention, Reading, Span, Statement

_PREPOSITION: Final = re.compile(
    r"\b(?:in|of|to|for|on|with|over|from|against|at|into|about|near|between)\s+(?:the\s+)?$", re.I
)
_OF_ITS_OWN: Final = re.compile(
    r"[’']?s? (?:[a-z-]+ )?(?:MPs?|MEPs?|members?|senators?|deput(?:y|ies)|lawmakers?|legislators?|councill?ors?|peers?|"
    r"politicians?|ministers?|candidates?|rebels?|backbenchers?|whips?|voters?|colleagues?|representatives?|congress(?:wo)?men|who)\b"
)
_ONE_OF_IT: Final = re.compile(r"\ban? $", re.IGNORECASE)
_PLACE: Final = re.compile(r"\b(?:in|from|at|near|across|through|outside|inside|within|into)\s+(?:the\s+)?$", re.I)
_NOUN: Final = re.compile(r"\s[a-z]")
_POSSESSIVE: Final = re.compile(r"[’']s?\s")
_PARTIES: Final = ("state", "party", "person", "organisation", "body")


class Candidate(NamedTuple):
    """`party` is the actor whose position it would be; spans count in the article's text.

    `is_own`: the statement's speaker speaks for the party.
    """

    party: str
    marks: tuple[Span, ...]
    passage: Span
    evidence: Span
    statement: Statement | None
    is_own: bool


def candidates_in(
    reading: Reading, terms: Sequence[Term], rules: Sequence[Evidence], home: str | None = None
) -> Iterator[Candidate]:
    """Every actor in every sentence whose surroundings touch the question, in the order of the text.

    An organisation that the question itself names is what is argued over, and no party to it. A sentence of `rules` says
    what a decision takes, not where anybody stands. `home`: the state within which the question is argued over; it is no
    party to it itself.
    """
    article = reading.article
    kinds = {actor.id: actor.kind for actor in reading.actors}
    asked = {a.id for a in reading.actors if names_actor(a, terms)}
    named = {i for i in asked if kinds[i] in ("organisation", "body")}
    parties = parties_in(reading, home)
    stated = {(rule.start, rule.end) for rule in rules if rule.article == article.id}
    for sentence, before in relevant_sentences(article, terms):
        if sentence in stated:
            continue
        groups: dict[str, list[Mention]] = {}
        for mention in reading.mentions:
            is_here = sentence[0] <= mention.start < sentence[1]
            if is_here and not _is_object(article.text, mention, asked, is_party=kinds[mention.actor] == "party"):
                groups.setdefault(parties[mention.actor], []).append(mention)
        for party, mentions in groups.items():
            if kinds.get(party) not in _PARTIES or party in named or party == home:
                continue
            own = [s for s in reading.statements if s.actor and parties.get(s.actor) == party]
            statement, is_own = spoken(reading, own, mentions, sentence)
            evidence = _widened(article.text, sentence, statement)
            yield Candidate(
                party=party,
                marks=tuple((m.start, m.end) for m in mentions),
                passage=(min(before, evidence[0]), evidence[1]),
                evidence=evidence,
                statement=statement,
                is_own=is_own,
            )


def _is_object(text: str, mention: Mention, asked: set[str], *, is_party: bool) -> bool:
    """Is an actor named only inside a compound or before a noun, or, named by the question, as what that is about?"""
    if is_party and (_OF_ITS_OWN.match(text, mention.end) or _ONE_OF_IT.search(text[: mention.start][-6:])):
        return True  # “the Labour MP”, “a Conservative who”
    before, after = text[max(0, mention.start - 20) : mention.start], text[mention.end : mention.end + 3]
    if before.endswith("-") or after.startswith("-"):
        return True
    if mention.form == "demonym" and text[mention.end - 1] != "s" and _NOUN.match(text, mention.end):
        return True  # “the French plan”
    if mention.form == "name" and _PLACE.search(before):
        return True  # “in France”, “imports from China”
    return mention.actor in asked and bool(_PREPOSITION.search(before) or _POSSESSIVE.match(after))


def _widened(text: str, sentence: Span, statement: Statement | None) -> Span:
    """The sentence, with the sentence of the content before it where a quotation and its source are apart."""
    if statement is None:
        return sentence
    start = min([sentence[0], *(a for a, _ in statement.content)])
    end = max([sentence[1], *(b for _, b in statement.content)])
    closing = next((i for i in range(end, min(end + 2, len(text))) if text[i] in "\n "), end)
    return (start, closing) if closing - start <= 700 and "\n" not in text[start:closing] else sentence
