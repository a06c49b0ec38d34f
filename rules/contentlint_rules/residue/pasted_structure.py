"""The rule `pasted-structure`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Part, Rule, Severity, Violation
from contentlint_rules.residue import pasted, sources


class PastedStructure(Rule):
    """Lists, rules, bold words and notes are written as Markdown, and not as a copy of their looks.

    An answer that is copied as it looks loses its Markdown: “⸻” stands for a line across the page,
    a tabulator and “•” for a list, which Markdown takes for code; marks come with a backslash
    before them, so that readers see them; “text.1” was a note that led to a source.

    The fix is safe for lines and for lists of one kind. Taking out backslashes, turning numbers
    into footnotes and lists of two kinds into one are only made with `--unsafe-fixes`.
    """

    name: ClassVar = "pasted-structure"
    family: ClassVar = "residue"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = (*pasted.TRIGGERS, *sources.TRIGGERS)
    changes: ClassVar = (
        Part.TEXT | Part.LINKS | Part.EMPHASIS | Part.CODE | Part.HTML | Part.STRUCTURE
    )
    examples: ClassVar = (
        Example(
            bad="The mill\n\n⟦⸻⟧\n\nis old.\n",
            good="The mill\n\n---\n\nis old.\n",
        ),
        Example(
            bad="We need\n⟦\t•\tflour\n\t•\twater⟧\n\nand steps\n\n⟦\t1.\tmix\n\t2.\tbake⟧\n",
            good="We need\n- flour\n- water\n\nand steps\n\n1. mix\n2. bake\n",
        ),
        Example(
            bad="⟦\\# The mill\n\n\\*\\*Old\\*\\*, \\*\\*tall\\*\\*, \\*\\*two\\*\\*⟧ wheels.\n",
            good="# The mill\n\n**Old**, **tall**, **two** wheels.\n",
            fixed=False,
        ),
        Example(
            bad="---\nrole: Miller ⟦&amp;#x2F;⟧ baker\n---\n\nFlour &lt; 5 kg\n",
            good="---\nrole: Miller / baker\n---\n\nFlour &lt; 5 kg\n",
            fixed=False,
            why="Written twice for a program, and once too often.",
        ),
        Example(
            bad="Old.1 It grinds.2 It is a museum.1\n\n⟦#### **Works cited**⟧\n\n"
            "1. A, accessed May 1, 2026, [https://a.test](https://a.test)\n"
            "2. B, accessed May 1, 2026, [https://b.test](https://b.test)\n",
            good="Old.[^1] It grinds.[^2] It is a museum.[^1]\n\n"
            "[^1]: A, accessed May 1, 2026, [https://a.test](https://a.test)\n"
            "[^2]: B, accessed May 1, 2026, [https://b.test](https://b.test)\n",
            fixed=False,
        ),
        Example(good="```text\n⸻\n\t•\ta\n\t•\tb\n```\n\nA “⸻” in a line, and \\*\\*so\\*\\*.\n"),
        Example(good="- flour\n- water\n\nIn 1820. 5 kg, version.2 and AT&amp;T\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield what only looks like structure."""
        yield from pasted.lines_across(document)
        yield from pasted.lists(document)
        yield from pasted.escaped(document)
        yield from pasted.twice_escaped(document)
        yield from sources.numbers(document)
