"""Numbers: what a sentence counts, and whether a source counts the same.

```
text ─quantities→ Quantity(values, unit)          a source's text ─Figures→ index of its digits
                        └──────────── Figures.seek ────────────┘→ Match(support, found, quote)
```

Six languages have words here (en, fr, es, de, it, pt); digits, signs and dates are read in any.
"""

from contentlint.citations.evidence import Match
from contentlint.numbers.figures import Figures
from contentlint.numbers.grammar import quantities
from contentlint.numbers.quantity import Quantity

__all__ = ["Figures", "Match", "Quantity", "quantities"]
