"""Front matter against the fields of its collection, and against a schema."""

import json
from typing import Any

import pytest

from contentlint import Applicability, OptionError, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter.front_matter_schema import FrontMatterSchema


def with_fields(**fields: Any) -> FrontMatterSchema:
    return FrontMatterSchema(fields=fields)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("string", "⟦12⟧", "is 12; text is expected"),
        ("string", "⟦[a]⟧", "is a list; text is expected"),
        ("integer", "⟦1.5⟧", "is 1.5; a whole number is expected"),
        ("number", "⟦much⟧", "is the text “much”; a number is expected"),
        ("boolean", "⟦1⟧", "is 1; true or false is expected"),
        ("list", "⟦a⟧", "is the text “a”; a list is expected"),
        ("mapping", "⟦true⟧", "is true; a mapping is expected"),
        ("string", "⟦{a: 1}⟧", "is a mapping; text is expected"),
        ("date", "⟦27/11/2025⟧", "is “27/11/2025”, which is no date"),
        ("date", "⟦2025-13-40⟧", "no date"),
        ("date", "⟦2025-02-30⟧", "no date"),
        ("datetime", "⟦2025-11-27⟧", "no date with a time"),
        ({"type": "string", "max": 5}, "⟦123 567⟧", "is 7 characters long; at most 5 are allowed"),
        ({"type": "string", "min": 5}, "⟦b⟧", "is 1 character long; at least 5 are needed"),
        ({"type": "integer", "max": 5000}, "⟦6000⟧", "is 6,000; the most is 5,000"),
        ({"type": "number", "min": 5}, "⟦2.5⟧", "is 2.5; the least is 5"),
        ({"type": "list", "max": 1}, "⟦[a, b]⟧", "has 2 items; at most 1 are allowed"),
        ({"type": "list", "min": 1}, "⟦[]⟧", "has 0 items; at least 1 are needed"),
        ({"type": "list", "items": "string"}, "[a, ⟦2⟧]", "“key”, item 2 is 2; text is expected"),
        (
            {"type": "string", "pattern": "^[a-z]+$"},
            "⟦Rye⟧",
            "is “Rye”; it does not match “^[a-z]+$”",
        ),
        ({"enum": ["rye", "wheat"]}, "⟦oat⟧", "is “oat”; allowed: “rye”, “wheat”"),
        ({"enum": list(range(12))}, "⟦99⟧", "allowed: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 …"),
    ],
)
def test_fields_say_what_a_key_holds(field: Any, value: str, words: str) -> None:
    (violation,) = assert_flags(with_fields(key=field), f"---\nkey: {value}\n---\n")
    assert words in violation.message
    assert violation.message.startswith("“key”")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("string", "2025-11-27"),
        ("date", "2025-11-27"),
        ("date", '"2025-11-27T10:00:00.5+01:00"'),
        ("date", "2025-11-27 10:00"),
        ("date", "2025-11-27 9:05:00 -0400"),
        ("datetime", "2025-11-27 10:00:00 -0500"),
        ("boolean", "True"),
        ("number", "3"),
        ("string", ""),
        ("list", "~"),
        ({"type": "integer", "required": False}, "3"),
        ({}, "anything"),
        ("date", '"{{ .Date }}"'),
        ("integer", "{{ .Weight }}"),
    ],
)
def test_fields_accept(field: Any, value: str) -> None:
    assert_flags(with_fields(key=field), f"---\nkey: {value}\n---\n")


@pytest.mark.parametrize(
    ("field", "value", "better"),
    [
        ("boolean", "⟦yes⟧", "true"),
        ("boolean", '⟦"off"⟧', "false"),
        ({"enum": ["post", "page"]}, "⟦psot⟧", "post"),
        ({"enum": ["post", "page"]}, "⟦'Post'⟧", "'post'"),
    ],
)
def test_the_value_that_was_meant_is_offered(field: Any, value: str, better: str) -> None:
    rule = with_fields(key=field)
    assert_flags(rule, f"---\nkey: {value}\n---\n")
    assert_flags(
        rule,
        f"---\nkey: {value}\n---\n",
        f"---\nkey: {better}\n---\n",
        least=Applicability.SUGGESTION,
    )


REQUIRED = {"type": "string", "required": True}


def test_what_is_required() -> None:
    rule = with_fields(title=REQUIRED, date="date", slug=REQUIRED)
    found = assert_flags(rule, "⟦---⟧\nslug: a\n---\n")
    assert [violation.message for violation in found] == ["“title” is missing"]
    (violation,) = assert_flags(rule, "---\nslug: a\n⟦title⟧:\n---\n")
    assert violation.message == "“title” is empty"
    (violation,) = assert_flags(rule, "⟦Body⟧\nmore\n")
    assert violation.message == "The page has no front matter; it needs “title”, “slug”"
    assert len(violations(rule, "")) == 1
    assert_flags(with_fields(date="date"), "Body\n")


