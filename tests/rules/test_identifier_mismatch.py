"""Links that show one work and lead to another."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.identifier_mismatch import IdentifierMismatch

RULE = IdentifierMismatch()


@pytest.mark.parametrize(
    "text",
    [
        "[10.1000/182](https://doi.org/⟦10.1000/183⟧)",
        "[doi: 10.1000/182.](https://dx.doi.org/⟦10.1001/182⟧)",
        "[https://doi.org/10.1000/182](https://doi.org/⟦10.1000/1820⟧ 'T')",
        "[Weiss 2020, 10.1000/182](<https://doi.org/⟦10.1000/183⟧>)",
        "[arXiv:2312.01234](https://arxiv.org/abs/⟦2312.01243⟧)",
        "[arXiv: 2312.01234v1](https://arxiv.org/pdf/⟦2312.01234v2⟧)",
    ],
)
def test_two_works(text: str) -> None:
    (violation,) = assert_flags(RULE, f"See {text}.\n")
    assert "another work" in violation.message


@pytest.mark.parametrize(
    "text",
    [
        "[10.1000/182](https://doi.org/10.1000/182)",
        "[doi:10.1000/ABC.](https://doi.org/10.1000/abc)",
        "[10.1000/a/b](https://doi.org/10.1000/a%2Fb)",
        "[10.1000/182](https://mill.org/10.1000/183)",
        "[arXiv:2312.01234](https://arxiv.org/abs/2312.01234v2)",
        "[arXiv:2312.01234v2](https://arxiv.org/abs/2312.01234)",
        "[arXiv:2312.01234](https://doi.org/10.48550/arXiv.2312.01234)",
        "[10.1000/182](https://arxiv.org/abs/2312.01234)",
        "[10.1002/(SICI)17:15/16](https://doi.org/10.1002/(SICI)17:15/16)",
        "[the wheel](https://doi.org/10.1000/183)",
        "`[10.1000/182](https://doi.org/10.1000/183)`",
        "10.1000/182 https://doi.org/10.1000/183",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, f"See {text}.\n")
