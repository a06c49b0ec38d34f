"""Parameters that tell where an address was shared."""

import time

import pytest

from contentlint import Document, Severity, untracked
from contentlint.fix import Applicability
from contentlint.proof import objection
from contentlint.testing import assert_flags
from contentlint_rules.citations.tracking_parameter import TrackingParameter

RULE = TrackingParameter()
ALL = TrackingParameter(campaigns=True)
AT = "https://mill.test/a"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (f"[a]({AT}?⟦fbclid=x⟧)\n", f"[a]({AT})\n"),
        (f"[a]({AT}?⟦fbclid=x⟧#top)\n", f"[a]({AT}#top)\n"),
        (f"[a]({AT}?b=1&⟦gclid=x⟧&c=2)\n", f"[a]({AT}?b=1&c=2)\n"),
        (f"[a]({AT}?⟦gclid=x⟧&amp;c=2&amp;d=3)\n", f"[a]({AT}?c=2&amp;d=3)\n"),
        (f"[a]({AT}?⟦utm_source=rss&utm_medium=x⟧&c)\n", f"[a]({AT}?c)\n"),
        (f"[a]({AT}?⟦utm_term=b&c=1&utm_source=Twitter.com⟧)\n", f"[a]({AT}?c=1)\n"),
        (f"[a]({AT}?⟦utm_medium=email&utm_source=ours⟧)\n", f"[a]({AT})\n"),
        (
            f"[a]({AT}?⟦utm_source=feedburner&utm_campaign=F:+M+(M:+B)&utm_id=1⟧)b\n",
            f"[a]({AT})b\n",
        ),
        (f'[a]({AT}?⟦fbclid=x⟧ "T")\n', f'[a]({AT} "T")\n'),
        (f"<{AT}?⟦fbclid=x⟧>\n", f"<{AT}>\n"),
        (f"See {AT}?⟦fbclid=x⟧.\n", f"See {AT}.\n"),
        (f"See {AT}?⟦fbclid=x⟧, “{AT}?⟦fbclid=y⟧”.\n", f"See {AT}, “{AT}”.\n"),
        (f'<a href="{AT}?⟦fbclid=x_⟧">a</a>\n', f'<a href="{AT}">a</a>\n'),
        (f"[a]\n\n[a]: {AT}?⟦fbclid=x⟧\n", f"[a]\n\n[a]: {AT}\n"),
        (f"{AT}?⟦fbclid=x⟧", AT),
    ],
)
def test_what_programs_write(text, fixed) -> None:
    for found in assert_flags(RULE, text, fixed):
        assert found.level is Severity.WARNING
        document = Document("page.md", text.replace("⟦", "").replace("⟧", ""))
        assert objection(document, found.fix, RULE.changes) is None


@pytest.mark.parametrize(
    "text",
    [
        f"[a]({AT}?utm_source=our-docs&utm_medium=link)\n",
        f"[a]({AT}?b=fbclid) fbclid=1 utm_source=rss\n",
        f"[a]({AT}#a?fbclid=x)\n",
        f"[a]({AT}?myfbclid=x&b_fbclid=x)\n",
        f"`{AT}?fbclid=x`\n\n    {AT}?fbclid=x\n",
        f"[a]({AT}?fbclid=x&signature=b)\n",
        f"[a]({AT}?fbclid=x&X-Amz-Signature=b)\n",
        f"[Share](https://share.test/?url={AT}?b&utm_source=twitter)\n",
        "[Share](https://share.test/?url=https%3A%2F%2Fmill.test&utm_source=twitter)\n",
        f"[a]({AT}?fbclid={{{{ id }}}})\n",
        f"{AT}?fbclid=été\n",
        f"[{AT}?utm_source=rss]({AT}?utm_source=rss)\n",
        "/a?fbclid=x\n",
        f"---\nurl: {AT}?fbclid=x\n---\n",
    ],
)
def test_silent(text) -> None:
    assert_flags(RULE, text)


def test_a_campaign_that_may_be_meant_is_told_on_request() -> None:
    (found,) = assert_flags(ALL, f"[a]({AT}?⟦utm_source=our-docs⟧&b=1)\n")
    assert (found.level, found.fix.applicability) == (Severity.INFO, Applicability.UNSAFE)


@pytest.mark.parametrize(
    ("new", "old", "left"),
    [
        ("/a?utm_source=x&b=1#c", "/a", "/a?b=1#c"),
        ("/a?utm_source=x", "/a?utm_source=x", "/a?utm_source=x"),
        ("/a?", "/a", "/a?"),
        ("/a?b=1", "/a", "/a?b=1"),
        ("/a#?utm_source=x", "/a", "/a#?utm_source=x"),
    ],
)
def test_an_address_without_them(new, old, left) -> None:
    assert untracked(new, old) == left


@pytest.mark.parametrize(
    "text",
    [
        "https://a.test/?fbclid=" * 20_000,
        f"{AT}?" + "fbclid=x&" * 50_000,
        f"{AT}?fbclid=" + "(" * 100_000,
        f"{AT}?fbclid=" + "(a" * 100_000,
        "?fbclid=" * 50_000,
    ],
)
def test_time_is_linear(text) -> None:
    began = time.perf_counter()
    list(RULE.check(Document("page.md", text)))
    assert time.perf_counter() - began < 2
