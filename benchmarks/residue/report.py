"""What assistants leave in pages, measured: make residue-report.

Real pages are read from a corpus beside the checkout where there is one (CORPUS=, by default
../shared/corpus/residue): dirty/ with the number of tokens of each kind in index.tsv, clean/ with
look-alikes, pairs/ of pages before and after their authors cleaned them. The rules' own examples
are always measured. PAGES= names a folder of ordinary pages for counting false alarms.
"""

import os
import re
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from contentlint import Document, Severity, Violation, check_text, fix_text
from contentlint.engine import lint
from contentlint.fix import Applicability
from contentlint.rule import Configured
from contentlint.testing import repaired, unmark, violations
from contentlint_rules import RULES
from contentlint_rules.residue.code import CodeMap

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("CORPUS", ROOT.parent / "shared" / "corpus" / "residue"))
PAGES = os.environ.get("PAGES")
FAMILY = [rule() for rule in RULES if rule.family == "residue"]
OTHERS = [rule() for rule in RULES if rule.family != "residue"]


@dataclass(frozen=True)
class Kind:
    """A kind of token as the corpus names it: its pattern, and whether taking it out is safe."""

    name: str
    pattern: str
    safe: bool = True
    rule: str = ""


KINDS = (
    Kind("gem-cite-start", r"\[cite\\?_start\\?\]"),
    Kind("gem-cite", r"\[cite:[^\]]{1,200}\]"),
    Kind("gem-span", r"\[span\\?_\d+\][(\[](?:start|end)\\?_span[)\]]"),
    Kind("gem-url-in-code", r"\[https?://[^\]\s]+\]\(https?://[^)\s]+\)"),
    Kind("gem-gsearch", r"google\.com/search\?q="),
    Kind("gem-export-sheets", r"Export(?:er|ar)? (?:to|vers|a|para) \w+", safe=False),
    Kind("gem-image-tag", r"\[Image\w* (?:of|de) [^\]]+\]", safe=False),
    Kind("gem-bare-superscript", r"(?s).+", safe=False, rule="pasted-structure"),
    Kind("oai-contentref", r"contentReference\[oaicite:\d+\]"),
    Kind("oai-pua-block", "\ue200[^\ue201]*\ue201"),
    Kind("oai-citation", r"oai_citation(?:_attribution)?:\d+"),
    Kind("oai-codex", r"【(?:F:[^】†]+|[0-9a-f]{6})†L\d+[^】]*】"),
    Kind("oai-cref2026", r":chatgpt-content-reference\{"),
    Kind("oai-writing-open", r":::\w+\{varian"),
    Kind("oai-writing-close", r"^:::$"),
    Kind("utm-ai", r"utm_source="),
    Kind("ppl-logo", r"pplx-full-logo"),
    Kind("ppl-hidden-span", r"display: ?none"),
    Kind("ppl-asterism", "⁂"),
    Kind("ppl-bracket", r"\[(?:web|file|attached_file|memory|page):\d+\]"),
    Kind("claude-cite", r"<(?:antml:)?cite index="),
    Kind("yuanbao-ref", r"\]\(@ref\)"),
    Kind("vscode-file", r"vscode-file://|_vscodecontentref_"),
    Kind("cci", r"cci:\d+://"),
    Kind("three-em-rule", "⸻"),
    Kind("tab-bullet", r"(?m)^\t+(?:•|\d+\.)\t"),
    Kind("think", r"</?think>", safe=False),
    Kind("ui-code-label", r"\nCopy", safe=False),
    Kind("upload-stub", r"!\[Uploading", safe=False),
    Kind("copilot-caret", r"\[\^\d+\^\]", safe=False),
    Kind("escaped-md", r"(?m)\\\*\\\*|^\\#{1,6} |^\\---|^\\- |^\d+\\\. ", safe=False),
    Kind("nested-link", r"\]\(\[", rule="malformed-link"),
)
BY_NAME = {kind.name: kind for kind in KINDS}


def found(text: str, name: str) -> list[Violation]:
    """Return what the family finds in a page, and malformed-link."""
    rules = [*FAMILY, *(rule for rule in OTHERS if rule.name == "malformed-link")]
    return [one for rule in rules if rule.concerns(text) for one in violations(rule, text, name)]


# Recall.


def index() -> Iterator[tuple[str, dict[str, tuple[int, int]]]]:
    """Yield each dirty page with its tokens by kind: in prose and in code."""
    for line in (CORPUS / "dirty" / "index.tsv").read_text().splitlines()[1:]:
        name, _, _, kinds = line.split("\t")[:4]
        counts = {}
        for kind, _, number in (one.partition("=") for one in kinds.split()):
            here = dict.fromkeys("pc", 0)
            here |= {part[0]: int(part[1:]) for part in number.split("+")}
            counts[kind] = here["p"], here["c"]
        yield name, counts


