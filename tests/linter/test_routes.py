"""Where links lead: on real directories, as each generator makes a site of them."""

import pytest

from contentlint.ground import Disk
from contentlint.routes import Routes, key
from contentlint.sites import Sites

CONTENT = {"Hugo": "content", "MkDocs": "docs", "Zola": "content", "Astro": "src/content/docs"}
SIGNS = {
    "Hugo": {"hugo.toml": 'baseURL = "https://mill.example/"\n'},
    "Jekyll": {"_config.yml": "url: https://mill.example\nbaseurl: /old\n"},
    "MkDocs": {"mkdocs.yml": "site_url: https://mill.example/docs/\n"},
    "Docusaurus": {"docusaurus.config.js": "url: 'https://mill.example',\nbaseUrl: '/',\n"},
    "VitePress": {".vitepress/config.mts": "export default {}\n"},
    "Zola": {"config.toml": 'base_url = "https://mill.example"\n'},
    "Astro": {"astro.config.mjs": "site: 'https://mill.example',\n"},
    "mdBook": {"book.toml": "[book]\n"},
    "Next": {"next.config.js": ""},
    "": {".git/HEAD": ""},
}


@pytest.fixture
def landing(site, tmp_path):
    """Say where an address leads from a page, among files, on a site of that generator."""

    def find(generator: str, page: str, address: str, *files: str, texts=()):
        for name, text in {**SIGNS[generator], **dict(texts)}.items():
            site(name, text)
        for name in (page, *files):
            if name not in dict(texts):
                site(name, "")
        ground = Disk(Sites(str(tmp_path)))
        found = ground.site(page)
        assert found.generator == generator
        claimed = {str(tmp_path / name): told for name, told in dict(texts).items()}
        routes = Routes(found, ground.files, lambda path: _claims(claimed.get(path, "")))
        return routes.landing(ground.absolute(page), address)

    return find


def _claims(text: str) -> list[str]:
    return text.split() if text.startswith("/") else []


@pytest.mark.parametrize(
    ("generator", "page", "address", "file"),
    [
        ("", "docs/a.md", "b.md", "docs/b.md"),
        ("", "docs/a.md", "../b.md", "b.md"),
        ("", "docs/a.md", "/docs/b.md", "docs/b.md"),
        ("", "docs/a.md", "./", "docs/README.md"),
        ("", "a.md", "img/b.png", "img/b.png"),
        ("Hugo", "content/posts/a.md", "../b/", "content/posts/b.md"),
        ("Hugo", "content/posts/a.md", "/posts/b/", "content/posts/b.md"),
        ("Hugo", "content/posts/a.md", "/posts/b/", "content/posts/b/index.md"),
        ("Hugo", "content/posts/a.md", "/posts/my-page/", "content/posts/My Page.md"),
        ("Hugo", "content/posts/a.md", "https://mill.example/posts/b/", "content/posts/b.md"),
        ("Hugo", "content/posts/a.md", "/img/b.png", "static/img/b.png"),
        ("Hugo", "content/posts/a/index.md", "b.png", "content/posts/a/b.png"),
        ("Hugo", "content/en/a.md", "/posts/b/", "content/en/posts/b.md"),
        ("Jekyll", "a.md", "/2026/01/02/mill.html", "_posts/2026-01-02-mill.md"),
        ("Jekyll", "a.md", "/old/b/", "b.md"),
        ("Jekyll", "a.md", "/guides/b/", "_guides/b.md"),
        ("MkDocs", "docs/a.md", "b.md", "docs/b.md"),
        ("MkDocs", "docs/a.md", "/docs/b/", "docs/b.md"),
        ("MkDocs", "docs/a.md", "img/b.png", "docs/img/b.png"),
        ("Docusaurus", "docs/a.md", "./b", "docs/b.mdx"),
        ("Docusaurus", "docs/a.md", "@site/docs/b.md", "docs/b.md"),
        ("Docusaurus", "docs/a.md", "/docs/b", "docs/02-b.md"),
        ("Docusaurus", "docs/a.md", "/img/b.png", "static/img/b.png"),
        ("VitePress", "guide/a.md", "/guide/b", "guide/b.md"),
        ("VitePress", "guide/a.md", "./b.html", "guide/b.md"),
        ("VitePress", "guide/a.md", "/b.png", "public/b.png"),
        ("Zola", "content/a.md", "@/posts/b.md", "content/posts/b.md"),
        ("Astro", "src/content/docs/en/a.mdx", "/en/guides/b/", "src/content/docs/en/guides/b.mdx"),
        ("Astro", "src/content/docs/en/a.mdx", "/de/b/", "src/content/docs/de/b.mdx"),
        ("mdBook", "src/a.md", "b.html", "src/b.md"),
        ("Next", "content/a.md", "/b.png", "public/b.png"),
    ],
)
def test_links_that_lead_somewhere(landing, generator, page, address, file):
    found = landing(generator, page, address, file)
    assert found.state == "found"
    if file != "_posts/2026-01-02-mill.md":  # by its name alone: another post may have it too
        assert any(path.endswith(f"/{file}") for path in found.paths)


