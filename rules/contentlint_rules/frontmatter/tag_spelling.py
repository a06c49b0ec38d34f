"""Rule tag-spelling."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, NamedTuple

from contentlint import (
    Document,
    Example,
    Fix,
    Found,
    FrontMatter,
    Help,
    Part,
    Project,
    ProjectRule,
    Severity,
    Violation,
    pattern,
    told_by_path,
    unaccented,
)
from contentlint_rules.frontmatter._facts import LABELS, MetadataFacts
from contentlint_rules.frontmatter._scalars import Scalar, scalars

_SIGNS = pattern(r"(?<=\w)[-_.;'’\s]+(?=\w)")
_BLANKS = pattern(r"[-_\s]+")
_WORDS = pattern(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])|[^\W_a-zA-Z0-9]+")
_SURE = 20
"""Pages with the usual spelling from which on the other one is surely a slip."""
_TIMES = 10
"""How many times as many they have to be for that."""
_SHORTEST = 4
"""Letters of a word: “IT” and “it” may be two things."""


@dataclass(frozen=True, kw_only=True)
class TagSpelling(MetadataFacts, ProjectRule):
    """A tag, a category or an author is spelt in one way on all pages.

    A site makes a page of each spelling: “Open data” then lacks what stands below “open-data”, and
    readers see half of it. Spellings that differ in capitals, accents, blanks and signs only are
    compared, those of each language apart. What the generator takes for one anyhow is left alone:
    Hugo and Zola make one address of “Open Data” and “open-data”.

    The fix writes the usual spelling. It is safe for a blank too many, and where twenty pages or
    more, ten times as many, have the usual spelling and only capitals and blanks differ; else it
    is unsafe. Where no spelling is the usual one, there is no fix.
    """

    name: ClassVar[str] = "tag-spelling"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    presets: ClassVar[tuple[str, ...]] = ("recommended",)
    changes: ClassVar[Part] = Part.METADATA
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ntags: [mill, ⟦'rye '⟧]\n---\n",
            good="---\ntags: [mill, 'rye']\n---\n",
            files={"oat.md": "---\ntags: [rye]\n---\n", "wheat.md": "---\ntags: [rye]\n---\n"},
        ),
        Example(
            bad="---\ntags:\n  - ⟦Open-Data⟧\n---\n",
            good="---\ntags:\n  - open data\n---\n",
            fixed=False,
            files={
                "a.md": "---\ntags: [open data]\n---\n",
                "b.md": "---\ntags: [open data, rye]\n---\n",
            },
        ),
        Example(
            good="---\ntags: [Open-Data]\n---\n",
            path="content/c.md",
            files={
                "hugo.toml": "",
                "content/a.md": "---\ntags: [open data]\n---\n",
                "content/b.md": "---\ntags: [open data]\n---\n",
            },
            why="One address to Hugo.",
        ),
    )

    keys: Annotated[tuple[str, ...], Help("The keys whose values are compared.")] = LABELS

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield values that other pages spell otherwise."""
        shelves = _shelves(project, frozenset(self.keys))
        wrong: dict[str, dict[tuple[str, str], _Usual]] = {}
        for at, counts in shelves.items():
            for value, usual in _unusual(counts, _address(at.generator)):
                for page in counts[value]:
                    wrong.setdefault(page, {})[at.key, value] = usual
        for page, values in wrong.items():
            yield from (Found(page, one) for one in _judged(project.document(page), values))


class _Shelf(NamedTuple):
    """Where values are compared: on one site, in one language, below one key."""

    root: str
    generator: str
    language: str
    key: str


class _Usual(NamedTuple):
    """How a value is mostly spelt, on how many pages; ``others`` when none is the usual one."""

    spelling: str
    pages: int
    here: int
    is_clear: bool


def _shelves(project: Project, keys: frozenset[str]) -> Mapping[_Shelf, Mapping[str, list[str]]]:
    """Return the pages of each value, by where it is compared."""
    found: dict[_Shelf, dict[str, list[str]]] = {}
    for page, facts in project.facts.items():
        labels = facts.get("labels", ())
        site = project.site(page) if labels else None
        for key, *items in labels:
            if site and key in keys:
                shelf = _Shelf(site.root, site.generator, told_by_path(page)[0].name, _plural(key))
                counts = found.setdefault(shelf, {})
                for item in items:
                    counts.setdefault(item, []).append(page)
    return found


def _plural(key: str) -> str:
    """Return the key of many values for that of one: both fill the same lists."""
    return {"tag": "tags", "category": "categories", "author": "authors"}.get(key, key)


def _unusual(
    counts: Mapping[str, list[str]], address: Callable[[str], str]
) -> Iterator[tuple[str, _Usual]]:
    """Yield the spellings of a value that are not the usual one, and that one."""
    alike: dict[str, list[str]] = {}
    for value in counts:
        if value and not any(sign in value for sign in "{}<>%|"):
            alike.setdefault(_key(value), []).append(value)
    for spellings in alike.values():
        if len(spellings) < 2 or len({address(one) for one in spellings}) < 2:
            continue
        ranked = sorted(spellings, key=lambda one: (-len(counts[one]), one != one.strip(), one))
        most, second = (len(counts[one]) for one in ranked[:2])
        for other in ranked[1:]:
            if address(other) != address(ranked[0]):
                is_clear = most > second or ranked[1].strip() == ranked[0]
                yield other, _Usual(ranked[0], most, len(counts[other]), is_clear)


def _key(value: str) -> str:
    """Return what of a value counts: letters and digits, without capitals and accents."""
    return _SIGNS.sub("", unaccented(value.strip().casefold()))


def _address(generator: str) -> Callable[[str], str]:
    """Return how a generator makes the address of a value's page."""
    return {"Hugo": _hugo, "Zola": _hugo, "Docusaurus": _kebab}.get(generator, str)


def _hugo(value: str) -> str:
    return _BLANKS.sub("-", value.strip().lower()).strip("-")


def _kebab(value: str) -> str:
    return "-".join(_WORDS.findall(unaccented(value.replace("'", "")))).lower()


def _judged(document: Document, values: Mapping[tuple[str, str], _Usual]) -> Iterator[Violation]:
    """Yield the values of a page that are spelt in an unusual way, as a parser reads them."""
    front = document.front_matter
    for one in scalars(front):
        usual = values.get((_plural(one.keys[-1]), one.value)) if one.keys else None
        if front and usual:
            yield _violation(front, one, usual)


def _violation(front: FrontMatter, one: Scalar, usual: _Usual) -> Violation:
    message = _message(one.value, usual)
    edit = front.rewritten(one.entry, usual.spelling) if one.entry and usual.is_clear else None
    if edit is None:
        level = Severity.WARNING if usual.is_clear else Severity.INFO
        return Violation(one.span, message, level=level)
    make = Fix.safe if _is_sure(one.value, usual) else Fix.unsafe
    return Violation(one.span, message, make(f"Write “{usual.spelling}”", edit))


def _message(value: str, usual: _Usual) -> str:
    if value.strip() == usual.spelling:
        return f"“{value}” has a blank too many, and so is not the same as “{usual.spelling}”"
    pages = "1 page spells" if usual.pages == 1 else f"{usual.pages} pages spell"
    return f"{pages} this “{usual.spelling}”, and {usual.here} “{value}”"


def _is_sure(value: str, usual: _Usual) -> bool:
    if value.strip() == usual.spelling:
        return True
    close = re.sub(r"\s", "", value).casefold() == re.sub(r"\s", "", usual.spelling).casefold()
    many = usual.pages >= max(_SURE, _TIMES * usual.here)
    return close and many and len(value) >= _SHORTEST
