"""Addresses that no browser opens: what is flagged, what is repaired, what is an address."""

import ada_url
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import Applicability, Severity
from contentlint.testing import assert_flags
from contentlint_rules.links._addresses import parts
from contentlint_rules.links._whatwg import problem
from contentlint_rules.links.invalid_address import InvalidAddress

RULE = InvalidAddress()
PIECES = [
    *"ab.:01/?#%^|<-_~!$*(';=+,\\[]@{} ",
    *("mill", "12", "255", "256", "0x", "0xf", "08", "99999", "65535", "65536", "::", "1:2"),
    *("%20", "%41", "%2e", "%9", "%b0", "xn--", "xn--mnchen-3ya", "[::1]", "[::ffff:1.2.3.4]"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_hosts_of_ascii_are_read_as_browsers_read_them(rest: str) -> None:
    address = parts(f"https://{rest}")
    assert address is not None
    assert (problem(address) is None) == ada_url.check_url(f"https://{rest}")


@given(st.text("abäü名。ｍ１．％–ß\u200b.%:/4", max_size=10))
def test_what_a_browser_opens_is_never_flagged(rest: str) -> None:
    address = parts(f"http://{rest}")
    assert address is not None
    if ada_url.check_url(f"http://{rest}"):
        assert problem(address) is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://mill.org:80800/", "no port 80800"),
        ("https://mill.org:80a/", "digits only"),
        ("https://mill%20pond.org/", "a blank in its name"),
        ("https://mill^.org/", "“^” in its name"),
        ("https://[::1/", "is no address of a server"),
        ("https://1.2.3.4.5/", "is no address of a server"),
        ("https://1.2.3.256/", "is no address of a server"),
        ("http://?a", "name of the site is missing"),
        ("https://http//mill.org/", "a site named “http”"),
        ("https://mill..org/", "a dot too many"),
        ("https://.mill.org/", "a dot too many"),
    ],
)
@pytest.mark.parametrize(
    "marked", ["See [it](⟦{}⟧).", '<a href="⟦{}⟧">it</a>\n', "See [it].\n\n[it]: ⟦{}⟧\n"]
)
def test_what_no_browser_opens_is_flagged(marked: str, address: str, words: str) -> None:
    (found,) = assert_flags(RULE, marked.replace("{}", address))
    assert words in found.message
    assert found.level is Severity.ERROR


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("[me](⟦maito:a@mill.org⟧)", "[me](mailto:a@mill.org)"),
        ("[me](⟦mailto://a@mill.org⟧)", "[me](mailto:a@mill.org)"),
        ("[me](<⟦mailto:mailto:a@mill.org⟧>)", "[me](<mailto:a@mill.org>)"),
        ("> - [me](⟦mail-to:a@mill.org⟧)\r\n", "> - [me](mailto:a@mill.org)\r\n"),
        ("<a href='⟦htpp://mill.org⟧'>", "<a href='http://mill.org'>"),
        ('<a href="⟦https://https://mill.org⟧">', '<a href="https://mill.org">'),
        ('<a href="⟦mail-to:a@mill.org⟧">me</a>', '<a href="mailto:a@mill.org">me</a>'),
        (
            "| a |\n|---|\n| [me](⟦maito:a@mill.org⟧) |\n",
            "| a |\n|---|\n| [me](mailto:a@mill.org) |\n",
        ),
    ],
)
def test_what_is_mistyped_is_repaired(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed)


def test_an_address_for_mail_is_likely_meant() -> None:
    marked = "Ask [us](⟦http://us@mill.org⟧)."
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, "Ask [us](mailto:us@mill.org).", least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[it](⟦https://guides⟧)", "“guides” leads to no site on the web"),
        ("[it](⟦https://mill/org⟧)", "“mill” leads to no site on the web"),
        ("[it](⟦https://mill.org/50%⟧)", "“%”"),
        ("<⟦https://mill.org/a%zz⟧>", "“%”"),
    ],
)
def test_what_may_be_meant_is_told(marked: str, words: str) -> None:
    (found,) = assert_flags(RULE, marked)
    assert words in found.message
    assert found.level is Severity.INFO


def test_a_host_and_a_port_want_https_before_them() -> None:
    (found,) = assert_flags(RULE, "[it](⟦grpc.mill.org:443⟧)")
    assert "“https://” is missing" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://mill.org:8080/a%20b?c#d) <http://localhost:4000> [b](HTTP://Mill.ORG)\n",
        "[a](https://münchen.de/ä) [b](https://пример.рф) [c](https://日本語.jp/名) [d](https://❤.org)\n",
        "[a](http://[::1]:80/) [b](http://127.0.0.1/) [c](http://2130706433/) [d](https://mill.org.)\n",
        "[a](mailto:a@mill.org) [b](tel:1) [c](vscode:mcp/install) [d](crate::bar)\n",
        "[a](https://{{ host }}/) [b](http://${HOST}:80a/) [c](https://...) [d](https://<host>/)\n",
        "[a]({{ site.url }}:80a/) {% link https://a^b %}\n",
        "`[a](https://mill.org:80800)`\n\n    <a href='htpp://mill.org'>\n",
        "```\n[a](https://mill^.org) [b](maito:a@mill.org)\n```\n",
        "<!-- [a](https://mill.org:80800) <a href='htpp://mill.org'> -->\n",
        "https://[YOUR-SITE].org, https://, http://mill^.org and 50%: http://a.org/ 5%\n",
        "[a](http://foo/bar) [b](http://prometheus:9090/) [c](http://git@mill.org/a.git)\n",
        "---\nurl: https://mill^.org\n---\n",
        "He wrote \"https://mill^.org\" and 'htpp://mill.org'.\n",
        "<x-card href='htpp://mill.org' data-a=\"https://mill^.org\"></x-card>\n",
        "http://mill.org/a and 5% or (http://mill.org) 7%x\n",
        "[a](https://mill.org/a%20b%C3%A9) and [b](https://mill.org/caf%E9)\n",
    ],
)
def test_what_is_an_address_stays(text: str) -> None:
    assert_flags(RULE, text)


def test_jsx_stays() -> None:
    assert_flags(
        RULE,
        "<A href={`https://${host}:80a`} />\n\n{/* <a href='htpp://a.org'> */}\n",
        path="a.mdx",
    )
