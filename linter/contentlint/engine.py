"""lint() and fix(): pure functions from a document to what is wrong with it, and to a better one.

No disk, no console, no network. A rule says where and what; here it is signed with the rule's
name, severity and place, silenced where the author said so, and put in order.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from hashlib import sha256
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from contentlint.anchors import linked, moved
from contentlint.document import Document, Stored
from contentlint.fix import Applicability, Edit, Fix, SourceMap, apply
from contentlint.project import Ground, Project
from contentlint.rule import Configured, ProjectRule, Rule
from contentlint.span import Span, merged, touches
from contentlint.suppression import EXPIRY, Suppressions, UnusedSuppression
from contentlint.triggers import Concerned, concerned
from contentlint.violation import Diagnostic, Violation

_MOST_PASSES = 100


class Linted(NamedTuple):
    """What is wrong with a document, what project rules want to know of it, and which rules broke.

    ``facts`` are by rule name, as JSON has them; ``crashes`` are sentences.
    """

    diagnostics: tuple[Diagnostic, ...]
    facts: Mapping[str, Any]
    crashes: tuple[str, ...]


class Fixed(NamedTuple):
    """A repaired text, what is still wrong with it, and what was repaired.

    Positions in ``applied`` are those of the text before any repair. ``stored`` is how its file
    is to hold it. ``problem`` says why the text was left alone after all; empty when it was not.
    """

    text: str
    linted: Linted
    applied: tuple[Diagnostic, ...]
    stored: Stored
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _View:
    """The document as the rules read it: with the encoding repaired, and the way back."""

    document: Document
    source: SourceMap | None = None

    def back(self, violation: Violation) -> Violation:
        """Carry what was found in the view back to the file on disk."""
        if self.source is None:
            return violation
        span = self.source.back(violation.span)
        return replace(violation, span=span, fix=self._fix_back(violation.fix))

    def _fix_back(self, fix: Fix | None) -> Fix | None:
        if fix is None or self.source is None:
            return fix
        text = self.document.text
        edits = tuple(self.source.edit_back(edit, text) for edit in fix.edits)
        try:
            return replace(fix, edits=edits)
        except ValueError:
            # Two edits within one damaged word: one edit for all from the first to the last.
            whole = Edit(fix.span, _excerpt_after(text, fix))
            return replace(fix, edits=(self.source.edit_back(whole, text),))


def _excerpt_after(text: str, fix: Fix) -> str:
    span = fix.span
    edits = (Edit(edit.span.shifted(-span.start), edit.content) for edit in fix.edits)
    return apply(text[span.start : span.end], edits)


class _Run:
    """One look at one document by all rules.

    Without a day (``today``) all suppressions hold: whether they still do is judged across
    documents, so that what is known of a page alone stays true until the page changes.
    """

    def __init__(
        self, document: Document, rules: Iterable[Configured], today: date | None = None
    ) -> None:
        self.document = document
        self.rules = tuple(rules)
        self.suppressions = Suppressions(document, today)
        self.crashes: list[str] = []
        self.facts: dict[str, Any] = {}
        self._collected: set[str] = set()
        self._seen: Counter[tuple[str, str]] = Counter()
        self._concerned: tuple[str, Concerned] | None = None

    def linted(self) -> Linted:
        view, found = self.repaired()
        concerned = self.concerned(view)
        for configured in concerned.rules:
            if not configured.rule.repairs:
                found += self.checked(configured, view, concerned.held)
        found = list(_told_once(found))
        if self.suppressions.directives:
            found += self.unused()
            found += self.over()
            if self.suppressions.expiry:
                self.facts[EXPIRY] = self.suppressions.expiry.isoformat()
        signed = sorted(self.signed(found), key=lambda diagnostic: diagnostic.order)
        return Linted(tuple(signed), self.facts, tuple(self.crashes))

    def repaired(self) -> tuple[_View, list[tuple[Configured, Violation]]]:
        """Let the rules that repair the raw text go first, and return the text they give."""
        found: list[tuple[Configured, Violation]] = []
        view = _View(self.document)
        concerned = self.concerned(view)
        for configured in concerned.rules:
            if configured.rule.repairs:
                found += self.checked(configured, view, concerned.held)
        edits = tuple(_safe_edits(violation for _, violation in found))
        if not edits:
            return view, found
        text = apply(self.document.text, edits)
        return _View(replace(self.document, text=text), SourceMap(edits)), found

    def checked(
        self, configured: Configured, view: _View, held: frozenset[str]
    ) -> list[tuple[Configured, Violation]]:
        """Return what one rule finds and nobody silenced. A rule that breaks is named.

        ``held`` are the triggers that the text holds.
        """
        rule, document = configured.rule, view.document
        try:
            if document.undecoded and not rule.reads_bytes:
                return []
            if rule.triggers and not rule.concerns(document.text, held):
                return []
            if rule.across:
                self.collect(cast("ProjectRule", rule), document)
            found = [(configured, view.back(one)) for one in rule.check(document)]
        except Exception as error:  # whatever it is, the other rules go on
            self.crashes.append(f"the rule “{rule.name}” broke: {type(error).__name__}: {error}")
            return []
        return [pair for pair in found if not self.silenced(*pair)]

    def collect(self, rule: ProjectRule, document: Document) -> None:
        """Let a rule collect its facts, if none that shares them has."""
        if rule.kept_as not in self._collected:
            self._collected.add(rule.kept_as)
            facts = rule.collect(document)
            if facts is not None:
                self.facts[rule.kept_as] = facts

    def concerned(self, view: _View) -> Concerned:
        """Return which rules a text concerns; most often there is only one text."""
        text = view.document.text
        if self._concerned is None or self._concerned[0] is not text:
            self._concerned = text, concerned(text, self.rules)
        return self._concerned[1]

    def unused(self) -> Iterator[tuple[Configured, Violation]]:
        """Yield the comments that silenced nothing, if a rule wants to know."""
        for configured in self.rules:
            if isinstance(configured.rule, UnusedSuppression):
                yield from ((configured, one) for one in self._useless())

    def _useless(self) -> Iterator[Violation]:
        """Yield what is wrong with comments, as far as this document tells.

        Those that a rule across files may need are left to ``lint_project``, as facts.
        """
        across = [each.rule for each in self.rules if each.rule.across]
        by_lock = {rule.name for rule in across if rule.by_lock}
        left = []
        yield from (
            one.endless() for one in self.suppressions.directives if one.unclear is not None
        )
        for one in self.suppressions.unused((c.rule.name, c.rule.family) for c in self.rules):
            if not any(one.names_rule(rule.name, rule.family) for rule in across):
                yield one.useless()
            elif by_lock.isdisjoint(one.names):
                left.append([one.span.start, one.span.end])
        if left:
            self.facts[UnusedSuppression.name] = left

    def unused_of(self, spans: Iterable[Sequence[int]]) -> Iterator[tuple[Configured, Violation]]:
        """Yield those comments, of some, that silenced nothing across files either."""
        left = {Span(*span) for span in spans}
        for configured in self.rules:
            if isinstance(configured.rule, UnusedSuppression):
                for one in self.suppressions.unused():
                    if one.span in left:
                        yield configured, one.useless()

    def over(self) -> Iterator[tuple[Configured, Violation]]:
        """Yield the comments that silence something no longer, if a rule wants to know."""
        for configured in self.rules:
            if isinstance(configured.rule, UnusedSuppression):
                yield from ((configured, one.over()) for one in self.suppressions.over())

    def silenced(self, configured: Configured, violation: Violation) -> bool:
        rule = configured.rule
        line = self.document.position(violation.span.start).line
        return self.suppressions.silences(rule.name, rule.family, line)

    def signed(self, found: Iterable[tuple[Configured, Violation]]) -> Iterator[Diagnostic]:
        """Yield findings with all that a report says of them."""
        for configured, violation in sorted(found, key=lambda pair: pair[1].span):
            rule = configured.rule
            yield Diagnostic(
                path=self.document.path,
                rule=rule.name,
                family=rule.family,
                severity=min(configured.severity, violation.level),
                violation=violation,
                start=self.document.position(violation.span.start),
                end=self.document.position(violation.span.end),
                fingerprint=self._fingerprint(rule.name, violation),
            )

    def _fingerprint(self, rule: str, violation: Violation) -> str:
        """Hash the rule, the file, what is flagged and which of its equals this is.

        No line number is in it, so a finding keeps it when the text above changes.
        """
        flagged = " ".join(self.document[violation.span].split())
        self._seen[rule, flagged] += 1
        parts = (rule, self.document.path, flagged, str(self._seen[rule, flagged]))
        raw = "\0".join(parts).encode("utf-8", "surrogatepass")
        return sha256(raw).hexdigest()[:16]


def _told_once(found: list[tuple[Configured, Violation]]) -> Iterator[tuple[Configured, Violation]]:
    """Yield findings less those of rules that yield to another's at the same place."""
    wanted = {name for configured, _ in found for name in configured.rule.yields_to}
    spans: dict[str, list[Span]] = {name: [] for name in wanted}
    for configured, violation in found if wanted else ():
        if configured.rule.name in wanted:
            spans[configured.rule.name].append(violation.span)
    taken = {name: merged(each) for name, each in spans.items()}
    for configured, violation in found:
        others = configured.rule.yields_to
        if not any(touches(taken[name], violation.span) for name in others):
            yield configured, violation


