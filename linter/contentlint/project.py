"""What a rule that looks across files sees: the facts of all pages, and the site round them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from contentlint.document import Document
from contentlint.site import Site

if TYPE_CHECKING:
    from contentlint.citations.lock import Lock


class Files(Protocol):
    """What files there are (``tree.Tree`` is one). Paths are absolute, with forward slashes."""

    @property
    def cut(self) -> bool: ...  # noqa: D102
    def names(self, folder: str) -> Mapping[str, bool]: ...  # noqa: D102
    def is_file(self, path: str) -> bool: ...  # noqa: D102
    def is_folder(self, path: str) -> bool: ...  # noqa: D102
    def alike(self, path: str, top: str) -> tuple[str, ...]: ...  # noqa: D102
    def real(self, path: str) -> str: ...  # noqa: D102
    def walk(self, top: str) -> Iterator[str]: ...  # noqa: D102
    def named(self, top: str, name: str) -> tuple[str, ...]: ...  # noqa: D102


class Ground(Protocol):
    """What is round the pages that are checked: who runs the check knows it."""

    @property
    def files(self) -> Files:
        """The files on the disk."""
        ...

    def site(self, path: str) -> Site:
        """Return the site of a page."""
        ...

    def load(self, path: str) -> Document:
        """Return a page again, or another file; one that cannot be read is empty."""
        ...

    def absolute(self, path: str) -> str:
        """Return the path of a page from the root of the disk on."""
        ...

    def shown(self, path: str) -> str:
        """Return an absolute path as pages are named."""
        ...

    @property
    def shelf(self) -> dict[str, Any]:
        """What rules leave for each other during one run."""
        ...

    @property
    def lock(self) -> "Lock | None":
        """What was seen of the sources; None where nobody looked."""
        ...

    @property
    def now(self) -> datetime:
        """When the check runs, with its time zone."""
        ...


@dataclass
class Project:
    """All that one rule collected of the pages, by path, and the site round them."""

    facts: Mapping[str, Any]
    _collect: Callable[[Document], Any]
    ground: Ground
    load: Callable[[str], Document] | None = None
    """Reads a document as its facts were collected; as the ground has it if not said."""
    _more: dict[str, Any] = field(default_factory=dict)
    _loaded: dict[str, Document] = field(default_factory=dict)

    @property
    def files(self) -> Files:
        """The files on the disk."""
        return self.ground.files

    @property
    def shelf(self) -> dict[str, Any]:
        """What rules leave for each other during one run."""
        return self.ground.shelf

    @property
    def now(self) -> datetime:
        """When the check runs, with its time zone: rules have no clock of their own."""
        return self.ground.now

    @property
    def lock(self) -> "Lock | None":
        """What was seen of the sources, at the time that it says; None where nobody looked."""
        return self.ground.lock

    def site(self, path: str) -> Site:
        """Return the site of a page."""
        return self.ground.site(path)

    def absolute(self, path: str) -> str:
        """Return the path of a page from the root of the disk on."""
        return self.ground.absolute(path)

    def shown(self, path: str) -> str:
        """Return an absolute path as pages are named."""
        return self.ground.shown(path)

    def document(self, path: str) -> Document:
        """Return a page as rules see it, checked or not; one that cannot be read is empty."""
        if path not in self._loaded:
            self._loaded[path] = (self.load or self.ground.load)(path)
        return self._loaded[path]

    def fact(self, path: str) -> Any:
        """Return the facts of a page, checked or not; None where there are none."""
        if path in self.facts:
            return self.facts[path]
        if path not in self._more:
            self._more[path] = self._collect(self.ground.load(path))
        return self._more[path]
