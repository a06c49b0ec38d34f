"""Lists of sources that lie beside a page, as reference managers write them."""

from typing import NamedTuple


class Reference(NamedTuple):
    """One work of a bibliography. What it does not say of the work is empty."""

    key: str
    url: str = ""
    named: str = ""
