"""Pages with front matter as people write it, and as nobody should; made from a seed.

They are written line by line and not by a library: quotes, blanks, comments and line breaks are
the point of them.
"""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

WORDS = (
    "Bread", "a love story", "Rye & wheat", "Où est le pain ?", "L'Asie", "パンの話", "빵", "🍞", "👩‍🍳",
    "C#", "#1", "a: b", "key:", ":x", "http://a.test/b?c=d#e", "50 %", "yes", "No", "on", "~", "null",
    "true", "12:30", "2025-01-01", "2025-01-01 10:00", "0123", "089", "1.0", "1e3", "0o17", "0x1F",
    "1_000", ".5", ".inf", "-", "- x", "? y", "[Draft]", "{{ title }}", "*bold*", "&anchor", "!tag",
    "%x", "@home", "`code`", "|", ">", '"', "'", "''", "it's", 'say "hi"', "\\", "C:\\dir", "\\n",
    "a,b", "a, b", "x]", "}", "=", "<<", "---", "...", "+++", "“curly”", "a\xa0b", "soft\xadhyphen",
    " lead", "trail ", "two  blanks", "tab\there", "line\nbreak", "cr\rhere", "nel\x85", "sep\u2028x",
    "bell\x07", "\x7f", "zero\u200bwidth", "\ufeff", "é", "Ünïcödé", "3D", "7 ways", "v1.2.3", "",
)  # fmt: skip
KEYS = (
    "title", "date", "draft", "tags", "description", "author", "slug", "weight", "image", "layout",
    "readingTime", "lastmod", "categories", "params", "menu", "é", "a-b", "a_b", "a.b", "x1", "no", "y",
    "with blank", "Title",
)  # fmt: skip
NEW_KEYS = (
    *KEYS, "on", "1", "2024", "true", "null", "a: b", "a #b", "-x", "'", '"', "[x]", "<<", "", "a\nb", "cspell:ignore",
)  # fmt: skip
DATES = ("2025-01-31", "2024-02-29T10:00:00Z", "2025-11-27T10:00:00+01:00", "2019-12-31")


def value(dice: random.Random) -> Any:
    """Return a scalar: mostly text, some of it nasty."""
    kind = dice.random()
    if kind < 0.7:
        return " ".join(dice.choices(WORDS, k=dice.choice((1, 1, 1, 2, 3))))
    if kind < 0.8:
        return dice.choice((0, 1, -1, 7, 2025, 10**12, dice.randrange(1000)))
    if kind < 0.87:
        return dice.choice((0.5, -1.25, 1e21, 1e-7, 3.0, dice.random()))
    if kind < 0.95:
        return dice.choice((True, False))
    return dice.choice(DATES) if kind < 0.98 else None


def page(dice: random.Random) -> str:
    """Return a page in one of the three languages."""
    kind = dice.choices((_yaml, _toml, _json), (6, 3, 2))[0]
    text = kind(dice)
    newline = dice.choices(("\n", "\r\n", "\r"), (8, 3, 1))[0]
    return text.replace("\n", newline if kind is not _toml or newline != "\r" else "\n")


def _names(dice: random.Random, most: int) -> list[str]:
    return dice.sample(KEYS, dice.randint(1, most))


def _body(dice: random.Random) -> str:
    return dice.choice(("", "Body\n", "# Bread\n\n---\n\nmore: text\n", "\n+++\na = 1\n"))


def _yaml(dice: random.Random) -> str:
    lines = list(_yaml_lines(dice, 0))
    fence = dice.choice(("---", "---", "--- "))
    return f"---\n{''.join(lines)}{fence}\n{_body(dice)}"


