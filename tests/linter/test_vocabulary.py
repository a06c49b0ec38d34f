from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import pytest

from contentlint import FIELDS, Help, OptionError
from contentlint.config import ConfigError, load


@pytest.fixture
def fielded(registry, toys):
    @dataclass(frozen=True, kw_only=True)
    class Fielded(toys.Quiet):
        """Fielded."""

        name = "fielded"
        of_collections = ("fields",)
        fields: Annotated[Mapping[str, Any], Help("Fields.", FIELDS)] = field(default_factory=dict)

        def __post_init__(self) -> None:
            if "wrong" in self.fields:
                raise OptionError("fields", "is wrong")

    return {**registry, "fielded": Fielded}


def _fields(registry, site, text):
    config = load(registry, Path(site("conf/contentlint.yaml", text)))
    return config.resolve("page.md")["fielded"].options["fields"]


def _words(registry, site, name):
    text = f"rules: {{fielded: {{fields: {{a: {{vocabulary: {name}}}}}}}}}\n"
    return _fields(registry, site, text)["a"]["vocabulary"][name]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", "# Words\nbread\n\n  cake \nbread\n#tag\n#\n", ["bread", "cake", "#tag"]),
        ("a.TXT", "\ufeff2019\r\n007\r\n", ["2019", 2019, "007"]),
        ("a.yaml", "- bread\n- 2019\n- no\n- true\n", ["bread", 2019, "no", True]),
        ("b/a.yml", "bread: {name: Bread}\ncake:\n", ["bread", "cake"]),
        ("a.json", '["bread", 2019]', ["bread", 2019]),
        ("a.json", '{"bread": 1, "cake": {}}', ["bread", "cake"]),
    ],
)
def test_the_words_of_a_file(fielded, site, name, content, words):
    site(f"conf/{name}", content)
    assert _words(fielded, site, name) == words


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", None, r"cannot read the vocabulary a\.txt: no such file"),
        ("a.txt", b"\xff", r"the vocabulary a\.txt is not UTF-8"),
        ("a.txt", "# nothing\n", r"the vocabulary a\.txt holds no words"),
        ("a.json", "[]", r"the vocabulary a\.json holds no words"),
        ("a.yaml", "- [a]\n", r"the vocabulary a\.yaml cannot be read: each entry must be a text"),
        ("a.yaml", "-\n", r"each entry must be a text"),
        ("a.yaml", "bread\n", r"cannot be read: a list or a mapping is needed"),
        ("a.yaml", "a: &a [*a]\n", r"cannot be read: aliases are not read here"),
        ("a.json", "3", r"cannot be read: a list or a mapping is needed"),
        ("a.json", "[" * 100_000, r"the vocabulary a\.json cannot be read"),
        ("a.json", "{", r"the vocabulary a\.json cannot be read"),
        ("a.csv", "a,b\n", r"the vocabulary a\.csv must end in \.txt, \.yaml, \.yml or \.json"),
        ("a.txt", "a\n" * 600_000, r"the vocabulary a\.txt has over 1,000,000 bytes"),
    ],
)
def test_a_file_without_words_is_told_at_its_place(fielded, site, name, content, problem):
    if content is not None:
        site(f"conf/{name}", content)
    with pytest.raises(ConfigError, match=r"contentlint\.yaml:1:\d+: .*" + problem):
        _words(fielded, site, name)


def test_what_is_no_file_is_not_waited_for(fielded, site, tmp_path):
    (tmp_path / "conf" / "a.txt").mkdir(parents=True)
    with pytest.raises(ConfigError, match=r"the vocabulary a\.txt: it is no file"):
        _words(fielded, site, "a.txt")


def test_vocabularies_are_found_at_any_depth(fielded, site):
    site("conf/t.txt", "a\n")
    text = """\
collections:
  posts:
    files: ["**"]
    fields:
      vocabulary: string
      tags: {type: list, items: {vocabulary: t.txt}}
      seo: {type: mapping, fields: {items: {vocabulary: t.txt}, x: date}}
      own: {vocabulary: [b]}
"""
    loaded = {"t.txt": ["a"]}
    assert _fields(fielded, site, text) == {
        "vocabulary": "string",
        "tags": {"type": "list", "items": {"vocabulary": loaded}},
        "seo": {"type": "mapping", "fields": {"items": {"vocabulary": loaded}, "x": "date"}},
        "own": {"vocabulary": ["b"]},
    }


def test_findings_depend_on_the_words(fielded, site):
    text = "rules: {fielded: {fields: {a: {vocabulary: t.txt}}}}\n"
    prints = []
    for word in "ab":
        site("conf/t.txt", word)
        file = Path(site("conf/contentlint.yaml", text))
        prints.append(load(fielded, file).fingerprint())
    assert prints[0] != prints[1]


def test_an_option_of_another_rule_is_told_with_its_home(fielded, site):
    with pytest.raises(ConfigError, match=r"no option “fields”; the rule “fielded” has: .*“collec"):
        load(fielded, Path(site("contentlint.yaml", "rules: {swap: {fields: {a: date}}}\n")))


def test_the_collection_that_is_wrong_is_blamed(fielded, site):
    text = "collections:\n" + "".join(
        f"  {name}:\n    files: [{name}]\n    fields: {{{name}: date}}\n"
        for name in ("a", "wrong", "b")
    )
    with pytest.raises(ConfigError, match=r":7:\d+: the option “fields” of the rule “fielded”"):
        load(fielded, Path(site("contentlint.yaml", text)))
