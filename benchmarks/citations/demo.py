"""The example site that cites its sources, checked against them, served on loopback.

No packet leaves the machine. Exits with 0 when what is wrong was found, and nothing else.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from served import HOST, lead_to, registering, serving

SITE = Path(__file__).parents[2] / "examples" / "cited-site"
EXPECTED = ("83 %", "5,600 tonnes")
"""The figures that do not stand at their source."""
RECORDED = ("was retracted on 2024-05-06", "The record of 10.5555/oak.2021 has the year “2021”")
"""What registers say of two of the works."""


def run(folder: Path, *words: str) -> tuple[int, str]:
    """Run a command as a person does, and show it."""
    print(f"$ contentlint {' '.join(words)}", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "contentlint", *words],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        check=False,
    )
    text = done.stdout.decode()
    print(text, flush=True)
    return done.returncode, text


def main() -> int:
    """Run the demonstration on a copy."""
    with TemporaryDirectory() as folder:
        site = Path(shutil.copytree(SITE, Path(folder, "site")))
        (site / "contentlint.lock").unlink(missing_ok=True)
        sources = site / "_sources"
        with serving(sources) as origin, registering(sources) as endpoints:
            lead_to(origin, sources, site / "content")
            updated, _ = run(site, "cite", "update", "--allow", HOST, *endpoints)
        audited, table = run(site, "cite")
        checked, report = run(site, "check")
    missed = [each for each in EXPECTED if each not in report or each not in table]
    missed += [each for each in RECORDED if each not in " ".join(report.split())]
    if (updated, audited, checked) != (0, 1, 1) or missed:
        print(f"not as expected: exit codes {updated}, {audited}, {checked}; missed {missed}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
