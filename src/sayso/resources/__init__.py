"""What ships beside the code: models and knowledge, by name; and a user's own knowledge laid over it."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import BadKnowledge

_ROOT = files("sayso.resources")


def knowledge_text(name: str) -> str:
    """The text of a shipped table, such as `states.tsv`."""
    return (_ROOT / "knowledge" / name).read_text("utf-8")


def knowledge_toml(name: str) -> dict[str, Any]:
    """A shipped TOML table, read.

    Raises BadKnowledge if the file is no TOML.
    """
    try:
        table: dict[str, Any] = msgspec.toml.decode(knowledge_text(name))
    except msgspec.DecodeError as error:
        raise BadKnowledge(f"{name}: {error}") from error
    return table


def knowledge_folder(name: str) -> dict[str, dict[str, Any]]:
    """The TOML tables of a shipped folder, such as `bodies`, read, by file name.

    Raises BadKnowledge if a file is no TOML.
    """
    found = [file.name for file in (_ROOT / "knowledge" / name).iterdir() if file.name.endswith(".toml")]
    return {file: knowledge_toml(f"{name}/{file}") for file in found}


def model_path(name: str) -> Path:
    """Where a shipped model file lies, such as `attribution.onnx`."""
    return Path(str(_ROOT / "models" / name))
