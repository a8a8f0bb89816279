"""Verbs of saying, and whether what stands at a place is the one who says."""

from typing import Final

from sayso.actors.scene import Scene

_IRREGULAR: Final = (
    "said says say saying told tells tell telling wrote writes write writing thought thinks think felt feels held holds knew "
    "knows know saw sees see meant means quipped quips put puts spoke speaks swore swears forecast foresaw foresees shot "
    "spelled spelt read reads took takes made makes gave gives hit went goes found finds fired fires struck set laughed laughs"
).split()
_REGULAR: Final = (
    "accept accuse acknowledge add address admit advise affirm agree allege announce answer appeal argue ask assert assess "
    "assure attribute believe blame boast brush call caution challenge charge chide claim clarify comment complain concede "
    "conclude concur confess confide confirm contend correct counter criticise criticize cite declare decline defend demand "
    "deny describe detail disclose dismiss dispute doubt echo elaborate emphasise emphasize estimate exclaim expect explain "
    "express fear grumble guess hail highlight hint hope imply indicate inform insist interject joke judge lament list "
    "maintain mention muse mutter note object observe oppose order phone plead pledge profess point portray post praise predict "
    "proclaim promise pronounce propose protest question quote reaffirm reason recall reckon recommend recount refuse reiterate "
    "reject relate remark remember remind repeat reply report request respond retort reveal scoff share signal sigh snap state "
    "stress submit suggest suspect tease tell testify text thank threaten tweet underline underscore understand urge vent "
    "vow voice volunteer want warn welcome whisper wish wonder yell promise"
).split()


def _forms(verb: str) -> tuple[str, ...]:
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return verb, f"{verb}{ending}", f"{stem}ed", f"{verb}{verb[-1]}ed", f"{stem}ing"


SAYING: Final = frozenset(form for verb in _REGULAR for form in _forms(verb)) | frozenset(_IRREGULAR)
SAID: Final = SAYING - frozenset(_REGULAR)  # without the bare verbs, many of which are nouns too
RETORTS: Final = frozenset(
    "shot retorted replied countered answered corrected responded hit rejoined objected fired snapped".split()
)
_AUXILIARIES: Final = frozenset(
    "has had have is was are were be been being do does did will would could should may might must can cannot not n't also then "
    "later still now just only never yet further afterwards afterward again once both all themselves himself herself itself "
    "first already since even earlier previously ever merely either too now later would-be quoted cited as".split()
)
_MARKS: Final = frozenset("”\"’“'»«„‘:,;—–-‚")
_NAMING: Final = frozenset("citing quoting quoted cites quotes cited".split())
_LEARNED: Final = frozenset("learned learnt heard obtained".split())
_LONGEST_ASIDE: Final = 24


def speaks(scene: Scene, first: int, last: int) -> bool:
    """Whether the words [first, last) are the subject of a verb of saying, or named as who says."""
    before, earlier = scene.fold(first - 1), scene.fold(first - 2)
    if before == "to" and earlier == "according":
        return True
    if (
        before in _NAMING
        or (before == "from" and earlier in _LEARNED)
        or (before == "by" and earlier in ("told", "informed"))
    ):
        return True
    is_inverted = before in SAYING and (earlier in _MARKS or scene.sentence(first)[0] == first - 1)
    return is_inverted or _says(scene, last)


def _says(scene: Scene, index: int) -> bool:
    """Whether a verb of saying follows at a word, over adverbs and an aside between commas."""
    _, end = scene.sentence(index - 1)
    position = after_aside(scene, index, end)
    if scene.fold(position) in ("'s", "'"):
        return False
    while position < end and (scene.fold(position) in _AUXILIARIES or scene.fold(position).endswith("ly")):
        position += 1
    return position < end and scene.fold(position) in SAYING and not scene.words[position].is_capital


def after_aside(scene: Scene, index: int, end: int) -> int:
    """The word after an apposition or relative clause that begins at a word, or the word itself."""
    if scene.fold(index) in ("who", "which"):
        comma = index
    elif scene.fold(index) in (",", "–", "—", "("):
        comma = index + 1
    else:
        return index
    if comma > index and scene.fold(comma) in SAYING and not scene.words[comma].is_capital:
        return comma  # the comma that closes an apposition before
    stop = min(end, index + _LONGEST_ASIDE)
    for position in range(comma, stop):
        if scene.fold(position) in (",", "–", "—", ")"):
            if position + 1 < end and scene.fold(position + 1) in SAYING:
                return position + 1
            if scene.fold(index) != "who" and position > comma:
                return position + 1
        if scene.fold(position) in '“”"' and scene.words[position].text:
            break
    return index
