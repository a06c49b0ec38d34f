"""``contentlint config``: what applies to a file, and who said so."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from contentlint.cli.console import fail, put
from contentlint.config import Config, Resolved, json_schema, load
from contentlint.registry import installed
from contentlint.reporters.escape import at_line_start, escape
from contentlint.site import Site


def command(
    file: Annotated[
        str, typer.Argument(help="The file that is asked about.", show_default=False)
    ] = "",
    *,
    config: Annotated[Path | None, typer.Option(help="Settings from this file.")] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="The JSON Schema of a settings file.")
    ] = False,
) -> None:
    """Show the settings: which rules are on, with which options, and where that was said."""
    registry = installed()
    if schema:
        put(json.dumps(json_schema(registry), indent=2) + "\n")
        return
    if file and not Path(file).exists():
        fail(f"{file}: no such file or directory")
    put("\n".join(_lines(load(registry, config), file)) + "\n")


def _lines(config: Config, file: str) -> Iterator[str]:
    home = escape(str(config.file)) if config.file else "none; the defaults hold"
    yield f"settings: {home}"
    yield f"paths: {', '.join(map(escape, config.paths)) or '.'}"
    yield f"exclude: {', '.join(map(escape, config.exclude)) or 'what .gitignore names'}"
    yield f"preset: {', '.join(config.preset)}"
    yield f"extensions: {' '.join(config.extensions)}"
    yield f"fail-on: {config.fail_on if config.fail_on is not None else 'never'}"
    yield f"max-findings: {config.max_findings or 'all'}"
    yield ""
    if file:
        yield from _site(config.locate(file))
    yield f"rules for {at_line_start(file)}:" if file else "rules:"
    found = config.resolve(file or ".")
    width = max(map(len, found))
    for name, resolved in found.items():
        yield f"  {name:<{width}}  {_state(resolved):<8} {_origin(resolved)}"
        for key, value in resolved.options.items():
            shown = escape(repr(value))
            yield f"  {'':<{width}}    {key.replace('_', '-')}: {shown[:200]}"


def _site(site: Site) -> Iterator[str]:
    yield f"site: {site.generator or 'no generator that is known'}, at {escape(site.root)}"
    told = {
        "base-url": site.base_url,
        "language": site.language,
        "languages": ", ".join(site.languages),
        "math": site.math,
        "parser": site.parser,
        "anchors": site.slugger,
        "content": ", ".join(site.content),
        "static": ", ".join(site.static),
    }
    for key, value in told.items():
        if value:
            yield f"  {key}: {escape(value)}"
    yield ""


def _state(resolved: Resolved) -> str:
    return str(resolved.severity) if resolved.on else "off"


def _origin(resolved: Resolved) -> str:
    said = resolved.origins[1:] or resolved.origins
    return f"({', '.join(said)})"
