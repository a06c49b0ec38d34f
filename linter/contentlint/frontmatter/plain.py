"""Blocks so simple that they are sound YAML without asking a parser: most on published pages."""

from contentlint.patterns import pattern

MAX_PLAIN = 8_000
"""Characters up to which a block is tried, so that no bound can matter."""

# A dot is enough for any character, since a line is tried only when all of it can be printed.
_QUOTED = r""""[^"\\[{]*+"|'[^'[{]*+'"""
_VALUE = rf"(?:{_QUOTED}|(?:[A-Za-z0-9/(]|[^\x00-\x7f])(?:.(?<![:#\[{{])|(?<=\S)#|:(?=\S))*+)"
_WORD = rf"(?:{_QUOTED}|[^\W_][^][{{}},:#&*!|>'\"%@`?]*+)"
_FLOW = rf"\[ *+(?:{_WORD}(?:, *+{_WORD})*+)?+\]"
_PAIR = pattern(rf"([A-Za-z][\w-]{{0,60}}+):(?: ++({_VALUE}|{_FLOW}))?+ *+")
_ITEM = pattern(rf"( *+)- ++{_VALUE} *+")
_NOTHING = pattern(r" *+(?:#.*+)?+")


def is_plain(text: str) -> bool:
    """Whether a text is made of lines `key: value`, lists of values and comments only.

    True means that a parser would find nothing wrong, keys that stand twice included; False says
    nothing.
    """
    if len(text) > MAX_PLAIN or not text.endswith("\n"):
        return False
    keys: set[str] = set()
    # How the items of the list that is open are indented; None: no list may stand here.
    indent: str | None = None
    for line in text[:-1].replace("\r\n", "\n").removesuffix("\r").split("\n"):
        if not line.isprintable():
            return False
        pair = _PAIR.fullmatch(line)
        item = None if pair else _ITEM.fullmatch(line)
        if pair:
            if pair[1] in keys:
                return False
            keys.add(pair[1])
            indent = None if pair[2] else _ANY
        elif item:
            if indent not in {_ANY, item[1]}:
                return False
            indent = item[1]
        elif _NOTHING.fullmatch(line):
            indent = None
        else:
            return False
    return True


_ANY = "any"
