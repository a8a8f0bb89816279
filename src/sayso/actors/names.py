"""Where a person's name begins and ends: capitals, particles and initials, and what no name is made of."""

from typing import Final

from sayso.actors.epithets import PERSON_NOUNS
from sayso.actors.roles import DETERMINERS, INSTITUTIONS, TITLES, role_of
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge

_PARTICLES: Final = frozenset(
    "de la van von der den ten ter al el bin ibn bint abu da dos das di du le del della zu af av e y ul ben mac o".split()
)
NEVER: Final = DETERMINERS | frozenset(INSTITUTIONS) | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december feb mar apr jun jul aug sep sept oct nov dec he she it they we you i me him them us who "
    "what when where why how which whose there here and or but so yet nor for of in on at to by with from as if than then "
    "while after before since until because although though during under over between among against about above below "
    "mr mrs ms dr sir dame lord lady miss is are was were be been has have had do does did not no yes will would could "
    "should can might must shall also just only still even now today yesterday tomorrow tonight meanwhile however "
    "moreover earlier later last next first second third new old north south east west northern southern eastern western "
    "central party movement union alliance front league republic kingdom state states city street road avenue river lake "
    "sea ocean island islands mountain airport university college school hospital church institute centre center company "
    "inc corp ltd group bank fund agency council committee commission court senate house congress parliament ministry "
    "department office act bill law treaty agreement convention protocol summit conference war world day week month year "
    "christmas easter ramadan god internet facebook twitter x instagram telegram youtube google apple amazon microsoft "
    "muslim muslims christian christians jewish jews islam islamic arab arabs kurdish kurds catholic orthodox protestant "
    "european europeans asian asians african africans latin democrats republicans conservatives liberals democrat "
    "republican conservative liberal labour green greens tory tories president minister prime deputy foreign defence "
    "defense finance interior chief head general secretary all other others both several many most some few more "
    "despite according given asked speaking such like unlike within without photo read related breaking live watch video "
    "energy resources natural conservation legacy fund foundation capital holdings partners industries systems services "
    "associates research consulting club society association coalition network project program programme initiative times "
    "post news media press journal magazine poll survey square park field stadium hall house tower building bridge plan deal "
    "report show morning hotel casino airlines motors electric oil gas coal mining steel firm llp llc institution museum "
    "monument library beach county valley hills falls creek run canyon bay cape port bible store foods style online "
    "room roman catholics protestants hindus sikhs buddhists evangelicals anglicans "
    "said nations united security national international federal supreme royal air force army navy police ".split()
)  # fmt: skip


def name_end(scene: Scene, index: int) -> int:
    """Where the name that begins at a word ends; the index itself if no name begins there."""
    if index >= len(scene.words) or not _may_begin(scene, index):
        return index
    _, last = scene.sentence(index)
    end = index + 1
    if scene.words[index].text.endswith(".") and end >= last and end < len(scene.words):
        _, last = scene.sentence(end)  # “M.B. Rao”: no sentence ends behind initials
    if _is_initial(scene, index):
        end += scene.fold(end) == "."
    while end < last:
        word = scene.words[end]
        if word.text in "-–" and _joins(scene, end):
            end += 2
        elif _may_continue(scene, end) or (end == index + 1 and _is_surname(scene, end)):
            end += 2 if _is_initial(scene, end) and scene.fold(end + 1) == "." else 1
        elif word.fold in _PARTICLES and (after := _after_particles(scene, end, last)) and _may_continue(scene, after):
            end = after + 1
        else:
            break
    return end


def _may_begin(scene: Scene, index: int) -> bool:
    word = scene.words[index]
    if not (word.is_capital or (word.fold in ("al", "el") and scene.fold(index + 1) == "-")) or word.fold in TITLES:
        return False
    is_double = scene.fold(index + 1) == "-" and _joins(scene, index + 1) and _may_continue(scene, index + 3)
    if word.fold in NEVER and not (is_double or (_is_given(scene, index) and _is_no_other_word(scene, index))):
        return False
    if _is_known_other(scene, index) and not _is_given(scene, index):
        return False
    return (
        (len(word.text) > 1 or scene.fold(index + 1) == ".")
        and not role_of(word.fold)
        and not (word.fold in PERSON_NOUNS and not is_given_name(word.text))
        and not _is_shout(scene, index)
    )


