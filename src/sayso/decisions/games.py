"""A rule with its participants as integers: what each vote gains towards each threshold, and whether it passes.

A rule is monotone: a yes in place of another vote never hurts. So the best that members who have not said can do for a
proposal is yes, and the worst no, or staying away where that breaks a quorum.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import Final, Literal, NamedTuple

from sayso.decisions.expressions import Everybody, Named, Test, Threshold, least, ways_of
from sayso.decisions.rows import Meaning, RuleRow
from sayso.decisions.simple_games import SimpleGame
from sayso.decisions.simple_games import Threshold as Weighed
from sayso.decisions.table import Participants
from sayso.errors import BadRule

Ballot = Literal["yes", "no", "abstain", "absent"]
Chance = Literal["certain", "possible", "impossible"]
BALLOTS: Final[tuple[Ballot, ...]] = ("yes", "no", "abstain", "absent")
Votes = Mapping[str, Ballot]
Cast = Ballot | Literal["worst"]  # the worst for a threshold: a no, or staying away from a quorum


class Gain(NamedTuple):
    """One threshold in integers: by ballot, what each player's adds; met at `needed`."""

    by: Mapping[Cast, tuple[int, ...]]
    needed: int


class Game(NamedTuple):
    """A rule for these players; it passes if every threshold of any of the `ways` is met. Seats without a name have numbers."""

    players: tuple[str, ...]
    gains: tuple[Gain, ...]
    ways: tuple[frozenset[int], ...]
    place: Mapping[str, int]


def game(rule: RuleRow, who: Participants) -> Game:
    """The rule as it counts for these participants.

    Raises BadRule if it names a weight, group or member they have not, or can never be met.
    """
    return _game(rule, who.members, who.unnamed, _frozen(who.weights), _frozen(who.groups))


def _frozen(
    table: Mapping[str, Mapping[str, float] | tuple[str, ...]],
) -> tuple[tuple[str, tuple[object, ...]], ...]:
    return tuple(
        (name, tuple(sorted(of.items())) if isinstance(of, Mapping) else of) for name, of in sorted(table.items())
    )


@lru_cache(maxsize=64)
def _game(
    rule: RuleRow,
    members: tuple[str, ...],
    unnamed: int,
    weights: tuple[tuple[str, tuple[tuple[str, float], ...]], ...],
    groups: tuple[tuple[str, tuple[str, ...]], ...],
) -> Game:
    players = (*members, *(f"seat {n}" for n in range(1, unnamed + 1)))
    compiling = _Compiling(rule, players, {name: dict(of) for name, of in weights}, dict(groups))
    gains: list[Gain] = []
    ways = []
    for way in ways_of(rule.expression):
        needed: set[int] = set()
        for gain in (g for test in way for g in compiling.gains(test)):
            if gain not in gains:
                gains.append(gain)
            needed.add(gains.index(gain))
        ways.append(frozenset(needed))
    least = [way for way in dict.fromkeys(ways) if not any(other < way for other in ways)]
    made = Game(
        players,
        tuple(gains),
        tuple(least),
        {player: i for i, player in enumerate(players)},
    )
    if not passes(made, dict.fromkeys(players, "yes")):
        raise BadRule(f"{rule.passes}: can never be met by {len(players)} members, all of them in favour")
    return made


def passes(made: Game, votes: Votes) -> bool:
    """Does a vote pass in which every player's ballot is known."""
    return _met(made, totals(made, votes, "no"))


def chance(made: Game, votes: Votes) -> Chance:
    """Is passage certain, possible or impossible when players without a ballot may still vote in any way."""
    if is_certain(made, votes):
        return "certain"
    return "possible" if _met(made, totals(made, votes, "yes")) else "impossible"


def is_certain(made: Game, votes: Votes) -> bool:
    """Does it pass whatever the players without a ballot do."""
    return _met(made, totals(made, votes, "worst"))


def totals(made: Game, votes: Votes, otherwise: Cast) -> list[int]:
    """What the votes come to for each threshold, players without a ballot counted as `otherwise`."""
    found = []
    for gain in made.gains:
        total = sum(gain.by[otherwise])
        for player, ballot in votes.items():
            i = made.place.get(player)
            if i is not None:
                total += gain.by[ballot][i] - gain.by[otherwise][i]
        found.append(total)
    return found


def suffices_alone(made: Game, player: str) -> bool:
    """Does this player's no stop what all others want."""
    return not _met(made, totals(made, {player: "no"}, "yes"))


def as_simple_game(made: Game, votes: Votes | None = None) -> SimpleGame:
    """The game of the players without a ballot, each voting yes or no, the others' ballots being cast."""
    cast = votes or {}
    free = [i for player, i in made.place.items() if player not in cast]
    base = totals(made, cast, "no")
    weighed = tuple(
        Weighed(
            tuple(g.by["yes"][i] - g.by["no"][i] for i in free),
            max(0, g.needed - total),
        )
        for g, total in zip(made.gains, base, strict=True)
    )
    return SimpleGame(tuple(made.players[i] for i in free), weighed, made.ways)


