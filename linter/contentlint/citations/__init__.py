"""Citations: which sentence rests on which source, and what that source was seen to say.

```
page ─claims→ Claim(sentence, source, facts: numbers, quotations, title, year) ─┐
source ─web→ Visit(verdict, Paper: text, title, dates) ─────────────────────────┴judged→ Evidence
Visit, Evidence ─updating→ Lock (contentlint.lock) ─check→ findings, without a network
```

Nothing here touches the network, and only ``store`` the disk: ``contentlint.web`` asks the sources,
``contentlint cite`` brings both together.
"""

LOCK = "contentlint.lock"
"""The file that holds what was seen of the sources, beside the settings."""
