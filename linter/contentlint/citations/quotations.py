"""What a text quotes, and whether a source has it.

Only what is certainly quoted from somewhere counts: five words or more, between marks that pair,
no title, no code. A straight mark opens or closes by where it stands; where one of them is left
over, none of its paragraph's is trusted.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from contentlint.citations.evidence import Match, Support
from contentlint.citations.wording import Run, Wording, may_be_of, shortened, words_of
from contentlint.patterns import pattern
from contentlint.span import Span

LEAST = 5
"""Words that a quotation has at least; of fewer, most are terms that somebody stands back from."""
LONGEST = 2_000
"""Code points that a quotation has at most; a longer one has marks that belong to two others."""
_SPACELESS_SIGNS = 2
"""Signs of a script without blanks that count as a word."""


class Quotation(NamedTuple):
    """Words that stand between quotation marks: where, and which. The marks are not among them."""

    span: Span
    words: str


_CLOSING = {
    "“": '”"',
    "„": '“”"‟',
    "‟": '”"',
    '"': '"”',
    "«": "»",
    "»": "«»",
    "”": "”",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "＂": "＂",
}
"""What ends what each mark starts. A straight mark may end what a curly one starts: editors and
people mix them."""
_EITHER = '"”»›＂'
"""Marks that start or end a quotation by where they stand."""
_MARK = pattern(f"[{''.join(_CLOSING)}’」』]")
_PARAGRAPH = pattern(r"\n[ \t\r]*\n")
_DEEPEST = 4
_MOST_MARKS = 2_000
"""Marks of one paragraph that are paired; what holds more is no prose."""


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return what a text quotes, in order; of a quotation within a quotation only the outer one."""
    if not _MARK.search(text):
        return ()
    found: list[Quotation] = []
    for start, end in _paragraphs(text):
        for span in sorted(_pairs(text, start, end), key=lambda one: (one.start, -one.end)):
            inner = found and span.end <= found[-1].span.end
            if not inner and (quotation := _quotation(text, span)):
                found.append(quotation)
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARAGRAPH.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _pairs(text: str, start: int, end: int) -> list[Span]:
    """Return what stands between marks that pair; nothing of straight ones if one is left over."""
    opened: list[int] = []
    pairs: list[Span] = []
    certain = True
    marks = list(islice(_MARK.finditer(text, start, end), _MOST_MARKS + 1))
    for match in marks if len(marks) <= _MOST_MARKS else ():
        at = match.start()
        if (depth := _closed_by(text, opened, at)) is not None:
            certain &= '"' not in map(text.__getitem__, opened[depth + 1 :])
            pairs.append(Span(opened[depth] + 1, at))
            del opened[depth:]
        elif _opens(text, at):
            opened.append(at)
        else:
            certain &= text[at] != '"' or _is_inch(text, at)
    certain &= '"' not in map(text.__getitem__, opened)
    return [pair for pair in pairs if certain or text[pair.start - 1] != '"']


def _closed_by(text: str, opened: Sequence[int], at: int) -> int | None:
    """Return which of the open marks one closes, if it does."""
    mark = text[at]
    if mark == "’" and _is_apostrophe(text, at):
        return None
    for depth in range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1):
        if mark in _CLOSING[text[opened[depth]]]:
            return depth if _may_close(text, at) else None
    return None


def _may_close(text: str, at: int) -> bool:
    """Whether a mark stands behind something: one that could as well open does only then."""
    if text[at] not in '"＂':
        return True
    behind = text[at + 1 : at + 2]
    return not text[at - 1].isspace() and not behind.isalnum()


def _opens(text: str, at: int) -> bool:
    """Whether a mark stands where a quotation may start."""
    mark, behind = text[at], text[at + 1 : at + 2]
    before = text[at - 1] if at else " "
    if mark not in _CLOSING or not behind:
        return False
    if mark in "‘‚":
        return not (before.isalnum() or behind.isdigit())
    return mark not in _EITHER or not (before.isalnum() or before in ".,;:!?…" or behind.isspace())


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether ’ stands for letters: don’t, the dogs’ owner."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 3]
    if behind[:1].isalnum():
        return True
    return before in {"s", "S"} and behind[:1] == " " and behind[1:].islower()


