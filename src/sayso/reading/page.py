"""What the formats have in common: pieces of text in order, and what the input says about itself."""

from sayso.records import Furniture, Precision, Record


class TooLongError(ValueError):
    """More text, or more lines of it, than any article has."""


class Stamp(Record, frozen=True, kw_only=True):
    """A publication date: the ISO day, the moment with its offset where known, and how it was found."""

    day: str
    precision: Precision = "day"
    at: str | None = None
    found: str = ""


class Metadata(Record, frozen=True, kw_only=True):
    """What is known of an article beside its text."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: Stamp | None = None
    url: str | None = None


class Piece(Record, frozen=True, kw_only=True):
    """A line or paragraph of the input; offsets count in the decoded input, null where they are not known."""

    text: str
    tag: str | None = None
    link_share: float | None = None
    start: int | None = None
    end: int | None = None

    def removed(self, reason: str) -> Furniture:
        """The piece as furniture."""
        return Furniture(text=self.text, start=self.start, end=self.end, reason=reason)


class Page(Record, frozen=True, kw_only=True):
    """An input taken apart, before anything is judged.

    `above` are the lines between headline and text that are no pieces; `visible` is all its text, navigation included,
    for recognising consent walls and paywalls; `is_free` is what the page says of itself.
    """

    pieces: tuple[Piece, ...]
    above: tuple[str, ...] = ()
    metadata: Metadata = Metadata()
    warnings: tuple[str, ...] = ()
    visible: str = ""
    is_free: bool | None = None
