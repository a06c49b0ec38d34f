"""“About”, “over”, “under”: how firmly a text stands by a number."""

import re

_REACH = 28
"""Code points before a number in which such a word may stand."""
_ABOUT = re.compile(
    r"(?:~|≈|±|\b(?:about|around|approximately|approx\.?|roughly|some|circa|ca?\.|estimated|nearly"
    r"|almost|close to|environ|autour de|à peu près|près de|presque|quelque|proche de"
    r"|unos|unas|alrededor de|aproximadamente|cerca de|casi|aproximada"
    r"|etwa|rund|ungefähr|zirka|gut|knapp|fast|nahezu|an die"
    r"|quasi|intorno a|all'incirca|pressappoco|por volta de|quase|uns|umas))"
    r"(?:\s(?:a|an|the|la|le|il|los|las|os|as|de|d['’]))?\s?\Z",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?:>|\b(?:over|more than|at least|above|exceed(?:s|ed|ing)|upwards of"
    r"|plus d['e’]|plus de|au moins|dépass\w{1,4}|au-delà de"
    r"|más de|al menos|por lo menos|superior(?:es)? a|mehr als|über|mindestens"
    r"|più di|oltre|almeno|mais de|pelo menos|acima de))"
    r"(?:\s(?:a|the|la|le|i|os|as|los))?\s?\Z",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"(?:<|\b(?:under|less than|fewer than|below|nearly|almost|just short of"
    r"|moins d['e’]|moins de|près de|presque|menos de|casi|weniger als|unter|knapp|fast|nahezu"
    r"|meno di|quasi|quase))(?:\s(?:a|the|la|le))?\s?\Z",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"\+(?!\d)|\s(?:or more|ou plus|o más|oder mehr|o più|ou mais)\b")


def bounded(text: str, start: int, end: int) -> tuple[bool, int]:
    """Return whether a number is approximate, and 1 where it is a lower bound, -1 an upper one."""
    before = text[max(0, start - _REACH) : start]
    over = bool(_OVER.search(before) or _ABOVE.match(text, end))
    under = not over and bool(_UNDER.search(before))
    return bool(_ABOUT.search(before)), over - under
