"""What the rule assistant-link flags, what it leaves alone, and how its repairs read."""

import re

import pytest

from contentlint import Applicability, Example, Severity
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.residue.addresses import ADDRESSES, Address, dead
from contentlint_rules.residue.assistant_link import AssistantLink

RULE = AssistantLink()
SEARCH = "https://www.google.com/search?q="


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


REPAIRS = {
    "the only parameter": ("<https://a.test/?⟦utm_source=openai⟧>\n", "<https://a.test/>\n"),
    "the last of two": ("https://a.test/?b=1&⟦utm_source=openai⟧\n", "https://a.test/?b=1\n"),
    "the first of two": ("https://a.test/?⟦utm_source=openai⟧&b=1\n", "https://a.test/?b=1\n"),
    "entities": (
        '<a href="https://a.test/?b=1&amp;⟦utm_source=chatgpt.com⟧&amp;c=2">a</a>\n',
        '<a href="https://a.test/?b=1&amp;c=2">a</a>\n',
    ),
    "first before an entity": (
        '<a href="https://a.test/?⟦utm_source=chatgpt.com⟧&amp;c=2">a</a>\n',
        '<a href="https://a.test/?c=2">a</a>\n',
    ),
    "definition": (
        "[a]\n\n[a]: https://a.test/?⟦utm_source=perplexity.ai⟧ 'A'\n",
        "[a]\n\n[a]: https://a.test/ 'A'\n",
    ),
    "front matter": (
        "---\nsource: https://a.test/?⟦utm_source=claude.ai⟧\n---\nText\n",
        "---\nsource: https://a.test/\n---\nText\n",
    ),
    "Grok": ("https://a.test/b?⟦referrer=grok.com⟧\n", "https://a.test/b\n"),
    "end of a sentence": (
        "See https://a.test/?⟦utm_source=openai⟧. It is new.\n",
        "See https://a.test/. It is new.\n",
    ),
    "search, not encoded": (f"[a](⟦{SEARCH}https://a.test/b⟧)\n", "[a](https://a.test/b)\n"),
    "search, brackets": (
        f"[a](⟦{SEARCH}https://a.test/b_(c)⟧)\n",
        "[a](https://a.test/b_(c))\n",
    ),
    "search with more": (f"[a](⟦{SEARCH}https://a.test/b&sa=1⟧)\n", "[a](https://a.test/b)\n"),
    "search in French": (
        f"[a](⟦{SEARCH}https%3A%2F%2Fa.test%2Fcaf%C3%A9⟧)\n",
        "[a](https://a.test/café)\n",
    ),
    "command in a code span": (
        "Run `curl ⟦[https://a.test](https://a.test/)⟧`.\n",
        "Run `curl https://a.test`.\n",
    ),
    "command by way of a search": (
        f"```\ngit clone ⟦[https://a.test/b]({SEARCH}https://a.test/b)⟧\n```\n",
        "```\ngit clone https://a.test/b\n```\n",
    ),
    "mail": (
        "```yaml\nto: ⟦[a@b.test](mailto:a@b.test)⟧\n```\n",
        "```yaml\nto: a@b.test\n```\n",
    ),
    "escaped": (
        "git clone ⟦\\[https://a.test/b\\_c](https://a.test/b\\_c)⟧\n",
        "git clone https://a.test/b\\_c\n",
    ),
    "brackets in the words": (
        "See ⟦[[a](b)](cci:1://file:///Users/ada/a.py:3:0-4:1)⟧.\n",
        "See [a](b).\n",
    ),
    "brackets in the path": (
        "See ⟦[a](vscode-file://vscode-app/c:/Program Files (x86)/a/b.html)⟧.\n",
        "See a.\n",
    ),
    "editor's link in a command": (
        "```bash\npip install -r ⟦[a.txt](http://_vscodecontentref_/1)⟧\n```\n",
        "```bash\npip install -r a.txt\n```\n",
    ),
}


@pytest.mark.parametrize(("marked", "fixed"), REPAIRS.values(), ids=REPAIRS)
def test_repairs(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed)


UNSURE = {
    "sandbox": ("Get ⟦[a `plan`](sandbox:/mnt/data/a.pdf?_b=1)⟧.\n", "Get a `plan`.\n"),
    "computer": ("Get ⟦[a](computer:///mnt/user-data/outputs/a b.md)⟧.\n", "Get a.\n"),
    "private chat": ("See ⟦[a](https://chatgpt.com/c/0123-4567-89ab)⟧.\n", "See a.\n"),
}


