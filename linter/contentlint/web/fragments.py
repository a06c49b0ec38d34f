"""Whether a page has what the part of an address after “#” names."""

import re
from urllib.parse import unquote

from contentlint.citations.visit import Paper
from contentlint.patterns import pattern

_DIRECTIVE = ":~:"
_BY_PROGRAMS = pattern(
    r"[/!].*|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|lines?[-=]\d+.*|(?:t|page|xywh|nameddest|zoom|search)=.*"
    r"|issue(?:comment)?-?\d+|discussion_?r?\d+|diff-.*|pullrequestreview-\d+|r\d+|commitcomment-\d+"
    r"|.*[=&?/].*",
    re.IGNORECASE | re.DOTALL,
)
"""What programs of a page make of a fragment, or viewers of files: no element is called so."""
_BLANKS = pattern(r"\s+")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xad": ""})


def is_missing(fragment: str, paper: Paper) -> bool:
    """Whether a page that was read whole surely lacks what a fragment names."""
    if not (fragment and paper.whole and paper.kind == "html"):
        return False
    name, _, directive = fragment.partition(_DIRECTIVE)
    if directive and not _has_any(directive, paper.text):
        return True
    return bool(name) and not _has(name, paper.anchors)


def _has(name: str, anchors: frozenset[str]) -> bool:
    plain = unquote(name)
    if plain.lower() == "top" or _BY_PROGRAMS.fullmatch(plain):
        return True
    spelt = {name, plain, f"user-content-{plain}", f"user-content-{plain.lower()}"}
    return not anchors.isdisjoint(spelt)


def _has_any(directive: str, text: str) -> bool:
    """Whether a page has one of the passages that text fragments quote."""
    quoted = [part[5:] for part in directive.split("&") if part.startswith("text=")]
    page = _plain(text)
    return not quoted or any(_quotes(each, page) for each in quoted[:20])


def _quotes(directive: str, page: str) -> bool:
    """Whether a passage stands there: its start, then its end, whatever is round them."""
    parts = [part for part in directive.split(",") if part]
    parts = [part for part in parts if not (part.endswith("-") or part.startswith("-"))]
    at = 0
    for part in parts[:2]:
        words = _plain(unquote(part)).strip()
        at = page.find(words, at)
        if at < 0:
            return False
        at += len(words)
    return True


def _plain(words: str) -> str:
    return _BLANKS.sub(" ", words.translate(_FOLDED)).casefold()
