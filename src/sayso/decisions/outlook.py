"""Where a decision stands: the rule applied to what each member is known to want, as of a day (DESIGN §2)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from sayso.decisions.chances import chance_of_passing
from sayso.decisions.expressions import Everybody, Named, tests_of
from sayso.decisions.flips import MOST_SETS, sets_to_fail, sets_to_pass
from sayso.decisions.games import Ballot, Chance, Game, as_simple_game, chance, game, others, suffices_alone
from sayso.decisions.power import power
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants, default_rule, participants, rules_on
from sayso.errors import BadRule
from sayso.positions import settle
from sayso.records import Body, Outlook, Position, Probability, Standing, Tally, has_year

_ASSUMES: Final = (
    "each member decides by itself; a stance holds with its confidence, else yes and no are as likely; so they are for "
    "conditional, undecided and silent members"
)
_EVEN: Final[Mapping[Ballot, float]] = {"yes": 0.5, "no": 0.5}
_YES: Final[Mapping[Ballot, float]] = {"yes": 1.0}
_NO: Final[Mapping[Ballot, float]] = {"no": 1.0}
_CAST: Final[Mapping[str, Ballot]] = {"supports": "yes", "opposes": "no", "abstains": "abstain", "absent": "absent"}
_MOST_PIVOTAL: Final = 60
_FEW: Final = 4
Sets = tuple[tuple[str, ...], ...]
Status = Literal["adopted", "blocked", "rejected", "open"]


class _Count(NamedTuple):
    """A game, the ballots that count as cast, who is yet to decide and has said so, and who has said nothing."""

    made: Game
    votes: Mapping[str, Ballot]
    wavering: tuple[str, ...]
    silent: tuple[str, ...]


def outlook(
    positions: Sequence[Position], body: Body, *, as_of: date | str | None = None, rule: str | None = None
) -> Outlook:
    """The outlook in a body on a day, from positions up to that day and that day's members.

    `rule` is the id of one of the body's rules, by default its ordinary one. Raises UnknownBody and BadRule.
    """
    day = as_of.isoformat() if isinstance(as_of, date) else as_of
    who = participants(body.id, day)
    row = rule_named(body.id, rule, day) if rule else default_rule(body.id, day)
    told = [p for p in positions if not (day and has_year(p.as_of) and p.as_of > day)]
    ledger = settle(told, ())
    latest = latest_positions(ledger.positions, ledger.standing, frozenset(who.members), day)
    sure = {actor: position.confidence for actor, position in latest.items()}
    return computed(row, who, tally_of(latest, who.size), as_of=day, confidences=sure)


def rule_named(body_id: str, name: str, day: str | None = None) -> RuleRow:
    """A body's rule by its id, written with hyphens or underscores.

    Raises BadRule if it has none of that id.
    """
    rules = rules_on(body_id, day)
    wanted = name.lower().replace("_", "-")
    for rule in rules:
        if rule.id == wanted:
            return rule
    raise BadRule(f"{name}: no rule of {body_id}; it has {', '.join(rule.id for rule in rules)}")


def latest_positions(
    positions: Sequence[Position], standing: Mapping[str, Standing], members: frozenset[str], day: str | None
) -> dict[str, Position]:
    """Each member's last position that is not after the day; `standing` indexes `positions`."""
    latest: dict[str, Position] = {}
    for actor in sorted(members & standing.keys()):
        held = [positions[i] for i in standing[actor].positions]
        held = [p for p in held if not (day and has_year(p.as_of) and p.as_of > day)]
        if held:
            latest[actor] = held[-1]
    return latest


def tally_of(latest: Mapping[str, Position], size: int) -> Tally:
    """Members by their latest stance, `size` of them in all."""
    groups: dict[str, list[str]] = {}
    for actor, position in sorted(latest.items()):
        groups.setdefault(position.stance, []).append(actor)
    return Tally(silent=size - len(latest), **{stance: tuple(actors) for stance, actors in groups.items()})


def stopping_alone(rule: RuleRow, who: Participants, made: Game, opposing: Iterable[str]) -> tuple[str, ...]:
    """Those whose no stops by itself what all others want; a party of a chamber does so only by a veto of the rule's own."""
    if who.are_parties and not any(isinstance(test, Everybody | Named) for test in tests_of(rule.expression)):
        return ()
    return tuple(member for member in opposing if member in made.place and suffices_alone(made, member))


def ballots_of(tally: Tally) -> dict[str, Ballot]:
    """The ballots of those whose stance is one; conditional, undecided and silent members have none yet."""
    return {member: ballot for stance, ballot in _CAST.items() for member in getattr(tally, stance)}


