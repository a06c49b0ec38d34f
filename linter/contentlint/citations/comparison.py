"""A reference beside the record of the work that its identifier leads to.

What typing errors, initials, transliteration, “et al.”, a subtitle that was left out and a year
between the publication online and in print explain is no difference. Nothing is said of what
only one side has. A difference says that two texts differ, not which of them is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from contentlint.citations._latex import plain
from contentlint.citations._people import Found, is_body, is_comparable, look_up, shares_family
from contentlint.citations._titles import Likeness, likeness, stands_in
from contentlint.citations._venues import may_be_one
from contentlint.citations._words import content, words
from contentlint.citations.references import Reference
from contentlint.citations.works import Name, Work


class Part(StrEnum):
    """What of a reference differs from the record."""

    WORK = "work"
    """Title and authors: the identifier is that of another work."""
    TITLE = "title"
    AUTHOR = "author"
    YEAR = "year"
    VENUE = "venue"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of a reference that is not as in the record.

    ``said`` is what the reference has, ``found`` what the record has. ``sure`` is False where an
    honest reference may differ like that: such a difference is worth a look, no alarm.
    """

    part: Part
    said: str
    found: str
    sure: bool = True


_LEAST_YEARS = 2
"""Years between both, beyond which neither print nor publication online explains them."""
_LATER = 3
"""Years that a preprint may wait for its publication."""
_EDITIONS = ("book", "monograph", "reference", "report", "dataset", "software", "standard")
_MOST_NAMED = 3


def compare(reference: Reference, work: Work) -> tuple[Difference, ...]:
    """Return how a reference differs from the record of a work, the gravest first."""
    title, authors = _title(reference, work), _authors(reference, work)
    if _is_other(reference, work, title, authors):
        return (Difference(Part.WORK, _summary(reference), summary_of(work)),)
    found = (
        *_of_title(reference, work, title, authors),
        *_of_authors(reference, work, authors),
        *_of_year(reference, work),
        *_of_venue(reference, work),
    )
    return tuple(sorted(found, key=lambda one: not one.sure))


def _title(reference: Reference, work: Work) -> Likeness | None:
    """Return how alike the titles are; None where that cannot be told."""
    titles = dict.fromkeys((*work.titles, *map(plain, work.titles)))
    titles = {title: None for title in titles if words(title)}
    if not words(reference.title) or not titles:
        return None
    if reference.text and any(stands_in(title, reference.text) for title in titles):
        return Likeness.SAME
    return likeness(reference.title, list(titles))


def _authors(reference: Reference, work: Work) -> Found | None:
    """Return who of the reference is in the record; None where that cannot be told."""
    record = (*work.authors, *work.others)
    if not is_comparable(reference.authors, record):
        return None
    if len(reference.authors) == 1 and is_body(reference.authors[0]):
        return None
    found = look_up(reference.authors, work.authors or work.others)
    if work.authors and work.others and not found.count:
        found = look_up(reference.authors, work.others)
    return found


def _is_other(
    reference: Reference, work: Work, title: Likeness | None, authors: Found | None
) -> bool:
    """Whether two parts that have nothing to do with each other both speak against the work."""
    if title is None or title > Likeness.OTHER or len(content(words(reference.title))) < 2:
        return False
    if authors is not None:
        return not authors.count
    return bool(reference.year and work.years and not _fits(reference.year, work, 2))


def _of_title(
    reference: Reference, work: Work, title: Likeness | None, authors: Found | None
) -> Iterator[Difference]:
    if title is None or title == Likeness.SAME:
        return
    by_them = authors is not None and authors.count > 0
    renamed = by_them and work.preprint and title != Likeness.NOTHING
    misread = by_them and reference.text and title <= Likeness.OTHER
    sure = title != Likeness.NEARLY and not renamed and not misread
    yield Difference(Part.TITLE, reference.title, work.title, sure)


