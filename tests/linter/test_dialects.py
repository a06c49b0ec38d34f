"""What we say that a parser reads is what it reads: each cell of a table that parsers made."""

import json
import math
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from contentlint import Document, Meaning
from contentlint.frontmatter.dates import (
    hugo_counts,
    hugo_reads,
    impossible,
    in_iso,
    jekyll_refuses,
)
from contentlint.frontmatter.dialects import DIALECTS, PARSERS, meaning
from contentlint.site import GENERATORS

TABLE = json.loads((Path(__file__).parent / "data/dialects.json").read_text("utf-8"))
SAME = {
    "gray-matter": "js-yaml 3",
    "@11ty/gray-matter": "js-yaml 4",
    "@astrojs/internal-helpers": "js-yaml 4",
}
"""What reads with another's parser."""


def rows(table: str, column: str) -> list[tuple[str, str]]:
    at = list(TABLE[table]["columns"]).index(column) + 1
    return [(row[0], row[at]) for row in TABLE[table]["rows"]]


@cache
def plain(written: str) -> str | None:
    """The value that our reader finds behind a colon, as it stands; None where it is not plain."""
    block = Document("", f"---\nv: {written}\n---\n").front_matter
    assert block
    if block.problems or "\t" in written or written.startswith("!"):
        return None
    (entry,) = block.entries
    held = entry.style == "plain"
    return block.page[entry.value_span.start : entry.value_span.end] if held else None


def cell(read: Meaning, written: str = "") -> str:
    """A meaning as the table has it."""
    if read.kind == "text":
        return "=" if read.value == written else f"text {read.value}"
    if read.kind == "number":
        value = read.value
        assert isinstance(value, int | float)
        if isinstance(value, float) and math.isfinite(value) and value.is_integer():
            value = int(value)
        return f"number {value!r}"
    words = {"nothing": "null", "boolean": str(read.value).lower(), "time": f"time {read.value}"}
    return words.get(read.kind, read.kind)


@pytest.mark.parametrize("column", TABLE["values"]["columns"])
def test_each_value_is_read_as_the_parser_reads_it(column: str) -> None:
    dialect = SAME.get(column, column)
    compared = 0
    for written, real in rows("values", column):
        value = plain(written)
        if value is not None:
            compared += 1
            assert (written, cell(meaning(value, dialect), written)) == (written, real)
    assert compared > 440


def test_quotes_make_text_of_it_everywhere() -> None:
    for column in TABLE["values"]["columns"]:
        for written, real in rows("values", column):
            if written.startswith(('"', "'")) and "\\" not in written:
                assert real == f"text {yaml.safe_load(written)}"


def test_the_table_is_whole() -> None:
    assert set(DIALECTS) == set(TABLE["values"]["columns"]) - set(SAME)
    for table in TABLE.values():
        assert all(table["columns"].values())
        assert len({row[0] for row in table["rows"]}) == len(table["rows"])
        assert not any("?" in row[1:] for row in table["rows"])


def test_generators_and_parsers_have_names_that_are_known() -> None:
    assert set(PARSERS) < {one.name for one in GENERATORS}
    assert {name for names in PARSERS.values() for name in names} < set(DIALECTS)


PARTS = (
    "0|1|7|9|60|_|:|.|-|+|e|E|x|o|0x|0b|.5|yes|NO|Null|true|~|inf|nan|T|Z| |2025|-01|-31|10:00:00"
    "|10:00|:30|f|n|,|=|<<|2024-02-29|2025-02-30"
)
SCALARS = st.lists(st.sampled_from(PARTS.split("|")), min_size=1, max_size=6).map(
    lambda parts: "".join(parts).strip()
)


def live(value: object) -> Meaning:
    if value is None:
        return Meaning("nothing")
    if isinstance(value, bool):
        return Meaning("boolean", value)
    if isinstance(value, datetime):
        value = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
        return Meaning("time", value.isoformat() + "Z")
    if isinstance(value, date):
        return Meaning("time", f"{value.isoformat()}T00:00:00Z")
    return Meaning("text" if isinstance(value, str) else "number", value)


def outcome(load: object, written: str) -> Meaning | None:
    """What a parser reads now; None where the value is no plain one."""
    if plain(written) != written:
        return None
    try:
        found = live(load(f"v: {written}\n")["v"])  # type: ignore[operator]
    except (ValueError, OverflowError, yaml.YAMLError, YAMLError):
        return Meaning("error")
    return found


