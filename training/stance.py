"""Train the stance classifier: where the marked actor stands on the proposal (positions/).

    python training/stance.py train --data DATA/stance --mpnet FOLDER --out OUT
    python training/stance.py train --data DATA/stance --mpnet FOLDER --out OUT/on --start OUT/epoch-3.pt --epochs 2 --seed 21
    python training/average.py --checkpoint OUT/on/epoch-1.pt OUT/on/epoch-2.pt --out OUT/mean.pt
    python training/stance.py measure --checkpoint OUT/mean.pt --mpnet FOLDER --gold evaluation/data/stance/gold.jsonl
    python training/stance.py export --checkpoint OUT/mean.pt --mpnet FOLDER --out src/sayso/resources/models/stance.onnx

A cross-encoder: passage and proposal are read together; the first state and the mean state of the marked actor decide
between six stances and none.
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from mpnet import WIDTH, MPNet, load
from stance_data import (
    Pair,
    article_pairs,
    contrast_pairs,
    headed,
    headed_patterns,
    mismatched,
    own_pairs,
    pair_of,
    pattern_pairs,
    public_pairs,
    swapped,
)
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.positions.encode import LABELS, MARKED, PROPOSED, STANCE_SHAPES, encode

SEED, BATCH, EPOCHS, WARM_UP, LAYERS = 20, 24, 3, 0.06, 9
ENCODER_RATE, HEAD_RATE, SMOOTHING = 4e-5, 4e-4, 0.05
PATTERNS, CONTRASTS, PUBLIC = 700, 300, 1000
WHOLE = ("layers.7/down", "layers.8/down")  # in int8 they cost .02 of accuracy
WORDPIECES = Path(__file__).parents[1] / "src/sayso/resources/models/wordpiece.json"


class StanceModel(nn.Module):
    def __init__(self, encoder: MPNet) -> None:
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


def epoch_pairs(data: Path, held: set[str], rng: random.Random, epoch: int) -> list[Pair]:
    """What one epoch reads: own pairs, bare ones half the time under a headline, mini-articles, patterns, strange proposals."""
    own = [pair for pair in own_pairs() if pair.topic not in held]
    under = headed(own, rng)
    shown = [p if p.is_headed or rng.random() < 0.5 else u for p, u in zip(own, under, strict=True)]
    pairs = shown + [pair for pair in article_pairs(rng) if pair.topic not in held]
    pairs += mismatched(pairs, rng, 0.1) + swapped(shown, rng)
    pairs += pattern_pairs(rng, PATTERNS) + headed_patterns(rng, PATTERNS)
    contrasts = contrast_pairs(rng, CONTRASTS)
    pairs += contrasts[: CONTRASTS // 2] + headed(contrasts[CONTRASTS // 2 :], rng)
    return pairs + (public_pairs(data, rng, PUBLIC) if epoch == 1 else [])


def held_pairs(held: set[str]) -> list[Pair]:
    """The pairs of the topics left out of training, as they are written."""
    return [p for p in own_pairs() + article_pairs(random.Random(SEED)) if p.topic in held]


def train(args: argparse.Namespace) -> None:
    """Train from MPNet, or on from `args.start` at half the rates and without the public sets."""
    torch.manual_seed(args.seed)
    rng, held = random.Random(args.seed), set(args.held.split(",")) if args.held else set()
    tokenizer = Tokenizer.from_file(str(WORDPIECES))
    model = StanceModel(load(args.mpnet, STANCE_SHAPES, args.layers, WORDPIECES))
    scale, first = (0.5, 2) if args.start else (1.0, 1)
    if args.start:
        model.load_state_dict(torch.load(args.start))
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": scale * ENCODER_RATE}, {"params": heads, "lr": scale * HEAD_RATE}]
    )
    epochs = [encoded(epoch_pairs(args.data, held, rng, e), tokenizer) for e in range(first, first + args.epochs)]
    total = sum(-(-len(examples) // BATCH) for examples in epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (WARM_UP * total)) * max(0.02, (total - s) / total)
    )
    args.out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    print(f"{[len(e) for e in epochs]} pairs an epoch, {total} steps", flush=True)
    for epoch, examples in enumerate(epochs, start=1):
        model.train()
        running = []
        for step, batch in enumerate(groups(examples, rng)):
            ids, shapes, mask, labels = collate(batch)
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(ids, shapes, mask)
            value = F.cross_entropy(scores.float(), labels, label_smoothing=SMOOTHING)
            optimiser.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            running.append(value.item())
            if step % 50 == 49:
                print(
                    f"  step {step + 1} loss {np.mean(running[-50:]):.4f} {time.monotonic() - began:.0f} s", flush=True
                )
        print(f"epoch {epoch} loss {np.mean(running):.4f} {time.monotonic() - began:.0f} s", flush=True)
        torch.save(model.state_dict(), args.out / f"epoch-{epoch}.pt")
        if held:
            print("  topics left out:", measure(model, held_pairs(held), tokenizer), flush=True)
        if args.gold:
            print("  gold:", measure(model, gold_pairs(args.gold), tokenizer), flush=True)


def gold_pairs(path: Path) -> list[Pair]:
    return [pair_of(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line]


def measure(model: StanceModel, pairs: list[Pair], tokenizer: Tokenizer) -> str:
    """Accuracy and macro F1 over the labels that occur, on pairs of topics that no training pair has."""
    model.eval()
    rows = encoded(pairs, tokenizer)
    predicted = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
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
    parser.add_argument("--mpnet", type=Path, required=True, help="folder with model.safetensors, vocab.txt")
    parser.add_argument("--layers", type=int, default=LAYERS, help="how many of its lowest layers are kept")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--start", type=Path, help="train on from this checkpoint, at half the rates")
    parser.add_argument("--held", help="topics left out of training and measured, joined by commas")
    args = parser.parse_args()
    if args.command == "train":
        train(args)
        return
    model = StanceModel(load(args.mpnet, STANCE_SHAPES, args.layers, WORDPIECES))
    model.load_state_dict(torch.load(args.checkpoint))
    model.eval()
    if args.command == "measure":
        print(measure(model, gold_pairs(args.gold), Tokenizer.from_file(str(WORDPIECES))))
    else:
        from quantise import to_int8

        ids = torch.ones(1, 12, dtype=torch.long)
        to_int8(model, (ids, ids, torch.ones(1, 12)), ["ids", "shapes", "mask"], ["stances"], args.out, WHOLE)


if __name__ == "__main__":
    main()
