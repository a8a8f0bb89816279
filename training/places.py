"""Makes `places.tsv`: names of states, peoples, capitals and well-known cities, with the state they belong to.

    python training/places.py KNOWLEDGE_FOLDER > src/sayso/resources/knowledge/places.tsv

KNOWLEDGE_FOLDER holds `mledoze_countries.json` (ODbL 1.0), which gives states, capitals and demonyms; what it lacks or
names unlike the English-language press (plurals of peoples, short names, cities that are no capital) is listed here.
"""

import json
import re
import sys
from pathlib import Path

HEADER = """# Names of states, peoples, capitals and well-known cities, with the state (ISO 3166-1) they belong to.
# source: mledoze/countries (github.com/mledoze/countries), ODbL 1.0, see places.LICENSE; cities, short names by hand
# as_of: 2025-01-01
name\tkind\tstate\tstate_name
"""


def listed(text: str) -> dict[str, list[str]]:
    """Lines "LTU: Kaunas | Klaipeda", continued by indented ones, as lists by code."""
    joined = re.sub(r"\n\s+", " ", text.strip())
    pairs = (line.split(": ", 1) for line in joined.split("\n"))
    return {code: names.split(" | ") for code, names in pairs}


# The press's names where they differ from the table's.
STATE_NAMES = {"TUR": "Turkey", "CZE": "Czech Republic", "COD": "Congo", "COG": "Congo Republic", "CPV": "Cape Verde"}
STATE_ALSO = listed("""
USA: United States of America | US | U.S. | USA | America
GBR: UK | U.K. | Britain | Great Britain | England | Scotland | Wales | Northern Ireland
TUR: Türkiye | Turkiye
CZE: Czechia
COD: DRC | DR Congo | Democratic Republic of Congo | Democratic Republic of the Congo
NLD: Holland
ARE: UAE | Emirates
MMR: Burma
SWZ: Swaziland
CIV: Cote d'Ivoire | Côte d’Ivoire | Côte d'Ivoire
BIH: Bosnia | Bosnia-Herzegovina
MKD: North Macedonia | Macedonia
VAT: Vatican | Holy See
PSE: Palestinian territories | West Bank | Gaza
TLS: East Timor
KOR: Republic of Korea
PRK: DPRK
""")
SKIPPED_NAMES = {"Jersey", "Guernsey", "Reunion", "Mayotte", "Niue"}
# Georgia, Jordan, Chad stay: a table cannot tell them from a federal state or a first name; its users must.
PEOPLES = listed("""
USA: American | Americans
GBR: British | Britons | English | Scottish | Welsh
TUR: Turkish | Turk | Turks
FIN: Finnish | Finn | Finns
SWE: Swedish | Swede | Swedes
DNK: Danish | Dane | Danes
NOR: Norwegian | Norwegians
ISL: Icelandic | Icelander | Icelanders
POL: Polish | Pole | Poles
ESP: Spanish | Spaniard | Spaniards
FRA: French | Frenchman | Frenchmen
NLD: Dutch
IRL: Irish
CZE: Czech | Czechs
SVK: Slovak | Slovaks
SVN: Slovenian | Slovene | Slovenes
HRV: Croatian | Croat | Croats
SRB: Serbian | Serb | Serbs
BIH: Bosnian | Bosnians
ROU: Romanian | Romanians
BGR: Bulgarian | Bulgarians
GRC: Greek | Greeks
ARM: Armenian | Armenians
AZE: Azerbaijani | Azerbaijanis
KAZ: Kazakh | Kazakhs
UZB: Uzbek | Uzbeks
KGZ: Kyrgyz
TJK: Tajik | Tajiks
TKM: Turkmen
AFG: Afghan | Afghans
PAK: Pakistani | Pakistanis
IRQ: Iraqi | Iraqis
ISR: Israeli | Israelis
PSE: Palestinian | Palestinians
SAU: Saudi | Saudis
ARE: Emirati | Emiratis
QAT: Qatari | Qataris
KWT: Kuwaiti | Kuwaitis
BHR: Bahraini | Bahrainis
OMN: Omani | Omanis
YEM: Yemeni | Yemenis
LBN: Lebanese
ARG: Argentine | Argentinian | Argentines
PHL: Philippine | Filipino | Filipinos
THA: Thai | Thais
CHE: Swiss
LUX: Luxembourgish
MNE: Montenegrin | Montenegrins
MKD: Macedonian | Macedonians
KOR: South Korean | South Koreans
NZL: New Zealander | New Zealanders
BGD: Bangladeshi | Bangladeshis
CYP: Cypriot | Cypriots
VAT: Vatican
MMR: Burmese
BWA: Botswanan
LSO: Basotho
XKX: Kosovar | Kosovars
""")
CAPITALS_ALSO = listed("""
USA: Washington | Washington D.C. | Washington, D.C. | Washington DC | D.C.
UKR: Kyiv | Kiev
KAZ: Astana | Nur-Sultan
BEL: Brussels
CHE: Bern | Berne
LKA: Colombo
ISR: Jerusalem
BOL: La Paz | Sucre
NLD: The Hague
TZA: Dodoma
CIV: Yamoussoukro
MMR: Naypyidaw
XKX: Pristina
MDA: Chisinau | Chișinău
MDV: Male
TON: Nuku'alofa
BRA: Brasilia | Brasília
COL: Bogota | Bogotá
PRY: Asuncion | Asunción
CRI: San Jose
ISL: Reykjavik | Reykjavík
ROU: Bucharest
MNG: Ulaanbaatar | Ulan Bator
CMR: Yaounde | Yaoundé
TGO: Lome | Lomé
PSE: Ramallah | Gaza City
""")
# Words that are more often something else than the capital.
SKIPPED_CAPITALS = {
    "Male",
    "Victoria",
    "Kingston",
    "Stanley",
    "Hamilton",
    "Georgetown",
    "Kingstown",
    "San Marino",
    "Luxembourg",
    "Singapore",
    "Monaco",
}
CITIES = listed("""
USA: New York | New York City | Los Angeles | Chicago | Houston | Philadelphia | Phoenix | San Antonio |
  San Diego | Dallas | Boston | Seattle | San Francisco | Denver | Detroit | Miami | Atlanta | Minneapolis |
  New Orleans | Las Vegas | Cleveland | Baltimore | Pittsburgh | Cincinnati | Milwaukee | Honolulu | Anchorage |
  Camp David | Mar-a-Lago | Orlando | Tampa | St. Louis | Kansas City | Salt Lake City | Sacramento | Nashville
  | Memphis | Bretton Woods | Dayton
CAN: Toronto | Montreal | Vancouver | Calgary | Edmonton | Quebec City | Winnipeg | Halifax | Kananaskis |
  Charlevoix
MEX: Guadalajara | Monterrey | Tijuana | Cancun | Cancún | Los Cabos
BRA: Rio de Janeiro | São Paulo | Sao Paulo | Belem | Belém | Salvador da Bahia | Fortaleza | Foz do Iguacu
ARG: Rosario | Mar del Plata | Bariloche
CHL: Valparaiso | Valparaíso
COL: Medellin | Medellín | Cartagena | Cali
ECU: Guayaquil
VEN: Maracaibo
PER: Cusco | Arequipa
URY: Punta del Este
BOL: Cochabamba | Santa Cruz de la Sierra
GBR: Edinburgh | Glasgow | Cardiff | Belfast | Manchester | Liverpool | Birmingham | Leeds | Bristol | Oxford |
  Cambridge | Carbis Bay | Gleneagles | Lough Erne | Bletchley Park | Chequers | Sheffield | Newcastle
IRL: Cork | Galway | Limerick
FRA: Strasbourg | Marseille | Marseilles | Lyon | Toulouse | Nice | Nantes | Bordeaux | Lille | Biarritz |
  Versailles | Deauville | Cannes | Evian | Évian | Rennes | Calais
DEU: Munich | Hamburg | Frankfurt | Cologne | Bonn | Stuttgart | Düsseldorf | Dusseldorf | Leipzig | Dresden |
  Hanover | Nuremberg | Karlsruhe | Bremen | Potsdam | Ramstein | Elmau | Aachen | Mainz | Kiel | Rostock |
  Heiligendamm | Meseberg | Petersberg
AUT: Salzburg | Graz | Innsbruck | Linz | Alpbach
CHE: Geneva | Zurich | Zürich | Basel | Davos | Lausanne | Lugano | Buergenstock | Bürgenstock | Montreux
ITA: Milan | Naples | Turin | Florence | Venice | Bologna | Genoa | Palermo | Taormina | Trieste | Verona | Bari
  | L'Aquila | L’Aquila | Borgo Egnazia | Stresa | Lampedusa
ESP: Barcelona | Valencia | Seville | Bilbao | Málaga | Malaga | Granada | Zaragoza | Palma | San Sebastian |
  Marbella
PRT: Porto | Faro | Coimbra | Sintra
NLD: Rotterdam | Maastricht | Utrecht | Eindhoven | Noordwijk
BEL: Antwerp | Ghent | Bruges | Liège | Liege | Mons | Leuven | Laeken | Ostend
DNK: Aarhus | Odense | Aalborg
SWE: Gothenburg | Malmö | Malmo | Uppsala | Harpsund | Visby | Linköping | Kiruna
NOR: Bergen | Trondheim | Stavanger | Tromsø | Tromso | Bodø | Kirkenes
FIN: Tampere | Turku | Rovaniemi | Oulu | Kultaranta
ISL: Akureyri
EST: Tartu | Narva
LVA: Daugavpils | Liepaja
LTU: Kaunas | Klaipeda | Klaipėda
POL: Kraków | Krakow | Cracow | Gdansk | Gdańsk | Wroclaw | Wrocław | Poznan | Poznań | Lodz | Łódź | Lublin |
  Rzeszow | Rzeszów | Katowice | Przemysl | Sopot
CZE: Brno | Ostrava
SVK: Kosice | Košice | Štrbské Pleso
HUN: Debrecen | Szeged | Visegrad | Visegrád | Győr | Pécs
SVN: Maribor | Brdo | Bled
HRV: Split | Dubrovnik | Rijeka | Vukovar
BIH: Banja Luka | Mostar | Srebrenica | Tuzla
SRB: Novi Sad | Niš
XKX: Mitrovica
MKD: Ohrid | Prespa
GRC: Thessaloniki | Piraeus | Salonica
BGR: Varna | Plovdiv | Burgas
ROU: Cluj | Cluj-Napoca | Timisoara | Timișoara | Constanta | Constanța | Iasi | Sibiu
MDA: Tiraspol | Bulboaca
UKR: Kharkiv | Kharkov | Odesa | Odessa | Lviv | Dnipro | Donetsk | Luhansk | Mariupol | Kherson | Zaporizhzhia
  | Sevastopol | Simferopol | Yalta | Bakhmut | Chernobyl | Chornobyl
BLR: Brest-Litovsk | Gomel | Grodno
RUS: St. Petersburg | St Petersburg | Saint Petersburg | Sochi | Vladivostok | Kazan | Yekaterinburg |
  Kaliningrad | Murmansk | Novosibirsk | Rostov-on-Don | Grozny | Volgograd | Leningrad
GEO: Batumi | Sukhumi | Tskhinvali
ARM: Gyumri
AZE: Nagorno-Karabakh | Stepanakert | Ganja
KAZ: Almaty | Aktau
UZB: Samarkand | Bukhara
KGZ: Osh
TUR: Istanbul | Izmir | Antalya | Adana | Bursa | Gaziantep | Diyarbakir | Diyarbakır | Trabzon | Incirlik |
  Konya | Bodrum
CYP: Limassol | Larnaca | Famagusta | Paphos
ISR: Tel Aviv | Haifa | Eilat | Beersheba
PSE: Rafah | Khan Younis | Hebron | Nablus | Jenin | Bethlehem | Jericho
SYR: Aleppo | Homs | Idlib | Raqqa | Latakia | Palmyra
IRQ: Basra | Mosul | Erbil | Kirkuk | Fallujah | Najaf | Karbala
IRN: Isfahan | Mashhad | Shiraz | Tabriz | Qom | Natanz | Fordow | Bushehr
SAU: Jeddah | Mecca | Medina | Dhahran | Neom | AlUla
ARE: Dubai | Sharjah
YEM: Aden | Hodeidah | Taiz | Marib
EGY: Alexandria | Sharm el-Sheikh | Sharm El Sheikh | Luxor | Suez | Port Said | El Alamein | Ismailia
LBY: Benghazi | Sirte | Misrata | Tobruk
TUN: Sfax | Djerba | Sousse
MAR: Casablanca | Marrakesh | Marrakech | Tangier | Fez
DZA: Oran
SDN: Port Sudan | El Fasher | Darfur
ETH: Mekelle
KEN: Mombasa | Nakuru
TZA: Dar es Salaam | Arusha | Zanzibar
UGA: Entebbe
COD: Goma | Lubumbashi | Bukavu | Kisangani
NGA: Lagos | Kano | Port Harcourt | Kaduna | Ibadan | Maiduguri
GHA: Kumasi
CIV: Abidjan | Bouaké
CMR: Douala
MLI: Timbuktu | Gao | Kidal
NER: Agadez
AGO: Benguela
MOZ: Beira | Nampula
ZWE: Bulawayo
ZMB: Livingstone
ZAF: Johannesburg | Durban | Sandton | Sun City | Soweto | Gqeberha
SOM: Kismayo | Hargeisa
RWA: Kibeho
IND: Mumbai | Kolkata | Chennai | Bangalore | Bengaluru | Hyderabad | Ahmedabad | Pune | Goa | Jaipur | Lucknow
  | Srinagar | Amritsar | Varanasi | Bhopal | Delhi | Bombay | Calcutta
PAK: Karachi | Lahore | Peshawar | Rawalpindi | Quetta | Abbottabad
BGD: Chittagong | Cox's Bazar | Cox’s Bazar
LKA: Kandy | Jaffna
NPL: Pokhara
AFG: Kandahar | Herat | Jalalabad | Mazar-i-Sharif | Kunduz
CHN: Shanghai | Hong Kong | Guangzhou | Shenzhen | Tianjin | Wuhan | Chengdu | Chongqing | Nanjing | Xi'an |
  Xi’an | Hangzhou | Qingdao | Xiamen | Boao | Dalian | Harbin | Kunming | Lhasa | Urumqi | Macau | Macao |
  Sanya
JPN: Osaka | Kyoto | Hiroshima | Nagasaki | Sapporo | Nagoya | Kobe | Fukuoka | Yokohama | Fukushima | Karuizawa
  | Okinawa | Ise-Shima | Sendai | Niigata | Hakone | Toyako
KOR: Busan | Incheon | Gyeongju | Daegu | Pyeongchang | Jeju | Panmunjom | Ulsan | Sejong
PRK: Yongbyon | Kaesong | Wonsan
TWN: Kaohsiung | Taichung | Tainan
VNM: Ho Chi Minh City | Da Nang | Haiphong | Saigon
KHM: Siem Reap
THA: Chiang Mai | Phuket | Pattaya | Hua Hin
MYS: Penang | Putrajaya | Johor Bahru | Langkawi | Kota Kinabalu
IDN: Bali | Nusa Dua | Surabaya | Bandung | Labuan Bajo | Yogyakarta | Nusantara | Medan
PHL: Davao | Cebu | Quezon City | Subic Bay
MMR: Yangon | Mandalay | Rangoon
AUS: Sydney | Melbourne | Brisbane | Perth | Adelaide | Darwin | Hobart | Cairns | Gold Coast
NZL: Auckland | Christchurch | Waitangi | Dunedin
PNG: Bougainville
FJI: Nadi
""")

