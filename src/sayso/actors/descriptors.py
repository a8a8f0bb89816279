"""Common nouns that stand for an organisation once it is named: “the alliance”, “the bloc”."""

from sayso.actors.gazetteer import Hit
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge
from sayso.actors.words import fold


def organisation_described(scene: Scene, index: int) -> str | None:
    """The organisation for which a noun stands (“the alliance”): the one with this descriptor named last before, else first."""
    noun = scene.words[index].text
    before: str | None = None
    for hit in scene.hits:
        named = _described_by(hit, noun)
        if named and hit.first > index:
            return before or named
        before = named or before
    return before


def _described_by(hit: Hit, noun: str) -> str | None:
    """The organisation named at a hit, or the one whose organ it is, for which a noun may stand."""
    entry = hit.of("organisation")
    row = knowledge().organisations.get(entry.id) if entry else None
    while row and noun not in row.descriptors and noun.lower() not in row.descriptors:
        row = knowledge().organisations.get(row.parent) if row.parent else None
    return row.id if row else None


def descriptor_words() -> frozenset[str]:
    """All nouns, folded, that may stand for an organisation."""
    return frozenset(fold(d) for row in knowledge().organisations.values() for d in row.descriptors if " " not in d)
