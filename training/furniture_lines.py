"""Lines of furniture, one at a time: phrases filled, other stories' headlines, teasers, captions, lists of topics."""

import random
import re
from collections import Counter

from furniture_data import Source, Words
from furniture_keeps import sentences_of

from sayso.reading.furniture import REASONS
from sayso.reading.furniture_words import content_stems

SLOT = re.compile(r"\{(\w+)\}")
_TOPIC_HEADINGS = (
    "Topics", "Tags", "Tags:", "Topics:", "Related", "Filed under", "More on:", "More On", "In this article", "",
)  # fmt: skip
RELATED = REASONS.index("related story") + 1


class LineMaker:
    """Makes lines with their labels, and remembers the phrase or headline each was made from."""

    def __init__(self, words: Words, sources: list[Source], rng: random.Random) -> None:
        self.words = words
        self.sources = sources
        self.random = rng
        self.near = _near(sources)
        self.family: dict[str, str] = {}

    def topics(self, number: int) -> list[tuple[str, int]]:
        """The article's names as links to topic pages, in a line or a line each, with a heading or without."""
        r = self.random
        names = self.names(number)[:12]
        some = r.sample(names, min(len(names), r.randint(1, 5))) + r.sample(
            self.words.slots["section"], r.randint(0, 2)
        )
        some += [
            t[0].upper() + t[1:] if r.random() < 0.6 else t
            for t in r.sample(self.words.slots["topic"], r.randint(0, 2))
        ]
        heading = r.choice(_TOPIC_HEADINGS)
        if r.random() < 0.4:
            return [(f"{heading} {r.choice([' ', ', ', ' | ', '']).join(some)}".strip() or "Tags", 1)]
        return [(text, 1) for text in ([heading] if heading else []) + some]

    def caption(self, number: int) -> str:
        """A caption with its credit in the same line."""
        r = self.random
        sentences = sentences_of(self.sources[number].lines[:12]) or ["A street in the capital."]
        text = " ".join(r.choice(sentences).split()[: r.randint(4, 24)]).rstrip(",;:")
        marked = [
            p
            for p in self.words.phrases["photo credit"]
            if re.search(r"photo|image|pic|credit|©|getty|courtesy|/", p, re.I)
        ]
        credit = self.fill(r.choice(marked), [])
        return f"{text}{r.choice([' ', '. ', ' '])}{credit if r.random() < 0.6 else f'({credit})'}"

    def one(self, kind: str) -> tuple[str, int]:
        r = self.random
        phrase = r.choice(self.words.phrases[kind])
        if kind == "byline or time stamp" and r.random() < 0.3:
            phrase = self._byline()
        text = self.fill(phrase, [])
        if kind in ("share bar", "navigation", "comment form", "related story") and r.random() < 0.15:
            more = [self.fill(r.choice(self.words.phrases[kind]), []) for _ in range(r.randint(1, 3))]
            text = r.choice([" ", " ", " | ", "", " · "]).join([text, *more])
        case = r.random()
        text = (
            text.upper() if case < 0.05 else text.lower() if case < 0.09 else title_case(text) if case < 0.14 else text
        )
        self.family[text] = phrase
        return text, REASONS.index(kind) + 1

    def _byline(self) -> str:
        """Who reported, for whom, where and when, in any order and with any mark between."""
        r = self.random
        parts = r.sample(("{name}", "{outlet}", "{city}", "{date}", "{initials}", "{agency}"), r.choice([2, 2, 3]))
        text = r.choice([", ", ", ", " | ", " / ", " – ", " ", " · ", ". "]).join(parts)
        lead = r.choice(["", "", "", "", "By ", "by ", "From ", "Text: ", "Additional research: ", "Editing by "])
        return f"({lead}{text})" if r.random() < 0.1 else lead + text

    def headline(self, number: int) -> str:
        """A headline of another story: own writing, any other article's, or one near this article's topic."""
        r = self.random
        way = r.random()
        if way < 0.4:
            text = r.choice(self.words.headlines)
        elif way < 0.65 or number < 0:
            text = r.choice(self.sources).title
        else:
            text = self.sources[r.choice(self.near[number])].title
        base = text
        if number >= 0 and r.random() < 0.25:
            text = self._about(number, text)
        case = r.random()
        text = text.upper() if case < 0.08 else title_case(text) if case < 0.3 else text + ("." if case > 0.97 else "")
        self.family.setdefault(text, base)
        return text

    def _about(self, number: int, headline: str) -> str:
        """The headline made one about somebody of this article, as outlets link to their stories of the same affair."""
        r = self.random
        names = self.names(number)
        if not names:
            return headline
        name = r.choice(names[:6])
        if r.random() < 0.35:
            return f"{name}: {headline}"
        return re.sub(r"^\W*[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*", lambda _: name, headline, count=1)

    def names(self, number: int) -> list[str]:
        """The names in an article, the most frequent first."""
        text = self.sources[number].lines
        counts = Counter(n for line in text for n in re.findall(r"(?<=[a-z,] )[A-Z]\w+(?: [A-Z]\w+)?", line))
        return sorted(counts, key=lambda n: (-counts[n], n))

    def teaser(self, number: int) -> str:
        other = self.random.choice([s for n, s in enumerate(self.sources[:200]) if n != number])
        text = other.lines[0][:140]
        return (
            text if self.random.random() < 0.5 else text.rsplit(" ", 1)[0] + self.random.choice(["...", "…", " [...]"])
        )

    def fill(self, phrase: str, body: list[tuple[str, int]]) -> str:
        def value(match: re.Match[str]) -> str:
            if match[1] == "word":
                return self._word(body)
            if match[1] == "headline":
                return self.headline(-1)
            return self.slot(match[1])

        return SLOT.sub(value, phrase)

    def slot(self, name: str) -> str:
        r = self.random
        if name == "n" and r.random() < 0.5:
            return str(r.randint(2, 240))
        return r.choice(self.words.slots[name])

    def _word(self, body: list[tuple[str, int]]) -> str:
        words = sorted({w for line, _ in body for w in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}|\b[a-z]{6,}\b", line)})
        return self.random.choice(words) if words else "reform"


def _near(sources: list[Source], most: int = 8) -> list[list[int]]:
    """For each article the others whose titles share the rarest words with its title and first lines."""
    stems = [set(content_stems(source.title)) for source in sources]
    holders: dict[str, list[int]] = {}
    for number, own in enumerate(stems):
        for stem in sorted(own):
            holders.setdefault(stem, []).append(number)
    near = []
    for number, source in enumerate(sources):
        score: dict[int, float] = {}
        for stem in sorted(stems[number] | set(content_stems(" ".join(source.lines[:2])))):
            for other in holders.get(stem, []):
                if sources[other].title != source.title:
                    score[other] = score.get(other, 0.0) + 1 / len(holders[stem]) ** 0.5
        best = sorted(score, key=lambda n: (-score[n], n))[:most]
        near.append(best or [(number + 1) % len(sources)])
    return near


def title_case(text: str) -> str:
    return " ".join(w[:1].upper() + w[1:] for w in text.split(" "))
