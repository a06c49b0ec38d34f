"""Which keys hold what, by their usual names: small letters, without hyphens and underscores."""

from contentlint import pattern
from contentlint_rules.frontmatter._readings import Value


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


HUGO_SWITCHES = frozenset({"draft", "headless", "iscjklanguage"})
"""What Hugo itself wants to be true or false."""

SWITCHES = _words(
    "draft published hidden toc showtoc tableofcontents comments comment disablecomments math "
    "mathjax katex mermaid featured private unlisted noindex sticky pinned archived enabled "
    "disabled sidebar navbar footer search searchable share sharing related breadcrumbs "
    "showdate showauthor showreadingtime hidetitle hidetableofcontents"
)
RANKS = _words("weight order navorder position sidebarposition rank")
"""By which pages are put in order."""

LANGUAGES = _words(
    "lang langs language languages languagecode locale locales country countries countrycode region"
    " regions"
)
_TEXTS = _words(
    "title linktitle shorttitle longtitle seotitle metatitle navtitle sidebarlabel subtitle "
    "description summary excerpt abstract tagline headline heading caption alt imagealt name "
    "author authors firstname lastname surname fullname label slug id uid tags tag keywords "
    "keyword categories category topics topic series question answer quote"
)
_NAMES = pattern(
    r"sha\d{0,3}|.*(?:commit|hash|checksum|revision|guid|uuid|isbn|orcid|barcode|phone|telephone|"
    r"zip|zipcode|postcode|postalcode|plz)|rev|tel|fax|doi|id|uid|slug|code|serial(?:number)?"
)
_VERSIONS = pattern(
    r".{0,30}version|release|since|deprecated(?:in|since)?|removed(?:in|since)|semver"
)
_DATES = pattern(
    r".{0,20}date|lastmod|modified|updated(?:at)?|published(?:at)?|created(?:at)?|lastupdated|"
    r"lastmodified(?:at)?|dateupdated|datepublished"
)
HUGO_DATES = _words("date lastmod modified publishdate pubdate published expirydate unpublishdate")
"""What Hugo itself reads as a date, by all the names that it takes."""


def is_text(value: Value) -> bool:
    """Whether a value is meant as text, by its key."""
    return value.key in _TEXTS or value.key in LANGUAGES


def is_name(value: Value) -> bool:
    """Whether a value names a thing, so that each of its characters counts."""
    return is_text(value) or _NAMES.fullmatch(value.key) is not None


def is_version(value: Value) -> bool:
    """Whether a value is a version, by its key."""
    return _VERSIONS.fullmatch(value.key) is not None


def is_date(value: Value) -> bool:
    """Whether a value is a date, by its key."""
    return _DATES.fullmatch(value.key) is not None
