"""What a reader may say about the inputs, and the limits that no input may exceed."""

from typing import Literal

from sayso.records import Record

MEGABYTE = 1 << 20
MAX_BYTES = 20 * MEGABYTE
MAX_LETTERS = 1_000_000
MAX_RUNS = 30_000
MAX_ROBOTS_BYTES = MEGABYTE // 2
MAX_REDIRECTS = 5
MAX_PAGES = 500
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
TOTAL_SECONDS = 60.0

Format = Literal["auto", "html", "text", "markdown", "pdf", "raw"]


class ReadOptions(Record, frozen=True, kw_only=True):
    """How to read. `published` (ISO day), `outlet` and `url` are for pasted text and override what the input says.

    `format` raw takes the decoded text as it is; `allow_private` lets URLs lead to inner addresses; `offline` refuses
    URLs altogether.
    """

    format: Format = "auto"
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    allow_private: bool = False
    offline: bool = False
