"""What a sentence says that its source should say: its numbers and its quotations."""

from contentlint.citations.evidence import Fact, Kind
from contentlint.citations.quotations import quotations
from contentlint.numbers import quantities


def facts(words: str, language: str = "") -> tuple[Fact, ...]:
    """Return the numbers and quotations of a sentence, with places in its words, in order.

    ``language`` is a name such as “fr”; without one the words tell. Numbers that are too common to
    be looked for are left out.
    """
    found = [
        Fact(Kind.NUMBER, one.written, one.span)
        for one in quantities(words, language)
        if not one.weak
    ]
    found += [Fact(Kind.QUOTATION, one.words, one.span) for one in quotations(words)]
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.kind)))
