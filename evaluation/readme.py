"""Rewrite the README's sample brief with what `make brief` prints now.

python evaluation/readme.py
"""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- brief:begin -->\n).*?(<!-- brief:end -->)", re.DOTALL)


def printed() -> str:
    """What `make brief` prints, as an indented block."""
    lines = subprocess.run(["make", "brief"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return "".join(f"    {line}".rstrip() + "\n" for line in lines)


def main() -> None:
    text = README.read_text("utf-8")
    README.write_text(BLOCK.sub(lambda m: f"{m[1]}{printed()}{m[2]}", text), "utf-8")


if __name__ == "__main__":
    main()
