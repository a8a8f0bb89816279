"""Measure every figure anew and write results.md.

    python evaluation/run.py --data DATA --tools TOOLS      (or: make evaluate DATA=… TOOLS=…)

DATA is the folder of public corpora, TOOLS that of the scorers; neither is part of the project.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
DEV, HELD = (f"evaluation/data/attribution/{half}.jsonl" for half in ("dev", "held"))


class Figure(NamedTuple):
    """One script and what it measures on what."""

    title: str
    corpus: str
    script: str
    arguments: tuple[str, ...]


FIGURES = (
    Figure(
        "Attribution",
        "PolNeAR dev, 84 articles; development set",
        "attribution.py",
        ("--data", "{data}", "--tools", "{tools}"),
    ),
    Figure(
        "Attribution: textacy with a spaCy model",
        "the same split; direct quotations alone",
        "peers.py",
        ("--data", "{data}", "--tools", "{tools}"),
    ),
    Figure(
        "Chains, development half", "own passages; rules were written with their errors in view", "chains.py", (DEV,)
    ),
    Figure("Chains, held-back half", "own passages", "chains.py", (HELD,)),
    Figure("Pace", "PolNeAR dev, 40 articles; one core", "pace.py", ("--data", "{data}")),
    Figure(
        "Whole briefs, development",
        "eight own debates and sweden-nato; rules were written with their errors in view",
        "debates.py",
        ("--data", "evaluation/debates/dev", "{data}/debates", "--tools", "{tools}", "--variants"),
    ),
    Figure(
        "Whole briefs, set aside",
        "four own debates not read before, and sweden-nato, which is a development set",
        "debates.py",
        ("--data", "evaluation/debates/held", "{data}/debates", "--tools", "{tools}", "--variants"),
    ),
    Figure("Stance", "own pairs, topics not trained on", "stance.py", ()),
    Figure(
        "Place names",
        "own held-back rows; ReLocaR, train half, for comparison",
        "metonymy.py",
        ("--data", "{data}/metonymy"),
    ),
    Figure("Actors, development half", "own passages", "actors.py", ("evaluation/data/actors/dev.jsonl",)),
    Figure("Actors, held-back half", "own passages", "actors.py", ("evaluation/data/actors/held.jsonl",)),
    Figure(
        "Actors and positions beside statements",
        "95 articles of PolNeAR train and five on the question; one core",
        "pile.py",
        ("--data", "{data}"),
    ),
    Figure(
        "Article bodies",
        "91 pages of the article-extraction-benchmark",
        "extraction.py",
        ("--data", "{data}/extraction"),
    ),
    Figure("Furniture", "own labels, split by page", "furniture.py", ("--data", "{data}")),
    Figure("Time expressions", "TimeBank, AQUAINT; development sets", "timex.py", ("--data", "{data}/timex")),
    Figure(
        "Clashes of text and table, development half",
        "own passages; rules were written with their errors in view",
        "clashes.py",
        ("--data", "evaluation/data/clashes/dev.jsonl"),
    ),
    Figure(
        "Clashes of text and table, held-back half",
        "own passages, another set of questions",
        "clashes.py",
        ("--data", "evaluation/data/clashes/held.jsonl"),
    ),
    Figure("Outlooks", "bodies of the table; one core", "outlook.py", ()),
    Figure("Power indices", "published games and large ones, packages of the index in the same run", "power.py", ()),
    Figure("Speed", "examples/, cold start", "speed.py", ()),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--only", help="measure this script alone and print it")
    args = parser.parse_args()
    sections = []
    for figure in FIGURES:
        if args.only in (None, figure.script):
            print(f"measuring: {figure.title}", file=sys.stderr)
            sections.append(section(figure, args.data, args.tools))
    text = "\n".join([head(), *sections])
    if args.only:
        print(text)
    else:
        (HERE / "results.md").write_text(text, "utf-8")


def section(figure: Figure, data: str, tools: str) -> str:
    arguments = [a.format(data=data, tools=tools) for a in figure.arguments]
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, HERE / figure.script, *arguments], capture_output=True, text=True, check=True
    )
    seconds = time.monotonic() - began
    shown = " ".join(a.format(data="DATA", tools="TOOLS") for a in figure.arguments)
    command = f"python evaluation/{figure.script} {shown}".strip()
    return f"## {figure.title}\n\n{figure.corpus}. `{command}`, {seconds:.0f} s.\n\n```\n{done.stdout.strip()}\n```\n"


def head() -> str:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False, cwd=HERE
    )
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    return f"# Results\n\nWritten by `make evaluate` on {date.today().isoformat()}, commit {commit.stdout.strip()}, {machine}.\n"


if __name__ == "__main__":
    main()
