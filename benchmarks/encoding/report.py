"""Encoding repair, measured beside ftfy: make encoding-report.

Everything is measured on text that the model was not trained on (see corpora.py), with fixed seeds.
ftfy is called for each line, as its own guide asks, with everything off that is not repair. A line
counts as exact only if it is what it was before, character for character; as harmed if it was made
no closer to that, or was sound and was changed.
"""

import argparse
import dataclasses
import json
import os
import random
import re
import statistics
import sys
import tarfile
import timeit
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count as counter
from itertools import islice

import corpora
import damage
import ftfy
from damage import Condition
from lookalikes import ABOUT, LINES
from registry import ROOT, fetched

import contentlint
from contentlint_rules.encoding.repair import explain

FTFY = "ftfy==6.3.1"
SAMPLE = ROOT.parent / "shared" / "corpus" / "sample" / "article.md"
PLAIN = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
)
SMALL = 6
"""Pages of each condition."""
SOUND = (
    "L’été dernier, nous avons goûté à la crème brûlée. Où étiez-vous ?\n"
    "Voilà déjà l’hôtel, ça coûte 25 €.\n"
) * 4


def by_line(text: str) -> str:
    """Return what ftfy makes of a text, line by line."""
    return "\n".join(ftfy.fix_encoding(line, PLAIN) for line in text.split("\n"))


def ours(text: str) -> str:
    """Return what contentlint makes of a text."""
    return explain(text).repaired


REPAIRERS: dict[str, Callable[[str], str]] = {"ftfy": by_line, "ours": ours}


@dataclasses.dataclass(frozen=True)
class Row:
    """A line of the table: what was measured, and what it came to."""

    measure: str
    ftfy: str
    ours: str
    bar: str
    reached: bool
    why: str = ""

    def __str__(self) -> str:
        verdict = "ok" if self.reached else "MISSED"
        line = f"{self.measure:64}{self.ftfy:>10}{self.ours:>14}{self.bar:>11}  {verdict}"
        return line if self.reached or not self.why else f"{line}\n    {self.why}"


# Broken pages.


def pages(where: str) -> list[str]:
    """Return the pages that a condition befalls: languages in turn, chosen by its name."""
    dice = random.Random(where)
    languages = dice.sample(corpora.LANGUAGES, SMALL)
    return [corpora.documents(language, 1, seed=dice.randrange(1000))[0] for language in languages]


def measured(how: Condition) -> tuple[Condition, dict[str, Counter[str]]]:
    """Return the counts of each repairer for one condition."""
    counts = {name: Counter[str]() for name in REPAIRERS}
    dice = random.Random(str(how))
    for page in pages(str(how)):
        lines = damage.damaged(page, how, dice)
        text = "\n".join(line.now for line in lines)
        for name, repairer in REPAIRERS.items():
            got = repairer(text).split("\n")
            for line, now in zip(lines, got, strict=True):
                counts[name].update(judged(line, now))
    return how, counts


def judged(line: damage.Line, now: str) -> Iterator[str]:
    """Yield what a line counts as."""
    if line.now == line.was:
        if now != line.was:
            yield "harmed"
        return
    yield "broken"
    exact = now == line.was
    if line.whole:
        yield "lossless"
        if exact:
            yield "lossless exact"
    if exact:
        yield "exact"
    elif now != line.now and distance(now, line.was) >= distance(line.now, line.was):
        yield "harmed"


def distance(one: str, other: str) -> int:
    """Return how many characters two texts do not share."""
    left, right = Counter(one), Counter(other)
    return (left - right).total() + (right - left).total()


def broken_rows(pool: ProcessPoolExecutor, *, details: bool) -> Iterator[Row]:
    """Yield the rows on pages that were broken in every way."""
    sums: defaultdict[str, dict[str, Counter[str]]] = defaultdict(
        lambda: {name: Counter() for name in REPAIRERS}
    )
    for how, counts in pool.map(measured, damage.conditions()):
        for name, count in counts.items():
            for key in ("all", how.codec, f"×{how.times}", how.where, f"{how.codec} ×{how.times}"):
                sums[key][name] += count
    share = _shares(sums)
    codecs = len(damage.SINGLE) + len(damage.WIDE)
    broken = sums["all"]["ours"]["broken"]
    yield share(f"exact, lossless lines: {codecs} codecs, once and twice", "all", 99.0)
    words = share("– single words in clean pages (all lines)", "words", 80, "exact", "broken")
    yield dataclasses.replace(words, why=_lost_words(sums["words"]["ours"]))
    yield share("– one line in ten", "tenth", 98.5)
    for codec in ("cp950", "cp932", "cp949"):
        yield share(f"– {codec} as the wrong codec, once", f"{codec} ×1", 95)
    harmed = {name: 100 * count["harmed"] / broken for name, count in sums["all"].items()}
    yield Row(
        f"lines harmed, of {broken:,} broken ones",
        f"{harmed['ftfy']:.2f} %", f"{harmed['ours']:.2f} %", "≤ 0.1 %", harmed["ours"] <= 0.1
    )  # fmt: skip
    if details:
        for key in sorted(set(sums) - {"all", "words", "tenth"}):
            yield share(f"  {key}, lossless lines", key, 0)
        yield share("  words, lossless lines", "words", 0)
        yield share("  all lines, lossless or not", "all", 0, "exact", "broken")


