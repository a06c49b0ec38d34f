"""The commands of ``contentlint cite``."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from typer.core import TyperGroup

from contentlint.citations import LOCK, store
from contentlint.citations.audit import Page, keys, pairs, with_companions, without_excused
from contentlint.citations.comparing import Change, changes
from contentlint.citations.lock import Entry, Lock
from contentlint.citations.updating import stale as due
from contentlint.citations.visit import Verdict
from contentlint.cli.arguments import Opt
from contentlint.cli.check import default_paths, nothing_to_do
from contentlint.cli.cite.asking import Asking, Looked, Wanted, ask, complain_of, merged
from contentlint.cli.cite.asking import known as lock_of
from contentlint.cli.cite.person import file as own_settings
from contentlint.cli.console import (
    Stop,
    complain,
    draws,
    fail,
    put,
    wants_colour,
    width,
)
from contentlint.config import Config, load
from contentlint.discovery import discover
from contentlint.located import near
from contentlint.registry import installed
from contentlint.report import CLEAN, FAILED, FOUND
from contentlint.reporters.audit import AuditView, render
from contentlint.reporters.escape import at_line_start, escape

HELP = f"""What pages say of their sources, and what stands there.

contentlint cite [PATHS] shows all of it, as contentlint cite audit does: each sentence with each
of its sources. What you allow yourself, whatever the project (allow, secrets, endpoints, mailto),
stands in {own_settings()}
"""
_AUDIT = "audit"
_NAMES = [_AUDIT, "show", "update", "verify"]


class Group(TyperGroup):
    """Commands, of which the first stands also without its name: ``contentlint cite content/``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the first command's name where none is."""
        first = args[0] if args else ""
        if first not in self.commands and first not in ctx.help_option_names:
            args = [_AUDIT, *args]
        return super().parse_args(ctx, args)


class Form(StrEnum):
    """How to show the audit."""

    table = "table"
    json = "json"
    csv = "csv"
    html = "html"


@dataclass(frozen=True, kw_only=True)
class _Asks:
    """What all of the commands can be told."""

    paths: Annotated[
        list[str] | None, Opt("Files and directories; none: those of the settings.")
    ] = None
    allow: Annotated[
        list[str] | None, Opt("Ask this host, host:port or network although it is not public.")
    ] = None
    endpoint: Annotated[list[str] | None, Opt("A register's address, as crossref=URL.")] = None
    budget: Annotated[int, Opt("Seconds that all of it may take; 0: 300.", least=0)] = 0
    quiet: Annotated[bool, Opt("Only what was found wanting.", "-q")] = False
    config: Annotated[str, Opt("Settings from this file.")] = ""

    @property
    def wanted(self) -> Wanted:
        """How to ask."""
        return Wanted.of(self.allow, self.endpoint, self.budget)


@dataclass(frozen=True, kw_only=True)
class Audit(_Asks):
    """Show each sentence that names a source, with what is known of the source.

    Asks nobody: it reads contentlint.lock. Exits with 0 when all is well, 1 when a source is dead
    or lacks what is said of it, 2 when the work could not be done.
    """

    format: Annotated[Form, Opt("How to show it.", "-f")] = Form.table
    output_file: Annotated[str, Opt("Write it to this file.", "-o")] = ""
    online: Annotated[bool, Opt("Ask the sources now; write no lock.")] = False


@dataclass(frozen=True, kw_only=True)
class Show(Audit):
    """Show pages in full: each sentence, and the sentence of its source that was found."""


@dataclass(frozen=True, kw_only=True)
class Update(_Asks):
    """Ask the sources, and write what was seen to contentlint.lock.

    Without paths all pages are read, and sources that no page names any more are left out. Exits
    with 0 when the lock was written, 2 when the work could not be done.
    """

    all: Annotated[bool, Opt("Ask all sources again.")] = False
    stale: Annotated[bool, Opt("Ask those that are new, failed or old (the default).")] = False
    changed: Annotated[bool, Opt("Only those of pages that git calls changed.")] = False
    since: Annotated[str, Opt("With --changed: since this commit.")] = "HEAD"


