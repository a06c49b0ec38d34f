"""Many files → a Report: in this process for a few, in several for many, from a cache if it can."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from contentlint.anchors import all_linked
from contentlint.config import Config
from contentlint.discovery import Failure
from contentlint.document import Document
from contentlint.engine import Fixed, Linted, fix, lint, lint_project, mend
from contentlint.fix import Applicability
from contentlint.ground import Disk
from contentlint.report import Change, Facts, Report, packed, unpacked
from contentlint.rule import Configured
from contentlint.source import Source, SourceError, UnwritableError, decode, read, write
from contentlint.triggers import prepare
from contentlint.violation import Diagnostic

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from contentlint.cache import Cache

FEW = 40
"""Up to so many files a second process does not pay."""
_SMALL = 400_000
"""Up to so many bytes altogether it does not either."""
_BATCHES = 6
"""How many batches each process gets: enough that none waits long for the last."""
_TOLD_AFTER = 2.0


class Task(NamedTuple):
    """What to do with each file: check it, or with ``least`` also repair what is that sure.

    ``hashed`` says that the cache will want to know the file's hash. ``anchors`` are those that
    links of all files lead to.
    """

    config: Config
    least: Applicability | None = None
    hashed: bool = False
    anchors: frozenset[str] = frozenset()


class Outcome(NamedTuple):
    """What came of one file. ``digest`` is that of its bytes, empty when nobody asked."""

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()
    facts: Facts | None = None
    errors: tuple[str, ...] = ()
    change: Change | None = None
    digest: bytes = b""


def examine(path: str, task: Task) -> Outcome:
    """Check one file on disk, or work out its repair. Writes nothing, and never raises."""
    try:
        source = read(path)
    except SourceError as error:
        return Outcome(path, errors=(str(error),))
    return examine_source(source, task)


def examine_source(source: Source, task: Task) -> Outcome:
    """Check one text, or work out its repair."""
    try:
        rules = task.config.rules_for(source.path)
        document = Document(source.path, source.text, source.stored, task.config.locate)
        if task.least is None:
            known = source.digest if task.hashed else b""
            problems = (source.problem,) if source.problem else ()
            return _outcome(source, lint(document, rules), digest=known, errors=problems)
        return _repaired(source, document, rules, task)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a parser's panic is no Exception; other files go on
        problem = f"could not be checked: {type(error).__name__}: {error}. This is a bug."
        return Outcome(source.path, errors=(problem,))


def _outcome(source: Source, linted: Linted, **more: Any) -> Outcome:
    errors = (*more.pop("errors", ()), *linted.crashes)
    return Outcome(source.path, linted.diagnostics, facts=linted.facts, errors=errors, **more)


def _repaired(
    source: Source, document: Document, rules: tuple[Configured, ...], task: Task
) -> Outcome:
    least = Applicability.SAFE if task.least is None else task.least
    fixed = fix(document, rules, least, task.anchors)
    change = None
    if (fixed.text, fixed.stored) != (source.text, source.stored):
        origin = source.origin._replace(encoding=fixed.stored.encoding, mark=fixed.stored.mark)
        change = Change(origin, source.text, fixed.text)
    problem = (fixed.problem,) if fixed.problem else ()
    if source.problem and not fixed.stored.whole:
        problem = (*problem, source.problem)
    return _outcome(
        source,
        fixed.linted,
        fixed=fixed.applied,
        change=change,
        errors=problem,
        digest=source.digest,
    )


_Across = tuple[tuple[Diagnostic, ...], tuple[str, ...]]
"""What is wrong across files, and which rules broke."""


def _texts(files: Iterable[str]) -> Iterator[str]:
    for path in files:
        with suppress(SourceError):
            yield read(path).text


@dataclass
class Run:
    """One run over many files.

    ``jobs`` is the number of processes, 0 for one a processor. ``cache`` is used only to check.
    ``writes`` says whether repaired pages are written. ``progress`` is told, after two seconds,
    how many files are done of how many.
    """

    task: Task
    jobs: int = 0
    cache: "Cache | None" = None
    writes: bool = False
    progress: Callable[[int, int], None] | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    _found_across: _Across = ((), ())
    _given: dict[str, Source] = field(default_factory=dict)
    """What was checked without being in a file."""
    _started: float = field(default_factory=time.perf_counter)

    def over(self, files: Sequence[str], failures: Iterable[Failure] = ()) -> Report:
        """Check, or repair, files; return all that came of it along with earlier failures."""
        unknown = files
        if self.cache is not None and self.task.least is None:
            known = self.cache.known(files)
            self.outcomes += known
            done = {outcome.path for outcome in known}
            unknown = [path for path in files if path not in done] if done else files
        if self.task.least is not None:
            self.task = self.task._replace(anchors=all_linked(_texts(files)))
        for outcome in self._examined(unknown):
            self.outcomes.append(outcome)
            self._tell(len(files))
        if self.cache is not None and self.task.least is None:
            fresh = self.outcomes[len(files) - len(unknown) :]
            self.cache.keep(outcome for outcome in fresh if not outcome.errors)
        self._across(self._ground())
        return self._report(len(files), failures)

    def over_text(self, data: bytes, path: str) -> Report:
        """Check, or work out the repair of, a text that is in no file."""
        try:
            source = decode(data, path)
        except SourceError as error:
            return Report(errors=(Failure(path, str(error)),), seconds=self._seconds())
        self.outcomes.append(examine_source(source, self.task))
        self._given[path] = source
        self._across(self._ground({path: source.text}))
        return self._report(1, ())

    def _seconds(self) -> float:
        return time.perf_counter() - self._started

    def _examined(self, files: Sequence[str]) -> Iterator[Outcome]:
        jobs = self.jobs or _processors()
        if jobs == 1 or len(files) < FEW or _total(files) < _SMALL:
            return (examine(path, self.task) for path in files)
        return _Pool(self.task, jobs).outcomes(files)

    def _written(self, outcome: Outcome) -> Outcome:
        """Write a repaired page. What cannot be written was not repaired."""
        if not self.writes or outcome.change is None:
            return outcome
        try:
            write(outcome.change.origin, outcome.change.after)
        except SourceError as error:
            left = examine(outcome.path, Task(self.task.config))
            return left._replace(errors=(*left.errors, str(error)))
        return outcome

    def _tell(self, total: int) -> None:
        done = len(self.outcomes)
        if self.progress and done % 16 == 0 and self._seconds() > _TOLD_AFTER:
            self.progress(done, total)

    def _ground(self, texts: Mapping[str, str] | None = None) -> Disk:
        config = self.task.config
        return Disk(config.sites, dict(texts or {}), lock=config.lock)

    def _across(self, ground: Disk) -> None:
        """Let the rules that look across files look at what was collected of each.

        Repairs that they ask for are made once; then they look again. Only then is all written.
        """
        self._found_across = self._looked_across(ground)
        if self.task.least is not None and self._mended(ground):
            self._found_across = self._looked_across(ground)
        planned, self.outcomes = self.outcomes, list(map(self._written, self.outcomes))
        failed = [one.path for one, plan in zip(self.outcomes, planned, strict=True) if one != plan]
        for path in failed:
            ground.texts.pop(path, None)
        if failed:
            self._found_across = self._looked_across(ground)

    def _looked_across(self, ground: Disk) -> _Across:
        ground.texts.update((one.path, one.change.after) for one in self.outcomes if one.change)
        ground.shelf.clear()
        self.outcomes.sort(key=lambda outcome: outcome.path)
        facts = {outcome.path: outcome.facts for outcome in self.outcomes if outcome.facts}
        told = {outcome.path: outcome.diagnostics for outcome in self.outcomes}
        return lint_project(facts, self.task.config.rules_for, ground, told)

    def _mended(self, ground: Disk) -> bool:
        """Make the repairs that were asked for across files; False when there were none."""
        least = self.task.least or Applicability.SAFE
        wanted: dict[str, list[Diagnostic]] = {}
        for one in self._found_across[0]:
            if one.fix is not None and one.fix.applicability >= least:
                wanted.setdefault(one.path, []).append(one)
        for index, outcome in enumerate(self.outcomes):
            found = wanted.get(outcome.path)
            if found:
                self.outcomes[index] = self._mend(outcome, found, least, ground)
        return bool(wanted)

    def _mend(
        self, outcome: Outcome, found: list[Diagnostic], least: Applicability, ground: Disk
    ) -> Outcome:
        """Return what comes of a page with repairs made that were asked for across files."""
        rules = self.task.config.rules_for(outcome.path)
        try:
            document = ground.load(outcome.path)
            fixed = mend(document, rules, found, least, self.task.anchors)
            return _mended(outcome, document, fixed, self._given.get(outcome.path))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # as in examine_source
            told = str(error)
            if not isinstance(error, SourceError):
                told = f"could not be repaired: {type(error).__name__}: {error}. This is a bug."
            return outcome._replace(errors=(*outcome.errors, told))

    def _report(self, files: int, failures: Iterable[Failure]) -> Report:
        self.outcomes.sort(key=lambda outcome: outcome.path)
        errors = [Failure(one.path, each) for one in self.outcomes for each in one.errors]
        across, crashes = self._found_across
        found = [one for outcome in self.outcomes for one in outcome.diagnostics]
        if across:
            found = sorted((*found, *across), key=lambda diagnostic: diagnostic.order)
        return Report(
            tuple(found),
            tuple(one for outcome in self.outcomes for one in outcome.fixed),
            (*failures, *errors, *(Failure("", crash) for crash in crashes)),
            files,
            self._seconds(),
            tuple(one.change for one in self.outcomes if one.change),
        )


def _mended(outcome: Outcome, document: Document, fixed: Fixed, given: Source | None) -> Outcome:
    """Return what came of a page after repairs that were asked for across files."""
    if not fixed.applied:
        return outcome
    change = outcome.change
    if change is None:
        source = given or read(outcome.path)
        if source.digest != outcome.digest:
            raise UnwritableError("not changed: somebody else changed it meanwhile. Run again.")
        change = Change(source.origin, document.text, "")
    return outcome._replace(
        diagnostics=fixed.linted.diagnostics,
        facts=fixed.linted.facts,
        fixed=(*outcome.fixed, *fixed.applied),
        change=change._replace(after=fixed.text),
    )


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116
    except (OSError, ValueError):
        return 0


def _total(files: Iterable[str]) -> int:
    return sum(map(_size, files))


def batches(files: Iterable[str], count: int) -> list[list[str]]:
    """Return files in at most so many batches of about the same size, the largest first."""
    from heapq import heapify, heapreplace

    sized = sorted(((_size(path), path) for path in files), reverse=True)
    heap: list[tuple[int, int, list[str]]] = [(0, index, []) for index in range(count)]
    heapify(heap)
    for size, path in sized:
        total, index, batch = heap[0]
        batch.append(path)
        heapreplace(heap, (total + size + 2_000, index, batch))
    return [batch for _, _, batch in sorted(heap, reverse=True) if batch]


_task: Task


class _Packed(NamedTuple):
    """An outcome with plain findings: those travel between processes at a tenth of the cost."""

    diagnostics: list[Any]
    fixed: list[Any]
    rest: Outcome


def _start(task: Task) -> None:
    """Prepare a process: a signal ends it silently, and it does not look for garbage."""
    global _task  # noqa: PLW0603
    import gc
    import signal

    _task = task
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)


_TYPICAL = """---
title: "The mill"
tags:
  - wheel
