import random

import pytest

from contentlint import Document
from contentlint.config import from_mapping
from contentlint.frontmatter import split
from contentlint.inference import Known, Page, infer, quoted
from contentlint.inference._groups import _spread as spread
from contentlint.inference._kinds import types
from contentlint.inference._words import is_one_slip
from contentlint.located import read_yaml
from contentlint.registry import installed


def page(path, lines="title: A"):
    text = lines if isinstance(lines, str) else "\n".join(lines)
    return Page.of(path, split(f"---\n{text}\n---\n\nText.\n") if text else None)


def pages(count, lines="title: A", folder="posts", **odd):
    """Pages of a directory; ``odd`` says what some hold instead, as ``p3="title: B"``."""
    names = [f"p{number}" for number in range(count)]
    return [page(f"{folder}/{name}.md", odd.get(name, lines)) for name in names]


def inferred(*groups, **more):
    return infer([one for group in groups for one in group], **more)


def rules(*groups, **more):
    """What is said of each key of the only collection."""
    (one,) = inferred(*groups, **more).collections
    return {each.name: dict(each.rules) for each in one.fields}


def odd(*groups, **more):
    return [
        (one.path, one.line, one.key, one.message) for one in inferred(*groups, **more).outliers
    ]


def names(*groups, **more):
    return {one.name: one.files for one in inferred(*groups, **more).collections}


# What is said of a key


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("A", "string"),
        ("7", "integer"),
        ("1.5", "number"),
        ("true", "boolean"),
        ("2025-01-02", "date"),
        ('"2025-01-02T10:00:00Z"', "date"),
        ("[a, b]", "list"),
        ("{a: 1}", "mapping"),
        ("https://a.example/x", "url"),
    ],
)
def test_the_type_that_all_values_have(value, kind):
    assert rules(pages(20, f"key: {value}"))["key"]["type"] == kind


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("slug", "a-b", "slug"),
        ("menu_slug", "a-b", "slug"),
        ("layout", "a-b", "string"),
        ("slug", "A b", "string"),
        ("lang", "fr", "language"),
        ("locale", "pt-BR", "language"),
        ("lang", "French", "string"),
        ("country", "fr", "string"),
        ("emoji", "🌻", "emoji"),
        ("emoji", "sun", "string"),
        ("icon", "🌻", "string"),
    ],
)
def test_a_narrow_type_needs_a_key_that_says_so(key, value, kind):
    assert rules(pages(20, f"{key}: {value}"))[key]["type"] == kind


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("/img/a.png", "path"),
        ("a.png", "path"),
        ("/img/b.png", "string"),
        ("a", "string"),
        ("https://x.example/a.png", "url"),
        ("x:a.png", "string"),
    ],
)
def test_a_path_is_that_of_a_file(value, kind):
    found = rules(pages(20, f"image: {value}"), known=Known(files={"a.png", "a"}))
    assert found["image"]["type"] == kind


def test_a_narrow_type_needs_all_values():
    assert rules(pages(30, "lang: fr", p4="lang: français"))["lang"]["type"] == "string"


@pytest.mark.parametrize(("lacking", "required"), [(0, True), (3, True), (4, False)])
def test_required_is_what_97_of_100_pages_have(lacking, required):
    without = {f"p{number}": "other: x" for number in range(lacking)}
    found = rules(pages(120, "key: x\nother: x", **without))
    assert found["key"].get("required", False) is required


@pytest.mark.parametrize(("key", "required"), [("topic", False), ("title", True)])
def test_what_many_pages_lack_they_lack_by_habit(key, required):
    without = {f"p{number}": "other: x" for number in range(9)}
    assert (
        rules(pages(500, f"{key}: x\nother: x", **without))[key].get("required", False) is required
    )
    few = {f"p{number}": "other: x" for number in range(5)}
    assert rules(pages(500, f"{key}: x\nother: x", **few))[key]["required"]


def test_what_is_empty_is_not_there():
    found = inferred(pages(100, "key: x", p7="key:", p8='key: ""'))
    (field,) = found.collections[0].fields
    assert (field.evidence, field.rules["required"]) == ("98 of 100 pages", True)
    # An empty text is a text; only no value at all is none.
    assert odd(pages(100, "key: x", p7="key:", p8='key: ""')) == [
        ("posts/p7.md", 2, "key", "“key” is empty; 98 of 100 pages have it")
    ]


