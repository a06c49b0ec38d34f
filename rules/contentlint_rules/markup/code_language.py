"""The rule `code-language`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Code, Document, Example, Help, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._fences import openings


@dataclass(frozen=True, kw_only=True)
class CodeLanguage(Rule):
    """Every block of code says which language it is in.

    The word after “```” lets a page colour the code, and tells readers and screen readers what they
    look at. “```text” is the word for what is no program.

    There is no fix: the author knows the language.
    """

    name: ClassVar = "code-language"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("strict",)
    triggers: ClassVar = ("```", "~~~")
    yields_to: ClassVar = ("unclosed-fence",)
    examples: ClassVar = (
        Example(
            bad="⟦```⟧\ngrind --fine\n```\n",
            good="```sh\ngrind --fine\n```\n",
            fixed=False,
        ),
        Example(
            bad="```⟦bash⟧\ngrind --fine\n```\n",
            good="```sh\ngrind --fine\n```\n",
            options={"allowed": ["sh"]},
            fixed=False,
        ),
        Example(
            bad="```⟦sh title=grind⟧\ngrind --fine\n```\n",
            good="```sh\ngrind --fine\n```\n",
            options={"language_only": True},
            fixed=False,
        ),
        Example(good="```sh title=grind\ngrind --fine\n```\n\n    grind --coarse\n"),
    )
    allowed: Annotated[
        tuple[str, ...], Help("The languages that may be named; none means all of them.")
    ] = ()
    language_only: Annotated[
        bool, Help("Whether nothing but the language may stand after the signs.")
    ] = False

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the signs of a block without a language, or what is named instead."""
        if not any(self._problem(fence.info) for fence in openings(document.text)):
            return
        for code in document.code:
            if code.info is not None and _SIGNS.match(document.text, code.span.start):
                yield from self._of(document, code)

    def _of(self, document: Document, code: Code) -> Iterator[Violation]:
        opening = _SIGNS.match(document.text, code.span.start)
        problem = self._problem(opening["info"].strip()) if opening else None
        if opening and problem:
            named = opening["info"].strip()
            part = "info" if named else "signs"
            start = opening.start(part)
            span = Span(start, start + len(named or opening["signs"]))
            yield Violation(span, problem, None, Severity.WARNING)

    def _problem(self, info: str) -> str | None:
        """Return what is wrong with what stands after the signs; None where nothing is."""
        language = info.split(maxsplit=1)[0] if info else ""
        if not language:
            return "This block of code does not say which language it is in: “text” is one, too"
        if self.allowed and language not in self.allowed:
            return f"“{language}” is none of the languages that the settings allow"
        if self.language_only and language != info:
            return f"Only the language is to stand here: “{language}”"
        return None


_SIGNS = pattern(r"(?P<signs>`{3,}|~{3,})[ \t]*(?P<info>[^\r\n]*)")
