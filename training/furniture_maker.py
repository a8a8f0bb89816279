"""Pages to learn from: articles cut, salted with hard lines, and with furniture laid round and between."""

import random
import re
from collections import Counter
from typing import NamedTuple

from furniture_data import KEEP, UNKNOWN, Source, Words
from furniture_keeps import block, sentences_of

from sayso.reading.furniture import REASONS
from sayso.reading.furniture_features import Line, content_stems

SLOT = re.compile(r"\{(\w+)\}")


class Page(NamedTuple):
    """Lines in order with a label each: 0 the article's, 1… `REASONS`, -1 unknown (seen, not learnt from).

    Lines made from one phrase or headline are of one family.
    """

    lines: list[Line]
    labels: list[int]
    title: str | None
    families: list[str]


class PageMaker:
    """Makes pages of articles, the same ones for the same seed."""

    def __init__(self, words: Words, sources: list[Source], seed: int) -> None:
        self.words = words
        self.sources = sources
        self.random = random.Random(seed)
        self.near = _near(sources)
        self.family: dict[str, str] = {}

    def pages(self, rounds: int) -> list[Page]:
        return [self.page(number) for _ in range(rounds) for number in range(len(self.sources))]

    def page(self, number: int) -> Page:
        """One article, cut, salted with hard lines and subheads, and with furniture laid round and between."""
        r = self.random
        source = self.sources[number]
        body = list(zip(source.lines, source.labels, strict=True))
        if r.random() < 0.6:
            start = r.randrange(0, max(1, len(body) // 2))
            body = body[start : start + r.randint(3, 14)]
        self._salt(body)
        title = source.title + r.choice(["", "", "."])
        if r.random() < 0.15:
            title = _title_case(title)
        if r.random() < 0.6:
            body.insert(0, (title, KEEP))
        if r.random() < 0.87:
            body = self._furnish(body, number)
        shown = None if r.random() < 0.12 else title + (f" | {self._slot('outlet')}" if r.random() < 0.1 else "")
        labels, families = [label for _, label in body], [self.family.get(text, text) for text, _ in body]
        return Page(self._mark_up([text for text, _ in body], labels), labels, shown, families)

    def _salt(self, body: list[tuple[str, int]]) -> None:
        r = self.random
        if r.random() < 0.55:
            for _ in range(r.randint(1, 5)):
                at = r.randint(0, len(body))
                start = r.randrange(len(self.words.keeps))
                some = self.words.keeps[start : start + r.choice([1, 1, 1, 2, 3])]
                body[at:at] = [(self.fill(line, body), KEEP) for line in some]
        sentences = sentences_of([text for text, label in body if label == KEEP]) if r.random() < 0.5 else []
        if sentences:
            for _ in range(r.randint(1, 5)):
                at = r.randint(0, len(body))
                body[at:at] = [(text, KEEP) for text, _ in block(r, sentences, lambda phrase: self.fill(phrase, []))]
        if r.random() < 0.3:
            for _ in range(r.randint(1, 4)):
                at = r.randint(1, max(1, len(body) - 1))
                body.insert(at, (self._subhead(body, at), KEEP))

    def _subhead(self, body: list[tuple[str, int]], at: int) -> str:
        """A written subhead, or a few words of the paragraph it stands over."""
        r = self.random
        below = body[min(at, len(body) - 1)][0]
        pieces = re.findall(r"\b(?:the|a|an|no|his|her|of|in|on) ((?:[a-z]+ ){1,3}[a-z]{4,})", below)
        if pieces and r.random() < 0.5:
            piece = r.choice(pieces)
            return _title_case(piece) if r.random() < 0.3 else piece[0].upper() + piece[1:]
        return self.fill(r.choice(self.words.subheads), body)

    def _furnish(self, body: list[tuple[str, int]], number: int) -> list[tuple[str, int]]:
        r = self.random
        head = [self._one(kind) for kind in self._kinds(_HEAD, r.randint(0, 5))]
        tail = self._tail(number)
        for _ in range(r.choice([0, 1, 1, 2, 3, 5])):
            at = r.randint(1, len(body))
            body[at:at] = self._run(number)
        if body and r.random() < 0.4:
            return [body[0], *head, *body[1:], *tail]
        return head + body + tail

    def _tail(self, number: int) -> list[tuple[str, int]]:
        tail: list[tuple[str, int]] = []
        for _ in range(self.random.choice([0, 1, 2, 3, 5])):
            tail += self._run(number, tail=True)
        return tail

    def _run(self, number: int, *, tail: bool = False) -> list[tuple[str, int]]:
        """A few pieces of furniture as they come: alone, as a list of headlines, or a plea in several lines."""
        r = self.random
        way = r.random()
        if way < 0.27:
            return [(self._other_headline(number), _RELATED)]
        if way < 0.42:
            run = [self._one(r.choice(["related story", "navigation"]))]
            for _ in range(r.randint(1, 5 if tail else 2)):
                run.append((self._other_headline(number), _RELATED))
                if tail and r.random() < 0.25:
                    run.append((self._teaser(number), _RELATED))
            return run
        if way < 0.47:
            return self._topics(number)
        if way < 0.52:
            return [(self._caption(number), REASONS.index("photo credit") + 1)]
        if way < 0.63:
            kind = r.choice(list(REASONS))
            return [self._one(kind) for _ in range(r.randint(2, 4))]
        return [self._one(kind) for kind in self._kinds(_TAIL if tail else _MIDDLE, r.choice([1, 1, 1, 2]))]

    def _topics(self, number: int) -> list[tuple[str, int]]:
        """The article's names as links to topic pages, in a line or a line each, with a heading or without."""
        r = self.random
        names = self._names(number)[:12]
        some = r.sample(names, min(len(names), r.randint(1, 5))) + r.sample(
            self.words.slots["section"], r.randint(0, 2)
        )
        some += [
            t[0].upper() + t[1:] if r.random() < 0.6 else t
            for t in r.sample(self.words.slots["topic"], r.randint(0, 2))
        ]
        heading = r.choice(
            [
                "Topics",
                "Tags",
                "Tags:",
                "Topics:",
                "Related",
                "Filed under",
                "More on:",
                "More On",
                "In this article",
                "",
            ]
        )
        if r.random() < 0.4:
            return [(f"{heading} {r.choice([' ', ', ', ' | ', '']).join(some)}".strip() or "Tags", 1)]
        return [(text, 1) for text in ([heading] if heading else []) + some]

    def _caption(self, number: int) -> str:
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

    def _kinds(self, weights: dict[str, int], count: int) -> list[str]:
        return self.random.choices(list(weights), list(weights.values()), k=count)

    def _one(self, kind: str) -> tuple[str, int]:
        r = self.random
        phrase = r.choice(self.words.phrases[kind])
        text = self.fill(phrase, [])
        if kind in ("share bar", "navigation", "comment form", "related story") and r.random() < 0.15:
            more = [self.fill(r.choice(self.words.phrases[kind]), []) for _ in range(r.randint(1, 3))]
            text = r.choice([" ", " ", " | ", "", " · "]).join([text, *more])
        case = r.random()
        text = (
            text.upper() if case < 0.05 else text.lower() if case < 0.09 else _title_case(text) if case < 0.14 else text
        )
        self.family[text] = phrase
        return text, REASONS.index(kind) + 1

    def _other_headline(self, number: int) -> str:
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
        text = text.upper() if case < 0.08 else _title_case(text) if case < 0.3 else text + ("." if case > 0.97 else "")
        self.family.setdefault(text, base)
        return text

    def _about(self, number: int, headline: str) -> str:
        """The headline made one about somebody of this article, as outlets link to their stories of the same affair."""
        r = self.random
        names = self._names(number)
        if not names:
            return headline
        name = r.choice(names[:6])
        if r.random() < 0.35:
            return f"{name}: {headline}"
        return re.sub(r"^\W*[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*", lambda _: name, headline, count=1)

    def _names(self, number: int) -> list[str]:
        """The names in an article, the most frequent first."""
        text = self.sources[number].lines
        counts = Counter(n for line in text for n in re.findall(r"(?<=[a-z,] )[A-Z]\w+(?: [A-Z]\w+)?", line))
        return sorted(counts, key=lambda n: (-counts[n], n))

    def _teaser(self, number: int) -> str:
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
                return self._other_headline(-1)
            return self._slot(match[1])

        return SLOT.sub(value, phrase)

    def _slot(self, name: str) -> str:
        r = self.random
        if name == "n" and r.random() < 0.5:
            return str(r.randint(2, 240))
        return r.choice(self.words.slots[name])

    def _word(self, body: list[tuple[str, int]]) -> str:
        words = sorted({w for line, _ in body for w in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}|\b[a-z]{6,}\b", line)})
        return self.random.choice(words) if words else "reform"

    def _mark_up(self, texts: list[str], labels: list[int]) -> list[Line]:
        """Plain text, uniform `<p>`, or markup with the shares of links that such lines have."""
        r = self.random
        way = r.random()
        if way < 0.45:
            return [Line(text) for text in texts]
        if way < 0.65:
            return [Line(text, "p", r.choice([0.0, 0.0, 0.0, 0.1]) if way < 0.58 else None) for text in texts]
        return [self._tagged(text, label) for text, label in zip(texts, labels, strict=True)]

    def _tagged(self, text: str, label: int) -> Line:
        r = self.random
        if label in (KEEP, UNKNOWN):
            short = len(text) < 60 and text[-1] not in '.!?”"'
            tag = (
                r.choice(["h2", "h3", "p", "li"])
                if short
                else r.choices(["p", "li", "blockquote", "div"], [90, 4, 3, 3])[0]
            )
            return Line(text, tag, r.choice([0.0, 0.0, 0.0, 0.05, 0.15, 0.3]))
        tag = r.choices(
            ["p", "div", "li", "h3", "span", "a", "h2", "aside", "figcaption"], [40, 20, 10, 8, 6, 5, 5, 3, 3]
        )[0]
        linked = 0.7 if label == _RELATED else 0.35
        return Line(text, tag, r.choice([1.0, 1.0, 0.8]) if r.random() < linked else 0.0)


_RELATED = REASONS.index("related story") + 1
_HEAD = {
    "byline or time stamp": 45, "share bar": 18, "navigation": 18, "photo credit": 9, "comment form": 3,
    "newsletter plea": 2, "advertisement": 2, "cookie notice": 2, "subscription plea": 1,
}  # fmt: skip
_MIDDLE = {
    "related story": 30, "navigation": 15, "photo credit": 14, "advertisement": 12, "newsletter plea": 10,
    "share bar": 8, "subscription plea": 6, "app plug": 4, "cookie notice": 3, "byline or time stamp": 3,
    "comment form": 2, "author note": 2,
}  # fmt: skip
_TAIL = {
    "related story": 18, "navigation": 16, "share bar": 15, "comment form": 11, "byline or time stamp": 10,
    "author note": 10, "newsletter plea": 8, "subscription plea": 6, "copyright notice": 5, "photo credit": 4,
    "app plug": 4, "advertisement": 4, "cookie notice": 3,
}  # fmt: skip


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


def _title_case(text: str) -> str:
    return " ".join(w[:1].upper() + w[1:] for w in text.split(" "))