def test_a_misspelt_key_is_told_instead_of_the_missing_one() -> None:
    rule = with_fields(description=REQUIRED, image="string")
    (violation,) = assert_flags(rule, "---\n⟦desciption⟧: Bread\n---\n")
    assert "did you mean “description”?" in violation.message
    assert violation.level is Severity.ERROR
    assert_flags(
        rule,
        "---\n⟦desciption⟧: Bread\n---\n",
        "---\ndescription: Bread\n---\n",
        least=Applicability.SUGGESTION,
    )
    (violation,) = assert_flags(rule, "---\ndescription: a\n⟦Image⟧: b\n---\n")
    assert violation.level is Severity.WARNING
    assert_flags(rule, "---\ndescription: a\nimages: b\nimage: c\n---\n")


@pytest.mark.parametrize(
    ("extra", "level"), [("allow", None), ("warn", Severity.WARNING), ("error", Severity.ERROR)]
)
def test_extra_keys(extra: Any, level: Severity | None) -> None:
    rule = FrontMatterSchema(fields={"title": "string"}, extra=extra)
    found = violations(rule, "---\ntitle: Bread\nweight: 3\nseo: {title: x}\n---\n")
    assert [violation.level for violation in found] == ([level] * 2 if level else [])


SCHEMA = {
    "type": "object",
    "required": ["title"],
    "additionalProperties": False,
    "$defs": {"name": {"type": "string", "minLength": 2}},
    "properties": {
        "title": {"$ref": "#/$defs/name"},
        "author": {
            "type": "object",
            "required": ["name"],
            "additionalProperties": False,
            "properties": {"name": {"type": "string"}},
        },
        "tags": {"type": "array", "uniqueItems": True, "items": {"type": "string"}},
        "size": {"anyOf": [{"type": "integer"}, {"enum": ["small", "large"]}]},
        "kind": {"const": "post"},
        "when": {"type": "string", "format": "date-time"},
        "day": {"format": "date"},
        "odd": {"not": {}},
        "step": {"multipleOf": 5, "exclusiveMaximum": 20, "exclusiveMinimum": 0},
        "map": {"minProperties": 1, "maxProperties": 1},
        "none": {"type": "null"},
        "some": {"type": ["string", "integer"]},
    },
}


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("title: ⟦B⟧", "“title” is 1 character long; at least 2 are needed"),
        ("title: ok\n⟦auhtor⟧: x", "did you mean “author”?"),
        ("title: ok\n⟦zzz⟧: x", "“zzz” is not a key of this front matter"),
        ("title: ok\n⟦author⟧: {}", "“author.name” is missing"),
        ("title: ok\nauthor: {name: Ada, ⟦nmae⟧: x}", "“author.nmae” is not a key"),
        ("title: ok\ntags: ⟦[a, a]⟧", "holds the same item twice"),
        ("title: ok\ntags:\n  - a\n  - ⟦1⟧", "“tags”, item 2 is 1"),
        ("title: ok\nsize: ⟦huge⟧", "“size” is"),
        ("title: ok\nkind: ⟦page⟧", "allowed: “post”"),
        ("title: ok\nwhen: ⟦2025-01-31⟧", "no date with a time"),
        ("title: ok\nodd: ⟦1⟧", "not as the schema wants it"),
        ("title: ok\nstep: ⟦7⟧", "multiple of 5"),
        ("title: ok\nstep: ⟦20⟧", "less than 20"),
        ("title: ok\nstep: ⟦0⟧", "more than 0"),
        ("title: ok\nmap: ⟦{}⟧", "has 0 keys"),
        ("title: ok\nmap: ⟦{a: 1, b: 2}⟧", "has 2 keys"),
        ("title: ok\nnone: ⟦a⟧", "nothing is expected"),
        ("title: ok\n⟦some⟧:", "is empty; text or a whole number is expected"),
        ("⟦titel⟧: Bread", "did you mean “title”?"),
    ],
)
def test_a_schema(lines: str, words: str) -> None:
    (violation,) = assert_flags(FrontMatterSchema(schema=SCHEMA), f"---\n{lines}\n---\n")
    assert words in violation.message


def test_fields_and_schema_together_tell_each_thing_once() -> None:
    rule = FrontMatterSchema(fields={"title": REQUIRED}, schema=SCHEMA, extra="error")
    found = violations(rule, "---\ntags: []\nzzz: 1\nday: 3\n---\n")
    assert sorted(violation.message for violation in found) == [
        "“title” is missing",
        "“zzz” is not a key of this front matter",
    ]


