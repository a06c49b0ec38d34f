"""Where all links of all pages lead: judged once a run, for every rule that wants to know."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape
from typing import Any, ClassVar, NamedTuple

from contentlint import ASSETS, PAGES, Document, Landing, Project, Routes, Site, Span, pattern
from contentlint_rules.links import _facts


class Judged(NamedTuple):
    """A link: the page that it stands on, its place, what it says, and where it leads.

    ``address`` is decoded, without query and fragment; ``fragment`` is what follows the “#”.
    ``form`` names the template that makes the link; empty for one of Markdown or HTML.
    """

    page: str
    span: Span
    written: str
    address: str
    fragment: str
    landing: Landing
    form: str = ""

    @property
    def is_asset(self) -> bool:
        """Whether its address has the ending of an image or another file that is no page."""
        return not self.form and self.address[self.address.rfind(".") :].lower() in ASSETS


class LinkFacts:
    """What rules about links share: the facts that the first of them collects."""

    shares: ClassVar = _facts.NAME
    yields_to: ClassVar[tuple[str, ...]] = (
        "malformed-link", "invisible-character", "placeholder", "assistant-link", "citation-marker",
    )  # fmt: skip
    """Rules that say why an address leads nowhere."""

    def collect(self, document: Document) -> dict[str, Any] | None:
        """Return the links of a page, and what leads to it."""
        return _facts.collect(document)


def judged(project: Project) -> tuple[Judged, ...]:
    """Return the links of all pages, judged."""
    found = project.shelf.get("judged links")
    if found is None:
        found = project.shelf["judged links"] = tuple(_judge(project))
    return found


def _judge(project: Project) -> Iterator[Judged]:
    for page, facts in project.facts.items():
        links, refs = facts.get("links", ()), facts.get("refs", ())
        if not (links or refs):
            continue
        site = project.site(page)
        routes, home = routes_of(project, site), project.absolute(page)
        rooted = site.generator in {"Jekyll", "Eleventy"}
        for written, start, end in links:
            address, fragment = split(_ROOTED.sub("", written) if rooted else written)
            landing = routes.landing(home, address)
            yield Judged(page, Span(start, end), written, address, fragment, landing)
        for written, start, end, form in refs:
            landing = routes.reference(home, form, written)
            fragment = decoded(written.partition("#")[2])
            yield Judged(page, Span(start, end), written, written, fragment, landing, form)


def routes_of(project: Project, site: Site) -> Routes:
    """Return where addresses lead on a site; the same for all rules of a run."""
    key = f"routes {site.root} {site.generator}"
    if key not in project.shelf:
        project.shelf[key] = Routes(site, project.files, lambda path: _declared(project, path))
    routes: Routes = project.shelf[key]
    return routes


def _declared(project: Project, path: str) -> Iterator[str]:
    return (address for _, address in facts_at(project, path).get("urls", ()))


def facts_at(project: Project, path: str) -> dict[str, Any]:
    """Return the facts of a page by its absolute path; none for what is no page."""
    if not path.endswith(PAGES):
        return {}
    return project.fact(project.shown(path)) or {}


_ESCAPES = pattern(r"(?:%[0-9A-Fa-f]{2})+")
_ESCAPED = pattern(r"\\(?=[!-/:-@\[-`{-~])")
_ROOTED = pattern(r"\A(?:\{\{-?[ \t]*site\.(?:base)?url[ \t]*-?\}\})+")


@lru_cache(maxsize=4096)
def split(written: str) -> tuple[str, str]:
    """Return the address that a link says, without its query and decoded, and its fragment."""
    address, _, fragment = _plain(written).partition("#")
    return _unescaped(address.partition("?")[0]), _unescaped(fragment)


def decoded(written: str) -> str:
    """Return an address without backslashes, entities and percent-encoding (RFC 3986, 2.1)."""
    return _unescaped(_plain(written))


def _plain(written: str) -> str:
    if "\\" in written:
        written = _ESCAPED.sub("", written)
    return unescape(written) if "&" in written else written


def _unescaped(address: str) -> str:
    if "%" not in address:
        return address
    return _ESCAPES.sub(
        lambda at: bytes.fromhex(at[0].replace("%", "")).decode("utf-8", "replace"), address
    )


_ELEMENTS = frozenset({"a", "area", "audio", "iframe", "img", "source", "track", "video"})
_ELEMENT = pattern(r"<([A-Za-z][\w-]*)")


def is_link(document: Document, link: Judged) -> bool:
    """Whether the parser agrees that a link stands there, and that it says what it seems to say."""
    span = link.span
    if document[span] != link.written or in_comment(document, span):
        return False
    if link.form:
        at = _holder(document.templates, span) or span
        return at.end - span.end < 20
    if document.text[span.start - 1] in "\"'":
        return is_attribute(document, span.start)
    if document.is_code(span):
        return False
    if span in document.targets:
        return True
    index = bisect_right(document.definitions, span.start, key=lambda one: one.span.start) - 1
    return index >= 0 and document.definitions[index].span.covers(span)


def _holder(spans: Sequence[Span], span: Span) -> Span | None:
    """Return the one of sorted spans that covers a span."""
    at = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return spans[at] if at >= 0 and spans[at].covers(span) else None


def in_comment(document: Document, span: Span) -> bool:
    """Whether a place is in a comment of HTML or MDX."""
    return _holder(document.comments, span) is not None


def is_attribute(document: Document, at: int) -> bool:
    """Whether a place is in a tag of an element whose addresses a browser follows."""
    opened = document.text.rfind("<", max(0, at - _LONGEST_TAG), at)
    element = _ELEMENT.match(document.text, max(opened, 0))
    place = Span(at, at + 1)
    if element is None or element[1] not in _ELEMENTS or document.is_code(place):
        return False
    verbatim = _holder(document.templates, Span(max(opened - 1, 0), at)) is not None
    return document.is_opaque(place) and (document.markdown.mdx or not verbatim)


_LONGEST_TAG = 5_000
