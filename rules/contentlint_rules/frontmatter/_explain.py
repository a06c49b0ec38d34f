"""Says in a writer's words why front matter cannot be read."""

from collections.abc import Callable, Iterator

from contentlint import Document, Edit, Fix, FrontMatter, Problem, Span, Violation, pattern
from contentlint_rules.frontmatter._damage import damaged

_CONFLICT = pattern(r"(?:\A|(?<=[\r\n]))(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)[^\r\n]*+")
_NAMES = {"json": "JSON", "toml": "TOML", "yaml": "YAML"}


def explain(document: Document, block: FrontMatter) -> Iterator[Violation]:
    """Yield every reason why the block cannot be read as its author meant it."""
    conflicts = tuple(_conflicts(block))
    if conflicts:
        yield from conflicts
        return
    kinds = {problem.kind for problem in block.problems}
    for problem in block.problems:
        if "unclosed" not in kinds or problem.kind == "unclosed":
            yield _EXPLAINED[problem.kind](document, block, problem)


def _conflicts(block: FrontMatter) -> Iterator[Violation]:
    for mark in _CONFLICT.finditer(block.text):
        yield Violation(
            Span(*mark.span()).shifted(block.content.start),
            f"“{mark.group()[:7]}” was left by a merge in the front matter: keep one of the two "
            "versions and remove the marks",
        )


def _unclosed(document: Document, block: FrontMatter, problem: Problem) -> Violation:
    fence = document[problem.span]
    closing = "}" if fence == "{" else fence
    message = (
        f"The front matter opens with “{fence}” and never ends: close it with a line “{closing}”, "
        "or the whole page is taken for metadata"
    )
    before = "" if document.text[: block.content.end].endswith("\n") else document.newline
    edit = Edit.insertion(block.content.end, f"{before}{closing}{document.newline}")
    return Violation(problem.span, message, Fix.suggestion(f"Add “{closing}” here", edit))


def _characters(document: Document, _: FrontMatter, problem: Problem) -> Violation:
    code = ord(document[problem.span])
    what = "an invisible control character" if code < 0xA0 else "a character that is not text"
    return Violation(
        problem.span,
        f"The front matter holds {what} (U+{code:04X}), so YAML refuses all of it: remove it, or "
        "write the letter that should stand here",
    )


def _limit(_: Document, block: FrontMatter, problem: Problem) -> Violation:
    return Violation(block.opening, problem.message)


def _repeated(document: Document, _: FrontMatter, problem: Problem) -> Violation:
    first = problem.related or problem.span
    key = document[problem.span].strip("\"'")
    return Violation(
        problem.span,
        f"“{key}” stands twice: first on line {document.position(first.start).line}. Some "
        "generators take the last one, others refuse the page; keep one",
        _without_copy(document, first, problem.span),
    )


def _without_copy(document: Document, first: Span, second: Span) -> Fix | None:
    """Return the fix that removes a line which says the same as an earlier one."""
    lines = document.lines
    number = lines.line_at(second.start)
    line = lines.span(number)
    earlier = lines.span(lines.line_at(first.start))
    same = document[line] == document[earlier] and line.start == second.start
    if not same or not _stands_alone(document, number):
        return None
    end = lines.starts[number] if number < len(lines) else len(document.text)
    return Fix.safe("Remove the repeated line", Edit.deletion(Span(line.start, end)))


def _stands_alone(document: Document, number: int) -> bool:
    """Whether a line holds a plain value and nothing on the next line belongs to it."""
    value = document[document.lines.span(number)].partition(":")[2].strip()
    if not value or not value[0].isalnum() or number >= len(document.lines):
        return False
    return document.text[document.lines.starts[number]] not in " \t\r\n-#"


def _syntax(document: Document, block: FrontMatter, problem: Problem) -> Violation:
    lines = problem.related or block.content
    known = damaged(document, lines, problem.span.start) if block.kind == "yaml" else None
    return known or _unknown(document, block, problem)


def _unknown(document: Document, block: FrontMatter, problem: Problem) -> Violation:
    span = problem.span if document[problem.span].strip() else _line_before(document, problem.span)
    detail = problem.message[:1].lower() + problem.message[1:]
    name = _NAMES[block.kind]
    return Violation(span, f"The front matter cannot be read as {name} from here on: {detail}")


def _line_before(document: Document, span: Span) -> Span:
    """Return the last line on which something stands, up to a place."""
    end = len(document.text[: span.start].rstrip())
    return document.lines.span(document.lines.line_at(max(0, end - 1)))


_EXPLAINED: dict[str, Callable[[Document, FrontMatter, Problem], Violation]] = {
    "unclosed": _unclosed,
    "characters": _characters,
    "limit": _limit,
    "duplicate-key": _repeated,
    "syntax": _syntax,
    "shape": _syntax,
}
