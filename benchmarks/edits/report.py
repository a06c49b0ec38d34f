"""Random edits of front matter, each held against readers that share nothing with ours: make edits.

Generated pages come from a seed (SEED=), and EDITS= of them are tried; PAGES= names a folder of real
ones, on which REAL= are tried. Every page that an edit gives is read before and after by PyYAML's
Python half, by tomllib and tomlkit, or by json; one in RUAMEL= (20) by ruamel.yaml as well.
Seconds are those of one core.
"""

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pages
import readers

from contentlint.fix import Edit, apply
from contentlint.frontmatter import Entry, FrontMatter, split

EDITS = int(os.environ.get("EDITS") or 100_000)
REAL = int(os.environ.get("REAL") or 20_000)
SEED = int(os.environ.get("SEED") or 1)
RUAMEL = int(os.environ.get("RUAMEL") or 20)
DETAILS = "--details" in sys.argv
PER_PAGE = 10
READERS = {
    "yaml": (readers.pyyaml,),
    "toml": (readers.toml, readers.kit),
    "json": (readers.plain_json,),
}
DATES = frozenset({"2025-01-01", *pages.DATES})


class Try(NamedTuple):
    """One edit that is asked for: what it is called, and what each reader should see after it."""

    name: str
    block: FrontMatter
    entry: Entry | None
    key: str
    value: Any
    dated: bool | None = None
    after: tuple[str, ...] = ()

    def edit(self) -> Edit | None:
        if self.name == "rewritten":
            return self.block.rewritten(self.entry, self.value, dated=self.dated)
        if self.name == "renamed":
            return self.block.renamed(self.entry, self.key)
        return self.block.added(self.key, self.value, self.after, dated=bool(self.dated))

    def expected(self, before: readers.Tree) -> readers.Tree:
        """Return what a reader has to see, from what it saw before."""
        if self.name == "added":
            return _inserted(before, self.key, self._tree(), self._sibling(before))
        path = self.entry.path
        return _changed(before, path, self._tree() if self.name == "rewritten" else None, self.key)

    def _tree(self) -> readers.Tree:
        as_date = self.entry.tag == "timestamp" if self.dated is None and self.entry else self.dated
        dated = bool(as_date) and self.value in DATES and self.block.kind != "json"
        return readers.tree_of(self.block.kind, self.value, dated=dated)

    def _sibling(self, before: dict[str, readers.Tree]) -> str | None:
        """Return the key that a new one has to stand behind; None where any place will do."""
        named = [key for key in before if key in self.after]
        return named[-1] if named and self.block.kind != "toml" else None


def _changed(
    tree: readers.Tree, path: tuple[Any, ...], value: readers.Tree, key: str
) -> readers.Tree:
    step, *rest = path
    if isinstance(tree, list):
        copy = list(tree)
        copy[step] = _changed(copy[step], tuple(rest), value, key) if rest else value
        return copy
    if rest:
        return {
            name: _changed(it, tuple(rest), value, key) if name == step else it
            for name, it in tree.items()
        }
    tree[step]
    if value is None:
        return {key if name == step else name: it for name, it in tree.items()}
    return {**tree, step: value}


def _inserted(
    tree: readers.Tree, key: str, value: readers.Tree, behind: str | None
) -> readers.Tree:
    if behind is None:
        return {**tree, key: value}
    result: dict[str, readers.Tree] = {}
    for name, it in tree.items():
        result[name] = it
        if name == behind:
            result[key] = value
    return result


def tries(dice: random.Random, block: FrontMatter, count: int) -> Iterator[Try]:
    entries = [entry for entry in block.entries if "<<" not in entry.path]
    for _ in range(count if entries else 0):
        kind, entry = dice.random(), dice.choice(entries)
        value, dated = pages.value(dice), dice.choice((None, None, None, True, False))
        if kind < 0.7:
            yield Try("rewritten", block, entry, "", value, dated)
        elif kind < 0.85 and isinstance(entry.path[-1], str):
            yield Try("renamed", block, entry, dice.choice(pages.NEW_KEYS), None)
        else:
            after = tuple(
                dice.sample(list(block.data), min(len(block.data), dice.choice((0, 1, 2))))
            )
            new = dice.choice(([], [value, "b"], {}, value, value, value))
            yield Try(
                "added",
                block,
                None,
                dice.choice(pages.NEW_KEYS),
                new,
                dated if new is value else None,
                after,
            )


