"""Links that are not read as links: brackets apart, inside each other, or never closed."""

import re
from typing import NamedTuple

from contentlint import Document, Edit, Fix, Span, Violation, pattern
from contentlint_rules.links._shapes import Place, opening_of

_ABSOLUTE = r"(?:https?://|mailto:)[^\s()<>\[\]]+(?:\([^\s()<>]*\)[^\s()<>\[\]]*)*"
_APART = pattern(
    rf"\][ \t]+\((?:(?P<sure>{_ABSOLUTE})|(?P<www>www\.[^\s()<>\[\]]+)"
    r"|(?P<path>\.{0,2}/[^\s()<>\[\]]*(?:#[^\s()<>\[\]]+|/|\.(?:mdx?|html?))))\)"
)
_REVERSED = pattern(
    r"\[(?:(?P<sure>(?:https?://|mailto:)[^\s\[\]()]+)|(?P<www>www\.[^\s\[\]()]+)"
    r"|(?P<path>(?:\.{0,2}/|#[a-z]|[\w-]{1,80}\.(?:mdx?|html?|pdf)(?=[\]#]))[^\s\[\]()]*))\]"
    r"(?![(\[:])"
)
_BRACKETED = pattern(r"\]\(\[((?:https?://|mailto:)[^\s\[\]()]+)\]\)")
_INNER = pattern(r"\[([^\[\]\n]{1,500})\]\(([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)")
_NUMBER = pattern(r"\d{1,3}(?:[,–-] ?\d{1,3})*\Z")
_ASIDES = frozenset({"sic", "optional", "citation needed"})
_GLUED = pattern(r"\[([^\[\]()\n]{1,101})\((https?://[^\s()]+)\)")
_UNCLOSED = pattern(r"\]\(<?((?:https?://)?[^\s()<>]+(?:\([^\s()]*\))?)")
_CLOSED = pattern(r"""( "[^"\n]{0,200}"| '[^'\n]{0,200}')?\)""")
_BROKEN_OFF = pattern(r"[ \t]*\r?\n[^\s()]+\)")
_SPACED = pattern(r"\]\(([^()\n<>\"'{}\[\]|]{1,200})\)")
_PATH = pattern(r"(?:https?://|mailto:|\.{0,2}/|#|www\.)\S|.*\.[A-Za-z]\w{1,4}(?:#\S*)?\Z")
_FILE = pattern(
    r"(?:https?://[^\s/]+/|\.{0,2}/)?[^\s?#]+(?: [^\s?#]+)+\.(?:mdx?|html?|pdf|png|jpe?g|gif|svg"
    r"|webp|avif|docx?|xlsx?|pptx?|od[tps]|zip|txt|csv|mp[34]|webm|epub)\Z",
    re.IGNORECASE,
)
_EXTENSION = pattern(r"\.[A-Za-z]\w{1,4}\Z")
_SIZE = pattern(r"[ \t]=\d*%?x?\d*%?\Z")


def nested(place: Place) -> Violation | None:
    """Find a link whose target is a link again: “[text]([title](url))”."""
    text = place.document.text
    if place.start is None or place.label[:1] == "^" or place.is_reference:
        return None
    if place.label.strip() and not place.is_label:
        return None
    if wrapped := _BRACKETED.match(text, place.at):
        return _bracketed(place, wrapped)
    inner = _inner(place)
    if inner is None or text[inner.end : inner.end + 1] != ")":
        return None
    span = place.to(inner.end + 1)
    tables = place.document.tables if "|" in place.document[span] else ()
    if any(table.span.overlaps(span) for table in tables):
        return None
    content = _unnested(place, inner)
    fix = Fix.safe(f"Make one link: {content}", Edit.replacement(span, content))
    return Violation(
        span, "The target of this link is itself written as a link: readers see brackets", fix
    )


class _Inner(NamedTuple):
    """The link inside: its words, its target as written with its title, and where it ends."""

    words: str
    target: str
    end: int


def _inner(place: Place) -> _Inner | None:
    """Return the link that stands in the target; without blanks it is no link but an address."""
    document, start = place.document, place.at + 2
    if start not in place.reading.starts:
        match = _INNER.match(document.text, start)
        return _Inner(match[1], match[2], match.end()) if match else None
    content, end = place.reading.starts[start]
    target = document.text[document.text.index("](", content.end) + 2 : end - 1].strip()
    return _Inner(document[content], target, end)


def _unnested(place: Place, inner: _Inner) -> str:
    label = place.label.strip() or inner.words
    mark = "!" if place.document.text.startswith("!", place.start or 0) else ""
    if " " in inner.target or not _NUMBER.match(label):
        return f"{mark}[{label}]({inner.target})"
    return f'{mark}[{label}]({inner.target} "{_escaped(inner.words)}")'


def _escaped(title: str) -> str:
    """Return words as the title of a link: on one line, quotes escaped, no marks of emphasis."""
    words = " ".join(re.sub(r"(?<!\\)[*`]", "", title).split())
    return re.sub(r'(?<!\\)"', r"\"", words.removesuffix("\\"))


