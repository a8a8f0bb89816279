"""Lists that articles hold and pages imitate: offers, notices of shows and shops, casts, references, tour dates.

Each maker takes the random source, the pieces of `pieces.txt`, what fills a slot, and what cuts a piece of the article.
"""

import random
from collections.abc import Callable, Mapping, Sequence

Fill = Callable[[str], str]
Pieces = Mapping[str, Sequence[str]]
Cut = Callable[[int], str]


def offers(r: random.Random, pieces: Pieces, fill: Fill, cut: Cut) -> list[str]:
    """What a thing offers its buyer, as articles about things list it."""
    bullet, stop = r.choice(["", "", "", "• ", "- ", "– ", "* "]), r.choice(["", "", ".", "!", ";"])
    forms: tuple[Callable[[], str], ...] = (
        lambda: f"{r.choice(pieces['how many'])} {r.choice(pieces['promise what'])} {r.choice(pieces['promise that'])}",
        lambda: (
            f"{r.choice(pieces['offer verb'])} {r.choice(pieces['promise what'])} {r.choice(pieces['promise that'])}"
        ),
        lambda: f"{r.choice(pieces['how many'])} {r.choice(pieces['quality'])} {r.choice(pieces['promise what'])}",
        lambda: f"{r.choice(pieces['quality']).capitalize()} {r.choice(pieces['promise what'])}, {cut(4).lower()}",
        lambda: f"{r.choice(pieces['offer verb'])} {cut(7)}",
        lambda: r.choice(pieces["thing"]),
        lambda: f"{cut(3)}: {r.choice(pieces['quality'])} {r.choice(pieces['promise what'])}",
    )
    chosen = r.sample(forms, r.choice([1, 1, 2, 3]))
    items = [bullet + r.choice(chosen)() + stop for _ in range(r.randint(1, 6))]
    if r.random() < 0.3:
        items.insert(0, r.choice([r.choice(pieces["closer"]), f"{cut(5)}:"]))
    if r.random() < 0.2:
        items.append(r.choice(pieces["closer"]))
    return items


def notice(r: random.Random, pieces: Pieces, fill: Fill, cut: Cut) -> list[str]:
    """Who, what, where and when of a show, a shop or a place to see, a line each."""
    work, venue = cut(5), r.choice(pieces["venue"])
    street = r.choice(pieces["street"]).replace("{n}", str(r.randint(2, 90)))
    lines = [
        fill("{name}"),
        r.choice([f"‘{work}’", f"“{work}”", work, f"{work} {r.choice(pieces['show'])}"]),
        r.choice([venue, f"{venue}, {fill('{city}')}", f"{fill('{city}')}: {venue}"]),
        r.choice([f"{street}, {fill('{city}')}", street, f"{venue}, {street}"]),
        r.choice(pieces["hours"]),
        r.choice(pieces["hours"]),
        fill(r.choice(pieces["ticket"])),
    ]
    start = r.randrange(len(lines) - 1)
    some = lines[start : start + r.randint(1, 5)]
    if r.random() < 0.3:
        return [r.choice([", ", " | ", "; ", ". "]).join(some)]
    return [line.upper() for line in some] if r.random() < 0.1 else some


def cast(r: random.Random, pieces: Pieces, fill: Fill, cut: Cut) -> list[str]:
    """Who does what in a work, or what it is made of: a role and a name a line, or all in one line."""
    mark = r.choice([": ", ": ", " – ", " ", " by "])
    rows = [f"{role}{mark}{fill('{name}')}" for role in r.sample(list(pieces["role"]), r.randint(1, 4))]
    if r.random() < 0.3:
        rows.append(f"{r.choice(['With', 'Cast:', 'Starring'])} {fill('{name}, {name} and {name}')}.")
    if r.random() < 0.3:
        rows.insert(0, f"“{cut(5)}”")
    return [r.choice([". ", "; ", ", "]).join(rows)] if r.random() < 0.25 else rows


def references(r: random.Random, pieces: Pieces, fill: Fill, cut: Cut) -> list[str]:
    """The works an article cites, numbered or not."""
    mark = r.choice(["[{}] ", "[{}] ", "{}. ", "{}) ", "{} ", "", "* "])
    most, year = r.choice([6, 10]), r.randint(1995, 2022)
    house = r.choice(pieces["house"])
    a, b = fill("{name}"), fill("{name}")
    initials = f"{a.split()[-1]} {a[0]}, {b.split()[-1]} {b[0]}"
    forms = (
        lambda: f"{a} et al.: {cut(most)}, {year}",
        lambda: f"{initials}. {cut(most)}. {house} {year};{r.randint(2, 60)}:{r.randint(100, 900)}-9.",
        lambda: f"{house} {cut(most)}: {cut(4)} | {house} {year} {cut(3)}",
        lambda: f"{house}, “{cut(most)}”, {fill('{city}')} {year}, p. {r.randint(3, 300)}.",
        lambda: f"{house}: {cut(most)}, https://doi.example/10.{r.randint(1000, 9999)}/{r.randint(100, 999)}",
        lambda: f"{house} ({year}) {cut(most)}",
    )
    form = r.choice(forms)
    first = r.randint(1, 4)
    lines = [mark.format(first + i) + form() for i in range(r.randint(1, 5))]
    head = [r.choice(["References", "Sources", "Notes", "Further reading"])] if r.random() < 0.15 else []
    return head + lines


def schedule(r: random.Random, pieces: Pieces, fill: Fill, cut: Cut) -> list[str]:
    """Dates and places of a tour or a season."""
    dash = r.choice([" – ", " -- ", ": ", " @ ", ", "])
    months = ["June", "July", "Sept.", "Oct.", "March", "December"]
    place = r.choice(["{city}, {venue}", "{venue}", "{city}", "{venue} ({city})"])
    return [
        f"{r.choice(months)} {r.randint(1, 30)}{dash}{fill(place.replace('{venue}', r.choice(pieces['venue'])))}"
        for _ in range(r.randint(2, 7))
    ]


def listing(r: random.Random, pieces: Pieces, fill: Fill, cut: Cut) -> list[str]:
    """Items of a ranking or a guide: a name or a thing, then a line about it."""
    count = r.randint(1, 4)
    mark = r.choice(["{}. ", "{}) ", "No. {}: ", "", ""])
    heads = [
        r.choice([fill("{name}"), cut(4), cut(3), r.choice(pieces["venue"]), fill("{city}")]) for _ in range(count)
    ]
    lines = []
    for number, head in enumerate(heads, start=1):
        lines.append(mark.format(number) + head)
        if r.random() < 0.6:
            lines.append(r.choice([cut(10), r.choice(pieces["ticket"]), f"{cut(8)}.", r.choice(pieces["hours"])]))
    return [fill(line) for line in lines]
