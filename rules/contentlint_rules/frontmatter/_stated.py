"""The reading time that a page states, in its front matter or in a line near its top."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from contentlint import Document, Entry, Span, pattern
from contentlint_rules.frontmatter._template import MARKS, is_form, metadata_of

KEYS = (
    "readingTime", "reading_time", "reading-time", "readingtime", "readTime", "read_time",
    "read-time", "readtime", "timeToRead", "time_to_read", "time-to-read", "timetoread",
    "estimatedReadingTime", "estimated_reading_time", "readingTimeMinutes", "reading_time_minutes",
    "readingMinutes", "reading_minutes", "minutesRead", "minutes_read", "minutesToRead",
    "minutes_to_read", "temps_lecture", "tempsLecture", "temps_de_lecture", "tempsDeLecture",
    "temps-lecture", "lesezeit", "Lesezeit", "lesedauer", "tiempo_lectura", "tiempoLectura",
    "tiempo_de_lectura", "tempo_lettura", "tempoLettura", "tempo_di_lettura", "tempo_leitura",
    "tempoLeitura", "tempo_de_leitura", "leestijd",
)  # fmt: skip
"""Keys that state a reading time."""

LINES = (
    "eading time", "eading Time", "ead time", "ime to read", "in read", "ins read", "inute read",
    "inutes read", "emps de lecture", "urée de lecture", "e lecture", "esezeit", "esedauer",
    "iempo de lectura", "de lectura", "empo di lettura", "di lettura", "empo de leitura",
    "de leitura", "eestijd", "zas czytania", "czytania", "ремя чтения", "чтения", "読了",
    "読めます", "阅读", "閱讀", "읽는", "읽기",
)  # fmt: skip
"""What a line that states one holds, in twelve languages."""


class Stated(NamedTuple):
    """A reading time: who states it, where, and how much; no ``minutes`` where it is no number.

    ``key`` is that of the front matter, empty for a line of the text.
    """

    name: str
    span: Span
    minutes: float | None
    key: str = ""


_NUMBER = pattern(r"[0-9]+(?:[.,][0-9]+)?")
_SIGNED = pattern(r"""(?<![^"'])-\Z""")
_MINUTES = pattern(r"\b(?:min|мин)|分|분|\APTM\Z|\A[~≈ ]*\Z", re.IGNORECASE)
_NO_TIME = pattern(
    r"\b(?:less|under|moins|unter|weniger|menos|meno|quick|short)\b|<", re.IGNORECASE
)
_LONGEST = 60
"""Characters of a value that can be a reading time; a longer one is a sentence."""


def stated(document: Document, keys: Iterable[str], *, lines: bool) -> Iterator[Stated]:
    """Yield the times that a page states; what new pages are made from states none."""
    if is_form(document.path):
        return
    block = metadata_of(document)
    for key in [key for key in keys if key in block.text] if block else ():
        entry = block.get(key) if block else None
        found = _by_entry(document, entry) if entry else None
        if found:
            yield found
    if lines:
        yield from _by_line(document)


def _by_entry(document: Document, entry: Entry) -> Stated | None:
    if entry.tag not in ("int", "float", "str"):
        return None
    number = _only_number(document, entry.value_span)
    if number:
        return Stated(entry.key, number, _value(document[number]), entry.key)
    words = str(entry.value)
    if any(char.isdigit() for char in words) or len(words) > _LONGEST or not words.strip():
        return None
    if _NO_TIME.search(words) or any(mark in words for mark in MARKS):
        return None
    return Stated(entry.key, entry.value_span, None, entry.key)


def _value(number: str) -> float:
    return float(number.replace(",", "."))


def _only_number(document: Document, value: Span) -> Span | None:
    """Return where the only number of a value stands, when it counts minutes."""
    text = document[value]
    numbers = list(islice(_NUMBER.finditer(text), 2)) if len(value) <= _LONGEST else []
    if len(numbers) != 1:
        return None
    start, end = numbers[0].span()
    start -= bool(_SIGNED.search(text[:start]))
    rest = (text[:start] + text[end:]).strip("\"' ")
    return Span(start, end).shifted(value.start) if _MINUTES.search(rest) else None


_NEAR_TOP = 1_500
"""Characters from the top of the text on, in which a line may state it."""
_LONGEST_LINE = 120
_LABEL = (
    r"(?:estimated )?read(?:ing)? time|(?:estimated )?time to read"
    r"|(?:temps|durée) de lecture(?: estimée?)?|(?:geschätzte )?lese(?:zeit|dauer)"
    r"|tiempo (?:estimado )?de lectura(?: estimado)?|tempo (?:stimato )?di lettura(?: stimato)?"
    r"|tempo (?:estimado )?de leitura(?: estimado)?|(?:geschatte )?leestijd"
    r"|(?:szacowany )?czas czytania|(?:примерное )?время чтения"
    r"|読了(?:時間の目安|時間|目安)|阅读(?:时间|时长)|閱讀時間|읽는 (?:데 걸리는 )?시간"
)
_BLANK = "[ \xa0\u202f]"
_UNIT = (
    rf"(?:(?:{_BLANK}|-)?(?:minut(?:e[ns]?|os?|[iay])?\b|mins?\b\.?|минут[аы]?\b|мин\b\.?)"
    rf"|{_BLANK}?(?:分钟|分鐘|分|분))"
)
_READ = (
    rf"(?:(?:{_BLANK}|-)?(?:de lecture|read(?:ing)?(?: time)?|to read|lesezeit|zu lesen|de lectura"
    r"|di lettura|de leitura|leestijd|lezen|czytania|чтения)"
    rf"|{_BLANK}?(?:で読めます|で読める|で読了|阅读|閱讀|읽기))"
)
_ABOUT = (
    r"(?:(?:about|around|etwa|environ|circa|ca\.|unos|cerca de|około|около|約|约|약)"
    rf"{_BLANK}?)?[~≈]?"
)
_NUMERAL = r"-?[0-9]{1,4}(?:[.,][0-9]{1,2})?"
_LINE = pattern(
    rf"(?<![^\W_])(?:{_LABEL})[*_]{{0,3}}{_BLANK}{{0,2}}[::=–—]?[*_]{{0,3}}{_BLANK}{{0,2}}{_ABOUT}({_NUMERAL}){_UNIT}?"
    rf"|(?<![\w.,-])({_NUMERAL}){_UNIT}{_READ}(?![a-zà-ÿ])",
    re.IGNORECASE,
)
_BEFORE = pattern(r"(?:.*[|·•,;–—/])?(?:[^\w#\n]|_)*")
_AFTER = pattern(r"[.*_\s)~:]*(?:\Z|[|·•,;–—/(].*)|[^\w\n]*")


def _by_line(document: Document) -> Iterator[Stated]:
    """Yield what one line near the top states; where several do, they speak of other pages."""
    text, top = document.text, document.body.start
    head = text[top : top + _NEAR_TOP]
    spans = sorted(set(_likely_lines(head)))
    found = [one for start, end in spans for one in _LINE.finditer(text, top + start, top + end)]
    if len(found) != 1 or "\n## " in text[top : found[0].start()]:
        return
    number = Span(*found[0].span(found[0].lastindex or 0))
    if _is_alone(text, found[0]) and not document.is_opaque(number):
        words = found[0][0].strip(" *_")
        yield Stated(f"“{words}”", number, _value(document[number]))


def _likely_lines(head: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that hold what a line with a reading time does, a digit among it."""
    for sign in LINES:
        at = head.find(sign)
        while at >= 0:
            start, end = head.rfind("\n", 0, at) + 1, head.find("\n", at)
            end = end if end >= 0 else len(head)
            if end - start <= _LONGEST_LINE and any(map(str.isdigit, head[start:end])):
                yield start, end
            at = head.find(sign, end)


def _is_alone(text: str, match: "re.Match[str]") -> bool:
    """Whether a line says nothing else in the same breath, and links to no other page."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)].rstrip()
    before, after = text[start : match.start()], line[match.end() - start :]
    if "](" in line or line.startswith(("|", "#")):
        return False
    return bool(_BEFORE.fullmatch(before) and _AFTER.fullmatch(after))
