"""Finds the site of a page on the disk: its generator by its files, its settings by reading them.

Nothing is run: settings that are programs are searched for what they plainly say.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from contentlint import astro
from contentlint.patterns import pattern
from contentlint.site import GENERATORS, PLAIN, Generator, Site, generator

_LARGEST = 300_000
"""Bytes of a settings file that are read."""
_HOUSES = ("website", "site", "docs", "web", "www")
"""Where the site of a code project often lives."""
_WALLED = frozenset({"Astro", "Docusaurus", "Hugo", "MkDocs", "Zola", "mdBook"})
"""Generators that make pages of certain directories only."""
_REDIRECTS = ("_redirects", "netlify.toml", "vercel.json", "static/_redirects", "public/_redirects")


def detect(root: Path) -> Generator:
    """Return the generator of the site at a directory, with only those of its paths there are."""
    found = _generator(str(root))
    paths = tuple(path for path in found.paths if (root / path).exists())
    return found._replace(paths=paths or (".",))


def _generator(root: str) -> Generator:
    names = _names(root)
    found = next((one for one in GENERATORS if any(_present(root, names, one.signs))), PLAIN)
    if found is PLAIN and "content" in names:
        return _old_style(root, names)
    if found.name == "Jekyll" and "config.toml" in names and "content" in names:
        return found if "_config.yml" in names else PLAIN
    return found


def _names(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208
    except (OSError, ValueError):
        return frozenset()


def _old_style(root: str, names: frozenset[str]) -> Generator:
    """Return the generator of a site whose settings have a name that others use too."""
    if "config.toml" in names:
        text = _read(Path(root, "config.toml"))
        return generator("Zola" if re.search(r"(?m)^base_url\b", text) else "Hugo")
    for name in ("config.yaml", "config.yml", "config.json"):
        if name in names and re.search(r"(?mi)^[ \t{\"]{0,20}baseurl\b", _read(Path(root, name))):
            return generator("Hugo")
    return PLAIN


def _present(root: str, names: frozenset[str], signs: Iterable[str]) -> Iterator[bool]:
    for sign in signs:
        first, _, rest = sign.partition("/")
        if rest:
            yield first in names and any(Path(root, first).glob(rest))
        elif sign.endswith(".*"):
            yield any(name.startswith(sign[:-1]) for name in names)
        else:
            yield sign in names


def _read(path: Path) -> str:
    """Return the text of a settings file; empty where there is none that can be read."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return ""
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