def test_an_empty_text_is_no_date():
    found = odd(pages(100, "key: 2025-01-02", p8='key: ""'))
    assert found == [("posts/p8.md", 2, "key", "“key” is empty; 99 of 100 pages have it")]


def test_switches_and_what_hides_need_not_be_there():
    found = rules(pages(100, "toc: true\nmenu: {a: 1}\n_note: x\ntitle: x"))
    assert [key for key, each in found.items() if each.get("required")] == ["title"]


def test_in_a_small_blog_one_page_may_lack_what_each_should_have():
    lines = "title: A\ndate: 2025-01-02\nauthor: B"
    few = pages(7, lines, p3="title: A\nauthor: B", p5="title: A\ndate: 2025-01-02")
    found = rules(few)
    assert found["date"] == {"type": "date", "required": True}
    assert found["author"] == {"type": "string"}
    assert odd(few) == [("posts/p3.md", 1, "date", "“date” is missing; 6 of 7 pages have it")]
    assert "required" not in rules(pages(5, lines, p3="title: A\nauthor: B"))["date"]


def test_a_date_need_not_stand_where_the_name_of_the_file_says_it():
    dated = [page(f"posts/2025-01-0{n}-a.md", "title: A\ndate: 2025-01-02") for n in range(1, 9)]
    assert rules(dated)["date"]["required"]
    assert rules(dated, [page("posts/b.md")])["date"]["required"]
    without = [page("posts/2025-02-01-b.md")]
    assert "required" not in rules(dated, without)["date"]
    assert odd(dated, without) == []


def test_a_page_without_front_matter_is_odd_once():
    lines = "title: A\ndate: 2025-01-02"
    assert odd(pages(100, lines, p3="")) == [
        ("posts/p3.md", 1, "", "there is no front matter, as nearly all others have")
    ]


def test_few_values_of_another_kind_are_odd():
    found = pages(40, "date: 2025-01-02", p3="date: 2025-1-2")
    assert rules(found)["date"] == {"type": "date", "required": True}
    message = "“date” is “2025-1-2”, not a date as 2025-11-27, as 39 of 40 are"
    assert odd(found) == [("posts/p3.md", 2, "date", message)]


def test_many_values_of_another_kind_are_a_second_kind():
    some = {f"p{number}": "key: soon" for number in range(5)}
    assert rules(pages(40, "key: 2025-01-02", **some))["key"]["type"] == "string"
    some = {f"p{number}": "key: x" for number in range(5)}
    assert rules(pages(40, "key: 7", **some))["key"]["type"] == ["integer", "string"]
    assert odd(pages(40, "key: 7", **some)) == []


def test_a_kind_is_that_of_nearly_all_values_however_few_pages_have_the_key():
    some = {f"p{number}": "title: A\nkey: 7" for number in range(40)}
    others = {f"p{number}": "title: A\nkey: x" for number in range(40, 43)}
    found = pages(400, **some, **others)
    assert rules(found)["key"] == {"type": ["integer", "string"]}
    assert odd(found) == []


@pytest.mark.parametrize(
    ("usual", "other", "kind"),
    [
        ("[a]", "a", "list"),
        ("true", '"false"', "boolean"),
        ("true", "yes", "boolean"),
        ("7", "seven", "integer"),
        ("7", "1.5", "number"),
        ("true", "auto", ["boolean", "string"]),
        ("true", "{a: 1}", ["boolean", "mapping"]),
        ("a", "[a]", ["list", "string"]),
        ("a", "{a: 1}", ["mapping", "string"]),
        ("a", "2025", ["integer", "string"]),
        ("a", "2025-01-02", "string"),
        ("2025-01-02", "{created: 2025-01-02}", ["date", "mapping"]),
        ("[a]", "false", ["boolean", "list"]),
        ("[a]", "{a: 1}", ["list", "mapping"]),
    ],
)
def test_what_generators_take_for_the_same_is_not_odd(usual, other, kind):
    found = pages(40, f"key: {usual}", p3=f"key: {other}")
    assert rules(found)["key"]["type"] == kind
    surprising = isinstance(kind, str) and kind not in ("number", "string")
    assert len(odd(found)) == surprising


def test_a_strict_site_wants_text_for_text():
    found = pages(40, "title: a", p3="title: 2025")
    assert rules(found, known=Known(strict=True))["title"]["type"] == "string"
    message = "“title” is “2025”, not a text, as 39 of 40 are"
    assert odd(found, known=Known(strict=True)) == [("posts/p3.md", 2, "title", message)]
    assert odd(found) == []


