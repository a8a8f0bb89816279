"""The brief as GitHub-flavoured Markdown: a footnote for each passage, with the passage quoted."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.brief.bars import characters
from sayso.brief.claims import Bar, Claim, Row, Source
from sayso.brief.excerpts import excerpt, shown
from sayso.brief.outline import Outline, outline
from sayso.records import Brief, Evidence

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>#|~$]|&(?=#?\w+;)|:(?=\w+:))")
_ADDRESS: Final = re.compile(r"\b(https?|ftp|mailto|xmpp|www)([:.])", re.IGNORECASE)
_STARTS_BLOCK: Final = re.compile(r"^([-+=])")
_STARTS_LIST: Final = re.compile(r"^(\d+)([.)])(?=\s|$)")
_WHOLE: Final = 1_000
_BAR: Final = 24
_COLUMNS: Final = ("Actor", "Stance", "Since", "In whose words", "What was said")


def render_markdown(brief: Brief) -> str:
    """The brief as Markdown; nothing that an article says is read as markup."""
    return "\n".join(_Page(outline(brief)).lines()).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """Text on one line in which nothing is markup, and no address or mention becomes a link of itself."""
    line = _MARKUP.sub(r"\\\1", shown(text))
    line = _STARTS_BLOCK.sub(r"\\\1", _ADDRESS.sub(r"\1\\\2", line))
    return _STARTS_LIST.sub(r"\1\\\2", line)


class _Page:
    """One outline, and the footnotes collected while it is written."""

    def __init__(self, page: Outline) -> None:
        self.page = page
        self.notes: dict[Evidence, str] = {}

    def lines(self) -> Iterator[str]:
        """The lines of the page, the footnotes last."""
        page = self.page
        yield f"# {escaped(page.title)}"
        yield from ("", f"*{page.subtitle}*")
        if page.proposal:
            yield from ("", f"{escaped(page.proposal.text)}{self._refs(page.proposal.evidence)}")
        yield from self._section("In short", [f"- {escaped(c.text)}{self._refs(c.evidence)}" for c in page.in_short])
        yield from self._section("Where they stand", [*self._table(), *self._list(page.beside, bool(page.stands))])
        yield from self._section("On whose say-so", self._list(page.say_so))
        yield from self._section("What it takes", self._list(page.takes), "No deciding body found.")
        yield from self._section("The road ahead", [*self._list(page.ahead), *self._under("Already past", page.behind)])
        clashes = [*self._list(page.clashes, quoted=True), *self._under("Corrected later", page.corrections)]
        yield from self._section("What does not add up", clashes)
        yield from self._section("Left out", self._list(page.left_out), "Nothing.")
        yield from self._section("Sources", [self._source(s) for s in page.sources])
        yield from ("", *(self._note(evidence, name) for evidence, name in self.notes.items()))

    def _section(self, heading: str, lines: Sequence[str], nothing: str = "Nothing found.") -> Iterator[str]:
        yield from ("", f"## {heading}", "", *(lines or [nothing]))

    def _table(self) -> list[str]:
        if not self.page.stands:
            return []
        rule = "|".join([" --- "] * len(_COLUMNS))
        return [f"| {' | '.join(_COLUMNS)} |", f"|{rule}|", *(self._row(row) for row in self.page.stands)]

    def _row(self, row: Row) -> str:
        said = escaped(excerpt(row.evidence[0], 160, row.focus)) + self._refs(row.evidence)
        notes = "".join(f"<br>*{escaped(note.text)}*{self._refs(note.evidence)}" for note in row.notes)
        cells = (f"**{escaped(row.actor)}**", row.stance_label, row.since or "–", escaped(row.words), said + notes)
        return f"| {' | '.join(cells)} |"

    def _list(self, claims: Sequence[Claim], after_table: bool = False, quoted: bool = False) -> list[str]:
        lines = [self._item(claim, quoted) for claim in claims]
        return ["", *lines] if lines and after_table else lines

    def _item(self, claim: Claim, quoted: bool) -> str:
        label = f"**{escaped(claim.label)}:** " if claim.label else ""
        note = f" ({escaped(claim.note)})" if claim.note else ""
        if not quoted:
            bars = "".join(f"\n  - {_bar(bar)}" for bar in claim.bars)
            return f"- {label}{escaped(claim.text)}{note}{self._refs(claim.evidence)}{bars}"
        sides = [f"\n  - {escaped(excerpt(e, 240))}{self._refs((e,))}" for e in claim.evidence]
        return f"- {label}{escaped(claim.text)}{note}{''.join(sides)}"

    def _under(self, heading: str, claims: Sequence[Claim]) -> list[str]:
        return ["", f"### {heading}", "", *self._list(claims)] if claims else []

    def _refs(self, evidence: Sequence[Evidence]) -> str:
        names = []
        for one in dict.fromkeys(evidence):
            if self.page.number(one) is None:
                continue
            names.append(self.notes.setdefault(one, str(len(self.notes) + 1)))
        return "".join(f"[^{name}]" for name in names)

    def _note(self, evidence: Evidence, name: str) -> str:
        source = self.page.sources[(self.page.number(evidence) or 1) - 1]
        where = escaped(source.outlet or source.title or source.place or "article")
        return f"[^{name}]: Source {source.number}, {where}, {source.published}: {escaped(excerpt(evidence, _WHOLE))}"

    def _source(self, source: Source) -> str:
        place = f" – {escaped(source.place)}" if source.place else ""
        return f"{source.number}. {escaped(source.facts)}{place}"


def _bar(bar: Bar) -> str:
    return f"{escaped(bar.label)} `{characters(bar, _BAR)}` {escaped(bar.words)}"
