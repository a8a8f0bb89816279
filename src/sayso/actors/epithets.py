"""Nouns for persons, organisations and documents, and which of them may mean the same one (“senator”, “lawmaker”)."""

from functools import cache
from typing import Final, Literal

from sayso.actors.roles import GENDERED, INSTITUTIONS, OUTLET_NOUNS, PLURALS, ROLE_KINDS

NounKind = Literal["person", "organisation", "document", "outlet"]

DOCUMENT_NOUNS: Final = frozenset(
    "statement report letter communique document draft poll survey study memo memorandum release tweet post filing transcript "
    "testimony email e-mail mail cable dossier declaration resolution paper note record records documents reports statements "
    "polls emails e-mails data figures website page indictment complaint lawsuit editorial book article analysis interview "
    "remarks speech ruling verdict brief order minutes bulletin audit recording recordings copy summary column charter "
    "guidelines guidance rules rulebook agreement contract accord treaty deal judgment judgement decree affidavit petition "
    "manifesto notice notification circular log logs diary diaries memoir memoirs assessment inquiry review forecast budget "
    "leaflet pamphlet poster readout dispatch despatch telegram message messages text texts list letters notes "
    "proposal submission prospectus invoice receipt certificate manual white-paper questionnaire census footage video "
    "tape tapes audio slides presentation spreadsheet file files papers plan archive obituary script correspondence "
    "warrant autopsy subpoena injunction motion deposition confession appeal autobiography biography leaks leak".split()
)
_PERSONS: Final = (
    "man woman boy girl youth teenager pensioner grandmother grandfather mother father brother sister son daughter wife "
    "husband widow widower uncle aunt cousin nephew niece friend colleague neighbour neighbor rival adversary opponent host "
    "guest visitor partner client counterpart predecessor successor deputy boss assistant driver porter guard member employee "
    "inspector auditor engineer architect technician mechanic operator steward convenor convener organiser organizer "
    "caretaker conductor musician violinist pianist composer painter sculptor artist novelist poet playwright director "
    "producer filmmaker photographer dancer chef cook baker butcher brewer winemaker grower fisherman skipper sailor captain "
    "pilot docker miner seamstress tailor cleaner nurse midwife surgeon physician anaesthetist paediatrician psychiatrist "
    "psychologist pharmacist dentist vet veterinarian paramedic firefighter soldier veteran brigadier marshal policeman "
    "policewoman constable sheriff superintendent gendarme magistrate notary juror defendant plaintiff accused suspect "
    "prisoner inmate hostage survivor refugee migrant villager landowner farmer rancher fan supporter follower believer "
    "parishioner priest vicar monk nun preacher cleric mufti ayatollah patriarch laureate winner champion runner sprinter "
    "swimmer skier cyclist boxer wrestler rower jumper thrower athlete player footballer striker midfielder defender winger "
    "goalkeeper keeper forward batsman bowler pitcher quarterback coach trainer referee umpire linesman jockey golfer "
    "grandmaster racer rider owner landlord tenant shareholder investor financier billionaire tycoon magnate mogul lender "
    "trader broker dealer economist statistician accountant banker adviser lobbyist envoy mediator negotiator arbitrator "
    "ombudsman regulator registrar clerk secretary treasurer dean rector provost principal headmaster headteacher pupil "
    "student graduate apprentice intern trustee archivist librarian curator historian philosopher linguist theologian "
    "geologist biologist chemist physicist astronomer mathematician engineer developer programmer designer hacker "
    "volunteer worker organizer leader whistleblower insider mediator akim prefect bishop envoy chancellor premier taster "
    "specialist expert agent figure person politician statesman diplomat nationalist democrat socialist conservative liberal "
    "green communist centrist populist republican separatist unionist loyalist rebel militant fighter commander gunman "
    "customer buyer passenger patient parent user reader viewer listener commuter motorist tourist shopper exporter importer "
    "forwarder courier regular matron janitor gardener carpenter plumber electrician builder foreman beekeeper shepherd herder "
    "entrepreneur industrialist manufacturer retailer shopkeeper publisher presenter broadcaster actor actress singer "
    "rapper comedian model newcomer official lawmaker voter witness minister executive representative consul commissioner "
    "superior subordinate landlady stepfather stepmother orphan Briton dutchman frenchman englishman irishman welshman "
    "scotsman dutchwoman frenchwoman englishwoman irishwoman scot dane swede finn pole turk serb croat spaniard"
).split()
_PEOPLE: Final = {
    "conservatives": "conservative", "liberals": "liberal", "socialists": "socialist", "nationalists": "nationalist",
    "communists": "communist", "centrists": "centrist", "moderates": "moderate", "hardliners": "hardliner",
    "tories": "tory", "pilots": "pilot", "dockers": "docker", "traders": "trader",
    "men": "man", "women": "woman", "policemen": "policeman", "fishermen": "fisherman", "people": "person", "wives": "wife",
    "children": "child", "staff": "employee", "personnel": "employee", "clergy": "priest", "figures": "figure",
}  # fmt: skip
_NO_PERSONS: Final = frozenset(
    "source peer host figure figures chair model operator regulator broadcaster forward".split()
)
PERSON_NOUNS: Final = frozenset(ROLE_KINDS) | frozenset(n.lower() for n in _PERSONS)
PERSON_PLURALS: Final[dict[str, str]] = (
    {f"{noun}s": noun for noun in PERSON_NOUNS} | PLURALS | _PEOPLE
)  # fmt: skip
GENERIC_COMPANY: Final = frozenset(
    "company firm group business conglomerate manufacturer maker carmaker automaker airline retailer operator lender insurer "
    "utility brand publisher developer supplier contractor carrier start-up startup corporation giant brewer miner "
    "shipbuilder producer".split()
)
ORGANISATION_NOUNS: Final = GENERIC_COMPANY | frozenset(INSTITUTIONS) - {
    "matter", "talks", "negotiations", "discussions", "delegations", "forces",
} | frozenset(
    "organisation organization federation association league network charity ngo church hospital school college regulator "
    "watchdog body lab laboratory museum theatre festival town city council municipality county province state country "
    "alliance movement trust fund society guild chamber syndicate militia junta hall exchange brokerage clinic prison side "
    "camp fire-brigade brigade garrison guard station port airport ombudsman inspectorate academy society ward store depot "
    "prosecution defence committee team choir orchestra secretariat entourage family household bench jury inquest inquiry "
    "register registry headquarters branch outlet shop union works parish diocese synod crown front faction factory plant "
    "mine mill refinery shipyard yard brokerages".split()
)  # fmt: skip
OUTLETS: Final = OUTLET_NOUNS | frozenset("newsletter publication show programme program blog channel title".split())
_CIRCLES: Final = tuple(
    frozenset(words.split())
    for words in (
        "lawmaker senator legislator mp mep deputy congressman congresswoman parliamentarian representative councillor "
        "councilor backbencher politician assemblyman peer rep sen republican democrat",
        "premier chancellor leader minister politician taoiseach",
        "president leader chief head chairman chairwoman chairperson chair boss",
        "minister secretary politician official",
        "official adviser advisor aide diplomat envoy secretary minister commissioner bureaucrat negotiator staffer operative "
        "representative employee civil-servant attache",
        "diplomat ambassador envoy consul commissioner nuncio attache negotiator minister",
        "executive chief director manager president ceo chairman chairwoman founder boss head owner chair",
        "manager coach trainer boss director",
        "lawyer attorney counsel solicitor barrister advocate",
        "spokesman spokeswoman spokesperson official",
        "doctor physician surgeon specialist medic dr anaesthetist paediatrician psychiatrist gp consultant",
        "cleric priest pastor bishop rev reverend archbishop cardinal imam rabbi vicar preacher pope monk pontiff",
        "general officer soldier commander gen brigadier brig colonel col lieutenant lt major maj captain capt admiral adm "
        "marshal sgt sergeant",
        "admiral adm officer", "brigadier brig", "colonel col", "captain capt", "major maj",
        "policeman policewoman constable officer inspector sheriff superintendent detective",
        "academic professor lecturer scholar researcher scientist prof economist historian expert analyst fellow",
        "expert analyst strategist economist specialist consultant researcher commentator pundit academic professor",
        "reporter journalist correspondent editor columnist writer",
        "writer author novelist poet playwright",
        "player footballer striker midfielder defender winger goalkeeper captain forward batsman bowler champion athlete",
        "athlete runner sprinter swimmer skier cyclist champion winner medallist",
        "referee umpire official linesman",
        "businessman businesswoman entrepreneur tycoon magnate billionaire investor owner founder financier",
        "banker executive trader broker",
        "trader broker dealer investor",
        "activist campaigner organiser organizer protester dissident",
        "worker employee staffer member guard engineer technician operator",
        "source official person insider diplomat executive adviser aide",
        "judge justice magistrate jurist",
        "prosecutor lawyer",
        "king monarch emperor sultan emir queen",
        "farmer grower rancher landowner",
        "man husband father brother son", "woman wife mother sister daughter",
        "resident villager neighbour neighbor",
        "governor mayor prefect", "commissioner chief",
    )
)  # fmt: skip
_OF_CIRCLE: Final[dict[str, frozenset[int]]] = {
    noun: frozenset(n for n, circle in enumerate(_CIRCLES) if noun in circle)
    for noun in {noun for circle in _CIRCLES for noun in circle}
}
PEOPLES: Final[dict[str, str]] = {
    "briton": "GBR", "scot": "GBR", "scotsman": "GBR", "welshman": "GBR", "englishman": "GBR", "englishwoman": "GBR",
    "irishman": "IRL", "irishwoman": "IRL", "frenchman": "FRA", "frenchwoman": "FRA", "dutchman": "NLD", "dutchwoman": "NLD",
    "dane": "DNK", "swede": "SWE", "finn": "FIN", "pole": "POL", "turk": "TUR", "serb": "SRB", "croat": "HRV", "spaniard": "ESP",
}  # fmt: skip
_WOMEN: Final = frozenset(
    "woman girl mother sister daughter wife widow aunt niece grandmother actress seamstress nun policewoman dutchwoman "
    "frenchwoman englishwoman irishwoman landlady".split()
)
_MEN: Final = frozenset(
    "man boy father brother son husband widower uncle nephew grandfather monk policeman dutchman frenchman englishman irishman "
    "fisherman statesman linesman batsman priest welshman scotsman".split()
)


