"""Whole briefs against hand-labelled debates, as a user runs it: `sayso brief --format json`, then `sayso verify`.

python evaluation/debates.py --data DATA --tools TOOLS [--keep FOLDER]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

SAYSO = Path(sys.executable).parent / "sayso"


def measure(data: Path, tools: Path, out: Path) -> dict[str, object]:
    """The scorer's table; every brief must verify."""
    for folder in sorted(p.parent for p in (data / "debates").glob("*/gold.json")):
        topic = json.loads((folder / "gold.json").read_text("utf-8"))["topic"]
        pages = sorted((folder / "articles").glob("*.html"))
        brief = out / f"{folder.name}.json"
        command = [SAYSO, "brief", *pages, "--question", topic, "--format", "json", "--output", brief]
        subprocess.run(command, check=True)
        subprocess.run([SAYSO, "verify", "--quiet", brief], check=True)
    command = [sys.executable, tools / "score_debates.py", data / "debates", out]
    table: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True, help="folder of the scorers")
    parser.add_argument("--keep", type=Path, help="keep the briefs here")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = args.keep or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        print(json.dumps(measure(args.data, args.tools, out), indent=1))


if __name__ == "__main__":
    main()
