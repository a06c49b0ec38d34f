"""The rule `assistant-link`."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Help,
    Part,
    Rule,
    Severity,
    Span,
    Violation,
)
from contentlint_rules.residue import addresses
from contentlint_rules.residue.code import CodeMap, may_be_prose
from contentlint_rules.residue.quotes import quoted


@dataclass(frozen=True, kw_only=True)
class AssistantLink(Rule):
    """Every address leads readers where it says, and not through an assistant.

    Assistants and the editors that hold them write addresses of their own: files that exist in
    one chat, “vscode-file://” and “cci:” for what is on the writer's own disk, a Google search in
    the place of a page, “utm_source=chatgpt.com” behind the address of a source. Readers end
    nowhere, or are counted as visitors from a chat; commands with “[address](address)” in them
    fail.

    The fix is safe where nothing is lost: a link that only an editor understands becomes its
    words, a search for an address that address, and the parameter goes, unless the address is
    signed. In code only “[address](address)” in a command is repaired. What leads to a file or a
    chat that others cannot open has at most an unsafe fix, which leaves the words without a link.
    """

    name: ClassVar = "assistant-link"
    family: ClassVar = "residue"
    triggers: ClassVar = addresses.TRIGGERS
    changes: ClassVar = Part.TEXT | Part.LINKS | Part.CODE | Part.HTML | Part.METADATA
    examples: ClassVar = (
        Example(
            bad="See [the mill](https://mill.test/?⟦utm_source=chatgpt.com⟧#hours) and "
            "[the dam](https://dam.test/?a=1&⟦utm_source=openai⟧&b=2).\n",
            good="See [the mill](https://mill.test/#hours) and "
            "[the dam](https://dam.test/?a=1&b=2).\n",
        ),
        Example(
            bad="See [the mill](⟦https://www.google.com/search?q=https%3A%2F%2Fmill.test%2Fhours⟧).\n",
            good="See [the mill](https://mill.test/hours).\n",
        ),
        Example(
            bad="See [the mill](⟦https://www.google.com/search?q=/mill/hours.md⟧).\n",
            good="See [the mill](/mill/hours.md).\n",
            fixed=False,
        ),
        Example(
            bad="```bash\ngit clone ⟦[https://mill.test/a.git](https://mill.test/a.git)⟧\n```\n",
            good="```bash\ngit clone https://mill.test/a.git\n```\n",
            why="A command that was copied with its link does not run.",
        ),
        Example(
            bad="Call ⟦[`grind`](vscode-file://vscode-app/Applications/Visual Studio Code.app/a)⟧ "
            "in ⟦[mill.py](http://_vscodecontentref_/1)⟧.\n",
            good="Call `grind` in mill.py.\n",
        ),
        Example(
            bad="See ⟦[mill.py](cci:7://file:///Users/ada/mill.py:0:0-0:0)⟧.\n",
            good="See mill.py.\n",
        ),
        Example(
            bad="Get ⟦[the plan](sandbox:/mnt/data/plan.pdf)⟧ or "
            "⟦[the map](computer:///mnt/user-data/outputs/map.png)⟧.\n",
            good="Get [the plan](/files/plan.pdf) or [the map](/files/map.png).\n",
            fixed=False,
            why="Nobody else can open a file of a chat.",
        ),
        Example(
            bad="See ⟦[this](https://vertexaisearch.cloud.google.com/grounding-api-redirect/AU)⟧.\n",
            good="See [this](https://mill.test/).\n",
            fixed=False,
        ),
        Example(
            bad="From ⟦https://chatgpt.com/c/67a1b2c3-0000-8000-9000-0123456789ab⟧.\n",
            good="From https://chatgpt.com/share/67a1b2c3-0000-8000-9000-0123456789ab.\n",
            fixed=False,
        ),
        Example(
            good="[https://mill.test](https://mill.test) is a link like any other; so is "
            "[a search](https://www.google.com/search?q=mills).\n",
        ),
        Example(
            good="Filter by utm_source=chatgpt.com, or link to "
            "https://mill.test/?utm_source=chatgpt&utm_medium=referral.\n",
            why="These are a writer's own words, and a campaign of one's own.",
        ),
        Example(
            good="Write:\n\n```markdown\n[https://mill.test](https://mill.test)\n```\n",
            why="An example of Markdown.",
        ),
    )

    tracking: Annotated[
        bool, Help("Whether addresses that tell which assistant they came from are flagged.")
    ] = True

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield addresses of assistants, by kind; none of them inside another."""
        code = CodeMap(document)
        found = list(_apart(self._found(document, code)))
        alone = all(code.holds(one.span) for one in found)
        for one in found:
            shown = one.level is Severity.WARNING and code.holds(one.span) and one.fix is None
            yield replace(one, level=Severity.INFO) if shown and alone else one

    def _found(self, document: Document, code: CodeMap) -> Iterator[Violation]:
        text = document.text
        for one in addresses.dead(text):
            yield _dead(text, one, code)
        yield from _copies(document, code)
        for search in addresses.searches(text):
            yield _search(search, code)
        if self.tracking:
            for parameter in addresses.tracking(text):
                yield _tracking(text, parameter, code)


