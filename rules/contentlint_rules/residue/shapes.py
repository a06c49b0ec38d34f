"""The shapes of the source markers that chat products write, and where a text holds them."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from contentlint import Span, pattern
from contentlint_rules.residue.lookup import Lookup


class Shape(NamedTuple):
    """One kind of marker. A new kind is one more entry in ``SHAPES``, and examples.

    ``pattern`` has no groups that capture and repeats nothing without a bound; each match holds
    one of the ``triggers``. ``product`` ends the sentence “… was left by”, ``seen`` says what
    becomes of the marker on the page. ``opens``: the pattern of those that stand before the text
    that they belong to; all others stand behind it. ``around``: the marker stands round words that
    stay; what matches in it goes. ``markup``: Markdown reads it as raw HTML or code. ``lost``: it
    took the place of words. ``sourced``: what it stood for may be defined under its number; then it
    can become a link. ``since``: the year from which on pages have it; None where that is not
    known.
    """

    name: str
    product: str
    pattern: str
    triggers: tuple[str, ...]
    seen: str = "readers see it as text"
    opens: str | None = None
    around: str | None = None
    markup: bool = False
    lost: bool = False
    sourced: bool = False
    since: int | None = None


_NUMBERS = r"\d{1,9}(?:\.\d{1,9}){0,3}"
_TURN = (
    r"turn\d{1,4}(?:search|view|news|image|file|fetch|academia|product|video|reddit|finance"
    r"|forecast|maps?)\d{1,4}"
)
_LINES = r"L\d{1,7}(?:-L?\d{1,7})?"

SHAPES = (
    Shape(
        name="gemini_cite",
        since=2025,
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
        since=2026,
        product="ChatGPT's copy button",
        pattern=r":chatgpt-content-reference\{index=[\"“”']?\d{1,6}[\"“”']?\}",
        triggers=("chatgpt-content-reference",),
    ),
    Shape(
        name="chatgpt_private_use",
        product="ChatGPT",
        pattern=r"\ue200(?!entity)[a-z_]{1,20}(?:\ue202[^\ue200-\ue202\r\n]{0,400}){1,60}\ue201"
        r"|\uea01\d{1,4}\uea02",
        triggers=("\ue200", "\uea01"),
        seen="readers see boxes and code words",
    ),
    Shape(
        name="chatgpt_name",
        product="ChatGPT",
        pattern=r"(?:\ue200|(?<![\w.]))entity\ue202?\[\"[a-z_ ]{1,40}\",[ ]?\"[^\"\r\n]{1,200}\""
        r"(?:,[ ]?[^\]\"\r\n]{0,20}(?:\"[^\"\r\n]{0,300}\")?){0,3}\]\ue201?",
        triggers=("entity[", "entity\ue202"),
        seen="readers see the code round the name",
        around=r"^\ue200?entity\ue202?\[\"[^\"]{1,40}\",[ ]?\""
        r"|(?<=[^,\[ ])\"(?:,.{0,900})?\]\ue201?$",
    ),
    Shape(
        name="chatgpt_highlight",
        product="ChatGPT",
        pattern=r"\ue203[^\ue203\ue204]{1,2000}\ue204",
        triggers=("\ue203",),
        seen="readers see boxes",
        around=r"[\ue203\ue204]",
    ),
    Shape(
        name="chatgpt_link",
        product="ChatGPT",
        pattern=r"\[oai_citation(?:_attribution)?:\d{1,4}[‡†|][^\]\r\n]{1,300}\]"
        r"(?=\((?!file-service:|sandbox:)[^)\s])",
        triggers=("oai_citation",),
        seen="readers see it before the name of the source",
        around=r"(?<=^\[)oai_citation(?:_attribution)?:\d{1,4}[‡†|]",
    ),
    Shape(
        name="chatgpt_attribution",
        product="ChatGPT",
        pattern=r"\^\[[^\]\r\n]{1,500}\]\(\{[\"“]attribution[\"”]:\{[^)\r\n]{0,1000}\}\}\)",
        triggers=('attribution"', "attribution”"),
        seen="readers see code behind the words",
        around=r"^\^\[|\]\(\{[^)]{0,1100}\)$",
    ),
    Shape(
        name="claude_cite",
        product="Claude",
        pattern=r"<(?:antml:)?cite index=\"[\d,\s-]{1,200}\">"
        r"(?:(?!</?(?:antml:)?cite)[^\x00]){1,2000}</(?:antml:)?cite>",
        triggers=("cite index=",),
        seen="it is of no use on a page",
        around=r"</?(?:antml:)?cite(?: index=\"[^\"]{1,200}\")?>",
        markup=True,
    ),
    Shape(
        name="grok_card",
        product="Grok",
        pattern=r"<grok:render\b[^>]{0,500}>(?:\s{0,20}<argument\b[^>]{0,200}>[^<]{0,500}</argument>){0,20}"
        r"\s{0,20}</grok:render>|<grok-card\b[^>]{0,500}>(?:</grok-card>)?"
        r"|\[\]\(grok_render_citation_card_json=\{[^)\r\n]{0,1000}\}\)",
        triggers=("grok:render", "grok-card", "grok_render"),
        seen="it shows nothing",
        markup=True,
    ),
    Shape(
        name="codex_directive",
        product="Codex",
        pattern=r":codex-(?:file|terminal)-citation\[codex-(?:file|terminal)-citation\]\{[^}\r\n]{0,400}\}",
        triggers=(":codex-",),
    ),
    Shape(
        name="perplexity_source",
        product="Perplexity",
        pattern=r"\[(?:web|file|attached_file|attached_image|memory|page|generated_image"
        r"|conversation_history):\d{1,4}\](?![(:])",
        triggers=(
            "[web:",
            "[file:",
            "[attached_",
            "[memory:",
            "[page:",
            "[generated_",
            "[conversation_",
        ),
        seen="readers see it as text; the source itself was not copied",
    ),
    Shape(
        name="deepseek_source",
        product="DeepSeek",
        pattern=r"\[citation:\d{1,4}\](?![(:])",
        triggers=("[citation:",),
        seen="readers see it as text; the source itself was not copied",
    ),
    Shape(
        name="yuanbao_source",
        product="Tencent Yuanbao",
        pattern=r"\[\d{1,4}(?:[ ]?,[ ]?\d{1,4}){0,30}\]\(@ref\)",
        triggers=("](@ref)",),
        seen="readers see it as a link that leads nowhere",
    ),
    Shape(
        name="chatgpt_replaced",
        since=2023,
        product="ChatGPT",
        pattern=r"(?:&#8203;)?``【oaicite:\d{1,4}】``(?:&#8203;)?",
        triggers=("oaicite",),
        markup=True,
        lost=True,
    ),
    Shape(
        name="bing_source",
        product="Bing's chat",
        pattern=r"\[\^\d{1,3}\^\](?:\[\d{1,3}\])?",
        triggers=("^]",),
        lost=True,
        sourced=True,
    ),
    Shape(
        name="chatgpt_turn",
        product="ChatGPT",
        pattern=rf"(?<![A-Za-z0-9_])(?:(?:file)?cite|navlist|i)?(?:{_TURN}){{1,60}}(?:{_LINES})?"
        rf"(?![a-z0-9_])|citegenerated-reference-identifier",
        triggers=(*(f"turn{digit}" for digit in range(10)), "citegenerated"),
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


_ANY = Lookup(SHAPES)
_OPENS = pattern("|".join(shape.opens for shape in SHAPES if shape.opens))
_AROUND = {shape.name: pattern(shape.around, re.DOTALL) for shape in SHAPES if shape.around}
_GAP = pattern(r"[ \t\xa0\u202f]*")
_LIST_GAP = pattern(r"[ \t\xa0\u202f]*[,;，、；]?[ \t\xa0\u202f]*")


def markers(text: str) -> Iterator[Marker]:
    """Yield the markers of a text, in order."""
    for shape, match in _ANY.finditer(text):
        opens = bool(shape.opens) and bool(_OPENS.match(text, match.start()))
        yield Marker(match.start(), match.end(), shape, opens)


def parts_around(text: str, marker: Marker) -> Iterator[Span]:
    """Yield the parts of a marker that stand round words: all but those."""
    around = _AROUND[marker.shape.name]
    token = text[marker.start : marker.end]
    return (
        Span(marker.start + at.start(), marker.start + at.end()) for at in around.finditer(token)
    )


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
