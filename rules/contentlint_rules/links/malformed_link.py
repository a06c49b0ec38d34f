"""The rule `malformed-link`."""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from contentlint import Document, Example, Part, Rule, Span, Violation
from contentlint_rules.links import _syntax, _targets
from contentlint_rules.links._shapes import TRIGGERS, Place, places

_FINDERS: Mapping[str, Callable[[Place], Violation | None]] = {
    "nested": _syntax.nested,
    "apart": _syntax.apart,
    "reversed": _syntax.reversed_,
    "glued": _syntax.glued,
    "angle": _syntax.unclosed,
    "unclosed": _syntax.unclosed,
    "spaces": _syntax.spaces,
    "empty": _targets.empty,
    "placeholder": _targets.placeholder,
    "marked": _targets.marked,
    "scheme": _targets.scheme,
    "definition": _targets.scheme,
}


class MalformedLink(Rule):
    """Every link is read as a link, and its target is an address.

    A blank between “]” and “(”, a link pasted into the target of another, a target that is never
    closed: then there is no link, and readers see brackets and an address. A target that is
    empty, misspelt (“htpp://”) or still a placeholder makes a link that leads nowhere.

    The fix is safe where the address is there and only the signs round it are wrong. Where the
    address is missing or its end is not clear, there is at most a suggestion.
    """

    name: ClassVar = "malformed-link"
    family: ClassVar = "links"
    yields_to: ClassVar = ("citation-marker", "assistant-link", "typography-in-code")
    triggers: ClassVar = TRIGGERS
    changes: ClassVar = Part.LINKS | Part.TEXT | Part.EMPHASIS | Part.CODE | Part.HTML
    examples: ClassVar = (
        Example(
            bad="Open all year⟦[1]([Mill | Opening hours](https://mill.example/hours))⟧.\n",
            good='Open all year[1](https://mill.example/hours "Mill | Opening hours").\n',
        ),
        Example(
            bad="See ⟦[our guide]([Guide to the mill](https://mill.example/guide))⟧.\n",
            good="See [our guide](https://mill.example/guide).\n",
        ),
        Example(
            bad="See ⟦[our guide] (https://mill.example/guide)⟧.\n",
            good="See [our guide](https://mill.example/guide).\n",
        ),
        Example(
            bad="See ⟦(our guide)[https://mill.example/guide]⟧.\n",
            good="See [our guide](https://mill.example/guide).\n",
        ),
        Example(
            bad="Read ⟦[the map](files/mill and pond.pdf)⟧ first.\n",
            good="Read [the map](files/mill%20and%20pond.pdf) first.\n",
        ),
        Example(
            bad="Read ⟦[the map](**https://mill.example/map**)⟧ first.\n",
            good="Read [the map](https://mill.example/map) first.\n",
        ),
        Example(
            bad="Ask [the miller](⟦htpp://mill.example/ask⟧).\n",
            good="Ask [the miller](http://mill.example/ask).\n",
        ),
        Example(
            bad="Ask ⟦[the miller](https://mill.example/ask⟧\n",
            good="Ask [the miller](https://mill.example/ask)\n",
            fixed=False,
        ),
        Example(
            bad="Ask ⟦[the miller]()⟧ or [the baker](⟦INSERT_LINK⟧).\n",
            good="Ask [the miller](/miller) or [the baker](/baker).\n",
            fixed=False,
        ),
        Example(good="Bread [optional] (see https://mill.example/bread) is fresh.\n"),
        Example(good="- [x] (https://mill.example) was asked\n"),
        Example(good="`[text] (https://mill.example)` is how not to write it.\n"),
        Example(good='![The mill](mill.png "At dawn"){.wide} and [[the pond]].\n'),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield one violation for each link that is damaged."""
        end = 0
        for place in places(document):
            if place.at < end or document.is_opaque(Span(place.at, place.at + 1)):
                continue
            found = _FINDERS[place.kind](place)
            if found and found.span.start >= end:
                yield found
                end = found.span.end
