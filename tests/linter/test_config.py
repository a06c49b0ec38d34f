import json
from pathlib import Path

import jsonschema
import pytest

from contentlint.config import Config, ConfigError, find, json_schema, load
from contentlint.violation import Severity


def _rules(config, path="page.md"):
    return {each.rule.name: (each.rule, each.severity) for each in config.rules_for(path)}


def _load(registry, site, text, name="contentlint.yaml"):
    return load(registry, Path(site(name, text)))


def test_without_a_file_the_defaults_hold(registry, site):
    config = load(registry)
    assert config.file is None
    assert set(_rules(config)) == {"swap", "maybe"}
    assert config.fail_on is Severity.WARNING


@pytest.mark.parametrize(
    "name", ["contentlint.yaml", "contentlint.yml", ".contentlint.yaml", ".contentlint.yml"]
)
def test_a_file_is_found_upwards(registry, site, tmp_path, monkeypatch, name):
    site(name, "paths: [docs]\n")
    site("a/b/page.md")
    monkeypatch.chdir(tmp_path / "a" / "b")
    config = load(registry)
    assert (config.paths, config.root) == (("docs",), tmp_path)


def test_the_nearest_file_wins_and_a_project_without_settings_is_passed(site, tmp_path):
    site("contentlint.yaml", "")
    site("a/pyproject.toml", "[project]\n")
    site("a/b/pyproject.toml", "[tool.contentlint]\n")
    assert find(tmp_path / "a" / "b") == tmp_path / "a/b/pyproject.toml"
    assert find(tmp_path / "a") == tmp_path / "contentlint.yaml"


def test_everything_can_be_said_in_yaml(registry, site):
    text = """\
paths: [content, docs]
exclude: ["drafts/**"]
extensions: [MD, .txt]
select: [toys, quiet]
ignore: [maybe]
fail-on: never
max-findings: 0
rules:
  swap: {severity: warning, word: x, most: 5, words: [a, b], limit: null}
"""
    config = _load(registry, site, text)
    assert config.paths == ("content", "docs")
    assert config.extensions == (".md", ".txt")
    assert (config.fail_on, config.max_findings) == (None, 0)
    rules = _rules(config)
    assert set(rules) == {"swap", "quiet"}
    swap, severity = rules["swap"]
    assert (swap.word, swap.most, swap.words, swap.limit) == ("x", 5, ("a", "b"), None)
    assert severity is Severity.WARNING


def test_the_same_can_be_said_in_toml(registry, site):
    text = (
        '[tool.contentlint]\npaths = ["a"]\n[tool.contentlint.rules]\nswap = "off"\nquiet = true\n'
    )
    config = _load(registry, site, text, "pyproject.toml")
    assert (config.paths, set(_rules(config))) == (("a",), {"maybe", "quiet"})
    alone = _load(registry, site, 'fail-on = "error"\n', "own.toml")
    assert alone.fail_on is Severity.ERROR


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("swap: off", {"maybe": 1}),
        ("toys: off", {}),
        ("toys: off\n  maybe: on", {"maybe": 1}),
        ("maybe: error\n  toys: off", {"maybe": 2}),
        ("toys: info", {"swap": 0, "maybe": 0}),
        ("others: on", {"swap": 2, "maybe": 1, "quiet": 0, "fragile": 2}),
        ("others: warning", {"swap": 2, "maybe": 1}),
        ("others: {severity: warning}", {"swap": 2, "maybe": 1}),
        ("quiet: error", {"swap": 2, "maybe": 1, "quiet": 2}),
        ("quiet: {}", {"swap": 2, "maybe": 1, "quiet": 0}),
        ("quiet: {severity: on}", {"swap": 2, "maybe": 1, "quiet": 0}),
        ("swap: {severity: off}", {"maybe": 1}),
    ],
)
def test_levels_of_rules_and_families(registry, site, rules, expected):
    config = _load(registry, site, f"rules:\n  {rules}\n")
    assert {name: severity for name, (_, severity) in _rules(config).items()} == expected


def test_an_option_may_be_written_with_either_dash(registry, site, toys):
    from dataclasses import dataclass

    @dataclass(frozen=True, kw_only=True)
    class Long(toys.Quiet):
        """Long."""

        name = "long"
        two_words: int = 1

    registry = {**registry, "long": Long}
    for key in ("two-words", "two_words"):
        config = _load(registry, site, f"rules: {{long: {{{key}: 7}}}}\n")
        assert _rules(config)["long"][0].two_words == 7


def test_selecting_and_ignoring(registry):
    config = Config(registry)
    assert set(_rules(config.choosing(["quiet"]))) == {"quiet"}
    assert set(_rules(config.choosing(["toys"]))) == {"swap", "maybe"}
    assert set(_rules(config.choosing(["others"]))) == set()
    assert set(_rules(config.choosing([], ["toys"]))) == set()
    assert set(_rules(config.choosing([], ["swap"]))) == {"maybe"}
    with pytest.raises(
        ConfigError, match=r"no rule or family named “swop”\. Did you mean “swap”\?"
    ):
        config.choosing(["swop"])


