"""Ids that authors give to headings themselves, as each generator has them written."""

import re
from collections.abc import Callable

from contentlint.patterns import pattern
from contentlint.slugs._words import undirected

Own = tuple[str | None, str]

_NAME = r"[^\s!-,/;-@\[-^`{-~]{1,300}"  # what goldmark takes for a name
_PAIR = r"[A-Za-z_:][\w:.\-]{0,100}=(?:\"[^\"]{0,300}\"|[^\s\"'{}]{1,300})"
_ATTRIBUTE = rf"(?:#|[#.]{_NAME}|{_PAIR})"
_HUGO = pattern(rf"(?<!\\)\{{((?:[ \t]*{_ATTRIBUTE}(?:[ \t,]+{_ATTRIBUTE}){{0,30}}[ \t]*)?)\}}$")
_KRAMDOWN = pattern(r"[ \t]\{#([^\W\d][\w:.\-·]{0,300})\}$")
_PYTHON = pattern(r" \{:? *([^} ][^{\n]{0,500})\}$")
_PULLDOWN = pattern(r"\{([^{}]{0,500})\}$")
_ATTRS = pattern(r"(?<!\\)\{([^{}]{1,500})\}$")
_DOCUSAURUS = pattern(r"\\?\{#((?:(?!\{#)[^}]){1,500})\}`?$")
_COMMENT = pattern(r"\{/\*\s{0,9}(#?)([^\s*{}]{1,300})[^*{}]{0,300}\*/\}$")
_ID = pattern(r"(?:^|[\s,:])#([^\s,]*)")


def _braces(shape: "re.Pattern[str]", which: int = -1, least: int = 1) -> Callable[[str], Own]:
    """Return what finds ids in a list of attributes at the end; of several, that one.

    A number sign alone is an id in some generators (``least`` 0), and in others none.
    """

    def own(source: str) -> Own:
        match = shape.search(source)
        if not match:
            return None, source
        found = [one for one in _ID.findall(match[1]) if len(one) >= least]
        return (found[which] if found else None), source[: match.start()].rstrip()

    return own


hugo = _braces(_HUGO, least=0)
python = _braces(_PYTHON, least=0)
pulldown = _braces(_PULLDOWN)
attrs = _braces(_ATTRS, 0)


def kramdown(source: str) -> Own:
    """A name with a blank before it, and nothing else."""
    match = _KRAMDOWN.search(source)
    return (match[1], source[: match.start()].rstrip()) if match else (None, source)


def docusaurus(source: str) -> Own:
    """All that stands between ``{#`` and the brace."""
    match = _DOCUSAURUS.search(source)
    if not match:
        return None, source
    return undirected(match[1]).strip(), source[: match.start()].rstrip()


def docusaurus_mdx(source: str) -> Own:
    """Also in a comment, with a number sign."""
    match = _COMMENT.search(source)
    if match and match[1]:
        return match[2], source[: match.start()].rstrip()
    return docusaurus(source)


def comment(source: str) -> Own:
    """In a comment, as it stands there."""
    match = _COMMENT.search(source)
    return (match[2], source[: match.start()].rstrip()) if match else (None, source)
