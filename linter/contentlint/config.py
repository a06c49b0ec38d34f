"""contentlint.yaml or pyproject.toml → Config: strict, and with a place for every complaint."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from contentlint import globs
from contentlint import presets as sets
from contentlint.citations import LOCK
from contentlint.located import Item, LocatedError, near, read_toml, read_yaml
from contentlint.registry import Registry, families
from contentlint.rule import Configured, OptionError, Rule
from contentlint.site import GENERATORS, generator
from contentlint.violation import Severity

if TYPE_CHECKING:
    from contentlint.citations.excuses import Excuse
    from contentlint.citations.lock import Lock
    from contentlint.site import Site
    from contentlint.sites import Sites

NAMES = ("contentlint.yaml", "contentlint.yml", ".contentlint.yaml", ".contentlint.yml")
EXTENSIONS = (".md", ".markdown", ".mdx", ".mdown", ".mkd")
MAX_FINDINGS = 3
LEVELS = {str(severity): severity for severity in Severity}
"""Severities by the words for them."""
_WORDS = ("off", "on", *LEVELS)


class ConfigError(Exception):
    """The settings cannot be used. The message says where and why."""

    def __init__(self, problem: str, file: Path | None = None, line: int = 0, column: int = 0):
        place = f"{_shown(file)}:{line}:{column}: " if file and line else ""
        super().__init__(place + problem)


def _shown(file: Path) -> str:
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()


class Setting(NamedTuple):
    """What one entry under ``rules:`` says of one rule or family.

    ``on`` and ``severity`` are None where it says nothing; ``options`` are by field name, with
    their places; ``origin`` is where the entry stands.
    """

    target: str
    on: bool | None
    severity: Severity | None
    options: Mapping[str, Any]
    origin: str
    places: Mapping[str, Item]
    item: Item


class Override(NamedTuple):
    """Settings for the files that fit one of its patterns; a collection of pages has a name."""

    files: tuple[str, ...]
    settings: tuple[Setting, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What all settings together say of a rule for one file, and where they said it."""

    rule: type[Rule]
    on: bool
    severity: Severity
    options: Mapping[str, Any] = field(default_factory=dict)
    origins: tuple[str, ...] = ("default",)

    def build(self) -> Configured:
        """Return the rule, ready to look. Raises OptionError, ValueError or TypeError."""
        return Configured(self.rule(**self.options), self.severity)


