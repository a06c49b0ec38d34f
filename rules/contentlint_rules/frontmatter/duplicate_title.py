"""Rule duplicate-title."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from contentlint import Document, Example, Found, Help, Project, ProjectRule, Severity
from contentlint_rules.frontmatter._keys import KEYS_SCHEMA, checked
from contentlint_rules.frontmatter._repeated import collect, repeated


@dataclass(frozen=True, kw_only=True)
class DuplicateTitle(ProjectRule):
    """No two pages of one directory have the same title.

    In a list, in search results and among open tabs readers cannot tell such pages apart, and
    often one of them was copied and forgotten. Google asks for titles that tell one page of a site
    from another (https://developers.google.com/search/docs/appearance/title-link). Pages of other
    directories and languages are not compared. Some titles come again for good reasons, as that of
    a monthly meeting; that is why they are only mentioned.

    There is no fix: only the author knows how the two differ.
    """

    name: ClassVar[str] = "duplicate-title"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.INFO
    presets: ClassVar[tuple[str, ...]] = ("seo",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ntitle: ⟦The mill⟧\n---\n",
            good="---\ntitle: The mill in winter\n---\n",
            fixed=False,
            path="content/winter.md",
            files={"content/summer.md": '---\ntitle: "The mill"\n---\n'},
        ),
        Example(
            good="---\ntitle: The mill\n---\n",
            path="content/mill.md",
            files={
                "content/mill.fr.md": "---\ntitle: The mill\n---\n",
                "content/old/mill.md": "---\ntitle: The mill\n---\n",
            },
            why="Another language, and another directory.",
        ),
    )
    keys: Annotated[
        tuple[str, ...],
        Help("Keys that hold the title; of several on a page the first counts.", KEYS_SCHEMA),
    ] = ("title",)

    def __post_init__(self) -> None:
        checked(self.keys)

    def collect(self, document: Document) -> Any:
        """Return the title, and its place."""
        return collect(document, self.keys)

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield titles that another page has too."""
        return repeated(project, "title")
