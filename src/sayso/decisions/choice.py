"""By which rule a body decides a proposal: what the articles state, against what the table knows; both are kept."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from sayso.decisions.clashes import Clash, clash_of, clashes_in, family, inside, kinds_alike
from sayso.decisions.counts import find_counts
from sayso.decisions.evaluate import thresholds, veto_of
from sayso.decisions.in_words import rule_in_words
from sayso.decisions.naming import bodies_in, is_described
from sayso.decisions.rows import BodyRow, RuleRow
from sayso.decisions.rules import RuleReading
from sayso.decisions.table import governing_rule, has_topic, is_governed, participants, row_of, rules_on, size
from sayso.positions.terms import Term, coverage, stems_in
from sayso.records import Article, Knowledge, Rule, RuleKind

_SURE: Final = 0.7
_HEARD: Final = 0.6
_ABOUT: Final = 0.5
_EACH: Final = ("consensus", "unanimity")
_UNANIMOUS: Final = re.compile(r"\bunanim", re.IGNORECASE)


class Chosen(NamedTuple):
    """The rule as the record shows it, the row that is applied, and the body whose row it is."""

    body: BodyRow
    rule: Rule
    row: RuleRow


def choose_rule(
    body: BodyRow,
    words: str,
    articles: Sequence[Article],
    rules: Sequence[RuleReading],
    terms: Sequence[Term],
    day: str | None,
) -> Chosen:
    """The rule for a proposal in these `words`: as the articles state it where they do, else as the table has it.

    What clashes with the table goes to `contradicted_by`, with the reason; so does another rule than the one most articles
    state. Against a rule that the table has for this very matter a single article does not prevail.
    """
    by_id = {article.id: article for article in articles}
    body = with_size(body, articles)
    table = governing_rule(body, words, day)
    is_specific = is_governed(body, words, day)
    stated = [r for r in rules if r.confidence >= _HEARD and _is_of(r, body, by_id)]
    held = _agreed(stated)
    clashes = [
        clash_of(
            r,
            body,
            table,
            by_id[r.evidence.article],
            is_specific=is_specific,
            is_agreed=held is not None and held == kinds_alike(r.kind),
        )
        for r in stated
    ]
    sound = [r for r, clash in zip(stated, clashes, strict=True) if clash is None]
    group = _commonest(sound, table, terms)
    taken = [r for r in sound if kinds_alike(r.kind) == group]
    body, row = _row(body, taken, table, words, day)
    against = [c for r, c in zip(stated, clashes, strict=True) if c and _counts(r, terms)]
    against += [
        Clash("another passage states another rule", r.evidence)
        for r in sound
        if r not in taken and _is_about(r, terms)
    ]
    found = [r.evidence for r in stated if r.members is not None]
    against += [c for a in articles for c in clashes_in(a, body, row, found, words)]
    return Chosen(body, as_record(body, row, day, taken, against), row)


def as_record(
    body: BodyRow | str, row: RuleRow, day: str | None, taken: Sequence[RuleReading] = (), against: Sequence[Clash] = ()
) -> Rule:
    """A rule as the record shows it, for the members of a day; `taken` are passages that state it, `against` what clashes."""
    who, count = participants(body, day), size(body, day)
    passages = dict.fromkeys(clash.evidence for clash in against)
    return Rule(
        kind=row.kind,
        members=count,
        thresholds=thresholds(row, who, count),
        veto=veto_of(row, who),
        id=row.id,
        passes=row.passes,
        words=rule_in_words(row, who, count),
        article=row.article,
        known_from="text" if taken else "knowledge",
        evidence=tuple(r.evidence for r in taken),
        contradicted_by=tuple(passages),
        clashes=tuple(dict.fromkeys(clash.why for clash in against)),
        knowledge=_knowledge(body, row),
    )


def with_size(body: BodyRow, articles: Sequence[Article]) -> BodyRow:
    """A body that no table has, with the number of members that the articles give most often."""
    if body.as_of:
        return body
    told = [
        c.members
        for a in articles
        for c in find_counts(a)
        if is_described(body, c.evidence.text) or "seat" in c.what or "vote" in c.what
    ]
    return replace(body, seats=max(set(told), key=lambda n: (told.count(n), n))) if told else body


def _agreed(stated: Sequence[RuleReading]) -> str | None:
    """The kind of rule that two articles state, the most of them."""
    by_kind: dict[str, set[str]] = {}
    for reading in stated:
        by_kind.setdefault(kinds_alike(reading.kind), set()).add(reading.evidence.article)
    best = max(by_kind, key=lambda kind: len(by_kind[kind]), default=None)
    return best if best and len(by_kind[best]) > 1 else None


def _counts(reading: RuleReading, terms: Sequence[Term]) -> bool:
    """Is a reading that clashes one of this body and proposal: it names the body, or speaks of the proposal, or is sure."""
    return (
        bool(reading.body) or reading.confidence >= _SURE or coverage(terms, stems_in(reading.evidence.text)) >= _ABOUT
    )


def _is_of(reading: RuleReading, body: BodyRow, by_id: Mapping[str, Article]) -> bool:
    """Is the reading of this body's rule: it names the body, or no other while the article does or the number fits."""
    article = by_id.get(reading.evidence.article)
    if article is None:
        return False
    kin = family(body)
    own = {row.id for row in kin}
    if reading.body and reading.body not in inside(body):
        return reading.body in own
    if reading.in_chamber:
        return body.seats is not None or not body.as_of or any(is_described(row, reading.evidence.text) for row in kin)
    if body.seats is not None and not body.members:
        return True
    has_its_size = reading.members is not None and reading.members == size(body, article.published)
    named = set(bodies_in(article.text))
    return has_its_size or not named or bool(own & named)