@dataclass(frozen=True)
class Config:
    """How to check which files. Without a file it is what holds when nobody says anything.

    ``root`` is the directory that patterns are relative to. ``fail_on`` is the least severity
    that makes a run fail, None for never. ``max_findings`` is how many equal findings of a file
    are shown one by one, 0 for all. ``preset`` names the sets of rules that are on,
    ``site`` holds what the settings say of the site (by the fields of ``Site``), ``web`` limits for
    asking the web (by the fields of ``web.policy.Policy``), ``sources`` those that the project
    answers for. ``seen`` is what was seen of the
    sources, where it is not to be read from the lock file.
    """

    registry: Registry
    file: Path | None = None
    root: Path = field(default_factory=Path.cwd)
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extensions: tuple[str, ...] = EXTENSIONS
    preset: tuple[str, ...] = sets.DEFAULT
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.WARNING
    max_findings: int = MAX_FINDINGS
    settings: tuple[Setting, ...] = ()
    overrides: tuple[Override, ...] = ()
    site: Mapping[str, Any] = field(default_factory=dict)
    web: Mapping[str, float] = field(default_factory=dict)
    sources: "tuple[Excuse, ...]" = ()
    seen: "Lock | None" = field(default=None, repr=False, compare=False)
    _built: dict[tuple[int, ...], tuple[Configured, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def choosing(
        self, select: Iterable[str] = (), ignore: Iterable[str] = (), preset: Iterable[str] = ()
    ) -> "Config":
        """Return the same with only the rules and families selected, and none of those ignored.

        A selection and presets take the place of the file's; what is ignored comes on top. Raises
        ConfigError for a name that nothing has.
        """
        select, ignore = tuple(select), tuple(ignore)
        preset = tuple(known_preset(name, self.registry) for name in preset)
        for name in (*select, *ignore):
            _known_rule(name, self.registry)
        return replace(
            self,
            preset=preset or self.preset,
            select=select or self.select,
            ignore=(*self.ignore, *ignore),
            _built={},
        )

    @cached_property
    def sites(self) -> "Sites":
        """The sites of pages."""
        from contentlint.sites import Sites

        given = dict(self.site)
        if "root" in given:
            given["root"] = str(self.root / given["root"])
        top = str(self.root) if self.file else ""
        return Sites(given=given, top=top, locked=self.lock is not None)

    @cached_property
    def lock(self) -> "Lock | None":
        """What was seen of the sources; None where there is no lock file.

        Raises ConfigError for one that cannot be read.
        """
        if self.seen is not None or not (self.root / LOCK).is_file():
            return self.seen
        from contentlint.citations import store

        try:
            return replace(store.load(self.root), excuses=self.sources)
        except store.LockError as error:
            raise ConfigError(str(error), self.root / LOCK) from error

    def locate(self, path: str) -> "Site":
        """Return the site of a page."""
        return self.sites(path)

    def rules_for(self, path: str) -> tuple[Configured, ...]:
        """Return the rules that are on for a file, options inside."""
        which = self._overrides_of(path)
        if which not in self._built:
            resolved = self._resolved(which).values()
            self._built[which] = tuple(self._build(each) for each in resolved if each.on)
        return self._built[which]

    def resolve(self, path: str) -> Mapping[str, Resolved]:
        """Return what holds for a file, of every rule by name."""
        return self._resolved(self._overrides_of(path))

    def collections_of(self, path: str) -> tuple[Override, ...]:
        """Return the collections that a file is in; of the same option, the last one's counts."""
        which = (self.overrides[index] for index in self._overrides_of(path))
        return tuple(one for one in which if one.name)

    def checked(self) -> "Config":
        """Return itself when every rule can be built. Raises ConfigError at the fault's place."""
        for which in ((), *((index,) for index in range(len(self.overrides)))):
            for resolved in self._resolved(which).values():
                self._build(resolved)
        return self

    def fingerprint(self) -> str:
        """Return what a finding depends on besides the file: rules, options, severities."""
        kept = [setting[:4] for setting in self.settings]
        over = [(one.files, [setting[:4] for setting in one.settings]) for one in self.overrides]
        names = sorted(self.registry)
        chosen = self.preset, self.select, self.ignore
        return repr((names, str(self.root), *chosen, kept, over, sorted(self.site.items())))

    def _overrides_of(self, path: str) -> tuple[int, ...]:
        if not self.overrides:
            return ()
        name = self.relative(path)
        return tuple(i for i, fits in enumerate(self._patterns) if fits and fits.fullmatch(name))

    @cached_property
    def _patterns(self) -> list[re.Pattern[str] | None]:
        return [globs.compiled(override.files) for override in self.overrides]

    def relative(self, path: str) -> str:
        """Return a path from the root on, with forward slashes, as patterns see it."""
        try:
            return os.path.relpath(path, self.root).replace(os.sep, "/")
        except ValueError:  # another drive
            return path.replace(os.sep, "/")

    def _resolved(self, which: Iterable[int]) -> dict[str, Resolved]:
        chosen = sets.expanded(self.preset)
        found = {
            name: Resolved(rule, not chosen.isdisjoint(rule.presets), rule.severity)
            for name, rule in self.registry.items()
        }
        for settings in (self.settings, *(self.overrides[index].settings for index in which)):
            by_family = sorted(settings, key=lambda setting: setting.target in self.registry)
            for setting in by_family:
                for name in _named(setting.target, self.registry):
                    found[name] = _changed(found[name], setting)
        for name, resolved in found.items():
            found[name] = self._chosen(name, resolved)
        return found

    def _chosen(self, name: str, resolved: Resolved) -> Resolved:
        family = resolved.rule.family
        on = resolved.on
        if self.select:
            on = name in self.select or (on and self._names_family(family, self.select))
        if name in self.ignore or self._names_family(family, self.ignore):
            on = False
        if on == resolved.on:
            return resolved
        return replace(resolved, on=on, origins=(*resolved.origins, "select and ignore"))

    def _names_family(self, family: str, names: tuple[str, ...]) -> bool:
        """Whether a family is among names; where a rule is called the same, the rule is meant."""
        return family in names and family not in self.registry

    def _build(self, resolved: Resolved) -> Configured:
        try:
            return resolved.build()
        except OptionError as error:
            raise self._error(resolved, error, error.option) from error
        except (TypeError, ValueError) as error:
            raise self._error(resolved, error) from error

    def _error(self, resolved: Resolved, error: Exception, option: str = "") -> ConfigError:
        name, option = resolved.rule.name, option.replace("-", "_")
        given = resolved.options.get(option)
        everything = (*self.settings, *(each for one in self.overrides for each in one.settings))
        item = Item(None, 0)
        for setting in everything:
            if setting.target == name:
                item = setting.item if not item.line else item
                if option in setting.options and setting.options[option] is given:
                    item = setting.places[option]
        key = option.replace("_", "-")
        of = f"the option “{key}” of the rule “{name}”" if option else f"the rule “{name}”"
        return ConfigError(f"{of}: {error}", self.file, item.line, item.column)


def _collection_options(registry: Registry) -> dict[str, list[str]]:
    """Return what can be said of a collection: options, each with the rules that have it."""
    found: dict[str, list[str]] = {}
    for name, rule in registry.items():
        for key in rule.of_collections:
            found.setdefault(key, []).append(name)
    return found


def _named(target: str, registry: Registry) -> Iterator[str]:
    """Yield the rules that a name stands for: one, or those of a family."""
    if target in registry:
        yield target
    else:
        yield from (name for name, rule in registry.items() if rule.family == target)


def _changed(before: Resolved, setting: Setting) -> Resolved:
    return replace(
        before,
        on=before.on if setting.on is None else setting.on,
        severity=before.severity if setting.severity is None else setting.severity,
        options={**before.options, **setting.options},
        origins=(*before.origins, setting.origin),
    )


def _known_rule(name: str, registry: Registry, item: Item | None = None) -> str:
    """Return the name when a rule or a family has it."""
    known = [*registry, *families(registry)]
    if name in known:
        return name
    problem = f"there is no rule or family named “{name}”.{near(name, known)}"
    if item is None:
        raise ConfigError(f"{problem} `contentlint rules` lists them all.")
    raise LocatedError.at(item, problem)


def known_preset(name: str, registry: Registry, item: Item | None = None) -> str:
    """Return the name when a set of rules has it. Raises LocatedError, ConfigError without item."""
    names = sets.known(rule.presets for rule in registry.values())
    if name in names:
        return name
    hint = near(name, list(names)) or f" Known are: {', '.join(names)}."
    problem = f"there is no preset named “{name}”.{hint}"
    raise ConfigError(problem) if item is None else LocatedError.at(item, problem)


def find(start: Path) -> Path | None:
    """Return the settings file that holds for a directory: in it, or in the nearest above."""
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
        project = folder / "pyproject.toml"
        if project.is_file() and b"[tool.contentlint" in project.read_bytes():
            return project
    return None


def load(registry: Registry, file: Path | None = None, start: Path | None = None) -> Config:
    """Return the settings of a file, or of the one found from ``start`` (here) upwards, or none.

    Raises ConfigError when it cannot be read or says what cannot be.
    """
    try:
        file = file or find(start or Path.cwd())
        if file is None:
            return Config(registry)
        file = Path.cwd() / file
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(f"cannot read the settings in {error.filename}: {reason}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"cannot read the settings in {file}: not UTF-8") from None
    try:
        return _Reader(registry, file).config(_root(text, file)).checked()
    except LocatedError as error:
        raise ConfigError(str(error), file, error.line, error.column) from None


def from_mapping(registry: Registry, settings: Mapping[str, Any]) -> Config:
    """Return settings given as plain values, as strictly as those in a file.

    Paths in them count from the working directory. Raises ConfigError.
    """
    import json

    try:
        root = read_yaml(json.dumps(settings, ensure_ascii=False))
        config = _Reader(registry, Path.cwd() / "settings").config(root)
        return replace(config, file=None).checked()
    except (LocatedError, TypeError, ValueError) as error:
        raise ConfigError(str(error)) from None


def _root(text: str, file: Path) -> Item:
    if file.suffix != ".toml":
        return read_yaml(text)
    table = ("tool", "contentlint") if file.name == "pyproject.toml" else ()
    return read_toml(text, *table) or Item({})


class _Reader:
    """Turns the tree of a settings file into a Config, and complains at the right place."""

    def __init__(self, registry: Registry, file: Path) -> None:
        self.registry, self.file = registry, file

    @cached_property
    def homes(self) -> Mapping[str, list[str]]:
        """The options that can be said of a collection, each with the rules that have it."""
        return _collection_options(self.registry)

    def config(self, root: Item) -> Config:
        entries = _mapping(root, "the settings", self._keys())
        given: dict[str, Any] = {
            key.replace("-", "_"): self._keys()[key](item) for key, item in entries.items()
        }
        given["settings"] = given.pop("rules", ())
        given["overrides"] = (*given.pop("collections", ()), *given.get("overrides", ()))
        return Config(self.registry, self.file, self.file.parent, **given)

    def _keys(self) -> dict[str, Callable[[Item], Any]]:
        return {
            "paths": _texts,
            "exclude": _globs,
            "extensions": _extensions,
            "preset": self._preset,
            "site": _site,
            "web": _web,
            "sources": _sources,
            "rules": self._rules,
            "select": self._names,
            "ignore": self._names,
            "fail-on": _fail_on,
            "max-findings": _count,
            "collections": self._collections,
            "overrides": self._overrides,
        }

    def _preset(self, item: Item) -> tuple[str, ...]:
        items = item.value if isinstance(item.value, tuple) else (item,)
        return tuple(known_preset(_text(each), self.registry, each) for each in items)

    def _names(self, item: Item) -> tuple[str, ...]:
        return tuple(
            _known_rule(_text(each), self.registry, each) for each in _list(item, "a list of names")
        )

    def _rules(self, item: Item) -> tuple[Setting, ...]:
        entries = _mapping(item, "rules")
        return tuple(self._setting(name, each) for name, each in entries.items())

    def _collections(self, item: Item) -> tuple[Override, ...]:
        return tuple(
            self._collection(name, each) for name, each in _mapping(item, "collections").items()
        )

    def _collection(self, name: str, item: Item) -> Override:
        """Return a collection as what it is: options, for some files, of rules that have them."""
        known = self.homes
        entries = dict(_mapping(item, f"the collection “{name}”", ("files", *known)))
        if "files" not in entries:
            raise LocatedError.at(item, f"the collection “{name}” needs “files”")
        files = _globs(entries.pop("files"))
        rules = [
            (rule, {key: each for key, each in entries.items() if rule in known[key]})
            for rule in dict.fromkeys(rule for key in entries for rule in known[key])
        ]
        settings = (self._setting(rule, Item(mine, item.line, item.column)) for rule, mine in rules)
        # A rule that is off stays off: a collection says what holds, not what is looked at.
        return Override(files, tuple(one._replace(on=None) for one in settings), name)

    def _overrides(self, item: Item) -> tuple[Override, ...]:
        return tuple(self._override(each) for each in _list(item, "a list of overrides"))

    def _override(self, item: Item) -> Override:
        entries = _mapping(item, "an override", ("files", "rules"))
        if "files" not in entries or "rules" not in entries:
            raise LocatedError.at(item, "an override needs both “files” and “rules”")
        return Override(_globs(entries["files"]), self._rules(entries["rules"]))

    def _setting(self, name: str, item: Item) -> Setting:
        _known_rule(name, self.registry, item)
        origin = f"{self.file.name}:{item.line}"
        if not isinstance(item.value, dict):
            on, severity = _level(item, f"“{name}”")
            on = None if severity is not None and name not in self.registry else on
            return Setting(name, on, severity, {}, origin, {}, item)
        entries = dict(item.value)
        told = entries.pop("severity", None)
        on, severity = _level(told, "severity") if told else (True, None)
        if name not in self.registry:
            self._no_options(name, entries)
            on = None if severity is not None else on
        options = dict(self._option(name, key, each) for key, each in entries.items())
        places = {key.replace("-", "_"): each for key, each in entries.items()}
        return Setting(name, on, severity, options, origin, places, item)

    def _no_options(self, name: str, entries: Mapping[str, Item]) -> None:
        for key, each in entries.items():
            raise LocatedError.at(
                each, f"“{name}” is a family of rules: it has a severity but no option “{key}”"
            )

    def _option(self, name: str, key: str, item: Item) -> tuple[str, Any]:
        from contentlint import options

        found = options.option(self.registry[name], key, item, self.homes.get(key, ()))
        if found.is_schema_path and isinstance(item.value, str):
            return found.field, load_schema(self.file.parent / item.value, item)
        if found.holds_fields:
            from contentlint.vocabulary import with_vocabularies

            item = with_vocabularies(item, self.file.parent)
        try:
            return found.field, options.convert(found.type, item)
        except LocatedError as error:
            problem = f"“{found.key}” of the rule “{name}” {error}"
            raise LocatedError(problem, error.line, error.column) from None


def load_schema(path: Path, item: Item) -> dict[str, Any]:
    """Return the JSON Schema in a JSON or YAML file. Raises LocatedError at the item."""
    from contentlint.vocabulary import read_text

    text = read_text(path, item, f"schema {path.name}")
    try:
        found = _json(text) if path.suffix == ".json" else read_yaml(text).plain()
    except ValueError as error:
        raise LocatedError.at(item, f"the schema {path.name} cannot be read: {error}") from None
    if not isinstance(found, dict):
        raise LocatedError.at(item, f"the schema {path.name} is not a mapping")
    return found


def _json(text: str) -> Any:
    import json

    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _mapping(item: Item, what: str, known: Iterable[str] | None = None) -> dict[str, Item]:
    if not isinstance(item.value, dict):
        raise LocatedError.at(item, f"{what} must be a mapping")
    for key, each in item.value.items():
        if known is not None and key not in known:
            names = list(known)
            hint = near(key, names) or f" Known are: {', '.join(names)}."
            raise LocatedError.at(each, f"{what} cannot have “{key}”.{hint}")
    return item.value


def _list(item: Item, what: str) -> tuple[Item, ...]:
    if not isinstance(item.value, tuple):
        raise LocatedError.at(item, f"must be {what}")
    return item.value


def _text(item: Item) -> str:
    if not isinstance(item.value, str) or not item.value:
        raise LocatedError.at(item, "must be a text; write it in quotes")
    return item.value


def _texts(item: Item) -> tuple[str, ...]:
    return tuple(_text(each) for each in _list(item, "a list of texts"))


def _globs(item: Item) -> tuple[str, ...]:
    for each in _list(item, "a list of patterns"):
        if len(_text(each)) > 500:
            raise LocatedError.at(each, "a pattern of over 500 characters")
        try:
            globs.compiled([each.value])
        except ValueError as error:
            raise LocatedError.at(each, str(error)) from None
    return _texts(item)


def _site(item: Item) -> dict[str, Any]:
    """Return what is said of the site, by the fields of ``Site``."""
    entries = _mapping(item, "site", _SITE)
    return {_SITE[key][0]: _SITE[key][1](each) for key, each in entries.items()}


def _generator(item: Item) -> str:
    names = [one.name for one in GENERATORS]
    found = generator(_text(item)).name
    if not found and item.word.lower() not in {"none", "plain"}:
        hint = near(item.word.capitalize(), names) or f" Known are: {', '.join(names)}, none."
        raise LocatedError.at(item, f"there is no generator “{item.word}”.{hint}")
    return found


def _base_url(item: Item) -> str:
    text = _text(item)
    if not text.startswith(("http://", "https://")):
        raise LocatedError.at(item, "base-url must begin with https:// or http://")
    return text.rstrip("/")


def _anchors(item: Item) -> str:
    from contentlint.slugs import NAMES

    if _text(item) not in NAMES:
        hint = near(item.word, list(NAMES)) or f" Known are: {', '.join(sorted(NAMES))}."
        raise LocatedError.at(item, f"there is no way of making addresses “{item.word}”.{hint}")
    return item.word


def _math(item: Item) -> str:
    words = {"off": "", "false": "", "on": "dollars", "true": "dollars"}
    found = words.get(item.word.lower(), item.word)
    if found not in {"", "dollars", "smart"}:
        raise LocatedError.at(item, "math must be one of off, on, dollars, smart")
    return found


_SITE: dict[str, tuple[str, Callable[[Item], Any]]] = {
    "generator": ("generator", _generator),
    "root": ("root", _text),
    "base-url": ("base_url", _base_url),
    "language": ("language", _text),
    "languages": ("languages", _texts),
    "math": ("math", _math),
    "parser": ("parser", _text),
    "anchors": ("slugger", _anchors),
    "content": ("content", _texts),
    "static": ("static", _texts),
}
"""What can be said of the site: its field, and how it is read."""


_LIMITS = {
    "budget": ("budget", float),
    "at-once": ("at_once", int),
    "per-host": ("per_host", int),
    "gap": ("gap", float),
}
"""How gently the web is asked; a project can ask for more gentleness, never for less."""
_PERSONAL = ("allow", "secrets", "endpoints", "mailto", "user-agent", "headers")


def _web(item: Item) -> dict[str, float]:
    """Return limits for asking the web, by the fields of ``Policy``."""
    given = item.value if isinstance(item.value, dict) else {}
    for key in (key for key in given if key in _PERSONAL):
        problem = (
            f"“{key}” cannot be said by a project, since anybody may propose a change to it: "
            "it belongs into your own settings (contentlint cite --help names the file)"
        )
        raise LocatedError.at(given[key], problem)
    entries = _mapping(item, "web", _LIMITS)
    return {_LIMITS[key][0]: _limit(each, key) for key, each in entries.items()}


_MOST_LIMIT = 1_000_000_000


def _limit(item: Item, key: str) -> float:
    kind = _LIMITS[key][1]
    allowed = (int, float) if kind is float else (int,)
    number = isinstance(item.value, allowed) and not isinstance(item.value, bool)
    if not (
        number and 0 < item.value < _MOST_LIMIT
    ):  # what is no number at all (.nan) is not above
        what = "a number of seconds" if kind is float else "a whole number"
        raise LocatedError.at(item, f"{key} must be {what} above 0")
    return float(item.value) if kind is float else int(item.value)


def _sources(item: Item) -> "tuple[Excuse, ...]":
    """Return the sources that the project answers for."""
    return tuple(_excuse(address, one) for address, one in _mapping(item, "sources").items())


def _excuse(address: str, item: Item) -> "Excuse":
    from contentlint.citations.excuses import Excuse

    if not address.startswith(("http://", "https://")):
        raise LocatedError.at(
            item, f"“{address}” is no address of a source: write it as https://example.org/*"
        )
    entries = _mapping(item, f"“{address}”", ("reason", "until"))
    if "reason" not in entries:
        raise LocatedError.at(item, f"“{address}” needs a reason: why is it not to be asked?")
    until = _day(entries["until"]) if "until" in entries else None
    return Excuse(address, _text(entries["reason"]), until)


def _day(item: Item) -> date:
    try:
        return date.fromisoformat(item.word)
    except ValueError:
        raise LocatedError.at(item, "until must be a day as in 2027-03-01") from None


def _extensions(item: Item) -> tuple[str, ...]:
    return tuple(f".{each.lower().removeprefix('.')}" for each in _texts(item))


def _level(item: Item, what: str) -> tuple[bool | None, Severity | None]:
    word = item.word.lower()
    if word in LEVELS:
        return True, LEVELS[word]
    if isinstance(item.value, bool) or word in {"on", "off"}:
        return (item.value if isinstance(item.value, bool) else word == "on"), None
    hint = near(word, list(_WORDS))
    raise LocatedError.at(item, f"{what} must be one of {', '.join(_WORDS)}.{hint}")


def _fail_on(item: Item) -> Severity | None:
    word = item.word.lower()
    if word == "never" or word in LEVELS:
        return LEVELS.get(word)
    raise LocatedError.at(item, f"fail-on must be one of never, {', '.join(LEVELS)}")


def _count(item: Item) -> int:
    if isinstance(item.value, bool) or not isinstance(item.value, int) or item.value < 0:
        raise LocatedError.at(item, "max-findings must be a whole number, 0 for all")
    return item.value


def json_schema(registry: Registry) -> dict[str, Any]:
    """Return the JSON Schema of a settings file, for editors and checks."""
    names = {"type": "array", "items": {"enum": [*registry, *families(registry)]}}
    texts = {"type": "array", "items": {"type": "string"}}
    preset = {"enum": list(sets.known(rule.presets for rule in registry.values()))}
    rules = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **{name: _family_schema() for name in families(registry)},
            **{name: _rule_schema(rule) for name, rule in registry.items()},
        },
    }
    override = {
        "type": "object",
        "additionalProperties": False,
        "required": ["files", "rules"],
        "properties": {"files": texts, "rules": {"$ref": "#/$defs/rules"}},
    }
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "contentlint",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "paths": {**texts, "description": "What to check when the command names nothing."},
            "exclude": {**texts, "description": "Patterns of paths never to check."},
            "extensions": {**texts, "description": "File name endings that are pages."},
            "preset": {"anyOf": [preset, {"type": "array", "items": preset}]},
            "site": _site_schema(),
            "web": _web_schema(),
            "sources": _sources_schema(),
            "rules": {"$ref": "#/$defs/rules"},
            "select": {**names, "description": "Only these rules and families."},
            "ignore": {**names, "description": "None of these rules and families."},
            "fail-on": {"enum": [*LEVELS, "never"], "default": "warning"},
            "max-findings": {"type": "integer", "minimum": 0, "default": MAX_FINDINGS},
            "collections": {"type": "object", "additionalProperties": _collection_schema(registry)},
            "overrides": {"type": "array", "items": override},
        },
        "$defs": {"rules": rules},
    }
    definitions: dict[str, Any] = {}
    return {**_lifted(whole, definitions), "$defs": definitions}


