"""Texts that are no news are read in no time: none may hold up a reader of many articles."""

import time
from collections.abc import Callable

import pytest

from sayso.conflicts import find_conflicts_within
from sayso.records import Article
from sayso.timeline import find_events, find_timexes

Make = Callable[..., Article]
LIMIT_SECONDS = 3.0

HOSTILE = {
    "one line": "lorem ipsum dolor " * 17_000,
    "one word": "a" * 300_000,
    "nested brackets": "(" * 50_000 + ")" * 50_000,
    "quotation marks": "“" * 100_000,
    "digits": "1234567890" * 30_000,
    "numbers": "12 " * 100_000,
    "days": "12 May 2023 " * 25_000,
    "paragraphs of days": "\n\n".join(["12 May 2023."] * 15_000),
    "sentences of days": "They met in Oslo on 12 May 2023. " * 3_000,
    "capitals": "Aa " * 100_000,
    "tallies": "12 to 13 votes " * 20_000,
    "sentences of tallies": "Parliament approved the budget by 50 votes to 40. " * 2_000,
    "accessions": "Spain joined NATO on 12 May 1982. Spain joined NATO on 30 May 1986. " * 1_500,
    "summits": " ".join(
        f"The NATO summit opens in Oslo on {d} May {y}." for y in range(1950, 2050) for d in range(1, 29)
    ),
    "holdouts": "Malta is the only member that opposes the pact. Cyprus is the only member that opposes the pact. "
    * 900,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_finder_is_quick(article: Make, name: str) -> None:
    made = article(HOSTILE[name], "2024-03-13")
    started = time.process_time()
    timexes = find_timexes(made)
    found = time.process_time()
    events = find_events(made, timexes, (), (), None)
    told = time.process_time()
    find_conflicts_within(made, timexes, events, (), (), ())
    done = time.process_time()
    assert max(found - started, told - found, done - told) < LIMIT_SECONDS
