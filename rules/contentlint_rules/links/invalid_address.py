"""The rule `invalid-address`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern
from contentlint_rules.links._addresses import Parts, Written, is_template, parts, written_at
from contentlint_rules.links._shapes import TYPO
from contentlint_rules.links._whatwg import problem

# What follows “://” and is plainly the name of a site is passed over.
_ODD = pattern(
    r"://(?<=[pPsS]://)(?!(?:[A-Za-z0-9_][A-Za-z0-9_-]{0,62}\.){1,9}[A-Za-z][A-Za-z0-9-]{0,62}"
    r"(?<!-)(?:[/)>\s\"'#?,;\]}`*<|]|\.?\Z))"
)
_MAIL = (
    r"(?i:mailto:(?:mailto:|//|https?://)|maito:|mailo:|malto:|mailtp:|mailt:"
    r"|mail[-_]to:|mialto:|mailtto:)(?=[\w.+-]{1,64}@)"
)
_HOST_AND_PORT = r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,9}:\d"
_NO_SCHEME = pattern(rf"\]\(<?(?!https?:|[/.#])(?={_MAIL}|{_HOST_AND_PORT})")
_IN_TAG = pattern(rf"href=[\"'](?!https?://\w|[/.#])(?=(?:{TYPO})[\w-]|{_MAIL})")
_PERCENT = pattern(r"%(?![0-9A-Fa-f]{2})(?<=[^\s%]%)")
_SCHEME = pattern(r"[hH][tT][tT][pP][sS]?\Z")
_REACH = pattern(r"[^\s()<>\"'`]{0,300}\Z")
_MAIL_TYPO = pattern(_MAIL)
_TYPO = pattern(TYPO)
_PERSON = pattern(r"[\w.+-]{1,64}\Z")
_EXAMPLES = frozenset(
    (
        "foo", "bar", "baz", "host", "hostname", "server", "servername", "domain", "site", "mysite",
        "myhost", "proxy", "url", "address", "yoursite", "yourdomain", "mydomain", "test", "app",
        "api",
    )
)  # fmt: skip


class InvalidAddress(Rule):
    """Every address is one that a browser can open.

    “https://mill .example”, “http://mill.example:80800/” or “https://http//mill.example” looks
    like an address, and a click does nothing. Addresses are read here as browsers read them, by
    the URL standard of the WHATWG: the name of the site, its port, the signs that may stand in
    them. “mailto” is looked at too, and a name without a dot, which leads to a site only inside
    one's own network (info).

    The fix is safe where “https://” or “mailto:” is mistyped, and unsafe where an address for
    e-mail stands behind “http://”.
    """

    name: ClassVar = "invalid-address"
    family: ClassVar = "links"
    triggers: ClassVar = ("](", "://", "href=")
    changes: ClassVar = Part.LINKS | Part.HTML
    yields_to: ClassVar = ("malformed-link", "invisible-character", "placeholder", "assistant-link")
    examples: ClassVar = (
        Example(
            bad="See [the mill](⟦https://mill.example:80800/⟧).\n",
            good="See [the mill](https://mill.example:8080/).\n",
            fixed=False,
        ),
        Example(
            bad="See [the mill](⟦https://http//mill.example/⟧).\n",
            good="See [the mill](https://mill.example/).\n",
            fixed=False,
        ),
        Example(
            bad="Ask [the miller](⟦maito:miller@mill.example⟧).\n",
            good="Ask [the miller](mailto:miller@mill.example).\n",
        ),
        Example(
            bad='<a href="⟦htpps://mill.example/⟧">The mill</a>\n',
            good='<a href="https://mill.example/">The mill</a>\n',
        ),
        Example(
            bad="Ask [the miller](⟦http://miller@mill.example⟧).\n",
            good="Ask [the miller](mailto:miller@mill.example).\n",
            fixed=False,
        ),
        Example(
            good="<https://mill.example:8080/a%20b> and [a](https://münchen.example/ä?b=c|d)\n"
        ),
        Example(good="`http://mill .example` and http://localhost:4000 and {{ site.url }}\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield addresses that no browser opens."""
        for written in written_at(document, _places(document)):
            if written.kind != "bare" and not is_template(written.url):
                found = _judged(written)
                if found:
                    yield found


