import pytest

from sayso.reading.furniture import REASONS, Line, judge

TITLE = "Ministers put off vote on fishing quotas in the northern sea"
BODY = [
    "Ministers from nine coastal states on Tuesday put off a vote on next year's fishing quotas after Norway and "
    "Iceland failed to agree on how much herring each may catch.",
    "The talks in Bergen had been expected to end with a common position before the winter season, officials said.",
    "Norway's fisheries minister said that her government would not accept a quota below last year's catch, and that "
    "the scientists' advice on herring had been misread by the other side.",
    "Iceland says the stock has moved north and that the quotas should follow it, a view the Faroe Islands share.",
    "A new round of talks on the quotas is planned for March, when scientists will publish a fresh count of herring.",
]
FURNITURE = [
    "Share on Facebook",
    "Sign up for our newsletter",
    "Next Article",
    "Advertisement",
    "Read also: Striker signs three-year deal with Valencia",
    "We use cookies to improve your experience on our website.",
    "Leave a comment",
    "Download our app",
    "Posted by admin",
    "Updated 3 hours ago",
    "Follow us on Twitter",
    "Photo: Reuters",
]
KEPT = [
    "“We will not sign,” he said.",
    "The vote was postponed.",
    "Iceland disagrees.",
    "“No,” said the minister.",
    "The newspaper said it would drop its newsletter after subscriptions to it fell by a third.",
    "He shared the letter on Facebook, where it was read by 40,000 people before it was removed.",
]


def _with(line: str, at: int, tag: str | None = None) -> list[Line]:
    lines = [Line(text, tag) for text in BODY]
    lines.insert(at, Line(line, tag))
    return lines


@pytest.mark.parametrize("tag", [None, "p"])
@pytest.mark.parametrize("text", FURNITURE)
def test_furniture_between_paragraphs_goes(text: str, tag: str | None) -> None:
    verdicts = judge(_with(text, 3, tag), TITLE)
    assert verdicts[3] in REASONS
    assert verdicts[:3] + verdicts[4:] == [None] * len(BODY)


@pytest.mark.parametrize("text", KEPT)
def test_short_lines_of_the_article_stay(text: str) -> None:
    assert judge(_with(text, 3), TITLE) == [None] * (len(BODY) + 1)


def test_an_unrelated_headline_after_previous_article_goes() -> None:
    tail = ["Previous Article", "Rovers Sign Teenage Keeper From Porto: Fee and Contract Details", "Next Article"]
    verdicts = judge([Line(text) for text in [TITLE, *BODY, *tail]], TITLE)
    assert verdicts[: len(BODY) + 1] == [None] * (len(BODY) + 1)
    assert None not in verdicts[-3:]


LISTED = [
    ["The draft has three parts:", "• A quota for herring", "• A quota for cod", "• A fund for small ports"],
    ["BERGEN, NORWAY"],
    ["Who will blink first?"],
    ["WHO WILL BLINK FIRST?"],
    ["What the quota means"],
    ["(The minister had skipped the last round.)"],
    ["Q: Will Norway sign?", "A: Not before March."],
    ["1994: Norway stays out", "2010: The mackerel war begins", "2019: Talks fail"],
]


@pytest.mark.parametrize("listed", LISTED)
def test_short_lines_that_belong_together_stay(listed: list[str]) -> None:
    lines = [Line(text) for text in [*BODY[:3], *listed, *BODY[3:]]]
    assert judge(lines, TITLE) == [None] * len(lines)


def test_nothing_is_removed_from_a_page_in_another_language() -> None:
    prose = "Die Minister haben am Dienstag die Abstimmung über die Fangquoten verschoben; Norwegen war nicht einig."
    assert judge([Line(prose), Line("Facebook"), Line(prose)], None) == [None, None, None]


def test_edges() -> None:
    assert judge([], None) == []
    assert judge([Line("")], None) in ([None], *([reason] for reason in REASONS))
    assert len(judge([Line("…"), Line("\n")], "")) == 2


def test_the_same_lines_give_the_same_verdicts() -> None:
    lines = [Line(text) for text in [TITLE, *FURNITURE, *BODY, *KEPT, *FURNITURE]]
    assert judge(lines, TITLE) == judge(list(lines), TITLE)
