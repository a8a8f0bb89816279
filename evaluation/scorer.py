"""The scorer of PolNeAR as a module: `score_attribution.py` of a folder that is no part of the project."""

import importlib.util
from pathlib import Path
from types import ModuleType


def scorer(tools: Path) -> ModuleType:
    """The module score_attribution.py of a folder."""
    spec = importlib.util.spec_from_file_location("score_attribution", tools / "score_attribution.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
