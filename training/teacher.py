"""The teacher of the attribution model: MPNet-base, whose upper layers are trained; its soft tags and arcs teach the student.

    python training/teacher.py states --data DATA/polnear/train --minilm FOLDER --mpnet FOLDER --out OUT
    python training/teacher.py train  --data DATA/polnear/train --minilm FOLDER --mpnet FOLDER --out OUT
    python training/teacher.py label  --data DATA/polnear/train --minilm FOLDER --mpnet FOLDER --out OUT

Both encoders use the same word pieces, so windows, tags and arcs agree piece by piece (knowledge distillation, Hinton
et al. 2015). The lower layers are frozen and their states kept in half precision, which halves an epoch.
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from attribution import BATCH, Heads, Outputs, batches, collate, gold_loss
from mpnet import WIDTH, Stack, load, vocabulary_map
from polnear import Example, read_examples
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.language.pieces import SHAPES

LOWER, EPOCHS, SEED, RATE, HEAD_RATE, WARM_UP = 6, 3, 20, 6e-5, 7e-4, 0.08


class Teacher(Heads):
    """States under the upper half, shapes and mask to tags and arcs."""

    def __init__(self, upper: Stack) -> None:
        super().__init__(WIDTH)
        self.upper = upper
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)

    def forward(self, states: Tensor, shapes: Tensor, mask: Tensor) -> Outputs:  # type: ignore[override]
        return super().forward(self.upper(states + self.shapes(shapes), mask), mask)


def states(examples: list[Example], args: argparse.Namespace) -> list[Tensor]:
    """The states of each window under the upper half, (length, 768) in half precision."""
    lower, _ = load(args.mpnet, LOWER)
    table = vocabulary_map(args.mpnet, Tokenizer.from_file(str(args.minilm / "tokenizer.json")).get_vocab())
    kept: list[Tensor] = [torch.empty(0)] * len(examples)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].window.ids))
    with torch.no_grad():
        for first in range(0, len(order), BATCH):
            rows = order[first : first + BATCH]
            ids, _, mask = collate([examples[i] for i in rows])
            for i, row in zip(rows, lower(table[ids], mask).half(), strict=True):
                kept[i] = row[: len(examples[i].window.ids)].clone()
    return kept


def stacked(kept: dict[int, Tensor], batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    _, shapes, mask = collate(batch)
    x = torch.zeros(*shapes.shape, WIDTH)
    for row, example in enumerate(batch):
        own = kept[id(example)]
        x[row, : len(own)] = own.float()
    return x, shapes, mask


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    examples = read_examples(args.data, args.minilm / "tokenizer.json", held_out=False)
    kept = dict(zip(map(id, examples), torch.load(args.out / "states.pt"), strict=True))
    model = Teacher(load(args.mpnet, LOWER)[1])
    upper = list(model.upper.parameters())
    heads = [p for name, p in model.named_parameters() if not name.startswith("upper.")]
    optimiser = torch.optim.AdamW(
        [{"params": upper, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
    )
    steps = args.epochs * -(-len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (WARM_UP * steps)) * max(0.02, (steps - s) / steps)
    )
    print(f"{len(examples)} windows, {steps} steps", flush=True)
    began, step = time.monotonic(), 0
    for epoch in range(1, args.epochs + 1):
        model.train()
        running: list[float] = []
        for batch in batches(examples, rng):
            value = gold_loss(model(*stacked(kept, batch)), batch)
            optimiser.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            running.append(value.item())
            step += 1
            if step % 25 == 0:
                print(f"{step}/{steps} loss {np.mean(running[-50:]):.4f} {time.monotonic() - began:.0f} s", flush=True)
        torch.save(model.state_dict(), args.out / f"teacher-{epoch}.pt")


def label(args: argparse.Namespace) -> None:
    """Write the teacher's log-probabilities of every training window (half precision), in the order of the windows."""
    model = Teacher(load(args.mpnet, LOWER)[1])
    model.load_state_dict(torch.load(args.out / f"teacher-{args.epochs}.pt"))
    model.eval()
    examples = read_examples(args.data, args.minilm / "tokenizer.json", held_out=args.held_out)
    kept = states(examples, args) if args.held_out else torch.load(args.out / "states.pt")
    own = dict(zip(map(id, examples), kept, strict=True))
    with torch.no_grad():
        soft = [tuple(o[0].half() for o in model(*stacked(own, [example]))) for example in examples]
    torch.save(soft, args.out / ("held-out.pt" if args.held_out else "soft.pt"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("states", "train", "label"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--mpnet", type=Path, required=True, help="folder with model.safetensors, vocab.txt")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--held-out", action="store_true", help="label the held-out articles instead")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.command == "states":
        examples = read_examples(args.data, args.minilm / "tokenizer.json", held_out=False)
        torch.save(states(examples, args), args.out / "states.pt")
    elif args.command == "train":
        train(args)
    else:
        label(args)


if __name__ == "__main__":
    main()
