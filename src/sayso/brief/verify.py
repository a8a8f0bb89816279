"""Re-checks a brief: every passage against the text it quotes, every text against its hash, every id against a list."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from sayso.errors import SaysoError
from sayso.records import Brief, Record

_SCHEMA: Final = "sayso/brief/1"
_EVIDENCE: Final = frozenset(("article", "start", "end", "text"))
_SPANS: Final = ("source", "cue", "content")
_REFERENCES: Final = {
    **dict.fromkeys(("statement", "inside"), "statement"),
    **dict.fromkeys(("actor", "parent", "speaks_for", "attendees", "blockers", "flips", "veto"), "actor"),
    **dict.fromkeys(("supports", "opposes", "conditional", "undecided", "abstains", "declines_to_comment"), "actor"),
}
_RESTING: Final = ("positions", "events")  # nothing of these is shown without a passage
_METER: Final = re.compile(r"/meters/\d+$")  # counts under the names that a tally has ids under
_SHOWN: Final = 60


class BriefUnreadable(SaysoError):
    """Bytes that are no JSON object, or nested deeper than any brief."""


class Mismatch(Record, frozen=True, kw_only=True):
    """Something in a brief that does not hold; `path` is a JSON pointer (RFC 6901)."""

    path: str
    message: str


def verify(data: bytes) -> tuple[Mismatch, ...]:
    """What does not hold in a brief, in the order of the document; nothing if all does.

    Checked: the schema version; each article's id against the SHA-256 of its text, and its blocks and furniture; each
    passage anywhere, known or not to this version, against its article; the spans of statements; that positions and
    events rest on a passage; that every actor, statement, article and position that is referred to exists; and last
    the type of every field. Raises BriefUnreadable for what is no JSON object.
    """
    return tuple(_Brief(_decoded(data)).problems())


def _decoded(data: bytes) -> dict[str, Any]:
    try:
        brief = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BriefUnreadable(f"not a brief: no JSON ({error}); make one with sayso brief --format json") from error
    except RecursionError as error:
        raise BriefUnreadable("not a brief: nested too deeply; make one with sayso brief --format json") from error
    if not isinstance(brief, dict):
        raise BriefUnreadable("not a brief: no JSON object; make one with sayso brief --format json")
    return brief


class _Brief:
    """A decoded brief of whatever shape, and what its articles, actors and statements are called."""

    def __init__(self, brief: dict[str, Any]) -> None:
        self.brief = brief
        self.texts = {a["id"]: a["text"] for a in _objects(brief.get("articles")) if _is_text(a, "id", "text")}
        self.actors = {a["id"] for a in _objects(brief.get("actors")) if _is_text(a, "id")}
        self.statements = {s["id"] for s in _objects(brief.get("statements")) if _is_text(s, "id")}

    def problems(self) -> Iterator[Mismatch]:
        """Every check on every value, the document from top to bottom."""
        if self.brief.get("schema") != _SCHEMA:
            yield Mismatch(
                path="/schema", message=f"the schema is {_quoted(self.brief.get('schema'))}, not “{_SCHEMA}”"
            )
        for name in ("articles", "actors", "statements", "positions", "standing"):
            if not isinstance(self.brief.get(name), dict if name == "standing" else list):
                yield Mismatch(path=f"/{name}", message="missing, or not of the kind that the schema says")
        # An explicit stack: a hostile brief may be nested deeper than Python recurses.
        stack: list[tuple[str, Any]] = [("", self.brief)]
        while stack:
            path, value = stack.pop()
            if isinstance(value, dict):
                yield from self._check(path, value)
                stack.extend((f"{path}/{_escaped(key)}", inner) for key, inner in reversed(value.items()))
            elif isinstance(value, list):
                stack.extend((f"{path}/{i}", inner) for i, inner in reversed(list(enumerate(value))))
        yield from self._of_another_shape()

    def _of_another_shape(self) -> Iterator[Mismatch]:
        """The first field that is missing, or of another type than the contract's."""
        try:
            msgspec.convert(self.brief, Brief)
        except (msgspec.ValidationError, RecursionError) as error:
            message, _, where = str(error).partition(" - at `$")
            path = re.sub(r"\[(\d+|\.\.\.)\]", r"/\1", where.rstrip("`")).replace(".", "/")
            yield Mismatch(path=path or "/", message=message)

    def _check(self, path: str, value: dict[str, Any]) -> Iterator[Mismatch]:
        section, _, rest = path[1:].partition("/")
        is_item = rest.isdigit()
        if section == "articles" and is_item:
            yield from _article(path, value)
        elif section == "statements" and is_item:
            yield from self._statement(path, value)
        elif section == "standing" and rest and "/" not in rest:
            yield from self._standing(path, rest, value)
        elif value.keys() >= _EVIDENCE:
            yield from self._evidence(path, value)
        if section in _RESTING and is_item and not _objects(value.get("evidence")):
            yield Mismatch(path=f"{path}/evidence", message="rests on no passage")
        has_ids = section not in ("articles", "left_out") and (section != "actors" or is_item)
        if has_ids and not _METER.search(path):
            yield from self._references(path, value)

    def _evidence(self, path: str, evidence: dict[str, Any]) -> Iterator[Mismatch]:
        text = self._text(evidence["article"])
        start, end, quoted = evidence["start"], evidence["end"], evidence["text"]
        if text is None:
            yield Mismatch(path=f"{path}/article", message=f"no article {_quoted(evidence['article'])}")
        elif not _is_span([start, end], len(text)):
            message = (
                f"[{_quoted(start)}, {_quoted(end)}] does not lie in the article, which has {len(text):,} characters"
            )
            yield Mismatch(path=path, message=message)
        elif text[start:end] != quoted:
            message = f"the brief quotes {_quoted(quoted)}, the article has {_quoted(text[start:end])} there"
            yield Mismatch(path=f"{path}/text", message=message)

    def _statement(self, path: str, statement: dict[str, Any]) -> Iterator[Mismatch]:
        text = self._text(statement.get("article"))
        if text is None:
            yield Mismatch(path=f"{path}/article", message=f"no article {_quoted(statement.get('article'))}")
            return
        for name in _SPANS:
            spans = statement.get(name)
            if not isinstance(spans, list):
                yield Mismatch(path=f"{path}/{name}", message="not a list of spans")
                continue
            for i, span in enumerate(spans):
                if not _is_span(span, len(text)):
                    yield Mismatch(path=f"{path}/{name}/{i}", message=_outside(span, text))
        for i, link in enumerate(_objects(statement.get("chain"))):
            span = link.get("span")
            if span is not None and not _is_span(span, len(text)):
                yield Mismatch(path=f"{path}/chain/{i}/span", message=_outside(span, text))

    def _standing(self, path: str, actor: str, standing: dict[str, Any]) -> Iterator[Mismatch]:
        name = actor.replace("~1", "/").replace("~0", "~")
        if name not in self.actors:
            yield Mismatch(path=path, message=f"no actor {_quoted(name)}")
        indexes, positions = standing.get("positions"), self.brief.get("positions")
        count = len(positions) if isinstance(positions, list) else 0
        for i, index in enumerate(indexes if isinstance(indexes, list) else ()):
            if type(index) is not int or not 0 <= index < count:
                yield Mismatch(path=f"{path}/positions/{i}", message=f"no position {_quoted(index)}")
            elif isinstance(positions, list) and isinstance(positions[index], dict):
                holder = positions[index].get("actor")
                if holder != name:
                    yield Mismatch(path=f"{path}/positions/{i}", message=f"position {index} is of {_quoted(holder)}")

    def _references(self, path: str, value: dict[str, Any]) -> Iterator[Mismatch]:
        """Ids that name an actor or a statement, alone or in lists."""
        for key, inner in value.items():
            if key not in _REFERENCES:
                continue
            what = _REFERENCES[key]
            ids = self.statements if what == "statement" else self.actors
            for at, name in _names(f"{path}/{key}", inner):
                if not (isinstance(name, str) and name in ids):
                    yield Mismatch(path=at, message=f"no {what} {_quoted(name)}")

    def _text(self, article: object) -> str | None:
        return self.texts.get(article) if isinstance(article, str) else None


