"""Where inputs come from on this machine: files, folders and standard input, within the size limit."""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from sayso.errors import UnreadableArticle
from sayso.reading.options import MAX_BYTES, MEGABYTE
from sayso.records import Unread

SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".md", ".pdf")
_ABOUT_THE_FOLDER = frozenset(("readme", "license", "licence", "changelog", "contributing"))


def read_file(path: str) -> bytes:
    """The bytes of a file.

    Raises UnreadableArticle if it is missing, forbidden, no regular file, empty or larger than the limit; a file that
    is too large is not read.
    """
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableArticle(path, "is a folder", "name the files in it, or give it to `sayso brief`")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableArticle(path, "is no regular file", "save its content to a file, or pipe it to `-`")
        if status.st_size > MAX_BYTES:
            raise _too_large(path, f"{status.st_size / MEGABYTE:.0f} MB")
        with open(path, "rb") as file:
            return _filled(path, file.read(MAX_BYTES + 1))
    except FileNotFoundError as error:
        raise UnreadableArticle(path, "no such file", "check the name") from error
    except PermissionError as error:
        raise UnreadableArticle(path, "permission denied", "make it readable for you") from error
    except (OSError, ValueError) as error:
        raise UnreadableArticle(path, f"cannot be read ({error})", "check the file") from error


def read_texts(paths: Sequence[str]) -> tuple[tuple[tuple[str, str], ...], tuple[Unread, ...]]:
    """Stem and text of each file, bytes decoded and nothing stripped; and what could not be read."""
    texts, unread = [], []
    for path in paths:
        try:
            texts.append((Path(path).stem, read_file(path).decode("utf-8", "replace")))
        except UnreadableArticle as error:
            unread.append(Unread(input=path, reason=error.reason, advice=error.advice))
    return tuple(texts), tuple(unread)


def read_stdin() -> bytes:
    """What is piped in, at most the size limit. Raises UnreadableArticle if it is empty or more."""
    if sys.stdin is None:
        raise UnreadableArticle("-", "standard input is closed", "pipe an article to it")
    return _filled("-", sys.stdin.buffer.read(MAX_BYTES + 1))


def files_in(folder: str) -> list[tuple[str, str]]:
    """The files of a folder and its sub-folders that may be articles, sorted: path, and name relative to the folder.

    Hidden files, links to folders and what is about the folder itself (a README) are left out.
    """
    found = []
    if not os.access(folder, os.R_OK | os.X_OK):
        raise UnreadableArticle(folder, "permission denied", "make the folder readable for you")
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(root, name)
            if path.suffix.lower() in SUFFIXES and path.stem.lower() not in _ABOUT_THE_FOLDER and name[0] != ".":
                found.append((str(path), path.relative_to(folder).as_posix()))
    return sorted(found, key=lambda entry: entry[1])


def _filled(source: str, data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise _too_large(source, f"more than {MAX_BYTES // MEGABYTE} MB")
    if not data.strip():
        raise UnreadableArticle(source, "is empty", "give it the article's text")
    return data


def _too_large(source: str, size: str) -> UnreadableArticle:
    reason = f"is too large for an article ({size}; the limit is {MAX_BYTES // MEGABYTE} MB)"
    return UnreadableArticle(source, reason, "cut the article out of it and read that")
