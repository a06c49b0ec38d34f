"""Rule title-length."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Violation
from contentlint_rules.frontmatter._keys import KEYS_SCHEMA, checked
from contentlint_rules.frontmatter._measure import Unit, check_range, counted, misfit


@dataclass(frozen=True, kw_only=True)
class TitleLength(Rule):
    """A title is short enough to be shown whole in search results.

    Search engines, social networks and the tabs of browsers cut off a title that is too wide for
    the place, often before the words that tell one page from another. Google publishes no limit:
    a title “is truncated in Google Search results as needed, typically to fit the device width”
    (https://developers.google.com/search/docs/appearance/title-link). The 60 characters are what
    Moz recommends from what it measured (https://moz.com/learn/seo/title-tag) and what the editor
    Front Matter CMS begins with (https://github.com/estruyf/vscode-front-matter): a custom, not a
    rule of any search engine. If the site puts its name behind each title, set `max` lower.

    There is no fix: only the author knows which words can go.
    """

    name: ClassVar[str] = "title-length"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    presets: ClassVar[tuple[str, ...]] = ("seo",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad=(
                "---\ntitle: ⟦How we bake bread from rye, wheat and spelt in the old mill by the "
                "river⟧\n---\n"
            ),
            good="---\ntitle: How we bake bread in the old mill by the river\n---\n",
            fixed=False,
        ),
        Example(
            bad='+++\ntitle = ⟦"Rye"⟧\n+++\n',
            good='+++\ntitle = "Bread from rye"\n+++\n',
            options={"min": 10},
            fixed=False,
        ),
        Example(
            bad="---\nseoTitle: ⟦パンの作り方⟧\ntitle: How to bake bread\n---\n",
            options={"keys": ("seoTitle", "title"), "max": 10},
        ),
        Example(good="---\ntitle: Rye\n---\n"),
        Example(
            good="---\ntitle: Salt &amp; bread &amp; butter\n---\n",
            options={"max": 21},
            why="What is spelt out is one character.",
        ),
    )
    max: Annotated[int, Help("Characters that a title may have.")] = 60
    min: Annotated[int, Help("Characters that a title has to have.")] = 0
    unit: Annotated[
        Unit,
        Help("What is counted: characters, or their width, where those of Chinese count twice."),
    ] = "width"
    keys: Annotated[
        tuple[str, ...],
        Help("Keys that hold the title; of several on a page the first counts.", KEYS_SCHEMA),
    ] = ("title",)

    def __post_init__(self) -> None:
        check_range(self.min, self.max, self.unit)
        checked(self.keys)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a title that is too long or too short."""
        misfitting = misfit(document, self.keys, (self.min, self.max), self.unit)
        if misfitting is None:
            return
        found, size = misfitting
        has = f"“{found.key}” {counted(found.text, size, self.unit)}"
        if size > self.max:
            message = f"{has}: search results show about {self.max}, and cut off the rest"
        else:
            message = f"{has}: at least {self.min} say more of what the page is about"
        yield Violation(found.span, message)
