"""What is round the pages that are checked: the disk, and the clock."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from contentlint.document import Document
from contentlint.site import Site
from contentlint.sites import Sites
from contentlint.source import SourceError, read
from contentlint.tree import Tree

if TYPE_CHECKING:
    from contentlint.citations.lock import Lock


@dataclass
class Disk:
    """The files of the sites, and the texts of pages that stand otherwise on the disk, or not."""

    sites: Sites
    texts: dict[str, str] = field(default_factory=dict)
    shelf: dict[str, Any] = field(default_factory=dict)
    """What rules leave for each other during one run."""
    files: Tree = field(default_factory=Tree)
    lock: "Lock | None" = None
    """What was seen of the sources; None where nobody looked."""
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    """One time for the whole run, so that all pages are judged by the same."""

    def site(self, path: str) -> Site:
        """Return the site of a page."""
        site = self.sites(path)
        self.files.tops.add(site.root)
        return site

    def load(self, path: str) -> Document:
        """Return a page, or another file; one that cannot be read is empty."""
        text = self.texts.get(path)
        if text is not None:
            return Document(path, text, locate=self.sites)
        try:
            source = read(self.sites.absolute(path))
        except SourceError:
            return Document(path, "", locate=self.sites)
        return Document(path, source.text, source.stored, self.sites)

    def absolute(self, path: str) -> str:
        """Return the path of a page from the root of the disk on."""
        return self.sites.absolute(path)

    def shown(self, path: str) -> str:
        """Return an absolute path as pages are named."""
        return self.sites.shown(path)
