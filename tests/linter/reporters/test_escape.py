import json

import pytest

from contentlint.reporters.escape import as_json, at_line_start, escape, without_surrogates


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “é” 日本 👍🏽", "plain “é” 日本 👍🏽"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("\0\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\u202ex\u2066y\u200f\u061c", "\\u202ex\\u2066y\\u200f\\u061c"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("caf\udce9", "caf\\udce9"),
        ("see ##[error]x", "see #\\x23[error]x"),
        ("##vso[task.x]", "#\\x23vso[task.x]"),
        ("## [a](b)", "## [a](b)"),
        ("###", "###"),
    ],
)
def test_nothing_steers_a_terminal_or_a_log(text, shown):
    assert escape(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "\\x3a:error::x"),
        ("  ::stop::", "  \\x3a:stop::"),
        ("a::b", "a::b"),
        ("\x1b::b", "\\x1b::b"),
    ],
)
def test_no_line_begins_with_a_command(text, shown):
    assert at_line_start(text) == shown


def test_surrogates_are_spelt_out():
    assert without_surrogates("a\ud800é") == "a\\ud800é"
    assert without_surrogates("é\x1b") == "é\x1b"


@pytest.mark.parametrize("text", ["##[error]x", "a##vso[task.x]", "##", "####[b]", "\\##[x"])
def test_json_holds_no_command_and_says_the_same(text):
    written = as_json({"a": [text]})
    assert "##[" not in written
    assert "##vso[" not in written
    assert json.loads(written) == {"a": [text]}
