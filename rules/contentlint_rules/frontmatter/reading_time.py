"""Rule reading-time."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Found,
    Help,
    OptionError,
    Part,
    Project,
    ProjectRule,
    Severity,
    Site,
    Violation,
    pattern,
)
from contentlint_rules.frontmatter._answers import (
    ROUNDINGS,
    WPM,
    Answer,
    Speed,
    by_program,
    by_speed,
    speed,
    speed_for,
)
from contentlint_rules.frontmatter._counting import count
from contentlint_rules.frontmatter._profiles import PROFILES, Text
from contentlint_rules.frontmatter._stated import KEYS, LINES, Stated, stated

_SLOWEST, _FASTEST = 175, 300
"""The words a minute of most adults who read silently (Brysbaert 2019, 190 studies)."""
_ENOUGH = 10
"""Pages that state a time, from which on they tell how their site counts."""
_ASKED = 20
"""Of more pages, so many at most are asked."""
_OTHER_UNITS = (60, 60_000)
"""Seconds and milliseconds of a minute."""
_OWN = {
    "Hugo": "hugo",
    "Docusaurus": "docusaurus",
    "MkDocs": "mkdocs",
    "Zola": "zola",
    "Gatsby": "gatsby",
    "Astro": "astro",
}
"""How generators count that give a reading time themselves, or in their documentation."""
# fmt: off
_Name = Literal[
    "auto", "custom", "reading-time", "hugo", "astro", "remark-reading-time", "zola", "docusaurus",
    "gatsby", "velite", "ghost", "medium", "readtime", "devto", "mkdocs", "wordpress", "eleventy",
    "time-to-read", "read-time-estimate",
]
# fmt: on
_VERSION = pattern(r"\d{1,4}(?:\.\d{1,4}){1,2}")
_SPEED_SCHEMA: Mapping[str, Any] = {
    "anyOf": [
        {"type": "integer", "minimum": 1},
        {"type": "string", "pattern": "^[1-9][0-9]{0,4} ?([wc]pm)?$"},
        {"type": "object", "additionalProperties": {"type": ["integer", "string"]}},
        {"type": "null"},
    ],
}


@dataclass(frozen=True, kw_only=True)
class ReadingTime(ProjectRule):
    """The reading time that a page states is that of its text.

    A reader who plans eight minutes and needs twenty feels cheated. A number typed by hand is
    right once, and wrong after the next edit. Looked at are keys of the front matter such as
    `readingTime`, and a line near the top such as “*Reading time: 8 minutes*”, in twelve
    languages. Nothing is asked of pages that state no time.

    Tools count at 189 to 300 words a minute, and each has its own idea of a word. Name yours as
    `profile`, or give `wpm`, and the number has to be exactly what it gives. Without either, only
    what no tool would give is flagged, less whatever is within a minute or a quarter; the message
    names the tool that most pages of the site agree with.

    The fix writes another number and leaves unit and quotes alone. In the front matter it is safe
    when `profile` or `wpm` is set and nothing in the text keeps it from being counted exactly, as
    a template does; in the text itself it is unsafe. Otherwise it is a suggestion.
    """

    name: ClassVar[str] = "reading-time"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    changes: ClassVar[Part] = Part.METADATA
    triggers: ClassVar[tuple[str, ...]] = (*KEYS, *LINES)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\nreadingTime: ⟦8⟧\n---\n\nThree short words.\n",
            good="---\nreadingTime: 1\n---\n\nThree short words.\n",
            options={"wpm": 200},
        ),
        Example(
            bad='---\nreading_time: "⟦8⟧ min read"\n---\n\nThree short words.\n',
            good='---\nreading_time: "1 min read"\n---\n\nThree short words.\n',
            options={"profile": "hugo"},
        ),
        Example(
            bad="---\nreadTime: PT⟦0⟧M\n---\n\nThree short words.\n",
            good="---\nreadTime: PT1M\n---\n\nThree short words.\n",
            options={"wpm": {"en": 238, "zh": "500cpm", "default": 200}},
        ),
        Example(
            bad="# Rye\n\n*Temps de lecture : ⟦8⟧ minutes*\n\nTrois mots courts.\n",
            good="# Rye\n\n*Temps de lecture : 1 minutes*\n\nTrois mots courts.\n",
            options={"wpm": 200},
            fixed=False,
        ),
        Example(
            bad="---\nreadingTime: ⟦12⟧\n---\n\nThree short words.\n",
            good="---\nreadingTime: 1\n---\n\nThree short words.\n",
            fixed=False,
            why="Without `profile` and `wpm` the right number is only a suggestion.",
        ),
        Example(good="---\nreadingTime: 2 min\n---\n\nThree short words.\n"),
        Example(good="---\nreadingTime: false\n---\n\nThree short words.\n", options={"wpm": 200}),
    )
    profile: Annotated[
        _Name, Help("The tool that your site counts with; `custom` counts by `wpm` alone.")
    ] = "auto"
    version: Annotated[
        str, Help("The version of Hugo, as “0.163”: from 0.166 on it reads 212 words a minute.")
    ] = ""
    wpm: Annotated[
        int | str | Mapping[str, Any] | None,
        Help(
            "Words a minute that your site counts with, or characters as “500cpm”; by language, or "
            "one for all.",
            _SPEED_SCHEMA,
        ),
    ] = None
    rounding: Annotated[
        Literal["auto", "ceil", "round", "floor"],
        Help("How a part of a minute is rounded; `auto` as the profile does, and else up."),
    ] = "auto"
    tolerance: Annotated[
        int | None,
        Help("Minutes by which the number may be off; without it none where the count is exact."),
    ] = None
    cjk: Annotated[
        int | None,
        Help("Chinese, Japanese and Korean characters a minute; without it each is a word."),
    ] = None
    keys: Annotated[tuple[str, ...], Help("Keys that state a reading time.")] = KEYS
    body: Annotated[bool, Help("Whether a line near the top of the text counts, too.")] = True

    def __post_init__(self) -> None:
        for option, least in (("cjk", 1), ("tolerance", 0)):
            value = getattr(self, option)
            whole = isinstance(value, int) and not isinstance(value, bool)
            if value is not None and not (whole and value >= least):
                raise OptionError(option, f"“{value}” is no whole number from {least}")
        if self.rounding != "auto" and self.rounding not in ROUNDINGS:
            raise OptionError("rounding", f"“{self.rounding}” is none of ceil, round and floor")
        if self.profile not in ("auto", "custom", *PROFILES):
            raise OptionError("profile", f"“{self.profile}” is no profile")
        if self.profile == "custom" and self.wpm is None:
            raise OptionError("wpm", "the profile “custom” needs it")
        if self.version and (self.profile != "hugo" or not _VERSION.fullmatch(self.version)):
            raise OptionError("version", f"“{self.version}” is no version of Hugo for profile hugo")
        _ = self._speeds

    @cached_property
    def _speeds(self) -> Mapping[str, Speed]:
        """The speeds by language; “default” for all others."""
        if isinstance(self.wpm, Mapping):
            return {language: speed(value) for language, value in self.wpm.items()}
        return {} if self.wpm is None else {"default": speed(self.wpm)}

    def glance(self, text: str) -> bool:
        """Whether a key of the site's own stands in the text."""
        return self.keys is not KEYS and any(key in text for key in self.keys)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield each stated time that is not exactly what the chosen way of counting gives."""
        if self._is_exact(document):
            text = Text(document)
            for one in stated(document, self.keys, lines=self.body):
                given = self._asked(text)
                if given and not self._accepts(one, given):
                    yield _told(document, one, given)

    def _is_exact(self, document: Document) -> bool:
        """Whether the settings say how to count this page."""
        if self.profile not in ("auto", "custom"):
            return True
        return bool(self._speeds) and speed_for(document.language, self._speeds) is not None

    def _asked(self, text: Text) -> Answer | None:
        """Return what the settings want, where they say how to count."""
        own = speed_for(text.document.language, self._speeds) if self._speeds else None
        if self.profile in ("auto", "custom"):
            return by_speed(text, own or Speed(WPM), self.cjk, self.rounding)
        return by_program(self.profile, text, version=self.version, own=own, rounding=self.rounding)

    def _accepts(self, one: Stated, given: Answer) -> bool:
        minutes = one.minutes
        if minutes is None or minutes <= 0:
            return False
        if self.tolerance is not None:
            return any(abs(minutes - each) <= self.tolerance for each in given.accepted)
        if not given.sure:
            return abs(minutes - given.expected) <= max(1, given.expected / 4)
        near = not minutes.is_integer() and abs(minutes - given.minutes) < 0.1
        return near or minutes in given.accepted

    def collect(self, document: Document) -> dict[str, Any] | None:
        """Return what times a page states, if no way of counting was chosen.

        Where one is far off, there is also what all tools give.
        """
        if self._is_exact(document):
            return None
        found = [one.minutes for one in stated(document, self.keys, lines=self.body)]
        text = Text(document)
        words = count(text.source).total if found else 0
        if not words:
            return None
        if self.tolerance is None and all(_is_likely(one, words) for one in found):
            return {"stated": found}
        given = self._at_first(text)
        minutes = {name: _minutes(name, text) for name in PROFILES}
        if given is None or all(self._may_be(one, given, minutes) for one in found):
            return {"stated": found}
        return {"stated": found, "minutes": minutes}

    def _at_first(self, text: Text) -> Answer | None:
        """Return what the generator of the site gives, or the commonest way to count."""
        if self.cjk is not None:
            return by_speed(text, Speed(WPM), self.cjk, self.rounding)
        name = _OWN.get(text.document.site.generator, "reading-time")
        return by_program(name, text, rounding=self.rounding)

    def _may_be(self, minutes: float | None, given: Answer, others: Mapping[str, int]) -> bool:
        """Whether a tool could have given a number, or it is near enough."""
        if minutes is None or minutes <= 0:
            return False
        if self.tolerance is not None:
            return abs(minutes - given.expected) <= self.tolerance
        near = abs(minutes - given.expected) <= max(1, given.expected / 4)
        return near or minutes in others.values()

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield the times that no tool would give, by the one that the site most agrees with."""
        fits: dict[Site, Fit | None] = {}
        for page, facts in project.facts.items():
            if "minutes" in facts:
                site = project.site(page)
                if site not in fits:
                    fits[site] = _fit(project, site)
                for violation in self._improbable(project.document(page), facts, fits[site]):
                    yield Found(page, violation)

    def _improbable(
        self, document: Document, facts: Mapping[str, Any], fit: "Fit | None"
    ) -> Iterator[Violation]:
        text, minutes = Text(document), facts["minutes"]
        given = by_program(fit.name, text) if fit else self._at_first(text)
        if given is None:
            return
        who = fit.who if fit else given.who
        told = "; ".join([given.told, *_others(minutes, given.who)])
        shown = given._replace(who=who, told=told, sure=False)
        for one in stated(document, self.keys, lines=self.body):
            if not self._may_be(one.minutes, given, minutes):
                yield _told(document, one, shown)


