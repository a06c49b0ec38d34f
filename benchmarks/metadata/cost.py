"""What the rules about front matter cost a page, in one process: make metadata-cost.

Pages are read from PAGES= and repeated up to 40,000, or made up: a tenth without front matter, the
others with what blogs have. Each page is looked at by all rules that are on by default, with and
without the family “metadata”, in turn, so that what both share (the first look at the text) is in
both; the difference is what the family costs. What it finds across pages is counted with it.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

from contentlint.config import Config
from contentlint.document import Document
from contentlint.engine import lint, lint_project
from contentlint.ground import Disk
from contentlint.registry import installed
from contentlint.rule import Configured
from contentlint.source import SourceError, read

PAGES = os.environ.get("PAGES")
COUNT = int(os.environ.get("COUNT", "40000"))
RUNS = 3
FAMILY = "metadata"
BAR = 150.0
"""Microseconds a page."""
_WORDS = ("wheel", "dam", "corn", "mill", "stone", "river", "flour", "grain", "water", "sluice")
Page = tuple[str, str]


def made_up(count: int) -> Iterator[Page]:
    """Yield pages as blogs have them, the same each time."""
    draw = random.Random(7)
    for number in range(count):
        title = " ".join(draw.choices(_WORDS, k=5)).capitalize()
        tags = "".join(f"  - {tag}\n" for tag in draw.sample(_WORDS, 3))
        head = (
            f'---\ntitle: "{title} {number}"\ndate: 20{draw.randrange(10, 25)}-03-1{number % 10}\n'
            f"description: {' '.join(draw.choices(_WORDS, k=16))}\nslug: page-{number}\n"
            f"draft: false\ntags:\n{tags}author: Noria Weiss\n---\n\n"
        )
        body = "\n\n".join(" ".join(draw.choices(_WORDS, k=60)) + "." for _ in range(6))
        yield f"posts/{number}.md", (head if number % 10 else "") + body + "\n"


def real(folder: Path) -> list[Page]:
    """Return the pages of a directory."""
    found = []
    for path in sorted(folder.rglob("*.md*")):
        try:
            found.append((str(path), read(str(path)).text))
        except SourceError:
            continue
    return found


def looked_at(pages: Iterable[Page], rules: tuple[Configured, ...], config: Config) -> float:
    """Return the CPU seconds that some rules take for pages."""
    start = time.process_time()
    facts = {}
    for path, text in pages:
        facts[path] = lint(Document(path, text, locate=config.locate), rules).facts
    lint_project(
        {path: one for path, one in facts.items() if one},
        lambda _: rules,
        Disk(config.sites, {}),
    )
    return time.process_time() - start


def main() -> None:
    config = Config(installed())
    everything = config.rules_for("page.md")
    without = tuple(one for one in everything if one.rule.family != FAMILY)
    pages = real(Path(PAGES)) if PAGES else list(made_up(COUNT))
    if PAGES and len(pages) < COUNT:
        copies = islice(cycle(pages), COUNT)
        pages = [(f"{number}/{path}", text) for number, (path, text) in enumerate(copies)]
    seconds: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(RUNS):
        for whole in (True, False):
            seconds[whole].append(looked_at(pages, everything if whole else without, config))
    micro = {whole: statistics.median(one) / len(pages) * 1e6 for whole, one in seconds.items()}
    cost = micro[True] - micro[False]
    print(f"{len(pages):,} pages, {RUNS} runs of each, in turn; medians, microseconds a page")
    print(f"all rules {micro[True]:.0f}, without the family {micro[False]:.0f}: {cost:.0f}")
    print(f"bar {BAR:.0f}: {'ok' if cost < BAR else 'MISSED'}")


if __name__ == "__main__":
    sys.exit(main())