def test_items_are_text_if_they_are_that_and_a_stray_colon_is_odd():
    found = pages(40, "tags: [a, b]", p3="tags:\n  - C++: a language", p4="tags:\n  - a\n  -")
    assert rules(found)["tags"] == {"type": "list", "required": True, "items": {"type": "string"}}
    assert odd(found) == [
        ("posts/p3.md", 2, "tags", _COLON),
        ("posts/p4.md", 2, "tags", "an item of “tags” is empty"),
    ]


_COLON = "an item of “tags” is not text: the colon behind “C++” makes it a key"


def test_nothing_is_said_of_items_of_several_kinds():
    assert "items" not in rules(pages(40, "tags: [a, 2025]"))["tags"]
    assert "items" not in rules(pages(40, "tags: [{a: 1}]"))["tags"]


def test_codes_that_come_back_are_a_choice():
    kinds = {f"p{number}": "kind: guide" for number in range(20)}
    found = pages(40, "kind: how-to", **kinds)
    assert rules(found)["kind"] == {
        "type": "string",
        "required": True,
        "enum": ["guide", "how-to"],
    }
    assert odd(pages(41, "kind: how-to", **kinds, p40="kind: How-to")) == [
        ("posts/p40.md", 2, "kind", "“kind” is “How-to”; 20 pages have “how-to”")
    ]


@pytest.mark.parametrize(
    ("key", "one", "other", "rare"),
    [
        ("kind", "guide", "how-to", "news"),  # a new word, not a slip
        ("kind", "Two words", "More words", "Two words"),
        ("title", "a", "b", "a"),
        ("kind", "a", "a", "a"),
    ],
)
def test_no_choice_is_made_of_what_may_be_free(key, one, other, rare):
    some = {f"p{number}": f"{key}: {other}" for number in range(20)}
    found = pages(41, f"{key}: {one}", **some, p40=f"{key}: {rare}")
    assert "enum" not in rules(found)[key]
    assert odd(found) == []


def test_too_many_words_or_too_few_uses_are_no_choice():
    many = {f"p{number}": f"kind: k{number % 13}" for number in range(130)}
    assert "enum" not in rules(pages(130, **many))["kind"]
    few = {f"p{number}": f"kind: k{number % 2}" for number in range(14)}
    assert "enum" not in rules(pages(14, **few))["kind"]


def test_slugs_are_unique_if_they_all_are():
    each = {f"p{number}": f"slug: s{number}\nid: s{number}" for number in range(20)}
    found = rules(pages(20, **each))
    assert found["slug"] == {"type": "slug", "required": True, "unique": True}
    assert "unique" not in found["id"]
    assert "unique" not in rules(pages(20, **(each | {"p3": "slug: s4\nid: x"})))["slug"]


def test_what_few_pages_have_is_not_spoken_of():
    found = rules(pages(100, "title: A", p1="title: A\nb: 1", p2="title: A\nb: 1"))
    assert set(found) == {"title"}


def test_keys_stand_in_the_order_of_the_pages():
    some = {f"p{number}": "aliases: [x]\ntitle: A\ndate: 2025-01-02" for number in range(8)}
    found = rules(pages(20, "title: A\ndate: 2025-01-02", **some))
    assert list(found) == ["aliases", "title", "date"]
    lines = "zebra: 1\ntitle: A\ndate: 2025-01-02"
    assert list(rules(pages(20, lines))) == ["zebra", "title", "date"]


# Slips


def test_a_rare_key_like_a_common_one_is_a_slip():
    found = pages(20, "title: A\ndescription: B", p7="title: A\ndesciption: B")
    assert rules(found)["description"] == {"type": "string", "required": True}
    message = "“desciption” may be meant as “description”, which 19 pages have"
    assert odd(found) == [("posts/p7.md", 3, "desciption", message)]
    assert set(rules(found)) == {"title", "description"}
    both = pages(20, "title: A\ndescription: B", p7="description: A\ndesciption: B\ntitle: C")
    assert odd(both) == []


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("excludeFromSidebar", "excludeFromSearch"),
        ("image1", "image2"),
        ("risks", "risks_url"),
    ],
)
def test_a_rare_key_that_is_another_word_is_named_so_that_it_is_no_slip(common, rare):
    found = pages(20, f"title: A\n{common}: B", p7=f"title: A\n{rare}: B")
    assert odd(found) == []
    assert set(rules(found)) <= {"title", common, rare}


