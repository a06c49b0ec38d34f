"""A safe fix is made only if the page stays what it should be.

The page is read before and after by others than contentlint's own readers: mistune for the
Markdown; for the metadata python-frontmatter, which finds the fences, and a reader that shares no
parser with ours. So a fault of ours cannot hide a bad fix.
What a rule may change it declares (``Part``); everything else has to stay equal, and no word and
no address may appear that the source did not hold.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from contentlint.document import Document
from contentlint.fix import Edit, Fix, apply
from contentlint.frontmatter import FrontMatter
from contentlint.frontmatter.second import members
from contentlint.frontmatter.second import read as read_again
from contentlint.patterns import pattern
from contentlint.rule import Part
from contentlint.span import Span, merged, touches

# mistune takes quadratic time on hostile emphasis (64 KB of it: 77 s) and on brackets: beyond
# these counts, far above any real page's, a fix counts as not provable.
_MOST_MARKS = 2_000
_MOST_BRACKETS = 10_000
_LONGEST = 400_000
_LONGEST_METADATA = 65_536
_LOCAL = frozenset({"syntax", "shape", "duplicate-key"})
_NEW_KEY = pattern(r"""(?:,\s*+"[^\r\n]++|["'\w][^\r\n=:]*+[=:][^\r\n]*+(?:\r\n|\r|\n))\Z""")
# Chinese and Japanese put no blanks between words, so there each character counts as one.
_WORD = pattern(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W\u3040-\u30ff\u3400-\u9fff]+"
)
# Characters without a width: a word in which one stood is the same word without it.
_UNSEEN = pattern("[\xad\u200b-\u200f\u2060-\u2064\ufeff\U000e0000-\U000e007f]|&#8203;")


TANGLED = "the page is too large or too tangled to prove the fix harmless"


@dataclass(frozen=True, slots=True)
class _Page:
    """What a second reader sees in a piece of Markdown, part by part."""

    structure: tuple[str, ...]
    code: tuple[str, ...]
    html: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    emphasis: tuple[str, ...]
    text: str


def objection(document: Document, fix: Fix, allowed: Part, *, invents: bool = False) -> str | None:
    """Return why a fix must not be made, in words; None when it is proved harmless.

    ``allowed`` is what the rule may change. ``invents`` lets the text hold words that the source
    did not: a repair of the encoding writes every damaged word anew.
    """
    after = apply(document.text, fix.edits)
    return _metadata_objection(document, after, fix, allowed) or _body_objection(
        document, fix, allowed, invents=invents
    )


def _metadata_objection(document: Document, after: str, fix: Fix, allowed: Part) -> str | None:
    block = document.front_matter
    edits = [edit for edit in fix.edits if block and edit.span.start < block.span.end]
    if block is None or not edits:
        return None
    before, then = _metadata(document.text), _metadata(after)
    if then is None:
        return "the front matter could not be read afterwards"
    if Part.METADATA not in allowed:
        return None if before == then else "it would change the front matter"
    lines = [edit for edit in edits if _is_new_key(block.page, edit)]
    touched = _touched(block, [edit for edit in edits if edit not in lines])
    if before is None:
        return _moved(_sound(block), then.first, touched)
    return (
        _moved(before.first, then.first, touched)
        or _moved(before.second, then.second, touched)
        or _counted(before.first, then.first, len(lines))
    )


@dataclass(frozen=True, slots=True)
class _Metadata:
    """What two readers see in the front matter, by the keys of its top level."""

    first: dict[str, str]
    second: dict[str, Any]


@lru_cache(maxsize=2)
def _metadata(text: str) -> _Metadata | None:
    """Return what both readers see; None where one of them cannot read it, or sees other keys."""
    block = Document("page.md", text).front_matter
    if block is None or block.problems or len(block.text) > _LONGEST_METADATA:
        return None
    first, second = _read_first(block), _READ_AGAIN[block.kind](block)
    same = second is not None and first.keys() == second.keys()
    return _Metadata(first, second) if second is not None and same else None


def _read_first(block: FrontMatter) -> dict[str, str]:
    if block.kind == "toml":
        return {key: repr(value) for key, value in block.data.items()}
    return {entry.key: repr(entry.value) for entry in block.entries if len(entry.path) == 1}


