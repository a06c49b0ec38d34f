"""Keys and values by lines alone: what can still be known of a block that no parser takes."""

import re
from collections.abc import Iterator

from contentlint.frontmatter.entry import MAX_VALUES, Entry
from contentlint.patterns import pattern
from contentlint.span import Span

_LINE = pattern(
    r"""(?:\A|(?<=[\r\n]))["']?(?P<key>[\w.@$/-]{1,100})["']?[ \t]{0,8}(?:=|:(?=\s|\Z))
    [ \t]*+(?P<value>[^\r\n]*+)""",
    re.VERBOSE,
)


def entries(text: str, base: int) -> Iterator[Entry]:
    """Yield the lines ``key: value`` or ``key = value`` that are not indented."""
    for count, line in enumerate(_LINE.finditer(text)):
        if count == MAX_VALUES:
            return
        key, value = Span(*line.span("key")), line["value"].strip().rstrip(",")
        start = line.start("value") + len(line["value"]) - len(line["value"].lstrip())
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        yield Entry(
            line["key"],
            (line["key"],),
            key.shifted(base),
            Span(start, start + len(value)).shifted(base),
            value[1:-1] if quoted else value,
            "str",
            {'"': "double", "'": "single"}[value[0]] if quoted else "plain",
        )
