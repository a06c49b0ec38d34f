"""``contentlint.lock``: what was seen of the sources, so that any later check says the same.

The file is JSON, sorted, one source an entry and one value a line: a change of one source is a
change of a few lines. It holds no address that a page does not have, and no secrets.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from contentlint.citations import LOCK
from contentlint.citations.evidence import Evidence, Kind, Support
from contentlint.citations.excuses import Excuse, excuse_for
from contentlint.citations.keys import key_of
from contentlint.citations.tracking import untracked
from contentlint.citations.visit import Verdict
from contentlint.patterns import pattern

__all__ = [
    "VERSION",
    "Entry",
    "Lock",
    "LockEntry",
    "LockError",
    "Notice",
    "dumped",
    "key_of",
    "parsed",
]

VERSION = 1
_Any = TypeVar("_Any")


class LockError(ValueError):
    """The text is no lock file, or one of a later version."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What registers say of a work.

    ``kind`` is “retraction”, “concern”, “correction”, “withdrawal” or “published”; “unregistered”
    where none has it, “unregistered-yet” where it may be too new;
    ``says`` is a sentence for the person who cites it; ``url`` is where the notice stands.
    """

    kind: str
    says: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was seen of one source, by its address as pages have it.

    ``checked``, ``failed`` (since when it has failed without a break) and ``seen`` (when its page
    was last read, where that was not at the last check) are ISO times in UTC, to the second.
    ``claims`` holds the evidence of each claim, by ``key_of``.
    """

    url: str
    verdict: Verdict
    reason: str
    checked: str
    final: str = ""
    permanent: bool = False
    title: str = ""
    published: str = ""
    updated: str = ""
    digest: str = ""
    archive: str = ""
    failed: str = ""
    seen: str = ""
    missing: tuple[str, ...] = ()
    """Fragments that pages link to and the source does not have."""
    notices: tuple[Notice, ...] = ()
    claims: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)


LockEntry = Entry
"""Its public name: an ``Entry`` of front matter is public too."""


@dataclass(frozen=True)
class Lock:
    """All that was seen, by address.

    ``excuses`` are the sources that the project answers for; they stand in its settings, and not in
    the file.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    excuses: tuple[Excuse, ...] = field(default=(), compare=False)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def entry(self, url: str) -> Entry | None:
        """Return what was seen of an address, whatever part of its page it points to.

        What was seen of a page that has moved was seen at its new address, and what was seen with
        a tracking parameter was seen without it: whoever mends a link leaves nothing unseen.
        """
        page = url.partition("#")[0]
        known = self.entries.get(page)
        return known or (self._mended.get(untracked(page)) if self._mended else None)

    @cached_property
    def _mended(self) -> Mapping[str, Entry]:
        """What was seen, by the addresses that take the place of those that were asked."""
        every = self.entries.values()
        found = {untracked(url): one for url, one in self.entries.items() if "?" in url}
        moved = {untracked(one.final.partition("#")[0]): one for one in every if one.permanent}
        return {**found, **moved}

    def having(self, entries: Iterable[Entry]) -> "Lock":
        """Return the same with some entries added, or in the place of older ones."""
        return replace(self, entries={**self.entries, **{one.url: one for one in entries}})

    def only(self, urls: Iterable[str]) -> "Lock":
        """Return the same without the sources that are not among some addresses."""
        kept = set(urls)
        return replace(
            self, entries={url: self.entries[url] for url in self.entries if url in kept}
        )

    def excuse(self, url: str, today: date) -> Excuse | None:
        """Return why the project answers for a source; None where it does not."""
        return excuse_for(url, self.excuses, today)


def dumped(lock: Lock) -> str:
    """Return the text of the file."""
    sources = {url: _plain(lock.entries[url]) for url in sorted(lock.entries)}
    text = json.dumps({"version": VERSION, "sources": sources}, indent=1, ensure_ascii=False)
    return _UNSEEN.sub(_spelt, text) + "\n"


# What others wrote goes into a file that people look at in terminals and reviews.
_UNSEEN = pattern("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def _spelt(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _plain(entry: Entry) -> dict[str, Any]:
    """Return what is worth a line, in a fixed order: an empty value is none."""
    claims = {
        key: [_less(evidence) for evidence in entry.claims[key]] for key in sorted(entry.claims)
    }
    notices = [_less(notice) for notice in entry.notices]
    plain = _less(replace(entry, claims={}, notices=()), leaving="url")
    return {**plain, **_filled({"notices": notices, "claims": claims})}


def _less(value: Any, leaving: str = "") -> dict[str, Any]:
    return _filled({name: getattr(value, name) for name in value.__slots__ if name != leaving})


_ALWAYS = frozenset({"verdict", "reason", "checked", "kind", "says", "written", "support"})
"""What is written although it be empty, since nothing can be read without it."""


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value or name in _ALWAYS}


def parsed(text: str) -> Lock:
    """Return the lock that a text holds. Raises LockError with words for the person who has it."""
    try:
        plain = json.loads(text, object_pairs_hook=_object)
        sources = plain["sources"] if plain["version"] <= VERSION else None
        if sources is not None:
            return Lock({url: _entry(url, each) for url, each in sources.items()})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise LockError(
            f"{LOCK} cannot be read ({type(error).__name__}: {_brief(error)}): take it from the "
            "last commit, or delete it and run “contentlint cite update”"
        ) from error
    raise LockError(f"{LOCK} was written by a later contentlint: update contentlint")


def _brief(error: Exception) -> str:
    words = str(error)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


_LONGEST = 300
"""Code points of what is wrong with a file, which may quote it."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object. Raises ValueError for one that says a thing twice.

    Whoever reviews a change would see the one, and the check would go by the other.
    """
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(
            name for name, count in Counter(name for name, _ in pairs).items() if count > 1
        )
        raise ValueError(f"“{twice}” stands there twice")
    return found


def _entry(url: str, plain: Mapping[str, Any]) -> Entry:
    given = dict(plain)
    claims = {key: tuple(map(_evidence, each)) for key, each in given.pop("claims", {}).items()}
    notices = tuple(_texts(Notice(**each)) for each in given.pop("notices", ()))
    missing = tuple(given.pop("missing", ()))
    verdict = Verdict(given.pop("verdict"))
    if not all(isinstance(one, str) for one in missing):
        raise TypeError("missing holds what is no text")
    if not isinstance(given.get("permanent", False), bool):
        raise TypeError("permanent is neither true nor false")
    entry = Entry(url, verdict, **given, missing=missing, notices=notices, claims=claims)
    return _texts(entry, "permanent", "missing", "notices", "claims")


def _evidence(plain: Mapping[str, Any]) -> Evidence:
    given = dict(plain)
    kind, support = Kind(given.pop("kind")), Support(given.pop("support"))
    return _texts(Evidence(kind, support=support, **given))


def _texts(value: _Any, *others: str) -> _Any:
    """Return a value whose fields are all text, but for some. Raises TypeError.

    Anybody may have written in the file, and who reads it relies on that.
    """
    for name in value.__slots__:  # type: ignore[attr-defined]
        if name not in others and not isinstance(getattr(value, name), str):
            raise TypeError(f"{name} is no text")
    return value
