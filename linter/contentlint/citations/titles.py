"""Whether a page names a source as the source names itself: its title, its authors, its year.

Names are given in many ways, and sources change theirs, so only what leaves no doubt is told: a
title that shares nothing with any name of the source, in its language; a year written as the year
of publication where the source is dated otherwise; an author who is nowhere on the source.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contentlint.citations.evidence import Match, Support
from contentlint.citations.quotations import is_title
from contentlint.citations.visit import Paper
from contentlint.citations.wording import Wording, words_of
from contentlint.language import leanings, unaccented
from contentlint.patterns import pattern


class Compared(NamedTuple):
    """What words that name a source say of it, and how the source stands to that."""

    written: str
    match: Match


_LEAST = 4
"""Words with a meaning that a title has at least to be told from another."""
_LEAST_OWN = 3
"""The same for the title of the source: “Home” says nothing of it."""
_ALIKE = 0.3
"""Share of words in common from which on two names may be of one source."""
_KNOWN = 0.5
"""Share of a title's words on the page from which on the page may well be meant."""
_STEM = 6
"""Letters of a word that count: an ending makes no other title."""

_SMALL = (
    "the of and to in is for it with as on be are this was by you from or an at not which your"
    " we can if will has they their about more when there so what how why who le la les des du"
    " et est un une en que qui dans pour pas sur au aux par plus ce cette avec sont il nous"
    " vous se son sa ou être l d qu n c s j der die das und den von zu mit nicht ein eine einen"
    " auf für sich des dem im auch als wie oder el los las del que una por con para se lo su al"
    " di della dei delle che non da nel al o os as do da dos das um com no na het een van dat"
    " op te zijn voor aan er ook om naar"
)
_EMPTY = frozenset(_SMALL.split())
_SITE = pattern(r"\s[|–—·»:-]\s|\s?[|]\s?")
_QUOTED = pattern('[“„«"]\\s?([^”“»"\n]{10,300}?)\\s?[”“»"]')
_ENTRY = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)|https?://|\A\W{0,3}\d{1,3}[\].]\s|, ?[^\W\d_]\.")
"""What an entry in a list of sources has beside a title: a year, an address, a number, initials."""
_ADDRESS = pattern(r"https?://\S+|\b(?:www\.|doi:)\S+|\b10\.\d{4,9}/\S+")


def _meaning(text: str) -> frozenset[str]:
    """Return the words of a name that tell it from others, without accents and endings.

    Numbers and small words are none.
    """
    words = words_of(_ADDRESS.sub(" ", text))
    meant = (word for word in words if word not in _EMPTY and len(word) > 1 and _is_word(word))
    return frozenset(unaccented(word)[:_STEM] for word in meant)


def _is_word(word: str) -> bool:
    return not word[0].isdigit() or any(map(str.isalpha, word))


def title(named: str, paper: Paper, source: Wording, sentence: str = "") -> Compared | None:
    """Return how a source stands to the title that a page gives it; None where it gives none.

    ``sentence`` is the running text that a link stands in: words of a link in it are a title only
    if they are set as one. A single word in common is enough for a title without marks.
    """
    called, marked = _title_in(named, sentence)
    wanted = _meaning(called or named)
    names = [name for name in paper.names if len(_meaning(name)) >= _LEAST_OWN]
    if len(wanted) < _LEAST or not names:
        return None
    best = max(names, key=lambda name: _shared(wanted, name))
    if _shared(wanted, best) >= 2 or _likeness(wanted, best) > _ALIKE:
        return Compared(called or named, Match(Support.SUPPORTED, best))
    doubtful = not called or paper.kind == "pdf" or (_shared(wanted, best) and not marked)
    if doubtful or _stands_on(wanted, source):
        return None
    same = _same_language(called, names, source)
    return Compared(called, Match(Support.ABSENT if same else Support.UNKNOWN, paper.title))


