"""What of a page is code, and whose."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from contentlint import Document, Span, pattern

if TYPE_CHECKING:
    from contentlint import Code

_PROSE = frozenset(
    {"markdown", "md", "mdx", "mdc", "qmd", "rmd", "text", "txt", "plain", "plaintext", "html"}
    | {"vue", "svelte", "astro", "diff", "latex", "tex", "org", "rst", "asciidoc", "adoc"}
)
"""Languages whose code may hold text and links that are meant."""
_COMMAND = pattern(r"[ \t>$#%]*[A-Za-z@./_-][^\r\n]*[ \t=\"'(:]\Z")


class CodeMap:
    """What of a page is code, and what of that a machine reads and not a writer."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._code = sorted(document.code, key=lambda code: code.span)

    def at(self, span: Span) -> "Code | None":
        """Return the code that a place is in."""
        index = bisect_right(self._code, span.start, key=lambda code: code.span.start) - 1
        if index >= 0 and self._code[index].span.overlaps(span):
            return self._code[index]
        return None

    def holds(self, span: Span) -> bool:
        """Return whether a place begins in code; code in the words of a link does not count."""
        return self.at(span) is not None

    def is_program(self, span: Span) -> bool:
        """Return whether a place is in a block that names a language for machines."""
        code = self.at(span)
        return code is not None and language(code) != "" and not may_be_prose(code)

    def runs(self, span: Span) -> bool:
        """Return whether a place is in code that is no example of Markdown: in a command."""
        code = self.at(span)
        if code is None or may_be_prose(code):
            return False
        line = max(self._text.rfind("\n", 0, span.start) + 1, code.content.start)
        return bool(language(code) or _COMMAND.match(self._text[line : span.start]))


def language(code: "Code") -> str:
    """Return the language that a fence names, lower case; empty where it names none."""
    return (code.info or "").strip(" {.").split(" ")[0].split("{")[0].lower()


def may_be_prose(code: "Code") -> bool:
    """Return whether a fence names a language in which links and running text are at home."""
    return language(code) in _PROSE
