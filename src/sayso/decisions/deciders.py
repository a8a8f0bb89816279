"""Which body decides a proposal: inferred from the question, from who is said to decide it, and from whose rule is stated.

Each kind of support adds to a body's weight; the confidence is the logistic of the weight, less what the next best has. A body
that nothing supports is none: never a guess.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from math import exp
from typing import Final, NamedTuple

from sayso.decisions.chamber_names import chambers_meant, local_council, nouns_of, state_at_hand
from sayso.decisions.naming import bodies_in, bodies_put_before, deciding, leaves_to_another, named_bodies
from sayso.decisions.passages import passages
from sayso.decisions.rows import BodyRow
from sayso.decisions.rules import RuleReading
from sayso.decisions.table import bodies
from sayso.positions.terms import Term, coverage, stems_in
from sayso.records import Article

_PUT_BEFORE: Final = 4.0
_NAMED: Final = 2.0
_NOUN_ASKED: Final = 3.0
_DECIDES: Final = 1.0
_RULED: Final = 1.2
_SPOKEN_OF: Final = 1.5
_MOST: Final = 3
_NEEDED: Final = 2.0
_SURE: Final = 0.6
_RULED_ELSEWHERE: Final = 0.5
_OFTEN: Final = 0.5
_WHOLLY: Final = 0.6
_ABOUT: Final = 0.5
_CLOSELY: Final = 0.66


class Decider(NamedTuple):
    """A deciding body, and how sure it is that it decides."""

    body: BodyRow
    confidence: float


class _Candidate(NamedTuple):
    body: BodyRow
    asked: float
    times: Callable[[str], int]

    def names(self, text: str) -> bool:
        """Does a text speak of the body."""
        return self.times(text) > 0


def choose_body(
    question: str | None,
    proposal: str | None,
    articles: Sequence[Article],
    rules: Sequence[RuleReading],
    terms: Sequence[Term],
) -> Decider | None:
    """The body that decides the proposal, with its confidence; None if nothing supports one, or a court or a people decides."""
    candidates = _candidates(question or "", proposal or "", articles)
    weighed = sorted(
        ((_weight(c, articles, rules, terms), c) for c in candidates), key=lambda pair: (-pair[0], pair[1].body.id)
    )
    if not weighed or weighed[0][0] < _NEEDED:
        return None
    best, chosen = weighed[0]
    if any(w == best and not _is_kin(c.body, chosen.body) for w, c in weighed[1:]):
        return None
    rival = max((w for w, c in weighed[1:] if not _is_kin(c.body, chosen.body)), default=0.0)
    return Decider(chosen.body, round(1 / (1 + exp(-(best - _NEEDED / 2 - max(0.0, rival) / 2))), 2))


def _candidates(question: str, proposal: str, articles: Sequence[Article]) -> list[_Candidate]:
    """Bodies of the tables that question or articles name, chambers of the state at hand, and a town's council."""
    asked = f"{question}\n{proposal}"
    texts = [article.text for article in articles]
    asking = (question,) if bodies_in(question) else (question, proposal)
    put_before = next((first for text in asking if text and (first := bodies_put_before(text))), ())
    is_left_to_others = leaves_to_another(question) or leaves_to_another(proposal)
    named = dict.fromkeys((*bodies_in(asked), *(body for text in texts for body in bodies_in(text))))
    found: dict[str, _Candidate] = {}
    for body_id in named:
        row = bodies()[body_id]
        weight = _PUT_BEFORE if body_id in put_before else _NAMED if body_id in bodies_in(asked) else 0.0
        if not (is_left_to_others and row.state is None):
            found[body_id] = _Candidate(row, weight, partial(_times_named, body_id))
    for candidate in (*_chambers(question, texts), *_councils(question, texts)):
        before = found.get(candidate.body.id)
        asked_for = max(candidate.asked, before.asked if before else 0.0)
        found[candidate.body.id] = candidate._replace(asked=asked_for)
    return list(found.values())


