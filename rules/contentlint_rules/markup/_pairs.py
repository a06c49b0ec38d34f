"""Two literal marks that were meant as a pair: how to tell, and how to make them one."""

import re

from contentlint import Document, Edit, Fix, Span, pattern
from contentlint_rules.markup._runs import Run, is_sign, is_wide

_LONGEST = 600
_CONTEXT = 40
_CLOSING = frozenset(".,:;!?…)]}»”’%。、，：；！？）】」』》")
_OPENING = frozenset("([{«“‘„「『（【《")
_SENTENCE = frozenset(".:;,!?…")
_LETTERS = pattern(r"[^\W\d_]{3}")
_CODE_LIKE = pattern(r"[=+/<>(){}\[\]|\\^%$#@&\d]")
_NAMES = pattern(
    r"(?:kw\w*|args?|argv|opts?|options|params|ptr|attrs|props|rest|data|dict|env\w*|extra\w*"
    r"|config|headers|fields|defaults|context|nix|bsd|[\w.]+[,;=()\[\]]\s*)\Z"
    r"|(?:kwargs|args|argv|kw|opts|options|params|attrs|nix|bsd)\b",
    re.IGNORECASE | re.ASCII,
)


def is_pair(text: str, first: Run, second: Run) -> bool:
    """Whether two literal marks, with none between them, were meant to make emphasis."""
    if first.signs != second.signs or not (first.whole and second.whole):
        return False
    inner = text[first.span.end : second.span.start]
    if len(inner) > _LONGEST or not any(map(str.isalnum, inner)):
        return False
    if not (_may_open(first) and _may_close(second)) or _next_word_repeats(text, inner, second):
        return False
    if first.bold:
        return _is_bold_pair(text, inner, first, second)
    return _is_italic_pair(text, inner, first, second)


def _may_open(run: Run) -> bool:
    if run.after in "\r\n" or run.before in "/\\" or run.after in "/=":
        return False
    if run.after.isspace():
        return run.before.isspace() or run.before in _OPENING or run.before in "—–"
    return run.after not in _CLOSING


def _may_close(run: Run) -> bool:
    if run.before in _OPENING or run.before in "/=\\" or run.after in "/=":
        return False
    return run.before not in "\r\n" or run.after.isspace()


def _next_word_repeats(text: str, inner: str, second: Run) -> bool:
    """Whether the same word follows both marks, as in “*nix and *nix”."""
    word = re.match(r"\w*", inner)
    return bool(word and word[0] and text.startswith(word[0], second.span.end))


def _is_bold_pair(text: str, inner: str, first: Run, second: Run) -> bool:
    if first.parted and second.before.isspace():
        return _is_prose(text, inner, first)
    if first.before.isdigit() or (first.before.isalnum() and first.after.isdigit()):
        return False
    if len(first.signs) > 2 and not first.before.isspace():
        return False
    if second.before.isspace() and second.after.isalnum():
        return not _NAMES.match(inner) and ")" not in inner.partition("(")[0]
    return True


def _is_prose(text: str, inner: str, first: Run) -> bool:
    """Whether “a ** words ** b” reads as words and not as a formula."""
    before = text[first.block.start : first.span.start]
    return bool(
        _LETTERS.search(inner)
        and not _CODE_LIKE.search(inner)
        and "=" not in before
        and not _is_operand(before)
    )


def _is_operand(before: str) -> bool:
    """Whether what stands before an asterisk could be multiplied."""
    last = before.rstrip()[-1:]
    return last.isdigit() or last in {")", "]", "=", "*"}


def _is_italic_pair(text: str, inner: str, first: Run, second: Run) -> bool:
    """A lone asterisk or underscore has many uses, so only three clear shapes count."""
    if "\n" in inner or not _LETTERS.search(inner):
        return False
    starts = first.before.isspace() or first.before in _OPENING or first.before in "\"'—–"
    if not starts or (first.parted and first.span.start == first.block.start):
        return False
    if first.after.isspace():
        formula = _is_operand(text[first.block.start : first.span.start])
        spaced = not formula and not _CODE_LIKE.search(inner)
        return spaced and "*" in first.signs and second.closes and not second.opens
    if first.closes or not first.opens or _NAMES.match(inner):
        return False
    if second.before.isspace():
        return not second.after.isalnum() and not _CODE_LIKE.search(inner[-2:])
    return second.opens and second.before in ".:;!?" and " " in inner.strip()


