"""Small words that never stand twice in a row, and words that may, by language."""

from collections.abc import Iterator

from contentlint import Span

_NEVER = {
    "en": (
        "the a an and of to for with as be by from or at are we our your this their will when which"
        " if is about have has was were been can"
    ),
    "fr": (
        "de le la les des du un une et est à au aux pour sur dans avec par ce cette ses vos nos"
        " votre notre ne"
    ),
    "es": "de el la los las un una y en con por para del al su sus",
    "de": "und oder mit für von ein eine einen einem im zum zur wird werden",
    "it": "di il lo gli un una e per con del della dei nel nella sono",
    "pt": "de do da dos das um uma e com para em ao os as seu sua",
    "nl": "de het een van en met voor te of",
}
"""“He came in in May” and “tout en en parlant” are good style: “in”, “on” and “en” are left out."""
_LEGAL = {
    "en": (
        "that had do is in on it you her there so very really long many much more no yes ha bye"
        " blah bla far too big super tiny never ever now again please up over way etc"
    ),
    "fr": (
        "vous nous en faire très oui non si bien fort grand gros ha ah oh la les que qui son se"
        " plus beaucoup trop bla ohé dur tout toujours"
    ),
    "es": "muy no si sí que ja bla casi más mucho poco",
    "de": "die der das den dem sie zu sehr ja nein in auf ein so viel bla",
    "it": "che no sì si molto bla ha così piano poco via man",
    "pt": "que não sim se muito no na nos nas bla a o já",
    "nl": "die dat je is in op zo heel ja nee bla",
}
NEVER = {language: frozenset(words.split()) for language, words in _NEVER.items()}
LEGAL = {language: frozenset(words.split()) for language, words in _LEGAL.items()}
_ACROSS = "the to and of a is for de la les et une des du el und di het"
_ALL = sorted(frozenset[str]().union(*NEVER.values()))
TRIGGERS = (
    *(f" {word} {word} " for word in _ALL),
    *(f" {word}\n{word} " for word in _ACROSS.split()),
    *(f"\n{word} {word} " for word in _ACROSS.split()),
    "The the ",
)
_GAPS = (" ", "\n", "\r\n", "\n> ", "\n  ", "\n    ")
"""What may stand between two words of a paragraph."""
_JOINED = frozenset("'’.&@#/-_=$")
"""Signs that make a word part of a name or of code."""


def small(text: str, language: str) -> Iterator[Span]:
    """Yield where a small word of a language stands twice in a text."""
    for word in NEVER[language]:
        for gap in _GAPS:
            yield from _found(text, f"{word}{gap}{word}")
        yield from _found(text, f"{word.capitalize()} {word}")


def doubled(text: str, word: str) -> Iterator[Span]:
    """Yield where a word stands twice in a text."""
    for gap in _GAPS:
        yield from _found(text, f"{word}{gap}{word}")


def _found(text: str, pair: str) -> Iterator[Span]:
    at = text.find(pair)
    while at >= 0:
        end = at + len(pair)
        if not (_joins(text[at - 1 : at]) or _joins(text[end : end + 1], frozenset("."))):
            yield Span(at, end)
        at = text.find(pair, end)


def _joins(sign: str, but: frozenset[str] = frozenset()) -> bool:
    return sign.isalnum() or sign in _JOINED - but if sign else False
