"""The numbers of a sentence, and whether a source says them."""

import importlib
import re
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint.citations.evidence import Support
from contentlint.numbers import Figures, Match, Quantity, quantities
from contentlint.numbers.digits import readings

SUPPORTED, NEAR, ABSENT = Support.SUPPORTED, Support.NEAR, Support.ABSENT
ELSEWHERE, UNKNOWN = Support.ELSEWHERE, Support.UNKNOWN


def unmarked(text: str) -> tuple[str, list[str]]:
    """Return a text without its marks, and what stood in them."""
    parts = text.replace("⟧", "⟦").split("⟦")
    return "".join(parts), parts[1::2]


def only(text: str, language: str = "") -> Quantity:
    (quantity,) = quantities(text, language)
    return quantity


def sought(claim: str, source: str, language: str = "", of: str = "") -> Match:
    return Figures(source, of or language).seek(only(claim, language), claim)


@pytest.mark.parametrize(
    ("language", "text", "unit", "value"),
    [
        ("en", "It fell by ⟦17.4%⟧ last year.", "%", "17.4"),
        ("en", "It fell by ⟦17.4 per cent⟧ last year.", "%", "17.4"),
        ("en", "It fell by ⟦3 percentage points⟧.", "points", "3"),
        ("en", "It cost ⟦$66K⟧.", "USD", "66000"),
        ("en", "It cost ⟦US$2.7bn⟧.", "USD", "2700000000"),
        ("en", "It cost ⟦£5m⟧.", "GBP", "5000000"),
        ("en", "It cost ⟦15 million dollars⟧.", "USD", "15000000"),
        ("en", "It cost ⟦CHF 1,200⟧.", "CHF", "1200"),
        ("en", "It is ⟦280 times⟧ cheaper.", "x", "280"),
        ("en", "It is ⟦280-fold⟧ cheaper.", "x", "280"),
        ("en", "It is ⟦280x⟧ cheaper.", "x", "280"),
        ("en", "It is ⟦280×⟧ cheaper.", "x", "280"),
        ("en", "It shrank by a factor of ⟦280⟧.", "x", "280"),
        ("en", "They won for the ⟦32nd⟧ time.", "ordinal", "32"),
        ("en", "They were ⟦two hundred and fifty⟧ in all.", "", "250"),
        ("en", "⟦Eighty-five percent⟧ agree.", "%", "85"),
        ("en", "Some ⟦1.2 billion⟧ people live there.", "", "1200000000"),
        ("en", "They raised ⟦half a million⟧ for it.", "", "500000"),
        ("en", "It holds ⟦12,34,567⟧ files.", "", "1234567"),
        ("en", "It weighs ⟦16 kg⟧.", "kg", "16"),
        ("en", "It began in ⟦1998⟧.", "year", "1998"),
        ("en", "It was the fashion of the ⟦1960s⟧.", "decade", "1960"),
        ("fr", "Le coût a été divisé par ⟦280⟧.", "x", "280"),
        ("fr", "Le coût a baissé de ⟦1,7 %⟧.", "%", "1.7"),
        ("fr", "Il y a ⟦quatre-vingt-dix-sept pour cent⟧ de réponses.", "%", "97"),
        ("fr", "On compte ⟦soixante et onze⟧ villages.", "", "71"),
        ("fr", "On compte ⟦deux cent quatre-vingts⟧ villages.", "", "280"),
        ("fr", "Il coûte ⟦3 M€⟧ par an.", "EUR", "3000000"),
        ("fr", "Il coûte ⟦12 k€⟧ par an.", "EUR", "12000"),
        ("fr", "Il coûte ⟦2,5 Md€⟧ par an.", "EUR", "2500000000"),
        ("fr", "Il coûte ⟦1,2 milliard d'euros⟧ par an.", "EUR", "1200000000"),
        ("fr", "La part recule de ⟦2,6 points de pourcentage⟧.", "points", "2.6"),
        ("fr", "Il est ⟦280 fois⟧ plus lourd.", "x", "280"),
        ("fr", "C'est beaucoup : ⟦2 billions⟧ de cellules.", "", "2000000000000"),
        ("de", "Der Umsatz stieg auf ⟦3,94 Milliarden Euro⟧.", "EUR", "3940000000"),
        ("de", "Der Verlust lag bei ⟦156 Mio. Euro⟧.", "EUR", "156000000"),
        ("de", "Die Schulden betragen ⟦1,3 Billionen Euro⟧.", "EUR", "1300000000000"),
        ("de", "Das sind ⟦7,3 Prozentpunkte⟧ weniger.", "points", "7.3"),
        ("de", "Das ist das ⟦280-fache⟧ davon.", "x", "280"),
        ("de", "Es sind ⟦fünfundachtzig Prozent⟧ der Leute.", "%", "85"),
        ("de", "Es waren ⟦zweihundertfünfzig⟧ Leute da.", "", "250"),
        ("de", "Sie stammt aus dem ⟦17.⟧ Jahrhundert.", "ordinal", "17"),
        ("es", "Cuesta ⟦4.850 millones de euros⟧ al año.", "EUR", "4850000000"),
        ("es", "Cuesta ⟦3 mil millones de dólares⟧ al año.", "USD", "3000000000"),
        ("es", "Son ⟦treinta y cinco por ciento⟧ de los casos.", "%", "35"),
        ("es", "La deuda asciende a ⟦1,3 billones de pesos⟧.", "MXN", "1300000000000"),
        ("es", "Bajó ⟦14,5 puntos porcentuales⟧ en el año.", "points", "14.5"),
        ("es", "Es ⟦280 veces⟧ más alta que la otra.", "x", "280"),
        ("it", "Ci sono ⟦31mila⟧ lavoratori.", "", "31000"),
        ("it", "Costa ⟦2,1 miliardi di euro⟧ all'anno.", "EUR", "2100000000"),
        ("it", "Sono il ⟦quarantadue per cento⟧ degli occupati.", "%", "42"),
        ("it", "Trasporta ⟦duecentottanta⟧ persone.", "", "280"),
        ("it", "È ⟦280 volte⟧ più grande.", "x", "280"),
        ("it", "I prezzi sono scesi di ⟦8,9 punti percentuali⟧.", "points", "8.9"),
        ("pt", "O setor vale ⟦R$ 1,84 bilhão⟧ por ano.", "BRL", "1840000000"),
        ("pt", "São ⟦trinta e oito por cento⟧ dos barcos.", "%", "38"),
        ("pt", "Aumentou ⟦4,7 pontos percentuais⟧ no ano.", "points", "4.7"),
        ("pt", "A população é de ⟦152 mil⟧ habitantes.", "", "152000"),
        ("nl", "Het kostte ⟦2,7 miljard euro⟧ in totaal.", "EUR", "2700000000"),
        ("ru", "Это стоило ⟦2,7 млрд⟧ и дало рост.", "", "2700000000"),
        ("zh", "共有⟦1.7亿⟧人参加。", "", "170000000"),
        ("pt", "É ⟦280 vezes⟧ maior do que antes.", "x", "280"),
        ("en", "It is the ⟦125th⟧ wheel of them.", "ordinal", "125"),
        ("en", "At that level ⟦12 %⟧ of them turn.", "%", "12"),
    ],
)
def test_a_number_has_its_unit_and_its_value(
    language: str, text: str, unit: str, value: str
) -> None:
    plain, (marked,) = unmarked(text)
    found = [q for q in quantities(plain, language) if not q.weak]
    assert [q.written for q in found] == [marked]
    assert found[0].unit == unit
    assert Decimal(value) in found[0].values
    assert plain[found[0].span.start : found[0].span.end] == marked


