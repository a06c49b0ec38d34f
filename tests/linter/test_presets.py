"""Named sets of rules: levels add to each other, others come on top."""

import pytest

from contentlint import presets
from contentlint.config import Config, ConfigError, load
from contentlint.presets import expanded, known, members

RULES = {"a": ("essential",), "b": ("recommended",), "c": ("strict", "seo"), "d": (), "e": ("seo",)}


@pytest.mark.parametrize(
    ("chosen", "on"),
    [
        ((), "a"),
        (("essential",), "a"),
        (("recommended",), "ab"),
        (("strict",), "abc"),
        (("seo",), "ace"),
        (("recommended", "seo"), "abce"),
        (("strict", "seo"), "abce"),
    ],
)
def test_which_rules_are_on(chosen, on):
    assert "".join(members(RULES, chosen)) == on


def test_a_level_has_all_of_those_below():
    assert expanded(["strict"]) == {"essential", "recommended", "strict"}


def test_known_sets_are_the_levels_and_what_rules_name():
    assert known(RULES.values()) == (*presets.LEVELS, "seo")


@pytest.fixture
def sets(registry, toys, monkeypatch):
    monkeypatch.setattr(toys.Maybe, "presets", ("recommended",))
    monkeypatch.setattr(toys.Quiet, "presets", ("seo",))
    return registry


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("", ["swap"]),
        ("preset: recommended", ["swap", "maybe"]),
        ("preset: seo", ["swap", "quiet"]),
        ("preset: [strict, seo]", ["swap", "maybe", "quiet"]),
        ("preset: seo\nrules: {quiet: off}", ["swap"]),
        ("rules: {maybe: on}", ["swap", "maybe"]),
    ],
)
def test_the_settings_choose_sets(sets, site, text, on):
    site("contentlint.yaml", text)
    assert [one.rule.name for one in load(sets).rules_for("a.md")] == on


def test_a_command_line_takes_the_place_of_the_settings(sets, site):
    site("contentlint.yaml", "preset: seo")
    config = load(sets).choosing(preset=["recommended"])
    assert [one.rule.name for one in config.rules_for("a.md")] == ["swap", "maybe"]


def test_an_unknown_set_is_answered_with_the_nearest(sets, site):
    site("contentlint.yaml", "preset: recomended")
    with pytest.raises(ConfigError, match=r"contentlint\.yaml:1:1: .*“recomended”.*recommended"):
        load(sets)
    with pytest.raises(ConfigError, match="no preset named “soe”"):
        Config(sets).choosing(preset=["soe"])
