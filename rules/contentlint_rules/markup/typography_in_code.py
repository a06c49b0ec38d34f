"""The rule `typography-in-code`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Span, Violation, pattern
from contentlint_rules.markup._plain_signs import DOUBLE, QUOTES, in_code

_ENTITY = r"&#822[01];|&#8243;|&[lr]dquo;"
_SIGN = rf"[{QUOTES}]|{_ENTITY}"
# Each begins with a plain sign, so that the search leaps from one to the next.
_ATTRIBUTE = pattern(rf"=(?<=[\w-]=)(?:{_SIGN})")
_QUOTED = pattern(rf"\](?:\(|:[ \t])[^()\n{QUOTES}]{{0,800}}+[{QUOTES}]")
_QUOTED_TARGET = pattern(rf"\]\([ ]?([{QUOTES}])([^\s()<>{QUOTES}]{{1,300}})([{QUOTES}])\)")
_TITLE = pattern(
    rf"\](?:\(<?|:[ \t]{{1,4}}<?)([^\s()<>{QUOTES}]{{1,500}})>?[ \t]+(?P<open>[\"{DOUBLE}])"
    rf"(?P<title>[^\"{DOUBLE}\n]{{1,300}})(?P<close>[\"{DOUBLE}])(?=\)|[ \t]*\r?$)",
    re.MULTILINE,
)
_COMMENT = pattern(r"<!([—–]-?)(?=[ \w])([^\n<>]{0,300}?)(-?[—–]-?)>")
_TAG = pattern(
    rf"[ \t\r\n][\w:.@-]+(=)(?:(?P<open>{_SIGN})"
    rf"(?P<inner>(?:(?!=(?:{_SIGN}))[^\"<>{QUOTES}\n]){{0,500}}?)"
    rf"(?P<close>{_SIGN}|\")|\"[^\"<>]{{0,500}}\"|'[^'<>]{{0,500}}')"
)


class TypographyInCode(Rule):
    """What programs read, as code, attributes and targets of links, is written with plain signs.

    Word processors turn plain quotes into curly ones and two hyphens into a dash. In the text that
    is fine. A browser takes the curly quotes of `href=”…”` for a part of the address, a link with
    a curly title is no link, and a command with “–force” fails for those who copy it. Curly quotes
    inside plain ones, in comments, and in code of no known language are left alone.

    The fix is safe in tags, links and comments of HTML. In code it is only made with
    `--unsafe-fixes`.
    """

    name: ClassVar = "typography-in-code"
    family: ClassVar = "markup"
    triggers: ClassVar = (*QUOTES, "–", "—", "&#82", "&ldquo;", "&rdquo;")
    changes: ClassVar = Part.HTML | Part.LINKS | Part.TEXT | Part.STRUCTURE | Part.EMPHASIS
    examples: ClassVar = (
        Example(
            bad="The ⟦<a href=”https://mill.example”>⟧mill</a>.\n",
            good='The <a href="https://mill.example">mill</a>.\n',
        ),
        Example(
            bad="The [mill](⟦https://mill.example “Open daily”⟧) and the [dam](⟦“/dam”⟧).\n",
            good='The [mill](https://mill.example "Open daily") and the [dam](/dam).\n',
        ),
        Example(bad="The mill.\n\n⟦<!— more —>⟧\n", good="The mill.\n\n<!-- more -->\n"),
        Example(
            bad="```sh\nmill ⟦–grind⟧ ⟦“rye flour”⟧\n```\n\nOr `mill ⟦—stop⟧`.\n",
            good='```sh\nmill --grind "rye flour"\n```\n\nOr `mill --stop`.\n',
            fixed=False,
        ),
        Example(
            bad="```json\n{⟦“mill”⟧: ⟦“west”⟧}\n```\n",
            good='```json\n{"mill": "west"}\n```\n',
            fixed=False,
        ),
        Example(
            good='```js\nsay("the “old” mill"); // it’s “old” – very\n```\n\n'
            'He said `“old”`, “a = ‘b’” and <b title="the “mill”">so</b>.\n'
        ),
        Example(good='[a](/b "the “mill”") and [“c”](/d).\n\n[e]: /f "“g”"\n'),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield curly quotes and long dashes where only plain ones are read."""
        yield from in_code(document)
        yield from _attributes(document)
        yield from _links(document)
        yield from _comments(document)


def _attributes(document: Document) -> Iterator[Violation]:
    text, end = document.text, 0
    if not _ATTRIBUTE.search(text):
        return
    for match in _ATTRIBUTE.finditer(text, document.body.start):
        start = text.rfind("<", max(end, match.start() - 500), match.start())
        stop = text.find(">", match.end(), match.end() + 1_000) + 1
        if start < end or stop < 1 or ">" in text[start : match.start()]:
            continue
        tag = Span(start, stop)
        if text[start + 1 : start + 2].isalpha() and not document.is_code(tag):
            end = stop
            yield _attribute(document, tag)


def _attribute(document: Document, tag: Span) -> Violation:
    curly = [one for one in _TAG.finditer(document.text, tag.start, tag.end) if one["open"]]
    edits = [
        Edit.replacement(Span(*match.span(side)), '"')
        for match in curly
        for side in ("open", "close")
        if match[side] != '"'
    ]
    message = "Curly quotes in a tag: browsers take them for a part of the value; write plain ones"
    # Where one of them has no end, nobody knows where the next begins.
    whole = len(curly) == len(_ATTRIBUTE.findall(document.text, tag.start, tag.end))
    return Violation(tag, message, Fix.safe("Write plain quotes", *edits) if whole else None)


def _links(document: Document) -> Iterator[Violation]:
    text = document.text
    if not _QUOTED.search(text):
        return
    for match in _QUOTED_TARGET.finditer(text, document.body.start):
        span = Span(match.start() + 2, match.end() - 1)
        if not document.is_code(span):
            message = "Quotes round the target: this link leads nowhere; take them out"
            fix = Fix.safe("Take the quotes out", Edit.replacement(span, match[2]))
            yield Violation(span, message, fix)
    for match in _TITLE.finditer(text, document.body.start):
        span = Span(match.start(1), match.end("close"))
        if match["open"] + match["close"] != '""' and not document.is_code(span):
            yield _title(match, span)


def _title(match: re.Match[str], span: Span) -> Violation:
    message = "Curly quotes round the title: this is not read as a link; write plain ones"
    edits = (
        Edit.replacement(Span(*match.span(side)), '"')
        for side in ("open", "close")
        if match[side] != '"'
    )
    return Violation(span, message, Fix.safe("Write plain quotes", *edits))


def _comments(document: Document) -> Iterator[Violation]:
    found = _COMMENT.search(document.text)
    for match in _COMMENT.finditer(document.text, document.body.start) if found else ():
        span = Span(*match.span())
        if not document.is_code(span):
            message = "A comment begins with “<!--”: readers see this one, with its long dashes"
            edits = (
                Edit.replacement(Span(*match.span(1)), "--"),
                Edit.replacement(Span(*match.span(3)), "--"),
            )
            yield Violation(span, message, Fix.safe("Write “--”", *edits))
