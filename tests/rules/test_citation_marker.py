"""What the rule citation-marker flags, what it leaves alone, and how its repairs read."""

import re

import pytest

from contentlint import Applicability, Document, Example, Fix, OptionError, Severity
from contentlint.engine import fix
from contentlint.rule import Configured
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.residue.citation_marker import CitationMarker
from contentlint_rules.residue.shapes import SHAPES, Shape, markers, runs, triggers

RULE = CitationMarker()
_NO_MARKS = str.maketrans("", "", "⟦⟧")


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    if example.bad is None:
        assert_flags(RULE, example.good or "")
    else:
        assert_flags(RULE, example.bad, example.good if example.fixed else None)


REPAIRS = {
    "mid-sentence, blanks inside the run": (
        "grows ⟦[cite: 10] [cite_start]⟧and falls",
        "grows and falls",
    ),
    "blank only inside the run": ("grows⟦[cite: 10] [cite_start]⟧and falls", "grows and falls"),
    "blanks on both sides": ("grows ⟦[cite: 1]⟧ and falls", "grows and falls"),
    "opening, blanks on both sides": ("grows ⟦[cite_start]⟧ and falls", "grows and falls"),
    "blank only after": ("grows⟦[cite: 1]⟧ and falls", "grows and falls"),
    "no blank between sentences": ("It grows.⟦[cite: 1]⟧Then it falls", "It grows. Then it falls"),
    "no blank before a link": ("It grows.⟦[cite: 1]⟧[So](u)", "It grows. [So](u)"),
    "digits stay together": ("about 3.⟦[cite: 1]⟧5 m", "about 3.5 m"),
    "no blank in Thai": ("น้ำ⟦[cite: 1]⟧ไหล", "น้ำไหล"),
    "start of the paragraph": ("⟦[cite_start]⟧ The mill", "The mill"),
    "before a link": ("The ⟦[cite_start]⟧[Node.js](u) mill", "The [Node.js](u) mill"),
    "before a link with a label": (
        "⟦[cite_start]⟧[Node]\n\n[Node]: https://node.test\n",
        "[Node]\n\n[Node]: https://node.test\n",
    ),
    "after an opening bracket": ("It (⟦[cite_start]⟧ once) grew", "It (once) grew"),
    "before a closing bracket": ("It (once ⟦[cite: 1]⟧) grew", "It (once) grew"),
    "alone in brackets": ("It grew (⟦[cite: 1]⟧).", "It grew."),
    "alone in brackets, glued": ("It grew(⟦[cite: 1]⟧), then fell", "It grew, then fell"),
    "opening, before a comma": ("It grew ⟦[cite_start]⟧, then", "It grew, then"),
    "opening, before an image": ("It grew ⟦[cite_start]⟧![a](m.png)", "It grew ![a](m.png)"),
    "Thai and Latin": ("น้ำ⟦[cite: 1]⟧Python", "น้ำPython"),
    "cell that begins with a number": (
        "| a |\n| - |\n| ⟦[cite_start]⟧1. b |\n",
        "| a |\n| - |\n| 1. b |\n",
    ),
    "alone in bold": ("It grew **⟦[cite: 1]⟧**.", "It grew."),
    "before a name with a dot": ("It needs ⟦[cite_start]⟧.NET 8", "It needs .NET 8"),
    "before a short code": ("It grew ⟦[cite: 1]⟧ :tada: and fell", "It grew :tada: and fell"),
    "before an image": ("It grew ⟦[cite: 1]⟧ ![a mill](m.png)", "It grew ![a mill](m.png)"),
    "before a question mark": ("Did it grow⟦[cite: 1]⟧? No", "Did it grow? No"),
    "French, no-break space": ("Il pousse ⟦[cite: 1]⟧\u202f! Oui", "Il pousse\u202f! Oui"),
    "French quotation": ("« ⟦[cite_start]⟧Il pousse ⟦[cite: 1]⟧ »", "« Il pousse »"),
    "German quotation": ("Er sagt „es wächst ⟦[cite: 1]⟧“ und", "Er sagt „es wächst“ und"),
    "end of a quotation": ('It "grew ⟦[cite: 1]⟧".', 'It "grew".'),
    "start of a quotation": ('It ⟦[cite_start]⟧"grew".', 'It "grew".'),
    "start of a quotation after a source": ('It ⟦[cite: 1]⟧ "grew".', 'It "grew".'),
    "a quotation glued to a source": ('It ⟦[cite: 1]⟧"grew".', 'It "grew".'),
    "a quotation that begins in bold": ('It ⟦[cite_start]⟧"**grew**".', 'It "**grew**".'),
    "Persian": ("آب ⟦[cite: 1]⟧، باد", "آب، باد"),
    "hard break of two blanks": ("It grew ⟦[cite: 1]⟧  \nfast", "It grew  \nfast"),
    "hard break of a backslash": ("It grew ⟦[cite: 1]⟧\\\nfast", "It grew\\\nfast"),
    "hard break of HTML": ("It grew ⟦[cite: 1]⟧<br>\nfast", "It grew<br>\nfast"),
    "CRLF": ("It grew ⟦[cite: 1]⟧\r\nfast ⟦[cite: 2]⟧.\r\n", "It grew\r\nfast.\r\n"),
    "bullet": ("*   ⟦[cite_start]⟧Mills", "*   Mills"),
    "task": ("- [ ] ⟦[cite_start]⟧Mills ⟦[cite: 1]⟧", "- [ ] Mills"),
    "quote": ("> ⟦[cite_start]⟧Mills ⟦[cite: 1]⟧", "> Mills"),
    "nested": ("> 1. a\n>    - ⟦[cite_start]⟧ Mills", "> 1. a\n>    - Mills"),
    "footnote": ("a[^1]\n\n[^1]: ⟦[cite_start]⟧Mills", "a[^1]\n\n[^1]: Mills"),
    "definition": ("Mill\n: ⟦[cite_start]⟧ A house", "Mill\n: A house"),
    "heading with a number": ("## ⟦[cite_start]⟧1. Mills ⟦[cite: 1]⟧", "## 1. Mills"),
    "inside bold": ("a **⟦[cite_start]⟧Mills ⟦[cite: 1]⟧** b", "a **Mills** b"),
    "bold that begins with a number": ("**⟦[cite_start]⟧1. Mills**", "**1. Mills**"),
    "behind bold": ("**Mills:**⟦[cite_start]⟧many", "**Mills:** many"),
    "before bold": ("mills⟦[cite: 1]⟧**many**", "mills **many**"),
    "in a link": ("[mills ⟦[cite: 1]⟧](u)", "[mills](u)"),
    "in the words for an image": ("![mills ⟦[cite: 1]⟧](u)", "![mills](u)"),
    "behind a bare address": ("See https://mill.test/a⟦【1†source】⟧", "See https://mill.test/a"),
    "padded cell": (
        "| a |\n| - |\n| `x` ⟦[cite: 1]⟧     |\n",
        "| a |\n| - |\n| `x`     |\n",
    ),
    "cell without outer bars": ("a | b\n- | -\nx ⟦[cite: 1]⟧ | y\n", "a | b\n- | -\nx | y\n"),
    "commas between sources": ("It grew [⟦[cite: 1], [cite: 2]⟧].", "It grew."),
    "alone in italic bold": ("It grew ***⟦[cite: 1]⟧***.", "It grew."),
    "a comma that belongs to the text": (
        "It grew ⟦[cite: 1]⟧, ⟦[cite_start]⟧then fell",
        "It grew, then fell",
    ),
    "Japanese": ("実装 ⟦[cite: 1][cite_start]⟧，完了 ⟦[cite: 2]⟧ です", "実装，完了です"),
    "Chinese, author's blank before": ("使用 ⟦[cite_start]⟧Python 3", "使用 Python 3"),
    "Chinese, author's blank after": ("使用 Python⟦[cite: 1]⟧ 编写", "使用 Python 编写"),
    "Chinese, author's blank between": ("使用⟦[cite: 1] [cite_start]⟧Python", "使用 Python"),
    "Chinese, blank of the marker": ("使用 ⟦[cite: 1]⟧Python", "使用Python"),
    "Chinese, behind a full stop": ("已修。⟦[cite: 1]⟧ Python", "已修。Python"),
    "Chinese, blank of the opening marker": ("使用⟦[cite_start]⟧ Python", "使用Python"),
    "Chinese, blank between two sources": ("使用⟦[cite: 1] [cite: 2]⟧Python", "使用Python"),
    "Chinese, nothing cited": ("使用⟦[cite_start] [cite: 1]⟧Python", "使用Python"),
    "Chinese, behind bold": ("**西**⟦[cite: 1]⟧水", "**西**水"),
    "Chinese, behind italic with underscore": ("_西_⟦[cite: 1]⟧水", "_西_ 水"),
    "Chinese, bold with a sign": ("**水车：**⟦[cite_start]⟧已修", "**水车：** 已修"),
    "Chinese, quotation in bold": ("水车⟦[cite: 1]⟧**“西”**", "水车 **“西”**"),
    "Chinese, italic with underscore": ("水车⟦[cite: 1]⟧_西_", "水车 _西_"),
    "Chinese, plain bold": ("水车⟦[cite: 1]⟧**西**", "水车**西**"),
    "Chinese, between bold words": ("**水**⟦[cite: 1]⟧**西**", "**水** **西**"),
    "escaped": ("It ⟦\\[cite\\_start\\]⟧grew ⟦\\[cite: 3\\]⟧.", "It grew."),
    "dots in numbers": ("It grew ⟦[cite: 0.1.4, 2–5]⟧.", "It grew."),
    "invisible character and three markers": (
        "It grew ⟦\u200b:contentReference[oaicite:1]{index=1} "
        ":contentReference[oaicite:2] contentReference[oaicite:3]{index=3}⟧.",
        "It grew.",
    ),
    "span in brackets": ("⟦[span_3][start_span]⟧a⟦[span\\_3][end\\_span]⟧", "a"),
    "file with lines": ("It grew ⟦fileciteturn3file2L1-L35⟧.", "It grew."),
    "list of news": ("It grew. ⟦\ue200navlist\ue202Mills\ue202turn0news1\ue201⟧", "It grew."),
    "source of a source": ("It grew ⟦【1:a b†turn0file3†L1-L2】⟧.", "It grew."),
    "curly quotation marks": ("It grew ⟦:chatgpt-content-reference{index=“3”}⟧.", "It grew."),
    "a label whose list follows": (
        "You need: ⟦[cite: 1]⟧\n\n- a wheel\n",
        "You need:\n\n- a wheel\n",
    ),
    "a label whose text follows": ("**Mills:** ⟦【1†a】⟧\nmany\n", "**Mills:**\nmany\n"),
    "a label with a list below it": (
        "- **Mills:** ⟦【1†a】⟧\n  - many\n- few\n",
        "- **Mills:**\n  - many\n- few\n",
    ),
    "a label that a marker opened": (
        "- ⟦[cite_start]⟧**Mills:** ⟦[cite: 1]⟧\n- few\n",
        "- **Mills:**\n- few\n",
    ),
    "a line of its own": ("It grew.\n\n⟦[cite: 1]⟧\n\nIt fell.\n", "It grew.\n\nIt fell.\n"),
    "first line": ("⟦[cite: 1]⟧\nIt grew.\n", "It grew.\n"),
    "first line, blank below": ("⟦[cite: 1]⟧\n\nIt grew.\n", "It grew.\n"),
    "last line": ("It grew.\n⟦[cite: 1]⟧", "It grew.\n"),
    "a line of its own within a paragraph": (
        "It grew.\r\n  ⟦[cite: 1] [cite: 2]⟧\r\nIt fell.\r\n",
        "It grew.\r\nIt fell.\r\n",
    ),
    "lines of their own": ("It grew.\n⟦[cite: 1]⟧\n⟦[cite: 2]⟧\n\nEnd\n", "It grew.\n\nEnd\n"),
    "a line of its own in a quote": ("> It grew.\n> ⟦[cite: 1]⟧\n", "> It grew.\n"),
    "first line of a quote": ("> ⟦[cite: 1]⟧\n> It grew.\n", "> It grew.\n"),
    "front matter that cannot be read": (
        "---\ntitle: ⟦[cite_start]⟧Mills, a history ⟦[cite: 1]⟧\n---\nText\n",
        "---\ntitle: Mills, a history\n---\nText\n",
    ),
    "front matter in TOML": (
        "+++\ntitle = '⟦[cite_start]⟧Mills ⟦[cite: 1]⟧'\n+++\nText\n",
        "+++\ntitle = 'Mills'\n+++\nText\n",
    ),
    "front matter with a list of texts": (
        '---\ntags: ["⟦[cite_start]⟧a", "b ⟦[cite: 1]⟧"]\n---\n',
        '---\ntags: ["a", "b"]\n---\n',
    ),
    "front matter in JSON": (
        '{"title": "a",\n"text": "Mills ⟦[cite: 1]⟧",\n"x": 1}\nText\n',
        '{"title": "a",\n"text": "Mills",\n"x": 1}\nText\n',
    ),
    "HTML block": (
        "<td>\nIt grew ⟦[cite: 1]⟧.\n</td>\n",
        "<td>\nIt grew.\n</td>\n",
    ),
    "template in HTML": (
        "<div>\n{{< a >}} ⟦[cite: 1]⟧\n</div>\n",
        "<div>\n{{< a >}}\n</div>\n",
    ),
    "an unclosed fence hides nothing": (
        "```\ncode\n\nIt grew ⟦[cite: 1]⟧.\n",
        "```\ncode\n\nIt grew.\n",
    ),
}


