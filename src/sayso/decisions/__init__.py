"""Which rule decides: bodies and their members by date, rules read from the text or the table, and the outlook."""

from sayso.decisions.decide import decide
from sayso.decisions.evaluate import evaluate
from sayso.decisions.naming import body_in_question
from sayso.decisions.rules import RuleReading, find_rules
from sayso.decisions.table import body, governing_rule, is_member, knowledge_versions, members

__all__ = [
    "RuleReading",
    "body",
    "body_in_question",
    "decide",
    "evaluate",
    "find_rules",
    "governing_rule",
    "is_member",
    "knowledge_versions",
    "members",
]
