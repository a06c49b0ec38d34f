"""What the rule assistant-phrase flags, what it leaves alone, and in which languages."""

import re

import pytest

from contentlint import Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.residue import phrases
from contentlint_rules.residue.assistant_phrase import AssistantPhrase

RULE = AssistantPhrase()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "")


OPENERS = (
    "Sure! Here's a README",
    "Here is a professional README.md file you can upload",
    "Here’s a rewrite of the post that you can publish",
    "Below is a complete README for your project",
    "I'm sorry, but I cannot open links",
    "I can't browse the web",
    "Bien sûr ! Voici le texte",
    "Voici une version complète",
    "Je suis désolé, mais je ne peux pas",
    "Je ne peux pas accéder aux liens",
    "¡Claro! Aquí tienes el texto",
    "Aquí tienes un README",
    "Lo siento, pero no puedo",
    "Claro! Aqui está o texto",
    "Aqui está um exemplo de README",
    "Natürlich! Hier ist der Text",
    "Hier ist ein Entwurf für deine Seite",
    "Es tut mir leid, aber ich kann das nicht",
    "Certo! Ecco il testo",
    "Natuurlijk! Hier is de tekst",
    "Oczywiście! Oto tekst",
    "Tentu! Berikut teksnya",
    "Berikut adalah contoh README",
    "Chắc chắn rồi! Dưới đây là bài",
    "Elbette! İşte metin",
    "当然！以下是正文",
    "好的，以下是正文",
    "以下是一份完整的说明",
    "もちろん！以下は文章です",
    "承知しました。以下",
    "以下は、ご依頼の文章です",
    "물론입니다! 다음은 글입니다",
    "Конечно! Вот текст",
    "Вот ваш README",
    "Звичайно! Ось текст",
)
CLOSERS = (
    "Let me know if you'd like any changes.",
    "Feel free to customize this text.",
    "Would you like me to add a table?",
    "Do you want me to add a table?",
    "If you want, I can add a table.",
    "I hope this helps! Let me know what is missing.",
    "N’hésite pas à me dire si tu veux une autre version.",
    "Souhaitez-vous que je le traduise ?",
    "Si tu veux, je peux le traduire.",
    "No dudes en preguntar.",
    "¿Quieres que te prepare otra versión?",
    "Si quieres, puedo traducirlo.",
    "Espero que te sea útil.",
    "Fique à vontade para ajustar o texto.",
    "Quer que eu traduza?",
    "Se quiser, posso traduzir.",
    "Lass mich wissen, ob du mehr brauchst.",
    "Möchtest du, dass ich es kürze?",
    "Soll ich dir eine kürzere Fassung schreiben?",
    "Wenn du möchtest, kann ich es kürzen.",
    "Fammi sapere se vuoi altro.",
    "Vuoi che ti prepari altro?",
    "Laat me weten als je meer wilt.",
    "Wil je dat ik het inkort?",
    "Daj znać, jeśli chcesz więcej.",
    "Czy chcesz, żebym to skrócił?",
    "İstersen, bunu kısaltabilirim.",
    "Istersen, bunu çevirebilirim.",
    "Semoga membantu!",
    "Apakah Anda ingin saya menambahkan tabel?",
    "要不要我再写一版？",
    "需要我继续吗？",
    "如果你需要更短的版本，我可以再写。",
    "希望这些内容对你有帮助。",
    "希望這份說明對您有幫助。",
    "ご希望であれば、短くします。",
    "お役に立てれば幸いです。",
    "원하시면 더 짧게 만들어 드릴게요.",
    "Если хотите, могу сократить.",
    "Дайте знать, если нужно больше.",
)
ANYWHERE = (
    "As an AI language model, I cannot know.",
    "As a large language model, I do not have access to it.",
    "En tant que modèle de langage, je ne sais pas.",
    "Como modelo de lenguaje, no puedo saberlo.",
    "Como um modelo de linguagem, não posso saber.",
    "Als KI-Sprachmodell kann ich das nicht wissen.",
    "Come modello linguistico, non posso saperlo.",
    "Als taalmodel kan ik dat niet weten.",
    "Jako model językowy nie wiem.",
    "作为一个AI语言模型，我不知道。",
    "作為AI語言模型，我不知道。",
    "AI言語モデルとして、わかりません。",
    "Как языковая модель, я не знаю.",
    "It was open, as of my last knowledge update.",
    "It was open, as of my last training cutoff.",
    "À ma dernière mise à jour en 2023, il était ouvert.",
    "Hasta mi última actualización en 2023 estaba abierto.",
    "截至我的知识，它开放。",
    "Regenerate response",
    "Continue generating",
)


