"""The English of roles: which nouns name an office, whose words its holder speaks, and which words go before them."""

from typing import Final, Literal

RoleKind = Literal[
    "chief", "minister", "envoy", "spokes", "official", "leader", "lawmaker", "soldier", "expert", "people"
]

_NOUNS: Final[dict[RoleKind, str]] = {
    "chief": "pm president premier chancellor king queen emperor empress monarch sultan emir taoiseach pope",
    "minister": "minister counterpart secretary undersecretary under-secretary treasurer",
    "envoy": "ambassador envoy consul representative ambassadress nuncio delegate",
    "spokes": "spokesman spokeswoman spokesperson",
    "official": "official adviser advisor aide diplomat attache operative surrogate negotiator staffer bureaucrat insider",
    "leader": "leader chief head chairman chairwoman chairperson chair director boss commissioner administrator prosecutor "
    "secretary-general director-general chieftain cofounder founder ceo executive manager presidency rapporteur",
    "lawmaker": "lawmaker deputy mp mep senator legislator congressman congresswoman parliamentarian councillor councilor "
    "speaker whip governor mayor backbencher peer politician assemblyman candidate nominee republican democrat",
    "soldier": "general colonel commander admiral lieutenant captain major sergeant officer",
    "expert": "expert analyst professor economist researcher scientist fellow lawyer attorney activist campaigner author "
    "editor reporter correspondent journalist columnist historian strategist pollster judge justice lecturer scholar "
    "academic observer critic biologist climatologist barrister solicitor counsel consultant pundit commentator blogger "
    "bishop archbishop cardinal rabbi imam pastor farmer student teacher doctor nurse worker resident voter "
    "businessman businesswoman entrepreneur banker investor trader broker investigator detective ranger oceanographer "
    "philosopher writer actor actress singer host anchor moderator witness victim neighbor neighbour",
    "people": "source person people individual",
}
_IRREGULAR: Final = {
    "spokesmen": "spokesman", "spokeswomen": "spokeswoman", "spokespeople": "spokesperson", "people": "person",
    "congressmen": "congressman", "congresswomen": "congresswoman", "deputies": "deputy", "attorneys": "attorney",
    "secretaries": "secretary", "mps": "mp", "meps": "mep", "businessmen": "businessman", "chairmen": "chairman",
    "witnesses": "witness", "bosses": "boss", "actresses": "actress", "presidencies": "presidency",
}  # fmt: skip

