"""Values that the parser of a site reads otherwise than they look."""

from collections.abc import Callable

import pytest

from contentlint import Applicability, Document, Severity, Site
from contentlint.testing import assert_flags, mark, repaired, unmark
from contentlint.violation import Violation
from contentlint_rules.frontmatter.front_matter_dialect import FrontMatterDialect

RULE = FrontMatterDialect()
GENERATORS = ("", "Hugo", "Jekyll", "MkDocs", "Astro", "VitePress", "Docusaurus", "Nuxt", "Next")


def found(generator: str, text: str) -> list[Violation]:
    document = Document("page.md", text, locate=lambda path: Site(generator=generator))
    return list(RULE.check(document))


def check(generator: str, lines: str, least: Applicability = Applicability.SAFE) -> tuple[str, str]:
    """The lines with ⟦ ⟧ where something is found, and what the fixes give."""
    text = f"---\n{lines}\n---\n"
    violations = found(generator, text)
    shown = mark(text, [one.span for one in violations])[4:-5]
    return shown, repaired(text, violations, least)[4:-5]


def quiet(generator: str, lines: str) -> None:
    assert check(generator, lines)[0] == lines


def flags(
    generator: str, marked: str, fixed: str | None, least: Applicability = Applicability.SAFE
) -> str:
    """Assert what is flagged and what the fixes give, with LF and with CRLF; return the message."""
    lines, _ = unmark(marked)
    shown, after = check(generator, lines, least)
    assert shown == marked
    assert after == (lines if fixed is None else fixed)
    crlf = found(generator, f"---\n{lines}\n---\n".replace("\n", "\r\n"))
    messages = [one.message for one in found(generator, f"---\n{lines}\n---\n")]
    assert [one.message for one in crlf] == messages
    return messages[0]


def reader(generator: str) -> str:
    """How a message names who reads: Docusaurus has had two parsers."""
    if generator == "Docusaurus":
        return "some releases of Docusaurus read"
    return f"{generator} reads" if generator else "every site generator reads"


@pytest.mark.parametrize(
    ("generator", "reads"),
    [("Jekyll", "750"), ("MkDocs", "750"), ("VitePress", "750"), ("Docusaurus", "750")],
)
def test_a_time_of_day_is_a_number_to_yaml_1_1(generator: str, reads: str) -> None:
    message = flags(generator, "opens: ⟦12:30⟧", 'opens: "12:30"')
    assert f"“12:30”, which {reader(generator)} as the number {reads}: put" in message
    flags(generator, "hours:\n  - ⟦12:30⟧\n  - '13:00'", "hours:\n  - \"12:30\"\n  - '13:00'")
    flags(generator, "ratio: ⟦16:9⟧ # wide", 'ratio: "16:9" # wide')
    quiet(generator, "opens: '12:30'")
    quiet(generator, "opens: 12:30 pm\nopen: 12:75")


@pytest.mark.parametrize("generator", ["", "Hugo", "Astro", "Nuxt", "Next", "Zola"])
def test_where_a_time_of_day_stays_text_nothing_is_said(generator: str) -> None:
    quiet(generator, "opens: 12:30")


def test_only_hugo_publishes_a_draft_that_says_yes() -> None:
    for word in ("yes", "Yes", "ON", "on"):
        message = flags("Hugo", f"draft: ⟦{word}⟧", "draft: true", Applicability.UNSAFE)
        assert message == (
            f"draft is “{word}”, which Hugo since 0.152 reads as text, so the page is published: "
            "write true"
        )
    flags("Hugo", 'draft: ⟦"yes"⟧', "draft: true", Applicability.UNSAFE)
    flags("Hugo", "Draft: ⟦yes⟧ # soon", "Draft: true # soon", Applicability.UNSAFE)
    for word in ("true", "True", '"true"', '"1"', "no", '"false"', "off", "maybe", "1"):
        quiet("Hugo", f"draft: {word}")
    for generator in ("Jekyll", "MkDocs", ""):
        quiet(generator, "draft: yes")
    quiet("Hugo", "params:\n  draft: yes")
    assert check("Hugo", "draft: yes")[1] == "draft: yes"


