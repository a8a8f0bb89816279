"""Golden files (`pytest --regenerate` writes them anew, to be reviewed as a diff), and no skipping where CI is set."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.records import Article, Block


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a golden file, or writes the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--regenerate"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.read_bytes().decode() == text, f"{path.name} differs; see it with pytest --regenerate and git diff"

    return compare


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Makes an article whose paragraphs are parted by blank lines."""

    def make(text: str, published: str | None = None) -> Article:
        blocks = []
        position = 0
        for paragraph in text.split("\n\n"):
            blocks.append(Block(start=position, end=position + len(paragraph), kind="body"))
            position += len(paragraph) + 2
        digest = hashlib.sha256(text.encode()).hexdigest()
        return Article(id=f"sha256:{digest}", text=text, blocks=tuple(blocks), published=published)

    return make


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where CI is set, a test that was skipped has failed: nothing it needs may be missing there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if os.environ.get("CI") and skipped:
        reporter.write_line(f"{len(skipped)} skipped, and CI is set: a skip is a failure")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
