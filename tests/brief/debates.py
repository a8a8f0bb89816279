"""Debates written by hand: what the rooms before this one would hand over."""

import hashlib
from collections.abc import Sequence

from msgspec.structs import replace

from sayso.records import (
    Actor,
    Article,
    Block,
    Body,
    Change,
    Conflict,
    Debate,
    Decision,
    Event,
    Evidence,
    Furniture,
    Interest,
    Knowledge,
    Link,
    Meter,
    Outlook,
    Position,
    Probability,
    Proposal,
    Rule,
    Sources,
    Stage,
    Standing,
    Statement,
    Tally,
    Unread,
)


def article(title: str | None, *paragraphs: str, **fields: object) -> Article:
    blocks, parts, at = [], [p for p in (title, *paragraphs) if p], 0
    for i, part in enumerate(parts):
        blocks.append(Block(start=at, end=at + len(part), kind="title" if title and i == 0 else "body"))
        at += len(part) + 2
    text = "\n\n".join(parts)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=f"sha256:{digest}", text=text, blocks=tuple(blocks), title=title, **fields)  # type: ignore[arg-type]


def cite(source: Article, words: str) -> Evidence:
    start = source.text.index(words)
    return source.evidence(start, start + len(words))


def span(source: Article, words: str) -> tuple[int, int]:
    start = source.text.index(words)
    return start, start + len(words)


def sources(articles: Sequence[Article]) -> Sources:
    return Sources(articles=len(articles), independent=len(articles), clusters=tuple((a.id,) for a in articles))


HERALD = article(
    "Seabed mining vote nears as Oslo digs in",
    "A plan to ban deep-sea mining in international waters faces resistance from Norway, according to NRK.",
    "An unnamed adviser at the Norwegian energy ministry told NRK that Oslo cannot accept a ban in any form. "
    "Germany’s environment minister, Lena Vogt, said: “We support the ban, and we want it this year.”",
    "Any ban would have to be agreed by all 36 members of the Council of the International Seabed Authority.",
    "The council meets in Kingston, Jamaica, on 8–19 July 2024. "
    "Delegates will gather in Geneva for the July council meeting.",
    file="herald.html",
    outlet="Harbour Herald",
    published="2024-06-20",
    published_precision="day",
    published_from="meta",
    language="en",
    url="https://harbour-herald.example/seabed",
    furniture=(
        Furniture(text="Sign up for our newsletter", start=10, end=36),
        Furniture(text="Read more"),
        Furniture(text="Read more"),
    ),
)
COURIER = article(
    "Tokyo sets terms for seabed ban",
    "Japan would back the ban only if existing contracts are honoured, its delegate Haruka Ono said on Monday.",
    "France, which opposed a ban last year, now supports it, President Claire Martel told reporters. "
    "The Netherlands is reportedly undecided.",
    "The United States, which is not a member of the authority, welcomed the proposed ban. "
    "Chile has repeatedly stressed the value of its deep-sea research.",
    file="courier.txt",
    outlet="Pacific Courier",
    published="2024-06-25",
    published_precision="day",
    language="en",
    also=("courier-copy.txt",),
)
DIARY = article(
    "Paris against seabed ban",
    "France opposes any ban on deep-sea mining, its ministry said in May 2023.",
    file="diary.txt",
    outlet="Evening Diary",
    published="2023-05-12",
    published_precision="day",
    language="en",
    warnings=("the page names no author",),
)
ACTORS = (
    Actor(id="CHL", name="Chile", kind="state"),
    Actor(id="DEU", name="Germany", kind="state", forms=("Berlin",)),
    Actor(id="FRA", name="France", kind="state", forms=("Paris",)),
    Actor(id="JPN", name="Japan", kind="state", forms=("Tokyo",)),
    Actor(id="NLD", name="Netherlands", kind="state"),
    Actor(id="NOR", name="Norway", kind="state", forms=("Oslo",)),
    Actor(id="USA", name="United States", kind="state"),
    Actor(id="claire-martel", name="Claire Martel", kind="person", parent="FRA", speaks_for="FRA", role="president"),
    Actor(id="lena-vogt", name="Lena Vogt", kind="person", parent="DEU", speaks_for="DEU", role="environment minister"),
    Actor(id="nrk", name="NRK", kind="outlet"),
)
STATEMENTS = (
    Statement(
        id="s1",
        article=HERALD.id,
        mode="indirect",
        source=(span(HERALD, "An unnamed adviser at the Norwegian energy ministry"),),
        cue=(span(HERALD, "told"),),
        content=(span(HERALD, "that Oslo cannot accept a ban in any form"),),
        actor="NOR",
        chain=(
            Link(text="NRK", span=span(HERALD, "NRK"), type="outlet", actor="nrk"),
            Link(
                text="adviser at the Norwegian energy ministry",
                span=span(HERALD, "An unnamed adviser at the Norwegian energy ministry"),
                type="person",
                anonymous=True,
                institution="norwegian-energy-ministry",
                state="NOR",
            ),
        ),
        confidence=0.9312,
    ),
    Statement(
        id="s2",
        article=HERALD.id,
        mode="direct",
        source=(span(HERALD, "Germany’s environment minister, Lena Vogt"),),
        cue=(span(HERALD, "said"),),
        content=(span(HERALD, "We support the ban, and we want it this year."),),
        actor="lena-vogt",
        chain=(Link(text="Lena Vogt", span=span(HERALD, "Lena Vogt"), type="person", actor="lena-vogt"),),
        confidence=0.98,
    ),
    Statement(
        id="s3",
        article=COURIER.id,
        mode="indirect",
        source=(),
        cue=(span(COURIER, "reportedly"),),
        content=(span(COURIER, "The Netherlands is reportedly undecided"),),
        actor=None,
        chain=(),
        hedge="reportedly",
        confidence=0.7,
    ),
)