def _lost_words(count: Counter[str]) -> str:
    whole = 100 * count["lossless"] / count["broken"]
    exact = 100 * count["lossless exact"] / count["lossless"]
    return (
        f"{whole:.0f} % of these lines lost nothing, and of those {exact:.1f} % come out exact. Of a"
        " word by itself that lost bytes, too many readings are left to choose one."
    )


def _shares(sums: dict[str, dict[str, Counter[str]]]) -> Callable[..., Row]:
    def share(
        title: str, key: str, bar: float, part: str = "lossless exact", of: str = "lossless"
    ) -> Row:
        got = {name: 100 * count[part] / max(1, count[of]) for name, count in sums[key].items()}
        shown = {name: f"{value:.2f} %" for name, value in got.items()}
        return Row(title, shown["ftfy"], shown["ours"], f"≥ {bar} %", got["ours"] >= bar)

    return share


# Sound text.


def clean_rows(pool: ProcessPoolExecutor) -> Iterator[Row]:
    """Yield the row on text that nothing befell."""
    texts = ["\n".join(lines) for lines in corpora.catalogues().values()]
    lines = corpora.declarations()
    texts += ["\n".join(some) for some in iter(lambda: list(islice(lines, 200)), [])]
    total = sum(text.count("\n") + 1 for text in texts)
    languages = sum(1 for lines in corpora.catalogues().values() if lines)
    changed = Counter[str]()
    for found in pool.map(_changed, texts, chunksize=8):
        changed += found
    title = f"clean lines changed, of {total:,} (catalogues in {languages} languages)"
    yield Row(title, str(changed["ftfy"]), str(changed["ours"]), "0", not changed["ours"])


def _changed(text: str) -> Counter[str]:
    lines = text.split("\n")
    return Counter(
        name
        for name, repairer in REPAIRERS.items()
        for was, now in zip(lines, repairer(text).split("\n"), strict=True)
        if was != now
    )


def lookalike_rows() -> Iterator[Row]:
    """Yield the rows on lines that look broken and are not, alone and among broken ones."""
    alone = _count(line for line in LINES if not line.isascii())
    shown = sum(not line.isascii() for line in LINES)
    yield Row(
        f"look-alikes changed or flagged, of {shown}: alone",
        str(alone["ftfy"]), str(alone["ours"]), "0", not alone["ours"]
    )  # fmt: skip
    dice = random.Random("look-alikes")
    inside = Counter[str]()
    for _ in range(600):
        line = dice.choice([line for line in LINES if not line.isascii()])
        codec = dice.choice([*damage.SINGLE, *damage.WIDE])
        around = damage.broken(SOUND, Condition(codec, 1, "kept", "whole"))[0]
        text = f"{around}\n{line}\n\n{around}"
        place = around.count("\n") + 1
        for name, repairer in REPAIRERS.items():
            inside[name] += repairer(text).split("\n")[place] != line
    yield Row(
        "– 600 times inside broken files",
        str(inside["ftfy"]), str(inside["ours"]), "≤ 5", inside["ours"] <= 5
    )  # fmt: skip


def _count(lines: Iterable[str]) -> Counter[str]:
    return Counter(
        name
        for line in lines
        for name, repairer in REPAIRERS.items()
        if repairer(f"{line}\n") != f"{line}\n"
    )


def about_rows() -> Iterator[Row]:
    """Yield the row on lines that show damage on purpose, each a page of its own."""
    config = {"select": ["mojibake"]}
    flagged = sum(bool(contentlint.check_text(f"{line}\n", config=config)) for line in ABOUT)
    theirs = sum(by_line(line) != line for line in ABOUT)
    share = flagged / len(ABOUT) <= 0.2
    yield Row(f"lines about mojibake flagged, of {len(ABOUT)}", str(theirs), str(flagged),
              f"≤ {len(ABOUT) // 5}", share)  # fmt: skip


# What others collected.


def wild_cases() -> list[tuple[str, str]]:
    """Return the cases from real life that ftfy's own tests expect it to repair."""
    with tarfile.open(fetched("source", FTFY)) as archive:
        name = next(name for name in archive.getnames() if name.endswith("test_cases.json"))
        cases = json.load(archive.extractfile(name))
    wanted = (case for case in cases if case["expect"] == "pass")
    return [
        (case["original"], case["fixed"])
        for case in wanted
        if not any(word in case["label"].lower() for word in ("synthetic", "negative"))
    ]


