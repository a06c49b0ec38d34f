"""``contentlint init``: a settings file to start from."""

from pathlib import Path
from typing import Annotated

import typer

from contentlint.cli.console import fail, put
from contentlint.config import EXTENSIONS, MAX_FINDINGS, NAMES
from contentlint.registry import families, installed
from contentlint.site import Generator
from contentlint.sites import detect


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIRECTORY]", help="The root of the site.")
    ] = Path(),
) -> None:
    """Write a contentlint.yaml for the site that is found here. Overwrites nothing."""
    if not folder.is_dir():
        fail(f"{folder}: no such directory")
    there = next((name for name in NAMES if (folder / name).exists()), None)
    if there:
        fail(f"{folder / there} is already there; nothing was written")
    site = detect(folder)
    try:
        with (folder / NAMES[0]).open("x", encoding="utf-8", newline="\n") as file:
            file.write(settings(site))
    except OSError as error:
        fail(f"{folder / NAMES[0]}: {(error.strerror or str(error)).lower()}")
    kind = "no site generator that is known" if not site.name else f"a {site.name} site"
    put(f"Found {kind}; wrote {folder / NAMES[0]}. Next:  contentlint check\n")


def settings(site: Generator) -> str:
    """Return the text of a settings file: what differs from the defaults, and what could."""
    title = "" if not site.name else f" of a {site.name} site"
    names = "\n".join(
        f"#   {family}: warning      # {', '.join(rules)}"
        for family, rules in families(installed()).items()
    )
    exclude = _list(site.exclude) if site.exclude else "exclude: []"
    return f"""\
# Settings of contentlint for the pages{title}.
# All keys with their types:  contentlint config --schema
# All rules:                  contentlint rules

# What to check when the command names nothing.
{_list(site.paths, "paths")}

# What never to check; patterns as in .gitignore, which is heeded too.
{exclude}

# File name endings that are pages.
# extensions: [{", ".join(EXTENSIONS)}]

# Which rules are on: essential (what is wrong on every site), recommended, strict; more sets come
# on top, as in [recommended, seo].  contentlint rules  shows which has what.
# preset: essential

# What the files of the site do not tell: generator, root, base-url, language, languages, math,
# parser, anchors, content, static.  contentlint config FILE  shows what was found.
# site:
#   base-url: https://example.org/

# Rules and families: off, on, info, warning, error, or a mapping with severity and options.
# rules:
{names}

# Exit with 1 from this severity on: info, warning, error, never.
# fail-on: warning

# So many equal findings of one file are shown one by one; 0: all.
# max-findings: {MAX_FINDINGS}

# Other rules for some files.
# overrides:
#   - files: ["drafts/**"]
#     rules: {{encoding: warning}}
"""


def _list(values: tuple[str, ...], key: str = "exclude") -> str:
    return "\n".join([f"{key}:", *(f"  - {value}" for value in values)])