@pytest.mark.parametrize("phrase", OPENERS)
def test_openers(phrase: str) -> None:
    text = f"---\ntitle: a\n---\n\n# The mill\n\n{phrase}\n\nThe mill is old.\n"
    (found,) = violations(RULE, text)
    assert "begins its answer" in found.message
    assert RULE.concerns(text)
    assert not violations(RULE, f"The mill is old.\n\n{phrase}\n\nThe mill is old.\n")


@pytest.mark.parametrize("phrase", CLOSERS)
def test_closers(phrase: str) -> None:
    text = f"The mill is old.\n\n{phrase}\n"
    (found,) = violations(RULE, text)
    assert "offers after its answer" in found.message
    assert RULE.concerns(text)
    assert not violations(RULE, f"{phrase}\n\nThe mill is old.\n")


@pytest.mark.parametrize("phrase", ANYWHERE)
def test_what_is_never_honest(phrase: str) -> None:
    text = f"The mill is old.\n\n{phrase}\n\nThe mill is old.\n"
    (found,) = violations(RULE, text)
    assert "says of itself" in found.message
    assert RULE.concerns(text)
    for shown in (
        f"`{phrase}`",
        f"> {phrase}",
        f"It said “{phrase}”",
        f'It said "{phrase}"',
        f"```\n{phrase}\n```",
    ):
        assert not violations(RULE, f"a\n\n{shown}\n\nb\n"), shown


@pytest.mark.parametrize(
    ("table", "samples"), [(phrases.CLOSERS, CLOSERS), (phrases.ANYWHERE, ANYWHERE)]
)
def test_every_phrase_is_shown_and_holds_what_it_is_listed_under(
    table: dict[str, str], samples: tuple[str, ...]
) -> None:
    for key, phrase in table.items():
        shown = [
            at[0]
            for one in samples
            for at in re.finditer(phrase, one, re.IGNORECASE | re.MULTILINE)
        ]
        assert shown, key
        held = shown if table is phrases.ANYWHERE else [one.lower() for one in shown]
        assert all(key in one for one in held), key


@pytest.mark.parametrize("phrase", phrases.OPENERS)
def test_every_opener_is_shown(phrase: str) -> None:
    assert any(re.match(phrase, one, re.IGNORECASE) for one in OPENERS)


SILENT = (
    "Sure, the mill is old.\n",
    "Perfect! The mill is old.\n",
    "Here is the mill.\n\nVoici le moulin.\n",
    "Here’s a post about mills.\n",
    "当然，水车很旧。\n",
    "The mill.\n\nI hope this helps!\n",
    "The mill.\n\nLet me know what you think.\n",
    "The mill.\n\nFeel free to contact us.\n",
    "Le moulin.\n\nN'hésitez pas à me contacter !\n",
    "A language model is a model of language. We trained it as a large language model.\n",
    "---\ntitle: As an AI language model, I cannot know\n---\n\nThe mill.\n",
    "| Would you like me to |\n| - |\n| go |\n\nThe mill.\n",
    "# Would you like me to\n",
    "",
)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_phrases_that_are_meant() -> None:
    rule = AssistantPhrase(allow=("Let me know if you would like to add",))
    assert_flags(rule, "The mill.\n\nLet me know if you would like to add a mill.\n")


@pytest.mark.parametrize(
    "piece", ["as an AI language model, i ", "Let me know if you ", "# a\n", "\n"]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 1_500)
