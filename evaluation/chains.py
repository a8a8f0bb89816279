"""Chains, anonymity, nesting and resolution on our own passages; or how far two labellings of them agree.

python evaluation/chains.py evaluation/data/attribution/held.jsonl              what sayso finds, against the labels
python evaluation/chains.py evaluation/data/attribution/dev.jsonl --errors      the same, with every fault shown
python evaluation/chains.py first.jsonl --other second.jsonl                    a second labelling against the first
"""

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from passages import Labelled, Passage, Span, locate, read_passages

from sayso.actors import find_actors
from sayso.actors.chains import build_statements
from sayso.language.pieces import paragraphs
from sayso.records import Article, Attribution, Block, Statement
from sayso.verbs import find_statements

Words = frozenset[int]


class Relay(NamedTuple):
    """One link of a chain, labelled or found: where it stands, and what it may be called."""

    span: Span | None
    names: tuple[str, ...]
    anonymous: bool
    institution: str | None
    resolved: str | None = None


class Side(NamedTuple):
    """One statement, labelled or found."""

    content: Words
    source: Words
    chain: tuple[Relay, ...]
    is_inside: bool
    crosses: bool


def labelled_side(text: str, statement: Labelled) -> Side:
    """A labelled statement."""
    spans = {role: [locate(text, q) for q in getattr(statement, role)] for role in ("content", "cue", "source")}
    chain = tuple(
        Relay(
            locate(text, link.text),
            tuple(re.sub(r"#\d+$", "", n) for n in (link.name, link.text) if n),
            link.anonymous,
            link.institution,
            re.sub(r"#\d+$", "", link.name) if link.name else None,
        )
        for link in statement.chain
    )
    paragraphs = {text.count("\n\n", 0, start) for role in spans.values() for start, _ in role}
    runs_on = any("\n\n" in text[start:end] for start, end in spans["content"])
    return Side(
        _words(text, spans["content"]),
        _words(text, spans["source"]),
        chain,
        statement.inside is not None,
        runs_on or len(paragraphs) > 1,
    )


def found_side(text: str, statement: Statement, names: dict[str, tuple[str, ...]]) -> Side:
    """A statement that sayso found; `names` are those of the article's actors."""
    chain = tuple(
        Relay(link.span, (link.text, *names.get(link.actor or "", ())), link.anonymous, link.institution)
        for link in statement.chain
    )
    content, source = (_words(text, spans) for spans in (statement.content, statement.source))
    return Side(content, source, chain, statement.inside is not None, crosses=False)


def pairs(gold: Sequence[Side], other: Sequence[Side]) -> dict[int, int]:
    """Statements matched one to one by their content's words, intersection over union at least one half, best first."""
    close = []
    for g, left in enumerate(gold):
        for o, right in enumerate(other):
            both = len(left.content & right.content)
            if both and 2 * both >= len(left.content | right.content):
                sourced = bool(left.source & right.source) or not (left.source or right.source)
                close.append((both / len(left.content | right.content), sourced, -g, -o))
    matched: dict[int, int] = {}
    for _, _, g, o in sorted(close, reverse=True):
        if -g not in matched and -o not in matched.values():
            matched[-g] = -o
    return matched


def same_relay(gold: Relay, other: Relay) -> bool:
    """Do two links stand in the same place or bear the same name, and is the right one meant if another place names it?"""
    is_named = any(_alike(a, b) for a in gold.names for b in other.names)
    if gold.resolved:
        return any(_alike(gold.resolved, b) for b in other.names)
    overlaps = bool(gold.span and other.span and gold.span[0] < other.span[1] and other.span[0] < gold.span[1])
    return overlaps or is_named


def measure(passages: Sequence[Passage], others: Sequence[list[Side]], *, show: bool = False) -> dict[str, object]:
    """The figures of the issue's own gold; every share is of labelled statements."""
    n: Counter[str] = Counter()
    for passage, found in zip(passages, others, strict=True):
        gold = [labelled_side(passage.text, s) for s in passage.statements]
        matched = pairs(gold, found)
        n["predicted"] += len(found)
        for number, side in enumerate(gold):
            other = found[matched[number]] if number in matched else None
            faults = _count(n, side, other)
            if show and faults:
                _show(passage, number, other, faults)
    return {
        "statements": n["gold"],
        "found": _share(n, "found", "gold"),
        "precision": _share(n, "found", "predicted"),
        "source_agrees_of_found": _share(n, "sourced", "found"),
        "chain": _share(n, "chain", "gold"),
        "chain_of_found": _share(n, "chain", "found"),
        "chain_with_relay": _share(n, "relayed_right", "relayed"),
        "anonymity": _share(n, "anonymity", "spoken"),
        "nested_and_cross_found": _share(n, "special_found", "special"),
        "nested": _share(n, "nested_found", "nested"),
        "cross_paragraph": _share(n, "cross_found", "cross"),
        "resolved": _share(n, "resolved", "referring"),
    }


