"""The rule `unclosed-html`."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._elements import INLINE, PAIRED, words
from contentlint_rules.markup._glance import without_code
from contentlint_rules.markup._nesting import Nesting
from contentlint_rules.markup._tags import Tag, tags

_TAG = pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?>")
# These may come with only one half of an element, or with either half.
_CONTROL = pattern(
    r"\{%[-+~]?\s*(?:if|unless|for|case|include|capture|block|macro|call|render|embed|extends)\b"
)
_QUIET = frozenset(
    {"abbr", "acronym", "bdi", "bdo", "cite", "data", "dfn", "label", "span", "time"}
)
"""Elements whose looks are the site's, and which end with their paragraph."""
_LAYOUT = words("article aside center div fieldset footer form header main nav section table")


class UnclosedHtml(Rule):
    """Every element of HTML that is opened is closed, in the right order, and every comment ends.

    An open “<div>”, “<sup>” or “<a>” takes in all that follows, up to the foot of the page, and a
    comment without its “-->” hides it. A closing tag too many ends a part of the page that the
    site has opened round the text. Pages whose templates may hold the other half are left alone.

    The fix is safe where two closing tags next to each other only have to change places. A second
    opening tag where the closing one belongs is only repaired with `--unsafe-fixes`.
    """

    name: ClassVar = "unclosed-html"
    family: ClassVar = "markup"
    triggers: ClassVar = ("<",)
    yields_to: ClassVar = ("html-element",)
    changes: ClassVar = Part.HTML
    examples: ClassVar = (
        Example(
            bad="The mill⟦<sup>⟧1 is old.\n\nIt grinds.\n",
            good="The mill<sup>1</sup> is old.\n\nIt grinds.\n",
            fixed=False,
        ),
        Example(
            bad="The <b>mill⟦<b>⟧ is old.\n",
            good="The <b>mill</b> is old.\n",
            fixed=False,
        ),
        Example(
            bad="<div>\n\nThe mill\n\n</div>\n⟦</div>⟧\n",
            good="<div>\n\nThe mill\n\n</div>\n",
            fixed=False,
        ),
        Example(
            bad="The <b><i>old⟦</b></i>⟧ mill.\n",
            good="The <b><i>old</i></b> mill.\n",
        ),
        Example(
            bad="The mill.\n\n⟦<!--⟧ to do\n\nIt is old.\n",
            good="The mill.\n\n<!-- to do -->\n\nIt is old.\n",
            fixed=False,
        ),
        Example(good="<ul>\n<li>flour\n<li>water\n</ul>\n\n<p>One.\n<p>Two.<br>Three.\n"),
        Example(good="`<div>` and <!-- <div> --> and\n\n```html\n<div>\n```\n"),
        Example(good="{% if wide %}<div>{% endif %}\n\nText\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield what is never closed, or closes nothing."""
        text = document.text
        if document.suffix == ".mdx":
            return
        yield from _open_comment(document)
        if _nests(text) or _nests(without_code(text)) or _CONTROL.search(text):
            return
        nesting = Nesting.of(tags(document))
        doubtful = _in_indented_code(document)
        yield from _opened(document, nesting.opened, doubtful)
        for tag in nesting.strays:
            yield _stray(tag, doubtful)
        for early, late in nesting.swapped.items():
            yield _swapped(document, early, late)


def _nests(text: str) -> bool:
    """Whether at a glance all tags close in order; true says more than false."""
    opened: list[str] = []
    for slash, name in _TAG.findall(text):
        lower = name.lower()
        if lower not in PAIRED:
            continue
        if not slash:
            opened.append(lower)
        elif not opened or opened.pop() != lower:
            return False
    return not opened


def _open_comment(document: Document) -> Iterator[Violation]:
    """Find a comment that hides the rest of the page."""
    text = document.text
    if "<!--" not in text:
        return
    start = text.find("<!--", max(text.rfind("-->"), document.body.start))
    if start < 0 or not text[start + 4 :].strip():
        return
    if any(html.block and start in html.span for html in document.html):
        message = (
            "This comment never ends: readers see nothing of what follows; close it with “-->”"
        )
        below = text[start:].partition("\n")[2].strip()
        level = Severity.ERROR if below else Severity.WARNING
        yield Violation(Span(start, start + 4), message, None, level)


def _opened(document: Document, opened: list[Tag], doubtful: frozenset[str]) -> Iterator[Violation]:
    again: Tag | None = None
    for tag, following in zip_longest(opened, opened[1:]):
        if tag is again:
            continue
        if following and _closes(document, tag, following):
            again = following
            yield _twice(again)
        else:
            yield _unclosed(tag, doubtful)


def _closes(document: Document, tag: Tag, following: Tag) -> bool:
    """Whether the second of two opening tags stands where the closing one belongs."""
    between = document.text[tag.span.end : following.span.start]
    same = following.name == tag.name and not following.rest and "\n" not in between.strip("\n")
    return same and len(between) < 200 and between[-1:].strip() != ""


def _twice(tag: Tag) -> Violation:
    message = f"“<{tag.written}>” a second time, where “</{tag.written}>” belongs"
    fix = Fix.unsafe(f"Write “</{tag.written}>”", Edit.insertion(tag.span.start + 1, "/"))
    return Violation(tag.span, message, fix)


def _unclosed(tag: Tag, doubtful: frozenset[str]) -> Violation:
    if tag.slashed:
        message = f"“/>” does not close “<{tag.written}>”: all that follows is in it; "
    elif tag.name in _QUIET:
        message = f"“<{tag.written}>” is never closed: "
    else:
        message = f"“<{tag.written}>” is never closed, so that it takes in what follows: "
    message += f"write “</{tag.written}>” where it ends"
    return Violation(tag.span, message, None, _level(tag, doubtful, broken=tag.name not in _QUIET))


def _level(tag: Tag, doubtful: frozenset[str], *, broken: bool) -> Severity:
    if tag.name in _QUIET:
        return Severity.INFO
    half = tag.name if tag.closing else f"/{tag.name}"
    return Severity.ERROR if broken and half not in doubtful else Severity.WARNING


def _in_indented_code(document: Document) -> frozenset[str]:
    """Return the tags in indented lines: not every site reads those as code beside HTML."""
    text = document.text
    found = [
        _TAG.findall(text, code.span.start, code.span.end)
        for code in document.code
        if code.info == "" and text[code.span.start] not in "`~"
    ]
    return frozenset(slash + name.lower() for names in found for slash, name in names)


def _stray(tag: Tag, doubtful: frozenset[str]) -> Violation:
    message = (
        f"“</{tag.written}>” closes nothing: “<{tag.written}>” is missing, or this is too many"
    )
    fix = Fix.suggestion("Take it out", Edit.deletion(tag.span))
    return Violation(tag.span, message, fix, _level(tag, doubtful, broken=tag.name in _LAYOUT))


def _swapped(document: Document, early: Tag, late: Tag) -> Violation:
    message = (
        f"“</{early.written}>” stands before “</{late.written}>”: they close in the wrong order"
    )
    between = Span(early.span.end, late.span.start)
    if document[between].strip() or not {early.name, late.name} <= INLINE:
        return Violation(early.span, message, None, Severity.WARNING)
    edits = (
        Edit.replacement(early.span, document[late.span]),
        Edit.replacement(late.span, document[early.span]),
    )
    fix = Fix.safe("Let them change places", *edits)
    return Violation(Span(early.span.start, late.span.end), message, fix, Severity.WARNING)
