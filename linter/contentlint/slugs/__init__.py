"""The addresses that site generators give to headings, each by its own algorithm.

A generator reads a heading's source (``Slugger.text``), makes an address of the words that it
sees (``Slugger.slug``), and tells apart those that come twice (``Slugger.number``).
``anchors()`` does all of it for the headings of a page.
"""

from contentlint.slugs._generators import NAMES, slugger
from contentlint.slugs._ids import footnotes, ids, terms
from contentlint.slugs._inline import label
from contentlint.slugs._slugger import Reading, Slugger, anchors, heading_text

__all__ = [
    "NAMES",
    "Reading",
    "Slugger",
    "anchors",
    "footnotes",
    "heading_text",
    "ids",
    "label",
    "slugger",
    "terms",
]
