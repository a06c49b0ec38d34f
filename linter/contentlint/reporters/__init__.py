"""A report → text for somebody or something to read; one format a module."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from contentlint.registry import Registry
from contentlint.report import Report

FORMATS = ("text", "concise", "json", "github", "sarif")


def _nothing(path: str) -> str | None:
    del path
    return None


@dataclass(frozen=True, kw_only=True)
class View:
    """A report, and how to show it.

    ``text_of`` returns a page's text for the lines that are quoted; None where it is gone.
    ``width`` counts cells. ``unicode`` says whether the output can hold more than ASCII, ``quiet``
    that nothing but findings is wanted, ``max_findings`` how many equal findings of a file are
    shown one by one (0: all), ``again`` the words after ``contentlint check`` that were given.
    """

    report: Report
    registry: Registry
    text_of: Callable[[str], str | None] = _nothing
    width: int = 100
    unicode: bool = True
    colour: bool = False
    quiet: bool = False
    max_findings: int = 3
    repaired: bool = False
    statistics: bool = False
    show_fixes: bool = False
    again: str = ""


def render(name: str, view: View) -> str:
    """Return the report in one of FORMATS."""
    module = import_module(f"contentlint.reporters.{name}")
    rendered: str = module.render(view)
    return rendered
