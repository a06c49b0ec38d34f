"""Rule front-matter-dialect."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Part, Rule, Violation, pattern
from contentlint import FrontMatter as Block
from contentlint_rules.frontmatter._cut import cut, escaped, swallowed, unmerged
from contentlint_rules.frontmatter._dates import dates
from contentlint_rules.frontmatter._numbers import numbers
from contentlint_rules.frontmatter._readings import Check, Value
from contentlint_rules.frontmatter._switches import switches
from contentlint_rules.frontmatter._template import MARKS, metadata_of

# What some parser could read otherwise than it looks. The patterns begin with fixed characters,
# which are found fast: they run over every page.
_DAY = (
    r"\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)"
    r"|(?:0[13578]|1[02])-31)"
)
_CLOCK = r"(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[ ]?[-+]\d\d:?\d\d)?"
_WORD = r"[yYnNoO][eEoOnNfF][sSfF]?[ \t\r]*+[\n\#]"
_QUOTED = r"""["'](?:[tT]rue|TRUE|[fF]alse|FALSE|[yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF)["']"""
_NOT_A_DAY = rf"""(?!["']?{_DAY}(?:[T ]{_CLOCK})?["']?[ \t\r]*(?:\#.{{0,200}})?\n)["'\w]"""
_VALUE = pattern(
    rf""":[ ][ ]*+(?:{_WORD}|{_QUOTED}
    | [-+]?(?:0(?:\d\d|[89xXoObB])|\d{{16}}|\d++(?:[:eE,_]\d|\.\d*+(?<=0)[ \t\r]*+[\n\#])|[.+]\d)
    | (?:(?<=id:[ ])|(?<=lug:[ ])|(?<=ode:[ ])|(?<=tle:[ ]))0\d
    | (?<=tle:[ ])\d[\d.:-]*+[ \t\r]*+\n
    | \#[0-9a-fA-F]{{3,8}}[ \t\r]*+\n
    | (?:(?<=[dD]ate:[ ])|(?<=[dD]ate":[ ])|(?<=mod:[ ])|(?<=hed:[ ])|(?<=ied:[ ])
        |(?<=[^n]ted:[ ])|(?<=[A_]t:[ ])){_NOT_A_DAY}
)""",
    re.VERBOSE,
)
_ITEM = pattern(rf"-[ ](?:{_WORD}|[-+]?(?:\d++[:eE,_]\d|0\d|\d{{16}}))", re.VERBOSE)
_COMMENT = pattern(
    r"""\n[ ]*+(?:-[ ]++)?+(?:[^\s:#][^\n:]*+:[ ]++)?+(?!["'|>#])[^\n]*?[ \t]#[^\s#!]"""
)
_INLINE = pattern(r"[\[,][ ]?[yYnNoO][eEoOnNfF][sSfF]?[ ]?[,\]]")
_LIST = pattern(r"""\n[\w-]++:[ ][^\s#>|&*!'"\[{][^\n]*+\n[ ]++-[ ]""")
_TOML = pattern(rf"=[ ](?:{_QUOTED}|(?:(?<=ate[ ]=[ ])|(?<=mod[ ]=[ ])){_NOT_A_DAY})", re.VERBOSE)

_MOST_READ = 60_000
"""Characters that are read again to prove fixes; what is found beyond them has none."""


class FrontMatterDialect(Rule):
    """The site's parser reads the front matter as its author wrote it.

    YAML has many readers, and they disagree. To Hugo `draft: yes` is text, so the page is
    published. To Jekyll `time: 12:30` is the number 750. To tools of JavaScript the 30th of
    February is a day in March, and all of them take ` #1` at the end of a title for a comment.
    Nothing says so; the page is just wrong. The rule knows which parser a generator uses, and names
    what it will read. Where the generator is not known, it only tells what all of them misread.

    A fix puts a value in quotes where it can only be text, or writes a date as all generators read
    it: that is safe. Where another value could be meant as well (`true` for `yes`, or a comment
    behind a number sign), the fix has to be asked for.
    """

    name: ClassVar[str] = "front-matter-dialect"
    family: ClassVar[str] = "metadata"
    changes: ClassVar[Part] = Part.METADATA
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ntitle: Rye\ndraft: ⟦yes⟧\n---\n",
            good="---\ntitle: Rye\ndraft: true\n---\n",
            path="content/rye.md",
            files={"hugo.toml": ""},
            fixed=False,
            why="Hugo, since 0.152, reads `yes` as text, and publishes the page.",
        ),
        Example(
            bad="---\ntitle: Rye\nopens: ⟦12:30⟧\n---\n",
            good='---\ntitle: Rye\nopens: "12:30"\n---\n',
            path="_posts/2025-01-31-rye.md",
            files={"_config.yml": ""},
            why="Jekyll reads a number of base sixty: 750.",
        ),
        Example(
            bad="---\ntitle: Bread in C# ⟦#1⟧\n---\n",
            good='---\ntitle: "Bread in C# #1"\n---\n',
            fixed=False,
            why="To every parser the title ends at “C#”.",
        ),
        Example(
            bad="---\ndate: ⟦2025-02-30⟧\n---\n",
            good="---\ndate: 2025-02-28\n---\n",
            path="src/content/rye.md",
            files={"astro.config.mjs": ""},
            fixed=False,
            why="Astro shows the second of March.",
        ),
        Example(
            bad="---\ndate: ⟦2025-1-31⟧\n---\n",
            good="---\ndate: 2025-01-31\n---\n",
            path="content/rye.md",
            files={"hugo.toml": ""},
            why="Hugo stops at a date without its zeros.",
        ),
        Example(good="---\ndraft: True\ntime: 12:30\nnote: yes\nversion: '1.10'\n---\n"),
        Example(good="---\ntitle: C# # a comment\ncolor: '#fff'\ndate: 2024-02-29\n---\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield values that are read as something else than they look like."""
        block = metadata_of(document)
        if block is None or block.closing is None or not _suspicious(block):
            return
        found = 0
        for entry in block.entries:
            value = Value(document, block, entry, fixable=found * len(block.text) < _MOST_READ)
            for violation in _first(value):
                found += 1
                yield violation


def _first(value: Value) -> list[Violation]:
    """Return what the first check finds that finds anything; nothing in what a program fills in."""
    if any(mark in value.written for mark in MARKS):
        return []
    return next(filter(None, (list(check(value)) for check in _CHECKS)), [])


def _suspicious(block: Block) -> bool:
    """Whether anything in a block could be read otherwise than it looks; most have nothing."""
    text = f"\n{block.text}\n"
    if block.kind == "toml":
        return _TOML.search(text) is not None
    if "\\" in text or "<<:" in text or _VALUE.search(text):
        return True
    if " #" in text and _COMMENT.search(text):
        return True
    if ("- " in text and _ITEM.search(text)) or ("[" in text and _INLINE.search(text)):
        return True
    return ("\n  - " in text or "\n    - " in text) and _LIST.search(text) is not None


_CHECKS: tuple[Check, ...] = (dates, switches, numbers, cut, escaped, swallowed, unmerged)