def _title_in(named: str, sentence: str) -> tuple[str, bool]:
    """Return what is meant for a title in words that name a source, and whether marks say so.

    Words of a sentence, or of a link that stands alone, are none unless they look like one.
    """
    if quoted := _QUOTED.search(named):
        return quoted[1], True
    entry = not _is_running(named, sentence) and _ENTRY.search(named)
    return (named if entry or _is_set_apart(named) else ""), False


def _is_running(named: str, sentence: str) -> bool:
    """Whether words that name a source are some of a sentence; an entry in a list is all of it."""
    name, words = " ".join(named.split()), " ".join(sentence.split())
    return name in words and name != words


def _is_set_apart(named: str) -> bool:
    """Whether words have capitals as titles have them, nearly all of them."""
    return named[:1].isupper() and is_title(named, 0.9)


def _shared(wanted: frozenset[str], name: str) -> int:
    return len(wanted & _meaning(name))


def _likeness(wanted: frozenset[str], name: str) -> float:
    """Return the share of words in common, of the shorter name; parts of a name count too."""
    parts = [_meaning(part) for part in (name, *_SITE.split(name))]
    return max(
        (len(wanted & part) / min(len(wanted), len(part)) for part in parts if len(part) > 1),
        default=0.0,
    )


def _stands_on(wanted: frozenset[str], source: Wording) -> bool:
    stems = {word[:_STEM] for word in source.plain}
    return len(wanted & stems) >= _KNOWN * len(wanted)


def _same_language(called: str, names: Iterable[str], source: Wording) -> bool:
    """Whether a title certainly is in the language of a source and of its names.

    Words that both hold are no proof: a source in English may have an English and a French name.
    """
    lean = leanings(called)
    own = lean.pop(source.language, 0)
    others = [_lean_of(name) for name in names]
    return own >= 1 and own > max(lean.values()) and set(others) <= {source.language, ""}


def _lean_of(name: str) -> str:
    """Return the language that most small words of a name are of; empty where it has none."""
    lean = leanings(name)
    most = max(lean, key=lean.__getitem__)
    alone = sum(count == lean[most] for count in lean.values()) == 1
    return most if alone else ""