def _commonest(readings: Sequence[RuleReading], table: RuleRow, terms: Sequence[Term]) -> str | None:
    """The kind of rule that most articles state, the table's kind and passages about the proposal weighing more."""
    weights: dict[str, dict[str, float]] = {}
    for r in readings:
        group = kinds_alike(r.kind)
        weight = r.confidence + 0.5 * (group == kinds_alike(table.kind)) + 0.5 * _is_about(r, terms)
        by_article = weights.setdefault(group, {})
        by_article[r.evidence.article] = max(by_article.get(r.evidence.article, 0.0), weight)
    return max(weights, key=lambda g: (sum(weights[g].values()), g), default=None)


def _is_about(reading: RuleReading, terms: Sequence[Term]) -> bool:
    """Is the passage about the proposal, by its terms or by a word that stands for it."""
    words = reading.evidence.text
    return coverage(terms, stems_in(words)) >= _ABOUT or reading.is_general


def _row(
    body: BodyRow, taken: Sequence[RuleReading], table: RuleRow, words: str, day: str | None
) -> tuple[BodyRow, RuleRow]:
    """The rule to apply and whose it is: the table's row of the kind stated, or one made for consensus or unanimity.

    A qualified majority said of "EU leaders" is the Council's, which has the same members.
    """
    kind = _stated_kind(taken, table) if taken else table.kind
    if kind == table.kind or (taken and kinds_alike(kind) not in (kinds_alike(k) for k in _kinds(body, day))):
        return body, table
    is_ratified = any(r.ratification for r in taken)
    having = [
        (kin, row)
        for kin in (family(body) if kind not in _EACH else (body,))
        for row in rules_on(kin, day)
        if row.kind == kind and (is_ratified or not row.ratification)
    ]
    usual = [pair for pair in having if pair[1].default or not pair[1].topics or has_topic(pair[1], words)]
    if having:
        return (usual or having)[0]
    return body, _unanimous() if kind == "unanimity" else _unopposed() if kind == "consensus" else table


def _kinds(body: BodyRow, day: str | None) -> list[RuleKind]:
    return [row.kind for kin in family(body) for row in rules_on(kin, day)]


def _stated_kind(taken: Sequence[RuleReading], table: RuleRow) -> RuleKind:
    if taken[0].kind not in _EACH:
        return taken[0].kind
    explicit = [r for r in taken if r.kind == "unanimity" and _UNANIMOUS.search(r.evidence.text)]
    if table.kind in _EACH and not explicit:
        return table.kind
    unanimous = sum(r.kind == "unanimity" and r.confidence >= _SURE for r in taken)
    unopposed = sum(r.kind == "consensus" for r in taken)
    if not unanimous and not unopposed:
        return table.kind if table.kind in _EACH else "unanimity"
    return "unanimity" if unanimous >= unopposed else "consensus"


def _unanimous() -> RuleRow:
    return RuleRow(
        id="unanimity", kind="unanimity", article="as stated", abstention="against", absence="against", passes="all"
    )


def _unopposed() -> RuleRow:
    return RuleRow(
        id="consensus", kind="consensus", article="as stated", abstention="for", absence="for", passes="no objection"
    )


def _knowledge(body: BodyRow | str, rule: RuleRow) -> tuple[Knowledge, ...]:
    row = row_of(body)
    if not row.as_of:
        return ()
    kept = rule if rule in row.rule else next((r for r in row.rule if r.default), row.rule[0])
    return (Knowledge(table="bodies", key=kept.id, value=kept.article, source=row.source, as_of=row.as_of),)
