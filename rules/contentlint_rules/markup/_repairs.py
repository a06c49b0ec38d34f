"""How marks that stayed literal can be made to work: a few ways are tried on the parser.

A way survives when the words stay the same and the marks are gone. The one that survives is the
fix; where more do, all are shown and none is made.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contentlint import Applicability, Document, Edit, Fix, Span, pattern
from contentlint_rules.markup._pairs import CLOSING, CODE_LIKE, OPENING, Pair
from contentlint_rules.markup._runs import is_wide

_CONTEXT = 40
_LONGEST = 2_000
_MOST_MARKS = 40
_SENTENCE = frozenset(".:;,!?…")
_DASHES = "—–"
_EDGES = "".join(CLOSING | OPENING) + "\"'" + _DASHES
_PARTNERS = dict(zip(")]}»”’\"'）】」』》", "([{«“‘\"'（【「『《", strict=True))
_LINK = pattern(r"\[(?P<text>[^\[\]\n]+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)")
# The signs before which French has a blank, and how a page shows that it is French.
_FRENCH = frozenset(":;!?»")
_SPACED = pattern(r"[^\W\d_][ \u00a0\u202f][:;!?»](?=[\s*]|\Z)")
_QUOTED = pattern(r"\n[ \t>]+")


class Repair(NamedTuple):
    """One way: its name, the words that it makes bold or italic, and how sure it is if alone."""

    title: str
    words: Span
    edits: tuple[Edit, ...]
    sure: Applicability = Applicability.SUGGESTION


def fix_of(document: Document, block: Span, repairs: Iterable[Repair]) -> Fix | None:
    """Return the fix that the surviving repairs make; None where none survives."""
    tried = list(repairs)
    if not tried:
        return None
    trial = _Trial.of(document, _near(document, block, tried))
    left = [one for one in tried if trial.passes(one)]
    if not left:
        return None
    first, *others = left
    if others:
        names = ", or ".join([first.title, *(_lowered(one.title) for one in others)])
        return Fix.suggestion(names, *first.edits)
    return Fix(first.title, first.edits, first.sure)


def _lowered(title: str) -> str:
    return title[0].lower() + title[1:]


class _Trial(NamedTuple):
    """A block as it is: the words that a reader sees, and how many marks."""

    document: Document
    block: Span
    words: str
    marks: int

    @classmethod
    def of(cls, document: Document, block: Span) -> "_Trial":
        then = _read(document, block, ())
        return cls(document, block, _words(then), _count(then))

    def passes(self, repair: Repair) -> bool:
        """Whether, edited, the block says the same, with emphasis where it should be."""
        then = _read(self.document, self.block, repair.edits)
        touched, words = _moved(self.block, repair)
        if _words(then) != self.words or _count(then) >= self.marks:
            return False
        if any(touched.overlaps(one.span) for one in then.delimiters):
            return False
        tagged = any(edit.content.startswith("<") for edit in repair.edits)
        return tagged or any(one.span.covers(words) for one in then.emphasis)


def _near(document: Document, block: Span, repairs: list[Repair]) -> Span:
    """Return the part of a block that is read again: all of it, if it has not too many marks."""
    marks = sum(document.text.count(sign, block.start, block.end) for sign in "*_")
    if len(block) <= _LONGEST and marks <= _MOST_MARKS:
        return block
    edits = [edit.span for one in repairs for edit in one.edits]
    start = max(block.start, min(span.start for span in edits) - _CONTEXT)
    end = max(span.end for span in [*edits, *(one.words for one in repairs)])
    return Span(start, min(block.end, end + _CONTEXT))


def _read(document: Document, block: Span, edits: tuple[Edit, ...]) -> Document:
    """Read a block alone. What begins its lines in a quote or a list is no text."""
    source = _QUOTED.sub(lambda found: "\n" + " " * (len(found[0]) - 1), document[block])
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += source[at : edit.span.start - block.start], edit.content
        at = edit.span.end - block.start
    return Document("page.md", "".join([*parts, source[at:]]))


def _moved(block: Span, repair: Repair) -> tuple[Span, Span]:
    """Return where, in the edited block, the edits are and the words that they set off."""
    before = [edit for edit in repair.edits if edit.span.end <= repair.words.start]
    shift = sum(len(edit.content) - len(edit.span) for edit in before) - block.start
    words = repair.words.shifted(shift)
    after = [edit for edit in repair.edits if edit not in before]
    start = min([edit.span.start - block.start for edit in before] + [words.start])
    return Span(start, words.end + sum(len(edit.content) for edit in after)), words


def _words(document: Document) -> str:
    seen = "".join(document[span] for span in document.prose)
    return re.sub(r"[\s*_]+", "", seen)


def _count(document: Document) -> int:
    return sum(len(one.span) for one in document.delimiters)


def rewritten(
    text: str, span: Span, words: Span, before: str, after: str
) -> tuple[tuple[Edit, ...], str]:
    """Return the edits that put other signs round words, and what then stands there."""
    left = Edit.replacement(Span(span.start, words.start), before)
    right = Edit.replacement(Span(words.end, span.end), after)
    changed = (
        edit for edit in (left, right) if text[edit.span.start : edit.span.end] != edit.content
    )
    return tuple(changed), before + text[words.start : words.end] + after


def slice_of(span: Span) -> slice:
    """Return a span as an index into a text."""
    return slice(span.start, span.end)


def repair_of(document: Document, pair: Pair) -> Fix | None:
    """Return how to make two marks a pair; None where that is not clear."""
    ways = _moved_out(document, pair) if pair.edged else _unglued(pair)
    return fix_of(document, pair.first.block, ways)


def _moved_out(document: Document, pair: Pair) -> Iterator[Repair]:
    """Move the blanks at the edges out of the pair; where no blank belongs, they may go as well."""
    words = pair.words
    lead = pair.text[pair.first.span.end : words.start]
    trail = pair.text[words.end : pair.second.span.start]
    before, after = _lead_outside(pair, lead), _trail_outside(document, pair, trail)
    sure = _sure_of_moving(pair, lead + trail)
    yield _put_outside(pair, before, after, sure)
    if is_wide(pair.first.before) or is_wide(pair.second.after):
        kept = before.strip(" \t"), after.strip(" \t")
        if kept != (before, after):
            bare = _put_outside(pair, *kept, sure)
            yield bare._replace(title=bare.title.replace("Put the blank outside", "Leave no blank"))


def _put_outside(pair: Pair, before: str, after: str, sure: Applicability) -> Repair:
    signs, words = pair.first.signs, pair.words
    edits, _ = rewritten(pair.text, pair.span, words, before + signs, signs + after)
    seen = f"{signs}{brief(pair.text[slice_of(words)])}{signs}"
    return Repair(f"Put the blank outside: {seen}", words, edits, sure)


def _lead_outside(pair: Pair, lead: str) -> str:
    """Return the blank at the beginning, if the text before the pair needs it."""
    before = pair.first.before
    return "" if before.isspace() or before in OPENING or _is_quoted(pair) else lead


def _trail_outside(document: Document, pair: Pair, trail: str) -> str:
    """Return the blank at the end, if the text behind the pair needs it."""
    after = pair.second.after
    if after.isspace() or _is_quoted(pair):
        return ""
    if after in CLOSING and not (after in _FRENCH and _SPACED.search(document.text)):
        return ""
    if not trail and pair.text[pair.words.end - 1] in _SENTENCE and after.isalpha():
        return " "
    return trail


def _is_quoted(pair: Pair) -> bool:
    """Whether the pair is all that stands between two straight quotation marks."""
    return pair.first.before == pair.second.after and pair.second.after in "\"'"


def _sure_of_moving(pair: Pair, blanks: str) -> Applicability:
    if pair.is_doubtful:
        return Applicability.SUGGESTION
    certain = pair.first.bold and pair.whole and "\n" not in blanks
    return Applicability.SAFE if certain else Applicability.UNSAFE


def _unglued(pair: Pair) -> Iterator[Repair]:
    """Yield what parts marks from the word that is glued to them, or makes them work beside it."""
    left, right = not pair.first.opens, not pair.second.closes
    if not (left or right) or pair.first.signs in pair.inner:
        return
    if _lacks_blank(pair, left=left):
        sure = Applicability.SAFE if pair.first.bold else Applicability.UNSAFE
        yield _parted(pair, left, right)._replace(sure=sure)
        return
    glued = (pair.first.before if left else "", pair.second.after if right else "")
    ways = [*_outside(pair, left=left, right=right), *_inside_link(pair)]
    if any(is_wide(char) for char in glued if char):
        ways.insert(0, _tagged(pair))
    elif not pair.elides:
        ways.insert(len(ways) if pair.inner[-1] in _DASHES else 0, _parted(pair, left, right))
    yield from ways


def _parted(pair: Pair, left: bool, right: bool) -> Repair:
    """Put a blank between the pair and the word that is glued to it."""
    edits = [Edit.insertion(pair.span.start, " ")] if left else []
    edits += [Edit.insertion(pair.span.end, " ")] if right else []
    title = f"Put a blank {'before' if left else 'after'} {brief(pair.text[slice_of(pair.span)])}"
    return Repair(title, pair.words, tuple(edits))


def _lacks_blank(pair: Pair, *, left: bool) -> bool:
    """Whether a sentence sign with a letter glued to it proves that a blank is missing."""
    inner, after = pair.inner, pair.second.after
    if left or inner[-1] not in _SENTENCE or not after.isalpha() or is_wide(after):
        return False
    if inner[-2:] == "::" or CODE_LIKE.search(inner[-2:]):
        return False
    return (inner[-1] in ":;!" and after.isupper()) or " " in inner or inner[-1] == ":"


def _tagged(pair: Pair) -> Repair:
    """Write the emphasis in HTML, which needs no blanks round it."""
    name = "strong" if pair.is_bold else "em"
    edits = (
        Edit.replacement(pair.first.span, f"<{name}>"),
        Edit.replacement(pair.second.span, f"</{name}>"),
    )
    title = f"Write <{name}> and </{name}>, which work between letters and punctuation"
    return Repair(title, pair.words, edits)


def _outside(pair: Pair, *, left: bool, right: bool) -> Iterator[Repair]:
    """Leave the signs that stand in the way outside of the marks: “**「x」**y” as “「**x**」y”."""
    start, end = pair.words.start, pair.words.end
    words = pair.text[start:end]
    opened, closed = _cut(words, left=left, right=right)
    kept = Span(start + opened, max(start + closed, start + opened))
    if kept == pair.words or not any(map(str.isalnum, words[opened:closed])):
        return
    before, after = words[:opened] + pair.first.signs, pair.second.signs + words[closed:]
    edits, then = rewritten(pair.text, pair.span, kept, before, after)
    sure = Applicability.UNSAFE if pair.elides else Applicability.SUGGESTION
    yield Repair(f"Leave the signs outside: {brief(then)}", kept, edits, sure)


def _cut(words: str, *, left: bool, right: bool) -> tuple[int, int]:
    """Return where words begin and end without the signs, or the bracket, at their edges."""
    start, end = 0, len(words)
    if right:
        partner = words.rfind(_PARTNERS.get(words[-1], "\0"), 0, -1)
        if partner == 0:
            return 1, end - 1
        end = len(words[:partner].rstrip() if partner > 0 else words.rstrip(_signs_like(words[-1])))
    if left:
        closers = [sign for sign, opener in _PARTNERS.items() if opener == words[0]]
        partner = max(words.find(sign, 1) for sign in closers) if closers else -1
        if partner == len(words) - 1:
            return 1, partner
        start = partner + 1 or len(words) - len(words.lstrip(_signs_like(words[0])))
    return start, end


def _signs_like(sign: str) -> str:
    """Return what may go along with a sign: a bracket goes alone."""
    brackets = _PARTNERS.keys() | _PARTNERS.values()
    return sign if sign in brackets else "".join(set(_EDGES) - brackets)


def _inside_link(pair: Pair) -> Iterator[Repair]:
    """Put the marks round the text of the link that they surround."""
    link = _LINK.fullmatch(pair.inner)
    if link:
        at = pair.first.span.end
        words = Span(at + link.start("text"), at + link.end("text"))
        marks = pair.first.signs
        edits, then = rewritten(
            pair.text, pair.span, words, "[" + marks, marks + link[0][link.end("text") :]
        )
        yield Repair(f"Put the marks inside the link: {brief(then)}", words, edits)


def evened(text: str, span: Span) -> Iterator[Repair]:
    """Yield the ways to give words as many marks on one side as on the other."""
    source = text[span.start : span.end]
    sign = source[0]
    words = Span(
        span.start + len(source) - len(source.lstrip(sign)),
        span.end - len(source) + len(source.rstrip(sign)),
    )
    counts = {words.start - span.start, span.end - words.end}
    for count in sorted(counts, key=lambda number: abs(number - 2)):
        if count <= 3:
            edits, then = rewritten(text, span, words, sign * count, sign * count)
            yield Repair(f"Perhaps {brief(then)}", words, edits, Applicability.UNSAFE)


def starred(text: str, span: Span) -> Iterator[Repair]:
    """Yield the one way to make underscores work inside a word: asterisks."""
    source = text[span.start : span.end]
    width = len(source) - len(source.lstrip("_"))
    words = Span(span.start + width, span.end - width)
    edits, then = rewritten(text, span, words, "*" * width, "*" * width)
    yield Repair(f"Write asterisks: {brief(then)}", words, edits, Applicability.UNSAFE)


def brief(words: str, most: int = 40) -> str:
    """Return words on one line, cut where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
