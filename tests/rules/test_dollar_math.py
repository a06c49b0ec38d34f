"""What the rule dollar-math flags, and what it leaves alone."""

import pytest

from contentlint import Document, Example
from contentlint.proof import objection
from contentlint.sites import Sites
from contentlint.testing import assert_flags, mark, unmark, violations
from contentlint_rules.markup.dollar_math import DollarMath

ON = DollarMath(math=True)


@pytest.mark.parametrize("example", DollarMath.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(DollarMath(**example.options), example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("From ⟦$5 to $⟧10, ⟦$15 or $⟧20.\r\n", "From \\$5 to \\$10, \\$15 or \\$20.\r\n"),
        ("- ⟦$5-$⟧10\n", "- \\$5-\\$10\n"),
        ("> 20⟦$ a day or 30$⟧\n", "> 20\\$ a day or 30\\$\n"),
        ("| 5 ⟦$ and $⟧6 |\n| - |\n", "| 5 \\$ and \\$6 |\n| - |\n"),
        ("付⟦$5，三次$⟧8\n", "付\\$5，三次\\$8\n"),
        ("It is ⟦$5 for some of the $⟧x^2$ sacks.\n", "It is \\$5 for some of the $x^2$ sacks.\n"),
        ("Let $x$ be ⟦$5 or $⟧6 and $y$.\n", "Let $x$ be \\$5 or \\$6 and $y$.\n"),
        ("# ⟦$5 and $⟧6\n", "# \\$5 and \\$6\n"),
    ],
)
def test_amounts(marked: str, fixed: str) -> None:
    for one in assert_flags(ON, marked, fixed):
        assert one.fix
        document = Document("page.md", unmark(marked)[0])
        assert objection(document, one.fix, ON.changes) is None


@pytest.mark.parametrize(
    "text",
    [
        "$2$, $2n$, $5x + 3$, $10^6$ and $n = 5$ or $3$\n",
        "$$5 and $$10 and $$\na\n$$\n",
        "\\$5 and \\$10 and $5 alone\n",
        "`$5` and `$10`, <a title='$5'>b</a> $6\n\n```\n$5 and $6\n```\n",
        "$5 and some more $$10 $$\n",
        "$5 \\text{ sacks of rye}$ and $5 km$\n",
        "$5 here\n\nand $6 there\n",
        "[a](/b?$5) and $6\n",
        "{{ a.$5 }} and $6\n",
        "$x$ costs $y$ and $z_1$\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(ON, text)


@pytest.mark.parametrize(
    ("head", "on"),
    [
        ("---\nmath: true\n---\n", True),
        ("---\nkatex: True\n---\n", True),
        ("+++\nmathjax = true\n+++\n", True),
        ("---\nuse_math: true\n---\n", True),
        ("---\nmath: false\n---\n", False),
        ("---\ntitle: math\n---\n", False),
        ("", False),
    ],
)
def test_where_formulas_are_on(head: str, on: bool) -> None:
    text = head + "\nIt costs $5 and $10.\n"
    assert bool(violations(DollarMath(), text)) is on
    assert violations(DollarMath(math=True), text)
    assert not violations(DollarMath(math=False), text)


@pytest.mark.parametrize("piece", ["$5 ", "$", "5$ a b ", "$5 and $6 $x^2$ "])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(ON, piece * size), 300)


@pytest.mark.parametrize(
    ("settings", "marked"),
    [
        ({"next.config.js": "remark-math"}, "It costs ⟦$5 and $⟧10.\n"),
        ({"mkdocs.yml": "pymdownx.arithmatex", "docs/b.md": ""}, "It costs $5 and $10.\n"),
        ({"mkdocs.yml": "pymdownx.arithmatex"}, "It costs ⟦$5 par million, contre 20,00$⟧ ici.\n"),
        ({"mkdocs.yml": ""}, "It costs $5 and $10.\n"),
    ],
)
def test_as_the_site_says(tmp_path, settings, marked) -> None:
    for name, text in settings.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "docs").mkdir(exist_ok=True)
    text, _ = unmark(marked)
    document = Document("docs/a.md", text, locate=Sites(str(tmp_path)))
    assert mark(text, [one.span for one in DollarMath().check(document)]) == marked