def _is_likely(minutes: float | None, words: int) -> bool:
    """Whether a number is what most readers need, or seconds or milliseconds of that."""
    if minutes is None or minutes <= 0:
        return False
    fewest, most = math.floor(words / _FASTEST), math.ceil(words / _SLOWEST)
    usual = max(1, math.ceil(words / WPM))
    others = (minutes / unit for unit in _OTHER_UNITS if minutes >= unit)
    return (
        fewest <= minutes <= most
        or abs(minutes - usual) <= max(1, usual / 4)
        or any(fewest <= each <= most for each in others)
    )


class Fit(NamedTuple):
    """How a site counts: a profile, and how many of some of its pages say what that gives."""

    name: str
    hits: int
    pages: int

    @property
    def who(self) -> str:
        """How a message names it."""
        title = PROFILES[self.name].title
        return f"{title}, with which {self.hits} of {self.pages} pages agree,"


def _fit(project: Project, site: Site) -> Fit | None:
    """Return the profile that most pages of a site agree with; of equals the best known.

    None where too few pages state a time, or too few agree. Of many pages some are asked.
    """
    pages = [page for page in sorted(project.facts) if project.site(page) == site]
    if len(pages) < _ENOUGH:
        return None
    asked = pages[:: -(-len(pages) // _ASKED)]
    hits = Counter[str]()
    for page in asked:
        text, said = Text(project.document(page)), project.facts[page]["stated"]
        hits.update(name for name in PROFILES if max(1, _minutes(name, text)) in said)
    name = max(PROFILES, key=hits.__getitem__)
    return Fit(name, hits[name], len(asked)) if hits[name] * 2 > len(asked) else None


def _minutes(name: str, text: Text) -> int:
    profile = PROFILES[name]
    return profile.rounding(profile.measure(text, profile.speed).minutes)


_SHOWN = ("hugo", "reading-time", "medium")
"""Profiles of which a message tells what they give, besides the one that it goes by."""


def _others(minutes: Mapping[str, int], who: str) -> Iterator[str]:
    """Yield what well-known tools give."""
    for name in _SHOWN:
        title = PROFILES[name].title
        if title != who:
            yield f"{title} {max(1, minutes[name])}"


def _told(document: Document, one: Stated, given: Answer) -> Violation:
    """Return the finding of a time that is not what it should be."""
    said = document[one.span]
    if one.minutes is None:
        message = f"{one.name} says “{said}”, which is no number of minutes; {given.who} gives"
        fix = Fix.suggestion(
            f"Write {given.expected}", Edit.replacement(one.span, str(given.expected))
        )
    else:
        message = f"{one.name} says {said}, {given.who} gives"
        fix = _rewritten(document, one, given)
    return Violation(one.span, f"{message} {given.expected} ({given.told})", fix)


def _rewritten(document: Document, one: Stated, given: Answer) -> Fix:
    """Return the fix that writes other digits: as sure as the count and the place are."""
    edit = Edit.replacement(one.span, str(given.expected))
    title = f"Write {given.expected}"
    if not given.sure:
        return Fix.suggestion(title, edit)
    if one.key and _changes_alone(document, one.key, edit):
        return Fix.safe(title, edit)
    return Fix.unsafe(title, edit)


def _changes_alone(document: Document, key: str, edit: Edit) -> bool:
    """Whether an edit changes the value of one key of the front matter and nothing else."""
    before, text, span = document.front_matter, document.text, edit.span
    if before is None:
        return False
    head = text[: span.start] + edit.content + text[span.end : before.span.end]
    after = Document(document.path, head).front_matter
    if after is None or after.data.keys() != before.data.keys():
        return False
    return all(after.data[name] == before.data[name] for name in before.data if name != key)
