"""Rule front-matter-schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from contentlint import (
    Document,
    Example,
    Help,
    OptionError,
    Part,
    Rule,
    Severity,
    Violation,
)
from contentlint_rules.frontmatter._fields import Fields
from contentlint_rules.frontmatter._findings import Findings
from contentlint_rules.frontmatter._schema import Shape, generated, key_of, shape
from contentlint_rules.frontmatter._template import is_form, is_template


@dataclass(frozen=True, kw_only=True)
class FrontMatterSchema(Fields, Rule):
    """The front matter holds what the site needs.

    A page without a date, with a misspelt key or with a word where the site wants a number is
    left out, sorted wrongly or shown half empty, and most generators say nothing of it. The rule
    compares each page with the `fields` of its collection, or with a `schema`; without either,
    with the one that Astro wrote into `.astro/collections` for the collection. Where there is none
    of them it says nothing. Templates, whose front matter is filled in later, are left alone.

    A fix is safe where the value says the same in another form (a date, “true” in quotes, a word
    of the vocabulary in other capitals), where a key differs in capitals and dashes only, and
    where a missing key has a default. A key that is likely misspelt, and “yes” for true, are
    unsafe to change; what else may have been meant is a suggestion.
    """

    name: ClassVar[str] = "front-matter-schema"
    family: ClassVar[str] = "metadata"
    changes: ClassVar[Part] = Part.METADATA
    yields_to: ClassVar[tuple[str, ...]] = ("date-order", "front-matter-dialect")
    of_collections: ClassVar[tuple[str, ...]] = ("fields", "schema", "extra")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad='---\ntitle: "Rye"\n⟦desciption⟧: "Bread"\n---\n',
            good='---\ntitle: "Rye"\ndescription: "Bread"\n---\n',
            options={"fields": {"description": {"type": "string", "required": True}}},
            fixed=False,
        ),
        Example(
            bad="---\ntitle: ⟦Rye⟧\nlastmod: ⟦2025-01-30⟧\ndate: 2025-01-31\n---\n",
            good="---\ntitle: Rye bread from Berlin\nlastmod: 2025-01-31\ndate: 2025-01-31\n---\n",
            options={
                "fields": {
                    "title": {"type": "string", "min": 10},
                    "lastmod": {"type": "date", "not-before": "date"},
                }
            },
            fixed=False,
        ),
        Example(
            bad=(
                '---\n⟦Title⟧: Rye\ndate: ⟦27/11/2025⟧\ndraft: ⟦"true"⟧\n'
                "tags: [bread, ⟦Sour-Dough⟧]\n---\n"
            ),
            good="---\ntitle: Rye\ndate: 2025-11-27\ndraft: true\ntags: [bread, sourdough]\n---\n",
            options={
                "fields": {
                    "title": {"type": "string", "required": True},
                    "date": "date",
                    "draft": "boolean",
                    "tags": {"type": "list", "enum": ["bread", "sourdough"]},
                }
            },
        ),
        Example(
            bad="⟦---⟧\ntitle: Rye\ntags: [bread]\n---\n",
            good="---\ntitle: Rye\nlang: en\ntags: [bread]\n---\n",
            options={
                "fields": {
                    "title": "string",
                    "lang": {"type": "language", "required": True, "default": "en"},
                }
            },
        ),
        Example(
            good="---\ntitle: Rye\ndate: 2025-11-27 10:00\ndraft: true\n---\n",
            options={"fields": {"title": "string", "date": "date", "draft": "boolean"}},
        ),
        Example(
            good="---\ntitle: {{ .Title }}\ndate: {{ .Date }}\n---\n",
            options={"fields": {"date": "date"}},
            why="A template.",
        ),
    )
    extra: Annotated[
        Literal["allow", "warn", "error"],
        Help("What to do with keys that neither `fields` nor `schema` name."),
    ] = "allow"

    def __post_init__(self) -> None:
        if not isinstance(self.fields, Mapping):
            raise OptionError("fields", "it must map each key to a type")
        super().__post_init__()
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
        wanted = self._wanted(document)
        if wanted is None or is_form(document.path):
            return
        block = document.front_matter
        if block is None:
            yield from _absent(document, wanted)
        elif not is_template(block):
            yield from Findings(document, block, wanted, _LEVELS[self.extra]).all()

    def _wanted(self, document: Document) -> Shape | None:
        """Return what the page has to hold, by the settings or else by its generator."""
        if self._compares:
            return shape(self._key)
        schema = document.site.schema
        if not schema or "/_" in f"/{document.path}":  # Astro leaves out what begins with “_”
            return None
        return generated(schema)


_LEVELS = {"allow": None, "warn": Severity.WARNING, "error": Severity.ERROR}


def _absent(document: Document, wanted: Shape) -> Iterator[Violation]:
    if wanted.required:
        names = ", ".join(f"“{name}”" for name in wanted.required)
        message = f"The page has no front matter; it needs {names}"
        yield Violation(document.lines.span(1), message)
