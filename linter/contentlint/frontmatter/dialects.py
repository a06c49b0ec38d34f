"""What each parser makes of a plain YAML value: ``12:30`` is text to one and 750 to another.

A dialect is a row of readers, tried in the order in which the parser tries them; what none of
them takes is text. The tests hold every row to a table that the parsers themselves made
(``make dialects`` makes it again).
"""

import math
import re
from collections.abc import Callable

from contentlint.frontmatter import moments
from contentlint.frontmatter.moments import ERROR, Meaning
from contentlint.patterns import pattern

MAX_WRITTEN = 100
"""Characters of a value that can be more than text; no number or date is longer."""


_Reader = Callable[[str], Meaning | None]
NOTHING = Meaning("nothing")


def meaning(written: str, dialect: str) -> Meaning:
    """Return what a plain value, without quotes and comments, is to a parser of ``DIALECTS``."""
    if len(written) <= MAX_WRITTEN:
        for read in DIALECTS[dialect]:
            found = read(written)
            if found is not None:
                return found
    return Meaning("text", written)


def _number(value: float) -> Meaning:
    return Meaning("number", value)


def _double(value: float) -> Meaning:
    """Return a number of JavaScript, which keeps 53 bits of it."""
    return _number(float(value))


def _bare(written: str) -> str:
    return written.replace("_", "")


def _sixties(written: str, part: Callable[[str], float] = int) -> float:
    """Return ``12:30`` as 750: digits of base sixty."""
    sign = -1 if written[0] == "-" else 1
    total: float = 0
    for digits in written.lstrip("+-").split(":"):
        total = total * 60 + part(digits)
    return sign * total


def _real(written: str) -> float:
    """Return a float, infinity and nan among them."""
    return float(re.sub(r"\.(?=inf|nan)", "", written.lower()))


def _based(written: str, octal: str = "") -> int:
    """Return a whole number with its prefix; a zero alone is one too where ``octal`` is "0"."""
    sign = -1 if written[0] == "-" else 1
    digits = written.lstrip("+-")
    for prefix, base in (("0x", 16), ("0o", 8), ("0b", 2), (octal, 8)):
        if prefix and digits.lower().startswith(prefix) and len(digits) > len(prefix):
            return sign * int(digits[len(prefix) :], base)
    return sign * int(digits)


def _finite(written: str) -> Meaning | None:
    """Return a float that is not too large; infinity only where it was written."""
    value = _real(written)
    return _number(value) if math.isfinite(value) or "n" in written.lower() else None


def _go_whole(value: int) -> Meaning | None:
    """Return a whole number that 64 bits hold."""
    return _number(value) if -(2**63) <= value < 2**64 else None


def _old_go_whole(written: str) -> Meaning | None:
    value = _based(_bare(written), "0")
    return _go_whole(value) or _double(value)


def _words(*values: tuple[str, Meaning], any_case: bool = False) -> _Reader:
    """Read words: as given, with a capital and in capitals, or however they are written."""
    spelt = {
        form: value for word, value in values for form in (word, word.capitalize(), word.upper())
    }
    if any_case:
        return lambda written: spelt.get(written.lower())
    return spelt.get


def _words_as_they_are(words: str, value: Meaning) -> _Reader:
    return dict.fromkeys(words.split(), value).get


def _as(expression: str, convert: Callable[[str], Meaning | None]) -> _Reader:
    compiled = pattern(expression)
    return lambda written: convert(written) if compiled.fullmatch(written) else None


def _at(
    expression: "re.Pattern[str]", convert: Callable[[re.Match[str]], Meaning | None]
) -> _Reader:
    def read(written: str) -> Meaning | None:
        found = expression.fullmatch(written)
        return convert(found) if found else None

    return read


def _booleans(true: str, false: str) -> tuple[tuple[str, Meaning], ...]:
    yes, no = Meaning("boolean", True), Meaning("boolean", False)
    return (*((word, yes) for word in true.split()), *((word, no) for word in false.split()))


_NULLS = (("", NOTHING), ("~", NOTHING), ("null", NOTHING))
_CORE = _words(*_NULLS, *_booleans("true", "false"))
_SPOKEN = _booleans("true yes on", "false no off")
_INFINITE = r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
_MARKS = _words_as_they_are("= <<", ERROR)


