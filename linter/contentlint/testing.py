"""What proves a rule: shipped, so that authors of other rules have it too."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from contentlint.citations import LOCK
from contentlint.citations.lock import parsed
from contentlint.document import Document, Stored
from contentlint.fix import Applicability, Edit, apply
from contentlint.ground import Disk
from contentlint.project import Project
from contentlint.routes import PAGES
from contentlint.rule import ProjectRule, Rule
from contentlint.sites import Sites
from contentlint.span import Span
from contentlint.violation import Violation

_MARK = re.compile("[⟦⟧]")


def unmark(marked: str) -> tuple[str, list[Span]]:
    """Return a text without its ⟦ ⟧ and the spans that stood between them."""
    starts: list[int] = []
    spans: list[Span] = []
    for count, mark in enumerate(_MARK.finditer(marked)):
        at = mark.start() - count
        if mark.group() == "⟦":
            starts.append(at)
        else:
            spans.append(Span(starts.pop(), at))
    if starts:
        raise ValueError("a ⟦ is not closed")
    return _MARK.sub("", marked), sorted(spans)


def mark(text: str, spans: Iterable[Span]) -> str:
    """Return the text with ⟦ ⟧ round the spans, so that a difference shows the place."""
    edges: list[tuple[int, int, str]] = []
    for span in spans:
        # Where two spans meet, the first closes before the second opens.
        edges += (span.start, 1, "⟦"), (span.end, 0 if len(span) else 2, "⟧")
    parts: list[str] = []
    at = 0
    for offset, _, sign in sorted(edges):
        parts += text[at:offset], sign
        at = offset
    return "".join([*parts, text[at:]])


def _stored(text: str) -> Stored:
    """Bytes that are no text are shown as PEP 383 has them."""
    return Stored(whole=not any("\udc80" <= char <= "\udcff" for char in text))


def violations(
    rule: Rule, text: str, path: str = "page.md", files: Mapping[str, str] | None = None
) -> list[Violation]:
    """Return what a rule finds in a text, by place.

    ``files`` are others of the site, by path: they are written to a directory of their own, and the
    page with them. A rule that looks across files always gets one, and the facts of all pages.
    """
    if files or isinstance(rule, ProjectRule):
        with TemporaryDirectory() as folder:
            found = list(_across(rule, text, path, {**(files or {}), path: text}, Path(folder)))
    else:
        found = list(rule.check(Document(path, text, _stored(text))))
    return sorted(found, key=lambda violation: violation.span)


def _across(
    rule: Rule, text: str, path: str, files: Mapping[str, str], folder: Path
) -> Iterator[Violation]:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode("utf-8", "surrogatepass"))
    lock = parsed(files[LOCK]) if LOCK in files else None
    ground = Disk(Sites(str(folder.resolve()), locked=lock is not None), dict(files), lock=lock)
    document = Document(path, text, _stored(text), ground.sites)
    yield from rule.check(document)
    if not isinstance(rule, ProjectRule):
        return
    pages = sorted({path, *(name for name in files if name.endswith(PAGES))})
    facts = {name: rule.collect(document if name == path else ground.load(name)) for name in pages}
    project = Project({name: one for name, one in facts.items() if one}, rule.collect, ground)
    yield from (found.violation for found in rule.check_project(project) if found.path == path)


def repaired(text: str, found: Iterable[Violation], least: Applicability) -> str:
    """Return the text with every fix made that is at least that sure and overlaps no other."""
    edits: list[Edit] = []
    for violation in found:
        fix = violation.fix
        if fix and fix.applicability >= least and not _overlap(edits, fix.edits):
            edits += fix.edits
    return apply(text, edits)


def _overlap(edits: list[Edit], others: tuple[Edit, ...]) -> bool:
    return any(a.span.overlaps(b.span) or a.span == b.span for a in edits for b in others)


def assert_flags(  # noqa: PLR0913
    rule: Rule,
    marked: str,
    fixed: str | None = None,
    *,
    path: str = "page.md",
    files: Mapping[str, str] | None = None,
    least: Applicability = Applicability.SAFE,
) -> list[Violation]:
    """Assert that a rule flags exactly what stands between ⟦ ⟧, and what its fixes give.

    ``fixed`` is the text after all fixes that are at least as sure as ``least``; None: there are
    none. ``files`` are others of the site, by path. Repairing the repaired text must change
    nothing. Returns the violations.
    """
    text, expected = unmark(marked)
    found = violations(rule, text, path, files)
    spans = [violation.span for violation in found]
    assert mark(text, spans) == marked, f"{rule.name} flagged other places"
    assert spans == expected
    result = repaired(text, found, least)
    assert result == (text if fixed is None else fixed), f"{rule.name} repairs it differently"
    again = repaired(result, violations(rule, result, path, files), least)
    assert again == result, f"{rule.name} is not done after one pass"
    return found
