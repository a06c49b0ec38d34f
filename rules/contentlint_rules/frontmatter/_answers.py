"""What the reading time of a text should be: by a program, or by a speed of one's own."""

import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from contentlint import OptionError, pattern
from contentlint_rules.frontmatter._counting import CJK, count
from contentlint_rules.frontmatter._profiles import (
    PROFILES,
    Measured,
    Profile,
    Text,
    half_up,
    nearly_ceil,
)

WPM = 200
"""Words a minute when none are given: https://github.com/ngryman/reading-time counts so."""
_NEW_SPEED = (0, 166)
"""The version of Hugo from which on it counts 212 words a minute."""
ROUNDINGS: Mapping[str, Callable[[float], int]] = {
    "ceil": nearly_ceil,
    "round": half_up,
    "floor": math.floor,
}
_WRITTEN = pattern(r"([1-9][0-9]{0,4})[ ]?(wpm|cpm)?")
_LETTERS = pattern(r"\S")
_HUGO_VERSION = pattern(r"\bHUGO_VERSION[\"']?[ \t]{0,9}[:=][ \t]{0,9}[\"']?v?(\d[\d.]{0,20})")
_MKDOCS_SPEED = pattern(r"\bpost_readtime_words_per_minute:[ \t]{0,9}([1-9]\d{0,4})")
_BY_CHARACTERS = ("zh", "ja", "ko")


class Speed(NamedTuple):
    """So many words a minute, or characters (``cpm``)."""

    amount: int
    unit: str = "wpm"


class Answer(NamedTuple):
    """A reading time: who gives it, and the sum that gives it.

    ``minutes`` are not rounded; ``accepted`` are all that are right. ``sure`` is False where it
    depends on what cannot be known.
    """

    who: str
    minutes: float
    expected: int
    accepted: frozenset[int]
    told: str
    sure: bool = True


def speed(value: Any, option: str = "wpm") -> Speed:
    """Return a speed as settings write it: 200, “200wpm” or “500cpm”. Raises OptionError."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return Speed(value)
    match = _WRITTEN.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise OptionError(option, f"“{value}” is no whole number from 1, and not like “500cpm”")
    return Speed(int(match[1]), match[2] or "wpm")


def speed_for(language: str, speeds: Mapping[str, Speed]) -> Speed | None:
    """Return the speed for a language: its own, else that of all others."""
    return speeds.get(language) or speeds.get("default")


def by_program(
    name: str, text: Text, *, version: str = "", own: Speed | None = None, rounding: str = "auto"
) -> Answer | None:
    """Return what a program gives; None where there is nothing to read.

    ``own`` takes the place of its speed, ``rounding`` of how it rounds.
    """
    changes: dict[str, Any] = {"rounding": ROUNDINGS[rounding]} if rounding in ROUNDINGS else {}
    editions = _editions(name, text, version)
    if own:
        editions, changes["speed"] = editions[:1], own.amount
    profiles = [profile._replace(**changes) for profile in editions]
    found = [profile.measure(text, profile.speed) for profile in profiles]
    if not found[0].words:
        return None
    minutes = [
        max(1, one.rounding(each.minutes)) for one, each in zip(profiles, found, strict=True)
    ]
    told, sure = _sum(profiles[0], found[0]), found[0].sure
    return Answer(profiles[0].title, found[0].minutes, minutes[0], frozenset(minutes), told, sure)


def _editions(name: str, text: Text, version: str) -> tuple[Profile, ...]:
    """Return the profile that counts; two where it is not known which Hugo it is."""
    settings = text.document.site.mentions
    if name == "mkdocs" and (found := _MKDOCS_SPEED.search(settings)):
        return (PROFILES[name]._replace(speed=int(found[1])),)
    if name != "hugo":
        return (PROFILES[name],)
    if not version and (found := _HUGO_VERSION.search(settings)):
        version = found[1]
    if not version:
        return PROFILES["hugo"], PROFILES["hugo-213"]
    parts = tuple(int(part) for part in version.split(".")[:2] if part)
    return (PROFILES["hugo" if parts >= _NEW_SPEED else "hugo-213"],)


def _sum(profile: Profile, found: Measured) -> str:
    words = f"{found.words:,.0f} {found.unit} at {profile.speed:g} a minute"
    if abs(found.words / profile.speed - found.minutes) > 0.04 and found.unit == "words":
        words += " and its pictures"
    guessed = "" if found.sure else "; some of it can only be guessed"
    return f"{words} = {found.minutes:.1f}{guessed}"


def by_speed(text: Text, own: Speed, cjk: int | None, rounding: str) -> Answer | None:
    """Return what a speed of one's own gives; None where there is nothing to read."""
    counted = count(text.source)
    if not counted.total:
        return None
    if own.unit == "cpm":
        minutes, told = _by_characters(text, own.amount)
    else:
        minutes = counted.words / own.amount + counted.characters / (cjk or own.amount)
        told = _told(*counted, own.amount, cjk)
    expected = max(1, ROUNDINGS.get(rounding, nearly_ceil)(minutes))
    return Answer("the text", minutes, expected, frozenset({expected}), f"{told} = {minutes:.1f}")


def _told(words: int, characters: int, wpm: int, cjk: int | None) -> str:
    if not characters:
        return f"{words:,} words at {wpm} a minute"
    if cjk is None:
        return f"{words:,} words and {characters:,} characters at {wpm} a minute"
    return f"{words:,} words at {wpm} and {characters:,} characters at {cjk} a minute"


def _by_characters(text: Text, cpm: int) -> tuple[float, str]:
    """Return the minutes of a text by its characters, and the sum that gives them.

    In Chinese, Japanese and Korean those of other scripts are read in words.
    """
    if text.document.language in _BY_CHARACTERS:
        other, characters = CJK.subn(" ", text.source)
        words = len(other.split())
        return characters / cpm + words / WPM, _told(words, characters, WPM, cpm)
    characters = len(_LETTERS.findall(text.source))
    return characters / cpm, f"{characters:,} characters at {cpm} a minute"
