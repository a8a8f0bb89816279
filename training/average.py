"""The mean of the weights of checkpoints that share a start (Izmailov et al. 2018; Wortsman et al. 2022).

python training/average.py --checkpoint A/epoch-3.pt B/epoch-3.pt --out mean.pt
"""

import argparse
from pathlib import Path

import torch


def average(checkpoints: list[Path], out: Path) -> None:
    """Write the mean of the weights."""
    states = [torch.load(path) for path in checkpoints]
    torch.save({name: sum(state[name] for state in states) / len(states) for name in states[0]}, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    average(args.checkpoint, args.out)


if __name__ == "__main__":
    main()