@dataclass
class Sites:
    """The sites of pages, each found once. ``given`` takes the place of what is found.

    ``home`` is the directory that relative paths of pages count from, absolute. ``locked`` says
    that there is a lock file.
    """

    home: str = field(default_factory=os.getcwd)
    given: Mapping[str, Any] = field(default_factory=dict)
    top: str = ""
    locked: bool = False
    _by_folder: dict[str, Site] = field(default_factory=dict)
    _by_root: dict[str, Site] = field(default_factory=dict)
    _collections: dict[str, list[tuple[str, Site]]] = field(default_factory=dict)
    _generators: dict[str, Generator] = field(default_factory=dict)

    def __call__(self, path: str) -> Site:
        """Return the site of a page."""
        folder = path.rpartition("/")[0]
        site = self._by_folder.get(folder)
        if site is None:
            site = self._inside(folder, self._find(folder))
            if site.generator == "Astro":
                site = self._collected(folder, site)
            if self.locked:
                site = replace(site, locked=True)
            self._by_folder[folder] = site
        return site

    def around(self, folder: str) -> Site:
        """Return the site that a directory belongs to, wherever the site has its content."""
        return self._find(folder)

    def _collected(self, folder: str, site: Site) -> Site:
        """Return the site of a directory's pages with the schema of their collection."""
        if site.root not in self._collections:
            told = astro.collections(site.root)
            texts = ((base, _read(file)) for base, file in told)
            self._collections[site.root] = [(base, replace(site, schema=it)) for base, it in texts]
        path = self.absolute(folder or ".")
        held = self._collections[site.root]
        return next((one for base, one in held if f"{path}/".startswith(f"{base}/")), site)

    def _inside(self, folder: str, site: Site) -> Site:
        """Return the site of a directory's pages: what lies beside a site's content is none of it.

        Code hosts show such pages, each where it lies.
        """
        if site.generator not in _WALLED or not site.content:
            return site
        path = self.absolute(folder or ".")
        if any(f"{path}/".startswith(f"{content}/") for content in site.content):
            return site
        beside = site.generator
        return Site(root=site.root, base_url=site.base_url, language=site.language, beside=beside)

    def absolute(self, path: str) -> str:
        """Return the path of a page from the root of the disk on, with forward slashes."""
        return os.path.normpath(os.path.join(self.home, path)).replace(os.sep, "/")  # noqa: PTH118

    def shown(self, path: str) -> str:
        """Return an absolute path as pages below ``home`` are named: from there on."""
        home = self.home.replace(os.sep, "/").rstrip("/") + "/"
        return path.removeprefix(home)

    def _find(self, folder: str) -> Site:
        start = Path(self.absolute(folder or "."))
        if "root" in self.given or "generator" in self.given:
            return self._site(str(self._top(start)), generator(self.given.get("generator", "")))
        for each in (start, *start.parents[:-1]):
            found = self._told_by(str(each))
            if found is not PLAIN:
                return self._site(str(each), found)
            if (each / ".git").exists():
                return self._housed(each, start)
        return self._housed(self._top(start), start)

    def _told_by(self, folder: str) -> Generator:
        if folder not in self._generators:
            self._generators[folder] = _generator(folder)
        return self._generators[folder]

    def _top(self, start: Path) -> Path:
        """Where a site begins that no file tells: what the settings say, or where they stand."""
        for each in (self.given.get("root"), self.top, self.home):
            # All of a disk is no site.
            if each and Path(each).name and (Path(each) == start or Path(each) in start.parents):
                return Path(each)
        return start

    def _housed(self, top: Path, start: Path) -> Site:
        """Return the site in a directory beside the pages, as code projects have it, or none."""
        for name in _HOUSES:
            house = top / name
            found = _generator(str(house)) if house.is_dir() and start != top else PLAIN
            if found.name == "Docusaurus":
                inside = start == top / "docs" or top / "docs" in start.parents
                return self._site(str(house), found) if inside else self._site(str(top), PLAIN)
        return self._site(str(top), PLAIN)

    def _site(self, root: str, found: Generator) -> Site:
        root = root.replace(os.sep, "/")
        if root not in self._by_root:
            self._by_root[root] = self._overruled(self._bounded(_Reader(root, found).site()))
        return self._by_root[root]

    def _bounded(self, site: Site) -> Site:
        """Return a site without directories that lie outside the project, whatever it says."""
        root = Path(site.root)
        above = (each for each in (root, *root.parents) if (each / ".git").exists())
        tops = [f"{str(top).rstrip('/')}/" for top in (root, self.home, next(above, root))]

        def within(folders: Iterable[str]) -> tuple[str, ...]:
            return tuple(one for one in folders if f"{one}/".startswith(tuple(tops)))

        return replace(site, content=within(site.content), static=within(site.static))

    def _overruled(self, site: Site) -> Site:
        given = {key: value for key, value in self.given.items() if key != "root"}
        for key in ("content", "static"):
            if key in given:
                given[key] = tuple(f"{site.root}/{each.strip('/')}" for each in given[key])
        if "generator" in given:
            given["generator"] = generator(given["generator"]).name
        return replace(site, **given) if given else site


class _Reader:
    """Reads the settings of one site."""

    def __init__(self, root: str, found: Generator) -> None:
        self.root, self.found = root, found

    def site(self) -> Site:
        settings = _SETTINGS.get(self.found.name, _Settings(()))
        texts = [_read(Path(self.root, name)) for name in self._names(settings.files)]
        text = "\n".join(texts)
        plain = Site(
            self.found.name,
            self.root,
            self._folders(settings.folders(text) or self.found.paths),
            self._folders(settings.served(text) or self.found.static),
            settings.address(text),
            _value(text, *settings.language),
            parser=self.found.parser,
            slugger=self.found.slugger,
            math=settings.math(text + self._packages()),
            mentions="\n".join([text, *(_read(Path(self.root, name)) for name in _REDIRECTS)]),
        )
        return settings.finish(plain, text)

    def _names(self, files: Iterable[str]) -> Iterator[str]:
        for name in files:
            if "*" not in name:
                yield name
            else:
                yield from sorted(
                    each.relative_to(self.root).as_posix() for each in Path(self.root).glob(name)
                )

    def _packages(self) -> str:
        return "\n" + _read(Path(self.root, "package.json"))

    def _folders(self, names: Iterable[str]) -> tuple[str, ...]:
        joined = (os.path.normpath(f"{self.root}/{name}").replace(os.sep, "/") for name in names)
        return tuple(path for path in joined if Path(path).exists())


