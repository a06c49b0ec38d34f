"""Parameters by which an address tells who shared it, and where."""

from contentlint.patterns import pattern

CLICKS = (
    "fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh"
    "|mc_eid|mc_cid|mkt_tok|_hsenc|_hsmi|oly_anon_id|oly_enc_id|vero_id|rb_clickid|epik|s_kwcid"
    "|srsltid"
)
"""What Facebook, Google, Microsoft, Yandex, Twitter, TikTok, LinkedIn, Instagram, Mailchimp,
Marketo, HubSpot, Omeda, Vero, Pinterest and Adobe add to a link that somebody clicks; a pattern."""
TRACKS = pattern(rf"(?:(?:{CLICKS})=|utm_[a-z_]{{2,20}}=).{{0,1000}}")
"""A parameter as a whole."""
SPLIT = pattern(r"&amp;|&#38;|&")
"""What parts two parameters, in a page or in an address."""


def untracked(new: str, old: str = "") -> str:
    """Return the end of an address without tracking parameters, unless another has one of them."""
    address, sharp, fragment = new.partition("#")
    path, mark, query = address.partition("?")
    signs = SPLIT.findall(query)
    pieces = SPLIT.split(query)
    found = [one for one in pieces if TRACKS.fullmatch(one)]
    if found and not any(one in old for one in found):
        query = (signs[0] if signs else "").join(one for one in pieces if one not in found)
        mark = "?" if query else ""
    return f"{path}{mark}{query}{sharp}{fragment}"
