"""Looks at a whole tree before there are settings: what makes it, and what its pages hold.

Nothing is run and nothing is written. A program's settings that would have to be run to be known,
as Astro's ``content.config.ts``, are not looked into; what Astro itself wrote of them is named.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from contentlint import astro
from contentlint.config import Config
from contentlint.discovery import VENDORED, Discovery, discover
from contentlint.frontmatter import split
from contentlint.inference import Inferred, Known, Page, infer
from contentlint.registry import Registry
from contentlint.routes import ASSETS
from contentlint.site import PLAIN, Generator, Site, generator
from contentlint.sites import Sites, detect
from contentlint.source import SourceError, read

_HOUSES = ("website", "site", "docs", "web", "www")
"""Where the site of a code project often lives."""
_PACKAGES = {
    "@docusaurus/core": "Docusaurus",
    "vitepress": "VitePress",
    "astro": "Astro",
    "@11ty/eleventy": "Eleventy",
    "nuxt": "Nuxt",
    "next": "Next",
    "gatsby": "Gatsby",
}
"""What a site depends on that needs no settings of its own, in the order of GENERATORS."""
_GEMS = ("jekyll", "github-pages")
_STRICT = frozenset({"Astro", "Nuxt"})
"""Generators that hold a page's values against a schema, and refuse a number for a text."""
_LARGEST = 300_000
_MOST_HEAD = 2_000_000
"""Bytes of a page beyond which it is not read for its front matter."""
_MOST_FILES = 200_000
_MATH = "$$"
_MARKDOWN = (".md", ".markdown", ".mdx")
_NO_CONTENT = frozenset({"_includes", "_layouts", "_data", "_sass", "_site", "_plugins", *VENDORED})


@dataclass
class Survey:
    """What was found in a directory. ``told`` says what told the generator, if no file of its own.

    ``paths`` are where pages lie and ``exclude`` where they do not, both from the directory on.
    """

    folder: Path
    registry: Registry
    given: tuple[str, ...] = ()
    house: str = ""
    told: str = ""
    generator: Generator = PLAIN
    paths: tuple[str, ...] = ()
    unread: int = 0
    formulas: int = 0
    _texts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.generator, self.house, self.told = _found(self.folder)
        self.paths = self.given or self._where()

    @cached_property
    def site(self) -> Site:
        """What the files of the site say of it."""
        given = {"generator": self.generator.name} if self.told else {}
        home = str(self.folder.resolve())
        return Sites(home, given, home).around(self.house)

    @property
    def _homes(self) -> Iterator[str]:
        for path in self.generator.paths:
            if not path.endswith(".md"):
                yield os.path.normpath(f"{self.house}/{path}") if self.house else path

    @property
    def exclude(self) -> tuple[str, ...]:
        """Patterns of what others wrote or a program made."""
        prefix = f"{self.house}/" if self.house else ""
        return tuple(f"{prefix}{one}" for one in self.generator.exclude)

    @cached_property
    def discovery(self) -> Discovery:
        """The pages below the paths."""
        config = Config(self.registry, root=self.folder, exclude=self.exclude)
        return discover([str(self.folder / path) for path in self.paths], config)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages that can be read and are no templates."""
        found = []
        for file in self.discovery.files:
            path = os.path.relpath(file, self.folder).replace(os.sep, "/")
            page = self._page(file, path)
            if page:
                found.append(page)
        return tuple(found)

    @cached_property
    def inferred(self) -> Inferred:
        """What the pages hold."""
        known = Known(self.generator.name in _STRICT, frozenset(_assets(self.folder)))
        told = tuple(f"{base}/" for base in self.schemas)
        pages = (page for page in self.pages if not page.path.startswith(told))
        return infer(pages, self.languages, known)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that the settings of the site name."""
        return self.site.languages

    @cached_property
    def schemas(self) -> dict[str, str]:
        """The JSON Schemas that Astro has written, by the directory whose pages they are for."""
        if self.generator.name != "Astro":
            return {}
        root = (self.folder / self.house).resolve()
        top = f"{self.folder.resolve().as_posix()}/"
        found = astro.collections(root.as_posix())
        return {base.removeprefix(top): file.name for base, file in found}

    @cached_property
    def programs(self) -> tuple[str, ...]:
        """Settings of collections that only a program could read."""
        names = (
            "content.config",
            "src/content.config",
            "src/content/config",
            "contentlayer.config",
        )
        home = self.folder / self.house
        found = (path for name in names for path in home.glob(f"{name}.[tjm]*"))
        return tuple(path.relative_to(self.folder).as_posix() for path in found)

    def _page(self, file: str, path: str) -> Page | None:
        if not _is_text(path):
            return None
        try:
            text = read(file, _MOST_HEAD).text
        except SourceError:
            self.unread += 1
            return None
        self.formulas += _MATH in text
        return Page.of(path, split(text))

    def _where(self) -> tuple[str, ...]:
        """Return where pages lie: what the site's settings say, or what its generator expects."""
        if self.generator.name in ("Jekyll", ""):
            found = _with_pages(self.folder / self.house, self.house)
            return tuple(found) or self.generator.paths or (".",)
        root = self.folder.resolve().as_posix()
        said = [one.removeprefix(root).strip("/") for one in self.site.content]
        below = [one for one in said if one != self.house]
        there = [one for one in self._homes if (self.folder / one).exists()]
        return _outermost(below or there or [self.house or "."])