@pytest.mark.parametrize(
    ("generator", "page", "address", "files"),
    [
        ("", "docs/a.md", "b.md", ["docs/c.md"]),
        ("", "a.md", "img/b.png", []),
        ("Hugo", "content/posts/a.md", "b.md", []),
        ("Hugo", "content/posts/a.md", "/posts/b/", ["content/posts/c.md"]),
        ("Hugo", "content/posts/a.md", "/img/b.png", ["static/img/c.png"]),
        ("MkDocs", "docs/a.md", "b.md", []),
        ("MkDocs", "docs/guide/a.md", "../c/b.md", ["docs/c/d.md"]),
        ("Docusaurus", "docs/x/a.md", "./b", ["docs/x/c.md"]),
        ("VitePress", "guide/a.md", "/guide/b", ["guide/c.md"]),
        ("mdBook", "src/a.md", "b.md", []),
    ],
)
def test_links_that_lead_nowhere(landing, generator, page, address, files):
    assert landing(generator, page, address, *files).state == "missing"


@pytest.mark.parametrize(
    ("generator", "page", "address", "files"),
    [
        ("", "a.md", "/media/b.png", []),
        ("", "a.md", "guide/b/", []),
        ("", "docs/a.md", "../../../b.md", []),
        ("", "a.md", "tel:123", []),
        ("", "a.md", "{{ b }}", []),
        ("Hugo", "content/posts/a.md", "/tags/b/", ["content/tags/c.md"]),
        ("Hugo", "content/posts/a.md", "/other-project/", []),
        ("Hugo", "content/posts/a.md", "/cdn/b.png", []),
        ("Hugo", "content/posts/a.md", "img/b.png", ["assets/img/b.png"]),
        ("Next", "content/a.md", "/guides/b", ["content/guides/c.md"]),
        ("MkDocs", "docs/snippets/a.md", "b.md", []),
    ],
)
def test_links_that_nobody_can_judge(landing, generator, page, address, files):
    assert landing(generator, page, address, *files).state == "unknown"


def test_what_pages_claim_and_settings_redirect(landing):
    page, other = "content/posts/a.md", "content/posts/c.md"
    texts = {other: "/posts/b/"}
    assert landing("Hugo", page, "/posts/b/", texts=texts).state == "found"
    texts["static/_redirects"] = "/posts/gone/* /posts/c/\n"
    assert landing("Hugo", page, "/posts/gone/d/", texts=texts).state == "unknown"


def test_near_names(landing):
    found = landing("", "a.md", "img/my_Mill.png", "img/my-mill.png")
    assert [path.rpartition("/")[2] for path in found.near] == ["my-mill.png"]
    assert found.alike
    found = landing("", "a.md", "other/b.md", "docs/b.md")
    assert [path.rpartition("/")[2] for path in found.near] == ["b.md"]
    assert not found.alike


@pytest.mark.parametrize(
    ("form", "name", "generator", "state"),
    [
        ("ref", "b", "Hugo", "found"),
        ("ref", "b.md#c", "Hugo", "found"),
        ("ref", "/posts/b", "Hugo", "found"),
        ("ref", "d", "Hugo", "missing"),
        ("post_url", "2026-01-02-b", "Jekyll", "found"),
        ("post_url", "2026-01-02-d", "Jekyll", "missing"),
        ("link", "b.md", "Jekyll", "found"),
        ("link", "d.md", "Jekyll", "missing"),
        ("ref", "d", "Jekyll", "unknown"),
        ("link", "d.md", "Hugo", "unknown"),
    ],
)
def test_pages_that_templates_name(site, tmp_path, form, name, generator, state):
    for file, text in SIGNS[generator].items():
        site(file, text)
    for file in ("content/posts/b.md", "_posts/2026-01-02-b.md", "b.md"):
        site(file, "")
    ground = Disk(Sites(str(tmp_path)))
    page = site("content/posts/a.md" if generator == "Hugo" else "a.md", "")
    routes = Routes(ground.site(page), ground.files, lambda path: ())
    assert routes.reference(ground.absolute(page), form, name).state == state


def test_what_counts_of_a_name():
    assert key("2026-01-02-My_Mill") == key("my mill") == "my-mill"
    assert key("01-intro") == "intro"
