"""The table of companies and associations: strong forms anywhere, weak ones only where a sentence uses them as such."""

import re

import pytest

from sayso.actors import find_actors
from sayso.actors.tables import knowledge
from sayso.actors.words import folds_of
from sayso.records import Article, Block

ROWS = [row for row in knowledge().organisations.values() if row.state]


def named(text: str) -> list[str]:
    blocks = [Block(start=m.start(), end=m.end(), kind="body") for m in re.finditer(r"[^\n]+", text)]
    article = Article(id="sha256:0", text=text, blocks=tuple(blocks), published="2024-04-10")
    return [a.id for a in find_actors(article)[0] if a.kind == "organisation"]


def test_the_table_is_as_broad_as_promised() -> None:
    assert len(ROWS) >= 2000
    assert len({row.state for row in ROWS}) >= 60
    assert all(row.state in knowledge().states for row in ROWS)


def test_no_form_is_famous_as_something_else() -> None:
    tables = knowledge()
    bodies = {i: o for i, o in tables.organisations.items() if not o.state}
    others = {f for o in bodies.values() for f in (o.name, *o.aliases, *o.descriptors)}
    others |= {f for s in tables.states.values() for f in (s.id, s.name, *s.aliases, *s.capitals, *s.adjectives)}
    others |= {f for p in tables.parties.values() for f in (p.name, *p.aliases, *p.weak)}
    others |= {f for o in tables.outlets.values() for f in (o.name, *o.aliases, *o.weak)}
    others |= {f for seat in tables.seats for f in seat.forms} | {h.name for h in tables.holders} | {*tables.cities}
    taken = {folds_of(form) for form in others}
    for row in ROWS:
        for form in (row.name, *row.aliases, *row.weak):
            assert folds_of(form) not in taken, (row.id, form)
        for form in {row.name, *row.aliases} - {*row.weak}:
            assert form not in tables.genders, (row.id, form)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The Volkswagen Group met. The workers of Volkswagen waited.", ["volkswagen"]),
        ("She works for Airbus SE.", ["airbus"]),
        ("The British Medical Association met; the BMA is neutral.", ["british-medical-association"]),
        ("On Monday Apple said it would pay.", ["apple"]),
        ("He blamed Shell’s directors.", ["shell"]),
        ("The oil company Total refused.", ["totalenergies"]),
        ("A spokesman for Orange declined.", ["orange"]),
        ("Visa, Volvo and Zevira signed a call.", ["visa", "volvo", "zevira"]),
        ("In France the UNEF marched.", ["unef"]),
        # where they are words, persons, places
        ("An apple fell. Orange trees grow. Total sales fell. Gap years are dear.", []),
        ("The Amazon is a river. Amazon’s forests burn.", []),
        ("Christine Ford said no. Ford was a witness.", []),
        ("He hit the target, and the visa ran out.", []),
    ],
)  # fmt: skip
def test_where_a_row_is_meant(text: str, ids: list[str]) -> None:
    assert named(text) == ids


def test_a_company_of_the_table_is_taken_up_by_its_noun() -> None:
    text = "The Confederation of British Industry met. Later the confederation agreed."
    article = Article(id="sha256:0", text=text, blocks=(Block(start=0, end=len(text), kind="body"),))
    assert [m.form for m in find_actors(article)[1]] == ["name", "role"]
