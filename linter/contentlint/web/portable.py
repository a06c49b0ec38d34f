"""The text of a PDF, if the extra ``pdf`` is installed."""

import json
import subprocess
import sys
import time
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

from contentlint.citations.visit import Paper
from contentlint.patterns import pattern
from contentlint.web.statements import clean

_PAGES = 400
_SECONDS = 10.0
"""How long one file may be read."""
_MARK, _SNIFFED = b"%PDF-", 1024
"""What stands in the first bytes of any PDF."""
_BEGINNING = 5.0
"""Seconds that the process may take besides."""
_MEMORY = 1_500_000_000
"""Bytes of addresses that the process may have."""
_PROCESS = (
    "import sys; sys.path[:] = sys.argv[1:]; from contentlint.web.portable import serve; serve()"
)
_CHARACTERS = 4_000_000
_HYPHENS = pattern(r"[\ufffe\x02\xad]\s*|(?<=[a-zß-ÿ])-\r?\n(?=[a-zß-ÿ])")
_INNER_BREAK = pattern(r"(?<![.!?:;])[ \t]*\r?\n[ \t]*(?=\S)")


def read_portable(body: bytes, cut: bool) -> Paper:
    """Return what a PDF says; nothing, and not whole, where it cannot be read.

    The library is C++ and the file is anybody's: it is read in a process of its own, which may
    crash, hang or ask for more memory than there is, and takes nothing with it.
    """
    readable = _MARK in body[:_SNIFFED] and sys.executable and find_spec("pypdfium2")
    told = _told(body) if readable else None
    if told is None:
        return Paper(kind="pdf", whole=False)
    names, authors = (tuple(filter(None, [clean(told[key])])) for key in ("title", "author"))
    text = "\n".join(filter(None, map(_joined, told["pages"])))
    complete = bool(told["whole"] and not cut and text)
    return Paper(text, names, authors, kind="pdf", whole=complete)


def _told(body: bytes) -> dict[str, Any] | None:
    """Return what the process says of a file; None where it came to no end."""
    # “-I” keeps the directory that it runs in, a checkout maybe, from being a place of modules.
    places = [place for place in sys.path if place]
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _PROCESS, *places],
            input=body,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS + _BEGINNING,
            check=True,
        )
        told: dict[str, Any] = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return told


def serve() -> None:
    """Read a PDF from the standard input, and write what it says to the standard output."""
    _hold()
    import pypdfium2

    with pypdfium2.PdfDocument(sys.stdin.buffer.read()) as document:
        pages, whole = _pages(document)
        head = document.get_metadata_dict(skip_empty=True)
    told = {"pages": pages, "whole": whole}
    told |= {"title": head.get("Title", ""), "author": head.get("Author", "")}
    sys.stdout.buffer.write(json.dumps(told).encode())


def _hold() -> None:
    """Bound what this process may take, where the system can."""
    try:
        import resource
    except ImportError:
        return
    seconds = int(_SECONDS + _BEGINNING)
    for kind, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def _pages(document: Any) -> tuple[list[str], bool]:
    """Return the text of the pages, and whether these are all."""
    parts: list[str] = []
    until = time.monotonic() + _SECONDS
    for number in range(len(document)):
        if number >= _PAGES or time.monotonic() > until or sum(map(len, parts)) > _CHARACTERS:
            return parts, False
        page = document[number]
        parts.append(page.get_textpage().get_text_bounded())
        page.close()
    return parts, True


def _joined(page: str) -> str:
    """Return lines that belong together as one: a PDF breaks them anywhere."""
    text = _INNER_BREAK.sub(" ", _HYPHENS.sub("", page))
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
