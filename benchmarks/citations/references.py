"""How well references are told from records: HALLMARK's, and made-up ones, through real requests.

The records are served by registers on loopback, as the public ones serve theirs, and asked for by
DOI as ``contentlint cite update`` does; then each reference is put on a page of its own, and what
``contentlint check`` says of it is counted. HALLMARK (github.com/rpatrik96/hallmark, MIT) is read from
a folder; of it, only references with a DOI whose record its own valid entries give can be judged
without the internet. A reference without an identifier is never judged at all.

    HALLMARK=folder python benchmarks/citations/references.py [--details]
"""

import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "web"))

from chain import LANDING, Written, seen
from made import apa, benign, corrupted, made_works, running
from registers import Holding, Registers, crossref, datacite

from contentlint.citations.comparison import compare, told
from contentlint.citations.references import Reference, of_bibtex, of_text
from contentlint.web.policy import Policy
from contentlint.web.registers import Registered, registered

SPLITS = ("dev_public", "test_public", "stress_test", "test_crossdomain")
MATCHED = Path("data/v1.1_crossdomain_matched")
FULL = {
    "CVPR": "2022 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)",
    "ICCV": "2021 IEEE/CVF International Conference on Computer Vision (ICCV)",
    "ECCV": "Lecture Notes in Computer Science",
    "AAAI": "Proceedings of the AAAI Conference on Artificial Intelligence",
    "Mach. Learn.": "Machine Learning",
    "ACL": "Proceedings of the 60th Annual Meeting of the Association for Computational Linguistics",
    "NAACL": "Proceedings of the 2022 Conference of the North American Chapter of the Association for"
    " Computational Linguistics: Human Language Technologies",
    "SIGIR": "Proceedings of the 45th International ACM SIGIR Conference on Research and Development"
    " in Information Retrieval",
    "CCS": "Proceedings of the 2022 ACM SIGSAC Conference on Computer and Communications Security",
    "SOSP": "Proceedings of the ACM SIGOPS 28th Symposium on Operating Systems Principles",
    "ACM Trans. Graph.": "ACM Transactions on Graphics",
    "ICDM": "2021 IEEE International Conference on Data Mining (ICDM)",
    "CHI": "Proceedings of the 2022 CHI Conference on Human Factors in Computing Systems",
    "WWW": "Proceedings of the ACM Web Conference 2022",
    "KDD": "Proceedings of the 28th ACM SIGKDD Conference on Knowledge Discovery and Data Mining",
    "Proc. ACM Manag. Data": "Proceedings of the ACM on Management of Data",
    "Proc. VLDB Endow.": "Proceedings of the VLDB Endowment",
}
"""What Crossref calls them, whose entries have them in short."""


@dataclass
class Case:
    """A reference, whether it describes the work of its DOI, and what kind of case it is."""

    reference: Reference
    good: bool
    kind: str
    written: Written


@dataclass
class Score:
    """What was told of some cases; ``sure`` counts only what is no mere hint.

    ``shown`` is what a check of a page with the reference tells at any level, ``warned`` what it
    tells as a warning or an error.
    """

    told: Counter[str] = field(default_factory=Counter)
    sure: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    warned: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    alarms: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def figures(self, counted: Mapping[str, int]) -> tuple[float, float, int, int]:
        """Return precision, recall, and how many references are bad and good."""
        good = sum(self.all[kind] for kind in self.all if kind.startswith("valid"))
        false = sum(counted[kind] for kind in counted if kind.startswith("valid"))
        true = sum(counted.values()) - false
        bad = sum(self.all.values()) - good
        return true / max(1, true + false), true / max(1, bad), bad, good


