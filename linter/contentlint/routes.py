"""Where a link of a page leads: to which file of the site, as its generator will resolve it.

Generators differ, themes and plug-ins add to them, and servers redirect. So a link counts as dead
only where nothing that the generator could do would make it alive; in all other cases the answer
is that nobody knows.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from contentlint.patterns import pattern
from contentlint.project import Files
from contentlint.site import Site

PAGES = (".md", ".mdx", ".markdown", ".mdown", ".mkd", ".rmd", ".qmd", ".ipynb")
"""Endings of pages that are written in Markdown, or hold it."""
_MADE = (*PAGES, ".html", ".htm", ".astro", ".njk", ".liquid", ".vue", ".svelte", ".tsx", ".jsx")
_MADE_TOO = (
    ".js",
    ".ts",
    ".adoc",
    ".rst",
    ".org",
    ".webc",
    ".hbs",
    ".pug",
    ".erb",
    ".xml",
    ".json",
)
_INDEXES = ("index", "_index", "README", "readme", "Readme", "+page", "page")
ASSETS = frozenset(
    (
        ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff",
        ".pdf", ".zip", ".gz", ".tgz", ".mp4", ".webm", ".mov", ".mp3", ".ogg", ".wav", ".m4a",
        ".csv", ".xlsx", ".docx", ".pptx", ".epub", ".woff", ".woff2", ".ttf",
    )
)  # fmt: skip
"""Endings of files that no generator makes from a page."""
_TAXONOMIES = frozenset(
    (
        "tag", "tags", "category", "categories", "author", "authors", "topic", "topics", "series",
        "page", "archive", "archives", "rss", "feed", "search", "api", "login",
    )
)  # fmt: skip
_EXACT = frozenset({"MkDocs", "mdBook", "VitePress", "Docusaurus", ""})
"""Generators that resolve links between pages by their files alone."""
_KNOWN = frozenset({"Hugo", "MkDocs", "mdBook", "VitePress", "Docusaurus", "Zola", "Jekyll"})
"""Generators whose addresses come from the files and what stands in them."""


class Landing(NamedTuple):
    """Where a link leads.

    ``state`` is found, missing or unknown. ``paths`` are the files, absolute, that may answer, the
    likeliest first: where a page will stand is not always sure.
    ``near`` are the files that may have been meant; ``alike``
    says that they differ in nothing but capitals, blanks, dashes or accents.
    """

    state: str
    paths: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    alike: bool = False


_FOUND, _UNKNOWN, _MISSING = Landing("found"), Landing("unknown"), Landing("missing")
_OUTER = pattern(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\\\")
_ODD = pattern(r"[{}<>$|*`\\]|%[{<]|\[\[")
_PARTIAL = pattern(r"/_?(?:snippets?|includes?|partials?|fragments?|shared|templates?|reuse)/")
"""Directories of texts that are put into other pages, and whose links count from there."""
_NUMBERED = pattern(r"\A(?:\d{4}-\d{1,2}-\d{1,2}-|\d+[-_. ]+)")


def key(name: str) -> str:
    """Return what of a name counts when addresses are compared loosely: letters and digits."""
    return re.sub(r"[^\w]+", "-", _NUMBERED.sub("", name).casefold().replace("_", "-")).strip("-")


@dataclass
class Routes:
    """The links of one site.

    ``declared`` gives the addresses that a page, by its absolute path, claims in its front matter.
    """

    site: Site
    files: Files
    declared: Callable[[str], Iterable[str]]
    _landed: dict[tuple[str, str], Landing] = field(default_factory=dict)

    def landing(self, page: str, address: str) -> Landing:
        """Return where an address leads from a page (its absolute path).

        The address has lost its query and fragment, and its percent-encoding.
        """
        folder = page.rpartition("/")[0] if address[:1] != "/" else ""
        at = (folder if self.site.generator in _EXACT else page, address)
        if at not in self._landed:
            self._landed[at] = self._find(page, address)
        return self._landed[at]

    def reference(self, page: str, form: str, name: str) -> Landing:
        """Return the page that a template names: Hugo's ref and relref, Jekyll's post_url and link.

        The generator refuses to make a site in which there is none.
        """
        name = name.partition("#")[0].partition("?")[0].strip("/")
        if not name or _OUTER.match(name) or _ODD.search(name):
            return _UNKNOWN
        if form != "ref" or self.site.generator != "Hugo":
            return self._jekyll_reference(form, name)
        stem = posixpath.splitext(name)[0] if name.endswith(PAGES) else name
        folder = page.rpartition("/")[0]
        for base in (folder, *self.site.content, *self._roots):
            found = self._answer(posixpath.normpath(f"{base}/{stem}"))
            if found:
                return Landing("found", (found,))
        return _FOUND if key(stem.rpartition("/")[2]) in self._declared else _MISSING

    def _jekyll_reference(self, form: str, name: str) -> Landing:
        if self.site.generator != "Jekyll" or form == "ref":
            return _UNKNOWN
        if form == "link":
            bases = (self.site.root, *self._roots)
            found = next((f"{b}/{name}" for b in bases if self.files.is_file(f"{b}/{name}")), "")
        else:
            last = name.rpartition("/")[2]
            names = (self.files.named(self.site.root, f"{last}{end}") for end in (*PAGES, ".html"))
            found = next((paths[0] for paths in names if paths), "")
        return Landing("found", (found,)) if found else _MISSING

    def _find(self, page: str, address: str) -> Landing:
        address = self._inside(address)
        if not address or _OUTER.match(address) or _ODD.search(address):
            return _UNKNOWN
        bases = dict.fromkeys(self._bases(page, address))
        paths = (posixpath.normpath(f"{base}/{address.strip('/')}") for base in bases)
        found = tuple(dict.fromkeys(filter(None, map(self._answer, paths))))
        return Landing("found", found) if found else self._absent(page, address)

    def _inside(self, address: str) -> str:
        """Return an address of the site itself from its root on; others as they are."""
        site = self.site
        if site.host and address.partition("://")[2].partition("/")[0].lower() == site.host:
            address = "/" + address.partition("://")[2].partition("/")[2]
        if address.startswith("@site/") and site.generator == "Docusaurus":
            return address.removeprefix("@site")
        if address.startswith("@/") and site.generator == "Zola":
            return address.removeprefix("@")
        if site.base_path != "/" and f"{address}/".startswith(site.base_path):
            return "/" + address[len(site.base_path) :]
        return address

    def _bases(self, page: str, address: str) -> Iterator[str]:
        """Yield the directories that an address may count from."""
        if address.startswith("/"):
            yield from self._roots
            return
        folder, _, name = page.rpartition("/")
        yield folder
        if self.site.generator in {"", "mdBook"}:
            return
        stem = name.rpartition(".")[0]
        yield f"{folder}/{stem}"
        if stem in _INDEXES or self.site.generator not in _EXACT:
            yield folder.rpartition("/")[0]
        yield from self._public_bases(folder, stem)

    def _public_bases(self, folder: str, stem: str) -> Iterator[str]:
        """Yield the directories with files that stand where the page will."""
        for content in self.site.content:
            if f"{folder}/".startswith(f"{content}/"):
                inside = folder[len(content) :].strip("/")
                for root in self._roots:
                    yield posixpath.normpath(f"{root}/{inside}")
                    yield posixpath.normpath(f"{root}/{inside}/{stem}")
                    yield from (posixpath.normpath(f"{root}/{one}") for one in _less(inside))

    @cached_property
    def _roots(self) -> tuple[str, ...]:
        """The directories that an address with a slash at its front may count from."""
        site = self.site
        found = [*site.content, *site.static, site.root]
        found += (f"{site.root}/{name}" for name in ("src", "app", "assets", "src/pages", "docs"))
        if site.generator in {"Astro", "Nuxt"}:
            for content in site.content:
                names = self.files.names(content).items()
                found += (f"{content}/{name}" for name, is_folder in names if is_folder)
        for base in tuple(found):
            found += (
                f"{base}/{each}" for each in self._tongues if self.files.is_folder(f"{base}/{each}")
            )
        names = self.files.names(site.root).items()
        if site.generator == "Jekyll":
            found += (
                f"{site.root}/{name}" for name, is_folder in names if is_folder and name[0] == "_"
            )
        return tuple(dict.fromkeys(each for each in found if self.files.names(each)))

    @cached_property
    def _tongues(self) -> tuple[str, ...]:
        """Names of directories with pages of one language."""
        site = self.site
        names = {name for base in site.content for name in self.files.names(base)}
        told = {*site.languages, site.language.partition("-")[0], site.language}
        return tuple(name for name in sorted(names) if name in told or _TONGUE.fullmatch(name))

    def _answer(self, path: str) -> str:
        """Return the file that answers for a path without its ending; empty for none."""
        files = self.files
        if files.is_file(path):
            return path
        if files.is_folder(path):
            return self._index(path) or path
        stem = re.sub(r"\.html?\Z", "", path)
        for ending in (*_MADE, *_MADE_TOO):
            if files.is_file(stem + ending):
                return stem + ending
        if stem != path and files.is_folder(stem):
            return self._index(stem) or stem
        if stem.rpartition("/")[2] in _INDEXES:
            return self._index(stem.rpartition("/")[0])
        return self._loosely(stem) if self.site.generator not in {"", "mdBook"} else ""

    def _index(self, folder: str) -> str:
        names = self.files.names(folder)
        wanted = (f"{index}{ending}" for index in _INDEXES for ending in _MADE)
        return next((f"{folder}/{name}" for name in wanted if name in names), "")

    def _loosely(self, path: str) -> str:
        """Find a page whose name makes the address: without its number, its capitals, its date."""
        folder, _, name = path.rpartition("/")
        if posixpath.splitext(name)[1].lower() in (*PAGES, *ASSETS):
            return ""
        above = self._folder(folder)
        wanted = key(name)
        for other, is_folder in self.files.names(above).items() if above and wanted else ():
            stem = other if is_folder else other.partition(".")[0]
            if key(stem) == wanted:
                return f"{above}/{other}"
        return ""

    def _folder(self, path: str) -> str:
        """Return the directory that makes a part of an address; empty for none."""
        if self.files.is_folder(path):
            return path
        above, _, name = path.rpartition("/")
        if not above or len(above) < len(self.site.root):
            return ""
        folder = self._folder(above)
        wanted = key(name)
        for other, is_folder in self.files.names(folder).items() if folder and wanted else ():
            if is_folder and key(other) == wanted:
                return f"{folder}/{other}"
        return ""

    def _absent(self, page: str, address: str) -> Landing:
        """Judge an address that no file answers for."""
        ending = posixpath.splitext(address)[1].lower()
        if self._is_told(address) or self._is_declared(page, address):
            return _FOUND if self._is_declared(page, address) else _UNKNOWN
        if ending in ASSETS or ending in PAGES:
            return self._absent_file(page, address, ending)
        return _MISSING if self._is_surely_absent(page, address) else _UNKNOWN

    def _absent_file(self, page: str, address: str, ending: str) -> Landing:
        same = self.files.named(self.site.root, address.rpartition("/")[2])
        if address.startswith("/"):
            return Landing("missing", near=same[:3]) if self._is_served(address) else _UNKNOWN
        path = posixpath.normpath(f"{page.rpartition('/')[0]}/{address}")
        exact = self.site.generator in _EXACT or (ending in PAGES and address[0] == ".")
        outside = not path.startswith(f"{self.site.root}/")
        if outside or _PARTIAL.search(page) or (same and not exact):
            return _UNKNOWN
        alike = self.files.alike(path)
        return Landing("missing", near=alike or same[:3], alike=bool(alike))

    def _is_served(self, address: str) -> bool:
        """Whether the directory that an address begins with is one of the site's own."""
        first = address.strip("/").partition("/")[0]
        return self.site.generator != "" and any(
            self.files.is_folder(f"{root}/{first}") for root in self._roots
        )

    def _is_told(self, address: str) -> bool:
        """Whether settings or redirects mention an address, or one that it is below of."""
        told = self.site.mentions
        bare = address.strip("/.")
        if not bare or any(f"{sign}{bare}" in told for sign in ("/", '"', "'")):
            return True
        parts = bare.split("/")
        return any(f"/{'/'.join(parts[:end])}/*" in told for end in range(1, len(parts))) or any(
            f"/{'/'.join(parts[:end])}/:" in told for end in range(1, len(parts))
        )

    def _is_declared(self, page: str, address: str) -> bool:
        """Whether a page claims an address in its front matter, or may be made into it."""
        del page
        if not self.site.generator:
            return False
        parts = [key(part) for part in address.strip("/").split("/") if part.strip(".")]
        last = re.sub(r"-html?\Z", "", parts[-1]) if parts else ""
        if not last or address.endswith((*PAGES, *ASSETS)):
            return address.strip("/") in self._declared
        return last in self._declared

    @cached_property
    def _declared(self) -> frozenset[str]:
        """What pages say of their own addresses: the last parts, as they are compared."""
        return frozenset(self._declarations())

    def _declarations(self) -> Iterator[str]:
        for folder in self.site.content or (self.site.root,):
            for path in self.files.walk(folder):
                if path.endswith(PAGES):
                    name = path.rpartition("/")[2].partition(".")[0]
                    if self.site.generator not in _EXACT and name not in _INDEXES:
                        yield key(name)
                    for told in self.declared(path):
                        yield told.strip("/")
                        yield key(re.sub(r"\.html?\Z", "", told.rstrip("/")).rpartition("/")[2])

    def _is_surely_absent(self, page: str, address: str) -> bool:
        """Whether an address without an ending would be made from a page that is missing."""
        if self.site.generator not in _KNOWN:
            return False
        parts = [part for part in address.strip("/").split("/") if part not in {"", ".", ".."}]
        if not parts or any(key(part) in _TAXONOMIES for part in parts) or "." in parts[-1]:
            return False
        above = posixpath.dirname(address.rstrip("/"))
        return any(
            self._has_pages(self._folder(posixpath.normpath(f"{base}/{above.strip('/')}")))
            for base in self._bases(page, address)
        )

    def _has_pages(self, folder: str) -> bool:
        """Whether pages are made from a directory inside the content, and none by a program.

        What stands at the top of a host may be another site.
        """
        inside = any(folder.startswith(f"{content}/") for content in self.site.content)
        names = self.files.names(folder) if folder and inside else {}
        return not any("[" in name for name in names) and any(
            name.endswith(PAGES) for name in names
        )


_TONGUE = pattern(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?|english|french|german|spanish")


def _less(inside: str) -> Iterator[str]:
    """Yield a path without its first part: that of the language, or of a kind of page."""
    parts = inside.split("/")
    if len(parts) > 1:
        yield "/".join(parts[1:])
