"""The commands together."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, ParamSpec, TypeVar

import typer

from contentlint._version import __version__
from contentlint.cli import check, config, explain, init, repair, rules, schema
from contentlint.cli.arguments import Asked, Wish, asked
from contentlint.cli.cite import commands as cite
from contentlint.cli.console import guarded, put

_P = ParamSpec("_P")
_W = TypeVar("_W")

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Finds what makes a Markdown page look broken or untrue, and repairs what is certain.",
)


def _ending(command: Callable[_P, int | None]) -> Callable[_P, None]:
    """Return the command as typer wants it: its exit code is raised."""
    safe = guarded(command)

    @wraps(command)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> None:
        raise typer.Exit(safe(*args, **kwargs))

    return run


def _parameter(option: Asked, *, first: bool) -> inspect.Parameter:
    told: Any = typer.Argument(help=option.opt.help, show_default=False)
    if not first:
        told = typer.Option(*option.names, help=option.opt.help, min=option.opt.least)
    if not first and not option.field.default:
        told.show_default = False
    kind = option.field.type.__origin__  # type: ignore[union-attr]
    return inspect.Parameter(
        option.field.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=option.field.default,
        annotation=Annotated[kind, told],
    )


def _wishing(run: Callable[[_W], int], kind: type[_W]) -> Callable[..., None]:
    """Return a command for what takes a wish: each field of ``kind`` is an option."""

    def command(**given: Any) -> int:
        return run(kind(**given))

    parameters = [_parameter(option, first=not i) for i, option in enumerate(asked(kind))]
    command.__doc__ = kind.__doc__
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return _ending(command)


def _check(wish: Wish) -> int:
    return check.run(wish)


app.command("check")(_wishing(_check, Wish))
app.command("repair")(_ending(repair.command))
app.command("rules")(_ending(rules.command))
app.command("explain")(_ending(explain.command))
app.command("config")(_ending(config.command))
app.command("init")(_ending(init.command))

_schema = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=schema.HELP)
_schema.command("infer")(_ending(schema.infer))
_schema.command("show")(_ending(schema.show))
_schema.command("export")(_ending(schema.export))
app.add_typer(_schema, name="schema")

_cite = typer.Typer(cls=cite.Group, no_args_is_help=False, rich_markup_mode=None, help=cite.HELP)
_cite.command("audit")(_wishing(cite.audit, cite.Audit))
_cite.command("show")(_wishing(cite.show, cite.Show))
_cite.command("update")(_wishing(cite.update, cite.Update))
_cite.command("verify")(_wishing(cite.verify, cite.Verify))
app.add_typer(_cite, name="cite")


def _version(wanted: bool) -> None:
    if wanted:
        put(f"contentlint {__version__}\n")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    del version