@pytest.mark.parametrize(("marked", "fixed"), REPAIRS.values(), ids=REPAIRS)
def test_repairs(marked: str, fixed: str) -> None:
    found = assert_flags(RULE, marked, fixed)
    assert all("left by" in violation.message for violation in found)


def test_braces_of_a_marker_are_no_expression() -> None:
    marked = "It grew ⟦:contentReference[oaicite:0]{index=0}⟧. {props.a}\n"
    assert_flags(RULE, marked, "It grew. {props.a}\n", path="page.mdx")


UNSURE = {
    "a list would begin": ("⟦[cite_start]⟧1. Mills\n", "1. Mills\n"),
    "a list would begin in a list": ("* ⟦[cite_start]⟧* Mills\n", "* * Mills\n"),
    "a heading would begin": ("⟦[cite_start]⟧## Mills\n", "## Mills\n"),
    "a rule would begin": ("⟦[cite_start]⟧* * *\n", "* * *\n"),
    "a heading would end": ("Text\n\n⟦[cite: 1]⟧\n---\n", "Text\n\n---\n"),
    "code would begin": ("# Text\n⟦[cite: 1]⟧\n    mills\n", "# Text\n    mills\n"),
    "a source is defined": (
        "Old ⟦[^1^][1]⟧.\n\n[1]: https://mill.test/\n",
        "Old [1].\n\n[1]: https://mill.test/\n",
    ),
    "a command": (
        "```bash\ngit clone a ⟦[cite: 46]⟧\n⟦[cite_start]⟧cd a\n```\n",
        "```bash\ngit clone a\ncd a\n```\n",
    ),
    "a backslash would show": ("Text\\\n⟦[cite: 1]⟧\n\nMills\n", "Text\\\n\nMills\n"),
}


