"""Where we and markdownlint differ on purpose, each with its reason.

A difference names a class: by the text of a line, by what stands round it, by what a page
configures. Only where a page is about one thing alone does it name the page. The report counts what
each excuses, and says which excuses nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch

from suite import Finding, Page


def _anywhere(page: Page, finding: Finding) -> bool:
    del page, finding
    return True


@dataclass(frozen=True)
class Difference:
    """Where we differ on purpose, and why.

    ``more`` is True for findings that we have and markdownlint does not, False for those that it
    has and we do not. ``rules`` are markdownlint's, ``pages`` a pattern of file names, ``lines``
    their numbers (none: all), ``text`` a pattern that the line holds, ``where`` what else has to be
    so.
    """

    rules: tuple[str, ...]
    reason: str
    more: bool = False
    pages: str = "*"
    lines: tuple[int, ...] = ()
    text: str = ""
    where: Callable[[Page, Finding], bool] = _anywhere

    def excuses(self, page: Page, finding: Finding, *, more: bool) -> bool:
        """Whether a finding that only one side has is meant to be so."""
        return (
            more == self.more
            and finding.rule in self.rules
            and fnmatch(page.name, self.pages)
            and (not self.lines or finding.line in self.lines)
            and re.search(self.text, page.line(finding.line)) is not None
            and self.where(page, finding)
        )


# What has to be so round a finding.

_Where = Callable[[Page, Finding], bool]


def _configures(*names: str) -> _Where:
    """Where the page sets one of these options of the rule."""
    return lambda page, finding: not page.settings.get(finding.rule, {}).keys().isdisjoint(names)


def _beside(text: str, *steps: int) -> _Where:
    """Where a line so many below it (above: less than 0) holds a pattern."""
    return lambda page, finding: any(
        re.search(text, page.line(finding.line + step)) for step in steps
    )


def _in_paragraph(text: str) -> _Where:
    """Where a match of a pattern, in the lines up to blank ones, reaches over its line."""
    search = re.compile(text)

    def holds(page: Page, finding: Finding) -> bool:
        first = last = finding.line
        while page.line(first - 1).strip():
            first -= 1
        while page.line(last + 1).strip():
            last += 1
        whole = "\n".join(map(page.line, range(first, last + 1)))
        return any(
            whole.count("\n", 0, one.start())
            <= finding.line - first
            <= whole.count("\n", 0, one.end())
            for one in search.finditer(whole)
        )

    return holds


def _defines(form: str) -> _Where:
    """Where the page itself has what its link leads to, written in that form."""

    def holds(page: Page, finding: Finding) -> bool:
        link = re.search(r"\(#([^)\s]+)", page.line(finding.line))
        return link is not None and form.format(link[1]) in page.text

    return holds


def _of_one_gap(page: Page, finding: Finding) -> bool:
    """Where another finding that is expected is about the same gap."""
    lines = range(finding.line - 1, finding.line + 3)
    others = {one.line for one in page.expected if one.rule == finding.rule} - {finding.line}
    return any(
        other in lines
        and all(page.line(one).strip() for one in range(*sorted((other, finding.line))))
        for other in others
    )


def _first_heading(page: Page, finding: Finding) -> bool:
    """Where no heading stands above."""
    above = (page.line(number) for number in range(1, finding.line))
    return not any(re.match(r"#{1,6}\s|=+\s*$", line) for line in above)


def _no_title_first(page: Page, finding: Finding) -> bool:
    """Where the page does not begin with a heading of the first level."""
    del finding
    words = re.sub(r"<!--.*?-->", "", page.text, flags=re.DOTALL).lstrip()
    return re.match(r"# |[^\n]+\n=", words) is None


_LINES = _configures("lines_above", "lines_below")

DIFFERENCES: tuple[Difference, ...] = (
    Difference(
        ("MD001",),
        "The first heading may have any level: a layout puts the title above it.",
        where=_first_heading,
    ),
    Difference(
        ("MD011",),
        "Brackets that hold no address are no target: “(see above)[sic]” is no link.",
        text=r"\)\[(?!https?://|www\.|mailto:|\.{0,2}/|#[a-z])",
    ),
    Difference(("MD018",), "One “#” and one word are a tag.", text=r"^#\w+$"),
    Difference(("MD020",), "Signs behind a backslash are meant to be seen.", text=r"\\#+\s*$"),
    Difference(
        ("MD022",),
        "One blank line divides: we have no option for another number of them, or for none.",
        where=_LINES,
    ),
    Difference(
        ("MD022",),
        "One blank line divides: we have no option for another number of them, or for none.",
        more=True,
        where=_LINES,
    ),
    Difference(
        ("MD022", "MD032"),
        "A gap between two blocks is one gap: it is found once, not for both of them.",
        where=_of_one_gap,
    ),
    Difference(
        ("MD024",),
        "“&#XA9;” and “&#xA9;” are the same character, so the headings read the same.",
        more=True,
        text="&#X",
    ),
    Difference(("MD025",), "A heading in a quote is one of another text.", text=r"^\s*>"),
    Difference(
        ("MD025",),
        "MD025 judges pages that begin with a heading of the first level; we judge all.",
        more=True,
        where=_no_title_first,
    ),
    Difference(
        ("MD028",),
        "Several blank lines between two quotes are one place.",
        text=r"^\s*$",
        where=_beside(r"^\s*$", -1),
    ),
    Difference(
        ("MD031",),
        "A block that begins on the line of its item has the item before it above: a blank line "
        "would go between the items. The line that ends the block above is found.",
        text=r"^[\s>]*(?:[-*+]|\d+[.)])\s+(?:```|~~~)",
    ),
    Difference(
        ("MD031", "MD040"),
        "The last line of the block is indented less than its item, which cuts it: to CommonMark "
        "another block begins there, to its author none does, and unclosed-fence says so.",
        pages="lists-with-fenced-code.md",
        where=_beside(r"^  ```$", 0, 1),
    ),
    Difference(
        ("MD032",),
        "An item without words and text right below: the text was meant to be in the item, and a "
        "blank line would not put it there.",
        text=r"^\s*(?:[-*+]|\d+[.)])\s*$",
    ),
    Difference(
        ("MD036",),
        "A line that begins with a comment is HTML to CommonMark, and nothing on it is bold.",
        text=r"^<!--",
    ),
    Difference(
        ("MD037",),
        "One word between single asterisks with blanks on all sides: “width * height * depth”.",
        text=r"(?<=[^\s*] )\* [^\s*]+ \*|>\* [^\s*]+ \*",
    ),
    Difference(
        ("MD037",),
        "Underscores with blanks on all sides are gaps to be filled in.",
        text=r"(?<!\S)(_{1,3}) [^_]+ \1(?!\S)",
    ),
    Difference(
        ("MD037",),
        "Marks glued to the same side of two words are names in code, or refer to notes.",
        text=r"(?<!\S)_\w[^_]* _\w|\w\*[\s][^*]*\w\*(?!\S)",
    ),
    Difference(
        ("MD037",),
        "Braces or digits stand between the marks, here those of the suite’s own marker: what "
        "looks like code may be some.",
        where=_in_paragraph(r"\*{1,2}[^*]*\{MD037\}[^*]*\*{1,2}"),
    ),
    Difference(
        ("MD037",),
        "A paragraph of the page begins with the same marks, as notes do: others may refer to it.",
        pages="spaces_inside_emphasis_markers.md",
        text=r"\* \w+ \w+ \*|^\*\* \*",
    ),
    Difference(
        ("MD037",),
        "Readers see these marks, although the page expects no finding.",
        more=True,
        text=r"possible MD037|internal spaces are not detected",
    ),
    Difference(("MD039",), "A link without words is a finding of empty-link.", text=r"\[\s+\]\("),
    Difference(
        ("MD042",),
        "A link without words is found too, not only one without an address.",
        more=True,
        text=r"\[\s*\][(\[]",
    ),
    Difference(
        ("MD051",), "Links written in HTML are looked at as well.", more=True, text="<a href"
    ),
    Difference(
        ("MD051", "MD059"),
        "“$$” with blank lines in between, and “$ … $” with blanks inside, are text to the sites "
        "that set formulas.",
        more=True,
        pages="texmath-content.md",
    ),
    Difference(
        ("MD051",),
        "A “name” is a place too: on an <a> that has an id besides, and on components.",
        where=_defines('name="{}"'),
    ),
    Difference(
        ("MD051",),
        "“{#…}” names a place on many sites, on paragraphs and with capitals, too.",
        where=_defines("{{#{}"),
    ),
    Difference(
        ("MD051",),
        "“#top” leads up in capitals too (HTML, “Scrolling to a fragment”).",
        text=r"(?i)\(#top\)",
    ),
    Difference(("MD052",), "A note without a target is found by missing-footnote.", text=r"\[\^"),
    Difference(
        ("MD053",), "A note that nothing leads to is found by missing-footnote.", text=r"^\[\^"
    ),
    Difference(("MD053",), "“[//]: <>” is a way to write a comment.", text=r"^\[//\]: <>"),
    Difference(
        ("MD058",),
        "A line “:::” divides blocks as a blank one does.",
        where=_beside(r"^:::", -1, 1),
    ),
)
