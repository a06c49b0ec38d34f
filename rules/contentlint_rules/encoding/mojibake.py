"""Text that was read with the wrong encoding and saved again."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern
from contentlint_rules.encoding._about import ABOUT
from contentlint_rules.encoding.repair import Certainty, Damage, Repair, explain, title

_LONGEST = 40
_BLANK = pattern(r"\n[ \t\r]*\n")
_NEAR = 10
_PASSAGE = 2000
"""No line that is longer, in characters, explains a damaged word."""
_SHOWN = 12
"""As many damaged places at most are shown on purpose in a text with nothing else in it."""
_WORD = pattern(r"\w{0,40}")
_LAST_WORD = pattern(r"\w{1,40}\Z")
_ALL_WORD = pattern(r"\w*")
_ADDRESS = pattern(r"[a-z]{3,8}://[^\s<>\"`]{1,2000}")
_TIMES = {1: "", 2: ", twice over", 3: ", three times over"}


class Mojibake(Rule):
    """Every character is the one that was written: no text was read with the wrong encoding.

    When a file in UTF-8 is opened as something else and saved again, every accented letter,
    quotation mark and emoji turns into two, three or four others: “é” into “√©” or “Ã©”. Readers
    see a page that is broken in every sentence, and search engines index words that do not exist.
    Nothing warns the author: to every tool such a file is valid text.

    The fix is safe where it undoes the wrong reading exactly, as often as it happened: breaking the
    result in the same way again gives back what stood there. Where a byte was lost on the way, or
    where text in one old encoding was read as another, the fix is the likeliest reading by far and
    is made with `--unsafe-fixes` only. Code, addresses and passages about encodings are left alone
    in a page that is otherwise intact.
    """

    name: ClassVar = "mojibake"
    family: ClassVar = "encoding"
    severity: ClassVar = Severity.ERROR
    repairs: ClassVar = True
    changes: ClassVar = (
        Part.TEXT
        | Part.EMPHASIS
        | Part.LINKS
        | Part.CODE
        | Part.HTML
        | Part.STRUCTURE
        | Part.METADATA
    )
    examples: ClassVar = (
        Example(
            bad="Un ⟦caf√©⟧, puis d‚Äôautres : √† bient√¥t.\n",
            good="Un café, puis d’autres : à bientôt.\n",
            why="The whole file was read as Mac Roman.",
        ),
        Example(
            bad="---\ntitle: ⟦DÃ©jÃ\xa0⟧ vu ðŸ“‰\n---\n\nLâ€™Ã©tÃ©.\n",
            good="---\ntitle: Déjà vu 📉\n---\n\nL’été.\n",
            why="Front matter and emoji are text as well.",
        ),
        Example(
            bad="À bientôt, ⟦dÃ©jÃ\xa0⟧ parti, où qu’il aille.\n",
            good="À bientôt, déjà parti, où qu’il aille.\n",
            why="One word was pasted from a damaged source.",
        ),
        Example(
            bad="⟦DÃƒÂ©jÃƒÂ\xa0⟧ vu.\n",
            good="Déjà vu.\n",
            why="Broken twice over.",
        ),
        Example(
            bad="Elle répète : ⟦â€œouiâ€�⟧, déjà.\n",
            good="Elle répète : “oui”, déjà.\n",
            fixed=False,
            why="The last byte of the closing quotation mark was lost: the fix is a guess.",
        ),
        Example(good="Racine : √2, puis √π ≤ 2, et 5 °C.\n", why="A root is a root."),
        Example(good="NÃO HÁ AÇÃO. A resistência é de 5 Ω.\n", why="Capitals with a tilde."),
        Example(good="Chacun sait que `Ã©` était un « é » à l’origine.\n", why="Shown as code."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield one violation for a file that is broken throughout, else one for each word."""
        repair = explain(document.text)
        if repair.whole and _anywhere(document, repair):
            yield from _throughout(document, repair)
        elif repair.damage:
            for places in _words(document.text, _meant(document, repair)):
                yield _word(document.text, places)


def _anywhere(document: Document, repair: Repair) -> bool:
    """Return whether a file that is broken throughout is so in more than what it shows."""
    return len(repair.damage) > _SHOWN or any(True for _ in _meant(document, repair))


def _throughout(document: Document, repair: Repair) -> Iterator[Violation]:
    """Yield one violation for what can be undone exactly, and one for what was lost."""
    for certain in (True, False):
        places = [place for place in repair.damage if _certain(place) is certain]
        if places:
            yield _whole(document, places, _history(repair.path))
    if repair.unread:
        yield _unread(document, repair.unread)


def _unread(document: Document, places: tuple[Span, ...]) -> Violation:
    """Return what is said of damage that nobody can undo."""
    count = len(places)
    begins = f"begin{'s' * (count == 1)} like a damaged letter of which the rest was lost"
    shown = f"“{document[places[0]]}”" + f" and {count - 1} more" * (count > 1)
    message = f"{shown} {begins}: write what it was, or remove it"
    return Violation(places[0], message, None, Severity.INFO)


