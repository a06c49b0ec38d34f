"""Registers that answer in JSON are asked with the same guard, manners and limits as pages."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contentlint.web.answer import Answer, Trouble
from contentlint.web.following import Web

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
    return _reply(url, await web.answer(url, {**_JSON, **(headers or {})}))


def _reply(url: str, answer: Answer) -> Reply:
    """Return what an answer says in JSON."""
    data = None if answer.cut else _data(answer.body)
    return Reply(url, answer.status, data, answer.headers, answer.trouble, answer.detail)


def _data(body: bytes) -> Any:
    try:
        return json.loads(body) if body else None
    except (ValueError, RecursionError):
        return None
