"""What ``contentlint check`` can be asked for: each field of Wish is an option, told once.

Other commands with many options are told in the same way.

Typer makes the command from it. A plain command line is read right here: loading typer takes
longer than checking a hundred pages, and whatever is not plain is left to it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import Field, dataclass, fields
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from contentlint.fix import Applicability


class Opt(NamedTuple):
    """What an option is for, its short name, and the least number that it takes."""

    help: str
    short: str = ""
    least: int | None = None


class Format(StrEnum):
    """How to report."""

    text = "text"
    concise = "concise"
    json = "json"
    github = "github"
    sarif = "sarif"


class Level(StrEnum):
    """The least severity that makes a run fail."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Check pages; with --fix also repair them.

    Exits with 0 when all is well, 1 when something was found (see --fail-on), 2 when the work
    could not be done.
    """

    paths: Annotated[list[str] | None, Opt("Files and directories; - for standard input.")] = None
    fix: Annotated[bool, Opt("Repair what is certain.")] = False
    unsafe_fixes: Annotated[bool, Opt("With --fix or --diff: also what is likely.")] = False
    diff: Annotated[bool, Opt("Show what --fix would change; write nothing.")] = False
    select: Annotated[list[str] | None, Opt("Only these rules or families (comma separated).")] = (
        None
    )
    ignore: Annotated[list[str] | None, Opt("Not these rules or families (comma separated).")] = (
        None
    )
    preset: Annotated[list[str] | None, Opt("Sets of rules to use (comma separated).")] = None
    format: Annotated[Format, Opt("How to report.", "-f")] = Format.text
    output_file: Annotated[str, Opt("Write the report to this file.", "-o")] = ""
    config: Annotated[str, Opt("Settings from this file.")] = ""
    no_config: Annotated[bool, Opt("No settings file.")] = False
    jobs: Annotated[int, Opt("Processes; 0: one a processor.", "-j", least=0)] = 0
    no_cache: Annotated[bool, Opt("Look at every page again.")] = False
    statistics: Annotated[bool, Opt("Count the findings of each rule.")] = False
    show_fixes: Annotated[bool, Opt("List what was repaired.")] = False
    fail_on: Annotated[
        Level | None, Opt("The least severity to exit with 1 for [default: warning].")
    ] = None
    max_findings: Annotated[
        int | None, Opt("Equal findings of a file shown; 0: all [default: 3].", least=0)
    ] = None
    quiet: Annotated[bool, Opt("Only findings.", "-q")] = False
    online: Annotated[bool, Opt("Ask the sources that pages cite now; write no lock.")] = False
    allow: Annotated[
        list[str] | None, Opt("With --online: ask this host or network though it is not public.")
    ] = None
    endpoint: Annotated[
        list[str] | None, Opt("With --online: a register's address, as crossref=URL.")
    ] = None
    budget: Annotated[int, Opt("With --online: seconds for all of it; 0: 300.", least=0)] = 0
    stdin_filename: Annotated[str, Opt("What the page on standard input is called.")] = ""

    @property
    def least(self) -> Applicability | None:
        """The least sure fix to make; None for none."""
        if not self.fix and not self.diff:
            return None
        return Applicability.UNSAFE if self.unsafe_fixes else Applicability.SAFE

    @property
    def selected(self) -> list[str]:
        """The names after --select, one by one."""
        return _names(self.select)

    @property
    def presets(self) -> list[str]:
        """The names after --preset, one by one."""
        return _names(self.preset)

    @property
    def ignored(self) -> list[str]:
        """The names after --ignore, one by one."""
        return _names(self.ignore)


def _names(given: list[str] | None) -> list[str]:
    return [name.strip() for each in given or () for name in each.split(",") if name.strip()]


class Asked(NamedTuple):
    """An option of the command: its field, what it takes, whether often, and what it is for."""

    field: Field[Any]
    type: Any
    many: bool
    opt: Opt

    @property
    def names(self) -> list[str]:
        """What people write."""
        long = f"--{self.field.name.replace('_', '-')}"
        return [long, self.opt.short] if self.opt.short else [long]


def asked(kind: type = Wish) -> Iterator[Asked]:
    """Yield the options of a command in order; the first is what stands without a name."""
    for field in fields(kind):
        kind, opt = get_args(field.type)
        bare = next(each for each in (*get_args(kind), kind) if each is not type(None))
        many = get_origin(bare) is list
        yield Asked(field, str if many else bare, many, opt)


def quick(words: Iterable[str]) -> Wish | None:
    """Return what a plain command line asks for; None for one that typer has to look at."""
    known = {name: option for option in asked() for name in option.names}
    del known["--paths"]
    given: dict[str, Any] = {}
    rest = iter(words)
    for word in rest:
        if word == "-" or not word.startswith("-"):
            given.setdefault("paths", []).append(word)
            continue
        name, equals, value = word.partition("=")
        option = known.get(name)
        if option is None or (equals and option.type is bool):
            return None
        if not equals and option.type is not bool:
            value = next(rest, "-")
        if not _taken(option, value, given, equals=bool(equals)):
            return None
    return Wish(**given)


def _taken(option: Asked, value: str, given: dict[str, Any], *, equals: bool) -> bool:
    """Take an option's value in; False where it has none that is plain."""
    if option.type is bool:
        given[option.field.name] = True
        return True
    if value.startswith("-") and not equals:
        return False
    try:
        made = option.type(value)
    except ValueError:
        return False
    if option.opt.least is not None and made < option.opt.least:
        return False
    if option.many:
        given.setdefault(option.field.name, []).append(made)
    else:
        given[option.field.name] = made
    return True