def computed(
    rule: RuleRow,
    who: Participants,
    tally: Tally,
    *,
    as_of: str | None,
    confidences: Mapping[str, float] | None = None,
    silence_until: str | None = None,
) -> Outlook:
    """The rule applied to the stances: conditional, undecided and silent members may still go either way.

    Under a silence procedure whose last day is past, who has said nothing consents. `confidences` are the stances'; without
    them they hold. Raises BadRule if the rule names what the participants have not.
    """
    count = _count(rule, who, tally, is_silence_over=bool(silence_until and as_of and as_of > silence_until))
    now = chance(count.made, count.votes)
    alone = stopping_alone(rule, who, count.made, tally.opposes)
    to_pass, to_fail = _turning(count, now)
    status: Status = "open"
    pivotal: tuple[str, ...] = ()
    if now == "certain":
        status, flips = "adopted", to_fail
    elif now == "possible":
        status, flips, pivotal = "open", _settling(count), _pivotal(count)
    else:
        status, flips = "blocked" if alone else "rejected", to_pass
    return Outlook(
        status=status,
        basis="computed",
        chance=now,
        blockers=(alone or tally.opposes) if now == "impossible" else (),
        flips=flips,
        to_pass=to_pass,
        to_fail=to_fail,
        pivotal=pivotal,
        probability=_probability(count, tally, confidences),
        silence_until=silence_until,
        as_of=as_of,
    )


def _count(rule: RuleRow, who: Participants, tally: Tally, *, is_silence_over: bool) -> _Count:
    made = game(rule, who)
    votes = {m: ballot for m, ballot in ballots_of(tally).items() if m in made.place}
    said = (*tally.conditional, *tally.undecided, *tally.declines_to_comment)
    wavering = tuple(m for m in said if m in made.place)
    silent = tuple(m for m in others(made, votes) if m not in wavering)
    if is_silence_over:
        votes |= dict.fromkeys(silent, "yes")
        silent = ()
    return _Count(made, votes, wavering, silent)


def _turning(count: _Count, now: Chance) -> tuple[Sets, Sets]:
    """The smallest sets in each direction in which it can still turn; of members by name."""
    made, votes = count.made, count.votes
    named = [p for p in made.players if not p.startswith("seat ")]
    cast = [p for p in named if p in votes]
    free = [p for p in named if p not in votes]
    if now == "impossible":
        return sets_to_pass(made, votes, cast, surely=False), ()
    if now == "certain":
        return (), sets_to_fail(made, votes, cast, surely=False)
    return sets_to_pass(made, votes, free, surely=True), sets_to_fail(made, votes, free, surely=True)


def _settling(count: _Count) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of members yet to decide who settle an open outcome if they come down on one side together."""
    waver = count.wavering or tuple(m for m, ballot in count.votes.items() if ballot == "abstain")
    both = (
        *sets_to_pass(count.made, count.votes, waver, surely=True),
        *sets_to_fail(count.made, count.votes, waver, surely=True),
    )
    return tuple(sorted(dict.fromkeys(both), key=lambda chosen: (len(chosen), chosen)))[:MOST_SETS]


def _pivotal(count: _Count) -> tuple[str, ...]:
    """Members who have said that they are yet to decide and whose vote can make the difference, by their Banzhaf index
    among all without a ballot: how much more likely it passes with their yes than with their no.
    """
    waver = count.wavering
    if not waver or len(waver) > _MOST_PIVOTAL or len(count.made.players) > 5 * _MOST_PIVOTAL:
        return ()
    if len(waver) > _FEW:
        strength = power(as_simple_game(count.made, count.votes)).banzhaf
    else:
        free = dict.fromkeys((*waver, *count.silent), _EVEN)
        cast: dict[str, Mapping[Ballot, float]] = {member: {ballot: 1.0} for member, ballot in count.votes.items()}
        strength = {m: _difference(count.made, cast | free, m) for m in waver}
    return tuple(sorted((m for m in waver if strength[m] > 0), key=lambda m: (-round(strength[m], 12), m)))


def _difference(made: Game, odds: Mapping[str, Mapping[Ballot, float]], member: str) -> float:
    with_yes, with_no = (chance_of_passing(made, {**odds, member: vote}) for vote in (_YES, _NO))
    return (with_yes or 0.0) - (with_no or 0.0)


def _probability(count: _Count, tally: Tally, confidences: Mapping[str, float] | None) -> Probability | None:
    """The chance of passing where anything is unsure and anything is known; None where there is nothing to go by."""
    sure = {m: (confidences or {}).get(m, 1.0) for m in count.votes}
    is_settled = not count.wavering and not count.silent and all(c >= 1 for c in sure.values())
    if is_settled or not (count.votes or count.wavering) or len(count.silent) > len(count.votes) * 40:
        return None
    odds: dict[str, Mapping[Ballot, float]] = {m: _odds(b, sure[m]) for m, b in count.votes.items()}
    odds |= dict.fromkeys(count.wavering, _EVEN)
    found = [
        chance_of_passing(count.made, odds | dict.fromkeys(count.silent, silent))
        for silent in ((_EVEN, _YES, _NO) if count.silent else (_EVEN,))
    ]
    if any(value is None for value in found):
        return None
    passing, agree, refuse = (round(value or 0.0, 4) for value in (found * 3 if len(found) == 1 else found))
    return Probability(passes=passing, if_silent_agree=agree, if_silent_refuse=refuse, assumes=_ASSUMES)


def _odds(ballot: Ballot, sure: float) -> Mapping[Ballot, float]:
    odds: dict[Ballot, float] = {"yes": (1 - sure) / 2, "no": (1 - sure) / 2}
    odds[ballot] = odds.get(ballot, 0.0) + sure
    return odds
