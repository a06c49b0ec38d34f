"""What is known of a site by its files and settings, on real directories."""

import os

import pytest

from contentlint.config import Config, ConfigError, load
from contentlint.site import Site, generator
from contentlint.sites import _SETTINGS, Sites, _generator


@pytest.fixture
def found(site, tmp_path):
    def find(path: str, files: dict[str, str], **given) -> Site:
        for name, text in files.items():
            site(name, text)
        site(path, "")
        return Sites(str(tmp_path), given)(path)

    return find


@pytest.mark.parametrize(
    ("path", "files", "expected"),
    [
        (
            "content/a.md",
            {"hugo.toml": 'baseURL = "https://mill.test/sub/"\ndefaultContentLanguage = "fr"\n'},
            {"generator": "Hugo", "base_url": "https://mill.test/sub", "language": "fr"},
        ),
        (
            "content/a.md",
            {"config/_default/hugo.yaml": "baseURL: https://mill.test\n"},
            {"generator": "Hugo", "base_url": "https://mill.test", "slugger": "hugo-github"},
        ),
        (
            "content/a.md",
            {
                "hugo.yaml": "languages:\n  en:\n    contentDir: content/en\n  FR:\n    a: 2\n",
                "content/en/b.md": "",
            },
            {"languages": ("en", "fr")},
        ),
        (
            "content/a.md",
            {"hugo.toml": "[markup.goldmark.parser]\nautoHeadingIDType = 'github-ascii'\n"},
            {"slugger": "hugo-github-ascii"},
        ),
        (
            "content/a.md",
            {"hugo.toml": "passthrough\ninline = [['\\(', '\\)'], ['$', '$']]\n"},
            {"math": "dollars"},
        ),
        ("content/a.md", {"config.yaml": "baseurl: https://mill.test/\n"}, {"generator": "Hugo"}),
        (
            "content/a.md",
            {"config.toml": 'base_url = "https://a.test"\n'},
            {"generator": "Zola"},
        ),
        ("content/a.md", {"config.yaml": "name: app\n"}, {"generator": ""}),
        (
            "_posts/a.md",
            {"_config.yml": "url: https://mill.test # here\nbaseurl: '/docs'\nlang: de\n"},
            {"generator": "Jekyll", "base_url": "https://mill.test/docs", "language": "de"},
        ),
        ("_posts/a.md", {"_config.yml": "markdown: CommonMarkGhPages\n"}, {"slugger": "github"}),
        (
            "pages/a.md",
            {"mkdocs.yml": 'docs_dir: !ENV [DIR, "./pages"]\nsite_url: https://mill.test/\n'},
            {"generator": "MkDocs", "content": ("pages",), "base_url": "https://mill.test"},
        ),
        (
            "docs/a.md",
            {"mkdocs.yml": "markdown_extensions:\n  - pymdownx.arithmatex\n"},
            {"math": "smart", "slugger": "python-markdown", "parser": "python-markdown"},
        ),
        ("docs/a.md", {"mkdocs.yml": "toc:\n  slugify: mine\n"}, {"slugger": ""}),
        (
            "src/content/docs/a.mdx",
            {"astro.config.mjs": "  site: 'https://mill.test',\n  base: '/docs',\n"},
            {"generator": "Astro", "base_url": "https://mill.test/docs"},
        ),
        (
            "docs/a.md",
            {"docusaurus.config.js": "url: 'https://mill.test',\n  baseUrl: '/',\nremarkMath"},
            {"generator": "Docusaurus", "math": "dollars", "slugger": "docusaurus"},
        ),
        (
            "docs/a.md",
            {".git/HEAD": "", "website/docusaurus.config.js": "path: '../docs'\n"},
            {"generator": "Docusaurus", "root": "website"},
        ),
        (
            "content/a.md",
            {"next.config.js": "", "package.json": '{"dependencies": {"remark-math": "6"}}'},
            {"generator": "Next", "math": "dollars"},
        ),
        (
            "content/a.md",
            {"next.config.js": "remark-math, {singleDollarTextMath: false}"},
            {"math": ""},
        ),
        ("docs/a.md", {"docs/.vitepress/config.ts": "lang: 'en',\n"}, {"generator": "VitePress"}),
        ("src/a.md", {"book.toml": "[book]\nsrc = 'src'\n"}, {"generator": "mdBook"}),
        ("a.md", {".git/HEAD": ""}, {"generator": "", "root": ""}),
        ("x/y/a.md", {"x/hugo.toml": "", "mkdocs.yml": ""}, {"generator": "Hugo", "root": "x"}),
    ],
)
def test_a_site_by_its_files(found, tmp_path, path, files, expected):
    site = found(path, files)
    for name, value in expected.items():
        if name == "root":
            assert site.root == f"{tmp_path}/{value}".rstrip("/")
        elif name == "content":
            assert site.content == tuple(f"{tmp_path}/{each}" for each in value)
        else:
            assert getattr(site, name) == value, name


