"""What is installed: versions of the libraries that results depend on, and the ages of models and knowledge."""

import platform
from importlib.metadata import version
from pathlib import Path

from sayso import __version__
from sayso.records import Record, Table
from sayso.resources import knowledge_toml, model_path
from sayso.resources.own import lay_over

_LIBRARIES = ("onnxruntime", "tokenizers", "numpy", "trafilatura", "msgspec", "py3langid", "pypdf", "httpx2")


class Model(Record, frozen=True, kw_only=True):
    """A shipped model: when it was made, and what it is."""

    name: str
    made: str
    note: str


class Installation(Record, frozen=True, kw_only=True):
    """Everything that a result depends on."""

    version: str
    python: str
    libraries: tuple[tuple[str, str], ...]
    models: tuple[Model, ...]
    knowledge: tuple[Table, ...]


def installation() -> Installation:
    """Read the versions of what is installed."""
    from sayso import actors, decisions

    models = knowledge_toml("models.toml")["model"]
    return Installation(
        version=__version__,
        python=platform.python_version(),
        libraries=tuple((name, version(name)) for name in _LIBRARIES),
        models=tuple(
            Model(name=row["name"], made=row["made"], note=row["note"])
            for row in models
            if model_path(row["file"]).exists()
        ),
        knowledge=(*actors.knowledge_versions(), *decisions.knowledge_versions()),
    )


def use_knowledge(path: str | Path | None) -> None:
    """Lay a user's TOML over the shipped tables from now on; None takes it away again.

    Raises BadKnowledge, with file and line, if it does not read as rows of the tables; then the shipped ones stay in force.
    """
    from sayso import actors, decisions
    from sayso.errors import BadKnowledge

    lay_over(path)
    try:
        actors.knowledge_versions(), decisions.knowledge_versions()
    except BadKnowledge:
        lay_over(None)
        raise
