"""How far contentlint and markdownlint agree, by markdownlint's own test suite: make conformance.

For each rule: what the suite expects, what is found, on how much both agree, and how much of the
rest is a deliberate difference (differences.py). Recall and precision are of what is left when the
deliberate differences are taken out. What markdownlint's comments switch off does not count.

Then every example of the CommonMark specification is repaired (spec.py): what is rendered stays the
same, or the rule that changed it is named.

--details lists every disagreement, --peers has rumdl read the same pages.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import spec
import tools
from differences import DIFFERENCES, Difference
from mapping import TABLE
from suite import Finding, Page, SuiteError, folder, pages, release
from tools import Found

BAR = 0.95


class Disagreement(NamedTuple):
    """A finding that only one side has; ``more``: ours. ``difference`` is why, if on purpose."""

    page: Page
    finding: Finding
    more: bool
    difference: Difference | None


@dataclass
class Tally:
    """What is counted for one rule, or for all."""

    expected: int = 0
    found: int = 0
    agreed: int = 0
    less: int = 0
    more: int = 0
    """Findings that the other side alone has, and that are meant to be so."""

    def add(self, other: "Tally") -> None:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def recall(self) -> float:
        return _share(self.agreed, self.expected - self.less)

    @property
    def precision(self) -> float:
        return _share(self.agreed, self.found - self.more)

    @property
    def raw(self) -> tuple[float, float]:
        """Recall and precision with nothing taken out."""
        return _share(self.agreed, self.expected), _share(self.agreed, self.found)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass
class Comparison:
    """One tool beside the suite."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    apart: list[Disagreement] = field(default_factory=list)

    def total(self, rules: Iterable[str]) -> Tally:
        total = Tally()
        for rule in rules:
            total.add(self.tallies[rule])
        return total


def compared(suite: Iterable[Page], found: Found) -> Comparison:
    """Hold what a tool finds against what the suite expects."""
    result = Comparison({row.rule: Tally() for row in TABLE})
    for page in suite:
        wanted = {one for one in page.expected if one.rule in result.tallies}
        seen = {one for one in found[page.name] if page.is_on(one)}
        for one in wanted | seen:
            tally = result.tallies[one.rule]
            tally.expected += one in wanted
            tally.found += one in seen
            tally.agreed += one in wanted and one in seen
        result.apart += _apart(page, wanted, seen)
    for one in result.apart:
        if one.difference:
            tally = result.tallies[one.finding.rule]
            tally.more += one.more
            tally.less += not one.more
    return result


def _apart(page: Page, wanted: set[Finding], seen: set[Finding]) -> Iterator[Disagreement]:
    for one in sorted(wanted ^ seen):
        more = one in seen
        why = (each for each in DIFFERENCES if each.excuses(page, one, more=more))
        yield Disagreement(page, one, more, next(why, None))


# What is printed.


def _row(name: str, ours: str, tally: Tally, peer: Tally | None) -> str:
    line = (
        f"  {name:6}{ours:46.46}{tally.expected:6}{tally.found:6}{tally.agreed:7}"
        f"{tally.less:6}{tally.more:5}{tally.recall:8.1%}{tally.precision:10.1%}"
    )
    if peer is None:
        return line
    recall, precision = peer.raw
    return f"{line}   {peer.found:6}{peer.agreed:7}{recall:8.1%}{precision:10.1%}"


def table(ours: Comparison, peer: Comparison | None) -> Iterator[str]:
    """Yield a line for each rule, and for all of them."""
    heads = f"{'want':>6}{'found':>6}{'agreed':>7}{'−':>6}{'+':>5}{'recall':>8}{'precision':>10}"
    others = f"   {'rumdl:':>6}{'agreed':>7}{'recall':>8}{'precision':>10}" if peer else ""
    yield f"  {'':6}{'':46}{heads}{others}"
    there = tools.rows()
    for row in TABLE:
        other = peer.tallies[row.rule] if peer else None
        if row in there:
            yield _row(row.rule, ", ".join(row.ours), ours.tallies[row.rule], other)
        else:
            yield f"  {row.rule:6}not yet: {'; '.join(tools.missing(row))}"
    rules = [row.rule for row in there]
    yield _row("all", "", ours.total(rules), peer.total(rules) if peer else None)


def differences(ours: Comparison) -> Iterator[str]:
    """Yield each deliberate difference, with its reason and how many findings it excuses."""
    excused = Counter(one.difference for one in ours.apart if one.difference)
    yield "Deliberate differences (− we stay silent, + we find more):"
    for one in DIFFERENCES:
        count = excused[one] or "none: take it out of the table"
        yield f"  {'+' if one.more else '−'} {' '.join(one.rules)}: {one.reason} ({count})"


def details(ours: Comparison) -> Iterator[str]:
    """Yield every disagreement that is no deliberate difference."""
    there = {row.rule for row in tools.rows()}
    yield "Disagreements (− only markdownlint, + only contentlint):"
    for one in sorted(ours.apart, key=lambda each: (each.finding.rule, each.page.name)):
        if one.difference is None and one.finding.rule in there:
            sign = "+" if one.more else "−"
            line = one.page.line(one.finding.line)
            yield f"  {sign} {one.finding.rule} {one.page.name}:{one.finding.line}: {line[:120]!r}"


def verdict(what: str, value: float) -> str:
    """Return a line that says whether a share reaches the bar."""
    return f"{'ok    ' if value >= BAR else 'MISSED'} {what:40}{value:8.1%}  ≥ {BAR:.0%}"


def markdownlint(*, with_details: bool, with_peers: bool) -> Iterator[str]:
    """Yield the comparison with markdownlint's suite."""
    root = folder()
    suite = pages(root)
    crashes: list[str] = []
    ours = compared(suite, tools.contentlint(suite, crashes))
    yield from crashes
    beside = tools.rumdl(root / "test", suite) if with_peers else None
    if with_peers and beside is None:
        yield "rumdl is not installed: pip install rumdl"
    yield f"markdownlint {release(root)}: {len(suite)} pages"
    yield from table(ours, compared(suite, beside) if beside is not None else None)
    total = ours.total(row.rule for row in tools.rows())
    yield "  with nothing taken out: {:.1%} recall, {:.1%} precision".format(*total.raw)
    if DIFFERENCES:
        yield from differences(ours)
    if with_details:
        yield from details(ours)
    yield verdict("recall on markdownlint's suite", total.recall)
    yield verdict("precision on markdownlint's suite", total.precision)


def main() -> None:
    parser = argparse.ArgumentParser(description="Agreement with markdownlint and CommonMark.")
    parser.add_argument("--details", action="store_true", help="list every disagreement")
    parser.add_argument("--peers", action="store_true", help="have rumdl read the same pages")
    options = parser.parse_args()
    problem = ""
    try:
        for line in markdownlint(with_details=options.details, with_peers=options.peers):
            print(line, flush=True)
    except SuiteError as error:
        problem = str(error)
    for line in spec.report():
        print(line, flush=True)
    sys.exit(problem or None)


if __name__ == "__main__":
    main()
