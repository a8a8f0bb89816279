"""URLs, against a real server on this machine."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.errors import UnreadableArticle
from sayso.reading import ReadOptions, addresses, fetch, read, read_all
from sayso.reading.addresses import is_public

PROSE = (
    "The cabinet is divided over the dam on the Orva, three ministers said on Thursday, a week before the vote. "
    "The energy minister wants it built this year."
)
TITLE = "Dam vote splits cabinet"
PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{PROSE}</p></body></html>"
INNER = ReadOptions(allow_private=True)


class Site(BaseHTTPRequestHandler):
    robots = "User-agent: *\nDisallow: /secret\n"
    asked: list[str]

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        name = self.path.strip("/").replace(".", "_").replace("-", "_") or "page"
        getattr(self, f"show_{name}", self.show_missing)()

    def show(self, content: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(content)

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def show_robots_txt(self) -> None:
        self.show(self.robots.encode(), "text/plain")

    def show_page(self) -> None:
        self.show(PAGE.encode())

    def show_secret(self) -> None:
        self.show(PAGE.encode())

    def show_zipped(self) -> None:
        self.show(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def show_bomb(self) -> None:
        self.show(gzip.compress(bytes(100 << 20)), Content_Encoding="gzip")

    def show_strange(self) -> None:
        self.show(b"abc", Content_Encoding="br")

    def show_big(self) -> None:
        self.show(b"a" * (21 << 20))

    def show_moved(self) -> None:
        self.redirect("/page")

    def show_loop(self) -> None:
        self.redirect("/loop")

    def show_away(self) -> None:
        self.redirect("file:///etc/passwd")

    def show_inwards(self) -> None:
        self.redirect(f"http://127.0.0.1:{self.server.server_address[1]}/page")

    def show_latin(self) -> None:
        self.show(PAGE.replace("cabinet", "café").encode("latin-1"), "text/html; charset=iso-8859-1")

    def show_slow(self) -> None:
        time.sleep(1.5)
        self.show(PAGE.encode())

    def show_failing(self) -> None:
        self.send_error(503)

    def show_missing(self) -> None:
        self.send_error(404)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def url(site: ThreadingHTTPServer, path: str = "/page") -> str:
    return f"http://127.0.0.1:{site.server_address[1]}{path}"


def refusal(address: str, options: ReadOptions = INNER) -> str:
    with pytest.raises(UnreadableArticle) as caught:
        read(address, options)
    assert caught.value.source == address
    return caught.value.reason


@pytest.mark.parametrize("path", ["/page", "/moved", "/zipped"])
def test_a_page_is_fetched(site: ThreadingHTTPServer, path: str) -> None:
    article = read(url(site, path), INNER)
    assert article.text == f"Dam vote splits cabinet\n\n{PROSE}"
    assert article.file is None
    assert article.url == url(site, "/page" if path == "/moved" else path)


def test_the_server_names_the_charset(site: ThreadingHTTPServer) -> None:
    assert read(url(site, "/latin"), INNER).title == "Dam vote splits café"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/secret", "robots.txt does not allow"),
        ("/bomb", "decompresses to more than the limit of 20 MB"),
        ("/big", "is larger than the limit of 20 MB"),
        ("/strange", "compressed in a way that was not asked for (br)"),
        ("/none", "the server answered 404"),
        ("/failing", "the server answered 503"),
        ("/loop", "more than 5 redirects"),
        ("/away", "leads to a file: URL"),
    ],
)
def test_what_is_refused(site: ThreadingHTTPServer, path: str, reason: str) -> None:
    assert reason in refusal(url(site, path))


def test_what_robots_forbid_is_never_asked_for(site: ThreadingHTTPServer) -> None:
    refusal(url(site, "/secret"))
    assert site.asked == ["/robots.txt"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("show", "reason"), [(Site.show_missing, None), (Site.show_failing, "robots.txt cannot be had (error 503)")]
)
def test_without_robots_all_is_allowed_but_not_with_failing_ones(
    site: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch, show: Callable[[Site], None], reason: str | None
) -> None:
    monkeypatch.setattr(Site, "show_robots_txt", show)
    if reason is None:
        assert read(url(site), INNER).title == TITLE
    else:
        assert reason in refusal(url(site))


def test_inner_addresses_are_refused_unless_allowed(site: ThreadingHTTPServer) -> None:
    assert "an address that is not public (127.0.0.1)" in refusal(url(site), ReadOptions())
    port = site.server_address[1]
    assert "not public" in refusal(f"http://localhost:{port}/page", ReadOptions())
    assert site.asked == []  # type: ignore[attr-defined]


def test_a_redirect_inwards_is_refused(site: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host with a public address redirects to 127.0.0.1; the first hop is let through to our own server."""
    known = addresses.is_public
    monkeypatch.setattr(addresses, "resolve", lambda host, port: ["127.0.0.1"] if host == "public.example" else [host])
    asked: list[str] = site.asked  # type: ignore[attr-defined]
    monkeypatch.setattr(addresses, "is_public", lambda a: (a == "127.0.0.1" and len(asked) < 2) or known(a))
    assert "not public" in refusal(f"http://public.example:{site.server_address[1]}/inwards", ReadOptions())
    assert asked == ["/robots.txt", "/inwards"]


def test_the_checked_address_is_the_one_connected_to(
    site: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name server answers differently each time: only the first answer, the checked one, is used."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    monkeypatch.setattr(addresses, "resolve", lambda host, port: next(answers))
    port = site.server_address[1]
    assert read(f"http://rebind.example:{port}/page", INNER).title == "Dam vote splits cabinet"


def test_a_slow_server_is_given_up(site: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "READ_SECONDS", 0.3)
    assert refusal(url(site, "/slow")) == "no answer in time"


def test_many_urls_give_the_same_in_any_order(site: ThreadingHTTPServer) -> None:
    many = [url(site, path) for path in ("/page", "/zipped", "/none", "/secret", "/moved")]
    found = read_all(many, INNER)
    assert read_all(many[::-1], INNER) == found
    articles, unread = found
    assert [(a.url, a.also) for a in articles] == [(url(site), (url(site, "/zipped"),))]
    assert [u.input for u in unread] == [url(site, "/none"), url(site, "/secret")]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public
