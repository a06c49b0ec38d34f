"""Lists of sources that lie beside a page, as reference managers write them.

BibTeX as https://www.bibtex.com/g/bibtex-format/ and the manual of BibLaTeX describe it, as far as
works are named in it, and CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).
What cannot be read is left out: a list that is damaged in one place still serves for the others.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from contentlint.citations._latex import plain
from contentlint.patterns import pattern

if TYPE_CHECKING:
    from contentlint.document import Document
    from contentlint.project import Files


class Reference(NamedTuple):
    """One work of a bibliography. What it does not say of the work is empty.

    ``url`` is where it says that the work is, or where its DOI leads to; ``named`` is all that a
    reader would see of it; ``year`` are four digits. ``fields`` are what it has of the work as it
    is written there: those of BibTeX by their names in lower case, or those of CSL-JSON.
    """

    key: str
    url: str = ""
    named: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    year: str = ""
    doi: str = ""
    fields: Mapping[str, Any] = {}


class Bibliography(NamedTuple):
    """The works that a page may cite by key.

    ``files`` are the paths that they come from; ``sure`` says that the page itself names them;
    ``twice`` are the keys that two different works have.
    """

    works: Mapping[str, Reference]
    files: tuple[str, ...] = ()
    sure: bool = False
    twice: frozenset[str] = frozenset()


SUFFIXES = (".bib", ".bibtex", ".biblatex", ".json")
_FOLDERS = ("", "bib", "bibliography", "_bibliography", "refs", "references")
_CSL_NAMES = frozenset({"references.json", "bibliography.json", "refs.json", "csl.json"})
_LEVELS = 12
_MOST = 50
"""Bibliographies of one page that are read."""
_LARGEST = 20_000_000
"""Code points of a bibliography that are read."""


def bibliography(
    document: "Document", path: str, files: "Files", load: "Callable[[str], Document]"
) -> Bibliography:
    """Return the works that a page can cite: those in its head, and those of the files it names.

    If it names none, those of all bibliographies in its directory and the ones above it, up to
    its site's root. ``path`` is that of the page, absolute. A file that is named and is not there,
    or lies outside what may be read, gives a bibliography that is not ``sure``.
    """
    own = tuple(_of_head(document))
    named = [_joined(path, name) for name in islice(_names(document), _MOST)]
    tops = _tops(document, path, files)
    there = [one for one in named if files.is_file(one) and _lies_in(files.real(one), tops)]
    near = () if named else islice(_near(path, document.site.root, files), _MOST)
    found = there or [one for one in near if _lies_in(files.real(one), tops)]
    works = [*own, *(one for file in found for one in references(load(file).text, file))]
    sure = bool(own or there) and len(there) == len(named)
    return Bibliography(
        {one.key: one for one in reversed(works)}, tuple(found), sure, frozenset(_twice(works))
    )


def _tops(document: "Document", path: str, files: "Files") -> tuple[str, ...]:
    """Return the directories whose files a page may name.

    Those are its own, its site's, and the one that its path is told from: a page of somebody else's
    must not have the rest of the disk read.
    """
    home = path.removesuffix(f"/{document.path}")
    given = (path.rpartition("/")[0], document.site.root, home if home != path else "")
    return tuple(files.real(top) for top in given if top)


def _lies_in(path: str, tops: tuple[str, ...]) -> bool:
    """Whether a file lies in one of some directories; no link is on the way to either."""
    return any(path.startswith(f"{top.rstrip('/')}/") for top in tops)


def _twice(works: Iterable[Reference]) -> Iterator[str]:
    first: dict[str, Reference] = {}
    for one in works:
        before = first.setdefault(one.key, one)
        if (before.title.casefold(), before.year) != (one.title.casefold(), one.year):
            yield one.key


def _names(document: "Document") -> Iterator[str]:
    """Yield the bibliographies that a page's head names."""
    data = document.front_matter.data if document.front_matter else {}
    named = data.get("bibliography")
    for one in named if isinstance(named, list) else [named]:
        if isinstance(one, str) and one.strip() and "://" not in one:
            yield one.strip()


def _joined(path: str, name: str) -> str:
    """Return the path of a file that a page names, beside it."""
    parts = path.split("/")[:-1]
    for part in name.replace("\\", "/").split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _near(path: str, root: str, files: "Files") -> Iterator[str]:
    folder = path.rpartition("/")[0]
    for _ in range(_LEVELS):
        for inner in _FOLDERS:
            place = f"{folder}/{inner}" if inner else folder
            for name in sorted(files.names(place)):
                if name.endswith(SUFFIXES[:3]) or name in _CSL_NAMES:
                    yield f"{place}/{name}"
        if not root or folder == root or "/" not in folder.strip("/"):
            return
        folder = folder.rpartition("/")[0]


@lru_cache(maxsize=4)
def references(text: str, name: str) -> tuple[Reference, ...]:
    """Return the works of a bibliography, in order; ``name`` is that of its file."""
    if len(text) > _LARGEST:
        return ()
    return tuple(_from_csl(text) if name.endswith(".json") else _from_bibtex(text))


def _from_csl(text: str) -> Iterator[Reference]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    works = data.get("items", data.get("references")) if isinstance(data, dict) else data
    yield from _csl_works(works)


def _of_head(document: "Document") -> Iterator[Reference]:
    if document.front_matter and "references" in document.front_matter.text:
        yield from _csl_works(document.front_matter.data.get("references"))


