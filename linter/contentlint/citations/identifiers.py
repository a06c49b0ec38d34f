"""The DOI of a work, found in an address or in a text."""

import re
from urllib.parse import unquote

from contentlint.patterns import pattern

_LONGEST = 2_000
"""Code points of a text that are read."""
# Identifiers end where a sentence goes on; brackets belong to them only in pairs.
DOI = pattern(r"(?<![\w.])10\.\d{4,9}/[^\s\"<>“”«»|\\^`{}]{1,200}")
IMAGE = pattern(r"!\[[^\[\]]{0,300}\]\([^()\s]{1,500}\)")
_RESOLVER = pattern(r"(?i)https?://(?:dx\.|www\.)?doi\.org/(?=10\.)")
_RESOLVED = pattern(r"(?i)[a-z]{4,5}://[a-z.]{7,11}/(10\.\d{4,9}/[^\s\"]{1,300})")
"""What doi.org resolves is all of the path: old DOIs hold angle brackets and other signs."""
_ARXIV = pattern(
    r"(?i)https?://(?:[a-z]{2,9}\.)?arxiv\.org/(?:abs|pdf|html)/"
    r"(\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[a-z]{2})?/\d{7})"
)
_BEHIND = pattern(
    r"(?:/(?:e?pdf|pdfdirect|pdfft|full|fulltext|full-text|abstract|summary|html|epub|xml|meta|"
    r"references|citations|figures|tables|metrics|suppl_file|download|cover|intro)"
    r"|\.(?:pdf|html?|xml|epub|full|abstract|short|full-text))+/?\Z"
)
"""What publishers write behind a DOI: which view of the work it is."""
_VERSIONED = (
    pattern(r"(10\.(?:1101|64898)/[\d.]{4,20}\d)v\d{1,2}\Z"),
    pattern(r"(10\.48550/arxiv\..{4,20}?)v\d{1,2}\Z"),
)
"""DOIs of bioRxiv, medRxiv and arXiv, which stand for all versions of a preprint."""


def doi_of(text: str) -> str:
    """Return the first DOI of a text, in lower case, without what follows it; empty without one."""
    text = IMAGE.sub(" ", text[:_LONGEST]).replace("%2F", "/").replace("%2f", "/")
    match = DOI.search(text)
    return ended(match[0].partition("](")[0]).lower() if match else ""


def ended(address: str) -> str:
    """Return an address less the signs of the sentence behind it."""
    while address and (address[-1] in ".,;:!?'’*_" or _is_loose(address)):
        address = address[:-1]
    return address


def _is_loose(address: str) -> bool:
    closing = {")": "(", "]": "["}
    last = address[-1]
    return last in closing and address.count(last) > address.count(closing[last])


def unversioned(arxiv: str) -> str:
    """Return an arXiv number without its version."""
    return re.sub(r"v\d{1,2}$", "", arxiv)


def is_resolver(url: str) -> bool:
    """Whether an address is a DOI that doi.org is to resolve."""
    return _RESOLVER.match(url) is not None


def register_of(url: str) -> str:
    """Return the DOI of the work that an address leads to, where it stands in the address.

    What publishers write behind it is none of it, nor is the version of a preprint whose DOI stands
    for all of its versions. That of an arXiv number is its DOI at DataCite.
    """
    if "10." not in url and "arxiv" not in url.lower():
        return ""
    path = url.partition("#")[0][:_LONGEST]
    arxiv = _ARXIV.match(path)
    if arxiv:
        return f"10.48550/arxiv.{arxiv[1].lower()}"
    if is_resolver(url):
        found = _RESOLVED.match(unquote(path.partition("?")[0]))
        doi = ended(found[1]).lower() if found else ""
    else:
        doi = _BEHIND.sub("", doi_of(re.sub(r"[?&]", " ", unquote(path))))
    return of_all_versions(doi)


def of_all_versions(doi: str) -> str:
    """Return the DOI that stands for all versions of a preprint, where it has but one."""
    for look in _VERSIONED:
        doi = look.sub(r"\1", doi)
    return doi
