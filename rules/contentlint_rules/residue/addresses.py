"""The addresses that chat products and editors write, and where a text holds them."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from contentlint import Span, pattern
from contentlint_rules.residue.lookup import Lookup


class Address(NamedTuple):
    """One kind of address. A new kind is one more entry in ``ADDRESSES``, and examples.

    ``pattern`` has no groups that capture and repeats nothing without a bound; each match holds
    one of the ``triggers``. ``said`` ends a sentence that begins with the address. ``private``: it
    is of use in one program only, so that the words of a link to it are all that is worth keeping,
    for certain; else only perhaps.
    """

    name: str
    pattern: str
    triggers: tuple[str, ...]
    said: str
    private: bool = False


_REST = r"(?:[^()\r\n<>\"]|\([^()\r\n]{0,200}\)){0,600}"
"""What may stand in the target of a link, blanks and pairs of brackets too."""
_PATH = r"[^\s()<>\"'`\]]{0,600}"


def _anywhere(start: str) -> str:
    """Return the pattern of an address that may hold blanks where it is the target of a link."""
    return rf"(?:(?<=\]\(){start}{_REST}|{start}{_PATH})"


ADDRESSES = (
    Address(
        name="vscode_file",
        pattern=_anywhere(r"vscode-file://vscode-app/"),
        triggers=("vscode-file://vscode-app",),
        said="is an address inside Visual Studio Code, and leads nowhere on a page",
        private=True,
    ),
    Address(
        name="vscode_reference",
        pattern=r"http://_vscodecontentref_/\d{0,6}",
        triggers=("_vscodecontentref_",),
        said="is an address inside Visual Studio Code, and leads nowhere on a page",
        private=True,
    ),
    Address(
        name="windsurf",
        pattern=_anywhere(r"cci:\d{1,4}://file://"),
        triggers=("cci:",),
        said="is an address inside Windsurf that tells the names of folders on a computer",
        private=True,
    ),
    Address(
        name="chatgpt_sandbox",
        pattern=_anywhere(r"sandbox:/{1,3}mnt/data/?"),
        triggers=("sandbox:/",),
        said="is a file in a ChatGPT chat that nobody else can open: publish the file with the "
        "page, and link to that",
    ),
    Address(
        name="claude_computer",
        pattern=_anywhere(r"computer:///(?:mnt|home|tmp)"),
        triggers=("computer:///",),
        said="is a file in a Claude chat that nobody else can open: publish the file with the "
        "page, and link to that",
    ),
    Address(
        name="chatgpt_file",
        pattern=rf"file-service://file-{_PATH}",
        triggers=("file-service://",),
        said="is a file in a ChatGPT chat that nobody else can open: publish the file with the "
        "page, and link to that",
    ),
    Address(
        name="chatgpt_upload",
        pattern=rf"https://files\.oaiusercontent\.com/{_PATH}",
        triggers=("files.oaiusercontent.com",),
        said="works for some hours only: publish the file with the page, and link to that",
    ),
    Address(
        name="perplexity_upload",
        pattern=rf"https://ppl-ai-file-upload\.s3\.(?:[\w-]{{1,30}}\.)?amazonaws\.com/{_PATH}",
        triggers=("ppl-ai-file-upload",),
        said="works for some hours only: publish the file with the page, and link to that",
    ),
    Address(
        name="gemini_content",
        pattern=r"https?://googleusercontent\.com/(?:youtube_content|map_location_reference"
        r"|image_collection|image_generation_content|immersive_entry_chip|spotify\.com)" + _PATH,
        triggers=("//googleusercontent.com/",),
        said="means something inside Gemini only: link to what it stood for",
    ),
    Address(
        name="vertex_redirect",
        pattern=rf"https?://vertexaisearch\.cloud\.google\.com/grounding-api-redirect/{_PATH}",
        triggers=("grounding-api-redirect",),
        said="stops working within weeks: open it while it works, and link to the page it shows",
    ),
    Address(
        name="private_chat",
        pattern=r"https://(?:chatgpt\.com/(?:g/[\w-]{1,80}/)?c/|chat\.openai\.com/c/"
        r"|claude\.ai/chat/|gemini\.google\.com/app/)[0-9a-f][0-9a-f-]{7,60}(?![\w-])",
        triggers=("chatgpt.com/", "chat.openai.com/c/", "claude.ai/chat/", "gemini.google.com/app"),
        said="is a chat that only its owner can open: share the chat and link to that, or to a "
        "source",
    ),
    Address(
        name="grok_card",
        pattern=rf"grok_card://{_PATH}",
        triggers=("grok_card://",),
        said="means something inside Grok only: link to what it stood for",
    ),
)

_ANY = Lookup(ADDRESSES)

TRACKING = ("utm_source=", "referrer=grok")
SEARCH = "google.com/search?q="
COPIED = "[http"
MAIL = "](mailto:"
TRIGGERS = (
    *dict.fromkeys(trigger for one in ADDRESSES for trigger in one.triggers),
    *TRACKING,
    SEARCH,
    COPIED,
    MAIL,
)

_LONGEST_LABEL = 500
_LONGEST_ADDRESS = 2_000


class Dead(NamedTuple):
    """An address that only its product can open.

    ``link`` is the whole of the link to it, ``label`` its words; both are None where there is no
    such link, and ``label`` where it is an image.
    """

    span: Span
    kind: Address
    link: Span | None = None
    label: Span | None = None


def dead(text: str) -> Iterator[Dead]:
    """Yield the addresses that nobody but their product can open, in order."""
    for kind, match in _ANY.finditer(text):
        span = Span(*match.span())
        closed = text[span.end : span.end + 1] == ")"
        linked = closed and text.startswith("](", max(0, span.start - 2))
        label = _label(text, span.start - 2) if linked else None
        if label is None:
            yield Dead(Span(span.start, span.end - _trailing(match.group())), kind)
        elif text[label.start - 2 : label.start - 1] == "!":
            yield Dead(span, kind, Span(label.start - 2, span.end + 1))
        else:
            yield Dead(span, kind, Span(label.start - 1, span.end + 1), label)


def _trailing(address: str) -> int:
    """How many characters at an address's end belong to the sentence round it."""
    return len(address) - len(address.split(" ", 1)[0].rstrip(".,;:!?*_"))


