"""A user's own page with all of its damage, where it lies beside the checkout."""

from pathlib import Path

import pytest

import contentlint
from contentlint import Document

SAMPLE = Path(__file__).parents[2] / "shared" / "corpus" / "sample" / "article.md"
CONFIG = {
    "rules": {
        "reading-time": {"wpm": 200},
        "front-matter-schema": {
            "fields": {"draft": "boolean", "title": {"type": "string", "max": 100}}
        },
    }
}
pytestmark = pytest.mark.skipif(not SAMPLE.is_file(), reason="the page is not part of the project")


@pytest.fixture(scope="module")
def text() -> str:
    return SAMPLE.read_bytes().decode()


def test_all_damage_is_found(text: str) -> None:
    document = Document("article.md", text)
    found = contentlint.check_text(text, path="article.md", config=CONFIG)
    seen = [(one.rule, one.start.line, document[one.span][:12]) for one in found]
    assert sorted(seen) == sorted(
        [
            ("front-matter-schema", 2, "\"L'IA Aborda"),
            ("front-matter-schema", 15, "True"),
            ("mojibake", 2, "R√©volution"),
            ("reading-time", 13, "8"),
            ("citation-marker", 20, "[cite_start]"),
            ("malformed-link", 20, "[1]([The 202"),
            ("glued-punctuation", 32, "$par"),
            ("mixed-percent", 32, "20,00$"),
            ("broken-emphasis", 38, "**"),
            ("citation-marker", 55, "[cite_start]"),
            ("broken-emphasis", 86, "** **France "),
            ("glued-punctuation", 90, ":l'"),
            ("mixed-percent", 90, "83%"),
            ("mixed-percent", 90, "40%"),
            ("malformed-link", 102, "[AI Index Re"),
        ]
    )
    messages = {one.rule: one.message for one in reversed(found)}  # the first of each rule
    assert "261" in messages["mojibake"]
    assert "1,326 words" in messages["reading-time"]
    assert "128" in messages["front-matter-schema"]


def test_the_encoding_is_repaired_to_the_byte(text: str) -> None:
    config = {"select": ["mojibake"]}
    repaired = contentlint.fix_text(text, path="article.md", config=config).text
    assert repaired == text.encode("mac_roman").decode()


def test_what_is_certain_is_repaired(text: str) -> None:
    repaired = contentlint.fix_text(text, path="article.md", config=CONFIG).text
    assert 'emoji: "📉"\n' in repaired
    assert "readingTime: 7\n" in repaired
    assert "draft: true\n" in repaired
    assert "cite_start" not in repaired
    assert "0,07 $ par million de tokens, contre 20,00 $ il y a" in repaired
    assert "subsistent : l'Asie" in repaired
    assert "(77-83 %)" in repaired
    assert '[1](https://hai.stanford.edu/ai-index/2025-ai-index-report "The 2025 AI' in repaired
    assert "University](https://hai.stanford.edu/ai-index/2025-ai-index-report)" in repaired
    assert contentlint.fix_text(repaired, path="article.md", config=CONFIG).text == repaired
