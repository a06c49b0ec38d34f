"""A literal mark without a partner: whether it is damage, and what its author may have meant."""

import re
from dataclasses import dataclass
from functools import cached_property

from contentlint import Document, Edit, Fix, Span, Violation, pattern
from contentlint_rules.markup._pairs import brief
from contentlint_rules.markup._runs import Run, is_wide

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
_NUMBER = pattern(
    r"[$€£¥]?\d[\d.,\u00a0\u202f]*(?: ?(?:[%‰€$£¥°])|[\u00a0\u202f](?:[%‰€$£¥])|[ \u00a0]\w+)?"
)
_LABEL = pattern(r"[^\n.:;!?—–(：。]{1,60}[:：]")
_PHRASE = pattern(r"[^\n.,:;!?—–(]{1,60}(?=[.,:;!?—–(\n]|\Z)")
_WORD = pattern(r"\w+|\S+")
_FAR = 300
"""How many characters on either side of a mark can matter to what is made of it."""
_LAST_WORD = pattern(r"[^\W\d_]{4,}\Z|[^\W_]\W?[.:!?)\]»”\"]\Z")


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
    def emphasis_to(self) -> dict[int, Span]:
        """Italic text by where it ends; bold with one more asterisk is bold with a footnote."""
        return {one.span.end: one.span for one in self.document.emphasis if not one.strong}

    @cached_property
    def _notes(self) -> frozenset[Span]:
        """The blocks that begin with literal marks."""
        starts = (group[0] for group in self.groups)
        return frozenset(run.block for run in starts if run.span.start == run.block.start)

    @cached_property
    def _references(self) -> frozenset[Span]:
        """The blocks where literal marks follow a word."""
        every = (run for group in self.groups for run in group)
        return frozenset(
            run.block for run in every if run.closes and run.whole and not run.before.isspace()
        )

    @cached_property
    def _escaped(self) -> tuple[bool, bool]:
        text = self.document.text
        return bool(_ESCAPED_NOTE.search(text)), bool(_ESCAPED_REFERENCE.search(text))

    def has_notes(self, run: Run) -> bool:
        """Whether another block begins with such marks: then a word may end in them."""
        return self._escaped[0] or len(self._notes) > (run.block in self._notes)

    def has_references(self, run: Run) -> bool:
        """Whether a word elsewhere ends in such marks: then a block may begin with them."""
        return self._escaped[1] or len(self._references) > (run.block in self._references)


def lone(page: Page, run: Run) -> Violation | None:
    """Return the damage that a mark without a partner is; None where it may be meant."""
    if not run.whole:
        return _uneven(page, run)
    if run.signs == "**" and run.opens and not run.closes:
        return _unclosed(page, run)
    if run.signs in {"**", "****"} and run.closes and not run.opens:
        return _unopened(page, run)
    return None


def _unclosed(page: Page, run: Run) -> Violation | None:
    text, end = page.document.text, run.span.end
    rest = text[end : min(run.block.end, end + _FAR)]
    if not (run.before.isspace() or run.before in _STARTS) or not _begins_words(rest):
        return None
    if _TYPE.search(
        text, max(run.block.start, run.span.start - 20), run.span.start
    ) or _CODE_NAME.match(rest):
        return None
    head = text[max(run.block.start, run.span.start - _FAR) : run.span.start]
    at_start = not head.strip()
    if at_start and page.has_references(run):
        return None
    if is_wide(run.after) and not (at_start and _LABEL.match(rest[:20])):
        return None
    words = _likely(rest)
    fix = Fix.suggestion(f"Perhaps **{words}**", Edit.insertion(end + len(words), "**"))
    message = "“**” opens bold that never closes: readers see two asterisks"
    return Violation(run.span, f"{message}; perhaps **{brief(words)}**", fix)


def _begins_words(rest: str) -> bool:
    return rest[:1].isalnum() or (rest[:1] in "\"'“«‘([`$€£#@&" and _WORD.search(rest) is not None)


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
    if run.after != ":" and " " not in before.strip():
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
    if "_" in run.signs:
        return None
    following = page.emphasis_at.get(run.span.end)
    preceding = page.emphasis_to.get(run.span.start)
    if following and run.opens and not run.closes:
        return _uneven_marks(page.document, Span(run.span.start, following.end))
    if preceding and run.closes and not page.has_notes(run):
        return _uneven_marks(page.document, Span(preceding.start, run.span.end))
    return None


def _uneven_marks(document: Document, span: Span) -> Violation:
    words = document[span].strip("*")
    fix = Fix.suggestion(f"Perhaps **{brief(words)}**", Edit.replacement(span, f"**{words}**"))
    return Violation(
        span,
        f"“{brief(document[span])}” has more asterisks on one side than on the other: "
        "readers see some of them",
        fix,
    )
