r"""Train the attribution model: who says what (statements/).

    python training/attribution.py train --data DATA/polnear/train --minilm FOLDER --out OUT
    python training/attribution.py train --data DATA/polnear/train --minilm FOLDER --out OUT/21 --start OUT/epoch-4.pt \
        --own evaluation/data/attribution/dev.jsonl --epochs 3 --rate 1e-4 --seed 21        (and 22)
    python training/average.py --checkpoint OUT/21/epoch-3.pt OUT/22/epoch-3.pt --out OUT/mean.pt
    python training/attribution.py export --checkpoint OUT/mean.pt --minilm FOLDER \
        --out src/sayso/resources/models/attribution.onnx

The encoder reads a window of paragraphs; five heads read its states: seven tags (O and B/I of source, cue,
content; PolNeAR, Newell et al. 2018) and four arcs, each a softmax over the window and "none" with a bias for the
distance (biaffine, Dozat and Manning 2017): content and cue pieces point at their cue, cue pieces at their source, and
at the first and the last piece of each span of their content.
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from minilm import WIDTH, MiniLM, load
from own import own_examples
from polnear import TAGS, Example, read_examples
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.language.pieces import CLS, SEP, SHAPES

ARC_WIDTH, FAR = 128, 128
SEED, BATCH, EPOCHS, WARM_UP = 20, 8, 4, 0.08
ENCODER_RATE, HEAD_RATE, POINTERS = 1.5e-4, 1e-3, 0.5
OWN_TIMES, HIDDEN, MASKED = 3, 0.06, 103

Outputs = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]  # tags, to_cue, to_source, begins, ends


class Arc(nn.Module):
    """For each piece the log-probabilities over the pieces of the window, and "none" as the last column."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.tail, self.head = nn.Linear(width, ARC_WIDTH), nn.Linear(width, ARC_WIDTH)
        self.none = nn.Linear(width, 1)
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 1))
        self.head_score = nn.Linear(width, 1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        length = states.shape[1]
        scores = self.tail(states) @ self.head(states).transpose(1, 2) / ARC_WIDTH**0.5
        places = torch.arange(length, device=states.device)
        scores = scores + self.distance[(places[None, :] - places[:, None]).clamp(-FAR, FAR) + FAR]
        scores = scores + self.head_score(states).transpose(1, 2) + (1.0 - mask)[:, None, :] * -1e4
        return torch.cat([scores, self.none(states)], dim=2).log_softmax(2)


class Heads(nn.Module):
    """States of any encoder to tags and arcs, log-probabilities all."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.tags = nn.Linear(width, len(TAGS))
        self.to_cue, self.to_source, self.begins, self.ends = (Arc(width) for _ in range(4))

    def forward(self, states: Tensor, mask: Tensor) -> Outputs:
        arcs = (arc(states, mask) for arc in (self.to_cue, self.to_source, self.begins, self.ends))
        return self.tags(states).log_softmax(2), *arcs


class Attribution(Heads):
    def __init__(self, encoder: MiniLM) -> None:
        super().__init__(WIDTH)
        self.encoder = encoder

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Outputs:  # type: ignore[override]
        return super().forward(self.encoder(ids, shapes, mask), mask)


def gold_loss(outputs: Outputs, batch: list[Example]) -> Tensor:
    """Negative log-likelihood of the gold tags, and of the gold arcs of the pieces that have one.

    A cue points with equal weight at the first piece of each span of its content (begins), and at each last (ends).
    """
    wanted = torch.full(outputs[0].shape[:2], -100)
    for row, example in enumerate(batch):
        wanted[row, : len(example.tags)] = torch.from_numpy(example.tags)
    total = F.nll_loss(outputs[0].transpose(1, 2), wanted, ignore_index=-100)
    for arcs, field in zip(outputs[1:3], ("cue_arcs", "source_arcs"), strict=True):
        allowed = torch.zeros_like(arcs)
        for row, example in enumerate(batch):
            for tail, (first, last) in getattr(example, field).items():
                allowed[row, tail, slice(first, last) if last else -1] = 1.0
        total = total + _mean_of(-(arcs + allowed.clamp(min=1e-9).log()).logsumexp(2), allowed.sum(2) > 0)
    for pointers, edge in zip(outputs[3:], (0, 1), strict=True):
        shares = torch.zeros_like(pointers)
        for row, example in enumerate(batch):
            for tail, spans in example.contents.items():
                for span in spans:
                    shares[row, tail, span[edge]] += 1 / len(spans)
        total = total + POINTERS * _mean_of(-(shares * pointers).sum(2), shares.sum(2) > 0)
    return total


def _mean_of(losses: Tensor, counted: Tensor) -> Tensor:
    return losses[counted].mean() if counted.any() else losses.new_zeros(())


def collate(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    length = max(len(example.window.ids) for example in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    shapes, mask = torch.zeros_like(ids), torch.zeros(len(batch), length)
    for row, example in enumerate(batch):
        n = len(example.window.ids)
        ids[row, :n] = torch.from_numpy(example.window.ids)
        shapes[row, :n] = torch.from_numpy(example.window.shapes)
        mask[row, :n] = 1
    return ids, shapes, mask


def hidden(ids: Tensor, mask: Tensor) -> Tensor:
    """The ids with some pieces hidden behind [MASK], no mark between paragraphs among them: a guard against overfitting."""
    drawn = (torch.rand(ids.shape) < HIDDEN) & (mask > 0) & (ids != CLS) & (ids != SEP)
    return ids.masked_fill(drawn, MASKED)


def batches(examples: list[Example], rng: random.Random) -> list[list[Example]]:
    """Batches of windows of about the same length, in random order."""
    order = sorted(examples, key=lambda e: len(e.window.ids) + rng.random() * 16)
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    return groups


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    examples = read_examples(args.data, args.minilm / "tokenizer.json", held_out=False)
    if args.own:
        examples += own_examples(args.own, args.minilm / "tokenizer.json") * OWN_TIMES
    model = Attribution(load(args.minilm, SHAPES))
    if args.start:
        model.load_state_dict(torch.load(args.start), strict=False)
    epochs, out = args.epochs, args.out
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": args.rate}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
    )
    steps = epochs * -(-len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (WARM_UP * steps)) * max(0.02, (steps - s) / steps)
    )
    out.mkdir(parents=True, exist_ok=True)
    print(f"{len(examples)} windows, {steps} steps", flush=True)
    began, step = time.monotonic(), 0
    for epoch in range(1, epochs + 1):
        model.train()
        running: list[float] = []
        for batch in batches(examples, rng):
            ids, shapes, mask = collate(batch)
            outputs = model(hidden(ids, mask), shapes, mask)
            value = gold_loss(outputs, batch)
            optimiser.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            running.append(value.item())
            step += 1
            if step % 50 == 0:
                print(f"{step}/{steps} loss {np.mean(running[-50:]):.4f} {time.monotonic() - began:.0f} s", flush=True)
        torch.save(model.state_dict(), out / f"epoch-{epoch}.pt")


def export(checkpoint: Path, minilm: Path, out: Path) -> None:
    """Write the int8 ONNX model: dynamic, per channel, weights of reduced range (AVX2 does not saturate)."""
    from quantise import to_int8

    model = Attribution(load(minilm, SHAPES))
    model.load_state_dict(torch.load(checkpoint))
    model.eval()
    example = (torch.ones(1, 12, dtype=torch.long), torch.ones(1, 12, dtype=torch.long), torch.ones(1, 12))
    names = ["tags", "to_cue", "to_source", "begins", "ends"]
    to_int8(model, example, ["ids", "shapes", "mask"], names, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("train")
    command.add_argument("--data", type=Path, required=True)
    command.add_argument("--epochs", type=int, default=EPOCHS)
    command.add_argument("--seed", type=int, default=SEED)
    command.add_argument("--rate", type=float, default=ENCODER_RATE, help="learning rate of the encoder")
    command.add_argument("--start", type=Path, help="go on from this checkpoint")
    command.add_argument("--own", type=Path, help="our own labelled passages (JSON lines), the development half")
    command = commands.add_parser("export")
    command.add_argument("--checkpoint", type=Path, required=True)
    for command in commands.choices.values():
        command.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors, tokenizer.json")
        command.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if args.command == "train":
        train(args)
    else:
        export(args.checkpoint, args.minilm, args.out)


if __name__ == "__main__":
    main()
