"""What a page says of itself: title, outlet, byline, date, address, language."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from sayso.reading.dates import all_dates_in, date_in_url, dates_in, machine_date
from sayso.reading.page import Metadata, Stamp

_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review)$")
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date", "published-date",
    "article.published", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime",
    "citation_publication_date", "citation_online_date", "ptime", "rnews:datepublished", "dc.date", "dcterms.date",
    "date",
)  # fmt: skip
_OUTLET_METAS = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "citation_journal_title",
)
_AUTHOR_METAS = (
    "author",
    "article:author_name",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
)
_TITLE_SEPARATOR = re.compile(r"\s+[|\-–—:·•»/]+\s+|:\s+")
_NOBODY = re.compile(
    r"^(?:admin(?:istrator)?|editor|staff|webmaster|user\d*|root|anonymous|unknown|guest|n/?a|none)$", re.I
)
_WORD = re.compile(r"\w+")
_BY = re.compile(r"^\s*(?:(?:written|posted|reported)\s+)?by[:\s]\s*(?=\S)", re.I)
_DATED_CLASS = re.compile(r"date|time|publish|posted|meta|byline|signature|dateline|info", re.I)
_BEFORE_TEXT = 200


class LinkedData(NamedTuple):
    """The article among a page's JSON-LD objects, taken apart."""

    headline: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    body: str | None = None
    is_free: bool | None = None


def metadata_of(root: Any, linked: LinkedData, address: str | None) -> Metadata:
    """The metadata of a page; `address` is where it was fetched, if it was."""
    metas = _metas(root)
    url = _url(root, metas, address)
    title = _title(root, metas, linked)
    outlet = (
        _first(metas, _OUTLET_METAS[:1]) or linked.outlet or _first(metas, _OUTLET_METAS) or _title_outlet(root, title)
    )
    return Metadata(
        title=title,
        outlet=re.split(r"\s[|•·»]\s", outlet)[0].removeprefix("@") if outlet else None,
        byline=_byline(root, metas, linked, outlet),
        published=_published(root, metas, linked, url),
        url=url,
    )


def linked_data(root: Any) -> LinkedData:
    """The first article of the page's JSON-LD scripts (schema.org)."""
    for node in _nodes(root):
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in kinds):
            free = node.get("isAccessibleForFree")
            return LinkedData(
                headline=_text(node.get("headline")) or _text(node.get("name")),
                outlet=_name(node.get("publisher")),
                author=_name(node.get("author")) or _name(node.get("creator")),
                published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
                body=_paragraphs(node.get("articleBody")),
                is_free=None if free is None else str(free).lower() not in ("false", "0", "no"),
            )
    return LinkedData()


def without_outlet(title: str, outlet: str | None) -> str:
    """A document title without the outlet's name at either end."""
    if outlet:
        for pattern in (rf"\s*[|\-–—:·•»/]+\s*{re.escape(outlet)}\s*$", rf"^\s*{re.escape(outlet)}\s*[|\-–—:·•»/]+\s*"):
            shorter = re.sub(pattern, "", title, flags=re.I)
            if shorter.strip() and shorter != title:
                return shorter.strip()
    return title


def _nodes(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            found = json.loads(re.sub(r"^\s*(?://)?<!\[CDATA\[|(?://)?\]\]>\s*$", "", script.text), strict=False)
        except (ValueError, RecursionError):
            continue
        queue = [found]
        for _ in range(200):
            if not queue:
                break
            node = queue.pop(0)
            if isinstance(node, list):
                queue.extend(node)
            elif isinstance(node, dict):
                yield node
                queue.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)


def _text(value: object) -> str | None:
    if isinstance(value, list):
        return _text(value[0]) if value else None
    return " ".join(_plain(value).split()) or None if isinstance(value, str) else None


def _plain(value: str) -> str:
    from html import unescape

    return re.sub(r"</?[a-z][^<>]*>", " ", unescape(value), flags=re.I)


def _paragraphs(value: object) -> str | None:
    """A text with a paragraph a line."""
    lines = [_text(line) for line in value.splitlines()] if isinstance(value, str) else []
    return "\n".join(line for line in lines if line) or None


def _name(value: object) -> str | None:
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, list):
        names = [name for name in map(_name, value) if name]
        return ", ".join(dict.fromkeys(names)) or None
    return _text(value)


