"""How well article bodies are extracted: `python evaluation/extraction.py --data FOLDER [--out pred.json] [--show N]`.

FOLDER holds `ground-truth.json` and `html/KEY.html.gz` (article-extraction-benchmark, Zyte 2020). Scored are the body
blocks without the headline, language left aside: per page the 4-grams of the words as multisets; precision, recall and
F1 are of the means over pages, accuracy is the share of pages whose 4-grams are exactly the gold's. Prints JSON, with
trafilatura's precision mode alone beside it.
"""

import argparse
import difflib
import json
import re
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from sayso.reading.article import clean
from sayso.reading.formats import Source, take
from sayso.reading.page import Page

GRAM = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="write the predictions, as the benchmark's own scorer reads them")
    parser.add_argument("--show", type=int, default=0, help="print the differences of that many pages")
    options = parser.parse_args()
    gold = {k: v["articleBody"] for k, v in json.loads((options.data / "ground-truth.json").read_text("utf-8")).items()}
    pages = {key: (options.data / "html" / f"{key}.html.gz").read_bytes() for key in gold}
    started = time.perf_counter()
    ours = {key: body(key, data) for key, data in pages.items()}
    seconds = time.perf_counter() - started
    if options.out:
        options.out.write_text(json.dumps({key: {"articleBody": text} for key, text in ours.items()}), "utf-8")
    alone = {key: trafilatura_alone(key, data) for key, data in pages.items()}
    figures = {"sayso": score(gold, ours), "trafilatura precision mode": score(gold, alone)}
    print(json.dumps({**figures, "seconds a page": round(seconds / len(pages), 3)}, indent=1))
    for key in [key for key in gold if words(gold[key]) != words(ours[key])][: options.show]:
        show(key, gold[key], ours[key])


def body(key: str, data: bytes) -> str:
    """The body blocks of a page, joined by blank lines."""
    page = take(Source(name=f"{key}.html.gz", data=data), "html")
    return "\n\n".join(piece.text for piece in clean(page).body) if isinstance(page, Page) else ""


def trafilatura_alone(key: str, data: bytes) -> str:
    import gzip

    import trafilatura

    text: str | None = trafilatura.extract(gzip.decompress(data), favor_precision=True, include_comments=False)
    return text or ""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def grams(text: str) -> Counter[tuple[str, ...]]:
    found = words(text)
    return Counter(tuple(found[i : i + GRAM]) for i in range(max(1, len(found) - GRAM + 1))) if found else Counter()


def score(gold: Mapping[str, str], predicted: Mapping[str, str]) -> dict[str, float]:
    rows = [page_score(grams(gold[key]), grams(predicted[key])) for key in gold]
    precision, recall, accuracy = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "accuracy": round(accuracy, 4),
    }


def page_score(want: Counter[tuple[str, ...]], got: Counter[tuple[str, ...]]) -> tuple[float, float, float]:
    hit = sum((want & got).values())
    precision = hit / sum(got.values()) if got else float(not want)
    recall = hit / sum(want.values()) if want else 1.0
    return precision, recall, float(want == got)


def show(key: str, want: str, got: str) -> None:
    a, b = words(want), words(got)
    print(f"== {key}: {len(a)} words wanted, {len(b)} found")
    for kind, i, j, x, y in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            print(f"  at {i}: missed {' '.join(a[i:j][:40])!r}, extra {' '.join(b[x:y][:40])!r}")


if __name__ == "__main__":
    main()