ROLE_KINDS: Final[dict[str, RoleKind]] = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
PLURALS: Final[dict[str, str]] = _IRREGULAR | {f"{noun}s": noun for noun in ROLE_KINDS if f"{noun}s" not in _IRREGULAR}
MODIFIERS: Final = frozenset(
    "foreign prime defence defense finance interior justice economy economic energy trade health culture education "
    "agriculture farm environment climate transport home labour labor treasury deputy vice senior top former ex then "
    "acting interim "
    "caretaker outgoing incoming new current chief first second third permanent special presidential government "
    "governmental ministry ministerial parliamentary congressional opposition party ruling centre center far right left "
    "wing political policy security national military unnamed anonymous unidentified high highest ranking level own press state "
    "regional local federal veteran longtime long time fellow executive managing general junior minority majority "
    "house senate cabinet intelligence police army naval navy embassy consular campaign white external internal public "
    "affairs relations communications media embattled late two three four five six seven eight nine ten several some "
    "many other another independent conservative liberal socialist communist nationalist populist pro anti democratic "
    "republican social christian green labour ranking outspoken influential powerful leading prominent unofficial "
    "legal environmental scientific academic financial budget fisheries immigration industry infrastructure planning "
    "sports tourism water development cooperation european western nato-aligned eu foreign-policy well placed informed "
    "familiar central bank human rights armed forces royal papal crown designate elect re elected newly appointed "
    "transition administration council committee commission department office group lead permanent commerce housing "
    "homeland veterans science technology digital information indigenous women family business british-born "
    "department law enforcement counterterrorism nuclear peace chief hard line hardline moderate reformist".split()
)
DETERMINERS: Final = frozenset(
    "the a an his her its their our my this that these those one any every no each both".split()
)
INSTITUTIONS: Final[dict[str, str | None]] = {
    "ministry": "ministry", "department": "department", "government": "government", "parliament": "parliament",
    "embassy": "embassy", "mission": "mission", "delegation": "delegation", "office": "office", "presidency": "presidency",
    "cabinet": "cabinet", "army": "military", "military": "military", "navy": "military", "police": "police",
    "court": "court", "party": None, "group": None, "club": None, "faction": None, "caucus": None, "bloc": None,
    "commission": None, "council": None, "committee": None, "agency": "agency", "bank": "central-bank",
    "administration": "government", "authorities": "government", "authority": "government", "legislature": "parliament",
    "assembly": "parliament", "house": None, "senate": "senate", "palace": "presidency", "leadership": "government",
    "chancellery": "chancellery", "treasury": "finance-ministry", "consulate": "embassy", "opposition": "opposition",
    "service": "agency", "bureau": "agency", "coalition": "government", "regime": "government", "monarchy": "crown",
    "forces": "military", "institute": None, "university": None, "union": None, "foundation": None, "team": None,
    "campaign": None, "panel": None, "tribunal": None, "board": None,
    "matter": None, "talks": None, "negotiations": None, "discussions": None, "delegations": None,
}  # fmt: skip
# Nouns that, after a people's adjective or a state's possessive, stand for the state itself.
STATE_NOUNS: Final = frozenset(
    "government governments parliament parliaments authorities leadership leaders cabinet presidency administration regime "
    "ministry legislature lawmakers officials diplomats side delegation negotiators deputies legislators mps embassy mission "
    "monarchy assembly coalition chancellery military army senate establishment capital diplomacy envoys representatives "
    "government's policymakers officialdom".split()
)
OUTLET_NOUNS: Final = frozenset(
    "newspaper paper daily weekly magazine broadcaster agency tabloid channel station website site portal network periodical "
    "outlet broadsheet newswire wire monthly podcast newsletter radio".split()
)
FORMER: Final = frozenset("former ex then late".split())
OUSTED: Final = frozenset("ousted deposed toppled overthrown detained".split())
UNNAMED: Final = frozenset("unnamed anonymous unidentified".split())
NUMBERS: Final = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve dozen".split(), (*range(1, 13), 12), strict=True
    )
)
DEPARTMENTS: Final = frozenset(
    "foreign home defence defense treasury state interior justice education health labor labour commerce energy transport "
    "transportation agriculture trade environment business culture housing homeland finance security work chief cabinet "
    "northern colonial war veterans".split()
)
TITLES: Final[dict[str, str]] = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "dame": "f", "lord": "m", "lady": "f", "dr": "u",
    "mister": "m", "king": "m", "queen": "f", "prince": "m", "princess": "f", "sheikh": "m", "emir": "m", "pope": "m",
    "rep": "u", "rev": "u", "hon": "u", "sen": "u", "gov": "u", "gen": "u", "col": "u",
    "baroness": "f", "baron": "m", "viscount": "m", "countess": "f", "earl": "m", "duke": "m", "duchess": "f",
    "prof": "u", "maj": "u", "lt": "u", "adm": "u", "sgt": "u",
}  # fmt: skip
GENDERED: Final[dict[str, str]] = {
    "spokesman": "m", "chairman": "m", "congressman": "m", "king": "m", "emperor": "m", "businessman": "m", "actor": "m",
    "spokeswoman": "f", "chairwoman": "f", "congresswoman": "f", "queen": "f", "empress": "f", "businesswoman": "f",
    "actress": "f", "pope": "m", "sultan": "m", "emir": "m", "assemblyman": "m",
}  # fmt: skip


def role_of(fold: str) -> tuple[RoleKind, str, bool] | None:
    """A role noun's kind, its singular, and whether it is a plural."""
    if fold in ROLE_KINDS:
        return ROLE_KINDS[fold], fold, fold == "people"
    noun = PLURALS.get(fold)
    return (ROLE_KINDS[noun], noun, True) if noun else None


_LEADS: Final = frozenset(
    "leader chief head boss chairman chairwoman chairperson chair secretary director secretary-general".split()
)


def office_of(role: str, noun: str) -> str:
    """The office that a role names, however it is worded: “premier” and “prime minister” are both `prime`."""
    words = role.casefold().replace("-", " ").split()
    if noun in ("premier", "chancellor", "taoiseach", "pm") or (noun == "minister" and "prime" in words):
        return "deputy" if {"deputy", "vice"} & set(words) else "prime"
    if noun == "president":
        return "deputy" if "vice" in words else "president"
    if noun in ("king", "queen", "emperor", "monarch", "emir", "sultan", "pope"):
        return "monarch"
    if noun in ("head", "chief") and words[-2:] in (["of", "state"], ["of", "government"]):
        return "president" if words[-1] == "state" else "prime"
    if noun == "secretary" and words[-1:] == ["state"]:
        return "foreign"
    if noun in ("minister", "secretary") and "general" not in words:
        subject = next((w for w in words if w not in ("minister", "secretary", "the", "of", "for")), "minister")
        return {"defense": "defence", "treasury": "finance", "external": "foreign"}.get(subject, subject)
    return "leader" if noun in _LEADS else noun
