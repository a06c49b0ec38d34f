from collections.abc import Mapping
from typing import Any, Literal

import pytest

from contentlint.located import LocatedError, read_yaml
from contentlint.options import convert, option, options, schema, words


def _convert(kind, text):
    return convert(kind, read_yaml(f"x: {text}\n").value["x"])


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (bool, "off", False),
        (int, "3", 3),
        (float, "3", 3.0),
        (float, "1.5", 1.5),
        (str, "a b", "a b"),
        (str, '"3"', "3"),
        (Literal["loose", "on"], "on", "on"),
        (Literal[1, 2], "2", 2),
        (tuple[str, ...], "[a, b]", ("a", "b")),
        (frozenset[int], "[1]", frozenset({1})),
        (int | None, "null", None),
        (int | None, "4", 4),
        (int | str, "a", "a"),
        (Mapping[str, Any], "{a: [1]}", {"a": [1]}),
        (Any, "[1, {a: b}]", [1, {"a": "b"}]),
    ],
)
def test_a_value_becomes_what_its_field_wants(kind, text, value):
    made = _convert(kind, text)
    assert made == value
    assert type(made) is type(value)


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        (bool, "1", "must be true or false, not “1”"),
        (int, "true", "must be a whole number, not “true”"),
        (int, "1.5", "must be a whole number, not “1.5”"),
        (float, "true", "must be a number, not “true”"),
        (str, "3", 'must be a text, not “3”; write it in quotes: "3"'),
        (str, "[a]", "must be a text, not a list"),
        (str, "", "must be a text, not nothing"),
        (Literal["loose", "tight"], "tigth", "one of loose, tight, not “tigth”.*“tight”"),
        (tuple[str, ...], "a", "must be a list, not “a”"),
        (tuple[str, ...], "[a, {b: 1}]", "an entry must be a text, not a mapping"),
        (int | None, "a", "must be a whole number, not “a”"),
        (int | bool, "a", "must be a whole number or true or false, not “a”"),
        (Mapping[str, Any], "3", "must be a mapping, not “3”"),
    ],
)
def test_any_other_value_is_refused(kind, text, problem):
    with pytest.raises(LocatedError, match=problem):
        _convert(kind, text)


def test_a_rule_tells_its_options(toys):
    found = {each.key: each for each in options(toys.Swap)}
    assert list(found)[:3] == ["word", "instead", "most"]
    assert found["word"].schema == {
        "type": "string",
        "description": "What must not stand there.",
        "default": "foo",
    }
    assert found["mode"].schema["enum"] == ["loose", "tight"]
    assert found["schema"].is_schema_path
    assert not found["word"].is_schema_path


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (tuple[int, ...], {"type": "array", "items": {"type": "integer"}}),
        (int | None, {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        (Mapping[str, Any], {"type": "object"}),
        (Any, {}),
    ],
)
def test_a_type_has_a_schema(kind, expected):
    assert schema(kind) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (tuple[int, ...], "a list, each a whole number"),
        (tuple, "a mapping"),
        (int | None, "a whole number or nothing"),
        (Literal["a", "b"], "a or b"),
    ],
)
def test_a_type_has_words(kind, expected):
    assert words(kind) == expected


@pytest.mark.parametrize(
    ("key", "problem"),
    [("wrod", "no option “wrod”. Did you mean “word”?"), ("zzz", "It has: severity, word")],
)
def test_an_unknown_option_is_answered_with_known_ones(toys, key, problem):
    item = read_yaml(f"{key}: 1\n").value[key]
    with pytest.raises(LocatedError, match=problem):
        option(toys.Swap, key, item)


def test_annotations_in_quotes_are_read_too(toys):
    from dataclasses import dataclass

    @dataclass(frozen=True, kw_only=True)
    class Quoted(toys.Swap):
        """Quoted."""

        extra: "int" = 1

    found = {each.key: each for each in options(Quoted)}
    assert found["extra"].type is int
    assert found["word"].type is str


def test_a_default_that_json_lacks_is_left_out(toys):
    from dataclasses import dataclass, field

    @dataclass(frozen=True, kw_only=True)
    class Odd(toys.Swap):
        """Odd."""

        odd: Any = field(default_factory=object)
        needed: int
        hidden: int = field(default=1, init=False)
        several: tuple[str, ...] = ("a",)

    found = {each.key: each for each in options(Odd)}
    assert "default" not in found["odd"].schema
    assert found["needed"].default is None
    assert found["several"].schema["default"] == ("a",)
    assert "hidden" not in found
