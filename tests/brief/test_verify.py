import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.brief import BriefUnreadable, compose, render, verify

from .debates import hostile, seabed, undecided, unstated, untouched

BRIEF: dict[str, Any] = json.loads(render(compose(seabed()), "json"))


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    brief = copy.deepcopy(BRIEF)
    change(brief)
    return json.dumps(brief).encode()


@pytest.mark.parametrize(
    "debate",
    [seabed(), undecided(), untouched(), unstated(), hostile()],
    ids=["full", "undecided", "untouched", "unstated", "hostile"],
)
def test_a_composed_brief_verifies(debate: Any) -> None:
    assert verify(render(compose(debate), "json").encode()) == ()


def put(value: Any, *path: Any) -> Callable[[dict[str, Any]], object]:
    def change(brief: Any) -> None:
        for step in path[:-1]:
            brief = brief[step]
        brief[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "path", "says"),
    [
        (put("sayso/brief/9", "schema"), "/schema", "sayso/brief/9"),
        (put("Other words.", "articles", 1, "text"), "/articles/1/id", "hash"),
        (put("sha256:0", "articles", 0, "id"), "/articles/0/id", "hash"),
        (
            put("Norway agrees.", "positions", 1, "evidence", 0, "text"),
            "/positions/1/evidence/0/text",
            "“Norway agrees.”",
        ),
        (put(99_999, "events", 0, "evidence", 0, "end"), "/events/0/evidence/0", "characters"),
        (put(-1, "conflicts", 0, "sides", 1, "start"), "/conflicts/0/sides/1", "[-1, "),
        (put(True, "summary", 0, "evidence", 0, "start"), "/summary/0/evidence/0", "does not lie"),
        (
            put("sha256:1", "decision", "rule", "evidence", 0, "article"),
            "/decision/rule/evidence/0/article",
            "no article",
        ),
        (put([5, 99_999], "statements", 0, "cue", 0), "/statements/0/cue/0", "[5, 99999]"),
        (put([9, 3], "statements", 0, "content", 0), "/statements/0/content/0", "[9, 3]"),
        (put("x", "statements", 0, "source"), "/statements/0/source", "list"),
        (put([0, 10**9], "statements", 0, "chain", 1, "span"), "/statements/0/chain/1/span", "does not lie"),
        (put("s99", "positions", 1, "statement"), "/positions/1/statement", "no statement “s99”"),
        (put("XXX", "positions", 1, "actor"), "/positions/1/actor", "no actor “XXX”"),
        (put(["XXX"], "decision", "tally", "opposes"), "/decision/tally/opposes/0", "no actor “XXX”"),
        (put([["NOR", "XXX"]], "decision", "outlook", "flips"), "/decision/outlook/flips/0/1", "no actor “XXX”"),
        (put([77], "standing", "NOR", "positions"), "/standing/NOR/positions/0", "no position 77"),
        (put([0], "standing", "NOR", "positions"), "/standing/NOR/positions/0", "is of “FRA”"),
        (put(50, "articles", 0, "blocks", 2, "start"), "/articles/0/blocks/2", "overlaps"),
        (put(-5, "articles", 2, "furniture", 0, "start"), "/articles/2/furniture/0", "offsets"),
        (put("XXX", "actors", 0, "parent"), "/actors/0/parent", "no actor"),
        (
            put({"a": [{"article": "?", "start": 0, "end": 1, "text": ""}]}, "future"),
            "/future/a/0/article",
            "no article",
        ),
        (put({}, "positions"), "/positions", "missing"),
    ],
)
def test_the_first_mismatch_is_named(change: Callable[[dict[str, Any]], object], path: str, says: str) -> None:
    found = verify(changed(change))
    assert found, "nothing was found"
    assert found[0].path == path
    assert says in found[0].message


def test_keys_in_paths_are_escaped() -> None:
    found = verify(changed(put({"article": 1, "start": 0, "end": 0, "text": ""}, "a/b~c")))
    assert found[0].path == "/a~1b~0c/article"


@pytest.mark.parametrize(
    "data", [b"", b"nonsense", b"\xff\xfe", b"[1]", b'"x"', b"null", b"[" * 200_000, b'{"a":' * 200_000]
)
def test_what_is_no_brief_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(BriefUnreadable, match="not a brief"):
        verify(data)


@pytest.mark.parametrize("value", [None, 7, "x", [], {}, [[]], [None], {"a": 1}, 1e300, 10**30, -0.0, True])
@pytest.mark.parametrize("key", sorted(BRIEF))
def test_hostile_values_raise_nothing(key: str, value: Any) -> None:
    verify(changed(put(value, key)))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["NOR", "s1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*BRIEF, "id", "text", "start", "end",
        "article", "span", "chain",
        "blocks", "furniture", "evidence", "cue", "positions", "flips"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from([*BRIEF]), st.lists(VALUES, max_size=2) | VALUES, max_size=5))
def test_no_shape_raises(brief: dict[str, Any]) -> None:
    verify(json.dumps(brief, allow_nan=False, default=str).encode() if _is_json(brief) else b"{}")


def _is_json(value: Any) -> bool:
    try:
        json.dumps(value, allow_nan=False).encode()
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda brief: brief["positions"][0].update(evidence=[]), "/positions/0/evidence"),
        (lambda brief: brief["events"][0].update(evidence=[]), "/events/0/evidence"),
        (lambda brief: brief["positions"].__setitem__(0, {}), "/positions/0"),
        (lambda brief: brief["positions"][0].update(stance="loves"), "/positions/0"),
        (lambda brief: brief.pop("sources"), "/"),
    ],
)
def test_a_brief_must_have_its_shape_and_rest_on_passages(change: Callable[[dict[str, Any]], Any], path: str) -> None:
    assert any(mismatch.path.startswith(path) for mismatch in verify(changed(change)))
