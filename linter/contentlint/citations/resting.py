"""Whether a page rests on a source as a whole, as far as its figures tell."""

from collections.abc import Collection, Mapping

from contentlint.patterns import pattern

_YEAR = pattern(r"(?:1[5-9]|20)\d\d")
_LEAST = 4
_PART = 3


def rests_on(figures: Mapping[str, Collection[str]]) -> bool:
    """Whether most figures of a page stand at a source: then one that does not is told there too.

    ``figures`` are as written, each with how the source stands to it wherever the page has it:
    see ``Support``. At least four have to be borne out, and three for each that is not. Years do
    not count: any page has some of them.
    """
    told = [set(supports) for figure, supports in figures.items() if not _YEAR.fullmatch(figure)]
    borne_out = sum("supported" in supports for supports in told)
    wanting = sum(not supports.isdisjoint({"near", "absent"}) for supports in told)
    return borne_out >= max(_LEAST, _PART * wanting)


def is_year(figure: str) -> bool:
    """Whether a figure is a year and nothing else."""
    return _YEAR.fullmatch(figure) is not None
