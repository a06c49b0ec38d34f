"""The rule `tracking-parameter`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Help,
    Part,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.citations._locked import cut
from contentlint_rules.citations._tracking import TRIGGERS, Marks, marks, queries

_SIGNED = pattern(r"(?i)(?:\A|[&;])(?:sig|signature|hmac|hash|x-(?:amz|goog)-signature|policy)=")


@dataclass(frozen=True, kw_only=True)
class TrackingParameter(Rule):
    """No address tells by which network, letter or click its author came upon it.

    “fbclid=…” behind an address is the trace of one click on Facebook, “utm_source=twitter.com”
    says that the reader came from there. Copied into a page, they make the source count this
    page's readers as somebody else's, let networks recognise them, and make two addresses of one
    page. Campaigns with a name of their own may be meant, as “utm_source=our-docs” for a partner:
    they are told only if asked for.

    The fix takes all such parameters out. It is safe: they are for counting, and the page is the
    same without them. Addresses that are signed are left alone. A campaign's name is taken out by
    an unsafe fix.
    """

    name: ClassVar = "tracking-parameter"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = TRIGGERS
    changes: ClassVar = Part.TEXT | Part.LINKS | Part.HTML
    yields_to: ClassVar = ("assistant-link", "malformed-link")
    examples: ClassVar = (
        Example(
            bad="See [the mill](https://mill.test/a?⟦utm_source=twitter.com&utm_medium=social⟧#b) "
            "and [the dam](https://dam.test/?page=2&⟦fbclid=IwAR0z0u54⟧).\n",
            good="See [the mill](https://mill.test/a#b) and [the dam](https://dam.test/?page=2).\n",
        ),
        Example(
            bad="[The mill](https://mill.test/?⟦utm_source=our-docs⟧)\n",
            good="[The mill](https://mill.test/)\n",
            options={"campaigns": True},
            fixed=False,
        ),
        Example(good="[The mill](https://mill.test/?utm_source=our-docs&utm_medium=link)\n"),
        Example(good="Take `https://mill.test/?gclid=1` for a test; utm_source=rss says so.\n"),
        Example(
            good="Tag it: [mill.test/?utm_source=rss](https://mill.test/?utm_source=rss).\n",
            why="The words show the parameter: it is what is talked about.",
        ),
    )

    campaigns: Annotated[
        bool, Help("Whether campaigns with a name that may be the site's own are flagged too.")
    ] = False

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield addresses with tracking parameters."""
        for query in queries(document.text, document.body.start):
            found = marks(document[query])
            if found and (found.shared or self.campaigns) and not _is_left(document, query):
                yield _tracked(query, found)


def _is_left(document: Document, query: Span) -> bool:
    if _SIGNED.search(document[query]) or document.is_code(query):
        return True
    link = next((one for one in document.links if query.start in one.span), None)
    return link is not None and link.kind == "inline" and "utm" in document[link.content]


def _tracked(query: Span, found: Marks) -> Violation:
    shown = cut(" ".join(found.written))
    message = f"{shown} tells where this address was shared, and counts this page's readers there"
    whole = query if found.rest else Span(query.start - 1, query.end)
    make = Fix.safe if found.shared else Fix.unsafe
    fix = make("Remove what is only for counting", Edit.replacement(whole, found.rest))
    level = Severity.WARNING if found.shared else Severity.INFO
    return Violation(found.span.shifted(query.start), message, fix, level)
