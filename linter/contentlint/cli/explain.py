"""``contentlint explain``: a rule's page, without a network."""

import inspect
import json
from collections.abc import Iterator
from typing import Annotated

import typer

from contentlint.cli.console import fail, put
from contentlint.located import near
from contentlint.options import Option, options, words
from contentlint.presets import state
from contentlint.registry import families, installed
from contentlint.reporters.escape import escape
from contentlint.rule import Example, Rule


def command(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name, or a family's.")],
) -> None:
    """Tell what a rule wants, why, its options, and examples."""
    registry = installed()
    names = families(registry).get(rule, ())
    if rule in registry:
        put(page(registry[rule]))
    elif names:
        put("\n".join(f"{name}: {registry[name].summary()}" for name in names) + "\n")
    else:
        hint = near(rule, [*registry, *families(registry)])
        fail(f"there is no rule named “{rule}”.{hint} `contentlint rules` lists them all.")


def page(rule: type[Rule]) -> str:
    """Return a rule's page as text."""
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: type[Rule]) -> Iterator[str]:
    yield f"{rule.name}  ({rule.family}, {rule.severity}, {state(rule.presets)})"
    yield ""
    yield inspect.cleandoc(rule.__doc__ or "")
    yield from _options(rule)
    if rule.examples:
        yield "\nExamples (what is flagged stands between ⟦ and ⟧):"
        for example in rule.examples:
            yield from _example(example)
    yield "\nSilence it in one place:"
    yield f"  <!-- contentlint-disable-next-line {rule.name}: the reason -->"
    yield "Switch it off in contentlint.yaml:"
    yield f"  rules: {{{rule.name}: off}}"


def _options(rule: type[Rule]) -> Iterator[str]:
    found = list(options(rule))
    if found:
        yield "\nOptions:"
    for option in found:
        yield f"  {option.key}: {words(option.type)}; default: {_default(option)}"
        if option.help.text:
            yield f"      {option.help.text}"


def _default(option: Option) -> str:
    try:
        return json.dumps(option.default, ensure_ascii=False)
    except TypeError:
        return "see the rule"


def _example(example: Example) -> Iterator[str]:
    yield ""
    if example.why:
        yield f"  {example.why}"
    if example.files:
        yield f"  With {', '.join(sorted(example.files))} beside {example.path}:"
    if example.bad is not None:
        yield from _shown("found" if example.good is not None else "found ", example.bad)
    if example.good is not None:
        yield from _shown("fine" if example.bad is None else "better", example.good)


def _shown(label: str, text: str) -> Iterator[str]:
    for index, line in enumerate(text.rstrip("\n").split("\n")):
        yield f"  {label.strip() if not index else '':<7} │ {escape(line)}"
