"""The labels of references and footnotes."""


def folded(label: str) -> str:
    """Return a label as two are compared (CommonMark 0.31, 6.3): case and blanks do not matter."""
    return " ".join(label.split()).casefold()
