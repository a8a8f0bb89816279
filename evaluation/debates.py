"""Whole briefs against labelled debates: the scorer's table, and what each part of the positions is worth.

python evaluation/debates.py --data DATA/debates evaluation/debates/dev --tools TOOLS [--keep FOLDER] [--variants]

As a user runs it (`sayso brief --format json`, then `sayso verify`). `--variants` adds, in the same run, the positions
of statements alone (no narration) and those of a plain similarity baseline (variants.py).
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from variants import VARIANTS, brief_with

SAYSO = Path(sys.executable).parent / "sayso"


def pages_of(folder: Path) -> list[Path]:
    """The pages of a debate; a `.txt` beside a page of the same name is its rendering and left out."""
    pages = sorted((folder / "articles").glob("*.html"))
    stems = {page.stem for page in pages}
    return sorted([*pages, *(p for p in (folder / "articles").glob("*.txt") if p.stem not in stems)])


def brief(folder: Path, topic: str, out: Path) -> None:
    """The brief of a debate by the command line; it must verify."""
    command = [SAYSO, "brief", *pages_of(folder), "--question", topic, "--format", "json", "--output", out, "--quiet"]
    subprocess.run(command, check=True)
    subprocess.run([SAYSO, "verify", "--quiet", out], check=True)


def score(folders: Sequence[Path], out: Path, tools: Path) -> dict[str, Any]:
    """The scorer's table over the debates."""
    with tempfile.TemporaryDirectory() as gold:
        for folder in folders:
            (Path(gold) / folder.name).symlink_to(folder.resolve())
        command = [sys.executable, tools / "score_debates.py", gold, out]
        table: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return table


def short(table: dict[str, Any]) -> dict[str, Any]:
    """The lines that issues name, a debate a row."""
    return {
        name: {
            **{f"positions {k}": row["positions"][k] for k in ("f1", "p", "r")},
            **{
                k: row[k]
                for k in ("positions_extra", "actor_found", "chain", "anonymous", "final_standing", "evidence_exact")
            },
            **row["rule"],
            **row["outlook"],
        }
        for name, row in table.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="folders of debates")
    parser.add_argument("--tools", type=Path, required=True, help="folder of the scorers")
    parser.add_argument("--keep", type=Path, help="keep the briefs here")
    parser.add_argument("--variants", action="store_true")
    parser.add_argument("--full", action="store_true", help="the scorer's whole table")
    args = parser.parse_args()
    folders = sorted(p.parent for data in args.data for p in data.glob("*/gold.json"))
    with tempfile.TemporaryDirectory() as temporary:
        out = args.keep or Path(temporary)
        shutil.rmtree(out, ignore_errors=True)
        topics = {f: json.loads((f / "gold.json").read_text("utf-8"))["topic"] for f in folders}
        out.mkdir(parents=True)
        for folder, topic in topics.items():
            brief(folder, topic, out / f"{folder.name}.json")
        table = score(folders, out, args.tools)
        print(json.dumps(table if args.full else short(table), indent=1))
        for variant in VARIANTS if args.variants else ():
            for folder, topic in topics.items():
                (out / f"{folder.name}.json").write_bytes(brief_with(variant, pages_of(folder), topic))
            print(variant, json.dumps(short({"overall": score(folders, out, args.tools)["overall"]})["overall"]))


if __name__ == "__main__":
    main()
