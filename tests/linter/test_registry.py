import sys
from types import SimpleNamespace

import pytest

from contentlint.registry import Entry, RegistryError, collect, entries, families, installed
from contentlint.rule import Rule


def _entry(offered, value="toys:RULES"):
    return SimpleNamespace(name="toys", value=value, load=lambda: offered)


def _package(folder, name, text):
    home = folder / name
    home.mkdir()
    (home / "entry_points.txt").write_text(text)


def test_rules_come_by_name_and_one_may_come_alone(toys):
    found = collect([_entry((toys.Swap, toys.Maybe)), _entry(toys.Quiet)])
    assert list(found) == ["swap", "maybe", "quiet", "unused-suppression"]
    assert found["swap"] is toys.Swap


def test_the_same_rule_twice_is_one(toys):
    found = collect([_entry((toys.Swap,)), _entry([toys.Swap])])
    assert list(found) == ["swap", "unused-suppression"]


def test_two_rules_of_one_name_are_refused(toys):
    class Other(toys.Swap):
        pass

    with pytest.raises(RegistryError, match=r"two rules are named “swap”: .*Swap and .*Other"):
        collect([_entry((toys.Swap, Other))])


def test_no_rule_at_all_is_refused():
    with pytest.raises(RegistryError, match="no rule is installed"):
        collect([])


def test_a_broken_package_is_named():
    def load():
        raise ImportError("no such thing")

    broken = SimpleNamespace(name="toys", value="toys:RULES", load=load)
    with pytest.raises(RegistryError, match="“toys:RULES” cannot be loaded: ImportError: no such"):
        collect([broken])


@pytest.mark.parametrize("offered", [object(), int, Rule, ("swap",)])
def test_what_is_no_rule_is_refused(offered):
    with pytest.raises(RegistryError, match="which is not a rule"):
        collect([_entry(offered)])


def test_a_rule_without_a_name_is_refused():
    class Nameless(Rule):
        def check(self, document):
            return iter(())

    with pytest.raises(RegistryError, match="has no name"):
        collect([_entry(Nameless)])


def test_families_hold_their_rules(registry):
    assert families(registry)["toys"] == ("swap", "maybe")


def test_the_built_in_rules_are_installed():
    assert {"mojibake", "citation-marker", "unused-suppression"} <= set(installed())


def test_entry_points_are_read_once_a_package(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    text = "[console_scripts]\nx = y:z\n\n[contentlint.rules]\n# no\nmine = os.path:join [extra]\n"
    _package(first, "My_Pack-1.0.dist-info", text)
    _package(second, "my.pack-2.0.egg-info", text.replace("mine", "shadowed"))
    _package(second, "other-1.dist-info", "[console_scripts]\na = b:c\n")
    (second / "bare-1.dist-info").mkdir()
    found = list(entries([str(first), str(second), str(tmp_path / "gone")]))
    assert found == [Entry("mine", "os.path:join")]
    assert found[0].load() is __import__("os").path.join
    assert Entry("m", "os.path").load() is __import__("os").path


def test_packages_in_archives_are_asked_of_the_standard_library(tmp_path):
    archive = tmp_path / "all.zip"
    archive.write_bytes(b"")
    found = entries([*sys.path, str(archive)])
    assert "contentlint_rules:RULES" in {entry.value for entry in found}


def test_both_ways_find_the_same():
    from importlib.metadata import entry_points

    slow = {entry.value for entry in entry_points(group="contentlint.rules")}
    assert {entry.value for entry in entries(sys.path)} == slow
