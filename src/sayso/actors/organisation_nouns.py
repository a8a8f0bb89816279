"""The words that tell an organisation's name: what it is called, what it is never, and who speaks for it."""

from typing import Final

HEADS: Final = frozenset(
    "association society federation confederation union unions league alliance coalition council committee commission "
    "authority agency institute institution foundation trust fund college university academy church court tribunal board "
    "bureau office service department ministry chamber organisation organization company corporation group network forum "
    "front movement club guild bank exchange airlines airways airline motors industries holdings partners pharmaceuticals "
    "laboratories assembly congress senate parliament directorate directorate-general secretariat centre center observatory "
    "syndicate consortium cooperative caucus panel inspectorate diocese archdiocese patriarchate prefecture municipality "
    "executive administration conference museum hospital school theatre orchestra corps brigade region laboratory "
    "synod mission delegation embassy registry exchange party collective campaign fellowship brotherhood friends "
    "nations-secretariat charity commission taskforce clinic cathedral constabulary parliamentarians legion regiment".split()
)  # fmt: skip
LEADING: Final = HEADS - frozenset(
    "airlines airways airline motors industries holdings partners pharmaceuticals laboratories conference museum party region "
    "executive administration theatre orchestra".split()
) | frozenset("doctors conference".split())  # fmt: skip
FOREIGN: Final = frozenset(
    "associazione confederazione federazione sindacato gruppo comitato unione camera consiglio coordinamento collettivo "
    "piattaforma fondazione asociacion confederacion federacion sindicato grupo comite union camara consejo coordinadora "
    "colectivo plataforma fundacion associacao confederacao federacao conselho instituto istituto institut federation "
    "confederation syndicat groupe chambre conseil ligue plateforme collectif mouvement movimento movimiento fondation "
    "fundacao banco banca banque universita universidad universite universitat verband bundesverband bund gewerkschaft verein "
    "gesellschaft kammer stiftung vereinigung association forbundet radet stowarzyszenie fundacja zwiazek".split()
)
COMPANY_MARKS: Final = frozenset(
    "Inc Ltd PLC plc AG SE SA GmbH Corp NV BV LLC LLP SpA ASA Oyj Bhd Holdings Limited Incorporated Co".split()
)
SITES: Final = frozenset(
    "museum hospital school theatre centre center church club office clinic cathedral region front conference party campaign "
    "executive administration panel partners".split()
)  # heads that name a place or an occasion as often: they need a verb or a role beside them
NO_HEAD_AFTER: Final = frozenset(
    "trade convention shopping exhibition congress visitor town city leisure oval soviet champions europa nations western "
    "eastern southern northern electoral ivy premier home box civil open civic press news peace climate world head "
    "front back branch main".split()
)  # fmt: skip
NOT_ORGANISATIONS: Final = frozenset(
    "act bill law treaty convention agreement protocol accord accords pact summit war wars day week month year cup games "
    "championship championships prize award awards street road avenue lane square hall house palace tower building bridge "
    "park river sea ocean island islands isles mountain mountains valley county province state states city airport station "
    "stadium article section chapter part annex title report review plan deal project programme program initiative crisis "
    "era age century god bible quran charter declaration resolution amendment regulation directive code rule rules order "
    "strategy framework fair festival festivities show series season stage zone area district quarter coast bay gulf strait "
    "peninsula desert lake canal port harbour beach hill hills lagoon basin plateau forest highway motorway line route rail "
    "railway age constitution budget manifesto poll survey index scheme doctrine theory effect test movement revolution "
    "reformation renaissance holocaust genocide uprising spring winter summer autumn night eve mass mission language "
    "english french german spanish chinese arabic hindi swahili portuguese dutch latin greek internet web brexit covid "
    "mark model phase level type class grade version edition volume table figure box page appendix schedule clause question "
    "statement letter speech address statute decree memorandum update briefing debate hearing session conference".split()
)
COMMON_ACRONYMS: Final = frozenset(
    "GDP CEO CFO CTO COO TV AI DNA RNA MP MPs MEP MEPs PM VAT CO2 HIV AIDS UTC GMT CET CEST EST EDT BST PDT PST LGBT LGBTQ ID "
    "IDs PhD MBA BA MSc QC KC SC GP GPs PR HR IT US UK UAE USA EU UN OK AM PM AD BC BCE CE FAQ PDF RSS URL HTML SMS GPS "
    "SUV SUVs EV EVs LNG LPG IPO ETF CV UFO PC PCs CD DVD SIM ATM PIN RIP VIP DIY NGO NGOs SME SMEs BMI ICU PPE COVID PTSD "
    "ADHD IVF TB STEM GCSE GCSEs SAT GPA PIN WC TNT WMD IED ICBM NFT USB HD UHD OR AND NOT NO YES ALL NEW THE A I II III IV "
    "VI VII VIII IX XI XII XIV XV PHOTO IMAGE VIDEO LIVE BREAKING READ MORE NEWS UPDATE WATCH AFP AP DC NY LA CA TX FL COP "
    "CET PABS LLM LLMS FYI TBC TBD BCC ASAP DUI DWI SWAT POW POWS ACT BILL".split()
)  # fmt: skip
MASSES: Final = frozenset(
    "industry business government parliament opposition management science europe asia africa america nobody everybody "
    "everyone somebody someone anyone anybody nothing everything something none neither either silence police labour staff "
    "public press mankind humanity religion history nature congress cabinet society tradition experience rumour word news "
    "time fate life death love hope fear anger data evidence research traffic weather rain snow wind fire water land wine "
    "most much more many half another one two three four five six seven eight nine ten few others people men women children "
    "brussels antarctica scandinavia oceania eurasia latin christendom islam christianity judaism earth heaven hell nato "
    "money capital trade growth inflation unemployment crime today tomorrow yesterday tonight thirdly finally instead "
    "perhaps maybe indeed thus hence whoever whatever wherever never once twice again certainly behind beyond outside inside "
    "part whether despite including given contrary rather quite next last later meanwhile besides elsewhere abroad upstairs "
    "nowhere somewhere anyway besides alas ok okay well yes no please thanks thank sorry dear good bad great sure right left "
    "capitol obamacare apparently having say let anyone turnout voting attendance membership leadership diplomacy "
    "protocol custom legend gossip backing support".split()
)
BESIDE: Final = frozenset(
    "company firm group association federation union confederation organisation organization charity ngo body lobby movement "
    "network carmaker automaker airline retailer operator lender insurer utility brand publisher developer supplier "
    "contractor carrier startup corporation conglomerate manufacturer maker giant brewer miner shipbuilder producer "
    "league alliance coalition agency institute foundation committee collective cooperative watchdog regulator thinktank "
    "tank consultancy brokerage consortium club society trust fund bank initiative campaign centre center platform council "
    "syndicate guild chamber militia subsidiary unit arm".split()
)
VOICES: Final = frozenset(
    "spokesman spokeswoman spokesperson spokespeople president chairman chairwoman chairperson chair director ceo founder "
    "secretary-general head chief leader boss manager analyst economist strategist lawyer lawyers members member supporters "
    "campaigners activists shareholders executives researchers officials representative representatives treasurer officer "
    "negotiator delegates delegate scientist scientists engineer employees staff fellow researcher".split()
)
OWNED: Final = frozenset(
    "shareholders supporters members spokesman spokeswoman spokesperson chairman chairwoman chair board managers lawyers boss "
    "leader leaders customers president director ceo campaigners activists executives founder employees staff lobbyists chief "
    "delegates secretary-general owners investors headquarters subsidiary analysts representatives".split()
)
PORTFOLIOS: Final = frozenset(
    "health justice education defence defense labour labor commerce energy transport transportation agriculture trade "
    "environment business culture housing homeland finance state treasury interior work veterans foreign social welfare "
    "tourism mines economy science technology".split()
)  # of which a “Department of …” is a state's
REGIONS: Final = frozenset(
    "england|scotland|wales|northern ireland|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|"
    "georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|"
    "mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north "
    "dakota|ohio| "
    "oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|"
    "west virginia|wisconsin|wyoming|ontario|quebec|alberta|manitoba|saskatchewan|nova scotia|british columbia|victoria|"
    "queensland|tasmania|new south wales|bavaria|saxony|hesse|brandenburg|thuringia|lower saxony|catalonia|andalusia|galicia|"
    "lombardy|veneto|tuscany|sicily|sardinia|brittany|normandy|corsica|flanders|wallonia|crimea|donbas|donetsk|luhansk|"
    "chechnya|dagestan|tatarstan|siberia|xinjiang|tibet|guangdong|sichuan|kashmir|punjab|kerala|gujarat|tamil nadu|bengal|"
    "kurdistan|gaza|the west bank|west bank|darfur|tigray|biafra|transnistria|abkhazia|south ossetia|anatolia|the balkans|"
    "balkans|the caucasus|caucasus|the sahel|sahel|the arctic|arctic|the gulf|long island|manhattan|brooklyn|silicon valley|"
    "westminster|holyrood|capitol hill|wall street|main street|the middle east|middle east|latin america|north america|"
    "south america|central america|southeast asia|central asia|eastern europe|western europe|sub-saharan africa".split(
        "|"
    )
)
INDUSTRIES: Final = frozenset(
    "coal oil gas mining steel energy motors electric systems resources pharma capital foods media power petroleum metals "
    "telecom telecoms technologies technology software semiconductors shipping logistics chemicals cement solar air bank "
    "international global worldwide action watch".split()
)  # how companies and campaigns end their names
