"""The first brief of five articles, cold; start-up reported apart.

python evaluation/speed.py
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

SAYSO = Path(sys.executable).parent / "sayso"
EXAMPLE = Path(__file__).parents[1] / "examples" / "armenia-mission"
RUNS = 5


def seconds(*command: object) -> float:
    """The median wall-clock seconds of a whole process over RUNS runs."""
    taken = []
    for _ in range(RUNS):
        began = time.monotonic()
        subprocess.run(list(map(str, command)), capture_output=True, check=True)
        taken.append(time.monotonic() - began)
    return round(statistics.median(taken), 3)


def measure() -> dict[str, float]:
    """Median seconds, and milliseconds for the bare import."""
    bare = seconds(sys.executable, "-c", "pass")
    start_up = (
        "import sayso.verbs, sayso.brief, trafilatura\n"
        "from sayso.language.encoder import session, tokenizer\n"
        "tokenizer(), session('attribution.onnx'), session('stance.onnx')"
    )
    return {
        "import_sayso_ms_more_than_bare_python": round(1000 * (seconds(sys.executable, "-c", "import sayso") - bare)),
        "start_up_imports_and_models_s": seconds(sys.executable, "-c", start_up),
        "brief_of_five_articles_cold_s": seconds(SAYSO, "brief", EXAMPLE, "--output", "/dev/null"),
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