def test_a_key_in_the_plural_is_a_slip_only_where_it_is_very_rare():
    found = rules(pages(8, "title: A\ntags: [a]", p7="title: A\ntag: a"))
    assert found["tag"] == {}
    assert odd(pages(30, "title: A\ntags: [a]", p7="title: A\ntag: a"))


def test_two_common_keys_that_are_alike_are_both_meant():
    half = {f"p{number}": "Title: A\nx: 1" for number in range(10)}
    found = rules(pages(20, "title: A\nx: 1", **half))
    assert found["title"] == found["Title"] == {"type": "string"}


@pytest.mark.parametrize(
    ("word", "meant", "slip"),
    [
        ("desciption", "description", True),
        ("tilte", "title", True),
        ("titel", "title", True),
        ("titles", "title", True),
        ("pub_date", "pubDate", True),
        ("teaser", "Teaser", True),
        ("date", "rate", True),
        ("lead", "load_time", False),
        ("dates", "dater", True),
        ("abcd", "abdc", True),
        ("abcd", "badc", False),
    ],
)
def test_one_slip(word, meant, slip):
    assert is_one_slip(word, meant) is slip
    assert is_one_slip(meant, word) is slip


# What more than a few pages break is no rule


def test_the_pages_that_differ_are_few():
    lines = {f"k{number}": "x" for number in range(30)}
    draw = random.Random(7)
    found = []
    for number in range(300):
        own = {key: value for key, value in lines.items() if draw.random() > 0.02}
        found.append(page(f"posts/p{number}.md", "\n".join(f"{k}: {v}" for k, v in own.items())))
    result = infer(found)
    assert 0 < len(result.outliers) <= 6
    required = [each for each in result.collections[0].fields if each.rules.get("required")]
    assert 0 < len(required) < 30


# Directories


def test_directories_with_other_keys_are_other_collections():
    podcast = pages(20, "title: A\nepisode: 1", "content/podcast")
    found = names(pages(20, "title: A\ndate: 2025-01-02", "content/posts"), podcast)
    assert found == {"podcast": ("content/podcast/**",), "posts": ("content/posts/**",)}


def test_one_key_more_tells_many_pages_apart_and_few_not():
    lines = "title: A\ndate: 2025-01-02\ntags: [a]"
    more = f"{lines}\nplace: B"
    assert len(names(pages(20, lines, "content/a"), pages(20, more, "content/b"))) == 2
    assert len(names(pages(19, lines, "content/a"), pages(19, more, "content/b"))) == 1
    kinds = pages(20, lines.replace("[a]", "a"), "content/b")
    assert len(names(pages(20, lines, "content/a"), kinds)) == 2


def test_of_two_collections_the_last_that_takes_a_page_in_counts():
    lines = "title: A\ndate: 2025-01-02"
    many = [pages(9, lines, f"content/{it}") for it in "abcdef"]
    found = inferred(*many, pages(9, "sku: 1\nprice: 2", "content/shop"))
    assert [(one.files, one.pages) for one in found.collections] == [
        (("content/**",), 54),
        (("content/shop/**",), 9),
    ]
    config = from_mapping(installed(), read_yaml(found.block).plain())
    assert config.collections_of("content/shop/p1.md")[-1].name == "shop"


def test_a_directory_in_one_that_is_named_is_not_named_again():
    lines, shop = "title: A\ndate: 2025-01-02", "sku: 1\nprice: 2"
    deep = [pages(9, lines, f"content/a/{it}") for it in "uvwxyz"]
    found = names(*deep, pages(9, shop, "content/a/shop"), pages(9, lines, "content/a/shop/more"))
    assert found == {"a": ("content/a/**",), "shop": ("content/a/shop/*.md",)}


def test_a_pattern_that_another_takes_in_is_not_written():
    assert spread(["a/b/**", "a/**", "ab/**", "a/*.md"], set()) == ("a/**", "ab/**")


def test_few_pages_with_little_in_common_are_not_one():
    a, b = "title: A\na: 1", "title: A\nb: 1"
    assert set(names(pages(6, a, "content/a"), pages(6, b, "content/b"))) == {"a", "b"}


def test_one_short_name_is_no_language():
    faq = pages(6, "question: A\nanswer: B", "content/faq")
    assert set(names(pages(6, "title: A", "content/it"), faq)) == {"it", "faq"}


def test_directories_with_the_same_keys_are_one():
    found = names(pages(20, folder="content/a"), pages(20, folder="content/b"))
    assert found == {"content": ("content/**",)}


