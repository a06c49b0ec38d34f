"""Text that is known to be sound, in many languages, none of which the model was trained on.

Catalogues are the translated messages of four projects, as their wheels carry them: nothing of
them is kept here. Documents are pages made of such lines, with what Markdown has around them. The
declarations are what the model was trained on: they only serve to look for false alarms.
"""

import random
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from registry import fetched

PACKAGES = (
    "plone.app.locales==7.0.4",
    "weblate==5.14.3",
    "django-allauth==65.21.1",
    "sphinx==9.0.4",
)
LANGUAGES = [
    "ar",
    "be",
    "bg",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "ga",
    "gl",
    "he",
    "hi",
    "hr",
    "hu",
    "is",
    "it",
    "ja",
    "ka",
    "ko",
    "lt",
    "lv",
    "nb",
    "nl",
    "pl",
    "pt",
    "pt_BR",
    "ro",
    "ru",
    "sk",
    "sl",
    "sq",
    "sr",
    "sv",
    "ta",
    "th",
    "tr",
    "uk",
    "vi",
    "zh_CN",
    "zh_TW",
]
"""Those that documents are made in."""
SAME = {"zh_Hans": "zh_CN", "zh_Hant": "zh_TW", "no": "nb", "nb_NO": "nb", "pt_PT": "pt"}
_CATALOGUE = re.compile(r"/locales?/([\w@]+)/LC_MESSAGES/[^/]*\.po$")
_MESSAGE = re.compile(r'^msgstr(?:\[\d\])? ((?:"(?:[^"\\\n]|\\.)*"\s*)+)', re.MULTILINE)
_PIECE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r'\\([nt"\\])')
_EMOJI = ["🚀", "✅", "🎉", "⚠️", "🔥", "👍", "📉", "💡"]
_EXTRAS = (
    "20 °C · 25 € · £5 · ½ · 3 km² · ™ ©",
    "| — | “a” | … | × |",
    "See [the page](https://example.com/a) for more.",
    "```py\nprint(1)\n```",
    "$a ≤ b ± √c$",
)


@cache
def catalogues() -> dict[str, tuple[str, ...]]:
    """Return the lines of the catalogues that have more than ASCII in them, by language."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for package in PACKAGES:
        with zipfile.ZipFile(fetched("wheel", package)) as wheel:
            for name in sorted(wheel.namelist()):
                if match := _CATALOGUE.search(name):
                    language = SAME.get(match[1], match[1])
                    lines = _lines(wheel.read(name).decode("utf-8", "replace"))
                    found[language].update(dict.fromkeys(lines))
    return {language: tuple(found[language]) for language in sorted(found)}


def _lines(catalogue: str) -> Iterator[str]:
    for message in _MESSAGE.finditer(catalogue):
        text = "".join(_PIECE.findall(message[1]))
        text = _ESCAPE.sub(lambda one: {"n": "\n", "t": " "}.get(one[1], one[1]), text)
        for line in text.split("\n"):
            if not line.isascii() and "�" not in line:
                yield " ".join(line.split(" ")).strip()


def declarations() -> Iterator[str]:
    """Yield each line of the declarations that has more than ASCII in it."""
    import train

    for _, text in train.declarations():
        for line in text.splitlines():
            if not line.isascii() and line.strip():
                yield line.strip()


def documents(language: str, count: int, seed: int = 0) -> list[str]:
    """Return pages in a language: a title, and some fifty lines with their blank lines."""
    lines = [line for line in catalogues()[language] if len(line) > 25]
    dice = random.Random(f"{language} {seed}")
    return [_document(dice, lines) for _ in range(count)]


def _document(dice: random.Random, lines: list[str]) -> str:
    start = dice.randrange(max(1, len(lines) - 50))
    body = [f'---\ntitle: "{lines[start][:70]}"\n---\n']
    for line in lines[start : start + 50]:
        body.append(_dressed(dice, line) + "\n")
        if dice.random() < 0.12:
            body.append(dice.choice(_EXTRAS) + "\n")
    return "\n".join(body)


def _dressed(dice: random.Random, line: str) -> str:
    how = dice.random()
    if how < 0.08:
        return f"{line} {dice.choice(_EMOJI)}"
    if how < 0.16:
        return f"- **{line[:12]}** {line[12:]}"
    if how < 0.24:
        return f"“{line[:20]}” – {line[20:]}"
    return line
