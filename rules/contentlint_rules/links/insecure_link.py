"""The rule `insecure-link`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Found,
    Help,
    Project,
    ProjectRule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.links._addresses import is_template, written_at

_PLAIN = pattern(r"http://(?<![\w/=%]http://)([^\s<>\"'()`\[\]{}\\]{4,300})")
_SECURE = pattern(r"https://([^\s<>\"'()`\[\]{}\\#]{4,300})")
_ENOUGH = 3


@dataclass(frozen=True, kw_only=True)
class InsecureLink(ProjectRule):
    """No link goes to “http://” where another goes to “https://” at the same place.

    That the same address stands on the site with “https://” shows that it can be had so. What
    comes over “http://” others can read and change on its way; browsers warn of it, and most sites
    only send readers on, which takes time.

    The fix writes “https://”; it is unsafe, since a site may answer differently there.
    """

    name: ClassVar = "insecure-link"
    family: ClassVar = "links"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("recommended",)
    yields_to: ClassVar = ("malformed-link", "invalid-address", "moved-link")
    examples: ClassVar = (
        Example(
            bad="See [the mill](⟦http://mill.org/hours⟧) or <https://mill.org/hours/>.\n",
            good="See [the mill](https://mill.org/hours) or <https://mill.org/hours/>.\n",
            fixed=False,
        ),
        Example(
            bad="See <⟦http://mill.org/b⟧>, not <http://weir.org/>.\n\n"
            "<https://mill.org/c>, <https://mill.org/d>, <https://mill.org/e>\n",
            good="See <https://mill.org/b>, not <http://weir.org/>.\n",
            options={"hosts": True},
            fixed=False,
        ),
        Example(good="See <http://mill.org/a> and <https://mill.org/b>, `http://mill.org/b`.\n"),
    )

    hosts: Annotated[
        bool,
        Help(
            "Flag links to a host to which at least three other links go with “https://” as well."
        ),
    ] = False

    def collect(self, document: Document) -> dict[str, Any] | None:
        """Return addresses with “http://” and where they begin, and those with “https://”."""
        text, start = document.text, document.body.start
        facts: dict[str, Any] = {}
        if "http://" in text:
            facts["http"] = [[_key(one[1]), one.start()] for one in _PLAIN.finditer(text, start)]
        if "https://" in text:
            facts["https"] = " ".join(set(_SECURE.findall(text, start)))
        return {name: value for name, value in facts.items() if value} or None

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield links that could be secure."""
        if not any("http" in facts for facts in project.facts.values()):
            return
        secure = _secure(project.facts.values())
        hosts = _hosts(secure) if self.hosts else frozenset[str]()
        for page, facts in project.facts.items():
            likely = {
                at: key in secure
                for key, at in facts.get("http", ())
                if key in secure or _host(key) in hosts
            }
            for written in written_at(project.document(page), likely) if likely else ():
                if not is_template(written.url):
                    yield Found(page, _insecure(written.span, same=likely[written.span.start]))


def _key(rest: str) -> str:
    """Return what of an address has to be the same, with and without “https://”."""
    host, slash, path = rest.partition("#")[0].rstrip(".,;:!?*_~/").partition("/")
    return f"{host.lower()}{slash}{path}"


def _host(key: str) -> str:
    return key.partition("/")[0]


def _secure(facts: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Return what stands on any page with “https://”, less what is nobody's or one's own."""
    written = {one for each in facts for one in each.get("https", "").split(" ")}
    return frozenset(key for key in map(_key, written) if not _RESERVED.search(_host(key)))


_RESERVED = pattern(r"\A[^.]*\Z|:\d|\A[\d.]+\Z|(?:\A|\.)example\.\w+\Z|\.(?:test|local|internal)\Z")


def _hosts(secure: Iterable[str]) -> frozenset[str]:
    counted = Counter(map(_host, secure))
    return frozenset(host for host, count in counted.items() if count >= _ENOUGH)


def _insecure(span: Span, *, same: bool) -> Violation:
    place = "the same place" if same else "the same host"
    message = f"This link goes to “http://”, another one of this site to “https://” at {place}"
    edit = Edit.insertion(span.start + len("http"), "s")
    return Violation(span, message, Fix.unsafe("Write “https://”", edit))
