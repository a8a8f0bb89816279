"""How long an outlook takes: `python evaluation/outlook.py`. One core; the best of several runs, after a first one."""

import json
import random
import time
from collections.abc import Callable, Iterable

from sayso.decisions.calculator import decide_votes
from sayso.decisions.games import as_simple_game, game
from sayso.decisions.outlook import computed, rule_named
from sayso.decisions.power import power
from sayso.decisions.table import participants
from sayso.records import Tally

DAY = "2025-12-01"


def milliseconds(work: Callable[[], object], runs: int) -> float:
    taken = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return round(min(taken[1:]) * 1000, 1)


def outlook_of(body: str, rule: str, **columns: Iterable[str]) -> Callable[[], object]:
    who, row = participants(body, DAY), rule_named(body, rule, DAY)
    said = {stance: tuple(members) for stance, members in columns.items()}
    tally = Tally(silent=len(who.members) - sum(map(len, said.values())), **said)
    sure = {member: 0.9 for members in said.values() for member in members}
    return lambda: computed(row, who, tally, as_of=DAY, confidences=sure)


def main() -> None:
    rng = random.Random(1)
    eu, assembly = participants("eu-council", DAY).members, participants("unga", DAY).members
    against = ("FRA", "POL", "AUT", "IRL", "HUN")
    mixed = rng.sample(assembly, 150)
    figures = {
        "EU-27, five against, one undecided, 21 silent": milliseconds(
            outlook_of("eu-council", "qualified-majority", opposes=against, undecided=("ITA",)), 5
        ),
        "EU-27, five against, all others for, each stance .9 sure": milliseconds(
            outlook_of("eu-council", "qualified-majority", opposes=against, supports=set(eu) - set(against)), 5
        ),
        "EU-27, nobody heard": milliseconds(outlook_of("eu-council", "qualified-majority"), 5),
        "General Assembly, 80 for, 70 against, 43 silent": milliseconds(
            outlook_of("unga", "two-thirds", supports=mixed[:80], opposes=mixed[80:]), 3
        ),
        "IMF, 85 %, United States against": milliseconds(
            lambda: decide_votes("imf", {"supports": ["rest"], "opposes": ["USA"]}, rule="85-percent"), 3
        ),
    }
    print(json.dumps({f"{name}, ms": value for name, value in figures.items()}, indent=1))
    made = game(rule_named("imf", "85-percent"), participants("imf", DAY))
    began = time.perf_counter()
    found = power(as_simple_game(made))
    print(json.dumps({"IMF, all indices, s": round(time.perf_counter() - began, 1), "rounding": found.rounding}))


if __name__ == "__main__":
    main()
