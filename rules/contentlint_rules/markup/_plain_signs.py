"""Curly quotes and long dashes in code, where programs read only the plain ones."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint import Code, Document, Edit, Fix, Span, Violation, pattern
from contentlint_rules.markup._elements import words
from contentlint_rules.markup._glance import SPAN_OF_CODE, fences

DOUBLE = "“”„‟″"
SINGLE = "‘’‚‛′"
QUOTES = DOUBLE + SINGLE
_SHELL = words("bash sh shell zsh fish terminal")
_SESSION = words("console shell-session shellsession sh-session bash-session")
_HASH = words("python py py3 ruby rb toml yaml yml perl pl r elixir julia")
_SLASH = words(
    "javascript js jsx mjs typescript ts tsx java c cpp c++ csharp cs go golang rust rs php swift"
    " kotlin scala dart css scss less json json5 jsonc groovy hcl terraform"
)
_DASH = frozenset({"sql", "lua"})
_HTML = words("html xml svg vue svelte astro")
_STRINGS = (
    r"\"\"\"(?:[^\"]|\"(?!\"\"))*+\"\"\"|'''(?:[^']|'(?!''))*+'''"
    r"|\"(?:\\.|[^\"\\\n])*+\"|'(?:\\.|[^'\\\n])*+'|`[^`]*+`"
)
_IN_HASH = pattern(_STRINGS + r"|\#(?:(?<=\s\#)|(?<=\A\#))[^\n]*")
_IN_SLASH = pattern(_STRINGS + r"|(?<!:)//[^\n]*|/\*(?:[^*]|\*(?!/))*+\*/|(?<!\S)\#[^\n]*")
_IN_DASH = pattern(_STRINGS + r"|--[^\n]*|/\*(?:[^*]|\*(?!/))*+\*/")

_OPENS = rf"(?P<open>[{QUOTES}])(?P<inner>[^{QUOTES}\"'\n]{{0,200}})(?P<close>[{QUOTES}])"
_AS_STRING = pattern(rf"[=(\[{{:,][ \t]?{_OPENS}(?=[ \t]*(?:[)\]}},;:]|$))", re.MULTILINE)
_AS_KEY = pattern(rf"^[ \t]*{_OPENS}(?=[ \t]*:)", re.MULTILINE)
_AS_WORD = pattern(rf"(?<=[\s=]){_OPENS}(?=[\s;|&)]|\Z)")
_AS_ATTRIBUTE = pattern(rf"(?<=[\w-])={_OPENS}(?=[\s/>])")
_AS_ARGUMENT = pattern(rf"(?<=\w)[=(]{_OPENS}(?=[\s,;:)\]>]|\Z)")
_AS_PAIR = pattern(rf"\A[^\n:]{{0,80}}:[ \t]?{_OPENS}(?=[,;]?\Z)")
_OPTION = pattern(r"(?:(?<=[\s`])|\A)([–—])([a-z][\w-]*)(?=[\s=`'\",;)]|\Z)")


def in_code(document: Document) -> Iterator[Violation]:
    """Yield quotes and dashes in code that would not do there what they should."""
    if not (_may_quote(document.text) or _may_be_option(document.text)):
        return
    for code in document.code:
        inner = document[code.content]
        if not _SIGNS.isdisjoint(inner):
            for place in _places(code, inner):
                yield place.violation(code.content.start)


_SIGNS = frozenset(QUOTES + "–—")


class _Place(NamedTuple):
    """What stands at a place in code, and by what to replace it, sign by sign."""

    match: re.Match[str]
    edits: tuple[tuple[int, str], ...]
    message: str
    sure: bool = True

    def violation(self, base: int) -> Violation:
        start = self.edits[0][0]
        edits = (Edit.replacement(Span(at, at + 1).shifted(base), new) for at, new in self.edits)
        make = Fix.unsafe if self.sure else Fix.suggestion
        fix = make("Write the plain signs", *edits)
        return Violation(Span(start, self.match.end()).shifted(base), self.message, fix)


def _may_quote(text: str) -> bool:
    """Whether a curly quote may stand in code."""
    if "`" not in text or not any(sign in text for sign in QUOTES):
        return False
    if any(_has_quote(text[start:end]) for start, end in fences(text)):
        return True
    return _has_quote("".join(SPAN_OF_CODE.findall(text)))


def _has_quote(text: str) -> bool:
    return not text.isascii() and any(sign in text for sign in QUOTES)


def _may_be_option(text: str) -> bool:
    """Whether a long dash stands right before a word, as that of an option would."""
    for sign in "–—":
        at = text.find(sign)
        while at >= 0:
            if text[at - 1 : at] in "` \t\n" and "a" <= text[at + 1 : at + 2] <= "z":
                return True
            at = text.find(sign, at + 1)
    return False


def _places(code: Code, inner: str) -> Iterator[_Place]:
    if code.info is None:
        yield from _quoted(_AS_ARGUMENT.finditer(inner))
        yield from _quoted(_AS_PAIR.finditer(inner))
        yield from _options(inner)
        return
    language = _language(code.info)
    if not language:
        inner = _NO_COMMAND.sub(_blank, inner)
    if not language or language in _SHELL or language in _SESSION:
        inner = _blanked(_IN_HASH, inner)
        if language in _SESSION:
            inner = _OUTPUT.sub(_blank, inner)
        yield from _quoted(_AS_WORD.finditer(inner))
        yield from _options(inner)
    elif language in _HTML:
        yield from _quoted(_AS_ATTRIBUTE.finditer(inner))
    elif strings := _strings_of(language):
        inner = _MARKUP.sub(_blank, _blanked(strings, inner))
        yield from _quoted(_AS_STRING.finditer(inner))
        yield from _quoted(_AS_KEY.finditer(inner))


def _language(info: str) -> str:
    """Return what stands first behind a fence, as “js” in “js {2,3}” or “{.js}”."""
    word = _WORD.search(info)
    return word[0].lower() if word else ""


_WORD = pattern(r"(?<=[{. \t])[\w+#-]+|\A[\w+#-]+")
# A command, where no language is named: it has a prompt before it, or an option with a hyphen.
_NO_COMMAND = pattern(
    r"^(?![ \t]*\$ )(?!(?=[ \t]*[a-z][\w.-]+ )[^\n]* --?[a-z])[^\n]*", re.MULTILINE
)
_OUTPUT = pattern(r"^(?![ \t]*[$#>%])[^\n]*", re.MULTILINE)
_MARKUP = pattern(r"^[^\n<]*(?:/>|</?[A-Za-z])[^\n]*", re.MULTILINE)


def _strings_of(language: str) -> "re.Pattern[str] | None":
    """Return what a language has in quotes and in comments."""
    if language in _HASH:
        return _IN_HASH
    if language in _SLASH:
        return _IN_SLASH
    return _IN_DASH if language in _DASH else None


def _blanked(strings: "re.Pattern[str]", text: str) -> str:
    return strings.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _quoted(matches: Iterator[re.Match[str]]) -> Iterator[_Place]:
    for match in matches:
        plain = '"' if match["open"] in DOUBLE else "'"
        edits = (match.start("open"), plain), (match.start("close"), plain)
        message = f"Curly quotes in code: a program reads only the plain ones ({plain})"
        yield _Place(match, edits, message)


def _options(text: str) -> Iterator[_Place]:
    for match in _OPTION.finditer(text):
        plain = "--" if len(match[2]) > 1 else "-"
        message = (
            f"“{match[0]}” begins with a long dash: the program knows only “{plain}{match[2]}”"
        )
        yield _Place(match, ((match.start(1), plain),), message, sure=len(plain) > 1)
