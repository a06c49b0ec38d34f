"""Dates that contradict each other."""

import pytest

from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter.date_order import DateOrder

RULE = DateOrder()


@pytest.mark.parametrize(
    "head",
    [
        "---\ndate: 2025-03-14\nlastmod: ⟦2025-03-13⟧\n---\n",
        "---\nlastmod: ⟦2025-03-13⟧\ndate: 2025-03-14\n---\n",
        "---\r\ndate: 2025-03-14\r\nlastmod: ⟦2025-03-13⟧\r\n---\r\n",
        '---\npubDate: "2025-03-14"\nupdatedDate: ⟦"2024-03-13"⟧\n---\n',
        "---\ndate: 2025-03-14\nlast_modified_at: ⟦2025-03-13 10:00:00⟧\n---\n",
        "+++\ndate = 2025-03-14T10:00:00Z\nupdated = ⟦2025-03-13T10:00:00Z⟧\n+++\n",
        "---\ndate: 2025-10-14\nlastmod: ⟦2025-9-30⟧\n---\n",
        '{\n"date": "2025-03-14",\n"modified": ⟦"2025-03-13"⟧\n}\n',
        "---\npublishDate: 2025-03-14\nexpiryDate: ⟦2025-03-10⟧\n---\n",
        "---\ndate: 2025-03-14\nlast-updated: ⟦2025-03-13⟧\nexpirydate: ⟦2020-01-01⟧\n---\n",
        "---\ncreated: 2025-03-14T10:00:00+02:00\nmodDatetime: ⟦2025-03-12⟧\n---\n",
        "---\ndate: 2025-03-14\npublishDate: 2025-04-01\nlastmod: ⟦2025-03-13⟧\n---\n",
        "---\ntitle: '{{ a }} and b'\ndate: 2025-03-14\nlastmod: ⟦2025-03-13⟧\n---\n",
    ],
)
def test_flagged(head: str) -> None:
    assert_flags(RULE, head)


@pytest.mark.parametrize(
    "head",
    [
        "---\ndate: 2025-03-14\nlastmod: 2025-03-14\n---\n",
        "---\ndate: 2025-03-14T10:00:00\nlastmod: 2025-03-14T09:00:00\n---\n",
        "---\ndate: 2025-03-14\nlastmod: 2025-03-15\n---\n",
        "---\nlastmod: 2025-03-13\n---\n",
        "---\ndate: 2025-03-14\nlastmod: last week\n---\n",
        "---\ndate: 2025-03-14\nlastmod: false\n---\n",
        "---\ndate: 2025-03-14T10:00:00+02:00\nlastmod: 2025-03-13\n---\n",
        "---\ndate: 2025-03-14T00:10:00+02:00\nlastmod: 2025-03-13T23:50:00Z\n---\n",
        "---\npublishDate: 2025-04-01\ndate: 2025-03-01\nlastmod: 2025-03-13\n---\n",
        "---\ndate: {{ .Date }}\nlastmod: 2025-03-13\n---\n",
        "---\ndate: 2025-03-14\nlastmod: {{ .Lastmod }}\n---\n",
        "---\ndate: 2025-03-14\nother:\n  lastmod: 2020-01-01\n---\n",
        "---\ndate: 2025-03-14\n---\n\nlastmod: 2020-01-01\n",
        "lastmod: 2020-01-01\ndate: 2025-03-14\n",
        "---\ndate: 2025-03-14\ntitle: 2020-01-01\nlastmodified_by: 2020-01-01\n---\n",
    ],
)
def test_silent(head: str) -> None:
    assert_flags(RULE, head)


def test_what_is_said() -> None:
    (found,) = violations(RULE, "---\ndate: 2025-03-14\nlastmod: 2024-03-20\n---\n")
    assert found.message == "The page was changed on 2024-03-20, before its “date”, 2025-03-14"
    (found,) = violations(RULE, "---\ndate: 2025-03-14\nexpires: 2024-03-20\n---\n")
    assert found.message == "The page expires on 2024-03-20, before its “date”, 2025-03-14"


@pytest.mark.parametrize(
    "key", ["lastmod", "Lastmod", "last_modified_at", "lastModified", "modified", "dateModified",
            "modDatetime", "updated", "updatedDate", "updated_at", "updatedAt", "lastUpdated",
            "last_updated", "last_update", "dateUpdated", "expiryDate", "expirydate",
            "unpublishDate", "expires", "expired", "date-modified"],
)  # fmt: skip
def test_no_key_is_missed_by_the_first_look(key: str) -> None:
    assert_flags(RULE, f"---\ndate: 2025-03-14\n{key}: ⟦2024-03-20⟧\n---\n")
    text = f"---\ndate: 2025-03-14\n{key}: 2024-03-20\n---\n"
    assert RULE.concerns(text)


def test_the_front_matter_of_other_pages_is_not_parsed() -> None:
    from contentlint import Document

    page = Document("a.md", "---\ndate: 2025-03-14\ntitle: An update\n---\n")
    assert list(RULE.check(page)) == []
    assert page.front_matter is not None
    assert "_reading" not in page.front_matter.__dict__


@pytest.mark.parametrize("part", ["lastmod: 2020-01-01\n", "date: 2025-01-01\n", "last_", "\n"])
def test_hostile_pages_take_no_time(linear, part: str) -> None:
    linear(lambda size: violations(RULE, "---\ndate: 2025-03-14\n" + part * size + "---\n"), 300)
