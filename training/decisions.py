"""Train the decision reader: does a sentence state a rule of decision, of which kind, and does it report the decision as taken?

    python training/decisions.py expose --model src/sayso/resources/models/attribution.onnx
    python training/decisions.py train --minilm FOLDER --out OUT/decisions.pt
    python training/decisions.py export --checkpoint OUT/decisions.pt --minilm FOLDER --out MODELS/decisions.onnx

`expose` gives the attribution model an output more, the states of its fourth layer. The reader is two layers on top of them,
begun as MiniLM’s fifth and sixth; the marked sentence, read behind the question and the sentence before it, is told by an
added vector; the mean of its states, their greatest and the first state decide.
"""

import argparse
import json
import random
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnxruntime
import torch
from expose import expose
from minilm import WIDTH, load
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.decisions.deeds import TOLD
from sayso.decisions.sentence_reader import KINDS, OUTCOMES, STATED, pieces_of_sentence
from sayso.language.pieces import SHAPES
from sayso.language.sentences import sentences

MODELS = Path(__file__).parents[1] / "src/sayso/resources/models"
DATA = Path(__file__).parent / "data/decisions"
MIDDLE = "/encoder/layers.3/norm2/LayerNormalization_output_0"
LAYERS = (4, 5)
SEED, BATCH, WARM_UP = 20, 16, 0.08
ENCODER_RATE, HEAD_RATE, SMOOTHING = 1.5e-4, 1e-3, 0.05
HEADS = {"stated": len(STATED), "kinds": len(KINDS), "outcomes": len(OUTCOMES)}
HELD_BACK = 8  # one passage of so many is kept to measure on
OUTSIDE = 0.9  # of the sentences without a label, this share is read as plain ones
PLAIN = 2500  # sentences of other articles that are read as plain ones
UNSAID = -1
MAY_STATE = re.compile(
    r"majorit|unanim|consensus|veto|two[- ]thirds|three[- ](?:quarters|fifths)|\bayes?\b|\bnoes?\b|per ?cent|"
    r"%|requir|threshold|enough|"
    r"\balone\b|\ball (?:\d|its|the|member)|\bevery (?:member|state|country|ally)|\bany (?:member|one)|"
    r"member states|\bblock|\bstop\b|"
    r"\bneeds? [^.]{0,40}(?:votes|members|states)|quorum|ratif|consent",
    re.IGNORECASE,
)


class Example(NamedTuple):
    """States of the fourth layer (length, 384), the mark (length,), and the class of each head, -1 where it has none."""

    states: np.ndarray
    mark: np.ndarray
    classes: tuple[int, ...]


class Reader(nn.Module):
    def __init__(self, minilm: Path) -> None:
        super().__init__()
        whole = load(minilm, SHAPES).layers
        self.layers = nn.ModuleList(whole[i] for i in LAYERS)
        self.mark = nn.Parameter(torch.zeros(WIDTH))
        self.hidden = nn.Linear(3 * WIDTH, WIDTH)
        self.heads = nn.ModuleList(nn.Linear(WIDTH, size) for size in HEADS.values())
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, mark: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        inside = mark[:, :, None]
        x = states + inside * self.mark
        additive = (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, additive)
        mean = (x * inside).sum(1) / inside.sum(1).clamp(min=1.0)
        greatest = (x - (1.0 - inside) * 1e4).max(1).values
        hidden = torch.tanh(self.hidden(self.dropout(torch.cat([x[:, 0], mean, greatest], dim=1))))
        return tuple(head(self.dropout(hidden)).log_softmax(1) for head in self.heads)


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


class Embedder:
    """The attribution model as it ships, up to its fourth layer."""

    def __init__(self) -> None:
        self.session = onnxruntime.InferenceSession(str(MODELS / "attribution.onnx"))
        self.tokenizer = Tokenizer.from_file(str(MODELS / "wordpiece.json"))

    def __call__(self, ids: np.ndarray, shapes: np.ndarray) -> np.ndarray:
        mask = np.ones((1, len(ids)), dtype=np.float32)
        found: np.ndarray = self.session.run(["middle"], {"ids": ids[None], "shapes": shapes[None], "mask": mask})[0][0]
        return found


def passages(rows: list[dict[str, Any]], embed: Embedder, rng: random.Random) -> list[Example]:
    """Sentences of passages with their question: labelled ones, and some of those that say nothing of the kind."""
    found = []
    for row in rows:
        labels = {s["text"].strip(): s for s in row["sentences"]}
        spans = sentences(row["text"], 0, len(row["text"]))
        for index, (start, end) in enumerate(spans):
            words = row["text"][start:end]
            label = labels.get(words.strip()) or next(
                (s for t, s in labels.items() if words.strip() in t or t in words), None
            )
            if label is None and rng.random() > OUTSIDE:
                continue
            before = row["text"][slice(*spans[index - 1])] if index else ""
            question = "" if rng.random() < 0.1 else row["question"]
            ids, shapes, mark = pieces_of_sentence(question, before, words, embed.tokenizer)
            found.append(Example(embed(ids, shapes), mark, classes(row, label)))
    return found


def plain(rows: list[dict[str, Any]], embed: Embedder, rng: random.Random) -> list[Example]:
    """Sentences on where parties stand that name no rule, or no deed: they state none, and report none."""
    found = []
    for row in rows:
        for before, words in zip(["", *row["sentences"]], row["sentences"], strict=False):
            known = (0 if not MAY_STATE.search(words) else UNSAID, UNSAID, 0 if not TOLD.search(words) else UNSAID)
            if max(known) == 0:
                ids, shapes, mark = pieces_of_sentence(row["proposal"], before, words, embed.tokenizer)
                found.append((ids, shapes, mark, known))
    return [Example(embed(ids, shapes), mark, known) for ids, shapes, mark, known in rng.sample(found, PLAIN)]