def _lifted(schema: Any, definitions: dict[str, Any]) -> Any:
    """Return a schema without the definitions inside it, which are added to those of the whole."""
    if isinstance(schema, list):
        return [_lifted(each, definitions) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    for name, each in schema.get("$defs", {}).items():
        definitions[name] = _lifted(each, definitions)
    return {key: _lifted(each, definitions) for key, each in schema.items() if key != "$defs"}


def _collection_schema(registry: Registry) -> dict[str, Any]:
    from contentlint.options import options

    properties: dict[str, Any] = {"files": {"type": "array", "items": {"type": "string"}}}
    for key, names in _collection_options(registry).items():
        found = (each for each in options(registry[names[0]]) if each.key == key)
        properties |= {each.key: each.schema for each in found}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["files"],
        "description": "Pages of one kind, and what their front matter holds.",
        "properties": properties,
    }


def _site_schema() -> dict[str, Any]:
    texts = {"type": "array", "items": {"type": "string"}}
    many = {"languages", "content", "static"}
    properties: dict[str, Any] = {
        key: texts if key in many else {"type": "string"} for key in _SITE
    }
    properties["math"] = {"enum": ["off", "on", "dollars", "smart", True, False]}
    properties["generator"] = {"enum": [*(one.name for one in GENERATORS), "none"]}
    return {
        "type": "object",
        "additionalProperties": False,
        "description": "What the site is made with; what is left out is found by its files.",
        "properties": properties,
    }


