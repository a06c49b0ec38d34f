"""A fix is data: what to replace, and how sure we are. One short function applies it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

from contentlint.span import Span


class Applicability(IntEnum):
    """How sure a fix is to give what the author meant."""

    SUGGESTION = 0
    """A possible reading; shown, never applied."""
    UNSAFE = 1
    """Likely what was meant; applied with ``--unsafe-fixes``."""
    SAFE = 2
    """Certain to be what was meant; applied with ``--fix``."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The text of a span is replaced by ``content``."""

    span: Span
    content: str

    @classmethod
    def deletion(cls, span: Span) -> "Edit":
        """Take the span out."""
        return cls(span, "")

    @classmethod
    def insertion(cls, at: int, content: str) -> "Edit":
        """Put text in at an offset, replacing nothing."""
        return cls(Span.at(at), content)

    @classmethod
    def replacement(cls, span: Span, content: str) -> "Edit":
        """Put other text in the place of the span."""
        return cls(span, content)


@dataclass(frozen=True, slots=True)
class Fix:
    """All of the edits, or none. Raises ValueError when there are none or two of them overlap.

    With ``recodes`` the file is stored as UTF-8 without a byte order mark, whatever it was; then
    there may be no edit.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE
    recodes: bool = False

    def __post_init__(self) -> None:
        edits = tuple(sorted(self.edits))
        if not (edits or self.recodes) or any(
            b.span.start < a.span.end for a, b in pairwise(edits)
        ):
            raise ValueError(f"the edits of {self.title!r} are missing or overlap")
        object.__setattr__(self, "edits", edits)

    @classmethod
    def safe(cls, title: str, *edits: Edit) -> "Fix":
        """Certain to be what was meant."""
        return cls(title, edits, Applicability.SAFE)

    @classmethod
    def unsafe(cls, title: str, *edits: Edit) -> "Fix":
        """Likely what was meant."""
        return cls(title, edits, Applicability.UNSAFE)

    @classmethod
    def suggestion(cls, title: str, *edits: Edit) -> "Fix":
        """One possible reading."""
        return cls(title, edits, Applicability.SUGGESTION)

    @property
    def span(self) -> Span:
        """From the first code point that the fix touches to the last."""
        if not self.edits:
            return Span(0, 0)
        return Span(self.edits[0].span.start, max(edit.span.end for edit in self.edits))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made; they must not overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        if edit.span.start < at:
            raise ValueError(f"two edits overlap at offset {edit.span.start}")
        parts += text[at : edit.span.start], edit.content
        at = edit.span.end
    return "".join([*parts, text[at:]])


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Carries spans and edits of an edited text back to the text it came from.

    A span that touches edited text is carried back to the whole of what was there, since a part
    of it has no counterpart.
    """

    edits: tuple[Edit, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        edits, starts, delta = tuple(sorted(self.edits)), [], 0
        for edit in edits:
            starts.append(edit.span.start + delta)
            delta += len(edit.content) - len(edit.span)
        object.__setattr__(self, "edits", edits)
        object.__setattr__(self, "_starts", tuple(starts))

    def _before(self, offset: int, *, inclusive: bool) -> int:
        """Return the index of the last edit whose content begins before an offset; -1: none."""
        search = bisect_right if inclusive else bisect_left
        return search(self._starts, offset) - 1

    def _start(self, offset: int) -> tuple[int, int]:
        """Return the offset carried back, and how far it had to be moved left."""
        index = self._before(offset, inclusive=True)
        if index < 0:
            return offset, 0
        edit, start = self.edits[index], self._starts[index]
        inside = offset - start
        if inside >= len(edit.content):
            return edit.span.end + inside - len(edit.content), 0
        return edit.span.start, inside

    def _end(self, offset: int) -> tuple[int, int]:
        """Return the offset carried back, and how far it had to be moved right."""
        index = self._before(offset, inclusive=False)
        if index < 0:
            return offset, 0
        edit, start = self.edits[index], self._starts[index]
        beyond = offset - start - len(edit.content)
        return edit.span.end + max(beyond, 0), max(-beyond, 0)

    def back(self, span: Span) -> Span:
        """Carry a span of the edited text back."""
        start, _ = self._start(span.start)
        end = self._end(span.end)[0] if span.end > span.start else start
        return Span(start, max(start, end))

    def edit_back(self, edit: Edit, edited: str) -> Edit:
        """Carry an edit back; where it cuts through edited text, it takes along what it cuts off.

        ``edited`` is the text that the edit was meant for.
        """
        start, left = self._start(edit.span.start)
        end, right = self._end(edit.span.end) if edit.span.end > edit.span.start else (start, 0)
        if edit.span.end == edit.span.start and left:
            end, right = self._end(edit.span.end)
        before = edited[edit.span.start - left : edit.span.start]
        after = edited[edit.span.end : edit.span.end + right]
        return Edit(Span(start, max(start, end)), before + edit.content + after)
