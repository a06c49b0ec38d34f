import pytest

from contentlint.span import Span
from contentlint.templates import masked, template_spans
from contentlint.testing import mark, unmark


def shown(text: str, *, mdx: bool = False) -> str:
    return mark(text, template_spans(text, 0, mdx=mdx))


@pytest.mark.parametrize(
    "marked",
    [
        'a ⟦{{< ref "b" >}}⟧ c',
        "a ⟦{{% note %}}⟧ b ⟦{{% /note %}}⟧",
        'a ⟦{{< figure\n  src="b>c"\n>}}⟧ d',
        "⟦{{< raw `x` >}}⟧",
        "⟦{% if a %}⟧ b ⟦{% endif %}⟧",
        '⟦{% set x = "50%" %}⟧',
        "⟦{{ page.title }}⟧",
        "⟦{# note #}⟧",
        "⟦{%- x -%}⟧",
        "one { brace } two {{ open",
        "`{{` and `}}`",
        "{{ a\n\nb }}",
        "{{< open and ⟦{{< closed >}}⟧",
        "no templates at all",
    ],
)
def test_tags(marked: str) -> None:
    assert shown(unmark(marked)[0]) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "⟦import A from 'b'⟧\n\ntext",
        "⟦export const a = {\n  b: 1,\n}⟧\n\ntext",
        "text\nimportant and exported words",
        '⟦<Card title="a > b" on={() => { go(1) }}>⟧text⟦</Card>⟧',
        "⟦<Tabs>⟧\n\n⟦<Tabs.Item/>⟧",
        "⟦{/* a **note** */}⟧",
        "a ⟦{value}⟧ b",
        "a ⟦{`b ${c}`}⟧ d",
        "a \\{b} c",
        "`<A>` and `{b}`",
        "```jsx\nimport A\n<A b={1}/>\n```\n⟦<B/>⟧",
        "a < b and 1 > d",
        "a <b and { c",
        "⟦<>⟧a⟦</>⟧",
        '<A title="never',
        "<A b={never",
    ],
)
def test_mdx(marked: str) -> None:
    assert shown(unmark(marked)[0], mdx=True) == marked


def test_mdx_syntax_is_text_elsewhere() -> None:
    assert template_spans("import a\n\n<B c={1}/> {d}", 0, mdx=False) == ()


def test_overlapping_templates_are_one() -> None:
    text = "<A b={{ c: 1 }}/>"
    assert template_spans(text, 0, mdx=True) == (Span(0, len(text)),)


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("a {{x}} b", 0, "a xxxxx b"),
        ("ab {{x}} b", 2, " xxxxx b"),
        ("{{x}}\nb", 0, "     \nb"),
        ("  {{x}} \nb", 0, "        \nb"),
        ("a {{<\r\nx >}} b", 0, "a xxx\r\nxxxxx b"),
        ("plain", 1, "lain"),
    ],
)
def test_masking_keeps_every_length(text: str, start: int, expected: str) -> None:
    result = masked(text, start, template_spans(text, start, mdx=False))
    assert result == expected
    assert len(result) == len(text) - start


@pytest.mark.parametrize(
    "piece", ["{{<", "{{< a", "{%", "{{", "{", "<A ", "<A b={", "import a\n", "`", '<A b="']
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: template_spans(piece * size, 0, mdx=True), 5_000)
