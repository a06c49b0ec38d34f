"""Links that only their author can open."""

import pytest

from contentlint import Severity
from contentlint.testing import assert_flags
from contentlint_rules.links.local_address import LocalAddress

RULE = LocalAddress()
SITE = {"hugo.toml": 'baseURL = "https://www.mill.org/"\n'}


@pytest.mark.parametrize(
    "marked",
    [
        "[map](⟦file:///home/miller/map.pdf⟧)",
        "[map](<⟦file:///C:/map of it.pdf⟧>)",
        "[map][1]\n\n[1]: ⟦FILE:///map.pdf⟧\n",
        "![map](⟦C:\\Users\\miller\\map.png⟧)",
        "[map](⟦d:/map.pdf⟧)",
        '<img src="⟦C:\\map.png⟧" alt="Map">\n',
        '<a href="⟦file:///map.pdf⟧">map</a>\n',
    ],
)
def test_files_of_the_author_are_flagged(marked: str) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is Severity.ERROR


@pytest.mark.parametrize(
    ("address", "level"),
    [
        ("http://localhost:1313/guide/", Severity.WARNING),
        ("http://localhost:1313/", Severity.INFO),
        ("http://127.0.0.1:8000/guide", Severity.WARNING),
        ("http://0.0.0.0:4000/a", Severity.WARNING),
        ("http://[::1]/a", Severity.WARNING),
        ("http://192.168.0.7/a", Severity.WARNING),
        ("https://10.1.2.3/a", Severity.WARNING),
        ("https://172.16.0.1/a", Severity.WARNING),
        ("http://printer.local/a", Severity.WARNING),
        ("http://wiki.mill.internal/a", Severity.WARNING),
        ("https://deploy-preview-12--mill.netlify.app/a", Severity.WARNING),
        ("https://mill-a1b2c3d4e-miller.vercel.app/", Severity.WARNING),
        ("https://ab12.ngrok.io/", Severity.WARNING),
        ("https://1313-mill.ws-eu1.gitpod.io/", Severity.WARNING),
        ("https://staging.mill.org/a", Severity.INFO),
        ("https://preview.mill.org/a", Severity.INFO),
    ],
)
@pytest.mark.parametrize("marked", ["[our guide](⟦{}⟧)", '<a href="⟦{}⟧">our guide</a>\n'])
def test_what_readers_cannot_reach_is_flagged(marked: str, address: str, level: Severity) -> None:
    path = "content/page.md"
    (found,) = assert_flags(RULE, marked.replace("{}", address), path=path, files=SITE)
    assert found.level is level


@pytest.mark.parametrize(
    "text",
    [
        "Open <http://localhost:1313/a>, http://localhost:1313/a or [localhost](http://localhost/a).\n",
        "[http://localhost:1313/a](http://localhost:1313/a) and [`here`](http://localhost:1/a)\n",
        '<a href="http://localhost:4000/a">http://localhost:4000/a</a>\n',
        "`[a](http://localhost:1313/a)` <!-- [a](file:///a) -->\n\n```\n[a](C:\\b)\n```\n",
        "[a](https://localhost.org/a) [b](https://locals.org) [c](https://10.org/a)\n",
        "[a](https://172.217.0.1/) [b](https://mill.test.org/) [c](https://latest.org/)\n",
        "[a](https://dev.weir.org/) [b](https://staging.weir.org) [c](https://mill.vercel.app/)\n",
        "[a](https://mill-git-main-miller.vercel.app/) [b](https://main--mill.netlify.app/)\n",
        "[profile:](a.md) [a](profile://b) [b](c:d) [c](http://{{ host }}.local/a)\n",
        "[a](https://mill.org/?u=http://localhost/a)\n",
    ],
)
def test_what_readers_can_reach_stays(text: str) -> None:
    assert_flags(RULE, text, path="content/page.md", files=SITE)


def test_a_host_of_trials_is_known_by_the_site_alone() -> None:
    assert_flags(RULE, "[a](https://staging.mill.org/)\n")


def test_more_hosts() -> None:
    rule = LocalAddress(hosts=("corp.mill.org",))
    marked = "[a](⟦https://wiki.Corp.mill.org/⟧) [b](⟦https://corp.mill.org⟧) [c](https://corp.mill.org.uk)\n"
    assert len(assert_flags(rule, marked)) == 2
    assert rule.concerns("https://corp.mill.org")
    assert not RULE.concerns("https://corp.mill.org")