def _label(text: str, end: int) -> Span | None:
    """Return the words before the “]” at an offset, brackets within them paired."""
    depth = 0
    for at in range(end - 1, max(-1, end - _LONGEST_LABEL), -1):
        char = text[at]
        if char == "[" and depth == 0:
            return Span(at + 1, end) if end - at > 1 else None
        if char == "\n":
            return None
        depth += (char == "]") - (char == "[")
    return None


_SOURCE = pattern(
    r"(?:utm_source=(?:chatgpt\.com|openai|copilot\.com|perplexity(?:\.ai)?|claude\.ai)"
    r"|referrer=grok\.com)(?![\w.%-]*\w)"
)
_SIGNED = pattern(r"(?i)[?&;](?:sig|signature|hmac|x-(?:amz|goog)-signature|policy)=")
_BREAKS = " \t\r\n<>\"'`|\\^"
_UNBROKEN = pattern(rf"[^{re.escape(_BREAKS)}]*")


class Tracking(NamedTuple):
    """A parameter that tells which assistant an address was copied from.

    ``cut`` is what has to go with it so that the rest stays an address; None where the address is
    signed, and would no longer work.
    """

    span: Span
    cut: Span | None


def tracking(text: str) -> Iterator[Tracking]:
    """Yield the parameters by which assistants mark the addresses that they give."""
    if not any(trigger in text for trigger in TRACKING):
        return
    for match in _SOURCE.finditer(text):
        sign = _sign(text, match.start())
        address = _address(text, match.start())
        if not sign or "//" not in text[address.start : match.start()]:
            continue
        span = Span(*match.span())
        signed = _SIGNED.search(text, address.start, address.end)
        yield Tracking(span, None if signed else _cut(text, span, sign))


