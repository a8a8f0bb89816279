"""The scorers as modules: `score_attribution.py`, `score_debates.py` of a folder that is no part of the project."""

import importlib.util
from pathlib import Path
from types import ModuleType


def scorer(tools: Path, name: str = "score_attribution") -> ModuleType:
    """A module of a folder."""
    spec = importlib.util.spec_from_file_location(name, tools / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