def test_a_selection_replaces_that_of_the_file_and_more_is_ignored_on_top(registry, site):
    config = _load(registry, site, "select: [swap, maybe, quiet]\nignore: [maybe]\n")
    assert set(_rules(config.choosing())) == {"swap", "quiet"}
    assert set(_rules(config.choosing(["maybe", "quiet"]))) == {"quiet"}
    assert set(_rules(config.choosing([], ["swap"]))) == {"quiet"}


def test_a_rule_called_like_a_family_is_meant_by_the_name(registry, toys):
    class Toys(toys.Quiet):
        """Toys."""

        name = "toys"

    config = Config({**registry, "toys": Toys})
    assert set(_rules(config.choosing(["toys"]))) == {"toys"}
    assert set(_rules(config.choosing([], ["toys"]))) == {"swap", "maybe"}


def test_a_collection_says_what_its_pages_hold(registry, toys, site):
    class Held(toys.Swap):
        """Held."""

        name = "held"
        of_collections = ("word",)

    registry = {**registry, "held": Held}
    site(
        "contentlint.yaml",
        "collections:\n  posts: {files: [posts/**], word: x}\n"
        "overrides:\n  - files: [posts/b.md]\n    rules: {held: {word: y}}\n",
    )
    config = load(registry)
    words = [config.resolve(f"posts/{name}.md")["held"].options["word"] for name in "ab"]
    assert words == ["x", "y"]
    assert config.resolve("c.md")["held"].options == {}
    site("contentlint.yaml", "rules: {held: off}\ncollections: {posts: {files: [a.md], word: x}}\n")
    assert load(registry).resolve("a.md")["held"].on is False, "it says what holds, no more"
    schema = json_schema(registry)["properties"]["collections"]["additionalProperties"]
    assert list(schema["properties"]) == ["files", "word"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("collections: []\n", "collections must be a mapping"),
        ("collections: {a: {}}\n", "the collection “a” needs “files”"),
        ("collections: {a: {files: [x], word: x}}\n", "the collection “a” cannot have “word”"),
    ],
)
def test_a_collection_is_read_strictly(registry, site, text, words):
    site("contentlint.yaml", text)
    with pytest.raises(ConfigError, match=words):
        load(registry)


def test_overrides_hold_for_their_files_in_order(registry, site):
    text = """\
rules: {swap: {word: base, most: 4}}
overrides:
  - files: ["en/**"]
    rules: {swap: {word: en}}
  - files: ["**/old.md", "archive"]
    rules: {swap: warning, maybe: off}
"""
    config = _load(registry, site, text)
    assert _rules(config)["swap"][0].word == "base"
    en, severity = _rules(config, "en/new.md")["swap"]
    assert (en.word, en.most, severity) == ("en", 4, Severity.ERROR)
    both = _rules(config, "en/old.md")
    assert set(both) == {"swap"}
    assert (both["swap"][0].word, both["swap"][1]) == ("en", Severity.WARNING)
    assert config.rules_for("en/a.md") is config.rules_for("en/b.md")
    assert "maybe" not in _rules(config, "archive/x.md")


def test_patterns_are_relative_to_the_settings(registry, site, tmp_path, monkeypatch):
    text = "overrides: [{files: [/en], rules: {swap: off}}]\n"
    file = tmp_path / site("contentlint.yaml", text)
    site("en/page.md")
    monkeypatch.chdir(tmp_path / "en")
    config = load(registry, file)
    assert "swap" not in _rules(config, "page.md")
    assert "swap" in _rules(config, "../page.md")


