"""A torch module to the int8 ONNX file that ships."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn


def to_int8(
    model: nn.Module, example: tuple[torch.Tensor, ...], inputs: Sequence[str], outputs: Sequence[str], out: Path
) -> None:
    """Export with a free second axis (length; the batch is 1) and quantise the weights: per channel, 7 bits."""
    axes = {name: {1: "length"} for name in inputs}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "model.onnx"
        torch.onnx.export(
            model,
            example,
            str(plain),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        out.parent.mkdir(parents=True, exist_ok=True)
        quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
