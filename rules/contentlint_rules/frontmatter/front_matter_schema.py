"""Rule front-matter-schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from contentlint import (
    Document,
    Edit,
    Entry,
    Example,
    Fix,
    Help,
    OptionError,
    Rule,
    Severity,
    Span,
    Violation,
)
from contentlint import FrontMatter as Block
from contentlint_rules.frontmatter._differences import Difference, near
from contentlint_rules.frontmatter._schema import FIELDS_SCHEMA, Shape, key_of, shape
from contentlint_rules.frontmatter._template import MARKS, is_template


@dataclass(frozen=True, kw_only=True)
class FrontMatterSchema(Rule):
    """The front matter holds what the site needs.

    A page without a date, with a misspelt key or with a word where the site wants a number is
    left out, sorted wrongly or shown half empty, and most generators say nothing of it. The rule
    compares each page with the `fields` of its collection, or with a `schema`. Without either it
    says nothing. Templates, whose front matter is filled in later, are left alone.

    Most of what it offers is a suggestion: which value was meant, only the author knows. No fix
    is made by itself.
    """

    name: ClassVar[str] = "front-matter-schema"
    family: ClassVar[str] = "metadata"
    of_collections: ClassVar[tuple[str, ...]] = ("fields", "schema", "extra")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad='---\ntitle: "Rye"\n⟦desciption⟧: "Bread"\n---\n',
            good='---\ntitle: "Rye"\ndescription: "Bread"\n---\n',
            options={"fields": {"description": {"type": "string", "required": True}}},
            fixed=False,
        ),
        Example(
            bad="---\ntitle: ⟦Rye⟧\ndraft: ⟦yes⟧\n---\n",
            good="---\ntitle: Rye bread from Berlin\ndraft: true\n---\n",
            options={"fields": {"title": {"type": "string", "min": 10}, "draft": "boolean"}},
            fixed=False,
        ),
        Example(
            good="---\ntitle: Rye\ndraft: True\n---\n",
            options={"fields": {"title": "string", "draft": "boolean"}},
        ),
        Example(
            good="---\ntitle: {{ .Title }}\ndate: {{ .Date }}\n---\n",
            options={"fields": {"date": "date"}},
            why="A template.",
        ),
    )
    fields: Annotated[
        Mapping[str, Any],
        Help(
            "What each key holds: a type, or type, required, min, max, pattern, enum and items.",
            FIELDS_SCHEMA,
        ),
    ] = field(default_factory=dict)
    schema: Annotated[
        Mapping[str, Any] | str,
        Help(
            "A JSON Schema (2020-12) for the front matter, or the path of one.",
            {"type": ["object", "string"]},
        ),
    ] = field(default_factory=dict)
    extra: Annotated[
        Literal["allow", "warn", "error"],
        Help("What to do with keys that neither `fields` nor `schema` name."),
    ] = "allow"

    def __post_init__(self) -> None:
        if not isinstance(self.fields, Mapping):
            raise OptionError("fields", "it must map each key to a type")
        if not isinstance(self.schema, Mapping):
            raise OptionError("schema", f"“{self.schema}” was not loaded; a mapping is needed")
        if self.extra not in ("allow", "warn", "error"):
            raise OptionError("extra", f"“{self.extra}” is none of allow, warn and error")
        if self._compares:
            shape(self._key)

    @property
    def _compares(self) -> bool:
        return bool(self.fields or self.schema)

    @cached_property
    def _key(self) -> str:
        schema = {} if isinstance(self.schema, str) else self.schema
        return key_of(self.fields, schema)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield where the front matter is not as the site wants it."""
        block = document.front_matter
        if not self._compares or (block and (is_template(block) or block.problems)):
            return
        if block:
            yield from self._compare(document, block, shape(self._key))
        else:
            yield from _absent(document, shape(self._key))

    def _compare(self, document: Document, block: Block, wanted: Shape) -> Iterator[Violation]:
        """Yield the differences, and a misspelt key instead of the one that it should be."""
        misspelt = _misspelt(block, wanted)
        settled = {*misspelt, *misspelt.values()}
        refused: set[str] = set()
        for difference in wanted.compare(block.data):
            if difference.path or not {difference.missing, difference.unknown} & settled:
                yield from _located(document, block, difference)
                refused.add("" if difference.path else difference.unknown)
        for entry in block.entries:
            if len(entry.path) == 1 and entry.key not in wanted.known | refused:
                yield from self._unknown(entry, misspelt.get(entry.key, ""), wanted)

    def _unknown(self, entry: Entry, meant: str, wanted: Shape) -> Iterator[Violation]:
        """Yield a key that nobody asked for: a misspelt one always, others by ``extra``."""
        level = Severity.ERROR if meant in wanted.required else _LEVELS[self.extra]
        if meant:
            message = f"“{entry.key}” is not a key of this front matter; did you mean “{meant}”?"
            fix = Fix.suggestion(f"Write “{meant}”", Edit.replacement(entry.key_span, meant))
            yield Violation(entry.key_span, message, fix, level)
        elif self.extra != "allow":
            message = f"“{entry.key}” is not a key of this front matter"
            yield Violation(entry.key_span, message, level=level)


_LEVELS = {"allow": Severity.WARNING, "warn": Severity.WARNING, "error": Severity.ERROR}


def _absent(document: Document, wanted: Shape) -> Iterator[Violation]:
    if wanted.required:
        names = ", ".join(f"“{name}”" for name in wanted.required)
        message = f"The page has no front matter; it needs {names}"
        yield Violation(document.lines.span(1), message)


def _misspelt(block: Block, wanted: Shape) -> dict[str, str]:
    """Return the keys nobody knows, each with the known and absent key that it resembles."""
    absent = wanted.known - block.data.keys()
    found = {key: near(key, absent) for key in block.data.keys() - wanted.known}
    return {key: meant for key, meant in found.items() if meant}


def _located(document: Document, block: Block, difference: Difference) -> Iterator[Violation]:
    """Yield a difference at its place, unless a template fills that in."""
    path = difference.path
    if difference.missing or difference.unknown:
        entry = _nearest(block, (*path, difference.missing or difference.unknown))
        span = entry.key_span if entry else block.opening
        empty = entry and entry.key == difference.missing
        message = difference.message.replace("is missing", "is empty") if empty else None
        yield Violation(span, message or difference.message)
        return
    entry = _nearest(block, path)
    span = _shown(entry) if entry else block.opening
    if not any(mark in document[span] for mark in MARKS):
        yield Violation(span, difference.message, _rewrite(document, entry, difference.instead))


def _shown(entry: Entry) -> Span:
    return entry.value_span if len(entry.value_span) else entry.key_span


def _rewrite(document: Document, entry: Entry | None, instead: str) -> Fix | None:
    if entry is None or not instead:
        return None
    quote = document[entry.value_span][:1]
    quoted = quote in ("'", '"') and instead not in ("true", "false")
    content = f"{quote}{instead}{quote}" if quoted else instead
    return Fix.suggestion(f"Write “{instead}”", Edit.replacement(entry.value_span, content))


def _nearest(block: Block, path: tuple[str | int, ...]) -> Entry | None:
    """Return the entry of a path, or of the nearest one around it that has a place."""
    places = {entry.path: entry for entry in block.entries}
    return next(
        (places[path[:end]] for end in range(len(path), 0, -1) if path[:end] in places), None
    )