def _may_continue(scene: Scene, index: int) -> bool:
    if index >= len(scene.words):
        return False
    word = scene.words[index]
    if not word.is_capital or word.fold in NEVER or role_of(word.fold) or word.fold in TITLES:
        return word.fold in ("jr", "sr") and word.is_capital
    return not _is_known_other(scene, index)


def _is_known_other(scene: Scene, index: int) -> bool:
    """Whether a word belongs to a name of the tables that is no person's."""
    hit = scene.hit_at[index]
    if not hit or hit.of("person"):
        return False
    return bool(scene.believed(hit))


def _is_given(scene: Scene, index: int) -> bool:
    """Whether a state's or party's name is here a given name (“Jordan Smith”)."""
    hit = scene.hit_at[index]
    alone = hit is None or hit.last - hit.first == 1
    if not alone or not is_given_name(scene.words[index].text) or index + 2 >= len(scene.words):
        return False
    return _may_continue(scene, index + 1 + (scene.fold(index + 1) in _PARTICLES))


def _is_no_other_word(scene: Scene, index: int) -> bool:
    """Whether a given name that is also a common word (“Will”, “May”) stands where only a name has a capital."""
    opens = scene.sentence(index)[0] == index
    if scene.fold(index) in ("will", "may", "do", "an", "so", "said"):
        return not opens and not scene.words[index - 1].is_capital
    return True


def _is_surname(scene: Scene, index: int) -> bool:
    """Whether a place's or people's name follows a given name as a surname (“Jack London”)."""
    hit, given = scene.hit_at[index], scene.hit_at[index - 1]
    if not hit or given or hit.last - hit.first > 1 or not is_given_name(scene.words[index - 1].text):
        return False
    is_state = hit.of("state") is not None and not is_given_name(scene.words[index].text)
    is_common = is_state or hit.of("organisation", "outlet", "seat") is not None
    return not is_common and scene.fold(index + 1) not in ("'s",) and scene.words[index].is_capital


def _is_shout(scene: Scene, index: int) -> bool:
    text = scene.words[index].text
    return len(text) > 3 and text.isupper() and text.isalpha()


def _is_initial(scene: Scene, index: int) -> bool:
    return len(scene.words[index].text) == 1 and scene.words[index].is_capital


def _joins(scene: Scene, index: int) -> bool:
    tight = scene.words[index - 1].end == scene.words[index].start
    return tight and index + 1 < len(scene.words) and scene.words[index].end == scene.words[index + 1].start and (
        (scene.words[index + 1].is_word and (scene.words[index + 1].is_capital or scene.words[index - 1].fold in ("al", "el")))
        or (len(scene.words[index - 1].text) > 1 and scene.words[index + 1].text.islower() and scene.fold(index + 1) not in NEVER
        and (scene.words[index - 1].fold in _EASTERN or _is_second_part(scene, index)))
    )  # fmt: skip


_SUFFIXES: Final = frozenset(
    "based born led wide area era style like run made held owned only free bound wing backed listed level plus type".split()
)


def _is_second_part(scene: Scene, index: int) -> bool:
    """Whether a hyphen joins the second half of a given name that follows a surname (“Lin Mei-hua”)."""
    after = scene.fold(index + 1)
    return (
        len(after) < 6
        and after not in _SUFFIXES
        and scene.words[index - 2].is_capital
        and scene.words[index - 2].is_word
    )


_EASTERN: Final = frozenset(
    "jong jae kyung tae ki geun seok hyun hae min su young won sung kwang chun ing den ching hsi".split()
)


def _after_particles(scene: Scene, index: int, last: int) -> int | None:
    while index < last and (scene.fold(index) in _PARTICLES or scene.fold(index) == "-"):
        index += 1
    return index if index < last else None


def is_given_name(text: str) -> bool:
    """Whether a word is a known given name."""
    return text in knowledge().genders or text.split("-")[0] in knowledge().genders


def gender_of(name: str) -> str | None:
    """The gender, m or f, that a full name's first part usually goes with."""
    first = name.replace("-", " ").split()[0]
    gender = knowledge().genders.get(first)
    return gender if gender in ("m", "f") else None


def is_part_of_name(scene: Scene, index: int) -> bool:
    """Whether a capital stands beside another of the same, unknown name."""
    words = scene.words
    before = index > 0 and words[index - 1].is_capital and words[index - 1].fold not in (*TITLES, "the") and (
        scene.hit_at[index - 1] is None and scene.sentence(index)[0] != index
    )  # fmt: skip
    after = index + 1 < len(words) and words[index + 1].is_capital and scene.hit_at[index + 1] is None
    return before or after
