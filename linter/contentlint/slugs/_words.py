"""What generators read of a heading: the words that its address is made of."""

from collections.abc import Callable, Iterable, Iterator

from contentlint.patterns import pattern
from contentlint.slugs._inline import Piece, resolved, without_images

_EMOJI = pattern(r":(?:\+1|-1|[a-z][a-z0-9_+\-]{2,40}):")
_TWO_DASHES = pattern(r"(?<!-)--(?!-)")
_DASHES = pattern(r"---|--|\.\.\.")
_DIRECTIVE = pattern(r"(?<!:):[A-Za-z](?:[\w\-]{0,60}\w)?(?![:\w\-])")
_BINDING = pattern(r"(?:^|(?<=\s)):[A-Za-z][\w\-]*+(?!:)|\{\{[^{}]{0,300}\}\}")
_ICON = pattern(r":(?:material|octicons|fontawesome|simple)-[a-z0-9\-]{1,80}:")
_SPLIT = pattern(r"[\"']|--|\.\.\.|(\[)")
_STRUCK = pattern(r"(?<!~)~(\S[^~]{0,300})~(?!~)")
_NAMED = pattern(r"&[A-Za-z][A-Za-z0-9]{1,31};")
_HELD = "\ue000"


def plain(found: Iterable[Piece]) -> str:
    """All but HTML and images."""
    return "".join(_spoken(without_images(found)))


def with_images(found: Iterable[Piece]) -> str:
    """All but HTML; what an image says is read too."""
    return "".join(_spoken(found))


def with_html(found: Iterable[Piece]) -> str:
    """All of it, HTML as it stands in the source."""
    return "".join(resolved(one.text) if one.kind == "entity" else one.text for one in found)


def _spoken(found: Iterable[Piece]) -> Iterator[str]:
    for piece in found:
        if piece.kind == "entity":
            yield resolved(piece.text)
        elif piece.kind != "html":
            yield piece.text


def vitepress(found: list[Piece]) -> str:
    """Entities stay as they are written, names of emoji are left out."""
    kept = (one for one in without_images(found) if one.kind != "html")
    return "".join(_EMOJI.sub("", one.text) if one.kind == "text" else one.text for one in kept)


def astro(found: list[Piece]) -> str:
    """Two dashes are read as a long one."""
    return plain(_changed(found, lambda text: _TWO_DASHES.sub("—", text)))


def kramdown(found: list[Piece]) -> str:
    """Runs of dashes and dots are read as signs."""
    return plain(_changed(found, _signs))


def docusaurus(found: list[Piece]) -> str:
    """A colon and the word that it touches are taken for a directive."""
    return with_images(_changed(found, undirected))


def docusaurus_md(found: list[Piece]) -> str:
    """HTML inside of a link or emphasis is read too."""
    depth = 0
    for piece in found:
        depth += piece.opened - piece.closed + (piece.kind == "open") - (piece.kind == "close")
        if depth and piece.kind == "html":
            piece.kind = "code"
    return docusaurus(found)


def undirected(text: str) -> str:
    """Return a text without what looks like a directive (``node:fs``)."""
    return _DIRECTIVE.sub("", text) if ":" in text else text


def nuxt(found: list[Piece]) -> str:
    """What is filled in later is left out."""
    return plain(_changed(found, lambda text: _BINDING.sub("", text)))


def python(found: list[Piece]) -> str:
    """Names of icons become pictures, and runs of blanks are one, unless they are spelt out."""
    spelt = [one for one in found if one.kind == "entity" and resolved(one.text).isspace()]
    blanks = [resolved(one.text) for one in spelt]
    for piece in spelt:
        piece.kind, piece.text = "code", _HELD
    text = " ".join(_ICON.sub("", plain(found)).split())
    for blank in blanks:
        text = text.replace(_HELD, blank, 1)
    return text


def _signs(text: str) -> str:
    """Return a text with dashes and dots read as signs; which ones makes no difference."""
    return _DASHES.sub("–", text) if "--" in text or "..." in text else text


def _changed(found: Iterable[Piece], change: Callable[[str], str]) -> Iterator[Piece]:
    for piece in found:
        if piece.kind == "text":
            piece.text = change(piece.text)
        yield piece


def hugo(found: list[Piece]) -> str:
    """Of a link, an image and emphasis only the first piece is read.

    A quotation mark, a dash, code or a mark that stayed literal begins the next piece.
    """
    said: list[str] = []
    depth, begun, done = 0, False, False
    for piece in found:
        ends = piece.closed + (piece.kind in {"close", "end"})
        depth -= ends
        done = done or ends > 0
        if not depth:
            begun = done = False
            said.append(_hugo_text(piece))
        elif not done:
            text, done = _first(piece, begun=begun)
            said.append(text)
            begun = begun or bool(text)
        begins = piece.opened + (piece.kind in {"open", "image"})
        done = done or bool(depth and begins and begun)
        depth += begins
    return "".join(said)


def _hugo_text(piece: Piece) -> str:
    if piece.kind in {"html", "auto"}:
        return ""
    if piece.kind == "text":
        return _STRUCK.sub(r"\1", _signs(piece.text))
    if piece.kind in {"entity", "code"} and "&" in piece.text:
        return _NAMED.sub(lambda match: resolved(match[0]), piece.text)
    return piece.text


def _first(piece: Piece, *, begun: bool) -> tuple[str, bool]:
    """Return what is read of a piece inside of another one, and whether nothing follows."""
    text = piece.text if piece.kind == "text" else _hugo_text(piece)
    if piece.kind == "code":
        return ("" if begun else text), True
    if piece.kind in {"html", "auto"}:
        return "", True
    if piece.kind == "text" and (match := _SPLIT.search(text)):
        return text[: match.start()] + (match[1] or ""), True
    return text, piece.kind == "run" and bool(text)