HOUSES = listed("""
DEU: Bundestag | Bundesrat
ISR: Knesset
POL: Sejm
RUS: State Duma | Duma
SWE: Riksdag
NOR: Storting
DNK: Folketing
FIN: Eduskunta
LVA: Saeima
LTU: Seimas
EST: Riigikogu
UKR: Verkhovna Rada | Rada
TUR: Grand National Assembly
IND: Lok Sabha | Rajya Sabha
ESP: Cortes | Cortes Generales
IRL: Dáil | Dail | Oireachtas
ISL: Althing
JPN: National Diet
IRN: Majlis
CHN: National People's Congress | National People’s Congress
BGR: Narodno Sabranie
HRV: Sabor
NLD: Tweede Kamer
AUT: Nationalrat
GBR: Westminster | House of Commons | House of Lords
USA: Capitol Hill | Capitol
""")

Row = tuple[str, str, str, str]


def main(folder: Path) -> None:
    """Print the table."""
    countries = json.loads((folder / "mledoze_countries.json").read_text("utf-8"))
    rows: dict[tuple[str, str], Row] = {}
    for country in sorted(countries, key=lambda c: (not c["independent"], c["cca3"])):
        for row in country_rows(country):
            kind = "people" if row[1] == "people" else "place"
            rows.setdefault((row[0], kind), row)
    sys.stdout.write(HEADER)
    for row in sorted(rows.values(), key=lambda r: (r[2], ("state", "people", "capital", "city", "house").index(r[1]))):
        sys.stdout.write("\t".join(row) + "\n")


def country_rows(country: dict) -> list[Row]:
    """The rows of one country, its preferred names first."""
    code = {"UNK": "XKX"}.get(country["cca3"], country["cca3"])
    name = STATE_NAMES.get(code, country["name"]["common"])
    demonyms = sorted(set(country["demonyms"].get("eng", {}).values()))
    plurals = [f"{people}s" for people in demonyms if people.endswith("an")]
    named = {
        "state": [n for n in [name, country["name"]["common"], *STATE_ALSO.get(code, [])] if n not in SKIPPED_NAMES],
        "people": PEOPLES.get(code, demonyms + plurals),
        "capital": [*CAPITALS_ALSO.get(code, []), *(c for c in country["capital"] if c not in SKIPPED_CAPITALS)],
        "city": CITIES.get(code, []),
        "house": HOUSES.get(code, []),
    }
    return [(form, kind, code, name) for kind, forms in named.items() for form in dict.fromkeys(forms) if form]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
