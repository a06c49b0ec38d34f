"""What the rule pasted-structure flags, what it leaves alone, and how its repairs read."""

import pytest

from contentlint import Applicability, Example, Severity, fix_text
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.residue.pasted_structure import PastedStructure

RULE = PastedStructure()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


UNSAFE = [example for example in RULE.examples if example.bad and not example.fixed]


@pytest.mark.parametrize("example", UNSAFE)
def test_examples_with_unsafe_fixes(example: Example) -> None:
    assert_flags(RULE, example.bad or "", example.good, least=Applicability.UNSAFE)


REPAIRS = {
    "line below text": ("a\n⟦⸻⟧\nb\n", "a\n\n---\nb\n"),
    "line on top": ("⟦⸻⟧\n\nb\n", "***\n\nb\n"),
    "line on top below front matter": (
        "---\nt: a\n---\n⟦⸻⟧\n\nb\n",
        "---\nt: a\n---\n\n---\n\nb\n",
    ),
    "two dashes, CRLF": ("a\r\n\r\n⟦⸻⸻⟧\r\n\r\nb\r\n", "a\r\n\r\n---\r\n\r\nb\r\n"),
    "nested list": (
        "⟦\t•\ta\n\t\t◦\tb\n\t•\tc⟧\n",
        "- a\n   - b\n- c\n",
    ),
    "text right below": ("⟦\t•\ta\n\t•\tb⟧\nc\n", "- a\n- b\n\nc\n"),
    "line right below": ("⟦\t•\ta\n\t•\tb⟧\n⟦⸻⟧\n", "- a\n- b\n\n---\n"),
    "numbers in the middle": ("a\n⟦\t3.\tb\n\t4.\tc⟧\n", "a\n\n3. b\n4. c\n"),
    "marks inside": ("⟦\t•\t**a** `b`\n\t•\t[c](d)⟧\n", "- **a** `b`\n- [c](d)\n"),
}


@pytest.mark.parametrize(("marked", "fixed"), REPAIRS.values(), ids=REPAIRS)
def test_repairs(marked: str, fixed: str) -> None:
    text, spans = unmark(marked)
    assert [one.span for one in violations(RULE, text)] == spans
    result = fix_text(text)
    assert result.text == fixed
    assert fix_text(fixed).text == fixed


UNSURE = {
    "lists of two kinds": (
        "⟦\t1.\ta\n\t•\tb\n\t2.\tc⟧\n",
        "1. a\n   - b\n2. c\n",
    ),
    "escaped page": (
        "⟦\\## a\n\n\\- \\*\\*b\\*\\*\n\\- \\*\\*c\\*\\*\n\n1\\. \\*\\*d\\*\\*⟧ `\\*`\n",
        "## a\n\n- **b**\n- **c**\n\n1. **d** `\\*`\n",
    ),
    "entity in the body": ("a ⟦&amp;lt;⟧ b\n", "a &lt; b\n"),
    "entity with a meaning": (
        "---\na: b ⟦&amp;lt;⟧ c\n---\n",
        "---\na: b &lt; c\n---\n",
    ),
    "Japanese notes": (
        "古い。1 残っている2。水車。3\n\n⟦## 引用文献⟧\n\n1. a https://a.test\n2. b\n3. c\n",
        "古い。[^1] 残っている[^2]。水車。[^3]\n\n[^1]: a https://a.test\n[^2]: b\n[^3]: c\n",
    ),
}


@pytest.mark.parametrize(("marked", "fixed"), UNSURE.values(), ids=UNSURE)
def test_what_may_be_meant_is_not_safe(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


SILENT = {
    "in a fence": "```\n⸻\n\t•\ta\n\t•\tb\n```\n",
    "one item": "a\n\t•\tb\n",
    "code that is indented": "\tint a;\n\t1.0\t2.0\n\t2.0\t3.0\n",
    "a dash in a line": "a ⸻ b\n",
    "few escaped": "5\\*\\* \\*\\*\\* \\*\\* 1\n",
    "escaped and not": "\\*\\*a\\*\\* \\*\\*b\\*\\* \\*\\*c **d**\n",
    "entity in code": "`&amp;lt;`\n",
    "entity once": "AT&amp;T &amp; Co, &lt;a&gt;\n",
    "numbers and no list": "Old.1 It grinds.2 A museum.3\n",
    "list and no heading": "Old.1 It grinds.2 A.3\n\n1. https://a.test\n2. b\n3. c\n",
    "list that is not counted": (
        "Old.1 It grinds.2 A.3\n\n# Works cited\n\n1. https://a.test\n3. b\n3. c\n"
    ),
    "list without addresses": "Old.1 It grinds.2 A.3\n\n# Works cited\n\n1. a\n2. b\n3. c\n",
    "numbers that are no notes": (
        "Version 1.2 of Python3 in 2.5 s.\n\n# Works cited\n\n1. https://a.test\n2. b\n3. c\n"
    ),
    "nothing": "",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_entities_in_the_body_may_be_meant() -> None:
    (found,) = violations(RULE, "a &amp;lt; b\n")
    assert found.level is Severity.INFO


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        ("", "⸻\n", ""),
        ("", "\t•\ta\n", ""),
        ("", "\\*\\*", ""),
        ("", "&amp;lt; ", ""),
        ("", "a.1 ", "\n\n# Works cited\n\n1. https://a.test\n"),
        ("a.1 a.1 a.1\n\n# Works cited\n\n", "1. https://a.test\n", ""),
        ("", "# Works cited\n", ""),
    ],
)
def test_hostile_text_takes_linear_time(before: str, piece: str, after: str, linear) -> None:
    linear(lambda size: violations(RULE, before + piece * size + after), 400)
