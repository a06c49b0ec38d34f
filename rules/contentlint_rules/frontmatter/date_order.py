"""Rule date-order."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from contentlint import Document, Entry, Example, FrontMatter, Rule, Severity, Violation, pattern
from contentlint_rules.dates import Moment, is_before, moment
from contentlint_rules.frontmatter._template import metadata_of

_BEGINS = (
    "date", "pubdate", "pubdatetime", "publishdate", "published", "publishedat", "published_at",
    "datepublished", "date_published", "created", "createdat", "created_at",
)  # fmt: skip
_CHANGES = (
    "lastmod", "last_modified_at", "lastmodified", "last_modified", "modified", "modified_at",
    "modifiedat", "modified_date", "datemodified", "date_modified", "moddatetime", "updated",
    "updated_at", "updatedat", "updateddate", "updated_date", "dateupdated", "lastupdated",
    "last_updated", "last_update",
)  # fmt: skip
_ENDS = ("expirydate", "unpublishdate", "expires", "expired", "expires_at")
_LATER = (*_CHANGES, *_ENDS)
_DAYS = pattern(
    r"(?m)^[\"']?([A-Za-z][\w-]{2,24})[\"']?[ \t]*[:=][ \t]*[\"']?([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
)


class DateOrder(Rule):
    """A page is changed after it was published, and it ends after that too.

    Sites show both dates, sort by them and tell them to search engines. A page that was “updated”
    before it was written makes readers doubt the rest; one that expires before its date is never
    shown at all. Dates of the same day are in order, and where only one of them says its time
    zone, so are those of two days that follow each other.

    There is no fix: which of both dates is right, only the author knows.
    """

    name: ClassVar[str] = "date-order"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    triggers: ClassVar[tuple[str, ...]] = ("astmod", "odif", "pdate", "xpir", "npublish", "odDate")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ndate: 2025-03-14\nlastmod: ⟦2024-03-20⟧\n---\n",
            good="---\ndate: 2025-03-14\nlastmod: 2025-03-20\n---\n",
            fixed=False,
        ),
        Example(
            bad="+++\npublishDate = 2025-03-14\nexpiryDate = ⟦2025-01-31⟧\n+++\n",
            good="+++\npublishDate = 2025-03-14\nexpiryDate = 2026-01-31\n+++\n",
            fixed=False,
        ),
        Example(good="---\ndate: 2025-03-14T09:00:00\nupdated: 2025-03-14\n---\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield dates that are earlier than that of the page."""
        front = metadata_of(document)
        if front is None or not _is_suspect(front):
            return
        dates = dict(_dates(front))
        begins = _named(dates, _BEGINS)
        if not begins:
            return
        for entry in _named(dates, _LATER):
            # A page that is written long before it is published may be changed in between.
            first = min(begins, key=lambda one: dates[one].last)
            if is_before(dates[entry], dates[first]):
                what = "expires" if _bare(entry.key) in _ENDS else "was changed"
                said = f"{dates[entry].day}, before its “{first.key}”, {dates[first].day}"
                yield Violation(entry.value_span, f"The page {what} on {said}")


def _is_suspect(front: FrontMatter) -> bool:
    """Whether a look without a parser finds a later date that comes before another."""
    days = [(_bare(key), day) for key, day in _DAYS.findall(front.text)]
    first = max((day for key, day in days if key in _BEGINS), default="")
    return any(day < first or len(day) < 10 for key, day in days if key in _LATER)


def _bare(key: str) -> str:
    return key.lower().replace("-", "_")


def _dates(front: FrontMatter) -> Iterator[tuple[Entry, Moment]]:
    for entry in front.entries:
        found = moment(entry.value) if len(entry.path) == 1 else None
        if found:
            yield entry, found


def _named(dates: Iterable[Entry], keys: tuple[str, ...]) -> list[Entry]:
    return [entry for entry in dates if _bare(entry.key) in keys]
