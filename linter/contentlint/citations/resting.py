"""Whether a page rests on a source as a whole, as far as its figures tell."""

from collections.abc import Collection, Mapping

from contentlint.citations.kinds import is_year

_LEAST = 4


def rests_on(figures: Mapping[str, Collection[str]]) -> bool:
    """Whether most figures of a page stand at a source: then one that does not is told there too.

    ``figures`` are as written, each with how the source stands to it wherever the page has it:
    see ``Support``. At least four have to be borne out, two for each that is absent, and one for
    each slip, which is of this source too. Years do not count: any page has some of them.
    """
    told = [set(supports) for figure, supports in figures.items() if not is_year(figure)]
    borne_out = sum("supported" in supports for supports in told)
    absent = sum("absent" in supports for supports in told)
    near = sum("near" in supports for supports in told)
    return borne_out >= max(_LEAST, 2 * absent + near)
