"""How fast power indices are, and what the packages of the index take for the same games in the same run.

python evaluation/power.py [--peers PYTHON]

The packages are installed in an environment of their own, in a temporary folder, if no interpreter that has them is
named. Each is given LIMIT seconds and MEMORY bytes an index; "no" where it does not take the game.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

PUBLISHED = Path(__file__).parents[1] / "tests" / "decisions" / "data" / "published_power.toml"
PACKAGES = ("power-bdd==1.0.0", "powerindices==1.0.2", "powerindex==0.3.5", "numpy")
LIMIT = 60
MEMORY = 6 << 30
INDICES = ("banzhaf", "shapley")

Case = dict[str, list]
"""`gains`: one list a threshold; `needed`: one number a threshold; `winning`: sets of thresholds."""


# games -----------------------------------------------------------------------------------------------------------


def cases() -> Iterator[tuple[str, Case]]:
    rows = {row["id"]: row for row in tomllib.loads(PUBLISHED.read_text("utf-8"))["game"]}
    yield "Electoral College, 51 states of 538 votes", printed(rows["us-electoral-college"])
    yield "200 members of 10,000 votes", weighted([1 + n * n % 101 for n in range(200)], 10_000)
    yield "EU-28, 16 states and 65 % of 513 million inhabitants, or 25", printed(rows["eu-28-2019"])
    yield "EU-28, the same in thousands", in_thousands(printed(rows["eu-28-2019"]))
    yield "both chambers, President and Vice President of the US, 537 players", printed(rows["us-federal-system"])
    yield (
        "191 members of 5 million votes",
        weighted([830_000, *(1500 + 7 * n * n % 43_000 for n in range(190))], 5_000_000),
    )


def printed(row: dict) -> Case:
    players = [kind["gains"] for kind in row["members"] for _ in range(kind["number"])]
    return {
        "gains": [list(each) for each in zip(*players, strict=True)],
        "needed": row["needed"],
        "winning": row["winning"],
    }


def weighted(raw: list[int], total: int) -> Case:
    """One threshold of more than half, weights scaled to about a total."""
    gains = [gain * total // sum(raw) for gain in raw]
    return {"gains": [gains], "needed": [sum(gains) // 2 + 1], "winning": [[0]]}


def in_thousands(case: Case) -> Case:
    count, people, blocking = case["gains"]
    people = [round(number / 1000) for number in people]
    needed = [case["needed"][0], -(-sum(people) * 65 // 100), case["needed"][2]]
    return {"gains": [count, people, blocking], "needed": needed, "winning": case["winning"]}


# ours ------------------------------------------------------------------------------------------------------------


def ours(case: Case) -> tuple[dict[str, object], dict[str, list[float]]]:
    """Seconds for all indices together on one core, what was rounded, and the indices."""
    from sayso.decisions.power import power
    from sayso.decisions.simple_games import SimpleGame, Threshold

    thresholds = tuple(Threshold(tuple(g), n) for g, n in zip(case["gains"], case["needed"], strict=True))
    players = tuple(map(str, range(len(case["gains"][0]))))
    game = SimpleGame(players, thresholds, tuple(map(frozenset, case["winning"])))
    began = time.perf_counter()
    found = power(game)
    seconds = round(time.perf_counter() - began, 2)
    values = {name: list(getattr(found, name).values()) for name in (*INDICES, "banzhaf_share")}
    return {"sayso_all_indices_s": seconds, "rounding": found.rounding}, values


# theirs: run by another interpreter, which has no sayso ------------------------------------------------------------


def of_power_bdd(case: Case, index: str) -> list[float]:
    from functools import reduce
    from operator import and_, or_

    from power_bdd.bdd import BDD, WeightedGame

    sys.setrecursionlimit(100_000)

    def diagram(threshold: int) -> BDD:
        return BDD(WeightedGame(case["needed"][threshold], list(case["gains"][threshold])))

    whole = reduce(or_, [reduce(and_, map(diagram, chosen)) for chosen in case["winning"]])
    return whole.calc_banzhaf() if index == "banzhaf" else whole.calc_shapley()


def of_powerindices(case: Case, index: str) -> list[float]:
    import powerindices

    if len(case["gains"]) > 1:
        raise NotImplementedError("one threshold only, if need be with a number of members")
    compute = {"banzhaf": powerindices.compute_pbi, "shapley": powerindices.compute_ssi}[index]
    return list(map(float, compute(case["needed"][0], list(case["gains"][0]))))


def of_powerindex(case: Case, index: str) -> list[float]:
    from powerindex import Game

    if len(case["gains"]) > 1:
        raise NotImplementedError("one threshold only")
    game = Game(case["needed"][0], case["gains"][0])
    game.calc_banzhaf() if index == "banzhaf" else game.calc_shapley_shubik()
    return game.banzhaf if index == "banzhaf" else game.shapley_shubik


PEERS: dict[str, Callable[[Case, str], list[float]]] = {
    "power_bdd": of_power_bdd,
    "powerindices": of_powerindices,
    "powerindex": of_powerindex,
}


def as_peer(name: str, index: str) -> None:
    """Read a game, write the seconds and the values."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    case = json.load(sys.stdin)
    began = time.perf_counter()
    values = PEERS[name](case, index)
    print(json.dumps({"seconds": round(time.perf_counter() - began, 2), "values": values}))


def theirs(python: Path, name: str, case: Case, found: dict[str, list[float]]) -> Iterator[tuple[str, object]]:
    """Seconds for each index, or why there is none; the largest difference from ours."""
    for index in INDICES:
        command = [python, __file__, "--as-peer", name, index]
        try:
            run = subprocess.run(command, input=json.dumps(case), capture_output=True, timeout=LIMIT, text=True)
        except subprocess.TimeoutExpired:
            yield f"{name}_{index}_s", f"over {LIMIT}"
            continue
        if run.returncode:
            yield f"{name}_{index}_s", f"no: {run.stderr.strip().splitlines()[-1][:90]}"
            continue
        peer = json.loads(run.stdout.splitlines()[-1])  # one of them prints lines of its own
        kind = "banzhaf_share" if (name, index) == ("powerindex", "banzhaf") else index
        yield f"{name}_{index}_s", peer["seconds"]
        pairs = zip(peer["values"], found[kind], strict=True)
        yield f"{name}_{index}_largest_difference", max(abs(a - b) for a, b in pairs)


# all -------------------------------------------------------------------------------------------------------------


def measure(python: Path) -> dict[str, dict[str, object]]:
    table = {}
    for title, case in cases():
        print(title, file=sys.stderr)
        row, found = ours(case)
        for name in PEERS:
            row |= dict(theirs(python, name, case, found))
        table[title] = row
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="an interpreter that has the packages")
    parser.add_argument("--as-peer", nargs=2, metavar=("NAME", "INDEX"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.as_peer:
        as_peer(*args.as_peer)
        return
    with tempfile.TemporaryDirectory() as folder:
        python = args.peers or Path(folder) / "bin" / "python"
        if not args.peers:
            venv.create(folder, with_pip=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        print(json.dumps(measure(python), indent=1))


if __name__ == "__main__":
    main()
