"""The rule `swallowed-punctuation`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Span, Violation, pattern
from contentlint_rules.links._bare import link_to, touches, written

_CJK = "\u3040-\u30fb\u30fd-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SIGNS = "。，、；：！？）】」』》〉〕（【「『《〈〔“”„«»‘｜…—\xa0\u202f\u3000"
_BLANK = " \t\r\n\f\v"
# Whatever a sign or a letter of East Asia follows; then all that is taken for the address. What
# follows is only looked at, since another address may stand there.
_SWALLOWING = pattern(
    rf"http(?<![A-Za-z0-9_/=]http)(?<!\]\(http)(?<![\"'<]http)s?://"
    rf"[^{_BLANK}<>|\"`{_SIGNS}{_CJK}]{{1,1000}}+(?=[{_SIGNS}{_CJK}])(?=([^{_BLANK}<|]{{1,1000}}))"
)
_IN_BRACKETS = pattern(
    rf"http(?<=\(http)(?<!\]\(http)s?://[^{_BLANK}()<>|\"`{_SIGNS}]{{1,1000}}+"
    rf"(?=\)[?!.,:*_~'\";)]{{0,5}}+[^{_BLANK}<|?!.,:*_~'\";)\]}}`\\-])(?=([^{_BLANK}<|]{{1,1000}}))"
)
_NEXT = pattern(r"(?<![/=&?%:])https?://")
_END = pattern(rf"[{_SIGNS}]")
_GLUED = pattern(
    rf"(?://[\w.-]*\.[a-z]{{2,6}}|\.(?:html?|php|pdf|aspx?))(?=[{_CJK}])|[\w/-](?=を)", re.ASCII
)
_MORE = pattern(r"[/#=]|\.[a-z]{2,4}\Z")
_UNSURE = frozenset("…—（【「『《〈〔|｜")


class SwallowedPunctuation(Rule):
    """No sign of the sentence becomes part of an address.

    Many sites make a link of an address that stands in the text as it is, and take all for the
    address that follows up to the next blank. In “https://mill.test/hours。” or
    “(https://mill.test/hours)and” that is the full stop or the next word too, and the link leads
    nowhere.

    The fix puts the address in “<>”. It is safe where a sign ends the address that none holds.
    """

    name: ClassVar = "swallowed-punctuation"
    family: ClassVar = "links"
    changes: ClassVar = Part.LINKS
    triggers: ClassVar = ("http://", "https://")
    yields_to: ClassVar = ("malformed-link", "invisible-character", "citation-marker")
    examples: ClassVar = (
        Example(
            bad="开放时间见 ⟦https://mill.test/hours。⟧\n",
            good="开放时间见 <https://mill.test/hours>。\n",
        ),
        Example(
            bad="See “⟦https://mill.test/hours”⟧ today.\n",
            good="See “<https://mill.test/hours>” today.\n",
        ),
        Example(
            bad="(⟦https://mill.test/hours)and⟧ more.\n",
            good="(<https://mill.test/hours>)and more.\n",
        ),
        Example(good="(See https://mill.test/hours), or https://mill.test/中文/页.\n"),
        Example(good="[时间](https://mill.test/hours)，<https://mill.test/>。\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield addresses with what a site takes for their end."""
        text, start = document.text, document.body.start
        found = {
            (one.start(), _first(one[0] + one[1]))
            for each in (_SWALLOWING, _IN_BRACKETS)
            for one in each.finditer(text, start)
        }
        likely = [(at, taken, cut) for at, taken in sorted(found) if (cut := _cut(taken))]
        links = written(document) if likely else ()
        for at, taken, cut in likely:
            span = Span(at, at + cut)
            if not (document.is_opaque(span) or touches(links, span)):
                yield _swallowed(document, at, taken, cut)


def _first(taken: str) -> str:
    """Return what is taken for an address, up to the next one in it."""
    following = _NEXT.search(taken, len("https://"))
    return taken[: following.start()] if following else taken


def _cut(taken: str) -> int | None:
    """Return how long the address is that was meant; None where all of it may be meant."""
    ends = []
    if sign := _END.search(taken):
        ends.append(sign.start())
    if glued := _GLUED.search(taken):
        ends.append(glued.end())
    if (bracket := _unmatched(taken)) is not None:
        ends.append(bracket)
    if not ends:
        return None
    return len(taken[: min(ends)].rstrip("?!.,:*_~'\""))


def _unmatched(taken: str) -> int | None:
    """Return where a bracket closes that the address does not open, with more after it."""
    depth = 0
    for at, char in enumerate(taken):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return at if taken[at:].strip("?!.,:*_~'\")") else None
    return None


def _swallowed(document: Document, at: int, taken: str, cut: int) -> Violation:
    shown = _trimmed(taken)
    rest = shown[cut:]
    span = Span(at, at + len(shown))
    brief = rest if len(rest) <= 20 else f"{rest[:19]}…"
    message = f"Many sites take “{brief}” for part of this address; put the address in “<>”"
    written = link_to(document, taken[:cut])
    if written is None:
        return Violation(span, message)
    sure = not (_MORE.search(rest) or rest[0] in _UNSURE or rest[0].isalpha())
    make = Fix.safe if sure else Fix.unsafe if rest[0] != "…" else Fix.suggestion
    fix = make(f"Write {written}", Edit.replacement(Span(at, at + cut), written))
    return Violation(span, message, fix)


def _trimmed(taken: str) -> str:
    """Return an address less the signs that every site leaves to the sentence (GFM, 6.9)."""
    while True:
        shorter = taken.rstrip("?!.,:*_~'\"")
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == taken:
            return taken
        taken = shorter