def _chambers(question: str, texts: Sequence[str]) -> Iterable[_Candidate]:
    state = state_at_hand([question]) or state_at_hand(texts)
    in_question = chambers_meant(question, state) or chambers_meant(question, state_at_hand(texts))
    for body_id in dict.fromkeys((*in_question, *chambers_meant("\n".join(texts), state))):
        row = bodies()[body_id]
        is_asked = bool(in_question) and body_id == in_question[0]
        yield _Candidate(row, _NOUN_ASKED if is_asked else 0.0, partial(_times_meant, row))


def _councils(question: str, texts: Sequence[str]) -> Iterable[_Candidate]:
    row = local_council(question, texts)
    if row:
        is_asked = row.name.partition(" (")[0] in question
        yield _Candidate(row, _NAMED if is_asked else 0.0, partial(_times_meant, row))


def _times_named(body_id: str, text: str) -> int:
    return sum(naming.body == body_id for naming in named_bodies(text))


def _times_meant(row: BodyRow, text: str) -> int:
    return len(nouns_of(row).findall(text))


def _weight(
    candidate: _Candidate, articles: Sequence[Article], rules: Sequence[RuleReading], terms: Sequence[Term]
) -> float:
    naming = [article for article in articles if candidate.names(article.text)]
    if not naming and not candidate.asked:
        return 0.0
    decides = sum(_is_said_to_decide(candidate, article, terms) for article in naming)
    ruled = len({r.evidence.article for r in rules if _is_ruled(candidate, r, articles, terms)})
    elsewhere = len({r.evidence.article for r in rules if _is_ruled(candidate, r, articles, terms, is_far=True)})
    share = len(naming) / len(articles) if articles else 0.0
    of_text = (
        _DECIDES * min(decides, _MOST)
        + _RULED * min(ruled, _MOST)
        + _RULED_ELSEWHERE * min(max(0, elsewhere - ruled), _MOST)
    )
    often = sum(candidate.times(a.text) for a in naming) / max(1, 10 * len(articles))
    spoken_of = _SPOKEN_OF * share + _OFTEN * min(1.0, often)
    is_only_far = not (candidate.asked or decides or ruled)
    return candidate.asked + of_text + (spoken_of / (2 if is_only_far else 1) if of_text or candidate.asked else 0.0)


def _is_said_to_decide(candidate: _Candidate, article: Article, terms: Sequence[Term]) -> bool:
    """Does a sentence that speaks of the proposal have the body decide, in whatever mood ("NATO will vote on")."""
    acts = deciding(candidate.body)
    return any(
        acts.search(passage.words) and coverage(terms, stems_in(passage.words)) >= _CLOSELY
        for passage in passages(article)
    )


def _is_ruled(
    candidate: _Candidate,
    rule: RuleReading,
    articles: Sequence[Article],
    terms: Sequence[Term],
    *,
    is_far: bool = False,
) -> bool:
    """Is a rule stated of the body, near the proposal; or, `is_far`, anywhere in an article about it, or by the body's name."""
    if rule.confidence < _SURE:
        return False
    article = next((a for a in articles if a.id == rule.evidence.article), None)
    if article is None:
        return False
    is_about = is_far and (bool(rule.body) or coverage(terms, stems_in(article.text)) >= _WHOLLY)
    if not is_about and not _is_near(rule, article, terms):
        return False
    if rule.body:
        return rule.body == candidate.body.id
    in_words = candidate.names(rule.evidence.text)
    is_chamber = candidate.body.seats is not None
    return in_words or (rule.in_chamber == is_chamber and candidate.names(article.text))


def _is_near(rule: RuleReading, article: Article, terms: Sequence[Term]) -> bool:
    """Does the reading's paragraph, with the headline, speak of the proposal."""
    block = next(b for b in article.blocks if b.start <= rule.evidence.start < b.end)
    head = article.blocks[0]
    near = f"{article.text[head.start : head.end]} {article.text[block.start : block.end]}"
    return coverage(terms, stems_in(near)) >= _ABOUT


def _is_kin(one: BodyRow, other: BodyRow) -> bool:
    """Have they the same members, so that the news does not tell them apart ("EU" for either council)."""
    return (one.members_of or one.id) == (other.members_of or other.id)
