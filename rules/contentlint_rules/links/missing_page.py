"""The rule `missing-page`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Example, Found, Part, Project, ProjectRule
from contentlint_rules.links._dead import dead
from contentlint_rules.links._judged import LinkFacts


class MissingPage(LinkFacts, ProjectRule):
    """Every link to a page of the site leads to a page that is there.

    Pages are renamed and moved, and links to them stay behind: readers who follow one find an
    error page. Each link is looked up as the generator of the site will: by the files, by the
    addresses that pages claim in their front matter, and by the redirects that are set. Where a
    theme or a server may add pages of its own, nothing is said. Capitals count, as they do on a
    server, even where the disk does not tell them apart.

    The fix is safe where a page differs from the link in nothing but capitals, blanks or dashes;
    where one page of that name lies elsewhere it is unsafe.
    """

    name: ClassVar = "missing-page"
    family: ClassVar = "links"
    changes: ClassVar = Part.LINKS
    examples: ClassVar = (
        Example(
            bad="See [the mill](⟦mil.md⟧).\n",
            good="See [the mill](mill.md).\n",
            fixed=False,
            files={"mill.md": "# The mill\n"},
        ),
        Example(
            bad="See [the mill](⟦../docs/mill.md#wheel⟧).\n",
            good="See [the mill](../docs/Mill.md#wheel).\n",
            path="pages/page.md",
            files={"docs/Mill.md": "# The mill\n\n## Wheel\n"},
        ),
        Example(
            good="See [the mill](mill.md), [its wheel](/parts/wheel/) and [the dam](dam).\n",
            path="content/page.md",
            files={
                "hugo.toml": "",
                "content/mill.md": "",
                "content/parts/wheel.md": "",
                "content/weir.md": "---\naliases: [/dam/]\n---\n",
            },
        ),
        Example(
            bad='See [the mill]({{< ref "⟦mil⟧" >}}).\n',
            good='See [the mill]({{< ref "mill" >}}).\n',
            fixed=False,
            path="content/page.md",
            files={"hugo.toml": "", "content/mill.md": ""},
        ),
        Example(good="`[the mill](mil.md)` <!-- [the mill](mil.md) -->\n", files={"a.md": ""}),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield links to what is not there."""
        return dead(
            project, lambda link: f"“{link.written}” leads to no page of this site", assets=False
        )
