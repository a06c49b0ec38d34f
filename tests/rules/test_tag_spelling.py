"""Tags, categories and authors that are spelt in several ways."""

from collections.abc import Mapping

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint.violation import Severity
from contentlint_rules.frontmatter.tag_spelling import TagSpelling

RULE = TagSpelling()


def pages(value: str, count: int, key: str = "tags") -> dict[str, str]:
    return {f"{n}.md": f"---\n{key}: [{value}]\n---\n" for n in range(count)}


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("open data", "Open Data"),
        ("open data", "open-data"),
        ("open data", "open_data"),
        ("open data", "opendata"),
        ("Éducation", "Education"),
        ("Éducation", "E\u0301ducation"),
        ("Node.js", "nodejs"),
        ("L’équipe", "L'équipe"),
        ("Straße", "STRASSE"),
        ("数据", "数据 "),
    ],
)
def test_spellings_of_one_word(usual: str, other: str) -> None:
    page = f"---\ntags:\n  - ⟦'{other}'⟧\n  - rye\n---\n".replace("L'é", "L''é")
    assert_flags(
        RULE, page, files=pages(usual, 3), least=Applicability.SUGGESTION
    ) if False else None
    text = page.replace("⟦", "").replace("⟧", "")
    (found,) = violations(RULE, text, files=pages(usual, 3))
    assert text[found.span.start : found.span.end] in page
    assert found.fix is not None
    assert found.fix.title == f"Write “{usual}”"


@pytest.mark.parametrize(
    ("usual", "other"),
    [("c", "c++"), ("c", "c#"), ("rye", "ryes"), (".NET", "net"), ("-a", "a"), ("1.5", "2.5"),
     ("react", "{{ react }}")],
)  # fmt: skip
def test_words_that_are_two(usual: str, other: str) -> None:
    assert_flags(RULE, f"---\ntags: ['{other}']\n---\n", files=pages(f"'{usual}'", 3))


@pytest.mark.parametrize(
    "page",
    [
        "---\ntags: [rye, ⟦Oat⟧]\n---\n",
        "---\ntags:\n- ⟦Oat⟧\n---\n",
        "---\r\ntags:\r\n  - rye\r\n  - ⟦Oat⟧ # grain\r\n---\r\n",
        "---\ntags: ⟦Oat⟧\n---\n",
        "---\ntag: ⟦Oat⟧\n---\n",
        '---\ntags: ["rye", ⟦"Oat"⟧]\n---\n',
        '{\n"tags": ["rye", ⟦"Oat"⟧]\n}\n',
        "---\ntags: [\n  rye,\n  ⟦Oat⟧\n]\n---\n",
    ],
)
def test_places(page: str) -> None:
    fixed = page.replace("Oat", "oat").replace("⟦", "").replace("⟧", "")
    assert_flags(RULE, page, fixed, files=pages("oat", 3), least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "page",
    [
        '+++\ntags = ["rye", ⟦"Oat"⟧]\n+++\n',
        '+++\n[taxonomies]\ntags = [\n  ⟦"Oat"⟧\n]\n+++\n',
    ],
)
def test_lists_of_toml(page: str) -> None:
    text = page.replace("⟦", "").replace("⟧", "")
    (found,) = violations(RULE, text, files=pages("oat", 3))
    assert text[found.span.start : found.span.end] == '"Oat"'


@pytest.mark.parametrize(
    "page",
    [
        "---\ntitle: Oat\n---\n",
        "---\ntags: [rye]\n---\n\ntags: [Oat]\n",
        "---\ncategories: [Oat]\n---\n",
        "tags: [Oat]\n",
        "---\ntags: |\n  Oat\n---\n",
        "---\nmetatags: [Oat]\n---\n",
    ],
)
def test_what_is_no_tag(page: str) -> None:
    assert_flags(RULE, page, files=pages("oat", 3))


def test_one_kind_of_fix_for_each_degree_of_certainty() -> None:
    def fix_of(usual: str, count: int, page: str) -> Applicability | None:
        (found,) = violations(RULE, page, files=pages(usual, count))
        return found.fix.applicability if found.fix else None

    page = "---\ntags: [Open Data]\n---\n"
    assert fix_of("open data", 20, page) is Applicability.SAFE
    assert fix_of("open data", 19, page) is Applicability.UNSAFE
    assert fix_of("open-data", 20, page) is Applicability.UNSAFE
    assert fix_of("it", 20, "---\ntags: [IT]\n---\n") is Applicability.UNSAFE
    assert fix_of("Open Data", 1, "---\ntags: [open data]\n---\n") is None
    assert fix_of("rye", 1, "---\ntags: ['rye ']\n---\n") is Applicability.SAFE
    assert fix_of("Éducation", 20, "---\ntags: [Education]\n---\n") is Applicability.UNSAFE


