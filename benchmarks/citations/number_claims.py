"""How well numbers are read and found: prints the figures of the report.

WICE=folder python benchmarks/citations/number_claims.py
"""

import os
import random
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import wice_numbers as wice

from contentlint.citations.evidence import Support
from contentlint.numbers import Figures, Quantity, quantities

HERE = Path(__file__).parent
_MARKED = re.compile(r"⟦([^⟧]*)⟧|⟪([^⟫]*)⟫")
FLAGGED = {Support.ABSENT, Support.NEAR}


class Marked(NamedTuple):
    """A claim of our own pages, and where its true and its wrong numbers stand."""

    source: str
    language: str
    words: str
    true: tuple[tuple[int, int], ...]
    wrong: tuple[tuple[int, int], ...]


def claims() -> Iterator[Marked]:
    for line in (HERE / "facts/claims.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        source, language, marked = line.split("|", 2)
        words, true, wrong, past = "", [], [], 0
        for match in _MARKED.finditer(marked):
            words += marked[past : match.start()]
            span = len(words), len(words) + len(match[1] or match[2])
            (true if match[1] else wrong).append(span)
            words += match[1] or match[2]
            past = match.end()
        yield Marked(source, language, words + marked[past:], tuple(true), tuple(wrong))


def sources() -> dict[str, Figures]:
    return {
        path.stem: Figures(path.read_text(encoding="utf-8"))
        for path in sorted((HERE / "facts").glob("??.txt"))
    }


def at(words: str, language: str, span: tuple[int, int]) -> Quantity | None:
    return next(
        (q for q in quantities(words, language) if q.span.start < span[1] and q.span.end > span[0]),
        None,
    )


class Own(NamedTuple):
    """What is wrong on our own pages: each a line for people."""

    true: int
    unread: list[str]
    accused: list[str]
    wrong: int
    passed: list[str]
    changed: int
    kept: list[str]


def own() -> Own:
    """Seek every marked number, and every true one with one digit changed."""
    figures, chance = sources(), random.Random(11)
    true, unread, accused, wrong, passed, changed, kept = 0, [], [], 0, [], 0, []
    for claim in claims():
        page = figures[claim.source]
        for span in claim.true:
            true += 1
            quantity = at(claim.words, claim.language, span)
            told = f"{claim.source}|{claim.language} {claim.words[slice(*span)]} in: {claim.words}"
            if quantity is None:
                unread.append(told)
                continue
            match = page.seek(quantity, claim.words)
            if match.support in FLAGGED:
                accused.append(f"{told} {match}")
            for spoilt, quantity in spoilings(claim, span, chance):
                changed += 1
                match = page.seek(quantity, spoilt)
                if match.support not in FLAGGED:
                    kept.append(
                        f"{claim.source}|{claim.language} {quantity.written} in: {spoilt} {match}"
                    )
        for span in claim.wrong:
            wrong += 1
            quantity = at(claim.words, claim.language, span)
            match = page.seek(quantity, claim.words) if quantity else None
            if match is None or match.support not in FLAGGED:
                passed.append(
                    f"{claim.source}|{claim.language} {claim.words[slice(*span)]} in: {claim.words} {match}"
                )
    return Own(true, unread, accused, wrong, passed, changed, kept)


def spoilings(
    claim: Marked, span: tuple[int, int], chance: random.Random
) -> Iterator[tuple[str, Quantity]]:
    """Yield the claim with one digit of a number changed."""
    digits = [place for place in range(*span) if claim.words[place].isdecimal()]
    if not digits:
        return
    place = chance.choice(digits)
    other = chance.choice([digit for digit in "123456789" if digit != claim.words[place]])
    spoilt = claim.words[:place] + other + claim.words[place + 1 :]
    quantity = at(spoilt, claim.language, span)
    if quantity and not quantity.weak:
        yield spoilt, quantity


def share(pair: tuple[int, int]) -> str:
    return f"{pair[0]} of {pair[1]} ({pair[0] / max(1, pair[1]):.3f})"


def of_wice(folder: Path, part: str) -> Iterator[tuple[str, str, str]]:
    judged = list(wice.by_tokens(folder, part))
    asked = [each for each in judged if not each.quantity.weak]
    yield f"WiCE {part}: alarm precision", share(wice.precision(asked)), "≥ 0.96"
    yield f"WiCE {part}: alarm recall", share(wice.recall(asked)), "≥ 0.70"
    yield f"WiCE {part}: recall, with weak numbers (“two”)", share(wice.recall(judged)), ""
    if part == "train":
        return
    supported = list(wice.by_claims(folder, part))
    plain = [each for each in supported if each.quantity.unit not in wice.DATED]
    false = sum(each.support in wice.ALARMS for each in plain)
    yield f"WiCE {part}: false alarms on plain numbers", f"{false} of {len(plain)}", "≤ 1 in 100"
    tries = [wice.changed(folder, part, seed)[:2] for seed in range(10)]
    caught, total = (sum(each) for each in zip(*tries, strict=True))
    yield f"WiCE {part}: one digit changed, ten times, caught", share((caught, total)), "≥ 0.85"


_PAGE = 50_000
"""Code points of a page whose reading is timed."""


def speed() -> tuple[float, float]:
    """Return MB of text a second: indexed, and with five numbers sought as well.

    Each page of 50 KB is one of ours, and its words again and again without the digits; the numbers
    are those of its claims, of which a fifth is wrong.
    """
    texts = {path.stem: path.read_text("utf-8") for path in sorted((HERE / "facts").glob("??.txt"))}
    size = indexing = seeking = 0.0
    for name, text in texts.items():
        filling = _WITHOUT_DIGITS.sub("", text) + "\n"
        page = text + "\n" + filling * (_PAGE // len(filling))
        said = [(c.words, q) for c in claims() if c.source == name for q in quantities(c.words)]
        for at in range(0, len(said), 5):
            started = time.process_time()
            figures = Figures(page)
            indexed = time.process_time()
            for words, quantity in said[at : at + 5]:
                figures.seek(quantity, words)
            size += len(page.encode()) / 1e6
            indexing += indexed - started
            seeking += time.process_time() - indexed
    return size / indexing, size / (indexing + seeking)


_WITHOUT_DIGITS = re.compile(r"\d")


def report(folder: Path) -> list[tuple[str, str, str]]:
    """Return rows of figure, what was got, and the bar; ``folder`` is that of WiCE."""
    rows = []
    if (folder / "data").is_dir():
        rows += [row for part in ("train", "dev", "test") for row in of_wice(folder, part)]
    ours = own()
    rows.append(("own pages: true numbers accused", f"{len(ours.accused)} of {ours.true}", "0"))
    rows.append(("own pages: true numbers not read", f"{len(ours.unread)} of {ours.true}", "0"))
    rows.append(
        (
            "own pages: wrong numbers flagged",
            share((ours.wrong - len(ours.passed), ours.wrong)),
            "≥ 0.95",
        )
    )
    rows.append(
        (
            "own pages: one digit changed, flagged",
            share((ours.changed - len(ours.kept), ours.changed)),
            "≥ 0.95",
        )
    )
    indexed, sought = speed()
    rows.append(("indexing, MB/s", f"{indexed:.1f}", ""))
    rows.append(("indexing and five numbers sought, MB/s", f"{sought:.1f}", "≥ 5"))
    return rows


def main() -> None:
    for figure, got, bar in report(Path(os.environ.get("WICE", "/nowhere"))):
        print(f"{figure:<48} {got:<22} {bar}")
    if "-v" in sys.argv:
        for name, lines in own()._asdict().items():
            if isinstance(lines, list):
                print(f"\n{name}", *lines, sep="\n  ")


if __name__ == "__main__":
    main()
