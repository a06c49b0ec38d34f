"""Which language a page is written in: what it says of itself, else what its words say.

Typography differs by language, so a wrong answer is worse than none. A page whose words clearly
are of another language than it says counts as unknown.
"""

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from contentlint.patterns import pattern

if TYPE_CHECKING:
    from contentlint.document import Document
    from contentlint.frontmatter import FrontMatter


class Language(NamedTuple):
    """A language as BCP 47 writes it, lower case: “fr” and “ca” for French in Canada."""

    name: str = ""
    region: str = ""


UNKNOWN = Language()
_NAMES = (
    "ar az be bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu hy id is it ja ka ko lt lv"
    " mk nb nl nn no pl pt ro ru sk sl sq sr sv ta te th tr uk ur vi zh"
)
_TAG = pattern(
    r"([a-z]{2})(?:[-_](?:[a-z]{4}[-_])?([a-z]{2}|\d{3}))?(?:[-_.@][\w.@-]*)?\Z", re.IGNORECASE
)
_KEYS = ("lang", "language", "locale")
_STATED = pattern(r"\b(?:lang|language|locale)\b", re.IGNORECASE)
_ENDING = pattern(r"\.([a-z]{2}(?:[-_][a-z]{2,4})?)\.(?:md|mdx|markdown)\Z", re.IGNORECASE)


def of_tag(tag: str) -> Language:
    """Return the language of a tag such as “fr-CA” or “pt_BR”; unknown where it is none."""
    match = _TAG.match(tag.strip())
    if match is None or match[1].lower() not in _NAMES.split():
        return UNKNOWN
    return Language(match[1].lower(), (match[2] or "").lower())


def of_front_matter(front_matter: "FrontMatter | None") -> Language:
    """Return the language that a page's metadata states."""
    if front_matter is None or not _STATED.search(front_matter.page, 0, front_matter.span.end):
        return UNKNOWN
    values = (front_matter.data.get(key) for key in _KEYS)
    tags = (of_tag(value) for value in values if isinstance(value, str))
    return next((tag for tag in tags if tag.name), UNKNOWN)


def of_path(path: str) -> Language:
    """Return the language that a path names: “fr/a.md”, “content.fr/a.md”, “a.fr.md”."""
    return told_by_path(path)[0]


def told_by_path(path: str) -> tuple[Language, str]:
    """Return the language that a path names, and the path without that name."""
    ending = _ENDING.search(path)
    found = of_tag(ending[1]) if ending else UNKNOWN
    if ending and found.name:
        return found, path[: ending.start()] + path[ending.end(1) :]
    parts = path.replace("\\", "/").split("/")
    for at in range(len(parts) - 2, -1, -1):
        before, dot, last = parts[at].rpartition(".")
        found = of_tag(last)
        if found.name:
            return found, "/".join([*parts[:at], *([before] if dot else []), *parts[at + 1 :]])
    return UNKNOWN, path