def _count(n: Counter[str], gold: Side, other: Side | None) -> list[str]:
    """Count one labelled statement; what is wrong with it."""
    right_chain = (
        other is not None
        and len(gold.chain) == len(other.chain)
        and all(same_relay(a, b) for a, b in zip(gold.chain, other.chain, strict=True))
    )
    n["gold"] += 1
    n["found"] += other is not None
    n["chain"] += right_chain
    if len(gold.chain) > 1:
        n["relayed"] += 1
        n["relayed_right"] += right_chain
    for kind, holds in (
        ("nested", gold.is_inside),
        ("cross", gold.crosses),
        ("special", gold.is_inside or gold.crosses),
    ):
        n[kind] += holds
        n[f"{kind}_found"] += holds and other is not None
    faults = [] if right_chain else ["chain" if other else "missed"]
    if other is None:
        return faults
    n["sourced"] += bool(gold.source & other.source) or not (gold.source or other.source)
    if gold.chain:
        n["spoken"] += 1
        is_right = bool(other.chain) and _same_anonymity(gold.chain[-1], other.chain[-1])
        n["anonymity"] += is_right
        faults += [] if is_right else ["anonymity"]
        if gold.chain[-1].resolved:
            n["referring"] += 1
            is_right = bool(other.chain) and any(_alike(gold.chain[-1].resolved, b) for b in other.chain[-1].names)
            n["resolved"] += is_right
            faults += [] if is_right else ["resolution"]
    return faults


def _same_anonymity(gold: Relay, other: Relay) -> bool:
    """Are both named, or both unnamed and of the same institution, by its words in the text or by its slug?"""
    if gold.anonymous != other.anonymous:
        return False
    if not gold.anonymous or not (gold.institution or other.institution):
        return True
    if not (gold.institution and other.institution):
        return False
    is_shown = any(_alike(gold.institution, name) for name in other.names[:1])
    return is_shown or _alike(gold.institution, other.institution)


def _alike(a: str, b: str) -> bool:
    """Do two names have the same words, or does the longer hold all words of the shorter?"""
    x, y = (set(_fold(s).split()) - {"the", "of", "a", "an", "at", "and"} for s in (a, b))
    return bool(x and y) and (x <= y or y <= x)


def _fold(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return re.sub(r"[^\w]+", " ", re.sub(r"[’']s\b", "", plain))


def _words(text: str, spans: Sequence[Span]) -> Words:
    return frozenset(
        m.start()
        for m in re.finditer(r"\w+(?:[’'-]\w+)*", text)
        if any(a < m.end() and m.start() < b for a, b in spans)
    )


def _share(n: Counter[str], part: str, whole: str) -> float:
    return round(n[part] / n[whole], 3) if n[whole] else 0.0


def _show(passage: Passage, number: int, other: Side | None, faults: list[str]) -> None:
    statement = passage.statements[number]
    print(f"{passage.id}[{number}] {'+'.join(faults)}: {' … '.join(statement.content)[:90]!r}")
    print("   gold ", [(link.text, link.name, link.anonymous, link.institution) for link in statement.chain])
    if other:
        print("   found", [(r.names[0], r.anonymous, r.institution) for r in other.chain])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--other", type=Path, help="a second labelling, in place of what sayso finds")
    parser.add_argument(
        "--given", action="store_true", help="take the labelled spans for found: only chains are measured"
    )
    parser.add_argument("--errors", action="store_true", help="print every statement that is missed or wrong")
    args = parser.parse_args()
    passages = read_passages(args.gold)
    if args.other:
        second = {p.id: [labelled_side(p.text, s) for s in p.statements] for p in read_passages(args.other)}
        others = [second[p.id] for p in passages]
    else:
        others = [(given_in if args.given else found_in)(p) for p in passages]
    print(json.dumps(measure(passages, others, show=args.errors), indent=1))


def found_in(passage: Passage) -> list[Side]:
    """What sayso finds in a passage, read as the text of an article."""
    article = _article(passage)
    names = {actor.id: (actor.name,) for actor in find_actors(article)[0]}
    return [found_side(passage.text, s, names) for s in find_statements(article)]


def given_in(passage: Passage) -> list[Side]:
    """The labelled spans with the chains that sayso builds for them."""
    article = _article(passage)
    actors, mentions = find_actors(article)
    names = {actor.id: (actor.name,) for actor in actors}
    spans = [(s.inside is not None, _attribution(passage.text, s)) for s in passage.statements]
    outer, inner = ([a for is_inside, a in spans if is_inside == wanted] for wanted in (False, True))
    return [found_side(passage.text, s, names) for s in build_statements(article, outer, inner, actors, mentions)]


def _article(passage: Passage) -> Article:
    blocks = tuple(Block(start=a, end=b, kind="body") for a, b in paragraphs(passage.text))
    return Article(id=passage.id, text=passage.text, blocks=blocks, outlet=passage.outlet)


def _attribution(text: str, labelled: Labelled) -> Attribution:
    content, cue, source = (
        tuple(sorted(locate(text, q) for q in quoted)) for quoted in (labelled.content, labelled.cue, labelled.source)
    )
    return Attribution(mode=labelled.mode, content=content, cue=cue, source=source, confidence=1.0)


if __name__ == "__main__":
    main()