def _value(text: str, *names: str) -> str:
    """Return the plain value of the first key that a settings file sets, in whatever syntax.

    A value with fallbacks (``!ENV [NAME, "docs"]``) is the last of them.
    """
    for name in names:
        found = re.search(
            rf"(?m)^[ \t]{{0,8}}[\"']?{re.escape(name)}[\"']?[ \t]{{0,9}}[:=][ \t]{{0,9}}"
            r"(?:!ENV \[[^\]\n]{0,200},[ \t]*)?([\"']?)([^\"'\n#,\]]{1,300})\1",
            text,
        )
        if found and found[2].strip():
            return found[2].strip().rstrip("/") if found[2].strip() != "/" else "/"
    return ""


def _listed(*names: str) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        value = _value(text, *names)
        return (value.removeprefix("./"),) if value else ()

    return read


def _nothing(text: str) -> tuple[str, ...]:
    del text
    return ()


def _address(*names: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        value = _value(text, *names)
        return value if value.startswith(("http://", "https://")) else ""

    return read


def _two_part_address(host: str, path: str) -> Callable[[str], str]:
    """Read an address that is set in two parts."""

    def read(text: str) -> str:
        first = _address(host)(text)
        return f"{first}/{_value(text, path).strip('/')}".rstrip("/") if first else ""

    return read


_DOLLARS = pattern(r"remark-math|rehype-katex|rehype-mathjax|remarkMath|rehypeKatex")
_ONE_IS_NONE = pattern(r"singleDollarTextMath[\"']?\s*:\s*false")
_SMART = pattern(r"arithmatex|markdown-it-mathjax3?|markdown-it-katex|math:\s*true")
_PASSTHROUGH = pattern(
    r"[\"']\$[\"']\s{0,40},\s{0,40}[\"']\$[\"']"
    r"|-\s{0,40}-\s{0,40}[\"']?\$[\"']?[ \t\r]{0,40}\n\s{0,40}-\s{0,40}[\"']?\$"
)


def _any_math(text: str) -> str:
    if _DOLLARS.search(text) and not _ONE_IS_NONE.search(text):
        return "dollars"
    return "smart" if _SMART.search(text) else ""


def _hugo_math(text: str) -> str:
    return "dollars" if "passthrough" in text and _PASSTHROUGH.search(text) else ""


def _no_math(text: str) -> str:
    del text
    return ""


def _as_it_is(site: Site, text: str) -> Site:
    del text
    return site


def _hugo(site: Site, text: str) -> Site:
    """Take in the languages of a Hugo site, and who makes its anchors."""
    kind = _value(text, "autoHeadingIDType", "autoheadingidtype").lower()
    slugger = {"": "hugo-github", "github": "hugo-github"}.get(kind, f"hugo-{kind}")
    folders = re.findall(r"(?mi)^[ \t]*contentDir[ \t]*[:=][ \t]*[\"']?([^\"'\n#]+)", text)
    inside = (os.path.normpath(f"{site.root}/{one.strip().strip('/')}") for one in folders)
    content = tuple(dict.fromkeys([*site.content, *(one for one in inside if Path(one).is_dir())]))
    return replace(site, slugger=slugger, content=content, languages=_hugo_languages(text))


def _hugo_languages(text: str) -> tuple[str, ...]:
    tables = re.findall(r"(?mi)^[ \t]*\[languages\.([\w-]+)\]", text)
    block = re.search(r"(?mi)^languages:[ \t\r]*\n((?:[ \t\r][^\n]*\n|\n)+)", text)
    names = re.findall(r"(?m)^(?:  |    )([\w-]+):\s*$", block[1]) if block else []
    return tuple(dict.fromkeys(name.lower() for name in (*tables, *names)))


def _jekyll(site: Site, text: str) -> Site:
    """Pages of a Jekyll site lie anywhere; its anchors are those of its reader of Markdown."""
    source = _value(text, "source")
    root = f"{site.root}/{source}" if source and Path(site.root, source).is_dir() else site.root
    given = _value(text, "markdown").lower()
    slugger = "github" if "commonmark" in given or given == "gfm" else site.slugger
    return replace(site, content=(root,), static=(root,), slugger=slugger)


def _mkdocs(site: Site, text: str) -> Site:
    """A site that chooses how anchors are made is not guessed at."""
    custom = re.search(r"slugify\s*:|pymdownx\.slugs", text)
    return replace(site, static=site.content, slugger="" if custom else site.slugger)


def _vitepress(site: Site, text: str) -> Site:
    source = _value(text, "srcDir").removeprefix("./")
    base = os.path.normpath(f"{site.root}/{source}") if source else site.root
    slugger = "" if re.search(r"slugify", text) else site.slugger
    return replace(site, content=(base,), static=(f"{base}/public", base), slugger=slugger)


def _docusaurus(site: Site, text: str) -> Site:
    """Pages may lie beside the site's directory, and translations below ``i18n``."""
    root = site.root
    outside = re.findall(r"path:\s*['\"](\.\./[\w./-]+)['\"]", text)
    found = [os.path.normpath(f"{root}/{one}") for one in outside]
    more = [one for one in (*found, f"{root}/versioned_docs", f"{root}/i18n") if Path(one).is_dir()]
    return replace(site, content=tuple(dict.fromkeys([*site.content, *more])))


def _astro(site: Site, text: str) -> Site:
    """Take in the directories from which a site loads its collections."""
    del text
    bases = (base for base in astro.bases(site.root).values() if Path(base).is_dir())
    return replace(site, content=tuple(dict.fromkeys([*site.content, *bases])))


def _mdbook(site: Site, text: str) -> Site:
    return replace(site, static=site.content, math="") if text else site


class _Settings(NamedTuple):
    """Where a generator's settings stand, and how what matters of them is read."""

    files: tuple[str, ...]
    folders: Callable[[str], tuple[str, ...]] = _nothing
    served: Callable[[str], tuple[str, ...]] = _nothing
    address: Callable[[str], str] = _address()
    language: tuple[str, ...] = ()
    math: Callable[[str], str] = _no_math
    finish: Callable[[Site, str], Site] = _as_it_is


_SETTINGS = {
    "Hugo": _Settings(
        (
            "hugo.*",
            "config.toml",
            "config.yaml",
            "config.yml",
            "config.json",
            "config/_default/*.toml",
            "config/_default/*.yaml",
            "config/_default/*.yml",
            "config/_default/*.json",
        ),
        served=_listed("staticDir", "staticdir"),
        address=_address("baseURL", "baseurl", "baseUrl"),
        language=("defaultContentLanguage", "languageCode"),
        math=_hugo_math,
        finish=_hugo,
    ),
    "Zola": _Settings(
        ("config.toml",), address=_address("base_url"), language=("default_language",)
    ),
    "Jekyll": _Settings(
        ("_config.yml", "_config.yaml"),
        address=_two_part_address("url", "baseurl"),
        language=("lang", "locale"),
        finish=_jekyll,
    ),
    "MkDocs": _Settings(
        ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "zensical.toml", "config/*.yml"),
        _listed("docs_dir"),
        address=_address("site_url"),
        language=("language",),
        math=_any_math,
        finish=_mkdocs,
    ),
    "Docusaurus": _Settings(
        ("docusaurus.config.*",),
        address=_two_part_address("url", "baseUrl"),
        language=("defaultLocale",),
        math=_any_math,
        finish=_docusaurus,
    ),
    "Astro": _Settings(
        ("astro.config.*",),
        address=_two_part_address("site", "base"),
        language=("defaultLocale",),
        math=_any_math,
        finish=_astro,
    ),
    "VitePress": _Settings(
        (".vitepress/config.*", ".vitepress/config/*"),
        language=("lang",),
        math=_any_math,
        finish=_vitepress,
    ),
    "Eleventy": _Settings((".eleventy.js", ".eleventy.cjs", "eleventy.config.*"), math=_any_math),
    "Next": _Settings(("next.config.*",), math=_any_math),
    "Nuxt": _Settings(("nuxt.config.*", "content.config.*"), math=_any_math),
    "Gatsby": _Settings(("gatsby-config.*",), math=_any_math),
    "mdBook": _Settings(("book.toml",), _listed("src"), language=("language",), finish=_mdbook),
}
