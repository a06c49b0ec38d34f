"""What the bytes of an answer say, as text, and what they say of themselves.

Nothing here raises, whatever the bytes are, and all of it takes time in proportion to them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from html import unescape

from contentlint.citations.visit import Paper
from contentlint.patterns import pattern
from contentlint.web import markup
from contentlint.web.charset import as_utf8, decoded
from contentlint.web.places import split
from contentlint.web.statements import of_page

_LITTLE = 600
"""Code points of text under which a page may be made by a program that was not run."""
_MOST = 1_000_000
"""Bytes of text that are kept of a page: all of them are held until the end of a run."""
_MOST_ANCHORS = 20_000
_SNIFFED = 1024
_MARKUP = re.compile(
    rb"\s*+(?:<!--.{0,400}?-->\s*+)?<(?:!doctype\s+html|html|head|body|title|meta|p|div|h1|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*+<\?xml\b")
_SHELL = re.compile(
    rb"<(?:div|main)\b[^<>]*\sid\s*=\s*[\"']?(?:root|app|__next|__nuxt|___gatsby|application|svelte"
    rb"|react-root|app-root|main-app)[\"'\s>]|<(?:app-root|ember-app|div\s+ng-app)\b",
    re.IGNORECASE,
)
_ASKS_FOR_SCRIPTS = pattern(
    r"(?:enable|activat?e|activer|aktivieren|activar|ativ(?:ar|e)|abilita\w*|inschakel\w*|requires?"
    r"|need|turn on|autoris\w+|active[rz]?)\W.{0,60}java ?script"
    r"|java ?script\W.{0,60}(?:enabled?|required|disabled|activ\w+|aktivier\w+|attivat\w+"
    r"|ingeschakeld|nécessaire|requis|deshabilitado|desativado)",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS = pattern(r"[\x00-\x08\x0e-\x1f\x7f]+")
_PARAGRAPHS = pattern(r"\n[ \t]*\n\s*")


def read(body: bytes, headers: Mapping[str, str], url: str, *, cut: bool = False) -> Paper:
    """Return what a page says. ``headers`` have names in lower case.

    ``cut`` says that there is more of it. A kind of file that has no text to search gives an
    empty text that is not whole.
    """
    kind = kind_of(body, headers, url)
    if kind == "pdf":
        return _digested(_portable(body, cut))
    if kind == "other":
        return _digested(Paper(kind=kind, whole=False))
    if kind == "html":
        return _digested(_html(as_utf8(body, headers), url, cut))
    text = _PLAIN[kind](_CONTROLS.sub("", decoded(body[:_MOST], headers)))
    return _digested(Paper(text, kind=kind, whole=not cut and len(body) <= _MOST))


def kind_of(body: bytes, headers: Mapping[str, str], url: str) -> str:
    """Return what kind of file an answer is: html, text, json, xml, pdf or other."""
    media = headers.get("content-type", "").partition(";")[0].strip().lower()
    if body[:_SNIFFED].lstrip().startswith(b"%PDF-") or media == "application/pdf":
        return "pdf"
    if media in ("text/html", "application/xhtml+xml"):
        return "html"
    if media.startswith(("image/", "audio/", "video/", "font/")) and "svg" not in media:
        return "other"
    if _MARKUP.match(body, 0, _SNIFFED) and media != "text/plain":
        return "html"
    return _by_media(media) or _by_look(body, url)


def _by_media(media: str) -> str:
    if media.endswith(("/json", "+json")):
        return "json"
    if media.endswith(("/xml", "+xml")):
        return "xml"
    return "text" if media.startswith("text/") else ""


def _by_look(body: bytes, url: str) -> str:
    head = body[:_SNIFFED]
    if b"\0" in head or head.startswith(
        (b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8")
    ):
        return "other"
    if _XML.match(head):
        return "xml"
    if split(url).path.lower().endswith(".json"):
        return "json"
    return "text"


def _digested(paper: Paper) -> Paper:
    return replace(paper, digest=sha256(paper.text.encode("utf-8", "replace")).hexdigest()[:16])


def _html(page: bytes, url: str, cut: bool) -> Paper:
    parts = markup.taken_apart(page)
    text, all_text = markup.text_of(parts.visible, _MOST)
    anchors, all_anchors = markup.anchors(parts.visible, _MOST_ANCHORS)
    said = of_page(parts, url)
    return Paper(
        text,
        names=said.names,
        authors=said.authors,
        published=said.published,
        updated=said.updated,
        language=said.language,
        whole=all_text and all_anchors and not cut and not is_shell(parts, text),
        canonical=said.canonical,
        anchors=anchors,
    )


def is_shell(parts: markup.Markup, text: str) -> bool:
    """Whether the text of a page is made by a program that was not run."""
    if len(text) > _LITTLE or not parts.scripts:
        return False
    asks = _ASKS_FOR_SCRIPTS.search(
        markup.text_of(parts.unscripted[:4000], _LITTLE)[0] + " " + text
    )
    return bool(asks or _SHELL.search(parts.visible) or not text)


def _paragraphs(text: str) -> str:
    """Return a line for each paragraph: lines are broken anywhere in plain text."""
    parts = _PARAGRAPHS.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(filter(None, (" ".join(part.split()) for part in parts)))


def _lines(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _json(text: str) -> str:
    try:
        return "\n".join(_leaves(json.loads(text)))
    except (ValueError, RecursionError):
        return _lines(text)


def _leaves(value: object) -> Iterator[str]:
    """Yield a line for each value, with its key."""
    waiting: list[tuple[str, object]] = [("", value)]
    while waiting:
        key, each = waiting.pop()
        if isinstance(each, dict):
            waiting += [(str(name), part) for name, part in reversed(each.items())]
        elif isinstance(each, list):
            waiting += [(key, part) for part in reversed(each)]
        elif each is not None and each != "":
            yield f"{key}: {' '.join(str(each).split())}" if key else " ".join(str(each).split())


_CDATA = pattern(r"<!\[CDATA\[|\]\]>")
_ANY_TAG = pattern(r"<[a-zA-Z/!?][^<>]*+>?")


def _xml(text: str) -> str:
    return _lines(unescape(_ANY_TAG.sub("\n", _CDATA.sub("", text).replace("&#", "&amp;#"))))


_PLAIN = {"text": _paragraphs, "json": _json, "xml": _xml}


def _portable(body: bytes, cut: bool) -> Paper:
    from contentlint.web.portable import read_portable

    return read_portable(body, cut)
