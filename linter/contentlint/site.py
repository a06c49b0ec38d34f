"""Which generator a site is made with, by the files at its root."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Site(NamedTuple):
    """A kind of site: its name, and where such sites keep pages and what others wrote."""

    name: str
    paths: tuple[str, ...]
    exclude: tuple[str, ...]


_SIGNS: tuple[tuple[Site, tuple[str, ...]], ...] = (
    (Site("Docusaurus", ("docs", "blog", "src/pages"), ("build",)), ("docusaurus.config.*",)),
    (Site("Astro", ("src/content", "src/pages"), ("dist",)), ("astro.config.*",)),
    (Site("MkDocs", ("docs",), ("site",)), ("mkdocs.yml", "mkdocs.yaml")),
    (
        Site("Eleventy", ("content", "src", "posts", "pages"), ("_site",)),
        (".eleventy.js", ".eleventy.cjs", "eleventy.config.*"),
    ),
    (
        Site("Next", ("content", "posts", "pages", "app", "src", "docs"), (".next", "out")),
        ("next.config.*",),
    ),
    (
        Site("Hugo", ("content",), ("public", "resources")),
        ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default", "archetypes"),
    ),
    (
        Site("Jekyll", ("_posts", "_drafts", "_pages", "pages", "index.md"), ("_site",)),
        ("_config.yml", "_config.yaml", "_posts"),
    ),
)
PLAIN = Site("plain", ("content", "docs", "posts", "pages"), ())


def detect(root: Path) -> Site:
    """Return the kind of site, with only those of its directories that are there.

    Old Hugo sites keep their settings in ``config.toml``; that counts when there is content too.
    """
    site = next((site for site, signs in _SIGNS if any(_present(root, signs))), PLAIN)
    if site is PLAIN and (root / "config.toml").is_file() and (root / "content").is_dir():
        site = next(each for each, _ in _SIGNS if each.name == "Hugo")
    paths = tuple(path for path in site.paths if (root / path).exists())
    return site._replace(paths=paths or (".",))


def _present(root: Path, signs: tuple[str, ...]) -> Iterator[bool]:
    for sign in signs:
        yield any(root.glob(sign)) if "*" in sign else (root / sign).exists()
