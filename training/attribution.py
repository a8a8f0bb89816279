"""Train the attribution model: who says what (statements/).

    python training/attribution.py train --data DATA/polnear/train --minilm FOLDER --out OUT
    python training/attribution.py export --checkpoint OUT/epoch-4.pt --out src/sayso/resources/models/attribution.onnx

The encoder reads a window of paragraphs; three heads read its states: seven tags (O and B/I of source, cue,
content; PolNeAR, Newell et al. 2018) and two arcs, each a softmax over the window and "none" with a bias for the
distance (biaffine, Dozat and Manning 2017): content and cue pieces point at their cue, cue pieces at their source.
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from minilm import WIDTH, MiniLM, load
from polnear import TAGS, Example, read_examples
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.language.pieces import SHAPES

ARC_WIDTH, FAR = 128, 128
SEED, BATCH, EPOCHS, WARM_UP = 20, 8, 4, 0.08
ENCODER_RATE, HEAD_RATE = 1.5e-4, 1e-3


class Arc(nn.Module):
    """For each piece the log-probabilities over the pieces of the window, and "none" as the last column."""

    def __init__(self) -> None:
        super().__init__()
        self.tail, self.head = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.none = nn.Linear(WIDTH, 1)
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 1))
        self.head_score = nn.Linear(WIDTH, 1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        length = states.shape[1]
        scores = self.tail(states) @ self.head(states).transpose(1, 2) / ARC_WIDTH**0.5
        places = torch.arange(length, device=states.device)
        scores = scores + self.distance[(places[None, :] - places[:, None]).clamp(-FAR, FAR) + FAR]
        scores = scores + self.head_score(states).transpose(1, 2) + (1.0 - mask)[:, None, :] * -1e4
        return torch.cat([scores, self.none(states)], dim=2).log_softmax(2)


class Attribution(nn.Module):
    def __init__(self, encoder: MiniLM) -> None:
        super().__init__()
        self.encoder = encoder
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.to_cue, self.to_source = Arc(), Arc()

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        states = self.encoder(ids, shapes, mask)
        return self.tags(states).log_softmax(2), self.to_cue(states, mask), self.to_source(states, mask)


def loss(model: Attribution, batch: list[Example]) -> Tensor:
    ids, shapes, mask = collate(batch)
    length = ids.shape[1]
    tags, to_cue, to_source = model(ids, shapes, mask)
    wanted = torch.full(ids.shape, -100)
    total = tags.new_zeros(())
    for row, example in enumerate(batch):
        wanted[row, : len(example.tags)] = torch.from_numpy(example.tags)
    total = total + F.nll_loss(tags.transpose(1, 2), wanted, ignore_index=-100)
    for arcs, field in ((to_cue, "cue_arcs"), (to_source, "source_arcs")):
        losses = []
        for row, example in enumerate(batch):
            for tail, (first, last) in getattr(example, field).items():
                target = arcs[row, tail, first:last].logsumexp(0) if last else arcs[row, tail, length]
                losses.append(-target)
        if losses:
            total = total + torch.stack(losses).mean()
    return total


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


def batches(examples: list[Example], rng: random.Random) -> list[list[Example]]:
    """Batches of windows of about the same length, in random order."""
    order = sorted(examples, key=lambda e: len(e.window.ids) + rng.random() * 16)
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    return groups


def train(data: Path, minilm: Path, out: Path, epochs: int, seed: int) -> None:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    examples = read_examples(data, minilm / "tokenizer.json", held_out=False)
    model = Attribution(load(minilm, SHAPES))
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
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
            value = loss(model, batch)
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
    names = ["tags", "to_cue", "to_source"]
    to_int8(model, example, ["ids", "shapes", "mask"], names, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("train")
    command.add_argument("--data", type=Path, required=True)
    command.add_argument("--epochs", type=int, default=EPOCHS)
    command.add_argument("--seed", type=int, default=SEED)
    command = commands.add_parser("export")
    command.add_argument("--checkpoint", type=Path, required=True)
    for command in commands.choices.values():
        command.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors, tokenizer.json")
        command.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if args.command == "train":
        train(args.data, args.minilm, args.out, args.epochs, args.seed)
    else:
        export(args.checkpoint, args.minilm, args.out)


if __name__ == "__main__":
    main()
