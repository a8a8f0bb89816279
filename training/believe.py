"""Calibrate the positions on the development debates: writes resources/models/stance.json (positions/belief.py).

    python training/believe.py --debates evaluation/debates/dev --judged evaluation/debates/judged.json --tools TOOLS

Every candidate passage whose actor the gold lists counts as right if its stance is one of the actor's in that article; of actors
that the gold does not list those count that a reader judged (`judged`: granted or not). Prints a leave-one-debate-out
calibration.
"""

import argparse
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.actors.across import with_one_cast
from sayso.decisions import find_rules
from sayso.positions.belief import Settings, features
from sayso.positions.candidates import candidates_in
from sayso.positions.encode import STANCES
from sayso.positions.find import asked_of, probabilities_of
from sayso.positions.forum import home_of
from sayso.positions.proposal import propose
from sayso.positions.relevance import terms_in
from sayso.reading import ReadOptions, read_all
from sayso.verbs import analyse

sys.path.insert(0, str(Path(__file__).parents[1] / "evaluation"))
from scorer import scorer

OUT = Path(__file__).parents[1] / "src/sayso/resources/models/stance.json"
KEEP, UNCERTAIN, RIVAL, RIDGE, BARE = 0.5, 0.6, 0.7, 1.0, 0.4


def rows_of(
    folder: Path, score: ModuleType, judged: dict[tuple[str, str, str, str], bool]
) -> list[tuple[tuple[float, ...], bool]]:
    """Features and right or wrong of every candidate of a debate of which it is known."""
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))
    names = score.names_of(gold)
    articles, _ = read_all(tuple(sorted(map(str, (folder / "articles").iterdir()))), ReadOptions())
    readings = with_one_cast([analyse(article) for article in articles])
    proposal = propose(readings, gold["topic"])
    if proposal is None:
        return []
    terms, asked = terms_in(gold["topic"], articles), asked_of(gold["topic"], proposal)
    rules = [rule.evidence for article in articles for rule in find_rules(article)]
    home, rows = home_of(readings, terms), []
    for reading in readings:
        file, actors = Path(reading.article.file or "").name, {actor.id: actor for actor in reading.actors}
        for candidate in candidates_in(reading, terms, rules, home):
            found = probabilities_of(reading.article, candidate, asked)
            stance, actor = STANCES[int(found[:-1].argmax())], actors[candidate.party]
            forms = {score.fold(form) for form in (actor.name, *actor.forms)}
            mine = [
                p for p in gold["positions"]
                if p["article"] == file and (score.fold(actor.name) in names[p["actor"]] or score.fold(p["actor"]) in forms)
            ]  # fmt: skip
            right = any(stance in score.accepts(p) for p in mine) if mine else None
            if right is None:
                right = judged.get((folder.name, file, actor.name, stance))
            if right is not None and 1.0 - found[-1] >= BARE:
                rows.append((features(found), right))
    return rows


def fit(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ridge logistic regression by Newton's method; the bias comes first."""
    z, weights = np.c_[np.ones(len(x)), x], np.zeros(x.shape[1] + 1)
    ridge = RIDGE * np.diag([0.0, *np.ones(x.shape[1])])
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-z @ weights))
        weights = weights + np.linalg.solve((z.T * (p * (1 - p))) @ z + ridge, z.T @ (y - p) - ridge @ weights)
    return weights


def calibration(p: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """Expected calibration error over ten bins (Guo et al. 2017)."""
    bins = np.minimum((p * 10).astype(int), 9)
    return float(sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).sum() for b in set(bins)) / len(y))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--debates", type=Path, required=True)
    parser.add_argument("--judged", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True, help="folder of the scorers")
    args = parser.parse_args()
    score = scorer(args.tools, "score_debates")
    judged = {
        (r["debate"], r["article"], r["actor"], r["stance"]): r["granted"]
        for r in json.loads(args.judged.read_text("utf-8"))
    }
    folders = sorted(p.parent for p in args.debates.glob("*/gold.json"))
    by_debate = {folder.name: rows_of(folder, score, judged) for folder in folders}
    held = []
    for name, rows in by_debate.items():
        others = [row for other, found in by_debate.items() if other != name for row in found]
        weights = fit(np.array([r[0] for r in others]), np.array([r[1] for r in others], dtype=float))
        held += [(1 / (1 + np.exp(-weights @ np.r_[1.0, row[0]])), float(row[1])) for row in rows]
    p, y = np.array(held).T
    print(f"{len(held)} candidates, right {y.mean():.3f}, ECE {calibration(p, y):.3f} (leave one debate out)")
    everything = [row for rows in by_debate.values() for row in rows]
    weights = fit(np.array([r[0] for r in everything]), np.array([r[1] for r in everything], dtype=float))
    settings = Settings(weights=tuple(round(float(w), 4) for w in weights), keep=KEEP, uncertain=UNCERTAIN, rival=RIVAL)
    OUT.write_bytes(msgspec.json.format(msgspec.json.encode(settings)) + b"\n")


if __name__ == "__main__":
    main()
