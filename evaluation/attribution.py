"""Attribution on PolNeAR dev, as a user runs it: `sayso statements --raw`.

python evaluation/attribution.py --data DATA --tools TOOLS
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAYSO = Path(sys.executable).parent / "sayso"


def measure(data: Path, tools: Path) -> dict[str, object]:
    """The scorer's table, and words a second with start-up."""
    texts = sorted((data / "polnear" / "dev" / "text").glob("*.txt"))
    words = sum(len(path.read_text("utf-8").split()) for path in texts)
    began = time.monotonic()
    lines = subprocess.run([SAYSO, "statements", "--raw", *texts], capture_output=True, check=True).stdout
    seconds = time.monotonic() - began
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(lines)
        file.flush()
        command = [
            sys.executable,
            tools / "score_attribution.py",
            "--gold",
            data / "polnear" / "dev",
            "--pred",
            file.name,
        ]
        table: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    table["words_per_second"] = round(words / seconds)
    table["articles"] = len(texts)
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True, help="folder of the scorers")
    args = parser.parse_args()
    print(json.dumps(measure(args.data, args.tools), indent=1))


if __name__ == "__main__":
    main()