def _read_yaml_again(block: FrontMatter) -> dict[str, Any] | None:
    """Let python-frontmatter find the fences; it takes “...” for none, and no lone CR for a break.

    Between them it would read through libyaml, as contentlint does.
    """
    from frontmatter.default_handlers import YAMLHandler

    if not block.entries:
        return {}
    end = block.closing.start if block.closing else block.content.end
    text = f"{block.page[:end]}---{block.page[end + 3 :]}"
    try:
        found, _ = YAMLHandler().split(text.replace("\r\n", "\n").replace("\r", "\n"))
    except ValueError:
        return None
    return members(read_again(found))


def _read_json_again(block: FrontMatter) -> dict[str, Any] | None:
    """JSON is YAML too, so that a reader of YAML can judge the one of JSON."""
    end = block.closing.end if block.closing else block.content.end
    return members(read_again(block.page[:end]))


def _read_toml_again(block: FrontMatter) -> dict[str, Any]:
    """Return what the scanner, which knows nothing of tomllib, sees in the place of each value."""
    seen: dict[str, Any] = {}
    for entry in block.entries:
        spans = (entry.key_span, entry.value_span)
        words = [block.page[span.start : span.end] for span in spans]
        seen.setdefault(str(entry.path[0]), []).append((entry.path, *words))
    return seen


_READ_AGAIN: dict[str, Callable[[FrontMatter], dict[str, Any] | None]] = {
    "yaml": _read_yaml_again,
    "toml": _read_toml_again,
    "json": _read_json_again,
}


def _is_new_key(page: str, edit: Edit) -> bool:
    """Whether an edit does nothing but put a key between two others."""
    inside = edit.content.startswith(",") or page[edit.span.start - 1] in "\r\n"
    return not len(edit.span) and inside and _NEW_KEY.match(edit.content) is not None


def _touched(block: FrontMatter, edits: Iterable[Edit]) -> set[str]:
    """Return the keys of the top level with whose lines the edits have to do."""
    held = [entry for entry in block.entries if len(entry.path) == 1 or block.kind == "toml"]
    starts = [entry.key_span.start for entry in held]
    ends = [*starts[1:], block.content.end]
    touched: set[str] = set()
    for edit in edits:
        # What is put in between two keys may belong to either.
        at, end, between = edit.span.start, edit.span.end, not len(edit.span)
        first = bisect_left(ends, at) if between else bisect_right(ends, at)
        last = bisect_right(starts, end) if between else bisect_left(starts, end)
        touched.update(str(entry.path[0]) for entry in held[first:last])
    return touched


def _sound(block: FrontMatter) -> dict[str, str]:
    """Return the keys of a damaged block that can be read all the same."""
    if block.kind != "yaml" or any(problem.kind not in _LOCAL for problem in block.problems):
        return {}
    damaged = [problem.related or problem.span for problem in block.problems]
    return {
        entry.key: repr(entry.value)
        for entry in block.entries
        if len(entry.path) == 1 and not any(span.covers(entry.key_span) for span in damaged)
    }


def _moved(before: dict[str, Any], then: dict[str, Any], touched: set[str]) -> str | None:
    """Return an objection when a key that is not touched is another one now."""
    other = (key for key in before.keys() - touched if then.get(key) != before[key])
    key = next(other, None)
    return None if key is None else f"it would change “{key}”, another field of the front matter"


def _counted(before: Sized, then: Sized, lines: int) -> str | None:
    """Return an objection unless keys are only renamed, or each new line adds one."""
    fits = 0 <= len(then) - len(before) <= lines
    return None if fits else "it would add or remove a field of the front matter"


def _body_objection(document: Document, fix: Fix, allowed: Part, *, invents: bool) -> str | None:
    edits = [edit for edit in fix.edits if edit.span.end > document.body.start]
    if not edits:
        return None
    if Part.LINKS not in allowed and _in_definition(document, edits):
        return "it would change a link that it should not touch"
    touched = touched_by(document, edits)
    then = _excerpt(document, touched, edits)
    source = document[touched]
    if _too_much(source) or _too_much(then):
        return TANGLED
    before, now = _read(source), _read(then)
    return _difference(before, now, allowed) or (
        None if invents else _invention(source, before, now)
    )


def _in_definition(document: Document, edits: Sequence[Edit]) -> bool:
    """Whether an edit is in a reference definition: alone, it shows nothing to compare."""
    definitions = merged(one.span for one in document.definitions)
    return any(touches(definitions, edit.span) for edit in edits)


def _excerpt(document: Document, touched: Span, edits: list[Edit]) -> str:
    inside = (
        Edit(Span(max(e.span.start, touched.start), e.span.end).shifted(-touched.start), e.content)
        for e in edits
    )
    return apply(document[touched], inside)


