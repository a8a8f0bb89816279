"""The output contract, `sayso/brief/1`, as JSON: field names, nulls and order as documented."""

from typing import TYPE_CHECKING, Any, Final

import msgspec

from sayso.records import Brief, Decision

if TYPE_CHECKING:
    from sayso.decisions.power import Power

_FIRST: Final = ("schema", "question", "proposal", "as_of")
_LAST: Final = ("summary", "sources")


def render_json(brief: Brief) -> str:
    """The whole brief as JSON, two spaces deep, with a final newline; the same brief gives the same bytes."""
    fields: dict[str, Any] = msgspec.to_builtins(brief)
    middle = [name for name in fields if name not in _FIRST and name not in _LAST]
    ordered = {name: _tidy(fields[name]) for name in (*_FIRST, *middle, *_LAST)}
    ordered["standing"] = dict(sorted(ordered["standing"].items()))
    return _indented(ordered)


def render_decision(decision: Decision, power: "Power | None" = None) -> str:
    """The contract's `decision` as JSON by itself, with the power of its members where that is given."""
    fields = _tidy(msgspec.to_builtins(decision))
    return _indented(fields | {"power": msgspec.to_builtins(power)} if power else fields)


def _indented(fields: dict[str, Any]) -> str:
    return msgspec.json.format(msgspec.json.encode(fields), indent=2).decode() + "\n"


def _tidy(value: Any) -> Any:
    """Confidences to two digits, whole thresholds as whole numbers, at any depth."""
    if isinstance(value, dict):
        return {key: _number(key, inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_tidy(inner) for inner in value]
    return value


def _number(key: str, value: Any) -> Any:
    if key == "confidence" and isinstance(value, float):
        return round(value, 2)
    if key == "thresholds" and isinstance(value, dict):
        return {k: int(v) if float(v).is_integer() else v for k, v in sorted(value.items())}
    return _tidy(value)
