"""By what the lock knows a claim again."""

from hashlib import sha256


def key_of(words: str) -> str:
    """Return the key of a claim: 12 digits that stay while its sentence does, blanks aside."""
    return sha256(" ".join(words.split()).encode("utf-8", "backslashreplace")).hexdigest()[:12]
