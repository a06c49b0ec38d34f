"""Slashes and endings of links between pages."""

import pytest

from contentlint import Applicability
from contentlint.testing import assert_flags
from contentlint_rules.links.address_form import AddressForm

PATHS = (
    "[a](/a/) [b](/b) [c](c/?d=e) [d](d#e) [e](e.md) [f](f.png) [g](v1.2) [h](#i) [i](../) [j](/)\n"
)


def test_nothing_is_asked_for_by_itself() -> None:
    assert_flags(AddressForm(), PATHS)


@pytest.mark.parametrize(
    ("policy", "marked", "fixed"),
    [
        (
            "always",
            PATHS.replace("(/b)", "(⟦/b⟧)").replace("(d#e)", "(⟦d#e⟧)"),
            PATHS.replace("(/b)", "(/b/)").replace("(d#e)", "(d/#e)"),
        ),
        (
            "never",
            PATHS.replace("(/a/)", "(⟦/a/⟧)").replace("(c/?d=e)", "(⟦c/?d=e⟧)"),
            PATHS.replace("(/a/)", "(/a)").replace("(c/?d=e)", "(c?d=e)"),
        ),
    ],
)
def test_slashes(policy: str, marked: str, fixed: str) -> None:
    rule = AddressForm(trailing_slash=policy)  # type: ignore[arg-type]
    assert_flags(rule, marked)
    assert_flags(rule, marked, fixed, least=Applicability.UNSAFE)


def test_what_most_links_do() -> None:
    rule = AddressForm(trailing_slash="majority", page_ending="majority")
    most = "[a](/a/) [b](/b/) [c](/c/) [d](/d/) [e](/e/) [f](/f/)"
    assert_flags(rule, f"{most} [g](⟦/g⟧) [h](⟦/h.md⟧)\n")
    assert_flags(rule, "[a](/a/) [b](/b)\n")
    assert_flags(rule, f"{most} [a](/g) [b](/h) [c](/i) [d](/j)\n")


def test_endings() -> None:
    never = AddressForm(page_ending="never")
    marked = (
        "[a](⟦/a.md⟧) [b](⟦b.mdx?c#d⟧) [c](c) `[d](d.md)` [e](e.pdf) [f](https://mill.org/f.md)\n"
    )
    assert_flags(never, marked)
    fixed = "[a](/a) [b](b?c#d) [c](c) `[d](d.md)` [e](e.pdf) [f](https://mill.org/f.md)\n"
    assert_flags(never, marked, fixed, least=Applicability.UNSAFE)
    always = AddressForm(page_ending="always")
    assert_flags(always, "[a](⟦a⟧) [b](b.md) [c](c)\n", files={"a.md": "", "b.md": ""})


def test_templates_and_code_stay() -> None:
    rule = AddressForm(trailing_slash="always", page_ending="never")
    assert_flags(rule, "[a]({{ a }}) [b](/b/{{ c }}) `[a](/a)` <!-- [a](/a) -->\n")