@cache
def kind_of_noun(fold: str) -> tuple[NounKind, str, bool] | None:
    """What a noun names: its kind, its singular, and whether it is a plural."""
    if fold in PERSON_NOUNS and fold not in _NO_PERSONS - {"source", "chair"}:
        return "person", fold, fold == "people"
    if fold in PERSON_PLURALS and fold != "hosts":
        return "person", PERSON_PLURALS[fold], True
    if fold in DOCUMENT_NOUNS:
        return "document", fold, fold.endswith("s")
    if fold in OUTLETS:
        return "outlet", fold, False
    if fold in ORGANISATION_NOUNS:
        return "organisation", fold, False
    if fold.endswith("ies") and f"{fold[:-3]}y" in ORGANISATION_NOUNS:
        return "organisation", f"{fold[:-3]}y", True
    if fold.endswith("s") and fold[:-1] in ORGANISATION_NOUNS:
        return "organisation", fold[:-1], True
    return None


def may_be_same(noun: str, other: str) -> bool:
    """Whether two nouns may be said of one person."""
    if noun == other:
        return True
    return bool(_OF_CIRCLE.get(noun, frozenset()) & _OF_CIRCLE.get(other, frozenset()))


def has_stem_of(noun: str, word: str) -> bool:
    """Whether a noun is made from a word (“conductor”, “conducts”)."""
    size = min(len(noun), len(word), 6)
    return size >= 5 and noun[: size - 1] == word[: size - 1]


def gender_of_noun(noun: str) -> str | None:
    """The gender that a noun tells, m or f."""
    return "f" if noun in _WOMEN else "m" if noun in _MEN else GENDERED.get(noun)
