"""The files that ``contentlint init`` proposes, as texts: settings, and what calls for a check."""

import re
from collections.abc import Iterator
from pathlib import Path

from contentlint._version import __version__
from contentlint.config import EXTENSIONS, MAX_FINDINGS
from contentlint.inference import quoted
from contentlint.options import options
from contentlint.registry import Registry, families
from contentlint.reporters.escape import escape
from contentlint.site import Generator
from contentlint.survey import Survey

HOME = "https://github.com/contentlint/contentlint"
_TIMES = "reading-time"


def settings(survey: Survey) -> str:
    """Return the text of a settings file: what was found, and what else could be said."""
    parts = (_head, _paths, _exclude, _choice, _site, _collections, _rules, _rest)
    return "\n".join("\n".join(part(survey)) + "\n" for part in parts)


def _head(survey: Survey) -> Iterator[str]:
    kind = f" of {named(survey.generator)}" if survey.generator.name else ""
    yield f"# Settings of contentlint for the pages{kind}."
    yield "# All keys with their types:      contentlint config --schema"
    yield "# All rules, and their presets:   contentlint rules"
    yield "# What holds for a page, and why: contentlint config FILE"


def named(generator: Generator) -> str:
    """Return what a site is, with its article."""
    return f"{'an' if generator.name[0] in 'AE' else 'a'} {generator.name} site"


def _paths(survey: Survey) -> Iterator[str]:
    yield "# What to check when the command names nothing."
    yield from _list("paths", survey.paths)


def _exclude(survey: Survey) -> Iterator[str]:
    yield "# What never to check; patterns as in .gitignore, which is heeded too."
    yield from _list("exclude", survey.exclude)


def _list(key: str, values: tuple[str, ...]) -> Iterator[str]:
    if not values:
        yield f"{key}: []"
        return
    yield f"{key}:"
    yield from (f"  - {quoted(value)}" for value in values)


def _choice(survey: Survey) -> Iterator[str]:
    del survey
    yield "# Which rules are on: essential (what is wrong on every site), recommended or strict."
    yield "# More sets come on top, as in [recommended, seo]."
    yield "# preset: essential"


def _site(survey: Survey) -> Iterator[str]:
    """Say what was found of the site: as comments, so that it stays true when the site changes."""
    yield "# The site. What stands behind a “#” was found by the site's files and holds as it is; a"
    yield "# line without one holds whatever they say."
    if survey.told:
        name, file = survey.generator.name, escape(survey.told)
        yield "site:"
        yield f"  generator: {name}  # {file} names it; it has no settings of its own here"
    else:
        yield "# site:"
    for key, value, note in _facts(survey):
        yield f"#   {key}: {value}{f'  # {note}' if note else ''}"


def _facts(survey: Survey) -> Iterator[tuple[str, str, str]]:
    site = survey.site
    if not survey.told:
        yield "generator", survey.generator.name or "none", ""
    yield (
        "base-url",
        quoted(site.base_url or "https://example.org"),
        ("" if site.base_url else "where the site will stand; nothing says it"),
    )
    if site.language:
        yield "language", quoted(site.language), ""
    if survey.languages:
        yield "languages", f"[{', '.join(map(quoted, survey.languages))}]", ""
    yield "math", site.math or '"off"', _formulas(survey)
    if site.slugger:
        yield "anchors", site.slugger, "how the addresses of headings are made"


def _formulas(survey: Survey) -> str:
    """Say what speaks for formulas that the settings of the site do not tell."""
    if survey.site.math or not survey.formulas:
        return ""
    pages = "1 page has" if survey.formulas == 1 else f"{survey.formulas:,} pages have"
    return f"{pages} “$$”: say dollars if they are formulas"


def _collections(survey: Survey) -> Iterator[str]:
    if survey.schemas:
        yield from _told_by_astro(survey)
        if not survey.inferred.block:
            return
    block = survey.inferred.block
    if not block:
        yield "# What the front matter of pages of one kind holds; too few pages have any to tell."
        yield "# collections:"
        yield "#   posts:"
        yield '#     files: ["posts/**"]'
        yield "#     fields: { title: { type: string, required: true } }"
        return
    yield "# What the front matter of pages of one kind holds, and how many pages speak for it."
    yield "# Nearly all have it in common: take out what need not be so. More can be said:"
    yield "# min, max, pattern, vocabulary, unique-items, default, not-before and others."
    yield from _programs(survey)
    yield block.rstrip("\n")


