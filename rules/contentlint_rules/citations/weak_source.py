"""The rule `weak-source`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple

from contentlint import Document, Example, Help, Rule, Severity, Span, Violation, pattern

if TYPE_CHECKING:
    from contentlint import Claim

_HOST = pattern(r"(?i)https?://(?:[^/?#@]{0,200}@)?(?:www\.)?([^/?#:]{1,253})")
_NO_PLACE = pattern(r"(?i)(?:.*\.)?(?:example\.(?:com|org|net)|invalid|localhost)")
_SEARCH = pattern(
    r"(?i)https?://(?:www\.|scholar\.|duckduckgo|search\.)?(?:google\.[a-z.]{2,6}/(?:search|scholar)\?"
    r"|bing\.com/search\?|(?:duckduckgo)?\.com/\?q=|yahoo\.com/search|yandex\.[a-z]{2,3}/search"
    r"|baidu\.com/s\?|qwant\.com/\?|ecosia\.org/search|youtube\.com/results\?)"
)
_ASSISTANT = pattern(
    r"(?i)https?://(?:www\.)?(?:chatgpt\.com/(?:share|s)/|chat\.openai\.com/share/|claude\.ai/share/"
    r"|perplexity\.ai/(?:search|page)/|gemini\.google\.com/share/|g\.co/gemini/share/"
    r"|copilot\.microsoft\.com/shares/|grok\.com/share/|chat\.deepseek\.com/share/"
    r"|chat\.mistral\.ai/chat/|poe\.com/s/)"
)
_SHORT = frozenset(
    {"bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "lnkd.in", "cutt.ly"}
    | {"rebrand.ly", "shorturl.at", "urlz.fr", "tiny.cc", "rb.gy", "dlvr.it", "t.ly", "v.gd"}
    | {"amzn.to", "trib.al", "fb.me", "shorturl.com", "s.id"}
)
_ROOT = pattern(r"(?i)https?://[^/?#]+/?#?")
_MAYBE = pattern(
    r"(?i)https?://[^/?#\s()<>\[\]\"'`|]{1,253}/?#?(?=[\s()<>\[\]\"'`|]|\Z)"
    r"|[./]example\.|\.invalid\b|localhost|/(?:search|scholar|results|shares?|page|chat|s)[?/]"
    r"|/\?q="
    r"|//(?:www\.)?(?:" + "|".join(sorted(_SHORT)).replace(".", "[.]") + ")/"
)
_LISTED = pattern(r"(?i)\W{0,6}(?:sources?|quellen?|fuentes?|fontes?|fonti?|bron(?:nen)?)\s?:")
_ATTRIBUTED = pattern(
    r"(?i)(?:\baccording to|\bselon|d['’]après|\blaut|\bsegún|\bsecondo|\bsegundo|\bvolgens"
    r"|\(source|\(\[source|\(quelle|\(\[quelle|\(fuente|\(\[fuente"
    r"|\(fonte|\(\[fonte)\b[^.!?]{0,60}\Z"
)
_ONLY_DATE = pattern(r"[^\d%]*(?:1\d|20)\d\d[^\d%]*")


class _Weakness(NamedTuple):
    said: str
    level: Severity = Severity.WARNING


_PLACEHOLDER = _Weakness("is nobody's address: put the real source in its place")
_RESULTS = _Weakness("is a search, which finds other pages tomorrow: cite the page that was found")
_CHAT = _Weakness("is a talk with an assistant, which is no source: cite what it rests on")
_SHORTENED = _Weakness(
    "does not say where it leads, and may stop to: cite the full address", Severity.INFO
)
_HOME = _Weakness(
    "is a site's first page, where readers will not find this: cite the page that says it",
    Severity.INFO,
)


@dataclass(frozen=True, kw_only=True)
class WeakSource(Rule):
    """What a page cites is a page that says it.

    A reader who wants to check a figure and lands on a search, on a talk with an assistant, or on
    the first page of a large site, has to look for the source anew. “example.com” was never
    replaced. A shortened address hides where it leads and dies with the service that made it.
    Only citations are looked at: links in a list of sources, behind a statement, or on a study;
    the first page of a site only where the sentence has a figure.

    There is no fix: only the author knows what was read.
    """

    name: ClassVar = "weak-source"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = ("://", "www.")
    yields_to: ClassVar = ("assistant-link", "local-address", "placeholder")
    examples: ClassVar = (
        Example(
            bad="It grew by 12 % ⟦([source](https://example.com/report))⟧.\n",
            good="It grew by 12 % ([source](https://mill.org/report)).\n",
            fixed=False,
        ),
        Example(
            bad="It grew by 12 % ⟦([source](https://www.google.com/search?q=mill+growth))⟧ and "
            "⟦([Weiss 2020](https://chatgpt.com/share/67a1b2c3-0000-8000))⟧.\n",
            good="It grew by 12 % ([source](https://mill.org/report)).\n",
            fixed=False,
        ),
        Example(
            bad="According to ⟦[the mills](https://mill.org/)⟧, 12 % are closed.\n",
            good="According to [the mills](https://mill.org/report), 12 % are closed.\n",
            fixed=False,
            why="The first page of a site, for a figure.",
        ),
        Example(
            bad="12 % are closed ⟦([source](https://bit.ly/3abcdef))⟧.\n",
            good="12 % are closed ([source](https://mill.org/report)).\n",
            fixed=False,
        ),
        Example(
            good="Open [a site](https://example.com) or [search](https://duckduckgo.com/?q=a).\n"
        ),
        Example(good="We use [Hugo](https://gohugo.io/) for 12 % of the pages.\n"),
    )

    allow: Annotated[tuple[str, ...], Help("Hosts that may be cited as they are.")] = ()

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield citations whose address cannot say what is said."""
        if not _MAYBE.search(document.text, document.body.start):
            return
        from contentlint import claims, source_lists

        told, lists = set[Span](), source_lists(document)
        for claim in claims(document):
            weakness = _weakness(claim) if self._is_citation(document, claim, lists) else None
            if weakness and claim.citation not in told:
                told.add(claim.citation)
                message = f"“{_short(claim.url)}” {weakness.said}"
                yield Violation(claim.citation, message, None, weakness.level)

    def _is_citation(self, document: Document, claim: "Claim", lists: tuple[Span, ...]) -> bool:
        """Whether something rests on what is named, and nobody allowed it."""
        from contentlint import touches

        if claim.loose or _host(claim.url) in self.allow:
            return False
        listed = touches(lists, claim.citation) or _LISTED.match(document[claim.span])
        if listed or not claim.facts:
            return bool(listed) and not claim.named.startswith("pic.")
        # An address that may be meant well is doubted only where it plainly stands for a figure.
        plain = not (_ROOT.fullmatch(claim.url) or _host(claim.url) in _SHORT)
        start = claim.citation.start
        before = document.text[max(claim.span.start, start - 80) : start]
        return plain or _ATTRIBUTED.search(before + document[claim.citation][:20]) is not None


def _host(url: str) -> str:
    found = _HOST.match(url)
    return found[1].lower() if found else ""


def _short(url: str) -> str:
    return url if len(url) <= 60 else f"{url[:59]}…"


def _weakness(claim: "Claim") -> _Weakness | None:
    host = _host(claim.url)
    if _NO_PLACE.fullmatch(host):
        return _PLACEHOLDER
    if _ASSISTANT.match(claim.url):
        return _CHAT
    if _SEARCH.match(claim.url):
        return _RESULTS
    if host in _SHORT:
        return _SHORTENED
    if not _ROOT.fullmatch(claim.url) or host in claim.named.lower():
        return None
    figures = (one for one in claim.facts if not _ONLY_DATE.fullmatch(one.written))
    return _HOME if any(figures) else None
