"""The rule `list-number`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, NamedTuple

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._numbers import NUMBERED, TRIGGERS


class ListNumber(Rule):
    """Readers see the numbers of a list as they are written.

    A page counts by itself: only the first number of a list is taken from the source, and each
    further item shows one more. “3. 2. 1.” shows as “3. 4. 5.”, two lists that grow together show
    as one, and steps parted by a block of code that is not indented all show as “1.”. Where a list
    begins each item with “1.”, or with “0.”, nothing is wrong.

    A number that is only skipped or written twice is mentioned at info, as the page counts right.
    The fix writes the numbers that should show. It is unsafe, as an item may be missing; a
    countdown or a choice of numbers has none: HTML can show them (“<li value="8">”).
    """

    name: ClassVar = "list-number"
    family: ClassVar = "markup"
    triggers: ClassVar = TRIGGERS
    examples: ClassVar = (
        Example(
            bad="⟦3.⟧ Third place\n2. Second place\n1. First place\n",
            good='<ol reversed>\n<li value="3">Third place</li>\n</ol>\n',
            fixed=False,
        ),
        Example(
            bad="1. Stop the wheel.\n\n```\nstop\n```\n\n⟦1.⟧ Lift the stone.\n\n```\nlift\n```\n\n"
            "1. Clean it.\n",
            good="1. Stop the wheel.\n\n```\nstop\n```\n\n2. Lift the stone.\n\n```\nlift\n```\n\n"
            "3. Clean it.\n",
            fixed=False,
            why="The fix is unsafe.",
        ),
        Example(
            bad="1. Corn\n2. Water\n⟦4.⟧ Stone\n",
            good="1. Corn\n2. Water\n3. Stone\n",
            fixed=False,
            why="The fix is unsafe: an item may be missing.",
        ),
        Example(good="1. Corn\n1. Water\n1. Stone\n"),
        Example(good="4. Corn\n5. Water\n\nBoth are needed.\n\n1. Stone\n2. Wheel\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the first number of a list that shows otherwise, and steps that begin anew."""
        if not _may_break(document.text):
            return
        lists = [_List.of(document, [item.span for item in one.items]) for one in document.lists]
        for one in lists:
            if one.numbers and not _is_cut(document, Span(one.span.start, one.places[-1].end)):
                yield from _broken(one)
        for run in _runs(document, lists):
            yield _restarted(run)


def _may_break(text: str) -> bool:
    """Whether a glance leaves it open that numbers at the same depth do not follow each other."""
    text = f"\n{text}"
    last: dict[str, _Seen] = {}
    for found in NUMBERED.finditer(text):
        seen = last.setdefault(found[1], _Seen(len(found[1])))
        if seen.breaks(text, found):
            return True
    return False


@dataclass(slots=True)
class _Seen:
    """The last number at a depth: as it is written, as it shows, and where it ends."""

    depth: int
    written: int = -1
    shows: int = -1
    end: int = 0
    ones: int = 0

    def breaks(self, text: str, found: "re.Match[str]") -> bool:
        """Take in one number more, and return whether it may show otherwise than it is written."""
        number, before = int(found[2]), self.written
        anew = before < 0 or (number != self.shows + 1 and self._parted(text, found.start()))
        self.ones = self.ones + 1 if anew and number == 1 else self.ones * (number == before)
        self.written, self.end = number, found.end()
        self.shows = number if anew else self.shows + 1
        if anew:
            return self.ones >= _FEWEST
        return number != self.shows and (number > 1 or before > 1)

    def _parted(self, text: str, until: int) -> bool:
        """Whether something stands since the last number that is not part of its item."""
        outside = re.compile(rf"\n[ \t>]{{0,{self.depth + 2}}}(?=[^ \t>\r\n])")
        return outside.search(text, self.end, until) is not None


_FEWEST = 3
_NUMBER = pattern(r"[ \t>]*(\d{1,9})[.)]")


class _List(NamedTuple):
    """What is written before the items of a list: numbers with their places; none for bullets."""

    span: Span
    places: tuple[Span, ...]
    numbers: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, items: Sequence[Span]) -> "_List":
        found = [_NUMBER.match(document.text, item.start) for item in items]
        marks = [match for match in found if match] if all(found) else []
        return cls(
            Span(items[0].start, items[-1].end),
            tuple(Span(mark.start(1), mark.end(1)) for mark in marks),
            tuple(int(mark[1]) for mark in marks),
        )


def _is_cut(document: Document, span: Span) -> bool:
    """Whether a template stands at the start of a line there: it may end the list."""
    text = document.text
    return any(
        span.overlaps(it) and text[text.rfind("\n", 0, it.start) + 1 : it.start].strip(">") == ""
        for it in document.templates
    )


