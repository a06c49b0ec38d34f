"""The rules that come with contentlint, by the same door as anybody's.

``RULES`` is the readable list; a test holds it against the files.
"""

from contentlint_rules.encoding.mojibake import Mojibake
from contentlint_rules.frontmatter.front_matter import FrontMatter
from contentlint_rules.frontmatter.reading_time import ReadingTime
from contentlint_rules.links.malformed_link import MalformedLink
from contentlint_rules.markup.broken_emphasis import BrokenEmphasis
from contentlint_rules.residue.citation_marker import CitationMarker

RULES = (
    Mojibake,
    CitationMarker,
    BrokenEmphasis,
    MalformedLink,
    FrontMatter,
    ReadingTime,
)