@pytest.mark.parametrize(
    ("language", "text", "share"),
    [
        ("en", "About ⟦a third⟧ of them left.", Fraction(1, 3)),
        ("en", "In all ⟦two-thirds⟧ left.", Fraction(2, 3)),
        ("en", "Still ⟦one in five⟧ smokes.", Fraction(1, 5)),
        ("en", "Still ⟦one ship in eight⟧ smokes.", Fraction(1, 8)),
        ("en", "Still ⟦3 out of 10⟧ smoke.", Fraction(3, 10)),
        ("fr", "Il en reste ⟦un tiers⟧ de plus.", Fraction(1, 3)),
        ("fr", "Il en reste ⟦un arbre sur cinq⟧ dehors.", Fraction(1, 5)),
        ("de", "Es sind ⟦zwei Drittel⟧ der Leute.", Fraction(2, 3)),
        ("de", "Es fehlt ⟦jeder fünfte⟧ Zug.", Fraction(1, 5)),
        ("es", "Son ⟦dos tercios⟧ de los pozos.", Fraction(2, 3)),
        ("es", "Lo dice ⟦uno de cada cuatro⟧ vecinos.", Fraction(1, 4)),
        ("it", "Chiude ⟦un terzo⟧ degli alberghi.", Fraction(1, 3)),
        ("it", "Lo parla ⟦un abitante su sette⟧ ancora.", Fraction(1, 7)),
        ("pt", "São ⟦dois terços⟧ da captura.", Fraction(2, 3)),
        ("pt", "Falta ⟦um em cada três⟧ portos.", Fraction(1, 3)),
    ],
)
def test_a_part_is_a_fraction(language: str, text: str, share: Fraction) -> None:
    plain, (marked,) = unmarked(text)
    found = only(plain, language)
    assert (found.written, found.unit, found.values) == (marked, "fraction", (share,))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 3 May 2012", (2012, 5, 3)),
        ("on March 30, 2012", (2012, 3, 30)),
        ("on the 3rd of May 2012", (2012, 5, 3)),
        ("on 2012-05-03", (2012, 5, 3)),
        ("on 31/12/98", (1998, 12, 31)),
        ("le 17 juillet 2020", (2020, 7, 17)),
        ("le 1er mai 2012", (2012, 5, 1)),
        ("am 8. April 2014", (2014, 4, 8)),
        ("am 08.04.2014", (2014, 4, 8)),
        ("el 5 de octubre de 1967", (1967, 10, 5)),
        ("il 27 maggio 2016", (2016, 5, 27)),
        ("em 6 de março de 2018", (2018, 3, 6)),
        ("in October 2018", (2018, 10, 0)),
        ("en juillet 2020", (2020, 7, 0)),
    ],
)
def test_a_date_is_year_month_and_day(text: str, day: tuple[int, int, int]) -> None:
    found = only(text)
    assert (found.unit, found.values[0]) == ("date", day)


