"""How generators make an address of a heading's words."""

import re
import unicodedata
from collections.abc import Callable

from contentlint.patterns import pattern
from contentlint.slugs._latin import latin

_WORD = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
_CIRCLED = frozenset(
    code
    for start in (0x24B6, 0x24D0, 0x1F130, 0x1F150, 0x1F170)
    for code in range(start, start + 26)
)  # letters that Unicode files under signs
_JS_BLANK = r"\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_JS_BLANKS = pattern(f"[{_JS_BLANK}]+")
_JS_EDGES = pattern(f"^[{_JS_BLANK}]+|[{_JS_BLANK}]+$")
_ACCENTS = pattern("[\u0300-\u036f]")
_CONTROLS = pattern(r"[\0-\x1f]")
_SIGNS = pattern(rf"[{_JS_BLANK}~`!@#$%^&*()\-_+=\[\]{{}}|\\;:\"'“”‘’<>,.?/]+")
_DIGIT = pattern(r"^(?=[0-9])")
_DASHES = pattern("-{2,}")
_UNSAFE = pattern(r"[^A-Za-z0-9\-_.!~*'()]+")
_NO_WORD = pattern(r"[^\w\s-]")
_NO_WORD_NOR_BLANK = pattern(r"[^\w\- ]")
_PYTHON_BLANKS = pattern(r"[-\s]+")
_TAG = pattern(r"</?[^<>]*>")
_LETTERS = pattern("[a-zA-Z]")
_NO_KRAMDOWN = pattern(r"[^a-zA-Z0-9 \-]")
_SLUG_SIGNS = pattern("[^a-z0-9]+")


class _Table(dict[int, str | None]):
    """A table for ``str.translate`` that is filled in as characters come."""

    def __init__(self, rule: Callable[[str], str | None]) -> None:
        super().__init__()
        self.rule = rule

    def __missing__(self, code: int) -> str | None:
        self[code] = value = self.rule(chr(code))
        return value


def _is_word(character: str) -> bool:
    """Whether Unicode has it as part of words: letters, their marks, digits, ties."""
    return unicodedata.category(character) in _WORD or ord(character) in _CIRCLED


def _dashed(character: str) -> str | None:
    if character in "- ":
        return "-"
    return character if _is_word(character) else None


def _ruby_rule(character: str) -> str | None:
    lower = character.lower()
    return _dashed(lower) if len(lower) == 1 else lower


def _go_lower(character: str) -> str:
    return "i" if character == "İ" else character.lower()


def _hugo_rule(character: str) -> str | None:
    if character in "- ":
        return "-"
    kept = character == "_" or unicodedata.category(character)[0] == "L" or character.isdecimal()
    return _go_lower(character) if kept else None


def _rust_rule(character: str) -> str | None:
    """Marks that stand for vowels count as letters in Rust, those that only change one do not."""
    if character in "_-":
        return character
    if character.isspace() and not "\x1c" <= character <= "\x1f":
        return "-"
    kind = unicodedata.category(character)
    if kind[0] == "M":
        vowel = unicodedata.combining(character) in _VOWELS and kind != "Me"
        return character if vowel and not "\ufe00" <= character <= "\ufe0f" else None
    return character if kind[0] in "LN" or (_is_word(character) and kind != "Pc") else None


_VOWELS = frozenset({0, *range(10, 36), 103, 118, 129, 130, 132})
_JS = _Table(lambda character: _dashed(character.lower() if character.isascii() else character))
_RUBY = _Table(_ruby_rule)
_HUGO = _Table(_hugo_rule)
_RUST = _Table(_rust_rule)


def github_slugger(text: str) -> str:
    """Lower case; letters, digits, ``_`` and ``-`` stay, and blanks become ``-``."""
    return (text if text.isascii() else text.lower()).translate(_JS)


def github(text: str) -> str:
    """As above, each character by itself (Σ)."""
    return text.translate(_RUBY)


def kramdown_gfm(text: str) -> str:
    """As GitHub; a tab counts as a blank."""
    return text.replace("\t", " ").translate(_RUBY)


def gitlab(text: str) -> str:
    """As GitHub, with no dash after another, and never a mere number."""
    slug = _DASHES.sub("-", text.strip().translate(_RUBY))
    return f"anchor-{slug}" if slug.isdecimal() else slug


def hugo(text: str) -> str:
    """As GitHub, without marks of letters."""
    return text.strip().translate(_HUGO) or "heading"


def hugo_ascii(text: str) -> str:
    """As Hugo's, in ASCII: accents are taken off, other letters left out."""
    if not text.isascii():
        bare = unicodedata.normalize("NFD", text)
        bare = "".join(one for one in bare if unicodedata.category(one) != "Mn")
        text = unicodedata.normalize("NFC", bare)
    slug = text.strip().translate(_HUGO)
    return "".join(one for one in slug if one.isascii()) or "heading"


def blackfriday(text: str) -> str:
    """Letters and numbers; all between two of them is one dash."""
    parts: list[str] = []
    gap = False
    for character in text:
        if unicodedata.category(character)[0] in "LN":
            parts.append("-" if gap and parts else "")
            parts.append(_go_lower(character))
            gap = False
        else:
            gap = True
    return "".join(parts) or "heading"


def kramdown(text: str) -> str:
    """From the first ASCII letter on; ASCII letters and digits stay."""
    first = _LETTERS.search(text)
    kept = _NO_KRAMDOWN.sub("", text[first.start() :]) if first else ""
    return kept.replace(" ", "-").lower() or "section"


def python_markdown(text: str) -> str:
    """Accents are taken off, other letters left out; blanks and dashes join."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return python_markdown_unicode(text)


def python_markdown_unicode(text: str) -> str:
    """Letters and digits of all scripts; blanks and dashes join."""
    return _PYTHON_BLANKS.sub("-", _NO_WORD.sub("", text).strip().lower())


def pymdownx(text: str) -> str:
    """Letters and digits of all scripts; each blank is a dash."""
    text = _TAG.sub("", unicodedata.normalize("NFC", text)).strip().lower()
    return _NO_WORD_NOR_BLANK.sub("", text).replace(" ", "-")


def vitepress(text: str) -> str:
    """Accents are taken off; signs and blanks become one dash; no digit comes first."""
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    text = _SIGNS.sub("-", _CONTROLS.sub("", text)).strip("-")
    return _DIGIT.sub("_", text).lower()


def markdown_it_anchor(text: str) -> str:
    """Blanks become a dash, all else but ASCII is spelt out with ``%``."""
    text = _JS_BLANKS.sub("-", _JS_EDGES.sub("", text).lower())
    return _UNSAFE.sub(_spelt_out, text)


def _spelt_out(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))


def zola(text: str) -> str | None:
    """ASCII by transliteration; None for scripts that would take a dictionary."""
    spelt = text if text.isascii() else latin(text)
    return None if spelt is None else _SLUG_SIGNS.sub("-", spelt.lower()).strip("-")


def mdbook(text: str) -> str:
    """Letters, digits, ``_`` and ``-`` stay, and blanks become ``-``."""
    return text.strip().lower().translate(_RUST) or "section"