@dataclass
class Tally:
    """What became of the edits of one kind of pages."""

    title: str
    made: Counter[str] = field(default_factory=Counter)
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    scalars: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    reads: Counter[str] = field(default_factory=Counter)
    editing: float = 0
    seconds: float = 0

    def add(self, one: Try) -> None:
        start = time.process_time()
        edit = one.edit()
        self.editing += time.process_time() - start
        reason = refusable(one)
        if one.name == "rewritten" and not reason:
            self.scalars["made" if edit else "refused"] += 1
        if edit is None:
            self.refused[one.name, reason or "not proved"] += 1
            if DETAILS and not reason:
                print(f"  not proved: {_shown(one)}")
            return
        self.made[f"{one.block.kind} {one.name}"] += 1
        fault = self._fault(one, edit)
        if fault:
            self.wrong.append(f"{fault}: {_shown(one)} {edit}")

    def _fault(self, one: Try, edit: Edit) -> str:
        page = one.block.page
        text = apply(page, [edit])
        if not _one_splice(one, edit, page, text):
            return "other bytes"
        chosen = READERS[one.block.kind]
        if one.block.kind == "yaml" and sum(self.made.values()) % RUAMEL == 0:
            chosen = (*chosen, readers.ruamel)
        for reader in chosen:
            before = _before(reader, page)
            if isinstance(before, Exception):
                self.reads[
                    f"pages as they were refused by {reader.__name__}: {type(before).__name__}"
                ] += 1
                continue
            self.reads[reader.__name__] += 1
            try:
                now = reader(readers.fenced(text))
            except Exception as error:  # whatever a reader cannot take
                return f"{reader.__name__}: {type(error).__name__}"
            expected = one.expected(before)
            if one.name == "added" and one.block.kind == "toml":  # before the first table
                now = {key: now[key] for key in expected if key in now} | now
            if not readers.same(now, expected):
                return reader.__name__
        return ""

    def report(self) -> None:
        tried = sum(self.made.values()) + sum(self.refused.values())
        print(
            f"{self.title}: {tried:,} edits tried in {self.seconds:.0f} s, {1e6 * self.editing / max(tried, 1):.0f} µs each"
        )
        print(f"  made     {sum(self.made.values()):>8,}  " + _counts(self.made))
        print(f"  refused  {sum(self.refused.values()):>8,}")
        for (name, reason), count in self.refused.most_common():
            print(f"           {count:>8,}  {name}: {reason}")
        all_scalars = max(sum(self.scalars.values()), 1)
        print(
            f"  of scalars on one line refused: {100 * self.scalars['refused'] / all_scalars:.2f} %"
        )
        print("  read by  " + _counts(self.reads))
        print(f"  WRONG    {len(self.wrong):>8,}")
        for fault in self.wrong[:20]:
            print(f"    {fault}")


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counter.most_common())


@lru_cache(maxsize=8)
def _before(reader: readers.Reader, page: str) -> readers.Tree:
    try:
        return reader(readers.fenced(page))
    except Exception as error:
        return error


def _one_splice(one: Try, edit: Edit, page: str, text: str) -> bool:
    """Whether nothing outside one line has changed, and a new line ends as those beside it."""
    start, end = edit.span.start, edit.span.end
    kept = text.startswith(page[:start]) and text.endswith(page[end:])
    inside = one.block.content.start <= start and end <= one.block.content.end
    old_breaks = "".join(sign for sign in page[start:end] if sign in "\r\n")
    new_breaks = "".join(sign for sign in edit.content if sign in "\r\n")
    head = page[: one.block.span.end]
    newlines = {"", "\r\n"} if "\r\n" in head else {"", "\n"} if "\n" in head else {"", "\r"}
    return (
        kept
        and inside
        and not old_breaks
        and new_breaks in (newlines if one.name == "added" else {""})
    )


def refusable(one: Try) -> str:
    """Return why an edit may rightly be refused; nothing where it should be made."""
    block, entry = one.block, one.entry
    if block.kind == "toml" and one.name != "renamed" and one.value in (None, [None, "b"]):
        return "TOML has no null"
    if entry is None:
        return "the key is there" if one.key in block.data else ""
    source = block.page[entry.value_span.start : entry.value_span.end]
    if one.name == "renamed":
        return _not_renamable(one, entry, source)
    quotes = block.kind == "toml" and source[:3] in ("'''", '"""')
    reasons = {
        "a block of text": entry.style in ("literal", "folded"),
        "a list or a mapping": entry.tag in ("seq", "map"),
        "an anchor, an alias or a tag": source[:1] in ("&", "*", "!"),
        "several lines": "\n" in source or "\r" in source or quotes,
    }
    return next((reason for reason, there in reasons.items() if there), "")


def _not_renamable(one: Try, entry: Entry, source: str) -> str:
    parent: Any = one.block.data
    for step in entry.path[:-1]:
        parent = parent[step]
    if one.key in parent:
        return "the key is there"
    several = one.block.kind == "toml" and (source.startswith("[") and entry.tag == "map")
    return "a table, which may stand in several places" if several else ""


def _shown(one: Try) -> str:
    entry = one.entry
    where = f"{entry.path} ({entry.tag}, {entry.style})" if entry else f"after {one.after}"
    return f"{one.name} {where} → {one.key!r} {one.value!r} {one.dated or ''}\n      in {one.block.text[:300]!r}"


def generated(dice: random.Random, tally: Tally) -> None:
    tried = 0
    while tried < EDITS:
        block = split(pages.page(dice))
        if block is None or block.problems:
            tally.reads["generated pages that could not be read"] += 1
            continue
        for one in tries(dice, block, PER_PAGE):
            tally.add(one)
            tried += 1


def real(dice: random.Random, tally: Tally) -> None:
    folder = Path(os.environ["PAGES"])
    blocks = [block for path in sorted(folder.rglob("*.md*")) if (block := _block(path))]
    count = max(1, -(-REAL // max(len(blocks), 1)))
    for block in blocks:
        for one in tries(dice, block, count):
            tally.add(one)


def _block(path: Path) -> FrontMatter | None:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            block = split(file.read())
    except (OSError, UnicodeDecodeError):
        return None
    return None if block is None or block.problems or len(block.text) > 20_000 else block


def main() -> int:
    folder = os.environ.get("PAGES")
    works = (
        {"generated pages": generated, "real pages": real}
        if folder
        else {"generated pages": generated}
    )
    wrong = 0
    for title, work in works.items():
        tally, start = Tally(title), time.process_time()
        work(random.Random(SEED), tally)
        tally.seconds = time.process_time() - start
        tally.report()
        wrong += len(tally.wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
