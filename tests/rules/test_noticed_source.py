"""Sources of which a register says something."""

import pytest

from contentlint import Severity
from contentlint.citations.lock import Notice
from contentlint.testing import assert_flags
from contentlint_rules.citations.noticed_source import NoticedSource

RULE = NoticedSource()
URL = "https://doi.org/10.5555/mill"
TEXT = f"It grinds all grain ([Weiss](⟦{URL}⟧), also [here]({URL}#a)).\n"


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        ("retraction", Severity.ERROR),
        ("withdrawal", Severity.ERROR),
        ("concern", Severity.WARNING),
        ("correction", Severity.INFO),
        ("published", Severity.INFO),
        ("addendum", Severity.INFO),
    ],
)
def test_each_source_is_told_once_a_page(seen, kind, level) -> None:
    notice = Notice(kind, "It was told\nin 2024.", "https://doi.org/10.5555/notice")
    (found,) = assert_flags(RULE, TEXT, files=seen(TEXT, {URL: {}}, notices=(notice,)))
    assert found.level is level
    told = "It was told in 2024 (https://doi.org/10.5555/notice). "
    assert found.message.startswith(f"A register says of this work: {told}")


@pytest.mark.parametrize(
    "text",
    [
        f"The work was since retracted ([Weiss]({URL})).\n",
        f"[Weiss]({URL}), article rétracté en 2024.\n",
        f"[Weiss]({URL}) wurde zurückgezogen.\n",
    ],
)
def test_a_page_that_knows_it(seen, text) -> None:
    files = seen(text, {URL: {}}, notices=(Notice("retraction", "It was retracted."),))
    assert_flags(RULE, text, files=files)


def test_nothing_is_registered(seen) -> None:
    text = TEXT.replace("⟦", "").replace("⟧", "")
    assert_flags(RULE, text, files=seen(text, {URL: {}}))
    assert_flags(RULE, text)
