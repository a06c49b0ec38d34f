"""The metadata at the head of a page: where it stands, and a span for every key and value.

The fences are found here and not by a library, so that nothing is parsed before somebody asks,
and so that an unclosed block does not swallow the page.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from contentlint.frontmatter.entry import Entry, Problem, Reading
from contentlint.patterns import pattern
from contentlint.span import Span

if TYPE_CHECKING:
    from contentlint.fix import Edit
    from contentlint.frontmatter.plain import Plain

__all__ = ["Entry", "FrontMatter", "Problem", "split"]

_BREAK = r"(?:\r\n|\n|\r)"
_YAML_OPEN = pattern(rf"---[ \t]*(?:{_BREAK}|\Z)")
_YAML_CLOSE = pattern(rf"[\r\n](?P<fence>(?:---|\.\.\.)[ \t]*+)(?:{_BREAK}|\Z)")
_TOML_OPEN = pattern(rf"\+\+\+[ \t]*(?:{_BREAK}|\Z)")
_TOML_CLOSE = pattern(rf"[\r\n](?P<fence>\+\+\+[ \t]*+)(?:{_BREAK}|\Z)")
_TAGGED = pattern(rf"---[ \t]*(?P<tag>[A-Za-z]{{2,10}})[ \t]*{_BREAK}")
_TAGS = {"json": "json", "toml": "toml", "yaml": "yaml", "yml": "yaml"}
_SCRIPTS = frozenset({"js", "javascript", "coffee", "coffeescript", "cson"})
_SEMICOLONS_OPEN = pattern(rf";;;[ \t]*(?:{_BREAK}|\Z)")
_SEMICOLONS_CLOSE = pattern(rf"[\r\n](?P<fence>;;;[ \t]*+)(?:{_BREAK}|\Z)")
_BLANK = pattern(rf"(?:[ \t]{{0,200}}{_BREAK}){{1,20}}+(?=---|\+\+\+)")
_JSON_OPEN = pattern(r'\{(?=\s*+"[^"\n]*"\s*+:)')
_JSON_PART = pattern(r'"(?:[^"\\\r\n]|\\[^\r\n])*+(?:\\?[\r\n]|"|\\?\Z)|[{}]')
_LINE_END = pattern(rf"[ \t]*+(?:{_BREAK}|\Z)")
_KEY = r"""[ \t]*(?:[\w$@.+/][^\r\n:={}\[\]]{0,80}|"[^"\r\n]{0,80}"|'[^'\r\n]{0,80}')[ \t]{0,8}"""
_WORD = r"[A-Za-z_][\w-]{0,40}"
_LIKE_DATA = pattern(
    rf"(?:\A|[\r\n])(?:{_KEY}(?::(?=\s|\Z)|=)|{_WORD}:(?!//)|\{{|\[\w)"
    r"|\A\s*+(?:#[^\r\n]*+\s*+)*+\Z"
)
_RUN = pattern(rf"""(?:(?:{_KEY}[:=]|[ \t]++\S|-(?=[ \r\n])|["\]\[{{}}])[^\r\n]*+{_BREAK}?+)++""")
_SURE_KEY = pattern(r"(?:\A|[\r\n])(?:[a-z][\w-]{0,40}:(?=\s|\Z)|[\w-]{1,40}[ \t]*=)")


def split(text: str) -> "FrontMatter | None":
    """Return the front matter that a text begins with, unparsed; None where there is none.

    A rule (``---``) at the top of a page is no front matter: what follows it has no keys. Blank
    lines may stand before the opening fence, since some generators skip them.
    """
    if text.startswith("---"):
        found = _common(text) or _fenced("yaml", text, _YAML_OPEN, _YAML_CLOSE)
        return found or _tagged(text)
    if text.startswith("+++"):
        return _fenced("toml", text, _TOML_OPEN, _TOML_CLOSE)
    if text.startswith(";;;"):
        return _fenced("json", text, _SEMICOLONS_OPEN, _SEMICOLONS_CLOSE)
    if text[:1].isspace():
        return _after_blank_lines(text)
    return _json(text) if text.startswith("{") else None


