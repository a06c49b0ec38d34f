"""The rule `mixed-bold-lead`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern

_MARK = r"(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}(?:\[[ xX]\][ \t]{1,4})?"
_BOLD = (
    rf"{_MARK}(?P<sign>\*\*|__)[^*_\n]{{1,80}}"
    r"(?:(?<=[:：])(?P=sign)|(?P=sign)[ \xa0\u202f]?[:：])"
)
_PLAIN = (
    rf"{_MARK}(?P<words>[^\W_][^*_:：\n`\[\]<>|{{}}.!?;,()\"“”«»]{{0,60}}+)"
    r"(?:[:：](?=[ \t]+\S)|：)"
)
_LEAD = pattern(f"(?P<bold>{_BOLD})|{_PLAIN}")
_LINE = pattern(rf"\n(?P<depth>[ \t>]{{0,40}})(?:(?P<bold>{_BOLD})|{_PLAIN})")
_PLAIN_LINE = pattern(rf"\n[ \t>]{{0,40}}{_PLAIN}")
_FEWEST = 3


class MixedBoldLead(Rule):
    """Where the items of a list begin with bold words and a colon, all of them do.

    “- **Entry**: free” beside “- Parking: two euros” looks as if the second item mattered less, or
    were half of another one. Bold is most often lost when text is copied from one tool to another.

    The fix makes the words bold as the others are. It is unsafe: the words may be no lead.
    """

    name: ClassVar = "mixed-bold-lead"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = tuple(
        written
        for sign in ("**", "__")
        for colon in ":："
        for blank in ("", " ", "\xa0", "\u202f")
        for written in (f"{colon}{sign}", f"{sign}{blank}{colon}")
    )
    examples: ClassVar = (
        Example(
            bad="- **Entry**: free\n- ⟦Parking:⟧ two euros\n- **Dogs**: on a lead\n",
            good="- **Entry**: free\n- **Parking**: two euros\n- **Dogs**: on a lead\n",
            fixed=False,
            why="The fix is unsafe.",
        ),
        Example(good="- **Entry**: free\n- **Parking**: two euros\n- Dogs are welcome.\n"),
        Example(good="- **Entry**: free\n- Parking: two euros\n- Dogs: on a lead\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the words that begin an item and are not bold as those of most others."""
        if not _may_mix(document.text):
            return
        for one in document.lists:
            found = (_LEAD.match(document.text, item.span.start) for item in one.items)
            leads = [lead for lead in found if lead]
            bold = [lead for lead in leads if lead["bold"]]
            if len(one.items) >= _FEWEST and len(bold) * 2 > len(one.items):
                yield from _plain(document, [it for it in leads if not it["bold"]], bold[0])


def _may_mix(text: str) -> bool:
    """Whether a glance leaves it open that leads without bold stand among more bold ones."""
    text = f"\n{text}"
    if not _PLAIN_LINE.search(text):
        return False
    seen: dict[str, tuple[int, int]] = {}
    end = 0
    for line in _LINE.finditer(text):
        if text.find("\n#", end, line.start() + 2) >= 0:
            seen.clear()
        end = line.end()
        bold, plain = seen.get(line["depth"], (0, 0))
        bold, plain = (bold + 1, plain) if line["bold"] else (bold, plain + 1)
        if plain and bold > plain:
            return True
        seen[line["depth"]] = bold, plain
    return False


def _plain(
    document: Document, leads: "list[re.Match[str]]", model: "re.Match[str]"
) -> Iterator[Violation]:
    sign = model["sign"]
    inside = model[0].endswith(sign)
    for lead in leads:
        span = Span(lead.start("words"), lead.end())
        if document.is_opaque(span) or document.is_in_link(span):
            continue
        words = lead["words"].rstrip()
        colon = document[span][len(words) :]
        written = f"{sign}{words}{colon}{sign}" if inside else f"{sign}{words}{sign}{colon}"
        message = f"“{words}” is not bold, and most items of this list begin with bold words"
        fix = Fix.unsafe(f"Write “{written}”", Edit.replacement(span, written))
        yield Violation(span, message, fix)