@pytest.mark.parametrize(("marked", "fixed"), UNSURE.values(), ids=UNSURE)
def test_what_would_read_differently_is_not_safe(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


LOST = {
    "bullet": "- ⟦[cite: 1]⟧\n- Mills\n",
    "task": "- [x] ⟦【1†a】, 【2†a】⟧\n",
    "number": "1. a\n2. ⟦[cite_start] [cite: 22]⟧\n",
    "heading": "# ⟦[cite: 1]⟧\n",
    "cell": "| a | b |\n| - | - |\n| ⟦[cite: 1]⟧ | c |\n",
    "cell without outer bars": "a | b\n- | -\n⟦[cite: 1]⟧ | c\n",
    "link": "See [⟦[cite: 1]⟧](u) here\n",
    "label at the end": "**Mills:** ⟦【1†a】⟧\n",
    "label before a heading": "**Mills:** ⟦【1†a】⟧.\n\n# More\n",
    "label in a list": "- Mills: ⟦:contentReference[oaicite:0]{index=0}⟧\n- Few\n",
    "Chinese label": "水车：⟦【1†a】⟧\n",
    "quote": "Text\n\n> ⟦[cite: 1]⟧\n",
    "front matter": '---\ntitle: "⟦[cite: 1]⟧"\n---\nText\n',
}


@pytest.mark.parametrize("marked", LOST.values(), ids=LOST)
def test_lost_words_are_told_and_not_repaired(marked: str) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.fix is None
    assert "words are missing" in found.message


IN_CODE = {
    "code span": "`⟦[cite_start]⟧` and `` ⟦【4†source】⟧ ``",
    "fence": "~~~\nText ⟦[cite: 1]⟧\n~~~\n",
    "indented code": "a\n\n    ⟦[cite_start]⟧a\n",
}


@pytest.mark.parametrize("marked", IN_CODE.values(), ids=IN_CODE)
def test_in_code_they_are_mentioned(marked: str) -> None:
    for found in assert_flags(RULE, marked):
        assert (found.fix, found.level) == (None, Severity.INFO)
        assert found.message.endswith("leaves behind: meant, in this code?")


def test_in_code_they_matter_more_when_the_text_has_some_too() -> None:
    marked = "a ⟦[cite: 1]⟧ b\n\n```\n⟦[cite_start]⟧c\n```\n"
    found = assert_flags(RULE, marked, marked.replace(" ⟦[cite: 1]⟧", "").translate(_NO_MARKS))
    assert [one.level for one in found] == [Severity.ERROR, Severity.WARNING]


def test_allowed_markers_stay() -> None:
    rule = CitationMarker(allow=("gemini_cite",))
    assert_flags(rule, "a [cite: 1] b⟦【1†a】⟧\n", "a [cite: 1] b\n")
    with pytest.raises(OptionError, match="no kind of marker"):
        CitationMarker(allow=("gemini",))


SILENT = {
    "comment": "<!-- [cite: 1] -->\n\na <!-- [cite: 2] --> b\n",
    "script": "<script>\nlet a = '[cite: 1]'\n</script>\n",
    "attribute": '<div title="[cite: 1]">\n\nText\n\n</div>\n',
    "formula": "$a [cite: 1] b$",
    "template": "{{< note [cite: 1] >}}",
    "label of a definition": "[cite: 1]: https://mill.test\n",
    "label in use": "See [cite: 1].\n\n[cite: 1]: https://mill.test\n",
    "words of a link": "See [cite: 1](https://mill.test).",
    "words of a link with a label": "See [cite: 1][m].\n\n[m]: https://mill.test\n",
    "address": "See [this](citeturn0search0) and ![that](【1†a】).",
    "list in YAML": "---\ntags: [cite_start]\nmore:\n  - [cite: 1]\n---\nText\n",
    "look-alikes": "[cite] [cite:] [cite: a] [citation: 1] [cite_star] [citestart]",
    "icons": "\ue200 and \uf000 and \ue201",
    "brackets": "【1:水】 【†】 【4】 【source†x】 【F:a】",
    "words": "returncite turn0search0s xciteturn0search0 citeturn0 citeturnsearch0 oaicite",
    "directive": ':chatgpt-content-reference and :::chatgpt{index="0"}',
    "span": "[span_0](start) and [span](start_span)",
    "nothing": "",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a [cite_start]b",
            "“[cite_start]” was left by Gemini's copy button; readers see it as text",
        ),
        (
            "a [cite: 1][cite_start]b",
            "“[cite: 1][cite_start]” were left by Gemini's copy button; readers see it as text",
        ),
        (
            "- [cite: 1]\n- b",
            "“[cite: 1]” was left by Gemini's copy button and stands where words are missing: "
            "write what belongs here, or remove what is left",
        ),
        (
            "a\ue200cite\ue202turn0search0\ue201.",
            "“citeturn0search0” was left by ChatGPT; readers see boxes and code words",
        ),
        (
            f"a【F:{'x' * 70}†L1】【F:{'x' * 70}†L2】.",
            f"“【F:{'x' * 56}…” and 1 more were left by Codex; readers see it as text",
        ),
        (
            f"a【F:{'x' * 70}†L1】.",
            f"“【F:{'x' * 56}…” was left by Codex; readers see it as text",
        ),
        (
            "a【1†abcdefghijklmnopqrstuvwxyz】【2†abcdefghijklmnopqrstuvwxyz】【3†a】.",
            "“【1†abcdefghijklmnopqrstuvwxyz】” and 2 more were left by ChatGPT's file search or "
            "research mode; readers see it as text",
        ),
    ],
)
def test_messages(text: str, message: str) -> None:
    assert [violation.message for violation in violations(RULE, text)] == [message]


