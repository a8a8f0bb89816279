"""Names in a row: what stands in a list with an organisation is one (“Acme, Bolt and Caro”)."""

from collections.abc import Collection

from sayso.actors.scene import Scene


def stands_in_list(scene: Scene, run: tuple[int, int], known: Collection[tuple[int, int]]) -> bool:
    """Whether a run of words stands in a list beside one of those known; an opening “…ly,” is no member of it."""
    if scene.fold(run[0]).endswith("ly"):
        return False
    ends = {last for _, last in known}
    starts = dict(known)
    before = run[0] - 1 if scene.fold(run[0] - 1) in (",", "and", "&", "or") else None
    if before is not None and scene.fold(before - 1) == ",":
        before -= 1
    after = run[1] + 1 if scene.fold(run[1]) in (",", "and", "or") else None
    if after is not None and scene.fold(after) == "and":
        after += 1
    if before is not None and before in ends:
        return True
    if after is None or after not in starts:
        return False
    goes_on = scene.fold(starts[after]) in (",", "and", "or")
    return goes_on or scene.fold(run[1]) != "," or scene.sentence(run[0])[0] != run[0]
