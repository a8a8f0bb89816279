"""MPNet-base (all-mpnet-base-v2, Song et al. 2020) in plain torch: the encoder of the teacher, in two halves.

The lower layers stay as published, so their states are computed once and kept; only the upper half is trained.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, LAYERS, HEADS, FEED, PADDING, BUCKETS, FAR = 768, 12, 12, 3072, 1, 32, 128


class Layer(nn.Module):
    """One post-norm transformer layer; `bias` (batch, heads, length, length) is added to the attention scores."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, FEED), nn.Linear(FEED, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5), nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = self.norm1(x + self.dropout(self.output(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Stack(nn.Module):
    """Some consecutive layers with the attention bias that all of them share."""

    def __init__(self, layers: int, dropout: float) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.relative = nn.Embedding(BUCKETS, HEADS)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        bias = self.relative(_buckets(x.shape[1])).permute(2, 0, 1)[None]
        bias = bias + (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Lower(nn.Module):
    """ids of MPNet's vocabulary and mask (batch, length) to the states under the upper half."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(30527, WIDTH), nn.Embedding(514, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.stack = Stack(layers, 0.0)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1]) + PADDING + 1
        x: Tensor = self.stack(self.norm(self.words(ids) + self.positions(places)), mask)
        return x


def load(folder: Path, lower_layers: int, dropout: float = 0.1) -> tuple[Lower, Stack]:
    """The published weights (model.safetensors), cut above `lower_layers`."""
    stored = load_file(folder / "model.safetensors")
    lower, upper = Lower(lower_layers), Stack(LAYERS - lower_layers, dropout)
    lower.words.weight.data = stored["embeddings.word_embeddings.weight"]
    lower.positions.weight.data = stored["embeddings.position_embeddings.weight"]
    lower.norm.weight.data = stored["embeddings.LayerNorm.weight"]
    lower.norm.bias.data = stored["embeddings.LayerNorm.bias"]
    for stack in (lower.stack, upper):
        stack.relative.weight.data = stored["encoder.relative_attention_bias.weight"].clone()
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
    for number, layer in enumerate([*lower.stack.layers, *upper.layers]):
        for ours, theirs in parts.items():
            module = getattr(layer, ours)
            module.weight.data = stored[f"encoder.layer.{number}.{theirs}.weight"]
            module.bias.data = stored[f"encoder.layer.{number}.{theirs}.bias"]
    return lower.eval().requires_grad_(False), upper


def vocabulary_map(folder: Path, wordpieces: dict[str, int]) -> Tensor:
    """For each id of the small encoder's vocabulary the id of the same piece in MPNet's."""
    theirs = {piece: i for i, piece in enumerate((folder / "vocab.txt").read_text("utf-8").splitlines())}
    special = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
    table = torch.full((max(wordpieces.values()) + 1,), theirs["[UNK]"])
    for piece, number in wordpieces.items():
        table[number] = theirs.get(special.get(piece, piece), theirs["[UNK]"])
    return table


def _buckets(length: int) -> Tensor:
    """Bucket of each distance, logarithmic beyond eight pieces, as in T5 (Raffel et al. 2020)."""
    places = torch.arange(length)
    back = places[:, None] - places[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    near = back.abs()
    scale = torch.log(near.clamp(min=1).float() / exact) / torch.log(torch.tensor(FAR / exact))
    large = (exact + (scale * (half - exact)).long()).clamp(max=half - 1)
    return torch.where(near < exact, near, large) + (back < 0).long() * half
