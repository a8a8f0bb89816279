"""The map of rooms: imports point one way, and `import sayso` stays light."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import sayso

ROOT = Path(sayso.__file__).parent
ROOMS = ["reading", "language", "statements", "actors", "timeline", "positions", "decisions", "conflicts", "brief"]
GROUND = {"records", "errors", "resources"}
EDGES = {"cli", "counting", "screen", "margin", "installation", "verbs", "__init__"}


def imported(path: Path) -> set[str]:
    """The rooms of ours that a module imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= (
                {f"{node.module}.{alias.name}" for alias in node.names} if node.module == "sayso" else {node.module}
            )
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("sayso.")}


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_rooms_before_it(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0].removesuffix(".py")
    if room in EDGES:
        return
    allowed = set(GROUND) if room in ROOMS else {"errors"}
    if room in ROOMS:
        allowed |= set(ROOMS[: ROOMS.index(room) + 1])
    assert imported(path) <= allowed | {room}


def test_every_folder_is_a_room() -> None:
    folders = {p.parent.name for p in ROOT.glob("*/__init__.py")}
    assert folders == {*ROOMS, "resources"}


def test_import_is_light() -> None:
    script = "import sys; before = set(sys.modules); import sayso; print(len(set(sys.modules) - before))"
    added = int(subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout)
    assert added < 40


def test_every_public_name_is_there() -> None:
    for name in sayso.__all__:
        assert getattr(sayso, name)
