"""Styles → a terminal's colours; the only report module that knows rich."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text


def painted(pieces: Iterable[tuple[str, str]]) -> str:
    """Return texts in their styles, one after the other, as a terminal wants them."""
    out = StringIO()
    console = Console(
        file=out, force_terminal=True, color_system="standard", no_color=False, width=10_000
    )
    for text, style in pieces:
        if style:
            console.print(Text(text, style=style, end=""), end="", soft_wrap=True)
        else:
            out.write(text)
    return out.getvalue()
