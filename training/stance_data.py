"""The pairs that the stance classifier learns from.

Own writing (data/stance: natural pairs, and patterns laid over proposals), the IBM claim stance set (CC BY-SA 3.0) and
Perspectrum (CC BY-SA 4.0). In the public sets nobody is named: the whole claim is marked as the actor's words.
"""

import csv
import json
import random
import re
from pathlib import Path
from typing import Any, NamedTuple

OWN = Path(__file__).parent / "data" / "stance"
MONTH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "March 3", "12 June", "late on Sunday")
BEFORE = (1, 2, 2, 3)  # sentences that lead up to one of a mini-article
OUTLETS = ("Reuters", "AFP", "the BBC", "Le Monde", "Kyodo", "the Financial Times", "Der Spiegel", "Politico", "ANSA")


class Pair(NamedTuple):
    """A passage, the code points that name the actor in it, a proposal and the stance on it; `topic`: the debate."""

    passage: str
    mark: tuple[int, int]
    proposal: str
    stance: str
    topic: str = ""
    is_headed: bool = False


def own_pairs() -> list[Pair]:
    """Natural pairs and families of near-alike passages, those that have one under their headline and sentence before."""
    return [pair_of(row) for row in _rows("pairs-*.jsonl")]


def _rows(names: str) -> list[dict[str, Any]]:
    lines = (line for path in sorted(OWN.glob(names)) for line in path.read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines if line.strip()]


def pair_of(row: dict[str, Any]) -> Pair:
    start = re.search(rf"(?<!\w){re.escape(row['actor'])}(?!\w)", row["passage"]).start()
    pair = Pair(row["passage"], (start, start + len(row["actor"])), row["proposal"], row["stance"], row["topic"])
    if row.get("before"):
        pair = _behind(row["before"] + " ", pair)
    return _under(row["title"], pair)._replace(is_headed=True) if row.get("title") else pair


def mismatched(pairs: list[Pair], rng: random.Random, share: float) -> list[Pair]:
    """Passages with the proposal of another topic: nothing is said about it."""
    others = []
    for pair in pairs:
        far = rng.choice(pairs)
        if pair.stance != "none" and far.topic != pair.topic and rng.random() < share:
            others.append(pair._replace(proposal=far.proposal, stance="none"))
    return others


