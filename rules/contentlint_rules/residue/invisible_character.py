"""The rule `invisible-character`."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import ClassVar, NamedTuple

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Part,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.characters import gathered, named, strange
from contentlint_rules.residue import scripts
from contentlint_rules.residue.code import CodeMap, language

_ENTITY = "&#8203;"


class InvisibleCharacter(Rule):
    """No character that readers cannot see is in the way of a search, an address or a command.

    Copying from chats, office programs and websites brings characters without a width along, and
    blanks and hyphens that only look like the usual ones. A word with one inside is not found, an
    address leads nowhere, a command fails. Whole sentences can be hidden in some of them. Where
    a script or an emoji needs one, it is right: Persian, Hindi, Thai, families and flags. Signs
    that turn the direction of writing are looked at by `nul-or-control`.

    The fix is safe where it deletes what nobody sees and nothing needs, outside of code. In code,
    and where another blank or hyphen takes its place, it is made with `--unsafe-fixes` only.
    """

    name: ClassVar = "invisible-character"
    family: ClassVar = "residue"
    yields_to: ClassVar = ("citation-marker",)
    triggers: ClassVar = (_ENTITY,)
    changes: ClassVar = Part.TEXT | Part.LINKS | Part.EMPHASIS | Part.HTML | Part.METADATA
    examples: ClassVar = (
        Example(bad="The ⟦\u200b⟧mill is old.\n", good="The mill is old.\n"),
        Example(
            bad="See [the mill](https://mill.test/⟦\u200b⟧) and ⟦\u200b⟧[Ada⟦\u200f⟧](/ada).\n",
            good="See [the mill](https://mill.test/) and [Ada](/ada).\n",
        ),
        Example(
            bad="Old⟦\U000e0041\U000e0049\U000e0020\U000e0067\U000e006f⟧ mill.\n",
            good="Old mill.\n",
            why="Text that is written in invisible letters.",
        ),
        Example(
            bad="See [the parts](#grain⟦\u2011⟧store).\n",
            good="See [the parts](#grain-store).\n",
            fixed=False,
            why="This hyphen is not the one on a keyboard, and in no address.",
        ),
        Example(
            bad="```sh\ngrind⟦\xa0⟧--fine ⟦\u2011\u2011⟧all\n```\n",
            good="```sh\ngrind --fine --all\n```\n",
            fixed=False,
        ),
        Example(
            good="ไทย\u200bไทย, می\u200cخواهم, क्\u200dष, \U0001f468\u200d\U0001f33e\n",
            why="Scripts and emoji need them.",
        ),
        Example(
            good="La farine\u202f: 1\u202f000 kg, rendez\u2011vous à 10\xa0h, Getreide\xadmühle.\n",
            why="Good typography.",
        ),
    )

    def glance(self, text: str) -> bool:
        """Whether a page holds such characters, and not only where they are of use."""
        return not scripts.UNSEEN.isdisjoint(strange(text)) or _may_break(text)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a violation for each place, or one of each sort for a page with many."""
        page = _Page(document)
        if _ENTITY in document.text or not scripts.UNSEEN.isdisjoint(strange(document.text)):
            yield from _told(document, page.unseen())
        if _may_break(document.text):
            yield from _told(document, page.unusual())


class _Sort(NamedTuple):
    """What is said of the places of one sort, what is done about them, and how bad they are."""

    said: Callable[[str, Span], str]
    fix: Callable[[str, Iterable[Span]], Fix]
    level: Severity


def _deletion(made: Callable[..., Fix], text: str, spans: Iterable[Span]) -> Fix:
    del text
    return made("Delete it", *map(Edit.deletion, spans))


def _usual(text: str, spans: Iterable[Span]) -> Fix:
    edits = (Edit.replacement(span, scripts.usual(text[span.start : span.end])) for span in spans)
    return Fix.unsafe("Use the usual one", *edits)


def _what(text: str, span: Span) -> str:
    piece = text[span.start : span.end]
    return "“&#8203;”" if piece.startswith("&") else named(piece[0])


def _said(rest: str, text: str, span: Span) -> str:
    return f"An invisible character stands here ({_what(text, span)}){rest}"


def _said_of_looks(rest: str, text: str, span: Span) -> str:
    kind = "hyphen" if text[span.start] == "\u2011" else "blank"
    return f"This {kind} ({_what(text, span)}) is not the usual one: {rest}"


def _said_of_tags(text: str, span: Span) -> str:
    told = "".join(chr(ord(char) & 0x7F) for char in text[span.start : span.end])
    shown = "".join(char if char.isprintable() else "·" for char in told)
    return f"Text is hidden here in characters that nobody sees: “{shown[:60]}”. Delete it"


_safely, _perhaps = partial(_deletion, Fix.safe), partial(_deletion, Fix.unsafe)
_HIDDEN = _Sort(_said_of_tags, _safely, Severity.ERROR)
_ADDRESS = _Sort(partial(_said, ": with it the address leads nowhere"), _safely, Severity.ERROR)
_NEEDLESS = _Sort(
    partial(_said, ": readers do not see it, but a search stumbles over it. Delete it"),
    _safely,
    Severity.WARNING,
)
_ALONE = _Sort(
    partial(_said, ": perhaps to keep something apart. Delete it"), _perhaps, Severity.INFO
)
_CODE = _Sort(
    partial(_said, ": code that is copied with it fails. Delete it"), _perhaps, Severity.WARNING
)
_WRONG = _Sort(
    partial(_said_of_looks, "an address with it leads nowhere"), _usual, Severity.WARNING
)
_KEY = _Sort(
    partial(_said_of_looks, "the site does not know a field of that name"),
    _usual,
    Severity.WARNING,
)
_TYPED = _Sort(
    partial(_said_of_looks, "code that is copied with it fails"), _usual, Severity.WARNING
)