@given(SCALARS)
def test_pyyaml_reads_so_today(written: str) -> None:
    real = outcome(yaml.safe_load, written)
    if real is not None and "b_" not in written and "x_" not in written:
        assert cell(meaning(written, "PyYAML"), written) == cell(real, written)


@given(SCALARS)
def test_ruamel_yaml_reads_so_today(written: str) -> None:
    real = outcome(YAML(typ="safe", pure=True).load, written)
    if real is not None and "b_" not in written and "x_" not in written and "._" not in written:
        assert cell(meaning(written, "ruamel.yaml"), written) == cell(real, written)


@given(SCALARS)
def test_nothing_raises(written: str) -> None:
    for dialect in DIALECTS:
        assert meaning(written, dialect).kind
        assert meaning("9" * 5000, dialect) == Meaning("text", "9" * 5000)
    assert isinstance(hugo_reads(written), bool)
    assert isinstance(jekyll_refuses(written), bool)
    assert impossible(written) is None or impossible(written)


def test_a_weight_that_is_no_number_to_hugo_is_none() -> None:
    for written, real in rows("weights", "Hugo"):
        if not written.startswith('"'):
            read = meaning(written, "Hugo")
            number = int(read.value) if isinstance(read.value, float | int) else 0
            assert (written, real) == (written, str(0 if read.kind == "boolean" else number))


def test_a_draft_is_one_to_hugo_only_if_it_is_true() -> None:
    for written, real in rows("drafts", "Hugo"):
        quoted = written[:1] in {'"', "'"}
        read = Meaning("text", written[1:-1]) if quoted else meaning(written, "Hugo")
        true = {"1", "t", "T", "true", "TRUE", "True"}
        held = read.value in true if read.kind == "text" else bool(read.value)
        if written not in {"[]", "[true]"}:
            assert (written, real) == (written, str(held).lower())


@pytest.mark.parametrize(("written", "real"), rows("dates", "Hugo"))
def test_dates_that_hugo_takes(written: str, real: str) -> None:
    text = yaml.safe_load(f"v: '{written}'")["v"] if written[:1] != '"' else written[1:-1]
    number = written[:1] != '"' and meaning(written, "Hugo").kind == "number"
    if number and written.lstrip("-").isdigit() and len(written) < 13:
        assert real.startswith(f"time {hugo_counts(written)}")
    elif written not in {"null", "~", "1.5", "2025_11_27", "1764201600000"}:
        assert hugo_reads(text) == (real != "error")


@pytest.mark.parametrize(("written", "real"), rows("dates", "Jekyll"))
def test_dates_that_jekyll_refuses_or_moves(written: str, real: str) -> None:
    text = written.strip('"')
    day = impossible(text)
    if jekyll_refuses(text):
        assert real == "error"
    elif day:
        assert real.startswith(f"time {day.instead}T")
    elif text[:4].isdigit() and text[4:5] == "-" and text[10:] == "":
        assert real != "error" or text in {"2025-11", "2025-W48-4"}


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-1-7", "2025-01-07"),
        ("2025/11/7", "2025-11-07"),
        ("2025.11.07", "2025-11-07"),
        ("20251107", "2025-11-07"),
        ("2025-11-27 10:00", "2025-11-27T10:00:00"),
        ("2025-11-27T9:00Z", "2025-11-27T09:00:00Z"),
        ("2025-11-27 10:00 +0200", "2025-11-27T10:00:00+0200"),
        ("2025-11-27 10:00:30 UTC", "2025-11-27T10:00:30Z"),
        ("Nov 7, 2025", ""),
        ("November 27, 2025", ""),
        ("7 Nov 2025", ""),
        ("Thursday, November 27, 2025", ""),
        ("27 Sept. 2025", ""),
        ("1 Jan 2025", ""),
        ("2025-11-27 10:00:00 CET", ""),
        ("2025-13-01", ""),
        ("2025-11-27 25:00", ""),
        ("27/11/2025", ""),
        ("7/1/2025", ""),
        ("2025/11-7", ""),
        ("31 Nov 2025", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates_are_written_anew_only_where_they_are_certain(text: str, iso: str) -> None:
    assert in_iso(text) == iso
    assert not iso or hugo_reads(iso)
