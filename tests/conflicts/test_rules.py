from sayso.conflicts import find_rule_conflicts
from sayso.records import Evidence, Rule


def evidence(article: str, text: str) -> Evidence:
    return Evidence(article=article, start=0, end=len(text), text=text)


def test_two_statements_of_a_rule_do_not_add_up() -> None:
    stated = evidence("sha256:a", "All 27 must agree.")
    other = evidence("sha256:b", "Fifteen of 27 are enough.")
    rule = Rule(
        kind="unanimity", members=27, thresholds={}, known_from="text", evidence=(stated,), contradicted_by=(other,)
    )
    (conflict,) = find_rule_conflicts(rule)
    assert (conflict.kind, conflict.scope, conflict.sides) == ("rule", "across", (stated, other))


def test_a_rule_known_from_a_table_alone_clashes_with_nobody() -> None:
    other = evidence("sha256:b", "Fifteen of 27 are enough.")
    rule = Rule(kind="unanimity", members=27, thresholds={}, known_from="knowledge", contradicted_by=(other,))
    assert list(find_rule_conflicts(rule)) == []
