"""The rule `broken-entity`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Span, Violation, pattern
from contentlint_rules.markup._places import enclosing

_NAMES = (
    "nbsp|amp|lt|gt|quot|apos|copy|reg|trade|mdash|ndash|hellip|laquo|raquo|lsquo|rsquo|"
    "ldquo|rdquo|bull|middot|euro|pound|deg|times|rarr|larr|agrave|aacute|acirc|auml|"
    "ccedil|egrave|eacute|ecirc|euml|iacute|icirc|iuml|ntilde|oacute|ocirc|ouml|ugrave|"
    "uacute|ucirc|uuml|szlig|oelig|aelig|shy|ensp|emsp|thinsp|zwj|zwnj"
)
_MAYBE = pattern(
    rf"&(?:(?P<open>#\d{{2,6}}|#[xX][0-9a-fA-F]{{2,5}}|{_NAMES})(?![\w;=])"
    rf"|(?P<name>[A-Za-z]{{3,12}});| (?P<apart>(?:{_NAMES});))"
)


class BrokenEntity(Rule):
    """Every character that is spelt out, as “&nbsp;”, is one that browsers know.

    Without its semicolon, with a blank behind “&” or with a misspelt name (“&eacut;”) readers see
    the letters instead of the character. What stands in code, in addresses and in the tags of HTML
    is left alone.

    The fix is safe where only the semicolon or a blank is wrong before a blank or the end of the
    line. A name is only corrected with `--unsafe-fixes`.
    """

    name: ClassVar = "broken-entity"
    family: ClassVar = "markup"
    triggers: ClassVar = ("&",)
    changes: ClassVar = Part.TEXT | Part.HTML
    examples: ClassVar = (
        Example(bad="5⟦&nbsp⟧ kg, ⟦&copy⟧ 1820\n", good="5&nbsp; kg, &copy; 1820\n"),
        Example(bad="Open daily⟦& mdash;⟧free\n", good="Open daily&mdash;free\n"),
        Example(bad="The caf⟦&eacut;⟧\n", good="The caf&eacute;\n", fixed=False),
        Example(good="5&nbsp;kg & more; R&D, AT&T; `&nbsp` and `&eacut;`\n"),
        Example(good="See https://mill.example/?a=1&copy=2 and [a](/b?c&lt).\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield what was to become a character and stays letters."""
        found = [one for one in _MAYBE.finditer(document.text) if _is_broken(one["name"])]
        for match in found:
            span = Span(*match.span())
            if span.start < document.body.start or _is_mentioned(document.text, span):
                continue
            if document.is_in_link(span):
                continue
            if document.is_opaque(span) and not _in_block(document, span, match["open"]):
                continue
            if match["name"]:
                yield from _misspelt(span, match["name"])
            else:
                yield _incomplete(document, span, match["open"])


def _is_broken(name: str | None) -> bool:
    """Whether a name is none that browsers know."""
    if name is None:
        return True
    from html.entities import html5

    return f"{name};" not in html5


def _is_mentioned(text: str, span: Span) -> bool:
    """Whether it stands in quotes of its own, on a page that speaks of it."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return bool(before) and before in "“‘\"'«" and bool(after) and after in "”’\"'»"


def _in_block(document: Document, span: Span, unclosed: str | None) -> bool:
    """Whether it is text in a block of HTML; there browsers do without a semicolon."""
    if unclosed or document.is_code(span):
        return False
    before = document.text[max(0, span.start - 2_000) : span.start]
    inside = before.rfind("<") > before.rfind(">")
    html = enclosing(document.html, span)
    return not inside and html is not None and html.block


def _incomplete(document: Document, span: Span, unclosed: str | None) -> Violation:
    shown = document[span]
    if unclosed:
        message = f"“{shown}” without a semicolon: readers see it as it is written"
        edit = Edit.insertion(span.end, ";")
    else:
        message = f"A blank in “{shown}”: readers see it as it is written"
        edit = Edit.deletion(Span(span.start + 1, span.start + 2))
    after = document.text[span.end : span.end + 1]
    make = Fix.safe if not unclosed or after in " \t\r\n" else Fix.unsafe
    return Violation(span, message, make(f"Write “&{shown[1:].strip(' ;')};”", edit))


def _misspelt(span: Span, name: str) -> Iterator[Violation]:
    near = _near(name)
    if near:
        meant = " or ".join(f"“&{one};”" for one in near)
        message = f"There is no character “&{name};”; perhaps {meant} was meant"
        edit = Edit.replacement(span, f"&{near[0]};")
        fix = Fix.unsafe(f"Write “&{near[0]};”", edit) if len(near) == 1 else None
        yield Violation(span, message, fix)


def _near(name: str) -> list[str]:
    """Return the names that a misspelt one is nearest to."""
    from difflib import SequenceMatcher, get_close_matches

    names = _NAMES.split("|")
    if name.lower() in names:
        return [name.lower()]
    near = [one for one in names if sorted(one) == sorted(name)]
    near = near or get_close_matches(name, names, 2, 0.8)
    alike = [SequenceMatcher(None, one, name).ratio() for one in near]
    return [one for one, ratio in zip(near, alike, strict=True) if ratio == max(alike)]
