"""What names of states and capitals stand for: `python evaluation/metonymy.py [--data DATA/metonymy]`.

Own held-back rows (evaluation/data/metonymy): four senses, and government or not, capitals and countries apart. With
`--data` the ReLocaR set (Gritta et al. 2017; evaluation only): literal or metonymic.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any

from sayso.actors import states
from sayso.actors.senses import SENSES, sense_probabilities

HELD = Path(__file__).parent / "data/metonymy/held.jsonl"


def own() -> dict[str, Any]:
    capitals = {capital for state in states() for capital in state.capitals}
    right = government = 0
    apart: dict[str, list[bool]] = {"capitals": [], "countries": []}
    rows = [json.loads(line) for line in HELD.read_text("utf-8").splitlines()]
    for row in rows:
        start = [m.start() for m in re.finditer(re.escape(row["name"]), row["text"])][row.get("nth", 0)]
        found = SENSES[int(sense_probabilities(row["text"], (start, start + len(row["name"]))).argmax())]
        right += found == row["label"]
        is_right = (found == "government") == (row["label"] == "government")
        government += is_right
        apart["capitals" if row["name"] in capitals else "countries"].append(is_right)
    shares = {key: round(sum(values) / len(values), 3) for key, values in apart.items()}
    return {
        "rows": len(rows),
        "senses": round(right / len(rows), 3),
        "government": round(government / len(rows), 3),
        **shares,
    }


def relocar(path: Path) -> dict[str, Any]:
    rows = json.loads(path.read_text("utf-8"))
    right = 0
    for row in rows:
        words, (first, last) = row["sentence"], row["pos"]
        start = len(" ".join(words[:first])) + bool(first)
        name = (start, start + len(" ".join(words[first:last])))
        found = SENSES[int(sense_probabilities(" ".join(words), name).argmax())]
        right += (found != "place") == bool(row["label"])
    return {"rows": len(rows), "accuracy": round(right / len(rows), 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    args = parser.parse_args()
    found: dict[str, Any] = {"own": own()}
    if args.data:
        found["relocar"] = relocar(args.data / "relocar_train.json")
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
