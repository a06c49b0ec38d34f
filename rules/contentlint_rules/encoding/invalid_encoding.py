"""Files that are not UTF-8."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from contentlint import Applicability, Document, Edit, Example, Fix, Rule, Span, Violation, pattern

if TYPE_CHECKING:
    from contentlint_rules.encoding._guess import Guess

_BAD = pattern("[\udc80-\udcff]+")
_LINE = pattern("[^\n]*[^\x00-\x7f\n][^\n]*")
_END = pattern("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}\n?\\Z")
_LONGEST = 40


class InvalidEncoding(Rule):
    """A page is stored as UTF-8.

    Site generators, browsers and search engines take a page for UTF-8. A file in another encoding
    stops the build, or every accented letter in it becomes “�”. Nothing else in such a file is
    checked.

    The fix stores the file as UTF-8. It is safe where a byte order mark says which encoding the
    file is in. Otherwise it is the likeliest of some twenty encodings, judged by how well the text
    reads, and made with `--unsafe-fixes` only.
    """

    name: ClassVar = "invalid-encoding"
    family: ClassVar = "encoding"
    repairs: ClassVar = True
    reads_bytes: ClassVar = True
    examples: ClassVar = (
        Example(
            bad="Un caf⟦\udce9⟧.\n",
            good="Un café.\n",
            fixed=False,
            why="A file in Windows-1252, in which “é” is one byte, E9.",
        ),
        Example(good="Un café.\n", why="In UTF-8, “é” is two bytes, C3 and A9."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield one violation for the file: at the first byte that is not UTF-8, or its start."""
        if document.undecoded:
            yield _bad_bytes(document)
        elif document.stored.encoding != "utf-8":
            yield _other_unicode(document)


def _other_unicode(document: Document) -> Violation:
    name = document.stored.encoding.upper().removesuffix("-LE").removesuffix("-BE")
    sure = Applicability.SAFE if document.stored.mark else Applicability.UNSAFE
    fix = Fix("Store it as UTF-8", (), sure, recodes=True)
    message = f"The file is stored as {name}; site generators read UTF-8"
    return Violation(Span(0, min(1, len(document.text))), message, fix)


def _bad_bytes(document: Document) -> Violation:
    from contentlint_rules.encoding._guess import guess

    text = document.text
    first = _BAD.search(text)
    assert first is not None
    found = None if _is_cut(text) else guess(text)
    count = sum(len(run.group()) for run in _BAD.finditer(text))
    offset = len(text[: first.start()].encode())
    what = (
        f"Not UTF-8: byte 0x{ord(first.group()[0]) - 0xDC00:X} at offset {offset}"
        f"{f', and {count - 1} more' * (count > 1)}"
    )
    if _is_cut(text):
        message = f"{what}. The file ends in the middle of a character: its end is missing"
        return Violation(Span(*first.span()), message)
    if found is None:
        message = f"{what}. It is no text in any encoding that pages are written in"
        return Violation(Span(*first.span()), message)
    edits = tuple(_edits(text, found))
    fix = Fix("Store it as UTF-8", edits, Applicability.UNSAFE, recodes=True)
    shown = _word(text, first, found)
    return Violation(Span(*first.span()), f"{what}. As {found.title} it reads “{shown}”", fix)


def _is_cut(text: str) -> bool:
    """Return whether all that is wrong is a last character that was cut off."""
    end = _END.search(text)
    return end is not None and _BAD.search(text, 0, end.start()) is None


def _edits(text: str, found: "Guess") -> Iterator[Edit]:
    parts = (_LINE if found.whole else _BAD).finditer(text)
    return (Edit.replacement(Span(*part.span()), found.read(part.group())) for part in parts)


def _word(text: str, first: re.Match[str], found: "Guess") -> str:
    """Return the word with the first bad byte as it would read."""
    start = max(text.rfind(" ", 0, first.start()), text.rfind("\n", 0, first.start())) + 1
    line = text[max(start, first.start() - _LONGEST) :].partition("\n")[0]
    return found.read(line).split(" ")[0][:_LONGEST]
