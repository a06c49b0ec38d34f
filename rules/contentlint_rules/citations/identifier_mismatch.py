"""The rule `identifier-mismatch`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Span, Violation, pattern

_LINK = pattern(
    r"\[[^\[\]\n]{0,200}?(10\.\d{4,9}/[^\s\[\]\n]{1,200}|arXiv:[ ]?\d{4}\.\d{4,5}(?:v\d+)?)"
    r"[^\[\]\n]{0,100}\]\(<?https?://((?:dx\.)?doi\.org/10\.\d{4,9}/[^\s()<>]{1,200}"
    r"(?:\([^\s()<>]{0,60}\)[^\s()<>]{0,60}){0,3}|arxiv\.org/(?:abs|pdf)/\d{4}\.\d{4,5}(?:v\d+)?)"
)
_START = pattern(r"(?:dx\.)?doi\.org/|arxiv\.org/(?:abs|pdf)/|arXiv: ?")
_VERSION = pattern(r"v\d+\Z")
_END = ".,;:*_`)"


class IdentifierMismatch(Rule):
    """The DOI or arXiv number that a link shows is the one that it leads to.

    A link that shows one number and leads to another sends those who click and those who copy to
    two different works, and one of them is not the source. It happens when an entry of a list of
    sources is copied and only half of it is changed.

    There is no fix: only who has read the source knows which of the two it is.
    """

    name: ClassVar = "identifier-mismatch"
    family: ClassVar = "citations"
    triggers: ClassVar = ("doi.org/", "arxiv.org/")
    examples: ClassVar = (
        Example(
            bad="[doi:10.1000/182](https://doi.org/⟦10.1000/183⟧)\n",
            good="[doi:10.1000/182](https://doi.org/10.1000/182)\n",
            fixed=False,
        ),
        Example(
            bad="[arXiv:2312.01234](https://arxiv.org/abs/⟦2312.01243⟧)\n",
            good="[arXiv:2312.01234](https://arxiv.org/abs/2312.01234v2)\n",
            fixed=False,
        ),
        Example(
            good="[10.1000/ABC](https://doi.org/10.1000/abc), [10.1000/182](https://mill.org/)\n"
        ),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield addresses with another number than their link shows."""
        for link in _LINK.finditer(document.text, document.body.start):
            shown, led = _bare(link[1]), _bare(link[2])
            if _kind(shown) != _kind(led) or _same(shown, led):
                continue
            span = Span(link.end(2) - len(led), link.end(2))
            if not document.is_opaque(span):
                yield Violation(
                    span,
                    f"The link shows “{shown}” and leads to “{led}”: one of them is another work; "
                    "look up which is meant",
                )


def _bare(written: str) -> str:
    """Return a number less what names its kind, and less the signs of a sentence behind it."""
    return _START.sub("", written).rstrip(_END)


def _kind(number: str) -> bool:
    return number.startswith("10.")


def _same(shown: str, led: str) -> bool:
    """Whether two numbers are one: capitals do not count, nor does a version that one lacks."""
    one, other = (number.lower().replace("%2f", "/") for number in (shown, led))
    if one == other or _kind(shown):
        return one == other
    plain = _VERSION.sub("", one), _VERSION.sub("", other)
    return plain[0] == plain[1] and (one in plain or other in plain)
