"""How a terminal shows claims: labels beside what is said, bars in characters, nothing wider than the screen."""

from collections.abc import Callable, Sequence
from io import StringIO
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.brief.bars import Part, pieces
from sayso.brief.claims import Bar, Claim
from sayso.brief.excerpts import cut, shown

LABELS_BESIDE: Final = 60
LABEL_WIDTH: Final = 17
_GAP: Final = 2
_LONGEST_BAR, _SHORTEST_BAR = 30, 12
_BAR_LABEL: Final = 14
_STYLES: Final[dict[Part, str]] = {
    "favour": "green",
    "undecided": "bright_black",
    "away": "",
    "against": "red",
    "mark": "bold",
}


def printed(parts: Sequence[RenderableType], width: int, colour: bool) -> str:
    """Everything one under the other in `width` columns; without colour not a single escape code."""
    page = StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()).strip("\n") + "\n"


def grid(first: int) -> Table:
    """Two columns, the first of a fixed width, so that all sections line up."""
    table = Table.grid(padding=(0, _GAP if first > _GAP else 1, 0, 0))
    table.add_column(width=first, overflow="fold")
    table.add_column(overflow="fold")
    return table


def labelled(claims: Sequence[Claim], width: int, said: Callable[[Claim, int], RenderableType]) -> list[RenderableType]:
    """Claims with their labels beside them, or above them where there is no room; `said` is told its width."""
    if width < LABELS_BESIDE:
        return [Group(_label(claim), Padding(said(claim, width - _GAP), (0, 0, 0, _GAP))) for claim in claims]
    if not claims:
        return []
    table = grid(LABEL_WIDTH)
    for claim in claims:
        table.add_row(_label(claim), said(claim, width - LABEL_WIDTH - _GAP))
    return [table]


def sentence(claim: Claim) -> Text:
    """What a claim says, its note behind it."""
    text = Text(shown(claim.text))
    if claim.note:
        text.append(f" ({shown(claim.note)})", style="dim")
    return text


def meters(bars: Sequence[Bar], width: int) -> list[RenderableType]:
    """Bars with their labels before and their words behind them, or under them where there is no room."""
    if not bars:
        return []
    label = min(max(len(bar.label) for bar in bars), _BAR_LABEL) + 1
    beside = width - label - _GAP - 1 - max(len(bar.words) for bar in bars)
    cells = beside if beside >= _SHORTEST_BAR else width - label - 1
    lines: list[RenderableType] = []
    for bar in bars:
        line = Text(f"{cut(bar.label, _BAR_LABEL - 1):<{label}}")
        for piece in pieces(bar, min(cells, _LONGEST_BAR)):
            line.append(piece.cells, style=_STYLES[piece.part])
        if beside >= _SHORTEST_BAR:
            lines.append(line.append(" " * (_GAP + (bar.mark is None)) + bar.words))
        else:
            lines += [line, Padding(Text(bar.words), (0, 0, 0, _GAP))]
    return lines


def _label(claim: Claim) -> Text:
    return Text(shown(claim.label), style="bold")