def held(text: str, findings: Iterable[Violation], kind: Kind) -> int:
    """Return how many tokens of a kind are in what was found."""
    if kind.name == "gem-bare-superscript":
        fixes = [one.fix for one in findings if one.fix and one.fix.title == "Make footnotes"]
        return sum(
            re.fullmatch(r"\[\^\d+\]", edit.content) is not None
            for fix in fixes
            for edit in fix.edits
        )
    places = set()
    for one in findings:
        inside = re.compile(kind.pattern).finditer(text, one.span.start, one.span.end)
        places |= {match.start() for match in inside}
    return len(places)


Counts = defaultdict[str, Counter[str]]


def counted() -> tuple[Counts, Counts, set[str]]:
    """Return the tokens of each kind that there are and that are found, and the kinds not known."""
    there, seen, unknown = defaultdict(Counter), defaultdict(Counter), set()
    for name, counts in index():
        text = (CORPUS / "dirty" / name).read_bytes().decode()
        findings = found(text, name)
        unknown |= counts.keys() - BY_NAME.keys()
        for kind in counts.keys() & BY_NAME.keys():
            got = held(text, findings, BY_NAME[kind])
            # Where the index has both, what is found counts for the running text first.
            for part, number in zip("pc", counts[kind], strict=True):
                there[kind][part] += number
                seen[kind][part] += min(number, got)
                got -= min(number, got)
    return there, seen, unknown


def recall() -> Iterator[str]:
    there, seen, unknown = counted()
    for kind in (one.name for one in KINDS):
        if kind in there:
            yield f"  {kind:24}" + "".join(
                f"{seen[kind][part]:>6} of {there[kind][part]:<6}" for part in "pc"
            )
    for safe in (True, False):
        for part, words in (("p", "prose"), ("c", "code")):
            of = sum(there[kind.name][part] for kind in KINDS if kind.safe == safe)
            got = sum(seen[kind.name][part] for kind in KINDS if kind.safe == safe)
            if of:
                what = "that are safe to repair" if safe else "that are only reported"
                yield verdict(f"tokens {what}, in {words}", got / of, 0.99, f"{got} of {of}")
    yield f"  no tokens, or not damage: {', '.join(sorted(unknown))}"


def after_repair() -> Iterator[str]:
    """After --fix no token that is safe to take out stands in the running text."""
    left, lines, structures = Counter(), 0, []
    for name, counts in index():
        text = (CORPUS / "dirty" / name).read_bytes().decode()
        now = fix_text(text, path=name).text
        code = CodeMap(Document(name, now))
        for kind in KINDS:
            if kind.safe and kind.name in counts and counts[kind.name][0]:
                for one in violations_of(now, kind):
                    if (
                        one.fix
                        and one.fix.applicability is Applicability.SAFE
                        and not code.holds(one.span)
                    ):
                        left[kind.name] += 1
        lines += 1
        structures.append(blocks(text, now))
    yield verdict(
        "safe fixes left in prose after --fix", sum(left.values()), 0, str(dict(left)), most=True
    )
    same = sum(structures)
    yield f"  pages whose headings, lists, tables, code and paragraphs are as many as before: {same} of {lines}"


def violations_of(text: str, kind: Kind) -> Iterator[Violation]:
    for one in found(text, "page.md"):
        if re.search(kind.pattern, text[one.span.start : one.span.end]):
            yield one


def blocks(before: str, after: str) -> bool:
    def counted(text: str) -> tuple[int, ...]:
        document = Document("page.md", text)
        facts = (document.headings, document.lists, document.tables, document.code)
        return tuple(map(len, facts))

    return counted(before) == counted(after)


# Silence.


def silence() -> Iterator[str]:
    """On look-alikes, nothing of the family at warning or above."""
    loud = []
    for path in sorted((CORPUS / "clean").glob("*.md")):
        for one in check_text(path.read_bytes().decode(), path=path.name):
            if one.family == "residue" and one.severity >= Severity.WARNING:
                loud += [f"{path.name}:{one.start.line} {one.rule}"]
    yield verdict("warnings on pages of look-alikes", len(loud), 0, ", ".join(loud[:5]), most=True)


def foreign() -> Iterator[str]:
    """On the examples of all other rules, nothing of the family at warning or above."""
    loud, texts = [], 0
    for rule in OTHERS:
        for example in rule.examples:
            text = unmark(example.bad or example.good or "")[0]
            texts += 1
            loud += [
                f"{rule.name}: {one.message}"
                for one in found(text, example.path)
                if is_loud(one, text)
            ]
    yield verdict(
        f"warnings on {texts} examples of other rules", len(loud), 0, "; ".join(loud[:3]), most=True
    )


def is_loud(one: Violation, text: str) -> bool:
    own = any(one in violations(rule, text) for rule in FAMILY)
    return own and one.level >= Severity.WARNING


# What authors did.


def pairs() -> Iterator[str]:
    """Lines that we change, against what their authors made of them."""
    words = Counter()
    for before in sorted((CORPUS / "pairs").glob("*.before.md")):
        text = before.read_bytes().decode()
        theirs = Path(str(before).replace(".before.", ".after.")).read_bytes().decode().splitlines()
        ours = fix_text(text, path=before.name).text.splitlines()
        for line in new_lines(text.splitlines(), ours):
            word = compared(line, theirs)
            words[word] += 1
            if DETAILS and word != "same":
                print(f"    {before.name} {word}: {line[:120]}")
    changed, exact = words.total(), words["same"]
    loose = exact + sum(number for word, number in words.items() if "blank" in word)
    yield verdict(
        "changed lines that are as their authors left them",
        exact / changed,
        0.8,
        f"{exact} of {changed}",
    )
    yield verdict("the same, but for blanks", loose / changed, 0.95, f"{loose} of {changed}")
    yield f"  by a word each: {dict(words)}"


