"""What a role's noun is where it stands: a role, a part of another word, or a qualifier of another role."""

from sayso.actors.roles import DEPARTMENTS, MODIFIERS, RoleKind, role_of
from sayso.actors.scene import Scene


def is_adjective_here(scene: Scene, index: int) -> bool:
    """Whether a noun that is also an adjective, or ends a compound, is no role here (“major unions”, “a three-judge panel”)."""
    word, after = scene.words[index], scene.words[min(index + 1, len(scene.words) - 1)]
    if word.fold == "pm":
        return word.text != "PM" or not scene.fold(index - 1).isalpha()
    if word.text in ("major", "general", "captain", "fellow", "peer", "host") and not after.is_capital:
        return word.text != "host"
    return (
        scene.fold(index - 1) == "-"
        and scene.fold(index - 2) not in (*MODIFIERS, "co", "vice", "ex")
        and word.text.islower()
    )


def is_qualifier(scene: Scene, index: int, head_end: int) -> bool:
    """Whether the noun only qualifies another role noun (“deputy minister”, “chief executive”)."""
    after = role_of(scene.fold(head_end))
    noun = scene.fold(index)
    if after and noun in MODIFIERS and noun not in ("general", "major") and not scene.hit_at[head_end]:
        return True
    before_noun = noun in (
        "deputy",
        "chief",
        "general",
        "head",
        "executive",
        "major",
        "fellow",
        "lead",
        "host",
        "justice",
    )
    before_noun = before_noun and noun == scene.words[index].text  # lower case: an adjective or a verb as often as not
    followed = scene.fold(head_end) in MODIFIERS and bool(role_of(scene.fold(head_end + 1)))
    return (followed and noun in MODIFIERS) or (
        before_noun and scene.fold(head_end) in ("to", "elections", "election", "assembly")
    )


def refined_kind(scene: Scene, kind: RoleKind, noun: str, role_start: int, index: int, head_end: int) -> RoleKind:
    """The kind of role with the words around its noun."""
    before = {scene.fold(i) for i in range(role_start, index)}
    if noun == "secretary":
        if before & {"press"}:
            return "spokes"
        if kind == "leader" or head_end > index + 1 or before & DEPARTMENTS:
            return kind
        return "leader" if scene.fold(head_end) != "of" else "minister"
    if (
        noun in ("head", "chief")
        and scene.fold(head_end) == "of"
        and scene.fold(head_end + 1) in ("state", "government")
    ):
        return "chief"
    if noun == "representative" and not before & {"permanent", "special", "high"}:
        return "lawmaker" if scene.words[index].is_capital else "official"
    if noun == "commissioner" and "high" in before:
        return "leader"
    if noun == "president" and "vice" in before:
        return "minister"
    return kind
