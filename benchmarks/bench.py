"""contentlint beside other linters on one generated tree, in one run: make bench.

Commands take turns, so that a machine whose speed drifts slows all of them alike; quoted are
medians and ratios of medians. Wall and CPU seconds and peak memory are those of whole processes.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tree import generate

BIN = Path(sys.executable).parent
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


@dataclass
class Contender:
    """A command and what its runs took: wall and CPU seconds, peak resident megabytes."""

    name: str
    command: Sequence[str]
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)

    def run(self, *, counted: bool = True) -> None:
        start = time.perf_counter()
        process = subprocess.Popen(self.command, **QUIET)
        _, _, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if counted:
            self.wall.append(wall)
            self.cpu.append(usage.ru_utime + usage.ru_stime)
            self.peak.append(usage.ru_maxrss / 1024)


def race(contenders: list[Contender], runs: int) -> None:
    for contender in contenders:
        contender.run(counted=False)
    for _ in range(runs):
        for contender in contenders:
            contender.run()


def show(title: str, contenders: list[Contender]) -> None:
    base = contenders[0]
    print(f"\n{title}")
    print(f"{'':34}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'wall ÷':>9}{'CPU ÷':>9}")
    for one in contenders:
        wall, cpu = statistics.median(one.wall), statistics.median(one.cpu)
        print(
            f"{one.name:34}{wall:9.3f}{cpu:9.3f}{max(one.peak):9.0f}"
            f"{wall / statistics.median(base.wall):9.2f}{cpu / statistics.median(base.cpu):9.2f}"
        )


def trees(root: Path, runs: int) -> None:
    size = generate(root)
    print(
        f"{size / 1e6:.1f} MB in 2,500 pages; {runs} runs of each, in turn; {os.cpu_count()} cores"
    )
    # A bare process cannot tell the peak of its workers, so memory is that of the largest one.
    race_all = [
        Contender(
            "contentlint check --no-cache",
            [str(BIN / "contentlint"), "check", "--no-cache", str(root)],
        ),
        *peers(root),
    ]
    race(race_all, runs)
    show("Cold check of the whole tree (÷ = times contentlint)", race_all)


def peers(root: Path) -> list[Contender]:
    found = []
    if (BIN / "rumdl").exists():
        found.append(
            Contender(
                "rumdl check --no-cache", [str(BIN / "rumdl"), "check", "--no-cache", str(root)]
            )
        )
    return found


def slow_peers(root: Path) -> None:
    """Linters that take minutes for the tree are timed once, on every twentieth page."""
    small = root.with_name("small")
    for path in sorted(root.rglob("*.md"))[::20]:
        target = small / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    contenders = [
        Contender(
            "contentlint check --no-cache",
            [str(BIN / "contentlint"), "check", "--no-cache", str(small)],
        )
    ]
    if (BIN / "pymarkdown").exists():
        contenders.append(
            Contender("pymarkdown scan -r", [str(BIN / "pymarkdown"), "scan", "-r", str(small)])
        )
    cli2 = shutil.which("markdownlint-cli2")
    if cli2:
        contenders.append(Contender("markdownlint-cli2", [cli2, f"{small}/**/*.md"]))
    for contender in contenders:
        contender.run()
    show("One run on 125 of the pages, for linters that are slower", contenders)


def starts(root: Path, runs: int) -> None:
    page = next(root.rglob("*.md"))
    contenders = [
        Contender("python -c pass", [sys.executable, "-c", "pass"]),
        Contender("contentlint --version", [str(BIN / "contentlint"), "--version"]),
        Contender(
            "contentlint check one-page.md",
            [str(BIN / "contentlint"), "check", "--no-cache", str(page)],
        ),
    ]
    race(contenders, runs * 3)
    show("Start-up (÷ = times python -c pass)", contenders)


def encoding(root: Path) -> None:
    try:
        import ftfy
    except ImportError:
        return
    from contentlint_rules.encoding.repair import explain

    texts = [path.read_text("utf-8") for path in sorted(root.rglob("*.md"))[::10]]
    broken = [text.encode().decode("mac_roman") for text in texts if "é" in text]
    print("\nEncoding repair inside one process, MB/s of UTF-8")
    for title, sample in (("clean pages", texts), ("pages read as Mac Roman", broken)):
        size = sum(len(text.encode()) for text in sample) / 1e6
        for name, call in (
            ("contentlint", explain),
            ("ftfy per line", _by_line(ftfy.fix_encoding)),
        ):
            start = time.perf_counter()
            for text in sample:
                call(text)
            print(f"{title:26}{name:16}{size / (time.perf_counter() - start):8.1f}")


def _by_line(call):
    return lambda text: "\n".join(call(line) for line in text.split("\n"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--fast", action="store_true", help="leave the slow linters out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "tree"
        trees(root, options.runs)
        starts(root, options.runs)
        if not options.fast:
            slow_peers(root)
        encoding(root)
    print(
        f"\nPeak memory of any process of this run: "
        f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"
    )


if __name__ == "__main__":
    main()
