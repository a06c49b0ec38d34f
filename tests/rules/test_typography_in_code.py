"""What the rule typography-in-code flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Document, Example
from contentlint.proof import objection
from contentlint.testing import assert_flags, repaired, unmark, violations
from contentlint_rules.markup.typography_in_code import TypographyInCode

RULE = TypographyInCode()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)
    if example.bad and example.good:
        text = unmark(example.bad)[0]
        assert repaired(text, violations(RULE, text), Applicability.UNSAFE) == example.good


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("⟦<img src=“a.png” alt=“The old mill”>⟧\n", '<img src="a.png" alt="The old mill">\n'),
        (
            'x ⟦<a href=&#8220;/b&#8221; title="c" id=&ldquo;d&rdquo;>⟧e</a>\r\n',
            'x <a href="/b" title="c" id="d">e</a>\r\n',
        ),
        (
            "<div\n  class='a'>\n⟦<b id=‘c’>⟧d</b></div>\n",
            "<div\n  class='a'>\n<b id=\"c\">d</b></div>\n",
        ),
        ('⟦<a href=”/b">⟧c</a>\n', '<a href="/b">c</a>\n'),
        ("⟦<a href=”/b>⟧c</a>\n", "⟦⟧"),
        ("⟦<a href=”/b title=”c”>⟧d</a>\n", "⟦⟧"),
        ("⟦<a href=&#8221;/b&#8243; id=”c=d”>⟧e</a>\n", '<a href="/b" id="c=d">e</a>\n'),
        ("- [a](⟦/b „c“⟧)\n", '- [a](/b "c")\n'),
        ("![a](⟦b.png “l’eau”⟧)\n", '![a](b.png "l’eau")\n'),
        ('[a](⟦/b "c”⟧)\n', '[a](/b "c")\n'),
        ("[a](⟦‘/b’⟧)\n", "[a](/b)\n"),
        ("[a]\n\n[a]: ⟦/b “c”⟧\n", '[a]\n\n[a]: /b "c"\n'),
        ("⟦<!–- a –->⟧\n", "<!-- a -->\n"),
    ],
)
def test_safe_repairs(marked: str, fixed: str) -> None:
    if fixed == "⟦⟧":
        assert_flags(RULE, marked)
        return
    for one in assert_flags(RULE, marked, fixed):
        document = Document("page.md", unmark(marked)[0])
        assert one.fix
        assert objection(document, one.fix, RULE.changes) is None


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        (
            "Run `git log ⟦—oneline⟧` or `⟦–verbose⟧`.\n",
            "Run `git log --oneline` or `--verbose`.\n",
        ),
        ("`print(⟦“a”⟧)` and `lang=⟦‘b’⟧`\n", "`print(\"a\")` and `lang='b'`\n"),
        ("`<a href=⟦”b”⟧>`\n", '`<a href="b">`\n'),
        ("`“a”: ⟦“b”⟧`\n", '`“a”: "b"`\n'),
        (
            "```python\nx = [⟦“a”⟧, ⟦‘b’⟧] # it’s “c”\n```\n",
            "```python\nx = [\"a\", 'b'] # it’s “c”\n```\n",
        ),
        ("- a\n\n  ```js {2}\n  f(⟦“a”⟧)\n  ```\n", '- a\n\n  ```js {2}\n  f("a")\n  ```\n'),
        ("```html\n<a href=⟦“b”⟧>“c”</a>\n```\n", '```html\n<a href="b">“c”</a>\n```\n'),
        ("```yaml\na: ⟦“b”⟧ # “c”\nd: e “f” g\n```\n", '```yaml\na: "b" # “c”\nd: e “f” g\n```\n'),
        (
            "```\n$ mill ⟦—stop⟧ a=⟦“b”⟧\nsaid “c” —so\n```\n",
            '```\n$ mill --stop a="b"\nsaid “c” —so\n```\n',
        ),
        (
            "```console\n$ mill ⟦“a”⟧\nthe “b” mill\n```\n",
            '```console\n$ mill "a"\nthe “b” mill\n```\n',
        ),
        (
            "```sql\nselect a where b = ⟦‘c’⟧; -- “d”\n```\n",
            "```sql\nselect a where b = 'c'; -- “d”\n```\n",
        ),
        ("```bash\r\nmill ⟦–grind⟧\r\n```\r\n", "```bash\r\nmill --grind\r\n```\r\n"),
    ],
)
def test_code(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


def test_one_letter_after_a_dash_is_only_suggested() -> None:
    (found,) = assert_flags(RULE, "```sh\nmill ⟦–v⟧ a\n```\n")
    assert found.fix
    assert found.fix.applicability is Applicability.SUGGESTION


@pytest.mark.parametrize(
    "text",
    [
        "“a” – b —c, “d=“e”” and it’s (“f”).\n",
        "`“a”` `–` `a – b` `—` `–1` `„a“` `it’s`\n",
        "```\nHe said “a”, (“b”) and –c.\n```\n",
        "```text\nmill –stop “a”\n```\n",
        "```md\nf(“a”)\n```\n",
        "```js\nf(\"“a”\", '“b”', `(“c”)`); // g(“d”)\n/* h(“e”) */\n```\n",
        "```jsx\n<p>(“a”)</p>\n<A b={c}>: “d”\n```\n",
        "```python\n'''f(“a”)'''\n# g(“b”)\nh('it’s')\n```\n",
        '```sh\necho "the “old” mill" # “c” –d\n```\n',
        "```html\n<p class='a'>“b”</p>\n```\n",
        "a=“b” < c > d\n",
        "`[a](/b “c”)`, `[d](“/e”)` and `<!— f —>`\n",
        "```html\n<!— a —>\n```\n",
        '[“a”](/b) [c](/d "“e”") [f](/g) (“h”)\n',
        "| `a` | “b” |\n| - | - |\n",
        "---\ntitle: <a href=”b”>\n---\n\nc\n",
        "<!doctype html>\n<!-- a — b -->\n",
        "{{< a b=”c” >}}\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize(
    "piece",
    ["=”", "<a b=”", "](“", "](a “b", "[a]: b “", "<!—", "`“", "```js\n(“", "—a ", '"""“', "<a =“"],
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, "“" + piece * size), 200)
