"""Where they stand: the question and its proposal, stances on it, and the ledger of positions."""

from sayso.positions.find import find_positions
from sayso.positions.ledger import settle
from sayso.positions.proposal import propose

__all__ = ["find_positions", "propose", "settle"]
