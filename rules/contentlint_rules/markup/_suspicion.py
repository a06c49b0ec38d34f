"""A quick look at raw text: whether a mark of emphasis may have stayed literal."""

from contentlint import pattern

_WIDE = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_NO_LETTER = rf"(?<![^\W{_WIDE}]\*)(?<!\*\*)"
_NAMED = r"(?<=[^\W_])_(?=[^\W_])"  # an underscore inside a name
# Every branch begins with the mark itself, so that the search leaps from mark to mark.
_SHAPES = pattern(
    r"\*(?:\*\*"
    r"|(?<![*_\w\\]\*)(?![*_\s])(?:[^*_]{1,300}(?<=\S\s)\*(?![*\w/])"  # "*word * b"
    r"|[^*_\n]{1,300}[.?!:;]\*(?=\w))"  # "*word.*b"
    r"|(?:(?<=[^\s*/\\]\*)|(?<=[^\s/][ \t]\*))[ \t][^*]{1,120}"  # "a * word* b"
    r"(?:(?<=[^\s*])|(?<=[^\s*][ \t]))\*(?![*\w/])"
    rf"|{_NO_LETTER}\*[^*\s][^*\n]{{0,300}}(?<=\S)\*(?!\*)"  # "**word*"
    rf"|{_NO_LETTER}[^*\s][^*\n]{{0,300}}\*\*(?!\*))"  # "*word**"
    rf"|_(?:(?<![*_\w\\]_)(?!blank\b|[*_\s])(?:[^*_]|{_NAMED}){{1,300}}"
    r"(?:\s_(?![_a-zA-Z\d])|[.?!:;\"”)」』]_(?=\w))"  # "_word _ b"
    rf"|(?<![\w_]_)_{{0,2}}[ \t](?:[^_\n]|{_NAMED}){{1,300}}_{{1,3}}(?![\w_])"  # "a _ word_ b"
    rf"|(?<![\w_]_)_?[^\s_][^_\n]{{0,120}}__?(?=[{_WIDE}])"
    r"|(?<![\w_]_)_{1,2}[^_\n]{1,300}(?:\s__{1,2}(?!_)|[.?!:;]__(?=\w)|[^\s_]_(?![\w_]))"
    r"|(?<![\w_]_)[^\s_][^_\n]{0,300} [^_\n]{1,300}(?<=[^\s_])__(?![\w_]))"  # "_two words__"
)
# What begins another block of text, which no mark reaches across.
_BOUNDARY = pattern(r"\n[ \t>]*(?:\r?\n|[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])|\|")


def may_be_broken(text: str) -> bool:
    """Whether the text is worth a closer look; the answer comes in linear time."""
    bold = (part for part in text.split("\n\n") if "**" in part) if "**" in text else ()
    return any(map(_is_odd, bold)) or _SHAPES.search(text) is not None


def _is_odd(paragraph: str) -> bool:
    """Whether the marks of bold in a paragraph do not come in well-formed pairs."""
    parts = paragraph.split("**")
    return len(parts) % 2 == 0 or any(
        _is_loose(parts[at - 1], parts[at], parts[at + 1]) for at in range(1, len(parts), 2)
    )


def _is_loose(before: str, inner: str, after: str) -> bool:
    """Whether two marks with this between and round them could fail to pair."""
    if not inner or inner[0].isspace() or inner[-1].isspace() or _BOUNDARY.search(inner):
        return True
    opens = inner[0].isalnum() or not before[-1:].isalnum()
    return not (opens and (inner[-1].isalnum() or not after[:1].isalnum()))