def _too_much(text: str) -> bool:
    return (
        len(text) > _LONGEST
        or text.count("*") + text.count("_") > _MOST_MARKS
        or text.count("[") + text.count("<") + text.count("`") > _MOST_BRACKETS
    )


def touched_by(document: Document, edits: Sequence[Edit]) -> Span:
    """Return the span of the blocks that the edits touch, from blank line to blank line.

    A list, a quote or a fence may run on across blank lines, so the parser's outermost
    blocks widen it; a definition, which is in none of them, is read whole.
    """
    first = min(edit.span.start for edit in edits)
    last = max(edit.span.end for edit in edits)
    start = max(first, document.body.start)
    blocks = (*document.markdown.outermost, *(one.span for one in document.definitions))
    hit = [span for span in blocks if span.start <= last and start <= span.end]
    low = min([start, *(span.start for span in hit)])
    high = max([last, *(span.end for span in hit)])
    return Span(max(low, document.body.start), min(high, len(document.text)))


def _read(text: str) -> _Page:
    import mistune

    parse = mistune.create_markdown(
        renderer=None, plugins=["strikethrough", "table", "task_lists", "footnotes", "math"]
    )
    tokens, _ = parse.parse(text.replace("\r\n", "\n"))
    found = list(_parts(tokens if isinstance(tokens, list) else []))
    return _Page(
        structure=tuple(value for part, value in found if part == "structure"),
        code=tuple(value for part, value in found if part == "code"),
        html=tuple(value for part, value in found if part == "html"),
        links=tuple(value for part, value in found if part == "links"),
        emphasis=tuple(value for part, value in found if part == "emphasis"),
        text="".join(value for part, value in found if part == "text"),
    )


_CODE = frozenset({"codespan", "block_code", "inline_math", "block_math"})
_HTML = frozenset({"block_html", "inline_html"})
_INLINE = frozenset({"text", "strikethrough", "blank_line", "footnote_ref"})


_EDGED = frozenset({"link", "image", "emphasis", "strong", "strikethrough"})


def _parts(tokens: list[Any]) -> Iterator[tuple[str, Any]]:
    """Yield what each token of mistune says, as a pair of part and value."""
    for token in tokens:
        kind, attrs = token["type"], token.get("attrs") or {}
        if kind in _CODE:
            yield "code", token.get("raw", "")
        elif kind in _HTML:
            yield "html", token.get("raw", "")
        elif kind in {"link", "image"}:
            yield "links", (attrs.get("url", ""), attrs.get("title") or "")
        elif kind in {"emphasis", "strong"}:
            yield "emphasis", kind
        elif kind in {"linebreak", "softbreak"}:
            yield "text", " "
        elif kind not in _INLINE:
            yield "structure", f"{kind} {attrs.get('level', '')}{attrs.get('ordered', '')}"
            yield "text", " "
        if kind == "text":
            yield "text", token.get("raw", "")
        # In the source marks stand here, so no word runs on across the edges.
        edge = [("text", " ")] if kind in _EDGED else []
        yield from [*edge, *_parts(token.get("children") or []), *edge]


_PARTS = (
    (Part.STRUCTURE, "structure", "headings, paragraphs, lists or tables"),
    (Part.CODE, "code", "code"),
    (Part.HTML, "html", "HTML"),
    (Part.LINKS, "links", "a link"),
    (Part.EMPHASIS, "emphasis", "what is bold or italic"),
)


def _difference(before: _Page, after: _Page, allowed: Part) -> str | None:
    for part, name, words in _PARTS:
        if part not in allowed and getattr(before, name) != getattr(after, name):
            return f"it would change {words} that it should not touch"
    if Part.TEXT not in allowed and _visible(before, allowed) != _visible(after, allowed):
        return "it would change words that a reader sees"
    return None


def _visible(page: _Page, allowed: Part) -> str:
    """Return the words of a page, without blanks, and without marks where those may go."""
    text = re.sub(r"\s+", "", page.text)
    return re.sub(r"[*_]+", "", text) if Part.EMPHASIS in allowed else text


def _invention(source: str, before: _Page, after: _Page) -> str | None:
    """Return an objection when a word or an address appears that the source did not hold."""
    seen = _UNSEEN.sub("", source)
    known = {*_WORD.findall(source), *_WORD.findall(before.text), *_WORD.findall(seen)}
    new = next((word for word in _WORD.findall(after.text) if word not in known), None)
    if new is not None and new not in source and new not in seen:
        return f"it would write a word that was not there: “{new}”"
    return None
