"""Passwords and keys in addresses."""

import pytest

from contentlint import Severity
from contentlint.testing import assert_flags
from contentlint_rules.links.credentials_in_address import CredentialsInAddress

RULE = CredentialsInAddress()
KEY = "n0qV6a6FX6DyKCGtOBZQ1mPmw8wN"


@pytest.mark.parametrize(
    "marked",
    [
        "[a](https://⟦miller:w7heel-R2⟧@mill.org/)",
        "<http://⟦miller:w7heel-R2⟧@git.mill.org:8080/a.git>",
        "See https://⟦miller:w7heel-R2⟧@mill.org\r\n",
        '<a href="https://⟦miller:w7heel-R2⟧@mill.org">a</a>',
    ],
)
def test_passwords_are_flagged(marked: str) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is Severity.ERROR


@pytest.mark.parametrize(
    "marked",
    [
        f"[a](https://mill.org/?api_key=⟦{KEY}⟧&b=c)",
        f"<https://mill.org/a?b=c&access_token=⟦{KEY}⟧>",
        f"![a](https://mill.org/a.png?apikey=⟦{KEY}⟧#b)",
    ],
)
def test_keys_are_flagged(marked: str) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is Severity.WARNING


def test_in_code_they_are_told() -> None:
    block = f"```\nhttps://mill.org/?api_key=⟦{KEY}⟧\n```\n"
    marked = f"`curl https://⟦miller:w7heel-R2⟧@mill.org/`\n\n{block}"
    assert {one.level for one in assert_flags(RULE, marked)} == {Severity.INFO}


@pytest.mark.parametrize(
    "text",
    [
        "https://user:password@mill.org https://username:w7heel@mill.org https://USER:PASS@mill.org\n",
        "https://miller:w7heel-R2@example.com https://miller:w7heel-R2@proxy.example.org/\n",
        "https://miller:${PASS}@mill.org https://miller:<w>@mill.org https://{{ u }}:x@mill.org\n",
        "https://miller:xxxxxxxx@mill.org https://miller:********@mill.org https://git@mill.org/a\n",
        "https://mill.org/@miller https://mill.org/a:b@c.org mailto:miller@mill.org a:b@mill.org\n",
        "https://mill.org/?api_key=YOUR_API_KEY&access_token=<token> ?api_key=1\n",
        f"https://mill.org/?api_key={{{{ key }}}} https://example.com/?api_key={KEY}\n",
        "https://mill.org/?api_key=DEMO_KEY https://mill.org/?access_token=pk.eyJ1IjoiZW5mIiwiYSI6IkNJ\n",
        "https://mill.org/?token=AAHLFKTHO3FV447TU2V5KJK6UFXOG https://mill.org/?apikey=opendataday\n",
        "https://mill.org/?api_key=abcdefghijklmnopqrstuv https://mill.org/?api_key=20240131235959000000\n",
        f"---\nurl: https://mill.org/?api_key={KEY}\n---\n",
    ],
)
def test_what_is_made_up_or_public_stays(text: str) -> None:
    assert_flags(RULE, text)
