"""Text of which YAML takes a part away: after a number sign, a backslash, on the next line."""

from collections.abc import Iterator

from contentlint import Edit, Fix, Span, Violation, pattern
from contentlint_rules.frontmatter._readings import Value, shortened
from contentlint_rules.frontmatter._well_known import is_text

_COMMENT = pattern(r"[ \t]+#[^\s#!][^\r\n]*")
_COLOUR = pattern(r"[ \t]*#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})[ \t\r]*")
_NOTE = pattern(r"[ \t]+#(?i:todo|fixme|xxx|note|tbd|nolint|noqa|markdownlint|cspell|yamllint)\b")
_PATH = pattern(r"(?<![\w\\])[A-Za-z]:(?:\\[\w.-]+)+")
_FORMULA = pattern(
    r"(?<!\\)\\(?:times|theta|tau|text|tan|top|to|beta|begin|bar|big|binom|boldsymbol|bf|nu|nabla|"
    r"neq|ne|neg|not|frac|forall|rho|right|rightarrow|vec|varphi|vee|approx|alpha|angle|epsilon|"
    r"eta|equiv|exists|ell)(?![a-z])"
)
_ITEM = pattern(r"\n[ \t]+-[ \t]+\S")


def cut(value: Value) -> Iterator[Violation]:
    """Yield text that ends at a number sign, which YAML takes for a comment."""
    if value.block.kind != "yaml" or value.entry.style != "plain":
        return
    rest = value.rest
    after = value.document[rest]
    if value.entry.tag == "null" and not len(value.entry.value_span):
        if _COLOUR.fullmatch(after):
            message = f"{value.name} is empty: YAML takes {after.strip()} for a comment, so put it "
            yield Violation(_trimmed(value, rest), message + "in quotes", _with(value, rest, ""))
    elif is_text(value) and _COMMENT.fullmatch(after) and not _NOTE.match(after):
        message = (
            f"{value.name} ends at “{shortened(value.text)}”: YAML takes the rest of the line for "
            "a comment, so put all of it in quotes if it is text"
        )
        yield Violation(_trimmed(value, rest), message, _with(value, rest, value.written))


def _trimmed(value: Value, rest: Span) -> Span:
    after = value.document[rest]
    blank = len(after) - len(after.lstrip())
    return Span(rest.start + blank, rest.start + len(after.rstrip()))


def _with(value: Value, rest: Span, before: str) -> Fix | None:
    """Return the fix that makes one text of a value and what stands behind it."""
    after = value.document[rest].rstrip()
    whole = (before + after).strip()
    edit = value.edit(whole, "double")
    if edit is None:
        return None
    gone = Edit.deletion(Span(rest.start, rest.start + len(after)))
    return Fix.unsafe("Put all of it in quotes", edit, gone)


def escaped(value: Value) -> Iterator[Violation]:
    """Yield backslashes that YAML takes for the start of a special character."""
    if value.block.kind != "yaml" or value.entry.style != "double":
        return
    found = _PATH.search(value.written) or _FORMULA.search(value.written)
    if found and "\n" not in value.written:
        inside = value.written[1:-1]
        edit = value.edit(inside, "single")
        fix = Fix.unsafe("Use single quotes", edit) if edit and '\\"' not in inside else None
        yield Violation(
            Span(*found.span()).shifted(value.entry.value_span.start),
            f"{found.group()} loses its backslash, or more: between double quotes YAML takes it "
            "for a special character, so use single quotes",
            fix,
        )


def swallowed(value: Value) -> Iterator[Violation]:
    """Yield a list that became part of the text above it."""
    if value.plain and len(value.entry.value_span) and _ITEM.search(value.written):
        message = (
            f"{value.name} has text on its own line and a list below, which YAML joins into one "
            "text: move the text into the list"
        )
        yield Violation(value.entry.value_span, message)


def unmerged(value: Value) -> Iterator[Violation]:
    """Yield a merge that the parser does not make: the keys are missing."""
    if value.entry.key == "<<" and value.generator == "Nuxt":
        message = "Nuxt takes << for a key like any other: the keys that it should bring in are "
        yield Violation(value.entry.key_span, message + "missing, so write them out")
