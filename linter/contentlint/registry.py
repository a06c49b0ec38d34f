"""Installed packages → rules. The built-in rules come in by the same door as anybody's."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from inspect import isabstract
from pathlib import Path
from typing import Any, NamedTuple

from contentlint.rule import Rule
from contentlint.suppression import UnusedSuppression

GROUP = "contentlint.rules"

Registry = Mapping[str, type[Rule]]
"""Rules by name."""


class RegistryError(Exception):
    """The installed rules cannot be used: none at all, two of one name, or a package is broken."""


def installed() -> Registry:
    """Return every installed rule by its name.

    Raises RegistryError when there is none, when two bear one name, and when a package that
    promises rules cannot be imported.
    """
    return collect(entries(sys.path))


def collect(offers: Iterable[Any]) -> Registry:
    """Return the rules behind entry points, in their order, with those of the linter itself."""
    found: dict[str, type[Rule]] = {}
    for entry in offers:
        for rule in _rules(entry):
            if found.setdefault(rule.name, rule) is not rule:
                raise RegistryError(
                    f"two rules are named “{rule.name}”: "
                    f"{_home(found[rule.name])} and {_home(rule)}. Uninstall one of them."
                )
    if not found:
        raise RegistryError(
            f"no rule is installed: no package offers the entry point “{GROUP}”. "
            "Install contentlint again."
        )
    found.setdefault(UnusedSuppression.name, UnusedSuppression)
    return found


class Entry(NamedTuple):
    """An entry point: where a package offers rules."""

    name: str
    value: str

    def load(self) -> Any:
        """Return what is offered."""
        module, _, names = self.value.partition(":")
        found: Any = import_module(module.strip())
        for name in filter(None, names.strip().split(".")):
            found = getattr(found, name)
        return found


def entries(path: Sequence[str]) -> Iterable[Any]:
    """Return the entry points of the packages on an import path.

    Reads the same files as importlib.metadata, which takes longer to import than checking a
    hundred pages; where packages come from anything but directories, that is asked instead.
    """
    finders = [finder for finder in sys.meta_path if hasattr(finder, "find_distributions")]
    if len(finders) > 1 or any(Path(folder).is_file() for folder in path):
        from importlib.metadata import entry_points

        return entry_points(group=GROUP)
    return _read_entries(path)


def _read_entries(path: Sequence[str]) -> Iterator[Entry]:
    seen: set[str] = set()
    for folder in dict.fromkeys(path):
        for name in _packages(folder or "."):
            project = name.partition("-")[0].lower().replace("_", "-").replace(".", "-")
            if project not in seen:
                seen.add(project)
                yield from _offered(Path(folder, name, "entry_points.txt"))


def _packages(folder: str) -> list[str]:
    endings = (".dist-info", ".egg-info")
    with suppress(OSError):
        return sorted(name for name in os.listdir(folder) if name.endswith(endings))  # noqa: PTH208
    return []


def _offered(file: Path) -> Iterator[Entry]:
    try:
        text = file.read_bytes().decode("utf-8", "replace")
    except OSError:
        return
    group = ""
    for line in map(str.strip, text.split("\n") if GROUP in text else ()):
        if line.startswith("["):
            group = line.strip("[]").strip()
        elif group == GROUP and "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            yield Entry(name.strip(), value.partition("[")[0].strip())


def _rules(entry: Any) -> Iterator[type[Rule]]:
    try:
        offered = entry.load()
    except Exception as error:
        raise RegistryError(
            f"the rules of “{entry.value}” cannot be loaded: {type(error).__name__}: {error}"
        ) from error
    for rule in offered if isinstance(offered, tuple | list) else (offered,):
        if not (isinstance(rule, type) and issubclass(rule, Rule)) or isabstract(rule):
            raise RegistryError(f"“{entry.value}” offers {rule!r}, which is not a rule")
        if not isinstance(getattr(rule, "name", None), str):
            raise RegistryError(f"the rule {_home(rule)} of “{entry.value}” has no name")
        yield rule


def _home(rule: type[Rule]) -> str:
    return f"{rule.__module__}.{rule.__qualname__}"


def families(registry: Registry) -> Mapping[str, tuple[str, ...]]:
    """Return the names of the rules of each family, in the registry's order."""
    found: dict[str, tuple[str, ...]] = {}
    for name, rule in registry.items():
        found[rule.family] = (*found.get(rule.family, ()), name)
    return found
