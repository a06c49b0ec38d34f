"""What depends on the parser of Markdown that a site uses: the one place that decides.

What is wrong everywhere is told of every page. What only some parsers do is told where the
parser is known; a parser that nobody named does nothing that others would not do.
"""

from contentlint import Document

_STRICT_LISTS = frozenset({"kramdown", "python-markdown"})
_STRICT_TABLES = frozenset({"kramdown", "kramdown-gfm", "python-markdown"})
_HEADLESS_TABLES = frozenset({"kramdown", "kramdown-gfm"})
_CODE_BEFORE_CELLS = frozenset({"kramdown", "kramdown-gfm", "python-markdown"})
_MDX = frozenset({".mdx"})


def parser(document: Document) -> str | None:
    """Return the name of the site's parser; None where it is not known."""
    return "micromark" if document.suffix in _MDX else document.site.parser or None


def lists_need_blank(document: Document) -> bool:
    """Whether a list has to have a blank line before it, whatever it begins with.

    What Jekyll has by default, kramdown with GitHub's habits, does not ask for one.
    """
    return parser(document) in _STRICT_LISTS


def tables_need_blank(document: Document) -> bool:
    """Whether a table has to have a blank line before it."""
    return parser(document) in _STRICT_TABLES


def tables_need_line(document: Document) -> bool:
    """Whether rows are no table without a line of dashes; to kramdown they are one."""
    return parser(document) not in _HEADLESS_TABLES


def bars_split_code(document: Document) -> bool | None:
    """Whether a “|” in code begins a new cell unless it is escaped; None: who knows."""
    known = parser(document)
    return known not in _CODE_BEFORE_CELLS if known else None