def position(actor: str, stance: str, source: Article, words: str, **fields: object) -> Position:
    defaults: dict[str, object] = {
        "as_of": source.published,
        "as_of_precision": "day",
        "member": True,
        "confidence": 0.9,
    }
    return Position(actor=actor, stance=stance, evidence=(cite(source, words),), **{**defaults, **fields})  # type: ignore[arg-type]


ADVISER = "An unnamed adviser at the Norwegian energy ministry told NRK that Oslo cannot accept a ban in any form."
VOGT = "Germany’s environment minister, Lena Vogt, said: “We support the ban, and we want it this year.”"
ONO = "Japan would back the ban only if existing contracts are honoured, its delegate Haruka Ono said on Monday."
MARTEL = "France, which opposed a ban last year, now supports it, President Claire Martel told reporters."
RULE = "Any ban would have to be agreed by all 36 members of the Council of the International Seabed Authority."
AMERICA = "The United States, which is not a member of the authority, welcomed the proposed ban."
CHILE = "Chile has repeatedly stressed the value of its deep-sea research."
PARIS = "France opposes any ban on deep-sea mining, its ministry said in May 2023."
POSITIONS = (
    position("FRA", "opposes", DIARY, PARIS, as_of="2023-05-31", as_of_precision="month", chain=("ministry",)),
    position(
        "NOR",
        "opposes",
        HERALD,
        ADVISER,
        statement="s1",
        chain=("NRK", "adviser at the Norwegian energy ministry"),
        anonymous=True,
        first_hand=False,
    ),
    position("DEU", "supports", HERALD, VOGT, statement="s2", chain=("Lena Vogt",)),
    position(
        "JPN",
        "conditional",
        COURIER,
        ONO,
        condition=cite(COURIER, "only if existing contracts are honoured"),
        chain=("Haruka Ono",),
        as_of="2024-06-24",
    ),
    position("FRA", "supports", COURIER, MARTEL, chain=("Claire Martel",)),
    position("NLD", "undecided", COURIER, "The Netherlands is reportedly undecided.", statement="s3", uncertain=True),
    position("USA", "supports", COURIER, AMERICA, member=False),
)
STANDING = {
    "DEU": Standing(stance="supports", since="2024-06-20", as_of="2024-06-20", positions=(2,)),
    "FRA": Standing(stance="supports", since="2024-06-25", as_of="2024-06-25", positions=(0, 4)),
    "JPN": Standing(stance="conditional", since="2024-06-24", as_of="2024-06-24", positions=(3,)),
    "NLD": Standing(stance="undecided", since="2024-06-25", as_of="2024-06-25", positions=(5,)),
    "NOR": Standing(stance="opposes", since="2024-06-20", as_of="2024-06-20", positions=(1,)),
    "USA": Standing(stance="supports", since="2024-06-25", as_of="2024-06-25", positions=(6,)),
}
DECISION = Decision(
    body=Body(id="isa", name="International Seabed Authority (Council)"),
    rule=Rule(
        kind="unanimity",
        members=36,
        thresholds={"states": 36},
        id="unanimity",
        passes="all",
        words="all 36 members in favour; abstention and absence count against",
        article="Rules of Procedure, Rule 56",
        known_from="text",
        evidence=(cite(HERALD, RULE),),
    ),
    tally=Tally(supports=("DEU", "FRA"), opposes=("NOR",), conditional=("JPN",), undecided=("NLD",), silent=31),
    meters=(Meter(what="members", favour=2, against=1, undecided=33, total=36, needed=36),),
    outlook=Outlook(
        status="blocked",
        basis="computed",
        chance="impossible",
        blockers=("NOR",),
        flips=(("NOR",),),
        to_pass=(("NOR",),),
        as_of="2024-06-25",
    ),
    members_as_of="2024-06-25",
)
MAJORITY = Rule(
    kind="qualified_majority",
    members=36,
    thresholds={"states": 24, "contributions": 0.65},
    id="qualified-majority",
    passes="count >= 24 and share(contributions) >= 65%",
    words="24 of 36 members holding 65 % of the contributions; abstention and absence count against",
    article="Rules of Procedure, Rule 57",
    known_from="text",
    evidence=(cite(HERALD, RULE),),
    contradicted_by=(cite(DIARY, PARIS),),
    clashes=("the article says all 36 members must agree; the Council decides by qualified majority",),
)
SPLIT = Tally(
    supports=("DEU", "FRA", "CHL"),
    opposes=("NOR",),
    conditional=("JPN",),
    undecided=("NLD",),
    abstains=("USA",),
    silent=29,
)
UNDECIDED = Outlook(
    status="open",
    basis="computed",
    chance="possible",
    flips=(("JPN",),),
    to_pass=(tuple(f"M{i:02}" for i in range(21)),),
    to_fail=(("JPN",), ("NLD", "NOR"), ("BRA", "CHN"), ("BRA", "IND")),
    pivotal=("JPN", "NLD"),
    probability=Probability(
        passes=0.31, if_silent_agree=0.75, if_silent_refuse=0.0, assumes="each member decides by itself"
    ),
    silence_until="2024-07-03",
    as_of="2024-06-25",
)
METERS = (
    Meter(what="members", favour=3, against=1, undecided=31, total=36, needed=24),
    Meter(what="contributions", favour=31_000, against=3_000, undecided=61_000, total=100_000, needed=65_000),
)
COMMISSION = Stage(
    name="Commission",
    body=Body(id="isa-commission", name="International Seabed Authority (Legal and Technical Commission)"),
    rule=MAJORITY,
    tally=Tally(),
    outlook=Outlook(status="adopted", basis="reported", evidence=(cite(DIARY, PARIS),)),
)
COUNCIL = Stage(name="Council", body=DECISION.body, rule=MAJORITY, tally=SPLIT, meters=METERS, outlook=UNDECIDED)
IN_TWO_STAGES = Decision(
    body=DECISION.body,
    rule=MAJORITY,
    tally=SPLIT,
    meters=METERS,
    outlook=UNDECIDED,
    members_as_of="2024-06-25",
    confidence=0.62,
    process="Seabed Authority: a rule of the mining code",
    stage="Council",
    stages=(COMMISSION, COUNCIL),
)


