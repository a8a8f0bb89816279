"""Our own passages with chains, anonymity and nesting (evaluation/data/attribution): read, and check that labels fit.

python evaluation/passages.py FILE...       check files of labelled passages
"""

import re
import sys
from pathlib import Path
from typing import Literal

import msgspec

Span = tuple[int, int]


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One relay as the labels have it; every string but `state` quotes the passage."""

    text: str
    type: Literal["outlet", "spokesperson", "document", "person", "group"]
    anonymous: bool
    name: str | None = None
    institution: str | None = None
    state: str | None = None
    count: int | None = None
    reason: str | None = None


class Labelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement; spans are quoted, `#2` behind a quotation means its second occurrence."""

    content: tuple[str, ...]
    cue: tuple[str, ...]
    source: tuple[str, ...]
    mode: Literal["direct", "indirect", "mixed"]
    chain: tuple[Link, ...]
    hedge: str | None = None
    inside: int | None = None


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A passage of one or more paragraphs, a blank line between them."""

    id: str
    text: str
    statements: tuple[Labelled, ...]
    outlet: str | None = None


def read_passages(path: Path) -> list[Passage]:
    """The passages of a file, one JSON object a line."""
    return [msgspec.json.decode(line, type=Passage) for line in path.read_bytes().splitlines() if line.strip()]


def locate(text: str, quoted: str) -> Span:
    """Code points of a quoted span; LookupError if it is not there."""
    number = re.search(r"#(\d+)$", quoted)
    wanted, nth = (quoted[: number.start()], int(number[1])) if number else (quoted, 1)
    edges = (r"(?<!\w)" if wanted[:1].isalnum() else "", r"(?!\w)" if wanted[-1:].isalnum() else "")
    found = [m.span() for m in re.finditer(edges[0] + re.escape(wanted) + edges[1], text)]
    if not wanted or len(found) < nth:
        raise LookupError(f"{quoted!r} is not in the text")
    return found[nth - 1]


def faults(passage: Passage) -> list[str]:
    """What does not fit in the labels of a passage."""
    wrong = []
    for number, statement in enumerate(passage.statements):
        links = [q for link in statement.chain for q in (link.text, link.name, link.institution, link.reason) if q]
        for quoted in [*statement.content, *statement.cue, *statement.source, *links, statement.hedge or ""]:
            try:
                quoted and locate(passage.text, quoted)
            except LookupError as error:
                wrong.append(f"{passage.id} statement {number}: {error}")
        if not statement.content:
            wrong.append(f"{passage.id} statement {number}: no content")
        if statement.inside is not None and not 0 <= statement.inside < len(passage.statements):
            wrong.append(f"{passage.id} statement {number}: inside {statement.inside} is no statement")
        wrong += [
            f"{passage.id} statement {number}: state {link.state!r}"
            for link in statement.chain
            if link.state and not re.fullmatch("[A-Z]{3}", link.state)
        ]
    return wrong


def main() -> None:
    wrong = []
    for name in sys.argv[1:]:
        passages = read_passages(Path(name))
        wrong += [fault for passage in passages for fault in faults(passage)]
        statements = [s for p in passages for s in p.statements]
        print(f"{name}: {len(passages)} passages, {len(statements)} statements")
    print("\n".join(wrong))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