def _apart(found: Iterable[Violation]) -> Iterator[Violation]:
    """Yield what does not overlap something that came before it."""
    taken: list[Span] = []
    for violation in found:
        at = bisect_right(taken, violation.span)
        if not any(violation.span.overlaps(span) for span in taken[max(0, at - 1) : at + 1]):
            taken.insert(at, violation.span)
            yield violation


def _mentioned(span: Span, message: str) -> Violation:
    """In code an address may be meant, if no other stands in the running text."""
    return Violation(span, message, None, Severity.WARNING)


def _dead(text: str, one: addresses.Dead, code: CodeMap) -> Violation:
    message = f"{quoted(text[one.span.start : one.span.end])} {one.kind.said}"
    span = one.link or one.span
    if code.holds(span) and not (one.kind.private and code.runs(span)):
        return _mentioned(span, message)
    if not (one.link and one.label):
        return Violation(span, message)
    made = Fix.safe if one.kind.private else Fix.unsafe
    return Violation(span, message, made("Leave the words alone", *_without(span, one.label)))


def _without(link: Span, words: Span) -> tuple[Edit, Edit]:
    before, after = Span(link.start, words.start), Span(words.end, link.end)
    return Edit.deletion(before), Edit.deletion(after)


def _search(search: addresses.Search, code: CodeMap) -> Violation:
    if not search.address:
        message = "This link searches Google for an address that is not whole: link to the page"
        return Violation(search.span, message)
    message = f"This link searches Google for {quoted(search.address)}, and does not lead there"
    if code.holds(search.span):
        return _mentioned(search.span, message)
    fix = Fix.safe("Link to the page", Edit.replacement(search.span, search.address))
    return Violation(search.span, message, fix)


def _tracking(text: str, parameter: addresses.Tracking, code: CodeMap) -> Violation:
    what = quoted(text[parameter.span.start : parameter.span.end])
    message = f"{what} counts this page's readers as visitors from an assistant"
    if code.holds(parameter.span):
        return _mentioned(parameter.span, message)
    if parameter.cut is None:
        message += "; the address is signed, so it has to be copied anew"
        return Violation(parameter.span, message, None, Severity.INFO)
    fix = Fix.safe("Remove the parameter", Edit.deletion(parameter.cut))
    return Violation(parameter.span, message, fix, Severity.WARNING)


def _copies(document: Document, code: CodeMap) -> Iterator[Violation]:
    """Yield links whose words are their own address: in code, and where “[” was escaped."""
    text = document.text
    for block in document.code:
        if not may_be_prose(block):
            for one in addresses.copied(text, block.content):
                yield _copied(text, one, code.runs(one.span))
    if "\\[http" in text:
        for one in addresses.copied(text, document.body):
            if text[one.span.start] == "\\" and not code.holds(one.span):
                yield _escaped(text, one)


def _escaped(text: str, one: addresses.Copied) -> Violation:
    words = quoted(text[one.words.start : one.words.end])
    message = f"{words} is written as a link that is none: readers see the brackets"
    fix = Fix.safe("Leave the address alone", *_without(one.span, one.words))
    return Violation(one.span, message, fix)


def _copied(text: str, one: addresses.Copied, certain: bool) -> Violation:
    words = quoted(text[one.words.start : one.words.end])
    if not certain:
        message = f"In code {words} is written as a link: meant, as an example of Markdown?"
        return Violation(one.span, message, None, Severity.INFO)
    message = f"In code {words} is written as a link, so that it does not work when it is copied"
    fix = Fix.safe("Leave the address alone", *_without(one.span, one.words))
    return Violation(one.span, message, fix)
