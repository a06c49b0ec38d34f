"""``contentlint schema``: what front matter holds, found, looked up and handed to editors."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from contentlint.cli.console import fail, put
from contentlint.config import Config, Override, load
from contentlint.inference import LEAST
from contentlint.located import Item, near
from contentlint.registry import installed
from contentlint.reporters.escape import at_line_start, escape
from contentlint.survey import Survey

HELP = "What the front matter of pages holds: found, looked up, and as JSON Schema for editors."
_FIELDS, _SCHEMA = "fields", "schema"
Settings = Annotated[Path | None, typer.Option("--config", help="Settings from this file.")]


def infer(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Where the pages lie.", show_default=False)
    ] = None,
) -> None:
    """Print the collections that pages make up, as a part of a contentlint.yaml."""
    missing = next((path for path in paths or () if not Path(path).exists()), None)
    if missing is not None:
        fail(f"{missing}: no such file or directory")
    survey = Survey(Path(), installed(), tuple(_here(path) for path in paths or ()))
    if not survey.discovery.files:
        fail(f"no page lies in {', '.join(survey.paths)}")
    found = survey.inferred
    put(found.block or f"# No {LEAST} pages have front matter in common.\n")
    odd = [
        f"{at_line_start(f'{one.path}:{one.line}')}: {escape(one.message)}\n"
        for one in found.outliers
    ]
    put("".join(odd), sys.stderr)


def _here(path: str) -> str:
    try:
        return Path(path).resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        fail(f"{path} lies outside of the working directory")


class _Told(NamedTuple):
    """What is said of the front matter of one collection, and where."""

    name: str
    fields: Mapping[str, Any]
    schema: Mapping[str, Any]
    places: Mapping[str, Item]

    @property
    def compiled(self) -> dict[str, Any]:
        """The JSON Schema of both."""
        from contentlint.schema import DIALECT, compiled

        parts = [compiled(self.fields)] if self.fields else []
        parts += [dict(self.schema)] if self.schema else []
        whole = parts[0] if len(parts) == 1 else {"allOf": parts} if parts else {}
        return {"$schema": DIALECT, "title": self.name, **whole}


def _told(override: Override) -> _Told:
    options: dict[str, Any] = {}
    places: dict[str, Item] = {}
    for setting in override.settings:
        options |= setting.options
        places |= setting.places
    fields, schema = options.get(_FIELDS) or {}, options.get(_SCHEMA) or {}
    inside = places[_FIELDS].value if _FIELDS in places else {}
    return _Told(override.name, fields, schema, inside if isinstance(inside, dict) else {})


def show(
    file: Annotated[str, typer.Argument(help="The page that is asked about.")],
    *,
    config: Settings = None,
) -> None:
    """Say which collection a page is in, and what its front matter has to hold."""
    if not Path(file).is_file():
        fail(f"{file}: no such file")
    settings = load(installed(), config)
    put("\n".join(_shown(settings, file)) + "\n")


def _shown(config: Config, file: str) -> Iterator[str]:
    fitting = config.collections_of(file)
    if not fitting:
        yield f"{at_line_start(file)} is in no collection: nothing is asked of its front matter"
        return
    told = _told(fitting[-1])
    yield f"{at_line_start(file)} is in the collection “{escape(told.name)}”"
    if len(fitting) > 1:
        names = ", ".join(f"“{escape(one.name)}”" for one in fitting[:-1])
        yield f"  (and in {names}; what comes last counts)"
    if told.schema:
        yield "  a JSON Schema holds for it"
    if not told.fields and not told.schema:
        yield "  nothing is asked of its front matter"
    width = max(map(len, map(escape, told.fields)), default=0)
    home = config.file.name if config.file else ""
    for name, rules in told.fields.items():
        item = told.places.get(name)
        place = f"  ({escape(home)}:{item.line})" if item else ""
        yield f"  {escape(name):<{width}}  {_words(rules)}{place}"


def _words(rules: Any) -> str:
    """Return what is asked of a field, in a line."""
    if not isinstance(rules, Mapping):
        return escape(str(rules))
    kind = rules.get("type", "anything")
    shown = " or ".join(kind) if isinstance(kind, list) else str(kind)
    rest = (_part(key, value) for key, value in rules.items() if key != "type")
    return escape(", ".join([shown, *filter(None, rest)]))


def _part(key: str, value: Any) -> str:
    if value is True:
        return key
    return "" if value is False else f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}"


def export(
    name: Annotated[
        str, typer.Argument(help="A collection; none: all of them.", show_default=False)
    ] = "",
    *,
    config: Settings = None,
) -> None:
    """Print the JSON Schema (2020-12) of a collection's front matter, for editors and programs."""
    from contentlint.schema import DIALECT

    settings = load(installed(), config)
    known = {one.name: _told(one) for one in settings.overrides if one.name}
    if not known:
        fail("the settings name no collection; contentlint schema infer proposes some")
    if name and name not in known:
        hint = near(name, list(known)) or f" There are: {', '.join(known)}."
        fail(f"there is no collection “{name}”.{hint}")
    if name:
        found = known[name].compiled
    elif len(known) == 1:
        found = next(iter(known.values())).compiled
    else:
        inside = {key: told.compiled for key, told in known.items()}
        found = {"$schema": DIALECT, "$defs": inside}
    put(json.dumps(found, indent=2, ensure_ascii=False) + "\n")
