"""What a caller may catch. Each message says what was wrong, with which input, and what to do."""


class SaysoError(Exception):
    """Any error of ours."""


class UnreadableArticle(SaysoError):
    """An input with no article to be read from it."""

    def __init__(self, source: str, reason: str, advice: str) -> None:
        super().__init__(f"{source}: {reason}; {advice}")
        self.source = source
        self.reason = reason
        self.advice = advice


class UnknownBody(SaysoError):
    """A deciding body that no table knows; `near` are ids that look like it."""

    def __init__(self, name: str, near: tuple[str, ...] = ()) -> None:
        meant = f" (did you mean {' or '.join(near)}?)" if near else ""
        super().__init__(f"{name}: no such body{meant}; sayso decide --list shows them all")
        self.near = near


class BadKnowledge(SaysoError):
    """A knowledge table that does not read as one."""


class BadRule(SaysoError):
    """A rule of decision that does not read as one, or that no vote could meet."""


class BadVote(SaysoError):
    """Votes that cannot be counted: whose they are is unknown, or they were cast twice, or on no day of the body."""
