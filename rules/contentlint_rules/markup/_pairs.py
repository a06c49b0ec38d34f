"""Two literal marks that were meant as a pair: how to tell, and why they were not read as one."""

import re
from dataclasses import dataclass
from functools import cached_property

from contentlint import Span, pattern
from contentlint_rules.markup._runs import Run, is_sign, is_wide

_LONGEST = 600
_FAR = 200
_NEAR = 80
CLOSING = frozenset(".,:;!?…)]}»”’%。、，：；！？）】」』》")
OPENING = frozenset("([{«“‘„「『（【《")
_APOSTROPHES = frozenset("'’")
_LETTERS = pattern(r"[^\W\d_]{3}")
_SYLLABLE = pattern(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u0dff])|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_TWO_WORDS = pattern(r"[^\W\d_]\s+[^\W\d_]")
CODE_LIKE = pattern(r"[=+/<>(){}\[\]|\\^%$#@&\d]")
_ARITHMETIC = pattern(r"[=+/×÷^]|\s\*\s|\d\s*\Z")
_HARD_BREAK = pattern(r"(?: {2}|\\)\r?\n[ \t>]*\Z")
_LOOSE = pattern(r"(?<!\w)_|_(?!\w)")
_NAMES = pattern(
    r"(?:kw\w*|args?|argv|opts?|options|params|ptr|attrs|props|rest|data|dict|env\w*|extra\w*"
    r"|config|headers|fields|defaults|context|nix|bsd|[\w.]+[,;=()\[\]]\s*)\Z"
    r"|(?:kwargs|args|argv|kw|opts|options|params|attrs|nix|bsd)\b",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True)
class Pair:
    """Two literal marks of one block, with none between them."""

    text: str
    first: Run
    second: Run

    @property
    def span(self) -> Span:
        """All from the first mark to the second."""
        return Span(self.first.span.start, self.second.span.end)

    @cached_property
    def inner(self) -> str:
        """What stands between the marks."""
        return self.text[self.first.span.end : self.second.span.start]

    @property
    def words(self) -> Span:
        """The same, less the blanks at its edges."""
        start = self.first.span.end + len(self.inner) - len(self.inner.lstrip())
        return Span(start, start + len(self.inner.strip()))

    @property
    def edged(self) -> bool:
        """Whether a blank stands beside a mark, inside."""
        return self.inner != self.inner.strip()

    @property
    def parted(self) -> bool:
        """Whether blanks are on all sides of the marks but perhaps the last."""
        return self.first.parted and self.second.before.isspace()

    @cached_property
    def ends(self) -> bool:
        """Whether nothing but a sign follows in the block."""
        return not self.behind.strip(" \t\r\n.,:;!?)")

    @property
    def fills(self) -> bool:
        """Whether the pair is all that its block holds."""
        return self.ends and not self.ahead.strip()

    @property
    def whole(self) -> bool:
        """Whether no part of the marks was read as other emphasis."""
        return self.first.whole and self.second.whole

    @property
    def is_doubtful(self) -> bool:
        """Whether it could be a multiplication after all: blanks on all sides, and more behind."""
        return self.parted and self.first.signs == "*" and not self.ends

    @property
    def is_bold(self) -> bool:
        """Whether its marks make bold."""
        return len(self.first.signs) > 1

    @property
    def elides(self) -> bool:
        """Whether the bold begins with the apostrophe of the word before: “l**’eau**”."""
        run = self.first
        return run.before.isalpha() and run.after in _APOSTROPHES

    @cached_property
    def ahead(self) -> str:
        """What stands before the pair in its block, as far as it matters."""
        at = self.first.span.start
        return self.text[max(self.first.block.start, at - _FAR) : at]

    @cached_property
    def behind(self) -> str:
        """What follows the pair in its block, as far as it matters."""
        at = self.second.span.end
        return self.text[at : min(self.second.block.end, at + _FAR)]


def is_pair(pair: Pair) -> bool:
    """Whether two literal marks, with none between them, were meant to make emphasis."""
    inner = pair.inner
    if pair.first.signs != pair.second.signs or len(inner) > _LONGEST:
        return False
    if not any(map(str.isalnum, inner)) or _next_word_repeats(pair):
        return False
    if not (_may_open(pair) and _may_close(pair)):
        return False
    if not pair.whole:
        return pair.edged and _is_words(pair.inner) and (pair.is_bold or pair.first.whole)
    if pair.parted:
        return _is_parted(pair)
    return _is_bold_pair(pair) if pair.first.bold else _is_italic_pair(pair)


def _may_open(pair: Pair) -> bool:
    run = pair.first
    if run.before in "/\\" or run.after in "/=":
        return False
    if run.after in "\r\n":
        return pair.first.bold and pair.second.closes and _begins_line(pair.ahead)
    if run.after.isspace():
        if run.before.isspace() or not run.whole or run.before in OPENING or run.before in "—–":
            return True
        return run.bold and is_wide(run.before) and pair.second.closes
    return run.after not in CLOSING or pair.elides


def _may_close(pair: Pair) -> bool:
    run = pair.second
    if run.before in OPENING or run.before in "/=\\" or run.after in "/=":
        return False
    return run.before not in "\r\n" or run.after.isspace() or _breaks_hard(pair)


