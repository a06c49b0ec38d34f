"""Front matter that a program fills in later."""

from contentlint import FrontMatter

MARKS = ("{{", "{%", "<%")


def is_template(block: FrontMatter) -> bool:
    """Whether a program fills the block in: nothing can be said of it before."""
    if not any(map(block.text.__contains__, MARKS)):
        return False
    return bool(block.problems) or any(
        block.page.startswith(MARKS, entry.value_span.start) for entry in block.entries
    )
