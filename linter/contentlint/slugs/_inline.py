"""What the source of a heading says when it is read: its inline Markdown, taken apart.

No parser of whole pages: one line is read by CommonMark's rules for links, code, emphasis and
HTML, in linear time.
"""

import html
import unicodedata
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator

from contentlint.patterns import pattern

_MARK = pattern(
    r"(?P<escape>\\[!-/:-@\[-`{-~])|(?P<code>`+)"
    r"|(?P<auto><(?:[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[\w.+\-]{1,64}@[\w.\-]{1,255})>)"
    r"|(?P<html><!--(?:.{0,500}?-->)|<\?.{0,500}?\?>"
    r"|</?[A-Za-z][A-Za-z0-9.\-]*+(?:[\s/](?:[^<>\"'`]|\"[^\"]{0,300}\"|'[^']{0,300}')*+)?>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<run>\*+|_+|~~(?!~))|(?P<open>!?\[)|(?P<shut>\])"
)
_TARGET = pattern(
    r"\(\s*+(?:<(?:[^<>\\]|\\.)*+>|(?:[^\s()\\<]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*+\))*+\))*+)"
    r"(?:\s++(?:\"(?:[^\"\\]|\\.){0,300}\"|'(?:[^'\\]|\\.){0,300}'|\([^()]{0,300}\)))?\s*+\)"
)
_LABEL = pattern(r"\[([^\[\]]{0,999})\]")
_BLANKS = pattern(r"\s+")


class Piece:
    """A part of a heading.

    ``kind`` is text, escape, entity, code, html, auto (an address between angle brackets), run
    (marks of emphasis), open and close (of a link), image and end (of an image). ``text`` is what
    it says, for HTML and entities as they stand in the source. Marks of emphasis that count were
    taken off a run: ``closed`` and ``opened`` say how often it ends and begins emphasis.
    """

    __slots__ = ("closed", "closes", "kind", "opened", "opens", "text")

    def __init__(self, kind: str, text: str) -> None:
        self.kind, self.text = kind, text
        self.opens = self.closes = False
        self.opened = self.closed = 0

    def __repr__(self) -> str:
        return f"Piece({self.kind!r}, {self.text!r})"


def pieces(source: str, labels: Container[str] = ()) -> list[Piece]:
    """Take a heading apart; ``labels`` are the names of links that the page defines.

    Labels are in lower case, with single blanks (``label()``).
    """
    return _Reading(source, labels).pieces()


def label(text: str) -> str:
    """Return the name of a link as labels are compared."""
    return _BLANKS.sub(" ", text.strip()).casefold()


def resolved(entity: str) -> str:
    """Return what an entity stands for, or itself."""
    return "\ufffd" if entity in {"&#0;", "&#x0;"} else html.unescape(entity)


