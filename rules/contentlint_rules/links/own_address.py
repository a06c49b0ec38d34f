"""The rule `own-address`."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Found,
    Project,
    ProjectRule,
    Severity,
    Site,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.links._addresses import Written, is_template, parts, written_at

_FOR_CODE_HOSTS = pattern(
    r"(?:\A|/)(?:readme|contributing|changelog|code_of_conduct|security|support|license|agents)"
    r"[^/]*\Z|(?:\A|/)\.",
    re.IGNORECASE,
)
"""Pages that are read where the site's files are kept."""
_ADDS_ITS_BASE = frozenset({"Docusaurus", "VitePress", "mdBook"})


class OwnAddress(ProjectRule):
    """Links within the site do not name the site.

    “https://mill.org/hours” on a page of mill.org leads out of a preview, a copy or a draft of the
    site, and to the old place once the site has moved; and nothing can tell that the page is gone.
    “/hours” follows the site wherever it is. The address of the site is that of its settings. Where
    readers see the address itself it is left alone.

    The fix takes the name of the site out; it is unsafe, since a page may be read elsewhere too.
    """

    name: ClassVar = "own-address"
    family: ClassVar = "links"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("strict",)
    examples: ClassVar = (
        Example(
            bad="See [the hours](⟦https://mill.org/hours/⟧).\n",
            good="See [the hours](/hours/).\n",
            fixed=False,
            path="content/page.md",
            files={"hugo.toml": 'baseURL = "https://mill.org/"\n'},
        ),
        Example(
            good="[A](https://weir.org/), <https://mill.org/>, [mill.org](https://mill.org/)\n",
            path="content/page.md",
            files={"hugo.toml": 'baseURL = "https://mill.org/"\n'},
        ),
        Example(good="See [the hours](https://mill.org/hours/).\n"),
    )

    def collect(self, document: Document) -> list[int] | None:
        """Return where addresses of the site itself begin."""
        text = document.text
        host = document.site.host if "://" in text else ""
        if not host or f"://{host}" not in text:
            return None
        return list(_places(text, document.body.start, f"://{host}")) or None

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield links that name their own site."""
        facts: Any
        for page, facts in project.facts.items():
            site = project.site(page)
            home = project.absolute(page)
            if _FOR_CODE_HOSTS.search(page):
                continue
            if any(home.startswith(f"{folder}/") for folder in site.content):
                for written in written_at(project.document(page), facts):
                    if found := _own(site, written):
                        yield Found(page, found)


def _places(text: str, start: int, host: str) -> Iterator[int]:
    at = text.find(host, start)
    while at >= 0:
        for scheme in ("https", "http"):
            if text.startswith(scheme, at - len(scheme)):
                yield at - len(scheme)
                break
        at = text.find(host, at + 1)


def _own(site: Site, written: Written) -> Violation | None:
    address = parts(written.url)
    if address is None or written.is_seen or is_template(written.url):
        return None
    if f"{address.host}{address.port}" != site.host or address.user:
        return None
    if site.host.removeprefix("www.") in (written.words or "").lower():
        return None
    if not f"{address.rest.partition('?')[0].partition('#')[0]}/".startswith(site.base_path):
        return None
    message = (
        f"This link names its own site; “{address.rest or '/'}” follows the site where it goes"
    )
    return Violation(written.span, message, _fix(site, written, address.rest))


def _fix(site: Site, written: Written, rest: str) -> Fix | None:
    if site.generator in _ADDS_ITS_BASE and site.base_path != "/":
        return None
    start = written.span.start
    end = start + written.url.index("//") + 2 + len(site.host)
    shown = rest if rest.startswith("/") else f"/{rest}"
    edit = Edit.replacement(Span(start, end), "" if rest.startswith("/") else "/")
    return Fix.unsafe(f"Link to “{shown}”", edit)
