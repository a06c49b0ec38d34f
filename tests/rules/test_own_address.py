"""Links that name their own site."""

import pytest

from contentlint import Applicability
from contentlint.testing import assert_flags
from contentlint_rules.links.own_address import OwnAddress

RULE = OwnAddress()
HUGO = {"hugo.toml": 'baseURL = "https://mill.org/"\n'}
BELOW = {"mkdocs.yml": "site_url: https://mill.org/docs/\n"}


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("[a](⟦https://mill.org/hours/#b⟧)", "[a](/hours/#b)"),
        ("[a](⟦http://mill.org⟧)", "[a](/)"),
        ("![a](⟦https://mill.org/a.png⟧)", "![a](/a.png)"),
        ("[a]\n\n[a]: ⟦https://mill.org/hours⟧\n", "[a]\n\n[a]: /hours\n"),
        ('<a href="⟦https://mill.org/?a=b⟧">a</a>\n', '<a href="/?a=b">a</a>\n'),
    ],
)
def test_the_name_of_the_site_is_flagged(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, path="content/a.md", files=HUGO)
    unsafe = Applicability.UNSAFE
    assert_flags(RULE, marked, fixed, path="content/a.md", files=HUGO, least=unsafe)


def test_only_what_is_below_the_base_is_the_site() -> None:
    marked = "[a](⟦https://mill.org/docs/a⟧) [b](https://mill.org/blog/) [c](https://mill.org/)\n"
    assert_flags(RULE, marked, path="docs/a.md", files=BELOW)
    fixed = "[a](/docs/a) [b](https://mill.org/blog/) [c](https://mill.org/)\n"
    assert_flags(RULE, marked, fixed, path="docs/a.md", files=BELOW, least=Applicability.UNSAFE)


def test_what_adds_its_base_itself_gets_no_fix() -> None:
    config = "module.exports = {\n  url: 'https://mill.org',\n  baseUrl: '/d/',\n};\n"
    files = {"docusaurus.config.js": config}
    (found,) = assert_flags(RULE, "[a](⟦https://mill.org/d/a⟧)\n", path="docs/a.md", files=files)
    assert found.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://weir.org/) [b](https://www.mill.org/) [c](https://mill.org.uk/) [d](/a)\n",
        "<https://mill.org/a> https://mill.org/a [mill.org](https://mill.org/)\n",
        "`[a](https://mill.org/a)` <!-- [a](https://mill.org/a) -->\n",
        "[a](https://mill.org/{{ a }}) [b](https://mill.org:8080/a) [c](https://me@mill.org/)\n",
        "[a](https://weir.org/?u=https://mill.org/a)\n",
    ],
)
def test_other_addresses_stay(text: str) -> None:
    assert_flags(RULE, text, path="content/a.md", files=HUGO)


@pytest.mark.parametrize("path", ["README.md", "content/CONTRIBUTING.md", "notes/a.md"])
def test_pages_that_are_read_elsewhere_stay(path: str) -> None:
    assert_flags(RULE, "[a](https://mill.org/a)\n", path=path, files={**HUGO, "content/b.md": ""})
