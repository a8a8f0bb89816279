"""The language of rules: what a text parses to, where it is refused, and its ways to pass."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.decisions import expressions
from sayso.decisions.expressions import Everybody, Expression, Joined, Named, Threshold, parse, ways_of
from sayso.errors import BadRule

ALL, OBJECTION = Everybody("all"), Everybody("objection")
HALF = Threshold("share", None, ">", Fraction(1, 2))
NINE = Threshold("count", None, ">=", Fraction(9))
VETO = Named("veto", ("permanent",))
FEW = Threshold("unwilling", None, "<", Fraction(4))
PEOPLE = Threshold("share", "population", ">=", Fraction(13, 20))
PRESENT = Threshold("present", None, ">=", Fraction(2, 3))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("all", ALL),
        ("no objection", OBJECTION),
        ("No  Objection", OBJECTION),
        ("count >= 9", NINE),
        ("count>=9", NINE),
        ("count ≥ 9", NINE),
        ("COUNT >= 9", NINE),
        ("(count >= 9)", NINE),
        ("((count >= 9))", NINE),
        ("share > 1/2", HALF),
        ("share > 50 %", HALF),
        ("share > 50%", HALF),
        ("share > 50 percent", HALF),
        ("share > 0.5", HALF),
        ("share > 2 / 4", HALF),
        ("share(population) >= 65 %", PEOPLE),
        ("share ( population ) >= 0.65", PEOPLE),
        ("share >= 62.5 %", Threshold("share", None, ">=", Fraction(5, 8))),
        ("cast >= 2/3", Threshold("cast", None, ">=", Fraction(2, 3))),
        ("cast(seats) > 1/2", Threshold("cast", "seats", ">", Fraction(1, 2))),
        ("weight(seats) >= 60", Threshold("weight", "seats", ">=", Fraction(60))),
        ("weight(money) > 0.25", Threshold("weight", "money", ">", Fraction(1, 4))),
        ("unwilling < 4", FEW),
        ("unwilling ≤ 3", Threshold("unwilling", None, "<=", Fraction(3))),
        ("against(eurozone) < 2", Threshold("against", "eurozone", "<", Fraction(2))),
        ("present >= 2/3", PRESENT),
        ("present >= 101", Threshold("present", None, ">=", Fraction(101))),
        ("no veto(permanent)", VETO),
        ("no veto(FRA, GBR,USA)", Named("veto", ("FRA", "GBR", "USA"))),
        ("yes(eu)", Named("yes", ("eu",))),
        ("yes(democratic-caucus, U.S.)", Named("yes", ("democratic-caucus", "U.S."))),
        ("count >= 9 and no veto(permanent)", Joined("and", (NINE, VETO))),
        ("count >= 9 AND no veto(permanent)", Joined("and", (NINE, VETO))),
        ("all or share > 1/2", Joined("or", (ALL, HALF))),
        ("all or share > 1/2 and count >= 9", Joined("or", (ALL, Joined("and", (HALF, NINE))))),
        ("(all or share > 1/2) and count >= 9", Joined("and", (Joined("or", (ALL, HALF)), NINE))),
        ("all and share > 1/2 and count >= 9", Joined("and", (ALL, HALF, NINE))),
        (
            "share > 1/2 and (share(population) >= 65 % or unwilling < 4)",
            Joined("and", (HALF, Joined("or", (PEOPLE, FEW)))),
        ),
    ],
)
def test_a_text_parses_to_its_tree(text: str, tree: Expression) -> None:
    assert parse(text) == tree


MEASURES = "against, cast, count, present, share, unwilling, weight"
EXPECTED = f"a test is expected here: {MEASURES}, all, no objection, no veto(…), yes(…)"
NUMBER = "a number is expected here: 9, 0.55, 55 % or 2/3"
MORE = ": more support must never hurt"
QUORUM = "a quorum may only be joined to the whole by 'and'"


@pytest.mark.parametrize(
    ("text", "caret", "reason"),
    [
        ("", "^", EXPECTED),
        ("   ", "^", EXPECTED),
        ("count >= 9 and", "              ^", EXPECTED),
        ("majority", "^", EXPECTED),
        ("9 of 15", "^", EXPECTED),
        ("count >= 9 or or all", "              ^", EXPECTED),
        ("()", " ^", EXPECTED),
        ("count >= 9; all", "          ^", "';' has no meaning here"),
        ("count =  9", "      ^", "'=' has no meaning here"),
        ("count >= 9 \t€", "            ^", "'€' has no meaning here"),
        ("count >= 9 all", "           ^", "'and', 'or' or the end is expected here"),
        ("count >= 9)", "          ^", "'and', 'or' or the end is expected here"),
        ("all of them", "    ^", "'and', 'or' or the end is expected here"),
        ("(count >= 9", "           ^", "')' is expected here"),
        ("count >= 9 and (all or yes(a)", "                             ^", "')' is expected here"),
        ("no", "  ^", "'objection' or 'veto' is expected here"),
        ("no one", "   ^", "'objection' or 'veto' is expected here"),
        ("no veto", "       ^", "'(' is expected here"),
        ("yes FRA", "    ^", "'(' is expected here"),
        ("no veto()", "        ^", "a name is expected here"),
        ("yes(FRA,)", "        ^", "a name is expected here"),
        ("yes(5)", "    ^", "a name is expected here"),
        ("yes(FRA GBR)", "        ^", "')' is expected here"),
        ("share() > 1/2", "      ^", "a name is expected here"),
        ("share(a, b) > 1/2", "       ^", "')' is expected here"),
        ("weight >= 5", "       ^", "weight needs the name of one, as in weight(seats)"),
        ("count 9", "      ^", "count is compared by >= or >"),
        ("count", "     ^", "count is compared by >= or >"),
        ("count < 9", "      ^", f"count is compared by >= or >{MORE}"),
        ("share <= 1/2", "      ^", f"share is compared by >= or >{MORE}"),
        ("weight(seats) < 60", "              ^", f"weight is compared by >= or >{MORE}"),
        ("cast ≤ 1/2", "     ^", f"cast is compared by >= or >{MORE}"),
        ("present < 2/3", "        ^", f"present is compared by >= or >{MORE}"),
        ("against > 3", "        ^", f"against is compared by < or <={MORE}"),
        ("all or unwilling >= 4", "                 ^", f"unwilling is compared by < or <={MORE}"),
        ("count >=", "        ^", NUMBER),
        ("count >= nine", "         ^", NUMBER),
        ("count >= -9", "         ^", "'-' has no meaning here"),
        ("share >= 2/", "           ^", "a number above 0 is expected here"),
        ("share >= 2/0", "           ^", "a number above 0 is expected here"),
        ("share >= 2/x", "           ^", "a number above 0 is expected here"),
        ("share >= 55", "         ^", "share takes a share above 0 and up to 1, as in 2/3 or 55 %"),
        ("share >= 101 %", "         ^", "share takes a share above 0 and up to 1, as in 2/3 or 55 %"),
        ("cast > 0", "       ^", "cast takes a share above 0 and up to 1, as in 2/3 or 55 %"),
        ("count >= 2/3", "         ^", "count takes a whole number; for a part of all there is share"),
        ("count >= 55 %", "         ^", "count takes a whole number; for a part of all there is share"),
        ("against < 1/2", "          ^", "against takes a whole number; for a part of all there is share"),
        ("unwilling < 1.5", "            ^", "unwilling takes a whole number; for a part of all there is share"),
        ("count >= 3 or present >= 2", "              ^", QUORUM),
        ("count >= 3 and (all or present >= 2)", "                       ^", QUORUM),
        ("(all and present >= 2) or count >= 3", "         ^", QUORUM),
        ("present >= 5 and (count >= 3 or present >= 2)", "                                ^", QUORUM),
    ],
)
def test_a_wrong_text_is_refused_with_a_caret(text: str, caret: str, reason: str) -> None:
    with pytest.raises(BadRule) as refused:
        parse(text)
    said, shown, place = str(refused.value).split("\n")
    assert (said, shown, place.rstrip()) == (reason, f"  {text}", f"  {caret}")


@pytest.mark.parametrize(
    "text",
    [
        "present >= 2",
        "count >= 3 and present >= 2",
        "present > 1/2 and cast > 1/2 and present(seats) > 1/2",
        "(count >= 3 or all) and present >= 2",
        "count >= 3 and (all and present >= 2)",
    ],
)
def test_a_quorum_is_joined_to_the_whole(text: str) -> None:
    assert any(isinstance(test, Threshold) and test.measure == "present" for test in expressions.tests_of(parse(text)))


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("all", [["all"]]),
        ("count >= 1 and count >= 2", [["count >= 1", "count >= 2"]]),
        ("count >= 1 or count >= 2", [["count >= 1"], ["count >= 2"]]),
        ("count >= 1 and (all or count >= 2)", [["count >= 1", "all"], ["count >= 1", "count >= 2"]]),
        (
            "(all or count >= 1) and (count >= 2 or count >= 3)",
            [["all", "count >= 2"], ["all", "count >= 3"], ["count >= 1", "count >= 2"], ["count >= 1", "count >= 3"]],
        ),
        ("all or count >= 1 and count >= 2", [["all"], ["count >= 1", "count >= 2"]]),
    ],
)
def test_ways_are_the_disjunctive_normal_form(text: str, ways: list[list[str]]) -> None:
    assert ways_of(parse(text)) == tuple(tuple(parse(test) for test in way) for way in ways)


def test_tests_come_in_their_order() -> None:
    found = expressions.tests_of(parse("share > 1/2 and (share(population) >= 65 % or unwilling < 4)"))
    assert list(found) == [HALF, PEOPLE, FEW]


LEAVES = ("all", "no objection", "count >= 1", "count >= 2", "share > 1/2", "unwilling < 4")
EXPRESSIONS = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.tuples(st.lists(inner, min_size=2, max_size=3), st.sampled_from((" and ", " or "))).map(
        lambda found: found[1].join(f"({part})" for part in found[0])
    ),
    max_leaves=6,
)


@given(EXPRESSIONS, st.sets(st.sampled_from(LEAVES)))
def test_ways_hold_where_the_expression_holds(text: str, met: set[str]) -> None:
    expression, true = parse(text), {parse(leaf) for leaf in met}

    def holds(part: Expression) -> bool:
        if isinstance(part, Joined):
            return (all if part.by == "and" else any)(holds(inner) for inner in part.parts)
        return part in true

    def is_met(way: tuple[expressions.Test, ...]) -> bool:
        return all(test in true for test in way)

    assert any(map(is_met, ways_of(expression))) == holds(expression)


@given(st.text(alphabet="countshare()<>=/% 0123456789.allorndveto,-", max_size=40))
def test_any_text_parses_or_is_refused_within_itself(text: str) -> None:
    try:
        parse(text)
    except BadRule as refused:
        caret = str(refused).rsplit("\n", 1)[-1]
        assert caret.strip() == "^"
        assert len(caret) - 3 <= len(text)