@dataclass(frozen=True, kw_only=True)
class Verify(_Asks):
    """Ask the sources again, and say what has changed there since contentlint.lock was written.

    Writes nothing. Exits with 0 when all that was supported still is, 1 when it is not, 2 when the
    work could not be done.
    """


@dataclass(frozen=True)
class Read:
    """The pages that were asked for, and what is known of their sources."""

    config: Config
    pages: Sequence[Page]
    lock: Lock
    whole: bool
    failed: bool

    @property
    def code(self) -> int:
        """The exit code where nothing else decides."""
        return FAILED if self.failed else CLEAN


def _read(wish: _Asks) -> Read:
    """Return the pages with what they cite. Ends the command where there are none."""
    from contentlint.cli.cite.pages import gather

    config = load(installed(), Path(wish.config) if wish.config else None)
    given = tuple(wish.paths or default_paths(config))
    found = discover(given, config)
    if not found.files:
        code = nothing_to_do(given, found)
        for hint in filter(None, (near(path, _NAMES) for path in given)):
            complain(f"There is no command of that name either.{hint}")
        raise Stop(code)
    pages, failures = gather(found.files, config)
    for path, message in (*found.errors, *failures):
        complain(f"{path}: {message}")
    failed = bool(found.errors or failures)
    _complain_of_days(config)
    return Read(config, pages, lock_of(config), not wish.paths, failed)


def _complain_of_days(config: Config) -> None:
    """Say which sources the project answered for until a day that has passed."""
    today = datetime.now(UTC).date()
    for one in config.sources:
        if not one.holds(today):
            complain(
                f"the settings answered for {one.address} until {one.until}, and no longer do: "
                "take it out, or give it a later day"
            )


def _look(read: Read, urls: Iterable[str], wish: _Asks) -> Looked:
    return ask(read.config, read.pages, urls, read.lock, Asking(wish.wanted, quiet=wish.quiet))


def audit(wish: Audit, *, whole: bool = False) -> int:
    """Show what is known of all sources, and return the exit code."""
    read = _read(wish)
    lock, code = _now(read, wish)
    found = tuple(pairs(read.pages, lock, datetime.now(UTC).date()))
    wanting = tuple(pair for pair in found if pair.standing.is_found_wanting)
    view = AuditView(
        pairs=wanting if wish.quiet else found,
        pages=len(read.pages),
        width=100 if wish.output_file else width(sys.stdout),
        unicode=bool(wish.output_file) or draws(sys.stdout),
        colour=not wish.output_file and wants_colour(sys.stdout),
        whole=whole,
    )
    if wanting or not wish.quiet or wish.format is not Form.table:
        _put(render(wish.format, view), wish.output_file)
    return code or (FOUND if wanting else CLEAN)


def show(wish: Show) -> int:
    """Show pages in full, and return the exit code."""
    return audit(wish, whole=True)


def _now(read: Read, wish: Audit) -> tuple[Lock, int]:
    """Return what is known of the sources, by the lock or asked now; and the exit code for it."""
    if wish.online:
        looked = _look(read, keys(read.pages), wish)
        code = complain_of(looked)
        return merged(read.lock, looked, read.pages, whole=False), code or read.code
    if wish.wanted != Wanted():
        fail("--allow, --endpoint and --budget say how to ask: add --online")
    if not read.lock and any(page.claims for page in read.pages):
        complain(f"there is no {LOCK} here: contentlint cite update asks the sources and writes it")
    return read.lock, read.code


def _put(text: str, output_file: str) -> None:
    if not output_file:
        put(text)
        return
    try:
        Path(output_file).write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        fail(f"{output_file}: {(error.strerror or str(error)).lower()}")