def test_words_for_true_and_false_elsewhere() -> None:
    assert "reads as text: write true" in flags(
        "Astro", "draft: ⟦yes⟧", "draft: true", Applicability.UNSAFE
    )
    flags("Astro", "toc: ⟦on⟧", "toc: true", Applicability.UNSAFE)
    for generator in ("VitePress", "Hugo", "Nuxt", "Docusaurus"):
        message = flags(generator, "toc: ⟦no⟧", "toc: false", Applicability.UNSAFE)
        assert "reads as text, which counts as true: write false" in message
        quiet(generator, "toc: yes")
    for generator in ("Jekyll", "MkDocs", "", "Next"):
        quiet(generator, "toc: no\nsearch: off")
    quiet("Hugo", "from_Rmd: yes\nanswer: maybe")


def test_a_quoted_false_counts_as_true() -> None:
    message = flags("Jekyll", "published: ⟦'false'⟧", "published: false", Applicability.UNSAFE)
    assert message.startswith("published is “false”, which Jekyll reads as text, which counts as")
    flags("VitePress", 'comments: ⟦"false"⟧', "comments: false", Applicability.UNSAFE)
    quiet("VitePress", "comments: 'true'\nsearch: 'off'")
    quiet("", "published: 'false'")


def test_text_that_is_read_as_a_boolean() -> None:
    for generator in ("MkDocs", "Jekyll"):
        message = flags(generator, "lang: ⟦no⟧", 'lang: "no"')
        assert message == f"lang is “no”, which {generator} reads as false: put it in quotes"
        flags(generator, "title: ⟦Yes⟧", 'title: "Yes"')
        flags(generator, "tags:\n  - ⟦on⟧\n  - off-white", 'tags:\n  - "on"\n  - off-white')
        flags(generator, "tags: [⟦No⟧, bread]", 'tags: ["No", bread]')
        quiet(generator, "lang: 'no'\nenabled: no\nrequires: yes")
    for generator in ("Hugo", "Astro", ""):
        quiet(generator, "lang: no\ntitle: Yes")
    assert [one.level for one in found("MkDocs", "---\nlang: no\n---\n")] == [Severity.ERROR]
    assert [one.level for one in found("MkDocs", "---\ntitle: no\n---\n")] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("generator", "marked", "fixed", "reads"),
    [
        ("Hugo", "weight: ⟦010⟧", None, "8"),
        ("VitePress", "order: ⟦010⟧", None, "8"),
        ("Jekyll", "zip: ⟦01067⟧", 'zip: "01067"', "567"),
        ("VitePress", "postal-code: ⟦0123⟧", 'postal-code: "0123"', "83"),
        ("Astro", "zip: ⟦01067⟧", 'zip: "01067"', "1067"),
        ("Astro", "commit: ⟦1234567e8⟧", 'commit: "1234567e8"', "123456700000000"),
        ("Nuxt", "build: ⟦12e3⟧", None, "12000"),
        ("Jekyll", "ratio: ⟦1,5⟧", None, "15"),
        ("Jekyll", "code: ⟦12,34⟧", None, "1234"),
        ("Hugo", "day: ⟦2025_11_27⟧", None, "20251127"),
        ("Hugo", "id: ⟦1_000⟧", None, "1000"),
        ("Hugo", "commit: ⟦0x1A⟧", 'commit: "0x1A"', "26"),
        ("MkDocs", "phone: ⟦+4930123⟧", 'phone: "+4930123"', "4930123"),
        ("Astro", "post: ⟦1234567890123456789⟧", None, "1234567890123456800"),
        ("", "version: ⟦1.10⟧", 'version: "1.10"', "1.1"),
        ("Hugo", "min_version: ⟦2.20⟧", 'min_version: "2.20"', "2.2"),
        ("Astro", "version: ⟦2.0⟧", 'version: "2.0"', "2"),
        ("Astro", "title: ⟦2019⟧", 'title: "2019"', "2019"),
    ],
)
def test_numbers_of_which_something_is_lost(
    generator: str, marked: str, fixed: str | None, reads: str
) -> None:
    message = flags(generator, marked, fixed)
    assert f"which {reader(generator)} as the number {reads}" in message