def _broken(one: _List) -> Iterator[Violation]:
    """Tell of the first number of a list that does not show as it is written."""
    numbers = one.numbers
    steps = [after - before for before, after in pairwise(numbers)]
    wrong = [at for at in range(len(numbers)) if _differs(numbers, at)]
    if not wrong or not any(steps):
        return
    if len(steps) > 1 and all(step == -1 for step in steps):
        yield _countdown(one)
    elif again := [at for at in range(2, len(steps)) if numbers[at : at + 2] == (1, 2)]:
        yield _merged(one, again[0])
    elif sum(step not in {0, 1, 2} for step in steps) > 1:
        yield _chosen(one, wrong[0])
    else:
        yield _slip(one, wrong)


def _differs(numbers: Sequence[int], at: int) -> bool:
    lazy = numbers[0] in {0, 1} and numbers[at] == numbers[0]
    return numbers[at] != numbers[0] + at and not lazy


def _mark(place: Span) -> Span:
    return Span(place.start, place.end + 1)


def _countdown(one: _List) -> Violation:
    first = one.numbers[0]
    message = (
        f"Readers do not see this list count down: it shows as {first}, {first + 1}, {first + 2}; "
        "HTML can (“<ol reversed>”)"
    )
    return Violation(_mark(one.places[0]), message)


def _merged(one: _List, at: int) -> Violation:
    message = (
        f"This “1.” does not begin a new list: it goes on with the one above, and shows as "
        f"“{one.numbers[0] + at}.”; put a line of text or “<!-- -->” between them"
    )
    return Violation(_mark(one.places[at]), message, None, Severity.WARNING)


def _chosen(one: _List, at: int) -> Violation:
    message = (
        f"{_shown(one, at)}, and so on: to choose the numbers, write them in the text, or use HTML "
        f'(“<li value="{one.numbers[at]}">”)'
    )
    return Violation(_mark(one.places[at]), message, None, Severity.WARNING)


def _slip(one: _List, wrong: Sequence[int]) -> Violation:
    edits = (Edit.replacement(one.places[at], str(one.numbers[0] + at)) for at in wrong)
    fix = Fix.unsafe("Number the items as they show", *edits)
    message = f"{_shown(one, wrong[0])}: a page counts on from the first number of a list"
    return Violation(_mark(one.places[wrong[0]]), message, fix, Severity.INFO)


def _shown(one: _List, at: int) -> str:
    return f"Readers see “{one.numbers[0] + at}.” here, not “{one.numbers[at]}.”"


_Lists = list[_List]


def _runs(document: Document, lists: Sequence[_List]) -> Iterator[_Lists]:
    """Yield lists that follow each other and hold nothing but “1.”, most of them one item."""
    run: _Lists = []
    end = -1
    for one in sorted(lists):
        if one.span.start < end:
            continue
        end = one.span.end
        if run and not (
            _is_ones(one) and _goes_on(document, Span(run[-1].span.end, one.span.start))
        ):
            yield from _long(run)
            run = []
        if _is_ones(one):
            run.append(one)
    yield from _long(run)


def _is_ones(one: _List) -> bool:
    return bool(one.numbers) and set(one.numbers) == {1}


def _long(run: _Lists) -> Iterator[_Lists]:
    if len(run) >= _FEWEST and sum(len(one.numbers) == 1 for one in run) > 1:
        yield run


# What introduces another list: a line in bold or italic, or one that ends in a colon.
_INTRODUCES = pattern(r"(?:\A|\n)[ \t>]*(?:[*_][^\n]*[*_]:?|[^\n]*[:：])[ \t]*\Z")
_RULED = pattern(r"(?:\A|\n)[ \t>]*(?:-[ \t]*){3,}(?:\r?\n|\Z)|\*[ \t]*\*[ \t]*\*|\(1\)")


def _goes_on(document: Document, gap: Span) -> bool:
    """Whether steps may go on across what stands between them; “(1)” is a note to code."""
    raw = (one.span for one in document.html if one.block)
    apart = [*(one.span for one in document.headings), *raw, *document.templates]
    if any(gap.overlaps(span) for span in apart):
        return False
    between = document[gap].rstrip()
    return not (_INTRODUCES.search(between) or _RULED.search(between))


def _restarted(run: _Lists) -> Violation:
    places = [place for one in run for place in one.places]
    start = len(run[0].places)
    edits = (Edit.replacement(places[at], str(at + 1)) for at in range(start, len(places)))
    message = (
        f"Each of these {len(run)} steps shows as “1.”: what stands between them is not part of an "
        "item; indent it as far as the item's text, or write the numbers"
    )
    fix = Fix.unsafe("Write the numbers", *edits)
    return Violation(_mark(run[1].places[0]), message, fix, Severity.WARNING)
