"""What ``contentlint cite`` and ``check --online`` share: asking, and telling how far it is."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from contentlint.citations.audit import Page, keys
from contentlint.citations.lock import Entry, Lock
from contentlint.cli.console import FAILED, INTERRUPTED, complain, wants_colour
from contentlint.config import Config

Progress = Callable[[int, int], None]
"""Is told how many sources were asked, of how many."""


class Wanted(NamedTuple):
    """What the command line says of how to ask. ``budget`` is 0 where it says nothing."""

    allow: tuple[str, ...] = ()
    endpoints: tuple[str, ...] = ()
    budget: int = 0

    @classmethod
    def of(cls, allow: list[str] | None, endpoint: list[str] | None, budget: int) -> "Wanted":
        """Return what options say."""
        return cls(tuple(allow or ()), tuple(endpoint or ()), budget)


class Asking(NamedTuple):
    """How to ask, and whether to be quiet about it."""

    wanted: Wanted = Wanted()
    quiet: bool = False


class Looked(NamedTuple):
    """What was seen: an entry for each source that was asked, in words of the lock.

    ``unasked`` are those for which there was no time, that were left when somebody ``stopped``, or
    that could not be asked since the machine is ``offline``; ``problems`` say what broke here,
    which is no fault of a source.
    """

    entries: Mapping[str, Entry]
    unasked: tuple[str, ...] = ()
    stopped: bool = False
    problems: tuple[str, ...] = ()
    offline: bool = False

    @property
    def is_blind(self) -> bool:
        """Whether nothing was seen at all, for want of a connection."""
        return self.offline and not self.entries


def ask(
    config: Config, pages: Sequence[Page], urls: Iterable[str], lock: Lock, asking: Asking
) -> Looked:
    """Ask for sources of pages, but not for those that the project answers for.

    Raises ConfigError for settings that cannot be used.
    """
    from contentlint.cli.cite import looking, person

    today = datetime.now(UTC).date()
    urls = [url for url in urls if not lock.excuse(url, today)]
    policy = person.policy(person.load(), config, asking.wanted)
    with _progress(quiet=asking.quiet) as progress:
        return looking.look(pages, urls, lock, policy, progress)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Progress | None]:
    """Show on a terminal how far it is; elsewhere nothing."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("asking sources"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True, no_color=not wants_colour(sys.stderr))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield tell


def undone(looked: Looked) -> tuple[str, ...]:
    """Return what was not done, in words; nothing where all was."""
    return (*looked.problems, *_unasked(looked))


def _unasked(looked: Looked) -> Iterator[str]:
    if not looked.unasked and not looked.stopped:
        return
    count = len(looked.unasked)
    if looked.is_blind and not looked.stopped:
        yield f"{_OFFLINE}: none of {count:,} source{'s' * (count != 1)} was asked"
    else:
        yield f"{count:,} source{' was' if count == 1 else 's were'} not asked: {_why(looked)}"


_OFFLINE = "there is no connection to the internet"
_LATE = "the time was up (--budget gives more), or their host was too slow"


def _why(looked: Looked) -> str:
    if looked.stopped:
        return "somebody stopped it"
    return _OFFLINE if looked.offline else _LATE


def complain_of(looked: Looked) -> int:
    """Say what was not done, and return the exit code for it: 0 where all was."""
    told = undone(looked)
    for each in told:
        complain(each)
    return INTERRUPTED if looked.stopped else FAILED if told else 0


def online(config: Config, pages: Sequence[Page], asking: Asking) -> tuple[Config, Looked]:
    """Return settings that hold a fresh look at all sources of pages, and that look."""
    lock = known(config)
    looked = ask(config, pages, keys(pages), lock, asking)
    return replace(config, seen=merged(lock, looked, pages, whole=False)), looked


def known(config: Config) -> Lock:
    """Return what was seen of the sources so far."""
    return config.lock or Lock(excuses=config.sources)


def merged(lock: Lock, looked: Looked, pages: Iterable[Page], *, whole: bool) -> Lock:
    """Return the lock with what was seen.

    ``whole`` says that ``pages`` are all there are: then what no page cites any more is left out.
    """
    if whole:
        return lock.having(looked.entries.values()).only(keys(pages))
    return lock.having(
        _with_others(one, lock.entries.get(one.url)) for one in looked.entries.values()
    )


def _with_others(fresh: Entry, before: Entry | None) -> Entry:
    """Return an entry with what is known of the claims of pages that were not read."""
    others = before.claims if before else {}
    return replace(fresh, claims={**others, **fresh.claims})