def update(wish: Update) -> int:
    """Ask the sources, write the lock, and return the exit code."""
    if wish.all and wish.stale:
        fail("--all and --stale contradict each other")
    if wish.since != "HEAD" and not wish.changed:
        fail("--since says since when --changed counts: add --changed")
    read = _read(wish)
    now = datetime.now(UTC)
    pages = _changed(read.pages, wish.since) if wish.changed else read.pages
    every = keys(without_excused(page, read.lock, now.date()) for page in pages)
    known = {url: each for url, each in every.items() if not read.lock.excuse(url, now.date())}
    urls = known if wish.all else due(read.lock, known, now)
    looked = _look(read, with_companions(urls, read.pages), wish)
    if looked.is_blind:
        return complain_of(looked)
    fresh = merged(read.lock, looked, read.pages, whole=read.whole)
    _save(read, fresh)
    if not wish.quiet:
        put("".join(f"{line}\n" for line in _told(read.lock, fresh, looked)))
    return complain_of(looked) or read.code


def _changed(pages: Sequence[Page], ref: str) -> list[Page]:
    from contentlint.cli.cite.changed import changed

    names = changed(ref)
    return [page for page in pages if os.path.realpath(page.path) in names]


def _save(read: Read, fresh: Lock) -> None:
    if fresh == read.lock and (read.config.root / LOCK).is_file():
        return
    try:
        store.save(read.config.root, fresh)
    except OSError as error:
        fail(f"{LOCK} could not be written: {(error.strerror or str(error)).lower()}")


def _told(before: Lock, after: Lock, looked: Looked) -> Iterator[str]:
    """Yield what a person wants to know of an update."""
    for url, entry in sorted(looked.entries.items()):
        old = before.entries.get(url)
        was = f"{old.verdict} → " if old and old.verdict is not entry.verdict else ""
        if was or entry.failed or not entry.verdict.is_readable:
            yield f"{at_line_start(url)}: {was}{entry.verdict}: {escape(entry.reason)}"
    private = sum(_is_private(entry) for entry in looked.entries.values())
    if private:
        yield (
            f"{private:,} source{' is' if private == 1 else 's are'} not public: --allow HOST asks "
            f"{'it' if private == 1 else 'them'}, and so does allow: in {own_settings()}"
        )
    counts = Counter(str(entry.verdict) for entry in looked.entries.values())
    parts = ", ".join(f"{count:,} {verdict}" for verdict, count in sorted(counts.items()))
    gone = len(before.entries.keys() - after.entries.keys())
    left = f"; {gone:,} that no page names any more left out" if gone else ""
    asked = f"{len(looked.entries):,} of {len(after.entries):,} sources asked"
    yield f"{asked}{f': {parts}' if parts else ''}{left}."


def _is_private(entry: Entry) -> bool:
    return entry.verdict is Verdict.REFUSED and "not public" in entry.reason


def verify(wish: Verify) -> int:
    """Ask the sources again, say what has changed there, and return the exit code."""
    read = _read(wish)
    if not read.lock:
        fail(f"there is no {LOCK} to compare with: contentlint cite update writes it")
    known = {url: entry for url in keys(read.pages) if (entry := read.lock.entry(url))}
    looked = _look(read, known, wish)
    if looked.is_blind:
        return complain_of(looked)
    found = {url: tuple(changes(known[url], one)) for url, one in looked.entries.items()}
    silent = sum(bool(one.failed) for one in looked.entries.values())
    put("".join(f"{line}\n" for line in _compared(found, silent, quiet=wish.quiet)))
    lost = any(change.lost for each in found.values() for change in each)
    return complain_of(looked) or read.code or (FOUND if lost else CLEAN)


def _compared(found: dict[str, tuple[Change, ...]], silent: int, *, quiet: bool) -> Iterator[str]:
    changed = {url: each for url, each in sorted(found.items()) if each}
    for url, each in changed.items():
        shown = [change for change in each if change.lost or not quiet]
        if shown:
            yield at_line_start(url)
            yield from (f"  {escape(change.words)}" for change in shown)
    if not quiet:
        unknown = f", {silent:,} did not answer this time" if silent else ""
        yield f"{len(found):,} sources asked, {len(changed):,} changed{unknown}."
