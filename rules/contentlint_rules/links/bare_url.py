"""The rule `bare-url`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Edit, Example, Fix, Help, Rule, Severity, Span, Violation, pattern
from contentlint_rules.links._bare import link_to, outer, touches, written

# An address, with nothing before it that says it is a target, a value or part of a name.
_MAYBE = pattern(
    r"://(?<=[hH][tT][tT][pP]://)(?<!\]\(http://)(?<![\"'`<=\w/]http://)"
    r"|://(?<=[hH][tT][tT][pP][sS]://)(?<!\]\(https://)(?<!\]: https://)(?<![\"'`<=\w/]https://)"
    r"|\[\^[^\[\]\n]{1,60}\]:[ \t]{1,4}[hH][tT][tT][pP]"
    r"|www\.(?<![\"'<=\w./(@]www\.)\w"
)
_MAIL = pattern(
    r"@(?<=[A-Za-z0-9_+-]@)[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){0,8}\.[A-Za-z]{2,24}\b"
    r"(?![\w-]|\.\w|[:/@][\w~/.])"
)
_NAME = pattern(r"(?<![\w/])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}\Z")
_FILES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".git", ".js", ".css")
_ELEMENT = pattern(r"<(/?)([A-Za-z][\w-]*)")
_REST = pattern(r"[^\s<|]{0,200}")
_QUOTES = frozenset("\"'=")
_FAR = 2_000


@dataclass(frozen=True, kw_only=True)
class BareUrl(Rule):
    """Every address in the text is written so that it is a link on all sites.

    Some sites make a link of “https://mill.test/” as it stands in the text, others show it as
    letters that cannot be clicked. In “<https://mill.test/>” or “[the mill](https://mill.test/)”
    it is a link everywhere. Addresses that should not be links belong in code.

    The fix puts the address in “<>”; it is unsafe, since the address may stand there as an example.
    """

    name: ClassVar = "bare-url"
    family: ClassVar = "links"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("strict",)
    triggers: ClassVar = ("://", "www.", "@")
    yields_to: ClassVar = ("swallowed-punctuation", "malformed-link")
    examples: ClassVar = (
        Example(
            bad="See ⟦https://mill.test/hours⟧, or write to ⟦miller@mill.test⟧.\n",
            good="See <https://mill.test/hours>, or write to <miller@mill.test>.\n",
            fixed=False,
        ),
        Example(
            bad="See ⟦www.mill.test⟧.\n",
            good="See [the mill](https://www.mill.test).\n",
            fixed=False,
        ),
        Example(good="[a](https://mill.test/), <https://mill.test/> and `https://mill.test/`\n"),
        Example(good="Write <miller@mill.test>; clone git@mill.test:a/b.git or load a@2x.png.\n"),
    )

    mail: Annotated[bool, Help("Flag addresses for e-mail as well.")] = True

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield addresses that stand in the text without any signs."""
        text, start = document.text, document.body.start
        found: list[Span] = []
        if _MAYBE.search(text, start):
            found += [link.span for link in document.links if link.kind == "bare"]
        if self.mail and "@" in text:
            found += _mails(document)
        if not found:
            return
        links, elements = written(document), _elements(document)
        for span in sorted(found):
            hidden = document.is_opaque(span) or touches(links, span) or touches(elements, span)
            if not (
                hidden or _is_label(text, span) or text[span.start - 1 : span.start] in _QUOTES
            ):
                yield _bare(document, span)


def _mails(document: Document) -> Iterator[Span]:
    text = document.text
    for match in _MAIL.finditer(text, document.body.start):
        name = _NAME.search(text, max(match.start() - 64, 0), match.start())
        if name and name[0] != "git" and not match[0].lower().endswith(_FILES):
            yield Span(name.start(), match.end())


def _is_label(text: str, span: Span) -> bool:
    """Whether brackets round an address might make it the label of a definition."""
    return text[span.start - 1 : span.start] == "[" and "]" in text[span.start : span.end + 1]


def _bare(document: Document, span: Span) -> Violation:
    address = document[span]
    mail = "://" not in address and "@" in address
    what = "address for e-mail" if mail else "address"
    message = f"Some sites do not make a link of this {what}; put it in “<>”"
    target = link_to(document, address) if mail or "://" in address else None
    if target is None or not _stands_alone(document, span) or (mail and target[0] != "<"):
        return Violation(span, message)
    return Violation(span, message, Fix.unsafe(f"Write {target}", Edit.replacement(span, target)))


def _stands_alone(document: Document, span: Span) -> bool:
    """Whether nothing follows that may belong to the address, and no half of a link is round it."""
    rest = _REST.match(document.text, span.end)
    before = document.text[max(span.start - 2, 0) : span.start]
    return before != "](" and not (rest and rest[0].strip("?!.,:;*_~'\")]}»”’"))


def _elements(document: Document) -> list[Span]:
    """Return what stands between tags inside a line, as in “<code>…</code>”, in order."""
    opened: dict[str, list[int]] = {}
    found: list[Span] = []
    for tag in document.html:
        match = None if tag.block else _ELEMENT.match(document.text, tag.span.start)
        if match and not match[1]:
            opened.setdefault(match[2].lower(), []).append(tag.span.start)
        elif match and (starts := opened.get(match[2].lower())):
            span = Span(starts.pop(), tag.span.end)
            if len(span) <= _FAR and "\n\n" not in document[span]:
                found.append(span)
    return outer(found)