def score(works: Iterable[Holding], cases: Iterable[Case]) -> Score:
    """Ask the registers for all cases and compare each with what they say."""
    cases, result = list(cases), Score()
    dois = {case.reference.register for case in cases}
    with Registers(works, limits={}, landing=LANDING).serve() as endpoints:
        policy = Policy(endpoints=endpoints, allowed=("127.0.0.1",), gap=0.0)
        known = registered(sorted(dois), policy)
        found = seen([case.written for case in cases], endpoints)
    for case, severities in zip(cases, found, strict=True):
        _count(result, case, known[case.reference.register])
        _count_seen(result, case, severities)
    return result


def _count_seen(result: Score, case: Case, severities: list[str]) -> None:
    warned = not {"warning", "error"}.isdisjoint(severities)
    result.shown[case.kind] += bool(severities)
    result.warned[case.kind] += warned
    where = f"{case.kind}: {case.reference.register}: {case.reference.title[:90]}"
    if case.good and severities:
        result.alarms.append(f"shown on a page ({', '.join(severities)}) {where}")
    if not case.good and not severities:
        result.missed.append(f"on a page: {where}")


def _count(result: Score, case: Case, known: Registered) -> None:
    differences = compare(case.reference, known.work) if known.work else ()
    said = [told(one) for one in differences]
    if known.exists is False:
        said = ["The DOI does not exist."]
    sure = known.exists is False or any(one.sure for one in differences)
    result.all[case.kind] += 1
    result.told[case.kind] += bool(said)
    result.sure[case.kind] += sure
    where = f"{case.kind}: {case.reference.register}: {case.reference.title[:90]}"
    if case.good and said:
        result.alarms.append(f"{'' if sure else '(hint) '}{where}\n      {' '.join(said)}")
    if not case.good and not said:
        result.missed.append(where)


def rows_of(name: str, result: Score) -> Iterator[tuple[str, str, str]]:
    """Yield the figures of a set, over all kinds and by kind."""
    precision, recall, bad, good = result.figures(result.told)
    if bad:
        yield f"{name}: precision", f"{precision:.3f} ({bad} wrong, {good} right)", "≥ 0.98"
        yield f"{name}: recall", f"{recall:.3f}", "≥ 0.93"
        for what, counted in (
            ("without mere hints", result.sure),
            ("on a page, at any level", result.shown),
            ("on a page, as warning or error", result.warned),
        ):
            precision, recall, _, _ = result.figures(counted)
            yield f"{name}: {what}", f"precision {precision:.3f}, recall {recall:.3f}", ""
    else:
        yield f"{name}", f"{good} right", ""
    for kind in sorted(result.all):
        verb = "told" if kind.startswith("valid") else "found"
        sure = f", {result.sure[kind]} for sure; on a page {result.shown[kind]}"
        sure += f", {result.warned[kind]} for sure"
        yield f"  {kind}", f"{verb} {result.told[kind]} of {result.all[kind]}{sure}", ""


# HALLMARK


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            if "fields" in entry:
                yield entry


def holding_of(fields: Mapping[str, str]) -> Holding:
    """Return the record that a register has of a valid entry."""
    reference = of_bibtex(fields)
    doi = reference.register
    names = [str(name) for name in reference.authors]
    if doi.startswith("10.48550/arxiv."):
        year = doi.removeprefix("10.48550/arxiv.")[:2]
        return datacite(doi, fields["title"], names, 2000 + int(year), publisher="arXiv")
    venue = FULL.get(reference.venue, reference.venue)
    preprint = {"type": "posted-content", "subtype": "preprint"} if "rxiv" in venue.lower() else {}
    return crossref(doi, fields["title"], names, reference.year, venue=venue, **preprint)


def _base(entries: Iterable[Mapping[str, Any]]) -> dict[str, Holding]:
    base: dict[str, Holding] = {}
    for entry in entries:
        doi = of_bibtex(entry["fields"]).register
        if doi and entry["label"] == "VALID":
            base.setdefault(doi, holding_of(entry["fields"]))
    return base


