"""The rule `local-address`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Violation, pattern
from contentlint_rules.links._addresses import Written, is_template, parts, written_at

_MACHINE = (
    r"(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\]|192\.168(?:\.\d{1,3}){2}"
    r"|10(?:\.\d{1,3}){3}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})(?![\w.-])"
    r"|[\w.-]{1,200}\.(?:local|localhost|localdomain|internal|lan|test)(?![\w.-])"
)
_PREVIEW = (
    r"deploy-preview-\d+--[\w-]{1,80}\.netlify\.app|[\w-]{1,60}-[a-z0-9]{9}-[\w-]{1,60}\.vercel\.app"
    r"|[\w.-]{1,100}\.ngrok(?:-free)?\.(?:io|app|dev)"
    r"|[\w.-]{1,100}\.gitpod\.io|[\w-]{1,80}\.app\.github\.dev|[\w-]{1,80}\.trycloudflare\.com"
    r"|[\w-]{1,80}\.preview\.app\.github\.dev|[\w-]{1,80}\.csb\.app:\d"
)
_STAGING = r"(?:staging|stage|stg|dev|preview|preprod|test|beta)[.-]"
_HOSTS = pattern(r"://(?<=[pPsS]://)[\w.:\[\]-]{3,250}")
_MACHINE_HOST = pattern(_MACHINE)
_PREVIEW_HOST = pattern(_PREVIEW)
_ODD_HOST = pattern(rf"://(?:{_MACHINE}|{_PREVIEW}|{_STAGING})")
_STAGING_HOST = pattern(rf"{_STAGING}([\w.-]+)\Z")
_SCHEME = pattern(r"[hH][tT][tT][pP][sS]?\Z")
_FILES = pattern(r"file:(?=[/\\])(?<![\w.]file:)", re.IGNORECASE)
_DRIVE = pattern(r"\]\(<?(?=[CDcd]:[\\/](?![/\\])[\w .-])")
_DRIVE_IN_TAG = pattern(r"(?:href|src)=[\"'](?=[CDcd]:[\\/](?![/\\])\w)")


@dataclass(frozen=True, kw_only=True)
class LocalAddress(Rule):
    r"""Every link leads to a place that readers can reach.

    “file:///home/miller/map.pdf” and “C:\map.pdf” are on the author's own disk. “localhost” is the
    reader's own computer, “192.168.0.7” something in the author's house, and a preview of the site
    goes away with the change that it shows. There the author sees the page, and readers an error.
    A guide that tells its readers to open such an address shows it, as the words of the link or in
    code; that is left alone.

    There is no fix: where the page is for all readers, only the author knows.
    """

    name: ClassVar = "local-address"
    family: ClassVar = "links"
    yields_to: ClassVar = ("assistant-link", "placeholder", "invisible-character")
    triggers: ClassVar = (
        ":\\", "(C:", "(D:", "(c:", "(d:", "<C:", "<D:", "<c:", "<d:", '"C:', '"D:', "'C:", "'D:",
        '"c:', '"d:', "'c:", "'d:", "file:", "FILE:", "File:", "localhost", "://127.", "://0.0.",
        "[::", "://192.168.", "://10.", "://172.", ".local", ".internal", ".lan", ".test",
        "deploy-preview-", ".vercel.app", ".ngrok", ".gitpod.io", ".app.github.dev",
        ".trycloudflare", ".csb.app", "://stag", "://stg", "://dev", "://prev", "://prep",
        "://test", "://beta",
    )  # fmt: skip
    examples: ClassVar = (
        Example(
            bad="See [the map](⟦file:///home/miller/map.pdf⟧) and ![it](⟦C:\\map.png⟧).\n",
            good="See [the map](map.pdf) and ![it](map.png).\n",
            fixed=False,
        ),
        Example(
            bad="See [our guide](⟦http://localhost:1313/guide/⟧).\n",
            good="See [our guide](/guide/).\n",
            fixed=False,
        ),
        Example(
            bad="See [our guide](⟦https://staging.mill.org/guide/⟧).\n",
            good="See [our guide](/guide/).\n",
            path="content/page.md",
            files={"hugo.toml": 'baseURL = "https://www.mill.org/"\n'},
            fixed=False,
        ),
        Example(
            bad="See [our guide](⟦https://mill.host.org/guide/⟧).\n",
            good="See [our guide](/guide/).\n",
            options={"hosts": ["mill.host.org"]},
            fixed=False,
        ),
        Example(good="Open <http://localhost:1313> or [localhost:1313](http://localhost:1313/).\n"),
        Example(good="`file:///etc/hosts` and [Dev](https://dev.mill.org/) of another site.\n"),
    )

    hosts: Annotated[
        tuple[str, ...], Help("More hosts that readers cannot reach, with all below them.")
    ] = ()

    @cached_property
    def _more(self) -> tuple[str, ...]:
        return tuple(host.lower().strip(".") for host in self.hosts if host.strip("."))

    def glance(self, text: str) -> bool:
        """Whether a host of the settings stands in the text."""
        return any(host in text for host in self.hosts)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield links to what only the author can open."""
        for written in written_at(document, self._places(document)):
            if not (is_template(written.url) or written.is_seen):
                message, level = self._problem(document, written)
                if message:
                    yield Violation(written.span, message, level=level)

    def _places(self, document: Document) -> Iterator[int]:
        text, start = document.text, document.body.start
        for match in (*_odd(text, start), *self._named(text, start)):
            if scheme := _SCHEME.search(text, max(match.start() - 5, 0), match.start()):
                yield scheme.start()
        if "ile:" in text or "FILE:" in text:
            yield from (match.start() for match in _FILES.finditer(text, start))
        if ":\\" in text or ":/" in text:
            for drive in (_DRIVE, _DRIVE_IN_TAG):
                yield from (match.end() for match in drive.finditer(text, start))

    def _named(self, text: str, start: int) -> Iterator[re.Match[str]]:
        if self._more:
            hosts = "|".join(map(re.escape, self._more))
            yield from re.compile(rf"(?i)://(?=(?:[\w-]+\.){{0,9}}(?:{hosts}))").finditer(
                text, start
            )

    def _problem(self, document: Document, written: Written) -> tuple[str, Severity]:
        address = parts(written.url)
        if address is None:
            return "This is a file on your own disk, which no reader can open", Severity.ERROR
        host = address.host
        if _shows(written, host):
            return "", Severity.INFO
        if any(host == one or host.endswith(f".{one}") for one in self._more):
            return f"Readers cannot reach “{host}”", Severity.ERROR
        return _known(host, document.site.host.removeprefix("www."), address.rest)


def _known(host: str, base: str, rest: str) -> tuple[str, Severity]:
    """Say why readers cannot reach a host, and how sure that is. ``base`` is the site's own."""
    if _MACHINE_HOST.fullmatch(host):
        # A guide may well send its readers to the first page of what they have just started.
        level = Severity.WARNING if rest.strip("/") else Severity.INFO
        return f"“{host}” is the reader's own computer or network, not the web", level
    if _PREVIEW_HOST.match(host):
        return f"“{host}” is a preview, which goes away", Severity.WARNING
    staging = _STAGING_HOST.match(host)
    if staging and base and staging[1].removeprefix("www.") == base:
        return f"“{host}” is where “{base}” is tried out; readers may not get in", Severity.INFO
    return "", Severity.INFO


def _odd(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield hosts that only their author may reach."""
    known = {host: _ODD_HOST.match(host) for host in set(_HOSTS.findall(text, start))}
    if any(known.values()):
        yield from (one for one in _HOSTS.finditer(text, start) if known[one[0]])


def _shows(written: Written, host: str) -> bool:
    """Whether readers see in the words of a link where it leads."""
    words = written.words
    return words is not None and (host in words.lower() or "`" in words)
