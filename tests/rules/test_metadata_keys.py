"""What a key of front matter holds: the quick look at its line and the parser say the same."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contentlint import Document, OptionError
from contentlint_rules.frontmatter import _keys
from contentlint_rules.frontmatter._keys import checked, held, is_page


def page(block: str) -> Document:
    return Document("page.md", f"---\n{block}\n---\n\ntitle: in the text\n")


def text(document: Document, *keys: str) -> str | None:
    found = held(document, keys or ("title",))
    return found.text if found else None


@pytest.mark.parametrize(
    ("block", "value"),
    [
        ("title: The mill", "The mill"),
        ("title:   The mill  ", "The mill"),
        ('title: "The mill"', "The mill"),
        ("title: 'The mill' ", "The mill"),
        ("title: ''", ""),
        ("title: '  '", ""),
        ("title:", ""),
        ("title: null", ""),
        ("title: ~", ""),
        ("title: 2019", "2019"),
        ("title: 1.10", "1.10"),
        ("title: yes", "yes"),
        ("title: 'L''été'", "L'été"),
        (r'title: "a \"b\""', 'a "b"'),
        (r'title: "a\u00e9"', "aé"),
        ("title: C# and more", "C# and more"),
        ("title: C #1", "C"),
        ("title: a:b", "a:b"),
        ("title: The mill\n  by the river", "The mill by the river"),
        ("title: The mill\n\n  by the river", "The mill\nby the river"),
        ("title: >-\n  The mill\n  by the river", "The mill by the river"),
        ("title: |\n  The mill\n", "The mill"),
        ("title: &name The mill", "The mill"),
        ("title: !!str 12", "12"),
        ('"title": The mill', "The mill"),
        ("'title': The mill", "The mill"),
        (" title: The mill", "The mill"),
        ("{title: The mill}", "The mill"),
        ("title : The mill", "The mill"),
        ("title: The mill\n# a note", "The mill"),
        ("hero:\n  title: The dam\ntitle: The mill", "The mill"),
        ("hero:\n  title: The dam", None),
        ("subtitle: The dam", None),
        ("title_short: The dam", None),
        ("title_short: The dam\ntitle: The mill", "The mill"),
        ("title: The dam\ntitle: The mill", "The mill"),
        ("note: the title: the dam", None),
        ("note: |\n  title: The dam", None),
        ("title: [a, b]", None),
        ("title: {a: b}", None),
        ("title:\n  - a", None),
        ("other: a", None),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_yaml(block: str, value: str | None, newline: str) -> None:
    document = Document("page.md", page(block).text.replace("\n", newline))
    assert text(document) == value


@pytest.mark.parametrize(
    ("block", "value"),
    [
        ('title = "The mill"', "The mill"),
        ("title = 'The mill'", "The mill"),
        ("title='The mill'", "The mill"),
        (r'title = "a \"b\""', 'a "b"'),
        ('title = """\nThe mill"""', "The mill"),
        ("note = '''\ntitle = \"The dam\"'''\ntitle = 'The mill'", "The mill"),
        ("note = '''\ntitle = \"The dam\"\n'''", None),
        ("title = 12", "12"),
        ("title = 'The mill' # a note", "The mill"),
        ("  title = 'The mill'", "The mill"),
        ("'title' = 'The mill'", "The mill"),
        ("[extra]\ntitle = 'The dam'", None),
        ("title = 'The mill'\n[extra]\ntitle = 'The dam'", "The mill"),
        ("[a]\nb = 1\n[[c]]\ntitle = 'The dam'", None),
    ],
)
def test_toml(block: str, value: str | None) -> None:
    assert text(Document("page.md", f"+++\n{block}\n+++\n")) == value


def test_json() -> None:
    assert text(Document("page.md", '{\n  "title": "The mill"\n}\n')) == "The mill"
    assert text(Document("page.md", '{"hero": {"title": "The dam"}}\n')) is None


def test_a_page_whose_lines_end_in_carriage_returns() -> None:
    assert text(Document("page.md", "---\ra: b\rtitle: The mill\r---\r")) == "The mill"


def test_no_front_matter() -> None:
    assert held(Document("page.md", "title: The mill\n"), ("title",)) is None


def test_the_first_key_counts() -> None:
    document = page("title: The mill\nseo: [a]\nshort: Mill")
    assert text(document, "seo", "short", "title") == "Mill"
    assert text(document, "title", "short") == "The mill"
    assert text(document, "long") is None


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ("title: The mill", "The mill"),
        ("title:  'The mill' ", "'The mill'"),
        ('title: "The mill"', '"The mill"'),
        ("title: 'a''b'", "'a''b'"),
        ("title: 12", "12"),
        ("title: ''", "title"),
        ("title:", "title"),
        ("title: >-\n  The mill", ">-\n  The mill"),
    ],
)
def test_places(block: str, shown: str) -> None:
    document = page(block)
    found = held(document, ("title",))
    assert found is not None
    assert document[found.span] == shown


def test_the_place_of_an_indented_key() -> None:
    document = Document("page.md", "+++\n  title = ''\n+++\n")
    found = held(document, ("title",))
    assert found is not None
    assert document[found.span] == "title"


@pytest.mark.parametrize(
    "block", ["title: The mill", "title: 'The mill'", "other: a", "subtitle: a"]
)
def test_ordinary_pages_cost_no_parser(block: str) -> None:
    document = page(block)
    held(document, ("title",))
    assert document.front_matter is not None
    assert "_reading" not in vars(document.front_matter)


_LINES = st.lists(
    st.one_of(
        st.sampled_from([
            "title: The mill", "title: 'a'", 'title: "b"', "title:", "a: b", "  title: c", "- d",
            "subtitle: e", "title_x: f", "  g", "", "# title: h", "title: i # j", "title : k",
            "title: null", "list:", "  - l", "text: |", "title: m: n", "title: -o", "title: 1e3",
        ]),
        st.text(alphabet="title: 'a\"#\\é\t-", max_size=20),
    ),
    max_size=6,
)  # fmt: skip


@given(_LINES)
@example(["title: a", "  b"])
def test_the_quick_look_says_what_the_parser_says(lines: list[str]) -> None:
    document = page("a: b\n" + "\n".join(lines))
    block = document.front_matter
    if block is None or block.problems:
        return
    quick = held(Document("page.md", document.text), ("title",))
    assert quick == _keys._read(block, "title")


def test_what_a_page_is() -> None:
    def told(path: str, block: str, text: str = "") -> bool:
        return is_page(Document(path, page(block).text), text)

    assert told("content/page.md", "title: a")
    assert told("content/archetypes.md", "title: a")
    assert not told("archetypes/page.md", "title: a")
    assert not told("site/archetypes/page.md", "title: a")
    assert not told(".github/page.md", "title: a")
    assert not told("content/_template.md", "title: a")
    assert not told("content/page.md", "title: {{ .Title }}")
    assert told("content/page.md", "title: a {{ b }}")
    assert not told("content/page.md", "title: a {{ b }}", "a {{ b }}")


@pytest.mark.parametrize("keys", [(), ("",), (1,)])
def test_keys_that_cannot_be(keys: tuple[str, ...]) -> None:
    with pytest.raises(OptionError, match="at least one key"):
        checked(keys)