def _bracketed(place: Place, match: re.Match[str]) -> Violation:
    span = Span(place.at + 1, match.end())
    fix = Fix.safe("Take the brackets out", Edit.replacement(span, f"({match[1]})"))
    return Violation(
        place.to(match.end()), "Brackets round the target: this is not read as a link", fix
    )


def apart(place: Place) -> Violation | None:
    """Find a blank between the two halves: “[text] (url)”."""
    match = _APART.match(place.document.text, place.at)
    if not match or place.start is None or not place.is_label or place.is_reference:
        return None
    if place.label.strip().casefold() in _ASIDES or place.before in "[]" or place.label[:1] == "[":
        return None
    gap = Span(place.at + 1, match.start(match.lastgroup or "sure") - 1)
    make = Fix.safe if match["sure"] and not place.before.isalnum() else Fix.unsafe
    fix = make("Take the blank out", Edit.deletion(gap))
    if match["www"]:
        fix = Fix.suggestion(
            f"Perhaps [{place.label}](https://{match['www']})",
            Edit.replacement(Span(gap.start, gap.end + 1), "(https://"),
        )
    message = "A blank between “]” and “(”: this is not read as a link, readers see the brackets"
    return Violation(place.to(match.end()), message, fix)


def reversed_(place: Place) -> Violation | None:
    """Find the two kinds of bracket in the wrong order: “(text)[url]”."""
    text, at = place.document.text, place.at
    match, start = _REVERSED.match(text, at + 1), opening_of(text, at, "()")
    if not match or start is None or place.is_reference or not text[start + 1 : at].strip():
        return None
    words, before = text[start + 1 : at], text[start - 1 : start]
    if before in {"]", ")", "["} or before.isalnum() or set(words) & set("()[]"):
        return None
    span = Span(start, match.end())
    url = match["sure"] or match["path"] or f"https://{match['www']}"
    make = Fix.safe if match["sure"] else Fix.suggestion
    fix = make("Turn the brackets round", Edit.replacement(span, f"[{words}]({url})"))
    message = "The brackets of this link are in the wrong order; it should be “[text](address)”"
    return Violation(span, message, fix)


def glued(place: Place) -> Violation | None:
    """Find a bracket that is never closed: “[text(url)”."""
    text = place.document.text
    start = text.rfind("[", max(place.at - 100, 0), place.at)
    match = _GLUED.match(text, start) if start >= 0 else None
    if not match or text[start - 1 : start] in {"[", "\\", "]"} or match.end() <= place.at:
        return None
    if place.document.is_opaque(Span(start, start + 1)):
        return None
    rest = text[match.end() : (text.find("\n", match.end()) + 1 or len(text) + 1) - 1]
    if "]" in rest.partition("[")[0]:
        return None
    span = Span(*match.span())
    content = f"[{match[1]}]({match[2]})"
    fix = Fix.suggestion(f"Perhaps {content}", Edit.replacement(span, content))
    return Violation(span, "“[” is never closed: this is not read as a link", fix)


def unclosed(place: Place) -> Violation | None:
    """Find a target without its end: “[text](url” or “[text](<url)”."""
    match = _UNCLOSED.match(place.document.text, place.at)
    if not match or place.start is None or place.is_link or not place.is_label:
        return None
    url = match[1].rstrip(".,;:!?")
    end = match.start(1) + len(url)
    angle = place.document.text.startswith("](<", place.at)
    closed = _CLOSED.match(place.document.text, match.end())
    title = closed[1] or "" if closed else ""
    content = f"({url}{title})"
    stop = closed.end() if closed else end
    fix = Fix.suggestion(
        f"Perhaps [{place.label}]{content}", Edit.replacement(Span(place.at + 1, stop), content)
    )
    broken = _BROKEN_OFF.match(place.document.text, match.end())
    sign = "<" if angle else "("
    message = f"The “{sign}” before the target is never closed: this is not read as a link"
    return Violation(place.to(stop), message, None if broken else fix)


def spaces(place: Place) -> Violation | None:
    """Find a target with blanks inside: “[text](my file.pdf)”."""
    text = place.document.text
    if place.start is None or place.is_link or not place.is_label:
        return None
    match = _SPACED.match(text, place.at)
    if not match:
        return unclosed(place) if text.startswith(("](http://", "](https://"), place.at) else None
    target = match[1].strip()
    if not _PATH.match(target) or _SIZE.search(target) or place.before.isalnum():
        return None
    span = Span(match.start(1), match.end(1))
    message = "A blank inside the target: this is not read as a link, readers see the brackets"
    return Violation(place.to(match.end()), message, _without_blanks(place.document, span))


def _without_blanks(document: Document, span: Span) -> Fix:
    target = document[span].strip()
    encoded = re.sub(r"[ \t]", "%20", target)
    first = target.split()[0]
    if _FILE.match(target) and not _EXTENSION.search(first) and target.count("//") < 2:
        return Fix.safe("Write the blanks as %20", Edit.replacement(span, encoded))
    if target.startswith("mailto:") and "?" in first:
        return Fix.unsafe("Write the blanks as %20", Edit.replacement(span, encoded))
    return Fix.suggestion("Take the blanks out", Edit.replacement(span, "".join(target.split())))