def _cases(
    entries: Iterable[Mapping[str, Any]], base: Mapping[str, Holding], spoil: random.Random
) -> Iterator[Case]:
    """Yield what can be judged: valid entries in another spelling, and those that were spoilt."""
    for entry in entries:
        kind = entry.get("hallucination_type") or "valid"
        reference = of_bibtex(entry["fields"])
        if kind == "valid" and reference.register in base:
            fields, how = benign(entry["fields"], spoil)
            yield Case(of_bibtex(fields), True, f"valid, {how}", fields)
        elif reference.register in base or (kind == "fabricated_doi" and reference.register):
            yield Case(reference, False, kind, entry["fields"])


def hallmark(folder: Path) -> Iterator[tuple[str, Score, str]]:
    """Yield the scores on HALLMARK's sets."""
    spoil = random.Random(7)
    matched = list(_entries(folder / MATCHED / "test_crossdomain_matched.jsonl"))
    base = _base(matched)
    cases = list(_cases(matched, base, spoil))
    yield "HALLMARK, matched across domains", score(base.values(), cases), _left(matched, cases)
    main = [entry for name in SPLITS for entry in _entries(folder / f"data/v1.0/{name}.jsonl")]
    main_base = _base(main)
    cases = list(_cases(main, main_base, spoil))
    yield (
        "HALLMARK, dev, test, stress, cross-domain",
        score(main_base.values(), cases),
        _left(main, cases),
    )
    scraped = [
        Case(reference, True, "valid, as bioRxiv and PubMed spell it", entry["fields"])
        for entry in _entries(folder / MATCHED / "raw_crossdomain_matched_valid.jsonl")
        if (reference := of_bibtex(entry["fields"])).register in base
    ]
    yield "HALLMARK, the same works from two sources", score(base.values(), scraped), ""


def _left(entries: list[dict[str, Any]], cases: list[Case]) -> str:
    bare = sum(not of_bibtex(entry["fields"]).register for entry in entries)
    rest = len(entries) - len(cases) - bare
    return f"{bare} without a DOI, {rest} whose record is not known here"


# works of our own


def own(count: int = 400) -> Iterator[tuple[str, Score]]:
    """Yield the scores on made-up works, as fields and as running text."""
    spoil = random.Random(11)
    works = list(made_works(count, spoil))
    holdings = [one.holding() for one in works]
    good = [(benign(one.fields(), spoil), one) for one in works]
    bad = [corrupted(one, works, spoil) for one in works]
    cases = [Case(of_bibtex(fields), True, f"valid, {how}", fields) for (fields, how), _ in good]
    cases += [Case(of_bibtex(fields), False, kind, fields) for fields, kind in bad]
    yield "made-up works, fields", score(holdings, cases)
    said = map(running, works)
    texts = [Case(of_text(text), True, f"valid, {how}", text) for text, how in said]
    listed = [(apa(fields), kind) for fields, kind in bad]
    texts += [Case(of_text(text), False, kind, text) for text, kind in listed]
    yield "made-up works, running text", score(holdings, texts)


def measured(folder: Path | None) -> list[tuple[str, Score, str]]:
    """Return the scores of all sets, and what of each could not be measured."""
    return [*(hallmark(folder) if folder else ()), *((*one, "") for one in own())]


def report(folder: Path | None) -> list[tuple[str, str, str]]:
    """Return what was measured, its value, and what it should be."""
    return list(_rows(measured(folder)))


def _rows(scores: Iterable[tuple[str, Score, str]]) -> Iterator[tuple[str, str, str]]:
    for name, result, left in scores:
        yield from rows_of(name, result)
        if left:
            yield "  not measured", left, ""


def main() -> None:
    """Print the report; with ``--details`` what was told of good references and missed in others."""
    scores = measured(Path(os.environ["HALLMARK"]) if os.environ.get("HALLMARK") else None)
    for name, result, _ in scores if "--details" in sys.argv else ():
        print(name, *result.alarms, *(f"missed: {one}" for one in result.missed), sep="\n   ")
    for what, value, target in _rows(scores):
        print(f"{what:64} {value:68} {target}")


if __name__ == "__main__":
    main()
