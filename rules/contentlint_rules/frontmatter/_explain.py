"""Says in a writer's words why front matter cannot be read."""

from collections.abc import Callable, Iterator

from contentlint import Document, Edit, Fix, FrontMatter, Problem, Span, Violation, pattern
from contentlint_rules.frontmatter import _damage, _json_damage, _toml_damage

_CONFLICT = pattern(r"(?:\A|(?<=[\r\n]))(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)[^\r\n]*+")
_OTHER_FENCE = pattern(
    r"[\r\n](?P<fence>[ \t]*+(?:-{2,}|[–—]+-?|\+{2,}|\*{3}|={3,}|~{3})[ \t]*+)(?=[\r\n]|\Z)"
)
_AFTER_KEY = pattern(r"[^:=]*[:=]")
# What libyaml, tomllib and json say, and what it means to somebody who writes pages.
_WORDS = (
    (
        "did not find expected key",
        "this line belongs neither to the list or text above nor to a key",
    ),
    ("did not find expected '-' indicator", "this line should be an item of the list above"),
    ("did not find expected ',' or", "a list or a quote above is not closed"),
    ("did not find expected node content", "no value can begin with this character: quote it"),
    ("block sequence entries are not allowed", "no item of a list can stand here"),
    ("mapping values are not allowed", "the value holds a colon: quote it"),
    ("found undefined alias", "it refers to a value that is named nowhere"),
    ("found duplicate anchor", "a name for a value is given twice"),
    ("could not find expected ':'", "a colon is missing"),
    ("cannot start any token", "no value can begin with this character: quote it"),
    ("undefined tag handle", "“!” begins the name of a type, and this one is not known"),
    ("unexpected end of stream", "a quote is never closed"),
    ("Unclosed array", "a list is not closed"),
    ("Unclosed inline table", "a table is not closed"),
    ("Cannot declare", "this table stands twice"),
    ("Expected ']' at the end of a table", "the name of a table is not closed with “]”"),
    ("Illegal character", "a character stands here that TOML does not allow"),
    ("Expecting ',' delimiter", "a comma or a closing bracket is missing"),
    ("Extra data", "more follows behind the closing bracket"),
)
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


def odd(document: Document, block: FrontMatter) -> Iterator[Violation]:
    """Yield what can be read here, and not by the generators."""
    yield from _unknown_types(block)
    if document.site.generator == "Hugo":
        yield from _same_but_for_capitals(document, block)


def _same_but_for_capitals(document: Document, block: FrontMatter) -> Iterator[Violation]:
    """Yield top-level keys that Hugo takes for one, as it makes all their letters small."""
    if len({key.lower() for key in block.data}) == len(block.data):
        return
    firsts: dict[str, Span] = {}
    for entry in block.entries:
        first = (
            firsts.setdefault(entry.key.lower(), entry.key_span) if len(entry.path) == 1 else None
        )
        if first and first != entry.key_span:
            line = document.position(first.start).line
            yield Violation(
                entry.key_span,
                f"“{entry.key}” and “{document[first]}” on line {line} are one key to Hugo, which "
                "makes all letters small: keep one",
            )


def _unknown_types(block: FrontMatter) -> Iterator[Violation]:
    """Yield values that name a type (``!important``) which readers of YAML do not know."""
    if "!" not in block.text or block.kind != "yaml":
        return
    for entry in block.entries:
        if entry.tag.startswith(("!", "python/")):
            name = entry.tag if entry.tag[0] == "!" else f"!!{entry.tag}"
            yield Violation(
                entry.value_span if len(entry.value_span) else entry.key_span,
                f"“{name}” before the value of “{entry.key}” names a type that generators do not "
                "know, so they refuse the page: remove it, or put all of it in quotes",
            )


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
    other = _other_fence(document, block)
    if other:
        message = (
            f"The front matter opens with “{fence}” and “{document[other]}” does not end it: write "
            f"“{closing}” there, at the start of the line"
        )
        fix = Fix.unsafe(f"Write “{closing}”", Edit.replacement(other, closing))
        return Violation(other, message, fix)
    message = (
        f"The front matter opens with “{fence}” and never ends: close it with a line “{closing}”, "
        "or the whole page is taken for metadata"
    )
    before = "" if document.text[: block.content.end].endswith("\n") else document.newline
    edit = Edit.insertion(block.content.end, f"{before}{closing}{document.newline}")
    return Violation(problem.span, message, Fix.suggestion(f"Add “{closing}” here", edit))


def _other_fence(document: Document, block: FrontMatter) -> Span | None:
    """Return the line that was to be the closing fence: indented, too long, or of another kind."""
    fence = _OTHER_FENCE.search(document.text, block.content.start - 1, block.content.end + 80)
    return Span(*fence.span("fence")) if fence and block.kind != "json" else None


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


def _repeated(document: Document, block: FrontMatter, problem: Problem) -> Violation:
    first = problem.related or problem.span
    key = document[problem.span].strip("\"'")
    others = {
        "yaml": "Some generators take the last one, others refuse the page",
        "toml": "TOML allows it once only, so the page is refused",
        "json": "The last one counts",
    }
    return Violation(
        problem.span,
        f"“{key}” stands twice: first on line {document.position(first.start).line}. "
        f"{others[block.kind]}; keep one",
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
    line = document[document.lines.span(number)]
    value = _AFTER_KEY.sub("", line).strip()
    if not value or not value[0].isalnum() or number >= len(document.lines):
        return False
    return document.text[document.lines.starts[number]] not in " \t\r\n-#"


def _syntax(document: Document, block: FrontMatter, problem: Problem) -> Violation:
    lines, at = problem.related or block.content, problem.span.start
    if block.kind == "yaml":
        known = _damage.damaged(document, lines, at)
    elif block.kind == "toml":
        known = _toml_damage.damaged(document, lines)
    else:
        known = _json_damage.damaged(document, block, at)
    return known or _unknown(document, block, problem)


def _unknown(document: Document, block: FrontMatter, problem: Problem) -> Violation:
    span = problem.span
    if block.kind == "toml" or not document[span].strip():
        span = _line_before(document, Span.at(span.end))
    name = _NAMES[block.kind]
    return Violation(
        span, f"The front matter cannot be read as {name} from here on{_reason(problem.message)}"
    )


def _reason(message: str) -> str:
    """Return what a parser says in words that a writer knows; nothing where there are none."""
    known = (words for part, words in _WORDS if part in message)
    return next((f": {words}" for words in known), "")


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