def _outermost(paths: Iterable[str]) -> tuple[str, ...]:
    """Return paths without those that lie in another of them."""
    found = tuple(dict.fromkeys(paths))
    return tuple(one for one in found if not any(one.startswith(f"{it}/") for it in found))


def _is_text(name: str) -> bool:
    """Whether a name can stand in settings, which are UTF-8; a file system may have others."""
    return name.isascii() or not re.search("[\ud800-\udfff]", name)


def _found(folder: Path) -> tuple[Generator, str, str]:
    """Return the generator, the directory inside that its site is in, and what else told it."""
    found = detect(folder)
    if found.name:
        return found, "", ""
    for house in _HOUSES:
        inside = detect(folder / house) if (folder / house).is_dir() else PLAIN
        if inside.name:
            return inside, house, ""
    for file, name in _dependencies(folder):
        one = generator(name)
        paths = tuple(path for path in one.paths if (folder / path).exists())
        return one._replace(paths=paths or (".",)), "", file
    return found, "", ""


def _dependencies(folder: Path) -> Iterator[tuple[str, str]]:
    package = _json(folder / "package.json")
    needs = {**_mapping(package.get("devDependencies")), **_mapping(package.get("dependencies"))}
    yield from (("package.json", name) for key, name in _PACKAGES.items() if key in needs)
    gems = _text(folder / "Gemfile")
    if any(f'"{gem}"' in gems or f"'{gem}'" in gems for gem in _GEMS):
        yield "Gemfile", "Jekyll"


def _json(path: Path) -> dict[str, Any]:
    try:
        return _mapping(json.loads(_text(path) or "{}"))
    except (ValueError, RecursionError):
        return {}


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(path: Path) -> str:
    try:
        return read(str(path), _LARGEST).text
    except SourceError:
        return ""


def _with_pages(root: Path, house: str) -> Iterator[str]:
    """Yield what of a Jekyll site is made into pages: what begins with front matter, anywhere."""
    for entry in sorted(root.iterdir()):
        if entry.is_symlink() or entry.name in _NO_CONTENT or entry.name.startswith("."):
            continue
        if not _is_text(entry.name):
            continue
        single = entry.suffix in _MARKDOWN and _begins(entry)
        if single or (entry.is_dir() and _any_page(entry)):
            yield f"{house}/{entry.name}" if house else entry.name


def _assets(folder: Path) -> Iterator[str]:
    """Yield the names of files that pages can show, wherever they lie."""
    seen = 0
    for _, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one not in VENDORED and one[0] != "."]
        yield from (name for name in names if os.path.splitext(name)[1].lower() in ASSETS)  # noqa: PTH122
        seen += len(names)
        if seen > _MOST_FILES:
            return


def _any_page(folder: Path) -> bool:
    return any(map(_begins, _markdown(folder)))


def _markdown(folder: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one not in _NO_CONTENT and one[0] != "."]
        yield from (Path(above, name) for name in names if name.endswith(_MARKDOWN))


def _begins(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(3) == b"---"
    except OSError:
        return False
