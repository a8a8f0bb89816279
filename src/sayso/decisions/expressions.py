"""The language of rules: what passes, as a boolean expression of thresholds; parsed, and refused with a caret (DESIGN §7).

rule    = way { "or" way }                    way = test { "and" test }
test    = "(" rule ")" | "all" | "no objection" | "no veto" names | "yes" names | measure comparison amount
measure = ("count" | "share" | "weight" | "cast" | "against" | "unwilling" | "present") [ "(" name ")" ]
amount  = 9 | 0.55 | 55 % | 2/3
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import Final, Literal, NamedTuple, NoReturn, TypeGuard, get_args

from sayso.errors import BadRule

Measure = Literal["count", "share", "weight", "cast", "against", "unwilling", "present"]
Comparison = Literal[">=", ">", "<", "<="]
_MEASURES: Final = frozenset(get_args(Measure))
_SHARES: Final = ("share", "cast")
_UPPER: Final = ("against", "unwilling")  # counted to be few
_TOKEN: Final = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[^\W\d][\w.-]*)|(?P<sign>>=|<=|≥|≤|[<>()/,%]))")
_SIGNS: Final = {"≥": ">=", "≤": "<="}


class Threshold(NamedTuple):
    """A measure of the vote, over all members or those `of` a group or a weight, compared with an amount."""

    measure: Measure
    of: str | None
    comparison: Comparison
    amount: Fraction


class Named(NamedTuple):
    """What members or groups must do by name: cast no vote against (`veto`), or vote in favour (`yes`)."""

    what: Literal["veto", "yes"]
    names: tuple[str, ...]


class Everybody(NamedTuple):
    """All members in favour, or nobody against (`objection`)."""

    what: Literal["all", "objection"]


class Joined(NamedTuple):
    """Parts of which all (`and`) or one (`or`) must hold."""

    by: Literal["and", "or"]
    parts: tuple["Expression", ...]


Expression = Threshold | Named | Everybody | Joined
Test = Threshold | Named | Everybody


@cache
def parse(text: str) -> Expression:
    """The expression that a text writes.

    Raises BadRule, with the text and a caret under the place, if it is none.
    """
    return _Parser(text).whole()


def least(amount: Fraction, *, is_strict: bool) -> int:
    """The least whole number that is at least an amount, or more than it."""
    return floor(amount) + 1 if is_strict else ceil(amount)


def tests_of(expression: Expression) -> Iterator[Test]:
    """All thresholds of an expression, in its order."""
    if isinstance(expression, Joined):
        for part in expression.parts:
            yield from tests_of(part)
    else:
        yield expression


def ways_of(expression: Expression) -> tuple[tuple[Test, ...], ...]:
    """The disjunctive normal form: it holds if every test of any of these holds."""
    if not isinstance(expression, Joined):
        return ((expression,),)
    parts = [ways_of(part) for part in expression.parts]
    if expression.by == "or":
        return tuple(way for ways in parts for way in ways)
    joined: tuple[tuple[Test, ...], ...] = ((),)
    for ways in parts:
        joined = tuple((*one, *other) for one in joined for other in ways)
    return joined


class _Token(NamedTuple):
    kind: Literal["number", "name", "sign", "end"]
    text: str
    at: int


class _Parser:
    """Recursive descent over the tokens of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = self._tokens()
        self.next = 0
        self.quorums: list[int] = []

    def whole(self) -> Expression:
        found = self._rule()
        if self._token.kind != "end":
            self._fail("'and', 'or' or the end is expected here")
        _check_quorum(found, is_top=True, text=self.text, places=iter(self.quorums))
        return found

    @property
    def _token(self) -> _Token:
        return self.tokens[self.next]

    def _tokens(self) -> list[_Token]:
        found, at = [], 0
        while self.text[at:].strip():
            match = _TOKEN.match(self.text, at)
            if match is None or match.lastgroup is None:
                at += len(self.text[at:]) - len(self.text[at:].lstrip())
                _refuse(self.text, at, f"{self.text[at]!r} has no meaning here")
            kind, words = match.lastgroup, match[match.lastgroup]
            found.append(_Token(kind, _SIGNS.get(words, words), match.start(match.lastgroup)))  # type: ignore[arg-type]
            at = match.end()
        return [*found, _Token("end", "", len(self.text.rstrip()))]

    def _fail(self, reason: str) -> NoReturn:
        _refuse(self.text, self._token.at, reason)

    def _take(self, *words: str) -> bool:
        if self._token.text.lower() in words:
            self.next += 1
            return True
        return False

    def _expect(self, *words: str) -> str:
        token = self._token
        if not self._take(*words):
            self._fail(f"{' or '.join(repr(w) for w in words)} is expected here")
        return token.text.lower()

    def _rule(self) -> Expression:
        return self._joined("or", lambda: self._joined("and", self._test))

    def _joined(self, by: Literal["and", "or"], part: Callable[[], Expression]) -> Expression:
        parts = [part()]
        while self._take(by):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Joined(by, tuple(parts))

    def _test(self) -> Expression:
        if self._take("("):
            inside = self._rule()
            self._expect(")")
            return inside
        if self._take("all"):
            return Everybody("all")
        if self._take("no"):
            if self._expect("objection", "veto") == "objection":
                return Everybody("objection")
            return Named("veto", self._names())
        if self._take("yes"):
            return Named("yes", self._names())
        return self._threshold()

    def _names(self) -> tuple[str, ...]:
        self._expect("(")
        names = [self._name()]
        while self._take(","):
            names.append(self._name())
        self._expect(")")
        return tuple(names)

    def _name(self) -> str:
        token = self._token
        if token.kind != "name":
            self._fail("a name is expected here")
        self.next += 1
        return token.text

    def _threshold(self) -> Threshold:
        start = self._token
        measure = start.text.lower()
        if not _is_measure(measure):
            self._fail(
                f"a test is expected here: {', '.join(sorted(_MEASURES))}, all, no objection, no veto(…), yes(…)"
            )
        self.next += 1
        if measure == "present":
            self.quorums.append(start.at)
        of = None
        if self._take("("):
            of = self._name()
            self._expect(")")
        if measure == "weight" and of is None:
            self._fail("weight needs the name of one, as in weight(seats)")
        comparison = self._comparison(measure)
        at = self._token.at
        amount = self._amount()
        _check_amount(self.text, at, measure, amount)
        return Threshold(measure, of, comparison, amount)

    def _comparison(self, measure: Measure) -> Comparison:
        allowed: tuple[Comparison, ...] = ("<", "<=") if measure in _UPPER else (">=", ">")
        token = self._token
        for sign in allowed:
            if self._take(sign):
                return sign
        why = ": more support must never hurt" if token.text in ("<", "<=", ">", ">=") else ""
        return self._fail(f"{measure} is compared by {' or '.join(allowed)}{why}")

    def _amount(self) -> Fraction:
        token = self._token
        if token.kind != "number":
            self._fail("a number is expected here: 9, 0.55, 55 % or 2/3")
        self.next += 1
        amount = Fraction(token.text)
        if self._take("%", "percent"):
            return amount / 100
        if self._take("/"):
            below = self._token
            if below.kind != "number" or not Fraction(below.text):
                self._fail("a number above 0 is expected here")
            self.next += 1
            return amount / Fraction(below.text)
        return amount


def _is_measure(word: str) -> TypeGuard[Measure]:
    return word in _MEASURES


def _check_amount(text: str, at: int, measure: Measure, amount: Fraction) -> None:
    if measure in _SHARES and not 0 < amount <= 1:
        _refuse(text, at, f"{measure} takes a share above 0 and up to 1, as in 2/3 or 55 %")
    if measure in ("count", "against", "unwilling") and amount.denominator != 1:
        _refuse(
            text,
            at,
            f"{measure} takes a whole number; for a part of all there is share",
        )


def _check_quorum(expression: Expression, *, is_top: bool, text: str, places: Iterator[int]) -> None:
    """A quorum is joined by "and" only: else a vote against might help to pass."""
    if isinstance(expression, Joined):
        for part in expression.parts:
            _check_quorum(part, is_top=is_top and expression.by == "and", text=text, places=places)
    elif isinstance(expression, Threshold) and expression.measure == "present":
        at = next(places)
        if not is_top:
            _refuse(text, at, "a quorum may only be joined to the whole by 'and'")


def _refuse(text: str, at: int, reason: str) -> NoReturn:
    raise BadRule(f"{reason}\n  {text}\n  {' ' * at}^")