@pytest.mark.parametrize(
    ("claim", "source", "support"),
    [
        ("It met on March 13–14, 2018.", "It met on March 13 and 14.", Support.SUPPORTED),
        ("It met on March 13–14, 2018.", "It met from 13 March to 14 March.", Support.SUPPORTED),
        ("It met on March 13–15, 2018.", "It met on March 13 and 14.", Support.ABSENT),
        ("It met from 12 to 18 April.", "It met on 12-18 April.", Support.SUPPORTED),
        ("It met from 11 to 18 April.", "It met on 12-18 April.", Support.ABSENT),
    ],
)
def test_of_several_days_all_are_meant(claim: str, source: str, support: Support) -> None:
    assert only(claim).every
    assert sought(claim, source, "en").support is support


def test_a_date_in_digits_may_begin_with_the_day_or_the_month() -> None:
    assert not only("on 03/05/2012").every
    assert set(only("on 03/05/2012").values) == {(2012, 5, 3), (2012, 3, 5)}


@pytest.mark.parametrize(
    "text",
    [
        "Run GPT-3.5 on an iPhone 12 over HTTP/2.",
        "Install v1.2.3, not version 2.0.",
        "The one to take is 1.26.17.",
        "See /blog/2022/03/29/news and a picture of 640 x 480 in photo-300.jpg.",
        "See Article 5, section 3 and figure 2.",
        "Voir l'article 5 et la page 12.",
        "Siehe Kapitel 3 und Abbildung 12.",
        "As said before [1] and [12-14].",
        "The train leaves at 10:30 or 8 pm.",
        "See https://example.org/2018/12/30 for `x = 17`.",
        "Call +33 1 23 45 67 89 or 01 23 45 67 89.",
        "It is open 24/7 since then.",
        "They flew on Apollo 11 again.",
        "The address is 192.168.10.1 for now.",
        "1. First of all\n2) Then",
        "A 3D film on 5G networks in her 20s.",
        "Colours such as #336699 and issue #12.",
    ],
)
def test_a_number_in_a_name_is_no_quantity(text: str) -> None:
    assert [q.written for q in quantities(text) if not q.weak] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between ⟦5⟧ and ⟦7 %⟧", ["5", "7"]),
        ("about ⟦5⟧–⟦7 %⟧", ["5", "7"]),
        ("entre ⟦12⟧ et ⟦15 %⟧", ["12", "15"]),
        ("von ⟦12⟧ bis ⟦15 Prozent⟧", ["12", "15"]),
    ],
)
def test_a_range_is_two_numbers_of_one_unit(text: str, values: list[str]) -> None:
    plain, marked = unmarked(text)
    found = quantities(plain)
    assert [q.written for q in found] == marked
    assert [(q.unit, q.values[0]) for q in found] == [("%", Decimal(v)) for v in values]


