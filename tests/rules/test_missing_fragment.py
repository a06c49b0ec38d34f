"""Links to places that a page does not have."""

from contentlint.testing import assert_flags
from contentlint_rules.citations.missing_fragment import MissingFragment

RULE = MissingFragment()
URL = "https://mill.test/report"


def test_only_the_place_that_is_missing(seen) -> None:
    text = f"See [rye](⟦{URL}#rye⟧), [wheat]({URL}#wheat), [all]({URL}).\n"
    (found,) = assert_flags(RULE, text, files=seen(text, {URL: {}}, missing=("rye",)))
    assert found.message.startswith("The page has no place “#rye” (seen on 2026-11-20)")


def test_silent(seen) -> None:
    text = f"See [rye]({URL}#rye).\n"
    assert_flags(RULE, text, files=seen(text, {URL: {}}))
    assert_flags(RULE, text, files=seen(text, {URL: {}}, missing=("rye",), verdict="dead"))
    assert_flags(RULE, text)