def _article(path: str, article: dict[str, Any]) -> Iterator[Mismatch]:
    if not _is_text(article, "id", "text"):
        yield Mismatch(path=path, message="an article without an id or a text")
        return
    text = article["text"]
    digest = "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if article["id"] != digest:
        yield Mismatch(path=f"{path}/id", message=f"the text has the hash {digest}, not {_quoted(article['id'])}")
    end = 0
    for i, block in enumerate(_objects(article.get("blocks"))):
        start, last = block.get("start"), block.get("end")
        if not (isinstance(start, int) and isinstance(last, int) and _is_span([start, last], len(text))):
            yield Mismatch(path=f"{path}/blocks/{i}", message=_outside([start, last], text))
            continue
        if start < end:
            yield Mismatch(path=f"{path}/blocks/{i}", message="overlaps the block before it")
        end = last
    for i, line in enumerate(_objects(article.get("furniture"))):
        span = [line.get("start"), line.get("end")]
        if span != [None, None] and not _is_span(span, None):
            yield Mismatch(path=f"{path}/furniture/{i}", message="no pair of offsets")


def _objects(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _names(path: str, value: object) -> Iterator[tuple[str, object]]:
    """The ids in a value: itself, or those of its list or lists, each with its path; null names nobody."""
    if isinstance(value, list):
        for i, inner in enumerate(value):
            if isinstance(inner, list):
                yield from ((f"{path}/{i}/{j}", name) for j, name in enumerate(inner))
            else:
                yield f"{path}/{i}", inner
    elif value is not None:
        yield path, value


def _is_text(value: dict[str, Any], *names: str) -> bool:
    return all(isinstance(value.get(name), str) for name in names)


def _is_span(span: object, length: int | None) -> bool:
    if not isinstance(span, list) or len(span) != 2 or any(type(x) is not int for x in span):
        return False
    return bool(0 <= span[0] <= span[1] and (length is None or span[1] <= length))


def _outside(span: object, text: str) -> str:
    pair = span if isinstance(span, list) and len(span) == 2 else None
    shown = f"[{_quoted(pair[0])}, {_quoted(pair[1])}]" if pair else "it is no pair of offsets and"
    return f"{shown} does not lie in the article, which has {len(text):,} characters"


def _quoted(value: object) -> str:
    """A value short enough for a message."""
    if isinstance(value, str):
        return f"“{value}”" if len(value) <= _SHOWN else f"“{value[:_SHOWN]}…”"
    if value is None:
        return "nothing"
    if isinstance(value, (bool, int, float)):
        return str(value)[:_SHOWN]
    return "an object" if isinstance(value, dict) else "a list"


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
