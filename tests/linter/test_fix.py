import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.fix import Applicability, Edit, Fix, SourceMap, apply
from contentlint.span import Span


def test_constructors_say_how_sure() -> None:
    edit = Edit.deletion(Span(0, 1))
    assert Fix.safe("a", edit).applicability is Applicability.SAFE
    assert Fix.unsafe("a", edit).applicability is Applicability.UNSAFE
    assert Fix.suggestion("a", edit).applicability is Applicability.SUGGESTION
    assert Applicability.SUGGESTION < Applicability.UNSAFE < Applicability.SAFE


def test_a_fix_keeps_its_edits_in_order() -> None:
    later, first = Edit.insertion(5, "x"), Edit.replacement(Span(1, 3), "y")
    fix = Fix.safe("a", later, first)
    assert fix.edits == (first, later)
    assert fix.span == Span(1, 5)


@pytest.mark.parametrize(
    "edits", [(), (Edit(Span(0, 2), ""), Edit(Span(1, 3), ""))], ids=["none", "overlap"]
)
def test_a_fix_is_whole(edits: tuple[Edit, ...]) -> None:
    with pytest.raises(ValueError, match="missing or overlap"):
        Fix("a", edits)


def test_apply() -> None:
    edits = [Edit.deletion(Span(4, 5)), Edit.insertion(0, ">"), Edit.replacement(Span(1, 2), "B")]
    assert apply("abcde", edits) == ">aBcd"


def test_apply_refuses_an_overlap() -> None:
    with pytest.raises(ValueError, match="overlap at offset 1"):
        apply("abc", [Edit(Span(0, 2), ""), Edit(Span(1, 3), "")])


REPAIR = SourceMap((Edit(Span(2, 6), "éà"), Edit(Span(8, 8), "++"), Edit(Span(9, 11), "")))
# "ab????cd" + "" + "e??f"  →  "abéàcd++ef"


@pytest.mark.parametrize(
    ("span", "back"),
    [
        (Span(0, 2), Span(0, 2)),
        (Span(2, 3), Span(2, 6)),
        (Span(3, 4), Span(2, 6)),
        (Span(2, 4), Span(2, 6)),
        (Span(4, 6), Span(6, 8)),
        (Span(1, 5), Span(1, 7)),
        (Span(8, 9), Span(8, 9)),
        (Span(9, 10), Span(11, 12)),
        (Span(3, 3), Span(2, 2)),
        (Span(5, 5), Span(7, 7)),
    ],
)
def test_spans_are_carried_back(span: Span, back: Span) -> None:
    assert REPAIR.back(span) == back


@st.composite
def _edits(draw: st.DrawFn, length: int) -> tuple[Edit, ...]:
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=6, unique=True)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    content = st.text(alphabet="XYZ", max_size=3)
    return tuple(Edit(Span(a, b), draw(content)) for a, b in pairs)


@given(data=st.data())
def test_an_edit_carried_back_does_the_same(data: st.DataObject) -> None:
    """Made in the raw text, with the repairs that it does not take along, it gives the same."""
    text = "abcdefghijkl"
    repairs = data.draw(_edits(len(text)))
    view = apply(text, repairs)
    start = data.draw(st.integers(0, len(view)))
    end = data.draw(st.integers(start, len(view)))
    edit = Edit(Span(start, end), data.draw(st.sampled_from(["", "!", "???"])))
    raw = SourceMap(repairs).edit_back(edit, view)
    others = [one for one in repairs if not raw.span.covers(one.span)]
    assert apply(text, [*others, raw]) == apply(view, [edit])
    assert SourceMap(repairs).back(edit.span).start == raw.span.start
