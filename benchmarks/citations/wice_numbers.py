"""WiCE: sentences of an encyclopedia, the pages that they cite, and which words people found there."""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from contentlint.citations.evidence import Support
from contentlint.numbers import Figures, Quantity, quantities

ALARMS = {Support.ABSENT, Support.NEAR}
FOUND = {Support.SUPPORTED, Support.ELSEWHERE}
DATED = {"date", "year", "decade"}


class Judged(NamedTuple):
    """A number of a claim, what the tool said, and whether people found it unsupported."""

    claim: str
    quantity: Quantity
    support: Support
    found: str
    unsupported: bool
    name: str


def rows(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def page(row: dict) -> str:
    return "\n".join(row["evidence"])


def labels(row: dict) -> Iterator[tuple[int, int, bool]]:
    at = 0
    for token, bad in zip(row["claim_tokens"], row["non_supported_spans"], strict=True):
        found = row["claim"].find(token.strip() or token, at)
        if found >= 0:
            yield found, found + len(token), bad
            at = found + len(token)


def by_tokens(folder: Path, part: str) -> Iterator[Judged]:
    """Yield every number of the claims whose words were judged one by one."""
    for row in rows(folder / f"data/non_supported_tokens/{part}.jsonl"):
        figures, marks = Figures(page(row), "en"), list(labels(row))
        for quantity in quantities(row["claim"], "en"):
            match = figures.seek(quantity, row["claim"])
            bad = any(
                b
                for s, e, b in marks
                if s < quantity.span.end
                and e > quantity.span.start
                and re.search(r"\w", row["claim"][s:e])
            )
            yield Judged(row["claim"], quantity, match.support, match.found, bad, row["meta"]["id"])


def by_claims(folder: Path, part: str) -> Iterator[Judged]:
    """Yield every number of claims that people found wholly supported."""
    for row in rows(folder / f"data/entailment_retrieval/claim/{part}.jsonl"):
        if row["label"] != "supported":
            continue
        figures = Figures(page(row), "en")
        for quantity in quantities(row["claim"], "en"):
            match = figures.seek(quantity, row["claim"])
            yield Judged(
                row["claim"], quantity, match.support, match.found, False, row["meta"]["id"]
            )


def precision(judged: list[Judged]) -> tuple[int, int]:
    alarms = [each for each in judged if each.support in ALARMS]
    return sum(each.unsupported for each in alarms), len(alarms)


def recall(judged: list[Judged]) -> tuple[int, int]:
    bad = [each for each in judged if each.unsupported]
    return sum(each.support in ALARMS for each in bad), len(bad)


def changed(folder: Path, part: str, seed: int = 7) -> tuple[int, int, Counter]:
    """Change one digit of each number that was found in a supported claim, and seek that."""
    chance, caught, kinds = random.Random(seed), 0, Counter()
    total = 0
    for row in rows(folder / f"data/entailment_retrieval/claim/{part}.jsonl"):
        if row["label"] != "supported":
            continue
        figures = Figures(page(row), "en")
        for quantity in quantities(row["claim"], "en"):
            digits = [
                at
                for at in range(quantity.span.start, quantity.span.end)
                if row["claim"][at].isdecimal()
            ]
            if not digits or figures.seek(quantity, row["claim"]).support not in FOUND:
                continue
            at = chance.choice(digits)
            other = chance.choice([d for d in "123456789" if d != row["claim"][at]])
            claim = row["claim"][:at] + other + row["claim"][at + 1 :]
            spoilt = next(
                (q for q in quantities(claim, "en") if q.span.start <= at < q.span.end), None
            )
            if spoilt is None:
                continue
            total += 1
            hit = figures.seek(spoilt, claim).support in ALARMS
            caught += hit
            kinds[quantity.unit or "count", hit] += 1
    return caught, total, kinds
