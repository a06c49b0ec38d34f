"""Asks the registers: does a DOI exist, what work does it lead to, and is there an archived copy.

- doi.org: https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation
  (``/api/handles/``), and content negotiation: https://citation.doi.org/docs.html
- Crossref: https://www.crossref.org/documentation/retrieve-metadata/rest-api/
- DataCite: https://support.datacite.org/docs/api
- the Wayback Machine: https://archive.org/help/wayback_api.php

Only doi.org can say that a DOI does not exist. Whatever else goes wrong is no knowledge at all.
"""

import asyncio
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from contentlint.citations.works import Work, of_crossref, of_csl, of_datacite
from contentlint.web.answer import Trouble
from contentlint.web.asking import Reply, ask_json
from contentlint.web.following import Web
from contentlint.web.names import Lookup
from contentlint.web.policy import Policy

_AT_ONCE = 4
"""DOIs and addresses that are asked for at a time: Crossref's limit is five requests."""
_LONGEST_PAUSE = 2.0
"""Seconds between two requests to one register, however few it wants."""
_OF_DATACITE = (
    "10.48550/",
    "10.5281/",
    "10.6084/",
    "10.5061/",
    "10.7910/",
    "10.17605/",
    "10.5438/",
)
"""Prefixes of arXiv, Zenodo, figshare, Dryad, Dataverse, OSF and DataCite, which is asked first."""
_CSL = "application/vnd.citationstyles.csl+json"
_DOI = re.compile(r"10\.\d{4,9}/\S{1,300}")
_COPY = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]{0,4}/\S{1,2000}")


@dataclass(frozen=True, slots=True)
class Registered:
    """What registers know of a DOI.

    ``exists`` is None where that could not be found out; ``why`` then says in words what hindered
    it, and also where a DOI exists and its record could not be read. ``agency`` is who holds the
    record.
    """

    doi: str
    exists: bool | None
    work: Work | None = None
    agency: str = ""
    why: str = ""


def registered(dois: Iterable[str], policy: Policy) -> dict[str, Registered]:
    """Return what the registers know of some DOIs, by the DOI as it was given."""
    return asyncio.run(_alone(policy, list(dois)))


async def _alone(policy: Policy, dois: list[str]) -> dict[str, Registered]:
    async with Web(policy) as web:
        return await look_up(dois, web)


async def look_up(dois: Iterable[str], web: Web) -> dict[str, Registered]:
    """Return the same in a run that asks for other things too."""
    registers, room = _Registers(web), asyncio.Semaphore(_AT_ONCE)

    async def one(doi: str) -> Registered:
        async with room:
            return await registers.of(doi.strip())

    wanted = list(dict.fromkeys(dois))
    return dict(zip(wanted, await asyncio.gather(*map(one, wanted)), strict=True))


def archived(
    dates: Mapping[str, str], policy: Policy, lookup: Lookup | None = None
) -> dict[str, str]:
    """Return archived copies of addresses, each the one nearest to its day.

    A day is an ISO date, or empty for the newest copy. Addresses without a copy, for which the
    archive gave no answer, or of which it is not told are left out. ``lookup`` stands in for the
    system's look-up of names.
    """

    async def alone() -> dict[str, str]:
        async with Web(policy, lookup) as web:
            return await copies(dates, web)

    return asyncio.run(alone())


async def copies(dates: Mapping[str, str], web: Web) -> dict[str, str]:
    """Return the same in a run that asks for other things too."""
    room = asyncio.Semaphore(_AT_ONCE)

    async def one(url: str, day: str) -> str:
        async with room:
            if not await web.may_tell_of(url):
                return ""
            return copy_in(_plain(await ask_json(web, copy_url(web.policy, url, day))))

    found = await asyncio.gather(*(one(url, day) for url, day in dates.items()))
    return {url: copy for url, copy in zip(dates, found, strict=True) if copy}


def copy_url(policy: Policy, url: str, day: str = "") -> str:
    """Return where the archive says which copy of an address is nearest to a day."""
    digits = re.sub(r"\D", "", day)[:8]
    query = {"url": url, **({"timestamp": digits} if digits else {})}
    return f"{policy.endpoints.wayback.rstrip('/')}/wayback/available?{urlencode(query)}"


def copy_in(data: object) -> str:
    """Return the address of the copy that the archive names; empty without a good one."""
    closest = _get(_get(data, "archived_snapshots"), "closest")
    url, status = _get(closest, "url"), str(_get(closest, "status"))
    if _get(closest, "available") is not True or not status.startswith("2"):
        return ""
    good = isinstance(url, str) and _COPY.fullmatch(url)
    return re.sub(r"^http:", "https:", url) if good else ""