@pytest.mark.parametrize(
    ("generator", "lines"),
    [
        ("Hugo", "weight: 01\nx_coord: 08\nyear: 2024\nrating: 4.50\nlimit: 1e3"),
        ("Astro", "weight: 010\nprice: 1.10\nsize: 1_000\nscale: 1e3\nbig: 9007199254740993000"),
        ("Astro", "members: 2,448\nseo:\n  title: 2019"),
        ("Jekyll", "members: 2,448\nversion: 2.0\nversion: '1.10'\npost: 1234567890123456789"),
        ("MkDocs", "commit: 1234567e8\nversion: 1.2\nversion: 1.10.0"),
        ("", "opens: 12:30\ncommit: 12345e10\nsize: 0x1A"),
        ("Hugo", "title: 2019\nslug: 404\ntags: [2024]"),
        ("Next", "commit: 1234567e8"),
    ],
)
def test_numbers_that_are_what_they_look_like(generator: str, lines: str) -> None:
    quiet(generator, lines)


def test_what_all_misread_but_not_alike_is_told_without_the_number() -> None:
    message = flags("", "zip: ⟦01067⟧", 'zip: "01067"')
    assert message == (
        "zip is “01067”, which every site generator reads as a number: put it in quotes"
    )


def test_a_place_in_an_order_is_no_text() -> None:
    message = flags("Hugo", "weight: ⟦08⟧", "weight: 8")
    assert (
        message
        == "weight is “08”, which Hugo since 0.152 reads as text, which counts as 0: write 8"
    )
    assert "reads as text: write 9" in flags("Jekyll", "nav_order: ⟦09⟧", "nav_order: 9")
    quiet("Hugo", "weight: 07\nepisode: 08")
    for generator in ("Astro", "VitePress", "Nuxt", ""):
        quiet(generator, "order: 08")


def test_a_title_that_is_a_date() -> None:
    message = flags("VitePress", "title: ⟦2024-01-01⟧", 'title: "2024-01-01"')
    assert message.endswith("the date 2024-01-01: put it in quotes, or it shows with a time of day")
    for generator in ("Jekyll", "Hugo", "Nuxt", ""):
        quiet(generator, "title: 2024-01-01")
    quiet("VitePress", "title: 2024-01-01 in bread\ndate: 2024-01-01")


@pytest.mark.parametrize(
    ("generator", "effect"),
    [
        ("Astro", ", and Astro reads 2025-03-02"),
        ("VitePress", ", and VitePress reads 2025-03-02"),
        ("Hugo", ", and Hugo stops there"),
        ("Jekyll", ", and Jekyll reads 2025-03-02"),
        ("MkDocs", ""),
        ("Nuxt", ""),
        ("", ""),
    ],
)
def test_there_is_no_such_day(generator: str, effect: str) -> None:
    message = flags(generator, "date: ⟦2025-02-30⟧", None)
    assert message == f"date is “2025-02-30”, but there is no such day{effect}"
    flags(generator, "lastUpdated: ⟦'2025-13-01'⟧", None)
    flags(generator, "updated: ⟦2021-02-29T16:00Z⟧", None)
    quiet(generator, "date: 2024-02-29\nnote: 2025-02-30\nend-date: 2025-12-31T10:00:00Z")
    quiet(generator, "date: 2025-01-31\nslug: 2025-02-30-bread")


def test_a_thirteenth_month_stops_jekyll() -> None:
    assert "and Jekyll stops there" in flags("Jekyll", "date: ⟦2025-13-01⟧", None)


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("2025-1-31", "2025-01-31"),
        ("2025/01/31", "2025-01-31"),
        ("2025-01-31 10:00", '"2025-01-31T10:00:00"'),
        ("Jan 31, 2025", "2025-01-31"),
        ("31 January 2025", "2025-01-31"),
        ("2025-01", None),
        ("31/01/2025", None),
        ("1/2/2025", None),
        ("2025-01-31 10:00:00 CET", None),
        ("2025-01-31T25:00:00", None),
        ("Spring 2025", None),
        ("true", None),
    ],
)
def test_dates_at_which_hugo_stops(written: str, fixed: str | None) -> None:
    _, after = check("Hugo", f"date: {written}")
    assert after in {f"date: {fixed or written}", f"date: {(fixed or written).strip(chr(34))}"}
    shown, _ = check("Hugo", f"lastmod: {written}\npublishDate: {written}")
    assert shown == f"lastmod: ⟦{written}⟧\npublishDate: ⟦{written}⟧"
    for generator in ("VitePress", "Jekyll", "Nuxt", "Astro", ""):
        quiet(generator, f"date: {written}")
    quiet("Hugo", f"params:\n  date: {written}\nevent_date: {written}")


