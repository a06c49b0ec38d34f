"""What the person who runs the check allows: from the command line, or a file of their own.

Nothing here is read from a project: a page or a pull request must not say which addresses of a
network are asked, nor where a password goes.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from contentlint._version import __version__
from contentlint.cli.cite.asking import Wanted
from contentlint.config import Config, ConfigError
from contentlint.located import Item, LocatedError, near, read_yaml
from contentlint.patterns import pattern

if TYPE_CHECKING:
    from contentlint.web.policy import Policy

_VARIABLE = pattern(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_HOME = "https://github.com/contentlint/contentlint"
_NAMES = ("crossref", "datacite", "doi", "wayback")
"""The registers, by the fields of ``web.policy.Endpoints``."""


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody allows and knows: addresses that are not public, headers by exact origin."""

    allow: tuple[str, ...] = ()
    secrets: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    endpoints: Mapping[str, str] = field(default_factory=dict)
    mailto: str = ""


def file() -> Path:
    """Return where the person's own settings lie: never in a checkout."""
    from platformdirs import user_config_path

    return user_config_path("contentlint", appauthor=False) / "settings.yaml"


def load(path: Path | None = None) -> Person:
    """Return the person's own settings; without a file, nothing. Raises ConfigError."""
    path = path or file()
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
        return _person(read_yaml(text)) if text else Person()
    except OSError as error:
        raise ConfigError(f"cannot read {path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"cannot read {path}: not UTF-8") from None
    except LocatedError as error:
        raise ConfigError(f"{path}:{error.line}:{error.column}: {error}") from None


def _person(root: Item) -> Person:
    readers = {"allow": _allow, "secrets": _secrets, "endpoints": _endpoints, "mailto": _text}
    entries = _mapping(root, "your settings")
    for key, item in entries.items():
        if key not in readers:
            hint = near(key, list(readers)) or f" Known are: {', '.join(readers)}."
            raise LocatedError.at(item, f"your settings cannot have “{key}”.{hint}")
    given: dict[str, Any] = {key: readers[key](item) for key, item in entries.items()}
    return Person(**given)


def _mapping(item: Item, what: str) -> dict[str, Item]:
    if not isinstance(item.value, dict):
        raise LocatedError.at(item, f"{what} must be a mapping")
    return item.value


def _text(item: Item) -> str:
    """Return a text, in which ``${NAME}`` stands for a variable of the environment."""
    if not isinstance(item.value, str) or not item.value:
        raise LocatedError.at(item, "must be a text; write it in quotes")
    missing = [name for name in _VARIABLE.findall(item.value) if name not in os.environ]
    if missing:
        raise LocatedError.at(item, f"there is no variable “{missing[0]}” in the environment")
    text = _VARIABLE.sub(lambda match: os.environ[match[1]], item.value)
    if any(ord(char) < 32 for char in text):
        raise LocatedError.at(item, "must be a single line")
    return text


def _allow(item: Item) -> tuple[str, ...]:
    items = item.value if isinstance(item.value, tuple) else (item,)
    return tuple(map(_text, items))


def _secrets(item: Item) -> dict[str, dict[str, str]]:
    found = {}
    for origin, headers in _mapping(item, "“secrets”").items():
        if not _is_origin(origin):
            problem = (
                f"“{origin}” is no origin: write the scheme, the host and, where there is one, "
                "the port, as https://intranet.example:8443"
            )
            raise LocatedError.at(headers, problem)
        lines = _mapping(headers, f"what goes to {origin}")
        found[origin.lower()] = {name: _text(each) for name, each in lines.items()}
    return found


def _endpoints(item: Item) -> dict[str, str]:
    given = _mapping(item, "“endpoints”")
    for name, each in given.items():
        try:
            _known_endpoint(name, _text(each))
        except ConfigError as error:
            raise LocatedError.at(each, str(error)) from None
    return {name: _text(each).rstrip("/") for name, each in given.items()}


def _known_endpoint(name: str, url: str) -> None:
    if name not in _NAMES:
        hint = near(name, list(_NAMES)) or f" Known are: {', '.join(_NAMES)}."
        raise ConfigError(f"there is no register named “{name}”.{hint}")
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise ConfigError(f"“{url}” is no web address; it begins with https:// or http://")


def _is_origin(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    exact = f"{parts.scheme}://{host}{f':{port}' if port is not None else ''}"
    return parts.scheme in ("http", "https") and bool(host) and text.lower() == exact


def policy(person: Person, config: Config, wanted: Wanted) -> "Policy":
    """Return how the web is to be asked. Raises ConfigError for a register that nobody knows.

    The project's limits count only where they are gentler than those that hold without them.
    """
    from contentlint.web.policy import Policy

    base = Policy()
    limits: dict[str, Any] = {
        name: (max if name == "gap" else min)(value, getattr(base, name))
        for name, value in config.web.items()
    }
    if wanted.budget:
        limits["budget"] = float(wanted.budget)
    given = {**person.endpoints, **dict(map(_endpoint, wanted.endpoints))}
    return replace(
        base,
        **limits,
        user_agent=_agent(person.mailto),
        allowed=_sound((*person.allow, *wanted.allow)),
        secrets=person.secrets,
        endpoints=replace(base.endpoints, **given),
    )


def _sound(allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Return exceptions that can be understood. Raises ConfigError."""
    from contentlint.web.guard import Guard

    try:
        Guard(allowed)
    except ValueError as error:
        raise ConfigError(f"allow: {error}") from None
    return allowed


def _endpoint(text: str) -> tuple[str, str]:
    name, equals, url = text.partition("=")
    if not equals:
        raise ConfigError(f"--endpoint takes a register and its address, as crossref={_EXAMPLE}")
    _known_endpoint(name, url)
    return name, url.rstrip("/")


_EXAMPLE = "https://crossref.example"


def _agent(mailto: str) -> str:
    """Return the name to ask under; registers serve those better who can be written to."""
    return f"contentlint/{__version__} (+{_HOME}; mailto:{mailto})" if mailto else ""