def _whole(document: Document, places: list[Damage], history: str) -> Violation:
    shown = [_around(document.text, word) for word in islice(_words(document.text, places), 3)]
    lines = len({document.position(place.span.start).line for place in places})
    count = len(places)
    where = f"{count} place{'s' * (count > 1)} on {lines} line{'s' * (lines > 1)}"
    examples = ", ".join(f"“{_short(document[span])}” reads “{_short(to)}”" for span, to in shown)
    message = f"The whole file was {history} ({where}): {examples}"
    if not _certain(places[0]):
        message = (
            f"The file was {history} and lost something on the way ({where}): likely {examples}"
        )
    return Violation(shown[0][0], message, _fix(places), _level(places))


def _certain(place: Damage) -> bool:
    return place.certainty is Certainty.LOSSLESS


def _level(places: Iterable[Damage]) -> Severity:
    return Severity.ERROR if all(map(_certain, places)) else Severity.WARNING


def _word(text: str, places: tuple[Damage, ...]) -> Violation:
    span, reads = _around(text, places)
    history = _history(places[0].path)
    shown = _short(text[span.start : span.end])
    message = f"“{shown}” reads “{_short(reads)}”: it was {history}"
    if not all(map(_certain, places)):
        message = f"“{shown}” likely reads “{_short(reads)}”: it was {history}"
    return Violation(span, message, _fix(places), _level(places))


def _fix(places: Iterable[Damage]) -> Fix:
    places = tuple(places)
    edits = (Edit.replacement(place.span, place.reads) for place in places)
    if all(map(_certain, places)):
        return Fix.safe("Undo the wrong reading", *edits)
    return Fix.unsafe("Undo the wrong reading as far as it can be told", *edits)


def _history(path: tuple[str, ...]) -> str:
    if " as " in path[0]:
        return "{} read as {} and saved again".format(*map(title, path[0].split(" as ")))
    titles = [title(name) for name in reversed(path)]
    names = " and then as ".join(dict.fromkeys(titles))
    times = "" if len(set(titles)) > 1 else _TIMES.get(len(path), ", many times over")
    return f"UTF-8 read as {names} and saved again{times}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


# Words: the places that stand in one.


def _words(text: str, damage: Iterable[Damage]) -> Iterator[tuple[Damage, ...]]:
    """Yield the damaged places of each word together."""
    group: list[Damage] = []
    for place in damage:
        if group and not _joined(text[group[-1].span.end : place.span.start]):
            yield tuple(group)
            group = []
        group.append(place)
    if group:
        yield tuple(group)


def _joined(between: str) -> bool:
    return _ALL_WORD.fullmatch(between) is not None


def _around(text: str, places: tuple[Damage, ...]) -> tuple[Span, str]:
    """Return the span of the word that the places stand in, and what it reads."""
    start, end = places[0].span.start, places[-1].span.end
    before = _LAST_WORD.search(text[max(0, start - _LONGEST) : start])
    after = _WORD.match(text, end)
    span = Span(start - len(before.group() if before else ""), after.end() if after else end)
    parts: list[str] = []
    at = span.start
    for place in islice(places, _LONGEST):
        parts += text[at : place.span.start], place.reads
        at = place.span.end
    return span, "".join([*parts, text[at : span.end]])


# What is shown on purpose.


def _meant(document: Document, repair: Repair) -> Iterator[Damage]:
    """Yield the places of a mostly intact page that nobody can have put there on purpose."""
    if "mojibake" in document.text.lower():
        return
    shown = _shown(document)
    about = sorted({document.position(word.start()).line for word in ABOUT.finditer(document.text)})
    lines: dict[int, list[Damage]] = {}
    for place in repair.damage:
        lines.setdefault(document.position(place.span.start).line, []).append(place)
    for number, places in lines.items():
        if not _in_passage(document, number, about):
            yield from _meant_in_line(document.text, document.lines.span(number), places, shown)


def _shown(document: Document) -> tuple[list[Span], ...]:
    """Return where code and where addresses stand: there, damage may be shown on purpose."""
    addresses = _ADDRESS.finditer(document.text)
    return sorted(code.span for code in document.code), [Span(*found.span()) for found in addresses]


def _in_passage(document: Document, line: int, about: list[int]) -> bool:
    """Return whether a line that speaks of encodings is near, with no blank line between."""
    near = about[bisect_left(about, line - _NEAR) : bisect_right(about, line + _NEAR)]
    return any(not _BLANK.search(_between(document, *sorted((line, other)))) for other in near)


def _between(document: Document, first: int, last: int) -> str:
    return document.text[document.lines.span(first).start : document.lines.span(last).end]


def _meant_in_line(
    text: str, line: Span, places: list[Damage], shown: tuple[list[Span], ...]
) -> Iterator[Damage]:
    words = text[line.start : line.end]
    if len(line) <= _PASSAGE and any(
        _shows_both(text, words, word) for word in _words(text, places)
    ):
        return
    outside = [place for place in places if not any(_touches(span, place.span) for span in shown)]
    damaged = sum(len(place.span) for place in places)
    broken = outside and damaged == len(words) - len(words.encode("ascii", "ignore"))
    yield from places if broken else outside


def _touches(spans: list[Span], span: Span) -> bool:
    """Return whether one of many spans, in order and apart from each other, overlaps another."""
    before = bisect_left(spans, Span.at(span.end))
    return before > 0 and spans[before - 1].overlaps(span)


def _shows_both(text: str, line: str, word: tuple[Damage, ...]) -> bool:
    """Return whether a line has a word both damaged and intact, as text about damage has."""
    reads = re.escape(_around(text, word)[1])
    return re.search(rf"(?<!\w){reads}(?!\w)", line) is not None
