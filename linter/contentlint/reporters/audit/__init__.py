"""The audit of citations → text for somebody or something to read; one format a module."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from contentlint.citations.audit import ORDER, Pair, Standing, source_of


@dataclass(frozen=True, kw_only=True)
class AuditView:
    """Pairs, and how to show them.

    ``pages`` counts the pages that were read, ``width`` cells. ``unicode`` says whether the output
    can hold more than ASCII, ``whole`` that nothing is to be cut short.
    """

    pairs: Sequence[Pair]
    pages: int = 0
    width: int = 100
    unicode: bool = True
    colour: bool = False
    whole: bool = False


def render(name: str, view: AuditView) -> str:
    """Return the audit in a format: the name of a module here."""
    module = import_module(f"contentlint.reporters.audit.{name}")
    rendered: str = module.render(view)
    return rendered


def counts(pairs: Sequence[Pair]) -> dict[Standing, int]:
    """Return how many pairs stand how, the most urgent first."""
    found = Counter(pair.standing for pair in pairs)
    return {standing: found[standing] for standing in ORDER if found[standing]}


def count_sources(pairs: Sequence[Pair]) -> int:
    """Return of how many sources pairs are."""
    return len({source_of(pair.claim.url) for pair in pairs})


def summary(view: AuditView) -> str:
    """Return all of it in a sentence."""
    sources = count_sources(view.pairs)
    pages = f"{view.pages:,} page{'' if view.pages == 1 else 's'}"
    if not view.pairs:
        return f"{pages}, no sentence that names a source."
    parts = ", ".join(f"{count:,} {word}" for word, count in counts(view.pairs).items())
    many = "" if len(view.pairs) == 1 else "s"
    names = f"{sources:,} source{'' if sources == 1 else 's'}"
    return f"{len(view.pairs):,} citation{many} of {names} in {pages}: {parts}."