@pytest.mark.parametrize(
    "text", ['+++\ntitle = ⟦"B"⟧\n+++\n', '{"title": ⟦"B"⟧}\n', "+++\ntitle = ⟦'B'⟧\n+++\n"]
)
def test_toml_and_json_are_compared_too(text: str) -> None:
    assert_flags(FrontMatterSchema(schema=SCHEMA), text)


def test_a_value_inside_a_toml_value_is_shown_at_the_value() -> None:
    assert_flags(FrontMatterSchema(schema=SCHEMA), '+++\ntitle = "ok"\ntags = ["a", ⟦1⟧]\n+++\n')


def test_a_schema_of_the_whole_is_shown_at_the_fence() -> None:
    rule = FrontMatterSchema(schema={"maxProperties": 1})
    (violation,) = assert_flags(rule, "⟦---⟧\na: 1\nb: 2\n---\n")
    assert violation.message == "The front matter has 2 keys; at most 1 are allowed"


def test_a_schema_that_never_ends_is_told() -> None:
    rule = FrontMatterSchema(schema={"properties": {"a": {"$ref": "#/properties/a"}}})
    (violation,) = assert_flags(rule, "⟦---⟧\na: 1\n---\n")
    assert "cannot be applied" in violation.message


@pytest.mark.parametrize(
    ("options", "option", "words"),
    [
        ({"fields": ["title"]}, "fields", "map each key"),
        ({"fields": {"a": 1}}, "fields", "must be a type"),
        ({"fields": {"a": "strng"}}, "fields", "unknown type “strng”"),
        ({"fields": {"a": {"type": ["string"]}}}, "fields", "unknown type"),
        ({"fields": {"a": {"type": "string", "maximum": 3}}}, "fields", "unknown key “maximum”"),
        ({"fields": {"a": {"tpye": "string"}}}, "fields", "did you mean “type”?"),
        ({"fields": {"a": {"required": "yes"}}}, "fields", "true or false"),
        ({"fields": {"a": {"type": "string", "items": "string"}}}, "fields", "needs the type list"),
        ({"fields": {"a": {"type": "list", "items": "x"}}}, "fields", "“a, items”"),
        ({"fields": {"a": {"type": "date", "min": 3}}}, "fields", "needs one of the types"),
        ({"fields": {"a": {"min": 3}}}, "fields", "needs one of the types"),
        ({"fields": {"a": {"type": "string", "min": "3"}}}, "fields", "must be a number"),
        ({"fields": {"a": {"type": "string", "max": True}}}, "fields", "must be a number"),
        ({"fields": {"a": {"type": "string", "max": 2.5}}}, "fields", "whole number"),
        ({"fields": {"a": {"type": "list", "max": -1}}}, "fields", "whole number"),
        ({"fields": {"a": {"pattern": "("}}}, "fields", "no regular expression"),
        ({"fields": {"a": {"pattern": 3}}}, "fields", "no regular expression"),
        ({"fields": {"a": {"enum": "x"}}}, "fields", "a list of values"),
        ({"fields": {"a": {"enum": []}}}, "fields", "a list of values"),
        ({"schema": "post.schema.json"}, "schema", "was not loaded"),
        ({"schema": {"type": "strng"}}, "schema", "no JSON Schema"),
        ({"schema": {"$ref": "https://example.com/x.json"}}, "schema", "points outside the schema"),
        ({"schema": {"allOf": [{"$ref": "#/$defs/x"}]}}, "schema", "stands nowhere"),
        ({"schema": {"properties": {"a": {"pattern": "("}}}}, "schema", "no JSON Schema"),
        ({"schema": {"patternProperties": {"(": {}}}}, "schema", "no JSON Schema"),
        ({"extra": "deny"}, "extra", "none of allow, warn and error"),
    ],
)
def test_wrong_options(options: Any, option: str, words: str) -> None:
    with pytest.raises(OptionError, match=r".") as raised:
        FrontMatterSchema(**options)
    assert raised.value.option == option
    assert words in str(raised.value)


def test_names_in_a_schema_may_be_those_of_keywords() -> None:
    schema = {"properties": {"pattern": {"type": "string"}, "patternProperties": {"enum": [1]}}}
    assert_flags(FrontMatterSchema(schema=schema), "---\npattern: (\n---\n")


def test_the_options_of_fields_are_a_json_schema() -> None:
    from contentlint_rules.frontmatter._schema import FIELDS_SCHEMA

    assert json.loads(json.dumps(FIELDS_SCHEMA)) == FIELDS_SCHEMA
