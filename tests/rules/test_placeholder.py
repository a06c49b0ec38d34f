"""What the rule placeholder flags, what it leaves alone, and in which languages."""

import re

import pytest

from contentlint import Example, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.residue.placeholder import Placeholder
from contentlint_rules.residue.stubs import STUBS, Stub

RULE = Placeholder()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = Placeholder(**example.options)
    assert_flags(rule, example.bad or example.good or "", path=example.path)


SHOWN = {
    "english": ("[Your Name]", "[INSERT YOUR EMAIL]", "[Enter date]", "[your company name]"),
    "french": ("[Votre nom]", "[TON NOM PRÉNOM]", "[Insérer lien]"),
    "spanish": ("[Tu nombre]", "[SU EMPRESA]", "[Insertar enlace aquí]"),
    "portuguese": ("[Seu nome]", "[Insira seu e-mail]"),
    "german": ("[Ihr Name]", "[Dein Vorname]"),
    "italian": ("[Il tuo nome]", "[Inserisci link]"),
    "russian": ("[Ваше имя]", "[Введите название]"),
    "name_of_something": ("[Nom du projet]", "[NOMBRE DEL PROYECTO]", "[Name des Projekts]"),
    "indonesian": ("[NAMA-REPOSITORI-ANDA]", "[URL-Repository-Anda]"),
    "chinese": ("[请在此处填写内容]", "【您的姓名】"),
    "japanese": ("[ここに名前を入力]", "【貴社名前】"),
    "name_in_capitals": ("INSERT_SOURCE_URL_2", "PASTE_LINK_HERE", "YOUR_NAME_HERE"),
    "date": ("2025-XX-XX", "2026-05-xx"),
    "lorem_ipsum": ("Lorem ipsum dolor sit amet",),
    "upload": ("![Uploading mill.png…]()",),
    "image": ("[Image of a mill]", "[Imagen de un molino]"),
}
CASES = [(stub, text) for stub in STUBS for text in SHOWN[stub.name]]


@pytest.mark.parametrize(("stub", "text"), CASES)
def test_every_kind_is_found(stub: Stub, text: str) -> None:
    assert_flags(RULE, f"The mill ⟦{text}⟧ is old.\n")
    assert re.fullmatch(stub.pattern, text)
    assert any(trigger in text for trigger in stub.triggers)
    assert not re.compile(stub.pattern).groups


@pytest.mark.parametrize(
    "marked",
    [
        "---\ndate: ⟦2026-01-XX⟧\nauthor: ⟦[Your Name]⟧\n---\n\na\n",
        "# By ⟦[Your Name]⟧\n\n| ⟦[Your Email]⟧ |\n| - |\n",
        "[a](https://a.test/⟦INSERT_SLUG⟧)\n",
        "**⟦[Your Name]⟧**\n",
    ],
)
def test_places(marked: str) -> None:
    assert_flags(RULE, marked)


SILENT = (
    "`[Your Name]` and\n\n```\n[Your Name] 2025-XX-XX\n```\n",
    "<!-- [Your Name] -->\n",
    "> [Your Name]\n",
    "[Your Name](/name) [Your Name][n] [Your Name]: a\n\n[n]: /a\n",
    "[your pronouns] [Your turn] [the name] [x] [ ] [name] const [name, setName] = a\n",
    "<YOUR_NAME_HERE> ${YOUR_NAME_HERE} YOUR_NAME INSERT_ INSERT INTO\n",
    "[a](INSERT_LINK)\n",
    "2025-05-05 20255-XX-XX 2025-XX XX-XX\n",
    "## 8.2.0 - 2026-xx-xx\n",
    "![Image of a mill](mill.png) [Image of a mill](mill.png) [Image of a mill]{.wide}\n",
    "Use [lorem ipsum](https://a.test/) to fill a page.\n",
    "TODO\n",
    "",
)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize(
    "path", ["a/templates/b.md", "archetypes/default.md", "CONTRIBUTING.md", ".github/a.md"]
)
def test_pages_that_are_to_be_filled_in(path: str) -> None:
    assert_flags(RULE, "[Your Name]\n", path=path)


def test_change_logs_have_dates_to_come() -> None:
    assert_flags(RULE, "On 2026-xx-xx by ⟦[Your Name]⟧\n", path="docs/changelog.md")


def test_notes_to_oneself() -> None:
    rule = Placeholder(todo=True)
    assert_flags(rule, "⟦TODO⟧: a. ⟦TBD⟧, `TODO`, context.TODO(), TODO-list, #TODO\n")
    assert rule.concerns("a TODO b")
    assert not RULE.concerns("a TODO b")


def test_what_is_allowed() -> None:
    assert_flags(Placeholder(allow=("[Your Name]",)), "[Your Name] ⟦[Your Email]⟧\n")


def test_a_text_to_fill_a_layout_with_may_be_meant() -> None:
    (found,) = violations(RULE, "Lorem ipsum dolor sit amet\n")
    assert found.level is Severity.INFO


@pytest.mark.parametrize("piece", ["[Your ", "[Image of ", "INSERT_A", "2025-XX-", "[Your Name] "])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 1_000)