def wild_rows(*, details: bool) -> Iterator[Row]:
    """Yield the rows on ftfy's cases, looks (quotation marks, widths) being left to ftfy.

    Where a byte was lost, those want U+FFFD; a character in its place is better, not the same.
    """
    cases = wild_cases()
    better = 0
    right = dict.fromkeys(REPAIRERS, 0)
    for original, fixed in cases:
        for name, repairer in REPAIRERS.items():
            got = ftfy.fix_text(repairer(original), fix_encoding=False)
            right[name] += got == fixed
            wanted = re.escape(fixed).replace("�", "[^�]{1,2}")
            better += name == "ours" and got != fixed and re.fullmatch(wanted, got) is not None
            if details and got != fixed and name == "ours":
                print(f"  {original!r}\n    {got!r}\n    {fixed!r}")
    bar = round(len(cases) * 66 / 70)
    yield Row(f"ftfy's in-the-wild cases, of {len(cases)}", str(right["ftfy"]), str(right["ours"]),
              f"≥ {bar}", right["ours"] >= bar)  # fmt: skip
    both = right["ours"] + better
    yield Row("– or with characters where those have U+FFFD", str(right["ftfy"]), str(both),
              f"≥ {bar}", both >= bar, _WILD)  # fmt: skip


_WILD = (
    "Left: Hindi, Tamil and Russian words with two bytes lost, names of which a blank is all that is"
    " left,\n    and texts read with two encodings in one word; --details shows them."
)


def sample_rows() -> Iterator[Row]:
    """Yield the row on the sample page, if it is there: broken again, it is what it was."""
    if not SAMPLE.exists():
        return
    text = SAMPLE.read_text("utf-8")
    want = text.encode("mac_roman").decode("utf-8")
    lines = [(was, now) for was, now in zip(text.split("\n"), want.split("\n"), strict=True)
             if was != now]  # fmt: skip
    got = dict(zip(text.split("\n"), ours(text).split("\n"), strict=True))
    theirs = sum(by_line(was) == now for was, now in lines)
    right = sum(got[was] == now for was, now in lines)
    yield Row(f"the sample's lines, of {len(lines)}", str(theirs), str(right), f"{len(lines)}",
              ours(text) == want)  # fmt: skip


# Speed.


_SLOW = "Every place is told with its span, reading, codec and odds: ten microseconds each."


def speed_rows() -> Iterator[Row]:
    """Yield the rows on time, both in turn on the same text."""
    latin = "\n\n".join("\n".join(corpora.documents(one, 6, 1)) for one in ("fr", "es", "de", "pt"))
    wide = "\n\n".join("\n".join(corpora.documents(one, 8, 1)) for one in ("ja", "zh_CN", "ko"))
    plain = latin.encode("ascii", "ignore").decode()
    mac = damage.broken(latin, Condition("mac_roman", 1, "kept", "whole"))[0]
    for title, text, bar in (
        ("clean ASCII", plain, 200),
        ("clean accented Latin", latin, 12),
        ("clean Chinese, Japanese and Korean", wide, 6),
        ("broken (Mac Roman)", mac, 2),
    ):
        took = _timed(text)
        ratio = took["ftfy"] / took["ours"]
        speed = {name: len(text.encode()) / 1e6 / one for name, one in took.items()}
        yield Row(f"speed, {title}: MB/s, and times ftfy", f"{speed['ftfy']:.1f}",
                  f"{speed['ours']:.0f} = {ratio:.1f}×", f"≥ {bar}×", ratio >= bar, _SLOW)  # fmt: skip


def _timed(text: str) -> dict[str, float]:
    """Return the median seconds of each, called in turn, often enough to be told from noise.

    No text is seen twice, so that nothing can be remembered.
    """
    number = counter()
    clocks = {
        name: timeit.Timer(lambda call=call: call(f"{text}\n{next(number)}"))  # type: ignore[misc]
        for name, call in REPAIRERS.items()
    }
    often = {name: max(1, int(0.05 / clock.timeit(1))) for name, clock in clocks.items()}
    took = [
        {name: clock.timeit(often[name]) / often[name] for name, clock in clocks.items()}
        for _ in range(5)
    ]
    return {name: statistics.median(one[name] for one in took) for name in clocks}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--details", action="store_true", help="also by codec, and what is missed")
    options = parser.parse_args()
    print(f"{'':64}{'ftfy':>10}{'contentlint':>14}{'bar':>11}")
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for rows in (
            speed_rows(),
            broken_rows(pool, details=options.details),
            clean_rows(pool),
            lookalike_rows(),
            about_rows(),
            wild_rows(details=options.details),
            sample_rows(),
        ):
            for row in rows:
                print(row, flush=True)


if __name__ == "__main__":
    sys.exit(main())
