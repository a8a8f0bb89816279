"""A rule of decision that two passages state differently."""

from collections.abc import Iterator

from sayso.records import Conflict, Rule

_CONFIDENCE = 0.8


def find_rule_conflicts(rule: Rule) -> Iterator[Conflict]:
    """The passages that state another rule than the one the articles' text gives; none where a table alone gives it."""
    if rule.known_from != "text" or not rule.evidence:
        return
    stated = rule.evidence[0]
    for other in rule.contradicted_by:
        yield Conflict(
            scope="within" if other.article == stated.article else "across",
            kind="rule",
            why="the rule of decision is stated in two ways",
            sides=(stated, other),
            knowledge=rule.knowledge,
            confidence=_CONFIDENCE,
        )