_LEAST_WORDS = 60
_LEAST_SHARE = 0.17
_LEAST_LEAD = 1.4
"""How many times as many words of the language as of the next."""
_LONGEST = 5_000
"""Characters that are looked at."""
_COMMONEST = {
    "en": (
        "the of and to in is that for it with as on be are this was by you from or an at have not"
        " which your we can if will has but they their about more when there so what been"
    ),
    "fr": (
        "le la les de des du et est un une en que qui dans pour pas sur au aux par plus ce cette"
        " avec sont ne il elle nous vous je se ses son sa ou où mais être l d qu n c s j"
    ),
    "de": (
        "der die das und ist in den von zu mit nicht ein eine einen einem auf für sich des dem im"
        " auch als an es werden wird aus bei nach wie oder sie wir ich du kann sind hat"
    ),
    "es": (
        "el la los las de del y en que un una es por con para se no lo su como más o al este esta"
        " son si sus pero hay ya muy cuando está puede también sobre ser tu te"
    ),
    "it": (
        "il lo la gli le di del della dei delle e è un una che in per non con sono si da nel nella"
        " al alla come più i o questo questa anche ma ci se tuo puoi essere dal l"
    ),
    "pt": (
        "o a os as de do da dos das e é em um uma que para com não no na por se mais como ao você"
        " seu sua ou são está isso este esta nos pode ser também mas quando foi pelo"
    ),
    "nl": (
        "de het een en van in is dat op te zijn met voor niet je die aan er ook als om naar dit"
        " of door bij wordt maar kan worden we deze uit nog wel over heeft dan zo jouw"
    ),
}
_COMMON = {name: frozenset(words.split()) for name, words in _COMMONEST.items()}
_WORD = pattern(r"[^\W\d_]+")
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("el", "[\u0370-\u03ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("fa", "[پچژگ]"),
    ("ar", "[\u0600-\u06ff]"),
    ("uk", "[їєґ]"),
    ("be", "[ў]"),
    ("sr", "[јљњћђџ]"),
    ("ru", "[ыэ]"),
    ("bg", "[\u0400-\u04ff]"),
    ("hi", "[\u0900-\u097f]"),
    ("bn", "[\u0980-\u09ff]"),
    ("ta", "[\u0b80-\u0bff]"),
    ("te", "[\u0c00-\u0c7f]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("hy", "[\u0530-\u058f]"),
)
_OTHER_SCRIPT = pattern(r"[\u0370-\u1cff\u3040-\ud7af]")
_SIGN_OF = pattern("|".join(f"(?P<{name}>{signs})" for name, signs in _SCRIPTS))
_LEAST_OTHER = 100
"""Letters of another alphabet that a page must hold to be written in it."""


def of_text(text: str, start: int = 0) -> Language:
    """Return the language of a text from ``start`` on by its commonest words or its alphabet.

    Code between fences is left out.
    """
    piece = " ".join(text[start : start + _LONGEST].split("```")[::2])
    if not piece.isascii() and len(_OTHER_SCRIPT.findall(piece)) >= _LEAST_OTHER:
        return Language(_by_alphabet(piece))
    words = _WORD.findall(piece.lower())
    if len(words) < _LEAST_WORDS:
        return UNKNOWN
    counts = Counter(words)
    found = (
        (sum(map(counts.__getitem__, common.intersection(counts))), name)
        for name, common in _COMMON.items()
    )
    (most, name), (second, _) = sorted(found, reverse=True)[:2]
    sure = most >= _LEAST_SHARE * len(words) and most >= _LEAST_LEAD * second
    return Language(name) if sure else UNKNOWN


def leanings(text: str) -> dict[str, int]:
    """Return how many words of a text are among the commonest of each language.

    Too little to tell the language of a sentence, it is enough to see that two texts differ in it.
    """
    words = _WORD.findall(text[:_LONGEST].lower())
    return {name: sum(word in common for word in words) for name, common in _COMMON.items()}


def unaccented(text: str) -> str:
    """Return a text without its accents, and without what tells characters of one letter apart.

    “é” is “e”, and so is a wide or a raised “e” (NFKD); capitals stay.
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if not unicodedata.combining(char))


def _by_alphabet(text: str) -> str:
    """Return the language whose own signs a text holds; some share most of them with others."""
    found: dict[str, int] = {}
    for match in _SIGN_OF.finditer(text):
        name = match.lastgroup or ""
        found[name] = found.get(name, 0) + 1
    most = max(found.values(), default=0)
    return next((name for name, _ in _SCRIPTS if found.get(name, 0) * 50 > most), "")


def of_page(document: "Document") -> Language:
    """Return the language of a page: of its metadata, its path, its site, or its words."""
    stated = of_front_matter(document.front_matter)
    stated = stated if stated.name else of_path(document.path)
    stated = stated if stated.name else of_tag(document.site.language)
    seen = of_text(document.text, document.body.start)
    if not stated.name or not seen.name:
        return stated if stated.name else seen
    return stated if stated.name == seen.name else UNKNOWN
