"""What goes with a run of markers so that the text round it reads as if they had never been."""

import re
from enum import Enum, auto
from typing import NamedTuple

from contentlint import Edit, Span, pattern
from contentlint_rules.residue.shapes import Run

_BLANKS = " \t\xa0\u202f\u3000"
_WIDE = pattern(
    "[\u2e80-\u312f\u3190-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef"
    "\U00020000-\U0003ffff]"
)
"""Chinese and Japanese writing and its signs: no blanks stand between them."""
_UNSPACED = pattern("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Tibetan, Burmese and Khmer, whose words stand together too."""
_OPENERS = frozenset("([{«‹“‘„¿¡")
_QUOTES = frozenset("\"'“‘")
"""Signs that open in one place or language and close in another."""
_TIGHT = frozenset(".,)]}”’…›،؛؟।॥")
_OWN_BLANK = frozenset(";:!?»%")
"""Signs that may have a blank before them, as in French: one that stands there is wanted."""
_SIGNS = _TIGHT | _OWN_BLANK
_MID_WORD = frozenset(".:;!?%")
_ENDS = frozenset(".!?:;,)]”’»*_`")
_STARTS = frozenset("*_`[(")
_PAIRS = frozenset(("()", "[]", "（）", "^^"))
_CONTAINER = pattern(
    r"[ \t]{0,200}(?:>[ \t]{0,200}|(?:[-+*]|\d{1,9}[.)])[ \t]{1,200}){0,50}"
    r"(?:\[\^[^\]\s]{1,60}\]:[ \t]*)?(?:\[[ xX]\][ \t]+)?(?:(?P<heading>#{1,6})[ \t]+)?"
    r"(?::[ \t]+)?"
)
_BLOCK = pattern(
    r"#{1,6}[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t]|>|`{3}|~{3}|\||:::|\[[^\]\n]{1,60}\]:[ \t]"
    r"|([-*_])[ \t]*(?:\1[ \t]*){2,99}$",
    re.MULTILINE,
)
"""What at the start of a line would begin a list, a quote, a heading and so on."""
_FRAGILE = pattern(r" {4}| {0,3}\t| {0,3}(?:=+|-+)[ \t]*$")
"""What is code, or the underline of a heading, by what the line above it is."""
_VALUE = pattern(r"[ \t]*(?:-[ \t]+)?(?:[\"']?[\w.-]{1,80}[\"']?[ \t]*[:=][ \t]*)?[\"']{0,3}")
_NEAR = 200
"""How far round a run it is looked, in code points: what a label is takes no more."""
_ITEM = pattern(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]")
_INTRODUCED = pattern(r"[ \t]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|\||!\[|<|>|:::)|[ \t]{4}")


class Room(NamedTuple):
    """The stretch of a line in which a run stands: a line less its bullet, a cell, bold words.

    ``prose``: what begins it begins a line of running text. ``bare``: it is the whole line.
    """

    start: int
    end: int
    prose: bool = False
    bare: bool = False


class Removal(NamedTuple):
    """The edit that takes a run out; ``certain`` unless what follows would read differently."""

    edit: Edit
    certain: bool = True


class _Keep(Enum):
    """Which of the blanks round a run stay."""

    LEFT = auto()
    RIGHT = auto()
    NONE = auto()
    ONE = auto()


class _Gap(NamedTuple):
    """A run to take out: what is before and after it, the blanks between left out."""

    run: Run
    before: str
    after: str
    left: str
    right: str


def line_room(text: str, run: Run, line: Span) -> Room:
    """Return the line round a run, without the marks of the list, quote or heading it is in."""
    inside = _CONTAINER.match(text, line.start, run.start)
    start = inside.end() if inside else line.start
    heading = inside is not None and inside["heading"] is not None
    return Room(start, line.end, not heading, bare=not text[line.start : start].strip(" \t>"))


def value_room(text: str, run: Run, line: Span) -> Room:
    """Return the value of the front matter in which a run stands, without its quotation marks."""
    key = _VALUE.match(text, line.start, run.start)
    end, least = line.end, max(run.end, line.end - _NEAR)
    while end > least and text[end - 1] in " \t,\"'":
        end -= 1
    return Room(key.end() if key else line.start, end)


def is_empty_without(text: str, run: Run, room: Room) -> bool:
    """Return whether nothing is in a room but the run."""
    left, right = _edges(text, run, room)
    return left == room.start and right == room.end


def _edges(text: str, run: Run, room: Room) -> tuple[int, int]:
    """Return where the words before a run end and those after it start."""
    left, right = run.start, run.end
    while left > room.start and text[left - 1] in _BLANKS:
        left -= 1
    while right < room.end and text[right] in _BLANKS:
        right += 1
    return left, right


def ends_in_label(text: str, run: Run, room: Room, line: Span) -> bool:
    """Return whether a run stands where what a label announces should be, and nothing does.

    The list, table or code that comes next may be what is announced.
    """
    before = text[max(room.start, run.start - _NEAR) : run.start].rstrip(_BLANKS + "*_")
    after = text[run.end : min(room.end, run.end + _NEAR)].strip(_BLANKS + "*_\\.")
    return before.endswith((":", "：")) and not after and not _introduces(text, line)


def _introduces(text: str, line: Span) -> bool:
    """Whether what follows a line belongs to it: a list, code, or the rest of the paragraph."""
    this = text[line.start : min(line.end, line.start + _NEAR)]
    rest = text[line.end : line.end + _NEAR]
    following = rest.lstrip("\r\n")
    if _ITEM.match(this):
        return _indent(following) > _indent(this)
    apart = rest.lstrip("\r").startswith(("\n\n", "\n\r\n"))
    return bool(_INTRODUCED.match(following)) or bool(following.strip() and not apart)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t>"))


def with_brackets(text: str, run: Run, room: Room) -> Run:
    """Return the run with the brackets round it that hold nothing else."""
    start, end = run.start, run.end
    while room.start < start and end < room.end and text[start - 1] + text[end] in _PAIRS:
        start, end = start - 1, end + 1
    return run._replace(start=start, end=end)


def removal(text: str, run: Run, room: Room) -> Removal:
    """Return how to take a run out of a room that holds other words as well."""
    left, right = _edges(text, run, room)
    before = text[max(room.start, left - 4) : left]
    after = text[right : min(room.end, right + 4)]
    keep = _kept(_Gap(run, before, after, text[left : run.start], text[run.end : right]))
    if keep is _Keep.ONE:
        return Removal(Edit.replacement(Span(left, right), " "))
    start = run.start if keep is _Keep.LEFT else left
    end = run.end if keep is _Keep.RIGHT else right
    certain = bool(before or not room.prose or not _BLOCK.match(text, right))
    return Removal(Edit.deletion(Span(start, end)), certain)


def _kept(gap: _Gap) -> _Keep:
    if not gap.before or gap.before[-1] in _OPENERS:
        return _Keep.LEFT
    if not gap.after or gap.after == "\\" or gap.after.startswith("<br"):
        return _Keep.RIGHT
    if _WIDE.match(gap.before[-1]) or _WIDE.match(gap.after):
        return _kept_beside_wide(gap)
    if _closes_quotation(gap):
        return _Keep.NONE
    if gap.after[0] in _SIGNS and not _is_word_start(gap):
        return _Keep.NONE if gap.after[0] in _TIGHT else _Keep.RIGHT
    return _kept_between_words(gap)


def _is_word_start(gap: _Gap) -> bool:
    """Whether a sign begins what follows, as in “.NET”, “:tada:” and “![image](…)”."""
    sign, following = gap.after[0], gap.after[1:2]
    if gap.after.startswith("!["):
        return True
    return sign in _MID_WORD and following.isalnum() and bool(gap.right or _opens(gap.run))


def _closes_quotation(gap: _Gap) -> bool:
    return gap.after[0] in _QUOTES and not (
        gap.right or gap.after[1:2].isalnum() or _opens(gap.run)
    )


def _opens(run: Run) -> bool:
    return run.markers[0].opens


def _closes(run: Run) -> bool:
    return not run.markers[-1].opens


def _kept_beside_wide(gap: _Gap) -> _Keep:
    """Keep a blank between Chinese and Latin words only where the author set it.

    That is before a marker that belongs to what follows it, behind one that belongs to what is
    before it, or between two such.
    """
    before, after = gap.before[-1], gap.after[0]
    if _needs_blank(gap):
        return _kept_between_words(gap)
    wide = [side for side in (before, after) if _WIDE.match(side)]
    if len(wide) == 2 or not wide[0].isalnum() or after in _SIGNS:
        return _Keep.NONE
    if gap.left and _opens(gap.run):
        return _Keep.LEFT
    if gap.right and _closes(gap.run):
        return _Keep.RIGHT
    between = gap.run.apart and not _opens(gap.run) and not _closes(gap.run)
    return _Keep.ONE if between else _Keep.NONE


def _kept_between_words(gap: _Gap) -> _Keep:
    if gap.left and (_opens(gap.run) or not gap.right):
        return _Keep.LEFT
    if gap.right:
        return _Keep.RIGHT
    wanted = gap.run.apart or _would_stick(gap) or _needs_blank(gap)
    return _Keep.ONE if wanted else _Keep.NONE


def _would_stick(gap: _Gap) -> bool:
    """Whether two words would become one: “files.[cite: 3]The”."""
    before, after = gap.before[-1], gap.after[0]
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return False
    return (before.isalnum() or before in _ENDS) and (after.isalpha() or after in _STARTS)


def _needs_blank(gap: _Gap) -> bool:
    """Whether the marks of bold or italic words stop working without a blank on their outside.

    That is so between a sign inside them and a letter outside (CommonMark 0.31, 6.2), and always
    between an underscore and a letter.
    """
    before, after = gap.before.rstrip("*_"), gap.after.lstrip("*_")
    closed, opening = len(before) < len(gap.before), len(after) < len(gap.after)
    if closed:
        return gap.after[0].isalnum() and (gap.before[-1] == "_" or not before[-1:].isalnum())
    quotes = gap.after[0] == "_" or not after[:1].isalnum()
    return opening and gap.before[-1].isalnum() and quotes


def line_removal(text: str, at: int, line: Span) -> Removal | None:
    """Return how to take out a line of nothing but markers; None where a quote would be empty.

    ``at`` is where the first marker starts; the lines may be several.

    Between two blank lines it takes one of them along. Blocks above and below stay as they are;
    where what is below would be read otherwise, that is not certain.
    """
    start, end = line.start, _next_line(text, line.end)
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start].rstrip("\r\n")
    after = _next_line(text, end)
    below = text[end:after].rstrip("\r\n")
    if text[start:at].strip(" \t") and not _quoted(above, below):
        return None
    if not above.strip(" \t>") and not below.strip(" \t>"):
        end = after
    fragile = _FRAGILE.match(below) if below.strip() else above.endswith("\\")
    return Removal(Edit.deletion(Span(start, end)), certain=not fragile)


def _quoted(above: str, below: str) -> bool:
    return any(line.lstrip(" \t").startswith(">") for line in (above, below))


def _next_line(text: str, end: int) -> int:
    at = text.find("\n", end)
    return len(text) if at < 0 else at + 1
