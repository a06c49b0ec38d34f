"""Rule duplicate-value."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from contentlint import (
    Document,
    Example,
    Found,
    Project,
    ProjectRule,
    Span,
    Violation,
    told_by_path,
)
from contentlint_rules.frontmatter._fields import OfFields


@dataclass(frozen=True, kw_only=True)
class DuplicateValue(OfFields, ProjectRule):
    """No two pages of a collection have the same value where it has to be unique.

    Two pages with one slug or one address get into each other's way, and of two with one title a
    reader cannot tell which is meant. Which values are unique the `fields` of the collection say
    (`unique: true`); in a list, each item counts. Pages of different languages may share a value,
    and capitals make no difference. Only pages that are checked together are compared.

    There is no fix: which of both pages keeps the value, only the author knows.
    """

    name: ClassVar[str] = "duplicate-value"
    family: ClassVar[str] = "metadata"
    yields_to: ClassVar[tuple[str, ...]] = ("duplicate-permalink", "duplicate-slug")
    marks: ClassVar[tuple[str, Any]] = ("x-unique", True)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ntitle: ⟦Rye bread⟧\n---\n",
            good="---\ntitle: Rye bread with seeds\n---\n",
            fixed=False,
            path="posts/seeds.md",
            options={"fields": {"title": {"type": "string", "unique": True}}},
            files={"posts/rye.md": "---\ntitle: Rye bread\n---\n"},
        ),
        Example(
            good="---\ntitle: Pain\n---\n",
            path="fr/bread.md",
            options={"fields": {"title": {"type": "string", "unique": True}}},
            files={"en/pain.md": "---\ntitle: Pain\n---\n"},
            why="Another language.",
        ),
    )

    def collect(self, document: Document) -> dict[str, Any] | None:
        """Return the values that no other page may have, each with its key and its place."""
        found = [
            [".".join(step for step in path if step != "*"), str(entry.value), *_ends(entry)]
            for path, entry in self.entries(document)
        ]
        return {"of": self.kept, "values": found} if found else None

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield values that stand on several pages."""
        groups: dict[tuple[str, str, str], list[tuple[str, str, Span]]] = {}
        for page, facts in project.facts.items():
            if facts["of"] == self.kept:
                tongue = "-".join(filter(None, told_by_path(page)[0]))
                for key, value, start, end in facts["values"]:
                    at = key, tongue, " ".join(value.split()).casefold()
                    groups.setdefault(at, []).append((page, value, Span(start, end)))
        for (key, _, _), group in groups.items():
            pages = list(dict.fromkeys(page for page, _, _ in group))
            for page, value, span in group if len(pages) > 1 else ():
                message = f"“{key}” is “{value[:60]}” on {_others(pages, page)} too"
                yield Found(page, Violation(span, f"{message}; each page needs its own"))


def _ends(entry: Any) -> tuple[int, int]:
    return entry.value_span.start, entry.value_span.end


def _others(pages: list[str], page: str) -> str:
    """Return the other pages in words."""
    others = [other for other in pages if other != page]
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    return f"“{others[0]}”{more}"