---

# The mill

It **turns** _slowly_ – see [the dam](dam.md#top), `water` and https://mill.example/a.

- **Entry**: free
- Dogs: on a lead

1. Stone
2. Corn

| Part | Age |
| --- | --- |
| Wheel | 90 |

```sh
turn
```
"""
"""What most pages hold."""


def _prepare(task: Task) -> None:
    """Make here, before the processes part, what each of them would have to make for itself."""
    rules = task.config.rules_for("page.md")
    prepare(rules)
    lint(Document("page.md", _TYPICAL, locate=task.config.locate), rules)


def _batch(paths: Sequence[str]) -> list[_Packed]:
    return [_pack(examine(path, _task)) for path in paths]


def _pack(outcome: Outcome) -> _Packed:
    found, fixed = map(packed, outcome.diagnostics), map(packed, outcome.fixed)
    return _Packed(list(found), list(fixed), outcome._replace(diagnostics=(), fixed=()))


def _unpack(plain: _Packed) -> Outcome:
    path = plain.rest.path
    if not plain.diagnostics and not plain.fixed:
        return plain.rest
    return plain.rest._replace(
        diagnostics=tuple(unpacked(path, each) for each in plain.diagnostics),
        fixed=tuple(unpacked(path, each) for each in plain.fixed),
    )


class _Pool:
    """Several processes. One that dies takes no other file's findings with it."""

    def __init__(self, task: Task, jobs: int) -> None:
        self.task, self.jobs = task, jobs

    def outcomes(self, files: Sequence[str]) -> Iterator[Outcome]:
        left: list[list[str]] = batches(files, self.jobs * _BATCHES)
        yield from self._attempt(left, self.jobs)
        while left:
            # A process died. What is left runs again, one batch at a time, to find the culprit.
            batch = left.pop()
            alone = [batch]
            yield from self._attempt(alone, 1)
            if alone and len(batch) == 1:
                message = "could not be checked: the process that read it died"
                yield Outcome(batch[0], errors=(message,))
            elif alone:
                middle = len(batch) // 2
                left += batch[:middle], batch[middle:]

    def _attempt(self, work: list[list[str]], jobs: int) -> Iterator[Outcome]:
        """Yield what comes of batches, and take those that were done off the list."""
        from concurrent.futures import as_completed
        from concurrent.futures.process import BrokenProcessPool

        pool = self._open(min(jobs, len(work)))
        try:
            futures = {pool.submit(_batch, batch): batch for batch in work}
            with suppress(BrokenProcessPool):
                for future in as_completed(futures):
                    results = future.result()
                    work.remove(futures[future])
                    yield from map(_unpack, results)
            pool.shutdown(cancel_futures=True)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            _end_children()
            raise

    def _open(self, jobs: int) -> "ProcessPoolExecutor":
        import multiprocessing
        import sys
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        if context.get_start_method() == "fork":
            _prepare(self.task)
        return ProcessPoolExecutor(jobs, context, _start, (self.task,))


def _end_children() -> None:
    """End the processes at once: they write nothing, so nothing can be left half done."""
    import multiprocessing

    for child in multiprocessing.active_children():
        child.terminate()
