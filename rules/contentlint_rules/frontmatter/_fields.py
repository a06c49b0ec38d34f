"""What rules have in common that look at fields of a collection."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Annotated, Any, ClassVar

from contentlint import FIELDS, Document, Entry, Help, OptionError, compiled
from contentlint_rules.frontmatter._schema import Path, checked, marked
from contentlint_rules.frontmatter._template import MARKS, metadata_of


@dataclass(frozen=True, kw_only=True)
class Fields:
    """The options that say what the front matter of a collection holds."""

    of_collections: ClassVar[tuple[str, ...]] = ("fields", "schema")

    fields: Annotated[
        Mapping[str, Any],
        Help("What each key holds: a type, or a mapping with `type`, `required` and more.", FIELDS),
    ] = field(default_factory=dict)
    schema: Annotated[
        Mapping[str, Any] | str,
        Help(
            "A JSON Schema for the front matter, or the path of one.",
            {"anyOf": [{"type": "object"}, {"type": "string", "format": "schema-path"}]},
        ),
    ] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not isinstance(self.schema, Mapping):
            raise OptionError("schema", f"“{self.schema}” was not loaded; a mapping is needed")


@dataclass(frozen=True, kw_only=True)
class OfFields(Fields):
    """The values of a collection that a rule across pages looks at."""

    marks: ClassVar[tuple[str, Any]]
    """What a schema says of a value that is to be looked at: a keyword, and its value."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.schema:
            checked(self.schema)
        _ = self.paths

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """The paths of the values to look at."""
        parts = [compiled(self.fields)] if self.fields or not isinstance(self.fields, dict) else []
        found = (path for part in (*parts, self.schema) for path in marked(part, *self.marks))
        return tuple(path for path in dict.fromkeys(found) if path)

    @cached_property
    def kept(self) -> str:
        """A text that stands for the collection: pages with other options are of another."""
        said = repr((self.fields, self.schema)).encode("utf-8", "replace")
        return blake2b(said, digest_size=8).hexdigest()

    def entries(self, document: Document) -> Iterator[tuple[Path, Entry]]:
        """Yield the texts and numbers to look at, each with the path that leads to it."""
        block = metadata_of(document) if self.paths else None
        if block is None or any(map(_is_lost, block.problems)):
            return
        for entry in block.entries:
            path = tuple("*" if isinstance(step, int) else step for step in entry.path)
            told = path in self.paths or (path[-1] == "*" and path[:-1] in self.paths)
            if told and _is_scalar(entry.value):
                yield path, entry


def _is_lost(problem: Any) -> bool:
    return problem.kind in {"limit", "characters", "shape"}


def _is_scalar(value: Any) -> bool:
    """Whether a value says something, and is not to be filled in by a program."""
    if isinstance(value, str):
        return bool(value.strip()) and not any(mark in value for mark in MARKS)
    return isinstance(value, int | float) and not isinstance(value, bool)
