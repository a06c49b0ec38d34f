"""Rule description-length."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Violation
from contentlint_rules.frontmatter._keys import KEYS_SCHEMA, checked
from contentlint_rules.frontmatter._measure import Unit, check_range, counted, misfit


@dataclass(frozen=True, kw_only=True)
class DescriptionLength(Rule):
    """A description is long enough to tell something, and short enough to be shown whole.

    Search engines may show the description below the title, and social networks do; what is longer
    than the place is cut off. Google publishes no limit: it takes most of what it shows from the
    page itself, and of a description what fits
    (https://developers.google.com/search/docs/appearance/snippet). The 50 to 160 characters are
    what Moz recommends (https://moz.com/learn/seo/meta-description) and, for the upper end, what
    the editor Front Matter CMS begins with (https://github.com/estruyf/vscode-front-matter): a
    custom, not a rule of any search engine. One that is too short is only mentioned.

    There is no fix: only the author knows which words matter.
    """

    name: ClassVar[str] = "description-length"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    presets: ClassVar[tuple[str, ...]] = ("seo",)
    yields_to: ClassVar[tuple[str, ...]] = ("description-is-title", "truncated-metadata")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ndescription: ⟦All about bread.⟧\n---\n",
            good=(
                "---\ndescription: How rye, water and salt become bread in the old mill by the "
                "river.\n---\n"
            ),
            fixed=False,
        ),
        Example(
            bad='+++\ndescription = ⟦"How rye, water and salt become bread"⟧\n+++\n',
            options={"min": 0, "max": 30},
        ),
        Example(
            good='---\ndescription: ""\n---\n',
            why="An empty description is none: see `missing-description`.",
        ),
    )
    max: Annotated[int, Help("Characters that a description may have.")] = 160
    min: Annotated[int, Help("Characters that a description has to have.")] = 50
    unit: Annotated[
        Unit,
        Help("What is counted: characters, or their width, where those of Chinese count twice."),
    ] = "width"
    keys: Annotated[
        tuple[str, ...],
        Help("Keys that hold the description; of several on a page the first counts.", KEYS_SCHEMA),
    ] = ("description",)

    def __post_init__(self) -> None:
        check_range(self.min, self.max, self.unit)
        checked(self.keys)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a description that is too long or too short."""
        misfitting = misfit(document, self.keys, (self.min, self.max), self.unit)
        if misfitting is None:
            return
        found, size = misfitting
        has = f"“{found.key}” {counted(found.text, size, self.unit)}"
        if size > self.max:
            message = f"{has}: search results show about {self.max}, and cut off the rest"
            yield Violation(found.span, message)
        else:
            message = f"{has}: at least {self.min} tell a reader what to expect"
            yield Violation(found.span, message, level=Severity.INFO)