def _met(made: Game, sums: Sequence[int]) -> bool:
    return any(all(sums[i] >= made.gains[i].needed for i in way) for way in made.ways)


class _Compiling:
    """The thresholds of one rule for one list of players."""

    def __init__(
        self,
        rule: RuleRow,
        players: tuple[str, ...],
        weights: Mapping[str, Mapping[str, float]],
        groups: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.rule, self.players, self.weights, self.groups = (
            rule,
            players,
            weights,
            groups,
        )
        self.favour = _meaning("for", rule.abstention, rule.absence)
        self.against = _meaning("against", rule.abstention, rule.absence)

    def gains(self, test: Test) -> list[Gain]:
        """A threshold, or two where votes cast must include one in favour."""
        if isinstance(test, Everybody):
            everybody = [1] * len(self.players)
            return [self._gain(everybody, self.favour, len(everybody))] if test.what == "all" else [self._against(0)]
        if isinstance(test, Named):
            return [self._named(test)]
        return self._threshold(test)

    def _gain(self, weights: Sequence[int], counts: Mapping[Ballot, int], needed: int) -> Gain:
        by: dict[Cast, tuple[int, ...]] = {b: tuple(counts[b] * w for w in weights) for b in BALLOTS}
        return Gain(by | {"worst": tuple(map(min, *by.values()))}, needed)

    def _against(self, most: int) -> Gain:
        return self._gain([-1] * len(self.players), self.against, -most)

    def _named(self, test: Named) -> Gain:
        named = {member for name in test.names for member in self._group(name)}
        inside = [int(player in named) for player in self.players]
        if test.what == "yes":
            return self._gain(inside, self.favour, sum(inside))
        return self._gain([-n for n in inside], {"yes": 0, "no": 1, "abstain": 0, "absent": 0}, 0)

    def _group(self, name: str) -> tuple[str, ...]:
        found = self.groups.get(name) or ((name,) if name in self.players else ())
        if not found:
            raise BadRule(f"{self.rule.passes}: {name} is no group and no member here")
        return found

    def _threshold(self, test: Threshold) -> list[Gain]:
        is_strict = test.comparison in (">", "<")
        if test.measure in ("against", "unwilling"):
            inside = self._inside(test.of)
            most = int(test.amount) - is_strict
            if test.measure == "unwilling":
                return [self._gain(inside, self.favour, sum(inside) - most)]
            return [self._gain([-n for n in inside], self.against, -most)]
        weights, scale = self._scaled(test.of)
        whole, amount = sum(weights), test.amount
        if test.measure == "present":
            part = amount * whole if amount <= 1 else amount * scale
            return [
                self._gain(
                    weights,
                    {"yes": 1, "no": 1, "abstain": 1, "absent": 0},
                    least(part, is_strict=is_strict),
                )
            ]
        if test.measure == "cast":
            return self._cast(weights, amount, is_strict)
        needed = amount * whole if test.measure == "share" else amount * scale
        return [self._gain(weights, self.favour, least(needed, is_strict=is_strict))]

    def _cast(self, weights: Sequence[int], amount: Fraction, is_strict: bool) -> list[Gain]:
        part, whole = amount.numerator, amount.denominator
        counts: dict[Ballot, int] = {
            b: (whole - part) * self.favour[b] - part * self.against[b] for b in ("yes", "no", "abstain", "absent")
        }
        ratio = self._gain(weights, counts, int(is_strict))
        return [ratio] if is_strict else [ratio, self._gain([int(w > 0) for w in weights], self.favour, 1)]

    def _inside(self, group: str | None) -> list[int]:
        if group is None:
            return [1] * len(self.players)
        named = self._group(group)
        return [int(player in named) for player in self.players]

    def _scaled(self, name: str | None) -> tuple[list[int], int]:
        """The weights, or members of a group, as integers, and by what they were multiplied."""
        if name is None or name not in self.weights:
            return self._inside_or_refuse(name), 1
        given = self.weights[name]
        lacking = [player for player in self.players if player not in given]
        if lacking:
            raise BadRule(f"{self.rule.passes}: no {name} is known of {', '.join(lacking[:3])}")
        exact = [Fraction(str(given[player])) for player in self.players]
        scale = lcm(*(weight.denominator for weight in exact))
        return [int(weight * scale) for weight in exact], scale

    def _inside_or_refuse(self, name: str | None) -> list[int]:
        if name is not None and name not in self.groups:
            known = ", ".join(sorted((*self.weights, *self.groups))) or "none"
            raise BadRule(f"{self.rule.passes}: there is no weight {name!r} here; there are: {known}")
        return self._inside(name)


def _meaning(side: Literal["for", "against"], abstention: Meaning, absence: Meaning) -> dict[Ballot, int]:
    cast: Ballot = "yes" if side == "for" else "no"
    counts: dict[Ballot, int] = dict.fromkeys(BALLOTS, 0)
    counts[cast] = 1
    counts["abstain"] = int(abstention == side)
    counts["absent"] = int(absence == side)
    return counts


def others(made: Game, votes: Iterable[str]) -> list[str]:
    """The players not among these, in their order."""
    cast = set(votes)
    return [player for player in made.players if player not in cast]
