"""How well time expressions are found and resolved, on TimeML files (TimeBank, AQUAINT).

    python evaluation/timex.py --data FOLDER [--errors N]

FOLDER holds `*.tml`, at any depth. Scored are expressions with a calendar value (DATE and TIME; durations, sets and
vague references name no day). Value accuracy is over the expressions of day granularity found (relaxed). Prints JSON.
"""

import argparse
import hashlib
import json
import re
from pathlib import Path
from xml.etree import ElementTree

from sayso.records import Article, Block, Timex
from sayso.timeline import find_timexes

Gold = tuple[int, int, str]


def main() -> None:
    """Score every file of the folder and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    counts = dict.fromkeys(("gold", "found", "relaxed", "strict", "days", "values"), 0)
    errors: list[str] = []
    for path in sorted(options.data.rglob("*.tml")):
        score(path, counts, errors)
    print(json.dumps(figures(counts), indent=1))
    print("\n".join(errors[: options.errors]))


def figures(counts: dict[str, int]) -> dict[str, float]:
    """F1 relaxed and strict, and the share of day values right."""
    both = counts["gold"] + counts["found"]
    return {
        **counts,
        "relaxed_f1": round(2 * counts["relaxed"] / both, 3),
        "relaxed_precision": round(counts["relaxed"] / counts["found"], 3),
        "relaxed_recall": round(counts["relaxed"] / counts["gold"], 3),
        "strict_f1": round(2 * counts["strict"] / both, 3),
        "day_value_accuracy": round(counts["values"] / counts["days"], 3),
    }


def score(path: Path, counts: dict[str, int], errors: list[str]) -> None:
    """Add one file's counts."""
    article, gold = read(path)
    timexes = list(find_timexes(article))
    counts["gold"] += len(gold)
    counts["found"] += len(timexes)
    for start, end, value in gold:
        hit = next((t for t in timexes if t.span[0] < end and t.span[1] > start), None)
        words = f"{path.name}: {article.text[max(0, start - 50) : end + 30]!r} [{article.text[start:end]}] {value}"
        if hit is None:
            errors.append(f"MISS {words}")
            continue
        timexes.remove(hit)
        counts["relaxed"] += 1
        counts["strict"] += hit.span == (start, end)
        if re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", value):
            counts["days"] += 1
            counts["values"] += hit.start == value[:10]
            if hit.start != value[:10]:
                errors.append(f"VALUE {article.published} {words} got {hit.start}")
    errors.extend(f"EXTRA {path.name}: {context(article, t)}" for t in timexes)


def context(article: Article, timex: Timex) -> str:
    """A time expression with the words around it."""
    start, end = timex.span
    return f"{article.text[max(0, start - 50) : end + 30]!r} [{article.text[start:end]}] {timex.start}"


def read(path: Path) -> tuple[Article, list[Gold]]:
    """An article with its gold expressions: start, end, value."""
    root = ElementTree.parse(path).getroot()
    body = root.find("TEXT")
    pieces: list[str] = []
    gold: list[Gold] = []

    def walk(node: ElementTree.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        value = node.get("value", "")
        if node.tag == "TIMEX3" and node.get("type") in ("DATE", "TIME") and re.match(r"\d{2,4}", value):
            gold.append((start, sum(map(len, pieces)), value))

    if body is not None:
        walk(body)
    text = "".join(pieces)
    blocks = tuple(Block(start=m.start(), end=m.end(), kind="body") for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    created = root.find("DCT/TIMEX3")
    published = created.get("value", "")[:10] if created is not None else None
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=f"sha256:{digest}", text=text, blocks=blocks, published=published), gold


if __name__ == "__main__":
    main()
