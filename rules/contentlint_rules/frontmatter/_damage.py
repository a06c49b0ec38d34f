"""The usual ways in which a line breaks YAML, each with its words and its repair.

No generator reads a block that is damaged like this, so putting the author's text in quotes is
certain to be right when it gives exactly that text. That is proved each time by reading the
repaired lines again.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from contentlint import Document, Edit, Fix, Span, Violation, pattern

_PAIR = pattern(
    r"""(?P<indent>[ \t]*+(?:-[ \t]++)*+)
    (?P<key>[^\s"':,\[\]{}\#-][^\r\n:"']{0,100}|"[^"\r\n]{0,100}"|'[^'\r\n]{0,100}')
    :(?P<gap>[^\S\r\n]*+)(?P<value>[^\r\n]*+)""",
    re.VERBOSE,
)
_ITEM = pattern(r"(?P<indent>[ \t]*+(?:-[ \t]++)++)(?P<key>)(?P<gap>)(?P<value>[^\r\n]*+)")
_INNER_KEY = pattern(
    r"\s(?:title|date|description|draft|tags?|categor(?:y|ies)|author|slug|layout|image|lang): "
)
_OTHER_SIGN = pattern(r"(?P<key>[\w-]{1,60})(?P<sign>[ \t]*[：=﹕][ \t\u3000]*)(?=[^\s=])")
_TABS = pattern(r"(?<=[\r\n])[ \t]*\t[ \t]*")
_CLOSING_QUOTES = {"“": "”", "„": "“", "‘": "’", "«": "»", "”": "”", "‟": "”"}
_CLOSING_BRACKETS = {"[": "]", "{": "}"}
_APOSTROPHE = pattern(r"(?<=\w)'(?=\w)")
_RESERVED = "@`%"
_MEANINGS = {
    "*": "a reference to another value",
    "[": "a list",
    "{": "a list of keys",
    "|": "text on the lines below",
    ">": "text on the lines below",
    "-": "an item of a list",
    "!": "the type of the value",
    "&": "a name for the value",
}


@dataclass(frozen=True)
class Line:
    """One line of damaged YAML, taken apart; ``lines`` is the stretch that has to parse."""

    document: Document
    lines: Span
    whole: Span
    indent: Span
    key: str
    gap: Span
    value: Span

    @property
    def text(self) -> str:
        """The value as the author typed it."""
        return self.document[self.value]

    @property
    def name(self) -> str:
        """How to call the value in a message."""
        return f"“{self.key}”" if self.key else "this item"

    def after(self, edit: Edit) -> str:
        """Return the stretch of lines with an edit made."""
        text, lines, span = self.document.text, self.lines, edit.span
        return text[lines.start : span.start] + edit.content + text[span.end : lines.end]

    def gives(self, edit: Edit, wanted: str | None) -> bool:
        """Whether the edit heals the lines, and gives the wanted text as one value."""
        block = Document("", f"---\n{self.after(edit)}\n---\n").front_matter
        if block is None or block.problems:
            return False
        values = (entry.value for entry in block.entries if entry.tag == "str")
        return wanted is None or wanted in values

    def replaced(self, content: str, wanted: str, *, sure: bool = True) -> Fix | None:
        """Return the fix that writes the value in another way, if that gives the wanted text."""
        edit = Edit.replacement(self.value, content)
        if not self.gives(edit, wanted):
            return None
        make = Fix.safe if sure and not _doubtful(self.text) else Fix.suggestion
        return make("Put the value in quotes", edit)

    def quoted(self, *, sure: bool = True) -> Fix | None:
        """Return the fix that puts the whole value in quotes."""
        return self.replaced(_in_quotes(self.text), self.text, sure=sure)


def damaged(document: Document, lines: Span, at: int) -> Violation | None:
    """Return what is wrong with lines that YAML cannot read beyond an offset, where it is known."""
    suspects = tuple(_suspects(document, lines, at))
    found = (cause(line) for line in suspects for cause in _CAUSES)
    stopped = (cause(suspects[0]) for cause in _LAST_CAUSES)
    return next(filter(None, chain(found, _before(suspects[0]), stopped)), None)


def _suspects(document: Document, lines: Span, at: int) -> Iterator[Line]:
    """Yield the line where reading stopped, and the first one: an open quote stops it late."""
    end = lines.start + len(document[lines].rstrip())
    place = min(at, max(lines.start, end - 1))
    for number in dict.fromkeys(document.lines.line_at(it) for it in (place, lines.start)):
        yield _taken_apart(document, lines, document.lines.span(number))


def _before(line: Line) -> Iterator[Violation | None]:
    """Yield whether the line above lacks a space: it then swallows this one."""
    number = line.document.lines.line_at(line.whole.start)
    if line.whole.start > line.lines.start:
        above = line.document.lines.span(number - 1)
        yield _no_space(_taken_apart(line.document, line.lines, above))


def _taken_apart(document: Document, lines: Span, whole: Span) -> Line:
    text = document[whole]
    parts = _PAIR.match(text) or _ITEM.match(text)
    if parts is None:
        edge = Span.at(whole.start)
        return Line(document, lines, whole, edge, "", edge, edge)
    start, length = parts.start("value"), len(parts["value"].rstrip())
    indent, gap = (Span(*parts.span(name)).shifted(whole.start) for name in ("indent", "gap"))
    value = Span(start, start + length).shifted(whole.start)
    return Line(document, lines, whole, indent, parts["key"].strip("\"'"), gap, value)


def _doubtful(value: str) -> bool:
    """Whether part of the value may be a comment, or a second key on the same line."""
    return " #" in value or _INNER_KEY.search(value) is not None


def _in_quotes(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _tab(line: Line) -> Violation | None:
    indent = _TABS.search(line.document.text, max(0, line.whole.start - 1), line.whole.end)
    if indent is None:
        return None
    start = line.lines.start
    spaces = Edit.replacement(line.lines, _TABS.sub(_spaces, line.document[line.lines]))
    edits = tuple(
        Edit.replacement(Span(*tabs.span()).shifted(start), _spaces(tabs))
        for tabs in _TABS.finditer(line.document[line.lines])
    )
    message = "This line is indented with a tab, which YAML does not allow: use spaces"
    fix = Fix.safe("Indent with spaces", *edits) if edits and line.gives(spaces, None) else None
    return Violation(Span(*indent.span()), message, fix)


def _spaces(tabs: re.Match[str]) -> str:
    return tabs.group().replace("\t", "  ")


def _wide_space(line: Line) -> Violation | None:
    wide = line.document[line.gap].strip(" \t")
    if not wide:
        return None
    edit = Edit.replacement(line.gap, " ")
    fix = Fix.safe("Use an ordinary space", edit) if line.gives(edit, None) else None
    message = (
        f"A special space (U+{ord(wide[0]):04X}) follows the colon of {line.name}, so "
        "YAML sees no key: use an ordinary space"
    )
    return Violation(line.gap, message, fix)


def _smart_quotes(line: Line) -> Violation | None:
    text = line.text
    closing = _CLOSING_QUOTES.get(text[:1])
    if closing is None:
        return None
    inside = text[1:-1].strip() if text.endswith(closing) else ""
    edit = Edit.replacement(line.value, _in_quotes(inside))
    sound = inside and line.gives(edit, inside)
    return Violation(
        line.value,
        f"The quotes round the value of {line.name} are typographic ones, which YAML takes for "
        'letters: use straight quotes (")',
        Fix.unsafe("Use straight quotes", edit) if sound else line.quoted(sure=False),
    )


def _straight_quotes(line: Line) -> Violation | None:
    quote, text = line.text[:1], line.text
    if quote not in ("'", '"'):
        return None
    inner = text[1:-1]
    if len(text) > 1 and text[-1] == quote:
        return _inner_quotes(line, quote, inner)
    if quote in text[1:]:
        message = (
            f"The value of {line.name} goes on after its closing quote: put all of it in quotes"
        )
        return Violation(line.value, message, line.quoted())
    message = (
        f"The quote that opens the value of {line.name} is never closed: add {quote} at its end"
    )
    edit = Edit.insertion(line.value.end, quote)
    fix = Fix.suggestion("Close the quote", edit) if line.gives(edit, text[1:]) else None
    return Violation(line.value, message, fix)


def _inner_quotes(line: Line, quote: str, inner: str) -> Violation | None:
    if quote in inner:
        sure = quote == "'" and inner.count("'") == len(_APOSTROPHE.findall(inner))
        return Violation(
            line.value,
            f"The value of {line.name} holds the same quote ({quote}) that it stands in, so it "
            "ends too early: double the quote inside, or use the other kind outside",
            line.replaced(_in_quotes(inner), inner, sure=sure),
        )
    if "\\" in inner and quote == '"':
        return Violation(
            line.value,
            f"The value of {line.name} holds a backslash that means nothing to YAML between double "
            "quotes: use single quotes",
            line.replaced(_in_quotes(inner), inner, sure=False),
        )
    return None


def _special(line: Line) -> Violation | None:
    sign = line.text[:1]
    if sign and sign in _RESERVED:
        message = f"The value of {line.name} begins with “{sign}”, which YAML reserves: quote it"
        return Violation(line.value, message, line.quoted())
    if sign not in _MEANINGS:
        return None
    sure = sign == "*" or (sign == "[" and _goes_on(line.text))
    message = (
        f"The value of {line.name} begins with “{sign}”, which YAML reads as the start of "
        f"{_MEANINGS[sign]}: put the value in quotes if it is text"
    )
    open_list = sign in _CLOSING_BRACKETS and _CLOSING_BRACKETS[sign] not in line.text
    return Violation(line.value, message, None if open_list else line.quoted(sure=sure))


def _goes_on(text: str) -> bool:
    """Whether words follow a bracket that holds no list: ``[Draft] A title``."""
    inside, closed, rest = text[1:].partition("]")
    return bool(closed and rest.strip(" ,]")) and not set(inside) & set(",[\"'")


def _colon(line: Line) -> Violation | None:
    text = line.text
    if text[:1] in ("'", '"', "[", "{") or not (": " in text or text.endswith(":")):
        return None
    message = (
        f"The value of {line.name} holds a colon, which YAML reads as the end of another key: put "
        "the value in quotes"
    )
    return Violation(line.value, message, line.quoted(sure="-" not in line.document[line.indent]))


def _no_space(line: Line) -> Violation | None:
    if not line.text or len(line.gap) or not line.key or line.text.startswith("//"):
        return None
    edit = Edit.insertion(line.value.start, " ")
    fix = Fix.safe("Add a space", edit) if line.gives(edit, None) else None
    message = f"No space follows the colon of “{line.key}”, so YAML sees no key: add one"
    return Violation(Span(line.whole.start, line.value.end), message, fix)


def _other_sign(line: Line) -> Violation | None:
    parts = _OTHER_SIGN.match(line.document[line.whole])
    if parts is None:
        return None
    sign = Span(*parts.span("sign")).shifted(line.whole.start)
    edit = Edit.replacement(sign, ": ")
    mark, healed = parts["sign"].strip(), line.gives(edit, None)
    make = Fix.suggestion if mark == "=" else Fix.safe
    return Violation(
        line.whole,
        f"“{mark}” stands where YAML wants a colon and a space: write “{parts['key']}: …”",
        make("Write a colon and a space", edit) if healed else None,
    )


def _no_key(line: Line) -> Violation | None:
    if line.value.end > line.whole.start or not line.document[line.whole].strip():
        return None
    message = "This line has no “key: value”, so YAML cannot read the front matter: is a colon, or "
    return Violation(line.whole, message + "the closing “---”, missing?")


def _stray_indent(line: Line) -> Violation | None:
    indent = line.document[line.indent]
    if not indent or indent.strip():
        return None
    message = (
        f"“{line.key}” is indented, so it would have to belong to the line above, which YAML does "
        "not take: align it with the other keys"
    )
    return Violation(line.whole, message)


_CAUSES: tuple[Callable[[Line], Violation | None], ...] = (
    _tab,
    _wide_space,
    _smart_quotes,
    _straight_quotes,
    _special,
    _no_space,
    _colon,
)
_LAST_CAUSES: tuple[Callable[[Line], Violation | None], ...] = (
    _other_sign,
    _no_key,
    _stray_indent,
)
