"""``contentlint init``: settings to start from, made of what the site's files and pages say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from contentlint.cli import proposal
from contentlint.cli.console import fail, put
from contentlint.config import NAMES, ConfigError, find, from_mapping
from contentlint.inference import Outlier
from contentlint.located import LocatedError, read_yaml
from contentlint.registry import installed
from contentlint.reporters.escape import at_line_start, escape
from contentlint.survey import Survey

HOOKS = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/contentlint.yml"
_SHOWN = 20
"""Odd pages that are listed."""


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIRECTORY]", help="The root of the site.")
    ] = Path(),
    *,
    pre_commit: Annotated[bool, typer.Option("--pre-commit", help=f"Also write {HOOKS}.")] = False,
    github: Annotated[bool, typer.Option("--github", help=f"Also write {WORKFLOW}.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be written; write nothing.")
    ] = False,
) -> None:
    """Write a contentlint.yaml for the site that is found here. Overwrites nothing."""
    if not folder.is_dir():
        fail(f"{folder}: no such directory")
    survey = Survey(folder, installed())
    plan = Plan(folder, survey, dry_run=dry_run)
    put(f"Found {_kind(survey)}{_counts(survey) if plan.is_new else ''}.\n")
    plan.settings()
    if pre_commit:
        plan.hooks()
    if github:
        plan.workflow()
    put("\n".join(plan.said).rstrip("\n") + "\n")


def _kind(survey: Survey) -> str:
    known = survey.generator.name
    kind = proposal.named(survey.generator) if known else "no site generator that is known"
    return f"{kind} in {escape(survey.house)}" if survey.house else kind


def _counts(survey: Survey) -> str:
    files, kinds = len(survey.discovery.files), len(survey.inferred.collections)
    pages = "1 page" if files == 1 else f"{files:,} pages"
    places = ", ".join(map(escape, survey.paths))
    made = f", {kinds} collection{'s' if kinds > 1 else ''}" if kinds else ""
    return f": {pages} in {places}{made}" if places != "." else f": {pages}{made}"


@dataclass
class Plan:
    """What is to be written where, and what was said of it."""

    folder: Path
    survey: Survey
    dry_run: bool
    said: list[str] = field(default_factory=list)

    @property
    def there(self) -> Path | None:
        """The settings that the directory has already."""
        held = find(self.folder.resolve())
        return self.folder / held.name if held and held.parent == self.folder.resolve() else None

    @property
    def is_new(self) -> bool:
        """Whether settings are to be made."""
        return self.there is None

    @property
    def top(self) -> Path:
        """The root of the project, where hooks and workflows belong."""
        here = self.folder.resolve()
        return next((one for one in (here, *here.parents) if (one / ".git").exists()), here)

    def settings(self) -> None:
        """Write the settings, and list the pages that they will complain of."""
        if self.there:
            self.said.append(f"{self._shown(self.there)} is already there; it was left as it is.")
            return
        text = proposal.settings(self.survey)
        _prove(text)
        self._odd(self.survey.inferred.outliers)
        above = find(self.folder.resolve())
        self.write(self.folder / NAMES[0], text)
        if above:
            self.said.append(f"It takes the place of {self._shown(above)} for what is below it.")
        if not self.dry_run:
            self.said.append("Next:  contentlint check")

    def _odd(self, outliers: Sequence[Outlier]) -> None:
        if outliers:
            self.said += ["", "Odd ones out, which contentlint check will report too:"]
            self.said += map(_line, outliers[:_SHOWN])
            if len(outliers) > _SHOWN:
                self.said.append(f"  … and {len(outliers) - _SHOWN:,} more")
            self.said.append("")

    def hooks(self) -> None:
        """Write the hook for pre-commit, or say what to add to those there are."""
        path = self.top / HOOKS
        below = proposal.below(self.folder, self.top)
        if not path.exists():
            self.write(path, proposal.hooks(self.survey, below))
        elif "contentlint" in path.read_text("utf-8", "replace"):
            self.said.append(
                f"{self._shown(path)} calls contentlint already; it was left as it is."
            )
        else:
            self.said.append(f"{self._shown(path)} is already there; add to its “repos”:")
            self.said += proposal.hook(self.survey, below).rstrip().split("\n")

    def workflow(self) -> None:
        """Write the workflow for pull requests."""
        path = self.top / WORKFLOW
        if path.exists():
            self.said.append(f"{self._shown(path)} is already there; it was left as it is.")
        else:
            self.write(path, proposal.workflow(proposal.below(self.folder, self.top)))

    def write(self, path: Path, text: str) -> None:
        """Write a new file, or show it."""
        if self.dry_run:
            self.said += [f"Would write {self._shown(path)}:", "", *_indented(text)]
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            put("\n".join([*self.said, ""]))
            fail(f"{self._shown(path)}: {(error.strerror or str(error)).lower()}")
        self.said.append(f"Wrote {self._shown(path)}.")

    def _shown(self, path: Path) -> str:
        try:
            near = path.resolve().relative_to(Path.cwd().resolve())
        except ValueError:
            near = path
        return escape(near.as_posix())


def _indented(text: str) -> Iterator[str]:
    yield from (f"    {escape(line)}".rstrip() for line in text.split("\n"))


def _line(outlier: Outlier) -> str:
    return f"  {at_line_start(f'{outlier.path}:{outlier.line}')}  {escape(outlier.message)}"


def _prove(text: str) -> None:
    """Make sure that the settings can be read before anybody has them."""
    try:
        from_mapping(installed(), read_yaml(text).plain())
    except (LocatedError, ConfigError) as error:
        fail(
            f"the settings that were made cannot be read: {error}. This is a bug: please report it."
        )