def _csl_works(works: Any) -> Iterator[Reference]:
    for one in works if isinstance(works, list) else ():
        key = one.get("id") if isinstance(one, dict) else None
        if isinstance(key, str | int):
            yield _work(str(key), _csl_values(one), _kept(one))


def _csl_values(one: dict[str, Any]) -> dict[str, str]:
    values = {key.lower(): str(value) for key, value in one.items() if isinstance(value, str | int)}
    authors = one.get("author")
    names = [_csl_name(each) for each in authors] if isinstance(authors, list) else []
    return {**values, "author": " and ".join(filter(None, names)), "year": _csl_year(one)}


def _csl_name(person: Any) -> str:
    if not isinstance(person, dict):
        return ""
    literal = person.get("literal")
    parts = [literal] if literal else [person.get("family"), person.get("given")]
    return ", ".join(str(part) for part in parts if part)


def _csl_year(one: dict[str, Any]) -> str:
    found = _YEAR.search(str(one.get("issued", "")))
    return found[0] if found else ""


_ENTRY = pattern(r"@(?P<kind>\w{1,40})\s{0,20}[{(]\s{0,20}(?P<key>[^\s,{}()=\"#%]{1,200})\s{0,20},")
_NO_WORK = frozenset({"comment", "string", "preamble", "set", "xdata"})
_FIELD = pattern(r"[\s,]{0,200}(?P<name>[A-Za-z][\w:-]{0,60})\s{0,80}=\s{0,80}")
_BRACE = pattern(r"\\.|[{}]", 16)  # 16 is re.DOTALL: a break may follow the backslash
_PLAIN = pattern(r"[^\s,{}\"#]{1,200}")
_JOIN = pattern(r"\s{0,20}#\s{0,20}")
_YEAR = pattern(r"\b(?:1[5-9]|20)\d\d\b")
_ARXIV = pattern(r"\d{4}\.\d{4,5}(?:v\d{1,2})?")
_URL = pattern(r"https?://[^\s{}<>\"]{1,2000}")


def _from_bibtex(text: str) -> Iterator[Reference]:
    at = 0
    while found := _ENTRY.search(text, at):
        at = found.end()
        if found["kind"].lower() not in _NO_WORK:
            values, at = _fields(text, at)
            yield _work(found["key"], {one: plain(values[one]) for one in values}, _kept(values))


def _fields(text: str, at: int) -> tuple[dict[str, str], int]:
    """Return the fields of an entry, and where they end."""
    values: dict[str, str] = {}
    while found := _FIELD.match(text, at):
        value, at = _value(text, found.end())
        values.setdefault(found["name"].lower(), value)
        if at == found.end():
            break
    return values, at


def _value(text: str, at: int) -> tuple[str, int]:
    parts: list[str] = []
    while True:
        start = at
        if text.startswith("{", at):
            at = _closing(text, at)
            parts.append(text[start + 1 : at - 1])
        elif text.startswith('"', at):
            at = _quote(text, at + 1)
            parts.append(text[start + 1 : at - 1])
        elif bare := _PLAIN.match(text, at):
            at = bare.end()
            parts.append(bare[0])
        join = _JOIN.match(text, at) if at > start else None
        if not join:
            return "".join(parts), at
        at = join.end()


def _closing(text: str, at: int) -> int:
    """Return where the braces that open at a place are closed."""
    depth = 0
    for found in _BRACE.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    return len(text)


def _quote(text: str, at: int) -> int:
    while at < len(text) and text[at] != '"':
        at = _closing(text, at) if text[at] == "{" else at + 1
    return min(at + 1, len(text))


_TOLD = frozenset(
    [
        "id",
        "author",
        "editor",
        "title",
        "subtitle",
        "year",
        "date",
        "issued",
        "doi",
        "DOI",
        "url",
        "URL",
        "type",
        "isbn",
        "pmid",
        "note",
        "eprint",
        "eprinttype",
        "archiveprefix",
        "howpublished",
        "journal",
        "journaltitle",
        "booktitle",
        "container-title",
    ]
)
"""Fields that are kept; those that hold abstracts and notes are not."""


def _kept(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in _TOLD}


def _work(key: str, values: Mapping[str, str], fields: Mapping[str, Any]) -> Reference:
    doi = values.get("doi", "").rpartition("doi.org/")[2]
    year = _YEAR.search(values.get("year") or values.get("date") or "")
    authors = tuple(filter(None, values.get("author", "").split(" and ")))
    title = ": ".join(filter(None, (values.get("title"), values.get("subtitle"))))
    named = ", ".join(filter(None, (*authors, title, year[0] if year else "")))
    return Reference(
        key, _address(values, doi), named, title, authors, year[0] if year else "", doi, fields
    )


_VENUES = ("journal", "journaltitle", "booktitle", "container-title")


def work_words(work: Reference) -> str:
    """Return all that a bibliography says of a work, by which ``key_of`` knows it again."""
    venue = next(filter(None, map(work.fields.get, _VENUES)), "")
    return f"{work.named} {venue}".strip()


def _address(values: Mapping[str, str], doi: str) -> str:
    if doi.startswith("10."):
        return f"https://doi.org/{doi}"
    for name in ("url", "howpublished", "note"):
        found = _URL.search(values.get(name, ""))
        if found:
            return found[0].rstrip(".,;)")
    kinds = (values.get(name, "").lower() for name in ("eprinttype", "archiveprefix", "journal"))
    eprint = values.get("eprint", "")
    arxiv = "arxiv" in kinds or _ARXIV.fullmatch(eprint)
    return f"https://arxiv.org/abs/{eprint}" if arxiv and eprint else ""
