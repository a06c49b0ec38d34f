import pytest

from contentlint import Edit, Fix, Span
from contentlint.reporters.excerpt import Page, cells
from contentlint.testing import unmark


def _place(marked):
    text, (span,) = unmark(marked)
    return text, span


@pytest.mark.parametrize(
    ("marked", "line", "under"),
    [
        ("a ⟦foo⟧ b\n", "a foo b", "  ^^^"),
        ("x\na ⟦foo⟧ b\r\ny", "a foo b", "  ^^^"),
        ("x\ra ⟦foo⟧ b\ry", "a foo b", "  ^^^"),
        ("日本⟦語⟧ x", "日本語 x", "    ^^"),
        ("e\u0301 ⟦x⟧", "e\u0301 x", "  ^"),
        ("a\t⟦b⟧", "a⇥b", "  ^"),
        ("a⟦ ⟧", "a␣", " ^"),
        ("a⟦  ⟧b", "a␣␣b", " ^^"),
        ("a ⟦b c⟧", "a b c", "  ^^^"),
        ("a⟦\u200b⟧b", "a⟨U+200B⟩b", " ^^^^^^^^"),
        ("a⟦\u00a0⟧b", "a⟨U+00A0⟩b", " ^^^^^^^^"),
        ("a\u00a0: ⟦b⟧", "a\u00a0: b", "    ^"),
        ("\x1b⟦x⟧\u202e", "\\x1bx\\u202e", "    ^"),
        ("a⟦⟧b", "ab", " ^"),
        ("ab⟦⟧", "ab", "  ^"),
        ("a ⟦b\nc⟧ d", "a b", "  ^"),
        ("⟦\n⟧x", "", "^"),
    ],
)
def test_the_line_and_the_place_in_it(marked, line, under):
    text, span = _place(marked)
    found = Page(text).excerpt(span, 60)
    assert found.text == line
    assert " " * found.start + "^" * found.length == under


@pytest.mark.parametrize("before", [0, 5, 30, 5000])
@pytest.mark.parametrize("after", [0, 5, 30, 5000])
@pytest.mark.parametrize("meant", [1, 10, 500])
@pytest.mark.parametrize("letter", ["a", "語"])
def test_a_long_line_is_cut_round_the_place(before, after, meant, letter):
    text = letter * before + "X" * meant + letter * after
    found = Page(text).excerpt(Span(before, before + meant), 40)
    assert cells(found.text) <= 40
    shown = found.text.replace("語", "語語")[found.start : found.start + found.length]
    assert set(shown) == {"X"}
    assert len(shown) == min(meant, 36)
    assert found.text.startswith("…") == (not found.text.startswith((letter, "X")))
    assert found.text.endswith("…") or text.endswith(found.text.strip("… "))


def test_a_huge_line_costs_no_more_than_its_length(linear):
    def work(size):
        assert Page("a" * size).excerpt(Span(size // 2, size // 2 + 1), 80).text.startswith("… a")

    linear(work, 2_000_000)


def test_without_unicode_everything_is_spelt_out():
    text, span = _place("é\t“⟦語\u200b⟧”")
    found = Page(text, unicode=False).excerpt(span, 60)
    assert found.text == '\\xe9>"\\u8a9e<U+200B>"'
    assert (found.start, found.length) == (6, 14)


def test_what_is_quoted_reads_as_repaired():
    text = "caf√© and ⟦caf√© foo⟧ caf√©"
    text, span = _place(text)
    repairs = tuple(
        Edit.replacement(Span(at, at + 2), "é") for at in range(len(text)) if text[at] == "√"
    )
    page = Page(text, repairs)
    found = page.excerpt(span, 60)
    assert found.text == "café and café foo café"
    assert (found.start, found.length) == (9, 8)
    assert page.raw().excerpt(span, 60).text == text


def _after(marked, *edits, width=60):
    text, span = _place(marked)
    made = tuple(Edit(Span(start, end), content) for start, end, content in edits)
    return Page(text).after(span, Fix.safe("Do", *made), width)


def test_the_repaired_piece_is_shown():
    assert _after("x\na ⟦foo⟧ b\n", (4, 7, "bar")) == "a bar b"
    assert _after("a ⟦b⟧ c", (1, 1, "\n"), (3, 4, "d")) == "a␤ bdc"


def test_a_mere_deletion_shows_nothing():
    assert _after("a ⟦foo⟧ b", (2, 5, "")) is None


def test_of_many_edits_those_on_the_line_are_shown():
    edits = [(0, 1, "A"), (2, 3, "B"), (4, 5, "C")]
    assert _after("a\n⟦b⟧\nc", *edits) == "B"
    assert _after("x\n⟦y⟧\na\nb", (4, 5, "A"), (6, 7, "B")) == "A"


def test_an_edit_too_large_to_show_is_not_shown():
    assert _after(f"⟦{'a' * 900}⟧", (0, 900, "b")) is None
    far = _after(f"⟦a⟧{'x' * 900}b", (0, 1, "A"), (901, 902, "B"), width=20)
    assert far == "Axxxxxxxxxxxxxxx …"
