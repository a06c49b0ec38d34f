"""Texts that speak of encodings, and show on purpose what is damage elsewhere."""

import re

from contentlint import pattern

ABOUT = pattern(
    r"mojibake|\butf-?8|\biso-?8859|latin-?1\b|windows-125|\bcp-?(?:125|437|850)|mac ?roman"
    r"|charset|character set|encod(?:ed|ing)|decod(?:ed|ing)|garbled|unicode",
    re.IGNORECASE,
)
"""Words of a passage that shows damage on purpose."""


def speaks_of_encodings(text: str) -> bool:
    """Return whether a text has words of that kind anywhere."""
    return ABOUT.search(text) is not None
