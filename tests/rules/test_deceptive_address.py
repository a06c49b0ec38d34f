"""Addresses that are not what they seem."""

import pytest

from contentlint import Severity
from contentlint.testing import assert_flags
from contentlint_rules.links.deceptive_address import DeceptiveAddress

RULE = DeceptiveAddress()


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("[a](⟦https://аррӏе.com/⟧)", "apple"),
        ("[a](⟦https://www.раураl.com⟧)", "paypal"),
        ("<⟦https://gοοgle.com/⟧>", "google"),
        ("[a](⟦https://xn--80ak6aa92e.com/⟧)", "apple"),
        ('<a href="⟦https://аррӏе.com/⟧">a</a>\n', "apple"),
        ("[a]\n\n[a]: ⟦https://аррӏе.com/⟧\n", "apple"),
    ],
)
def test_letters_that_look_like_others_are_flagged(marked: str, shown: str) -> None:
    (found,) = assert_flags(RULE, marked)
    assert f"look like “{shown}”" in found.message
    assert found.level is Severity.ERROR


@pytest.mark.parametrize(
    "marked",
    [
        "[https://mill.org](⟦https://weir.org⟧)",
        "[www.mill.org](⟦https://www.weir.org/a⟧)",
        "- > [http://mill.org/a](<⟦https://weir.org/a⟧>)\r\n",
    ],
)
def test_words_that_name_another_site_are_flagged(marked: str) -> None:
    (found,) = assert_flags(RULE, marked)
    assert "name “" in found.message
    assert found.level is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://münchen.de) [b](https://пример.рф) [c](https://日本語.jp) [d](https://ёлка.com)\n",
        "[a](https://xn--mnchen-3ya.de) [b](https://аса.рф) [c](https://παράδειγμα.gr/аррӏе)\n",
        "[a](https://mill.org/аррӏе) [b](https://mill.org/?a=раураl) [c](https://café.fr)\n",
        "`[a](https://аррӏе.com/)` <!-- <https://аррӏе.com/> -->\n",
        "[http://mill.org](https://mill.org/) [www.mill.org](https://mill.org) [https://mill.org](https://www.mill.org/a)\n",
        "[https://mill.org](https://en.mill.org) [https://docs.mill.org](https://mill.org/docs)\n",
        "[https://mill.org](https://mill.com) [https://a.mill.co.uk](https://b.mill.co.uk)\n",
        "[https://mill.org](https://bit.ly/a) [https://bit.ly/a](https://mill.org)\n",
        "[https://mill.org](https://web.archive.org/web/2020/https://mill.org)\n",
        "[https://mill.org](https://weir.org/redirect?a=1) [https://mill.org](https://click.weir.org/a)\n",
        "[https://mill.org or so](https://weir.org) [Node.js](https://nodejs.org) [mill.org](https://weir.org)\n",
        "![https://mill.org](https://weir.org/a.png) [![https://mill.org](/a.png)](https://weir.org)\n",
        "[https://mill.org](/mill) `[https://mill.org](https://weir.org)`\n",
        "[https://{{ host }}](https://weir.org) [https://mill.org](https://{{ host }}/)\n",
    ],
)
def test_what_is_as_it_seems_stays(text: str) -> None:
    assert_flags(RULE, text)
