"""How fast attribution is on one core, what it costs over the bare encoder, and the memory of a long document.

python evaluation/pace.py --data DATA
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 5
LONG_WORDS = 200_000


def measure(data: Path) -> dict[str, float]:
    """Words a second on one core, the time over the encoder's own, and megabytes for 200,000 words."""
    from sayso.language.encoder import run, tokenizer
    from sayso.language.pieces import pack, paragraphs
    from sayso.statements import attributions_in
    from sayso.statements.find import MODEL
    from sayso.statements.scores import Scores

    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = [
        path.read_bytes().decode("utf-8") for path in sorted((data / "polnear" / "dev" / "text").glob("*.txt"))[:40]
    ]
    words = sum(len(text.split()) for text in texts)
    windows = [w for text in texts for w in pack(text, paragraphs(text), tokenizer())]
    run(MODEL, Scores._fields, windows[0].ids, windows[0].shapes)
    bare, whole = [], []
    for _ in range(RUNS):
        began = time.perf_counter()
        for window in windows:
            run(MODEL, Scores._fields, window.ids, window.shapes)
        bare.append(time.perf_counter() - began)
        began = time.perf_counter()
        for text in texts:
            attributions_in(text, paragraphs(text))
        whole.append(time.perf_counter() - began)
    return {
        "words_per_second_one_core": round(words / statistics.median(whole)),
        "over_the_bare_encoder": round(statistics.median(w / b for w, b in zip(whole, bare, strict=True)), 3),
    }


def long_document(data: Path) -> dict[str, float]:
    """Seconds for a document of 50,000 words and of 200,000, all statements with their chains, and the peak of memory."""
    from sayso.language.pieces import paragraphs
    from sayso.records import Article, Block
    from sayso.verbs import find_statements

    texts = [path.read_bytes().decode("utf-8") for path in sorted((data / "polnear" / "dev" / "text").glob("*.txt"))]
    words = [w for text in texts * 10 for w in (text + "\n\n").split(" ")]
    taken = {}
    for number in (LONG_WORDS // 4, LONG_WORDS):
        text = " ".join(words[:number])
        blocks = tuple(Block(start=a, end=b, kind="body") for a, b in paragraphs(text))
        began = time.perf_counter()
        find_statements(Article(id="long", text=text, blocks=blocks))
        taken[f"seconds_for_{number}_words"] = round(time.perf_counter() - began, 1)
    return {**taken, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--long", action="store_true", help="measure the long document alone (a process of its own)")
    args = parser.parse_args()
    if args.long:
        print(json.dumps(long_document(args.data)))
        return
    table = measure(args.data)
    command = [sys.executable, __file__, "--data", args.data, "--long"]
    table |= json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    print(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
