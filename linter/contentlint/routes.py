"""Where a link of a page leads: to which file of the site, as its generator will resolve it.

Generators differ, themes and plug-ins add to them, and servers redirect. So a link counts as dead
only where nothing that the generator could do would make it alive; in all other cases the answer
is that nobody knows.
"""

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
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
_ENDINGS = ASSETS.union(PAGES)
_TAXONOMIES = frozenset(
    (
        "tag", "tags", "category", "categories", "author", "authors", "topic", "topics", "series",
        "page", "archive", "archives", "rss", "feed", "search", "api", "login",
    )
)  # fmt: skip
_EXACT = frozenset({"MkDocs", "mdBook", "VitePress", "Docusaurus", ""})
"""Generators that resolve links between pages by their files alone."""
_AS_FILES = frozenset({"", "mdBook"})
"""Those whose pages stand where their files do."""
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
_ODD = pattern(r"[{}<>$|*`\\\ufffd]|%[{<]|\[\[")
_PARTIAL = pattern(r"/_?(?:snippets?|includes?|partials?|fragments?|shared|templates?|reuse)/")
"""Directories of texts that are put into other pages, and whose links count from there."""
_NUMBERED = pattern(r"\A(?:\d{4}-\d{1,2}-\d{1,2}-|\d+[-_. ]+)")


def key(name: str) -> str:
    """Return what of a name counts when addresses are compared loosely: letters and digits."""
    plain = _NUMBERED.sub("", _composed(name)).casefold().replace("_", "-")
    return re.sub(r"[^\w]+", "-", plain).strip("-")