def test_the_first_of_a_range_may_be_of_the_scale_of_the_second() -> None:
    one, two = quantities("They paid $5–7 million for it.", "en")
    assert one.unit == two.unit == "USD"
    assert Decimal(5_000_000) in one.values


def test_a_range_of_years_may_shorten_the_second() -> None:
    assert [q.values for q in quantities("in 2007–08")] == [(Decimal(2007),), (Decimal(2008),)]


@pytest.mark.parametrize(
    ("text", "approximate", "bound"),
    [
        ("over 280 towns", False, 1),
        ("plus de 280 villes", False, 1),
        ("mehr als 280 Orte", False, 1),
        ("280+ towns", False, 1),
        ("about 280 towns", True, 0),
        ("environ 280 villes", True, 0),
        ("~280 towns", True, 0),
        ("less than 280 towns", False, -1),
        ("nearly 280 towns", True, -1),
        ("exactly 280 towns", False, 0),
    ],
)
def test_words_before_a_number_say_how_firm_it_is(text: str, approximate: bool, bound: int) -> None:
    found = only(text)
    assert (found.approximate, found.bound) == (approximate, bound)


@pytest.mark.parametrize("run", ["1.2.3", "1,2.3", "1'23", "1" * 25])
def test_what_is_no_number_is_none(run: str) -> None:
    assert readings(run) == ()


def test_a_scale_is_not_shared_with_what_has_a_unit_of_its_own() -> None:
    share, many = quantities("From 5 % to 7 million of them turn.", "en")
    assert (share.unit, share.values) == ("%", (Decimal(5),))
    assert many.values == (Decimal(7_000_000),)


def test_all_readings_of_ambiguous_digits_are_kept() -> None:
    assert set(only("a 1.234 b").values) == {Decimal(1234), Decimal("1.234")}
    assert only("a 36,000 b").values == (Decimal(36000),)