def public_pairs(data: Path, rng: random.Random, limit: int) -> list[Pair]:
    pairs = []
    with (data / "ibm_claim_stance.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["split"] == "train":
                proposal = re.sub(r"^This house (believes that |would |supports )?", "", row["topic"])
                pairs.append(_claim(row["claim"], proposal, row["stance"] == "PRO"))
    for claim in json.loads((data / "perspectrum" / "train_dev.json").read_text("utf-8")):
        for cluster in claim["clusters"]:
            for text in cluster["texts"][:1]:
                pairs.append(_claim(text, claim["claim"], cluster["stance"] == "SUPPORT"))
    rng.shuffle(pairs)
    return pairs[:limit]


def _claim(text: str, proposal: str, favours: bool) -> Pair:
    text = text.strip()
    return Pair(text, (0, len(text)), proposal, "supports" if favours else "opposes")


def pattern_pairs(rng: random.Random, count: int) -> list[Pair]:
    """`count` pairs: patterns laid over proposals, with actors of many kinds; one in eight on another proposal."""
    book = json.loads((OWN / "patterns.json").read_text("utf-8"))
    actors = book.get("actors") or _ACTORS
    pairs = []
    for _ in range(count):
        pattern, proposal = rng.choice(book["patterns"]), rng.choice(book["proposals"])
        actor, other = rng.sample(actors, 2)
        slots = {
            "OTHER": other,
            "OUTLET": rng.choice(OUTLETS),
            "DAY": rng.choice(MONTH_DAYS),
            "NP": proposal["np"],
            "NP_THE": proposal["np_the"],
            "VP": proposal["vp"],
            "GERUND": proposal["gerund"],
        }
        passage, mark = _fill(pattern["text"], actor, slots)
        asked = rng.choice([proposal["vp"], proposal["vp"], proposal["question"], proposal["np"]])
        stance = pattern["stance"]
        if rng.random() < 0.125:
            far = rng.choice(book["proposals"])
            if far["topic"] != proposal["topic"]:
                asked, stance = far["vp"], "none"
        pairs.append(Pair(passage, mark, asked, stance))
    return pairs


def contrast_pairs(rng: random.Random, count: int) -> list[Pair]:
    """`count` pairs on two candidates at one club, of whom the actor wants one, both or neither."""
    book = json.loads((OWN / "contrast.json").read_text("utf-8"))
    pairs = []
    for _ in range(count):
        template, club, actor = rng.choice(book["templates"]), rng.choice(book["clubs"]), rng.choice(book["actors"])
        (a, a_adjective), (b, b_adjective), (c, _) = rng.sample(book["candidates"], 3)
        slots = {"A": a, "B": b, "A_ADJ": a_adjective, "B_ADJ": b_adjective, "CLUB": club}
        passage, mark = _fill(template["text"], actor, slots)
        asked = rng.choice("aaaabbbbc")
        stance = {"a": template["a"], "b": template["b"], "c": "none"}[asked]
        candidate = {"a": a, "b": b, "c": c}[asked]
        proposal = rng.choice(book["proposals"]).replace("{X}", candidate).replace("{CLUB}", club.removeprefix("the "))
        pairs.append(Pair(passage, mark, proposal, stance))
    return pairs


def swapped(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """The proposal with another country for one that it names: nothing is said about that."""
    names = [name for name, _ in json.loads((OWN / "contrast.json").read_text("utf-8"))["candidates"]]
    others = []
    for pair in pairs:
        named = [name for name in names if re.search(rf"\b{name}\b", pair.proposal)]
        if named and pair.stance != "none":
            free = [name for name in names if name not in pair.passage and name not in pair.proposal]
            others.append(pair._replace(proposal=pair.proposal.replace(named[0], rng.choice(free)), stance="none"))
    return others


def headed(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """The pairs with a headline about their proposal before them, as passages of an article are read."""
    return [_under(rng.choice(_headlines(pair.proposal)), pair) for pair in pairs]


def headed_patterns(rng: random.Random, count: int) -> list[Pair]:
    """Patterns that leave the proposal to the headline: "it", "the plan"; one in four under the headline of another."""
    book = json.loads((OWN / "patterns.json").read_text("utf-8"))
    pairs = []
    for _ in range(count):
        pattern, proposal, far = (
            rng.choice(book["patterns"]),
            rng.choice(book["proposals"]),
            rng.choice(book["proposals"]),
        )
        actor, other = rng.sample(_ACTORS, 2)
        short = rng.choice([proposal["np_the"], "it", "the plan", "the move", "the idea", proposal["np"]])
        slots = {
            "OTHER": other, "OUTLET": rng.choice(OUTLETS), "DAY": rng.choice(MONTH_DAYS), "NP": short,
            "NP_THE": proposal["np_the"], "VP": rng.choice([proposal["vp"], "do so"]), "GERUND": proposal["gerund"],
        }  # fmt: skip
        strange = far["topic"] != proposal["topic"] and rng.random() < 0.25
        passage, mark = _fill(pattern["text"], actor, slots)
        about = far if strange and short not in (proposal["np"], proposal["np_the"]) else proposal
        asked = rng.choice([proposal["vp"], proposal["question"]])
        stance = pattern["stance"] if about is proposal else "none"
        headline = rng.choice([*_headlines(about["np"]), about["question"], f"Members asked to {about['vp']}"])
        pairs.append(_under(headline, Pair(passage, mark, asked, stance)))
    return pairs


def article_pairs(rng: random.Random) -> list[Pair]:
    """Labels of mini-articles: each sentence under its headline, behind the sentence before it."""
    return [pair for article in _rows("articles-*.jsonl") for pair in _labelled(article, rng)]


def _labelled(article: dict[str, Any], rng: random.Random) -> list[Pair]:
    pairs = []
    for label in article["labels"]:
        sentence = article["sentences"][label["sentence"]]
        start = sentence.index(label["actor"])
        mark = (start, start + len(label["actor"]))
        pair = Pair(sentence, mark, article["proposal"], label["stance"], article["topic"])
        before = article["sentences"][max(0, label["sentence"] - rng.choice(BEFORE)) : label["sentence"]]
        if before:
            pair = _behind(" ".join(before) + " ", pair)
        pair = _under(article["title"], pair)
        pairs.append(pair)
        if article["other_proposals"] and label["stance"] != "none" and rng.random() < 0.3:
            pairs.append(pair._replace(proposal=rng.choice(article["other_proposals"]), stance="none"))
    return pairs


def _headlines(proposal: str) -> list[str]:
    first = proposal.split()[0]
    if first.islower() and first not in ("a", "an", "the", "should", "is", "will"):
        return [
            f"Plan to {proposal} divides members",
            f"Push to {proposal} meets resistance",
            f"The long road to {proposal}",
        ]
    topic = proposal.removeprefix("should ").rstrip("?")
    return [f"Row over {topic} drags on", f"What next for {topic}", f"Members at odds over {topic}"]


def _under(headline: str, pair: Pair) -> Pair:
    return _behind(headline + (" " if headline[-1] in ".?!" else ". "), pair)


def _behind(lead: str, pair: Pair) -> Pair:
    start, end = pair.mark
    return pair._replace(passage=lead + pair.passage, mark=(start + len(lead), end + len(lead)))


def _fill(text: str, actor: str, slots: dict[str, str]) -> tuple[str, tuple[int, int]]:
    for name, value in slots.items():
        text = text.replace("{" + name + "}", value)
    start = text.index("{ACTOR}")
    text = text[:start] + actor + text[start + len("{ACTOR}") :].replace("{ACTOR}", actor)
    if text[:1].islower():
        text = text[0].upper() + text[1:]
    for position in [m.end() - 1 for m in re.finditer(r"[.!?] [a-z]", text)]:
        text = text[:position] + text[position].upper() + text[position + 1 :]
    return text, (start, start + len(actor))


_ACTORS = [
    "France",
    "Germany",
    "Poland",
    "Hungary",
    "Italy",
    "Spain",
    "Ireland",
    "Greece",
    "the Netherlands",
    "Slovakia",
    "Paris",
    "Berlin",
    "Warsaw",
    "Budapest",
    "Rome",
    "Madrid",
    "Ankara",
    "Tokyo",
    "Beijing",
    "Moscow",
    "Washington",
    "Brazil",
    "India",
    "South Africa",
    "Nigeria",
    "Kenya",
    "Egypt",
    "Turkey",
    "China",
    "Russia",
    "the United States",
    "the United Kingdom",
    "Canada",
    "Australia",
    "Mexico",
    "Pakistan",
    "Indonesia",
    "the Turkish government",
    "Belgian Foreign Minister Hadja Lahbib",
    "Foreign Minister Peter Novak",
    "Prime Minister Ana Costa",
    "President Karel Horak",
    "the Kremlin",
    "the White House",
    "the foreign ministry in Vienna",
    "Chancellor Maria Lang",
    "a spokesman for the government",
    "an unnamed Dutch diplomat",
    "a senior official in Lisbon",
    "Finnish authorities",
    "the Green party",
    "the Social Democrats",
    "the ruling Civic Union",
    "the opposition Liberals",
    "the ambassador",
    "the Kenyan parliament",
    "the Greek government",
    "lawmakers in Prague",
    "the Irish prime minister",
    "he",
    "she",
    "the minister",
    "the premier",
    "the Slovak leader",
    "Ms Lindqvist",
    "Mr Haddad",
    "Ivan Petrov",
    "Amara Diallo",
]
