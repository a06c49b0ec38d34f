"""“http://” where “https://” stands beside it."""

import pytest

from contentlint import Applicability, Document
from contentlint.testing import assert_flags
from contentlint_rules.links.insecure_link import InsecureLink

RULE = InsecureLink()
OTHER = {"other.md": "[a](https://mill.org/hours) <https://Weir.org/> https://pond.org/a#b\n"}


def both(marked: str, files: dict[str, str], rule: InsecureLink = RULE) -> None:
    """Flag a page with the facts of others: their links stand on the same page, at its end."""
    assert_flags(rule, marked + "\n\n" + "\n".join(files.values()))


@pytest.mark.parametrize(
    "marked",
    [
        "[a](⟦http://mill.org/hours⟧)",
        "[a](⟦http://mill.org/hours/⟧)",
        "[a](⟦http://mill.org/hours#top⟧)",
        "<⟦http://weir.org⟧>",
        "See ⟦http://pond.org/a⟧.",
        '<a href="⟦http://mill.org/hours⟧">a</a>',
        "[a]\n\n[a]: ⟦http://mill.org/hours⟧",
        "![a](⟦http://mill.org/hours⟧)",
    ],
)
def test_the_same_address_is_flagged(marked: str) -> None:
    both(marked, OTHER)


@pytest.mark.parametrize(
    "text",
    [
        "[a](http://mill.org/) [b](http://mill.org/hours?a=b) [c](http://www.mill.org/hours)",
        "`http://mill.org/hours` <!-- http://weir.org -->",
        "[a](https://web.archive.org/web/2020/http://mill.org/hours)",
        "[a](http://mill.org/{{ page }})",
    ],
)
def test_another_address_stays(text: str) -> None:
    both(text, OTHER)


def test_ones_own_computer_stays() -> None:
    both(
        "<http://localhost/a> <http://a.example.com/> <http://mill.test/>",
        {"a": "<https://localhost/a> <https://a.example.com/> <https://mill.test/>"},
    )


def test_the_fix_is_unsafe() -> None:
    marked = "[a](⟦http://mill.org/a⟧) [b](https://mill.org/a)\n"
    fixed = "[a](https://mill.org/a) [b](https://mill.org/a)\n"
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


def test_the_same_host_is_flagged_on_request() -> None:
    secure = {"a": "<https://mill.org/a> <https://mill.org/b> <https://mill.org/c>"}
    both("<http://mill.org/d>", secure)
    both("<⟦http://mill.org/d⟧> <http://weir.org/>", secure, InsecureLink(hosts=True))


def test_nothing_is_kept_of_a_page_without_addresses() -> None:
    assert RULE.collect(Document("a.md", "[a](b.md)")) is None
    assert RULE.collect(Document("a.md", "---\na: http://b.org\n---\n")) is None
