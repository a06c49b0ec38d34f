"""Quotations in sentences of an encyclopedia, and what the pages that they cite have of them.

WICE= names a checkout of WiCE (github.com/ryokamoi/wice): sentences of Wikipedia with the pages
that they cite, and what people found of each sentence there. It is read, never kept.
"""

import json
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from contentlint.citations.evidence import Match, Support
from contentlint.citations.quotations import is_title, quotations, seek

_FOUND = (Support.SUPPORTED, Support.NEAR)
_TOLD = (Support.NEAR, Support.ABSENT)


class Sentence(NamedTuple):
    """A sentence, what people say of its source, and the text of that."""

    words: str
    label: str
    source: str


class Case(NamedTuple):
    """A quotation of a sentence, and what came of looking for it."""

    words: str
    sentence: Sentence
    match: Match


def sentences(folder: Path) -> Iterator[Sentence]:
    """Give the sentences of the two sets that people labelled for evaluation."""
    for path in sorted((folder / "data/entailment_retrieval/claim").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            claim = json.loads(line)
            yield Sentence(claim["claim"], claim["label"], "\n".join(claim["evidence"]))


def plainly(text: str) -> list[str]:
    """Return what stands between any two marks that pair, of five words: titles are among it."""
    between = re.findall(r"“([^”\n]+)”", text)
    if text.count('"') % 2 == 0:
        between += text.split('"')[1::2]
    return [words for words in between if len(words.split()) >= 5 and not is_title(words)]


def cases(folder: Path) -> list[Case]:
    """Return the quotations of all sentences, looked for."""
    return [
        Case(one.words, sentence, seek(one.words, sentence.source))
        for sentence in sentences(folder)
        for one in quotations(sentence.words)
    ]


def altered(words: str, rng: random.Random) -> str:
    """Return words of which one in the middle was left out, changed, or has another before it."""
    parts = words.split()
    at = rng.randrange(1, len(parts) - 1)
    other = rng.choice(("never", "hardly", "seventeen"))
    parts[at : at + 1] = rng.choice(([], [other, parts[at]], [other]))
    return " ".join(parts)


def _share(got: int, of: int) -> str:
    return f"{got} of {of}"


def _count(matches: Iterable[Match], supports: Iterable[Support]) -> int:
    return sum(match.support in supports for match in matches)


def report(folder: Path) -> list[tuple[str, str, str]]:
    """Return what was measured: what it is, the figure, and the bar that it has to take."""
    read, rng = cases(folder), random.Random(7)
    plain = [seek(w, one.source) for one in sentences(folder) for w in plainly(one.words)]
    counted = Counter(case.match.support for case in read)
    right = [case for case in read if case.match.support is Support.SUPPORTED]
    alarms = [case for case in read if case.match.support is Support.ABSENT]
    false = sum(case.sentence.label == "supported" for case in alarms)
    changed = [
        seek(altered(case.words, rng), case.sentence.source) for case in right for _ in range(10)
    ]
    pairs = [(a.words, b.sentence.source) for a in right for b in right if a.sentence != b.sentence]
    others = [seek(words, source) for words, source in pairs]
    foreign = [match for match in others if match.support not in _FOUND]
    return [
        (
            "all between marks, titles too: found",
            _share(_count(plain, _FOUND), len(plain)),
            "20 of 27",
        ),
        (
            "quotations found",
            _share(counted[Support.SUPPORTED] + counted[Support.NEAR], len(read)),
            "",
        ),
        ("of them word for word", str(len(right)), ""),
        ("quotations called absent", str(len(alarms)), ""),
        ("of them in sentences that people call supported", str(false), "at most 2"),
        ("one word altered: told", _share(_count(changed, _TOLD), len(changed)), ""),
        ("on somebody else's page: not found", _share(len(foreign), len(others)), ""),
        ("of them told", _share(_count(foreign, _TOLD), len(foreign)), ""),
    ]


def main(folder: Path) -> None:
    for case in cases(folder) if "-v" in sys.argv else ():
        support, found, quote = case.match
        print(f"{support} [{case.sentence.label}] “{case.words}”\n    {found}\n    {quote}")
    for figure, got, bar in report(folder):
        print(f"{figure:50} {got:>12} {bar:>10}")


if __name__ == "__main__":
    main(Path(os.environ["WICE"]))
