"""How a message shows a piece of the page."""

LONGEST = 60


def quoted(piece: str) -> str:
    """Return a piece in quotation marks, cut where it is too long for a message."""
    line = " ".join(piece.split())
    return f"“{line[: LONGEST - 1]}…”" if len(line) > LONGEST else f"“{line}”"
