"""What the rules about single characters share: where a reader reads them, and how many to show."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from contentlint import Document, Fix, Severity, Span, Violation, pattern
from contentlint_rules.beyond import once_beyond

MANY = 5
"""From so many on, the places of one page are one finding."""
_STRANGE = pattern(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u0300-\u036f\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_ADDRESS = pattern(r"[a-z]{3,8}://[^\s<>\"`]{1,2000}")


@lru_cache(maxsize=8)
def strange(text: str) -> frozenset[str]:
    """Return which characters of a text no keyboard has; one search for several rules.

    Control characters, combining accents, signs of direction, invisible ones, private use.
    """
    found = frozenset(_STRANGE.findall(once_beyond(text)))
    return found | {"\x0b"} if "\x0b" in text else found


def readable(document: Document, found: Iterable[re.Match[str]]) -> Iterator[Span]:
    """Yield the spans of what a reader reads: no code, formula, raw HTML, template or address."""
    for match in found:
        span = Span(*match.span())
        if not document.is_opaque(span) and not _in_target(document, span):
            yield span


def _in_target(document: Document, span: Span) -> bool:
    line = document.lines.span(document.position(span.start).line)
    addresses = (Span(*at.span()) for at in _ADDRESS.finditer(document.text, line.start, line.end))
    targets = (link.target for link in (*document.links, *document.images) if link.target)
    return any(span.overlaps(other) for other in (*addresses, *targets))


def gathered(
    document: Document,
    places: Iterable[Span],
    said: Callable[[Span], str],
    fix: Callable[[Iterable[Span]], Fix | None] = lambda _: None,
    level: Severity = Severity.ERROR,
) -> Iterator[Violation]:
    """Yield a violation for each place, or one for all with the first few when they are many."""
    spans = list(places)
    if len(spans) < MANY:
        yield from (Violation(span, said(span), fix([span]), level) for span in spans)
        return
    lines = len({document.position(span.start).line for span in spans})
    more = f"; {len(spans)} places like this on {lines} line{'s' * (lines > 1)}"
    yield Violation(spans[0], said(spans[0]) + more, fix(spans), level)


def named(char: str) -> str:
    """Return a character's number and name, without the character itself."""
    name = unicodedata.name(char, _CONTROLS.get(char, "")).lower()
    return f"U+{ord(char):04X}{' ' if name else ''}{name}"


_CONTROLS = {
    "\0": "NUL",
    "\x07": "bell",
    "\b": "backspace",
    "\x0b": "vertical tab",
    "\x1b": "escape",
    "\x7f": "delete",
}