def _composed(name: str) -> str:
    """Return a name with its accents as they are typed: some disks take them apart."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


@dataclass
class Routes:
    """The links of one site.

    ``declared`` gives the addresses that a page, by its absolute path, claims in its front matter.
    """

    site: Site
    files: Files
    declared: Callable[[str], Iterable[str]]
    _landed: dict[tuple[str, str], Landing] = field(default_factory=dict)
    _keys: dict[str, Mapping[str, list[str]]] = field(default_factory=dict)
    _folders: dict[str, str] = field(default_factory=dict)
    _by_stem: dict[str, dict[str, str]] = field(default_factory=dict)

    def landing(self, page: str, address: str) -> Landing:
        """Return where an address leads from a page (its absolute path).

        The address has lost its query and fragment, and its percent-encoding.
        """
        start = page.rpartition("/")[0] if self.site.generator in _AS_FILES else page
        at = ("" if address.startswith("/") else start, address)
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
            path = posixpath.normpath(f"{base}/{stem}")
            found = self._answer(path) if self._is_within(path) else ""
            if found:
                return Landing("found", (found,))
        return _FOUND if key(stem.rpartition("/")[2]) in self._declared else _MISSING

    def _jekyll_reference(self, form: str, name: str) -> Landing:
        if self.site.generator != "Jekyll" or form == "ref":
            return _UNKNOWN
        if form == "link":
            bases = (self.site.root, *self._roots)
            paths = (posixpath.normpath(f"{base}/{name}") for base in bases)
            found = next((p for p in paths if self._is_within(p) and self.files.is_file(p)), "")
        else:
            last = name.rpartition("/")[2]
            names = (self.files.named(self.site.root, f"{last}{end}") for end in (*PAGES, ".html"))
            found = next((paths[0] for paths in names if paths), "")
        return Landing("found", (found,)) if found or self.files.cut else _MISSING

    def _find(self, page: str, address: str) -> Landing:
        address = self._inside(address)
        if not address or _OUTER.match(address) or _ODD.search(address):
            return _UNKNOWN
        found = tuple(self._answers(page, address))
        return Landing("found", found) if found else self._absent(page, address)

    def _answers(self, page: str, address: str) -> Iterable[str]:
        """Return the files that answer for an address: all that are near, else the first."""
        near = self._answers_from(self._near_bases(page, address), address)
        found = dict.fromkeys(near)
        return found or islice(self._answers_from(self._far_bases(page, address), address), 1)

    def _answers_from(self, bases: Iterable[str], address: str) -> Iterator[str]:
        rest = address.strip("/")
        for base in bases:
            path = posixpath.normpath(f"{base}/{rest}")
            found = self._answer(path) if self._is_within(path) else ""
            if found:
                yield found

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
        yield from self._near_bases(page, address)
        yield from self._far_bases(page, address)

    def _far_bases(self, page: str, address: str) -> Iterator[str]:
        """Yield those that files are served from: by themselves, or as the page itself is."""
        if address.startswith("/"):
            yield from self._roots
        elif self.site.generator not in _AS_FILES:
            folder, _, name = page.rpartition("/")
            yield from self._public_bases(folder, name.rpartition(".")[0])

    def _near_bases(self, page: str, address: str) -> Iterator[str]:
        """Yield those round the page: of its file, and of its address."""
        if address.startswith("/"):
            return
        folder, _, name = page.rpartition("/")
        yield folder
        if self.site.generator in _AS_FILES:
            return
        stem = name.rpartition(".")[0]
        yield f"{folder}/{stem}"
        if stem in _INDEXES or self.site.generator not in _EXACT:
            yield folder.rpartition("/")[0]
        if self.site.generator == "Docusaurus" and address[0] != ".":
            yield from self.site.content

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
        themes = f"{site.root}/themes"
        if site.generator in {"Hugo", "Zola"}:
            found += (f"{themes}/{name}/static" for name in self.files.names(themes))
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
        folder, _, name = path.rpartition("/")
        names = self.files.names(folder or "/")
        if names.get(name) is False and self.files.is_file(path):
            return path
        if names.get(name) and self.files.is_folder(path):
            return self._index(path) or path
        bare = name.removesuffix(".html").removesuffix(".htm")
        made = self._made(folder).get(bare) if names else None
        if made and self.files.is_file(f"{folder}/{made}"):
            return f"{folder}/{made}"
        stem = f"{folder}/{bare}"
        if bare != name and names.get(bare) and self.files.is_folder(stem):
            return self._index(stem) or stem
        if stem.rpartition("/")[2] in _INDEXES:
            return self._index(stem.rpartition("/")[0])
        return self._loosely(stem) if self.site.generator not in _AS_FILES else ""

    def _made(self, folder: str) -> Mapping[str, str]:
        """Return the files of a directory by what is left of their names without the ending."""
        found = self._by_stem.get(folder)
        if found is None:
            found = self._by_stem[folder] = {}
            names = self.files.names(folder or "/")
            for ending in reversed((*_MADE, *_MADE_TOO)):
                found.update(
                    (name.removesuffix(ending), name)
                    for name, is_folder in names.items()
                    if name.endswith(ending) and not is_folder
                )
        return found

    def _is_within(self, path: str) -> bool:
        """Whether a path is the site's: what lies elsewhere is not looked at."""
        return f"{path}/".startswith(self._tops)

    @cached_property
    def _tops(self) -> tuple[str, ...]:
        tops = (self.site.root.rstrip("/"), *self.site.content, *self.site.static)
        return tuple(f"{top}/" for top in tops)

    def _index(self, folder: str) -> str:
        names = self.files.names(folder)
        wanted = (f"{index}{ending}" for index in _INDEXES for ending in _MADE)
        return next((f"{folder}/{name}" for name in wanted if name in names), "")

    def _loosely(self, path: str) -> str:
        """Find a page whose name makes the address: without its number, its capitals, its date."""
        folder, _, name = path.rpartition("/")
        above = self._folder(folder)
        if not above or posixpath.splitext(name)[1].lower() in _ENDINGS:
            return ""
        found = self._keyed(above).get(key(name))
        return f"{above}/{found[0]}" if found and key(name) else ""

    def _keyed(self, folder: str) -> Mapping[str, list[str]]:
        """Return the names in a directory by what of them counts, files first."""
        if folder not in self._keys:
            by_key: dict[str, list[str]] = {}
            names = self.files.names(folder)
            for name in sorted(names, key=lambda one: (names[one], one)):
                stem = name if names[name] else name.partition(".")[0]
                by_key.setdefault(key(stem), []).append(name)
            self._keys[folder] = by_key
        return self._keys[folder]

    def _folder(self, path: str) -> str:
        """Return the directory that makes a part of an address; empty for none."""
        if path not in self._folders:
            self._folders[path] = self._folder_of(path) if self._is_within(path) else ""
        return self._folders[path]

    def _folder_of(self, path: str) -> str:
        if self.files.is_folder(path):
            return path
        above, _, name = path.rpartition("/")
        folder = self._folder(above) if above else ""
        names = self._keyed(folder).get(key(name), ()) if folder and key(name) else ()
        found = (one for one in names if self.files.names(folder)[one])
        return next((f"{folder}/{one}" for one in found), "")

    def _absent(self, page: str, address: str) -> Landing:
        """Judge an address that no file answers for."""
        ending = posixpath.splitext(address)[1].lower()
        if self._is_told(address):
            return _UNKNOWN
        if self._is_declared(address):
            return _FOUND
        if ending in ASSETS or ending in PAGES:
            return self._absent_file(page, address, ending)
        return _MISSING if self._is_surely_absent(page, address) else _UNKNOWN

    def _absent_file(self, page: str, address: str, ending: str) -> Landing:
        if address.startswith("/"):
            if not self._is_served(address):
                return _UNKNOWN
            return Landing("missing", near=self._same(address)[:3])
        path = posixpath.normpath(f"{page.rpartition('/')[0]}/{address}")
        if not self._is_within(path) or _PARTIAL.search(page):
            return _UNKNOWN
        exact = self.site.generator in _EXACT or (ending in PAGES and address[0] == ".")
        same = self._same(address)
        if not exact and (same or self.files.cut):
            return _UNKNOWN
        alike = self.files.alike(path, self.site.root) if path.startswith(self.site.root) else ()
        if _composed(path) in map(_composed, alike):
            return Landing("found", alike)
        return Landing("missing", near=alike or same[:3], alike=bool(alike))

    def _same(self, address: str) -> tuple[str, ...]:
        """Return the files of the site that have the name of what is missing."""
        return self.files.named(self.site.root, address.rpartition("/")[2])

    def _is_served(self, address: str) -> bool:
        """Whether the directory that an address begins with is one of the site's own."""
        first = address.strip("/").partition("/")[0]
        served = (*self.site.content, *self.site.static)
        return self.site.generator != "" and any(
            self.files.is_folder(f"{root}/{first}") for root in served
        )

    def _is_told(self, address: str) -> bool:
        """Whether settings or redirects mention an address, or one that it is below of."""
        told = self.site.mentions
        bare = address.strip("/.")
        if not bare or any(f"{sign}{bare}" in told for sign in ("/", '"', "'")):
            return True
        parts = bare.split("/")
        return any("/".join(parts[:end]) in self._wild for end in range(1, len(parts)))

    @cached_property
    def _wild(self) -> frozenset[str]:
        """The addresses for all below of which settings or redirects say something."""
        told = (one[1].split("/") for one in _WILD.finditer(self.site.mentions))
        return frozenset("/".join(parts[at:]) for parts in told for at in range(len(parts)))

    def _is_declared(self, address: str) -> bool:
        """Whether a page claims an address in its front matter, or may be made into it."""
        if not self.site.generator:
            return False
        parts = [key(part) for part in address.strip("/").split("/") if part.strip(".")]
        last = re.sub(r"-html?\Z", "", parts[-1]) if parts else ""
        if not last or address.endswith((*PAGES, *ASSETS)):
            last = address.strip("/")
        return last in self._declared or self.files.cut

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
        # What stands at the top of a host may be another site.
        if len(parts) < (2 if address.startswith("/") else 1) or "." in parts[-1]:
            return False
        if any(key(part) in _TAXONOMIES for part in parts):
            return False
        above = posixpath.dirname(address.rstrip("/"))
        return any(
            self._has_pages(self._folder(posixpath.normpath(f"{base}/{above.strip('/')}")))
            for base in self._bases(page, address)
        )

    def _has_pages(self, folder: str) -> bool:
        """Whether pages are made from a directory inside the content, and none by a program."""
        inside = any(folder.startswith(f"{content}/") for content in self.site.content)
        names = self.files.names(folder) if folder and inside else {}
        return not any("[" in name for name in names) and any(
            name.endswith(PAGES) for name in names
        )


_WILD = pattern(r"/([^\s\"'*:]{1,500})/[*:]")
_TONGUE = pattern(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?|english|french|german|spanish")


def _less(inside: str) -> Iterator[str]:
    """Yield a path without its first part: that of the language, or of a kind of page."""
    parts = inside.split("/")
    if len(parts) > 1:
        yield "/".join(parts[1:])