def _told(document: Document, found: Iterable[tuple[_Sort, Span]]) -> Iterator[Violation]:
    text = document.text
    sorts: dict[_Sort, list[Span]] = {}
    for sort, span in found:
        sorts.setdefault(sort, []).append(span)
    for sort, spans in sorts.items():
        said, fix = partial(sort.said, text), partial(sort.fix, text)
        yield from gathered(document, spans, said, fix, sort.level)


_IN_TARGET = pattern(r"\]\([^ \t\r\n)<>]{0,500}[\xa0\u202f\u2011]")
_IN_ADDRESS = pattern(r"://[^ \t\r\n)<>]{0,500}[\xa0\u202f\u2011]")
_STRICT = pattern(
    rf"(?:```|~~~)[ {{.]{{0,3}}(?:{'|'.join(sorted(scripts.STRICT))})\b", re.IGNORECASE
)


_IN_KEY = pattern(r"\n[\w\t -]{0,60}[\xa0\u202f\u2011][\w\t -]{0,60}(?=[:=](?:[ \t\r\n]|$))")


def _in_keys(text: str) -> bool:
    """Whether the front matter may have such a character in the name of a field."""
    if text[:3] not in {"---", "+++"}:
        return False
    return _IN_KEY.search(text, 0, max(0, text.find("\n" + text[:3], 3))) is not None


def _may_break(text: str) -> bool:
    """Whether a glance leaves it open that a blank or hyphen breaks an address or a command."""
    if not ("\xa0" in text or "\u202f" in text or "\u2011" in text):
        return False
    if _in_keys(text) or _IN_TARGET.search(text) or _IN_ADDRESS.search(text):
        return True
    return ("```" in text or "~~~" in text) and _STRICT.search(text) is not None


_LOUD = pattern(r"[*_`~<@{%\\]|[:#]\w")
"""Signs that may mean something else once nothing keeps them apart."""


class _Page:
    """What of a page decides about characters that nobody sees."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._code = CodeMap(document)
        links = (*document.links, *document.images)
        targets = [one.target for one in links if one.target]
        self._links = sorted([*targets, *(one.span for one in document.definitions)])

    def _in_address(self, span: Span) -> bool:
        index = bisect_right(self._links, span.start, key=lambda link: link.start) - 1
        return index >= 0 and self._links[index].overlaps(span)

    def unseen(self) -> Iterator[tuple[_Sort, Span]]:
        """Yield runs of characters without a width that nothing needs."""
        for match in scripts.RUNS.finditer(self._text):
            span = Span(*match.span())
            if not scripts.needed(self._text, span) and not self._is_apart(span):
                yield self._sort(span), span

    def _is_apart(self, span: Span) -> bool:
        """Whether a run keeps the marks of code apart that are shown in code."""
        near = self._text[max(0, span.start - 1) : span.end + 1]
        return ("`" in near or "~" in near) and self._code.holds(span)

    def _sort(self, span: Span) -> _Sort:
        if self._text[span.start] >= "\U000e0000":
            return _HIDDEN
        if self._code.holds(span):
            return _CODE
        if self._in_address(span):
            return _ADDRESS
        return _ALONE if self._keeps_apart(span) else _NEEDLESS

    def _keeps_apart(self, span: Span) -> bool:
        text, line = self._text, self._document.lines.span(self._document.lines.line_at(span.start))
        rest = text[line.start : span.start] + text[span.end : line.end]
        near = text[max(line.start, span.start - 1) : span.start] + text[span.end : span.end + 1]
        spelt = text[span.start] == "&" and near.isalnum()
        return not rest.strip(" \t\r\n>|*-") or spelt or _LOUD.match(text, span.end) is not None

    def unusual(self) -> Iterator[tuple[_Sort, Span]]:
        """Yield blanks and hyphens that break an address or a command."""
        for match in scripts.UNUSUAL_RUNS.finditer(self._text):
            span = Span(*match.span())
            if self._in_address(span):
                yield _WRONG, span
            elif self._in_key(span):
                yield _KEY, span
            elif self._code.holds(span) and self._breaks(span):
                yield _TYPED, span

    def _in_key(self, span: Span) -> bool:
        """Whether a run stands in the name of a field of the front matter."""
        if span.start >= self._document.body.start:
            return False
        line = self._document.lines.span(self._document.lines.line_at(span.start))
        # The match takes in the line break before it.
        key = _IN_KEY.match(self._text, max(0, line.start - 1), line.end)
        return key is not None and key.end() >= span.end

    def _breaks(self, span: Span) -> bool:
        """Whether a run stands in a command or a statement, and not in its words."""
        text, code = self._text, self._code.at(span)
        start = max(text.rfind("\n", 0, span.start) + 1, code.content.start if code else 0)
        before, after = text[start : span.start], text[span.end : span.end + 1]
        if code is None or language(code) not in scripts.STRICT or not after.isascii():
            return False
        return not scripts.WORDS.search(before) and after not in ":;!?%»\n"