def _rounded_micros(found: re.Match[str]) -> int:
    """Return the fraction as ruamel.yaml takes it: the seventh digit rounds."""
    fraction = found.groupdict().get("f") or ""
    return moments.micros(found) + (fraction[6:7] > "4")


_PYYAML = (
    _MARKS,
    _words(*_NULLS, *_SPOKEN),
    _as(
        r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
        rf"|{_INFINITE}",
        lambda written: _number(_real(_bare(written))),
    ),
    _as(
        r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*",
        lambda written: _number(_sixties(_bare(written), float)),
    ),
    _as(
        r"[-+]?(?:0b[01_]*[01][01_]*|0[0-7_]*|[1-9][0-9_]*|0x[0-9a-fA-F_]*[0-9a-fA-F][0-9a-fA-F_]*)",
        lambda written: _number(_based(_bare(written), "0")),
    ),
    _as(r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+", lambda written: _number(_sixties(_bare(written)))),
    _at(moments.DATE, lambda found: moments.python(found, 0)),
    _at(moments.TIME, lambda found: moments.python(found, moments.micros(found))),
)
_RUAMEL = (
    _MARKS,
    _CORE,
    _as(
        r"[-+]?[0-9][0-9_]*(?:\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)"
        rf"|[-+]?\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|{_INFINITE}",
        lambda written: _number(_real(_bare(written))),
    ),
    _as(
        r"(?!_)[-+]?_*(?:0b_*[01][01_]*|0o_*[0-7][0-7_]*|[0-9][0-9_]*|0x_*[0-9a-fA-F][0-9a-fA-F_]*)",
        lambda written: _number(_based(_bare(written))),
    ),
    _at(moments.DATE, lambda found: moments.python(found, 0)),
    _at(moments.TIME, lambda found: moments.python(found, _rounded_micros(found))),
)
_PSYCH_WORD = pattern(r"[^\d.:-]?[^\W\d]+|[^\d.:-]?[\s!@#$%^&*(){}<>|/\\~;=]+")


def _psych_word(written: str) -> Meaning | None:
    if not _PSYCH_WORD.match(written):
        return None
    return _PSYCH_KNOWN(written) or Meaning("text", written)


_PSYCH_KNOWN = _words(*_NULLS, *_SPOKEN, any_case=True)
_PSYCH = (
    _words(("", NOTHING)),
    _psych_word,
    _at(moments.RUBY_TIME, moments.psych),
    _at(moments.RUBY_DATE, moments.ruby_day),
    _as(r"(?i:[-+]?\.inf|\.nan)", lambda written: _number(_real(written))),
    _as(
        r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?:\.[0-9_]*)?",
        lambda written: _number(_hours(written)),
    ),
    _as(
        r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?(?<![-+.]\.)(?<!^\.)",
        lambda written: _number(float(written.replace(",", "").replace("_", ""))),
    ),
    _as(
        r"[-+]?(?:0b[_,]*[01][01_,]*|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*"
        r"|0x[_,]*[0-9a-fA-F][0-9a-fA-F_,]*)",
        lambda written: _number(_based(_bare(written.replace(",", "")), "0")),
    ),
)


def _hours(written: str) -> float:
    """Return ``12:30`` as Psych takes it: the first part is hours, whatever follows."""
    hours, minutes, seconds = (*_bare(written).split(":"), "0")[:3]
    read: Callable[[str], float] = float if "." in written else int
    return read(hours) * 3600 + read(minutes) * 60 + read(seconds)


def _jekyll_sixties(written: str) -> float:
    """Return ``12:30`` as SafeYAML does: it takes the sign for one of the first part, then again.

    ``-1:30`` becomes 30.
    """
    parts = _bare(written.replace(",", "")).split(":")
    total = 0.0
    for place, part in enumerate(reversed(parts)):
        total += float(part) * 60.0**place
    return -total if written[0] == "-" else total


def _ruby_float(written: str) -> Meaning:
    """Return a float; Ruby refuses one in which an underscore is not between digits."""
    if _STRAY.search(written):
        return ERROR
    return _number(_real(_bare(written)))


