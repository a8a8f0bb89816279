"""Parliaments' chambers as bodies: a row of a table each, with seats in place of listed members."""

from functools import cache
from typing import Final

from sayso.decisions.expressions import Everybody, Named, Threshold, parse, tests_of
from sayso.decisions.rows import BodyRow, RuleRow, checked
from sayso.errors import BadKnowledge, BadRule
from sayso.records import RuleKind
from sayso.resources import knowledge_text
from sayso.resources.own import follows_knowledge

TABLE: Final = "chambers.tsv"
_COLUMNS: Final = ("id", "state", "name", "aliases", "nouns", "seats", "ordinary", "amendment", "article", "source")
_OF_CONSTITUTIONS: Final = ("constitution", "amend the basic law", "charter change")


@follows_knowledge
@cache
def chambers() -> tuple[BodyRow, ...]:
    """All chambers of the table.

    Raises BadKnowledge if a line does not read.
    """
    lines = [line for line in knowledge_text(TABLE).splitlines() if line.strip()]
    as_of = next((line.partition("as_of:")[2].strip() for line in lines if "as_of:" in line), "")
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return tuple(_row(cells, as_of) for cells in rows)


def kind_of(passes: str) -> RuleKind:
    """The kind of rule that an expression is.

    Raises BadRule if it does not read.
    """
    tests = list(tests_of(parse(passes)))
    if any(isinstance(test, Everybody) for test in tests):
        return "consensus" if any(t == Everybody("objection") for t in tests) else "unanimity"
    if any(isinstance(test, Named) for test in tests):
        return "veto_players"
    measured = [test for test in tests if isinstance(test, Threshold) and test.measure != "present"]
    weighed = [test for test in measured if test.of]
    if weighed and len(weighed) < len(measured):
        return "qualified_majority"
    if any(test.measure in ("share", "cast") and test.amount * 2 > 1 for test in measured):
        return "weighted" if weighed else "supermajority"
    return "weighted" if weighed and "seats" not in {t.of for t in weighed} else "majority"


def _row(cells: list[str], as_of: str) -> BodyRow:
    try:
        row = dict(zip(_COLUMNS, cells, strict=True))
        return checked(
            BodyRow(
                id=row["id"],
                name=row["name"],
                state=row["state"],
                source=row["source"],
                as_of=as_of,
                aliases=_listed(row["aliases"]),
                descriptors=_listed(row["nouns"]),
                seats=_seats(row["seats"]),
                rule=tuple(_rules(row)),
            )
        )
    except (ValueError, BadRule) as error:
        raise BadKnowledge(f"{TABLE}: {cells[0]}: {error}") from error


def _rules(row: dict[str, str]) -> list[RuleRow]:
    article = row["article"] or "as its constitution and standing orders have it"
    ordinary = _rule("ordinary", row["ordinary"], article, (), default=True)
    if not row["amendment"]:
        return [ordinary]
    return [ordinary, _rule("amendment", row["amendment"], article, _OF_CONSTITUTIONS, default=False)]


def _rule(name: str, passes: str, article: str, topics: tuple[str, ...], *, default: bool) -> RuleRow:
    casts = "cast" in passes
    return RuleRow(
        id=name,
        kind=kind_of(passes),
        article=article,
        abstention="neither" if casts else "against",
        absence="neither" if casts else "against",
        passes=passes,
        topics=topics,
        default=default,
    )


def _seats(text: str) -> int | dict[str, int]:
    if text.isdigit():
        return int(text)
    pairs = [part.split("@") for part in text.split("|")]
    return {since: int(count) for count, since in pairs}


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
