"""The shapes of the source markers that chat products write, and where a text holds them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from contentlint import Span, pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One kind of marker. A new kind is one more entry in ``SHAPES``, and examples.

    ``pattern`` has no groups that capture and repeats nothing without a bound; each match holds
    one of the ``triggers``. ``product`` ends the sentence “… was left by”, ``seen`` says what
    becomes of the marker on the page. ``opens``: the pattern of those that stand before the text
    that they belong to; all others stand behind it.
    """

    name: str
    product: str
    pattern: str
    triggers: tuple[str, ...]
    seen: str = "readers see it as text"
    opens: str | None = None


_NUMBERS = r"\d{1,9}(?:\.\d{1,9}){0,3}"
_TURN = (
    r"turn\d{1,4}(?:search|view|news|image|file|fetch|academia|product|video|reddit|finance"
    r"|forecast|maps?)\d{1,4}"
)
_LINES = r"L\d{1,7}(?:-L?\d{1,7})?"

SHAPES = (
    Shape(
        name="gemini_cite",
        product="Gemini's copy button",
        pattern=r"\\?\[cite\\?_(?:start|end)\\?\]"
        rf"|\\?\[cite:[ \t]{{0,3}}{_NUMBERS}(?:[ \t]{{0,3}}[-–,][ \t]{{0,3}}{_NUMBERS}){{0,99}}"
        r"[ \t]{0,3}\\?\](?!\()",
        triggers=("[cite",),
        opens=r"\\?\[cite\\?_start",
    ),
    Shape(
        name="gemini_span",
        product="Gemini",
        pattern=r"\[span\\?_\d{1,6}\][(\[](?:start|end)\\?_span[)\]]",
        triggers=("[span",),
        seen="readers see it as a link that leads nowhere",
        opens=r"\[span\\?_\d{1,6}\][(\[]start",
    ),
    Shape(
        name="chatgpt_content_reference",
        product="ChatGPT's copy button",
        pattern=r"(?:&#8203;|\u200b)?:{0,2}contentReference\\?\[oaicite:\d{1,6}\\?\]"
        r"(?:\{?index=\d{1,6}\}?)?(?:&#8203;|\u200b)?",
        triggers=("contentReference",),
    ),
    Shape(
        name="chatgpt_directive",
        product="ChatGPT's copy button",
        pattern=r":chatgpt-content-reference\{index=[\"“”']?\d{1,6}[\"“”']?\}",
        triggers=("chatgpt-content-reference",),
    ),
    Shape(
        name="chatgpt_private_use",
        product="ChatGPT",
        pattern=r"\ue200(?:file)?(?:cite|navlist|i)(?:\ue202[^\ue200-\ue202\r\n]{1,300}){1,60}\ue201",
        triggers=("\ue200",),
        seen="readers see boxes and code words",
    ),
    Shape(
        name="chatgpt_turn",
        product="ChatGPT",
        pattern=rf"(?<![A-Za-z0-9_])(?:(?:file)?cite|navlist|i)(?:{_TURN}){{1,60}}(?:{_LINES})?"
        rf"(?![a-z0-9_])",
        triggers=("citeturn", "navlistturn", "iturn"),
    ),
    Shape(
        name="chatgpt_source",
        product="ChatGPT's file search or research mode",
        pattern=r"【\d{1,20}(?::[^】†\r\n]{1,200})?†[^】\r\n]{0,300}】",
        triggers=("†",),
    ),
    Shape(
        name="codex_source",
        product="Codex",
        pattern=rf"【(?:F:[^】†\r\n]{{1,300}}|[0-9a-f]{{6}})†{_LINES}】",
        triggers=("†L",),
    ),
)


def triggers(shapes: tuple[Shape, ...]) -> tuple[str, ...]:
    """Return the literals without one of which a text holds none of the shapes, each once."""
    found = dict.fromkeys(trigger for shape in shapes for trigger in shape.triggers)
    return tuple(one for one in found if not any(two in one for two in found if two != one))


class Marker(NamedTuple):
    """A marker in a text; ``opens`` when it belongs to what follows."""

    start: int
    end: int
    shape: Shape
    opens: bool


class Run(NamedTuple):
    """Markers with nothing between them but blanks and commas: a writer sees one thing.

    ``start`` and ``end`` are those of what has to go: the markers, and what is round them alone.
    ``apart``: there are blanks between the markers.
    """

    start: int
    end: int
    markers: tuple[Marker, ...]
    apart: bool

    @property
    def span(self) -> Span:
        """From the first marker to the last."""
        return Span(self.markers[0].start, self.markers[-1].end)


_BY_NAME = {shape.name: shape for shape in SHAPES}
_ANY = pattern("|".join(f"(?P<{shape.name}>{shape.pattern})" for shape in SHAPES))
_OPENS = pattern("|".join(shape.opens for shape in SHAPES if shape.opens))
_GAP = pattern(r"[ \t\xa0\u202f]*")
_LIST_GAP = pattern(r"[ \t\xa0\u202f]*[,;，、；]?[ \t\xa0\u202f]*")


def markers(text: str) -> Iterator[Marker]:
    """Yield the markers of a text, in order."""
    for match in _ANY.finditer(text):
        shape = _BY_NAME[match.lastgroup or ""]
        opens = bool(shape.opens) and bool(_OPENS.match(text, match.start()))
        yield Marker(match.start(), match.end(), shape, opens)


def runs(text: str, found: Iterable[Marker]) -> Iterator[Run]:
    """Yield markers that stand together as one; a comma between two sources goes with them."""
    together: list[Marker] = []
    for marker in found:
        if together and not _joined(text, together[-1], marker):
            yield _run(together)
            together = []
        together.append(marker)
    if together:
        yield _run(together)


def _run(together: list[Marker]) -> Run:
    apart = any(one.end < two.start for one, two in pairwise(together))
    return Run(together[0].start, together[-1].end, tuple(together), apart)


def _joined(text: str, one: Marker, two: Marker) -> bool:
    gap = _GAP if one.opens or two.opens else _LIST_GAP
    return bool(gap.fullmatch(text, one.end, two.start))


def opened(text: str, start: int, end: int) -> bool:
    """Return whether a marker that stands before its text is in that part of a text."""
    return _OPENS.search(text, start, end) is not None