def _yaml_lines(dice: random.Random, depth: int) -> Iterator[str]:
    pad = "  " * depth
    for name in _names(dice, 3 if depth else 9):
        if dice.random() < 0.15:
            yield dice.choice(("\n", f"{pad}# a comment: with 'marks'\n", "# at the edge\n"))
        key = dice.choice((name, name, name, f'"{name}"', f"'{name}'"))
        if name in ("no", "y"):
            key = f'"{name}"'
        yield from _YAML_KINDS[dice.choices(range(len(_YAML_KINDS)), _SHARES)[0]](dice, key, depth)


def _comment(dice: random.Random) -> str:
    return dice.choice(("", "", "", "", "  # why: 'so'", " ", " #", "\t# tab"))


def _yaml_scalar(dice: random.Random, *, in_flow: bool = False) -> str:
    """Return a scalar as somebody may have typed it: sound YAML, not always what they meant."""
    style = dice.random()
    if style < 0.45:
        plain = (
            "Bread",
            "Rye bread",
            "a love story",
            "/images/a.png",
            "Où est-il",
            "7 ways",
            "yes",
            "12:30",
        )
        other = (
            "true",
            "False",
            "3",
            "-1.5",
            "~",
            "null",
            "2025-01-31",
            "0123",
            "パン",
            "C#",
            "it's",
        )
        return dice.choice(
            (*plain, *other, *(() if in_flow else ("a, b", "a [b]", 'x "y"', "http://a.test/#b")))
        )
    words = dice.choice([word for word in WORDS if word.isprintable()])
    if style < 0.65:
        return "'" + words.replace("'", "''") + "'"
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _yaml_plain(dice: random.Random, key: str, depth: int) -> Iterator[str]:
    blanks = dice.choice((" ", " ", " ", "  ", "     "))
    yield f"{'  ' * depth}{key}:{blanks}{_yaml_scalar(dice)}{_comment(dice)}\n"


def _yaml_empty(dice: random.Random, key: str, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}{key}:{_comment(dice)}\n"


def _yaml_list(dice: random.Random, key: str, depth: int) -> Iterator[str]:
    pad = "  " * depth + dice.choice(("", "  "))
    yield f"{'  ' * depth}{key}:{_comment(dice)}\n"
    for _ in range(dice.randint(1, 4)):
        yield f"{pad}- {dice.choice((_yaml_scalar(dice), _yaml_scalar(dice), ''))}{_comment(dice)}\n"


def _yaml_maps(dice: random.Random, key: str, depth: int) -> Iterator[str]:
    pad = "  " * depth
    yield f"{pad}{key}:\n"
    for _ in range(dice.randint(1, 2)):
        yield f"{pad}  - name: {_yaml_scalar(dice)}{_comment(dice)}\n{pad}    url: {_yaml_scalar(dice)}\n"


def _yaml_flow(dice: random.Random, key: str, depth: int) -> Iterator[str]:
    items = ", ".join(_yaml_scalar(dice, in_flow=True) for _ in range(dice.randint(0, 4)))
    gap = dice.choice(("", " "))
    yield f"{'  ' * depth}{key}: [{gap}{items}{gap}]{_comment(dice)}\n"


def _yaml_flow_map(dice: random.Random, key: str, depth: int) -> Iterator[str]:
    one, two = (_yaml_scalar(dice, in_flow=True) for _ in range(2))
    yield f"{'  ' * depth}{key}: {{a: {one}, 'b': [{two}, 1], c: }}{_comment(dice)}\n"


def _yaml_nested(dice: random.Random, key: str, depth: int) -> Iterator[str]:
    if depth > 2:
        yield from _yaml_plain(dice, key, depth)
        return
    yield f"{'  ' * depth}{key}:{_comment(dice)}\n"
    yield from _yaml_lines(dice, depth + 1)


def _yaml_block(dice: random.Random, key: str, depth: int) -> Iterator[str]:
    pad = "  " * (depth + 1)
    mark = dice.choice(("|", ">", "|-", ">-", "|+"))
    yield f"{'  ' * depth}{key}: {mark}\n{pad}first: line\n\n{pad}# no comment\n" + dice.choice(
        ("", "\n")
    )


