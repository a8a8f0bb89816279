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
    """A deciding body that no table knows."""


class BadKnowledge(SaysoError):
    """A knowledge table that does not read as one."""
