"""Numbers of books, articles and people that cannot be right."""

from collections.abc import Callable

import pytest

from contentlint import Document
from contentlint.testing import assert_flags, violations
from contentlint_rules.citations.broken_identifier import BrokenIdentifier

Linear = Callable[[Callable[[int], object], int], None]
RULE = BrokenIdentifier()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ISBN ⟦978-0-306-40615-8⟧", "last digit"),
        ("ISBN-13: ⟦9780306406158⟧", "last digit"),
        ("ISBN 13: ⟦978 0 306 40615 8⟧", "last digit"),
        ("**ISBN:** ⟦0-306-40615-3⟧", "last digit"),
        ("ISBN ⟦0-8044-2957-1⟧", "last digit"),
        ("ISBN: ⟦978-0-306-4061-5⟧.", "10 or 13 digits, and this has 12"),
        ("ISBN ⟦977-0-306-40615-0⟧", "begins with 978 or 979"),
        ("ISBN ⟦978-0-306-40615-X⟧", "holds no letter"),
        ("ISBN ⟦978‑0‑306‑40615‑8⟧", "last digit"),
        ("ISSN ⟦2049-3631⟧", "last digit"),
        ("eISSN: ⟦2434-5610⟧", "last digit"),
        ("<https://orcid.org/⟦0000-0002-1825-0098⟧>", "last sign"),
        ("https://orcid.org/⟦0000-0002-1825-009⟧", "has 16 digits, and this has 15"),
        ("https://orcid.org/⟦0000-000X-1825-0097⟧", "only the last sign"),
        ("https://orcid.org/⟦0000-0003-⟧", "and this has 8"),
        ("[a](https://doi.org/⟦10.1000/⟧)", "nothing follows"),
        ("[a](https://doi.org/⟦10.10/182⟧)", "begins with “10.”"),
        ("[a](https://doi.org/⟦1O.1000/182⟧)", "begins with “10.”"),
        ("[a](https://doi.org/⟦11.1000/182⟧)", "begins with “10.”"),
        ("https://arxiv.org/abs/⟦2300.01234⟧", "a month, and 00 is none"),
        ("https://arxiv.org/pdf/⟦2312.0123⟧.pdf", "5 digits follow the point since 2015"),
        ("arXiv:⟦1401.01234⟧", "4 digits follow the point before 2015"),
        ("arXiv: ⟦0703.0123⟧", "since April 2007"),
        ("arXiv:⟦231.01234⟧", "the form 2301.01234"),
        ("PMID: ⟦123456789⟧", "at most 8 digits"),
        ("PMID: ⟦0123⟧", "does not begin with 0"),
        ("https://pubmed.ncbi.nlm.nih.gov/⟦417284678⟧/", "at most 8 digits"),
    ],
)
def test_what_cannot_be_right(text: str, words: str) -> None:
    (violation,) = assert_flags(RULE, f"{text}\n")
    assert words in violation.message


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "[a](https://doi.org/⟦https://doi.org/10.1000/182⟧)",
            "[a](https://doi.org/10.1000/182)",
        ),
        ("<https://doi.org/⟦doi:10.1000/182⟧>", "<https://doi.org/10.1000/182>"),
        (
            "https://doi.org/⟦https://dx.doi.org/doi:10.1000/182⟧ b",
            "https://doi.org/10.1000/182 b",
        ),
    ],
)
def test_what_stands_twice_is_taken_out(bad: str, good: str) -> None:
    assert_flags(RULE, f"{bad}\n", f"{good}\n")


@pytest.mark.parametrize(
    "text",
    [
        "ISBN 978-0-306-40615-7, ISBN-10: 0-306-40615-2, ISBN 0-8044-2957-X, isbn 1",
        "ISBN: 979-10-90636-07-1. 2nd edition",
        "ISBN 9780306406157 9780306406157",
        "The ISBN 10 years ago; ISBN 13, ISSN, ISBN number 3",
        "ISSN 2049-3630 and e-ISSN 2434-561X",
        "https://orcid.org/0000-0002-1825-0097, https://orcid.org/0000-0002-1694-233X",
        "https://orcid.org/register",
        "https://doi.org/10.1000/182. https://doi.org/10.5281/zenodo.1198732",
        "https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID>3.0.CO;2-2",
        "https://www.doi.org/the-identifier/what-is-a-doi/ https://doi.org/",
        "https://doi.org/10.1000.10/123",
        "arXiv:2312.01234v2 arXiv:0704.0001 arXiv:1412.9999 arXiv:1501.00001 arXiv:hep-th/9901001",
        "https://arxiv.org/abs/2312.01234v12 https://arxiv.org/pdf/1706.03762.pdf",
        "https://arxiv.org/list/cs.CL/2312 https://arxiv.org/abs/math/0309136",
        "PMID: 17284678; PMID17284678999; https://pubmed.ncbi.nlm.nih.gov/17284678/",
        "`ISBN 978-0-306-40615-8`\n\n```\nISBN 978-0-306-40615-8\n```",
        "<!-- ISBN 978-0-306-40615-8 -->",
        "ISBN {{ .isbn }}, {% isbn 'ISBN 978-0-306-40615-8' %}",
        "---\nisbn: ISBN 978-0-306-40615-8\n---\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, f"{text}\n")


@pytest.mark.parametrize(
    ("before", "digits", "last"),
    [
        ("ISBN ", "030640615", "2"),
        ("ISBN ", "080442957", "X"),
        ("ISBN ", "978030640615", "7"),
        ("ISSN ", "2434-561", "X"),
        ("ISSN ", "2049-363", "0"),
        ("https://orcid.org/", "0000-0002-1694-233", "X"),
        ("https://orcid.org/", "0000-0002-1825-009", "7"),
    ],
)
def test_one_last_sign_is_right(before: str, digits: str, last: str) -> None:
    signs = "0123456789" + ("X" if last == "X" else "")
    texts = {sign: f"{before}{digits}{sign}\n" for sign in signs}
    assert [sign for sign, text in texts.items() if not violations(RULE, text)] == [last]


def test_hostile_text_takes_linear_time(linear: Linear) -> None:
    def work(size: int) -> None:
        for part in ("ISBN 1", "ISBN 1-", "doi.org/10.1", "arXiv:1", "orcid.org/0000-", "PMID: 1"):
            list(RULE.check(Document("page.md", part * size)))

    linear(work, 300)