_SIGNS = ("?", "&amp;", "&#38;", "&")


def _sign(text: str, at: int) -> str:
    return next((sign for sign in _SIGNS if text.endswith(sign, max(0, at - 6), at)), "")


def _cut(text: str, span: Span, sign: str) -> Span:
    """A parameter goes with the sign before it; the first of several with the one behind it."""
    if sign == "?":
        after = next((one for one in _SIGNS[1:] if text.startswith(one, span.end)), "")
        if after:
            return Span(span.start, span.end + len(after))
    return Span(span.start - len(sign), span.end)


def _address(text: str, at: int) -> Span:
    """Return the stretch without blanks and quotation marks round an offset."""
    least = max(0, at - _LONGEST_ADDRESS)
    start = max(text.rfind(sign, least, at) for sign in _BREAKS) + 1
    rest = _UNBROKEN.match(text, at, at + _LONGEST_ADDRESS)
    return Span(max(start, least), rest.end() if rest else at)


_SEARCH = pattern(
    r"(?<=\()https?://(?:www\.)?google\.com/search\?q=([^\s()<>\"]{0,1500}"
    r"(?:\([^\s()<>\"]{0,200}\)[^\s()<>\"]{0,500}){0,3})(?=\))"
)
_COMPLETE = pattern(r"https?://[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}(?::\d{1,5})?(?:[/?#]\S*)?")


_ADDRESS = pattern(r"/|https?(?::|%3[Aa])(?:/|%2[Ff])")


class Search(NamedTuple):
    """A link to a Google search for an address; ``address`` is empty where that is not whole."""

    span: Span
    address: str


def searches(text: str) -> Iterator[Search]:
    """Yield the targets of links that search Google for an address."""
    if SEARCH not in text:
        return
    for match in _SEARCH.finditer(text):
        query = match[1].partition("&")[0]
        address = query if "://" in query[:10] else _decoded(query)
        if not query or _ADDRESS.match(query):
            yield Search(Span(*match.span()), _kept(address))


_ESCAPES = pattern(r"(?:%[0-9A-Fa-f]{2})+")


def _decoded(query: str) -> str:
    """Return an address without its percent-encoding (RFC 3986, 2.1), if that was UTF-8."""
    try:
        return _ESCAPES.sub(lambda at: bytes.fromhex(at[0].replace("%", "")).decode(), query)
    except UnicodeDecodeError:
        return query


def _kept(address: str) -> str:
    whole = _COMPLETE.fullmatch(address) and address.count("(") == address.count(")")
    return address if whole and not re.search(r"[<>\"\s]", address) else ""


_COPIED = pattern(
    r"\\?\[(?P<words>(?:http|[^\[\]\s`@]{1,200}@)[^\[\]\s`]{1,1000})\]\((?P<target>(?:https?://|mailto:)[^\s()`]{3,1500}"
    r"(?:\([^\s()`]{0,200}\)[^\s()`]{0,500}){0,3})\)"
)


class Copied(NamedTuple):
    """A link whose words are its address; ``words`` are what was there before it was one.

    A backslash before it belongs to it.
    """

    span: Span
    words: Span


def copied(text: str, within: Span) -> Iterator[Copied]:
    """Yield the links in a part of a text whose words are their own address."""
    for match in _COPIED.finditer(text, within.start, within.end):
        target = match["target"]
        for wrapped in islice(searches(f"({target})"), 1):
            target = wrapped.address or target
        if _bare(match["words"]) == _bare(target):
            yield Copied(Span(*match.span()), Span(*match.span("words")))


def _bare(address: str) -> str:
    return re.sub(r"\\|^(?:https?://|mailto:)", "", address).rstrip("/")