def _is_inch(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit()


_CODE = pattern(r"[{}<>\\`|=]|\w\(\)|\w_\w|::|://|(?:^|\s)--?\w")
_NAMED = (
    r"titled|entitled|called|named|dubbed|nicknamed|renamed|known as|so-called|headed|title(?: be)?"
    r"|subtitle|see(?: also)?|intitulée?s?|appelée?s?|nommée?s?|baptisée?s?|surnommée?s?|dites?"
    r"|titre|sous-titre|voir(?: aussi)?|cf|genannt|betitelt|namens|titel|sogenannte[nrsm]?|siehe"
    r"|titulad[oa]s?|llamad[oa]s?|denominad[oa]s?|título|véase|intitolat[oa]|chiamat[oa]|titolo"
    r"|vedi|intitulad[oa]s?|chamad[oa]s?|veja"
)
"""Words before a name or a title."""
_WORKS = (
    r"headline|theme|motto|slogan|phrase|term|expression|proverb|saying|curator of|section|chapter"
    r"|appendix|option|button|menu|click|select|subject(?: line)?|message"
    r"|(?:the|an?|this|his|her|its|their|new|same|first|second|last) (?:\w{1,20} )?(?:book|novel"
    r"|film|movie|song|album|single|track|episode|series|show|play|poem|essay|article|paper|study"
    r"|report|post|exhibition|video|talk|course|podcast|documentary|game)s?"
    r"|thème|devise|proverbe|terme|nom de|livre|roman|film|chanson|article|rapport|étude|chapitre"
    r"|rubrique|exposition|conférence|présentation|vidéo|podcast|onglet|bouton|objet|buch|lied"
    r"|artikel|bericht|studie|kapitel|abschnitt|libro|novela|película|canción|artículo|informe"
    r"|estudio|capítulo|sección|canzone|articolo|rapporto|studio|capitolo|livro|filme|canção"
    r"|artigo|relatório|estudo"
)
"""Words that a title follows at once; with a comma or a colon between, somebody may speak."""
_IMAGINED = (
    r"like|such as|(?:to |say )(?:your|my|our|them)sel(?:f|ves)|synonym(?:ous)? (?:for|of|with)"
    r"|tel(?:le)?s?(?: que)?|comme|genre|synonyme de|(?:me|te|se|nous) di(?:re|s|t|sons|sent)"
    r"|vous di(?:re|tes)"
    r"|(?:so )?wie|etwa|como|come"
)
"""Words before what nobody said: “something like …”, “vous vous dites : …”."""
_TITLED = pattern(
    rf"(?:\b(?:(?:{_NAMED}|{_IMAGINED})\s?[,:]?|(?:{_WORKS}))|[\[(=]|(?:!!!|\?\?\?)\+? \w{{1,30}})"
    r"[\s*_]{0,3}\Z",
    re.IGNORECASE,
)
"""What stands before a name, a title or a saying rather than before the words of a source."""
_CONTEXT = 48
"""Code points before a quotation that are looked at."""


def _quotation(text: str, span: Span) -> Quotation | None:
    words = text[span.start : span.end]
    if not _is_said(words) or text[span.start - 1] == "『":
        return None
    before = text[max(0, span.start - 1 - _CONTEXT) : span.start - 1]
    if _TITLED.search(before.replace("\n", " ")):
        return None
    start = span.start + len(words) - len(words.lstrip())
    return Quotation(Span(start, start + len(words.strip())), words.strip())


def _is_said(words: str) -> bool:
    if len(words) > LONGEST or _size(words) < LEAST:
        return False
    return not (_CODE.search(words) or is_title(words))


_SPACELESS_SIGN = pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def _size(words: str) -> int:
    """Return how many words there are. An omission is one: nobody omits from a term."""
    signs = len(_SPACELESS_SIGN.findall(words))
    said = _GAP.sub(" x ", words)
    parts = sum(any(char.isalnum() for char in part) for part in said.split())
    return signs // _SPACELESS_SIGNS if signs else parts


_SMALLEST = (
    "a an and as at but by for from in into is it nor of off on or out over per so than that"
    " the to up v via vs with de la le les des du et en un une der die das und von zu im am el"
    " los las y o e i il lo di da do dos het van"
)
_SMALL = frozenset(_SMALLEST.split())
_LETTERS = pattern(r"[^\W\d_][\w'’.-]*")


def is_title(words: str, share: float = 0.75) -> bool:
    """Whether words are set as titles are in English: nearly all that matter have a capital.

    Words all in capitals are one too: a headline. ``share`` says how many have to have one.
    """
    found = (word.rstrip(".-") for word in _LETTERS.findall(words))
    matter = [word for word in found if word.lower() not in _SMALL]
    cased = [word for word in matter if word[0].isupper() or word[0].islower()]
    high = sum(word[0].isupper() for word in cased)
    return len(cased) >= 2 and high >= share * len(cased)


_GAP = pattern(
    r"\[\s?(?:\.{2,4}|…)\s?\]|\(\s?(?:\.{2,4}|…)\s?\)|\.{3,}|…|\w{0,40}\[[^\[\]\n]{0,80}\]\w{0,40}"
)
"""Where something was left out, put in or altered: “[…]”, “[the]”, “look[ed]”."""
_ALTERED = pattern(r"(?<!\w)\[(\w)\](?=\w)")
"""A capital that was made small, or the other way round: “[T]he”."""
_NEAR_BY = 12
"""Words of the source that may stand in the place of a bracket."""
_MOST_PARTS = 40
_MOST_LONG = 5
"""Parts that may differ by a slip; of a quotation in more pieces all have to be there."""
_STARTS = 20
"""Places of the first part from which the others are looked for."""


class _Part(NamedTuple):
    words: tuple[str, ...]
    within: int | None
    """How many words after the part before it starts at most; None for anywhere after it."""


def _parts(words: str) -> list[_Part]:
    words = _ALTERED.sub(r"\1", words)
    parts: list[_Part] = []
    within, start = None, 0
    for match in [*_GAP.finditer(words), None]:
        end = match.start() if match else len(words)
        if said := words_of(words[start:end]):
            parts.append(_Part(said, within if parts else None))
            within = _NEAR_BY
        if match:
            start = match.end()
            within = None if "…" in match[0] or ".." in match[0] else within
    return parts


def seek(words: str, source: str | Wording) -> Match:
    """Return how a source stands to words that are quoted from it.

    Word for word, whatever the marks, blanks and dashes, they are supported; NEAR is what reads
    the same at nine parts of ten. Words of another language than the source's are UNKNOWN: they
    were translated. Many quotations of one source are better asked of one ``Wording``.
    """
    wording = Wording(source) if isinstance(source, str) else source
    parts = _parts(words)[:_MOST_PARTS]
    if not parts or not wording.words:
        return Match(Support.UNKNOWN)
    if runs := _in_order(parts, wording) or _interrupted(parts, wording):
        return Match(Support.SUPPORTED, _shown(runs, wording), wording.sentence(runs[0]))
    long = [part.words for part in parts if len(part.words) > 2 or not parts[1:]][: _MOST_LONG + 1]
    likest = [_likest(said, wording) for said in long] if len(long) <= _MOST_LONG else []
    return _nearly([one for one in likest if one], len(likest), words, wording)


def _in_order(parts: Sequence[_Part], wording: Wording) -> list[Run]:
    """Return the runs of all parts, one behind the other; none where one is missing."""
    start = 0
    for _ in range(_STARTS):
        first = wording.find(parts[0].words, start)
        if first is None:
            break
        if rest := _following(parts[1:], first, wording):
            return rest
        start = first.start + 1
    return []


def _following(parts: Sequence[_Part], first: Run, wording: Wording) -> list[Run]:
    runs = [first]
    for part in parts:
        run = wording.find(part.words, runs[-1].end, part.within)
        if run is None:
            return []
        runs.append(run)
    return runs


def _shown(runs: Sequence[Run], wording: Wording) -> str:
    return shortened(" […] ".join(map(wording.written, runs)))


_CLOSED_AND_OPENED = pattern('[”"“»«’\'][^”"“„«»]{1,80}[“"„«»‘\']')
"""“… slower,” she says, “every …”: who speaks stands between two halves of what is said."""
_SPEAKER = 10
"""Words that may stand there."""


def _interrupted(parts: Sequence[_Part], wording: Wording) -> list[Run]:
    """Return the two halves of words that the source has with a speaker between them."""
    words = parts[0].words
    for run in wording.likest(words) if len(parts) == 1 else ():
        for start in range(run.start, run.end - len(words)):
            for halves in _halves(words, start, wording):
                if _CLOSED_AND_OPENED.search(wording.between(*halves)):
                    return list(halves)
    return []


def _halves(words: Sequence[str], start: int, wording: Wording) -> Iterator[tuple[Run, Run]]:
    """Give how words start at a place, and go on a little further on."""
    same = 0
    while same < len(words) - 1 and wording.words[start + same] == words[same]:
        same += 1
    for size in range(same, max(0, same - 2), -1):
        rest = wording.find(words[size:], start + size, _SPEAKER)
        if rest is not None:
            yield Run(start, start + size), rest


class _Like(NamedTuple):
    score: float
    run: Run


_ALIKE = 90
"""Of 100: how alike two runs are that differ by a slip."""
_RELATED = 70
"""Of 100: how alike a sentence is that is worth showing beside what is not there."""


def _likest(words: tuple[str, ...], wording: Wording) -> _Like | None:
    if exact := wording.find(words):
        return _Like(100, exact)
    found = [_aligned(" ".join(words), wording, run) for run in wording.likest(words)]
    return max(found, default=None)


def _aligned(sought: str, wording: Wording, run: Run) -> _Like:
    """Return the part of a run that is likest to some words, at the bounds of its words."""
    from rapidfuzz import fuzz

    within = wording.words[run.start : run.end]
    text = " ".join(within)
    if len(text) <= len(sought):
        return _Like(fuzz.ratio(sought, text), run)
    best = fuzz.partial_ratio_alignment(sought, text)
    start = text.count(" ", 0, best.dest_start) if best else 0
    end = text.count(" ", 0, best.dest_end) + 1 if best else len(within)
    bounds = (Run(run.start + a, run.start + b) for a, b in _around(start, end, len(within)))
    return max(
        _Like(fuzz.ratio(sought, " ".join(wording.words[one.start : one.end])), one)
        for one in bounds
    )


def _around(start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    """Give bounds that differ by up to two words from some."""
    for first in range(max(0, start - 1), min(start + 2, most)):
        for last in range(max(first + 1, end - 2), min(end + 2, most) + 1):
            yield first, last


def _nearly(likest: Sequence[_Like], parts: int, words: str, wording: Wording) -> Match:
    worst = min((one.score for one in likest), default=0.0) if len(likest) == parts else 0.0
    best = max(likest, default=None)
    if worst >= _ALIKE and best is not None:
        runs = sorted(one.run for one in likest)
        unlike = min(likest)
        return Match(Support.NEAR, _shown(runs, wording), wording.sentence(unlike.run))
    if best is not None and best.score >= _RELATED:
        return Match(Support.ABSENT, "", wording.sentence(best.run))
    return Match(Support.ABSENT if may_be_of(words, wording) else Support.UNKNOWN)
