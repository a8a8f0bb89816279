"""Train the stance classifier: where the marked actor stands on the proposal (positions/).

    python training/stance.py train --data DATA/stance --minilm FOLDER --out OUT
    python training/stance.py train --data DATA/stance --minilm FOLDER --out OUT/on --start OUT/epoch-4.pt --epochs 2 --seed 21
    python training/average.py --checkpoint OUT/on/epoch-1.pt OUT/on/epoch-2.pt --out OUT/mean.pt
    python training/stance.py measure --checkpoint OUT/mean.pt --minilm FOLDER --gold evaluation/data/stance/gold.jsonl
    python training/stance.py export --checkpoint OUT/mean.pt --minilm FOLDER --out src/sayso/resources/models/stance.onnx

A cross-encoder: passage and proposal are read together; the first state and the mean state of the marked actor decide
between six stances and none.
"""

import argparse
import json
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from minilm import WIDTH, MiniLM, load
from stance_data import (
    Pair,
    article_pairs,
    contrast_pairs,
    headed,
    headed_patterns,
    mismatched,
    own_pairs,
    own_topics,
    pair_of,
    pattern_pairs,
    public_pairs,
    swapped,
)
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.positions.encode import LABELS, MARKED, PROPOSED, STANCE_SHAPES, encode

SEED, BATCH, EPOCHS, WARM_UP = 20, 24, 4, 0.08
ENCODER_RATE, HEAD_RATE, SMOOTHING = 1e-4, 1e-3, 0.05
PATTERNS, CONTRASTS, PUBLIC, ARTICLE_COPIES = 1500, 600, 1000, 2


