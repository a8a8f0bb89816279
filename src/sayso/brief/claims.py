"""What a page is made of: claims in words with the passages they rest on, bars, rows of the table, sources."""

from typing import Final

from sayso.records import Article, Evidence, Record, Stance

STANCES: Final[dict[Stance, str]] = {
    "opposes": "opposes",
    "conditional": "on conditions",
    "undecided": "undecided",
    "abstains": "abstains",
    "declines_to_comment": "no comment",
    "supports": "supports",
}


class Bar(Record, frozen=True, kw_only=True):
    """One threshold as a bar: which shares of its length are in favour, open and against, and where what is needed lies.

    `words` say the same; what is left of the length does not vote.
    """

    label: str
    words: str
    favour: float = 0.0
    undecided: float = 0.0
    against: float = 0.0
    mark: float | None = None


class Claim(Record, frozen=True, kw_only=True):
    """One thing said: a label, a sentence, a side note, bars, the passages it rests on, and where to read them from."""

    label: str = ""
    text: str = ""
    note: str = ""
    bars: tuple[Bar, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    focus: int | None = None


class Row(Record, frozen=True, kw_only=True):
    """Where one actor stands: a row of the table."""

    actor: str
    stance: Stance
    stance_label: str
    since: str
    words: str
    notes: tuple[Claim, ...]
    evidence: tuple[Evidence, ...]
    focus: int | None


class Source(Record, frozen=True, kw_only=True):
    """An article in the list of sources; `place` is its file or address."""

    number: int
    outlet: str
    title: str
    published: str
    place: str
    url: str | None
    article: Article

    @property
    def facts(self) -> str:
        """Outlet, date and title, what is known of them."""
        return ", ".join(f for f in (self.outlet, self.published, f"“{self.title}”" if self.title else "") if f)