@pytest.mark.parametrize(
    "written",
    [
        "2025-01-31",
        "2025-01-31T10:00:00Z",
        "2025-01-31T10:00:00+01:00",
        "2025-01-31 10:00:00 -0500",
        "2025-01-31 9:05:00",
        "'2025-01-31'",
        '"2025-01-31T10:00:00.123Z"',
        "2025-01-31 # a Friday",
        "31 Jan 2025",
        "Fri, 31 Jan 2025 10:00:00 GMT",
        "",
        "~",
        "{{ .Date }}",
    ],
)
def test_dates_that_hugo_reads(written: str) -> None:
    quiet("Hugo", f"date: {written}")


def test_a_small_date_is_told_only_when_it_can_be_one() -> None:
    assert check("Hugo", "date: 31/01/2025", Applicability.UNSAFE)[1] == "date: 2025-01-31"
    assert check("Hugo", "date: 01/31/2025", Applicability.UNSAFE)[1] == "date: 2025-01-31"
    assert check("Hugo", "date: 01/02/2025", Applicability.UNSAFE)[1] == "date: 01/02/2025"
    assert check("Hugo", "date: 31/01/2025")[1] == "date: 31/01/2025"
    flags("Jekyll", "date: ⟦11/27/2025⟧", "date: 2025-11-27", Applicability.UNSAFE)
    quiet("Jekyll", "date: 27/11/2025")


def test_a_number_is_seconds_to_hugo() -> None:
    message = flags("Hugo", "date: ⟦2025⟧", None)
    assert "reads as seconds since 1970, so 1970-01-01: write it as 2025-01-31" in message
    message = flags("Hugo", "date: ⟦20251127⟧", "date: 2025-11-27")
    assert message.endswith("so 1970-08-23: write 2025-11-27")
    quiet("Hugo", "date: 1764201600")


def test_published_is_a_date_to_hugo() -> None:
    message = flags("Hugo", "published: ⟦false⟧", None)
    assert message == (
        "published is “false”, which Hugo cannot read as a date: write it with `draft` instead"
    )
    quiet("Jekyll", "published: false")


def test_hugo_reads_toml_and_json_too() -> None:
    toml = '+++\ntitle = "a"\ndate = ⟦"2025-1-31"⟧\ndraft = ⟦"yes"⟧\n+++\n'
    text, spans = unmark(toml)
    assert [one.span for one in found("Hugo", text)] == spans
    assert found("Hugo", '+++\ndate = 2025-01-31\nversion = "1.10"\nsize = 12e3\n+++\n') == []
    text, spans = unmark('{\n  "title": "a",\n  "date": ⟦"2025-1-31"⟧\n}\n')
    assert [one.span for one in found("Hugo", text)] == spans


@pytest.mark.parametrize("generator", GENERATORS)
def test_text_that_is_cut_at_a_number_sign(generator: str) -> None:
    unsafe = Applicability.UNSAFE
    message = flags(generator, "title: Bread in C# ⟦#1⟧", 'title: "Bread in C# #1"', unsafe)
    assert message.startswith("title ends at “Bread in C#”: YAML takes the rest of the line for a")
    flags(generator, "description: We ⟦#love bread⟧  ", 'description: "We #love bread"  ', unsafe)
    flags(generator, "tags:\n  - bread ⟦#1⟧\n  - b", 'tags:\n  - "bread #1"\n  - b', unsafe)
    flags(generator, "color: ⟦#fff⟧", 'color: "#fff"', unsafe)
    flags(generator, "theme:\n  main: ⟦#ff8800⟧", 'theme:\n  main: "#ff8800"', unsafe)
    assert check(generator, "title: Bread #1")[1] == "title: Bread #1"
    quiet(generator, "title: Bread # one\nweight: 1 #2\nlayout: post #nolint")
    quiet(generator, "title: Bread #TODO think\ntitle2: 'Bread #1'\nimage: #none\nx: # fff")
    quiet(generator, 'title: "Bread #1"\nsummary: Bread#1')


