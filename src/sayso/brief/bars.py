"""A bar drawn: in characters that tell the parts apart without colour, or as SVG that needs nothing else."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from markupsafe import Markup

from sayso.brief.claims import Bar

Part = Literal["favour", "undecided", "away", "against", "mark"]
_CHARACTERS: Final[dict[Part, str]] = {"favour": "█", "undecided": "░", "away": " ", "against": "▒", "mark": "│"}
_STRIPE: Final = 1.5
_WIDE, _HIGH = 100, 10


class Piece(NamedTuple):
    """Some cells of a bar of one part."""

    part: Part
    cells: str


def pieces(bar: Bar, cells: int) -> Iterator[Piece]:
    """The bar in `cells` characters, and one more at what is needed; whatever is not nothing has a cell at least."""
    sizes = _sizes(bar, cells)
    mark = _mark(bar, sizes["favour"], cells)
    at = 0
    for part, size in sizes.items():
        end = at + size
        if mark is not None and (at < mark <= end or (mark == 0 and at == 0)):
            yield Piece(part, _CHARACTERS[part] * (mark - at))
            yield Piece("mark", _CHARACTERS["mark"])
            at, mark = mark, None
        yield Piece(part, _CHARACTERS[part] * (end - at))
        at = end


def characters(bar: Bar, cells: int) -> str:
    """The bar as one string."""
    return "".join(piece.cells for piece in pieces(bar, cells))


def _sizes(bar: Bar, cells: int) -> dict[Part, int]:
    shares = _shares(bar)
    sizes = {part: max(int(share * cells), int(share > 0)) for part, share in shares.items()}
    by_rest = sorted(shares, key=lambda part: sizes[part] - shares[part] * cells)
    for part in by_rest[: max(0, cells - sum(sizes.values()))]:
        sizes[part] += 1
    while sum(sizes.values()) > cells:
        sizes[max(sizes, key=lambda part: sizes[part])] -= 1
    return sizes


def _shares(bar: Bar) -> dict[Part, float]:
    """All parts in the order of the bar."""
    away = max(0.0, 1 - bar.favour - bar.undecided - bar.against)
    away = away if away > 1e-9 else 0.0
    return {"favour": bar.favour, "undecided": bar.undecided, "away": away, "against": bar.against}


def _mark(bar: Bar, favour: int, cells: int) -> int | None:
    """After how many cells the mark stands: beyond those in favour as long as they do not suffice."""
    if bar.mark is None:
        return None
    place = round(bar.mark * cells)
    return min(cells, max(place, favour + 1)) if bar.favour < bar.mark else min(place, favour)


def svg(bar: Bar) -> Markup:
    """The bar as SVG: solid, hollow, striped, so that black and white tell it too; hidden from readers of the words."""
    at = 0.0
    drawn = Markup("")
    for part, share in _shares(bar).items():
        if share > 0 and part != "away":
            drawn += _drawn(part, at * _WIDE, share * _WIDE)
        at += share
    if bar.mark is not None:
        drawn += Markup('<path class="mark" d="M{} 0V{}"/>').format(f"{bar.mark * _WIDE:.2f}", _HIGH)
    return Markup(
        '<svg viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true" focusable="false">{}</svg>'
    ).format(_WIDE, _HIGH, drawn)


def _drawn(part: Part, start: float, length: float) -> Markup:
    box = Markup('<rect class="{}" x="{}" y="1.5" width="{}" height="7"/>').format(
        part, f"{start:.2f}", f"{length:.2f}"
    )
    if part != "against":
        return box
    count = max(1, int(length / _STRIPE))
    lines = " ".join(f"M{start + (i + 0.5) * length / count:.2f} 1.5V8.5" for i in range(count))
    return box + Markup('<path class="stripes" d="{}"/>').format(lines)