def _breaks_hard(pair: Pair) -> bool:
    """Whether bold ends behind a line break that was made on purpose, as editors export it."""
    return pair.first.bold and bool(_HARD_BREAK.search(pair.inner))


def _next_word_repeats(pair: Pair) -> bool:
    """Whether the same word follows both marks, as in “*nix and *nix”."""
    word = re.match(r"\w*", pair.inner)
    return bool(word and word[0] and pair.text.startswith(word[0], pair.second.span.end))


def _is_parted(pair: Pair) -> bool:
    """Whether “a ** words ** b” reads as words: no formula, and no gaps to be filled in."""
    if not _is_prose(pair):
        return False
    if pair.first.bold:
        return True
    if "_" in pair.first.signs:
        return pair.fills
    bullet = pair.first.after in " \t" and _begins_line(pair.ahead)
    if bullet or "*" in pair.inner or _begins_line(pair.ahead + pair.inner) or _is_formula(pair):
        return False
    return pair.ends or bool(_TWO_WORDS.search(pair.inner))


def _is_formula(pair: Pair) -> bool:
    """Whether other signs of arithmetic stand near two asterisks."""
    near = pair.ahead[-_NEAR:], pair.behind[:_NEAR]
    return near[1].lstrip()[:1].isdigit() or any(map(_ARITHMETIC.search, near))


def _begins_line(ahead: str) -> bool:
    """Whether nothing stands on a line before what follows: there a bullet may be meant."""
    return not ahead.rpartition("\n")[2].strip(" \t>")


def _is_bold_pair(pair: Pair) -> bool:
    first, second, inner = pair.first, pair.second, pair.inner
    if first.before.isdigit() or (first.after.isdigit() and _is_narrow_letter(first.before)):
        return False
    if len(first.signs) > 2 and not first.before.isspace():
        return False
    if second.before.isspace() and second.after.isalnum() and not _breaks_hard(pair):
        return not _NAMES.match(inner) and ")" not in inner.partition("(")[0]
    return True


def _is_narrow_letter(char: str) -> bool:
    return char.isalnum() and not is_wide(char)


def _is_prose(pair: Pair) -> bool:
    """Whether “a ** words ** b” reads as words and not as a formula."""
    return _is_words(pair.inner) and "=" not in pair.ahead and not _is_operand(pair.ahead)


def _is_words(inner: str) -> bool:
    return bool(_LETTERS.search(inner)) and not CODE_LIKE.search(inner)


def _is_operand(before: str) -> bool:
    """Whether what stands before an asterisk could be multiplied."""
    before = before.rstrip()
    last = before[-1:]
    if last == "*":
        return not before.rstrip("*")[-1:].strip()
    return last.isdigit() or last in {")", "]", "="}


def _is_italic_pair(pair: Pair) -> bool:
    """A lone asterisk or underscore has many uses, so only four clear shapes count."""
    first, second = pair.first, pair.second
    if not _SYLLABLE.search(pair.inner) or not _starts(pair):
        return False
    if "_" in first.signs and _LOOSE.search(pair.inner):
        return False
    if first.after.isspace():
        return (pair.fills or _is_prose(pair)) and second.closes and not second.opens
    if first.closes or not first.opens or _NAMES.match(pair.inner):
        return False
    return _ends_italic(pair)


def _ends_italic(pair: Pair) -> bool:
    """Whether italic text may have been meant to end at a mark that does not close it."""
    second, inner = pair.second, pair.inner
    if second.before.isspace():
        # Names begin with an underscore, but not with one and a letter that no code is written in.
        glued = second.after.isalnum() and ("*" in second.signs or second.after.isascii())
        return not glued and (pair.fills or not _ends_in_code(inner))
    if "\n" in inner:
        return False
    if is_wide(second.after):
        return is_sign(second.before)
    sentence = second.before in ".:;!?" and " " in inner.strip() and _LETTERS.search(inner)
    return second.opens and bool(sentence)


def _ends_in_code(inner: str) -> bool:
    last = inner.rstrip()[-1:]
    if last == ")" and " " in inner.strip() and inner.count("(") == inner.count(")"):
        return False
    return CODE_LIKE.search(inner[-2:]) is not None


def _starts(pair: Pair) -> bool:
    """Whether italic text may start at the first mark: not inside a word, and no bullet."""
    run = pair.first
    if not (run.before.isspace() or run.before in OPENING or run.before in "\"'—–"):
        return False
    if "\n" in pair.inner:
        lines_end = pair.inner.rpartition("\n")[2].strip(" \t>")
        return bool(lines_end) and ("_" in run.signs or not _begins_line(pair.ahead))
    return bool(pair.ahead) or not run.parted or "_" in run.signs or pair.ends


def reason(pair: Pair) -> str:
    """Return, in words, why the two marks were not read as a pair."""
    first, second, inner = pair.first, pair.second, pair.inner
    if inner[:1].isspace():
        return f"a blank follows the opening “{first.signs}”"
    if inner[-1:].isspace():
        place = "a line break" if second.before in "\r\n" else "a blank"
        return f"{place} stands before the closing “{first.signs}”"
    if not first.opens:
        return f"the opening “{first.signs}” stands between a letter and a sign"
    if not second.closes and is_sign(second.before):
        return f"the closing “{first.signs}” stands between a sign and a letter"
    return "one of its marks stands inside a link or other emphasis, and one outside"
