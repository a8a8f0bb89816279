"""Decisions that take several steps: Council then Parliament, one House then the other, signature then ratification."""

import re
from functools import cache
from typing import Final

import msgspec

from sayso.decisions.naming import bodies_in
from sayso.decisions.table import topic_pattern
from sayso.errors import BadKnowledge
from sayso.records import Record
from sayso.resources import knowledge_toml
from sayso.resources.own import follows_knowledge

TABLE: Final = "processes.toml"


class Step(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step: whose, and by which of its rules."""

    body: str
    rule: str
    name: str


class ProcessRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A process; every step must pass, in this order. `topics` are beginnings of words of proposals that it governs."""

    id: str
    name: str
    source: str
    article: str
    stages: tuple[Step, ...]
    also: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@follows_knowledge
@cache
def processes() -> dict[str, ProcessRow]:
    """All processes by id.

    Raises BadKnowledge if a row is not of its shape.
    """
    raw = knowledge_toml(TABLE)
    try:
        return {row.id: row for row in msgspec.convert(raw["process"], tuple[ProcessRow, ...])}
    except (msgspec.ValidationError, KeyError) as error:
        raise BadKnowledge(f"{TABLE}: {error}") from error


def process_named(name: str) -> ProcessRow | None:
    """The process of an id, as it may be typed; None if there is none."""
    wanted = re.sub(r"[\s_]+", "-", name.strip().lower())
    return next((row for row in processes().values() if wanted in (row.id, *row.also)), None)


def process_for(words: str, bodies: set[str]) -> ProcessRow | None:
    """The process that a proposal in these words takes, one of these bodies being a step; None if its words name none."""
    having = [row for row in processes().values() if any(step.body in bodies for step in row.stages)]
    others = {step.body for row in processes().values() for step in row.stages} & set(bodies_in(words))
    having = [row for row in having if not others or others & {step.body for step in row.stages}]
    hits = {row.id: sum(bool(topic_pattern(topic).search(words)) for topic in row.topics) for row in having}
    best = max(having, key=lambda row: hits[row.id], default=None)
    return best if best and hits[best.id] else None
