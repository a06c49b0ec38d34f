"""Quotations in sentences of an encyclopedia, and what the pages that they cite have of them.

WICE= names a checkout of WiCE (github.com/ryokamoi/wice): sentences of Wikipedia with the pages
that they cite, and what people found of each sentence there. It is read, never kept.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from contentlint.citations.evidence import Match, Support
from contentlint.citations.quotations import quotations, seek

_FOUND = (Support.SUPPORTED, Support.NEAR)


class Case(NamedTuple):
    """A quotation of a sentence, what people say of the sentence, and what came of looking."""

    words: str
    label: str
    match: Match


def cases(folder: Path) -> Iterator[Case]:
    """Give the quotations of all claims of the two sets that people labelled for evaluation."""
    for path in sorted((folder / "data/entailment_retrieval/claim").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            claim = json.loads(line)
            for quotation in quotations(claim["claim"]):
                source = "\n".join(claim["evidence"])
                yield Case(quotation.words, claim["label"], seek(quotation.words, source))


def report(folder: Path) -> list[tuple[str, str, str]]:
    """Return what was measured: what it is, the figure, and the bar that it has to take."""
    all_of_them = list(cases(folder))
    counted = Counter(case.match.support for case in all_of_them)
    found = sum(counted[support] for support in _FOUND)
    alarms = [case for case in all_of_them if case.match.support is Support.ABSENT]
    false = sum(case.label == "supported" for case in alarms)
    return [
        ("quotations found", f"{found} of {len(all_of_them)}", "20 of 27"),
        ("word for word", str(counted[Support.SUPPORTED]), ""),
        ("alarms", str(len(alarms)), ""),
        ("alarms in sentences that people call supported", str(false), "2 at most"),
    ]


def main(folder: Path) -> None:
    for case in cases(folder):
        if case.match.support is not Support.SUPPORTED or "-v" in sys.argv:
            support, found, quote = case.match
            print(f"{support} [{case.label}] “{case.words}”\n    {found}\n    {quote}")
    for figure, got, bar in report(folder):
        print(f"{figure:50} {got:>10} {bar:>12}")


if __name__ == "__main__":
    main(Path(os.environ["WICE"]))
