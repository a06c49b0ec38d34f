"""Rule missing-asset."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from contentlint import Document, Entry, Example, Fix, Found, Part, Project, ProjectRule, Violation
from contentlint_rules.frontmatter._fields import OfFields
from contentlint_rules.frontmatter._paths import place


@dataclass(frozen=True, kw_only=True)
class MissingAsset(OfFields, ProjectRule):
    """Every file that a field of the type path names is there.

    A cover that is missing leaves a broken frame in lists and in what is shared of a page. The
    `fields` of a collection say which keys name files (`type: path`). Files are looked for beside
    the page and wherever the site may serve or process them. Addresses elsewhere and values that
    a program fills in are left alone.

    The fix is safe where a file beside the page, or at the same place, differs from the value in
    capitals, blanks or dashes only.
    """

    name: ClassVar[str] = "missing-asset"
    family: ClassVar[str] = "metadata"
    changes: ClassVar[Part] = Part.METADATA
    yields_to: ClassVar[tuple[str, ...]] = ("missing-image",)
    marks: ClassVar[tuple[str, Any]] = ("format", "x-path")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ncover: ⟦mill.png⟧\n---\n",
            good="---\ncover: Mill.png\n---\n",
            path="content/mill/index.md",
            options={"fields": {"cover": "path"}},
            files={"hugo.toml": "", "content/mill/Mill.png": ""},
        ),
        Example(
            bad="---\nfiles: [a.pdf, ⟦b.pdf⟧]\n---\n",
            good="---\nfiles: [a.pdf, c.pdf]\n---\n",
            fixed=False,
            options={"fields": {"files": {"type": "list", "items": "path"}}},
            files={"a.pdf": "", "c.pdf": ""},
        ),
        Example(
            good="---\ncover: /img/mill.png\n---\n",
            path="content/mill.md",
            options={"fields": {"cover": "path"}},
            files={"hugo.toml": "", "static/img/mill.png": ""},
        ),
        Example(
            good="---\ncover: https://mill.example/mill.png\n---\n",
            options={"fields": {"cover": "path"}},
        ),
    )

    def collect(self, document: Document) -> dict[str, Any] | None:
        """Return the files that the page names, each with its path in the front matter."""
        found = [[entry.value, *entry.path] for _, entry in self.entries(document) if _named(entry)]
        return {"of": self.kept, "files": found} if found else None

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield the files that are not there."""
        for page, facts in project.facts.items():
            for value, *path in facts["files"] if facts["of"] == self.kept else ():
                found = place(project, page, value, sure=True)
                if found.state == "missing":
                    entry = _entry(project.document(page), tuple(path))
                    if entry:
                        yield Found(page, _violation(project, page, entry, found.near))


def _named(entry: Entry) -> bool:
    return isinstance(entry.value, str)


def _entry(document: Document, path: tuple[str | int, ...]) -> Entry | None:
    block = document.front_matter
    entries = block.entries if block else ()
    return next((entry for entry in entries if entry.path == path), None)


def _violation(project: Project, page: str, entry: Entry, near: tuple[str, ...]) -> Violation:
    said = f"There is no file “{entry.value}”"
    if not near:
        return Violation(entry.value_span, said)
    folder, value = posixpath.dirname(project.absolute(page)), str(entry.value)
    if len(near) == 1 and near[0].casefold().endswith(f"/{value.lstrip('./').casefold()}"):
        written = value[: len(value) - len(value.lstrip("./"))]
        meant = written + near[0][len(near[0]) - len(value) + len(written) :]
        block = project.document(page).front_matter
        edit = block.rewritten(entry, meant) if block else None
        fix = Fix.safe(f"Write “{meant}”", edit) if edit else None
        said = f"{said}; servers tell capitals apart, and “{meant}” is there"
        return Violation(entry.value_span, said, fix)
    shown = " or ".join(f"“{posixpath.relpath(path, folder)}”" for path in near[:3])
    return Violation(entry.value_span, f"{said}; perhaps {shown} is meant")
