"""The "get a summary" button: three to six sentences, each with what it rests on."""

from sayso.brief.deciding import conflict_line, decided_line, decision_lines, event_phrase, next_line
from sayso.brief.english import listed
from sayso.brief.excerpts import shown
from sayso.brief.say_so import Cast
from sayso.brief.stances import change_line, interest_line, nothing_line, stance_lines
from sayso.records import Brief, Debate, SummaryLine

_MOST = 6
_FEWEST = 3
_HEADLINES = 3


def compose(debate: Debate) -> Brief:
    """The brief of a debate: the same records, and a summary that says no more than they hold.

    Three to six sentences; fewer only where the records hold less. Every sentence cites its evidence, except one that
    says that nothing was found.
    """
    fields = {name: getattr(debate, name) for name in Debate.__struct_fields__}
    return Brief(**fields, summary=summarise(debate))


def summarise(debate: Debate) -> tuple[SummaryLine, ...]:
    """The sentences of the summary in reading order: stances, changes, rule and outlook, next date, what clashes."""
    cast = Cast(debate)
    decided, change, ahead, clash = decided_line(cast), change_line(cast), next_line(cast), conflict_line(cast)
    stances = [line for line in (nothing_line(cast), *stance_lines(cast, is_named=decided is not None)) if line]
    head, tail = [decided] if decided else [], [line for line in (ahead, clash) if line]
    decision = decision_lines(cast)
    if len(head) + len(stances) + len(decision) + len(tail) > _MOST:
        decision = decision_lines(cast, is_short=True)
    # What has changed matters once all is decided; what is still open matters before.
    if decided and change and len(head) + len(stances) + len(decision) + len(tail) >= _MOST:
        stances = stances[:2]
    room = _MOST - len(head) - len(stances) - len(decision) - len(tail)
    lines = [*head, *stances, *([change] if change and room > 0 else []), *decision, *tail]
    if len(lines) < _MOST and debate.proposal:
        _insert(lines, len(head) + len(stances), interest_line(cast))
    if len(lines) < _FEWEST:
        _insert(lines, len(lines), _past_line(cast))
    if len(lines) < _FEWEST:
        _insert(lines, len(lines), _coverage_line(cast))
    return tuple(lines[:_MOST])


def _insert(lines: list[SummaryLine], at: int, line: SummaryLine | None) -> None:
    if line:
        lines.insert(at, line)


def _past_line(cast: Cast) -> SummaryLine | None:
    """The latest dated event behind us, where little else is known."""
    past = [e for e in cast.debate.events if e.status == "past" and e.start and e.evidence]
    if not past:
        return None
    event = max(past, key=lambda e: e.start or "")
    return SummaryLine(text=f"The latest event on record is {event_phrase(event)}.", evidence=event.evidence[:2])


def _coverage_line(cast: Cast) -> SummaryLine | None:
    """What the articles are about, in the words of their headlines, where nothing else is known."""
    titled = [a for a in cast.debate.articles if a.blocks and a.blocks[0].kind == "title"][:_HEADLINES]
    if not titled:
        return None
    evidence = tuple(a.evidence(a.blocks[0].start, a.blocks[0].end) for a in titled)
    lead = "The headline reads" if len(titled) == 1 else "The headlines read"
    return SummaryLine(text=f"{lead} {listed([f'“{shown(e.text)}”' for e in evidence])}.", evidence=evidence)
