import pytest

from contentlint.span import LineIndex, Position, Span, merged, touches


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1)])
def test_a_span_runs_forward(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_span_is_half_open() -> None:
    span = Span(2, 5)
    assert len(span) == 3
    assert [offset in span for offset in (1, 2, 4, 5)] == [False, True, True, False]
    assert span.shifted(1) == Span(3, 6)
    assert Span.at(4) == Span(4, 4)


def test_an_empty_span_is_true() -> None:
    assert Span.at(3)


@pytest.mark.parametrize(
    ("other", "covered", "overlapping"),
    [
        (Span(2, 5), True, True),
        (Span(3, 4), True, True),
        (Span(1, 3), False, True),
        (Span(4, 6), False, True),
        (Span(5, 6), False, False),
        (Span(1, 2), False, False),
        (Span(5, 5), True, False),
    ],
)
def test_relations(other: Span, covered: bool, overlapping: bool) -> None:
    assert Span(2, 5).covers(other) == covered
    assert Span(2, 5).overlaps(other) == overlapping


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\rb\nc", 2, (1, 3)),
        ("é😀x", 2, (1, 3)),
        ("a\u2028b\x85c", 4, (1, 5)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_positions(text: str, offset: int, position: tuple[int, int]) -> None:
    assert LineIndex(text).position(offset) == Position(*position)


def test_lines() -> None:
    lines = LineIndex("ab\r\nc\n\nd")
    assert len(lines) == 4
    assert [lines.span(number) for number in range(1, 5)] == [
        Span(0, 2),
        Span(4, 5),
        Span(6, 6),
        Span(7, 8),
    ]
    assert lines.line_at(3) == 1


def test_merged() -> None:
    spans = [Span(5, 6), Span(0, 2), Span(1, 3), Span(3, 4), Span(8, 8)]
    assert merged(spans) == (Span(0, 4), Span(5, 6), Span(8, 8))


@pytest.mark.parametrize(
    ("span", "touching"),
    [
        (Span(0, 2), False),
        (Span(0, 3), True),
        (Span(4, 5), True),
        (Span(5, 8), False),
        (Span(7, 9), True),
        (Span(9, 12), False),
        (Span(1, 20), True),
    ],
)
def test_touches(span: Span, touching: bool) -> None:
    assert touches((Span(2, 5), Span(8, 9)), span) == touching
    assert not touches((), span)