def test_titles() -> None:
    fixes = [violation.fix for violation in violations(RULE, "a[cite: 1] b[cite: 1][cite: 2] c")]
    assert [one.title for one in fixes if one] == ["Remove the marker", "Remove the markers"]


def test_one_fix_mends_front_matter() -> None:
    text = '---\ntitle: "[cite_start]Mills [cite: 1]"\ntext: "[cite: 2]"\n---\n'
    fixes = [violation.fix for violation in violations(RULE, text)]
    assert fixes[0] is fixes[1]
    assert isinstance(fixes[0], Fix)
    assert len(fixes[0].edits) == 2
    assert fixes[2] is None


PROVED = (
    "# [cite_start]Mills [cite: 1]\n\n[cite_start]**West:**[cite: 2]many. "
    "[cite_start]East[cite: 3]: few.\n\n[cite_start] [cite: 4]\n\n"
    "* [cite_start][Node](u) [cite: 5]\n\n"
    "| a |\n| - |\n| [cite_start]b [cite: 6] |\n"
)


def test_the_engine_accepts_the_repairs() -> None:
    repaired = fix(Document("page.md", PROVED), [Configured(RULE, Severity.ERROR)])
    assert repaired.text == (
        "# Mills\n\n**West:** many. East: few.\n\n* [Node](u)\n\n| a |\n| - |\n| b |\n"
    )
    assert not repaired.linted.diagnostics


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_shape_has_an_example_and_holds_one_of_its_triggers(shape: Shape) -> None:
    shown = [
        bad[marker.start : marker.end]
        for bad in (unmark(example.bad or "")[0] for example in RULE.examples)
        for marker in markers(bad)
        if marker.shape is shape
    ]
    assert shown
    assert all(any(trigger in one for trigger in shape.triggers) for one in shown)
    assert not re.compile(shape.pattern).groups