def repair(document: Document, first: Run, second: Run) -> Fix | None:
    """Return how to make the two marks a pair; None where that is not clear."""
    inner = document.text[first.span.end : second.span.start]
    if inner != inner.strip():
        return _moved(document, first, second)
    if first.opens and second.closes:
        return None
    if any(map(is_wide, (first.before, first.after, second.before, second.after))):
        return _tagged(first, second)
    return _parted(document, first, second, inner)


def _moved(document: Document, first: Run, second: Run) -> Fix | None:
    """Move the blanks at the edges out of the pair."""
    inner = document.text[first.span.end : second.span.start]
    words = inner.strip()
    lead, trail = inner[: inner.index(words)], inner[inner.index(words) + len(words) :]
    before = "" if first.before.isspace() or first.before in _OPENING else lead
    after = "" if second.after.isspace() or second.after in _CLOSING else trail
    if not after and words[-1] in _SENTENCE and second.after.isalpha():
        after = " "
    content = f"{before}{first.signs}{words}{first.signs}{after}"
    edit = Edit.replacement(Span(first.span.start, second.span.end), content)
    if not _works(document, edit, first):
        return None
    title = f"Put the blank outside: {first.signs}{brief(words)}{first.signs}"
    sure = first.bold and "\n" not in lead + trail
    return Fix.safe(title, edit) if sure else Fix.unsafe(title, edit)


def _works(document: Document, edit: Edit, first: Run) -> bool:
    """Whether the text, edited, shows emphasis where the pair is and none of its marks."""
    start = max(first.block.start, edit.span.start - _CONTEXT)
    end = min(first.block.end, edit.span.end + _CONTEXT)
    text = document.text
    source = text[start : edit.span.start] + edit.content + text[edit.span.end : end]
    span = Span(edit.span.start, edit.span.start + len(edit.content)).shifted(-start)
    then = Document("page.md", source)
    return any(span.covers(one.span) for one in then.emphasis) and not any(
        span.overlaps(one.span) for one in then.delimiters
    )


def _tagged(first: Run, second: Run) -> Fix:
    """Write the emphasis in HTML, which needs no blanks round it."""
    name = "strong" if first.bold else "em"
    return Fix.suggestion(
        f"Write <{name}> and </{name}>, which work between letters and punctuation",
        Edit.replacement(first.span, f"<{name}>"),
        Edit.replacement(second.span, f"</{name}>"),
    )


def _parted(document: Document, first: Run, second: Run, inner: str) -> Fix | None:
    """Put a blank between the pair and the word that is glued to it."""
    left = not first.opens and first.before.isalnum()
    right = not second.closes and second.after.isalnum()
    whole = Span(first.span.start, second.span.end)
    content = f"{' ' * left}{document[whole]}{' ' * right}"
    edit = Edit.replacement(whole, content)
    if not (left or right) or not _works(document, edit, first):
        return None
    title = f"Put a blank {'before' if left else 'after'} {first.signs}{brief(inner)}{first.signs}"
    return (Fix.safe if _lacks_blank(inner, first, second, left=left) else Fix.suggestion)(
        title, edit
    )


def _lacks_blank(inner: str, first: Run, second: Run, *, left: bool) -> bool:
    """Whether a sentence sign with a letter glued to it proves that a blank is missing."""
    sign = inner[-1]
    if left or not first.bold or sign not in _SENTENCE or not second.after.isalpha():
        return False
    if inner[-2:] == "::" or _CODE_LIKE.search(inner[-2:]):
        return False
    return (sign in ":;!" and second.after.isupper()) or " " in inner or sign == ":"


def reason(text: str, first: Run, second: Run) -> str:
    """Return, in words, why the two marks were not read as a pair."""
    inner = text[first.span.end : second.span.start]
    if inner[:1].isspace():
        return f"a blank follows the opening “{first.signs}”"
    if inner[-1:].isspace():
        return f"a blank stands before the closing “{first.signs}”"
    if not first.opens:
        return f"the opening “{first.signs}” stands between a letter and a sign"
    if not second.closes and is_sign(second.before):
        return f"the closing “{first.signs}” stands between a sign and a letter"
    return "one of its marks stands inside a link or other emphasis, and one outside"


def brief(words: str, most: int = 40) -> str:
    """Return words on one line, cut where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
