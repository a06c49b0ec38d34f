"""What is known of the site that a page is for: values only; ``sites`` finds them on a disk."""

from dataclasses import dataclass
from typing import NamedTuple


class Generator(NamedTuple):
    """A program that makes a site of pages.

    ``signs`` are the files at a site's root that tell it. ``paths`` hold pages, ``static`` files
    that are served as they are, ``exclude`` what others wrote. ``parser`` and ``slugger`` name
    who reads the Markdown and who makes the addresses of headings, as far as all its sites agree.
    """

    name: str
    signs: tuple[str, ...]
    paths: tuple[str, ...]
    static: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    parser: str = ""
    slugger: str = ""


# The order matters: the first whose sign is there. Sites of the ones further up often hold files
# that look like signs of those further down.
GENERATORS = (
    Generator(
        "Docusaurus",
        ("docusaurus.config.*",),
        ("docs", "blog", "src/pages"),
        ("static",),
        ("build",),
        "mdx",
        "docusaurus",
    ),
    Generator(
        "VitePress",
        (".vitepress/config.*", ".vitepress"),
        (".",),
        ("public",),
        (".vitepress",),
        "markdown-it",
        "vitepress",
    ),
    Generator(
        "Astro",
        ("astro.config.*",),
        ("src/content", "src/pages"),
        ("public",),
        ("dist",),
        "micromark",
        "github-slugger",
    ),
    Generator(
        "MkDocs",
        ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "zensical.toml"),
        ("docs",),
        ("docs",),
        ("site",),
        "python-markdown",
        "python-markdown",
    ),
    Generator(
        "Eleventy",
        (".eleventy.js", ".eleventy.cjs", "eleventy.config.*"),
        ("content", "src", "posts", "pages"),
        (),
        ("_site",),
        "markdown-it",
    ),
    Generator("mdBook", ("book.toml",), ("src",), ("src",), ("book",), "pulldown-cmark", "mdbook"),
    Generator(
        "Nuxt", ("nuxt.config.*",), ("content",), ("public",), (".output",), "micromark", "nuxt"
    ),
    Generator(
        "Next",
        ("next.config.*",),
        ("content", "posts", "pages", "app", "src", "docs"),
        ("public",),
        (".next", "out"),
        "micromark",
    ),
    Generator("Gatsby", ("gatsby-config.*",), ("content", "src/pages", "docs"), ("static",)),
    Generator(
        "Hugo",
        ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default", "archetypes"),
        ("content",),
        ("static",),
        ("public", "resources"),
        "goldmark",
        "hugo-github",
    ),
    Generator("Zola", (), ("content",), ("static",), ("public",), "pulldown-cmark", "zola"),
    Generator(
        "Jekyll",
        ("_config.yml", "_config.yaml", "_posts"),
        ("_posts", "_drafts", "_pages", "pages", "index.md"),
        (".",),
        ("_site",),
        "kramdown-gfm",
        "kramdown-gfm",
    ),
)
PLAIN = Generator("", (), ("content", "docs", "posts", "pages"))
"""No generator that is known: pages are read where they lie, as on a code host."""


def generator(name: str) -> Generator:
    """Return a generator by its name, whatever its capitals; PLAIN for none that is known."""
    return next((one for one in GENERATORS if one.name.lower() == name.lower()), PLAIN)


@dataclass(frozen=True, slots=True)
class Site:
    """The site that a page is for. What is not known is empty, and no rule may rest on it.

    ``generator`` is its name as in ``GENERATORS``. ``root`` is the directory it is made from, as
    an absolute path with forward slashes; ``content`` and ``static`` are directories, absolute
    too. ``base_url`` is where the site will stand, ``language`` that of pages which do not say
    theirs. ``math`` says which dollar signs make formulas: empty, ``dollars`` (any two) or
    ``smart`` (two that touch what is between them). ``mentions`` holds the text of its settings
    and redirects. ``beside`` names the generator of the site that a page lies beside: it is part
    of none then. ``schema`` is the JSON Schema, as text, that the generator wrote for the front
    matter of the pages in a directory. ``locked`` says that what was seen of the sources is known
    (``contentlint.lock``): without it, nobody asks what a page cites.
    """

    generator: str = ""
    root: str = ""
    content: tuple[str, ...] = ()
    static: tuple[str, ...] = ()
    base_url: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    math: str = ""
    parser: str = ""
    slugger: str = ""
    mentions: str = ""
    beside: str = ""
    schema: str = ""
    locked: bool = False

    @property
    def base_path(self) -> str:
        """The path part of ``base_url``, with a slash at both ends."""
        rest = self.base_url.partition("://")[2] or self.base_url
        path = rest.partition("/")[2].strip("/")
        return f"/{path}/" if path else "/"

    @property
    def host(self) -> str:
        """The host of ``base_url``, lower case; empty where it is not known."""
        return self.base_url.partition("://")[2].partition("/")[0].lower()


UNKNOWN = Site()
