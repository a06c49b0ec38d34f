"""The usual ways in which a line breaks TOML, each with its words and its repair.

As with YAML, no generator reads such a block, so a repair is safe when it is the only one and the
repaired lines can be read again.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from contentlint import Document, Edit, Fix, Span, Violation, pattern

_LINE = pattern(
    r"""(?P<indent>\s*+)(?P<key>"[^"\r\n]*+"|'[^'\r\n]*+'|[^\s=:"'\[\]{}\#][^\r\n=:"'\[\]{}\#]*?)
    (?P<sign>[ \t]*+[=:][ \t]*+)(?P<value>[^\r\n]*+)""",
    re.VERBOSE,
)
_BARE = pattern(r"[\w-]+(?:[ \t]*\.[ \t]*[\w-]+)*", re.ASCII)
_DAY = pattern(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})")
_NO_SECONDS = pattern(r"(?P<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d)(?P<zone>Z|[+-]\d\d:\d\d)?")
_ANY_DATE = pattern(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[\WT].*)?|[A-Z][a-z]{2,8} \d{1,2},? \d{4}")
_PADDED = pattern(r"[+-]?0\d+")
_SMART = {"“": "”", "„": "“", "‘": "’", "«": "»", "”": "”", "‟": "”"}
_COMMENT = pattern(r"""(?:"[^"\r\n]*"|'[^'\r\n]*'|[^"'\s]+)[ \t]*(?P<sign>//|<!--|;)""")
_SWITCHES = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


@dataclass(frozen=True)
class Line:
    """The first line of a damaged statement, taken apart; ``lines`` is all of the statement."""

    document: Document
    lines: Span
    key: Span
    sign: Span
    value: Span

    @property
    def text(self) -> str:
        """The value as the author typed it."""
        return self.document[self.value]

    @property
    def name(self) -> str:
        """How to call the value in a message."""
        return "“" + self.document[self.key].strip("\"'") + "”"

    def heals(self, *edits: Edit) -> bool:
        """Whether the statement can be read with the edits made."""
        text = self.document[self.lines]
        for edit in sorted(edits, key=lambda it: it.span, reverse=True):
            span = edit.span.shifted(-self.lines.start)
            text = text[: span.start] + edit.content + text[span.end :]
        block = Document("", f"+++\n{text}\n+++\n").front_matter
        return block is not None and not block.problems

    def repaired(self, title: str, *edits: Edit, sure: bool = True) -> Fix | None:
        """Return the fix, if it heals the statement."""
        if not self.heals(*edits):
            return None
        return (Fix.safe if sure else Fix.suggestion)(title, *edits)

    def replaced(self, title: str, content: str, *, sure: bool = True) -> Fix | None:
        """Return the fix that writes the value in another way, if that heals the statement."""
        return self.repaired(title, Edit.replacement(self.value, content), sure=sure)


def damaged(document: Document, lines: Span) -> Violation | None:
    """Return what is wrong with a statement that TOML cannot read, where it is known."""
    parts = _LINE.match(document.text, lines.start, lines.end)
    if parts is None:
        return None
    start = parts.start("value")
    value = Span(start, start + len(parts["value"].rstrip()))
    line = Line(document, lines, Span(*parts.span("key")), Span(*parts.span("sign")), value)
    return next((found for cause in _CAUSES if (found := cause(line))), None)


