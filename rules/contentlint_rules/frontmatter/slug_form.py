"""Rule slug-form."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Violation, pattern
from contentlint_rules.frontmatter._slug import Slug, is_told, slug

_SIGN = pattern(r"[\s!-,/:-@\[-`{-~]")


@dataclass(frozen=True, kw_only=True)
class SlugForm(Rule):
    """The last part of an address is written in small letters, with hyphens between the words.

    Google recommends hyphens, which part words, over underscores, which join them, and takes
    addresses with other capitals for other pages
    (https://developers.google.com/search/docs/crawling-indexing/url-structure). Blanks and other
    signs are shown as “%20” and the like. Letters of all languages are fine. The part is what
    “slug” says in the front matter. Names of files count with `file-names`, on sites whose
    generator makes addresses of them: a page may be named after what a program calls it.

    There is no fix: links lead to the address, and a page that moves needs a redirect. That is why
    it is only mentioned.
    """

    name: ClassVar[str] = "slug-form"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.INFO
    presets: ClassVar[tuple[str, ...]] = ("seo",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(bad="---\nslug: ⟦Old_Mill⟧\n---\n", good="---\nslug: old-mill\n---\n", fixed=False),
        Example(
            bad="⟦⟧The mill is old.\n",
            path="content/old_mill.md",
            files={"hugo.toml": ""},
            options={"file_names": True},
        ),
        Example(good="---\nslug: die-alte-mühle-1.2\n---\n"),
        Example(good="The mill is old.\n", path="old_mill.md"),
    )

    file_names: Annotated[
        bool, Help("Whether names of files count where no “slug” is told, and the site is known.")
    ] = False

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a part of an address that is written otherwise."""
        found = slug(document, names=self.file_names)
        what = _fault(document, found) if found else ""
        if found and what and is_told(document, found):
            message = f"{found.source} has {what}: write small letters, and hyphens between words"
            yield Violation(found.span, message)


_LOWERING = frozenset({"Hugo", "Astro", "Nuxt", "Zola"})
"""Generators that write the names of files in small letters when they make addresses of them."""


def _fault(document: Document, found: Slug) -> str:
    sign = _SIGN.search(found.text)
    if sign:
        return {"_": "underscores", " ": "blanks"}.get(sign[0], f"“{sign[0]}”")
    lowered = found.text == found.text.lower()
    if lowered or (found.is_name and document.site.generator in _LOWERING):
        return ""
    return "capitals"