def test_the_origin_of_every_decision_is_kept(registry, site):
    text = "rules:\n  swap: warning\noverrides:\n  - files: [a.md]\n    rules: {swap: {word: x}}\n"
    config = _load(registry, site, text).choosing(["swap"])
    swap = config.resolve("a.md")["swap"]
    assert swap.origins == ("default", "contentlint.yaml:2", "contentlint.yaml:5")
    assert config.resolve("a.md")["maybe"].origins == ("default", "select and ignore")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("pathes: []\n", ":1:1: the settings cannot have “pathes”. Did you mean “paths”?"),
        ("zzz: 1\n", "Known are: paths, exclude"),
        ("- a\n", ":1:1: the settings must be a mapping"),
        ("rules: []\n", ":1:1: rules must be a mapping"),
        (
            "rules:\n  swop: off\n",
            ":2:3: there is no rule or family named “swop”. Did you mean “swap”",
        ),
        ("rules:\n  swap: of\n", ":2:3: “swap” must be one of off, on, info, warning, error. Did"),
        ("rules: {swap: {severity: 3}}\n", "severity must be one of"),
        ("rules:\n  swap:\n    wrod: x\n", ":3:5: the rule “swap” has no option “wrod”. Did you"),
        (
            "rules:\n  swap:\n    most: x\n",
            ":3:5: “most” of the rule “swap” must be a whole number",
        ),
        ("rules:\n  swap:\n    word: ''\n", ":3:5: the option “word” of the rule “swap”: must not"),
        ("rules:\n  swap: {most: 100}\n", ":2:3: the rule “swap”: most is too much"),
        ("rules: {toys: {word: x}}\n", "“toys” is a family of rules: it has a severity but no"),
        ("paths: content\n", ":1:1: must be a list of texts"),
        ("paths: [1]\n", ":1:9: must be a text"),
        ("exclude: ['[z-a]']\n", ":1:11: “.z-a.” is not a pattern"),
        (f"exclude: [{'a' * 501}]\n", "a pattern of over 500"),
        ("select: [swop]\n", ":1:10: there is no rule or family named “swop”"),
        ("select: swap\n", "must be a list of names"),
        ("fail-on: sometimes\n", "fail-on must be one of never, info, warning, error"),
        ("max-findings: -1\n", "max-findings must be a whole number"),
        ("max-findings: true\n", "max-findings must be a whole number"),
        ("overrides: {}\n", "must be a list of overrides"),
        ("overrides: [{files: [a]}]\n", ":1:13: an override needs both “files” and “rules”"),
        ("overrides: [{files: [a], rule: {}}]\n", "an override cannot have “rule”. Did you mean"),
        (
            "overrides:\n  - files: [a]\n    rules:\n      swap: {word: ''}\n",
            ":4:14: the option “word” of the rule “swap”: must not be empty",
        ),
        ("a: [\n", ":2:1: not YAML"),
    ],
)
def test_a_fault_is_told_with_its_place(registry, site, text, problem):
    with pytest.raises(ConfigError) as caught:
        _load(registry, site, text)
    assert problem.replace(".z-a.", "[z-a]") in f"contentlint.yaml{caught.value}"
    assert str(caught.value).startswith("contentlint.yaml:")


def test_a_file_that_cannot_be_read_is_named(registry, site, tmp_path):
    with pytest.raises(ConfigError, match=r"gone\.yaml: no such file"):
        load(registry, Path("gone.yaml"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(registry, Path(site("contentlint.yaml", b"\xff")))


def test_a_place_outside_the_working_directory_is_named_in_full(
    registry, site, tmp_path, monkeypatch
):
    file = tmp_path / site("contentlint.yaml", "zzz: 1\n")
    site("below/page.md")
    monkeypatch.chdir(tmp_path / "below")
    with pytest.raises(ConfigError, match=str(file)):
        load(registry, file)


@pytest.mark.parametrize(
    ("name", "content"),
    [("s.json", '{"type": "object"}'), ("s.yaml", "type: object\n")],
)
def test_a_schema_is_loaded_from_beside_the_settings(registry, site, name, content):
    site(f"conf/{name}", content)
    text = f"rules: {{swap: {{schema: {name}}}}}\n"
    config = _load(registry, site, text, "conf/contentlint.yaml")
    assert _rules(config)["swap"][0].schema == {"type": "object"}


def test_a_schema_may_stand_in_the_settings_themselves(registry, site):
    config = _load(registry, site, "rules: {swap: {schema: {type: object}}}\n")
    assert _rules(config)["swap"][0].schema == {"type": "object"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "cannot read the schema s.json: no such file"),
        (b"\xff", "the schema s.json is not UTF-8"),
        (b"{", "the schema s.json cannot be read: "),
        (b"[1]", "the schema s.json is not a mapping"),
        (b"[" * 100_000, "the schema s.json cannot be read: nested too deeply"),
    ],
)
def test_a_schema_that_is_none_is_told(registry, site, content, problem):
    if content is not None:
        site("s.json", content)
    with pytest.raises(ConfigError, match=problem):
        _load(registry, site, "rules: {swap: {schema: s.json}}\n")


def test_the_fingerprint_follows_what_findings_depend_on(registry, site):
    base = _load(registry, site, "rules: {swap: {word: a}}\n").fingerprint()
    assert _load(registry, site, "\nrules: {swap: {word: a}}\n").fingerprint() == base
    for text in (
        "rules: {swap: {word: b}}\n",
        "rules: {swap: {word: a, severity: info}}\n",
        "rules: {swap: {word: a}}\nselect: [swap]\n",
        "rules: {swap: {word: a}}\nignore: [maybe]\n",
        "rules: {swap: {word: a}}\noverrides: [{files: [x], rules: {swap: off}}]\n",
    ):
        assert _load(registry, site, text).fingerprint() != base


def test_the_schema_takes_what_the_reader_takes(registry):
    schema = json_schema(registry)
    jsonschema.Draft202012Validator.check_schema(schema)
    json.dumps(schema)
    good = {
        "paths": ["a"],
        "fail-on": "never",
        "rules": {"toys": "off", "swap": {"severity": "info", "word": "x", "limit": None}},
        "overrides": [{"files": ["a"], "rules": {"quiet": True}}],
    }
    jsonschema.validate(good, schema)
    for bad in ({"pathes": []}, {"rules": {"swap": {"most": "x"}}}, {"rules": {"swop": "off"}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, schema)


def test_a_path_on_another_drive_stays_as_it_is(registry, monkeypatch):
    def other_drive(*_):
        raise ValueError("path is on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", other_drive)
    assert Config(registry).relative("D:/x.md") == "D:/x.md"
