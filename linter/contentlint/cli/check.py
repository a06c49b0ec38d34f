"""``contentlint check``: find what is wrong, repair what is certain."""

import os
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from contentlint.cli.arguments import Wish
from contentlint.cli.console import (
    INTERRUPTED,
    complain,
    draws,
    fail,
    put,
    put_bytes,
    wants_colour,
    width,
)
from contentlint.config import LEVELS, Config, load
from contentlint.discovery import Discovery, Failure, discover
from contentlint.registry import installed
from contentlint.report import CLEAN, FAILED, FOUND, Change, Report
from contentlint.reporters import View, render
from contentlint.reporters.escape import at_line_start, escape
from contentlint.source import SourceError, read

if TYPE_CHECKING:
    from contentlint.cache import Cache
    from contentlint.citations.audit import Page


def run(wish: Wish) -> int:
    """Check what is wished, and return the exit code."""
    _refuse(wish)
    config = _settings(wish).choosing(wish.selected, wish.ignored, wish.presets)
    if wish.fail_on is not None:
        config = replace(config, fail_on=LEVELS.get(wish.fail_on))
    if wish.max_findings is not None:
        config = replace(config, max_findings=wish.max_findings)
    return _check_stdin(wish, config) if wish.paths == ["-"] else _check_files(wish, config)


def _refuse(wish: Wish) -> None:
    """End when what is asked for contradicts itself."""
    if "-" in (wish.paths or ()) and wish.paths != ["-"]:
        fail("- stands for standard input and cannot be checked along with files")
    if wish.stdin_filename and wish.paths != ["-"]:
        fail("--stdin-filename names the page on standard input, so it needs the path -")
    if wish.unsafe_fixes and wish.least is None:
        fail("--unsafe-fixes says what to repair: add --fix to do it, or --diff to see it")
    if (wish.allow or wish.endpoint or wish.budget) and not wish.online:
        fail("--allow, --endpoint and --budget say how to ask the web: add --online")
    if wish.config and wish.no_config:
        fail("--config and --no-config contradict each other")


def _settings(wish: Wish) -> Config:
    registry = installed()
    file = Path(wish.config) if wish.config else None
    return Config(registry) if wish.no_config else load(registry, file)


def _check_stdin(wish: Wish, config: Config) -> int:
    from contentlint.runner import Run, Task

    data = sys.stdin.buffer.read()
    path = wish.stdin_filename or "stdin.md"
    asked = _Asked(config)
    if wish.online:
        asked = _online_text(wish, config, data, path)
        config = asked.config
    report = Run(Task(config, wish.least)).over_text(data, path)
    report = replace(report, errors=(*report.errors, *asked.undone))
    change = report.changes[0] if report.changes else None
    if wish.fix and not wish.diff:
        put_bytes(
            change.origin.mark + change.after.encode(change.origin.encoding) if change else data
        )
        texts = {path: change.after} if change else {}
        return asked.code(_deliver(wish, config, report, sys.stderr, texts))
    return asked.code(_deliver(wish, config, report, sys.stdout, _decoded(data, path)))


class _Asked(NamedTuple):
    """Settings that hold a fresh look at the sources, what could not be done, and if it stopped."""

    config: Config
    undone: tuple[Failure, ...] = ()
    stopped: bool = False

    def code(self, code: int) -> int:
        """Return the exit code of a check after it."""
        return INTERRUPTED if self.stopped else code


def _decoded(data: bytes, path: str) -> dict[str, str]:
    from contentlint.source import decode

    try:
        return {path: decode(data, path).text}
    except SourceError:
        return {}


def _check_files(wish: Wish, config: Config) -> int:
    from contentlint.runner import FEW, Run, Task

    paths = tuple(wish.paths or default_paths(config))
    found = discover(paths, config)
    if not found.files:
        return nothing_to_do(paths, found)
    cache = None
    if not wish.no_cache and wish.least is None and len(found.files) >= FEW:
        cache = _cache(config)
    asked = _online_files(wish, config, found.files) if wish.online else _Asked(config)
    config = asked.config
    progress = _progress if sys.stderr.isatty() and not wish.quiet else None
    run = Run(
        Task(config, wish.least, hashed=cache is not None),
        jobs=wish.jobs,
        cache=cache,
        writes=wish.fix and not wish.diff,
        progress=progress,
    )
    _tune()
    report = run.over(found.files, (*found.errors, *asked.undone))
    if progress:
        _clear()
    return asked.code(_deliver(wish, config, report, sys.stdout, {}))


def _online_files(wish: Wish, config: Config, files: tuple[str, ...]) -> _Asked:
    from contentlint.cli.cite.pages import gather

    # What cannot be read is told by the check itself.
    return _online(wish, config, gather(files, config)[0])


def _online_text(wish: Wish, config: Config, data: bytes, path: str) -> _Asked:
    from contentlint.cli.cite.pages import page_of
    from contentlint.document import Document

    texts = _decoded(data, path).items()
    return _online(
        wish, config, [page_of(Document(*one, locate=config.locate), config) for one in texts]
    )


