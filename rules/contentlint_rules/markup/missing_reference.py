"""The rule `missing-reference`."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Edit, Example, Fix, Help, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._labels import folded

_WORDS = r"(?:[^\[\]\n]|\n(?![ \t>]{0,40}\r?\n))"
_REFERENCE = pattern(
    rf"(?<![\\\]\w!)])!?\[({_WORDS}{{1,200}})(?<!\\)\]"
    rf"\[((?:[^\[\]\n^@]|\n(?![ \t>]{{0,40}}\r?\n)){{0,100}})(?<!\\)\](?![(\[:{{])"
)
_ROUND_IMAGE = pattern(
    r"\[(!\[[^\[\]\n]{0,200}\](?:\[[^\[\]\n]{0,100}\]|\([^()\s]{0,300}\)))\]\[([^\[\]\n^@]{1,100})\]"
)
_SHORTCUT = pattern(rf"(?<![\\\]\w!)])!?\[(?!\^)({_WORDS}{{1,200}})(?<!\\)\](?![(\[:{{])")
_DEFINED = pattern(r"\[([^\[\]\n]{1,300})\]:")
_TEMPLATE = pattern(r"\{[{%]")
# Names as programs have them are labels that sites define for the documentation of code.
_NAME = pattern(r"[A-Za-z_]\w*(?:\.\w+)+(?:\(\))?")
_WRAPPED = pattern(r"\n[ \t>]*")


@dataclass(frozen=True, kw_only=True)
class MissingReference(Rule):
    """Every “[words][label]” has a definition of its label.

    A link of that form takes its address from a line “[label]: https://…” elsewhere on the page.
    Without such a line there is no link, and readers see two pairs of brackets.

    Where one defined label is nearly the same, it is suggested; there is no other fix.
    """

    name: ClassVar = "missing-reference"
    family: ClassVar = "markup"
    triggers: ClassVar = ("][",)
    yields_to: ClassVar = ("citation-marker", "malformed-link")
    examples: ClassVar = (
        Example(
            bad="See ⟦[the mill][mil]⟧ and [the dam][dam].\n\n"
            "[mill]: https://mill.test/\n[dam]: https://dam.test/\n",
            good="See [the mill][mill] and [the dam][dam].\n\n"
            "[mill]: https://mill.test/\n[dam]: https://dam.test/\n",
            fixed=False,
        ),
        Example(good="See [the mill][1].\n\n[1]: https://mill.test/\n"),
        Example(good="Take a[0][1], matrix [i][j] and [x][].\n", why="No page of references."),
        Example(
            bad="See ⟦[the mill][mill]⟧ and ⟦[the dam]⟧.\n",
            good="See [the mill](/mill) and [the dam](/dam).\n",
            options={"everywhere": True, "shortcuts": True},
            fixed=False,
        ),
    )

    everywhere: Annotated[bool, Help("Look at pages that define no label as well.")] = False
    shortcuts: Annotated[
        bool, Help("Flag “[words]” alone too: every pair of brackets that is no link.")
    ] = False
    ignored: Annotated[tuple[str, ...], Help("Labels that need no definition.")] = ("x",)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield references without a definition, in a page that defines some."""
        found = self._undefined(document.text, document.body.start)
        labels = {folded(one.label): one.label for one in document.definitions} if found else {}
        if not (labels or (found and self.everywhere)):
            return
        inside = [link.content for link in document.links]
        for whole, words, place in found:
            label = document[place].strip() or words
            bracket = Span(place.start - 1, place.end + 1)
            if document.is_opaque(whole) or (
                document.is_in_link(bracket) and not _within(inside, whole)
            ):
                continue
            message = (
                f"There is no line “[{' '.join(label.split())}]: …” with the address of this link"
            )
            near = _near(_key(label), labels)
            fix = near and Fix.suggestion(f"Write “[{near}]”", Edit.replacement(place, near))
            level = Severity.ERROR if near or len(labels) > 1 else Severity.WARNING
            yield Violation(whole, message, fix or None, level)

    def _undefined(self, text: str, start: int) -> list[tuple[Span, str, Span]]:
        """Return references to what no line defines: all of each, its words, and its label."""
        known = {folded(one[1]) for one in _DEFINED.finditer(text)} if "]:" in text else set()
        if not (known or self.everywhere) or any(map(_TEMPLATE.search, known)):
            return []
        known |= {"", *map(folded, self.ignored)}
        patterns = [_REFERENCE, _ROUND_IMAGE, *([_SHORTCUT] if self.shortcuts else ())]
        return sorted(
            (Span(*one.span()), one[1], Span(*one.span(one.re.groups)))
            for one in (match for each in patterns for match in each.finditer(text, start))
            if _key(one[one.re.groups] or one[1]) not in known
            and (self.everywhere or not _NAME.fullmatch(one[one.re.groups]))
        )


def _within(spans: list[Span], span: Span) -> bool:
    """Whether a span stands between the brackets of a link, where it is no part of its form."""
    last = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return last >= 0 and spans[last].covers(span)


def _key(label: str) -> str:
    """Return a label as two are compared, on one line where a quote runs on through it."""
    return folded(_WRAPPED.sub(" ", label))


def _near(label: str, labels: dict[str, str]) -> str | None:
    """Return the one defined label that is one letter or sign away."""
    from difflib import get_close_matches

    found = get_close_matches(label, labels, n=2, cutoff=0.8)
    return labels[found[0]] if len(found) == 1 else None