@pytest.mark.parametrize(
    ("claim", "source", "support"),
    [
        # rounding
        ("It grew by 1.7 %.", "It grew by 1.72 %.", SUPPORTED),
        ("It grew by 1.7 %.", "It grew by 1.749 %.", SUPPORTED),
        ("It grew by 1.72 %.", "It grew by 1.7 %.", ABSENT),
        ("It grew by 1.7 %.", "It grew by 1.76 %.", ABSENT),
        ("About 1,700 towns grew.", "1,683 towns grew.", SUPPORTED),
        ("In all 1,700 towns grew.", "In all 1,683 towns grew.", SUPPORTED),
        ("They read 300 sites.", "They read 297 sites.", SUPPORTED),
        ("They read 300 sites.", "They read 291 sites.", ABSENT),
        ("They read 300 sites.", "They read 312 sites.", ABSENT),
        ("They read 297 sites.", "They read 300 sites.", ABSENT),
        ("They read 300 sites.", "Nobody counts 297 trees.", ABSENT),
        ("They read over 300 sites.", "They read 297 sites.", ABSENT),
        ("It grew by 300 %.", "It grew by 297 %.", ABSENT),
        ("They read 1,720 sites.", "They read 1,724 sites.", ABSENT),
        ("It cost $1,700.", "It cost $1,683.", SUPPORTED),
        ("It made 1.2 billion.", "It made 1,183,402,117.", SUPPORTED),
        # bounds
        ("Over 280 towns grew.", "280 towns grew.", SUPPORTED),
        ("Over 280 towns grew.", "284 towns grew.", SUPPORTED),
        ("Over 280 towns grew.", "279 towns grew.", ABSENT),
        ("Less than 280 towns grew.", "276 towns grew.", SUPPORTED),
        # units
        ("It reached 78 %.", "It reached 78 percent.", SUPPORTED),
        ("The share reached 78 %.", "The share reached 78 million.", ABSENT),
        ("The share of rye is 300 grains.", "The share of rye is three grains.", Support.ABSENT),
        ("The share of rye costs 30 $.", "The share of rye costs as GPT-3.5 does.", Support.ABSENT),
        ("The share of rye is about 0,00 $.", "The share of rye is $0.07 now.", Support.ABSENT),
        ("The share is 78 %.", "The share is of 78 towns, in percent.", NEAR),
        ("The share fell by 7 %.", "The share fell by 7 percentage points.", NEAR),
        ("The share fell by 7 percentage points.", "The share fell by 7 %.", NEAR),
        ("The tower cost $12.", "The tower cost 12 euros.", NEAR),
        ("The tower cost $12.", "The tower cost 12 dollars.", SUPPORTED),
        ("The price is ~$66,000.", "The price is $66K.", SUPPORTED),
        ("The wall is 2.34 km long.", "The wall is 2,340 metres long.", SUPPORTED),
        ("The shell weighs 10 kg.", "A 23-pound shell.", SUPPORTED),
        ("The shell weighs 14 kg.", "A 23-pound shell.", ABSENT),
        # parts
        ("A share of 33 % left.", "One third of the share left.", SUPPORTED),
        ("A share of 20 % left.", "One in five of the share left.", SUPPORTED),
        ("Two thirds of it left.", "Then 66.7 % of it left.", SUPPORTED),
        ("A share of 12.4 % left.", "One in eight of the share left.", ABSENT),
        # slips
        ("The town grew by 17 %.", "The town grew by 1.7 %.", NEAR),
        ("The town had 4,183 houses.", "The town had 4,813 houses.", NEAR),
        ("The town had 4,183 houses.", "The town had 4,182 houses.", NEAR),
        ("The town had 280 houses.", "The town had 280 million houses.", NEAR),
        ("The town had 280 houses.", "The village had 281 trees.", ABSENT),
        # dates
        ("It began on 3 May 2012.", "It began on 3 May.", SUPPORTED),
        ("It began on 3 May 2012.", "It began on May 4, 2012.", ABSENT),
        ("It began on 3 May 2012.", "It began on May 3, 2013.", ABSENT),
        ("It began on 3 May 2012.", "It began on 3 May. The last was in 2011.", SUPPORTED),
        ("It began on 3 May 2012.", "It began on 3 May. The last was in 1999.", ABSENT),
        ("It began on 3 May 2012.", "It began 05/03/2012.", SUPPORTED),
        ("It began on 2012‑05‑03.", "It began on 3 May 2012.", SUPPORTED),
        ("It began on 2012‑05‑03.", "It began on 4 May 2012.", ABSENT),
        ("It began in 2012.", "It began on May 4, 2012.", SUPPORTED),
        ("It began in 2008.", "It lasted for 2007–08.", SUPPORTED),
        ("It was in the 1960s.", "It was in 1963.", SUPPORTED),
        ("It was in the 1960s.", "It was in 1969.", SUPPORTED),
        ("It was in the 1960s.", "It was in 1970.", ABSENT),
        ("It was 85 towns.", "It was eighty-five towns.", SUPPORTED),
        # weak
        ("They wrote two books.", "They wrote many books.", UNKNOWN),
    ],
)
def test_a_source_says_a_number_or_something_like_it(
    claim: str, source: str, support: Support
) -> None:
    assert sought(claim, source, "en").support == support


