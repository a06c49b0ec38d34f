"""Where a link may be malformed: one search of the raw text, and the words round a place."""

import re
from dataclasses import dataclass
from functools import cached_property

from contentlint import Document, Span, pattern

_MISSPELT = r"(?:h{2,3}t+p+s?|ht{3,4}ps?|htt?p{2,3}s?|http?s{2,3}|htps?|ttps?|hptts?|httsp?)://"
TYPO = (
    r"(?i:https?//(?=[\w-])|https?:/(?=[\w-])|https?:///+(?=\w)|https?[;.]//(?=\w)"
    r"|https?:\\\\(?=\w)|(?:https?:?//)+(?=https?://)|" + _MISSPELT + ")"
)
_STILL_TO_DO = (
    r"(?i:url|link|todo|tbd|xxx|#(?:todo|url|link|tbd)|https?://"
    r"|(?:https?://(?:www\.)?(?:example\.(?:com|org)/)?)?(?:(?:add|insert|your|paste)[-_ ]?"
    r"(?:a[-_]|your[-_]|the[-_])?(?:link|url)s?(?:[-_]here)?"
    r"|(?:link|url)[-_](?:goes[-_])?here)/?)"
)
# Every pattern begins with a literal, so that its search leaps; what follows is only looked at, so
# that places may stand side by side. Ordinary targets are passed over before the rest is tried.
_ORDINARY = (
    r"(?:https?://(?!https?:|example\.|[Yy]our|[Aa]dd|[Ii]nsert|[Pp]aste|[Ll]ink|[Uu]rl)"
    r"|/|\.\.?/|(?=(?!https?\.?//)\w[\w-]*[./#]))\w[\w./?=&#%~+-]*\)"
)
_TARGETS = pattern(
    r"\]\((?!" + _ORDINARY + r")(?:(?P<placeholder>(?=" + _STILL_TO_DO + r"\)))"
    r"|(?P<nested>(?=\[))"
    r"|(?P<empty>(?=[ \t]*(?:<>)?[ \t]*\)))"
    r"|(?P<angle>(?=<[^>\n]*(?:\n|\Z)))"
    r"|(?P<marked>(?=[ \t]*(?:[*`\"“”'‘’(]|__?[hw])))"
    r"|(?P<scheme>(?=<?" + TYPO + r"))"
    r"|(?P<spaces>(?=[^()\s<>\"'{]+[ \t]+[^\s\"'(=)]))"
    r"|(?P<unclosed>(?=https?://[^\s()]+(?:\([^\s()]*\))?[ \t]*\r?(?:\n|\Z))))"
)
_PATTERNS = (
    _TARGETS,
    re.compile(
        r"\](?:(?P<apart>)[ \t]{1,2}\((?:https?:|www\.|mailto:|\.{0,2}/)"
        r"|(?P<definition>):[ \t]+<?" + TYPO + ")"
    ),
    re.compile(
        r"\)\[(?P<reversed>)(?:https?://|www\.|mailto:|\.{0,2}/|#[a-z]|[\w-]{1,80}\.(?:mdx?|html?|pdf)[\]#])"
    ),
    re.compile(r"\(http(?P<glued>)(?<=[^\s\]\[()]\(http)s?://[^\s()]+\)(?!\])"),
)
TRIGGERS = ("](", "] ", "]\t", "]:", ")[", "(http")
_LONGEST_LABEL = 300


@dataclass(frozen=True)
class Reading:
    """How the links of a page were read, by the offsets that a place knows."""

    document: Document

    @cached_property
    def inline(self) -> frozenset[int]:
        """Where the label of a link ends whose target follows in parentheses."""
        text = self.document.text
        return frozenset(
            text.index("](", link.content.end)
            for link in (*self.document.links, *self.document.images)
            if link.kind == "inline" and "](" in text[link.content.end : link.span.end]
        )

    @cached_property
    def ends(self) -> frozenset[int]:
        """Where links end that are more than a bare address."""
        links = (*self.document.links, *self.document.images)
        return frozenset(link.span.end for link in links if link.kind != "bare")

    @cached_property
    def starts(self) -> dict[int, tuple[Span, int]]:
        """What stands between the brackets of each inline link, and its end, by its start."""
        return {
            link.span.start: (link.content, link.span.end)
            for link in self.document.links
            if link.kind == "inline"
        }


@dataclass(frozen=True)
class Place:
    """A bracket at which a link may be malformed; ``kind`` names the shape."""

    reading: Reading
    at: int
    kind: str

    @property
    def document(self) -> Document:
        """The page."""
        return self.reading.document

    @cached_property
    def start(self) -> int | None:
        """Where the link starts, with the “!” of an image; None where no bracket opens it."""
        opening = opening_of(self.document.text, self.at, "[]")
        if opening is not None and opening and self.document.text[opening - 1] == "!":
            return opening - 1
        return opening

    @cached_property
    def label(self) -> str:
        """What stands between the brackets."""
        start = self.at if self.start is None else self.start
        return self.document.text[start : self.at].removeprefix("!").removeprefix("[")

    @cached_property
    def before(self) -> str:
        """The character in front of the link, a line break at the start of the text."""
        return self.document.text[(self.start or 0) - 1 : self.start] or "\n"

    @property
    def is_link(self) -> bool:
        """Whether the parenthesis that follows was read as the target of a link."""
        return self.at in self.reading.inline

    @property
    def is_reference(self) -> bool:
        """Whether the brackets alone were read as a link, by a definition."""
        return self.at + 1 in self.reading.ends

    def to(self, end: int) -> Span:
        """From the start of the link to an offset."""
        return Span(self.at if self.start is None else self.start, end)

    @property
    def is_label(self) -> bool:
        """Whether the brackets hold what a link may be named, no tick box and no footnote."""
        label = self.label.strip()
        return label not in {"x", "X"} and label[:1] != "^" and any(map(str.isalnum, label))


def opening_of(text: str, at: int, pair: str) -> int | None:
    """Return where the bracket is opened that closes at an offset, in the same paragraph."""
    depth = 0
    for index in range(at, max(at - _LONGEST_LABEL, 0) - 1, -1):
        char = text[index]
        if char == "\n" and not text[max(index - 1, 0) : index].strip("\r\n"):
            return None
        if char in pair and text[index - 1 : index] != "\\":
            depth += 1 if char == pair[1] else -1
            if depth == 0:
                return index
    return None


def places(document: Document) -> list[Place]:
    """Return the places of the body that are worth a closer look, in order."""
    text, start, reading = document.text, document.body.start, Reading(document)
    found = (
        (match.start(), match.lastgroup or "")
        for pattern in _PATTERNS
        for match in pattern.finditer(text, start)
    )
    return [Place(reading, at, kind) for at, kind in sorted(found)]
