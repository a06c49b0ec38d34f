"""Rule reading-time."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, ClassVar, Literal, NamedTuple

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Help,
    OptionError,
    Part,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)

_KEYS = (
    "readingTime",
    "reading_time",
    "reading-time",
    "readingtime",
    "readTime",
    "read_time",
    "read-time",
    "readtime",
    "timeToRead",
    "time_to_read",
    "time-to-read",
    "minutesRead",
    "minutes_read",
    "temps_lecture",
    "tempsLecture",
    "temps_de_lecture",
)
_WPM = 200
"""Words a minute when none are given: https://github.com/ngryman/reading-time counts so."""

_SLOWEST, _FASTEST = 175, 300
"""The words a minute of most adults who read silently (Brysbaert 2019, 190 studies)."""

_NUMBER = pattern(r"[0-9]+(?:[.,][0-9]+)?")
_SIGNED = pattern(r"""(?<![^"'])-\Z""")
_MINUTES = pattern(r"\b(?:min|мин)|分|분|\APTM\Z|\A[~≈ ]*\Z", re.IGNORECASE)
_LONGEST = 60
"""Characters of a value that can be a reading time; a longer one is a sentence."""

# The scripts and marks that reading-time 1.5.0 counts by the character, and those it skips.
_CJK = pattern(
    "[\u3040-\u309f\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0002ebe0]"
    "[!-/:-@\\[-`{-~\u3000-\u303f\uff00-\uffef]*+"
)


class Count(NamedTuple):
    """What a reader has to read: words parted by spaces, and characters of Chinese and the like."""

    words: int
    characters: int

    @property
    def total(self) -> int:
        """Both together, a character being a word."""
        return self.words + self.characters


def count(text: str) -> Count:
    """Count as reading-time does: raw Markdown, words between spaces, tabs and line breaks.

    A Han, Hiragana or Hangul character is a word of its own.
    """
    characters = 0
    if not text.isascii():
        text, characters = _CJK.subn(" ", text)
    return Count(len(text.encode("utf-8", "replace").split()), characters)