def test_years_versions_and_languages_do_not_part_pages():
    years = [
        pages(6, folder=f"content/posts/{year}/{month}")
        for year in (2024, 2025)
        for month in (1, 2)
    ]
    assert names(*years) == {"posts": ("content/posts/**",)}
    versions = [pages(6, "id: a", f"docs/{it}/api") for it in ("v1.2", "v2.x", "version-3.0")]
    assert names(*versions) == {"api": ("docs/*/api/**",)}


def test_languages_are_told_by_the_site_or_by_each_other():
    both = [pages(6, folder=f"content/{lang}/posts") for lang in ("en", "fr")]
    other = [pages(6, "sku: 1\nprice: 2", f"content/{lang}/shop") for lang in ("en", "fr")]
    assert names(*both, *other) == {
        "posts": ("content/en/posts/**", "content/fr/posts/**"),
        "shop": ("content/en/shop/**", "content/fr/shop/**"),
    }
    alone = names(both[0], other[0], languages=["en"])
    assert set(alone) == {"posts", "shop"}
    many = [
        pages(6, f"{k}: 1\nz: 1", f"{lang}/{k}")
        for lang in ("de", "en", "es", "fr", "it")
        for k in "ab"
    ]
    assert set(names(*many).values()) == {("*/a/**",), ("*/b/**",)}


def test_a_page_with_its_images_is_a_page():
    bundles = [page(f"content/posts/p{number}/index.md") for number in range(8)]
    assert names(bundles, pages(8, "sku: 1\nprice: 2", "content/shop")) == {
        "posts": ("content/posts/**",),
        "shop": ("content/shop/**",),
    }


def test_pages_beside_directories_are_a_collection_of_their_own():
    found = names(pages(8, "sku: 1\nprice: 2", "content"), pages(8, folder="content/posts"))
    assert found == {"content": ("content/*.md",), "posts": ("content/posts/**",)}
    top = [page(f"p{number}.md", "sku: 1\nprice: 2") for number in range(8)]
    assert names(top, pages(8, folder="posts")) == {"pages": ("/*.md",), "posts": ("posts/**",)}


def test_few_pages_of_another_kind_are_asked_nothing():
    many = [pages(9, "title: A\ndate: 2025-01-02", f"content/{it}") for it in "abcdef"]
    found = inferred(*many, pages(3, "sku: 1", "content/shop"))
    assert [one.files for one in found.collections] == [("content/**",)]
    assert found.others == ("content/shop/**",)
    assert found.outliers == ()


def test_directories_that_are_collections_by_name_stay_apart():
    found = names(pages(6, folder="_news"), pages(6, folder="_rides"))
    assert found == {"news": ("_news/**",), "rides": ("_rides/**",)}
    top = [page(f"p{number}.md") for number in range(6)]
    found = names(top, pages(6, folder="_news"))
    assert found == {"pages": ("/*.md",), "news": ("_news/**",)}
    found = names(pages(6, folder="src/content/a"), pages(6, folder="src/content/b"))
    assert set(found) == {"a", "b"}


def test_a_name_is_not_given_twice():
    found = names(
        pages(6, "a: 1\nb: 1", "x/posts"),
        pages(6, "c: 1\nd: 1", "y/posts"),
        pages(6, "e: 1\nf: 1", "z/_posts"),
    )
    assert set(found) == {"posts", "y-posts", "z-posts"}


def test_a_name_is_one_that_settings_can_have():
    found = inferred(pages(6, folder="content/Größe & Maß"), pages(6, "b: 1\nc: 1", "content/[x]*"))
    config = from_mapping(installed(), read_yaml(found.block).plain())
    assert config.collections_of("content/[x]*/p1.md")[-1].name == "x"
    assert config.collections_of("content/Größe & Maß/p1.md")[-1].name == "größe-maß"


@pytest.mark.parametrize(
    "name", ["_index.md", "README.md", "CHANGELOG.md", "LICENSE.md", "CONTRIBUTING.md", "404.md"]
)
def test_pages_that_are_about_a_directory_or_a_project_are_left_out(name):
    found = inferred(pages(8), [page(f"posts/{name}", "other: 1")])
    assert found.collections[0].pages == 8
    assert found.others == (name,)
    # Where such a page holds the same, nothing has to be said of it.
    assert inferred(pages(8), [page(f"posts/{name}")]).others == ()


