# ruff: noqa: E501
"""What the engine behind ``mojibake`` finds, restores and leaves alone."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contentlint import Span
from contentlint_rules.encoding import _multibyte
from contentlint_rules.encoding._codecs import CODECS
from contentlint_rules.encoding._consensus import CERTAIN
from contentlint_rules.encoding._likeness import cost
from contentlint_rules.encoding.repair import Certainty, Damage, Repair, explain

BY_NAME = {codec.name: codec for codec in CODECS}
SEVEN = ("cp1252", "latin-1", "mac_roman", "cp1250", "cp1251", "cp437", "cp850")
MORE = ("cp1254", "cp1253", "koi8-r")

PAGES = {
    "fr": "L’été dernier, le garçon a goûté à la crème brûlée : « Où étiez-vous ? » — 25 €. 📉\n",
    "de": "Größe ist nicht alles, sagte der Koch – und würzte die Brühe mit Öl für „Gäste“.\n",
    "es": "¿Dónde está el niño? Mañana comerá en el jardín, ¡qué alegría! ÁRBOL, CANCIÓN.\n",
    "pt": "NÃO HÁ INFORMAÇÃO sobre a reunião de amanhã; às três, pães no feijão.\n",
    "pl": "Zażółć gęślą jaźń, rzekł Łukasz; święta w Łodzi są już blisko, część wróciła.\n",
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy; říjen přišel náhle. ŽIVOT V ŘÍČANECH.\n",
    "tr": "İstanbul’da güneşli bir gün, çocuklar bahçede şarkı söylüyor; ışık çok güzel.\n",
    "vi": "Hôm nay trời đẹp, chúng tôi ăn phở bò ở hồ Hoàn Kiếm; tiếng Việt có dấu.\n",
    "ru": "Сегодня утром мы пили чай. «Как хорошо!» — сказал он. Её книга вышла в мае.\n",
    "uk": "Її книжка вийшла у травні, а його — ще восени. КИЇВ зустрічає гостей і їжаків.\n",
    "el": "Σήμερα το πρωί ήπιαμε ζεστό καφέ δίπλα στη θάλασσα. «Τι ωραία!» είπε.\n",
    "zh": "今天早上我们沿着河边散步，喝了一杯热茶。“真好！”他说。\n",
    "ja": "今朝、川沿いを散歩して温かいお茶を飲みました。「いいですね」と言いました。\n",
}


def broken(text: str, *path: str) -> str:
    for name in path:
        text = BY_NAME[name].break_once(text)
    return text


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("name", SEVEN + MORE)
@pytest.mark.parametrize("language", PAGES)
def test_a_wholly_broken_text_comes_out_as_it_was(language: str, name: str, times: int) -> None:
    repair = explain(broken(PAGES[language], *[name] * times))
    assert repair.repaired == PAGES[language]
    assert repair.whole
    assert len(repair.path) == times


@pytest.mark.parametrize("name", SEVEN)
@pytest.mark.parametrize("language", PAGES)
def test_one_broken_line_is_found_among_clean_ones(language: str, name: str) -> None:
    clean = "Plain words stand here.\n" + PAGES[language] * 9
    repair = explain(clean + broken(PAGES[language], name) + clean)
    assert repair.repaired == clean + PAGES[language] + clean
    assert not repair.whole


@pytest.mark.parametrize("name", SEVEN)
@pytest.mark.parametrize(
    ("language", "word"),
    [("fr", "brûlée"), ("de", "würzte"), ("es", "Mañana"), ("cs", "žluťoučký"), ("ru", "Сегодня")],
)
def test_one_broken_word_is_found_in_a_clean_text(language: str, word: str, name: str) -> None:
    clean = PAGES[language] * 3
    repair = explain(clean.replace(word, broken(word, name), 1))
    assert repair.repaired == clean
    assert not repair.whole


def test_encodings_may_differ_between_two_rounds_and_between_two_places() -> None:
    text = PAGES["fr"]
    repair = explain(broken(text, "mac_roman", "cp1252"))
    assert repair.repaired == text
    assert repair.path == ("cp1252", "mac_roman")
    mixed = explain(broken(text, "mac_roman") + broken(text, "cp1252"))
    assert mixed.repaired == text * 2
    assert {place.path for place in mixed.damage} == {("mac_roman",), ("cp1252",)}


def test_only_part_of_the_text_was_broken_twice() -> None:
    once = broken(PAGES["fr"], "cp1252")
    repair = explain(once + broken(once, "cp1252") + "Plain.\n" + once)
    assert repair.repaired == PAGES["fr"] * 2 + "Plain.\n" + PAGES["fr"]
    assert {len(place.path) for place in repair.damage} == {1, 2}


@pytest.mark.parametrize("typed", ["’", "é", "🎉", "– ", "“", "œ"])
@pytest.mark.parametrize("name", SEVEN)
def test_a_clean_character_typed_into_a_broken_text_stays(name: str, typed: str) -> None:
    text = "Né en été, révolté, l’élève a goûté des pâtes où ça coûtait : déjà ! "
    before, after = text * 3, text * 3
    repair = explain(broken(before, name) + f" {typed}mot " + broken(after, name))
    assert repair.repaired == f"{before} {typed}mot {after}"
    assert repair.whole


def test_weak_places_follow_strong_ones() -> None:
    assert not explain("√π\n").damage
    assert explain("C’est là et o√π ?\n").repaired == "C’est là et o√π ?\n"
    assert explain("Tr√®s bient√¥t, mais o√π ?\n").repaired == "Très bientôt, mais où ?\n"


def test_many_hints_make_up_for_one_certain_place() -> None:
    hints = "20 Â° 5 Â² 7 Â³ Â» Å‚ "
    repair = explain(hints)
    assert all(place.odds <= CERTAIN for place in repair.damage)
    assert repair.repaired == "20 ° 5 ² 7 ³ » ł "


def test_what_would_read_as_a_stranger_stays_in_a_broken_text() -> None:
    text = broken(PAGES["fr"] * 6, "mac_roman") + "« “Ça”, —Él »\n"
    assert explain(text).repaired == PAGES["fr"] * 6 + "« “Ça”, —Él »\n"


LEGITIMATE = [
    "√2", "√π", "2√π/3", "x ≤ √a ± ∂", "a√π + b√∞", "±√(b²−4ac)", "¬∞ ∧ ¬p", "∂f/∂x ≈ ∑√n", "α±β, Δ≥0",
    "NÃO", "AÇÃO", "“AMANHÃ”", "À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï Ð Ñ Ò Ó Ô Õ Ö × Ø Ù Ú Û Ü Ý Þ ß",
    "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß",
    "Ω©", "Ω™", "5 kΩ ± 1", "20 °C", "Â°", "Å² et Å³", "BLÅ°", "£5 €5 ¥5", "100 ‰", "N° 5, 1ª, nº 2",
    "« CAFÉ »", "«CAFÉ»", "“CAFÉ”", "‘É’", "le CAFÉ™", "—Él dijo: —Ábrelo —Éste", "–à la carte–",
    "l’été d’Été, l’Âge", "…é", "“≠” “©” “°”", "„Größe“ ‚Äpfel‘ Spaß“", "¿Qué? ¡Ándale!",
    "⌘⇧ƒ ⌥⌘ƒ", "ƒ(x)=√x", "†‡ §5 ¶3 ©2020 Foo™®", "naïve façade Ångström", "ɹəˈvɒljʊʃn ʃ ˈfɑːðə",
    "┌─┬─┐ │a│ ├─┼─┤ └─┴─┘", "╔═╦═╗║╠═╬═╣╚═╩═╝", "─┐ ┬┐ ┴┘ ┤│ ├│ ░▒▓█", "│   ├── é.md",
    "Рік і місяць", "РІК НОВИЙ, СРІБЛО", "Її Рідний край, Ніч", "ЁЛКА, ВЁРСТА", "«Вії» «К» „Р“", "№ 5 С№",
    "Жђњ Љубав Ђорђе ЊЕГОВ", "«Ώρα» Όμηρος ΆΡΗΣ", "Α΄ Β΄ Γ΄ ΓΕΛ", "30°Γ",
    "ĐƯỜNG ẤM ÂM ÊM Ô", "İSTANBUL’DA ÇÖĞÜŞ", "MŮŽE, TĚŽKÝ, ŘÍŠE, ŽIŽKA", "ĄąĆćĘęŁłŃńÓóŚśŹźŻż",
    "中文“引号”和—破折号……", "本来是“©”符号", "日本語「カッコ」・ナカグロ", "한국어 “따옴표” 漢字",
    "שלום", "مرحبا", "สวัสดี", "नमस्ते", "( ͡° ͜ʖ ͡°)", "(╯°□°)╯︵ ┻━┻", "ಠ_ಠ", "❤️ 👩‍💻 🇫🇷 ✅",
]  # fmt: skip


@pytest.mark.parametrize("text", LEGITIMATE)
@pytest.mark.parametrize("frame", ["{}", "{}\n", "Word {} word.\n", "| {} | {} |\n", "{} " * 30])
def test_legitimate_text_is_left_alone(text: str, frame: str) -> None:
    assert not explain(frame.replace("{}", text)).damage


@pytest.mark.parametrize("name", SEVEN)
def test_legitimate_text_stays_beside_a_broken_word(name: str) -> None:
    lines = [line for line in LEGITIMATE if not re.search("[ÂÅÃ]|√[π∞]|¬∞|΄|├│", line)]
    text = "\n".join([*lines, broken("Révolté", name), *lines])
    assert explain(text).repaired == "\n".join([*lines, "Révolté", *lines])


def test_clean_pages_have_no_damage() -> None:
    assert not any(explain(page).damage for page in PAGES.values())
    assert not explain("\n".join(PAGES.values())).damage


@pytest.mark.parametrize(
    "text", ["", "plain", "\x00", "\r\n", "\ufffd", "\ud800 Ã©", "Ã", "√", "ï¿½"]
)
def test_odd_texts_are_borne(text: str) -> None:
    repair = explain(text)
    assert repair.repaired.encode("utf-8", "surrogatepass") is not None
    assert repair.text == text


def test_an_undamaged_text_says_so() -> None:
    repair = explain("Rien à dire.")
    assert repair == Repair("Rien à dire.")
    assert (repair.whole, repair.path, repair.repaired) == (False, (), "Rien à dire.")


def test_damage_tells_its_place_and_its_codec() -> None:
    repair = explain("Un café, un cafÃ©.")
    assert [place.span for place in repair.damage] == [Span(15, 17)]
    (place,) = repair.damage
    assert (place.reads, place.path) == ("é", ("cp1252",))
    assert place.odds > CERTAIN
    assert repair.coverage == pytest.approx(2 / 3)


def test_rounds_on_neighbouring_places_become_one() -> None:
    text = broken("é", "cp1252", "cp1252", "cp1252") + broken("à l’été", "cp1252")
    repair = explain(text)
    assert repair.repaired == "éà l’été"
    assert repair.damage[0] == Damage(
        Span(0, len(broken("é", "cp1252", "cp1252", "cp1252")) + 2), "éà",
        repair.damage[0].path, repair.damage[0].odds,
    )  # fmt: skip


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.name)
def test_an_encoding_undoes_what_it_did(codec: object) -> None:
    every = "".join(PAGES.values())
    assert codec.mend_once(codec.break_once(every)) == every
    assert codec.mend_once("é") is None
    assert codec.mend_once("Ā") is None
    assert len(set(codec.high)) == 128
    assert codec.runs.search(every.encode("ascii", "ignore").decode()) is None


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("é", "Ã©"),
        ("é", "√©"),
        ("—", "‚Äî"),
        ("й", "Р№"),
        ("🚀", "ðŸš€"),
        ("├──", "├é─"),
        ("好", "å¥½"),
    ],
)
def test_likeness_prefers_text(likely: str, unlikely: str) -> None:
    assert cost(likely, "a", "a") < cost(unlikely, "a", "a")
    assert cost(likely, "", "") < cost(unlikely, "", "")


def test_a_script_at_home_is_likelier() -> None:
    assert cost("й", "", "", frozenset("c")) < cost("й", "", "")
    assert cost("é", "", "", frozenset("c")) == cost("é", "", "")


WORDS = st.sampled_from(
    [
        "été",
        "à",
        "la",
        "Größe",
        "niño",
        "–",
        "“x”",
        "…",
        "√2",
        "É»",
        "Рік",
        "її",
        "│",
        "好",
        "🎉",
        "™",
        "°",
        "plain",
        "\n",
        "\xa0",
        "Ã",
        "Â",
    ]
)


@settings(max_examples=150, deadline=None)
@example("Ã©\x85ÂÃ")
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=20).map(" ".join)))
def test_every_repair_is_exact_and_final(text: str) -> None:
    repair = explain(text)
    assert not explain(repair.repaired).damage
    for place in repair.damage:
        mended = text[place.span.start : place.span.end]
        assert mended != place.reads
        assert place.path


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=20).map(" ".join), st.sampled_from(CODECS))
def test_breaking_a_repair_again_gives_back_what_stood_there(text: str, codec: object) -> None:
    source = codec.break_once(text)
    for place in explain(source).damage:
        again = place.reads
        for name in reversed(place.path):
            again = BY_NAME[name].break_once(again)
        if len(place.path) == 1:
            assert again == source[place.span.start : place.span.end]


WIDE = {codec.name: codec for codec in _multibyte.WIDE}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gbk", "Le café déjà vu, l’été où il y a ça et là des élèves.\n"),
        ("gbk", "Сегодня утром мы гуляли по набережной.\n"),
        ("gbk", "今天早上我们沿着\n"),
        ("cp932", "Le café déjà vu, où il y a ça et là des élèves.\n"),
        ("cp932", "ータセンター\n"),
        ("cp950", "Le café où il y a ça, né des élèves.\n"),
        ("cp949", "Le café déjà vu, où il y a ça et là des élèves.\n"),
    ],
)
def test_encodings_with_two_bytes_a_character(name: str, text: str) -> None:
    repair = explain(WIDE[name].break_once(text))
    assert repair.repaired == text
    assert {place.certainty for place in repair.damage} == {Certainty.LOSSLESS}
    assert repair.path == (name,)
    for place in repair.damage:
        assert WIDE[name].mend_once(repair.text[place.span.start : place.span.end]) == place.reads


def test_one_hanzi_in_a_word_is_damage_and_in_chinese_is_not() -> None:
    assert explain("Der gr茅mlin mag caf茅 und d茅j脿.\n").repaired == (
        "Der grémlin mag café und déjà.\n"
    )
    for text in (
        "用Git时，请先提交。\n",
        "这是茅台酒。\n",
        "中文 English 中文。\n",
        "한국어 漢字 test。\n",
    ):
        assert not explain(text).damage


@pytest.mark.parametrize(
    ("broken_text", "text"),
    [
        ("Il dit â€œouiâ€� souvent.\n", "Il dit “oui” souvent.\n"),
        ("La SlovenÄ�ina.\n", "La Slovenčina.\n"),
        ("Europa, AmĂ©rica, Ă�frica y OceanĂ\xada.\n", "Europa, América, África y Oceanía.\n"),
        ("voilÃ  le travail\n", "voilà le travail\n"),
        ("voilÃ le travail\n", "voilà le travail\n"),
        ("com especial atenÃ§Ã£o Ã s crianÃ§as\n", "com especial atenção às crianças\n"),
        ("Ã\xa0 l’Ã©tÃ©, dÃ©jÃ , voilÃ  ! Ã\xa0 Noël\n", "à l’été, déjà, voilà ! à Noël\n"),
    ],
)
def test_what_lost_a_byte_is_filled_in(broken_text: str, text: str) -> None:
    repair = explain(broken_text)
    assert min(place.certainty for place in repair.damage) is Certainty.FILLED
    assert repair.repaired == text


def test_what_could_be_many_characters_stays() -> None:
    assert "�" in explain("LГ© caf鏉� et 涓� d茅j脿\n").repaired
    assert not explain("Das Straße�, Größe�.\n").damage
    assert not explain("MANHÃ É BOA, NÃO É?\n").damage


@pytest.mark.parametrize(
    ("spelt", "text"),
    [
        ("Le caf&Atilde;&copy; d&Atilde;&copy;j&Atilde;&nbsp;\n", "Le café déjà\n"),
        ("l&#226;&#8364;&#8482;été\n", "l’été\n"),
        ("l&#xE2;&#x20AC;&#x2122;or\n", "l’or\n"),
        ('{"a": "l\\u00e2\\u20ac\\u2122or"}\n', '{"a": "l’or"}\n'),
        ("dÃ©j&Atilde;&nbsp; vu\n", "déjà vu\n"),
    ],
)
def test_what_is_spelt_out(spelt: str, text: str) -> None:
    assert explain(spelt).repaired == text


@pytest.mark.parametrize(
    "text",
    [
        "&eacute;&agrave; &lt;&gt; &amp;&amp;\n",
        "&Eacute;t&eacute;\n",
        "\\ud83d\\ude00 \\u00e9\\u00e0\n",
        "&nope;&Atilde;\n",
        "&#233;&#224;\n",
    ],
)
def test_what_is_spelt_out_on_purpose(text: str) -> None:
    assert not explain(text).damage


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("cp1251", "cp1252"),
        ("cp1251", "koi8-r"),
        ("koi8-r", "cp1251"),
        ("koi8-r", "cp1252"),
        ("cp866", "cp1251"),
        ("cp1251", "mac_roman"),
    ],
)
def test_one_old_encoding_read_as_another(right: str, wrong: str) -> None:
    text = (
        "Сегодня утром мы гуляли по набережной и пили горячий чай.\n\nPlain words.\n\n"
        "Новости экономики: курс вырос на три процента. Книга вышла в мае, а журнал в июне.\n"
    )
    repair = explain(text.encode(right).decode(wrong))
    assert repair.repaired == text
    assert {place.certainty for place in repair.damage} == {Certainty.GUESSED}
    assert repair.path == (f"{right} as {wrong}",)


def test_alphabets_and_shouting_are_no_old_encoding() -> None:
    for text in ("абвГДЕ ЖЗИ клм\n" * 4, "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ\n" * 9, "éééééééé\n" * 20):
        assert all(p.certainty is not Certainty.GUESSED for p in explain(text).damage)


def test_halves_of_an_emoji() -> None:
    assert explain("Hi guys í\xa0½í¸\x8d\n").repaired == "Hi guys 😍\n"


@pytest.mark.parametrize(
    "piece",
    ["Ã", "â€", "â€�", "Ã ", "Ð�", "&Atilde;", "\\u00c3", "茅", "鈥�", "ﾃ", "Ïðè ", "я╨", "°Á�?"],
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: explain(piece * size), 2_000)


@given(st.text(st.sampled_from("aé Ã©â€™�?\xa0茅鈥ﾃ｡Р°В»пр─┬&;\\u00c3'\n"), max_size=60))
def test_any_text_comes_to_rest(text: str) -> None:
    repaired = explain(text).repaired
    again = explain(repaired)
    assert again.repaired == explain(again.repaired).repaired


def test_a_no_break_space_that_became_a_blank_is_one_again() -> None:
    broken_text = "Lâ€™Ã©tÃ© en FranceÂ : deuxÂ ; troisÂ !\n"
    assert explain(broken_text).repaired == "L’été en France\xa0: deux\xa0; trois\xa0!\n"
    russian = "Ð ÑƒÐºÐ¸ Ð¸ Ð ÐµÐºÐ°\n"
    assert explain(russian).repaired == "Руки и Река\n"


@pytest.mark.parametrize(
    "text",
    [
        # Norwegian, with “å”, of which that encoding lacks a byte.
        "Være så lenge øret er bøyd, på en ærlig måte\n".encode()
        .replace("å".encode(), b"\xc3")
        .decode("cp1257"),
        "| Ã | Ã© | dÃ©jÃ  vu, Ã©tÃ© |\n",  # a sign of multiplication, in a table
    ],
)
def test_a_blank_is_no_letter_where_no_language_has_it(text: str) -> None:
    repaired = explain(text).repaired
    assert "| à |" not in repaired
    assert "så" not in repaired
    assert "sà" not in repaired


def test_frames_and_mixed_capitals_are_no_reading() -> None:
    assert not any("├" in place.reads for place in explain("ÃÂ²ÃÃÂµÃÂ´ÃÂ½ÃÂ¾ÃÃ ÃÂ½ÃÂ").damage)
    lowered = "ã†â€™ãƒâ€ ã¢â‚¬â„¢ãƒæ’ã‚â¢ãƒâ¢ã¢â‚¬å¡ã‚â¬ãƒâ€šã‚â"
    assert not any(" as " in place.path[0] for place in explain(lowered).damage)


def test_entities_that_are_meant_stay() -> None:
    for text in ("a&nbsp;&raquo; b", "&lt;&gt;", "$&#123;&#125;", "caf&eacute;&nbsp;!", r"\u00e9t"):
        assert not explain(text).damage