def _metas(root: Any) -> dict[str, str]:
    """Names to contents, the first of each name, names in lower case."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            metas.setdefault(name, content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _url(root: Any, metas: dict[str, str], address: str | None) -> str | None:
    links = [link for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    canonical: str | None = links[0].get("href") if links else None
    for candidate in (canonical, metas.get("og:url"), address):
        if candidate:
            full = _joined(address, candidate.strip())
            if full.startswith(("http://", "https://")):
                return full
    return None


def _joined(address: str | None, link: str) -> str:
    try:
        return urlsplit(urljoin(address or "", link)).geturl()
    except ValueError:  # such as half an IPv6 address
        return ""


def _title(root: Any, metas: dict[str, str], linked: LinkedData) -> str | None:
    """The headline as shown (h1), where it agrees with what the page's head says; else what the head says."""
    document = next((" ".join(t.text_content().split()) for t in root.iter("title")), None)
    outlet = metas.get("og:site_name") or linked.outlet
    said = [t for t in (metas.get("og:title"), linked.headline, metas.get("twitter:title")) if t] or [document or ""]
    said = [without_outlet(t, outlet) for t in said if t]
    heads = [" ".join(h.text_content().split()) for h in root.iter("h1")]
    heads = [h for h in heads if h]
    for head in heads:
        if any(_alike(head, title) >= 0.5 for title in said):
            return head
    if said:
        return said[0]
    return heads[0] if len(heads) == 1 else None


def _alike(one: str, other: str) -> float:
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(a & b) / max(1, min(len(a), len(b))) if len(a) > 1 else float(a == b)


def _title_outlet(root: Any, title: str | None) -> str | None:
    """The outlet of a document title such as "Headline - Outlet", where the headline is known from elsewhere."""
    document = next((" ".join(t.text_content().split()) for t in root.iter("title")), "")
    if title and document.startswith(title):
        rest = re.match(r"\s+[|\-–—·•»]\s+(.{2,60})$", document[len(title) :])
        name = rest[1].strip() if rest else ""
        return name if name and not _TITLE_SEPARATOR.search(name) else None
    return None


def _byline(root: Any, metas: dict[str, str], linked: LinkedData, outlet: str | None) -> str | None:
    marked = root.xpath("//*[@itemprop='author' or contains(concat(' ', @rel, ' '), ' author ')]")
    shown = [" ".join(e.text_content().split()) for e in marked if e.tag not in ("meta", "link")]
    for name in (linked.author, *(metas.get(n) for n in _AUTHOR_METAS), *shown[:1]):
        byline = _name_alone(name or "")
        if byline and not _NOBODY.match(byline) and "//" not in byline and byline != outlet and len(byline) < 120:
            return byline
    return None


def _name_alone(text: str) -> str:
    """A byline without "By", a date, a handle or whatever else a page puts behind it."""
    dates = all_dates_in(text, "")
    text = text[: dates[0].start] if dates else text
    return re.split(r"\s@\w|\s[|•·]\s", _BY.sub("", text))[0].strip(" |,-–—•·")


def _published(root: Any, metas: dict[str, str], linked: LinkedData, url: str | None) -> Stamp | None:
    candidates = [(name, metas[name]) for name in _DATE_METAS if name in metas]
    found = [machine_date(value, f"meta {name}") for name, value in candidates[:3]]
    found.insert(1 if found and candidates[0][0].endswith("published_time") else 0, _linked_date(linked))
    known = [stamp for stamp in found if stamp]
    if known:
        with_moment = [s for s in known if s.at and s.day == known[0].day]
        return (with_moment or known)[0]
    return _shown_date(root) or (date_in_url(url) if url else None)


def _linked_date(linked: LinkedData) -> Stamp | None:
    return machine_date(linked.published, "json-ld datePublished") if linked.published else None


def _shown_date(root: Any) -> Stamp | None:
    """The date of a time element, or of a line marked as a date, near the headline."""
    head = next(root.iter("h1"), None)
    order = list(root.iter("*"))
    begin = order.index(head) if head is not None else 0
    near = order[begin : begin + _BEFORE_TEXT] if head is not None else order
    for element in (e for e in near if e.tag == "time" and not _is_change(e)):
        stamp = machine_date(element.get("datetime") or "", "time element") or _line_date(element)
        if stamp:
            return stamp
    for element in near:
        marked = element.get("itemprop") == "datePublished" or _DATED_CLASS.search(element.get("class") or "")
        stamp = _line_date(element) if marked else None
        if stamp:
            return stamp
    return None


def _is_change(element: Any) -> bool:
    own = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    return "modified" in own or "updated" in own


def _line_date(element: Any) -> Stamp | None:
    line = " ".join(" ".join(element.itertext()).split())
    if len(line) > 160:
        return None
    dates = dates_in(line, "")
    if not dates:
        return None
    first = dates[0]
    shown = line[first.start : first.end].strip(" ,-")
    return Stamp(day=first.stamp.day, at=first.stamp.at, found=f"text: '{shown}'")
