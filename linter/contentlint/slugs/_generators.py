"""Which generator reads, makes and numbers in which way."""

from contentlint.patterns import pattern
from contentlint.slugs import _making as make
from contentlint.slugs import _own, _words
from contentlint.slugs._numbering import counted, underscored
from contentlint.slugs._slugger import Reading, Slugger

_SHORTCODE = pattern(r"\{\{[<%]")
_LIQUID = pattern(r"\{[{%]")
_WORD_BEFORE = r"(?:(?<=[*_)>\]])|(?<=`)(?=\{[^{}`\n]{1,300}\}(?!`)))"
_ATTACHED = pattern(_WORD_BEFORE + r"\{:?[^{}\n]{1,300}\}")
_KRAMDOWN_ATTACHED = pattern(r"<<|>>|" + _WORD_BEFORE + r"\{:[^{}\n]{1,300}\}")
_NUXT_ATTACHED = pattern(_WORD_BEFORE + r"\{(?!:[ .#])[^{}\n]{1,300}\}")
_ADDRESS = pattern(
    r"<<|>>|(?:^|(?<=[ *_~]))(?:(?:https?|ftp)://|www\.)[\w\-.@:%+~#=]{1,256}\.[a-z]+(?::\d+)?"
    r"(?:[/#?][\w\-@:%+.~#$!?&/=();,]*)?|(?:^|(?<=[ *_~]))[\w.+\-]{1,64}@[\w\-]{1,63}"
    r"(?:\.[\w\-]{1,63}){1,9}"
)
_DASHES = pattern("-+")
_EDGES = pattern("^-|-$")
_DIGIT = pattern("^(?=[0-9])")

_HUGO = Reading(_words.hugo, _own.hugo, _ADDRESS, templates=_SHORTCODE)
_PYTHON = Reading(_words.python, _own.python, _ATTACHED, _LIQUID)


def _nuxt(slug: str) -> str:
    """Return what Nuxt makes of a slug of github-slugger."""
    return _DIGIT.sub("_", _EDGES.sub("", _DASHES.sub("-", slug)))


_js = make.github_slugger
_SLUGGERS = (
    Slugger("github", make.github),
    Slugger("github-slugger", _js, Reading(_words.with_html)),
    Slugger("mdx", _js, Reading(_words.with_images, _own.comment)),
    Slugger("astro", _js, Reading(_words.astro)),
    Slugger("docusaurus", _js, Reading(_words.docusaurus, _own.docusaurus_mdx)),
    Slugger("docusaurus-md", _js, Reading(_words.docusaurus_md, _own.docusaurus)),
    Slugger("nuxt", _js, Reading(_words.nuxt, attached=_NUXT_ATTACHED), finish=_nuxt),
    Slugger("gitlab", make.gitlab, number=counted),
    Slugger("hugo-github", make.hugo, _HUGO, reserves="before", bare=False),
    Slugger("hugo-github-ascii", make.hugo_ascii, _HUGO, reserves="before", bare=False),
    Slugger("hugo-blackfriday", make.blackfriday, _HUGO, reserves="before", bare=False),
    Slugger("kramdown", make.kramdown, Reading(None, _own.kramdown, templates=_LIQUID), counted),
    Slugger(
        "kramdown-gfm",
        make.kramdown_gfm,
        Reading(_words.kramdown, _own.kramdown, _KRAMDOWN_ATTACHED, _LIQUID),
        counted,
    ),
    Slugger("python-markdown", make.python_markdown, _PYTHON, underscored, "all"),
    Slugger("python-markdown-unicode", make.python_markdown_unicode, _PYTHON, underscored, "all"),
    Slugger("pymdownx-lower", make.pymdownx, _PYTHON, underscored, "all"),
    Slugger(
        "vitepress",
        make.vitepress,
        Reading(_words.vitepress, _own.attrs, _ATTACHED),
        reserves="before",
    ),
    Slugger("markdown-it-anchor", make.markdown_it_anchor),
    Slugger(
        "zola",
        make.zola,
        Reading(_words.with_images, _own.pulldown, templates=_LIQUID),
        reserves="all",
    ),
    Slugger("mdbook", make.mdbook, Reading(_words.with_images, _own.pulldown)),
)
_BY_NAME = {one.name: one for one in _SLUGGERS}
NAMES = tuple(_BY_NAME)


def slugger(name: str) -> Slugger:
    """Return how a generator makes addresses; KeyError for one that is not known."""
    return _BY_NAME[name]
