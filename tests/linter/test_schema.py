"""What fields compile to. How wrong ones are told is in the tests of the rule that has them."""

import jsonschema
import pytest

from contentlint.config import json_schema
from contentlint.schema import DIALECT, FIELDS, compiled
from contentlint_rules import RULES


@pytest.mark.parametrize(
    ("field", "schema"),
    [
        ("string", {"type": "string"}),
        ({}, {}),
        ("integer", {"type": "integer"}),
        ("mapping", {"type": "object"}),
        ("date", {"type": "string", "format": "x-date"}),
        (
            {"type": "string", "min": 1, "max": 9, "pattern": "a"},
            {"type": "string", "minLength": 1, "maxLength": 9, "pattern": "a"},
        ),
        ({"type": "number", "min": 0.5}, {"type": "number", "minimum": 0.5}),
        (
            {"type": "list", "max": 3, "unique-items": True, "items": "slug", "enum": ["a"]},
            {
                "type": "array",
                "maxItems": 3,
                "items": {"type": "string", "format": "x-slug", "enum": ["a"]},
                "uniqueItems": True,
            },
        ),
        (
            {"type": ["string", "list"], "vocabulary": {"t.txt": ["a"]}},
            {
                "anyOf": [
                    {"type": "string", "enum": ["a"], "x-vocabulary": "t.txt"},
                    {"type": "array", "items": {"enum": ["a"], "x-vocabulary": "t.txt"}},
                ]
            },
        ),
        (
            {"type": ["date"], "vocabulary": ["a"]},
            {"type": "string", "format": "x-date", "enum": ["a"]},
        ),
        (
            {"type": "mapping", "fields": {"a": {"required": True}, "b": {"not-equal": "a"}}},
            {
                "type": "object",
                "properties": {"a": {}, "b": {}},
                "required": ["a"],
                "x-not-equal": {"b": "a"},
            },
        ),
        (
            {
                "type": "slug",
                "unique": True,
                "file-name": True,
                "default": "a",
                "insert-after": "b",
            },
            {
                "type": "string",
                "format": "x-slug",
                "default": "a",
                "x-unique": True,
                "x-file-name": True,
                "x-insert-after": ["b"],
            },
        ),
        ({"unique": False, "insert-after": ["a", "b"]}, {"x-insert-after": ["a", "b"]}),
    ],
)
def test_a_field_is_a_json_schema(field, schema):
    found = compiled({"key": field})
    assert found["properties"]["key"] == schema
    jsonschema.Draft202012Validator.check_schema(found)
    if "t.txt" in str(field):
        return  # in a file of settings the path stands alone
    assert list(jsonschema.Draft202012Validator(FIELDS).iter_errors({"key": field})) == []


def test_all_fields_are_one_schema():
    assert compiled(
        {"date": {"type": "date", "required": True}, "mod": {"type": "date", "not-before": "date"}}
    ) == {
        "$schema": DIALECT,
        "type": "object",
        "properties": {
            "date": {"type": "string", "format": "x-date"},
            "mod": {"type": "string", "format": "x-date"},
        },
        "required": ["date"],
        "x-not-before": {"mod": "date"},
    }


def test_the_schema_of_the_settings_knows_what_fields_are():
    schema = json_schema({rule.name: rule for rule in RULES})
    good = {
        "collections": {"a": {"files": ["x"], "fields": {"b": {"items": "date", "type": "list"}}}}
    }
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(good, schema)
    bad = {"collections": {"a": {"files": ["x"], "fields": {"b": {"type": "dat"}}}}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(bad, schema)


@pytest.mark.parametrize("name", ["-", "a.b", "", "x-unique", "type", "required"])
def test_a_key_may_have_any_name(name: str) -> None:
    found = compiled({name: {"type": "string", "required": True}})
    assert found["properties"] == {name: {"type": "string"}}
    assert found["required"] == [name]
