"""What a sentence says of its source, and what the source was seen to say of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from contentlint.span import Span

if TYPE_CHECKING:
    from contentlint.citations.bibliography import Reference


class Kind(StrEnum):
    """What of a sentence is looked for at the source."""

    NUMBER = "number"
    QUOTATION = "quotation"
    TITLE = "title"
    AUTHOR = "author"
    YEAR = "year"
    WORK = "work"
    """Title and authors: the identifier is that of another work."""
    VENUE = "venue"
    """The journal, the book or the conference that a work appeared in."""


class Support(StrEnum):
    """How a source stands to what is said of it. None of them says that anything is false."""

    SUPPORTED = "supported"
    """It stands there."""
    NEAR = "near"
    """Something stands there that differs by a slip: a digit, a comma, a word."""
    ELSEWHERE = "elsewhere"
    """It stands there, in a sentence that shares no word with what is said."""
    ABSENT = "absent"
    """It does not stand there, and all of the page was read."""
    UNKNOWN = "unknown"
    """It could not be found out."""


class Match(NamedTuple):
    """What came of looking for one thing in a text.

    ``found`` is what the text has in its place, ``quote`` the sentence where, or the one that is
    most like it: see ``Evidence``.
    """

    support: Support
    found: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing in a sentence that its source should say: ``written`` as the page has it.

    ``sure`` is False for a date of what the page tells round a link: it may be the page's own.
    """

    kind: Kind
    written: str
    span: Span
    sure: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence and one source that it names.

    ``span`` is that of the sentence, ``citation`` that of what names the source: a link, a number
    in brackets, a footnote's mark. ``words`` is the sentence as a reader sees it, without marks and
    citations; facts have their places in the page. ``url`` is the source's address as the page has
    it. ``named`` is what the page says of the source itself: its entry in the list of sources or
    the words of its link. Claims of one span share their facts: each stands at one of the sources.
    ``loose`` says that the sentence may speak of something else than this source: its link stands
    on a mere name, or the source is named further off.
    """

    span: Span
    citation: Span
    words: str
    url: str
    facts: tuple[Fact, ...] = ()
    named: str = ""
    loose: bool = False
    entry: str = ""
    """What a list of sources says of this one, as it is written; empty where that is not plain."""
    work: "Reference | None" = field(default=None, hash=False)
    """The work of a bibliography that the page cites here for the first time."""

    @property
    def describes(self) -> bool:
        """Whether it tells what its source is, as a reference does."""
        return bool(self.entry or self.work)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found of one fact at its source.

    ``found`` is what the source has in its place: “1.7 %”; ``quote`` its sentence, cut to 300 code
    points; ``why`` says in words why nothing is known, where that is so. ``by`` is the DOI whose
    record says so, and not the source itself.
    """

    kind: Kind
    written: str
    support: Support
    found: str = ""
    quote: str = ""
    why: str = ""
    by: str = ""
