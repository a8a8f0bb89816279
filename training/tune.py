"""Tune the decoder of the attribution model on the held-out training articles (every twentieth; never on dev).

    python training/tune.py --data DATA/polnear/train --tools TOOLS

TOOLS is the folder of score_attribution.py. Random search over the fields of `Settings` together (one by one gets stuck: a
lower bar for cues pays only with a higher one for whole attributions), maximising attribution F1
plus a quarter of strict F1; prints each better setting, the last one to be written into statements/decode.py.
"""

import argparse
import importlib.util
import random
from pathlib import Path
from types import ModuleType

from polnear import HELD_OUT_EVERY, read_documents

from sayso.language.encoder import run, spread, tokenizer
from sayso.language.pieces import pack, paragraphs
from sayso.statements.decode import Settings, decode
from sayso.statements.find import MODEL, attribution

SEED, TRIALS = 1, 110
GRID = {
    "cue_bonus": (0.0, 0.5, 1.0, 1.5, 2.0, 2.5), "source_bonus": (-0.5, 0.0, 0.5, 1.0), "change": (0.5, 1.0, 1.5, 2.0, 3.0),
    "begin": (0.0, 0.5, 1.0), "content_bonus": (-0.5, 0.0, 0.5, 1.0), "none": (0.5, 1.0, 1.5, 2.0),
    "keep": (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35),
}  # fmt: skip


def scorer(tools: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attribution", tools / "score_attribution.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True)
    args = parser.parse_args()
    score = scorer(args.tools).score
    documents = [d for i, d in enumerate(read_documents(args.data)) if i % HELD_OUT_EVERY == 0]
    windows = [
        (stem, text, window) for stem, text, _ in documents for window in pack(text, paragraphs(text), tokenizer())
    ]
    outputs = spread(lambda w: run(MODEL, w[2].ids, w[2].shapes), windows)

    def figure(settings: Settings) -> tuple[float, dict[str, float]]:
        predicted: dict[str, list[dict[str, object]]] = {}
        for (stem, text, window), scores in zip(windows, outputs, strict=True):
            for found in decode(window, *scores, settings):
                a = attribution(text, window, found)
                row = {"source": a.source, "cue": a.cue, "content": a.content}
                predicted.setdefault(stem, []).append(row)
        table = score(documents, predicted)
        return table["attribution"]["f1"] + table["attribution_strict"]["f1"] / 4, table["attribution"]

    rng, top = random.Random(SEED), 0.0
    for trial in range(TRIALS):
        settings = Settings(*(rng.choice(values) for values in GRID.values()))
        got, row = figure(settings)
        if got > top:
            top = got
            print(trial, f"{got:.4f}", row, settings, flush=True)


if __name__ == "__main__":
    main()