def _online(wish: Wish, config: Config, pages: "Sequence[Page]") -> _Asked:
    from contentlint.cli.cite.asking import Asking, Wanted, online, undone

    wanted = Wanted.of(wish.allow, wish.endpoint, wish.budget)
    config, looked = online(config, pages, Asking(wanted, quiet=wish.quiet))
    return _Asked(config, tuple(Failure("", each) for each in undone(looked)), looked.stopped)


def nothing_to_do(paths: tuple[str, ...], found: Discovery) -> int:
    """Say why no page was checked, and return the exit code.

    All is well only where every file that was named is excluded by the settings: so a hook
    calls when nothing else has changed.
    """
    for path, message in found.errors:
        complain(f"{path}: {message}")
    if found.errors and not (found.pruned or found.excluded):
        complain("Nothing was checked.")
        return FAILED
    complain(_nothing(paths, found.reasons()))
    named = not found.errors and all(Path(path).is_file() for path in paths)
    return CLEAN if named else FAILED


def _tune() -> None:
    """Findings hold no cycles: looking for garbage less often is a tenth of the time."""
    import gc
    import signal

    gc.freeze()
    gc.set_threshold(50_000, 50, 100)
    with suppress(ValueError):  # only a main thread can listen
        signal.signal(signal.SIGTERM, _terminated)


def _terminated(number: int, frame: object) -> None:
    """Unwind, so that no half-written file stays behind."""
    del frame
    raise SystemExit(128 + number)


def _cache(config: Config) -> "Cache | None":
    try:
        from contentlint.cache import Cache

        return Cache(config)
    except (ImportError, OSError):
        return None


def default_paths(config: Config) -> Iterator[str]:
    """Yield what is checked when nobody says what."""
    if not config.paths:
        yield "."
    for path in config.paths:
        yield os.path.relpath(config.root / path)


def _nothing(paths: tuple[str, ...], reasons: str) -> str:
    where = ", ".join(
        path if path == "." or Path(path).suffix else f"{path.rstrip('/')}/" for path in paths
    )
    where = "here" if where == "." else f"under {where}"
    why = f" (excluded: {reasons})" if reasons else ""
    return f"no Markdown file {where}{why}. Nothing was checked."


def _progress(done: int, total: int) -> None:
    sys.stderr.write(f"\r{done:,} of {total:,} files\x1b[K")
    sys.stderr.flush()


def _clear() -> None:
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()


def _deliver(
    wish: Wish, config: Config, report: Report, stream: TextIO, texts: dict[str, str]
) -> int:
    """Put the report where it is wanted and complaints on standard error; return the exit code."""
    if wish.diff:
        put("".join(map(_diff, report.changes)), stream)
        if not wish.quiet:
            count, places = len(report.changes), len(report.fixed)
            put(f"{places} would be repaired in {count} of {report.files} files.\n", sys.stderr)
    else:
        _write(wish, render(wish.format, _view(wish, config, report, stream, texts)), stream)
    for path, message in report.errors:
        complain(f"{path}: {message}" if path else message)
    if wish.diff:
        return FAILED if report.errors else FOUND if report.changes else CLEAN
    return report.exit_code(config.fail_on)


def _view(
    wish: Wish, config: Config, report: Report, stream: TextIO, texts: dict[str, str]
) -> View:
    def text_of(path: str) -> str | None:
        if path in texts:
            return texts[path]
        try:
            return read(path).text
        except SourceError:
            return None

    to_file = bool(wish.output_file)
    return View(
        report=report,
        registry=config.registry,
        text_of=text_of,
        width=100 if to_file else width(stream),
        unicode=to_file or draws(stream),
        colour=not to_file and wants_colour(stream),
        quiet=wish.quiet,
        max_findings=config.max_findings,
        repaired=wish.fix,
        statistics=wish.statistics,
        show_fixes=wish.show_fixes,
        again=" ".join(map(shlex.quote, wish.paths or ())),
    )


def _write(wish: Wish, text: str, stream: TextIO) -> None:
    if not wish.output_file:
        put(text, stream)
        return
    try:
        Path(wish.output_file).write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        fail(f"{wish.output_file}: {(error.strerror or str(error)).lower()}")


def _diff(change: Change) -> str:
    from difflib import unified_diff

    path = escape(change.origin.path)
    lines = unified_diff(
        change.before.split("\n"), change.after.split("\n"), f"a/{path}", f"b/{path}", lineterm=""
    )
    if change.before == change.after:
        return f"{path}: the same text, stored as UTF-8 without a byte order mark\n"
    return "".join(f"{_diff_line(line)}\n" for line in lines)


def _diff_line(line: str) -> str:
    """Return a line of a difference that steers nothing: a context line may begin with ``::``."""
    carriage = line.endswith("\r")
    shown = line[:1] + at_line_start(line[1:].removesuffix("\r").replace("\t", "\x00"))
    return shown.replace("\\x00", "\t") + ("\r" if carriage else "")
