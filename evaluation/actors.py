"""Mentions to actors on own passages: `python evaluation/actors.py FILE [--errors]`; heads by date: `--terms`.

A mention is right if the actor found at it is the one labelled (or one of `also`); a place, a team or a word that stands for
nobody is right if nothing is found there. `party`: for whom a person or organ speaks in a vote between states.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any

from sayso.actors import find_actors, party_to
from sayso.records import Actor, Article, Block, Mention


def article_of(row: dict[str, Any]) -> Article:
    parts = [row["title"], *row["text"].split("\n\n")]
    blocks, at = [], 0
    for number, part in enumerate(parts):
        blocks.append(Block(start=at, end=at + len(part), kind="body" if number else "title"))
        at += len(part) + 2
    text = "\n\n".join(parts)
    return Article(id="sha256:0", text=text, blocks=tuple(blocks), title=row["title"], published=row["published"])


def place_of(article: Article, label: dict[str, Any]) -> tuple[int, int]:
    """Where a labelled mention stands in the text of the article."""
    body = article.text.index("\n\n") + 2
    starts = [m.start() for m in re.finditer(re.escape(label["text"]), article.text[body:])]
    return body + starts[label["nth"]], body + starts[label["nth"]] + len(label["text"])


def found_at(mentions: tuple[Mention, ...], span: tuple[int, int]) -> str:
    """The actor of the mention that shares most characters with a span; "" if none does."""
    shared = [(min(m.end, span[1]) - max(m.start, span[0]), m.actor) for m in mentions]
    return max((s for s in shared if s[0] > 0), default=(0, ""))[1]


def same(found: str, label: dict[str, Any], actors: dict[str, Actor]) -> bool:
    wanted = {label["actor"], *label.get("also", [])}
    if found in wanted:
        return True
    names = {found, *(form.lower().replace(" ", "-") for form in (actors[found].forms if found in actors else ()))}
    return bool(names & wanted)


def measure(path: Path, errors: bool) -> dict[str, Any]:
    right = total = parties = held = 0
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        article = article_of(row)
        actors, mentions = find_actors(article)
        by_id = {actor.id: actor for actor in actors}
        for label in row["mentions"]:
            found = found_at(mentions, place_of(article, label))
            total += 1
            right += same(found, label, by_id)
            if errors and not same(found, label, by_id):
                print(f"{row['id']} {label['text']!r} → {found!r}, not {label['actor']!r}")
            if label.get("party") and same(found, label, by_id):
                held += 1
                parties += party_to(found, actors) == label["party"]
    return {"mentions": total, "right": round(right / total, 3), "party": round(parties / held, 3), "with_party": held}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    print(json.dumps(measure(args.file, args.errors), indent=1))


if __name__ == "__main__":
    main()