class _Pace:
    """How fast a register wants to be asked, as the headers of its answers say."""

    def __init__(self) -> None:
        self.gap = 0.0
        self.next = 0.0

    async def turn(self) -> None:
        """Wait for the next turn; turns are given out in order."""
        now = time.monotonic()
        start = max(now, self.next)
        self.next = start + self.gap
        await asyncio.sleep(start - now)

    def learn(self, headers: Mapping[str, str]) -> None:
        """Take the limit to heart that an answer tells."""
        self.gap = min(max(self.gap, gap_of(headers)), _LONGEST_PAUSE)


def gap_of(headers: Mapping[str, str]) -> float:
    """Return the seconds between two requests that ``x-rate-limit-…`` asks for; 0 without it."""
    limit = re.fullmatch(r"\s{0,9}(\d{1,9})\s{0,9}", headers.get("x-rate-limit-limit", ""))
    every = re.fullmatch(r"\s{0,9}(\d{1,9})s?\s{0,9}", headers.get("x-rate-limit-interval", ""))
    if not limit or not every or not int(limit[1]):
        return 0.0
    return int(every[1]) / int(limit[1])


class _Registers:
    """The registers in one run."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self.crossref, self.datacite = _Pace(), _Pace()

    async def of(self, doi: str) -> Registered:
        """Return what is known of a DOI; registers are asked until one has it."""
        if not _DOI.fullmatch(doi):
            return Registered(doi, None, why="it is no DOI")
        ways = [self._crossref, self._datacite]
        hindered = ""
        for way in reversed(ways) if doi.startswith(_OF_DATACITE) else ways:
            found = await way(doi)
            if found.work:
                return found
            hindered = hindered or found.why
        exists, why = await self._exists(doi)
        if not exists:
            return Registered(doi, exists, why=why)
        return await self._negotiated(doi, hindered)

    async def _crossref(self, doi: str) -> Registered:
        policy = self.web.policy
        url = f"{policy.endpoints.crossref.rstrip('/')}/works/{_quoted(doi)}"
        reply = await self._asked(url + polite_query(policy), self.crossref)
        return _of(doi, of_crossref(_get(_plain(reply), "message")), "Crossref", reply)

    async def _datacite(self, doi: str) -> Registered:
        url = f"{self.web.policy.endpoints.datacite.rstrip('/')}/dois/{_quoted(doi)}"
        reply = await self._asked(url, self.datacite)
        record = _get(_get(_plain(reply), "data"), "attributes")
        return _of(doi, of_datacite(record), "DataCite", reply)

    async def _asked(self, url: str, pace: _Pace) -> Reply:
        await pace.turn()
        reply = await ask_json(self.web, url)
        pace.learn(reply.headers)
        return reply

    async def _exists(self, doi: str) -> tuple[bool | None, str]:
        url = f"{self.web.policy.endpoints.doi.rstrip('/')}/api/handles/{_quoted(doi)}"
        reply = await ask_json(self.web, url)
        code = _get(_plain(reply, 200, 404), "responseCode")
        if code in (1, 200):
            return True, ""
        if code == 100:
            return False, "doi.org does not know it"
        return None, why_not(reply, "doi.org")

    async def _negotiated(self, doi: str, hindered: str) -> Registered:
        """Return what any other register gives through doi.org, which leads to the first ones too.

        ``hindered`` is why one of those gave nothing, which doi.org's answer then only repeats.
        """
        url = f"{self.web.policy.endpoints.doi.rstrip('/')}/{_quoted(doi)}"
        reply = await ask_json(self.web, url, {"accept": _CSL})
        found = _of(doi, of_csl(_plain(reply)), "doi.org", reply)
        return found if found.work else Registered(doi, True, why=hindered or found.why)


def _of(doi: str, work: Work, agency: str, reply: Reply) -> Registered:
    if work:
        return Registered(doi, True, work, agency)
    unknown = reply.status == 404 and not reply.trouble and agency != "doi.org"
    return Registered(doi, None, why="" if unknown else why_not(reply, agency))


def polite_query(policy: Policy) -> str:
    """Return what makes a request to Crossref a polite one, where the user agent has a mailbox."""
    mailbox = re.search(r"mailto:([^\s;,()]{3,200})", policy.user_agent)
    return f"?{urlencode({'mailto': mailbox[1]})}" if mailbox else ""


def why_not(reply: Reply, who: str) -> str:
    """Return in words why an answer says nothing."""
    if reply.trouble in (Trouble.BUDGET, Trouble.STOPPED):
        return f"there was no time left to ask {who}"
    if reply.trouble:
        return f"{who} gave no answer ({reply.trouble})"
    if reply.status == 200:
        return f"{who} gave an answer that holds no record"
    return f"{who} answered {reply.status}"


def _plain(reply: Reply, *statuses: int) -> object:
    """Return what a register says, if it answers with one of some statuses (200)."""
    return reply.data if reply.status in (statuses or (200,)) else None


def _get(value: object, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _quoted(doi: str) -> str:
    return quote(doi, safe="/:;()._-~")
