from collections.abc import Callable

from sayso.conflicts import find_conflicts_across
from sayso.records import Article, Reading
from sayso.timeline import find_events, find_timexes

Make = Callable[..., Article]


def reading(made: Article) -> Reading:
    timexes = find_timexes(made)
    events = find_events(made, timexes, (), (), None)
    return Reading(article=made, statements=(), actors=(), mentions=(), timexes=timexes, events=events, conflicts=())


def test_an_accession_with_two_dates(article: Make) -> None:
    one = reading(article("Croatia entered the euro area on 1 January 2023.", "2023-05-10"))
    two = reading(article("Croatia, which joined the euro area in March 2022, has gained.", "2023-06-10"))
    three = reading(article("Croatia joined the euro area in January 2023, and prices rose.", "2023-06-11"))
    found = find_conflicts_across([one, two, three])
    assert {c.kind for c in found} == {"date"}
    assert {c.scope for c in found} == {"across"}
    assert len(found) == 2
    assert find_conflicts_across([three, one, two]) == found


def test_a_holdout_that_had_agreed_before(article: Make) -> None:
    told = article("Malta is the only state that has not ratified the fisheries treaty with Norway.", "2023-05-10")
    before = article("Malta ratified the fisheries treaty with Norway on 3 February 2023.", "2023-06-01")
    after = article("Malta ratified the fisheries treaty with Norway on 3 June 2023.", "2023-06-05")
    assert [c.kind for c in find_conflicts_across([reading(told), reading(before)])] == ["status"]
    assert find_conflicts_across([reading(told), reading(after)]) == ()


def test_a_later_vote_is_no_second_result(article: Make) -> None:
    one = article("Georgian lawmakers passed the foreign agents law by 83 votes to 23 on 17 April.", "2024-04-18")
    two = article("Georgian lawmakers passed the foreign agents law by 84 votes to 30 on 14 May.", "2024-05-15")
    assert find_conflicts_across([reading(one), reading(two)]) == ()


def test_one_day_two_results(article: Make) -> None:
    one = article("Georgian lawmakers passed the foreign agents law by 84 votes to 30 on 14 May.", "2024-05-15")
    two = article("On 14 May Georgian lawmakers adopted the foreign agents law by 82 votes to 30.", "2024-05-16")
    assert [c.kind for c in find_conflicts_across([reading(one), reading(two)])] == ["number"]
