"""Give the shipped attribution model one output more: the states of one of its layers, for a model that stands on them."""

from pathlib import Path

import onnx
from minilm import WIDTH


def expose(path: Path, layer: str, name: str) -> None:
    """Add the output `name` of a layer's states, once; nothing else of the model changes."""
    model = onnx.load(str(path))
    if any(output.name == name for output in model.graph.output):
        return
    model.graph.node.append(onnx.helper.make_node("Identity", [layer], [name]))
    states = onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, "length", WIDTH])
    model.graph.output.append(states)
    onnx.save(model, str(path))
