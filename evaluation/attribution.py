"""Attribution on PolNeAR dev, as a user runs it (`sayso statements --raw`), and how far its confidence is to be believed.

python evaluation/attribution.py --data DATA --tools TOOLS
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from scorer import scorer

SAYSO = Path(sys.executable).parent / "sayso"
BINS = 10


def measure(data: Path, tools: Path) -> dict[str, object]:
    """The scorer's table, the expected calibration error, and words a second with start-up."""
    split = data / "polnear" / "dev"
    texts = sorted((split / "text").glob("*.txt"))
    words = sum(len(path.read_text("utf-8").split()) for path in texts)
    began = time.monotonic()
    lines = subprocess.run([SAYSO, "statements", "--raw", *texts], capture_output=True, check=True).stdout
    seconds = time.monotonic() - began
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(lines)
        file.flush()
        command = [sys.executable, tools / "score_attribution.py", "--gold", split, "--pred", file.name]
        table: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    rows = {row["doc"]: row["statements"] for row in map(json.loads, lines.splitlines())}
    table["calibration"] = calibration(judged(scorer(tools), split, rows))
    table["words_per_second"] = round(words / seconds)
    table["articles"] = len(texts)
    return table


def judged(module: ModuleType, split: Path, predicted: dict[str, list[dict[str, Any]]]) -> list[tuple[float, bool]]:
    """The confidence of each predicted attribution, and whether its content matches one of gold and the source agrees."""
    pairs: list[tuple[float, bool]] = []
    for stem, text, gold_rows in module.read_gold(split):
        words = module.Words(text)
        rows = predicted.get(stem, [])
        sides = [
            [(words.covered(s["content"]), words.covered(s["source"])) for s in side] for side in (gold_rows, rows)
        ]
        gold = [side for side in sides[0] if side[0]]
        right = set()
        for g, p in module.match(gold, sides[1]):
            source, other = gold[g][1], sides[1][p][1]
            if source & other or not (source or other):
                right.add(p)
        pairs += [(row["confidence"], number in right) for number, row in enumerate(rows)]
    return pairs


def calibration(pairs: Sequence[tuple[float, bool]]) -> dict[str, object]:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017), and each bin: how sure, how right, how many."""
    error, table = 0.0, []
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        held = [(c, r) for c, r in pairs if low <= c < high or (high == 1.0 and c == 1.0)]
        if held:
            sure, right = sum(c for c, _ in held) / len(held), sum(r for _, r in held) / len(held)
            error += abs(sure - right) * len(held) / len(pairs)
            table.append([round(sure, 2), round(right, 2), len(held)])
    return {"ece": round(error, 4), "bins": table}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True, help="folder of the scorers")
    args = parser.parse_args()
    table = measure(args.data, args.tools)
    bins = table["calibration"].pop("bins")  # type: ignore[attr-defined]
    print(json.dumps(table, indent=1))
    print("confidence, right, number:", *bins)


if __name__ == "__main__":
    main()
