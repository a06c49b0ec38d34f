"""What the front matter of a collection's pages has in common, and who differs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from contentlint.inference._kinds import (
    BLANK,
    EMPTY,
    FORMED,
    fits,
    is_code,
    item_kind,
    narrowed,
    types,
)
from contentlint.inference._pages import Page, Value
from contentlint.inference._words import is_one_slip, nearest

_REQUIRED = 0.97
_HABIT = 0.01
"""Of many pages, so many may lack a key by oversight; that more do is a habit, unless each page of
any site should have it.
"""
_TYPED = 0.95
_BUDGET = 0.02
"""Of a hundred pages, so many may differ: what more pages break is no rule of the site."""
_MOST_ODD = 4
"""In a small collection so many differences may be oversights."""
_LEAST_ODD = 6
"""Pages among which one that differs is an oversight, and not half of a habit."""
_SMALL = 6
"""Pages among which one may lack what every page of a blog should have."""
_EXPECTED = frozenset({"title", "date", "pubdate", "description"})
_MOST_CHOICES, _USES = 12, 5
_FREE_TEXT = frozenset(
    {"title", "name", "author", "authors", "date", "slug", "id", "description", "permalink", "url"}
)
_LISTED = 0.03
_TIMES = 10
"""How many times as many pages have a key as have one that is a slip for it."""
_SHOWN = 60
_WORDS = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "date": "a date as 2025-11-27",
    "list": "a list",
    "mapping": "a mapping",
}


class Outlier(NamedTuple):
    """A page that is not as nearly all others of its collection are."""

    path: str
    line: int
    key: str
    message: str


class Field(NamedTuple):
    """A key, what can be said of its value, and of how many pages it is true."""

    name: str
    rules: Mapping[str, Any]
    present: int
    pages: int

    @property
    def evidence(self) -> str:
        """The count of pages that have it, for a comment."""
        if self.present == self.pages:
            return f"all {self.pages:,} pages"
        return f"{self.present:,} of {self.pages:,} pages"


class Known(NamedTuple):
    """What is known of the site beside its pages.

    A ``strict`` one refuses a number where others have text. ``files`` are the names of the files
    that pages can show.
    """

    strict: bool = False
    files: AbstractSet[str] = frozenset()


UNKNOWN = Known()


def fields(
    pages: Sequence[Page], known: Known = UNKNOWN
) -> tuple[tuple[Field, ...], tuple[Outlier, ...]]:
    """Return what can be said of each key, and the pages of which it is not so."""
    keys = [_Key(name, seen, pages, known) for name, seen in _seen(pages).items()]
    common = [key for key in keys if key.is_common]
    slips = _affordable(_misspelt(keys, common), len(pages))
    claims = [claim for key in common for claim in key.claims(_meant_on(key, slips))]
    kept = _affordable(claims, len(pages), slips)
    listed = [*common, *_neighbours(keys, common, slips)]
    order = sorted(listed, key=lambda key: key.rank)
    found = tuple(key.field([one for one in kept if one.key == key.name]) for key in order)
    return found, tuple(sorted({it for claim in kept for it in claim.outliers}))


class _Claim(NamedTuple):
    """Something that may be said of a key, and those who break it.

    ``meant`` is the key that a rare one is a slip for; nothing is said of such a one.
    """

    key: str
    rules: Mapping[str, Any]
    outliers: tuple[Outlier, ...] = ()
    meant: str = ""


def _affordable(
    claims: Iterable[_Claim], pages: int, settled: Iterable[_Claim] = ()
) -> list[_Claim]:
    """Return the claims that few pages break, all together; those that many do are let go."""
    most = max(_MOST_ODD, int(_BUDGET * pages))
    kept = list(settled)
    told = {it for claim in kept for it in claim.outliers}
    for claim in sorted(claims, key=lambda one: len(one.outliers)):
        both = told.union(claim.outliers)
        if len(both) <= most or both == told:
            kept.append(claim)
            told = both
    return kept


def _meant_on(key: "_Key", slips: Iterable[_Claim]) -> set[str]:
    """Return the pages with a rare key that was most likely meant as this one."""
    return {it.path for slip in slips if slip.meant == key.name for it in slip.outliers}


def _seen(pages: Iterable[Page]) -> dict[str, list["_Seen"]]:
    found: dict[str, list[_Seen]] = {}
    for page in pages:
        for rank, (key, value) in enumerate(page.values.items()):
            found.setdefault(key, []).append(_Seen(page, value, rank))
    return found


class _Seen(NamedTuple):
    """A value, its page, and the number of keys that stand above it."""

    page: Page
    value: Value
    rank: int


@dataclass
class _Key:
    """A key of a collection, with all that stands under it."""

    name: str
    seen: list[_Seen]
    pages: Sequence[Page]
    known: Known
    kinds: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.kinds = Counter(value.kind for _, value in self._filled())

    @property
    def filled(self) -> int:
        """On how many pages something stands under it."""
        return self.kinds.total()

    @property
    def rank(self) -> float:
        """Where it usually stands among the keys of a page."""
        return sum(one.rank for one in self.seen) / len(self.seen)

    @property
    def is_common(self) -> bool:
        """Whether enough pages have it to say something of it."""
        return self.filled >= max(3, _LISTED * len(self.pages))

    def field(self, claims: Iterable[_Claim]) -> Field:
        """Return what the claims say of it."""
        rules: dict[str, Any] = {}
        for claim in claims:
            rules |= claim.rules
        if "type" not in rules and self.is_common:
            rules["type"] = types(self.kinds)
        ordered = {name: rules[name] for name in _ORDER if name in rules}
        return Field(self.name, ordered, self.filled, len(self.pages))

    def claims(self, meant_on: AbstractSet[str]) -> Iterator[_Claim]:
        """Yield what might be said of it; some pages hold it under a name that is a slip."""
        kind = self._usual_kind()
        odd = [(page, value) for page, value in self._filled() if not fits(value.kind, kind)]
        texts = [value.value for _, value in self._filled() if value.kind in ("string", "date")]
        if kind == "string" and not odd:
            kind = narrowed(self.name, texts, self.known.files)
            yield from self._texts(texts)
        if kind == "list":
            yield from self._items()
        if kind:
            right = f"{self.filled - len(odd):,} of {self.filled:,} are"
            wrong = tuple(self._odd(*one, kind, right) for one in odd)
            yield _Claim(self.name, {"type": kind}, wrong)
        if self._is_required(len(meant_on)):
            have = f"{self.filled:,} of {len(self.pages):,} pages"
            lacking = (page for page in self.pages if self._lacks(page, kind))
            without = tuple(self._lack(it, have) for it in lacking if it.path not in meant_on)
            yield _Claim(self.name, {"required": True}, without)

    def _is_required(self, more: int) -> bool:
        """Whether nearly all pages have it; what is a switch or a set of them may be left out."""
        if self._main in ("boolean", "mapping") or self.name.startswith("_"):
            return False
        if self.name == "date" and any(
            page.is_dated and self.name not in page.kinds for page in self.pages
        ):
            return False  # generators take it from the file's name
        held, pages = self.filled + more, len(self.pages)
        if self.name.lower() in _EXPECTED:
            return held >= _REQUIRED * pages or (pages >= _SMALL and held == pages - 1)
        return held >= _REQUIRED * pages and pages - held <= max(_MOST_ODD, _HABIT * pages)

    def _lacks(self, page: Page, kind: str) -> bool:
        value = page.values.get(self.name)
        return value is None or value.kind == EMPTY or (value.kind == BLANK and kind in FORMED)

    def _lack(self, page: Page, have: str) -> Outlier:
        if not page.values:
            return Outlier(page.path, 1, "", "there is no front matter, as nearly all others have")
        value = page.values.get(self.name)
        state = "empty" if value else "missing"
        line = value.line if value else 1
        return Outlier(page.path, line, self.name, f"“{self.name}” is {state}; {have} have it")

    @property
    def _main(self) -> str:
        return self.kinds.most_common(1)[0][0] if self.kinds else ""

    def _filled(self) -> Iterator[tuple[Page, Value]]:
        return ((it.page, it.value) for it in self.seen if it.value.kind not in _NOTHING)

    def _usual_kind(self) -> str:
        """Return the kind of nearly all values; nothing where there are several."""
        main = self._main
        if main in ("integer", "number") and self.kinds["number"]:
            main = "number"
        if main == "date" and self.kinds["string"] > self._allowed:
            main = "string"
        odd = sum(1 for _, value in self._filled() if not fits(value.kind, main))
        return main if main and odd <= self._allowed and not self._varies(main) else ""

    @property
    def _allowed(self) -> int:
        least = 1 if self.filled >= _LEAST_ODD else 0
        return max(least, int((1 - _TYPED) * self.filled + 1e-9))

    def _varies(self, main: str) -> bool:
        """Whether what differs is a second way of saying it, which generators take."""
        others = {kind for kind in self.kinds if not fits(kind, main)}
        if "mapping" in others or ("list" in others and main != "list"):
            return True
        if main == "string":
            numbers = others & {"integer", "number"}
            return bool(others - numbers) or bool(numbers and not self.known.strict)
        if main == "boolean":
            return any(
                value.kind not in ("string", "integer")
                or (value.kind == "string" and str(value.value).lower() not in _SPOKEN)
                for _, value in self._filled()
                if value.kind != "boolean"
            )
        return main == "list" and "boolean" in others

    def _odd(self, page: Page, value: Value, kind: str, right: str) -> Outlier:
        message = f"“{self.name}” is {_shown(value)}, not {_WORDS[kind]}, as {right}"
        return Outlier(page.path, value.line, self.name, message)

    def _texts(self, texts: list[str]) -> Iterator[_Claim]:
        unique = self.name.lower() in ("slug", "permalink") and len(texts) >= _USES
        if unique and len(set(texts)) == len(texts):
            yield _Claim(self.name, {"unique": True})
        counts = Counter(texts)
        choices = {text for text, count in counts.items() if count >= _USES}
        if not 2 <= len(choices) <= _MOST_CHOICES or self.name.lower() in _FREE_TEXT:
            return
        if len(texts) < 4 * _USES or not all(map(is_code, choices)):
            return
        rare = {text: nearest(text, choices) for text in counts.keys() - choices}
        if all(rare.values()):
            yield _Claim(self.name, {"enum": sorted(choices)}, tuple(self._rare(rare, counts)))

    def _rare(self, rare: Mapping[str, str], counts: Counter[str]) -> Iterator[Outlier]:
        for page, value in self._filled():
            if value.value in rare:
                meant = rare[value.value]
                message = (
                    f"“{self.name}” is {_shown(value)}; {counts[meant]:,} pages have “{meant}”"
                )
                yield Outlier(page.path, value.line, self.name, message)

    def _items(self) -> Iterator[_Claim]:
        kinds: Counter[str] = Counter()
        for _, value in self._filled():
            kinds.update(map(item_kind, value.value if value.kind == "list" else ()))
        main = kinds.most_common(1)[0][0]
        wrong = {kind for kind in kinds if kind in ("mapping", "empty") and kind != main}
        if main != "string" or kinds.keys() - {"string", *wrong}:
            return
        odd = tuple(
            Outlier(page.path, value.line, self.name, _odd_item(self.name, value.value))
            for page, value in self._filled()
            if value.kind == "list" and any(item_kind(it) in wrong for it in value.value)
        )
        yield _Claim(self.name, {"items": {"type": "string"}}, odd)


_NOTHING = (EMPTY, BLANK)
_ORDER = ("type", "required", "enum", "unique", "items")
_SPOKEN = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n"})


def _odd_item(name: str, items: Iterable[Any]) -> str:
    item = next(it for it in items if it is None or isinstance(it, dict))
    if item is None:
        return f"an item of “{name}” is empty"
    key = next(iter(item), "")
    return f"an item of “{name}” is not text: the colon behind “{str(key)[:_SHOWN]}” makes it a key"


def _shown(value: Value) -> str:
    if value.kind in ("list", "mapping"):
        return _WORDS[value.kind]
    text = str(value.value)
    return f"“{(text.lower() if value.kind == 'boolean' else text)[:_SHOWN]}”"


def _misspelt(keys: Iterable[_Key], common: Iterable[_Key]) -> Iterator[_Claim]:
    """Yield the rare keys that are most likely meant as a common one, which their page lacks."""
    known = {key.name: key for key in common}
    for key in keys:
        meant = known.get(nearest(key.name, known)) if key.name not in known else None
        if meant is None or not _is_slip(key, meant):
            continue
        lacking = [it for it in key.seen if meant.name not in it.page.values]
        message = f"“{key.name}” may be meant as “{meant.name}”, which {meant.filled:,} pages have"
        yield _Claim(
            key.name,
            {},
            tuple(Outlier(it.page.path, it.value.line, key.name, message) for it in lacking),
            meant.name,
        )


def _is_slip(key: _Key, meant: _Key) -> bool:
    """Whether a key is so rare and so like another that nobody would want both."""
    names = key.name, meant.name
    if any(map(str.isdigit, "".join(names))) or not is_one_slip(*names):
        return False
    plural = names[0].rstrip("s") == names[1].rstrip("s")
    once = len(key.seen) == 1 and meant.filled >= _LEAST_ODD - 2 and not plural
    return once or meant.filled >= _TIMES * len(key.seen)


def _neighbours(
    keys: Iterable[_Key], common: Iterable[_Key], kept: Iterable[_Claim]
) -> Iterator[_Key]:
    """Yield rare keys that look like a common one and are none: named, they are no slips."""
    names = {key.name for key in common}
    slips = {claim.key for claim in kept if claim.meant}
    for key in keys:
        if key.name not in names | slips and nearest(key.name, names):
            yield key
