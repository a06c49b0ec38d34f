"""The one exception inside the engine: why there is no answer."""

from contentlint.web.answer import Trouble


class Failed(Exception):  # noqa: N818  it says what it is
    """A request came to nothing, or to nothing that may be gone on with."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        """Take what is wrong, and words for it, which may hold some of the other side's."""
        super().__init__(trouble, detail)
        self.trouble = trouble
        self.detail = detail[:LONGEST_DETAIL]

    def bare(self) -> "Failed":
        """Return the same without where it came from, to be kept or raised again."""
        return Failed(self.trouble, self.detail)


LONGEST_DETAIL = 300
"""Code points of words that come from the other side."""
