import pytest

from contentlint.located import LocatedError, near, read_toml, read_yaml


def test_every_value_knows_its_place():
    root = read_yaml("a: 1\nb:\n  - x\n  - {c: off}\nd: ~\ne: 0x1F\nf: 1_0.5\ng: .inf\nh: 1:30\n")
    assert (root.value["b"].line, root.value["b"].column) == (2, 1)
    x, mapping = root.value["b"].value
    assert (x.value, x.line, x.column) == ("x", 3, 5)
    assert (mapping.value["c"].value, mapping.value["c"].word) == (False, "off")
    plain = root.plain()
    assert plain["a"] == 1
    assert plain["b"] == ["x", {"c": False}]
    assert (plain["d"], plain["e"], plain["f"], plain["h"]) == (None, 31, 10.5, "1:30")
    assert plain["g"] == ".inf"


def test_an_empty_file_is_an_empty_mapping():
    assert read_yaml("# nothing\n").value == {}


@pytest.mark.parametrize(
    ("text", "problem", "place"),
    [
        ("a: [1\nb: 2\n", "not YAML", (2, 2)),
        ("a: 1\na: 2\n", "“a” stands here twice", (2, 1)),
        ("[a]: 1\n", "a list or mapping cannot be a key", (1, 1)),
        ("a: &x 1\nb: *x\n", "aliases are not read", (2, 4)),
        ("a: 1\n<<: {b: 2}\n", "<< cannot be a key", (2, 1)),
        ("a: \x07\n", "not YAML", (1, 1)),
        ("[" * 30, "nested too deeply", (1, 25)),
        ("[" * 100_000, "opening brackets", (1, 1)),
        ("- a\n" * 100_000, "over 256,000 characters", (1, 1)),
        ("a: {b: 1}}\n", "not YAML", (1, 10)),
    ],
)
def test_what_cannot_be_read_says_where(text, problem, place):
    with pytest.raises(LocatedError, match=problem) as caught:
        read_yaml(text)
    assert (caught.value.line, caught.value.column) == place


def test_a_toml_table_knows_its_places():
    text = '[project]\nname = "rules"\n\n[tool.contentlint]\npaths = ["a", "b"]\n\n'
    text += "[tool.contentlint.rules]\nswap = false\n"
    root = read_toml(text, "tool", "contentlint")
    assert root is not None
    assert root.plain() == {"paths": ["a", "b"], "rules": {"swap": False}}
    assert root.value["paths"].line == 5
    swap = root.value["rules"].value["swap"]
    assert (swap.line, swap.column, swap.word) == (8, 1, "false")


def test_a_table_that_is_not_there_is_none():
    assert read_toml("a = 1\n", "tool", "contentlint") is None
    assert read_toml("tool = 1\n", "tool", "contentlint") is None


def test_broken_toml_says_where():
    with pytest.raises(LocatedError, match="not TOML") as caught:
        read_toml("a = 1\nb = \n")
    assert (caught.value.line, caught.value.column) == (2, 5)


def test_a_near_name_is_offered_and_a_far_one_is_not():
    assert near("mojibak", ["mojibake", "swap"]) == " Did you mean “mojibake”?"
    assert near("zzz", ["mojibake"]) == ""