@pytest.mark.parametrize(
    "folder", ["archetypes", "templates", "_layouts", "vendor", "node_modules"]
)
def test_templates_and_what_others_wrote_is_left_out(folder):
    found = inferred(pages(8), pages(8, "x: 1\ny: 2", f"posts/{folder}"))
    assert [one.files for one in found.collections] == [("posts/**",)]
    assert found.others == (f"posts/{folder}/**",)


def test_an_index_among_pages_says_what_they_are():
    others = [page("posts/index.md", "layout: list"), page("fr/posts/index.md", "layout: list")]
    found = inferred(pages(8), pages(8, folder="fr/posts"), others)
    assert found.others == ("index.md",)
    assert found.outliers == ()


def test_four_pages_are_no_collection():
    assert inferred(pages(4)).collections == ()
    assert inferred(pages(4)).block == ""
    assert infer([]).collections == ()


def test_pages_that_have_nothing_in_common_are_no_collection():
    assert inferred(pages(30, "")).collections == ()


def test_templates_are_not_read_and_broken_pages_are_named():
    assert page("posts/a.md", "title: {{ .Title }}") is None
    broken = page("posts/a.md", "title: ok\nkey: a: b")
    found = inferred(pages(8), [broken])
    assert found.collections[0].pages == 8
    assert [tuple(one) for one in found.outliers] == [
        ("posts/a.md", 3, "", "the front matter cannot be read")
    ]


def test_of_a_key_that_stands_twice_the_page_can_still_be_read():
    assert page("posts/a.md", "title: A\ntitle: B").values["title"].value == "B"


# Settings


def test_the_block_says_what_was_found():
    some = {f"p{number}": "title: B\ndate: 2025-01-02\non: 1" for number in range(4)}
    assert (
        inferred(pages(6, "title: A\ndate: 2025-01-02", **some)).block
        == """\
collections:
  posts:                                              # 6 pages
    files: ["posts/**"]
    fields:
      title: { type: string, required: true }         # all 6 pages
      date: { type: date, required: true }            # all 6 pages
      "on": integer                                   # 4 of 6 pages
"""
    )


@pytest.mark.parametrize(
    "word",
    [
        *("a", "on", "No", "null", "1", "1.5", "", "a b", "a: b", '"', "\\", "#x", "- a", "~", "="),
        *("é", "🌻", "\u202e", "\x1b[31m", "\x85", "\ufeff", "2025-01-02", "x" * 300, "{a", "\n"),
    ],
)
def test_what_is_written_is_what_was_meant(word):
    written = quoted(word)
    assert read_yaml(f"{written}: {written}").plain() == {word: word}
    assert written.isprintable()


def test_what_yaml_merges_is_no_key():
    found = page("posts/a.md", "base: &b {x: 1}\n<<: *b")
    assert set(found.values) == {"base"}


def test_what_is_proposed_is_held_by_the_pages():
    texts = {
        f"posts/p{number}.md": f"---\ntitle: A {number}\nslug: s-{number}\ntags: [a]\n"
        f"date: 2025-01-{number + 1:02}\nkind: {'guide' if number % 2 else 'how-to'}\n---\n"
        for number in range(24)
    }
    texts["posts/p3.md"] = texts["posts/p3.md"].replace("2025-01-04", "2025-1-4")
    texts["posts/p5.md"] = texts["posts/p5.md"].replace("slug", "Slug")
    texts["posts/p7.md"] = texts["posts/p7.md"].replace("title: A 7\n", "")
    found = infer([Page.of(path, split(text)) for path, text in texts.items()])
    plain = read_yaml(found.block).plain()
    config = from_mapping(installed(), {**plain, "select": ["front-matter-schema"]})
    told = {
        (path, one.span.start)
        for path, text in texts.items()
        for configured in config.rules_for(path)
        for one in configured.rule.check(Document(path, text))
    }
    assert {path for path, _ in told} == {one.path for one in found.outliers}
    assert len(told) == len(found.outliers) == 3


def test_types_that_take_all_kinds():
    assert types(["date", "string"]) == "string"
    assert types(["integer", "number"]) == "number"
    assert types(["boolean", "date", "string"]) == ["boolean", "string"]


def test_time_is_linear_in_the_pages(linear):
    def work(size):
        infer(pages(size, "title: A\ndate: 2025-01-02\ntags: [a, b]\nslug: a"))

    linear(work, 100)


def test_time_is_linear_in_the_directories(linear):
    def work(size):
        infer([page(f"a{number}/b{number}/p.md", f"k{number % 3}: 1") for number in range(size)])

    linear(work, 100)
