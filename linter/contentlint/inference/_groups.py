"""Directories → groups of pages that hold the same keys.

Years, versions and languages are directories of the same kind of pages. Beyond these, two
directories are of one kind unless a key that nearly all pages of the one have is rare in the other.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from contentlint import globs
from contentlint.inference._pages import Page, bare, segments
from contentlint.language import of_tag
from contentlint.patterns import pattern

LEAST = 5
"""Pages that make a collection: a small blog has them, and fewer prove nothing."""

_MANY = 20
"""Pages of which one key is enough to tell that they are of a kind of their own."""
_ALWAYS, _RARELY = 0.9, 0.5
"""Shares of pages: what nearly all have, and what half or fewer have."""
_FEW = 4
"""So many directories are named one by one."""
_ANY, _LANGUAGE = "*", "<language>"
_COUNTED = pattern(r"(?:v|version-)?\d+(?:\.(?:\d+|x))*(?:[-_.]\w{1,20})?")
_LANGUAGE_LIKE = pattern(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_BY_NAME = pattern(r"(?:.*/)?(?:_[^/]+|src/content/[^/]+)")
"""Directories that make a collection by their name, as Jekyll and Astro have it."""
_MAGIC = pattern(r"[\[?]|\*(?!\*?/|\*?\Z|\.)")
_LIKE = {
    "string": {"string", "date", "integer", "number"},
    "date": {"date", "string"},
    "integer": {"integer", "number", "string"},
    "number": {"integer", "number", "string"},
}
"""Kinds that two directories may have under one key and still be of one kind."""


class Group(NamedTuple):
    """Directories whose pages are of one kind: the patterns of their paths, and their pages."""

    name: str
    files: tuple[str, ...]
    pages: tuple[Page, ...] = ()


class Grouped(NamedTuple):
    """The groups, wide ones first, and pages of none, each with a pattern that takes it in."""

    groups: tuple[Group, ...]
    dropped: Mapping[str, str]


def groups(pages: Iterable[Page], languages: frozenset[str] = frozenset()) -> Grouped:
    """Return the groups that pages make up, each with those that its patterns really get."""
    pages = list(pages)
    top = _tree(pages, languages)
    parts = sorted(top.parts(), key=lambda part: min(part.places))
    kept = [part for part in parts if part.size >= LEAST]
    found = [Group(name, _spread(part.files, top.languages)) for name, part in _named(kept)]
    dropped = {
        path: each
        for part in parts
        if part.size < LEAST
        for each in _spread(part.files, top.languages)
        for path in filter(_matcher([each]), part.paths)
    }
    return Grouped(tuple(_filled(found, dropped, pages)), dropped)


def _matcher(files: Iterable[str]) -> Callable[[str], object]:
    found = globs.compiled(files)
    return found.fullmatch if found else bool


def _filled(
    found: list[Group], dropped: Mapping[str, str], pages: Iterable[Page]
) -> Iterator[Group]:
    """Give each group the pages that it has in the settings, where the last that fits counts."""
    fits = [_matcher(group.files) for group in found]
    members: list[list[Page]] = [[] for _ in found]
    for page in pages:
        which = (i for i, fit in enumerate(fits) if page.path not in dropped and fit(page.path))
        last = max(which, default=-1)
        if last >= 0:
            members[last].append(page)
    for group, inside in zip(found, members, strict=True):
        yield group._replace(pages=tuple(inside))


@dataclass
class _Part:
    """Pages of one kind: how many, how many have each key, and where they lie."""

    places: list[str]
    files: list[str]
    size: int = 0
    first: int = 0
    keys: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)

    def add(self, page: Page) -> None:
        """Take in a page."""
        self.size += 1
        self.paths.append(page.path)
        for key, kind in page.kinds.items():
            self.keys[key] += 1
            self.kinds.setdefault(key, Counter())[kind] += 1

    def join(self, other: "_Part") -> None:
        """Take in all pages of another."""
        self.first = self.first or self.size
        self.size += other.size
        self.paths += other.paths
        self.places += other.places
        self.files += other.files
        self.keys.update(other.keys)
        for key, kinds in other.kinds.items():
            self.kinds.setdefault(key, Counter()).update(kinds)

    def is_like(self, other: "_Part") -> bool:
        """Whether no key tells the two apart, and most of what is usual in one is in both."""
        mine, theirs = self._usual(), other._usual()
        if 2 * len(mine & theirs) < len(mine | theirs):
            return False
        return not (self._differs_from(other) or other._differs_from(self))

    def _usual(self) -> set[str]:
        return {key for key, count in self.keys.items() if count >= _ALWAYS * self.size}

    def _differs_from(self, other: "_Part") -> bool:
        if self.size < LEAST:
            return False
        telling = sum(1 for key in self._usual() if other._lacks(key, self))
        return telling >= (1 if self.size >= _MANY else 2)

    def _lacks(self, key: str, other: "_Part") -> bool:
        """Whether a key that is usual elsewhere is rare here, or holds something else."""
        if self.keys[key] <= _RARELY * self.size:
            return True
        theirs = other._kind(key)
        return self._kind(key) not in _LIKE.get(theirs, {theirs})

    def _kind(self, key: str) -> str:
        return self.kinds[key].most_common(1)[0][0]


@dataclass
class _Node:
    """A directory, or several of which only the year, the version or the language differs."""

    path: str = ""
    own: list[Page] = field(default_factory=list)
    children: dict[str, "_Node"] = field(default_factory=dict)
    languages: set[str] = field(default_factory=set)

    def child(self, name: str) -> "_Node":
        """Return a directory in this one; it is made when it is first asked for."""
        if name not in self.children:
            self.children[name] = _Node(f"{self.path}/{name}".lstrip("/"))
        return self.children[name]

    def parts(self) -> list[_Part]:
        """Return the kinds of pages in it."""
        real = [child for child in self.children.values() if not child.is_page]
        named = [child for child in real if _BY_NAME.fullmatch(child.path)]
        fixed = [part for child in named for part in child.parts()]
        below = [part for child in real if child not in named for part in child.parts()]
        own = self._own(alone=not real)
        if not own.size and len(real) == 1:
            return self._raised([*below, *fixed], real[0])
        parts = [own, *below] if own.size else below
        return [*self._merged(parts, whole=not fixed), *fixed]

    def _raised(self, parts: list[_Part], child: "_Node") -> list[_Part]:
        """Say of what takes all years, versions or languages that it takes the directory above."""
        whole = len(parts) == 1 and parts[0].files == [child._below]
        if whole and child.path.endswith((f"/{_ANY}", f"/{_LANGUAGE}")):
            parts[0].files, parts[0].places = [self._below], [self.path]
        return parts

    def _merged(self, parts: list[_Part], *, whole: bool) -> list[_Part]:
        """Join what is alike; a kind that most of the parts are of takes the whole directory."""
        merged: list[tuple[_Part, list[_Part]]] = []
        for part in sorted(parts, key=lambda one: -one.size):
            like = next((one for one in merged if one[0].is_like(part)), None)
            if like:
                like[0].join(part)
                like[1].append(part)
            else:
                merged.append((part, []))
        most = len(merged) == 1 or (merged and len(merged[0][1]) >= max(_FEW, len(parts) // 2))
        if whole and most:
            merged[0][0].files, merged[0][0].places = [self._below], [self.path]
            merged[0][0].first = 0
        return [part for part, _ in merged]

    def _own(self, *, alone: bool) -> _Part:
        """Return the pages right here; a directory that holds one ``index`` is a page, too."""
        bundles = [child.own[0] for child in self.children.values() if child.is_page]
        names = [f"*.{page.name.rpartition('.')[2]}" for page in self.own]
        names += [f"*/{page.name}" for page in bundles]
        files = [f"{self.path}/{name}" for name in dict.fromkeys(names)]
        part = _Part([self.path], [self._below] if alone else files)
        for page in (*self.own, *bundles):
            part.add(page)
        return part

    @property
    def is_page(self) -> bool:
        """Whether it is a page with its images, as Hugo and others have them."""
        single = len(self.own) == 1 and not self.children
        return single and self.own[0].name.startswith("index.")

    @property
    def _below(self) -> str:
        return f"{self.path}/**".lstrip("/")


def _tree(pages: Iterable[Page], languages: frozenset[str]) -> _Node:
    tongues = _tongues(pages, languages)
    top = _Node()
    for page in pages:
        node, above = top, ""
        for name in segments(page.path):
            if name in tongues.get(above, ()):
                top.languages.add(name)
                node = node.child(_LANGUAGE)
            else:
                node = node.child(_ANY if _COUNTED.fullmatch(name) else name)
            above = f"{above}{name}/"
        node.own.append(page)
    return top


def _tongues(pages: Iterable[Page], languages: frozenset[str]) -> dict[str, set[str]]:
    """Return the directories that are named after languages, by the directory above."""
    below: dict[str, set[str]] = {}
    for folder in {page.path.rpartition("/")[0] for page in pages}:
        above = ""
        for name in filter(None, folder.split("/")):
            below.setdefault(above, set()).add(name)
            above = f"{above}{name}/"
    return {above: found for above, names in below.items() if (found := _spoken(names, languages))}


def _spoken(names: set[str], languages: frozenset[str]) -> set[str]:
    """Return the names that are languages: those that the site has, or at least two likely ones."""
    sure = {name for name in names if name.lower() in languages}
    like = {name for name in names if _LANGUAGE_LIKE.fullmatch(name)}
    likely = {name for name in like if of_tag(name).name}
    return sure | like if sure or len(likely) > 1 else set()


def _spread(files: Iterable[str], languages: set[str]) -> tuple[str, ...]:
    """Return patterns with the languages in them: a few are named, many are any directory."""
    names = sorted(languages) if 0 < len(languages) <= _FEW else ["*"]
    found: dict[str, None] = {}
    for path in files:
        plain = _MAGIC.sub(lambda sign: f"[{sign[0]}]", path)
        found |= dict.fromkeys(plain.replace(_LANGUAGE, name) for name in names)
    return tuple(one for one in found if not any(map(_takes, found, [one] * len(found))))


def _takes(wide: str, one: str) -> bool:
    """Whether a pattern takes in all that another does."""
    return wide != one and wide.endswith("/**") and one.startswith(wide[:-2])


def _named(parts: Iterable[_Part]) -> list[tuple[str, _Part]]:
    """Give each part a name of its own: that of its directory, with those above it if need be."""
    taken: dict[str, _Part] = {}
    for part in parts:
        names = (_name(part, depth) for depth in range(1, 9))
        name = next((name for name in names if name not in taken), "")
        while not name or name in taken:
            name = f"{name or _name(part, 8)}-2"
        taken[name] = part
    return list(taken.items())


def _name(part: _Part, depth: int) -> str:
    """Return the name of one directory or of two; of more, that of the one with most pages."""
    names = list(dict.fromkeys(_of_place(place, depth) for place in part.places))
    if len(names) == 2:
        return "-".join(names)
    return names[0] if len(names) == 1 or part.first > part.size / 2 else "pages"


def _of_place(place: str, depth: int) -> str:
    words = [bare(one) for one in place.split("/") if one not in (_ANY, _LANGUAGE, "")]
    joined = "-".join(words[-depth:]).lower()
    return re.sub(r"[^\w-]+", "-", joined).strip("-") or "pages"