def _of_authors(reference: Reference, work: Work, found: Found | None) -> Iterator[Difference]:
    if found is None:
        return
    said, listed = _people(reference.authors), _people(work.authors or work.others)
    if found.strangers and not _are_bodies(reference.authors, found):
        few = found.count > 1 and len(found.strangers) <= max(1, found.count // 2)
        beyond = found.count == found.among
        named = _people([reference.authors[at] for at in found.strangers])
        sure = not few and not beyond and not _are_akin(reference, work, found)
        yield Difference(Part.AUTHOR, named if found.count else said, listed, sure)
    elif _is_shuffled(reference, found):
        at = next((at for at, place in enumerate(found.places) if place != at), 0)
        said = _people(reference.authors, at)
        listed = _people(work.authors or work.others, at)
        yield Difference(Part.AUTHOR, said, listed, sure=False)


def _are_akin(reference: Reference, work: Work, found: Found) -> bool:
    """Whether half of those who were not found have the family names of the record."""
    record = [*work.authors, *work.others]
    akin = sum(shares_family(reference.authors[at], record) for at in found.strangers)
    return not found.count and 2 * akin >= len(found.strangers)


def _are_bodies(names: tuple[Name, ...], found: Found) -> bool:
    return all(is_body(names[at]) for at in found.strangers) and bool(found.count)


def _is_shuffled(reference: Reference, found: Found) -> bool:
    """Whether people in the midst are left out without a word, or others come first."""
    if reference.complete and not found.is_beginning:
        return True
    return found.places[:1] != (0,) and found.among > 1


def _of_year(reference: Reference, work: Work) -> Iterator[Difference]:
    if not reference.year or not work.years or _fits(reference.year, work, _LEAST_YEARS - 1):
        return
    titles = (*work.titles, reference.title) if reference.text else ()
    if any(str(reference.year) in title for title in titles):
        return
    if any(str(year) in reference.text for year in work.years):
        return
    if work.preprint and 0 < reference.year - max(work.years) <= _LATER:
        return
    edition = work.kind.lower().startswith(_EDITIONS)
    found = "/".join(map(str, work.years))
    yield Difference(Part.YEAR, str(reference.year), found, not edition)


def _fits(year: int, work: Work, slack: int) -> bool:
    return min(work.years) - slack <= year <= max(work.years) + slack


def _of_venue(reference: Reference, work: Work) -> Iterator[Difference]:
    if work.kind.lower().startswith(_EDITIONS) or _is_out(work):
        return
    if not may_be_one(reference.venue, work.venues):
        yield Difference(Part.VENUE, reference.venue, work.venue, sure=False)


def _is_out(work: Work) -> bool:
    """Whether a preprint is cited by where it has appeared since, for all that can be known.

    arXiv is not told of conferences without DOIs; Crossref knows what became of its preprints.
    """
    return bool(work.arxiv) or any(notice.kind == "published" for notice in work.notices)


def _people(names: tuple[Name, ...] | list[Name], start: int = 0) -> str:
    """Return some names; those before ``start`` are the same on both sides, and left out."""
    end = start + _MOST_NAMED
    listed = "; ".join(map(str, names[start:end]))
    behind = " et al." if len(names) > end else ""
    return f"{'… ' if start else ''}{listed}{behind}"


def _summary(reference: Reference) -> str:
    return _line(reference.title, reference.authors, reference.year)


def summary_of(work: Work) -> str:
    """Return a work in a line: “The mill” by Nora Weiss (2021)."""
    return _line(work.title, work.authors or work.others, work.year)


def _line(title: str, names: tuple[Name, ...], year: int) -> str:
    by = f" by {_people(names)}" if names else ""
    return f"“{title}”{by}" + (f" ({year})" if year else "")


def told(difference: Difference) -> str:
    """Return a difference as a sentence for the author of the page."""
    return _SENTENCES[difference.part].format(said=difference.said, found=difference.found)


_SENTENCES = {
    Part.WORK: "The identifier leads to {found}; the entry describes {said}.",
    Part.TITLE: "The register has the title “{found}”; the entry says “{said}”.",
    Part.AUTHOR: "The register has the authors {found}; the entry says {said}.",
    Part.YEAR: "The register has the year {found}; the entry says {said}.",
    Part.VENUE: "The register has it in {found}; the entry says {said}.",
}
