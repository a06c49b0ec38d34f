"""The rule `missing-file`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Example, Found, Part, Project, ProjectRule
from contentlint_rules.links._dead import dead
from contentlint_rules.links._judged import LinkFacts


class MissingFile(LinkFacts, ProjectRule):
    """Every image and every file that a page shows or offers is there.

    An image whose file is missing shows as a broken frame, and a download as an error page. Files
    are looked for where the generator of the site takes them from: beside the page, and in the
    directories that are served as they are. Capitals count, as they do on a server, even where the
    disk does not tell them apart.

    The fix is safe where a file differs from the link in nothing but capitals, blanks or dashes;
    where one file of that name lies elsewhere it is unsafe.
    """

    name: ClassVar = "missing-file"
    family: ClassVar = "links"
    changes: ClassVar = Part.LINKS
    examples: ClassVar = (
        Example(
            bad="![The mill](⟦img/mill.png⟧)\n",
            good="![The mill](img/Mill.png)\n",
            files={"img/Mill.png": ""},
        ),
        Example(
            bad='<img src="⟦wheel.svg⟧" alt="The wheel">\n',
            good='<img src="img/wheel.svg" alt="The wheel">\n',
            fixed=False,
            files={"img/wheel.svg": ""},
        ),
        Example(
            good="![The mill](/img/mill.png) and [a map](map.pdf)\n",
            path="content/page.md",
            files={"hugo.toml": "", "static/img/mill.png": "", "content/map.pdf": ""},
        ),
        Example(good="![The mill](https://mill.example/mill.png)\n"),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield links to what is not there."""
        return dead(project, lambda link: f"There is no file “{link.address}”", assets=True)