def compared(line: str, theirs: list[str]) -> str:
    """Return a word for how a line of ours differs from the author's."""
    if line in theirs:
        return "same"
    alike = next((one for one in theirs if "".join(one.split()) == "".join(line.split())), None)
    if alike is not None:
        kept = re.sub(r" +(?=$|\||\*\*)", "", alike) == re.sub(r" +(?=$|\||\*\*)", "", line)
        return "author kept the marker's blank" if kept else "other blanks"
    near = max((SequenceMatcher(None, line, one).ratio() for one in theirs), default=0)
    return "author reworded" if near > 0.6 else "author dropped the line"


def new_lines(before: list[str], after: list[str]) -> Iterator[str]:
    for tag, _, _, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag in {"replace", "insert"}:
            yield from (line for line in after[start:end] if line.strip())


# Cost, and ordinary pages.


def cost() -> Iterator[str]:
    """How much of the time the family takes on pages without residue."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    import tempfile

    import tree

    with tempfile.TemporaryDirectory() as folder:
        tree.generate(Path(folder), files=800)
        texts = [path.read_text() for path in sorted(Path(folder).rglob("*.md"))]
    texts = [
        text
        for text in texts
        if not any(rule.concerns(text) and violations(rule, text) for rule in FAMILY)
    ]
    whole = tuple(Configured(rule, rule.severity) for rule in (*OTHERS, *FAMILY))
    without = tuple(Configured(rule, rule.severity) for rule in OTHERS)
    for rules in (whole, without):
        taken(texts[:50], rules)
    shares = [(taken(texts, whole), taken(texts, without)) for _ in range(9)]
    share = statistics.median((all_ - rest) / all_ for all_, rest in shares)
    measured = (
        f"median of 9 on {len(texts)} pages, {sum(map(len, texts)) / 1e6:.1f} million characters"
    )
    yield verdict(
        "share of the time that the family takes on pages without residue",
        share,
        0.03,
        measured,
        most=True,
    )


def taken(texts: list[str], rules: tuple[Configured, ...]) -> float:
    start = time.process_time()
    for text in texts:
        lint(Document("page.md", text), rules)
    return time.process_time() - start


def alarms(folder: str) -> Iterator[str]:
    counts, pages = Counter(), 0
    for path in sorted(Path(folder).rglob("*.md*")):
        try:
            text = path.read_bytes().decode()
        except (UnicodeDecodeError, IsADirectoryError):
            continue
        pages += 1
        for rule in FAMILY:
            if rule.concerns(text):
                loud = [
                    one
                    for one in violations(rule, text, str(path))
                    if min(one.level, rule.severity) >= Severity.WARNING
                ]
                counts[rule.name] += bool(loud)
                for one in loud[:2] if DETAILS else ():
                    print(
                        "   ",
                        path,
                        Document("", text).position(one.span.start).line,
                        one.message[:120],
                    )
    yield f"  ordinary pages with a finding at warning or above, of {pages}: {dict(counts)}"


# Our own examples.


def own() -> Iterator[str]:
    right = wrong = 0
    for rule in FAMILY:
        for example in rule.examples:
            built = type(rule)(**example.options)
            text, spans = unmark(example.bad or example.good or "")
            got = violations(built, text, example.path)
            as_shown = sorted(one.span for one in got) == (spans if example.bad else [])
            fixed = (
                not (example.bad and example.fixed)
                or repaired(text, got, Applicability.SAFE) == example.good
            )
            right, wrong = right + (as_shown and fixed), wrong + (not (as_shown and fixed))
    yield verdict(
        f"examples of {len(FAMILY)} rules that are not as shown",
        wrong,
        0,
        f"{right} are",
        most=True,
    )


def verdict(what: str, value: float, bar: float, details: str, *, most: bool = False) -> str:
    reached = value <= bar if most else value >= bar
    shown = f"{value:.1%}" if isinstance(value, float) else str(value)
    sign = "≤" if most else "≥"
    limit = f"{bar:.0%}" if isinstance(bar, float) else str(bar)
    return f"{'ok    ' if reached else 'MISSED'} {what:66}{shown:>8}  {sign} {limit:5} {details}"


DETAILS = "--details" in sys.argv


def main() -> None:
    sections = [own, foreign, cost]
    if (CORPUS / "dirty" / "index.tsv").is_file():
        sections += [recall, after_repair, silence, pairs]
    else:
        print(f"There is no corpus at {CORPUS}: only our own examples are measured.")
    for section in sections:
        for line in section():
            print(line, flush=True)
    if PAGES:
        for line in alarms(PAGES):
            print(line)


if __name__ == "__main__":
    main()