@dataclass(frozen=True, kw_only=True)
class ReadingTime(Rule):
    """The reading time in the front matter is that of the text.

    A reader who plans eight minutes and needs twenty feels cheated. A number typed by hand is
    right once, and wrong after the next edit. Tools count at 200 to 300 words a minute, so that
    without `wpm` only what no tool would give is flagged. With the `wpm` and the `rounding` of
    your site the number has to be exact. Nothing is asked of pages that state no time.

    The fix writes another number and leaves unit and quotes alone. It is safe when `wpm` is set,
    for then the number is a matter of counting; otherwise it is a suggestion.
    """

    name: ClassVar[str] = "reading-time"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    changes: ClassVar[Part] = Part.METADATA
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\nreadingTime: ⟦8⟧\n---\n\nThree short words.\n",
            good="---\nreadingTime: 1\n---\n\nThree short words.\n",
            options={"wpm": 200},
        ),
        Example(
            bad='---\nreading_time: "⟦8⟧ min read"\n---\n\nThree short words.\n',
            good='---\nreading_time: "1 min read"\n---\n\nThree short words.\n',
            options={"wpm": 200},
        ),
        Example(
            bad="---\nreadTime: PT⟦0⟧M\n---\n\nThree short words.\n",
            good="---\nreadTime: PT1M\n---\n\nThree short words.\n",
            options={"wpm": 200},
        ),
        Example(
            bad="---\nreadingTime: ⟦12⟧\n---\n\nThree short words.\n",
            good="---\nreadingTime: 1\n---\n\nThree short words.\n",
            fixed=False,
            why="Without `wpm` the right number is only a suggestion.",
        ),
        Example(good="---\nreadingTime: 2 min\n---\n\nThree short words.\n"),
        Example(good="---\nreadingTime: false\n---\n\nThree short words.\n", options={"wpm": 200}),
    )
    wpm: Annotated[
        int | None,
        Help("Words a minute that your site counts with; without it only gross errors are told."),
    ] = None
    rounding: Annotated[
        Literal["ceil", "round", "floor"], Help("How a part of a minute is rounded.")
    ] = "ceil"
    tolerance: Annotated[
        int | None,
        Help("Minutes by which the number may be off; without it none when `wpm` is set."),
    ] = None
    cjk: Annotated[
        int | None,
        Help("Chinese, Japanese and Korean characters a minute; without it each is a word."),
    ] = None
    keys: Annotated[tuple[str, ...], Help("Keys that state a reading time.")] = _KEYS

    def __post_init__(self) -> None:
        for option, least in (("wpm", 1), ("cjk", 1), ("tolerance", 0)):
            value = getattr(self, option)
            whole = isinstance(value, int) and not isinstance(value, bool)
            if value is not None and not (whole and value >= least):
                raise OptionError(option, f"“{value}” is no whole number from {least}")
        if self.rounding not in _ROUNDED:
            raise OptionError("rounding", f"“{self.rounding}” is none of ceil, round and floor")

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield each stated time that the text does not bear out."""
        block = document.front_matter
        keys = [key for key in self.keys if key in block.text] if block else []
        for entry in filter(None, map(block.get, keys)) if block else ():
            number = _stated(document, entry.value_span)
            if number and entry.tag in ("int", "float", "str"):
                yield from self._compare(document, entry.key, number)

    def _compare(self, document: Document, key: str, number: Span) -> Iterator[Violation]:
        counted = count(document[document.body])
        stated = float(document[number].replace(",", "."))
        if counted.total == 0 or self._accepts(stated, counted):
            return
        expected = self._expected(counted)
        make = Fix.suggestion if self.wpm is None else Fix.safe
        yield Violation(
            number,
            f"{key} says {document[number]}, the text gives {expected} ({self._sum(counted)})",
            make(f"Write {expected}", Edit.replacement(number, str(expected))),
        )

    def _minutes(self, counted: Count) -> float:
        wpm = self.wpm or _WPM
        if self.cjk is None:
            return counted.total / wpm
        return counted.words / wpm + counted.characters / self.cjk

    def _expected(self, counted: Count) -> int:
        """Return the minutes to state: at least one."""
        return max(1, _ROUNDED[self.rounding](self._minutes(counted)))

    def _accepts(self, stated: float, counted: Count) -> bool:
        if stated <= 0:
            return False
        minutes, expected = self._minutes(counted), self._expected(counted)
        off = abs(stated - expected)
        if self.tolerance is not None:
            return off <= self.tolerance
        if not stated.is_integer() and abs(stated - minutes) < 0.1:
            return True
        return off == 0 if self.wpm else off <= max(1, expected / 4) or _usual(stated, counted)

    def _sum(self, counted: Count) -> str:
        """Return the sum that gives the minutes, as a message shows it."""
        wpm, minutes = self.wpm or _WPM, self._minutes(counted)
        words, characters = f"{counted.words:,}", f"{counted.characters:,}"
        if not counted.characters:
            return f"{words} words at {wpm} a minute = {minutes:.1f}"
        if self.cjk is None:
            return f"{words} words and {characters} characters at {wpm} a minute = {minutes:.1f}"
        rates = f"{words} words at {wpm} and {characters} characters at {self.cjk} a minute"
        return f"{rates} = {minutes:.1f}"


# As reading-time does, less than half a hundredth of a minute does not make another minute.
_ROUNDED: dict[str, Callable[[float], int]] = {
    "ceil": lambda minutes: math.ceil(round(minutes, 2)),
    "round": lambda minutes: math.floor(minutes + 0.5),
    "floor": math.floor,
}


def _usual(stated: float, counted: Count) -> bool:
    """Whether a tool with another speed than ours could have given the number."""
    fewest, most = counted.total / _FASTEST, counted.total / _SLOWEST
    return math.floor(fewest) <= stated <= math.ceil(most)


def _stated(document: Document, value: Span) -> Span | None:
    """Return where the only number of a value stands, when it counts minutes."""
    text = document[value]
    numbers = list(islice(_NUMBER.finditer(text), 2)) if len(value) <= _LONGEST else []
    if len(numbers) != 1:
        return None
    start, end = numbers[0].span()
    start -= bool(_SIGNED.search(text[:start]))
    rest = (text[:start] + text[end:]).strip("\"' ")
    return Span(start, end).shifted(value.start) if _MINUTES.search(rest) else None
