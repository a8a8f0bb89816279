"""A torch module to the int8 ONNX file that ships."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import onnx.numpy_helper
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn


def to_int8(
    model: nn.Module,
    example: tuple[torch.Tensor, ...],
    inputs: Sequence[str],
    outputs: Sequence[str],
    out: Path,
    whole: Sequence[str] = (),
) -> None:
    """Export with a free second axis (length; the batch is 1) and quantise the weights: per channel, 7 bits.

    The products whose names hold one of `whole` stay as they are, their weights in half precision.
    """
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
        kept = [
            n.name for n in onnx.load(plain).graph.node if n.op_type == "MatMul" and any(w in n.name for w in whole)
        ]
        quantize_dynamic(
            plain, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, nodes_to_exclude=kept
        )
    if kept:
        _halve(out, kept)


def _halve(path: Path, nodes: Sequence[str]) -> None:
    """The weights of some products in half precision, widened when the model is loaded."""
    model = onnx.load(str(path))
    weights = {name for node in model.graph.node if node.name in nodes for name in node.input}
    for tensor in [t for t in model.graph.initializer if t.name in weights]:
        half = onnx.numpy_helper.from_array(onnx.numpy_helper.to_array(tensor).astype("float16"), f"{tensor.name}_half")
        model.graph.initializer.remove(tensor)
        model.graph.initializer.append(half)
        cast = onnx.helper.make_node("Cast", [half.name], [tensor.name], to=onnx.TensorProto.FLOAT)
        model.graph.node.insert(0, cast)
    onnx.save(model, str(path))
