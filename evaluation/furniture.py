"""Measures the furniture filter: `python evaluation/furniture.py --data DATA [--dev] [--show N]`.

Precision, recall and F1 of "furniture" over the labelled lines of real pages (once with their markup, once as plain
text) and of own pages (once as plain text, once in `<p>`), by view and, for own pages, by class; then the share of
article lines removed from PolNeAR's dev articles and from the gold bodies of the real pages.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from furniture_pages import Page, discards, extraction_pages, is_held_back, own_pages

from sayso.reading.furniture import Line, judge


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora: extraction/ and polnear/")
    parser.add_argument("--dev", action="store_true", help="the dev half alone: what tuning may look at")
    parser.add_argument("--show", type=int, default=0, help="print that many failures of each kind, of dev only")
    args = parser.parse_args()
    real, own = extraction_pages(args.data / "extraction"), own_pages()
    plain = [page._replace(lines=[Line(line.text) for line in page.lines]) for page in real]
    views = {
        "real pages, markup": real,
        "real pages, plain": plain,
        "own pages, plain": own[::2],
        "own pages, <p>": own[1::2],
    }
    for part in ("dev",) if args.dev else ("dev", "held-back"):
        print_part(
            part,
            {view: [p for p in pages if is_held_back(p.key) == (part == "held-back")] for view, pages in views.items()},
        )
    if args.show:
        show([p for pages in views.values() for p in pages if not is_held_back(p.key)], args.show)
    print_harm("polnear dev", polnear_lines(args.data / "polnear" / "dev"))
    print_harm("gold bodies", gold_lines(args.data / "extraction", dev_only=args.dev))


def print_part(part: str, views: dict[str, list[Page]]) -> None:
    total: Counter[str] = Counter()
    for view, pages in views.items():
        counts = count(pages)
        total += counts
        print(f"{part:10} {view:20} pages {len(pages):3} {figures(counts)}")
    print(f"{part:10} {'all':20} {'':9} {figures(total)}")
    print("  own pages by class: " + ", ".join(by_class([p for v in views for p in views[v] if "own" in v])))


def count(pages: Iterable[Page]) -> Counter[str]:
    """Lines by outcome: kept or removed, of the article or furniture."""
    counts: Counter[str] = Counter()
    for page in pages:
        for label, reason in zip(page.labels, judge(page.lines, page.title), strict=True):
            if label:
                counts[f"{'article' if label == 'article' else 'furniture'} {'removed' if reason else 'kept'}"] += 1
    return counts


def figures(counts: Counter[str]) -> str:
    hit, missed, wrong = counts["furniture removed"], counts["furniture kept"], counts["article removed"]
    precision, recall = hit / max(1, hit + wrong), hit / max(1, hit + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"furniture {hit + missed:4} article {wrong + counts['article kept']:5}  "
        f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  article removed {wrong}"
    )


def by_class(pages: Sequence[Page]) -> list[str]:
    found, named, total = Counter[str](), Counter[str](), Counter[str]()
    for page in pages:
        for label, reason in zip(page.labels, judge(page.lines, page.title), strict=True):
            if label and label != "article":
                total[label] += 1
                found[label] += reason is not None
                named[label] += reason == label
    return [f"{k} {found[k]}/{n} ({named[k]} so named)" for k, n in sorted(total.items())]


def show(pages: Sequence[Page], most: int) -> None:
    for wanted in (True, False):
        print("\nfurniture kept" if wanted else "\narticle removed")
        seen: set[str] = set()
        for page in pages:
            for line, label, reason in zip(page.lines, page.labels, judge(page.lines, page.title), strict=True):
                wrong = label and (label != "article") == wanted and (reason is None) == wanted
                if wrong and line.text not in seen and len(seen) < most:
                    seen.add(line.text)
                    print(f"  {page.key[:12]:12} {label:12} {reason or '':20} {line.tag or '':5} {line.text[:110]}")


def polnear_lines(split: Path) -> list[list[str]]:
    """The lines of each article, without those whose every word the annotators discarded."""
    articles = []
    for path in sorted((split / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        spans = [
            s for note in (split / "attributions").glob(f"{path.stem}_*.ann") for s in discards(note.read_text("utf-8"))
        ]
        lines, at = [], 0
        for raw in text.split("\n"):
            if raw.strip() and not any(a <= at + len(raw) and b >= at for a, b in spans):
                lines.append(raw)
            at += len(raw) + 1
        articles.append(lines)
    return articles


def gold_lines(folder: Path, *, dev_only: bool) -> list[list[str]]:
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = (page for key, page in gold.items() if not (dev_only and is_held_back(key)))
    return [[line for line in page["articleBody"].splitlines() if line.strip()] for page in pages]


def print_harm(name: str, articles: Sequence[Sequence[str]]) -> None:
    start = time.perf_counter()
    verdicts = [(line, v) for a in articles for line, v in zip(a, judge([Line(t) for t in a], None), strict=True)]
    spent = (time.perf_counter() - start) / len(articles)
    removed = [line for line, v in verdicts if v]
    letters = sum(map(len, removed)) / sum(len(line) for line, _ in verdicts)
    print(
        f"{name:12} {len(articles)} articles, {len(verdicts)} lines, removed {len(removed)} "
        f"({len(removed) / len(verdicts):.2%} of lines, {letters:.2%} of letters), {spent * 1000:.1f} ms an article"
    )


if __name__ == "__main__":
    main()