def _web_schema() -> dict[str, Any]:
    kinds = {float: "number", int: "integer"}
    return {
        "type": "object",
        "additionalProperties": False,
        "description": "How gently sources are asked: seconds in all, requests at once.",
        "properties": {
            key: {"type": kinds[kind], "exclusiveMinimum": 0} for key, (_, kind) in _LIMITS.items()
        },
    }


def _sources_schema() -> dict[str, Any]:
    text = {"type": "string", "minLength": 1}
    one = {
        "type": "object",
        "additionalProperties": False,
        "required": ["reason"],
        "properties": {"reason": text, "until": {"type": "string", "format": "date"}},
    }
    return {
        "type": "object",
        "description": "Sources that are not asked, by address (* for anything): why, until when.",
        "additionalProperties": one,
    }


def _family_schema() -> dict[str, Any]:
    severity = {"enum": [*_WORDS, True, False]}
    mapping = {
        "type": "object",
        "additionalProperties": False,
        "properties": {"severity": severity},
    }
    return {"anyOf": [severity, mapping]}


def _rule_schema(rule: type[Rule]) -> dict[str, Any]:
    from contentlint.options import options

    severity, mapping = _family_schema()["anyOf"]
    for option in options(rule):
        mapping["properties"][option.key] = option.schema
    return {"description": rule.summary(), "anyOf": [severity, mapping]}
