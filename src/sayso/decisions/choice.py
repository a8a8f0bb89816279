"""Which body decides, and by which rule: what the articles state, against what the table knows."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from sayso.decisions.evaluate import thresholds, veto_of
from sayso.decisions.naming import bodies_in, body_in_question, deciding, dominant_body, leaves_to_another
from sayso.decisions.rules import RuleReading
from sayso.decisions.table import Clause, RuleRow, bodies, governing_rule, members, row_of, sizes
from sayso.language.sentences import sentences
from sayso.positions.terms import Term, coverage, stems_in
from sayso.records import Article, Knowledge, Rule, RuleKind

_SURE: Final = 0.7
_ABOUT: Final = 0.5
_EACH: Final = ("consensus", "unanimity")
_GENERIC: Final = re.compile(
    r"\b(?:accession|membership|proposal|plan|decisions?|measure|move|resolution|adoption|approval|package|bid|it|this|that|draft|text|"
    r"agreement|vote|ban|law)\b",
    re.IGNORECASE,
)
_OTHER_TIME_OR_PART: Final = re.compile(
    r"\b(?:then|at the time|other|remaining|rest|previously|former\w*|\d{1,2} of (?:them|which)|would become|will become|new)\b",
    re.IGNORECASE,
)
_SLACK_DAYS: Final = 45
_SPOKEN_OF: Final = 0.66


class Chosen(NamedTuple):
    """The rule as the record shows it, the row that is applied, and the body whose row it is."""

    body: str
    rule: Rule
    row: RuleRow


def choose_body(
    question: str | None,
    proposal: str | None,
    articles: Sequence[Article],
    rules: Sequence[RuleReading],
    terms: Sequence[Term],
) -> str | None:
    """The deciding body: the one the question, else the proposal, leaves the decision to; else the one whose rule the articles
    state beside the proposal. None rather than a guess.
    """
    for text in (question, proposal):
        if text and (body := body_in_question(text)):
            return body
        if text and leaves_to_another(text):
            return None
    asked = {body for text in (question, proposal) if text for body in bodies_in(text)}
    near = [r for r in rules if r.confidence >= _SURE and not r.in_chamber and _is_near(r, articles, terms)]
    named = {r.body for r in near if r.body and (not asked or r.body in asked)}
    if len(named) == 1:
        return named.pop()
    dominant = dominant_body(articles)
    if dominant is None or (asked and dominant not in asked) or named:
        return None
    return dominant if near or _is_said_to_decide(dominant, articles, terms) else None


def _is_said_to_decide(body_id: str, articles: Sequence[Article], terms: Sequence[Term]) -> bool:
    """Does a sentence that speaks of the proposal have the body decide, in whatever mood ("NATO will vote on")."""
    acts = deciding(body_id)
    for article in articles:
        for block in article.blocks:
            for start, end in sentences(article.text, block.start, block.end):
                words = article.text[start:end]
                if acts.search(words) and coverage(terms, stems_in(words)) >= _SPOKEN_OF:
                    return True
    return False


def choose_rule(
    body_id: str,
    words: str,
    articles: Sequence[Article],
    rules: Sequence[RuleReading],
    terms: Sequence[Term],
    day: str | None,
) -> Chosen:
    """The rule for a proposal in these `words`: as the articles state it where they do, else as the table has it.

    Readings whose numbers cannot hold on their article's date, or that state another rule, go to `contradicted_by`.
    """
    by_id = {article.id: article for article in articles}
    table = governing_rule(body_id, words)
    stated = [r for r in rules if r.confidence >= 0.6 and not r.in_chamber and _is_of(r, body_id, by_id)]
    sound = [r for r in stated if _can_be(r, body_id) and _numbers_hold(r, body_id, by_id[r.evidence.article])]
    group = _commonest(sound, table, terms)
    taken = [r for r in sound if _group(r.kind) == group]
    body_id, row = _row(body_id, taken, table)
    against = [r for r in stated if r not in taken and _contradicts(r, body_id, terms, is_sound=r in sound)]
    size = len(members(body_id, day))
    rule = Rule(
        kind=row.kind,
        members=size,
        thresholds=thresholds(row, size),
        veto=veto_of(row),
        known_from="text" if taken else "knowledge",
        evidence=tuple(r.evidence for r in taken),
        contradicted_by=tuple(r.evidence for r in against),
        knowledge=(_knowledge(body_id, table if not taken else row),),
    )
    return Chosen(body_id, rule, row)


def _contradicts(reading: RuleReading, body_id: str, terms: Sequence[Term], is_sound: bool) -> bool:
    """Another rule than the one taken, for the proposal; one that the body does not have counts if it names either."""
    if is_sound or _can_be(reading, body_id):
        return not is_sound or _is_about(reading, terms)
    return bool(reading.body) or coverage(terms, stems_in(reading.evidence.text)) >= _ABOUT


def _is_near(reading: RuleReading, articles: Sequence[Article], terms: Sequence[Term]) -> bool:
    """Does the reading's paragraph, with the headline, speak of the proposal."""
    article = next(a for a in articles if a.id == reading.evidence.article)
    start = reading.evidence.start
    block = next(b for b in article.blocks if b.start <= start < b.end)
    head = article.blocks[0]
    return (
        coverage(terms, stems_in(f"{article.text[head.start : head.end]} {article.text[block.start : block.end]}"))
        >= _ABOUT
    )