@pytest.mark.parametrize(("marked", "fixed"), UNSURE.values(), ids=UNSURE)
def test_what_loses_an_address_is_not_safe(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


NOT_REPAIRED = {
    "image": "⟦![a](sandbox:/mnt/data/a.png)⟧\n",
    "not a link": "Saved to ⟦sandbox:/mnt/data/a.png⟧. Done\n",
    "no words": "[](⟦computer:///mnt/a.md⟧)\n",
    "empty search": f"[a](⟦{SEARCH}⟧)\n",
    "search for half an address": f"[a](⟦{SEARCH}https://a⟧)\n",
    "signed": "https://a.test/?sig=ab&⟦utm_source=openai⟧\n",
    "search that would break the link": f"[a](⟦{SEARCH}https%3A%2F%2Fa.test%2F%29⟧)\n",
    "search in no UTF-8": f"[a](⟦{SEARCH}https%3A%2F%2Fa.test%2F%E9⟧)\n",
    "alone in a code span": "Write `⟦[https://a.test](https://a.test)⟧`.\n",
    "alone in a fence": "```\n⟦[https://a.test](https://a.test)⟧\n```\n",
    "shown in code": "`https://a.test?⟦utm_source=openai⟧`, `⟦[a](cci:1://file:///a)⟧`\n",
}


@pytest.mark.parametrize("marked", NOT_REPAIRED.values(), ids=NOT_REPAIRED)
def test_not_repaired(marked: str) -> None:
    assert_flags(RULE, marked, least=Applicability.UNSAFE)


SILENT = {
    "other sources": "https://a.test/?utm_source=chatgpt, https://a.test/?utm_source=openai-blog\n",
    "another site": "https://a.test/?utm_source=chatgpt.com.evil.test\n",
    "no address": "?utm_source=openai and a&utm_source=openai and utm_source=openai\n",
    "searches": f"[a]({SEARCH}linux+signals) [b]({SEARCH}http) <{SEARCH}https://a.test>\n",
    "words that are the address": "[https://a.test/](https://a.test) [a.test](http://a.test)\n",
    "Markdown in code": "```md\n[https://a.test](https://a.test)\n```\n",
    "another address": "```sh\ncurl [https://a.test](https://b.test)\n```\n",
    "a name in data": "```yaml\na: see [a.test](http://a.test)\n```\n",
    "ordinary files": "[a](https://lh3.googleusercontent.com/a) [b](file:///mnt/data/a)\n",
    "shared chats": "https://chatgpt.com/share/0123456789 https://claude.ai/share/0123456789\n",
    "pages of products": "https://chatgpt.com/ https://chatgpt.com/codex https://claude.ai/chat/\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_every_kind_has_triggers_that_hold(address: Address) -> None:
    shown = {
        "vscode_file": "vscode-file://vscode-app/a",
        "vscode_reference": "http://_vscodecontentref_/1",
        "windsurf": "cci:1://file:///a",
        "chatgpt_sandbox": "sandbox:/mnt/data/a",
        "claude_computer": "computer:///home/a",
        "chatgpt_file": "file-service://file-a",
        "chatgpt_upload": "https://files.oaiusercontent.com/a",
        "perplexity_upload": "https://ppl-ai-file-upload.s3.amazonaws.com/a",
        "gemini_content": "http://googleusercontent.com/youtube_content/1",
        "vertex_redirect": "https://vertexaisearch.cloud.google.com/grounding-api-redirect/a",
        "private_chat": "https://gemini.google.com/app/0123456789abcdef",
        "grok_card": "grok_card://a",
    }[address.name]
    (found,) = dead(shown)
    assert (found.kind, found.span.end) == (address, len(shown))
    assert any(trigger in shown for trigger in address.triggers)
    assert not re.compile(address.pattern).groups


def test_levels() -> None:
    def levels(marked: str) -> list[Severity]:
        return [one.level for one in violations(RULE, unmark(marked)[0])]

    assert levels("https://a.test/?utm_source=openai\n") == [Severity.WARNING]
    assert levels("`https://a.test/?utm_source=openai`\n") == [Severity.INFO]
    assert levels("`cci:1://file:///a` [a](cci:1://file:///a)\n") == [
        Severity.WARNING,
        Severity.ERROR,
    ]
    assert levels("`[https://a.test](https://a.test)` cci:1://file:///a\n") == [
        Severity.INFO,
        Severity.ERROR,
    ]


def test_tracking_may_stay() -> None:
    assert_flags(AssistantLink(tracking=False), "https://a.test/?utm_source=openai\n")


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        ("", "https://a.test/?utm_source=openai ", ""),
        ("", "https://", "utm_source=openai"),
        ("", "?utm_source=openai", ""),
        ("", f"({SEARCH}(", ""),
        ("", "[a](cci:1://file://", ""),
        ("", "[", "](cci:1://file:///a)"),
        ("```sh\n", "[https://a](https://", "\n```\n"),
        ("", "\\[http://a](http://", ""),
        ("", "sandbox:/mnt/data/(", ""),
    ],
)
def test_hostile_text_takes_linear_time(before: str, piece: str, after: str, linear) -> None:
    linear(lambda size: violations(RULE, before + piece * size + after), 1_500)
