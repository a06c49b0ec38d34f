"""Which characters the bytes of a page mean: what it says of itself is often wrong."""

import re
from codecs import getincrementaldecoder
from collections.abc import Mapping

from contentlint.patterns import pattern

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_IN_HEADER = pattern(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_IN_PAGE = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page may say its encoding; standards say 1024, pages do not."""
_PART = 65536
_SAMPLE = 8192
"""Bytes from which an encoding is guessed."""
# Python knows more encodings, and some of them are no writing at all or slow on purpose.
_KNOWN = pattern(
    r"(?:windows-?|cp)(?:125[0-8]|874|866|932|949)|iso-?8859-?(?:[2-9]|1[013-6])|koi8-?[ru]"
    r"|mac(?:intosh|-?roman|-?cyrillic)?|gbk|gb-?18030|gb-?2312|big5(?:-?hkscs)?|euc-?(?:jp|kr)"
    r"|(?:x-)?shift[_-]?jis|iso-2022-(?:jp|kr)|hz(?:-gb-2312)?|tis-620|utf-?16(?:-?[lb]e)?|ibm866"
)
_LATIN = pattern(r"(?:us-)?ascii|(?:iso-?8859-?|latin-?)1|l1|cp1252")
_ESCAPED = ("iso-2022-jp", "iso-2022-kr", "hz", "hz-gb-2312", "utf-16", "utf-16le", "utf-16be")
"""They look like ASCII or UTF-8 to whoever does not know."""
_PYTHONS = {"gb2312": "gb18030", "gbk": "gb18030", "hz-gb-2312": "hz", "mac": "mac-roman"}


def decoded(body: bytes, headers: Mapping[str, str]) -> str:
    """Return the text of a page. What cannot be read in it becomes U+FFFD."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    told = _told(body, headers)
    if told in _ESCAPED:
        return _read(body, told)
    text = _utf8(body)
    return text if text is not None else _old(body, told)


def as_utf8(body: bytes, headers: Mapping[str, str]) -> bytes:
    """Return the bytes of a page as UTF-8: the same ones where they are, without a copy."""
    length = _plain_length(body)
    if length is not None and _told(body, headers) not in _ESCAPED:
        return body[:length].removeprefix(_MARKS[0][0])
    return decoded(body, headers).encode("utf-8", "replace")


def _plain_length(body: bytes) -> int | None:
    """Return up to where bytes are whole characters of UTF-8; None where they are not UTF-8.

    They are looked at in parts, since text takes up to four times as much room.
    """
    if body.isascii():
        return len(body)
    read = getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(body), _PART):
            read.decode(body[at : at + _PART])
    except UnicodeDecodeError:
        return None
    return _before(len(body) - len(read.getstate()[0]), body)


def _before(end: int, body: bytes) -> int | None:
    """Return where a character begins that was cut; None where nothing else speaks for UTF-8."""
    return None if end < len(body) and body[:end].isascii() else end


def _told(body: bytes, headers: Mapping[str, str]) -> str:
    found = _IN_HEADER.search(headers.get("content-type", "")[:400])
    if found:
        return found[1].lower()
    stated = _IN_PAGE.search(body, 0, _HEAD)
    return stated[1].decode("ascii", "replace").lower() if stated else ""


def _utf8(body: bytes) -> str | None:
    """Return the text if it is UTF-8, one that was cut within a character too.

    Text in another encoding is next to never UTF-8 by chance, whatever the page says.
    """
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        cut = error.start >= len(body) - 3 and _before(error.start, body) is not None
        return body[: error.start].decode() if cut else None


def _old(body: bytes, told: str) -> str:
    """Return the text of a page that is not UTF-8."""
    if _LATIN.fullmatch(told):
        return _read(body, "cp1252")
    if _KNOWN.fullmatch(told):
        return _read(body, told)
    if told.startswith("utf") and _mostly_utf8(body):
        return body.decode("utf-8", "replace")
    return _read(body, _guessed(body))


def _mostly_utf8(body: bytes) -> bool:
    """Whether few bytes do not fit: a broken comment in a page does not make it another."""
    text = body[:_PART].decode("utf-8", "replace")
    letters = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") * 4 < letters


def _guessed(body: bytes) -> str:
    from charset_normalizer import from_bytes

    start = next((at for at, byte in enumerate(body) if byte > 127), 0)
    sample = body[max(0, start - _SAMPLE // 4) :][:_SAMPLE]
    try:
        best = from_bytes(sample, steps=3, chunk_size=1024).best()
    except (ValueError, LookupError, RecursionError):
        best = None
    return best.encoding if best and best.encoding not in ("utf_8", "ascii") else "cp1252"


def _read(body: bytes, name: str) -> str:
    try:
        return body.decode(_PYTHONS.get(name, name.removeprefix("x-")), "replace")
    except (LookupError, UnicodeError):
        return body.decode("cp1252", "replace")