def _programs(survey: Survey) -> Iterator[str]:
    for path in survey.programs:
        yield f"# {escape(path)} may say more: it is a program, and was not run."


def _told_by_astro(survey: Survey) -> Iterator[str]:
    names = ", ".join(name.removesuffix(".schema.json") for name in survey.schemas.values())
    yield f"# What front matter holds, Astro has written to .astro/collections: {escape(names)}."
    yield "# That is used while it is there, and nothing has to be said of it here."


def _rules(survey: Survey) -> Iterator[str]:
    registry = survey.registry
    yield "# Rules and families: off, on, info, warning, error, or severity and options together."
    yield f"# The families: {', '.join(families(registry))}."
    yield "# rules:"
    yield f"#   {next(iter(families(registry)))}: warning"
    counted = _times(survey, registry)
    if counted:
        yield f"#   {_TIMES}: {{ wpm: 200 }}  # {counted}; with wpm the number has to be exact"


def _times(survey: Survey, registry: Registry) -> str:
    """Say which keys state a reading time, and on how many pages."""
    rule = registry.get(_TIMES)
    keys = [each.default for each in options(rule) if each.key == "keys"] if rule else []
    counts = {key: sum(key in page.values for page in survey.pages) for key in (keys or [()])[0]}
    return ", ".join(
        f"{count:,} {'page has' if count == 1 else 'pages have'} “{key}”"
        for key, count in counts.items()
        if count
    )


def _rest(survey: Survey) -> Iterator[str]:
    del survey
    yield "# File name endings that are pages."
    yield f"# extensions: [{', '.join(EXTENSIONS)}]"
    yield ""
    yield "# Exit with 1 from this severity on: info, warning, error, never."
    yield "# fail-on: warning"
    yield ""
    yield "# So many equal findings of one file are shown one by one; 0: all."
    yield f"# max-findings: {MAX_FINDINGS}"
    yield ""
    yield "# Other rules for some files."
    yield "# overrides:"
    yield '#   - files: ["drafts/**"]'
    yield "#     rules: {encoding: warning}"


def hook(survey: Survey, below: str) -> str:
    """Return the entry of .pre-commit-config.yaml; ``below`` is where the settings lie."""
    folders = [f"{below}{path}" for path in survey.paths if path != "."] or [below.rstrip("/")]
    lines = [
        f"  - repo: {HOME}",
        f"    rev: v{__version__}",
        "    hooks:",
        "      - id: contentlint  # finds; contentlint-fix also repairs",
    ]
    if any(folders):
        lines.append(f"        files: {_anchored(folders)}")
    if below:
        lines.append(f"        args: [{quoted(f'--config={below}contentlint.yaml')}]")
    return "\n".join(lines) + "\n"


def _anchored(folders: list[str]) -> str:
    """Return the regular expression of all paths below directories, in quotes."""
    alternatives = "|".join(re.escape(folder).replace("\\-", "-") for folder in folders)
    text = f"^({alternatives})(/|$)" if len(folders) > 1 else f"^{alternatives}(/|$)"
    return "'" + text.replace("'", "''") + "'"


def hooks(survey: Survey, below: str) -> str:
    """Return a whole .pre-commit-config.yaml."""
    return "repos:\n" + hook(survey, below)


def workflow(below: str) -> str:
    """Return a workflow of GitHub that marks findings in pull requests."""
    config = f" --config {_word(f'{below}contentlint.yaml')}" if below else ""
    lock = _word(f"{below}contentlint.lock")
    return f"""\
# Marks in a pull request what contentlint finds. Settings: {escape(below)}contentlint.yaml
name: contentlint
on: pull_request
permissions:
  contents: read
jobs:
  contentlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      # A lock file from a fork would be a stranger's word for what the sources say.
      - if: github.event.pull_request.head.repo.fork
        env:
          BASE: ${{{{ github.base_ref }}}}
        run: |
          git fetch --depth 1 origin "$BASE"
          git checkout FETCH_HEAD -- {lock} || rm -f {lock}
      - run: pipx run contentlint=={__version__} check --format github{config}
"""


def _word(text: str) -> str:
    import shlex

    return shlex.quote(text)


def below(folder: Path, top: Path) -> str:
    """Return the path from the project's top to a directory, with a slash; empty for the top."""
    path = folder.resolve().relative_to(top.resolve()).as_posix()
    return "" if path == "." else f"{path}/"