_MONTH = (
    r"jan\w{0,6}|f[eé]v\w{0,5}|feb\w{0,6}|m[aä]r\w{0,3}|mars|a[vp]r\w{0,3}|ma[iyg]\w{0,3}|mei"
    r"|ju[inl]\w{0,5}|ao[uû]t|aug\w{0,4}|ago\w{0,4}|se[pt]\w{0,8}|o[ckt]t\w{0,6}|out\w{0,4}"
    r"|nov\w{0,6}|d[eé][cz]\w{0,6}|dic\w{0,6}|gen\w{0,5}|giu\w{0,3}|lug\w{0,3}|ene\w{0,2}"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WORK = (
    r"(?:reports?|stud(?:y|ies)|survey|white paper|yearbook|rapport|étude|enquête|baromètre|bericht"
    r"|studie|umfrage|jahrbuch|informe|estudio|encuesta|rapporto|studio|indagine|relatório|estudo"
    r"|pesquisa|onderzoek)"
)
_PUBLISHED = (
    pattern(
        rf"\((?:\d{{1,2}}\.? )?(?:(?:{_MONTH})\.? )?{_YEAR}[a-z]?"
        rf"(?:, (?:{_MONTH})\.?(?: \d{{1,2}})?)?\)",
        re.IGNORECASE,
    ),
    pattern(
        rf"\b(?:\d{{1,2}}(?:er|st|nd|rd|th|\.)? (?:de )?(?:{_MONTH})\.?,? (?:de )?"
        rf"|(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?,? ){_YEAR}\b",
        re.IGNORECASE,
    ),
)
"""“(2024)”, “(2024, March 5)”, “12 mars 2024”, “March 12, 2024”."""
_OF_YEAR = (
    pattern(rf"\b{_YEAR} (?:annual )?{_WORK}\b", re.IGNORECASE),
    pattern(
        rf"\b{_WORK}(?: annuel| annual)?(?: of| de| del| di| do| von| vom| van)? {_YEAR}\b",
        re.IGNORECASE,
    ),
)
"""“2025 report”, “rapport 2025”: it may come out a year earlier, or later."""
_ACCESSED = pattern(
    r"\b(?:accessed|retrieved|visited|viewed|consult\w{1,4}|visit[éeo]\w{0,3}|abgerufen|aufgerufen"
    r"|zugriff|recuperad\w|acced\w{2,4}|acess\w{2,4}|geraadpleegd|last checked|vu le)\b"
    r"[^()\n]{0,40}",
    re.IGNORECASE,
)
_YEARS = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Year(NamedTuple):
    """A year that a page gives a source, as it is written there; ``within`` years it is right."""

    written: str
    within: int = 0


def year_of(named: str, sentence: str = "") -> Year | None:
    """Return the year of publication that words give a source, where they clearly give one.

    The day on which a source was read is none, and where two years are given none is taken. A date
    in a link of a running ``sentence`` may be that of anything.
    """
    said = _ACCESSED.sub(" ", _ADDRESS.sub(" ", named))
    running = _is_running(named, sentence)
    found = set() if running else {Year(year) for year in _written(_PUBLISHED, said)}
    found = found or {Year(year, 1) for year in _written(_OF_YEAR, said)}
    return found.pop() if len(found) == 1 else None


def _written(expressions: "Iterable[re.Pattern[str]]", text: str) -> Iterator[str]:
    return (match["year"] for each in expressions for match in each.finditer(text))


def year(named: str, paper: Paper, sentence: str = "") -> Compared | None:
    """Return how a source stands to the year that a page gives it; None where nothing is certain.

    Only a year later than that of publication is doubted: an old text is often published again.
    A year off by one is NEAR: what appears online in December is printed in January.
    """
    given = year_of(named, sentence)
    if given is None:
        return None
    if given.written in _years_of(paper):
        return Compared(given.written, Match(Support.SUPPORTED, given.written))
    published = _YEARS.match(paper.published)
    if published is None or paper.kind == "pdf" or given.written in paper.text:
        return None
    later = int(given.written) - int(published[0])
    if later <= given.within:
        return None
    support = Support.NEAR if later == 1 else Support.ABSENT
    return Compared(given.written, Match(support, published[0]))


def _years_of(paper: Paper) -> list[str]:
    """Return the years of a source's dates and names, and of its address."""
    said = " ".join((paper.published, paper.updated, paper.canonical, *paper.names))
    return _YEARS.findall(said)


_FIRST_AUTHOR = pattern(
    r"\A[\s\[\]\d.*-]{0,8}(?P<name>[^\W\d_][\w'’-]{1,30}(?: [^\W\d_][\w'’-]{1,30})?), ?"
    r"(?:[^\W\d_]\.[ -]?){1,3}"
)
"""“Okafor, A. B.”, with which an entry in a list of sources starts."""
_PERSON = pattern(r"[^\W\d_][\w'’.-]{0,30}(?: [\w'’.-]{1,30}){1,3}\Z")


def author(named: str, paper: Paper, source: Wording) -> Compared | None:
    """Return how a source stands to the author whom an entry starts with; None for uncertain.

    A name that stands anywhere on the page is no alarm.
    """
    first = _FIRST_AUTHOR.match(named)
    if first is None or not paper.authors:
        return None
    sought = {unaccented(word) for word in words_of(first["name"])}
    theirs = {unaccented(word) for name in paper.authors for word in words_of(name)}
    who = ", ".join(paper.authors[:3])
    if sought & theirs:
        return Compared(first["name"], Match(Support.SUPPORTED, who))
    if sought & source.plain or not all(map(_PERSON.match, paper.authors)):
        return None
    return Compared(first["name"], Match(Support.ABSENT, who))
