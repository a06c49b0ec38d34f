"""Which pages a generator leaves out of the site: drafts, and those whose time has not come."""

import posixpath
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from contentlint import Project, Site, pattern
from contentlint_rules.dates import Moment, moment
from contentlint_rules.links._judged import facts_at

_SHOWING = frozenset({"VitePress", "mdBook"})
"""Generators that publish a page whatever its front matter says."""
_DATES = ("publishdate", "pubdate", "published", "date")
_ENDS = ("expirydate", "unpublishdate")
"""Keys of Hugo: https://gohugo.io/configuration/front-matter/#aliases"""
_TOLD = {
    "Hugo": pattern(
        r"(?i)\bbuildFuture\b[\"']?\s{0,9}[:=]?\s{0,9}(?![\s:=]|[\"']?false)|\bhugo\b.* -F\b"
    ),
    "Jekyll": pattern(r"(?m)^future:[ \t]*true|--future\b"),
}
"""What makes a generator publish pages before their date."""
_EXPIRED = pattern(
    r"(?i)\bbuildExpired\b[\"']?\s{0,9}[:=]?\s{0,9}(?![\s:=]|[\"']?false)|\bhugo\b.* -E\b"
)
_OWN_DATES = pattern(r"(?im)^[ \t]{0,8}\[?[\"']?frontmatter\b")
"""A site that chooses for itself which keys are its dates."""
_COMMANDS = ("package.json", "Makefile", "Gemfile", "netlify.toml", "vercel.json", "build.sh")
_WORKFLOWS = ".github/workflows"


class Absence(NamedTuple):
    """Why readers do not find a page: ``kind`` is draft, later or over; ``day`` goes with a date.

    ``planned`` says that the page names a day for its publication, beside its date.
    """

    kind: str
    day: str = ""
    planned: bool = False


def absence(project: Project, path: str) -> Absence | None:
    """Return why a page (its absolute path) is left out; None for one that readers find."""
    kept: dict[str, Absence | None] = project.shelf.setdefault("absent pages", {})
    if path not in kept:
        kept[path] = _absence(project, path)
    return kept[path]


def _absence(project: Project, path: str) -> Absence | None:
    facts = facts_at(project, path)
    yesterday = (project.now - timedelta(days=1)).date().isoformat()
    late = facts.get("late", "") >= yesterday or "expires" in facts
    if not (late or "hidden" in facts):
        return None
    page = project.shown(path)
    site, front = project.site(page), project.document(page).front_matter
    data = {key.lower(): value for key, value in front.data.items()} if front else {}
    if _is_draft(site.generator, path, data):
        return Absence("draft")
    return _by_date(project, site, path, data) if late else None


def _is_draft(generator: str, path: str, data: Mapping[str, Any]) -> bool:
    if generator in _SHOWING or (generator == "MkDocs" and "/posts/" not in path):
        return False
    if _says(data, "draft", "true") or _says(data, "published", "false"):
        return True
    if generator == "Jekyll":
        return "/_drafts/" in path
    if generator == "Eleventy":
        return data.get("permalink") is False
    return generator == "Hugo" and (_says(data, "headless", "true") or _is_never_made(data))


def _says(data: Mapping[str, Any], key: str, word: str) -> bool:
    return str(data.get(key)).strip().lower() == word


def _is_never_made(data: Mapping[str, Any]) -> bool:
    build = data.get("build", data.get("_build"))
    return isinstance(build, dict) and str(build.get("render")).lower() in {"never", "false"}


def _by_date(project: Project, site: Site, path: str, data: Mapping[str, Any]) -> Absence | None:
    if site.generator == "Hugo" and not _OWN_DATES.search(site.mentions):
        over = _first(data, _ENDS)
        if over and over.last < project.now and not _is_told(project, site, _EXPIRED):
            return Absence("over", over.day.isoformat())
        later, planned = _first(data, _DATES), any(moment(data.get(key)) for key in _DATES[:3])
    elif site.generator == "Jekyll" and _is_post(site, path) and "published" not in data:
        later, planned = moment(data.get("date", posixpath.basename(path)[:10])), False
    else:
        return None
    if (
        later is None
        or later.first <= project.now
        or _is_told(project, site, _TOLD[site.generator])
    ):
        return None
    return Absence("later", later.day.isoformat(), planned)


def _first(data: Mapping[str, Any], keys: tuple[str, ...]) -> Moment | None:
    return next((found for key in keys if (found := moment(data.get(key)))), None)


def _is_post(site: Site, path: str) -> bool:
    """Whether Jekyll asks a file for its date: it does for posts and other collections."""
    return any(part.startswith("_") for part in path[len(site.root) :].split("/")[:-1])


def _is_told(project: Project, site: Site, sign: Any) -> bool:
    """Whether the settings of a site, or how it is made, say so; GitHub Pages makes them all."""
    commands = _commands(project, site)
    if site.generator == "Jekyll" and ("gem" not in commands or "github-pages" in commands):
        return True
    return bool(sign.search(site.mentions) or sign.search(commands))


def _commands(project: Project, site: Site) -> str:
    """Return the texts that tell how a site is made."""
    kept: dict[str, str] = project.shelf.setdefault("commands of sites", {})
    if site.root not in kept:
        folder = f"{site.root}/{_WORKFLOWS}"
        names = (*_COMMANDS, *(f"{_WORKFLOWS}/{one}" for one in project.files.names(folder)))
        paths = (f"{site.root}/{name}" for name in names)
        there = (project.shown(path) for path in paths if project.files.is_file(path))
        kept[site.root] = "\n".join(project.document(path).text for path in there)
    return kept[site.root]
