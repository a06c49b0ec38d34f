"""What a person sees of references: pages on a disk, the registers asked, a lock, and a check.

Nothing is taken from within: what counts are the findings of ``contentlint check``. Only the manners
towards a host are left out, since it is this machine.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from contentlint.citations import store
from contentlint.citations.audit import keys
from contentlint.citations.lock import Lock
from contentlint.cli.cite.looking import look
from contentlint.cli.cite.pages import gather
from contentlint.config import load
from contentlint.registry import installed
from contentlint.web.policy import Endpoints, Policy

LANDING = "<title>A journal</title><main>" + "<p>The page of a work, without its text.</p>" * 30
_RULES = "reference-mismatch,unregistered-doi"
_PAGE = "---\ntitle: Mills\nbibliography: {}.bib\n---\n\nIt turns [@work].\n"

Written = Mapping[str, str] | str
"""A reference as a page has it: the fields of an entry of BibTeX, or an entry of a list."""


def seen(references: Sequence[Written], endpoints: Endpoints) -> list[list[str]]:
    """Return the severities of what is found in each of some references, a page each."""
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for number, reference in enumerate(references):
            _write(root, f"page{number}", reference)
        (root / "contentlint.yaml").write_text("paths: [.]\n", "utf-8")
        _update(root, len(references), endpoints)
        found: list[list[str]] = [[] for _ in references]
        for page, severity in _findings(root):
            found[int(page.removeprefix("page").removesuffix(".md"))].append(severity)
    return found


def _write(root: Path, name: str, reference: Written) -> None:
    if isinstance(reference, str):
        listed = reference.removeprefix("- ")
        text = f"It turns.\n\n## References\n\n- {listed}\n"
    else:
        text = _PAGE.format(name)
        lines = (f"  {key} = {{{value}}},\n" for key, value in reference.items())
        entry = "@article{work,\n" + "".join(lines) + "}\n"
        (root / f"{name}.bib").write_text(entry, "utf-8")
    (root / f"{name}.md").write_text(text, "utf-8")


def _update(root: Path, count: int, endpoints: Endpoints) -> None:
    """Do what ``contentlint cite update`` does."""
    config = load(installed(), root / "contentlint.yaml")
    pages, failures = gather([str(root / f"page{at}.md") for at in range(count)], config)
    assert not failures
    policy = Policy(endpoints=endpoints, allowed=("127.0.0.1",), gap=0.0)
    looked = look(pages, keys(pages), Lock(), policy)
    assert not looked.unasked
    store.save(root, Lock(looked.entries))


def _findings(root: Path) -> Iterator[tuple[str, str]]:
    command = [sys.executable, "-m", "contentlint", "check", "--format", "json", "--select", _RULES]
    done = subprocess.run(
        [*command, "--no-cache", "."],
        cwd=root,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        check=False,
    )
    for one in json.loads(done.stdout)["diagnostics"]:
        yield Path(one["path"]).name, one["severity"]
