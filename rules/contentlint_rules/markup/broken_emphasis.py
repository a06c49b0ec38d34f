"""The rule `broken-emphasis`."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._across import across
from contentlint_rules.markup._lone import Page, lone
from contentlint_rules.markup._pairs import Pair, is_pair, reason
from contentlint_rules.markup._repairs import brief, repair_of
from contentlint_rules.markup._runs import Run, literal_runs
from contentlint_rules.markup._suspicion import may_be_broken

# An empty pair round or before a proper one, as word processors export it: "** **Word** **".
_DOUBLED = pattern(r"\*\*[ \t]+\*\*([^\s*][^*\n]{0,300}?)[ \t]*\*\*(?:[ \t]*\*\*)?(?!\*)")
_MASKED = pattern(r"\d\*+[ \t-]+\*{2}")
_HOLLOW = pattern(r"\*\*[.,:;!?]\*\*(?=\s|\Z)")


class BrokenEmphasis(Rule):
    """No reader sees the asterisks or underscores that were meant to make words bold or italic.

    Bold that is never closed or runs on into the next paragraph, list item or cell, a blank inside
    its marks (“**word **”), a letter glued to its end (“**Note:**text”), more marks on one side
    than on the other: then nothing is bold, and the page shows asterisks instead. Whether marks
    work is decided by what stands on either side of them, so they can look right in the source.
    Asterisks and underscores that mean something else stay: footnotes, formulas, names, file
    patterns, gaps to be filled in, masked words, code.

    The fix is safe where exactly one repair makes the words bold and is sure to be meant: a blank
    moves out of the pair, or one that a sentence needs is put in. Where two repairs are possible,
    both are shown and none is made. Where bold ends that was never closed only the author knows.
    """

    name: ClassVar = "broken-emphasis"
    family: ClassVar = "markup"
    triggers: ClassVar = ("*", "_")
    changes: ClassVar = Part.EMPHASIS
    examples: ClassVar = (
        Example(
            bad="The mill is ⟦**open daily **⟧in summer.\n",
            good="The mill is **open daily** in summer.\n",
        ),
        Example(bad="⟦**Note:**⟧bring boots.\n", good="**Note:** bring boots.\n"),
        Example(
            bad="The wheel turned ⟦**⟧40 % faster after the repair.\n",
            good="The wheel turned **40 %** faster after the repair.\n",
            fixed=False,
            why="Where the bold should end, only the author knows.",
        ),
        Example(
            bad="- ⟦** **Water ****⟧: free\n",
            good="- **Water**: free\n",
            fixed=False,
            why="Likely, but the marks could have held something else: the fix is unsafe.",
        ),
        Example(
            bad="水车⟦**「已修复」**⟧了。\n",
            good="水车<strong>「已修复」</strong>了。\n",
            fixed=False,
        ),
        Example(
            bad="It has ⟦**one wheel*⟧ and a roof.\n",
            good="It has **one wheel** and a roof.\n",
            fixed=False,
        ),
        Example(
            bad="- ⟦**open daily\n- free entry**⟧\n",
            good="- **open daily**\n- **free entry**\n",
            fixed=False,
            why="Marks do not reach from one item to the next; the fix is unsafe.",
        ),
        Example(
            bad="이것은 ⟦_방앗간_⟧입니다.\n",
            good="이것은 *방앗간*입니다.\n",
            fixed=False,
            why="Inside a word only asterisks work; the fix is unsafe.",
        ),
        Example(good="The area is a ** 2, the volume a ** 3.\n"),
        Example(good="Prices* are per person, children** go free.\n\n**Below the age of six.\n"),
        Example(good="Pass **kwargs on, and match **/*.md with it.\n"),
        Example(good="Call 5** *** ** for a table.\n", why="A masked number."),
        Example(good="`**word **` is how not to write it.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield one violation for each pair or lone mark that a reader sees."""
        if not _worth_a_look(document):
            return
        page = Page(document, tuple(literal_runs(document)))
        taken: set[Run] = set()
        for one, other in pairwise(page.groups):
            found = across(document, one[-1], other[0])
            if found:
                taken |= {one[-1], other[0]}
                yield found
        for runs in page.groups:
            yield from _damages(page, tuple(run for run in runs if run not in taken))


def _worth_a_look(document: Document) -> bool:
    """Whether two glances leave it open that marks stayed literal, the cheaper one first.

    Where templates may have to be overwritten first, it costs more to see whether all marks pair.
    """
    if document.suffix == ".mdx" or "{" in document.text:
        return may_be_broken(document[document.body]) and document.delimiters_possible
    return document.delimiters_possible and may_be_broken(document[document.body])


def _damages(page: Page, runs: tuple[Run, ...]) -> Iterator[Violation]:
    document = page.document
    if not runs or _MASKED.search(document.text, runs[0].block.start, runs[0].block.end):
        return
    at = 0
    while at < len(runs):
        found = _doubled(document, runs[at]) or _paired(page, runs[at : at + 2])
        found = found or _hollow(document, runs[at]) or lone(page, runs[at])
        if found:
            yield found
        end = found.span.end if found else runs[at].span.end
        while at < len(runs) and runs[at].span.start < end:
            at += 1


def _doubled(document: Document, run: Run) -> Violation | None:
    match = _DOUBLED.match(document.text, run.span.start, run.block.end)
    if not match or not run.whole or not run.parted:
        return None
    span, words = Span(*match.span()), match[1].strip()
    fix = Fix.unsafe(f"Leave one pair: **{brief(words)}**", Edit.replacement(span, f"**{words}**"))
    return Violation(span, f"“{brief(match[0])}” has marks of bold twice: readers see some", fix)


def _paired(page: Page, runs: tuple[Run, ...]) -> Violation | None:
    if len(runs) < 2:
        return None
    pair = Pair(page.document.text, *runs)
    if not is_pair(pair) or (pair.parted and not pair.is_bold and page.has_notes(pair.first)):
        return None
    fix = repair_of(page.document, pair)
    if not fix and not pair.whole:
        return None
    kind, marks = "bold" if pair.is_bold else "italic", pair.first.signs
    message = f"“{brief(page.document[pair.span])}” is not read as {kind}: "
    message += f"{reason(pair)}, so readers see “{marks}”"
    level = Severity.WARNING if pair.is_doubtful else Severity.ERROR
    return Violation(pair.span, message, fix, level)


def _hollow(document: Document, run: Run) -> Violation | None:
    """Find bold round nothing but a sign, glued to a word: “Hours**:**”."""
    match = _HOLLOW.match(document.text, run.span.start, run.block.end)
    if not match or not run.before.isalpha() or not run.whole:
        return None
    span = Span(*match.span())
    sign = match[0].strip("*")
    fix = Fix.unsafe(f"Leave “{sign}” alone", Edit.replacement(span, sign))
    return Violation(span, f"“{match[0]}” after a letter is not read as bold: readers see it", fix)
