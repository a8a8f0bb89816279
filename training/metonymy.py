"""Train the place classifier: does the name of a state or capital stand for its government, a place, a team or something else?

    python training/metonymy.py expose --model src/sayso/resources/models/attribution.onnx
    python training/metonymy.py train --minilm FOLDER --out OUT/places.pt
    python training/metonymy.py export --checkpoint OUT/places.pt --minilm FOLDER --out src/sayso/resources/models/places.onnx

`expose` gives the attribution model an output more, the states of its embeddings. The classifier is six layers on top of
them, begun as MiniLM's; the states of the name are told by an added vector, and their mean and the first state decide. So
it costs no second vocabulary. (On the attribution model's second layer, four layers reached .917; its upper states alone .83.)
"""

import argparse
import json
import random
import re
import time
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

from sayso.actors.senses import SENSES, pieces_and_mark
from sayso.language.pieces import SHAPES

MODELS = Path(__file__).parents[1] / "src/sayso/resources/models"
DATA = Path(__file__).parent / "data/metonymy"
EMBEDDED = "/encoder/norm/LayerNormalization_output_0"
SEED, BATCH, EPOCHS, WARM_UP = 20, 16, 6, 0.08
ENCODER_RATE, HEAD_RATE, SMOOTHING = 1.5e-4, 1e-3, 0.05


class Example(NamedTuple):
    """States of the embeddings (length, 384), which of them are the name's (length,), and the sense's number."""

    states: np.ndarray
    mark: np.ndarray
    sense: int


class Senses(nn.Module):
    def __init__(self, minilm: Path) -> None:
        super().__init__()
        self.layers = load(minilm, SHAPES).layers
        self.mark = nn.Parameter(torch.zeros(WIDTH))
        self.hidden, self.output = nn.Linear(2 * WIDTH, WIDTH), nn.Linear(WIDTH, len(SENSES))
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, mark: Tensor, mask: Tensor) -> Tensor:
        x = states + mark[:, :, None] * self.mark
        additive = (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, additive)
        mean = (x * mark[:, :, None]).sum(1) / mark.sum(1, keepdim=True).clamp(min=1.0)
        hidden = torch.tanh(self.hidden(self.dropout(torch.cat([x[:, 0], mean], dim=1))))
        return self.output(self.dropout(hidden)).log_softmax(1)


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def joined(rows: list[dict[str, Any]], rng: random.Random) -> list[dict[str, Any]]:
    """Rows behind or before another, of the same name where there is one: each name is read in its own clause."""
    named: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        named.setdefault(row["name"], []).append(row)
    found = []
    for row in rng.sample(rows, len(rows) // 2):
        other = rng.choice([r for r in named[row["name"]] if r is not row] or rows)
        mark = rng.choice((" ", ", and ", " But "))
        first, second = (row, other) if rng.random() < 0.4 else (other, row)
        text = (first["text"].rstrip(".") if mark == ", and " else first["text"]) + mark + second["text"]
        before = 0 if first is row else other["text"].count(row["name"])
        found.append({**row, "text": text, "nth": row.get("nth", 0) + before})
    return found


def examples(rows: list[dict[str, Any]]) -> list[Example]:
    """The rows, their sentence read by the attribution model as it ships."""
    session = onnxruntime.InferenceSession(str(MODELS / "attribution.onnx"))
    tokenizer = Tokenizer.from_file(str(MODELS / "wordpiece.json"))
    found = []
    for row in rows:
        start = [m.start() for m in re.finditer(re.escape(row["name"]), row["text"])][row.get("nth", 0)]
        ids, shapes, mark = pieces_and_mark(row["text"], (start, start + len(row["name"])), tokenizer)
        mask = np.ones((1, len(ids)), dtype=np.float32)
        (embedded,) = session.run(["embedded"], {"ids": ids[None], "shapes": shapes[None], "mask": mask})
        found.append(Example(embedded[0], mark, SENSES.index(row["label"])))
    return found


def collate(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    length = max(len(e.mark) for e in batch)
    states, mark, mask = (
        torch.zeros(len(batch), length, WIDTH),
        torch.zeros(len(batch), length),
        torch.zeros(len(batch), length),
    )
    for row, example in enumerate(batch):
        n = len(example.mark)
        states[row, :n], mark[row, :n], mask[row, :n] = (
            torch.from_numpy(example.states),
            torch.from_numpy(example.mark),
            1,
        )
    return states, mark, mask, torch.tensor([e.sense for e in batch])


def train(minilm: Path, out: Path, gold: Path | None) -> None:
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    own = [row for path in sorted(DATA.glob("*.jsonl")) for row in rows_of(path)]
    rows = examples(own + joined(own, rng))
    held = examples(rows_of(gold)) if gold else []
    model = Senses(minilm)
    heads = [*model.hidden.parameters(), *model.output.parameters(), model.mark]
    optimiser = torch.optim.AdamW(
        [{"params": model.layers.parameters(), "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
    )
    total = EPOCHS * -(-len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (WARM_UP * total)) * max(0.02, (total - s) / total)
    )
    began = time.monotonic()
    for epoch in range(1, EPOCHS + 1):
        model.train()
        rng.shuffle(rows)
        for i in range(0, len(rows), BATCH):
            states, mark, mask, senses = collate(rows[i : i + BATCH])
            value = F.nll_loss(model(states, mark, mask), senses) * (1 - SMOOTHING)
            optimiser.zero_grad()
            value.backward()
            optimiser.step()
            schedule.step()
        print(
            f"epoch {epoch} loss {value.item():.3f} {time.monotonic() - began:.0f} s {measure(model, held)}", flush=True
        )
    torch.save(model.state_dict(), out)


def measure(model: Senses, held: list[Example]) -> str:
    if not held:
        return ""
    model.eval()
    with torch.no_grad():
        found = [int(model(*collate([e])[:3]).argmax()) for e in held]
    right = np.mean([f == e.sense for f, e in zip(found, held, strict=True)])
    government = np.mean([(f == 0) == (e.sense == 0) for f, e in zip(found, held, strict=True)])
    return f"accuracy {right:.3f} government or not {government:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["expose", "train", "export"])
    parser.add_argument("--model", type=Path)
    parser.add_argument("--minilm", type=Path)
    parser.add_argument("--gold", type=Path, help="held-back rows to measure after each epoch")
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    if args.command == "expose":
        expose(args.model, EMBEDDED, "embedded")
    elif args.command == "train":
        train(args.minilm, args.out, args.gold)
    else:
        from quantise import to_int8

        model = Senses(args.minilm)
        model.load_state_dict(torch.load(args.checkpoint))
        example = (torch.zeros(1, 12, WIDTH), torch.ones(1, 12), torch.ones(1, 12))
        to_int8(model.eval(), example, ["states", "mark", "mask"], ["senses"], args.out)


if __name__ == "__main__":
    main()
