"""Rule duplicate-description."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from contentlint import Document, Example, Found, Help, Project, ProjectRule, Severity
from contentlint_rules.frontmatter._keys import KEYS_SCHEMA, checked
from contentlint_rules.frontmatter._repeated import collect, repeated


@dataclass(frozen=True, kw_only=True)
class DuplicateDescription(ProjectRule):
    """No two pages of one directory have the same description.

    Mostly a page was copied to begin another, and the description stayed what it was: readers of
    search results and lists are told of the wrong page. Google asks for a description of its own
    for each page (https://developers.google.com/search/docs/appearance/snippet). Pages of other
    directories and languages are not compared.

    There is no fix: only the author knows what the page is about.
    """

    name: ClassVar[str] = "duplicate-description"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    presets: ClassVar[tuple[str, ...]] = ("seo",)
    yields_to: ClassVar[tuple[str, ...]] = ("description-is-title",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ndescription: ⟦Encodes text⟧\n---\n",
            good="---\ndescription: Decodes text\n---\n",
            fixed=False,
            path="docs/decode.md",
            files={"docs/encode.md": "---\ndescription: Encodes  text\n---\n"},
        ),
        Example(
            good="---\ndescription: Encodes text\n---\n",
            path="docs/v2/encode.md",
            files={"docs/v1/encode.md": "---\ndescription: Encodes text\n---\n"},
            why="Another directory.",
        ),
    )
    keys: Annotated[
        tuple[str, ...],
        Help("Keys that hold the description; of several on a page the first counts.", KEYS_SCHEMA),
    ] = ("description",)

    def __post_init__(self) -> None:
        checked(self.keys)

    def collect(self, document: Document) -> Any:
        """Return the description, and its place."""
        return collect(document, self.keys)

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield descriptions that another page has too."""
        return repeated(project, "description")
