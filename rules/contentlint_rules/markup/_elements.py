"""What HTML knows: its elements, and how they close."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text, as a set."""
    return frozenset(text.split())


VOID = words(
    "area base basefont bgsound br col command embed frame hr image img input isindex keygen link"
    " meta param source track wbr"
)
"""Elements that hold nothing, so that nothing closes them."""

CLOSED_BY_THEMSELVES = words(
    "body caption colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th"
    " thead tr"
)
"""Elements whose closing tag may be left out."""

INLINE = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp"
    " small span strike strong sub sup time tt u var"
)
"""Elements of running text."""

BLOCKS = words(
    "address article aside audio blockquote button canvas center details dialog dir div dl"
    " fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup iframe"
    " legend main map marquee menu meter nav noframes noscript object ol output picture pre"
    " progress ruby script search section select style summary table template textarea title"
    " ul video"
)

PAIRED = INLINE | BLOCKS
"""Elements that must be closed."""

OTHERS = words(
    "applet blink datalist listing math menuitem multicol nextid nobr noembed plaintext portal"
    " selectedcontent slot spacer svg xmp fencedframe"
)

KNOWN = VOID | CLOSED_BY_THEMSELVES | PAIRED | OTHERS
"""Every element that HTML has or once had."""

RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})
"""Elements in which a browser reads no tags."""
