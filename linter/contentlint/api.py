"""contentlint as a library: the same answers as the command's, without a process or a file."""

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple

from contentlint.config import Config, from_mapping, load
from contentlint.discovery import discover
from contentlint.document import Document
from contentlint.engine import fix, lint
from contentlint.fix import Applicability
from contentlint.registry import Registry, installed
from contentlint.report import Report
from contentlint.runner import Run, Task
from contentlint.violation import Diagnostic

Settings = Config | Mapping[str, Any] | str | os.PathLike[str] | None
"""A ``Config``; what a settings file says, as a mapping; the file's name; or None for defaults."""


class FixedText(NamedTuple):
    """A repaired text, what was repaired in it, and what is still wrong with it."""

    text: str
    fixed: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


class RuleCrashError(RuntimeError):
    """A rule broke, so that the answer would not be complete. The message names it."""


@cache
def _registry() -> Registry:
    return installed()


def load_config(file: str | os.PathLike[str] | None = None) -> Config:
    """Return the settings of a file, or of the one found from the working directory upwards.

    Raises ConfigError when they cannot be read.
    """
    from pathlib import Path

    return load(_registry(), Path(file) if file is not None else None)


def _settled(config: Settings) -> Config:
    if config is None:
        return Config(_registry())
    if isinstance(config, Config):
        return config
    return from_mapping(_registry(), config) if isinstance(config, Mapping) else load_config(config)


def check_text(text: str, path: str = "page.md", config: Settings = None) -> list[Diagnostic]:
    """Return what is wrong with a text, by place. Touches no disk.

    ``path`` is what the text is called: its ending says whether it is MDX, and settings for some
    files go by it. Without a ``config`` the defaults hold. Raises RuleCrashError when a rule broke,
    ConfigError when the settings cannot be used.
    """
    today = datetime.now(UTC).date()
    linted = lint(Document(path, text), _settled(config).rules_for(path), today)
    _complete(linted.crashes)
    return list(linted.diagnostics)


def fix_text(
    text: str, path: str = "page.md", config: Settings = None, *, unsafe: bool = False
) -> FixedText:
    """Return a text with everything repaired that is certain; with ``unsafe`` also what is likely.

    Touches no disk. Raises RuleCrashError when a rule broke, or when rules undo each other.
    """
    least = Applicability.UNSAFE if unsafe else Applicability.SAFE
    fixed = fix(Document(path, text), _settled(config).rules_for(path), least)
    _complete((*fixed.linted.crashes, *filter(None, [fixed.problem])))
    return FixedText(fixed.text, fixed.applied, fixed.linted.diagnostics)


def _complete(crashes: Iterable[str]) -> None:
    told = "; ".join(crashes)
    if told:
        raise RuleCrashError(told)


def check_paths(
    paths: Iterable[str | os.PathLike[str]], config: Settings = None, *, jobs: int = 1
) -> Report:
    """Return what is wrong with the pages that paths stand for. Writes nothing.

    ``jobs`` is the number of processes, 0 for one a processor. What cannot be read is in the
    report's ``errors``.
    """
    settled = _settled(config)
    found = discover([os.fspath(path) for path in paths], settled)
    return Run(Task(settled), jobs=jobs).over(found.files, found.errors)