def _is_of(reading: RuleReading, body_id: str, by_id: dict[str, Article]) -> bool:
    """Is the reading of this body's rule: it names the body, or none while the article does or the number fits."""
    if reading.evidence.article not in by_id:
        return False
    if reading.body:
        return reading.body in _family(body_id)
    article = by_id[reading.evidence.article]
    has_its_size = reading.members == len(members(body_id, article.published))
    return has_its_size or bool(set(bodies_in(article.text)) & set(_family(body_id)))


def _family(body_id: str) -> tuple[str, ...]:
    """A body and those of the same members, which the news does not tell apart ("EU" for either council)."""
    parent = row_of(body_id).members_of or body_id
    return tuple(dict.fromkeys((body_id, parent, *(row.id for row in bodies().values() if row.members_of == parent))))


def _can_be(reading: RuleReading, body_id: str) -> bool:
    """Has the body a rule of this kind; consensus and unanimity are one in the news."""
    kinds = {_group(row.kind) for body in _family(body_id) for row in row_of(body).rule}
    return _group(reading.kind) in kinds


def _numbers_hold(reading: RuleReading, body_id: str, article: Article) -> bool:
    if reading.members is not None and not _count_holds(reading, body_id, article):
        return False
    size = reading.members or len(members(body_id, article.published))
    known = [
        thresholds(row, size)
        for b in _family(body_id)
        for row in row_of(b).rule
        if _group(row.kind) == _group(reading.kind)
    ]
    stated = {key: value for key, value in reading.thresholds.items() if any(key in t for t in known)}
    return not stated or any(all(abs(t.get(k, v) - v) < 0.006 for k, v in stated.items()) for t in known)


def _count_holds(reading: RuleReading, body_id: str, article: Article) -> bool:
    if article.published is None or _OTHER_TIME_OR_PART.search(reading.evidence.text):
        return reading.members in (*sizes(body_id), *(n - 1 for n in sizes(body_id)))
    day = date.fromisoformat(article.published)
    days = (day - timedelta(days=_SLACK_DAYS), day, day + timedelta(days=_SLACK_DAYS))
    return any(reading.members == len(members(body_id, d.isoformat())) for d in days)


def _group(kind: RuleKind) -> str:
    return "each" if kind in _EACH else kind


def _commonest(readings: Sequence[RuleReading], table: RuleRow, terms: Sequence[Term]) -> str | None:
    """The kind of rule that most articles state, the table's kind and passages about the proposal weighing more."""
    weights: dict[str, dict[str, float]] = {}
    for r in readings:
        weight = r.confidence + 0.5 * (_group(r.kind) == _group(table.kind)) + 0.5 * _is_about(r, terms)
        by_article = weights.setdefault(_group(r.kind), {})
        by_article[r.evidence.article] = max(by_article.get(r.evidence.article, 0.0), weight)
    return max(weights, key=lambda g: (sum(weights[g].values()), g), default=None)


def _is_about(reading: RuleReading, terms: Sequence[Term]) -> bool:
    """Is the passage about the proposal, by its terms or by a word that stands for it."""
    words = reading.evidence.text
    return coverage(terms, stems_in(words)) >= _ABOUT or bool(_GENERIC.search(words))


def _row(body_id: str, taken: Sequence[RuleReading], table: RuleRow) -> tuple[str, RuleRow]:
    """The rule to apply and whose it is: the table's row of the kind stated, or one made for consensus or unanimity.

    A qualified majority said of "EU leaders" is the Council's, which has the same members.
    """
    kind = _stated_kind(taken, table) if taken else table.kind
    if kind == table.kind:
        return body_id, table
    is_ratified = any(r.ratification for r in taken)
    for body in _family(body_id) if kind not in _EACH else (body_id,):
        for row in row_of(body).rule:
            if row.kind == kind and (is_ratified or not row.ratification):
                return body, row
    return body_id, _unanimous() if kind == "unanimity" else _unopposed() if kind == "consensus" else table


def _stated_kind(taken: Sequence[RuleReading], table: RuleRow) -> RuleKind:
    if taken[0].kind not in _EACH:
        return taken[0].kind
    unanimous = sum(r.kind == "unanimity" and r.confidence >= _SURE for r in taken)
    unopposed = sum(r.kind == "consensus" for r in taken)
    if not unanimous and not unopposed:
        return table.kind if table.kind in _EACH else "unanimity"
    return "unanimity" if unanimous >= unopposed else "consensus"


def _unanimous() -> RuleRow:
    return RuleRow(
        id="unanimity",
        kind="unanimity",
        article="as stated",
        abstention="against",
        absence="against",
        passes=Clause(members="1"),
    )


def _unopposed() -> RuleRow:
    return RuleRow(
        id="consensus",
        kind="consensus",
        article="as stated",
        abstention="for",
        absence="for",
        passes=Clause(no_objection=True),
    )


def _knowledge(body_id: str, rule: RuleRow) -> Knowledge:
    row = row_of(body_id)
    kept = rule if rule in row.rule else next((r for r in row.rule if r.default), row.rule[0])
    return Knowledge(table="bodies", key=kept.id, value=kept.article, source=row.source, as_of=row.as_of)