def _safe_edits(violations: Iterable[Violation]) -> Iterator[Edit]:
    """Yield the edits of safe fixes: whole ones, none that clashes with an earlier one."""
    fixes = (one.fix for one in violations if one.fix is not None)
    taken = _Taken()
    for fix in sorted(fixes, key=lambda fix: fix.span):
        if fix.applicability is Applicability.SAFE and not taken.clashes(fix):
            taken.add(fix)
            yield from fix.edits


def lint(document: Document, rules: Iterable[Configured], today: date | None = None) -> Linted:
    """Return all that the rules find in a document, by place.

    On a day that is given, suppressions that are over silence nothing, and are told.
    """
    return _Run(document, rules, today).linted()


def repaired(document: Document, rules: Iterable[Configured]) -> tuple[Document, SourceMap | None]:
    """Return a document as rules read it, and the way back to its file; None: the file's own."""
    view, _ = _Run(document, rules).repaired()
    return view.document, view.source


_Hit = tuple[str, Configured, Violation]


def lint_project(
    facts: Mapping[str, Mapping[str, Any]],
    rules_for: Callable[[str], tuple[Configured, ...]],
    ground: Ground,
    told: Mapping[str, Sequence[Diagnostic]] = MappingProxyType({}),
) -> tuple[tuple[Diagnostic, ...], tuple[str, ...]]:
    """Return what project rules find across documents, and which of them broke.

    ``facts`` are those of each path by the name they are kept as, ``rules_for`` gives the rules
    that are on for a path, and ``told`` what was found in each alone. ``ground`` tells of the files
    round them; it reads a document again only where something may be found.
    """
    look = _Across(facts, rules_for, ground, told)
    found = sorted(look.found(), key=lambda diagnostic: diagnostic.order)
    return tuple(found), tuple(look.crashes)


