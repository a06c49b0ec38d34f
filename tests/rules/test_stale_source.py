"""Reports of one year that lead to those of another."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.stale_source import StaleSource


@pytest.mark.parametrize(
    "marked",
    [
        "[Jahresbericht 2024](⟦https://mill.org/jahresbericht_2021⟧)\n",
        "[informe 2024](⟦https://mill.org/a/2021-informe.pdf?x=1⟧)\n",
        "[2024 survey](https://mill.org/survey-2024)\n",
        "[2024 survey](https://mill.org/2023/survey)\n",
        "[2024 survey](https://mill.org/survey-2025)\n",
        "[2023 and 2024 survey](https://mill.org/survey-2022)\n",
        "[2023–24 survey](https://mill.org/survey-2022)\n",
        "[2024 survey](https://mill.org/2024/survey-2023)\n",
        "[2024 party](https://mill.org/party-2022)\n",
        "`[2024 survey](https://mill.org/survey-2022)`\n",
        "[2024 survey](/survey-2022)\n",
    ],
)
def test_a_report_leads_to_its_year(marked: str) -> None:
    assert_flags(StaleSource(), marked)
