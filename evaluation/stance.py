"""The shipped stance classifier on held-out pairs of topics that no training pair has.

python evaluation/stance.py
"""

import json
from collections import Counter
from pathlib import Path

from sayso.positions.encode import LABELS
from sayso.positions.stance import stance_probabilities

GOLD = Path(__file__).parent / "data" / "stance" / "gold.jsonl"


def measure() -> dict[str, object]:
    """Accuracy, macro F1 over the labels that occur, and F1 of each."""
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines() if line.strip()]
    pairs = []
    for row in rows:
        start = row["passage"].index(row["actor"])
        probabilities = stance_probabilities(row["passage"], [(start, start + len(row["actor"]))], row["proposal"])
        pairs.append((row["stance"], LABELS[int(probabilities.argmax())]))
    scores = {}
    for label in sorted({gold for gold, _ in pairs}):
        hit = sum(gold == got == label for gold, got in pairs)
        scores[label] = round(2 * hit / sum((gold == label) + (got == label) for gold, got in pairs), 3)
    return {
        "pairs": len(pairs),
        "accuracy": round(sum(gold == got for gold, got in pairs) / len(pairs), 3),
        "macro_f1": round(sum(scores.values()) / len(scores), 3),
        "f1": scores,
        "confusions": Counter(f"{gold} as {got}" for gold, got in pairs if gold != got).most_common(8),
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
