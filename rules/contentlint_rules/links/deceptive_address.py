"""The rule `deceptive-address`."""

import re
import unicodedata
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Violation, pattern
from contentlint_rules.links._addresses import is_template, parts, plain, same_site, written_at

_FOREIGN = pattern(r"://(?<=[pPsS]://)(?=[\w.-]{0,120}[^\x00-\x7f\W])")
_ENCODED = pattern(r"://(?<=[pPsS]://)(?=(?:[\w-]{1,63}\.){0,9}xn--)", re.IGNORECASE)
_SCHEME = pattern(r"[hH][tT][tT][pP][sS]?\Z")
_NAMED = pattern(
    r"\[(?=<?(?:https?://|www\.)(?:www\.)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,9})[^\]\s\[]{0,300}\]"
    r"\(<?https?://(?!(?:www\.)?\1(?![\w.-])))",
    re.IGNORECASE,
)
_WORDS = pattern(
    r"<?(?:https?://)?((?:[\w-]{1,63}\.){1,9}[\w-]{2,63})(?=[/?#:>]|\Z)", re.IGNORECASE
)
_HOST = pattern(r"[\w.-]+")
_SHORT = frozenset(
    (
        "bit.ly", "goo.gl", "t.co", "tinyurl.com", "is.gd", "ow.ly", "buff.ly", "amzn.to", "a.co",
        "youtu.be", "aka.ms", "git.io", "lnkd.in", "dlvr.it", "rebrand.ly", "cutt.ly", "s.id",
        "t.ly", "doi.org", "dx.doi.org", "hdl.handle.net", "shorturl.at", "go.usa.gov", "g.co",
        "fb.me", "wp.me", "j.mp", "flic.kr", "redd.it", "db.tt", "purl.org", "w3id.org", "tiny.cc",
    )
)  # fmt: skip
_ARCHIVES = ("archive.org", "archive.ph", "archive.today", "archive.is", "webcitation.org")
_GUIDES = pattern(r"redirect|out\.|/url\?|click|track|[?&](?:url|u|q|to|target)=", re.IGNORECASE)
_LIKE = str.maketrans(
    {
        **dict(zip("аеорсухіјѕԁһԛԝӏьвкмнтгп", "aeopcyxijsdhqwlbbkmhtrn", strict=True)),
        **dict(zip("αοονρυικτωγηχ", "aoovpuiktwynx", strict=True)),
    }
)
_ALIKE = frozenset("аеорсухіјѕԁһԛԝӏьαονρυικτγηχ")


class DeceptiveAddress(Rule):
    """Every link leads to the site that its name says.

    In “аррӏе.com” the letters are Cyrillic ones that look like Latin ones: it is another site than
    the one readers think of. And where the words of a link are an address, as in
    “[https://mill.org](https://mil.org)”, readers expect to get there; often one of the two was
    changed and the other forgotten. Names in one alphabet, such as “münchen.de” or “пример.рф”,
    are what they seem. What shortens addresses, counts clicks or keeps old pages is left alone.

    There is no fix: which of the two sites is meant, only the author knows.
    """

    name: ClassVar = "deceptive-address"
    family: ClassVar = "links"
    triggers: ClassVar = ("://", "[www.")
    yields_to: ClassVar = ("malformed-link", "placeholder", "confusable", "mojibake")
    examples: ClassVar = (
        Example(
            bad="Pay at [our bank](⟦https://раураl.com/⟧).\n",
            good="Pay at [our bank](https://paypal.com/).\n",
            fixed=False,
        ),
        Example(
            bad="See [https://mill.org/hours](⟦https://weir.org/hours⟧).\n",
            good="See [https://mill.org/hours](https://mill.org/hours).\n",
            fixed=False,
        ),
        Example(good="<https://münchen.de/>, <https://пример.рф/>, <https://日本語.jp/>\n"),
        Example(
            good="[www.mill.org](https://en.mill.org/) and [http://mill.org](https://bit.ly/x)\n"
        ),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield addresses that are not what they seem."""
        text, start = document.text, document.body.start
        if not text.isascii() or "xn--" in text:
            yield from _likenesses(document, start)
        if any(_NAMED.finditer(text, start)):
            yield from _misnamed(document)


def _likenesses(document: Document, start: int) -> Iterator[Violation]:
    text = document.text
    at = (
        found.start()
        for each in (_FOREIGN, _ENCODED)
        for match in each.finditer(text, start)
        if _label_alike(_host_at(text, match.end()))
        and (found := _SCHEME.search(text, max(match.start() - 5, 0), match.start()))
    )
    for written in written_at(document, at):
        address = parts(written.url)
        label = _label_alike(_decoded(address.host)) if address else None
        if address and label:
            message = (
                f"“{label}” in this address has letters of another alphabet that look like"
                f" “{label.translate(_LIKE)}”: it is another site"
            )
            yield Violation(written.span, message)


def _host_at(text: str, at: int) -> str:
    match = _HOST.match(text, at)
    return _decoded(match[0].lower()) if match else ""


def _decoded(host: str) -> str:
    """Return a host as browsers may show it, its “xn--” parts spelt out."""
    return ".".join(_spelt(label) for label in host.split(".")) if "xn--" in host else host


def _spelt(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label


def _label_alike(host: str) -> str | None:
    """Return the part of a host that looks like Latin letters, or mixes those with others.

    Where the ending is written in the same alphabet too, the name is an honest one.
    """
    labels = host.split(".")
    for label in labels[:-1]:
        if label.isascii():
            continue
        scripts = {_script(char) for char in label if char.isalpha()}
        if "latin" in scripts and scripts & {"cyrillic", "greek"}:
            return label
        if scripts in ({"cyrillic"}, {"greek"}) and labels[-1].isascii():
            letters = {char for char in label if char.isalpha()}
            if letters <= _ALIKE:
                return label
    return None


def _script(char: str) -> str:
    name = unicodedata.name(char, "")
    return name.partition(" ")[0].lower()


def _misnamed(document: Document) -> Iterator[Violation]:
    for link in document.links:
        if link.kind != "inline" or link.target is None or "!" in document[link.content][:1]:
            continue
        words = _WORDS.match(plain(document[link.content]).strip())
        address = parts(plain(document[link.target]))
        if words is None or address is None or not _is_address(document[link.content]):
            continue
        named = words[1].lower()
        if same_site(named, address.host) or _leads_on(named, address.host, address.rest):
            continue
        if not (is_template(document[link.content]) or is_template(document[link.target])):
            message = f"The words of this link name “{named}”, but it leads to “{address.host}”"
            yield Violation(link.target, message, level=Severity.WARNING)


def _is_address(words: str) -> bool:
    shown = words.strip().lstrip("<").lower()
    return shown.startswith(("http://", "https://", "www.")) and len(shown.split()) == 1


def _leads_on(named: str, host: str, rest: str) -> bool:
    """Whether one of the two only stands for the other, or both belong to one owner."""
    bare = host.removeprefix("www.")
    if named in _SHORT or bare in _SHORT or bare.endswith(_ARCHIVES) or named.endswith(_ARCHIVES):
        return True
    if named.removeprefix("www.") in rest or _GUIDES.search(host + rest):
        return True
    return _registered(named) == _registered(bare)


def _registered(host: str) -> str:
    """Return the part of a host that its owner chose: “mill” of “en.mill.co.uk”."""
    labels = host.split(".")
    last = 3 if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else 2
    return labels[-last] if len(labels) >= last else host
