"""Links to where pages were."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags
from contentlint_rules.citations._moves import moved_to
from contentlint_rules.citations.moved_link import MovedLink

RULE = MovedLink()
SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE
URL = "https://mill.test/report"
NEW = "https://mill.test/2025/report"
TEXT = f"See [the report](⟦{URL}⟧).\n"


def moved(seen, final, **more):
    return seen(TEXT, {URL: {}}, **{"verdict": "moved", "permanent": True, "final": final, **more})


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (TEXT, f"See [the report]({NEW}).\n"),
        (f"See [the report](⟦{URL}#rye⟧).\n", f"See [the report]({NEW}#rye).\n"),
        (f'See [the report](⟦{URL}⟧ "Rye").\n', f'See [the report]({NEW} "Rye").\n'),
        (f"See [a report][1].\n\n[1]: ⟦{URL}⟧\n", f"See [a report][1].\n\n[1]: {NEW}\n"),
    ],
)
def test_on_the_same_site_it_is_safe(seen, text, fixed) -> None:
    (found,) = assert_flags(RULE, text, fixed, files=moved(seen, NEW))
    assert found.message.startswith(f"This page has moved to “{NEW}")
    assert found.fix.title == "Link to the new address"


@pytest.mark.parametrize(
    ("text", "final", "title"),
    [
        (TEXT, "https://weir.test/report", ""),
        (TEXT, "https://mill.test.evil.test/report", ""),
        (TEXT, "https://old.mill.test/report", ""),
        (TEXT, "https://mill.test:8080/report", ""),
        (TEXT, "http://mill.test/2025/report", ""),
        (TEXT, "https://mill.test@weir.test/report", ""),
        (TEXT, "https://mill.test:443@weir.test/report", ""),
        (TEXT, "https://weir.test/report", "The report of the mill"),
        (f"See <⟦{URL}⟧>.\n", NEW, ""),
    ],
)
def test_elsewhere_somebody_has_to_look(seen, text, final, title) -> None:
    (found,) = assert_flags(RULE, text, files=moved(seen, final, title=title))
    assert found.fix.applicability is UNSAFE


def test_a_title_proves_nothing_since_whoever_has_the_page_writes_it(seen) -> None:
    text, final = f"See [Rye in the valley](⟦{URL}⟧).\n", "https://weir.test/rye"
    (found,) = assert_flags(RULE, text, files=moved(seen, final, title="Rye in the valley"))
    assert found.fix.applicability is UNSAFE


def test_the_first_page_of_a_site_is_no_page_s_new_place(seen) -> None:
    (found,) = assert_flags(RULE, TEXT, files=moved(seen, "https://mill.test/"))
    assert found.fix is None
    assert "leads to the first page" in found.message


@pytest.mark.parametrize(
    "final",
    [
        *("https://mill.test/a)b", "https://mill.test/a b", "x:y", ""),
        *("https://mill.test/a)b(", "https://mill.test/a)(b", "https://mill.test/?a&copy;=b"),
        *("https://mill.test/\u202eb", "https://mill.test/\x1b[2J", "https://mill.test/\ud800"),
        *("https://mill.test/\u200bb", "https://mill.test/a\nb", "https://mill.test/a](b"),
        *("https://mill.test:\x00/a", "https://mill.test:99x/a", "https://mi,ll.test/a"),
        *("javascript:alert(1)", "data:text/html,b", "file:///etc/passwd", "//weir.test/a"),
        *("https://mill.test\\@weir.test/a", "https://mill.test/<b>", 'https://mill.test/a"b'),
    ],
)
def test_no_fix_with_what_cannot_be_an_address(seen, final) -> None:
    for found in assert_flags(
        RULE,
        TEXT if final[:5] == "https" else TEXT.replace("⟦", "").replace("⟧", ""),
        files=moved(seen, final),
    ):
        assert found.fix is None


@pytest.mark.parametrize(
    "more",
    [{"permanent": False}, {"verdict": "alive"}, {"verdict": "dead"}, {"verdict": "blocked"}],
)
def test_silent(seen, more) -> None:
    assert_flags(RULE, TEXT.replace("⟦", "").replace("⟧", ""), files=moved(seen, NEW, **more))


@pytest.mark.parametrize(
    ("url", "final", "new"),
    [
        ("http://mill.test/a", "https://mill.test/a", "https://mill.test/a"),
        ("http://www.mill.test/a?b=c", "https://mill.test/a?b=c", "https://mill.test/a?b=c"),
        ("https://mill.test/a#b", "https://mill.test/c", "https://mill.test/c#b"),
        ("https://mill.test/a#b", "https://mill.test/c#d", "https://mill.test/c#d"),
        ("https://mill.test/a", "https://mill.test/c?utm_source=x&b=1", "https://mill.test/c?b=1"),
        ("https://mill.test/a", "https://mill.test/c?utm_source=x#d", "https://mill.test/c#d"),
        ("https://mill.test/?gclid=1", "https://m.test/c?gclid=1", "https://m.test/c?gclid=1"),
        ("http://mill.test", "https://mill.test/en/", "https://mill.test"),
        ("https://mill.test/", "https://mill.test/en/home", None),
        ("https://mill.test", "https://mill.test/", None),
        ("https://mill.test/a", "https://mill.test/a/", None),
        ("https://doi.org/10.5555/a", "https://mill.test/a", None),
        ("http://dx.doi.org/10.5555/a", "https://mill.test/a", None),
        ("https://web.archive.org/web/2020/https://a.test", "https://web.archive.org/b", None),
        ("mailto:a@mill.test", "https://mill.test/a", None),
        ("https://mill.test/a", "ftp://mill.test/a", None),
    ],
)
def test_what_is_written_instead(url, final, new) -> None:
    assert moved_to(url, final) == new