def _after_blank_lines(text: str) -> "FrontMatter | None":
    blank = _BLANK.match(text)
    if blank is None:
        return None
    yaml = text.startswith("---", blank.end())
    fences = (_YAML_OPEN, _YAML_CLOSE) if yaml else (_TOML_OPEN, _TOML_CLOSE)
    found = _fenced("yaml" if yaml else "toml", text, *fences, blank.end())
    sure = found and found.closing and _SURE_KEY.search(found.text)
    return found if sure else None


def _tagged(text: str) -> "FrontMatter | None":
    """Read a block whose opening fence names the language of what follows."""
    opening = _TAGGED.match(text)
    tag = opening["tag"].lower() if opening else ""
    kind = "script" if tag in _SCRIPTS else _TAGS.get(tag)
    if opening is None or kind is None:
        return None
    closing = _YAML_CLOSE.search(text, opening.end() - 1)
    if closing is None:
        return None
    start = opening.end()
    content = Span(start, max(start, closing.start("fence")))
    marks = Span(0, opening.end("tag")), Span(closing.start("fence"), closing.start("fence") + 3)
    return FrontMatter(kind, text, Span(0, closing.end()), content, *marks)


def _common(text: str) -> "FrontMatter | None":
    """Read what nearly all pages have, without a pattern: fences alone on their lines."""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    if end < 4 or text.find("\n---", 3, end) >= 0 or text.find("\n...", 3, end) >= 0:
        return None
    content = Span(4, end + 1)
    if "\r" in text[4:end] or not _LIKE_DATA.search(text[4 : end + 1]):
        return None
    return FrontMatter("yaml", text, Span(0, end + 5), content, Span(0, 3), Span(end + 1, end + 4))


def _fenced(
    kind: str, text: str, fence: re.Pattern[str], closes: re.Pattern[str], at: int = 0
) -> "FrontMatter | None":
    opening = fence.match(text, at)
    if opening is None:
        return None
    start = opening.end()
    closing = closes.search(text, start - 1) if start > at + 3 else None
    if closing is None:
        return _unclosed(kind, text, at, start)
    content = Span(start, max(start, closing.start("fence")))
    if not _LIKE_DATA.search(text[content.start : content.end]):
        return None
    marks = Span(at, at + 3), Span(closing.start("fence"), closing.start("fence") + 3)
    return FrontMatter(kind, text, Span(at, closing.end()), content, *marks)


def _unclosed(kind: str, text: str, at: int, start: int) -> "FrontMatter | None":
    end = _run_end(text, start)
    if not _SURE_KEY.search(text[start:end]):
        return None
    opening = Span(at, min(at + 3, start))
    return FrontMatter(kind, text, Span(at, end), Span(start, end), opening, None)


def _run_end(text: str, start: int) -> int:
    run = _RUN.match(text, start)
    return run.end() if run else start


def _json(text: str) -> "FrontMatter | None":
    if not _JSON_OPEN.match(text):
        return None
    depth = 0
    for part in _JSON_PART.finditer(text):
        depth += {"{": 1, "}": -1}.get(part.group(), 0)
        if not depth:
            return _closed_json(text, part.start())
    end = _run_end(text, 0)
    return FrontMatter("json", text, Span(0, end), Span(1, end), Span(0, 1), None)


def _closed_json(text: str, at: int) -> "FrontMatter | None":
    line_end = _LINE_END.match(text, at + 1)
    if line_end is None:
        return None
    return FrontMatter(
        "json", text, Span(0, line_end.end()), Span(1, at), Span(0, 1), Span(at, at + 1)
    )


