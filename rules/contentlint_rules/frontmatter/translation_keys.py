"""Rule translation-keys."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, NamedTuple

from contentlint import (
    Example,
    Found,
    Help,
    Project,
    ProjectRule,
    Severity,
    Span,
    Violation,
    pattern,
    told_by_path,
)
from contentlint_rules.frontmatter._facts import KEY, MetadataFacts

_INSTANCE = pattern(r"docusaurus-plugin-content-(docs|blog|pages)(?:-[\w-]+)?/(?:current/)?")
_LEAST = 5
"""Pages of a language below which nothing can be said of what they mostly hold."""
_MOSTLY = 0.9
"""The share of the pages that hold a key wherever a translation holds it."""


@dataclass(frozen=True, kw_only=True)
class TranslationKeys(MetadataFacts, ProjectRule):
    """A translation says of itself what its original says.

    A page whose original has a description, an image or a date and that has none itself is listed
    without them, and shared without a preview. The front matter of a page is compared with that
    of the same page in other languages (“mill.fr.md”, “fr/mill.md”). Only keys that nearly all
    translations of the site hold are asked for.

    There is no fix: what is missing has to be translated.
    """

    name: ClassVar[str] = "translation-keys"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.INFO
    presets: ClassVar[tuple[str, ...]] = ("recommended",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="⟦---⟧\ntitle: Le moulin\n---\n",
            good="---\ntitle: Le moulin\ndescription: Au bord du ruisseau\n---\n",
            fixed=False,
            options={"keys": ("description",)},
            path="fr/mill.md",
            files={"en/mill.md": "---\ntitle: The mill\ndescription: By the brook\n---\n"},
        ),
        Example(
            good="---\ntitle: Le moulin\n---\n",
            path="fr/mill.md",
            files={"en/mill.md": "---\ntitle: The mill\nweight: 3\n---\n"},
        ),
    )

    keys: Annotated[
        tuple[str, ...], Help("Keys that every translation has to hold, whatever the others do.")
    ] = ()
    ignored: Annotated[tuple[str, ...], Help("Keys that are never asked for.")] = ()

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield translations that lack a key of another language's page."""
        groups = list(_groups(project))
        mostly = _Habits(groups)
        for group in groups:
            for twin in group.twins:
                lacking = {
                    key: other.page
                    for other in group.twins
                    for key in other.keys - twin.keys
                    if key not in self.ignored and (key in self.keys or mostly.has(twin, key))
                }
                if lacking:
                    yield Found(twin.page, _violation(project, twin.page, lacking))


class _Twin(NamedTuple):
    """A page and its language, with the keys of its front matter."""

    page: str
    language: str
    keys: frozenset[str]


class _Group(NamedTuple):
    """The translations of one page, on one site."""

    root: str
    twins: tuple[_Twin, ...]


class _Habits:
    """What the pages of each site hold wherever one of their translations does."""

    def __init__(self, groups: list[_Group]) -> None:
        self._roots: dict[str, str] = {}
        self._had, self._asked = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
        for group in groups:
            held = frozenset[str]().union(*(twin.keys for twin in group.twins))
            for twin in group.twins:
                self._roots[twin.page] = group.root
                for key in held:
                    for at in ((group.root, key), (group.root, twin.language, key)):
                        self._asked[at] += 1
                        self._had[at] += key in twin.keys

    def has(self, twin: _Twin, key: str) -> bool:
        """Whether nearly all pages hold a key, on the whole site and in the page's language."""
        root = self._roots[twin.page]
        return all(
            self._asked[at] >= _LEAST and self._had[at] >= _MOSTLY * self._asked[at]
            for at in ((root, key), (root, twin.language, key))
        )


def _groups(project: Project) -> Iterator[_Group]:
    """Yield the pages that are there in several languages."""
    marked: dict[tuple[str, str], list[_Twin]] = {}
    for page, facts in project.facts.items():
        if "keys" in facts:
            language, rest = told_by_path(page)
            keys = frozenset(facts["keys"].split())
            twin = _Twin(page, "-".join(filter(None, language)), keys)
            marked.setdefault((project.site(page).root, _original(rest)), []).append(twin)
    for (root, rest), twins in marked.items():
        if rest in project.facts and "keys" not in project.facts[rest]:
            front = project.document(rest).front_matter
            keys = frozenset(KEY.findall(front.text) if front else ())
            twins.append(_Twin(rest, project.site(rest).language, keys))
        if len({twin.language for twin in twins}) > 1:
            yield _Group(root, tuple(twins))


def _original(rest: str) -> str:
    """Return the path of the page that a translation is of, without that of a language."""
    if not rest.startswith("i18n/"):
        return rest
    folders = {"docs": "docs/", "blog": "blog/", "pages": "src/pages/"}
    return _INSTANCE.sub(lambda at: folders[at[1]], rest.removeprefix("i18n/"))


def _violation(project: Project, page: str, lacking: Mapping[str, str]) -> Violation:
    front = project.document(page).front_matter
    span = front.opening if front else Span(0, 0)
    names = ", ".join(f"“{key}”" for key in sorted(lacking))
    other = next(iter(lacking.values()))
    return Violation(span, f"This translation has no {names}; “{other}” has")
