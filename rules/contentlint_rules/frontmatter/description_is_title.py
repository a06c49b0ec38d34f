"""Rule description-is-title."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Violation, pattern
from contentlint_rules.frontmatter._keys import held, is_page

_UNHEARD = pattern(r"[\W_]+")


class DescriptionIsTitle(Rule):
    """A description says more than the title.

    A description stands right below the title: in search results, in lists of pages, in the
    preview of a link. Where it has the same words, readers see them twice and learn nothing. Such
    descriptions are mostly there because a program asked for one; without it search engines take a
    sentence of the text (https://developers.google.com/search/docs/appearance/snippet). Capitals,
    blanks and signs make no difference.

    There is no fix: only the author can say what the page is about.
    """

    name: ClassVar[str] = "description-is-title"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    presets: ClassVar[tuple[str, ...]] = ("recommended", "seo")
    triggers: ClassVar[tuple[str, ...]] = ("description",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ntitle: The old mill\ndescription: ⟦The old mill.⟧\n---\n",
            good=(
                "---\ntitle: The old mill\n"
                "description: When the mill is open, and how to get there.\n---\n"
            ),
            fixed=False,
        ),
        Example(
            good="---\ntitle: The old mill\ndescription: The old mill by the river\n---\n",
            why="It begins like the title, and says more.",
        ),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a description with the words of the title."""
        if document.front_matter is None or "description" not in document.front_matter.text:
            return
        description, title = held(document, ("description",)), held(document, ("title",))
        if description is None or title is None:
            return
        words = _words(title.text)
        if words and words == _words(description.text) and is_page(document, description.text):
            yield Violation(
                description.span,
                "The description has the words of the title: say what else the page is about, or "
                "leave the description out",
            )


def _words(text: str) -> str:
    return _UNHEARD.sub("", text).casefold()