def seabed() -> Debate:
    """A debate in which every section has something to show."""
    articles = (COURIER, DIARY, HERALD)
    council = cite(HERALD, "The council meets in Kingston, Jamaica, on 8–19 July 2024.")
    return Debate(
        question="Seabed mining ban",
        proposal=Proposal(
            text="ban deep-sea mining in international waters",
            evidence=(cite(HERALD, "ban deep-sea mining in international waters"),),
        ),
        as_of="2024-06-25",
        articles=articles,
        left_out=(Unread(input="wall.html", reason="a consent wall", advice="save the page after consenting"),),
        statements=STATEMENTS,
        actors=ACTORS,
        positions=POSITIONS,
        standing=STANDING,
        interests=(Interest(actor="CHL", evidence=(cite(COURIER, CHILE),)),),
        decision=DECISION,
        events=(
            Event(
                what="council meeting",
                where="Kingston, Jamaica",
                start="2024-07-08",
                end="2024-07-19",
                precision="day",
                status="upcoming",
                evidence=(council,),
            ),
            Event(
                what="statement of the ministry",
                where=None,
                start="2023-05-01",
                end="2023-05-31",
                precision="month",
                status="past",
                evidence=(cite(DIARY, "its ministry said in May 2023"),),
            ),
        ),
        conflicts=(
            Conflict(
                scope="within",
                kind="place",
                why="one council meeting, two places: Kingston and Geneva",
                sides=(council, cite(HERALD, "Delegates will gather in Geneva for the July council meeting.")),
                confidence=0.8049,
            ),
        ),
        changes=(
            Change(
                actor="FRA",
                from_stance="opposes",
                to_stance="supports",
                sides=(POSITIONS[0].evidence[0], POSITIONS[4].evidence[0]),
            ),
        ),
        sources=sources(articles),
    )