class _Reading:
    def __init__(self, source: str, labels: Container[str]) -> None:
        self.source, self.labels = source, labels
        self.at = 0
        self.found: list[Piece] = []
        self.brackets: list[tuple[int, int]] = []  # index of the piece, place after the bracket
        self.ticks: dict[int, list[int]] | None = None

    def pieces(self) -> list[Piece]:
        source, search = self.source, _MARK.search
        while match := search(source, self.at):
            self.text(match.start())
            self.at = match.end()
            kind = match.lastgroup or ""
            getattr(self, f"_{kind}")(match[0])
        self.text(len(source))
        _pair(self.found, 0)
        return self.found

    def text(self, end: int) -> None:
        if end > self.at:
            self.found.append(Piece("text", self.source[self.at : end]))

    def _escape(self, mark: str) -> None:
        self.found.append(Piece("escape", mark[1]))

    def _entity(self, mark: str) -> None:
        self.found.append(Piece("entity", mark))

    def _html(self, mark: str) -> None:
        self.found.append(Piece("html", mark))

    def _auto(self, mark: str) -> None:
        self.found.append(Piece("auto", mark[1:-1]))

    def _code(self, mark: str) -> None:
        end = self._closing(len(mark))
        if end is None:
            self.found.append(Piece("text", mark))
            return
        code = self.source[self.at : end]
        if code[0] == " " == code[-1] and code.strip(" "):
            code = code[1:-1]
        self.found.append(Piece("code", code))
        self.at = end + len(mark)

    def _closing(self, width: int) -> int | None:
        """Return where the next run of that many backticks begins."""
        if self.ticks is None:
            self.ticks = {}
            for match in _TICKS.finditer(self.source):
                self.ticks.setdefault(len(match[0]), []).append(match.start())
        places = self.ticks.get(width, [])
        index = bisect_left(places, self.at)
        return places[index] if index < len(places) else None

    def _run(self, mark: str) -> None:
        piece = Piece("run", mark)
        start = self.at - len(mark)
        before = self.source[start - 1] if start else " "
        after = self.source[self.at] if self.at < len(self.source) else " "
        left = _flanks(after, before)
        right = _flanks(before, after)
        inside = mark[0] == "_"
        piece.opens = left and (not inside or not right or _is_sign(before))
        piece.closes = right and (not inside or not left or _is_sign(after))
        self.found.append(piece)

    def _open(self, mark: str) -> None:
        self.brackets.append((len(self.found), self.at))
        self.found.append(Piece("text", mark))

    def _shut(self, mark: str) -> None:
        if not self.brackets:
            self.found.append(Piece("text", mark))
            return
        index, start = self.brackets.pop()
        end = self._target(start)
        if end is None:
            self.found.append(Piece("text", mark))
            return
        opening = self.found[index]
        image = opening.text == "!["
        if not image:  # a link holds no other link
            self.brackets = [one for one in self.brackets if self.found[one[0]].text == "!["]
        opening.kind, opening.text = ("image", "") if image else ("open", "")
        _pair(self.found, index + 1)
        self.found.append(Piece("end" if image else "close", ""))
        self.at = end

    def _target(self, start: int) -> int | None:
        """Return where a link ends whose text ends here, None when it is no link."""
        if match := _TARGET.match(self.source, self.at):
            return match.end()
        text = self.source[start : self.at - 1]
        if match := _LABEL.match(self.source, self.at):
            return match.end() if label(match[1] or text) in self.labels else None
        return self.at if len(text) < 1000 and label(text) in self.labels else None


_TICKS = pattern("`+")


def _is_sign(character: str) -> bool:
    if character.isascii():
        return not character.isalnum() and not character.isspace()
    return unicodedata.category(character)[0] in "PS"


def _flanks(near: str, far: str) -> bool:
    """Whether marks touch what stands on one side of them."""
    return not near.isspace() and (not _is_sign(near) or far.isspace() or _is_sign(far))


def _pair(found: list[Piece], start: int) -> None:
    """Take off the marks of emphasis that pair, from a piece on."""
    waiting: list[Piece] = []
    lowest: dict[tuple[str, int, bool], int] = {}
    for piece in found[start:]:
        if piece.kind != "run" or not piece.text:
            continue
        while piece.closes and piece.text:
            key = piece.text[0], len(piece.text) % 3, piece.opens
            index = _opener(waiting, piece, lowest.get(key, 0))
            if index is None:
                lowest[key] = len(waiting)
                break
            _take(waiting[index], piece)
            del waiting[index + bool(waiting[index].text) :]
            lowest = {one: min(bound, len(waiting)) for one, bound in lowest.items()}
        if piece.opens and piece.text:
            waiting.append(piece)
    for piece in found[start:]:
        if piece.kind == "run":
            piece.opens = piece.closes = False


def _opener(waiting: list[Piece], closing: Piece, lowest: int) -> int | None:
    for index in range(len(waiting) - 1, lowest - 1, -1):
        one = waiting[index]
        if one.text[0] != closing.text[0]:
            continue
        odd = (one.closes or closing.opens) and one.text[0] != "~"
        if odd and (len(one.text) + len(closing.text)) % 3 == 0 and len(closing.text) % 3:
            continue
        return index
    return None


def _take(opening: Piece, closing: Piece) -> None:
    width = 2 if len(opening.text) > 1 and len(closing.text) > 1 else 1
    opening.text = opening.text[width:]
    closing.text = closing.text[width:]
    opening.opened += 1
    closing.closed += 1


def without_images(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield what stands outside of images."""
    depth = 0
    for piece in found:
        depth += piece.kind == "image"
        if not depth:
            yield piece
        depth -= piece.kind == "end"
