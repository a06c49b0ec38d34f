"""Parameters by which an address tells who shared it, and where."""

from collections.abc import Iterator
from typing import NamedTuple

from contentlint import CLICKS, SPLIT, TRACKS, Span, pattern

_SHARED = (
    "twitter|twitter\\.com|x\\.com|facebook|facebook\\.com|linkedin|linkedin_share|mastodon|bluesky"
    "|reddit|pinterest|whatsapp|telegram|buffer|feedburner|feedly|rss|dlvr\\.it|twitterfeed|ifttt"
    "|hootsuite|reviveoldpost|outbrain|taboola|sailthru|mailchimp|hs_email|eb_email|substack|pocket"
    "|share|share_via|copy_link|ig_embed|ig_web_copy_link|docssharelink|getpocket\\.com|flipboard"
)
"""Values of utm_source that programs write into the links that they share."""
_MEDIA = "email|e-mail|newsletter|rss|android_app|ios_app|member_android|member_ios|copy_link"
"""Values of utm_medium of letters and apps, which a page is not."""
_CLICK = rf"(?:{CLICKS})="
_CAMPAIGN = "utm_[a-z_]{2,20}="
TRIGGERS = (*(f"{name}=" for name in CLICKS.split("|")), "utm_")
_STAMP = pattern(
    rf"(?:{_CLICK}.{{0,1000}}|utm_source=(?i:{_SHARED})|utm_medium=(?i:{_MEDIA}))(?:%20)?"
)


class Marks(NamedTuple):
    """The tracking parameters of a query.

    ``span`` is from the first to the last, within the query; ``rest`` is the query without any;
    ``shared`` says that a program wrote one, so that no campaign of the site's own is meant.
    """

    written: tuple[str, ...]
    span: Span
    rest: str
    shared: bool


def marks(query: str) -> Marks | None:
    """Return the tracking parameters of a query (without “?” and “#…”); None without any."""
    signs = [Span(*one.span()) for one in SPLIT.finditer(query)]
    edges = [0, *(one.end for one in signs)], [*(one.start for one in signs), len(query)]
    pieces = [Span(*each) for each in zip(*edges, strict=True)]
    found = [one for one in pieces if TRACKS.fullmatch(query, one.start, one.end)]
    if not found:
        return None
    kept = [one for one in pieces if not TRACKS.fullmatch(query, one.start, one.end)]
    sign = query[signs[0].start : signs[0].end] if signs else ""
    written = tuple(query[one.start : one.end] for one in found)
    return Marks(
        written,
        Span(found[0].start, found[-1].end),
        sign.join(query[one.start : one.end] for one in kept),
        any(_STAMP.fullmatch(one) for one in written),
    )


_LONGEST = 2_000
_BREAKS = " \t\r\n<>\"'`|\\^"
_PLAIN = r"[!$-&*-;=?-Z_a-z~]"
_ENDS = r"(?=[\s)#<>\"'|\]”»’“。，、]|\Z)"
_QUERY = pattern(rf"(?:{_PLAIN}++|\({_PLAIN}{{0,200}}+\)){{0,200}}+{_ENDS}")
"""The rest of an address, brackets within it paired, where it is clear what ends it."""
_ANY = pattern(rf"(?<=[?&;])(?:{_CLICK}|{_CAMPAIGN})")


def queries(text: str, start: int) -> Iterator[Span]:
    """Yield the queries behind an offset that hold a tracking parameter, without “?” and “#…”.

    One that holds another address may have been made on purpose.
    """
    done = start
    for match in _ANY.finditer(text, start):
        if match.start() < done:
            continue
        least = max(done, match.start() - _LONGEST)
        address = max(text.rfind(sign, least, match.start()) for sign in _BREAKS) + 1
        mark = text.find("?", max(address, least), match.start())
        before = text[max(address, least) : mark]
        found = _QUERY.match(text, match.start())
        done = found.end() if found else match.end()
        if found and mark >= 0 and "://" in before and "#" not in before:
            end = mark + 1 + len(_less_punctuation(text, mark + 1, done))
            if not _ADDRESS.search(text, mark + 1, end):
                yield Span(mark + 1, end)


_ADDRESS = pattern(r"(?i)[:=]//|%2f%2f|\?")


def _less_punctuation(text: str, start: int, end: int) -> str:
    """Return a piece without the signs behind a bare address that end its sentence."""
    piece = text[start:end]
    return piece if text[end : end + 1] in {")", '"', "'", ">", "#"} else piece.rstrip(".,:;!?*_~")