def _yaml_several(dice: random.Random, key: str, depth: int) -> Iterator[str]:
    pad = "  " * (depth + 1)
    yield f"{'  ' * depth}{key}: " + dice.choice(
        (f"one\n{pad}two\n", f'"one\n{pad}two"\n', f"'a\n\n{pad}b'\n")
    )


def _yaml_own(dice: random.Random, key: str, depth: int) -> Iterator[str]:
    name = f"n{dice.randrange(10**9)}"
    pad = "  " * depth
    yield f"{pad}{key}: " + dice.choice(
        (
            "!!str 5\n",
            "! x\n",
            f"&{name} x\n{pad}{name}: *{name}\n",
            f"&{name} {{a: 1}}\n{pad}{name}: {{<<: *{name}, b: 2}}\n",
        )
    )


_YAML_KINDS: tuple[Callable[[random.Random, str, int], Iterator[str]], ...] = (
    _yaml_plain, _yaml_empty, _yaml_list, _yaml_maps, _yaml_flow, _yaml_flow_map, _yaml_nested, _yaml_block,
    _yaml_several, _yaml_own,
)  # fmt: skip
_SHARES = (60, 6, 9, 3, 8, 3, 8, 3, 2, 2)


def _toml(dice: random.Random) -> str:
    lines = list(_toml_lines(dice))
    for table in dice.sample(
        ("params", "menu.main", '"quo ted"', "taxonomies"), dice.randint(0, 3)
    ):
        lines += [dice.choice(("", "\n")), f"[{table}]{_comment(dice)}\n", *_toml_lines(dice)]
    for _ in range(dice.choice((0, 0, 2))):
        lines += ["[[resources]]\n", *_toml_lines(dice)]
    return f"+++\n{''.join(lines)}+++\n{_body(dice)}"


def _toml_lines(dice: random.Random) -> Iterator[str]:
    for name in _names(dice, 6):
        bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
        key = name if bare else f'"{name}"'
        key = dice.choice((key, key, key, f"{key}.sub", f"'{name}'"))
        if dice.random() < 0.1:
            yield dice.choice(("\n", "# a comment = 'x'\n"))
        sign = dice.choice((" = ", " = ", "=", "   =  "))
        yield f"{key}{sign}{_toml_value(dice)}{_comment(dice)}\n"


def _toml_value(dice: random.Random) -> str:
    words = dice.choice([word for word in WORDS if word.isprintable()])
    double = json.dumps(words, ensure_ascii=False)
    literal = "'" + words.replace("'", "") + "'"
    text = (double, double, literal, literal, "'''several'''", '"""\nlines"""')
    plain = (
        "true",
        "false",
        "3",
        "-1.5",
        "1_000",
        "0x1F",
        "inf",
        "2025-01-31",
        "2025-01-31T10:00:00Z",
        "10:30:00",
    )
    inside = (
        f"[{double}, {literal}]",
        f"[\n  {double}, # one\n  {literal},\n]",
        f"{{ a = {double}, b = [1] }}",
    )
    return dice.choice((*text, *text, *plain, *inside))


def _json(dice: random.Random) -> str:
    names = _names(dice, 8)
    data = {name: _json_value(dice, 0) for name in names}
    indent = dice.choice((2, 4, "\t", None))
    separators = dice.choice((None, (",", ":"))) if indent is None else None
    text = json.dumps(data, ensure_ascii=dice.random() < 0.3, indent=indent, separators=separators)
    return f"{text}\n{_body(dice)}"


def _json_value(dice: random.Random, depth: int) -> Any:
    kind = dice.random()
    if depth < 3 and kind < 0.1:
        return [_json_value(dice, depth + 1) for _ in range(dice.randint(0, 3))]
    if depth < 3 and kind < 0.2:
        return {name: _json_value(dice, depth + 1) for name in _names(dice, 3)}
    return value(dice)
