"""Whether a value fits the name of the page's file."""

from datetime import date
from pathlib import PurePosixPath

from contentlint import pattern, unaccented

_DATED = pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_. ]|\Z)")
_NUMBERED = pattern(r"\d{1,3}[-_. ]+(?=\D)")
_TONGUE = pattern(r"\.[a-z]{2}(?:[-_][A-Za-z]{2,4})?\Z")
_OTHER = pattern(r"[\W_]+")
_JOINS = pattern(r"[\s_-]+")
_INDEXES = frozenset({"index", "_index", "readme", "+page", "page"})


def stem(path: str) -> str:
    """Return the name of a page without its ending and its language: of its directory for an index.

    Generators make the address of “mill/index.md” of the directory.
    """
    parts = PurePosixPath(path.replace("\\", "/"))
    name = _TONGUE.sub("", parts.name.removesuffix(parts.suffix))
    return parts.parent.name if name.lower() in _INDEXES else name


def slug_of(path: str) -> str:
    """Return the name of a page without a date at its front."""
    name = stem(path)
    return _DATED.sub("", name, count=1) or name


def fits(value: str, path: str) -> bool:
    """Whether a slug or a title says the same as the name of the file, dashes and accents apart.

    A date or a number at the front of the name may stand in the value or not.
    """
    name = slug_of(path)
    names = stem(path), name, _NUMBERED.sub("", name, count=1)
    return letters(value) in set(map(letters, names)) or not name


def date_fits(value: str, path: str) -> bool:
    """Whether a date is that of the file's name; with a time it may be a day off, as zones are.

    A name that begins with none fits.
    """
    named, told = _DATED.match(stem(path)), _DATED.match(f"{value[:10]}-")
    if named is None or told is None:
        return True
    try:
        days = date(*map(int, named.groups())) - date(*map(int, told.groups()))
    except ValueError:
        return True
    return abs(days.days) <= (1 if len(value) > 10 else 0)


def date_of(path: str) -> str:
    """Return the date that the name of a file begins with."""
    named = _DATED.match(stem(path))
    return "-".join(named.groups()) if named else ""


def plain(text: str) -> str:
    """Return a text in small letters, without accents."""
    return unaccented(text.casefold())


def spelling(text: str) -> str:
    """Return a text without what different spellings of it differ in: accents, blanks, dashes."""
    return _JOINS.sub("", plain(text))


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return _OTHER.sub("", plain(text)) or text.strip()


def slugified(text: str) -> str:
    """Return the slug that a text would make; empty where it has no letters of ASCII."""
    ascii_only = plain(text).replace("ß", "ss").encode("ascii", "ignore").decode()
    return _OTHER.sub("-", ascii_only).strip("-")
