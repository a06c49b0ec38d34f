"""Where links lead: on real directories, as each generator makes a site of them."""

from unicodedata import normalize

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
        ("Hugo", "content/posts/a.md", "/img/b.png", "themes/mill/static/img/b.png"),
        ("Jekyll", "a.md", "/2026/01/02/mill.html", "_posts/2026-01-02-mill.md"),
        ("Jekyll", "a.md", "/old/b/", "b.md"),
        ("Jekyll", "a.md", "/guides/b/", "_guides/b.md"),
        ("MkDocs", "docs/a.md", "b.md", "docs/b.md"),
        ("MkDocs", "docs/a.md", "/docs/b/", "docs/b.md"),
        ("MkDocs", "docs/a.md", "img/b.png", "docs/img/b.png"),
        ("Docusaurus", "docs/a.md", "./b", "docs/b.mdx"),
        ("Docusaurus", "docs/a.md", "@site/docs/b.md", "docs/b.md"),
        ("Docusaurus", "i18n/fr/docs/current/a.md", "x/b.md", "docs/x/b.md"),
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
        ("Hugo", "content/en/a.md", "/other-project/", ["content/en/b.md"]),
        ("Hugo", "content/posts/a.md", "/img/b.png", ["assets/img/c.png"]),
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


def test_pages_of_one_directory_are_judged_each(site, tmp_path):
    for name in ("mkdocs.yml", "docs/x/a.md", "docs/x/b.md", "docs/x/a/mill.png"):
        site(name, "")
    ground = Disk(Sites(str(tmp_path)))
    routes = Routes(ground.site("docs/x/a.md"), ground.files, lambda path: ())
    found = [routes.landing(f"{tmp_path}/docs/x/{page}.md", "mill.png") for page in "ab"]
    assert [one.state for one in found] == ["found", "missing"]


def test_what_lies_outside_the_site_is_not_looked_at(site, tmp_path):
    site("x/.git/HEAD")
    site("secret/b.md")
    ground = Disk(Sites(str(tmp_path)))
    routes = Routes(ground.site("x/a.md"), ground.files, lambda path: ())
    for address in ("../secret/b.md", "../secret/c.md", "../secret/b", "../" * 300 + "etc/passwd"):
        assert routes.landing(f"{tmp_path}/x/a.md", address).state == "unknown"
    for name in ("../secret/b.md", "../secret/b"):
        assert routes.reference(f"{tmp_path}/x/a.md", "link", name).paths == ()
    assert all(folder.startswith(f"{tmp_path}/x") for folder in ground.files._listed)


@pytest.mark.parametrize("generator", ["", "Hugo"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_that_a_disk_takes_apart(landing, generator, form):
    file, other = (normalize(one, "é.md") for one in (form, "NFC" if form == "NFD" else "NFD"))
    page = "content/posts/a.md"
    for address in (other, f"./{other}"):
        found = landing(generator, page, address, f"content/posts/{file}")
        assert found.state == "found"
        assert found.paths[0].endswith(file)
    assert landing("Hugo", page, f"/posts/{other[:-3]}/").state == "found"


@pytest.mark.parametrize(("generator", "page"), [("", "a.md"), ("Hugo", "content/a.md")])
@pytest.mark.parametrize(
    "address", ["a\0b.md", "\ud800.md", "n" * 500 + ".md", "a/" * 240 + "x.md", "\ufffd.png"]
)
def test_hostile_addresses(landing, generator, page, address):
    found = landing(generator, page, address)
    assert found.state == ("unknown" if "\ufffd" in address else "missing")


def test_many_pages_of_one_directory(linear, site, tmp_path):
    """Addresses that leave out the date: each has to be found among all."""
    site("_config.yml", "")

    def look(size: int) -> None:
        ground = Disk(Sites(str(tmp_path)))
        posts = {f"2020-01-02-mill-{n}.md": False for n in range(size)}
        ground.files._listed[f"{tmp_path}/_posts"] = posts
        ground.files._listed[str(tmp_path)] = {"_posts": True, "_config.yml": False}
        routes = Routes(ground.site("_posts/a.md"), ground.files, lambda path: ())
        for n in range(size):
            assert routes.landing(f"{tmp_path}/_posts/a.md", f"/mill-{n}/").state == "found"

    linear(look, 500)


def test_many_parts_of_addresses_and_large_settings(linear, site, tmp_path):
    def look(size: int) -> None:
        site("netlify.toml", "/x/y/z " * 40_000)
        site("hugo.toml", "")
        ground = Disk(Sites(str(tmp_path)))
        routes = Routes(ground.site("content/a.md"), ground.files, lambda path: ())
        for n in range(20):
            routes.landing(f"{tmp_path}/content/a.md", f"{n}/" * (size // 40))

    linear(look, 2000)


def test_redirects_of_all_below(landing):
    texts = {"netlify.toml": 'from = "/docs/old/*"\n', "vercel.json": '"/x/v1/:path*"'}
    for address in ("/docs/old/b/", "/old/c/d/", "/x/v1/b/"):
        page = "content/posts/a.md"
        assert landing("Hugo", page, address, "content/old/c/e.md", texts=texts).state == "unknown"
