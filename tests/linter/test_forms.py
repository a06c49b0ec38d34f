import pytest

from contentlint.forms import FORMS, language_meant


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ("date", ["2025-11-27", "2025-11-27T10:00Z", "2025-11-27 9:05:00 -0400", "2024-02-29"]),
        ("datetime", ["2025-11-27T10:00:00.5+01:00", "2025-11-27 10:00"]),
        ("slug", ["a", "rye-bread", "2-ryes"]),
        ("emoji", ["🎉", "❤", "❤️", "🇫🇷", "👨‍👩‍👧‍👦", "1️⃣", "#⃣", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈", "©", "🫪"]),
        ("language", ["fr", "FR", "pt-BR", "zh-Hans", "en_US", "sr-Latn-RS", "yue", "es-419"]),
        ("language", ["de-CH-1996", "sl-rozaj", "en-x-house"]),
        ("url", ["https://a.b", "ftp://a/b", "mailto:a@b.example", "tel:+49"]),
        ("path", ["a", "../a b.png", "/img/é.svg"]),
    ],
)
def test_what_has_a_form(form, values):
    assert [value for value in values if not FORMS[form](value)] == []


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ("date", ["", "2025", "2025-02-30", "2025-13-01", "27/11/2025", "2025-11-27 25:00", "x"]),
        ("datetime", ["2025-11-27", "2025-11-27T", "2025-02-30T10:00"]),
        ("slug", ["", "A", "a--b", "-a", "a-", "a_b", "é", "a b", "a/b", "a\n"]),
        ("emoji", ["", "a", "1", "#", "🎉🎉", "🇫", ":tada:", "🎉 ", "👍🏽🏽", "\u200d"]),
        ("language", ["", "x", "jp", "en-UK", "french", "eng", "fr-", "english_US", "qq"]),
        ("url", ["", "a.b", "/a", "https://", "https:///x", "//a.b", "a b://c"]),
        ("path", ["", " "]),
    ],
)
def test_what_has_not(form, values):
    assert [value for value in values if FORMS[form](value)] == []


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("jp", "ja"),
        ("cz-CZ", "cs-CZ"),
        ("eng", "en"),
        ("en_uk", "en-GB"),
        ("qq-UK", ""),
        ("qq", ""),
        ("klingon", ""),
    ],
)
def test_which_language_was_meant(value, meant):
    assert language_meant(value) == meant
    assert not meant or FORMS["language"](meant)


def test_forms_are_told_in_linear_time(linear):
    for piece in ("👍\u200d", "a-", "ab-", "x-a", "a:/", "1 "):
        linear(
            lambda count, piece=piece: [form(piece * count + "!") for form in FORMS.values()], 3000
        )
