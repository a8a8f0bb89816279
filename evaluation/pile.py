"""Time of actors and positions beside the statement pass, on a pile of which a few articles are on the question.

    python evaluation/pile.py --data DATA [--debate evaluation/debates/dev/eu-china-ev-tariffs] [--others 95]

One core. The statement pass reads every article for its attributions, contents again for those inside them. Prints seconds,
and the share that actors (all articles) and positions (the question) take of it.
"""

import argparse
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

from sayso.actors import find_actors  # noqa: E402
from sayso.positions import find_positions, propose  # noqa: E402
from sayso.reading import ReadOptions, read_all  # noqa: E402
from sayso.records import Article  # noqa: E402
from sayso.statements import find_attributions, nested_attributions  # noqa: E402
from sayso.verbs import analyse  # noqa: E402

DEBATE = Path(__file__).parent / "debates/dev/eu-china-ev-tariffs"


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def statement_pass(article: Article) -> None:
    nested_attributions(article.text, nested_attributions(article.text, find_attributions(article)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--debate", type=Path, default=DEBATE)
    parser.add_argument("--others", type=int, default=95)
    args = parser.parse_args()
    others = sorted((args.data / "polnear/train/text").glob("*"))[: args.others]
    pages = sorted((args.debate / "articles").iterdir())
    articles, _ = read_all(tuple(map(str, (*others, *pages))), ReadOptions())
    topic = json.loads((args.debate / "gold.json").read_text("utf-8"))["topic"]
    readings = [analyse(article) for article in articles]  # models loaded, nothing of the debate's positions known yet
    spoken, _ = timed(lambda: [statement_pass(article) for article in articles])
    acting, _ = timed(lambda: [find_actors(article) for article in articles])
    proposal = propose(readings, topic)
    standing, found = timed(lambda: find_positions(readings, proposal, topic))
    words = sum(len(article.text.split()) for article in articles)
    print(
        json.dumps(
            {
                "articles": len(articles),
                "words": words,
                "statement_pass_s": round(spoken, 2),
                "actors_s": round(acting, 2),
                "positions_s": round(standing, 2),
                "positions": len(found.positions),
                "actors_and_positions_over_statements": round((acting + standing) / spoken, 2),
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
