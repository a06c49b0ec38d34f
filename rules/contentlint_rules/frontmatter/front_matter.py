"""Rule front-matter."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Part, Rule, Violation
from contentlint_rules.frontmatter._explain import explain, odd
from contentlint_rules.frontmatter._fences import doubtful, hidden
from contentlint_rules.frontmatter._template import is_form, is_template


class FrontMatter(Rule):
    """The front matter can be read.

    One stray colon, tab or quote, and a generator refuses the page, or publishes it without its
    title. What generators say about it ("mapping values are not allowed in this context") helps
    nobody, so the rule names the line and the cause, in YAML, TOML and JSON. It also tells what the
    site's own generator makes of a fence or a key where generators differ. Templates, whose front
    matter is filled in later, and what lies in `archetypes/` are left alone.

    A fix puts a value in quotes, turns tabs into spaces, adds a comma or removes a line that stands
    twice. It is
    safe because it is only offered where the block cannot be read as it stands, and after reading
    the repaired lines has given exactly the text that was written.
    """

    name: ClassVar[str] = "front-matter"
    family: ClassVar[str] = "metadata"
    changes: ClassVar[Part] = Part.METADATA
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ntitle: ⟦Bread: a love story⟧\n---\n",
            good='---\ntitle: "Bread: a love story"\n---\n',
            why="YAML reads the second colon as the end of another key.",
        ),
        Example(
            bad="---\ntitle: ⟦'Today's bread'⟧\n---\n",
            good='---\ntitle: "Today\'s bread"\n---\n',
        ),
        Example(
            bad="---\ntitle: ⟦[Draft] Rye bread⟧\n---\n",
            good='---\ntitle: "[Draft] Rye bread"\n---\n',
        ),
        Example(
            bad="---\ntags:\n⟦\t⟧- bread\n---\n",
            good="---\ntags:\n  - bread\n---\n",
        ),
        Example(
            bad="---\ntitle: Bread\n⟦title⟧: Rye bread\n---\n",
            good="---\ntitle: Rye bread\n---\n",
            fixed=False,
        ),
        Example(
            bad="⟦---⟧\ntitle: Bread\n\nFlour, water, salt.\n",
            good="---\ntitle: Bread\n---\n\nFlour, water, salt.\n",
            fixed=False,
        ),
        Example(
            bad="+++\ntitle = ⟦Rye bread⟧\n+++\n",
            good='+++\ntitle = "Rye bread"\n+++\n',
            why="TOML wants text in quotes.",
        ),
        Example(good="---\ntitle: Bread\nlink: https://example.com/a:b\ndraft: True\n---\n"),
        Example(good="---\n\nA rule at the top of a page, and a paragraph.\n\n---\n"),
        Example(good="---\ntitle: {{ .Title }}\ndate: {{ .Date }}\n---\n", why="A template."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield what keeps the front matter from being read."""
        block = document.front_matter
        if is_form(document.path):
            return
        if block is None:
            yield from hidden(document)
            return
        yield from doubtful(document, block)
        if is_template(block):
            return
        yield from explain(document, block) if block.problems else odd(document, block)