@pytest.mark.parametrize(
    ("claim", "language", "source", "of", "support"),
    [
        ("Le coût a été divisé par 280.", "fr", "The cost dropped 280-fold.", "en", SUPPORTED),
        ("Le coût atteint 2,7 milliards.", "fr", "The cost is 2.7 billion.", "en", SUPPORTED),
        ("Le coût atteint 2,7 billions.", "fr", "The cost is 2.7 billion.", "en", ABSENT),
        ("Los pozos son 1,3 billones.", "es", "The wells are 1.3 trillion.", "en", SUPPORTED),
        ("It had 250 people.", "en", "Es waren zweihundertfünfzig Leute.", "de", SUPPORTED),
        ("It had 97 people.", "en", "Il y en avait quatre-vingt-dix-sept.", "fr", SUPPORTED),
        ("It had 38 people.", "en", "Eram trinta e oito pessoas.", "pt", SUPPORTED),
        ("It was on 5 October 1967.", "en", "Fue el 5 de octubre de 1967.", "es", SUPPORTED),
        ("It was on 6 October 1967.", "en", "Fue el 5 de octubre de 1967.", "es", ABSENT),
    ],
)
def test_a_source_may_be_in_another_language(
    claim: str, language: str, source: str, of: str, support: Support
) -> None:
    assert sought(claim, source, language, of).support == support


def test_what_is_found_is_told_as_the_source_writes_it() -> None:
    match = sought("The town grew by 17 %.", "It rained.\nThe town grew by 1.7 % in May.", "en")
    assert match == (NEAR, "1.7 %", "The town grew by 1.7 % in May.")


def test_a_number_in_a_sentence_of_other_things_is_elsewhere() -> None:
    claim = "The port of Aldmoor employs 412 workers on its northern quay."
    source = (
        "Fishing boats landed there. A storm broke 412 windows of old churches near the market."
    )
    assert sought(claim, source, "en").support == ELSEWHERE


def test_a_head_of_a_table_gives_the_scale_of_its_cells() -> None:
    source = "Cargo by type (thousand tonnes)\nContainers\t1,907\nBulk\t1,512"
    assert sought("They moved 1.9 million tonnes.", source, "en").support == SUPPORTED


def test_the_pages_of_the_benchmark_are_judged_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "benchmarks/citations")
    ours = importlib.import_module("number_claims").own()
    assert ours.true > 200
    assert (ours.unread, ours.accused) == ([], [])
    assert len(ours.passed) <= 0.05 * ours.wrong
    assert len(ours.kept) <= 0.05 * ours.changed


def test_a_quotation_is_at_most_300_code_points() -> None:
    source = "The town " + "very " * 200 + "grew by 17 % " + "and more " * 200
    match = sought("The town grew by 17 %.", source, "en")
    assert match.support == SUPPORTED
    assert len(match.quote) <= 300


