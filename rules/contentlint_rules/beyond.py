"""What a text has outside plain ASCII, found once for all who look for something there."""

from functools import lru_cache

_HIGH = bytes(range(0x80, 0x100))
_BLANKED = bytes(0x20 if 0x20 <= byte < 0x7F else byte for byte in range(256))


@lru_cache(maxsize=4)
def encoded(text: str) -> bytes:
    """Return a text as UTF-8, lone surrogates too: bytes are sifted faster than characters."""
    return text.encode("utf-8", "surrogatepass")


def outside_ascii(text: str) -> int:
    """Return how many characters are outside ASCII."""
    return 0 if text.isascii() else len(text) - len(encoded(text).translate(None, _HIGH))


@lru_cache(maxsize=8)
def beyond(text: str) -> str:
    """Return the runs of a text that are no printable ASCII, with a blank between two.

    What looks for such characters alone, in a row, finds the same there as in the text, and most
    texts are fifty times as long. Tabulators and line breaks count as blanks. Works on bytes, since
    that takes a quarter of the time of a pattern.
    """
    return b" ".join(_runs(text)).decode("utf-8", "surrogatepass")


@lru_cache(maxsize=8)
def once_beyond(text: str) -> str:
    """Return each of those runs once, in no order: in any alphabet, words come again and again."""
    return b" ".join(frozenset(_runs(text))).decode("utf-8", "surrogatepass")


def _runs(text: str) -> list[bytes]:
    return encoded(text).translate(_BLANKED).split()


_KINDS = bytes(
    ord("a") if byte < 0x80 and chr(byte).isalpha() else ord("L" if 0xCD <= byte <= 0xD4 else ".")
    for byte in range(256)
)
"""A letter of ASCII; the first byte of a letter of Greek or Cyrillic, of which each has two."""


@lru_cache(maxsize=4)
def _kinds(text: str) -> bytes:
    return encoded(text).translate(_KINDS)


def glued_before(text: str) -> bool:
    """Whether a letter of ASCII may stand right before one of Greek or Cyrillic; False is sure."""
    return b"aL" in _kinds(text)


def glued_after(text: str) -> bool:
    """Whether a letter of ASCII may stand right behind one of Greek or Cyrillic; False is sure."""
    return b"L.a" in _kinds(text)
