"""``contentlint rules``: what is installed."""

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

import typer

from contentlint.cli.console import put
from contentlint.options import options
from contentlint.presets import DEFAULT, known, members, state
from contentlint.registry import Registry, families, installed
from contentlint.rule import Rule


class Format(StrEnum):
    """How to list the rules."""

    text = "text"
    json = "json"


def command(
    output_format: Annotated[
        Format, typer.Option("--format", "-f", help="How to list them.")
    ] = Format.text,
) -> None:
    """List all rules, by family."""
    registry = installed()
    if output_format is Format.json:
        found = [described(rule) for rule in registry.values()]
        put(json.dumps(found, indent=1) + "\n")
    else:
        put("\n".join(_table(registry)) + "\n")


def described(rule: type[Rule]) -> dict[str, Any]:
    """Return all that a program may want to know of a rule."""
    return {
        "name": rule.name,
        "family": rule.family,
        "severity": str(rule.severity),
        "default": DEFAULT[0] in rule.presets,
        "presets": list(rule.presets),
        "summary": rule.summary(),
        "options": {option.key: option.schema for option in options(rule)},
    }


def _table(registry: Registry) -> Iterator[str]:
    name = max(map(len, registry))
    for family, names in families(registry).items():
        yield family
        for each in names:
            rule = registry[each]
            where = "" if rule.presets == DEFAULT else f"  ({state(rule.presets)})"
            yield f"  {each:<{name}}  {rule.severity!s:<7}  {rule.summary()}{where}"
        yield ""
    yield from _presets(registry)
    yield "contentlint explain RULE  tells all of a rule."


def _presets(registry: Registry) -> Iterator[str]:
    presets = {name: rule.presets for name, rule in registry.items()}
    yield "presets (the first is on when nothing is said; the other levels add to it)"
    for name in known(presets.values()):
        count = len(members(presets, [name]))
        alone = sum(name in each for each in presets.values())
        yield f"  {name:<14}  {count} rules" + (f", {alone} of its own" if count > alone else "")
    yield ""
