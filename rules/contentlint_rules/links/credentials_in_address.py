"""The rule `credentials-in-address`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Span, Violation, pattern

_AFTER = pattern(r"@(?=[A-Za-z0-9.-]{1,250}\.[A-Za-z]{2,24}(?:[:/?#)>\s\"'`]|\Z))")
_BEFORE = pattern(r"https?://([^\s/?#@:\"'<>()\[\]`]{1,100}):([^\s/?#@\"'<>()\[\]`]{1,200})\Z")
_FAR = 320
_NAMES = (
    "access_token=", "auth_token=", "private_token=", "api_key=", "apikey=", "api-key=",
    "client_secret=", "secret_key=", "password=", "passwd=",
)  # fmt: skip
_VALUE = pattern(
    r"https?://[^\s\"'<>()\[\]`{}]{1,500}?[?&](?:access_token|auth_token|private_token|api[_-]?key"
    r"|client_secret|secret_key|password|passwd)=([\w.~+%$-]{6,400})(?![\w.~+%${<*…-])",
    re.IGNORECASE,
)
_SPARE = pattern(
    r"user|name|pass|login|token|secret|key|admin|demo|example|sample|dummy|test|fake|change|your"
    r"|my[-_]?|foo|bar|xxx|\*\*|\.\.\.|abc|123|placeholder|public|redacted|root|usr|pwd|(?-i:\A[A-Z_]+\Z)"
    r"|\A(.)\1*\Z|[${<%]",
    re.IGNORECASE,
)
_RESERVED = pattern(
    r"(?:\A|\.)(?:example(?:\.(?:com|org|net))?|test|invalid|localhost|local|internal|server\.com"
    r"|domain\.com|host\.com|mysite\.com|site\.com|company\.com)(?:[:/?#]|\Z)",
    re.IGNORECASE,
)
_HOST = pattern(r"[A-Za-z0-9.-]{1,250}")


class CredentialsInAddress(Rule):
    """No address holds a password or a secret key.

    “https://miller:wheel42@mill.org/” gives the password to all who read the page, and so does a
    key in “?api_key=…”. Search engines and archives keep it after it was taken out. What is plainly
    made up (“user:password”, “YOUR_KEY”, example.com) is left alone; in code it is told as info.

    There is no fix: have the password or key withdrawn where it was given out, then take it out of
    the address.
    """

    name: ClassVar = "credentials-in-address"
    family: ClassVar = "links"
    triggers: ClassVar = ("@", *_NAMES)
    examples: ClassVar = (
        Example(
            bad="See [the hours](https://⟦miller:w7heel-R2⟧@hours.mill.org/).\n",
            good="See [the hours](https://hours.mill.org/).\n",
            fixed=False,
        ),
        Example(
            bad="[Map](https://maps.mill.org/?api_key=⟦n0qV6a6FX6DyKCGtOBZQ1mPmw8wN⟧)\n",
            good="[Map](https://mill.org/map/)\n",
            fixed=False,
        ),
        Example(
            good="Open https://user:password@mill.org/ or https://mill.org/?api_key=YOUR_KEY\n"
        ),
        Example(good="`curl https://miller:${SECRET}@mill.org/` and <https://mill.org/@miller>\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield passwords and keys in addresses."""
        text, start = document.text, document.body.start
        found = list(_passwords(text, start)) if "@" in text else []
        if any(name in text for name in _NAMES):
            found += _keys(text, start)
        for span, what in sorted(found):
            # Some keys are given out on purpose, so that others can show a map or a chart.
            level = Severity.ERROR if what == "a password" else Severity.WARNING
            level = Severity.INFO if document.is_code(span) else level
            message = (
                f"This address gives {what} to all readers; take it out, and have it withdrawn"
            )
            yield Violation(span, message, level=level)


def _passwords(text: str, start: int) -> Iterator[tuple[Span, str]]:
    for match in _AFTER.finditer(text, start):
        at = max(match.start() - _FAR, start)
        before = _BEFORE.search(text, max(text.rfind("http", at, match.start()), at), match.start())
        host = _HOST.match(text, match.end())
        if before is None or host is None or _RESERVED.search(host[0]):
            continue
        if not (_SPARE.search(before[1]) or _SPARE.search(before[2])):
            yield Span(before.start(1), before.end(2)), "a password"


def _keys(text: str, start: int) -> Iterator[tuple[Span, str]]:
    for match in _VALUE.finditer(text, start):
        host = _HOST.match(text, text.index("://", match.start()) + 3)
        if host and not _RESERVED.search(host[0]) and _looks_secret(match[1]):
            yield Span(*match.span(1)), "a secret key"


def _looks_secret(value: str) -> bool:
    """Whether a value was drawn by chance: long, with letters and digits, and no word in it."""
    if len(value) < 16 or not re.search("[0-9]", value) or not re.search("[A-Za-z]", value):
        return False
    return not value.startswith("pk.") and not _SPARE.search(value[:12])
