"""Rule slug-length."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, OptionError, Rule, Severity, Violation
from contentlint_rules.frontmatter._slug import is_told, slug


@dataclass(frozen=True, kw_only=True)
class SlugLength(Rule):
    """The last part of an address is short.

    It is read aloud, printed, and shown in search results, where only its beginning fits. No
    search engine publishes a limit; the 75 characters are what the editor Front Matter CMS begins
    with (https://github.com/estruyf/vscode-front-matter): a custom. The part is what “slug” says
    in the front matter, and otherwise the name of the file, on sites whose generator makes the
    address of it.

    There is no fix: links lead to the address, and a page that moves needs a redirect. That is why
    it is only mentioned.
    """

    name: ClassVar[str] = "slug-length"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.INFO
    presets: ClassVar[tuple[str, ...]] = ("seo",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad=(
                "---\nslug: ⟦how-we-bake-bread-from-rye-and-wheat-and-spelt-in-the-old-mill-by-the-"
                "big-river⟧\n---\n"
            ),
            good="---\nslug: how-we-bake-bread-in-the-old-mill\n---\n",
            fixed=False,
        ),
        Example(
            bad="⟦⟧The mill is old.\n",
            path="content/the-old-mill.md",
            files={"hugo.toml": ""},
            options={"max": 10},
        ),
        Example(good="The mill is old.\n", path="the-old-mill.md", options={"max": 10}),
    )
    max: Annotated[int, Help("Characters that the last part of an address may have.")] = 75

    def __post_init__(self) -> None:
        if not isinstance(self.max, int) or isinstance(self.max, bool) or self.max < 1:
            raise OptionError("max", f"“{self.max}” is no whole number from 1")

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a part of an address that is too long."""
        name = len(document.path) - document.path.rfind("/") - 1
        found = slug(document, names=name > self.max)
        if found and len(found.text) > self.max and is_told(document, found):
            size = len(found.text)
            yield Violation(
                found.span,
                f"{found.source} has {size} characters: at most {self.max} are easy to read",
            )
