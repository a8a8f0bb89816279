"""MPNet-base (all-mpnet-base-v2, Song et al. 2020) in plain torch, its lower layers: the encoder of the stance classifier.

It speaks the vocabulary of the small encoder: the rows of its word embeddings are put in the order of our ids.
"""

import json
from pathlib import Path

import torch
from minilm import Layer
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, HEADS, FEED, POSITIONS, VOCABULARY, PADDING, BUCKETS, FAR = 768, 12, 3072, 512, 30522, 1, 32, 128
OUR_SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}


class MPNet(nn.Module):
    """ids, shapes (batch, length) and mask (batch, length; 1 = a piece) to states (batch, length, 768)."""

    def __init__(self, shapes: int, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(shapes, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-5), nn.Dropout(dropout)
        self.relative = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer(dropout, WIDTH, FEED, 1e-5) for _ in range(layers))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1])
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.shapes(shapes)))
        bias = self.relative(_buckets(places)).permute(2, 0, 1)[None]
        bias = bias + (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load(folder: Path, shapes: int, layers: int, wordpieces: Path, dropout: float = 0.1) -> MPNet:
    """The lowest `layers` as published in `folder`; the shape embedding starts at zero, the word embeddings stay frozen."""
    stored = load_file(folder / "model.safetensors")
    model = MPNet(shapes, layers, dropout)
    order = _order(folder, json.loads(wordpieces.read_text("utf-8"))["model"]["vocab"])
    state = {
        "words.weight": stored["embeddings.word_embeddings.weight"][order],
        "positions.weight": stored["embeddings.position_embeddings.weight"][PADDING + 1 :],
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
        "relative.weight": stored["encoder.relative_attention_bias.weight"],
        "shapes.weight": model.shapes.weight,
    }
    parts = {
        "query": "attention.attn.q",
        "key": "attention.attn.k",
        "value": "attention.attn.v",
        "output": "attention.attn.o",
        "norm1": "attention.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for i in range(layers):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                state[f"layers.{i}.{ours}.{kind}"] = stored[f"encoder.layer.{i}.{theirs}.{kind}"]
    model.load_state_dict(state)
    model.words.weight.requires_grad_(False)
    return model


def _order(folder: Path, wordpieces: dict[str, int]) -> Tensor:
    """For each id of our vocabulary the id of the same piece in MPNet's."""
    theirs = {piece: i for i, piece in enumerate((folder / "vocab.txt").read_text("utf-8").splitlines())}
    table = torch.full((VOCABULARY,), theirs["[UNK]"])
    for piece, number in wordpieces.items():
        table[number] = theirs.get(OUR_SPECIAL.get(piece, piece), theirs["[UNK]"])
    return table


def _buckets(places: Tensor) -> Tensor:
    """Bucket of each distance, logarithmic beyond eight pieces, as in T5 (Raffel et al. 2020)."""
    back = places[:, None] - places[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    near = back.abs()
    scale = torch.log(near.clamp(min=1).float() / exact) / torch.log(torch.tensor(FAR / exact))
    large = (exact + (scale * (half - exact)).long()).clamp(max=half - 1)
    return torch.where(near < exact, near, large) + (back < 0).long() * half