def classes(row: dict[str, Any], label: dict[str, Any] | None) -> tuple[int, int, int]:
    """Whether it states a rule, which kind, and what outcome it reports."""
    if any("outcome" in s for s in row["sentences"]):
        outcome = label["outcome"] if label and label["outcome"] in OUTCOMES else "none"
        return (UNSAID if label else 0), UNSAID, OUTCOMES.index(outcome)
    stated = label["label"] if label and label["label"] in STATED else "none"
    kind = KINDS.index(label["kind"]) if label and label.get("kind") and stated != "none" else UNSAID
    is_open = label is not None and label["label"] == "not"  # it may report the decision
    return STATED.index(stated), kind, UNSAID if is_open else 0


def collate(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    length = max(len(e.mark) for e in batch)
    states = torch.zeros(len(batch), length, WIDTH)
    mark, mask = torch.zeros(len(batch), length), torch.zeros(len(batch), length)
    for row, example in enumerate(batch):
        n = len(example.mark)
        states[row, :n], mark[row, :n] = torch.from_numpy(example.states), torch.from_numpy(example.mark)
        mask[row, :n] = 1
    return states, mark, mask, torch.tensor([e.classes for e in batch])


def loss_of(found: tuple[Tensor, ...], classes: Tensor) -> Tensor:
    parts = []
    for head, scores in enumerate(found):
        known = classes[:, head] >= 0
        if known.any():
            wanted = F.nll_loss(scores[known], classes[known, head])
            parts.append((1 - SMOOTHING) * wanted - SMOOTHING * scores[known].mean())
    return torch.stack(parts).sum()


def data(embed: Embedder, rng: random.Random) -> tuple[list[Example], list[Example]]:
    """Examples to train on, and passages kept to measure on."""
    told = [row for path in sorted(DATA.glob("*.jsonl")) for row in rows_of(path)]
    kept = [row for i, row in enumerate(told) if i % HELD_BACK == 0]
    taken = [row for i, row in enumerate(told) if i % HELD_BACK]
    others = [row for path in sorted((DATA.parent / "stance").glob("articles-*.jsonl")) for row in rows_of(path)]
    return passages(taken, embed, rng) + plain(others, embed, rng), passages(kept, embed, rng)


def batches(rows: list[Example], rng: random.Random) -> list[list[Example]]:
    """Batches of examples of like length, in any order."""
    rng.shuffle(rows)
    ranked = [
        row
        for i in range(0, len(rows), BATCH * 20)
        for row in sorted(rows[i : i + BATCH * 20], key=lambda e: len(e.mark))
    ]
    made = [ranked[i : i + BATCH] for i in range(0, len(ranked), BATCH)]
    rng.shuffle(made)
    return made


def train(minilm: Path, out: Path, epochs: int) -> None:
    torch.manual_seed(SEED)
    rng, embed = random.Random(SEED), Embedder()
    rows, kept = data(embed, rng)
    print(f"{len(rows)} examples, {len(kept)} kept back", flush=True)
    model = Reader(minilm)
    heads = [*model.hidden.parameters(), *model.heads.parameters(), model.mark]
    groups = [{"params": model.layers.parameters(), "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups)
    total = epochs * -(-len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (WARM_UP * total)) * max(0.02, (total - s) / total)
    )
    began = time.monotonic()
    for epoch in range(1, epochs + 1):
        model.train()
        for batch in batches(rows, rng):
            states, mark, mask, wanted = collate(batch)
            value = loss_of(model(states, mark, mask), wanted)
            optimiser.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        print(f"epoch {epoch} {time.monotonic() - began:.0f} s {measure(model, kept)}", flush=True)
        torch.save(model.state_dict(), out)


def measure(model: Reader, held: list[Example]) -> str:
    """Accuracy of each head on the examples that have a class for it."""
    model.eval()
    with torch.no_grad():
        found = [[int(scores.argmax()) for scores in model(*collate([e])[:3])] for e in held]
    lines = []
    for head, name in enumerate(HEADS):
        pairs = [(f[head], e.classes[head]) for f, e in zip(found, held, strict=True) if e.classes[head] >= 0]
        if pairs:
            right = sum(f == c for f, c in pairs) / len(pairs)
            hit = [(f == c) for f, c in pairs if c > 0]
            named = [(f == c) for f, c in pairs if f > 0]
            lines.append(
                f"{name} {right:.3f} (r {sum(hit) / max(1, len(hit)):.2f} p {sum(named) / max(1, len(named)):.2f})"
            )
    return " ".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["expose", "train", "export"])
    parser.add_argument("--model", type=Path)
    parser.add_argument("--minilm", type=Path)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    if args.command == "expose":
        expose(args.model, MIDDLE, "middle")
    elif args.command == "train":
        train(args.minilm, args.out, args.epochs)
    else:
        from quantise import to_int8

        model = Reader(args.minilm)
        model.load_state_dict(torch.load(args.checkpoint))
        example = (torch.zeros(1, 12, WIDTH), torch.ones(1, 12), torch.ones(1, 12))
        to_int8(model.eval(), example, ["states", "mark", "mask"], list(HEADS), args.out)


if __name__ == "__main__":
    main()
