"""What does not add up: passages that cannot all be true, inside one article and between articles."""

from sayso.conflicts.across import find_conflicts_across
from sayso.conflicts.rules import find_rule_conflicts
from sayso.conflicts.within import find_conflicts_within

__all__ = ["find_conflicts_across", "find_conflicts_within", "find_rule_conflicts"]