class StanceModel(nn.Module):
    def __init__(self, encoder: MiniLM) -> None:
        super().__init__()
        self.encoder = encoder
        self.hidden, self.output = nn.Linear(2 * WIDTH, WIDTH), nn.Linear(WIDTH, len(LABELS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        states = self.encoder(ids, shapes, mask)
        marked = ((shapes >= MARKED) & (shapes < PROPOSED)).to(states.dtype)[:, :, None]
        mean = (states * marked).sum(1) / marked.sum(1).clamp(min=1.0)
        hidden = torch.tanh(self.hidden(self.dropout(torch.cat([states[:, 0], mean], dim=1))))
        return self.output(self.dropout(hidden)).log_softmax(1)


Encoded = tuple[np.ndarray, np.ndarray, int]


def encoded(pairs: list[Pair], tokenizer: Tokenizer) -> list[Encoded]:
    return [(*encode(pair.passage, [pair.mark], pair.proposal, tokenizer), LABELS.index(pair.stance)) for pair in pairs]


def collate(batch: list[Encoded]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    length = max(len(ids) for ids, _, _ in batch)
    ids, mask = torch.zeros(len(batch), length, dtype=torch.long), torch.zeros(len(batch), length)
    shapes = torch.zeros_like(ids)
    for row, (pieces, shape, _) in enumerate(batch):
        ids[row, : len(pieces)], shapes[row, : len(pieces)] = torch.from_numpy(pieces), torch.from_numpy(shape)
        mask[row, : len(pieces)] = 1
    return ids, shapes, mask, torch.tensor([label for _, _, label in batch])


def groups(examples: list[Encoded], rng: random.Random) -> list[list[Encoded]]:
    order = sorted(examples, key=lambda e: len(e[0]) + rng.random() * 8)
    cut = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(cut)
    return cut


def epoch_pairs(data: Path, own: list[Pair], topics: list[str], rng: random.Random, epoch: int) -> list[Pair]:
    """What one epoch reads: own pairs bare and under a headline, mini-articles, patterns, strange proposals."""
    under = headed(own, rng)
    shown = [rng.choice(pair) for pair in zip(own, under, strict=True)]
    pairs = shown + mismatched(shown, topics, rng, 0.2) + swapped(shown, rng)
    pairs += article_pairs(rng) * ARTICLE_COPIES + pattern_pairs(rng, PATTERNS) + headed_patterns(rng, PATTERNS)
    contrasts = contrast_pairs(rng, CONTRASTS)
    pairs += contrasts[: CONTRASTS // 2] + headed(contrasts[CONTRASTS // 2 :], rng)
    return pairs + (public_pairs(data, rng, PUBLIC) if epoch == 1 else [])


def train(args: argparse.Namespace) -> None:
    """Train from MiniLM, or on from `args.start` at half the rates and without the public sets."""
    data, minilm, out, seed = args.data, args.minilm, args.out, args.seed
    torch.manual_seed(seed)
    rng = random.Random(seed)
    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    own, topics = own_pairs(), own_topics()
    print(f"{len(own)} own pairs: {dict(Counter(pair.stance for pair in own))}", flush=True)
    model = StanceModel(load(minilm, STANCE_SHAPES))
    scale, first = 1.0, 1
    if args.start:
        model.load_state_dict(torch.load(args.start))
        scale, first = 0.5, 2
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": scale * ENCODER_RATE}, {"params": heads, "lr": scale * HEAD_RATE}]
    )
    epochs = [encoded(epoch_pairs(data, own, topics, rng, e), tokenizer) for e in range(first, first + args.epochs)]
    total = sum(-(-len(examples) // BATCH) for examples in epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (WARM_UP * total)) * max(0.02, (total - s) / total)
    )
    out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    print(f"{[len(e) for e in epochs]} pairs an epoch, {total} steps", flush=True)
    for epoch, examples in enumerate(epochs, start=1):
        model.train()
        running = []
        for batch in groups(examples, rng):
            ids, shapes, mask, labels = collate(batch)
            value = F.cross_entropy(model(ids, shapes, mask), labels, label_smoothing=SMOOTHING)
            optimiser.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            running.append(value.item())
        print(f"epoch {epoch} loss {np.mean(running):.4f} {time.monotonic() - began:.0f} s", flush=True)
        torch.save(model.state_dict(), out / f"epoch-{epoch}.pt")
        if args.gold:
            print(measure(model, args.gold, tokenizer), flush=True)


def measure(model: StanceModel, gold: Path, tokenizer: Tokenizer) -> str:
    """Accuracy and macro F1 over the labels that occur, on pairs of topics that no training pair has."""
    model.eval()
    rows = encoded([pair_of(json.loads(line)) for line in gold.read_text("utf-8").splitlines() if line], tokenizer)
    predicted = []
    with torch.no_grad():
        for row in rows:
            ids, shapes, mask, _ = collate([row])
            predicted.append(int(model(ids, shapes, mask).argmax()))
    wanted = [label for _, _, label in rows]
    scores = {}
    for label in sorted(set(wanted)):
        hit = sum(p == w == label for p, w in zip(predicted, wanted, strict=True))
        scores[LABELS[label]] = round(2 * hit / (predicted.count(label) + wanted.count(label)), 3)
    accuracy = sum(p == w for p, w in zip(predicted, wanted, strict=True)) / len(wanted)
    return f"n {len(wanted)} accuracy {accuracy:.3f} macro F1 {np.mean(list(scores.values())):.3f} {scores}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["train", "measure", "export"])
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors, tokenizer.json")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--start", type=Path, help="train on from this checkpoint, at half the rates")
    args = parser.parse_args()
    if args.command == "train":
        train(args)
        return
    model = StanceModel(load(args.minilm, STANCE_SHAPES))
    model.load_state_dict(torch.load(args.checkpoint))
    model.eval()
    if args.command == "measure":
        print(measure(model, args.gold, Tokenizer.from_file(str(args.minilm / "tokenizer.json"))))
    else:
        from quantise import to_int8

        ids = torch.ones(1, 12, dtype=torch.long)
        to_int8(model, (ids, ids, torch.ones(1, 12)), ["ids", "shapes", "mask"], ["stances"], args.out)


if __name__ == "__main__":
    main()
