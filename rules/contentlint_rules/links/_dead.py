"""Links that lead nowhere, and how one is led to what was meant."""

import posixpath
from collections.abc import Callable, Iterator

from contentlint import Edit, Fix, Found, Project, Violation, pattern
from contentlint_rules.links._judged import Judged, is_link, judged


def dead(project: Project, says: Callable[[Judged], str], *, assets: bool) -> Iterator[Found]:
    """Yield links that lead nowhere: to files that are no pages (``assets``), or to pages."""
    for link in judged(project):
        if link.landing.state != "missing" or link.is_asset != assets:
            continue
        if is_link(project.document(link.page), link):
            said, fix = _nearest(project, link)
            yield Found(link.page, Violation(link.span, says(link) + said, fix))


def _nearest(project: Project, link: Judged) -> tuple[str, Fix | None]:
    """Return what to say of the files that a link may have meant, and a fix where one is alone.

    Where nothing but the spelling differs, the fix is certain; where the file of that name lies
    elsewhere, it is likely.
    """
    near, home = link.landing.near, project.absolute(link.page)
    if not near:
        return "", None
    shown = [posixpath.relpath(path, posixpath.dirname(home)) for path in near]
    if len(near) > 1:
        return f"; perhaps {' or '.join(f'“{each}”' for each in shown[:3])} is meant", None
    if link.address.startswith("/"):
        return f"; “{project.shown(near[0])}” is there", None
    meant = posixpath.normpath(f"{posixpath.dirname(home)}/{link.address}")
    alike = near[0].casefold() == meant.casefold()
    said = f"; {'servers tell capitals apart, and ' if alike else ''}“{shown[0]}” is there"
    rest = link.written[len(link.written.partition("#")[0].partition("?")[0]) :]
    make = Fix.safe if near[0].count("/") == meant.count("/") and link.landing.alike else Fix.unsafe
    edit = Edit.replacement(link.span, _quoted(shown[0]) + rest)
    return said, make(f"Link to “{shown[0]}”", edit)


def _quoted(path: str) -> str:
    """Return a path as an address has it: what means something else there is spelt out."""
    return _SPECIAL.sub(lambda at: f"%{ord(at[0]):02X}", path)


_SPECIAL = pattern(r"[\x00- \"#%&'()<>?\[\\\]^`{|}\x7f]")
