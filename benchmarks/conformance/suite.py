"""markdownlint's own test suite, read where it lies: its pages, and what is expected on which line.

A page says itself what is wrong with it: “{MD011}” on a line expects a finding of MD011 there,
“{MD012:7}” on line 7, “{MD022:+1}” on the next line. Comments in it configure rules and switch them
off and on, as markdownlint's users write them. All rules are on at first.

The suite is not copied into this project. The folder of a checkout is named by MARKDOWNLINT; without
it, the release below is cloned once into .cache.
"""

import json
import os
import re
import subprocess
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "markdownlint"
REPOSITORY = "https://github.com/DavidAnson/markdownlint"
RELEASE = "v0.40.0"
"""The release that the figures are for; the table of deliberate differences names its lines."""


class SuiteError(Exception):
    """The suite is not there. The message says how to get it."""


class Finding(NamedTuple):
    """What is wrong, as markdownlint numbers it, and on which line, from 1."""

    rule: str
    line: int


Names = Mapping[str, frozenset[str]]
"""What a name, an alias or a tag stands for, in capitals."""
Settings = Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """A page of the suite: ``expected`` is what its markers say.

    ``settings`` holds the options of each rule that the page configures; ``on`` the rules that are
    on at each line, the first line being number 1.
    """

    name: str
    text: str
    expected: frozenset[Finding]
    settings: Mapping[str, Settings]
    on: tuple[frozenset[str], ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _NEWLINE.finditer(self.text))]

    def line_at(self, offset: int) -> int:
        """Return the number of the line that an offset is on."""
        return bisect_right(self._starts, offset)

    def line(self, number: int) -> str:
        """Return the text of a line; empty where the page has no such line."""
        lines = _NEWLINE.split(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def is_on(self, finding: Finding) -> bool:
        """Whether the comments of the page leave the rule on at that line."""
        return finding.line < len(self.on) and finding.rule in self.on[finding.line]


# Markers.

_NEWLINE = re.compile(r"\r\n?|\n")
_MARKER = re.compile(r"\{(MD\d+)(?::([-+]?)(\d+))?\}")


def expected(text: str) -> frozenset[Finding]:
    """Return what the markers of a page expect."""
    return frozenset(
        Finding(match[1], _place(number, match[2], match[3]))
        for number, line in enumerate(_NEWLINE.split(text), 1)
        for match in _MARKER.finditer(line)
    )


def _place(here: int, sign: str | None, number: str | None) -> int:
    if not number:
        return here
    return here + int(sign + number) if sign else int(number)


# Comments.

_ACTIONS = r"(?:disable|enable)(?:-file)?|disable-(?:next-)?line|capture|restore|configure-file"
_COMMENT = re.compile(rf"<!--\s*markdownlint-({_ACTIONS})(?=\s|-->)", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:---[^\S\r\n]*$[\s\S]+?^---\s*"
    r"|\+\+\+[^\S\r\n]*$[\s\S]+?^(?:\+\+\+|\.\.\.)\s*"
    r"|\{[^\S\r\n]*$[\s\S]+?^\}\s*)(?:\r\n|\r|\n|\Z|$)",
    re.MULTILINE,
)


def head(text: str) -> int:
    """Return where the body starts: after what markdownlint takes for front matter."""
    # Its pattern knows all three line breaks, Python's only one.
    match = _HEAD.match(text.replace("\r\n", " \n").replace("\r", "\n"))
    return match.end() if match else 0


def _comments(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield the action of each comment of a text, what it says besides, and where it starts."""
    for match in _COMMENT.finditer(text):
        end = text.find("-->", match.end())
        if end >= 0:
            yield match[1].lower(), text[match.end() : end], match.start()


def _configured(body: str) -> dict[str, Any]:
    """Return all that the comments of a page configure; what is no JSON configures nothing."""
    merged: dict[str, Any] = {}
    for action, words, _ in _comments(body):
        if action == "configure-file":
            try:
                said = json.loads(words)
            except ValueError:
                continue
            merged |= said if isinstance(said, dict) else {}
    return merged


class _Switches:
    """Which rules are on, while the comments of a page are read in order."""

    def __init__(self, on: Iterable[str], names: Names) -> None:
        self.names = names
        self.on = frozenset(on)
        self.kept = self.on

    def turned(self, on: frozenset[str], action: str, words: str) -> frozenset[str]:
        """Return what is on once a comment has been heard; without a name it means every rule."""
        named = words.upper().split() or list(self.names)
        rules = frozenset().union(*(self.names.get(name, frozenset()) for name in named))
        return on | rules if action.startswith("enable") else on - rules

    def hear(self, action: str, words: str) -> None:
        """Follow a comment that holds from its line on, or for the whole file."""
        if action == "capture":
            self.kept = self.on
        elif action == "restore":
            self.on = self.kept
        else:
            self.on = self.turned(self.on, action, words)


_WHOLE = frozenset({"enable-file", "disable-file"})
_ONWARD = frozenset({"enable", "disable", "capture", "restore"})
_LINES = {"disable-line": 0, "disable-next-line": 1}


def _settled(said: Mapping[str, Any], names: Names) -> tuple[dict[str, Settings], set[str]]:
    """Return the options of each rule and which rules are on, by what a page configures."""
    default = next((value for key, value in said.items() if key.upper() == "DEFAULT"), True)
    on = set().union(*names.values()) if default else set()
    settings: dict[str, Settings] = {}
    for key, value in said.items():
        options = dict(value) if isinstance(value, dict) else {}
        enabled = options.pop("enabled", True) if isinstance(value, dict) else value
        options.pop("severity", None)
        for rule in names.get(key.upper(), ()):
            settings[rule] = options
            (on.add if enabled else on.discard)(rule)
    return settings, on


def page(name: str, text: str, names: Names) -> Page:
    """Read a page of the suite."""
    start = head(text)
    body = text[start:]
    first = len(_NEWLINE.findall(text, 0, start)) + 1
    settings, on = _settled(_configured(body), names)
    return Page(name, text, expected(text), settings, _switched(body, first, on, names))


def _switched(body: str, first: int, on: Iterable[str], names: Names) -> tuple[frozenset[str], ...]:
    """Return the rules that are on at each line; in front matter none is."""
    lines = [list(_comments(line)) for line in _NEWLINE.split(body)]
    switches = _Switches(on, names)
    for action, words, _ in (comment for line in lines for comment in line):
        if action in _WHOLE:
            switches.hear(action, words)
    switches.kept = switches.on
    states = [frozenset()] * first
    for line in lines:
        for action, words, _ in line:
            if action in _ONWARD:
                switches.hear(action, words)
        states.append(switches.on)
    for number, line in enumerate(lines, first):
        for action, words, _ in line:
            at = number + _LINES.get(action, len(states))
            if at < len(states):
                states[at] = switches.turned(states[at], action, words)
    return tuple(states)


# The folder.

_TITLE = re.compile(r"# `(MD\d+)`")
_NAMED = re.compile(r"(?m)^(?:Tags|Aliases): (.+)$")


def names_in(root: Path) -> Names:
    """Return what each name stands for, from the page about each rule that a checkout has."""
    found: dict[str, set[str]] = {}
    for path in sorted((root / "doc").glob("md[0-9]*.md")):
        text = path.read_text(encoding="utf-8")
        title = _TITLE.match(text)
        if title:
            others = re.findall(r"`([^`]+)`", " ".join(_NAMED.findall(text)))
            for name in (title[1], *others):
                found.setdefault(name.upper(), set()).add(title[1])
    return {name: frozenset(rules) for name, rules in found.items()}


def pages(root: Path) -> tuple[Page, ...]:
    """Return all pages of the suite. Raises SuiteError when there are none."""
    paths, names = sorted((root / "test").glob("*.md")), names_in(root)
    if not paths or not names:
        raise SuiteError(f"{root} is no checkout of markdownlint: no test/*.md or no doc/md*.md")
    return tuple(page(path.name, path.read_bytes().decode("utf-8-sig"), names) for path in paths)


def release(root: Path) -> str:
    """Return the version that a checkout says it is."""
    try:
        told = json.loads((root / "package.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return "?"
    return f"v{told['version']}"


def folder() -> Path:
    """Return the folder of the suite, fetching it if need be. Raises SuiteError."""
    given = os.environ.get("MARKDOWNLINT")
    if given:
        return Path(given)
    if not (CACHE / "test").is_dir():
        _clone()
    return CACHE


def _clone() -> None:
    command = ["git", "clone", "--quiet", "--depth", "1", "--branch", RELEASE, REPOSITORY, CACHE]
    try:
        # Nobody is there to type a password, and stalled downloads end.
        environment = os.environ | {"GIT_TERMINAL_PROMPT": "0"}
        subprocess.run(command, env=environment, timeout=300, check=True, capture_output=True)
    except (OSError, subprocess.SubprocessError) as error:
        said = (getattr(error, "stderr", None) or b"").decode(errors="replace").strip()
        raise SuiteError(
            f"The suite is not here, and {REPOSITORY} could not be cloned: {said or error}.\n"
            f"Name the folder of a checkout of {RELEASE}: make conformance MARKDOWNLINT=folder"
        ) from error
