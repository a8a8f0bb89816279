"""Pages to learn from: articles cut, salted with hard lines, and with furniture laid round and between."""

import random
import re
from typing import NamedTuple

from furniture_data import KEEP, UNKNOWN, Source, Words
from furniture_keeps import block, sentences_of, split_sentences
from furniture_lines import RELATED, LineMaker, title_case

from sayso.reading.furniture import REASONS
from sayso.reading.furniture_words import Line

LISTS = 0.15  # share of the articles with lists that are little else
SPLIT = 0.15  # share of the articles some of whose paragraphs are cut into sentences


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
        self.make = LineMaker(words, sources, self.random)

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
        if r.random() < SPLIT:
            body = self._split(body)
        self._salt(body)
        if r.random() < 0.06:
            body.insert(0, (self._dateline(), KEEP))
        title = source.title + r.choice(["", "", "."])
        if r.random() < 0.15:
            title = title_case(title)
        if r.random() < 0.6:
            body.insert(0, (title, KEEP))
        if r.random() < 0.87:
            body = self._furnish(body, number)
        shown = None if r.random() < 0.12 else title + (f" | {self.make.slot('outlet')}" if r.random() < 0.1 else "")
        labels, families = [label for _, label in body], [self.make.family.get(text, text) for text, _ in body]
        return Page(self._mark_up([text for text, _ in body], labels), labels, shown, families)

    def _salt(self, body: list[tuple[str, int]]) -> None:
        r = self.random
        if r.random() < 0.55:
            for _ in range(r.randint(1, 5)):
                at = r.randint(0, len(body))
                start = r.randrange(len(self.words.keeps))
                some = self.words.keeps[start : start + r.choice([1, 1, 1, 2, 3])]
                body[at:at] = [(self.make.fill(line, body), KEEP) for line in some]
        sentences = sentences_of([text for text, label in body if label == KEEP])
        if sentences and r.random() < 0.6:
            self._list(body, sentences)
        if r.random() < 0.3:
            for _ in range(r.randint(1, 4)):
                at = r.randint(1, max(1, len(body) - 1))
                body.insert(at, (self._subhead(body, at), KEEP))

    def _list(self, body: list[tuple[str, int]], sentences: list[str]) -> None:
        """Lists, interviews, notices and the like between the paragraphs; now and then they are most of the article."""
        r = self.random
        how_many = r.randint(1, 5)
        if r.random() < LISTS:
            del body[r.randint(1, 5) :]
            how_many = r.randint(3, 7)
        for _ in range(how_many):
            at = r.randint(1, max(1, len(body) - (r.random() < 0.6)))
            body[at:at] = [(text, KEEP) for text in block(r, sentences, lambda phrase: self.make.fill(phrase, []))]

    def _split(self, body: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """Some paragraphs as a line a sentence, so that short plain sentences stand alone."""
        share = self.random.choice([0.2, 0.5, 1.0])
        return [
            (piece, label)
            for text, label in body
            for piece in (split_sentences(text) if label == KEEP and self.random.random() < share else [text])
        ]

    def _dateline(self) -> str:
        """Where and when a report was filed, in a line of its own, as wires and firms begin their texts."""
        forms = (
            "{city}",
            "{city}, {city}",
            "{city}, {date}",
            "{city} / {city}, {date}",
            "{city} –",
            "{city}, {date} –",
        )
        text = self.make.fill(self.random.choice(forms), [])
        return text.upper() if self.random.random() < 0.7 else text

    def _subhead(self, body: list[tuple[str, int]], at: int) -> str:
        """A written subhead, or a few words of the paragraph it stands over."""
        r = self.random
        below = body[min(at, len(body) - 1)][0]
        name = re.match(r"(?:\W*[A-Z][\w’'-]+){2,3}", below)
        if name and r.random() < 0.3:
            return name[0].strip(" “”\"'‘’")
        pieces = re.findall(r"\b(?:the|a|an|no|his|her|of|in|on) ((?:[a-z]+ ){1,3}[a-z]{4,})", below)
        if pieces and r.random() < 0.5:
            piece = r.choice(pieces)
            case = r.random()
            return piece.upper() if case < 0.15 else title_case(piece) if case < 0.4 else piece[0].upper() + piece[1:]
        return self.make.fill(r.choice(self.words.subheads), body)

    def _furnish(self, body: list[tuple[str, int]], number: int) -> list[tuple[str, int]]:
        r = self.random
        head = [self.make.one(kind) for kind in self._kinds(_HEAD, r.randint(0, 5))]
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
            return [(self.make.headline(number), RELATED)]
        if way < 0.42:
            run = [self.make.one(r.choice(["related story", "navigation"]))]
            for _ in range(r.randint(1, 5 if tail else 2)):
                run.append((self.make.headline(number), RELATED))
                if tail and r.random() < 0.25:
                    run.append((self.make.teaser(number), RELATED))
            return run
        if way < 0.47:
            return self.make.topics(number)
        if way < 0.52:
            return [(self.make.caption(number), REASONS.index("photo credit") + 1)]
        if way < 0.63:
            kind = r.choice(list(REASONS))
            return [self.make.one(kind) for _ in range(r.randint(2, 4))]
        return [self.make.one(kind) for kind in self._kinds(_TAIL if tail else _MIDDLE, r.choice([1, 1, 1, 2]))]

    def _kinds(self, weights: dict[str, int], count: int) -> list[str]:
        return self.random.choices(list(weights), list(weights.values()), k=count)

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
        linked = 0.85 if label == RELATED else 0.45
        return Line(text, tag, r.choice([1.0, 1.0, 0.8]) if r.random() < linked else 0.0)


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
