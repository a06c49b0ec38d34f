"""Front matter against the fields of its collection, and against a schema."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint import Applicability, OptionError, Severity, compiled
from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter._quick import quick
from contentlint_rules.frontmatter._schema import key_of, shape, validator_of
from contentlint_rules.frontmatter.front_matter_schema import FrontMatterSchema


def with_fields(**fields: Any) -> FrontMatterSchema:
    return FrontMatterSchema(fields=fields)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("string", "⟦[a]⟧", "is a list; text is expected"),
        ("integer", "⟦1.5⟧", "is 1.5; a whole number is expected"),
        ("number", "⟦much⟧", "is the text “much”; a number is expected"),
        ("boolean", "⟦1⟧", "is 1; true or false is expected"),
        ("list", "⟦a⟧", "is the text “a”; a list is expected"),
        ("mapping", "⟦true⟧", "is true; a mapping is expected"),
        ("string", "⟦{a: 1}⟧", "is a mapping; text is expected"),
        ("date", "⟦11/12/2025⟧", "can mean 2025-12-11 or 2025-11-12: write one of them"),
        ("date", "⟦soon⟧", "which is no date: write year-month-day"),
        ("date", "⟦2025-13-40⟧", "no date"),
        ("date", "⟦2025-02-30⟧", "no date"),
        ("datetime", "⟦2025-11-27⟧", "no date with a time"),
        ({"type": "string", "max": 5}, "⟦123 567⟧", "is 7 characters long; at most 5 are allowed"),
        ({"type": "string", "min": 5}, "⟦b⟧", "is 1 character long; at least 5 are needed"),
        ({"type": "integer", "max": 5000}, "⟦6000⟧", "is 6,000; the most is 5,000"),
        ({"type": "number", "min": 5}, "⟦2.5⟧", "is 2.5; the least is 5"),
        ({"type": "list", "max": 1}, "⟦[a, b]⟧", "has 2 items; at most 1 is allowed"),
        ({"type": "list", "min": 1}, "⟦[]⟧", "has 0 items; at least 1 is needed"),
        ({"type": "list", "items": "boolean"}, "[true, ⟦2⟧]", "“key”, item 2 is 2; true or false"),
        ({"type": "list", "unique-items": True}, "⟦[a, a]⟧", "holds the same item twice"),
        ({"type": "list", "enum": ["a"]}, "[a, ⟦true⟧]", "item 2 is true; allowed: “a”"),
        ({"type": ["integer", "list"]}, "⟦much⟧", "is the text “much”; a whole number or a list"),
        ({"type": ["string", "list"], "max": 2}, "⟦[a, b, c]⟧", "has 3 items; at most 2 are"),
        ({"type": ["string", "list"], "max": 2}, "⟦abc⟧", "is 3 characters long; at most 2 are"),
        ({"type": "mapping", "fields": {"a": "integer"}}, "{a: ⟦x⟧}", "“key.a” is the text “x”"),
        ({"type": "mapping", "min": 1}, "⟦{}⟧", "has 0 keys; at least 1 is needed"),
        (
            {"type": "mapping", "fields": {"a": {"type": "string", "required": True}}},
            "{b: 1}",
            "“key.a” is missing",
        ),
        ("slug", "⟦rye--bread⟧", "which is no slug: small letters and digits"),
        ("emoji", "⟦🎉🎉⟧", "is “🎉🎉”, which is not one emoji"),
        ("language", "⟦klingon⟧", "is “klingon”, which is no code of a language"),
        ("language", "⟦en-UK⟧", "did you mean “en-GB”?"),
        ("url", "⟦example.com⟧", "is “example.com”, which is no whole address"),
        ("path", '⟦" "⟧', "is “ ”, which is no path of a file"),
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
    key = "⟦key⟧" if "⟦" not in value else "key"
    (violation,) = assert_flags(with_fields(key=field), f"---\n{key}: {value}\n---\n")
    assert words in violation.message
    assert violation.message.startswith("“key")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("string", "2025-11-27"),
        ("date", "2025-11-27"),
        ("date", '"2025-11-27T10:00:00.5+01:00"'),
        ("date", "2025-11-27 10:00"),
        ("date", "2025-11-27 9:05:00 -0400"),
        ("datetime", "2025-11-27 10:00:00 -0500"),
        ("boolean", "true"),
        ("slug", "rye-bread-2"),
        ("slug", '""'),
        ("emoji", "👩‍🍳"),
        ("language", "pt-BR"),
        ("url", "https://example.com/a?b#c"),
        ("path", "../cover.png"),
        ({"type": ["date", "boolean"]}, "false"),
        ({"type": "list", "items": {"enum": ["a", "b"]}}, "[a, b]"),
        ({"type": "mapping", "fields": {"a": "integer"}}, "{a: ~, b: 1}"),
        ({"type": "mapping", "fields": {"a": "slug", "b": "integer"}}, '{a: "", b: ~}'),
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
        ("slug", "⟦Rye Bread⟧", "rye-bread"),
        ("language", "⟦jp⟧", "ja"),
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


@pytest.mark.parametrize(
    ("field", "value", "better"),
    [
        ("boolean", "⟦True⟧", "true"),
        ("boolean", "⟦FALSE⟧ # a comment", "false # a comment"),
        ("boolean", '⟦"true"⟧', "true"),
        ("boolean", "⟦' False '⟧", "false"),
        ("integer", '⟦"3"⟧', "3"),
        ("number", "⟦'2.50'⟧", "2.5"),
        ("number", "⟦'-4'⟧", "-4"),
        ("string", "⟦2019⟧", '"2019"'),
        ("string", "⟦1.10⟧", '"1.10"'),
        ("date", "⟦27/11/2025⟧", "2025-11-27"),
        ("date", "⟦'11/27/2025'⟧", "'2025-11-27'"),
        ("date", "⟦27.11.2025⟧", "2025-11-27"),
        ("date", "⟦2025-1-7⟧", "2025-01-07"),
        ("date", "⟦2025/01/07 10:00⟧", '"2025-01-07T10:00"'),
        ("date", "⟦Nov 27, 2025⟧", "2025-11-27"),
        ("date", "⟦27 novembre 2025⟧", "2025-11-27"),
        ("date", "⟦27. November 2025⟧", "2025-11-27"),
        ("date", "⟦1er août 2025⟧", "2025-08-01"),
        ("date", "⟦27 de noviembre de 2025⟧", "2025-11-27"),
        ("date", "⟦Sun, 02 Jun 2019 14:52:06 GMT⟧", "2019-06-02T14:52:06Z"),
        ({"enum": ["post", "page"]}, "⟦'Post'⟧", "'post'"),
        ({"enum": ["2019"]}, "⟦2019⟧", '"2019"'),
        ({"type": "list", "enum": ["Sourdough", "rye"]}, "[⟦sour-dough⟧, rye]", "[Sourdough, rye]"),
        ({"type": "list", "vocabulary": ["Café"]}, "\n  - ⟦cafe⟧", "\n  - Café"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_value_that_says_the_same_otherwise_is_rewritten(
    field: Any, value: str, better: str, newline: str
) -> None:
    before, after = (
        f"---\n# A comment\nkey:   {it}\nother: [ a,b ]\n---\n" for it in (value, better)
    )
    assert_flags(
        with_fields(key=field), before.replace("\n", newline), after.replace("\n", newline)
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("string", "⟦true⟧"),
        ("string", "⟦[2019]⟧"),
        ("integer", '⟦"007"⟧'),
        ("integer", '⟦"3.5"⟧'),
        ("boolean", '⟦"1"⟧'),
        ("list", "⟦a⟧"),
        ("date", "⟦11/12/2025⟧"),
        ("date", "⟦30 February 2025⟧"),
        ("date", "⟦1 jui 2025⟧"),
        ("date", "⟦27/11/25⟧"),
        ("datetime", "⟦27/11/2025⟧"),
        ({"type": "list", "enum": ["geo"]}, "[geo, ⟦GEO⟧]"),
        ({"enum": ["Geo", "geo"]}, "⟦GEO⟧"),
        ({"enum": ["c", "c++"]}, "⟦C#⟧"),
    ],
)
def test_what_was_meant_is_not_guessed(field: Any, value: str) -> None:
    assert_flags(with_fields(key=field), f"---\nkey: {value}\n---\n")


def test_capitals_of_true_are_a_hint() -> None:
    (violation,) = violations(with_fields(draft="boolean"), "---\ndraft: True\n---\n")
    assert violation.level is Severity.INFO
    assert violation.message == "“draft” is written “True”: “true” is usual"
    assert_flags(with_fields(draft="string"), "---\ndraft: ⟦True⟧\n---\n")


def test_a_word_of_a_vocabulary_is_told_with_its_file() -> None:
    rule = with_fields(tags={"type": "list", "vocabulary": {"tags.txt": ["bread", "cake"]}})
    (violation,) = assert_flags(rule, "---\ntags: [cake, ⟦braed⟧]\n---\n")
    assert violation.message == (
        "“tags”, item 2 is “braed”, which tags.txt does not have; did you mean “bread”?"
    )
    (violation,) = assert_flags(rule, "---\ntags: [⟦meat⟧]\n---\n")
    assert violation.message == "“tags”, item 1 is “meat”, which tags.txt does not have"


@pytest.mark.parametrize(
    ("fields", "lines", "words"),
    [
        (
            {"a": {"type": "string", "not-equal": "b"}},
            "b: Rye  bread.\na: ⟦rye bread⟧",
            "“a” says the same as “b”",
        ),
        (
            {"mod": {"type": "date", "not-before": "date"}},
            "date: 2025-02-01\nmod: ⟦2025-01-31⟧",
            "“mod” is “2025-01-31”, which is before “date” (2025-02-01)",
        ),
        (
            {"seo": {"type": "mapping", "fields": {"a": {"not-equal": "b"}}}},
            "seo:\n  a: ⟦x⟧\n  b: X",
            "“seo.a” says the same as “b”",
        ),
    ],
)
def test_two_keys_are_compared(fields: Any, lines: str, words: str) -> None:
    (violation,) = assert_flags(FrontMatterSchema(fields=fields), f"---\n{lines}\n---\n")
    assert words in violation.message


@pytest.mark.parametrize(
    "lines",
    [
        "a: Rye\nb: Oat",
        "a: Rye",
        "a: [Rye]\nb: [Rye]",
        "mod: 2025-02-01\ndate: 2025-02-01T10:00:00Z",
        "mod: 2025-02-02\ndate: 2025-02-01",
        "mod: soon\ndate: 2025-02-01",
        "mod: 2025-01-31\ndate: 2025-02-01T00:30:00+09:00",
    ],
)
def test_two_keys_may_be_so(lines: str) -> None:
    rule = with_fields(a={"not-equal": "b"}, mod={"type": ["date", "string"], "not-before": "date"})
    assert_flags(rule, f"---\n{lines}\n---\n")


@pytest.mark.parametrize(
    ("path", "line", "words"),
    [
        ("posts/rye.md", "slug: ⟦oat⟧", "“slug” is “oat”, but the file is named “rye”"),
        ("posts/2025-01-31-rye.md", "slug: ⟦oat⟧", "but the file is named “rye”"),
        ("posts/rye/index.md", "slug: ⟦oat⟧", "but the file is named “rye”"),
        (
            "2025-01-31-rye.md",
            "date: ⟦2025-01-30⟧",
            "“date” is “2025-01-30”, but the file's name says 2025-01-31",
        ),
        ("2025-01-31-rye.md", "date: ⟦2025-02-02T10:00:00Z⟧", "says 2025-01-31"),
    ],
)
def test_a_value_fits_the_name_of_the_file(path: str, line: str, words: str) -> None:
    rule = with_fields(**NAMED)
    (violation,) = assert_flags(rule, f"---\n{line}\n---\n", path=path)
    assert words in violation.message


NAMED = {"slug": {"type": "slug", "file-name": True}, "date": {"type": "date", "file-name": True}}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("posts/rye.md", "slug: rye"),
        ("posts/Rye_Bread.md", "slug: rye-bread"),
        ("posts/2025-01-31-rye.md", "slug: rye"),
        ("posts/2025-01-31-10-ryes.md", "slug: 10-ryes"),
        ("posts/03-rye.md", "slug: rye"),
        ("posts/03-rye.md", "slug: 03-rye"),
        ("posts/2025-01-31-rye.md", "slug: 2025-01-31-rye"),
        ("posts/rye.fr.md", "slug: rye"),
        ("posts/rye/index.md", "slug: rye"),
        ("index.md", "slug: rye"),
        ("2025-01-31-rye.md", "date: 2025-02-01T01:00:00Z"),
        ("2025-02-31-rye.md", "date: 2025-02-01"),
        ("rye.md", "date: 2025-02-01"),
        ("rye.md", 'slug: "{{ .Name }}"'),
    ],
)
def test_a_value_may_fit_the_name_so(path: str, line: str) -> None:
    assert_flags(with_fields(**NAMED), f"---\n{line}\n---\n", path=path)


DRAFT = {"type": "boolean", "required": True, "default": False}


@pytest.mark.parametrize(
    ("fields", "before", "after"),
    [
        ({"draft": DRAFT}, "a: 1", "a: 1\ndraft: false"),
        ({"a": "integer", "draft": DRAFT, "b": "integer"}, "b: 1\na: 1\nc: 1", None),
        (
            {"a": "integer", "draft": DRAFT},
            "b: 1\na: 1\nc: 1",
            "b: 1\na: 1\ndraft: false\nc: 1",
        ),
        (
            {"draft": {**DRAFT, "insert-after": "b"}, "a": "integer"},
            "a: 1\nb: 1\nc: 1",
            "a: 1\nb: 1\ndraft: false\nc: 1",
        ),
        (
            {"draft": {**DRAFT, "insert-after": ["b", "a"]}},
            "a: 1\nb: 1\nc: 1",
            "a: 1\nb: 1\ndraft: false\nc: 1",
        ),
        (
            {"lang": {"type": "language", "required": True, "default": "fr"}},
            "a: 1",
            "a: 1\nlang: fr",
        ),
    ],
)
def test_a_missing_key_with_a_default_is_added(fields: Any, before: str, after: str | None) -> None:
    after = after or before.replace("a: 1", "a: 1\ndraft: false")
    assert_flags(
        FrontMatterSchema(fields=fields),
        f"⟦---⟧\n{before}\n---\nText\n",
        f"---\n{after}\n---\nText\n",
    )


def test_an_empty_value_with_a_default_is_filled() -> None:
    assert_flags(with_fields(draft=DRAFT), "---\n⟦draft⟧:\n---\n", "---\ndraft: false\n---\n")


def test_a_default_date_is_written_as_one() -> None:
    rule = with_fields(date={"type": "date", "required": True, "default": "2025-01-31"})
    after = "---\ndate: 2025-01-31\n---\n"
    assert_flags(rule, "---\n⟦date⟧:\n---\n", after)
    assert_flags(rule, "⟦---⟧\na: 1\n---\n", "---\na: 1\ndate: 2025-01-31\n---\n")


def test_an_empty_text_is_no_date() -> None:
    (violation,) = assert_flags(
        with_fields(date={"type": "date", "required": True}), '---\n⟦date⟧: ""\n---\n'
    )
    assert violation.message == "“date” is empty"
    assert_flags(with_fields(date="date"), '---\ndate: ""\n---\n')


REQUIRED = {"type": "string", "required": True}


def test_what_is_required() -> None:
    rule = with_fields(title=REQUIRED, date="date", slug=REQUIRED)
    found = assert_flags(rule, "⟦---⟧\nslug: a\n---\n")
    assert [violation.message for violation in found] == ["“title” is missing: add it"]
    rule = with_fields(title="string", date={"type": "date", "required": True}, tags="list")
    (violation,) = assert_flags(rule, "⟦---⟧\ntags: []\ntitle: a\n---\n")
    assert violation.message == "“date” is missing: add it below “title”"
    rule = with_fields(title=REQUIRED, date="date", slug=REQUIRED)
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
        least=Applicability.UNSAFE,
    )
    (violation,) = assert_flags(
        rule,
        "---\ndescription: a\n⟦Image⟧: b\n---\n",
        "---\ndescription: a\nimage: b\n---\n",
    )
    assert violation.level is Severity.WARNING
    assert_flags(rule, "---\ndescription: a\nimages: b\nimage: c\n---\n")
    (violation,) = assert_flags(with_fields(image="string"), "---\n⟦imgae⟧: b\n---\n")
    assert violation.level is Severity.WARNING


def test_of_two_misspelt_keys_none_is_meant() -> None:
    rule = FrontMatterSchema(fields={"pubDate": REQUIRED}, extra="warn")
    found = assert_flags(rule, "⟦---⟧\n⟦pub-date⟧: a\n⟦pubdate⟧: b\n---\n")
    assert "did you mean" not in found[1].message
    assert found[0].message == "“pubDate” is missing: add it"


@pytest.mark.parametrize(("key", "level"), [("Title", Severity.INFO), ("tilte", Severity.ERROR)])
def test_hugo_does_not_tell_capitals_of_keys_apart(key: str, level: Severity) -> None:
    text, path = f"---\n{key}: a\n---\n", "content/a.md"
    (violation,) = violations(with_fields(title=REQUIRED), text, path, {"hugo.toml": ""})
    assert violation.level is level


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
        ("title: ok\ntags:\n  - a\n  - ⟦true⟧", "“tags”, item 2 is true"),
        ("title: ok\nsize: ⟦huge⟧", "“size” is"),
        ("title: ok\nkind: ⟦page⟧", "allowed: “post”"),
        ("title: ok\nwhen: ⟦2025-01-31⟧", "no date with a time"),
        ("title: ok\nodd: ⟦1⟧", "“odd” is 1, which the schema does not allow here"),
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
        "“title” is missing: add it",
        "“zzz” is not a key of this front matter",
    ]


@pytest.mark.parametrize(
    "text", ['+++\ntitle = ⟦"B"⟧\n+++\n', '{"title": ⟦"B"⟧}\n', "+++\ntitle = ⟦'B'⟧\n+++\n"]
)
def test_toml_and_json_are_compared_too(text: str) -> None:
    assert_flags(FrontMatterSchema(schema=SCHEMA), text)


def test_a_value_inside_a_toml_value_is_shown_at_the_value() -> None:
    text = '+++\ntitle = "ok"\ntags = ["a", ⟦1⟧]\n+++\n'
    fixed = '+++\ntitle = "ok"\ntags = ["a", "1"]\n+++\n'
    assert_flags(FrontMatterSchema(schema=SCHEMA), text, fixed)


def test_an_item_of_a_toml_list_is_rewritten() -> None:
    rule = with_fields(tags={"type": "list", "enum": ["rye"]})
    assert_flags(rule, '+++\ntags = [⟦"Rye"⟧]\n+++\n', '+++\ntags = ["rye"]\n+++\n')


def test_a_schema_of_the_whole_is_shown_at_the_fence() -> None:
    rule = FrontMatterSchema(schema={"maxProperties": 1})
    (violation,) = assert_flags(rule, "⟦---⟧\na: 1\nb: 2\n---\n")
    assert violation.message == "The front matter has 2 keys; at most 1 is allowed"


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
        ({"fields": {"a": {"type": [["string"]]}}}, "fields", "unknown type"),
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
        ({"fields": {"a": {"type": []}}}, "fields", "must not be an empty list"),
        (
            {"fields": {"a": {"type": "integer", "min": 5, "max": 1}}},
            "fields",
            "is more than “max”",
        ),
        ({"fields": {"a": {"type": "list", "pattern": "a"}}}, "fields", "say it under “items”"),
        ({"fields": {"a": {"type": "integer", "pattern": "a"}}}, "fields", "a type that is text"),
        ({"fields": {"a": {"unique-items": True}}}, "fields", "needs the type list"),
        ({"fields": {"a": {"type": "string", "fields": {}}}}, "fields", "needs the type mapping"),
        (
            {"fields": {"a": {"type": "mapping", "fields": []}}},
            "fields",
            "“fields” of “a” must map",
        ),
        ({"fields": {"a": {"type": "string", "not-before": "b"}}}, "fields", "date or datetime"),
        ({"fields": {"a": {"not-equal": "a"}}}, "fields", "the name of another key"),
        ({"fields": {"a": {"not-equal": 1}}}, "fields", "the name of another key"),
        (
            {"fields": {"a": {"type": "list", "file-name": True}}},
            "fields",
            "needs one of the types",
        ),
        ({"fields": {"a": {"unique": "yes"}}}, "fields", "“unique” of “a” must be true or false"),
        ({"fields": {"a": {"insert-after": [1]}}}, "fields", "a key, or a list of keys"),
        ({"fields": {"a": {"vocabulary": "tags.txt"}}}, "fields", "was not loaded: “tags.txt”"),
        ({"fields": {"a": {"vocabulary": []}}}, "fields", "the path of a file, or a list"),
        (
            {"fields": {"a": {"vocabulary": {"a.txt": 1}}}},
            "fields",
            "the path of a file, or a list",
        ),
        ({"fields": {"a": {"enum": [1], "vocabulary": [1]}}}, "fields", "one of them is enough"),
        (
            {"fields": {"a": {"type": "integer", "default": "x"}}},
            "fields",
            "is the text “x”; a whole",
        ),
        (
            {"fields": {"a": {"type": "mapping", "fields": {"b": {"enum": [1], "default": 2}}}}},
            "fields",
            "“default” of “b” is 2; allowed: 1",
        ),
        ({"schema": {"$schema": []}}, "schema", "“$schema” must be an address"),
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


UNION = {
    "anyOf": [
        {"type": "string", "format": "date-time"},
        {"type": "string", "format": "date"},
        {"type": "integer"},
    ]
}
KINDS = {
    "oneOf": [
        {
            "type": "object",
            "properties": {"kind": {"const": "image"}, "src": {"type": "string"}},
            "required": ["kind", "src"],
        },
        {
            "type": "object",
            "properties": {"kind": {"const": "video"}, "url": {"type": "string"}},
            "required": ["kind", "url"],
        },
    ]
}


@pytest.mark.parametrize(
    ("schema", "value", "words"),
    [
        (UNION, "⟦soon⟧", "which is no date: write year-month-day"),
        (UNION, "⟦true⟧", "is true; text or a whole number is expected"),
        (KINDS, "{kind: video}", "“key.url” is missing"),
        (KINDS, "{kind: video, src: x}", "“key.url” is missing"),
        (KINDS, "{kind: image, src: ⟦[]⟧}", "“key.src” is a list; text is expected"),
        ({"oneOf": [{"minLength": 1}, {"maxLength": 9}]}, "⟦a⟧", "fits more than one of the forms"),
        ({"not": {"const": "a"}}, "⟦a⟧", "is “a”, which the schema does not allow here"),
        ({"contains": {"type": "integer"}}, "⟦[a]⟧", "does not hold the items that are needed"),
        ({"prefixItems": [True], "items": False}, "⟦[a, b]⟧", "more items than are allowed"),
        ({"dependentRequired": {"a": ["b"]}}, "{a: 1}", "“key.b” is missing, which goes with “a”"),
        ({"propertyNames": {"maxLength": 1}}, "{⟦ab⟧: 1}", "“key.ab” is no key that is allowed"),
        ({"if": {"minLength": 2}, "then": {"pattern": "^x"}}, "⟦ab⟧", "does not match “^x”"),
        (False, "⟦a⟧", "is “a”, which the schema does not allow here"),
        ({"x-not-equal": {"a": "b"}}, "{a: ⟦1 a⟧, b: 1 A}", "“key.a” says the same as “b”"),
        ({"format": "x-slug"}, "⟦A⟧", "which is no slug"),
        (
            {"pattern": "^a", "errorMessage": {"pattern": "Begin with an a."}},
            "⟦b⟧",
            "“key” is “b”: Begin with an a",
        ),
        ({"enum": list("abcdefghijkl")}, "⟦z⟧", "“i”, “j” …"),
    ],
)
def test_all_that_a_schema_can_say_is_told_in_plain_words(
    schema: Any, value: str, words: str
) -> None:
    key = "⟦key⟧" if "⟦" not in value else "key"
    rule = FrontMatterSchema(schema={"properties": {"key": schema}})
    (violation,) = assert_flags(rule, f"---\n{key}: {value}\n---\n")
    assert words in violation.message


def test_the_dialect_of_a_schema_counts() -> None:
    told = {"properties": {"a": {"minimum": 1, "exclusiveMinimum": True}}}
    fourth = {"$schema": "http://json-schema.org/draft-04/schema#", **told}
    assert_flags(FrontMatterSchema(schema=fourth), "---\na: ⟦1⟧\n---\n")
    with pytest.raises(OptionError, match="no JSON Schema"):
        FrontMatterSchema(schema=told)
    seventh = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "definitions": {"a": {"items": [{"type": "string"}], "additionalItems": False}},
        "properties": {"a": {"$ref": "#/definitions/a"}},
    }
    assert_flags(FrontMatterSchema(schema=seventh), "---\na: ⟦[x, y]⟧\n---\n")


def test_a_default_of_a_schema_is_added_too() -> None:
    schema = {"required": ["a"], "properties": {"a": {"type": "string", "default": "x"}}}
    assert_flags(FrontMatterSchema(schema=schema), "⟦---⟧\nb: 1\n---\n", "---\nb: 1\na: x\n---\n")


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("title: Rye: bread\ndraft: ⟦1⟧", ["“draft” is 1; true or false is expected"]),
        ("tags: [a, b\ndraft: ⟦1⟧", ["“draft” is 1; true or false is expected"]),
        ("tags: [a, b\ndrafts: 1\ndate: false", []),
        ("draft: ⟦1⟧\na: x\na: y", ["“draft” is 1; true or false is expected"]),
    ],
)
def test_what_is_sound_of_a_damaged_block_is_compared(lines: str, words: list[str]) -> None:
    rule = with_fields(title={"type": "string", "max": 5}, tags="list", draft="boolean", date=DRAFT)
    if "a: y" in lines:
        rule = with_fields(draft="boolean")
    found = assert_flags(rule, f"---\n{lines}\n---\n")
    assert [violation.message for violation in found] == words


ASTRO = """{"$ref": "#/definitions/blog", "$schema": "http://json-schema.org/draft-07/schema#",
"definitions": {"blog": {"type": "object", "additionalProperties": false, "required": ["pubDate"],
"properties": {"pubDate": {"type": "string", "format": "date"}, "title": {"type": "string"},
"emoji": {"type": "string", "pattern": "^\\\\p{Emoji}$"}}}}}"""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/content/blog/a.md", "---\npubDate: ⟦soon⟧\nextra: 1\nemoji: x\n---\n"),
        ("src/content/blog/deep/a.md", "---\n⟦pubdate⟧: 2025-01-31\n---\n"),
        ("src/content/blog/a.md", "⟦Text⟧\n"),
        ("src/content/blog/_a.md", "Text\n"),
        ("src/content/other/a.md", "Text\n"),
        ("src/pages/a.md", "Text\n"),
    ],
)
def test_the_schema_that_astro_wrote_is_used(path: str, text: str) -> None:
    files = {"astro.config.mjs": "", ".astro/collections/blog.schema.json": ASTRO}
    found = assert_flags(
        FrontMatterSchema(),
        text,
        text.replace("⟦pubdate⟧", "pubDate") if "pubdate" in text else None,
        path=path,
        files=files,
    )
    assert len(found) == text.count("⟦")
    assert_flags(with_fields(other="string"), "---\npubDate: soon\n---\n", path=path, files=files)


@pytest.mark.parametrize("schema", ["", "[]", "{", '{"type": 1}', "[" * 9999])
def test_what_is_no_schema_of_astro_is_passed_over(schema: str) -> None:
    files = {"astro.config.mjs": "", ".astro/collections/blog.schema.json": schema}
    assert_flags(FrontMatterSchema(), "Text\n", path="src/content/blog/a.md", files=files)


WORDS = st.sampled_from(
    ["", " ", "a", "B", "ab", "rye-bread", "2025-01-31", "2025-02-30", "🎉", "fr"]
)
SCALARS = st.one_of(
    WORDS, st.integers(-2, 5), st.sampled_from([True, False, 1.0, 2.5, None]), st.text(max_size=3)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner),
    max_leaves=6,
)
NAMES = "string integer number boolean date datetime list mapping slug emoji language path url"
TYPES = st.sampled_from(NAMES.split())


@st.composite
def fields(draw: st.DrawFn, depth: int = 0) -> dict[str, Any]:
    """A field that the settings may hold."""
    kinds = draw(st.lists(TYPES, min_size=1, max_size=2, unique=True))
    field: dict[str, Any] = {"type": kinds}
    if draw(st.booleans()):
        field["required"] = draw(st.booleans())
    if draw(st.booleans()):
        field["enum"] = draw(st.lists(SCALARS, min_size=1, max_size=3))
    if {"string", "list", "mapping", "integer", "number"} & set(kinds) and draw(st.booleans()):
        field[draw(st.sampled_from(["min", "max"]))] = draw(st.integers(0, 2))
    if "list" in kinds and draw(st.booleans()):
        field["unique-items"] = True
    if "list" in kinds and depth < 2 and draw(st.booleans()):
        field["items"] = draw(fields(depth + 1))
    if "mapping" in kinds and depth < 2 and draw(st.booleans()):
        field["fields"] = {name: draw(fields(depth + 1)) for name in "ab"}
    return {**field, **draw(st.sampled_from([{}, {}, {"not-equal": "c"}]))}


@given(st.fixed_dictionaries({"a": fields(), "b": fields()}), VALUES, VALUES, VALUES)
@settings(max_examples=80, deadline=None)
def test_what_is_told_quickly_is_what_the_validator_says(
    told: Any, one: Any, other: Any, third: Any
) -> None:
    """Data that quickly counts as right is right; the rest is left to the validator."""
    schema = compiled(told)
    check = quick(schema)
    assert check is not None
    validator = validator_of(schema)
    for data in ({}, {"a": one}, {"a": one, "b": other, "c": third}):
        if check(data):
            assert list(validator.iter_errors(data)) == []
            assert list(shape(key_of(told, {})).compare(data)) == []
        if quick(schema, of_fields=True)(data):  # type: ignore[misc]
            assert list(shape(key_of(told, {})).compare(data)) == []


@pytest.mark.parametrize(
    ("schema", "data", "sure"),
    [
        (SCHEMA, {"title": "ok", "tags": ["a", "b"]}, None),
        ({"properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": True}}, {"a": 1}, True),
        ({"properties": {"a": {"$ref": "#"}}}, {"a": {}}, None),
        ({"properties": {"a": {"$ref": "#/x"}}}, {"a": {}}, None),
        ({"properties": {"a": {"$ref": "x"}}}, {"a": {}}, None),
        ({"properties": {"a": {"type": "date"}}}, {"a": 1}, None),
        ({"properties": {"a": UNION}}, {"a": "2025-01-31"}, True),
        ({"properties": {"a": UNION}}, {"a": "soon"}, False),
        ({"additionalProperties": False}, {"a": 1}, False),
        ({"additionalProperties": {"type": "integer"}}, {"a": 1}, True),
        ({"additionalProperties": {"type": "integer"}}, {"a": "x"}, False),
        ({"properties": {"a": {"format": "uri"}}}, {"a": "x"}, True),
        ({"properties": {"a": {"uniqueItems": False}}}, {"a": [1, 1]}, True),
        ({"x-not-before": {"a": "b"}}, {"a": "2025-01-31", "b": "2025-02-01"}, False),
        ({"x-not-before": {"a": "b"}}, {"a": "2025-02-01", "b": "2025-02-01"}, True),
        ({"x-not-equal": {"a": "b"}}, {"a": "Rye.", "b": "rye"}, False),
        ({"required": ["a"]}, {"a": None}, True),
    ],
)
def test_most_schemas_are_compared_quickly(schema: Any, data: Any, sure: bool | None) -> None:
    check = quick(schema)
    assert (check and check(data)) is sure


@pytest.mark.parametrize("piece", ["a:/", "🎉\u200d", "1 de ", "-a", "x-"])
def test_hostile_values_are_compared_in_linear_time(linear: Any, piece: str) -> None:
    told = {name: name for name in ("date", "url", "emoji", "language")}
    rule = FrontMatterSchema(fields={**told, "slug": {"type": "slug", "file-name": True}})
    linear(
        lambda count: violations(
            rule,
            "---\n" + "".join(f'{key}: "{piece * count}"\n' for key in rule.fields) + "---\n",
        ),
        1500,
    )


def test_many_wrong_words_are_told_in_linear_time(linear: Any) -> None:
    rule = with_fields(tags={"type": "list", "enum": ["bread", "cake"]})
    linear(lambda count: violations(rule, f"---\ntags: [{'braed, ' * count}x]\n---\n"), 50)
