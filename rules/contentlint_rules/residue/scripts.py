"""Characters without a width, and the scripts and emoji that need them.

What is needed where is as in Unicode's core specification, version 16: chapter 23.2 for the
joiners, 23.9 for tags, and UAX #14 for what separates words in Thai and its neighbours.
"""

import re

from contentlint import Span, pattern

UNSEEN = frozenset(
    "\xad\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063"
    "\u2064\u206a\u206b\u206c\u206d\u206e\u206f\u3164\uffa0"
) | {chr(number) for number in range(0xE0000, 0xE0080)}
UNUSUAL = "\xa0\u202f\u2011"
"""Blanks and a hyphen that look like those on a keyboard."""
RUNS = pattern(
    "(?:[\xad\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\uffa0]"
    "|&#8203;){1,200}|[\U000e0000-\U000e007f]{1,2000}"
)
UNUSUAL_RUNS = pattern("[\xa0\u202f]{1,200}|\u2011{1,9}")
STRICT = frozenset(
    {"sh", "bash", "zsh", "fish", "shell", "console", "powershell", "ps1", "bat", "dockerfile"}
    | {"python", "py", "css", "scss", "less", "yaml", "yml", "toml", "ini", "json", "rust", "go"}
    | {"c", "cpp", "java", "sql", "ruby", "rb", "php", "r"}
)
"""Languages that take no other blank and no other hyphen than those of ASCII."""
WORDS = pattern(r"[\"'`#«│]|//|--[ ]|/\*|^[ \t]{0,20}[*$]|REM ")
"""What begins a comment or a text in them."""

_SEPARATED = pattern(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\uaa60-\uaadf]"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai: no blanks, so what is invisible parts the words."""
_JOINED = pattern(
    "[\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\u1900-\u1cff\ua840-\ua95f\ua980-\uaaff"
    "\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
"""Arabic, the scripts of India, Mongolian and others whose letters join."""
_RIGHT_TO_LEFT = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_EMOJI = pattern(
    "[\u00a9\u00ae\u200d\u20e3\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0e\ufe0f\U0001f000-\U0001faff]"
)
_HANGUL = pattern("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_FLAG, _END_OF_FLAG = "\U0001f3f4", "\U000e007f"


def usual(run: str) -> str:
    """Return what a keyboard has for a run of unusual blanks or hyphens."""
    return "-" * len(run) if run[0] == "\u2011" else " " * len(run)


def needed(text: str, span: Span) -> bool:
    """Return whether the script or the emoji round a run of invisible characters needs it."""
    run = text[span.start : span.end]
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if run[0] >= "\U000e0000":
        return before == _FLAG and run.endswith(_END_OF_FLAG)
    # One too many does no harm; taking all of them out would join letters that must be apart.
    return len(set(run)) == 1 and _is_needed(run[0], before, after, _round(text, span))


def _round(text: str, span: Span) -> str:
    """Return what stands before and after a run in its line, near it."""
    before = text[max(0, span.start - 200) : span.start].rpartition("\n")[2]
    return before + text[span.end : span.end + 200].partition("\n")[0]


def _is_needed(char: str, before: str, after: str, near: str) -> bool:
    inside = before.isalpha() and after.isalpha()
    wanted = (
        ("\xad", inside),
        ("\u200e\u200f", _RIGHT_TO_LEFT.search(near)),
        ("\u200b", _either(_SEPARATED, before, after)),
        ("\u200c\u200d", _either(_JOINED, before, after)),
        ("\u200d", _EMOJI.match(before) and _EMOJI.match(after)),
        ("\u200c", inside),
        ("\u115f\u1160\u3164\uffa0", _either(_HANGUL, before, after)),
        ("\u17b4\u17b5\u180e", _either(_JOINED, before, after)),
    )
    return any(is_so for chars, is_so in wanted if char in chars)


def _either(script: re.Pattern[str], before: str, after: str) -> bool:
    return bool(script.match(before) or script.match(after))
