"""What the rule mixed-bold-lead flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.mixed_bold_lead import MixedBoldLead

RULE = MixedBoldLead()
UNSAFE = Applicability.UNSAFE


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        (
            "- **A b**: c\n- **D**: e\n- ⟦F g:⟧ h\n",
            "- **A b**: c\n- **D**: e\n- **F g**: h\n",
        ),
        (
            "1. **A:** c\n2. ⟦D:⟧ e\n3. **F:** h\n",
            "1. **A:** c\n2. **D:** e\n3. **F:** h\n",
        ),
        (
            "* **Été** : c\r\n* **D** : e\r\n* ⟦F g :⟧ h\r\n",
            "* **Été** : c\r\n* **D** : e\r\n* **F g** : h\r\n",
        ),
        (
            "- **水**：一\n- ⟦風：⟧二\n- **土**：三\n",
            "- **水**：一\n- **風**：二\n- **土**：三\n",
        ),
        (
            "- __A__: c\n\n- ⟦D:⟧ e\n\n- __F__: h\n",
            "- __A__: c\n\n- __D__: e\n\n- __F__: h\n",
        ),
        (
            "> - a\n>   - **A**: c\n>   - ⟦D:⟧ e\n>   - **F**: h\n",
            "> - a\n>   - **A**: c\n>   - **D**: e\n>   - **F**: h\n",
        ),
        (
            "- [ ] **A**: c\n- [x] ⟦D:⟧ e\n- [ ] **F**: h\n",
            "- [ ] **A**: c\n- [x] **D**: e\n- [ ] **F**: h\n",
        ),
    ],
)
def test_leads(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed, least=UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        "- **A**: c\n- D: e\n",
        "- **A**: c\n- D: e\n- F: g\n",
        "- **A**: c\n- **D**: e\n- F: g\n- H: i\n",
        "- **A**: c\n- **D**: e\n- See http://mill.test/\n",
        "- **A**: c\n- **D**: e\n- open 9:30 daily\n",
        "- **A**: c\n- **D**: e\n- Yes, it is so: really\n",
        "- **A**: c\n- **D**: e\n- `F: g`\n",
        "- **A**: c\n- **D**: e\n- [F: g](/h)\n",
        "- **A**: c\n- **D**: e\n- F:\n  - g\n",
        "- **A** c\n- **D** e\n- F: g\n",
        "- **A**: c\n- **D**: e\n\n# B\n\n- F: g\n",
        "```\n- **A**: c\n- **D**: e\n- F: g\n```\n",
        "<!--\n- **A**: c\n- **D**: e\n- F: g\n-->\n",
        "- **A**: c\n- **D**: e\n- {{ f: g }}\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["- **a**: b\n- c: d\n", "- **a", "- a ", "- **a:** b\n- c\n"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