@pytest.mark.parametrize("generator", GENERATORS)
def test_backslashes_that_are_lost(generator: str) -> None:
    unsafe = Applicability.UNSAFE
    message = flags(generator, 'path: "⟦C:\\new\\table⟧"', "path: 'C:\\new\\table'", unsafe)
    assert message.startswith("C:\\new\\table loses its backslash")
    flags(generator, 'summary: "Speed ⟦\\times⟧ two"', "summary: 'Speed \\times two'", unsafe)
    quiet(generator, "path: 'C:\\new'\nother: C:\\new")
    quiet(generator, 'summary: "a\\nb"\ntext: "tab\\tby"\nescaped: "C:\\\\new \\\\times"')


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_list_below_text_is_swallowed(generator: str) -> None:
    message = flags(generator, "title: a\ntags: ⟦bread\n  - rye\n  - wheat⟧\nb: c", None)
    assert message.startswith("tags has text on its own line and a list below")
    quiet(generator, "title: a\ntags:\n  - rye\n  - wheat: x\n    more:\n      - y")
    quiet(generator, "title: a long\n  text on lines\nnote: |\n  one: two\n    - three")


def test_merges_are_not_made_by_nuxt() -> None:
    lines = "base: &b\n  a: 1\nother:\n  ⟦<<⟧: *b\n  c: 2"
    assert "Nuxt takes << for a key" in flags("Nuxt", lines, None)
    quiet("Hugo", unmark(lines)[0])


def test_templates_and_damage_are_left_alone() -> None:
    quiet("Hugo", "title: {{ .Title }}\ndraft: yes\ndate: {{ .Date }}")
    quiet("Hugo", "title: a\ndate: '{{ now }}'\nnote: x")
    assert found("Hugo", "No front matter: yes\n\ndraft: yes\n") == []
    assert found("Hugo", "---\ndraft: yes\n\nNever closed.\n") == []
    shown, _ = check("Hugo", "title: Foo: bar\ndraft: yes")
    assert shown == "title: Foo: bar\ndraft: ⟦yes⟧"


def test_hostile_values_are_harmless() -> None:
    for lines in ("v: " + "9" * 5000, "v: " + "1:" * 3000 + "1", "date: " + "2025-" * 900):
        for generator in GENERATORS:
            found(generator, f"---\n{lines}\n---\n")


@pytest.mark.parametrize(
    "piece",
    [
        "a: yes #",
        ": a b",
        "date: 2025-01-01 #",
        "a: 0",
        "- 12",
        "title: 1",
        " #",
        "a: b\n  ",
        "[no,",
        "x: 12:30\n",
        'x: "C:\\',
        "1_000,",
        "C:\\a",
    ],
)
def test_time_is_linear(piece: str, linear: Callable[..., None]) -> None:
    def work(size: int) -> None:
        many = "".join(piece.replace("x", f"x{number}") for number in range(size))
        found("Jekyll", f"---\na: #b #c\n{many}\n---\n")

    linear(work, 600)


def test_many_findings_are_found_and_the_first_are_repaired() -> None:
    lines = "\n".join(f"x{number}: 12:30" for number in range(400))
    all_found = found("Jekyll", f"---\n{lines}\n---\n")
    assert len(all_found) == 400
    assert all_found[0].fix
    assert all_found[-1].fix is None


def test_the_generator_is_that_of_the_site() -> None:
    page = "---\nopens: ⟦12:30⟧\n---\n"
    fixed = '---\nopens: "12:30"\n---\n'
    assert_flags(RULE, page, fixed, path="_posts/x.md", files={"_config.yml": ""})
    assert_flags(RULE, unmark(page)[0], path="content/x.md", files={"hugo.toml": ""})
