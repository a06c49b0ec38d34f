"""Whether the file that a value of front matter names is there.

Generators and themes look for such files in places of their own: beside the page, in what is served
as it is, among what they process. So a file counts as missing only where no file of the site has a
path that ends so, and where the site has the directory in which it should be.
"""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from contentlint import ASSETS, Project, Site, pattern
from contentlint_rules.links._judged import routes_of, split

_OUTER = pattern(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_ODD = pattern(r"[{}<>$|*`\\\ufffd\r\n]|%[{<]|\[\[")
_ALIAS = pattern(r"[~@#][^/]*/")
"""What stands for a directory in a site's program."""
_HOUSES = ("", "static", "public", "assets", "src", "src/assets", "app", "content", "docs")
"""Directories of a site, from its root on, that such a path may count from."""


class Place(NamedTuple):
    """What is known of a path: ``state`` is found, missing or unknown.

    ``near`` are files that may have been meant, absolute, when it is missing.
    """

    state: str
    near: tuple[str, ...] = ()


_FOUND, _UNKNOWN = Place("found"), Place("unknown")


def place(project: Project, page: str, value: str, *, sure: bool = False) -> Place:
    """Return whether the file that a value on a page names is there.

    What a program makes, an address elsewhere, and what a theme may bring along, are unknown. With
    ``sure`` the value is known to name a file of the site.
    """
    site, (address, _) = project.site(page), split(value.strip())
    if not site.root or not address.strip("/.") or _OUTER.match(address) or _ODD.search(address):
        return _UNKNOWN
    alias = _ALIAS.match(address)
    tail = _tail(address[alias.end() :] if alias else _without_base(site, address))
    if any(path.endswith(f"/{tail}") for path in _named(project, site, tail)):
        return _FOUND
    home = project.absolute(page)
    landing = routes_of(project, site).landing(home, address)
    if landing.state == "found":
        return _FOUND
    expected = sure or _is_expected(project, site, home, address)
    if alias or project.files.cut or not expected:
        return _UNKNOWN
    return Place("missing", landing.near or _named(project, site, tail)[:3])


def _without_base(site: Site, address: str) -> str:
    base = site.base_path
    return address[len(base) - 1 :] if address.startswith(base) else address


def _tail(address: str) -> str:
    """Return a path without what leads upwards, and without a slash at its front."""
    return posixpath.normpath("/" + address).lstrip("/")


def _named(project: Project, site: Site, tail: str) -> tuple[str, ...]:
    """Return the files that have the name of the last part, anywhere on the site."""
    name = tail.rpartition("/")[2]
    beyond = (one for one in site.content if not f"{one}/".startswith(f"{site.root}/"))
    tops = (site.root, *beyond)
    return tuple(path for top in tops for path in project.files.named(top, name))


def _is_expected(project: Project, site: Site, home: str, address: str) -> bool:
    """Whether the site has the directory that the file should be in, with such files in it."""
    if not site.generator:
        return False
    above = posixpath.dirname(address)
    folders = (posixpath.normpath(f"{base}/{above}") for base in _bases(site, home, address))
    return any(
        posixpath.splitext(name)[1].lower() in ASSETS
        for folder in folders
        for name in project.files.names(folder)
    )


def _bases(site: Site, home: str, address: str) -> Iterator[str]:
    """Yield the directories that a path may count from."""
    if not address.startswith("/"):
        yield posixpath.dirname(home)
        if address.startswith("."):
            return
    yield from site.static
    yield from (f"{site.root}/{one}".rstrip("/") for one in _HOUSES)
