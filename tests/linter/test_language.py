"""Which language a page is in: as it says, as its path says, or by its words."""

import pytest

from contentlint import Document, Site
from contentlint.language import of_path, of_tag, of_text, told_by_path

WORDS = {
    "en": "The mill on the river was built by the people of the town and it is still in use, so "
    "that you can see it with your own eyes when you are there.",
    "fr": "Le moulin de la rivière a été construit par les gens de la ville et il est encore "
    "dans un bon état, ce qui fait que vous pouvez le voir avec vos yeux.",
    "de": "Die Mühle an dem Fluss ist von den Leuten der Stadt gebaut und sie wird auch heute "
    "noch von einem Müller benutzt, so dass du sie mit den Augen sehen kannst.",
    "es": "El molino de la ribera fue construido por la gente de la ciudad y está todavía en "
    "uso, de modo que se puede ver con los ojos cuando no hay agua.",
    "it": "Il mulino della riva è stato costruito dalla gente di una città e non è più in uso, "
    "ma si può vedere anche con gli occhi nel giorno che è aperto al pubblico.",
    "pt": "O moinho da ribeira foi construído pelo povo da cidade e ainda está em uso, para que "
    "você possa ver com os olhos quando não há água, mas também em outros dias.",
    "nl": "De molen aan het water is door de mensen van de stad gebouwd en wordt nog steeds "
    "gebruikt, zodat je hem met je ogen kan zien als het niet te nat is.",
}


@pytest.mark.parametrize("language", WORDS)
def test_words_tell_the_language(language: str) -> None:
    assert of_text(WORDS[language] * 3).name == language
    assert Document("a.md", f"# A\n\n{WORDS[language] * 3}\n").language == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "水車は川のそばに立っています。"),
        ("zh", "水车在河边，从前的人用它磨面粉。"),
        ("ko", "물레방아는 강가에 서 있습니다."),
        ("ru", "Мельница стоит у реки, и мы её видим каждый день, это чудо."),
        ("uk", "Млин стоїть біля річки, і ми її бачимо щодня."),
        ("el", "Ο μύλος είναι δίπλα στο ποτάμι."),
        ("he", "הטחנה עומדת ליד הנהר."),
        ("ar", "تقع الطاحونة بجانب النهر."),
        ("fa", "آسیاب کنار رودخانه پابرجاست گچ."),
        ("th", "โรงสีอยู่ริมแม่น้ำ"),
        ("hi", "चक्की नदी के किनारे है।"),
    ],
)
def test_an_alphabet_tells_the_language(language: str, text: str) -> None:
    assert of_text(text * 20).name == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mill.",
        " ".join(["wheel dam sluice grain"] * 30),
        WORDS["en"] + WORDS["fr"] + WORDS["en"] + WORDS["fr"],
        "```\n" + WORDS["en"] * 4 + "\n```\n",
        "Hello 水车\n",
    ],
)
def test_what_is_not_sure_is_not_told(text: str) -> None:
    assert of_text(text).name == ""


@pytest.mark.parametrize(
    ("path", "language", "region"),
    [
        ("content/fr/a.md", "fr", ""),
        ("a.fr.md", "fr", ""),
        ("a.pt-BR.mdx", "pt", "br"),
        ("content.de/a.md", "de", ""),
        ("_posts/fr/a.md", "fr", ""),
        ("i18n/fr/docusaurus-plugin/current/a.md", "fr", ""),
        ("src\\content\\docs\\zh-cn\\a.md", "zh", "cn"),
        ("i18n/en/fr/a.md", "fr", ""),
        ("zh-Hant-TW/a.md", "zh", "tw"),
        ("content/a.md", "", ""),
        ("fr.md", "", ""),
        ("sign-in.md", "", ""),
        ("docs/v1/js/a.md", "", ""),
    ],
)
def test_a_path_tells_the_language(path: str, language: str, region: str) -> None:
    assert of_path(path) == (language, region)
    assert told_by_path(path)[0] == (language, region)


@pytest.mark.parametrize(
    ("path", "language", "rest"),
    [
        ("fr/a.md", "fr", "a.md"),
        ("content/fr/x/a.md", "fr", "content/x/a.md"),
        ("content.fr/a.md", "fr", "content/a.md"),
        ("x/a.fr.md", "fr", "x/a.md"),
        ("x/a.pt-BR.mdx", "pt", "x/a.mdx"),
        ("en/fr/a.md", "fr", "en/a.md"),
        ("fr/a.en.md", "en", "fr/a.md"),
        ("docs/a.md", "", "docs/a.md"),
        ("a.js.md", "", "a.js.md"),
        ("", "", ""),
    ],
)
def test_a_path_without_its_language(path: str, language: str, rest: str) -> None:
    found, left = told_by_path(path)
    assert (found.name, left) == (language, rest)


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("fr-CA", ("fr", "ca")),
        ("pt_BR.UTF-8", ("pt", "br")),
        ("EN", ("en", "")),
        ("french", ("", "")),
    ],
)
def test_a_tag_is_read(tag: str, found: tuple[str, str]) -> None:
    assert of_tag(tag) == found


@pytest.mark.parametrize("key", ["lang", "language", "locale"])
def test_a_page_says_its_language_before_its_path_does(key: str) -> None:
    document = Document("en/a.md", f"---\ntitle: A\n{key}: fr-CA\n---\n\nA\n")
    assert (document.language, document.region) == ("fr", "ca")


@pytest.mark.parametrize("front_matter", ["lang: 3", "lang: elvish", "slang: fr", "a: lang"])
def test_other_values_say_nothing(front_matter: str) -> None:
    assert Document("a.md", f"---\n{front_matter}\n---\n\nA\n").language == ""
    assert Document("de/a.md", f"---\n{front_matter}\n---\n\nA\n").language == "de"


def test_a_page_whose_words_say_otherwise_is_unknown() -> None:
    assert Document("fr/a.md", WORDS["en"] * 3).language == ""
    assert Document("fr/a.md", WORDS["fr"] * 3).language == "fr"


def test_hostile_text_takes_linear_time(linear) -> None:
    linear(lambda size: of_text("a `" * size + "й" * size), 50_000)


def test_what_is_prose() -> None:
    document = Document("a.md", "A `code` word.\n")
    from contentlint import Span

    assert document.is_prose(Span(9, 13))
    assert not document.is_prose(Span(3, 5))
    assert not document.is_prose(Span(7, 11))


def test_the_site_tells_the_language_of_a_page_that_does_not() -> None:
    site = Site(language="fr-CA")
    short = Document("a.md", "Bonjour.\n", locate=lambda path: site)
    assert (short.language, short.region) == ("fr", "ca")
    stated = Document("de/a.md", "Guten Tag.\n", locate=lambda path: site)
    assert stated.language == "de"