def _places(document: Document) -> Iterator[int]:
    """Yield where addresses begin that may be wrong."""
    text, start = document.text, document.body.start
    for odd in _ODD.finditer(text, start):
        if scheme := _SCHEME.search(text, max(odd.start() - 5, 0), odd.start()):
            yield scheme.start()
    for match in _NO_SCHEME.finditer(text, start):
        yield match.end()
    if "href=" in text:
        for match in _IN_TAG.finditer(text, start):
            yield match.end()
    if "%" in text:
        yield from _percents(text, start)


def _percents(text: str, start: int) -> Iterator[int]:
    for percent in _PERCENT.finditer(text, start):
        at = text.rfind("://", max(percent.start() - 300, start), percent.start())
        scheme = _SCHEME.search(text, max(at - 5, 0), at) if at >= 0 else None
        if scheme and _REACH.match(text, at, percent.start()):
            yield scheme.start()


def _judged(written: Written) -> Violation | None:
    if typo := _TYPO.match(written.url):
        right = "https://" if "s" in typo[0].lower() else "http://"
        if re.match("https?://", written.url[typo.end() :], re.IGNORECASE):
            right = ""
        return _retyped(written, typo[0], right)
    if typo := _MAIL_TYPO.match(written.url):
        return _retyped(written, typo[0], "mailto:")
    address = parts(written.url)
    if address is None:
        name = written.url.partition(":")[0]
        message = f"“https://” is missing before “{name}”: the link leads nowhere"
        return Violation(written.span, message)
    return _unreadable(written, address) or _misleading(written, address)


def _retyped(written: Written, typo: str, right: str) -> Violation:
    should, title = f"should be “{right}”", f"Write “{right}”"
    if not right:
        should, title = "stands here once too often", f"Take “{typo}” out"
    edit = Edit.replacement(Span(written.span.start, written.span.start + len(typo)), right)
    fix = Fix.safe(title, edit)
    return Violation(written.span, f"“{typo}” {should}: the link leads nowhere", fix)


def _unreadable(written: Written, address: Parts) -> Violation | None:
    told = problem(address)
    return Violation(written.span, f"No browser can open this address: {told}") if told else None


def _misleading(written: Written, address: Parts) -> Violation | None:
    """Find what browsers can open, but do not open as it was meant."""
    host, span = address.host, written.span
    if host in {"http", "https", "www"}:
        return Violation(span, f"This leads to a site named “{host}”, which there is not")
    if _is_mail(address):
        mail = f"mailto:{address.user}@{host}"
        fix = Fix.unsafe(f"Write “{mail}”", Edit.replacement(span, mail))
        message = f"“{address.user}@{host}” is an address for e-mail: it wants “mailto:” before it"
        return Violation(span, message, fix)
    if ".." in host or host.startswith("."):
        return Violation(span, f"“{host}” is no name of a site: there is a dot too many in it")
    if _has_no_dot(host) and not address.port:
        message = f"“{host}” leads to no site on the web: an ending such as “.org” is missing"
        return Violation(span, message, level=Severity.INFO)
    if re.search("%(?![0-9A-Fa-f]{2})", address.rest):
        message = "A “%” in an address stands before two digits, as in “%20”; by itself it is “%25”"
        return Violation(span, message, level=Severity.INFO)
    return None


def _is_mail(address: Parts) -> bool:
    person = _PERSON.match(address.user)
    return bool(person) and "." in address.host and not address.rest.strip("/") and not address.port


def _has_no_dot(host: str) -> bool:
    name = host.rstrip(".")
    return (
        "." not in name
        and name not in _EXAMPLES
        and name.isascii()
        and re.fullmatch(r"[a-z-]{2,63}", name) is not None
        and not name.startswith(("localhost", "your", "my-", "example"))
    )
