"""Rule missing-description."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from contentlint import (
    Document,
    Example,
    Found,
    Help,
    Project,
    ProjectRule,
    Severity,
    Span,
    Violation,
)
from contentlint_rules.frontmatter._keys import KEYS_SCHEMA, Held, checked, held, is_page
from contentlint_rules.frontmatter._shelf import Shelf, pages, shelf

_ENOUGH = 10
"""Pages with a title that tell whether those of a directory are described."""
_MOST = 0.9


@dataclass(frozen=True, kw_only=True)
class MissingDescription(ProjectRule):
    """Where the pages of a directory have descriptions, all of them do.

    A page without one is shown with whatever a program picks from the text, and stands empty in
    lists of pages. Search engines do not ask for descriptions
    (https://developers.google.com/search/docs/appearance/snippet), so the rule speaks only where
    nearly all pages beside it have one, or where the key is there and holds nothing.

    There is no fix: only the author knows what the page is about.
    """

    name: ClassVar[str] = "missing-description"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    presets: ClassVar[tuple[str, ...]] = ("seo",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad='---\ntitle: The mill\n⟦description⟧: ""\n---\n',
            good="---\ntitle: The mill\ndescription: When it is open\n---\n",
            fixed=False,
        ),
        Example(
            bad="⟦---⟧\ntitle: The mill\n---\n",
            path="content/mill.md",
            files={
                f"content/{number}.md": "---\ntitle: A dam\ndescription: When it is open\n---\n"
                for number in range(_ENOUGH)
            },
        ),
        Example(good="---\ntitle: The mill\n---\n"),
    )
    keys: Annotated[
        tuple[str, ...], Help("Keys that hold a description: one of them is enough.", KEYS_SCHEMA)
    ] = ("description", "summary", "excerpt")

    def __post_init__(self) -> None:
        checked(self.keys)

    def collect(self, document: Document) -> Any:
        """Return whether there is a description, the key of it or of an empty one, and its place.

        Without any the place is the opening fence, and without a title there is none.
        """
        block = document.front_matter
        if block is None:
            return None
        found = sorted(_all(document, self.keys), key=lambda one: not one.text)
        if found:
            first = found[0]
            return [bool(first.text), first.key, first.start, first.end]
        if held(document, ("title",)):
            return [False, "", block.opening.start, block.opening.end]
        return None

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield pages that have none."""
        customs: dict[Shelf, str] = {}
        for path, (full, key, start, end) in project.facts.items():
            place = None if full else shelf(project.absolute(path))
            if place is None:
                continue
            if not key and place not in customs:
                customs[place] = _custom(project, place)
            message = _EMPTY.format(key) if key else customs[place]
            if message and is_page(project.document(path)):
                yield Found(path, Violation(Span(start, end), message))


_EMPTY = "“{}” is empty: say what the page is about, or take the key out"


def _all(document: Document, keys: tuple[str, ...]) -> list[Held]:
    return [one for one in (held(document, (key,)) for key in keys) if one]


def _custom(project: Project, place: Shelf) -> str:
    """Return what to say of a page without a description; nothing where others have none."""
    facts = [fact for fact in map(project.fact, pages(project, place)) if fact]
    keys = [key for full, key, *_ in facts if full]
    if len(keys) < max(_ENOUGH, _MOST * len(facts)):
        return ""
    key = max(sorted(set(keys)), key=keys.count)
    return (
        f"The page has no “{key}”, and {len(keys)} of the {len(facts)} pages in this directory "
        "have one: say what the page is about"
    )
