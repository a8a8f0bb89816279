"""Which rule decides: bodies and their members by date, rules read from the text or the table, and the outlook."""

from sayso.decisions.calculator import decide_own, decide_votes
from sayso.decisions.decide import decide
from sayso.decisions.evaluate import evaluate
from sayso.decisions.naming import body_in_question
from sayso.decisions.outlook import outlook
from sayso.decisions.rules import RuleReading, find_rules
from sayso.decisions.table import body, governing_rule, is_member, knowledge_versions, members
from sayso.decisions.voters import member_actor

__all__ = [
    "RuleReading",
    "body",
    "body_in_question",
    "decide",
    "decide_own",
    "decide_votes",
    "evaluate",
    "find_rules",
    "governing_rule",
    "is_member",
    "knowledge_versions",
    "member_actor",
    "members",
    "outlook",
]
