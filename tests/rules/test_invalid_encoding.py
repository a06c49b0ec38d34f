"""What the rule invalid-encoding says of bytes that are no UTF-8, and what its fix stores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import Applicability, Document, Span, Stored
from contentlint.engine import fix
from contentlint.rule import Configured
from contentlint.source import UnreadableError, decode
from contentlint_rules.encoding.invalid_encoding import InvalidEncoding

RULE = InvalidEncoding()
WAYS = {
    "cp1252": "# Été\n\nL’été, le café était fermé : où aller ? Déjà là-bas.\n",
    "mac_roman": "# Été\n\nL’été, le café était fermé : où aller ? Déjà là-bas.\n",
    "cp437": "Die Übergröße der Bäume überraschte die Gäste in München.\n",
    "cp1250": "Zażółć gęślą jaźń, powiedział Łukasz i poszedł na łąkę.\n",
    "iso8859-2": "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl Šimon.\n",
    "cp1251": "Сегодня утром мы гуляли по набережной.\n",
    "koi8-r": "Сегодня утром мы гуляли по набережной.\n",
    "cp866": "Сегодня утром мы гуляли по набережной.\n",
    "cp1253": "Σήμερα το πρωί περπατήσαμε δίπλα στη θάλασσα.\n",
    "cp932": "川沿いを散歩して温かいお茶を飲みました。\n",
    "euc_jp": "川沿いを散歩して温かいお茶を飲みました。\n",
    "gb18030": "今天早上我们沿着河边散步，喝了一杯热茶。\n",
    "big5": "今天早上我們沿著河邊散步，喝了一杯熱茶。\n",
    "cp949": "오늘 아침 우리는 강가를 산책했습니다.\n",
}


def page(data: bytes) -> Document:
    source = decode(data, "page.md")
    return Document(source.path, source.text, source.stored)


def fixed(data: bytes, least: Applicability = Applicability.UNSAFE) -> tuple[str, Stored]:
    done = fix(page(data), [Configured(RULE, RULE.severity)], least)
    return done.text, done.stored


@pytest.mark.parametrize("codec", WAYS)
def test_the_likeliest_encoding(codec: str) -> None:
    data = WAYS[codec].encode(codec)
    assert fixed(data) == (WAYS[codec], Stored())
    assert fixed(data, Applicability.SAFE)[1] != Stored()


def test_the_message() -> None:
    (found,) = RULE.check(page("Le café\n\nest là.\n".encode("latin-1")))
    assert found.span == Span(6, 7)
    assert found.message == (
        "Not UTF-8: byte 0xE9 at offset 6, and 1 more. As Windows-1252 it reads “café”"
    )
    (found,) = RULE.check(page("é caf\xe9".encode()[:5] + b"\xe9 b"))
    assert (
        found.message
        == "Not UTF-8: byte 0xE9 at offset 5. As Windows-1252 it reads “caé”".replace("caé", "caé")
    )


def test_a_pasted_line_leaves_the_rest_alone() -> None:
    good, pasted = "L’été à Orléans.\n", "Déjà vu.\n"
    assert fixed(good.encode() + pasted.encode("cp1252"))[0] == good + pasted


def test_a_file_that_was_cut_off() -> None:
    (found,) = RULE.check(page("Fin é".encode()[:-1]))
    assert found.fix is None
    assert found.message == (
        "Not UTF-8: byte 0xC3 at offset 4. The file ends in the middle of a character: "
        "its end is missing"
    )


@pytest.mark.parametrize(
    ("codec", "sure"),
    [
        ("utf-16", Applicability.SAFE),
        ("utf-32", Applicability.SAFE),
        ("utf-16-le", Applicability.UNSAFE),
        ("utf-16-be", Applicability.UNSAFE),
    ],
)
def test_other_forms_of_unicode(codec: str, sure: Applicability) -> None:
    data = "Un café à Orléans.\n".encode(codec)
    (found,) = RULE.check(page(data))
    assert found.fix is not None
    assert found.fix.applicability is sure
    assert found.message == f"The file is stored as {codec[:6].upper()}; site generators read UTF-8"
    assert fixed(data) == ("Un café à Orléans.\n", Stored())


def test_utf_8_is_fine() -> None:
    assert not list(RULE.check(page("Un café\n".encode())))


@given(st.binary(max_size=60))
def test_no_bytes_break_it(data: bytes) -> None:
    try:
        document = page(data)
    except UnreadableError:
        return
    text, stored = fixed(data)
    assert stored == Stored() or document.stored == stored
    assert stored.whole is (not any("\udc80" <= char <= "\udcff" for char in text))
