from dataclasses import replace

import pytest

from contentlint.api import RuleCrashError, check_paths, check_text, fix_text, load_config
from contentlint.config import Config, ConfigError


@pytest.fixture
def config(registry):
    return Config(registry).choosing(["swap", "maybe", "fragile"])


def test_a_text_is_checked(config):
    found = check_text("a foo\n", "x.md", config)
    assert [(one.path, one.rule, one.start) for one in found] == [("x.md", "swap", (1, 3))]


def test_without_settings_the_installed_rules_check():
    assert [one.rule for one in check_text("Text [cite_start]here.\n")] == ["citation-marker"]
    assert fix_text("Text [cite_start]here.\n").text == "Text here.\n"


def test_a_text_is_repaired_as_far_as_is_asked(config):
    safe = fix_text("foo perhaps\n", config=config)
    assert (safe.text, len(safe.fixed), len(safe.left)) == ("bar perhaps\n", 1, 1)
    assert fix_text("foo perhaps\n", config=config, unsafe=True).text == "bar \n"


def test_a_broken_rule_is_no_answer(config):
    with pytest.raises(RuleCrashError, match="fragile"):
        check_text("broken\n", config=config)
    with pytest.raises(RuleCrashError, match="fragile"):
        fix_text("broken\n", config=config)


def test_rules_that_undo_each_other_are_no_answer(toys):
    from dataclasses import dataclass

    @dataclass(frozen=True, kw_only=True)
    class Back(toys.Swap):
        """Back."""

        name = "back"
        word: str = "bar"
        instead: str = "foo"

    with pytest.raises(RuleCrashError, match="undo each other"):
        fix_text("foo\n", config=Config({"swap": toys.Swap, "back": Back}))


def test_paths_are_checked(config, site, tmp_path):
    site("a.md", "foo\n")
    report = check_paths([tmp_path / "a.md", "gone"], replace(config, root=tmp_path))
    assert len(report.diagnostics) == 1
    assert report.errors[0].path == "gone"
    assert check_paths(["a.md"]).diagnostics == ()


def test_settings_are_found_and_read(site, tmp_path):
    site("contentlint.yaml", "rules: {residue: off}\n")
    for config in (load_config(), load_config("contentlint.yaml")):
        assert config.file == tmp_path / "contentlint.yaml"
        assert check_text("Text [cite_start]here.\n", config=config) == []


def test_settings_as_a_mapping() -> None:
    text = "---\nreadingTime: 9\nemoji: 📉\n---\nA [cite: 1] b.\n"
    settings = {"rules": {"citation-marker": "off", "reading-time": {"wpm": 200}}}
    assert [one.rule for one in check_text(text, config=settings)] == ["reading-time"]


def test_settings_as_a_mapping_are_strict() -> None:
    with pytest.raises(ConfigError, match="reading-time"):
        check_text("a", config={"rules": {"raeding-time": {"wpm": 200}}})
    with pytest.raises(ConfigError):
        check_text("a", config={"rules": object()})


def test_settings_in_a_file(tmp_path) -> None:
    file = tmp_path / "contentlint.yaml"
    file.write_text("ignore: [citation-marker]\n", encoding="utf-8")
    assert check_text("A [cite: 1] b.", config=file) == []
    assert check_text("A [cite: 1] b.", config=str(file)) == []


def test_a_comment_that_other_pages_may_need_is_not_called_useless() -> None:
    text = "<!-- contentlint-disable-next-line -->\n[x](gone.md)\n"
    assert check_text(text) == []
    assert [one.rule for one in check_text(text, config={"select": ["unused-suppression"]})] == [
        "unused-suppression"
    ]