def quoted(text: str) -> str:
    """Return text in quotes that need no escapes where that is possible."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _colon(line: Line) -> Violation | None:
    if ":" not in line.document[line.sign]:
        return None
    message = f"A colon follows the key {line.name}: TOML wants “=” between a key and its value"
    equals = Edit.replacement(line.sign, " = ")
    value = Edit.replacement(line.value, quoted(line.text))
    fix = line.repaired("Write “=”", equals)
    if not fix and line.text and line.text[0] not in "\"'[{":
        fix = line.repaired("Write “=”, and the value in quotes", equals, value)
    return Violation(Span(line.key.start, line.value.end), message, fix)


def _key(line: Line) -> Violation | None:
    key = line.document[line.key].rstrip()
    if _BARE.fullmatch(key) or key[0] in "\"'":
        return None
    span = Span(line.key.start, line.key.start + len(key))
    message = (
        f"The key “{key}” holds more than A to Z, digits, “-” and “_”: TOML wants it in quotes"
    )
    edit = Edit.replacement(span, quoted(key))
    return Violation(span, message, line.repaired("Put the key in quotes", edit))


def _nothing(line: Line) -> Violation | None:
    if line.text and line.text[0] != "#":
        return None
    span = Span(line.key.start, line.sign.end)
    empty = Edit.replacement(Span(line.key.end, line.value.start), ' = ""')
    fix = None if line.text else line.repaired("Write an empty text", empty, sure=False)
    return Violation(span, f'No value follows {line.name}: write "" or remove the line', fix)


def _smart_quotes(line: Line) -> Violation | None:
    closing = _SMART.get(line.text[0])
    if closing is None:
        return None
    whole = len(line.text) > 1 and line.text.endswith(closing)
    edit = Edit.replacement(line.value, quoted(line.text[1:-1] if whole else line.text))
    make = Fix.unsafe if whole else Fix.suggestion
    return Violation(
        line.value,
        f"The quotes round the value of {line.name} are typographic ones, which TOML does not "
        'know: use straight quotes (")',
        make("Use straight quotes", edit) if line.heals(edit) else None,
    )


def _after_value(line: Line) -> Violation | None:
    if line.text.endswith((",", ";")):
        rest = line.text.rstrip(",;").rstrip()
        message = f"“{line.text[-1]}” ends the line of {line.name}: in TOML a line just ends"
        end = Span(line.value.start + len(rest), line.value.end)
        return Violation(end, message, line.repaired("Remove it", Edit.deletion(end)))
    comment = _COMMENT.match(line.text)
    if comment is None or not line.heals(Edit.deletion(_from(line, comment.start("sign")))):
        return None
    sign = comment["sign"]
    span = Span(*comment.span("sign")).shifted(line.value.start)
    fix = line.repaired("Begin the comment with “#”", Edit.replacement(span, "#"), sure=False)
    message = f"“{sign}” begins no comment in TOML: a comment begins with “#”"
    return Violation(_from(line, comment.start("sign")), message, fix)


def _from(line: Line, start: int) -> Span:
    return Span(line.value.start + start, line.value.end)


def _quotes(line: Line) -> Violation | None:
    quote, text = line.text[0], line.text
    if quote not in "\"'":
        return None
    inner = text[1:-1]
    if len(text) < 2 or text[-1] != quote:
        message = (
            f"The quote that opens the value of {line.name} is not closed at its end: add {quote}"
        )
        closed = Edit.insertion(line.value.end, quote)
        single = quote not in text[1:]
        fix = line.repaired("Close the quote", closed, sure=False) if single else None
        return Violation(line.value, message, fix)
    if quote in inner:
        sure = quote == "'" and '"' not in inner and "\\" not in inner and "," not in inner
        return Violation(
            line.value,
            f"The value of {line.name} holds the same quote ({quote}) that it stands in, so it "
            "ends too early: use the other kind outside",
            line.replaced("Use the other quotes", quoted(inner), sure=sure),
        )
    if "\\" not in inner:
        return None
    return Violation(
        line.value,
        f"The value of {line.name} holds a backslash that means nothing to TOML between double "
        "quotes: use single quotes",
        line.replaced("Use single quotes", f"'{inner}'", sure=False),
    )


def _brackets(line: Line) -> Violation | None:
    if line.text[0] not in "[{":
        return None
    what, closing = ("list", "]") if line.text[0] == "[" else ("table", "}")
    if closing not in line.document[line.lines]:
        message = f"The {what} that is the value of {line.name} is never closed: add “{closing}”"
    else:
        message = (
            f"The {what} that is the value of {line.name} cannot be read: is a text without "
            "quotes, or a comma too many or too few?"
        )
    return Violation(line.value, message)


def _switch(line: Line) -> Violation | None:
    small = line.text.lower()
    if small in ("true", "false"):
        message = f"TOML writes “{small}” in small letters, and knows no “{line.text}”"
        return Violation(line.value, message, line.replaced("Use small letters", small))
    if small not in _SWITCHES:
        return None
    meant = _SWITCHES[small]
    message = (
        f"TOML knows no “{line.text}” for {line.name}: write {meant}, or “{line.text}” in quotes"
    )
    return Violation(line.value, message, line.replaced(f"Write {meant}", meant, sure=False))


def _date(line: Line) -> Violation | None:
    if not _ANY_DATE.fullmatch(line.text):
        return None
    better, message = None, "a day is written as 2025-01-31, with a time as 2025-01-31T12:30:00Z"
    if day := _DAY.fullmatch(line.text):
        better = _real_day(*(int(day[part]) for part in ("year", "month", "day")))
    elif short := _NO_SECONDS.fullmatch(line.text):
        better = f"{short['time']}:00{short['zone'] or ''}"
    fix = line.replaced("Write the date as TOML does", better) if better else None
    return Violation(
        line.value, f"The value of {line.name} is no date that TOML can read: {message}", fix
    )


def _real_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _number(line: Line) -> Violation | None:
    if not _PADDED.fullmatch(line.text):
        return None
    message = (
        f"The number of {line.name} begins with 0, which TOML refuses: remove it, or use quotes"
    )
    return Violation(line.value, message)


def _no_quotes(line: Line) -> Violation | None:
    message = f"The value of {line.name} is text without quotes, which TOML wants: add them"
    sure = not set(line.text) & set("\"'#")
    return Violation(line.value, message, line.replaced("Add quotes", quoted(line.text), sure=sure))


_CAUSES: tuple[Callable[[Line], Violation | None], ...] = (
    _key,
    _colon,
    _nothing,
    _smart_quotes,
    _after_value,
    _quotes,
    _brackets,
    _switch,
    _date,
    _number,
    _no_quotes,
)
