"""Role phrases without a name, and what stands for an organisation or a state of the article."""

import re

import pytest

from sayso.actors import find_actors
from sayso.actors.tables import knowledge, members
from sayso.records import Article, Block

_MARK = re.compile(r"\[([^|\]]+)\|([\w-]*)\]")


def wrong(day: str, marked: str) -> list[tuple[str, str, str]]:
    """The marked words whose actor is another than the one after the bar: words, found, wanted."""
    wanted, plain, at = [], "", 0
    for match in _MARK.finditer(marked):
        plain += marked[at : match.start()]
        wanted.append((len(plain), len(plain) + len(match[1]), match[2]))
        plain, at = plain + match[1], match.end()
    plain += marked[at:]
    blocks, start = [], 0
    for number, part in enumerate(plain.split("\n\n")):
        blocks.append(Block(start=start, end=start + len(part), kind="body" if number else "title"))
        start += len(part) + 2
    title = plain.split("\n\n")[0]
    _, mentions = find_actors(Article(id="sha256:0", text=plain, blocks=tuple(blocks), title=title, published=day))
    found = []
    for first, last, actor in wanted:
        shared = [(min(m.end, last) - max(m.start, first), m.actor) for m in mentions]
        best = max((s for s in shared if s[0] > 0), default=(0, ""))[1]
        found += [(plain[first:last], best, actor)] if best != actor else []
    return found


@pytest.mark.parametrize(
    ("day", "marked"),
    [
        (
            "2023-03-14",
            "Fishing row sours talks\n\nNorway and Iceland failed to agree a mackerel quota on Monday. "
            "[The prime minister|jonas-gahr-store] said in Oslo that patience had limits. "
            "[The foreign minister|anniken-huitfeldt] was silent.",
        ),
        (
            "2018-10-03",
            "Arms to Riyadh\n\nSpain will deliver bombs to Saudi Arabia after all. The defence minister, Margarita Robles, "
            "told parliament so. [The minister|margarita-robles] had halted the sale. Josep Borrell defended it; "
            "[the foreign minister|josep-borrell] cited a frigate contract.",
        ),
        (
            "2024-02-27",
            "Hungary clears Sweden\n\nViktor Orban called it a solid base for cooperation with Ulf Kristersson. "
            "[His counterpart|ulf-kristersson], he said, had shown respect.",
        ),
        (
            "2015-07-06",
            "Greeks vote no\n\nYanis Varoufakis resigned in Athens. [The finance minister|yanis-varoufakis] said on his blog "
            "that some partners of Greece wished him away.",
        ),
        (
            "2023-10-05",
            "House without a head\n\nKevin McCarthy lost his post. The White House said aid to Ukraine could not wait. "
            "[The president|joe-biden] called allies.",
        ),
        (
            "2016-08-02",
            "Manila and Beijing to talk\n\nBenigno Aquino went to court in the Philippines over the reefs; "
            "[his successor|rodrigo-duterte] would rather fish.",
        ),
        (
            "2018-05-10",
            "After the accord\n\nHassan Rouhani told Iran on television that he had sent "
            "[his foreign minister|mohammad-javad-zarif] to Europe.",
        ),
        (
            "2019-08-29",
            "Fires\n\nIn Brazil Jair Bolsonaro wants an apology from Emmanuel Macron: the Frenchman had said "
            "[the president|jair-bolsonaro] lied.",
        ),
        (
            "2020-06-20",
            "A call\n\nSoldiers died at the border of India. Why is [the PM|narendra-modi] silent, they ask in Goa.",
        ),
        (
            "2023-05-20",
            "Guests\n\nVolodymyr Zelensky came to Japan. [The Ukrainian|volodymyr-zelensky] met Narendra Modi.",
        ),
        (
            "2017-10-28",
            "A rerun\n\nRaila Odinga boycotted the vote in Kenya. [The opposition leader|raila-odinga] called it a sham.",
        ),
        (
            "2017-06-02",
            "Pacts\n\n[The governor of Washington|jay-inslee] said his state would stay in.\n\nJay Inslee has joined "
            "Andrew Cuomo and Jerry Brown. [The governor|jay-inslee] spoke in Olympia.",
        ),
        (
            "2023-08-07",
            "Niger's neighbours weigh force\n\nSoldiers in Niger keep to their capital. Niger has shut its airspace. "
            "[The ousted president|mohamed-bazoum] is held in his residence.",
        ),
        (
            "2018-10-03",
            "A firm in trouble\n\nShares in the company fell in Spain. The president of the company said nothing, and "
            "a former prime minister left [the board|].",
        ),
    ],
)
def test_roles_without_a_name(day: str, marked: str) -> None:
    assert wrong(day, marked) == []