def test_triggers_that_hold_another_are_left_out() -> None:
    assert set(RULE.triggers) == set(triggers(SHAPES))
    assert "†" in RULE.triggers
    assert "†L" not in RULE.triggers
    assert RULE.concerns("The wheel turns turn7view0.")
    assert not RULE.concerns("A page that cites its sources [1].")


def test_runs_keep_markers_apart_that_words_divide() -> None:
    text = "a [cite: 1], [cite: 2] b [cite: 3][cite_start]c"
    found = list(runs(text, markers(text)))
    assert [(len(run.markers), run.apart) for run in found] == [(2, True), (2, False)]
    assert text[found[0].span.start : found[0].span.end] == "[cite: 1], [cite: 2]"


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        ("", "a [cite: 1] ", ""),
        ("", "[cite: 1]", ""),
        ("", "[cite: 1, ", ""),
        ("", "【1†", ""),
        ("", "【1:", ""),
        ("", "citeturn0search0", "x"),
        ("", "\ue200cite\ue202", ""),
        ("", "> ", "[cite: 1]"),
        ("", " ", "[cite: 1]"),
        ("[cite: 1]", " ", "x"),
        ("", "- [cite: 1]\n", ""),
        ("---\nt: ", "a [cite: 1] ", "\n---\n"),
        ("", "(", "[cite: 1]"),
        ("[cite: 1]", ")", ""),
    ],
)
def test_hostile_text_takes_linear_time(before: str, piece: str, after: str, linear) -> None:
    linear(lambda size: violations(RULE, before + piece * size + after), 1_500)
