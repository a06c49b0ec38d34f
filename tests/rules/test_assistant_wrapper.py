"""What the rule assistant-wrapper flags, what it leaves alone, and how its repairs read."""

import re

import pytest

from contentlint import Applicability, Example, OptionError, fix_text
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.residue.assistant_wrapper import AssistantWrapper
from contentlint_rules.residue.frames import FRAMES, Frame, lines

RULE = AssistantWrapper()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


REPAIRS = {
    "writing, other words": (
        '⟦:::email{variant="standard" subject="a"}⟧\na\n⟦:::⟧\n',
        "a\n",
    ),
    "writing, blank lines": (
        "b\n\n⟦:::writing{variant=“a”}⟧\n\na\n\n⟦:::⟧\n\nc\n",
        "b\n\na\n\nc\n",
    ),
    "writing, CRLF": (
        '⟦:::writing{variant="a"}⟧\r\na\r\n⟦:::⟧\r\n',
        "a\r\n",
    ),
    "page in a fence, front matter before it": (
        "---\ntitle: a\n---\n\n⟦~~~md⟧\n- b\n~~~\n",
        "---\ntitle: a\n---\n- b\n",
    ),
    "front matter in the fence": (
        "⟦```markdown⟧\n---\ntitle: a\n---\n\nb\n```\n\n",
        "---\ntitle: a\n---\n\nb\n",
    ),
    "logo on the first line, with words below": (
        '⟦<img src="https://r2cdn.perplexity.ai/pplx-full-logo-a.png" style="b"/>⟧\n# a\n',
        "# a\n",
    ),
    "French button": ("|a|\n|-|\n|b|\n⟦Exporter vers Sheets⟧\n", "|a|\n|-|\n|b|\n"),
}


@pytest.mark.parametrize(("marked", "fixed"), REPAIRS.values(), ids=REPAIRS)
def test_repairs(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed)
    assert fix_text(unmark(marked)[0]).text == fixed


UNSURE = {
    "notes before the answer": ("⟦<think>⟧\na\n⟦</think>⟧\n\nb\n", "b\n"),
    "last fence": ("a\n\nb\n⟦````⟧\n", "a\n\nb\n"),
    "page in a fence that holds another": (
        "⟦````markdown⟧\na\n```sh\nb\n```\n````\n",
        "a\n```sh\nb\n```\n",
    ),
}


@pytest.mark.parametrize(("marked", "fixed"), UNSURE.values(), ids=UNSURE)
def test_what_may_be_meant_is_not_safe(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


NOT_REPAIRED = {
    "an end is missing": ":::tip\n⟦:::writing{variant=“a”}⟧\na\n::: b\n",
    "button behind no table": "a\n\n⟦Export to Sheets⟧\n",
    "buttons": "⟦python\nCopy\nEdit⟧\nprint()\n\n⟦c++\nCopyEdit⟧\n\n⟦sh\nCopier le code⟧\n",
    "notes in the middle": "a\n\n⟦<thinking>⟧\nb\n⟦</thinking>⟧\n",
    "notes without an end": "⟦<think>⟧\nb\n",
    "parts of a conversation": "## ⟦ChatGPT said:⟧\n".replace("## ⟦", "⟦## ")
    + "\na\n\n⟦**You said:**⟧\n",
    "French conversation": "⟦Vous avez dit\xa0:⟧\n\na\n\n⟦ChatGPT a dit :⟧\n",
    "artifact": '⟦<antArtifact identifier="a" type="b">⟧\n\n# c\n\n⟦</antArtifact>⟧\n',
    "call": "⟦<function_calls>⟧\n\na\n",
}


@pytest.mark.parametrize("marked", NOT_REPAIRED.values(), ids=NOT_REPAIRED)
def test_not_repaired(marked: str) -> None:
    assert_flags(RULE, marked, least=Applicability.UNSAFE)


SILENT = {
    "boxes": '::: warning\na\n:::\n\n:::note{title="a"}\nb\n:::\n',
    "in code": '```\n:::writing{variant="a"}\nbash\nCopy code\n<think>\n```\n',
    "in a comment": "<!--\nExport to Sheets\n-->\n",
    "in a sentence": "Press Copy code.\n\nCopy code\n\nbash Copy code\n",
    "a question alone": "You said:\n\n> a\n",
    "words of a menu": "File\n\nPaste\nCopy\nCut\n",
    "a language alone": "YAML\n: A format\n",
    "an image of one's own": '<img src="https://a.test/logo.png"/>\n',
    "closed fence at the end": "```\na\n```\n",
    "closed empty fence": "a\n\n```\n```\n",
    "page that is program code": "```python\na\n```\n",
    "front matter": "---\na: |\n  Export to Sheets\n---\n",
    "fence in a list": "- a\n\n  ```md\n  b\n  ```\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_every_frame_is_shown_and_holds_one_of_its_triggers(frame: Frame) -> None:
    shown = [
        text[line.span.start - 1 : line.span.end]
        for text in (
            *(unmark(example.bad or "")[0] for example in RULE.examples),
            *(unmark(marked)[0] for marked in NOT_REPAIRED.values()),
        )
        for line in lines(f"\n{text}")
        if line.frame is frame
        for text in [f"\n{text}"]
    ]
    assert shown
    if frame.name != "question":
        assert all(any(trigger in one for trigger in frame.triggers) for one in shown)
    assert not re.compile(frame.pattern).groups


def test_frames_that_are_kept() -> None:
    rule = AssistantWrapper(allow=("gemini_sheets",))
    assert_flags(rule, "a\n\nExport to Sheets\n")
    with pytest.raises(OptionError, match="no kind of frame"):
        AssistantWrapper(allow=("a",))


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        ("", ':::a{variant="b"}\n', ""),
        ("", "<think>\n", ""),
        ("", "bash\nCopy\n", ""),
        ("", "```\n", ""),
        ("", "|a|\n\nExport to Sheets\n\n", ""),
        ('<span style="display:none">', "[^1_1]", ""),
        ("ChatGPT ", "#", " said:"),
    ],
)
def test_hostile_text_takes_linear_time(before: str, piece: str, after: str, linear) -> None:
    linear(lambda size: violations(RULE, before + piece * size + after), 500)
