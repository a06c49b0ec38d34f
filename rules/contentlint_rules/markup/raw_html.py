"""The rule `raw-html`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Violation, pattern
from contentlint_rules.markup._places import enclosing
from contentlint_rules.markup._tags import all_tags

_OPENING = pattern(r"<[A-Za-z][A-Za-z0-9-]*[\s/>]")


@dataclass(frozen=True, kw_only=True)
class RawHtml(Rule):
    """A page is written in Markdown, and only elements of HTML that are allowed stand in it.

    A page that is to become a letter, a book or a feed as well can hold nothing but Markdown, and
    some sites leave HTML out. Which elements are allowed is said in the options; comments are.
    Sites differ in this, so the rule is in no set and runs where it is named.

    There is no fix: how to write it in Markdown depends on what the element is for.
    """

    name: ClassVar = "raw-html"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ()
    triggers: ClassVar = ("<",)
    examples: ClassVar = (
        Example(
            bad="⟦<h1>⟧The mill</h1>\n\nIt is ⟦<b>⟧old</b>.\n",
            good="# The mill\n\nIt is **old**.\n",
            fixed=False,
        ),
        Example(
            bad="| Mill<br>wheel | ⟦<b>⟧a</b> |\n| --- | --- |\n\nThe⟦<br>⟧mill\n",
            options={"allowed_in_tables": ("br",)},
        ),
        Example(good="H<sub>2</sub>O and <SUB>2</SUB>\n", options={"allowed": ("sub",)}),
        Example(good="`<b>`, \\<b>, <!-- <b> --> and <https://mill.example>\n"),
    )

    allowed: Annotated[tuple[str, ...], Help("Elements that are allowed, by name.")] = ()
    allowed_in_tables: Annotated[
        tuple[str, ...] | None, Help("Elements that are allowed in tables; none given: the same.")
    ] = None

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the opening tags of elements that are not allowed."""
        if document.suffix == ".mdx" or not _OPENING.search(document.text):
            return
        allowed = _names(self.allowed)
        in_tables = allowed if self.allowed_in_tables is None else _names(self.allowed_in_tables)
        tables = sorted(document.tables)
        for tag in all_tags(document):
            here = in_tables if enclosing(tables, tag.span) else allowed
            if not tag.closing and tag.name not in here:
                message = f"“<{tag.written}>” is HTML: write it in Markdown, or allow the element"
                yield Violation(tag.span, message)


def _names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(str.lower, names))
