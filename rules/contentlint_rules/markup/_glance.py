"""What is code, at a glance and without a parser: so that most pages need none."""

from collections.abc import Iterable, Iterator

from contentlint import pattern

SPAN_OF_CODE = pattern(r"``?(?<!```)(?!`)[^`\n]*+``?(?!`)")


def without_code(text: str) -> str:
    """Return the text less what is plainly code or a comment: at a glance, without a parser."""
    text = _without(text, _comments(text))
    if "`" not in text:
        return text
    return SPAN_OF_CODE.sub(" ", _without(text, fences(text)))


def _without(text: str, pieces: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in pieces:
        parts.append(text[at:start])
        at = end
    return "".join([*parts, text[at:]]) if parts else text


def _comments(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        at = text.find("-->", start + 2) + 3
        if at < 3:
            return
        yield start, at


def fences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where fenced code begins and ends, in lists and quotes too; those of “~” are few."""
    start = 0
    while (start := text.find("```", start)) >= 0:
        before = text[max(0, start - 40) : start].rpartition("\n")[2]
        if before.strip(" \t>-*+.0123456789"):
            start += 3
            continue
        end = text.find("```", start + 3)
        while end >= 0 and text[max(0, end - 40) : end].rpartition("\n")[2].strip(" \t>"):
            end = text.find("```", end + 3)
        if end < 0:
            return
        yield start, end + 3
        start = end + 3
