"""The rule `html-element`."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.markup._elements import INLINE, KNOWN, PAIRED
from contentlint_rules.markup._glance import without_code
from contentlint_rules.markup._tags import Tag, tags

_NAMES = pattern(r"</?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])")
_BARE = pattern(r"<([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>=\"']{0,200})?>")
_TYPES = PAIRED - INLINE
_GLUED = pattern(r"<(?<=[\w:]<)[A-Za-z]+>")
_TYPE = pattern(r"[\w.:]{1,60}\Z")


class HtmlElement(Rule):
    """Every tag of HTML is one that browsers know.

    “<name>” in the text, or “Array<string>”, looks like a tag: browsers take it for one and show
    nothing, so that readers miss a word. A misspelt tag (“<sumary>”) does not do its work. Names
    with a hyphen or a capital letter may be elements of the site's own: they are only reported
    where they cannot be, without a value and without an end.

    The fix shows what stands there as code, or corrects the name; since another word may have
    been meant, it is only made with `--unsafe-fixes`.
    """

    name: ClassVar = "html-element"
    family: ClassVar = "markup"
    triggers: ClassVar = ("<",)
    examples: ClassVar = (
        Example(
            bad="Say ⟦<name>⟧ to the miller.\n",
            good="Say `<name>` to the miller.\n",
            fixed=False,
        ),
        Example(
            bad="It returns Array⟦<string>⟧.\n",
            good="It returns `Array<string>`.\n",
            fixed=False,
        ),
        Example(
            bad="<details>\n⟦<sumary>⟧Hours⟦</sumary>⟧\n\nDaily.\n\n</details>\n",
            good="<details>\n<summary>Hours</summary>\n\nDaily.\n\n</details>\n",
            fixed=False,
        ),
        Example(good="Say `<name>`, \\<name> or &lt;name>, or <b>name</b>.\n"),
        Example(good='<mill-wheel turns="2"></mill-wheel> and <Wheel /> and <Box>a</Box>\n'),
        Example(good="See <https://mill.example> or <miller@mill.example>.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield tags that no element of HTML has."""
        if document.suffix == ".mdx" or not _may_be_unknown(document.text):
            return
        found = list(tags(document))
        balance = Counter(tag.name for tag in found if not tag.closing)
        balance.subtract(tag.name for tag in found if tag.closing)
        ended = {tag.name for tag in found if tag.closing or tag.slashed}
        for tag in found:
            if tag.name not in KNOWN:
                yield from _unknown(document, tag, ended, balance)
            elif tag.name not in ended and _is_type(document, tag):
                yield _hidden(document, tag)


def _may_be_unknown(text: str) -> bool:
    """Whether a glance leaves it open that there is a tag to report."""
    if KNOWN.issuperset(map(str.lower, set(_NAMES.findall(text)))) and not _GLUED.search(text):
        return False
    text = without_code(text)
    if any(_may_be_misspelt(name) for name in set(_NAMES.findall(text))):
        return True
    return any(_may_be_hidden(name, text) for name in set(_BARE.findall(text)))


def _may_be_misspelt(name: str) -> bool:
    return name.isalpha() and name.islower() and name not in KNOWN


def _may_be_hidden(name: str, text: str) -> bool:
    known = name.lower() in KNOWN
    return f"</{name}>" not in text and (not known or name.lower() in _TYPES)


def _is_type(document: Document, tag: Tag) -> bool:
    """Whether a tag that HTML has stands right behind a word, as in “Array<Object>”."""
    before = document.text[tag.span.start - 1 : tag.span.start]
    return tag.name in _TYPES and not tag.rest and not tag.block and before.isalnum()


def _unknown(
    document: Document, tag: Tag, ended: set[str], balance: Counter[str]
) -> Iterator[Violation]:
    near = _near(tag)
    if near and (tag.name in ended or balance[near] < 0):
        yield _misspelt(tag, near)
    elif tag.name not in ended and tag.bare and not (tag.block and "-" in tag.name):
        yield _hidden(document, tag)


def _near(tag: Tag) -> str | None:
    """Return the element that a name is a slip for; not for one that may be the site's own."""
    name = tag.written
    if not (name.isalpha() and name.islower()):
        return None
    from difflib import SequenceMatcher, get_close_matches

    for near in get_close_matches(name, KNOWN, 1, 0.8):
        alike = SequenceMatcher(None, name, near).ratio() >= 0.85
        if name != f"{near}s" and (alike or abs(len(name) - len(near)) < 2):
            return near
    return None


def _misspelt(tag: Tag, near: str) -> Violation:
    start = tag.span.start + (2 if tag.closing else 1)
    span = Span(start, start + len(tag.written))
    fix = Fix.unsafe(f"Write “{near}”", Edit.replacement(span, near))
    message = f"HTML has no element “{tag.written}”; perhaps “{near}” was meant"
    return Violation(tag.span, message, fix, Severity.WARNING)


def _hidden(document: Document, tag: Tag) -> Violation:
    message = f"“{document[tag.span]}” is read as a tag of HTML: readers do not see it"
    return Violation(tag.span, message, _shown(document, tag))


def _shown(document: Document, tag: Tag) -> Fix:
    """Return how to let readers see it: as code, or where that is not read, by entities."""
    text, span = document.text, tag.span
    if tag.block:
        written = f"&lt;{text[span.start + 1 : span.end - 1]}&gt;"
        return Fix.unsafe(f"Write “{written}”", Edit.replacement(span, written))
    word = _TYPE.search(text, max(0, span.start - 60), span.start)
    start = word.start() if word and text[span.start - 1] != ":" else span.start
    edits = (Edit.insertion(start, "`"), Edit.insertion(span.end, "`"))
    return Fix.unsafe(f"Write “`{text[start : span.end]}`”", *edits)