_STRAY = pattern(r"_(?!\d)|(?<!\d)_")
_JEKYLL = (
    _as(
        r"[-+]?(?:0|_*[1-9][0-9_,]*)|_+[0-9_,]*[1-9][0-9_,]*",
        lambda written: _number(int(_bare(written.replace(",", "")))),
    ),
    _as(
        r"0[0-7_,]*|0b_*[01][01_]*|[-+]?0[xX][_,]*[0-9a-fA-F][0-9a-fA-F_,]*",
        lambda written: _number(_based(_bare(written.replace(",", "")), "0")),
    ),
    _as(
        r"[-+]?[0-9][0-9_,]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?,*",
        lambda written: _number(_jekyll_sixties(written)),
    ),
    _as(
        r"[-+]?(?:[0-9][0-9_]*)?\.[0-9_]+(?:[eE][-+][0-9]+)?|-?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        _ruby_float,
    ),
    _words(*_NULLS, *_SPOKEN, any_case=True),
    _at(moments.DATE, moments.ruby_day),
    _at(moments.RUBY_TIME, moments.safe_yaml),
)
_JS_TIMES = (_at(moments.DATE, moments.javascript), _at(moments.TIME, moments.javascript))
_JS_3 = (
    _CORE,
    _as(
        r"[-+]?(?:0b[01_]*[01]|0x[0-9a-fA-F_]*[0-9a-fA-F]|0[0-7_]*[0-7]|0|[1-9](?:[0-9_]*[0-9])?)",
        lambda written: _double(_based(_bare(written), "0")),
    ),
    _as(r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+", lambda written: _double(_sixties(_bare(written)))),
    _as(
        r"(?:[-+]?(?:0|[1-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
        rf"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|{_INFINITE})(?<!_)",
        lambda written: _number(_real(_bare(written))),
    ),
    _as(
        r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*(?<!_)",
        lambda written: _number(_sixties(_bare(written), float)),
    ),
    *_JS_TIMES,
)
_JS_4 = (
    _CORE,
    _as(
        r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)",
        lambda written: _double(_based(written)),
    ),
    _as(
        rf"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?|{_INFINITE}",
        _finite,
    ),
    *_JS_TIMES,
)
_EEMELI = (
    _CORE,
    _as(r"0o[0-7]+|[-+]?[0-9]+|0x[0-9a-fA-F]+", lambda written: _double(_based(written))),
    _as(
        rf"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?|{_INFINITE}",
        lambda written: _number(_real(written)),
    ),
)


_HUGO = (
    _CORE,
    _as(r"-?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", lambda written: _number(_real(written))),
    _as(
        r"(?:[-+]_*)?(?:0x_*[0-9a-fA-F][0-9a-fA-F_]*|0o_*[0-7][0-7_]*"
        r"|0b_*[01][01_]*|0[0-7_]*|[1-9][0-9_]*)",
        lambda written: _go_whole(_based(_bare(written), "0")),
    ),
    _as(
        r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?",
        lambda written: _finite(_bare(written)),
    ),
)
_HUGO_BEFORE = (
    _words(*_NULLS, *_booleans("true yes on y", "false no off n")),
    _as(_INFINITE, lambda written: _number(_real(written))),
    _as(
        r"(?!_)[-+]?_*(?:0[xX]_*[0-9a-fA-F][0-9a-fA-F_]*|0[oO]_*[0-7][0-7_]*|0[bB]_*[01][01_]*|0[0-7_]*"
        r"|[1-9][0-9_]*)",
        _old_go_whole,
    ),
    _as(
        r"[-+]?(?:\.[0-9][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?",
        lambda written: _finite(_bare(written)),
    ),
)


DIALECTS: dict[str, tuple[_Reader, ...]] = {
    "PyYAML": _PYYAML,
    "ruamel.yaml": _RUAMEL,
    "Psych": _PSYCH,
    "SafeYAML": _JEKYLL,
    "js-yaml 3": _JS_3,
    "js-yaml 4": _JS_4,
    "yaml": _EEMELI,
    "Hugo": _HUGO,
    "Hugo before 0.152": _HUGO_BEFORE,
}
"""The readers of each parser. Hugo has its own name: it adds to what goccy/go-yaml does."""

PARSERS: dict[str, tuple[str, ...]] = {
    "Hugo": ("Hugo",),
    "Jekyll": ("SafeYAML",),
    "MkDocs": ("PyYAML",),
    "Astro": ("js-yaml 4",),
    "VitePress": ("js-yaml 3",),
    "Gatsby": ("js-yaml 3",),
    "Docusaurus": ("js-yaml 3", "js-yaml 4"),
    "Eleventy": ("js-yaml 3", "js-yaml 4"),
    "Nuxt": ("yaml",),
}
"""The parsers with which generators read YAML; two where the releases in use differ."""
