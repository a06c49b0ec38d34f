"""Registers that answer in JSON are asked with the same guard, manners and limits as pages."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from contentlint.web.answer import Answer, Trouble
from contentlint.web.following import Web
from contentlint.web.names import Lookup
from contentlint.web.policy import Policy
from contentlint.web.run import Progress, Run, finished

_JSON = {"accept": "application/json"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a register said: ``data`` is its JSON, None where there is none that can be read.

    ``status`` is 0 without an answer; then ``trouble`` says why, and ``detail`` in words.
    """

    url: str
    status: int
    data: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    trouble: Trouble | None = None
    detail: str = ""


async def ask_json(web: Web, url: str, headers: Mapping[str, str] | None = None) -> Reply:
    """Return what a register says, within a run that is under way. Nothing is raised."""
    return reply_of(url, await web.answer(url, {**_JSON, **(headers or {})}))


def ask_all(
    urls: Iterable[str],
    policy: Policy,
    *,
    headers: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    lookup: Lookup | None = None,
) -> dict[str, Reply]:
    """Return what registers say, by address. ``headers`` go along to all of them.

    On Ctrl-C, what is left is Trouble.STOPPED. Raises ValueError for a policy that cannot be
    understood.
    """
    found: dict[str, Reply] = {}

    async def use(same: list[str], answer: Answer) -> None:
        found.update((url, reply_of(url, answer)) for url in same)

    given = {**_JSON, **(headers or {})}
    urls = list(urls)
    finished(Run(urls, policy, progress=progress, lookup=lookup, headers=given), use)
    return {url: found[url] for url in urls}


def reply_of(url: str, answer: Answer) -> Reply:
    """Return what an answer says in JSON."""
    data = None if answer.cut else _data(answer.body)
    return Reply(url, answer.status, data, answer.headers, answer.trouble, answer.detail)


def _data(body: bytes) -> Any:
    try:
        return json.loads(body) if body else None
    except (ValueError, RecursionError):
        return None
