"""Lists of words, written as a line of them."""


def words_in(text: str) -> frozenset[str]:
    """Return the words of a line, each once."""
    return frozenset(text.split())
