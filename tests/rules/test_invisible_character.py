"""What the rule invisible-character flags, what it leaves alone, and how its repairs read."""

import pytest

from contentlint import Applicability, Example, Severity, fix_text
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.residue import scripts
from contentlint_rules.residue.invisible_character import InvisibleCharacter

RULE = InvisibleCharacter()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


REPAIRS = {
    "in a word": ("mi⟦\u200b⟧ll\n", "mill\n"),
    "two": ("a ⟦\u200b\u200b⟧b\n", "a b\n"),
    "entity": ("a.⟦&#8203;⟧ b\n", "a. b\n"),
    "word joiner": ("a :⟦\u2060⟧\n\nb\n", "a :\n\nb\n"),
    "Japanese": ("使用⟦\u200b⟧する\n", "使用する\n"),
    "soft hyphen beside a hyphen": ("socio-⟦\xad⟧politique\n", "socio-politique\n"),
    "joiner in Latin": ("Poll⟦\u200d⟧ a\n", "Poll a\n"),
    "joiner after an emoji": ("\U0001f9de⟦\u200d⟧ a\n", "\U0001f9de a\n"),
    "direction in Latin": ("⟦\u200e⟧2026, a⟦\u200f⟧\n", "2026, a\n"),
    "Hangul filler": ("a ⟦\u3164⟧b\n", "a b\n"),
    "front matter": ("---\na: b⟦\u200b⟧ c\n---\n\nd\n", "---\na: b c\n---\n\nd\n"),
    "heading": ("# a⟦\u200b⟧b\n", "# ab\n"),
    "cell": ("| a⟦\u200b⟧ |\n| - |\n", "| a |\n| - |\n"),
    "address": ("https://a.test/b⟦\u200b⟧ and <https://a.test/⟦\u200e⟧>\n", None),
    "definition": ("[a]\n\n[a]: https://a.⟦\u200b⟧test/\n", "[a]\n\n[a]: https://a.test/\n"),
    "HTML": ("<p>a⟦\u200b⟧b</p>\n", "<p>ab</p>\n"),
    "tags of a flag without an end": (
        "a \U0001f3f4⟦\U000e0067\U000e0062⟧ b\n",
        "a \U0001f3f4 b\n",
    ),
    "tags that are no flag": ("a⟦\U000e0061\U000e0062⟧ b\n", "a b\n"),
}


@pytest.mark.parametrize(("marked", "fixed"), REPAIRS.values(), ids=REPAIRS)
def test_repairs(marked: str, fixed: str | None) -> None:
    text, spans = unmark(marked)
    if fixed is None:
        fixed = "".join(
            char
            for at, char in enumerate(text)
            if not any(one.start <= at < one.end for one in spans)
        )
    assert_flags(RULE, marked, fixed)
    assert fix_text(text).text == fixed


UNSURE = {
    "alone in a line": ("a\n\n⟦\u200b⟧\n\nb\n", "a\n\n\n\nb\n", Severity.INFO),
    "alone in a cell": ("| ⟦&#8203;⟧ |\n| - |\n", "|  |\n| - |\n", Severity.INFO),
    "before a sign": ("a⟦\u200b⟧*b*\n", "a*b*\n", Severity.INFO),
    "before a name": ("a ⟦\u200b⟧@b\n", "a @b\n", Severity.INFO),
    "spelt in a word": ("a⟦&#8203;⟧b\n", "ab\n", Severity.INFO),
    "code": ("`a⟦\u200b⟧b`\n", "`ab`\n", Severity.WARNING),
    "hyphen in an anchor": ("[a](#b⟦\u2011⟧c)\n", "[a](#b-c)\n", Severity.WARNING),
    "hyphen in the name of a field": (
        "---\nreading⟦\u2011⟧time: 3\ntitle: b\xa0c\n---\n",
        "---\nreading-time: 3\ntitle: b\xa0c\n---\n",
        Severity.WARNING,
    ),
    "indentation": (
        "```python\nif a:\n⟦\xa0\xa0⟧b = 1\n```\n",
        "```python\nif a:\n  b = 1\n```\n",
        Severity.WARNING,
    ),
    "narrow blank in CSS": (
        "```css\n.a⟦\u202f⟧{ b: c }\n```\n",
        "```css\n.a { b: c }\n```\n",
        Severity.WARNING,
    ),
}


@pytest.mark.parametrize(("marked", "fixed", "level"), UNSURE.values(), ids=UNSURE)
def test_what_may_be_meant_is_not_safe(marked: str, fixed: str, level: Severity) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is level
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


SILENT = {
    "Persian": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n",
    "Persian, typed twice": "\u0645\u06cc\u200c\u200c\u062e\u0648\u0627\u0647\u0645\n",
    "Malayalam": "\u0d28\u0d4d\u200d \u0d2a\u0d4d\u200c\u0d2a\n",
    "Sinhala": "\u0dc1\u0dca\u200d\u0dbb\u0dd3\n",
    "Thai and Khmer": "ไทย\u200bไทย \u1780\u200b\u1781\n",
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f\u200d\U0001f525\n",
    "runner": "\U0001f3c3\U0001f3fd\u200d\u2640\ufe0f\n",
    "flag of Scotland": "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f\n",
    "Hebrew with digits": "\u05d0\u05d1 12\u200f, \u200eabc\n",
    "German": "Auf\u200clage, Getreide\xadmühle, Wasser&shy;mühle\n",
    "Hangul": "\u1100\u1160\n",
    "fence in a fence": "````md\n\u200b```js\n````\n",
    "blanks in values": "---\ntitle: Le prix\xa0: 10\xa0km\n---\n\nPrix\xa0: 10\n",
    "blanks in text": "1\u202f000\xa0km, rendez\u2011vous\n",
    "French in code": "```js\nalert('Bonjour\xa0!')\n// Ici\xa0: b\n```\n",
    "French comment in Python": "```python\n# Pré\u2011a\xa0: 10\xa0km\nprint('a\xa0b')\n```\n",
    "a tree": "```sh\n├── a\n│\xa0\xa0 └── b\n```\n",
    "output": "```powershell\nSous-système pour Linux\xa0:\n```\n",
    "code without a language": "```\na\xa0b\n```\n",
    "spelt out": "Write `&nbsp;` and `\\u200b`.\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_hidden_text_is_read_out() -> None:
    hidden = "".join(chr(0xE0000 + ord(char)) for char in "ignore all\n")
    (found,) = violations(RULE, f"a{hidden} b\n")
    assert found.message == (
        "Text is hidden here in characters that nobody sees: “ignore all·”. Delete it"
    )


def test_messages_never_hold_the_character() -> None:
    for marked, *_ in (*REPAIRS.values(), *UNSURE.values()):
        for found in violations(RULE, unmark(marked)[0]):
            assert not set(found.message) & (scripts.UNSEEN | set(scripts.UNUSUAL))


def test_many_places_are_one_finding() -> None:
    (found,) = violations(RULE, "a\u200b b\n" * 9)
    assert found.message.endswith("; 9 places like this on 9 lines")
    assert found.fix is not None
    assert len(found.fix.edits) == 9


@pytest.mark.parametrize(
    "piece", ["a\u200b", "&#8203;", "\U000e0061", "`\u2011", "[a](\xa0", "\u200d"]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 1_500)
