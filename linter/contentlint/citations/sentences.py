"""Where sentences end, in the languages that end them with a full stop, and in some that do not.

A stop ends no sentence where a small letter follows, behind an initial, behind an abbreviation
that something has to follow (“Dr.”, “z. B.”, “n.”) and, where a language writes its ordinals so,
behind a number: “am 3. März”. In doubt a sentence ends, so that none takes over the words of
another.
"""

from collections.abc import Iterator
from functools import cache

from contentlint.patterns import pattern
from contentlint.span import Span

_END = pattern(
    r"(?P<stop>[.!?…]{1,8})(?:[\"'”“’)\]*_]|[ \xa0\u202f]?»){0,4}(?P<blank>[\s\xa0]{1,20})"
    r"|[。！？]{1,4}[」』”）]{0,2}"
)
_WORD = pattern(r"(?:[^\W_]|[.’'-])*\Z")
_MOST = 24
"""Code points that are looked at before a stop: no abbreviation is longer."""
_NEVER_LAST = (
    "dr mr mrs ms prof st ste mgr rev hon lt sgt capt mme mlle mm pr vve messrs ziff hrsg vgl cf "
    "conf approx environ ungef bzw ggf evtl inkl exkl sog insb zzgl vs viz incl resp boul sr sra "
    "srta dra dña dott dottssa sig sigra ing avv dhr mevr ej ex bijv zb z.b d.h u.a i.d.r o.ä u.u "
    "v.a s.o s.u e.g i.e p.ex par.ex c.-à-d p.ej por.ej ad.es o.a m.a.w"
)
_BEFORE_NUMBERS = (
    "no nr nos num núm n art arts abs fig figs abb tab tabl vol bd ed p pp s ss chap ch kap sect "
    "sec cap ca env circa av jan janv feb fév févr mar apr avr jun jul juil aug sep sept oct okt "
    "nov dec déc dez ene abr ago dic gen giu lug set ott mrt maa"
)
_DOTTED_ORDINALS = "de da nb nn no fi cs sk pl hu et lv lt hr sl sr bs is tr eu fo"


def sentences(words: str, language: str = "") -> tuple[Span, ...]:
    """Return the sentences of a text, in order, without the blanks between them."""
    return tuple(_trimmed(words, _cut(words, language)))


def _cut(words: str, language: str) -> Iterator[Span]:
    start = 0
    for found in _END.finditer(words):
        if found["stop"] is None or _is_end(words, start, found.start(), found.end(), language):
            yield Span(start, found.end())
            start = found.end()
    yield Span(start, len(words))


def _trimmed(words: str, spans: Iterator[Span]) -> Iterator[Span]:
    for span in spans:
        text = words[span.start : span.end]
        shorter = text.strip()
        if shorter:
            start = span.start + len(text) - len(text.lstrip())
            yield Span(start, start + len(shorter))


def _is_end(words: str, start: int, stop: int, after: int, language: str) -> bool:
    follower = words[after : after + 1]
    if not follower or follower.islower():
        return not follower
    if words[stop] != "." or words[stop + 1] in ".!?…":
        return True
    found = _WORD.search(words, max(start, stop - _MOST), stop)
    before = found[0].lstrip("’'-.") if found else ""
    if before.isdigit():
        first = not words[start:stop].removesuffix(before).strip()
        return not (first or (len(before) <= 2 and language in _words(_DOTTED_ORDINALS)))
    return not _goes_on(before, words[after : after + 2])


def _goes_on(before: str, follower: str) -> bool:
    """Whether what stands before a full stop wants what stands behind it."""
    if len(before) == 1 and (before.isupper() or follower.endswith(".")):
        return True
    word = before.lower()
    return word in _words(_NEVER_LAST) or (
        follower[:1].isdigit() and word in _words(_BEFORE_NUMBERS)
    )


@cache
def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())
