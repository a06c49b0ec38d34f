"""Booleans: words that one parser takes for true or false, and another for text."""

from collections.abc import Iterator

from contentlint import Fix, Meaning, Severity, Violation
from contentlint_rules.frontmatter._readings import Value, spoken
from contentlint_rules.frontmatter._well_known import HUGO_SWITCHES, LANGUAGES, SWITCHES, is_text

_TRUE = frozenset({"yes", "on", "true"})
_FALSE = frozenset({"no", "off", "false"})
_SPOKEN = frozenset({"yes", "no", "on", "off"})
_CAST = frozenset({"1", "t", "T", "true", "TRUE", "True"})
"""Texts that Hugo takes for true: https://pkg.go.dev/strconv#ParseBool."""

_DECIDE = {"draft": "drafts", "published": "published pages"}


def switches(value: Value) -> Iterator[Violation]:
    """Yield booleans that are read as something else, and text that is read as a boolean."""
    word = value.text.lower()
    if word not in _TRUE and word not in _FALSE:
        return
    if value.on_top and value.generator == "Hugo" and value.key in HUGO_SWITCHES:
        yield from _of_hugo(value, word)
    elif value.key in SWITCHES:
        yield from _as_text(value, word)
    elif value.plain and word in _SPOKEN and is_text(value):
        yield from _as_boolean(value)


def _of_hugo(value: Value, word: str) -> Iterator[Violation]:
    """Hugo casts what it gets; a word that it does not know is false."""
    if word in _FALSE or value.text in _CAST:
        return
    effect = "so the page is published" if value.key == "draft" else "which counts as false"
    yield value.says(f"text, {effect}", "write true", value.rewritten(True, Fix.unsafe))


def _as_text(value: Value, word: str) -> Iterator[Violation]:
    """Text counts as true everywhere, whatever it says."""
    meant = word in _TRUE
    if value.plain and (word not in _SPOKEN or not value.misread(_is_text)):
        return
    if not value.generator or (meant and not _must_be_boolean(value)):
        return
    if not value.plain and word in _SPOKEN and value.key not in _DECIDE:
        return
    effect = "text" if meant else "text, which counts as true"
    found = value.says(effect, f"write {str(meant).lower()}", value.rewritten(meant, Fix.unsafe))
    yield found if value.key in _DECIDE else milder(found)


def _must_be_boolean(value: Value) -> bool:
    """Whether a site compares the value with true, or refuses a page where it is text."""
    return value.generator == "Astro"


def _as_boolean(value: Value) -> Iterator[Violation]:
    read = value.misread(_is_boolean)
    if read:
        found = value.says(spoken(read), "put it in quotes", value.quoted())
        yield found if value.key in LANGUAGES else milder(found)


def milder(found: Violation) -> Violation:
    """Return a violation that is no error: the page shows, but not as it was meant."""
    return Violation(found.span, found.message, found.fix, Severity.WARNING)


def _is_text(read: Meaning) -> bool:
    return read.kind == "text"


def _is_boolean(read: Meaning) -> bool:
    return read.kind == "boolean"
