"""How well settings that are inferred fit: the findings of the rule that reads them, per 100 pages.

Each folder given is a site, or holds sites. Of each, the settings are inferred as ``contentlint
init`` does, written, read again, and every page is held against them. ``--details`` prints the
settings, ``--findings`` each finding for reading.
"""

import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from contentlint.config import Config, from_mapping
from contentlint.document import Document
from contentlint.engine import lint
from contentlint.inference import Collection
from contentlint.located import read_yaml
from contentlint.registry import installed
from contentlint.source import SourceError, read
from contentlint.survey import Survey

RULE = "front-matter-schema"
LEAST_MEASURED = 20


@dataclass
class Measured:
    """A collection, and what the rule says of its pages."""

    collection: Collection
    pages: int = 0
    findings: list[str] = field(default_factory=list)

    @property
    def strangers(self) -> set[str]:
        """Pages that either the list of odd ones names, or the rule, and not both."""
        named = {one.path for one in self.collection.outliers}
        return named ^ {one.partition(":")[0] for one in self.findings}

    @property
    def rate(self) -> float:
        return 100 * len(self.findings) / max(1, self.pages)


def measure(folder: Path) -> tuple[Survey, list[Measured], float]:
    """Return what the rule finds with the settings that are inferred for a site."""
    import os

    os.chdir(folder)
    start = time.perf_counter()
    survey = Survey(Path(), installed())
    inferred = survey.inferred
    spent = time.perf_counter() - start
    plain = read_yaml(inferred.block or "{}").plain()
    config = from_mapping(installed(), {**plain, "select": [RULE], "preset": "strict"})
    measured = {one.name: Measured(one) for one in inferred.collections}
    for file in survey.discovery.files:
        name = _collection(config, file)
        if name in measured:
            measured[name].pages += 1
            measured[name].findings += _findings(config, file)
    return survey, list(measured.values()), spent


def _collection(config: Config, file: str) -> str:
    fitting = config.collections_of(file)
    return fitting[-1].name if fitting else ""


def _findings(config: Config, file: str) -> list[str]:
    try:
        source = read(file)
    except SourceError:
        return []
    found = lint(Document(file, source.text, source.stored), config.rules_for(file)).diagnostics
    return [f"{file}:{one.start.line}: {one.message}" for one in found if one.rule == RULE]


def sites(folders: list[str]) -> list[Path]:
    """Return the sites in folders: those that hold pages themselves, or each directory in them."""
    found = []
    for folder in map(Path, folders):
        inside = sorted(one for one in folder.resolve().iterdir() if one.is_dir())
        alone = any(one.is_file() for one in folder.iterdir())
        found += [folder.resolve()] if alone else inside
    return found


def main(words: list[str]) -> int:
    """Print the figures; 0 when no site has two findings or more per 100 pages."""
    flags = {word for word in words if word.startswith("--")}
    folders = [word for word in words if not word.startswith("--")]
    totals: Counter[str] = Counter()
    print(f"{'site / collection':58} {'pages':>6} {'fields':>6} {'found':>6} {'per 100':>8}")
    for folder in sites(folders):
        survey, measured, spent = measure(folder)
        print(f"{folder.name} ({survey.generator.name or 'plain'}, {spent:.1f} s)")
        for one in measured:
            _print(one, flags)
            large = one.pages >= LEAST_MEASURED and one.collection.fields
            totals.update(
                pages=one.pages,
                findings=len(one.findings),
                collections=bool(large),
                over=bool(large) and one.rate >= 2,
            )
        if "--details" in flags:
            print(survey.inferred.block)
    rate = 100 * totals["findings"] / max(1, totals["pages"])
    print(
        f"{totals['pages']:,} pages, {totals['findings']:,} findings: {rate:.2f} per 100 pages; "
        f"{totals['over']} of {totals['collections']} collections of {LEAST_MEASURED} pages or "
        "more have 2 per 100 or more"
    )
    return int(rate >= 2)


def _print(one: Measured, flags: set[str]) -> None:
    name = f"  {one.collection.name}"
    print(
        f"{name:58} {one.pages:6,} {len(one.collection.fields):6} {len(one.findings):6} {one.rate:8.2f}"
    )
    if "--findings" in flags:
        for finding in one.findings:
            print(f"      {finding}")
        for path in sorted(one.strangers):
            print(f"      only one of init and check names {path}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