class _Across:
    """One look across documents by all rules that want it."""

    def __init__(
        self,
        facts: Mapping[str, Mapping[str, Any]],
        rules_for: Callable[[str], tuple[Configured, ...]],
        ground: Ground,
        told: Mapping[str, Sequence[Diagnostic]],
    ) -> None:
        self.facts, self.rules_for, self.ground, self.told = facts, rules_for, ground, told
        self.crashes: list[str] = []
        self.today = ground.now.astimezone(UTC).date()
        self._runs: dict[str, tuple[_Run, _View]] = {}

    def found(self) -> Iterator[Diagnostic]:
        hits = [hit for configured in self.rules() for hit in self.checked(configured)]
        for path, configured, violation in _not_told(hits, self.told):
            run = self.run(path)[0]
            if not run.silenced(configured, violation):
                yield from run.signed([(configured, violation)])
        for path, facts in self.facts.items():
            useless: tuple[Diagnostic, ...] = ()
            if UnusedSuppression.name in facts:
                run = self.run(path)[0]
                useless = tuple(run.signed(run.unused_of(facts[UnusedSuppression.name])))
                yield from useless
            if EXPIRY in facts and facts[EXPIRY] < self.today.isoformat():
                yield from self.no_longer_silenced(path, (*self.told.get(path, ()), *useless))

    def no_longer_silenced(self, path: str, told: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield what a page's comments silenced, but on this day no longer do; and those comments.

        The run that saw what was found across documents knows of the comments that this needed.
        """
        known = {one.order for one in told}
        useless = {one.span for one in told if one.rule == UnusedSuppression.name}
        run = self.run(path)[0]
        again = _Run(run.document, run.rules, self.today)
        again.suppressions = run.suppressions
        for one in again.linted().diagnostics:
            is_told = one.rule == UnusedSuppression.name and one.span in useless
            if one.order not in known and not is_told:
                yield one

    def rules(self) -> list[Configured]:
        """Return the project rules of all files, once for each way in which they are set up."""
        found: list[Configured] = []
        for rules in {id(rules): rules for rules in map(self.rules_for, self.facts)}.values():
            found += (one for one in rules if one.rule.across and one not in found)
        return found

    def checked(self, configured: Configured) -> list[_Hit]:
        """Return what one rule finds in the files for which it is on."""
        rule = cast("ProjectRule", configured.rule)
        mine = {path: one[rule.kept_as] for path, one in self.facts.items() if rule.kept_as in one}
        found: list[_Hit] = []
        try:
            for hit in rule.check_project(Project(mine, rule.collect, self.ground, self.view)):
                if configured in self.rules_for(hit.path):
                    view = self.run(hit.path)[1]
                    found.append((hit.path, configured, view.back(hit.violation)))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a parser's panic is no Exception
            self.crashes.append(f"the rule “{rule.name}” broke: {type(error).__name__}: {error}")
        return found

    def run(self, path: str) -> tuple[_Run, _View]:
        if path not in self._runs:
            document, rules = self.ground.load(path), self.rules_for(path)
            # The view is that of which facts were collected, and that knew no day.
            view = _Run(document, rules).repaired()[0]
            self._runs[path] = _Run(document, rules, self.today), view
        return self._runs[path]

    def view(self, path: str) -> Document:
        """Return a document as its facts were collected: with its encoding repaired."""
        if path in self.facts:
            return self.run(path)[1].document
        return self.ground.load(path)


def _not_told(hits: Sequence[_Hit], told: Mapping[str, Sequence[Diagnostic]]) -> Iterator[_Hit]:
    """Yield findings across documents less those of rules that yield to another's at the place."""
    spans: dict[tuple[str, str], list[Span]] = {}
    for path in {path for path, _, _ in hits}:
        for one in told.get(path, ()):
            spans.setdefault((path, one.rule), []).append(one.span)
    for path, configured, violation in hits:
        spans.setdefault((path, configured.rule.name), []).append(violation.span)
    taken = {at: merged(each) for at, each in spans.items()}
    for hit in hits:
        path, configured, violation = hit
        others = (taken.get((path, name), ()) for name in configured.rule.yields_to)
        if not any(touches(each, violation.span) for each in others):
            yield hit


def fix(
    document: Document,
    rules: Iterable[Configured],
    least: Applicability = Applicability.SAFE,
    anchors: frozenset[str] = frozenset(),
) -> Fixed:
    """Make every fix that is at least that sure and can be proved, until nothing more changes.

    ``anchors`` are those that links of other pages lead to: a heading that has one keeps it.

    Whole fixes only, by place; one that overlaps another waits for the next pass. When the text
    comes back to what it was before, the rules that undo each other are named and the text
    stays as the author wrote it.
    """
    rules = tuple(rules)
    run = _Fixing(document, rules, least, anchors | linked(document.text))
    for _ in range(_MOST_PASSES):
        linted = lint(run.document, rules)
        chosen = run.choose(linted.diagnostics)
        if not chosen:
            done = run.document
            return Fixed(done.text, run.annotated(linted), tuple(run.applied), done.stored)
        if not run.make(chosen):
            break
    names = ", ".join(sorted({diagnostic.rule for diagnostic in run.applied}))
    return Fixed(
        document.text,
        lint(document, rules),
        (),
        document.stored,
        f"these rules undo each other's fixes, so the page was left alone: {names}",
    )


def mend(
    document: Document,
    rules: Iterable[Configured],
    found: Iterable[Diagnostic],
    least: Applicability,
    anchors: frozenset[str] = frozenset(),
) -> Fixed:
    """Make those fixes of findings across documents that are that sure and can be proved, once."""
    rules = tuple(rules)
    run = _Fixing(document, rules, least, anchors | linked(document.text))
    chosen = run.choose(found)
    if chosen:
        run.make(chosen)
    done = run.document
    return Fixed(done.text, lint(done, rules), tuple(run.applied), done.stored)


_Pair = tuple[Diagnostic, Fix]


class _Fixing:
    """A document on its way from one pass to the next."""

    def __init__(
        self,
        document: Document,
        rules: tuple[Configured, ...],
        least: Applicability,
        anchors: frozenset[str],
    ) -> None:
        self.document = document
        self.least = least
        self._anchors = anchors if least is Applicability.SAFE else frozenset[str]()
        self.applied: list[Diagnostic] = []
        self._original = document
        self._rules = {configured.rule.name: configured.rule for configured in rules}
        self._seen = {(document.text, document.stored)}
        self._maps: list[SourceMap] = []
        self._refused: dict[tuple[str, tuple[Edit, ...]], str] = {}

    def choose(self, diagnostics: Iterable[Diagnostic]) -> list[_Pair]:
        """Return the fixes to make in this pass, proved and apart from each other.

        What repairs the raw text goes alone: it moves the ground under all others.
        """
        pairs = [(one, one.fix) for one in diagnostics if one.fix]
        able = [(one, fix) for one, fix in pairs if fix.applicability >= self.least]
        first = [pair for pair in able if self._rules[pair[0].rule].repairs]
        for candidates in (first, able):
            while picked := self._apart(candidates):
                if chosen := list(self._proved(picked)):
                    return chosen
        return []

    def _apart(self, candidates: list[_Pair]) -> list[_Pair]:
        """Return fixes in the order of the text, less those refused and those that clash."""
        taken, picked = _Taken(), []
        for diagnostic, fix in sorted(candidates, key=lambda pair: pair[1].span):
            if (diagnostic.rule, fix.edits) not in self._refused and not taken.clashes(fix):
                taken.add(fix)
                picked.append((diagnostic, fix))
        return picked

    def _proved(self, picked: list[_Pair]) -> Iterator[_Pair]:
        """Hold safe fixes to what their rule may change. Others were asked for by the user."""
        by_rule: dict[str, list[_Pair]] = {}
        for diagnostic, fix in picked:
            if fix.applicability is Applicability.SAFE:
                by_rule.setdefault(diagnostic.rule, []).append((diagnostic, fix))
            else:
                yield diagnostic, fix
        for name, pairs in by_rule.items():
            yield from (pair for pair in pairs if not pair[1].edits)
            if able := [pair for pair in pairs if pair[1].edits and self._keeps_anchors(*pair)]:
                yield from self._halved(self._rules[name], able)

    def _keeps_anchors(self, diagnostic: Diagnostic, fix: Fix) -> bool:
        """Whether all headings that links lead to keep their address. Refuses the fix if not.

        A repair of the encoding changes the links in the same way.
        """
        if self._rules[diagnostic.rule].repairs:
            return True
        anchor = moved(self.document, fix, self._anchors)
        if anchor is not None:
            told = f"links lead to this heading (“#{anchor}”), and would no longer"
            self._refused[diagnostic.rule, fix.edits] = told
        return anchor is None

    def _halved(self, rule: Rule, pairs: list[_Pair]) -> Iterator[_Pair]:
        """Prove fixes together, and by halves where that fails, until the culprit is alone.

        One by one, a paragraph with a thousand fixes would be read a thousand times.
        """
        from contentlint.proof import TANGLED, objection, touched_by

        whole = Fix.safe(rule.name, *(edit for _, fix in pairs for edit in fix.edits))
        problem = objection(self.document, whole, rule.changes, invents=rule.repairs)
        if problem is None:
            yield from pairs
        elif len(pairs) == 1 or (
            # Less of what stands in one block is as tangled.
            problem is TANGLED
            and touched_by(self.document, pairs[0][1].edits)
            == touched_by(self.document, whole.edits)
        ):
            self._refused.update(((one.rule, fix.edits), problem) for one, fix in pairs)
        else:
            middle = len(pairs) // 2
            yield from self._halved(rule, pairs[:middle])
            yield from self._halved(rule, pairs[middle:])

    def make(self, chosen: list[_Pair]) -> bool:
        """Apply fixes; False when that leads back to a text that was there before."""
        self.applied += (self._placed(diagnostic) for diagnostic, _ in chosen)
        edits = tuple(sorted({edit for _, fix in chosen for edit in fix.edits}))
        text = apply(self.document.text, edits)
        recoded = any(fix.recodes for _, fix in chosen)
        stored = Stored() if recoded else self.document.stored
        if (text, stored) in self._seen:
            return False
        self._seen.add((text, stored))
        self._maps.append(SourceMap(edits))
        self.document = replace(self.document, text=text, stored=stored)
        return True

    def _placed(self, diagnostic: Diagnostic) -> Diagnostic:
        """Give a finding its place in the text as it was before the first pass."""
        span = diagnostic.span
        for source in reversed(self._maps):
            span = source.back(span)
        return replace(
            diagnostic,
            violation=replace(diagnostic.violation, span=span),
            start=self._original.position(span.start),
            end=self._original.position(span.end),
        )

    def annotated(self, linted: Linted) -> Linted:
        """Say of each finding whose fix was held back why it was."""
        diagnostics = tuple(
            replace(one, note=self._refused.get((one.rule, one.fix.edits), "")) if one.fix else one
            for one in linted.diagnostics
        )
        return linted._replace(diagnostics=diagnostics)


class _Taken:
    """The spans that the fixes of one pass change: sorted, and apart from each other."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def add(self, fix: Fix) -> None:
        """Take the spans of a fix that does not clash."""
        for edit in fix.edits:
            insort(self._spans, edit.span)

    def clashes(self, fix: Fix) -> bool:
        """Whether a fix touches what another has taken: overlaps it, or inserts at its edge."""
        return any(
            _touch(other, edit.span) for edit in fix.edits for other in self._near(edit.span)
        )

    def _near(self, span: Span) -> list[Span]:
        at = bisect_left(self._spans, span)
        return self._spans[max(at - 2, 0) : at + 2]


def _touch(one: Span, two: Span) -> bool:
    if len(one) and len(two):
        return one.overlaps(two)
    return one.start <= two.end and two.start <= one.end
