"""What a rule is: a frozen dataclass whose fields are its options and whose file is its page."""

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import FrozenInstanceError, dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from contentlint.presets import DEFAULT
from contentlint.violation import Severity, Violation

if TYPE_CHECKING:
    from contentlint.document import Document
    from contentlint.project import Project


class Part(Flag):
    """What of a page a safe fix may change; the proof holds it to that."""

    NOTHING = 0
    TEXT = auto()
    """The words a reader sees."""
    EMPHASIS = auto()
    """What is bold or italic."""
    LINKS = auto()
    """Links and images: their targets, titles and what is inside them."""
    CODE = auto()
    """What stands in code spans and blocks, and in math."""
    HTML = auto()
    """Raw HTML."""
    STRUCTURE = auto()
    """Headings, paragraphs, lists, tables."""
    METADATA = auto()
    """Values in the front matter."""


class Help(NamedTuple):
    """One sentence about an option, and where a plain type says too little, its JSON Schema."""

    text: str
    schema: Mapping[str, Any] | None = None


class OptionError(ValueError):
    """An option has a value that the rule cannot work with; ``option`` names it."""

    def __init__(self, option: str, problem: str) -> None:
        super().__init__(problem)
        self.option = option


class Example(NamedTuple):
    """A piece of a page: documentation, and a test.

    ``bad`` marks with ⟦ ⟧ what is flagged, ``good`` is the text when all is well: with
    ``bad``, what its fix gives. ``options`` are those of the rule, ``path`` names the file.
    Without ``bad``, ``good`` is a look-alike that must stay silent.
    ``fixed`` is False where ``good`` shows what the author should write but no fix does it.
    ``files`` are others of the site, by path, with what they hold; a rule that looks across files
    looks at the pages among them too.
    """

    bad: str | None = None
    good: str | None = None
    options: Mapping[str, Any] = {}
    path: str = "page.md"
    fixed: bool = True
    why: str = ""
    files: Mapping[str, str] = {}


class _Frozen(ABC):  # noqa: B024
    """What is read and never written, in classes of its own fields and in those without any."""

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")


@dataclass(frozen=True, kw_only=True)
class Rule(_Frozen):
    """A check of one document. Subclasses are frozen dataclasses; their fields are their options.

    One without options needs no decorator: it is a frozen dataclass by its parent, and to make it
    one again would take as long as to check a page.

    The docstring is the rule's page: the first line says what is so when all is well, the body
    why that matters to a reader, the last paragraph how safe the fix is.
    """

    name: ClassVar[str]
    family: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    presets: ClassVar[tuple[str, ...]] = DEFAULT
    """The named sets that the rule is in (``contentlint.presets``); none: only when named."""
    examples: ClassVar[tuple[Example, ...]] = ()
    triggers: ClassVar[tuple[str, ...]] = ()
    """Literals without one of which the rule cannot find anything; none: it always looks."""
    _literals: ClassVar[frozenset[str]] = frozenset()
    changes: ClassVar[Part] = Part.NOTHING
    """What of the page its safe fixes may change."""
    yields_to: ClassVar[tuple[str, ...]] = ()
    """Rules whose findings tell more: where one of theirs is, this rule's are left out."""
    across: ClassVar[bool] = False
    """Whether it looks across files: a ``ProjectRule``."""
    by_lock: ClassVar[bool] = False
    """Whether it judges by ``contentlint.lock``, which may say something else tomorrow: a comment
    that silences it is never called useless."""
    repairs: ClassVar[bool] = False
    """Whether it works on the raw text before anything is parsed: its safe fixes give the text
    that all other rules read."""

    of_collections: ClassVar[tuple[str, ...]] = ()
    """Its options that ``collections:`` may give for the pages of one kind, by their keys."""

    reads_bytes: ClassVar[bool] = False
    """Whether it can look at a page that holds bytes which are no text (``Document.undecoded``)."""

    @abstractmethod
    def check(self, document: "Document") -> Iterator[Violation]:
        """Yield what is wrong in the document."""

    def glance(self, text: str) -> bool:
        """Whether the rule could find something in a text that holds none of its triggers.

        To be overridden by rules that look at a certain place of each page; it has to be quick.
        """
        del text
        return False

    def concerns(self, text: str, held: AbstractSet[str] | None = None) -> bool:
        """Whether the rule could find anything in the text, by its triggers and a glance alone.

        ``held`` are the triggers that the text is known to hold.
        """
        if not self.triggers:
            return True
        if held is not None:
            return not held.isdisjoint(self._literals) or self.glance(text)
        return any(trigger in text for trigger in self.triggers) or self.glance(text)

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls._literals = frozenset(cls.triggers)

    @classmethod
    def summary(cls) -> str:
        """What is so when all is well: the docstring's first line."""
        return inspect.cleandoc(cls.__doc__ or "").partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Found:
    """A violation of a project rule, which has to say in which file it is."""

    path: str
    violation: Violation


@dataclass(frozen=True, kw_only=True)
class ProjectRule(Rule):
    """A check across files: small plain facts of each document, then one look at all of them."""

    across: ClassVar[bool] = True
    shares: ClassVar[str] = ""
    """A name for facts that several rules need: the first of them collects for all."""

    @property
    def kept_as(self) -> str:
        """The name by which its facts are kept."""
        return self.shares or self.name

    def check(self, document: "Document") -> Iterator[Violation]:
        """Yield nothing: one document alone decides nothing here."""
        del document
        return iter(())

    @abstractmethod
    def collect(self, document: "Document") -> Any:
        """Return what the rule needs to know of a document, as JSON has it; None for nothing."""

    @abstractmethod
    def check_project(self, project: "Project") -> Iterator[Found]:
        """Yield what is wrong across files."""


@dataclass(frozen=True, slots=True)
class Configured:
    """A rule with its options inside, and how much its findings matter here."""

    rule: Rule
    severity: Severity