@pytest.mark.parametrize("blank", [",", ".", " ", "\u00a0", "\u202f", "\u2009", "'", "’", ""])
@settings(max_examples=15)
@given(number=st.integers(1_000, 10**9))
def test_thousands_are_found_however_they_are_set_apart(blank: str, number: int) -> None:
    claim = f"They had {number:,} houses."
    source = f"Houses: {f'{number:,}'.replace(',', blank)}"
    assert sought(claim, source, "en").support == SUPPORTED


@settings(max_examples=50)
@given(number=st.integers(0, 10**7), places=st.integers(1, 3), comma=st.booleans())
def test_a_decimal_is_found_with_point_and_comma(number: int, places: int, comma: bool) -> None:
    value = f"{Decimal(number).scaleb(-places):f}"
    claim = f"It grew by {value} %."
    source = f"It grew by {value.replace('.', ',') if comma else value} %."
    assert sought(claim, source, "en").support == SUPPORTED


_WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "the town grew by about over 17 % 1.7 million euros $5 in 2018 May 3 and half a third of"
        " one five 1,234 – to 280 times x 12th century km 7-fold 1960s points £2bn , . two hundred",
    )
)


@settings(max_examples=50)
@given(words=st.lists(_WORDS, max_size=14))
def test_every_number_is_found_in_its_own_text(words: list[str]) -> None:
    text = " ".join(words)
    figures = Figures(text, "en")
    for quantity in quantities(text, "en"):
        assert figures.seek(quantity, text).support == SUPPORTED


@settings(max_examples=50)
@given(text=st.text(max_size=60), other=st.text(max_size=60))
def test_any_text_can_be_read(text: str, other: str) -> None:
    figures = Figures(other)
    for quantity in quantities(text):
        assert text[quantity.span.start : quantity.span.end] == quantity.written
        assert quantity.values
        assert figures.seek(quantity, text).support in Support


def test_a_source_of_too_many_numbers_is_not_said_to_lack_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = " ".join(str(17_000 + at % 1_000) for at in range(4_000))
    assert sought("It grew by about 17 %.", source, "en").support == ABSENT
    monkeypatch.setattr("contentlint.numbers.index._WORK", 2_000)
    monkeypatch.setattr("contentlint.numbers.index._AT_LEAST", 2_000)
    assert sought("It grew by about 17 %.", source, "en").support == UNKNOWN


def test_a_late_number_of_a_long_page_is_found() -> None:
    source = "\n".join(f"Row {at} has 1{'0' * (at % 4)} cells." for at in range(3_000))
    assert sought("It grew by 10 %.", source + "\nIt grew by 10 %.", "en").support == SUPPORTED


@pytest.mark.parametrize(
    "piece", ["7", "1,", "1 ", " ", "1 234 ", "two ", "1/2/", "May 1, ", "a third ", "+1 2", "v1."]
)
def test_time_grows_as_the_text_does(piece: str) -> None:
    def spent(size: int) -> float:
        text = (piece * size)[:size]
        started = time.process_time()
        Figures(text, "en").seek(only("It had 1,234 towns."), "It had 1,234 towns.")
        quantities(text, "en")
        return time.process_time() - started

    spent(400)
    small = min(spent(600) for _ in range(2))
    assert spent(4_800) < 30 * small + 0.1


def test_a_long_sentence_is_shown_round_its_number() -> None:
    long = f"{'the mills of the river and ' * 12}78 % of all rye{' and the weirs of the town' * 12}"
    found = sought("The mills use 78 % of all rye.", long, "en")
    assert found.quote.startswith("… ")
    assert found.quote.endswith(" …")
    assert "78 % of all rye" in found.quote
    assert len(found.quote) <= 300
    assert set(found.quote.split()) <= {*long.split(), "…"}