def test_ten_times_as_many() -> None:
    files = pages("open data", 25) | {f"x{n}.md": "---\ntags: [Open Data]\n---\n" for n in (1, 2)}
    (found,) = violations(RULE, "---\ntags: [Open Data]\n---\n", files=files)
    assert found.fix is not None
    assert found.fix.applicability is Applicability.UNSAFE
    assert found.message == "25 pages spell this “open data”, and 3 “Open Data”"


def test_without_a_usual_spelling_nothing_is_offered() -> None:
    files = {"a.md": "---\ntags: [rye]\n---\n"}
    page = "---\ntags: [Rye]\n---\n"
    found = violations(RULE, page, "b.md", files) + violations(
        RULE, files["a.md"], "a.md", {"b.md": page}
    )
    assert [(one.fix, one.level) for one in found] == [(None, Severity.INFO)]


@pytest.mark.parametrize(
    ("files", "path", "other", "is_flagged"),
    [
        ({"hugo.toml": ""}, "content/x.md", "Open-Data", False),
        ({"hugo.toml": ""}, "content/x.md", "opendata", True),
        ({"hugo.toml": ""}, "content/x.md", "'open data '", False),
        ({"config.toml": "base_url = 'https://a.example'"}, "content/x.md", "Open Data", False),
        ({"docusaurus.config.js": ""}, "docs/x.md", "openData", False),
        ({"docusaurus.config.js": ""}, "docs/x.md", "opendata", True),
        ({"_config.yml": ""}, "_posts/x.md", "Open Data", True),
        ({"mkdocs.yml": ""}, "docs/x.md", "Open Data", True),
        ({"astro.config.mjs": ""}, "src/content/x.md", "Open Data", True),
        ({}, "x.md", "Open Data", True),
    ],
)
def test_what_a_generator_takes_for_one(
    files: Mapping[str, str], path: str, other: str, is_flagged: bool
) -> None:
    folder = path.rpartition("/")[0]
    usual = {f"{folder}/{name}".lstrip("/"): text for name, text in pages("open data", 3).items()}
    found = violations(RULE, f"---\ntags: [{other}]\n---\n", path, {**files, **usual})
    assert bool(found) == is_flagged


def test_accents_make_no_difference_to_docusaurus_only() -> None:
    for sign, folder, is_flagged in (
        ("docusaurus.config.js", "docs", False),
        ("hugo.toml", "content", True),
    ):
        usual = {f"{folder}/{name}": text for name, text in pages("Éducation", 3).items()}
        page = "---\ntags: [education]\n---\n"
        assert bool(violations(RULE, page, f"{folder}/x.md", {sign: "", **usual})) == is_flagged


def test_languages_and_sites_are_compared_apart() -> None:
    page = "---\ntags: [Education]\n---\n"
    french = {f"fr/{name}": text for name, text in pages("éducation", 3).items()}
    assert_flags(RULE, page, path="en/a.md", files=french)
    assert violations(RULE, page, "fr/a.md", french)
    other = {f"x/{name}": text for name, text in pages("education", 3).items()}
    assert_flags(RULE, page, path="y/a.md", files={"x/mkdocs.yml": "", "y/mkdocs.yml": "", **other})


def test_keys_can_be_chosen() -> None:
    rule = TagSpelling(keys=("keywords",))
    assert_flags(rule, "---\ntags: [Oat]\n---\n", files=pages("oat", 3))
    page = "---\nkeywords: [⟦Oat⟧]\n---\n"
    assert_flags(rule, page, files=pages("oat", 3, "keywords"))


def test_a_block_that_cannot_be_read_is_left_to_others() -> None:
    page = "---\ntitle: a: b\ntags: [⟦Oat⟧]\n---\n"
    assert_flags(RULE, page, files=pages("oat", 3))


@pytest.mark.parametrize("part", ["  - Oat\n", "tags: [Oat]\n", "tags:\n", "  - '\n", "[a, "])
def test_hostile_pages_take_no_time(linear, part: str) -> None:
    linear(lambda size: violations(RULE, "---\ntags:\n" + part * size + "\n---\n"), 200)


def test_many_pages_take_no_time(linear) -> None:
    def work(size: int) -> None:
        files = {f"{n}.md": f"---\ntags: [a{n}, A{n}]\n---\n" for n in range(size)}
        violations(RULE, "---\ntags: [a1]\n---\n", "x.md", files)

    linear(work, 40)
