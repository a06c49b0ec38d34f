from dataclasses import replace

import pytest

from contentlint.config import Config
from contentlint.discovery import Failure
from contentlint.reporters import View, render
from contentlint.runner import Run, Task
from contentlint.source import decode


@pytest.fixture
def config(registry):
    return Config(registry).choosing(["swap", "maybe", "quiet"])


@pytest.fixture
def shown(config):
    """Check pages, given as name=text, and return the report in a format."""

    def show(name, pages, **more):
        reports = [Run(Task(config)).over_text(text.encode(), path) for path, text in pages.items()]
        whole = replace(
            reports[0],
            diagnostics=tuple(one for report in reports for one in report.diagnostics),
            files=len(reports),
            seconds=0.25,
            errors=tuple(Failure(*each) for each in more.pop("errors", ())),
        )
        texts = {path: decode(text.encode(), path).text for path, text in pages.items()}
        view = View(
            report=more.pop("report", whole), registry=config.registry, text_of=texts.get, **more
        )
        return render(name, view)

    return show
