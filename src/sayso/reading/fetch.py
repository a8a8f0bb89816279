"""A URL to bytes, politely and within limits.

robots.txt is followed (RFC 9309); time, size, redirects and addresses are limited.
"""

import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpcore2
import httpx2

from sayso.errors import UnreadableArticle
from sayso.reading.addresses import GuardedBackend, PrivateAddressError
from sayso.reading.decode import TooLargeError
from sayso.reading.options import (
    CONNECT_SECONDS,
    MAX_BYTES,
    MAX_REDIRECTS,
    MAX_ROBOTS_BYTES,
    MEGABYTE,
    READ_SECONDS,
    TOTAL_SECONDS,
    ReadOptions,
)
from sayso.records import Record

AGENT = f"sayso/{version('sayso')}"
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,text/plain,text/markdown,application/pdf;q=0.9,*/*;q=0.1",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, deflate",
}
_SAVE_IT = "save the page from your browser and read the file"


class Fetched(Record, frozen=True, kw_only=True):
    """What a URL answered, after redirects: `url` is the last one, `data` is decompressed."""

    url: str
    data: bytes
    media_type: str
    charset: str | None


class _RefusedError(Exception):
    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


def fetch(url: str, options: ReadOptions) -> Fetched:
    """What is at a URL.

    Raises UnreadableArticle when offline, disallowed, too slow, too large, misdirected or not there.
    """
    if options.offline:
        raise UnreadableArticle(url, "not fetched, because of --offline", "save the page and read the file")
    try:
        with _client(options) as client:
            return _follow(client, url)
    except _RefusedError as refused:
        raise UnreadableArticle(url, refused.reason, refused.advice) from refused
    except PrivateAddressError as error:
        reason = f"leads to an address that is not public ({error})"
        raise UnreadableArticle(url, reason, "use --allow-private if you trust it") from error
    except TooLargeError as error:
        raise UnreadableArticle(url, str(error), _SAVE_IT) from error
    except httpx2.TimeoutException as error:
        raise UnreadableArticle(url, "no answer in time", f"try again later, or {_SAVE_IT}") from error
    except zlib.error as error:
        raise UnreadableArticle(url, "compressed data that does not decompress", _SAVE_IT) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError, ValueError) as error:
        raise UnreadableArticle(url, f"could not be fetched ({error})", "check the address and the network") from error


class _GuardedTransport(httpx2.HTTPTransport):
    """httpx2's transport over a pool with our backend, which the public constructor has no argument for."""

    def __init__(self, *, allow_private: bool) -> None:
        context = httpx2.create_ssl_context(trust_env=False)
        super().__init__(verify=context, trust_env=False)
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context, network_backend=GuardedBackend(allow_private=allow_private)
        )


@contextmanager
def _client(options: ReadOptions) -> Iterator[httpx2.Client]:
    transport = _GuardedTransport(allow_private=options.allow_private)
    timeout = httpx2.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    with httpx2.Client(transport=transport, timeout=timeout, headers=_HEADERS, trust_env=False) as client:
        yield client


def _follow(client: httpx2.Client, url: str) -> Fetched:
    deadline = time.monotonic() + TOTAL_SECONDS
    for _ in range(MAX_REDIRECTS + 1):
        _require_web(url)
        if not _is_allowed(client, url, deadline):
            raise _RefusedError("the site's robots.txt does not allow fetching it", _SAVE_IT)
        with client.stream("GET", url) as answer:
            if answer.is_redirect and "location" in answer.headers:
                url = urljoin(url, answer.headers["location"])
                continue
            if answer.status_code >= 400:
                raise _RefusedError(
                    f"the server answered {answer.status_code} {answer.reason_phrase}".rstrip(), _SAVE_IT
                )
            kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
            data = _body(answer, MAX_BYTES, deadline)
            return Fetched(url=url, data=data, media_type=kind, charset=answer.charset_encoding)
    raise _RefusedError(f"more than {MAX_REDIRECTS} redirects", "open it in a browser and use the address it ends at")


def _require_web(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise _RefusedError(f"leads to a {parts.scheme}: URL", "only http and https are fetched")
    if not parts.hostname:
        raise _RefusedError("has no host name", "check the address")


def _is_allowed(client: httpx2.Client, url: str, deadline: float) -> bool:
    """Whether robots.txt allows the URL: none (4xx) allows all, a failing server (5xx) nothing (RFC 9309, 2.3.1)."""
    parts = urlsplit(url)
    address = f"{parts.scheme}://{parts.netloc}/robots.txt"
    for _ in range(MAX_REDIRECTS + 1):
        _require_web(address)
        with client.stream("GET", address) as answer:
            if answer.is_redirect and "location" in answer.headers:
                address = urljoin(address, answer.headers["location"])
                continue
            if answer.status_code >= 500:
                raise _RefusedError(f"the site's robots.txt cannot be had (error {answer.status_code})", _SAVE_IT)
            if answer.status_code >= 400:
                return True
            try:
                text = _body(answer, MAX_ROBOTS_BYTES, deadline).decode("utf-8", "replace")
            except TooLargeError:
                return True
            rules = RobotFileParser()
            rules.parse(text.splitlines())
            return rules.can_fetch(AGENT, url)
    return True


def _body(answer: httpx2.Response, limit: int, deadline: float) -> bytes:
    """The body, decompressed here so that the limit counts what comes out and not what came in."""
    encoding = answer.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise _RefusedError(f"compressed in a way that was not asked for ({encoding})", _SAVE_IT)
    stream = _Inflater(limit) if encoding not in ("identity", "") else None
    out = bytearray()
    for chunk in answer.iter_raw():
        out += stream.feed(chunk, limit + 1 - len(out)) if stream else chunk
        if len(out) > limit:
            what = "decompresses to more" if stream else "is larger"
            raise TooLargeError(f"{what} than the limit of {max(1, limit // MEGABYTE)} MB")
        if time.monotonic() > deadline:
            raise _RefusedError(f"still not complete after {TOTAL_SECONDS:.0f} seconds", _SAVE_IT)
    return bytes(out)


class _Inflater:
    """Gzip, zlib or bare deflate as it arrives; some servers send the last and call it deflate."""

    def __init__(self, limit: int) -> None:
        self._stream = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._begun = False

    def feed(self, chunk: bytes, room: int) -> bytes:
        try:
            out = self._stream.decompress(chunk, room)
        except zlib.error:
            if self._begun:
                raise
            self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
            out = self._stream.decompress(chunk, room)
        self._begun = True
        return out
