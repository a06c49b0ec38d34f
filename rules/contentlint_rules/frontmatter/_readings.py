"""One value of front matter, and what the parser of its site makes of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from contentlint import PARSERS, Document, Edit, Entry, Fix, Meaning, Span, Violation, meaning
from contentlint import FrontMatter as Block

_ALL = tuple(dict.fromkeys(name for names in PARSERS.values() for name in names))
_OLD = "Hugo before 0.152"
_LONGEST = 60
"""Characters of a value that a message quotes."""


@dataclass(frozen=True)
class Value:
    """A value with its page, and the generator of the site that the page is for.

    A fix is proved by reading the block again, so that there is none where ``fixable`` is False.
    """

    document: Document
    block: Block
    entry: Entry
    fixable: bool = True

    @property
    def generator(self) -> str:
        """The generator, by its name; empty where it is not known."""
        return self.document.site.generator

    @property
    def plain(self) -> bool:
        """Whether it is YAML without quotes: only then its look decides what it is."""
        return self.block.kind == "yaml" and self.entry.style == "plain"

    @property
    def written(self) -> str:
        """What stands on the page."""
        return self.document[self.entry.value_span]

    @property
    def text(self) -> str:
        """The text of the value, without its quotes."""
        value = self.entry.value
        return value if isinstance(value, str) else self.written

    @property
    def name(self) -> str:
        """The key as it is written; for an item of a list, that of the list."""
        return str(next(step for step in reversed(self.entry.path) if isinstance(step, str)))

    @property
    def key(self) -> str:
        """The key in small letters, without what joins its words."""
        return self.name.lower().replace("-", "").replace("_", "")

    @property
    def on_top(self) -> bool:
        """Whether it is the value of a key that stands alone, not inside another."""
        return len(self.entry.path) == 1

    @property
    def rest(self) -> Span:
        """What follows on the line."""
        start, end = self.entry.value_span.end, self.block.content.end
        line = self.block.page.find("\n", start, end)
        return Span(start, start + len(self.block.page[start : max(start, line)].rstrip("\r")))

    def misread(self, wrong: Callable[[Meaning], bool]) -> Meaning | None:
        """Return how the site's parser reads the value, if that is wrong.

        Where the generator is not known, all parsers have to read it so.
        """
        names = PARSERS.get(self.generator)
        read = [meaning(self.written, name) for name in names or _ALL]
        bad = [one for one in read if wrong(one)]
        if not bad or not (names or len(bad) == len(read)):
            return None
        return bad[0] if len(set(bad)) == 1 or names else Meaning(bad[0].kind)

    @property
    def reads(self) -> str:
        """Who reads it, as a message says it; releases are named where they differ."""
        if not self.generator:
            return "every site generator reads"
        readings = {meaning(self.written, name) for name in PARSERS.get(self.generator, ())}
        if self.plain and len(readings) > 1:
            return f"some releases of {self.generator} read"
        if self.plain and self.generator == "Hugo" and meaning(self.written, _OLD) not in readings:
            return "Hugo since 0.152 reads"
        return f"{self.generator} reads"

    def says(self, reading: str, advice: str, fix: Fix | None = None) -> Violation:
        """Return the violation: what is written, what is read, and what to do."""
        shown = shortened(self.text)
        message = f"{self.name} is “{shown}”, which {self.reads} as {reading}: {advice}"
        return Violation(self.entry.value_span, message, fix)

    def quoted(self, make: Callable[..., Fix] = Fix.safe) -> Fix | None:
        """Return the fix that puts the value in quotes, as it is written."""
        edit = self.edit(self.written, "double")
        return make("Put the value in quotes", edit) if edit else None

    def rewritten(
        self, value: object, make: Callable[..., Fix] = Fix.safe, *, dated: bool = False
    ) -> Fix | None:
        """Return the fix that writes another value; with ``dated`` as a date, without quotes."""
        bare = isinstance(value, bool | int)
        edit = self.edit(value, "plain" if bare else self.entry.style, dated=dated)
        shown = str(value).lower() if isinstance(value, bool) else value
        return make(f"Write {shown}", edit) if edit else None

    def edit(self, value: object, style: str, *, dated: bool = False) -> Edit | None:
        """Return the edit that writes another value in a style of quoting."""
        if not self.fixable:
            return None
        return self.block.rewritten(self.entry, value, style=style, dated=dated)


def shortened(text: str) -> str:
    """Return a text as a message quotes it."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def spoken(read: Meaning) -> str:
    """Say in words what is read."""
    if read.kind == "number":
        return "a number" if read.value is None else f"the number {digits(read.value)}"
    if read.kind == "boolean":
        return "true" if read.value else "false"
    if read.kind == "time":
        return f"the date {str(read.value).partition('T')[0]}"
    return read.kind


def digits(value: object) -> str:
    """Return a number as a site shows it: a float with as few digits as tell it from others."""
    from decimal import Decimal

    shown = f"{Decimal(repr(value)):f}"
    return shown.removesuffix(".0")


Check = Callable[[Value], Iterator[Violation]]