def test_what_is_given_takes_the_place_of_what_is_found(found, tmp_path):
    site = found("docs/a.md", {"mkdocs.yml": ""}, base_url="https://mill.test/a", math="smart")
    assert (site.generator, site.base_url, site.math) == ("MkDocs", "https://mill.test/a", "smart")
    assert (site.base_path, site.host) == ("/a/", "mill.test")
    site = found("docs/a.md", {"mkdocs.yml": ""}, generator="Hugo", root=str(tmp_path))
    assert (site.generator, site.root) == ("Hugo", str(tmp_path))


def test_a_site_is_looked_for_once(found, tmp_path, monkeypatch):
    found("docs/b/a.md", {"mkdocs.yml": "site_url: https://mill.test\n"})
    sites = Sites(str(tmp_path))
    first = sites("docs/b/a.md")
    monkeypatch.setattr("contentlint.sites._generator", lambda root: 1 / 0)
    assert sites("docs/b/other.md") is first


def test_names_of_generators():
    assert generator("hugo").name == "Hugo"
    assert generator("nothing").name == ""


def test_the_site_in_the_settings(registry, site, tmp_path):
    site(
        "contentlint.yaml",
        "site:\n  generator: hugo\n  root: web\n  base-url: https://mill.test/\n"
        "  math: on\n  languages: [en, fr]\n  static: [public]\n  anchors: github\n",
    )
    site("web/public/a.png")
    config = load(registry)
    told = config.locate(site("web/content/a.md"))
    assert told.generator == "Hugo"
    assert told.root == f"{tmp_path}/web"
    assert told.base_url == "https://mill.test"
    assert (told.math, told.languages, told.slugger) == ("dollars", ("en", "fr"), "github")
    assert told.static == (f"{tmp_path}/web/public",)
    assert config.fingerprint() != Config(registry, root=config.root).fingerprint()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site: {generator: hgo}", "no generator “hgo”. Did you mean “Hugo”"),
        ("site: {base-url: mill.test}", "base-url must begin with https://"),
        ("site: {math: maybe}", "math must be one of"),
        ("site: {roots: web}", "site cannot have “roots”. Did you mean “root”"),
        ("site: {anchors: githb}", "Did you mean “github”"),
    ],
)
def test_a_site_that_cannot_be(registry, site, text, message):
    site("contentlint.yaml", text)
    with pytest.raises(ConfigError, match=message):
        load(registry)


@pytest.mark.parametrize(
    ("generator", "part"),
    [
        ("Hugo", "\n"),
        ("Hugo", " "),
        ("Hugo", "languages:\n\n"),
        ("Hugo", "passthrough - - $\n\n\n\n"),
        ("Hugo", "- "),
        ("Docusaurus", "path: '../a"),
        ("Docusaurus", "singleDollarTextMath : "),
        ("MkDocs", "docs_dir: !ENV [a,"),
        ("VitePress", "slugify\n"),
        ("Jekyll", "url: '"),
    ],
)
def test_hostile_settings_take_no_time(linear, generator, part):
    settings = _SETTINGS[generator]

    def read(size: int) -> None:
        text = "passthrough" + (part * size)[:size] + "x"
        settings.folders(text), settings.served(text), settings.address(text)
        settings.math(text)
        settings.finish(Site(generator, "/nowhere"), text)

    linear(read, 8000)


def test_hostile_old_settings_take_no_time(linear, site, tmp_path):
    site("content/a.md")

    def look(size: int) -> None:
        site("config.yaml", "\n" * size)
        _generator(str(tmp_path))

    linear(look, 8000)


def test_a_pipe_is_no_settings_file(found, tmp_path):
    os.mkfifo(tmp_path / "hugo.toml")
    assert found("content/a.md", {}).generator == "Hugo"


def test_settings_cannot_lead_out_of_the_project(found, tmp_path):
    site = found("x/docs/a.md", {"x/.git/HEAD": "", "x/mkdocs.yml": "docs_dir: ../../..\n"})
    assert site.content == ()
    site = found(
        "y/web/content/a.md",
        {"y/.git/HEAD": "", "y/web/hugo.toml": "contentDir = '../b'\n", "y/b/a.md": ""},
    )
    assert site.content == (f"{tmp_path}/y/web/content", f"{tmp_path}/y/b")
    far = Sites(str(tmp_path / "z"), {})
    assert far._bounded(Site("Hugo", str(tmp_path / "z"), ("/", str(tmp_path)))).content == ()


def test_all_of_a_disk_is_no_site(tmp_path):
    (tmp_path / "x").mkdir()
    assert Sites("/")(f"{tmp_path}/x/a.md").root == f"{tmp_path}/x"


def test_what_lies_beside_a_sites_content_is_none_of_it(found, tmp_path):
    beside = found("samples/a.md", {"mkdocs.yml": "", "docs/b.md": ""})
    assert (beside.generator, beside.parser, beside.beside) == ("", "", "MkDocs")
    assert beside.root == str(tmp_path)
    inside = Sites(str(tmp_path))("docs/b.md")
    assert (inside.generator, inside.beside) == ("MkDocs", "")