@pytest.mark.parametrize(
    ("day", "marked"),
    [
        (
            "2021-05-04",
            "Coup leaders defy call\n\nLeaders of Indonesia, Malaysia and Singapore met in Jakarta to discuss Myanmar. "
            "[The bloc|asean] has a rule against meddling.",
        ),
        ("2022-09-28", "Pipes leak\n\nDenmark and Norway spoke of sabotage. [The alliance|nato] promised a response."),
        (
            "2022-09-28",
            "A vote\n\nIn Italy an alliance of four parties leads. [The alliance|] wants lower taxes than France.",
        ),
        ("2016-11-25", "Talks frozen\n\nThe European Parliament voted. [The Commission|european-commission] was cool."),
        ("2015-07-06", "Greeks vote no\n\nIn Greece, Christine Lagarde told reporters, [the Fund|imf] stood ready."),
        ("2019-03-22", "Golan\n\nThe Arab League protested; [the league|arab-league] will meet in Tunis."),
        (
            "2022-06-03",
            "A new name\n\nThe United Nations agreed. [The world body|un] calls its members what they wish.",
        ),
        ("2018-12-04", "Oil\n\nQatar leaves OPEC. It had little say in [the organisation|opec]."),
        ("2021-10-12", "A march\n\nDonald Tusk marched in Poland. [The ruling party|pis], Law and Justice, shrugged."),
        (
            "2018-09-19",
            "A pact\n\nNorth Korea will close a test site. [The South|KOR] hopes for trains; [the North|PRK] too.",
        ),
        ("2023-09-16", "A canal\n\nLuis Abinader spoke. A statement from [the National Palace|DOM] on Haiti followed."),
    ],
)
def test_what_stands_for_an_organisation_or_state(day: str, marked: str) -> None:
    assert wrong(day, marked) == []


@pytest.mark.parametrize(
    ("day", "marked"),
    [
        (
            "2019-07-25",
            "A new cabinet\n\nIn Britain [Hunt|jeremy-hunt] is out. [May|theresa-may] watched the cricket. It may rain.",
        ),
        ("2018-05-27", "A truce\n\nNorth Korea invites guests. Donald Trump meets [Kim|kim-jong-un] in June."),
        ("2023-07-11", "Entry\n\nSweden joins. [Bildt|carl-bildt], a diplomat of old, praised it."),
        (
            "2024-11-29",
            "No more troops\n\nChad ends a pact. [The elder Deby|idriss-deby] had signed it; "
            "[the younger Deby|mahamat-idriss-deby] tore it up.",
        ),
        (
            "2026-01-15",
            "An island\n\nLars Lokke Rasmussen spoke in Denmark. The other [Rasmussen|anders-fogh-rasmussen], Anders Fogh, sat.",
        ),
        ("2023-10-05", "No speaker\n\nJim Jordan of Ohio tried. Allies said [Jordan|jim-jordan] would go on."),
        (
            "2023-10-05",
            "No summit\n\nJim Jordan tried in Ohio. King Abdullah in Amman waited as [Jordan|JOR] called off talks.",
        ),
        (
            "2023-10-05",
            "A vote\n\nEight [Republicans|republicans-usa] joined [Democrats|democrats-usa] against the White House.",
        ),
    ],
)
def test_surnames_and_namesakes(day: str, marked: str) -> None:
    assert wrong(day, marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "Trade\n\nProtests in [Peru|] spread while [Peru|PER] offered talks.",
        "Trade\n\nThe gas pipeline from [Russia|] is shut, and trucks cross from [Poland|] into Belarus.",
        "Trade\n\nIn [Germany|DEU]'s view the plan is weak, and confidence in [Italy|ITA] has gone.",
        "Cup\n\n[Spain|] lost 2-1 to [Japan|] on Thursday.",
        "Vote\n\nVoters in [Georgia|] and Alabama chose a senator for the Senate in Atlanta.",
    ],
)
def test_states_as_places_and_teams(marked: str) -> None:
    assert wrong("2022-12-02", marked) == []


def test_members_are_states_and_organisations_of_the_tables() -> None:
    tables = knowledge()
    assert members().keys() <= tables.organisations.keys()
    assert {state for states in members().values() for state in states} <= tables.states.keys()
