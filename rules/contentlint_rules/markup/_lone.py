"""A literal mark without a partner: whether it is damage, and what its author may have meant."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from contentlint import Document, Edit, Fix, Span, Violation, pattern
from contentlint_rules.markup._repairs import (
    Repair,
    brief,
    evened,
    fix_of,
    starred,
)
from contentlint_rules.markup._runs import Run, is_wide

_WORD_STARTS = frozenset("\"'“«‘([`$€£#@&")
_STARTS = frozenset("([{«“‘„\"'—–")
_CODE_NAME = pattern(
    r"(?:kw\w*|args?|argv|opts?|options|params|ptr|attrs|props|rest|env\w*|nix|bsd)\b"
    r"|\w*[a-z0-9_]\w*(?:[()\[\]=;]|,?\s*\)|\.\w)"
    r"|[a-z_]\w*,?\s*\Z|p\s*[<=>]",
    re.ASCII,
)
_TYPE = pattern(r"\b(?:char|int|void|float|double|const|struct|string|T|bool|byte|unsigned)\s*\Z")
_ESCAPED_NOTE = pattern(r"^[ \t>|*+-]*\\\*", re.MULTILINE)
_ESCAPED_REFERENCE = pattern(r"\S\\\*|<sup>\s*\*")
_NOTE_IN_HTML = pattern(r"[a-z\"]>\s*\*+\s*[^\s*<]|\(\*+\)|\[\*+\]|&ast;|&#42;")
_NUMBER = pattern(
    r"[$€£¥]?\d[\d.,\u00a0\u202f]*(?: ?(?:[%‰€$£¥°])|[\u00a0\u202f](?:[%‰€$£¥])|[ \u00a0]\w+)?"
)
_LABEL = pattern(r"[^\n.:;!?—–(：。]{1,60}[:：]")
_PHRASE = pattern(r"[^\n.,:;!?—–(]{1,60}(?=[.,:;!?—–(\n]|\Z)")
_WORD = pattern(r"[^\s.,:;!?…。，：；！？]+|\S+")
_SENTENCE_LIKE = pattern(r"[^\W\d_]{2,}[^\W_]*(?: [^\s_=()\[\]]+)+[^\W_][.!?]?\Z")
_SHORT = 60
_FAR = 300
"""How many characters on either side of a mark can matter to what is made of it."""
_INSIDE_WORD = pattern(r"[^\s_](?:[^_\n]{0,120}[^\s_])?(_{1,2})(?=\w)")
_SEAM = pattern(r"[^\W\d_]{3}\*+[^\W\d_]{3}")
_LAST_WORD = pattern(r"(?:[^\W\d_]|[\u0300-\u036f\u0590-\u0dff]){4,}\Z|[^\W_]\W?[.:!?)\]»”\"]\Z")


@dataclass(frozen=True)
class Page:
    """What all of a page says about its asterisks: some are footnotes."""

    document: Document
    groups: tuple[tuple[Run, ...], ...]

    @cached_property
    def emphasis_at(self) -> dict[int, Span]:
        """Emphasis by where it starts."""
        return {one.span.start: one.span for one in reversed(self.document.emphasis)}

    @cached_property
    def emphasis_to(self) -> dict[int, tuple[Span, bool]]:
        """Emphasis by where it ends, and whether it is bold."""
        return {one.span.end: (one.span, one.strong) for one in self.document.emphasis}

    @cached_property
    def _notes(self) -> dict[str, set[Span]]:
        """The blocks that begin with literal marks, by these marks."""
        starts = (group[0] for group in self.groups)
        return _by_signs(run for run in starts if run.span.start == run.block.start)

    @cached_property
    def _references(self) -> dict[str, set[Span]]:
        """The blocks where literal marks follow a word, by these marks."""
        every = (run for group in self.groups for run in group)
        return _by_signs(
            run for run in every if run.closes and run.whole and not run.before.isspace()
        )

    @cached_property
    def _escaped(self) -> tuple[bool, bool]:
        text = self.document.text
        return bool(_ESCAPED_NOTE.search(text)), bool(_ESCAPED_REFERENCE.search(text))

    @cached_property
    def _insides(self) -> dict[bool, list[Span]]:
        """What stands inside bold (True) and inside italic text, each in order."""
        found: dict[bool, list[Span]] = {True: [], False: []}
        for one in self.document.emphasis:
            spans = found[one.strong]
            if not spans or spans[-1].end < one.content.start:
                spans.append(one.content)
        return found

    def inside(self, run: Run, *, bold: bool) -> Span | None:
        """Return the outermost bold, or italic text, that marks stand in."""
        spans = self._insides[bold]
        at = bisect_right(spans, run.span.start, key=lambda span: span.start) - 1
        return spans[at] if at >= 0 and spans[at].covers(run.span) else None

    def has_notes(self, run: Run) -> bool:
        """Whether another block begins with such marks: then a word may end in them."""
        return self._escaped[0] or _elsewhere(self._notes, run)

    def has_references(self, run: Run) -> bool:
        """Whether a word elsewhere ends in such marks: then a block may begin with them."""
        return self._escaped[1] or _elsewhere(self._references, run)

    @cached_property
    def _may_star_words(self) -> bool:
        """Whether a note may stand where this rule does not see it: in HTML, or not at a start."""
        lone = sum(run.signs == "*" and run.whole for group in self.groups for run in group)
        return lone > 0 or bool(_NOTE_IN_HTML.search(self.document.text))

    def may_be_reference(self, run: Run) -> bool:
        """Whether bold with one more asterisk at its end may be bold with a footnote."""
        return self.has_notes(run) or self._may_star_words


def _by_signs(runs: Iterable[Run]) -> dict[str, set[Span]]:
    found: dict[str, set[Span]] = {}
    for run in runs:
        found.setdefault(run.signs, set()).add(run.block)
    return found


def _elsewhere(found: dict[str, set[Span]], run: Run) -> bool:
    blocks = found.get(run.signs, set())
    return len(blocks) > (run.block in blocks)


def lone(page: Page, run: Run) -> Violation | None:
    """Return the damage that a mark without a partner is; None where it may be meant."""
    if not run.whole:
        return _uneven(page, run)
    if run.signs in {"**", "****"} and run.opens and run.closes:
        return _seam(page, run)
    if run.signs == "**" and run.opens and not run.closes:
        return _unclosed(page, run)
    if run.signs in {"**", "****"} and run.closes and not run.opens:
        return _unopened(page, run)
    if run.signs in {"_", "__"} and run.opens and not run.closes:
        return _inside_word(page, run)
    return None


def _unclosed(page: Page, run: Run) -> Violation | None:
    if not _may_begin_bold(page, run):
        return None
    rest = _rest(page, run).partition("*")[0]
    words = _likely(rest)
    message = "“**” opens bold that never closes: readers see two asterisks"
    fix = _closed(page, run, words, rest)
    return Violation(run.span, f"{message}; perhaps **{brief(words)}**", fix)


def _closed(page: Page, run: Run, words: str, rest: str) -> Fix:
    """Close the bold behind the words; likely only where nothing else is left to be bold."""
    end = run.span.end + len(words)
    insertion = Edit.insertion(end, "**")
    if end == run.block.end and not _head(page, run).strip():
        return Fix.unsafe(f"Close it at the end: **{brief(words)}**", insertion)
    whole = rest.rstrip(" \t\r\n.,;!?")
    all_of_it = run.span.end + len(rest.rstrip()) == run.block.end and len(whole) <= _SHORT
    others = f" or **{whole}**" if all_of_it and whole != words else ""
    return Fix.suggestion(f"Perhaps **{words}**{others}", insertion)


def _rest(page: Page, run: Run) -> str:
    return page.document.text[run.span.end : min(run.block.end, run.span.end + _FAR)]


def _head(page: Page, run: Run) -> str:
    return page.document.text[max(run.block.start, run.span.start - _FAR) : run.span.start]


def _may_begin_bold(page: Page, run: Run) -> bool:
    rest, head = _rest(page, run), _head(page, run)
    if not begins_words(run, rest) or _TYPE.search(head[-20:]):
        return False
    at_start = not head.strip()
    if at_start and page.has_references(run):
        return False
    return not is_wide(run.after) or (at_start and _LABEL.match(rest[:20]) is not None)


def begins_words(run: Run, rest: str) -> bool:
    """Whether a mark stands where bold words may begin, and ``rest`` begins with words."""
    if not (run.before.isspace() or run.before in _STARTS) or _CODE_NAME.match(rest):
        return False
    return rest[:1].isalnum() or (
        rest[:1] in _WORD_STARTS and any(map(str.isalnum, rest.partition("*")[0]))
    )


def _likely(rest: str) -> str:
    """Return the words that were most likely to be bold: an amount, a label, a phrase."""
    patterns = (_NUMBER, _LABEL, _PHRASE, _WORD)
    found = next(filter(None, (pattern.match(rest) for pattern in patterns)))
    glued = rest[found.end() : found.end() + 1].isalnum()
    return found[0].rstrip(":： " if glued else " ")


def _unopened(page: Page, run: Run) -> Violation | None:
    before = page.document.text[run.block.start : run.span.start].rpartition("\n")[2]
    if is_wide(run.before) or not _LAST_WORD.search(before) or _TYPE.search(before):
        return None
    if ":" not in (run.before, run.after) and " " not in before.strip():
        return None
    if (len(before) > 60 and run.before not in ".:!?)") or page.has_notes(run):
        return None
    if len(run.signs) == 4 and run.after != ":":
        return None
    marks = "two" if len(run.signs) == 2 else "four"
    message = f"“{run.signs}” closes bold that was never opened: readers see {marks} asterisks"
    fix = Fix.suggestion("Take the marks out", Edit.deletion(run.span))
    return Violation(run.span, message, fix)


def _uneven(page: Page, run: Run) -> Violation | None:
    """Find a mark that emphasis touches: one side has more marks than the other."""
    following = page.emphasis_at.get(run.span.end)
    preceding = page.emphasis_to.get(run.span.start)
    if following and run.opens and (not run.closes or is_wide(run.before)):
        return _uneven_marks(page.document, run, Span(run.span.start, following.end))
    if preceding and run.closes and not _is_inside_word(run) and not page.has_notes(run):
        words, strong = preceding
        if strong and page.may_be_reference(run):
            return None
        return _uneven_marks(page.document, run, Span(words.start, run.span.end))
    return None


def _is_inside_word(run: Run) -> bool:
    return run.opens and run.after.isalnum() and not is_wide(run.after)


def _uneven_marks(document: Document, run: Run, span: Span) -> Violation | None:
    if "_" in run.signs and not _SENTENCE_LIKE.match(document[span].strip("_")):
        return None
    signs = "asterisks" if "*" in run.signs else "underscores"
    return Violation(
        span,
        f"“{brief(document[span])}” has more {signs} on one side than on the other: "
        "readers see some of them",
        fix_of(document, run.block, evened(document.text, span)),
    )


def _seam(page: Page, run: Run) -> Violation | None:
    """Find the marks where one bold, or italic, text ended and the next of its kind began."""
    width = len(run.signs) // 2
    inside = page.inside(run, bold=width == 2)
    if not inside or not _SEAM.match(page.document.text, run.span.start - 3, run.span.end + 3):
        return None
    kind, number = ("bold", "four") if width == 2 else ("italic text", "two")
    ways = (
        Repair(title, Span(inside.start, run.span.start), (Edit.replacement(run.span, blank),))
        for title, blank in (("Write a blank instead", " "), ("Join the words", ""))
    )
    return Violation(
        run.span,
        f"“{run.signs}” stands where one {kind} ends and the next begins: "
        f"readers see {number} asterisks",
        fix_of(page.document, run.block, ways),
    )


def _inside_word(page: Page, run: Run) -> Violation | None:
    """Find italic text that ends inside a word: underscores work only at a word's edge.

    Only in scripts that no file and no variable is named in.
    """
    text = page.document.text
    found = _INSIDE_WORD.match(text, run.span.end, run.block.end)
    if not found or found[1] != run.signs or not is_wide(text[found.end() : found.end() + 1]):
        return None
    span = Span(run.span.start, found.end())
    message = f"“{brief(page.document[span])}” is not read as italic: underscores do nothing "
    message += "inside a word, so readers see them"
    return Violation(span, message, fix_of(page.document, run.block, starred(text, span)))
