"""The rule `image-alt`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Span, Violation, pattern
from contentlint_rules.links._html import attributes, images, shown
from contentlint_rules.links._words import IMAGE_WORDS, plain

_IMAGE = pattern(r"!\[([^\[\]]{0,150})\](?=[\[(])")
_FILE = pattern(
    r"\s*(?:(?:IMG|DSC[NF]?|PXL|MVIMG|GOPR|DCIM)[-_]?\d{3,}\w{0,20}"
    r"|[^\s\"“(]{1,120}\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)"
    r"|(?:screen ?shot|bildschirmfoto|capture d[’']écran|pasted image|image)[^\n]{1,80}"
    r"\.(?:png|jpe?g|gif|webp))\s*",
    re.IGNORECASE,
)
_NUMBERED = pattern(r"[\d_\W]*(?:\b(?:at|um|à|am|pm|a|p|m)\b[\d_\W]*){0,4}\Z", re.IGNORECASE)
_ADVICE = "say what it shows, for readers who cannot see it"


@dataclass(frozen=True, kw_only=True)
class ImageAlt(Rule):
    """Every image has a text that says what it shows.

    Readers who cannot see an image hear that text in its place, and so does everybody while it is
    missing. “![](mill.png)” is silent to them; “![IMG_2031.JPG](mill.png)” or “![image](mill.png)”
    says nothing of what is there.

    In HTML, `alt=""` says that an image is mere decoration, and is left alone. There is no fix:
    only the author knows what the image is there for.
    """

    name: ClassVar = "image-alt"
    family: ClassVar = "links"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended", "seo")
    triggers: ClassVar = ("![", "<img", "<IMG")
    examples: ClassVar = (
        Example(
            bad="⟦![](mill.png)⟧ and ⟦![IMG_2031.JPG](dam.png)⟧\n",
            good="![The mill at dawn](mill.png) and ![The dam is open](dam.png)\n",
            fixed=False,
        ),
        Example(
            bad='⟦<img src="mill.png">⟧\n',
            good='<img src="mill.png" alt="The mill at dawn">\n',
            fixed=False,
        ),
        Example(good='<img src="line.png" alt=""> is decoration, ![A mill](mill.png) is not.\n'),
        Example(good="`![](mill.png)` is how an image without words is written.\n"),
    )

    names: Annotated[bool, Help("Flag names of files and words such as “image” as well.")] = True

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield images without words, or with words that say nothing."""
        found = [
            (one, said)
            for one in _IMAGE.finditer(document.text, document.body.start)
            if (said := self._missing(one[1]))
        ]
        yield from _in_markdown(document, found)
        yield from self._in_html(document)

    def _in_html(self, document: Document) -> Iterator[Violation]:
        told = {span: self._of_tag(document[span]) for span in images(document)}
        for span in shown(document, [span for span in told if told[span]]):
            said, level = told[span] or ("", Severity.INFO)
            yield Violation(span, said, None, level)

    def _missing(self, words: str) -> str | None:
        """Return what to say of the words of an image; None where they are fine."""
        if not words.strip():
            return f"This image has no text between “[]”; {_ADVICE}"
        if self.names:
            return _empty_words(words)
        return None

    def _of_tag(self, tag: str) -> tuple[str, Severity] | None:
        """Return what to say of an image in HTML, and how much it matters."""
        found = attributes(tag)
        if found is None or _is_hidden(found) or "aria-label" in found:
            return None
        if "alt" not in found:
            return f"This image has no “alt”; {_ADVICE}", Severity.WARNING
        alt = found["alt"]
        if alt is None:
            said = '“alt” has no value; write alt="" if the image is decoration, or ' + _ADVICE
            return said, Severity.INFO
        name = _empty_words(alt) if self.names and alt.strip() else None
        return (name, Severity.WARNING) if name else None


def _in_markdown(
    document: Document, found: list[tuple["re.Match[str]", str]]
) -> Iterator[Violation]:
    ends = {image.span.start: image.span.end for image in document.images} if found else {}
    for one, said in found:
        if one.start() in ends:
            yield Violation(Span(one.start(), ends[one.start()]), said)


def _is_hidden(found: dict[str, str | None]) -> bool:
    """Whether an image is kept from those who listen to a page."""
    style = (found.get("style") or "").replace(" ", "")
    return (
        (found.get("aria-hidden") or "").casefold() == "true"
        or found.get("role") in {"presentation", "none"}
        or "hidden" in found
        or "display:none" in style
        or found.get("width") in {"0", "1"}
    )


def _empty_words(words: str) -> str | None:
    """Return what to say where the words are a file's name, or the same for any image."""
    if _FILE.fullmatch(words):
        return f"“{words.strip()}” is the name of a file; {_ADVICE}"
    if len(words) < 60 and plain(_without_number(words)) in IMAGE_WORDS:
        return f"“{words.strip()}” could be any image; {_ADVICE}"
    return None


_LETTERS = pattern(r"[\W_]*((?:[^\W\d_]|['’ ])+)")


def _without_number(words: str) -> str:
    """Return “image” for “image-3” and for “image 2024-02-03 at 10.11.12”."""
    letters = _LETTERS.match(words)
    if letters and _NUMBERED.match(words, letters.end()):
        return letters[1].removesuffix(" at")
    return words
