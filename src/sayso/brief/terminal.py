"""The brief on a terminal: wrapped to the width, in colour or without a single escape code."""

from collections.abc import Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.brief.claims import Claim, Row, Source
from sayso.brief.columns import LABEL_WIDTH, LABELS_BESIDE, grid, labelled, meters, printed, sentence
from sayso.brief.excerpts import cut, excerpt, shown
from sayso.brief.outline import Outline, outline
from sayso.records import Brief, Evidence, Stance

_STYLES: Final[dict[Stance, str]] = {
    "opposes": "bold red",
    "supports": "bold green",
    "conditional": "bold yellow",
    "undecided": "bold blue",
    "abstains": "bold blue",
    "declines_to_comment": "bold",
}
_WIDE: Final = 100
_EXCERPT: Final = 160
_SHORT_EXCERPT: Final = 90
_FEW_ACTORS: Final = 12
_REMOVED: Final = 320
_PAST_SHOWN: Final = 5
_CLASHES_SHOWN: Final = 8


def render_terminal(brief: Brief, width: int, colour: bool) -> str:
    """The brief for a screen of `width` columns; no line is wider, counted in terminal cells."""
    return printed(_Screen(outline(brief), width).parts(), width, colour)


class _Screen:
    """One outline laid out for one width."""

    def __init__(self, page: Outline, width: int) -> None:
        self.page, self.width = page, width
        self.length = _EXCERPT if len(page.stands) <= _FEW_ACTORS else _SHORT_EXCERPT

    def parts(self) -> list[RenderableType]:
        """Everything that is printed, in order."""
        page = self.page
        stands = [self._stands(), *self._listed(page.beside)]
        dates = [*self._listed(page.ahead), *self._behind()]
        clashes = [
            *self._listed(page.clashes[:_CLASHES_SHOWN]),
            *self._more_clashes(),
            *self._headed("Corrected later", page.corrections),
        ]
        return [
            *self._head(),
            *self._section("In short", [self._bullet(self._cited(c)) for c in page.in_short], "Nothing to say."),
            *self._section("Where they stand", stands if page.stands or page.beside else [], "No position found."),
            *self._section("On whose say-so", self._listed(page.say_so), "Nobody is quoted on it."),
            *self._section("What it takes", self._listed(page.takes), "No deciding body found."),
            *self._section("The road ahead", dates, "No dates found."),
            *self._section("What does not add up", clashes, "Nothing found."),
            *self._section("Left out", [self._removed(c) for c in page.left_out], "Nothing."),
            *self._section("Sources", [self._source(s) for s in page.sources], "None."),
        ]

    def _head(self) -> list[RenderableType]:
        page = self.page
        head: list[RenderableType] = [Text(shown(page.title), style="bold"), Text(page.subtitle, style="dim")]
        if page.proposal:
            said = [e for e in page.proposal.evidence if shown(e.text) not in shown(page.proposal.text)]
            head += [Text(""), self._cited(page.proposal), *(self._quote(e) for e in said)]
        return head

    def _section(self, heading: str, parts: Sequence[RenderableType], nothing: str) -> list[RenderableType]:
        rule = "─" * max(0, self.width - len(heading) - 1)
        title = Text.assemble((heading, "bold"), " ", (rule, "dim"))
        return [Text(""), title, *(parts or [Text(nothing, style="dim")])]

    def _stands(self) -> RenderableType:
        if not self.page.stands:
            return Text("No position found.", style="dim")
        if self.width >= _WIDE:
            return self._table()
        return self._rows() if self.width >= LABELS_BESIDE else Group(*map(self._card, self.page.stands))

    def _table(self) -> RenderableType:
        table = Table(box=None, padding=(0, 2, 0, 0), expand=True, header_style="dim", pad_edge=False)
        for heading, ratio in (("Actor", 3), ("Stance", 3), ("Since", 3), ("In whose words", 5), ("What was said", 10)):
            table.add_column(heading, ratio=ratio, overflow="fold")
        for row in self.page.stands:
            said = Group(self._quote(row.evidence[0], row.focus, row.evidence[1:]), *self._notes(row))
            cells = (Text(shown(row.actor), style="bold"), self._stance(row), Text(row.since), Text(shown(row.words)))
            table.add_row(*cells, said)
        return table

    def _rows(self) -> RenderableType:
        table = grid(LABEL_WIDTH)
        for row in self.page.stands:
            table.add_row(Text(shown(row.actor), style="bold"), self._held(row))
        return table

    def _card(self, row: Row) -> RenderableType:
        return Group(Text(shown(row.actor), style="bold"), Padding(self._held(row), (0, 0, 0, 2)))

    def _held(self, row: Row) -> RenderableType:
        """What a row says under the actor's name."""
        since = f" since {row.since}" if row.since else ""
        stance = Text.assemble(self._stance(row), since)
        words = Text(shown(row.words), style="dim")
        return Group(stance, words, self._quote(row.evidence[0], row.focus, row.evidence[1:]), *self._notes(row))

    def _stance(self, row: Row) -> Text:
        return Text(row.stance_label, style=_STYLES[row.stance])

    def _notes(self, row: Row) -> list[RenderableType]:
        return [self._note(note) for note in row.notes]

    def _note(self, note: Claim) -> Text:
        quotes = [piece for evidence in note.evidence for piece in (" ", self._quote(evidence))]
        return Text.assemble((shown(note.text), "italic"), *quotes)

    def _listed(self, claims: Sequence[Claim]) -> list[RenderableType]:
        return labelled(claims, self.width, self._said)

    def _headed(self, heading: str, claims: Sequence[Claim]) -> list[RenderableType]:
        return [Text(heading, style="dim"), *self._listed(claims)] if claims else []

    def _behind(self) -> list[RenderableType]:
        past = self.page.behind
        heading = "Already past"
        if len(past) > _PAST_SHOWN:
            heading += f" (the latest {_PAST_SHOWN} of {len(past)})"
        return self._headed(heading, past[-_PAST_SHOWN:])

    def _more_clashes(self) -> list[RenderableType]:
        more = len(self.page.clashes) - _CLASHES_SHOWN
        return [Text(f"and {more} more, on the HTML page and in the JSON", style="dim")] if more > 0 else []

    def _removed(self, claim: Claim) -> RenderableType:
        return self._bullet(Text.assemble((shown(claim.label), "bold"), ": ", cut(claim.text, _REMOVED)))

    def _said(self, claim: Claim, width: int) -> RenderableType:
        """A claim, its bars, and under it the passages it rests on."""
        return Group(sentence(claim), *meters(claim.bars, width), *self._quotes(claim))

    def _cited(self, claim: Claim) -> Text:
        """A claim whose passages are quoted elsewhere on the page: their numbers alone."""
        return Text.assemble(shown(claim.text), self._numbers(claim.evidence))

    def _quotes(self, claim: Claim) -> list[RenderableType]:
        return [self._quote(evidence, claim.focus) for evidence in claim.evidence]

    def _quote(self, evidence: Evidence, focus: int | None = None, more: Sequence[Evidence] = ()) -> Text:
        quoted = Text(excerpt(evidence, self.length, focus), style="dim")
        return Text.assemble(quoted, self._numbers((evidence, *more)))

    def _numbers(self, evidence: Sequence[Evidence]) -> Text:
        numbers = sorted({n for n in map(self.page.number, evidence) if n})
        return Text("".join(f"[{n}]" for n in numbers), style="cyan")

    def _bullet(self, text: Text) -> RenderableType:
        table = grid(1)
        table.add_row("•", text)
        return table

    def _source(self, source: Source) -> RenderableType:
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=len(str(len(self.page.sources))) + 2)
        table.add_column(overflow="fold")
        place = (f"  {shown(source.place)}" if source.place else "", "dim")
        text = Text.assemble(shown(source.facts), place)
        table.add_row(Text(f"[{source.number}]", style="cyan"), text)
        return table