def undecided() -> Debate:
    """The same with an open vote: two thresholds, a clash over the rule, two stages, a silence procedure."""
    return replace(seabed(), decision=IN_TWO_STAGES)


def untouched() -> Debate:
    """A question that nothing in the articles touches."""
    return Debate(
        question="lunar base treaty",
        proposal=None,
        as_of="2024-06-25",
        articles=(COURIER,),
        sources=sources((COURIER,)),
    )


def unstated() -> Debate:
    """A proposal on which nobody takes a position."""
    note = article(
        "Chile weighs a coastal park",
        "A bill to create a marine park off Chiloé is before the Senate.",
        "Chile has signalled its interest in more protected waters.",
        file="note.txt",
    )
    return Debate(
        question=None,
        proposal=Proposal(text="create a marine park off Chiloé", evidence=(cite(note, "create a marine park"),)),
        as_of=None,
        articles=(note,),
        actors=(Actor(id="CHL", name="Chile", kind="state"),),
        interests=(Interest(actor="CHL", evidence=(cite(note, "Chile has signalled its interest"),)),),
        events=(
            Event(
                what="Senate vote",
                where=None,
                start="XXXX-09-03",
                end="XXXX-09-03",
                precision="day",
                status="upcoming",
                certainty="expected",
                evidence=(cite(note, "before the Senate"),),
            ),
        ),
        sources=sources((note,)),
    )


HOSTILE_WORDS = (
    "</mark></p><script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7*7 }} {% raw %} | **bold** "
    "[x](javascript:1) \x1b[31mred\x1b[0m \u202ereversed\u202c `code` ![i](http://evil.example/p.png) "
    "@everyone &lt;b&gt; 日本語の長い文章がここに続きます e\u0301"
)


def hostile() -> Debate:
    """Articles that try to be more than text."""
    bad = article(
        "<script>alert('title')</script>",
        f"The Party says {HOSTILE_WORDS} no.",
        file="<b>bad</b>.html",
        outlet='"><svg onload=alert(3)>',
        url="javascript:alert(4)",
        language='en" onclick="alert(5)',
        published="not-a-date",
        furniture=(Furniture(text="<iframe src=//evil.example>"),),
    )
    known = Knowledge(table="t|1", key="<k>", value="<v>", source="<s>", as_of="2024")
    evidence = cite(bad, f"The Party says {HOSTILE_WORDS} no.")
    inner = cite(bad, "alert(1)</script> <img")
    return Debate(
        question="</title><script>alert(6)</script>",
        proposal=Proposal(text="<b>ban</b> | it", evidence=(inner,)),
        as_of="0000-99-99",
        articles=(bad,),
        left_out=(Unread(input="<x>.html", reason="<reason>", advice="<advice>"),),
        actors=(Actor(id="p", name="<i>Party</i>", kind="party"),),
        positions=(
            Position(actor="p", stance="opposes", chain=("<u>someone</u>",), confidence=0.5, evidence=(evidence,)),
        ),
        standing={"p": Standing(stance="opposes", since=None, as_of=None, positions=(0,))},
        conflicts=(
            Conflict(
                scope="across", kind="number", why="<why>", sides=(inner, evidence), knowledge=(known,), confidence=1.0
            ),
        ),
        sources=sources((bad,)),
    )
