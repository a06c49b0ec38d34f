"""Pages whose metadata nobody publishes: what a program or a person fills in later.

Rules of metadata ask ``metadata_of(document)``, which gives None for all of them.
"""

import re
from pathlib import PurePosixPath

from contentlint import Document, FrontMatter, pattern

MARKS = ("{{", "{%", "<%")
_FORMS = frozenset(
    {"archetypes", "scaffolds", "_templates", "_layouts", "_includes", "_partials", ".github"}
)
_FORM_NAME = pattern(r"_template|template|_?templates?[._-].*|.*[._-]template", re.IGNORECASE)


def metadata_of(document: Document) -> FrontMatter | None:
    """Return the metadata of a page; None where it has none, or is a form to be filled in."""
    block = document.front_matter
    return None if block is None or is_form(document.path) or is_template(block) else block


def is_form(path: str) -> bool:
    """Whether a path is where generators and code hosts keep what new pages are made from."""
    folder, _, name = path.rpartition("/")
    if not _FORMS.isdisjoint(folder.split("/")):
        return True
    return "template" in name.lower() and bool(_FORM_NAME.fullmatch(PurePosixPath(name).stem))


def is_template(block: FrontMatter) -> bool:
    """Whether a program fills the block in: nothing can be said of it before."""
    if block.kind == "script":
        return True
    if not any(map(block.text.__contains__, MARKS)):
        return False
    return bool(block.problems) or any(
        block.page.startswith(MARKS, entry.value_span.start) for entry in block.entries
    )
