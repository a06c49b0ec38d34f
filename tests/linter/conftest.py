import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Annotated, Any, ClassVar, Literal

import pytest

from contentlint import (
    Document,
    Edit,
    Fix,
    Found,
    Help,
    OptionError,
    Part,
    Project,
    ProjectRule,
    Rule,
    Severity,
    Span,
    Violation,
)


@dataclass(frozen=True, kw_only=True)
class Swap(Rule):
    """The word foo stands nowhere.

    The fix is safe.
    """

    name: ClassVar[str] = "swap"
    family: ClassVar[str] = "toys"
    changes: ClassVar[Part] = Part.TEXT
    repairs: ClassVar[bool] = True

    word: Annotated[str, Help("What must not stand there.")] = "foo"
    instead: Annotated[str, Help("What stands there then.")] = "bar"
    most: Annotated[int, Help("A number.")] = 3
    share: float = 0.5
    strict: bool = False
    mode: Literal["loose", "tight"] = "loose"
    words: tuple[str, ...] = ()
    limit: int | None = None
    schema: Annotated[Mapping[str, Any] | None, Help("A schema.", {"format": "schema-path"})] = None

    def __post_init__(self) -> None:
        if not self.word:
            raise OptionError("word", "must not be empty")
        if self.most > 99:
            raise ValueError("most is too much")

    def check(self, document: Document) -> Iterator[Violation]:
        for match in re.finditer(re.escape(self.word), document.text):
            span = Span(*match.span())
            fix = Fix.safe("Swap it", Edit.replacement(span, self.instead))
            yield Violation(span, f"“{self.word}” stands here", fix)


@dataclass(frozen=True, kw_only=True)
class Maybe(Rule):
    """The word perhaps is avoided."""

    name: ClassVar[str] = "maybe"
    family: ClassVar[str] = "toys"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, document: Document) -> Iterator[Violation]:
        for match in re.finditer("perhaps", document.text):
            span = Span(*match.span())
            yield Violation(span, "Say it", Fix.unsafe("Cut it", Edit.deletion(span)))


@dataclass(frozen=True, kw_only=True)
class Quiet(Rule):
    """Nothing is loud."""

    name: ClassVar[str] = "quiet"
    family: ClassVar[str] = "others"
    presets: ClassVar[tuple[str, ...]] = ()
    severity: ClassVar[Severity] = Severity.INFO

    def check(self, document: Document) -> Iterator[Violation]:
        for match in re.finditer("!", document.text):
            yield Violation(Span(*match.span()), "Loud")


@dataclass(frozen=True, kw_only=True)
class Fragile(Rule):
    """Nothing breaks."""

    name: ClassVar[str] = "fragile"
    family: ClassVar[str] = "others"
    presets: ClassVar[tuple[str, ...]] = ()

    def check(self, document: Document) -> Iterator[Violation]:
        if "die" in document.text:
            os._exit(3)
        if "panic" in document.text:
            raise BaseException("panic")  # noqa: TRY002 - as a parser's panic is
        if "broken" in document.text:
            raise RuntimeError("broken")
        return iter(())


@dataclass(frozen=True, kw_only=True)
class Twins(ProjectRule):
    """No two pages begin alike."""

    name: ClassVar[str] = "twins"
    family: ClassVar[str] = "across"
    presets: ClassVar[tuple[str, ...]] = ()

    def collect(self, document: Document) -> Any:
        return document.text.partition("\n")[0]

    def check_project(self, project: Project) -> Iterator[Found]:
        seen: dict[str, str] = {}
        for path, first in project.facts.items():
            if seen.setdefault(first, path) != path:
                yield Found(path, Violation(Span(0, len(first)), f"As in {seen[first]}"))


TOYS = (Swap, Maybe, Quiet, Fragile, Twins)


@pytest.fixture
def toys() -> SimpleNamespace:
    return SimpleNamespace(**{rule.__name__: rule for rule in TOYS})


@pytest.fixture
def registry() -> dict[str, type[Rule]]:
    return {rule.name: rule for rule in TOYS}


@pytest.fixture
def site(tmp_path, monkeypatch):
    """An empty working directory, and a function that writes a file below it."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str | bytes = "# Page\n") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return write