@dataclass(frozen=True)
class FrontMatter:
    """The block of metadata at the head of a page.

    ``span`` runs from the opening fence to after the line break behind the closing one,
    ``content`` is what stands between them. Without a closing fence (None) the content ends where
    the leading run of data ends. ``kind`` is yaml, toml or json, whatever the fence; or script, a
    program that some generators run to get the metadata: it is never run here and holds no entries.
    """

    kind: str
    page: str = field(repr=False)
    span: Span
    content: Span
    opening: Span
    closing: Span | None

    @cached_property
    def text(self) -> str:
        """What stands between the fences."""
        return self.page[self.content.start : self.content.end]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every key with its value and the place of both, nested ones after what holds them."""
        return (self._plain or self._reading).entries

    @property
    def data(self) -> dict[str, Any]:
        """All keys and values, plain; dates as text. Of two equal keys the last counts."""
        return (self._plain or self._reading).data

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Why the block cannot be read as it was meant; entries may still hold what is sound."""
        found = () if self._plain else self._reading.problems
        return found if self.closing else (_never_closed(self), *found)

    @property
    def error(self) -> Problem | None:
        """The first of the problems."""
        return self.problems[0] if self.problems else None

    def get(self, key: str) -> Entry | None:
        """Return the entry of a top-level key."""
        return self._plain.get(key) if self._plain else self._top.get(key)

    def rewritten(
        self, entry: Entry, value: Any, *, dated: bool | None = None, style: str = ""
    ) -> "Edit | None":
        """Return the edit that gives an entry another scalar value; None if it is not certain.

        It keeps the quotes that are there, or writes those of ``style`` (plain, single, double).
        With ``dated`` a text is written as the date that it is; by default where the old value was
        a date.
        """
        from contentlint.frontmatter import editing

        return editing.rewritten(self, entry, value, dated=dated, style=style)

    def renamed(self, entry: Entry, key: str) -> "Edit | None":
        """Return the edit that gives an entry another key; None if it is not certain."""
        from contentlint.frontmatter import editing

        return editing.renamed(self, entry, key)

    def added(
        self, key: str, value: Any, after: tuple[str, ...] = (), *, dated: bool = False
    ) -> "Edit | None":
        """Return the edit that adds a key, below the last of those named; None if not certain.

        ``value`` may be a list or a mapping too. With ``dated`` a text is written as the date that
        it is, without quotes.
        """
        from contentlint.frontmatter import editing

        return editing.added(self, key, value, after, dated=dated)

    @cached_property
    def _top(self) -> dict[str, Entry]:
        return {entry.key: entry for entry in self.entries if len(entry.path) == 1}

    @cached_property
    def _plain(self) -> "Plain | None":
        if self.kind != "yaml":
            return None
        from contentlint.frontmatter import plain

        return plain.read(self.text, self.content.start)

    @cached_property
    def _reading(self) -> Reading:
        if self.kind == "yaml":
            from contentlint.frontmatter import yaml_reader

            return yaml_reader.read(self.text, self.content.start)
        if self.kind == "toml":
            from contentlint.frontmatter import toml_reader

            return toml_reader.read(self.text, self.content.start)
        if self.kind == "script":
            return Reading((), {}, (_program(self),))
        return self._json

    @property
    def _json(self) -> Reading:
        from contentlint.frontmatter import json_reader

        if self.page.startswith("{"):
            end = self.closing.end if self.closing else self.content.end
            return json_reader.read(self.page[:end], 0)
        return json_reader.read_between(self.text, self.content.start)


def _never_closed(block: FrontMatter) -> Problem:
    fence = block.page[block.opening.start : block.opening.end]
    message = f"The front matter is opened with “{fence}” and never closed"
    return Problem("unclosed", message, block.opening)


def _program(block: FrontMatter) -> Problem:
    fence = block.page[block.opening.start : block.opening.end]
    return Problem("script", f"The front matter is a program (“{fence}”)", block.opening)
