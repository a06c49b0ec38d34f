"""What a text quotes, in all marks; and what a source has of it, however it is set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.citations.evidence import Support
from contentlint.citations.quotations import LONGEST, is_title, quotations, seek
from contentlint.citations.wording import QUOTE, Wording, sentence_at, words_of

SAID = "the wheel turned slower every year"
SOURCE = (
    "The mill of Harlow\n"
    "It has stood on the river since the town was built. “We saw that the wheel turned slower every"
    " year”, its keeper says, and it was not the only one. Of the well-known mills of the county"
    " 17 are left, and 1.7 % of their water is used.\n"
    "Nobody knows what they will do when the dam is old, but they have a plan for it.\n"
)


def words(text: str) -> list[str]:
    return [one.words for one in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"He says “{SAID}” of it.",
        f'He says "{SAID}" of it.',
        f"He says « {SAID} » of it.",
        f"He says «\u00a0{SAID}\u00a0» of it.",
        f"He says «\u202f{SAID}\u202f» of it.",
        f"He says «{SAID}», of it.",
        f"He says »{SAID}« of it.",
        f"He says „{SAID}“ of it.",
        f"He says „{SAID}” of it.",
        f"He says ”{SAID}” of it.",
        f"He says »{SAID}» of it.",
        f"He says ‘{SAID}’ of it.",
        f"He says ‚{SAID}‘ of it.",
        f"He says ‹{SAID}› of it.",
        f'He says “{SAID}" of it.',
        f'He says "{SAID}” of it.',
        f"He says ＂{SAID}＂ of it.",
        f"“{SAID}”",
        f'"{SAID}"',
        f'The 6" board: "{SAID}".',
        f'A "dam" and "{SAID}".',
        f"The millers’ song, don’t forget: ‘{SAID}’, they say.",
    ],
)
def test_a_quotation_is_known_by_its_marks(text: str) -> None:
    (one,) = quotations(text)
    assert one.words == SAID
    assert text[one.span.start : one.span.end] == SAID


def test_marks_of_the_east() -> None:
    said = "水車は毎年ゆっくりと回るようになった"
    assert words(f"番人は「{said}」と言う。") == [said]
    assert words(f"看守说“{said}”。") == [said]
    assert words("本『水車は毎年ゆっくりと回るようになった』を読む。") == []
    assert words("番人は「水車」と言う。") == []


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("He says “{}” today.", "they call it ‘the old one’ in the town"),
        ("He says ‘{}’ today.", "they call it “the old one” in the town"),
        ("Il dit « {} » ce soir.", "ils l’appellent “la vieille dame” en ville"),
        ("Il dit « {} » ce soir.", "ils l’appellent « la vieille dame » en ville"),
        ("Er sagt: „{}“ und lacht.", "Sie nennen es ‚die alte Dame‘ in der Stadt"),
        ("He says “{}” of it.", "it “was” a very old wheel"),
        ("He says “{}” of it.", "they call it ‘the old wheel of the old mill’ in town"),
    ],
)
def test_of_nested_quotations_the_outer_one_counts(frame: str, said: str) -> None:
    assert words(frame.format(said)) == [said]


def test_the_inner_one_counts_where_the_outer_one_is_none() -> None:
    assert words("“run {x}: “it was slower than it is now””") == ["it was slower than it is now"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No marks at all.",
        "A “dam” and a “very old wheel” of it.",
        f'A stray " mark before "{SAID}" is one too many.',
        f'It says "{SAID}, and never ends.',
        f'It says "{SAID}, and never ends. He says "{SAID}" too.',
        "The ‘90s were a good time for all of the mills’, they say.",
        f"It says “{SAID}, and never ends.",
        f"It says “{SAID}\n\nA new paragraph” ends it.",
        "In “The Old Mill on the River Stort” it says so.",
        "In “THE OLD MILL IS SLOWER NOW” it says so.",
        "The book titled “a wheel that turned slower than time” says so.",
        "His novel “A wheel that turned slower than time” says so.",
        "Le rapport « La roue tourne de plus en plus lentement » le dit.",
        "Das Buch „Die alte Mühle und was von ihr blieb heute“ sagt es.",
        "See also “how to mend an old wheel”.",
        "It is something like “oh no, not this wheel again”.",
        "Vous vous dites : « encore une histoire de vieille roue ».",
        "It answers “no such file: /etc/mill/wheel.conf and {more} of it”.",
        "It answers “run wheel_of_mill before you go on with it”.",
        f"({'x ' * LONGEST})“{'word ' * LONGEST}”",
        "The ‘90s were better for the mills’ owners than today’s years.",
        '5" and 6" and 7" and 8" and 9" and 10" and 11" boards',
        'the screen is 24" wide, or the "one that is broken',
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert words(text) == []


def test_a_stray_mark_spoils_its_paragraph_only() -> None:
    text = f'A stray " mark.\n\nHe says "{SAID}" of it. And “it was not the only one”.'
    assert words(text) == [SAID, "it was not the only one"]


def test_a_stray_mark_inside_others_spoils_those_of_its_kind() -> None:
    text = f'« it "was slow and every year slower », and "{SAID}".'
    assert words(text) == ['it "was slow and every year slower']


@pytest.mark.parametrize(
    "said", ["they don’t know what it does", "the millers’ dogs are as old as the wheel"]
)
def test_an_apostrophe_closes_nothing(said: str) -> None:
    assert words(f"He says ‘{said}’, of it.") == [said]


def test_an_omission_counts_as_a_word() -> None:
    assert words("She calls it “old, tasteful and […] slow” today.") == [
        "old, tasteful and […] slow"
    ]


@pytest.mark.parametrize(
    ("said", "yes"),
    [
        ("The Old Mill on the River", True),
        ("Brown v. Board of Education of Topeka, Kansas", True),
        ("La vieille roue de la rivière", False),
        ("I came through and I shall return", False),
        ("The Wheel of Harlow is slower than it was", False),
        ("", False),
        ("水車は毎年", False),
    ],
)
def test_a_title_has_capitals(said: str, yes: bool) -> None:
    assert is_title(said) is yes


@pytest.mark.parametrize(
    "said",
    [
        "we saw that the wheel turned slower every year",
        "The wheel turned slower every year.",
        "the wheel turned — slower – every-year",
        "the wheel\nturned  slower\u00a0every year",
        "'the wheel' turned “slower” every year",
        "ＴＨＥ wheel turned slower every year",
        "the wh\u00adeel turned slo\u200bwer every year",
        "the well known mills of the county",
        "the wellknown mills of the county",
        "the well- known mills of the county",
        "1.7 % of their water is used",
        "1.7% of their water is used",
        "We saw […] its keeper says",
        "We saw [...] its keeper says",
        "We saw (…) its keeper says",
        "We saw … its keeper says",
        "We saw... its keeper says",
        "… it was not the only one …",
        "[T]he wheel turned slower every year",
        "the [big] wheel turned slower every year",
        "[they] saw that the wheel turn[s] slower every year [sic]",
        "It has stood on [it] since the town was built",
    ],
)
def test_what_stands_there_is_supported(said: str) -> None:
    match = seek(said, SOURCE)
    assert match.support is Support.SUPPORTED, match
    assert match.found
    assert match.quote


def test_the_evidence_is_what_the_source_has() -> None:
    match = seek("THE WHEEL turned slower - every year", SOURCE)
    assert match.found == "the wheel turned slower every year"
    assert match.quote.startswith("“We saw that the wheel turned slower every year”, its keeper")
    assert match.quote.endswith("and it was not the only one.")
    assert seek("[T]he wheel turned slower", SOURCE).found == "the wheel turned slower"
    parted = seek("the wheel turned […] its keeper", SOURCE)
    assert parted.found == "the wheel turned […] its keeper"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (f"we saw that {SAID}".replace("wheel", "wheels"), f"We saw that {SAID}"),
        (f"we saw that {SAID}".replace("slower", "ever slower"), f"We saw that {SAID}"),
        (f"we saw that {SAID}"[:-2], f"We saw that {SAID}"),
        ("what they will not do when the dam is old", "what they will do when the dam is old"),
        ("the well-known mills of the county 71 are", "the well-known mills of the county 17 are"),
        (f"its keeper says […] we saw that {SAID}", f"We saw that {SAID} […] its keeper says"),
    ],
)
def test_a_slip_is_near(said: str, found: str) -> None:
    match = seek(said, SOURCE)
    assert match.support is Support.NEAR, match
    assert match.found == found


@pytest.mark.parametrize(
    "said",
    [
        "the owner of the town has sold all of the mills",
        "17 % of their water is used and it is not for the town",
        "the wheel is what they all will be proud of when it is gone",
    ],
)
def test_what_is_nowhere_is_absent(said: str) -> None:
    match = seek(said, SOURCE)
    assert match.support is Support.ABSENT, match
    assert match.found == ""


def test_what_is_absent_may_have_a_like() -> None:
    match = seek("the wheel turned faster almost every other year", SOURCE)
    assert match.support is Support.ABSENT
    assert "the wheel turned slower" in match.quote


@pytest.mark.parametrize(
    "source",
    [
        "“It was slow,” says the keeper of the mill, “and then the wheel turned ever more slowly.”",
        "« It was slow », says he, « and then the wheel turned ever more slowly. »",
        "It was slow[3] and then[a] the wheel[citation needed] turned ever more slowly.",
    ],
)
def test_a_speaker_or_a_footnote_may_stand_between(source: str) -> None:
    said = "it was slow and then the wheel turned ever more slowly"
    assert seek(said, source).support is Support.SUPPORTED
    plain = "It was slow, and the keeper says so too, and then the wheel turned ever more slowly."
    assert seek(said, plain).support is not Support.SUPPORTED


def test_half_of_what_is_said_is_not_all_of_it() -> None:
    source = "“It was slow,” says the keeper, “and then the wheel turned.”"
    said = "it was slow and then the wheel turned […] for a hundred years"
    assert seek(said, source).support is not Support.SUPPORTED


def test_thousands_are_parted_in_many_ways() -> None:
    for number in ("12,345", "12.345", "12 345", "12\u202f345", "12345"):
        found = seek(f"there are {number} wheels in it", "There are 12,345 wheels in it.")
        assert found.support is Support.SUPPORTED
    wrong = seek("there are 12.5 wheels in it", "There are 125 wheels in it.")
    assert wrong.support is Support.NEAR


@pytest.mark.parametrize(
    "said",
    [
        "la roue tourne plus lentement chaque année",
        "das Rad dreht sich jedes Jahr ein wenig langsamer",
        "la rueda gira cada año más despacio que el anterior",
        "la ruota gira ogni anno un po’ più lenta di prima",
        "колесо с каждым годом вращается всё медленнее",
        "水車は毎年ゆっくりと回るようになった",
        "koło z każdym rokiem obraca się wolniej",
    ],
)
def test_what_was_translated_is_unknown(said: str) -> None:
    assert seek(said, SOURCE).support is Support.UNKNOWN
    assert seek(said, Wording(SOURCE, "en")).support is Support.UNKNOWN


def test_what_is_translated_from_french_is_unknown() -> None:
    source = (
        "Le moulin est sur la rivière depuis que la ville a été construite, et la roue tourne plus"
        " lentement chaque année. « Nous le voyons bien », dit le gardien, qui est là avec les"
        " siens pour la saison. Il ne sait pas ce qui se passe au fond, mais il a un plan."
    )
    assert (
        seek("the wheel turns slower with every year that it is there", source).support
        is Support.UNKNOWN
    )
    assert seek("la roue tourne plus lentement chaque année", source).support is Support.SUPPORTED
    assert seek("la ville a été vendue avec tous les moulins", source).support is Support.ABSENT


def test_a_template_in_english_makes_no_page_english() -> None:
    source = "Le moulin est sur la rivière et la ville a été construite par les gens du pays. " * 5
    assert Wording(source, "en").language == "fr"
    assert Wording("Moulin.", "fr-CA").language == "fr"


def test_in_a_language_without_a_table_words_in_common_tell() -> None:
    source = "Młyn stoi nad rzeką od czasu, gdy zbudowano miasto. Koło obraca się coraz wolniej."
    assert seek("miasto stoi nad rzeką, koło nie obraca się", source).support is Support.ABSENT
    assert seek("the wheel turns slower with every year", source).support is Support.UNKNOWN


@pytest.mark.parametrize(("said", "source"), [("", SOURCE), ("…", SOURCE), (SAID, ""), (SAID, "…")])
def test_nothing_is_known_of_nothing(said: str, source: str) -> None:
    assert seek(said, source).support is Support.UNKNOWN


def test_a_bracket_stands_for_few_words_and_an_omission_for_many() -> None:
    source = "The first half. " + "Words go on and on here. " * 50 + "The second half."
    assert seek("the first half […] the second half", source).support is Support.SUPPORTED
    assert seek("the first half [and] the second half", source).support is not Support.SUPPORTED


def test_a_later_place_may_have_the_rest() -> None:
    source = "The first part, alone. " + "So it goes. " * 30 + "The first part and the second part."
    assert seek("the first part [with] the second part", source).support is Support.SUPPORTED


def test_a_sentence_is_cut() -> None:
    text = "word " * 400
    found = sentence_at(text, 1000)
    assert len(found) <= QUOTE
    assert found.startswith("… ")
    assert sentence_at("One. Two is it. Three.", 6) == "Two is it."
    assert seek(("word " * 90).strip(), text).found.endswith(" …")


TOKENS = st.sampled_from([*SOURCE.split(), "naïve", "l’eau", "1,7", "ﬁn", "Straße", "水車", "x"])
SETTINGS = {
    " ": [" ", "\n", "\u00a0", "  ", " — ", "-"],
    "’": ["'", "’", ""],
    "“": ['"', "«\u00a0", "„", ""],
    "”": ['"', "\u00a0»", "“", ""],
}


@given(st.lists(TOKENS, min_size=8, max_size=60), st.data())
def test_a_piece_of_a_text_is_found_in_it_however_it_is_set(tokens: list[str], data) -> None:
    source = " ".join(tokens)
    first = data.draw(st.integers(0, len(tokens) - 5))
    piece = " ".join(tokens[first : data.draw(st.integers(first + 5, len(tokens)))])
    said = "".join(data.draw(st.sampled_from(SETTINGS.get(char, [char]))) for char in piece)
    assert seek(said, source).support in (Support.SUPPORTED, Support.UNKNOWN) or not words_of(said)
    if words_of(said):
        assert seek(said, source).support is Support.SUPPORTED


@given(st.text("ab “”\"«»„‘’‚'「」\n.…[]()5", max_size=60))
def test_any_marks_give_what_stands_between_them(text: str) -> None:
    last = 0
    for one in quotations(text):
        assert text[one.span.start : one.span.end] == one.words == one.words.strip()
        assert one.span.start > last
        last = one.span.end


@given(st.text(max_size=80), st.text(max_size=200))
def test_anything_can_be_sought_in_anything(said: str, source: str) -> None:
    match = seek(said, source)
    assert len(match.found) <= QUOTE
    assert len(match.quote) <= QUOTE


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "”",
        "‘",
        "’",
        "«",
        '" a',
        ' "a',
        "“a ",
        "“" + "a " * 6,
        "「",
        "[",
        "…",
        "(...)",
        '\n\n"',
        "a’s ",
    ],
)
def test_finding_quotations_takes_linear_time(unit: str, linear) -> None:
    linear(lambda size: quotations(unit * (size // len(unit))), 60_000)
    linear(lambda size: quotations(unit * min(size, 1_900)), 475)


@pytest.mark.parametrize(
    "unit", ["a", "a ", "word ", "17 ", "1.", "wheel the ", "\u00ad", "a\u0301", "水", "\n", "."]
)
@pytest.mark.parametrize(
    "said", ["a a a a a a", "wheel the wheel the old", "a" * 200, "the […] " * 200]
)
def test_seeking_takes_linear_time(said: str, unit: str, linear) -> None:
    linear(lambda size: seek(said, unit * (size // len(unit))), 20_000)


def test_long_words_take_linear_time(linear) -> None:
    linear(lambda size: seek("a " * (size // 20), "a" * size), 20_000)


def test_a_megabyte_of_marks_or_of_one_word_is_read() -> None:
    assert quotations('"' * 1_000_000) == ()
    assert quotations("“" * 1_000_000) == ()
    assert seek(SAID, "wheel" * 200_000).support is Support.UNKNOWN


def test_joined_words_are_found_where_words_begin_and_end() -> None:
    wording = Wording("They watch the hand ball game of the wellknown town.")
    assert wording.find(("handball",)) == wording.find(("handball",), most=3) == (3, 5)
    assert wording.find(("well", "known")) == (8, 9)
    assert wording.find(("andball",)) is None
    assert wording.find(("handbal",)) is None
    assert wording.find(("handball",), start=4) is None
    assert wording.find(("handball",), most=2) is None
