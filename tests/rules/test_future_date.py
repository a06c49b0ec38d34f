"""Pages that a generator leaves out because their date is still to come."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from contentlint import Project
from contentlint.ground import Disk
from contentlint.sites import Sites
from contentlint.testing import assert_flags
from contentlint_rules.frontmatter.future_date import FutureDate
from contentlint_rules.links._unpublished import absence

RULE = FutureDate()
HUGO = {"hugo.toml": ""}
JEKYLL = {"_config.yml": "", "Gemfile": 'gem "jekyll"\n'}
TABLE = json.loads((Path(__file__).parent / "data/hugo-dates.json").read_text())


@contextmanager
def looked(files: Mapping[str, str], now: str) -> Iterator[Project]:
    """Give what rules see of a site on some day."""
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        clock = datetime.fromisoformat(now).replace(tzinfo=UTC)
        ground = Disk(Sites(str(root)), now=clock)
        pages = (name for name in files if name.endswith(".md"))
        facts = {name: RULE.collect(ground.load(name)) for name in pages}
        found = {name: one for name, one in facts.items() if one}
        yield Project(found, RULE.collect, ground)


def messages(files: Mapping[str, str], now: str) -> list[str]:
    with looked(files, now) as project:
        return [found.violation.message for found in RULE.check_project(project)]


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: a\ndate: ⟦2999-01-02⟧\n---\n",
        "---\nDate: ⟦'2999-01-02T10:00:00Z'⟧\n---\n",
        "+++\ndate = ⟦2999-01-02⟧\n+++\n",
        "---\nlastmod: ⟦2999-01-02⟧\n---\n",
        "---\nextra:\n  date: 2000-01-01\ndate: ⟦2999-01-02⟧\n---\n",
        "---\r\ndate: ⟦2999-01-02⟧\r\n---\r\n",
    ],
)
def test_flagged(head: str) -> None:
    (found,) = assert_flags(RULE, head, path="content/a.md", files=HUGO)
    assert found.message == "Hugo leaves this page out of the site until 2999-01-02"


@pytest.mark.parametrize(
    "head",
    [
        "---\ndate: 2020-01-02\n---\n",
        "---\ntitle: In 2999-01-02\n---\n",
        "---\ndate: 2999-01-02\npublishDate: 2999-01-02\n---\n",
        "---\ndate: 2999-01-02\npublishDate: 2020-01-02\n---\n",
        "---\ndate: 2999-01-02\ndraft: true\n---\n",
        "---\ndate: 2999-01-02\nexpiryDate: 2020-01-02\n---\n",
        "---\ndate: 2999-99-02\n---\n",
        "---\ndate: 2999-01-02 10:00\n---\n",
        "---\ndate: {{ .Date }}\nother: 2999-01-02\n---\n",
        "# 2999-01-02\n\ndate: 2999-01-02\n",
    ],
)
def test_silent(head: str) -> None:
    assert_flags(RULE, head, path="content/a.md", files=HUGO)


@pytest.mark.parametrize(
    "files",
    [
        {"hugo.toml": "buildFuture = true\n"},
        {"hugo.yaml": "buildFuture: true\n"},
        {"hugo.json": '{"buildFuture": true}\n'},
        {"hugo.toml": "", "netlify.toml": 'command = "hugo --buildFuture"\n'},
        {"hugo.toml": "", "package.json": '{"scripts": {"build": "hugo --gc -F --minify"}}'},
        {"hugo.toml": "", ".github/workflows/site.yml": "run: hugo --buildFuture\n"},
        {"hugo.toml": "[frontmatter]\ndate = ['reviewed']\n"},
        {"mkdocs.yml": ""},
        {"book.toml": ""},
        {"astro.config.mjs": ""},
        {},
    ],
)
def test_sites_that_have_pages_of_the_future(files: Mapping[str, str]) -> None:
    for path in ("content/a.md", "docs/a.md", "src/content/a.md"):
        assert_flags(RULE, "---\ndate: 2999-01-02\n---\n", path=path, files=files)


@pytest.mark.parametrize(
    "settings", ["buildFuture = false", "# nothing", "buildFutures = true", "futureDates = true"]
)
def test_sites_that_do_not(settings: str) -> None:
    files = {"hugo.toml": f"{settings}\ntitle = 'a'\n"}
    assert_flags(RULE, "---\ndate: ⟦2999-01-02⟧\n---\n", path="content/a.md", files=files)


def test_posts_of_jekyll() -> None:
    head = "---\ndate: ⟦2999-01-02 10:00:00 +0200⟧\n---\n"
    assert_flags(RULE, head, path="_posts/2020-01-02-a.md", files=JEKYLL)
    assert_flags(RULE, "⟦⟧---\ntitle: a\n---\n", path="_posts/2999-01-02-a.md", files=JEKYLL)


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("pages/a.md", {}),
        ("_drafts/a.md", {}),
        ("_posts/2020-01-02-a.md", {"_config.yml": "future: true\n"}),
        ("_posts/2020-01-02-a.md", {"Gemfile": 'gem "github-pages"\n'}),
        ("_posts/2020-01-02-a.md", {"Gemfile": ""}),
        ("_posts/2020-01-02-a.md", {"Makefile": "jekyll build --future\n"}),
    ],
)
def test_pages_of_jekyll_that_are_made(path: str, more: Mapping[str, str]) -> None:
    assert_flags(RULE, "---\ndate: 2999-01-02\n---\n", path=path, files={**JEKYLL, **more})


def test_published_overrules_the_date_in_jekyll() -> None:
    head = "---\ndate: 2999-01-02\npublished: true\n---\n"
    assert_flags(RULE, head, path="_posts/2020-01-02-a.md", files=JEKYLL)


@pytest.mark.parametrize(
    ("date", "now", "is_flagged"),
    [
        ("2030-05-02T10:00:00Z", "2030-05-02T09:59", True),
        ("2030-05-02T10:00:00Z", "2030-05-02T10:01", False),
        ("2030-05-01T23:30:00-05:00", "2030-05-02T04:00", True),
        ("2030-05-01T23:30:00-05:00", "2030-05-02T05:00", False),
        ("2030-05-02", "2030-05-01T09:00", True),
        ("2030-05-02", "2030-05-01T11:00", False),
        ("2030-05-02", "2031-01-01T00:00", False),
    ],
)
def test_the_clock_comes_from_outside(date: str, now: str, is_flagged: bool) -> None:
    """A date without a time zone counts only once no clock on earth has reached it."""
    files = {**HUGO, "content/a.md": f"---\ndate: {date}\n---\n"}
    assert bool(messages(files, now)) == is_flagged


def test_what_was_collected_knows_no_clock() -> None:
    """The same facts give another answer on another day: so they may be kept."""
    files = {**HUGO, "content/a.md": "---\ndate: 2030-05-02\n---\n"}
    with looked(files, "2030-04-01") as early, looked(files, "2030-06-01") as late:
        assert early.facts == late.facts
        assert len(list(RULE.check_project(early))) == 1
        assert list(RULE.check_project(late)) == []


def test_all_that_hugo_leaves_out_is_known() -> None:
    """The table was made by Hugo itself (`make dates`)."""
    pages = {f"content/p{n}.md": f"---\ntitle: a\n{row[0]}\n---\n" for n, row in enumerate(TABLE)}
    with looked({**HUGO, **pages}, "2026-11-25") as project:
        absent = [absence(project, project.absolute(page)) is not None for page in pages]
    told = [row[0] for row, is_absent in zip(TABLE, absent, strict=True) if is_absent is row[1]]
    assert told == []


def test_many_pages_take_no_time(linear) -> None:
    text = "---\ndate: 2999-01-02\n---\n"

    def work(size: int) -> None:
        assert_flags(RULE, text.replace("2999", "2000") + text * size, path="content/a.md")

    linear(work, 200)
