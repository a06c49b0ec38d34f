"""Numbers that count nothing: parts of names, addresses, code, versions, places in a book."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal

from contentlint.numbers.quantity import Quantity
from contentlint.numbers.wordset import words_in
from contentlint.span import Span, merged


class Places:
    """Spans that are asked whether another meets one of them."""

    __slots__ = ("_starts", "spans")

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = merged(spans)
        self._starts = [span.start for span in self.spans]

    def meets(self, span: Span) -> bool:
        """Whether a span shares a code point with one of these."""
        at = bisect_right(self._starts, span.end - 1) - 1
        return at >= 0 and self.spans[at].end > span.start


_ENDING = r"\.(?:mdx?|html?|png|jpe?g|gif|webp|svg|pdf|ya?ml|json|csv|pptx|docx|xlsx)\b"
_ADDRESSES = r"(?:https?://|www\.)\S{1,2000}|(?<!\S)[(\"']?\.{0,2}(?:/[\w.%~-]{1,100}){2,20}[/\w]|"
_NAMED = rf"[\w./-]{{1,200}}{_ENDING}|[\w.+-]{{1,64}}@[\w-]{{1,64}}\.\w{{2,10}}|"
_OTHERS = (
    r"`[^`\n]{1,500}`"
    r"|\[\^?\d{1,3}(?:[-–, ]{1,2}\d{1,3}){0,9}\]"
    r"|\b[vV](?:er(?:sion)?)?\.? ?\d+(?:\.\d+)*\w*"
    r"|(?<![\d.,])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)"
    r"|(?<![\d.,])\d{1,2}\.\d{1,2}\.\d{1,2}(?!\d|\.\d)"
    r"|#[0-9A-Fa-f]{1,8}\b"
    r"|\b(?:HTTP|OAuth|TLS|USB|IPv|UTF|ISO|RFC|DIN|EN|IEC|CVE|ISBN|ISSN|PMID|doi)"
    r"[ /:-]{0,2}[\dX][\dX./-]*"
    r"|\b10\.\d{4,9}/\S{1,200}"
    r"|(?<!\w)\+\d[\d ()./-]{7,20}\d"
    r"|(?<!\d)0\d(?:[ .-]\d\d){4}(?!\d)"
    r"|(?<!\d)\(?\d{3}\)?[ .-]\d{3}-\d{4}(?!\d)"
    r"|\b(?:24/7|50/50|9/11)\b"
    r"|\b\d{1,9}:\d{1,9}\b|\b\d{1,9}\s?[x×]\s?\d{1,9}\b"
    r"|\b\d{1,2}(?::[0-5]\d)?\s?(?:[ap]\.?m\.?\b|o['’]clock|Uhr\b)"
    r"|^[ \t]{0,8}(?:\d{1,3}[.)]|\(\d{1,3}\))\s"
)
_MASKED = re.compile(_ADDRESSES + _NAMED + _OTHERS, re.MULTILINE)
_MASKED_PLAINLY = re.compile(_ADDRESSES + _OTHERS, re.MULTILINE)
"""The same where no file or mailbox is named: to look for one at each letter takes long."""
_NAMES = re.compile(f"@|{_ENDING}")


def masks(text: str) -> Places:
    """Return where numbers are no quantities, whatever they say."""
    masked = _MASKED if _NAMES.search(text) else _MASKED_PLAINLY
    return Places(Span(*match.span()) for match in masked.finditer(text))


_LABELS = re.compile(
    r"(?:§{1,2}|#|\b(?:no|nos|nr|num|n|nº|n°|number|numéro|número|nummer|numero|article|articles|artículo|artigo|articolo"
    r"|artikel|art|section|sections|sección|seção|secção|sezione|abschnitt|chapter|chapters|chapitre"
    r"|capítulo|capitolo|kapitel|figure|figures|fig|figura|abbildung|abb|table|tables|tableau|tabla"
    r"|tabela|tabella|tabelle|page|pages|página|pagina|seite|seiten|pp?|vol|volume|band|tome|step"
    r"|étape|paso|schritt|passo|level|niveau|nivel|stufe|version|release|annex|annexe|anexo"
    r"|appendix|anhang|part|partie|parte|teil|phase|fase|line|ligne|zeile|room|route|question|frage"
    r"|episode|épisode|episodio|folge|season|saison|staffel|temporada|type|typ|tipo|class|grade"
    r"|unit|item|point|rule|appendice|paragraph|paragraphe|paragraf|absatz|alinéa|issue|chapitres"
    r"|kilometre marker|interstate|highway|exit|platform|gate|channel|area|district"
    r"|division))\.?[ \u00a0]?\Z",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_\u2e80-\uffff]")
"""Letters of scripts that set words apart."""
_GLUED = re.compile(r"(?:[^\W\d_\u2e80-\uffff]|[A-Z]\w{0,20}[-‑–_/.]|_)\Z")
_CAPITAL = re.compile(r"([A-ZÀ-ÞÉ][\w’'.-]{1,30}|[A-Z])[ \u00a0]\Z")
_SENTENCE = re.compile(r"(?:\A|[.!?…:;«“\"(]\s?|\n|[-–—*]\s)[\s*_]{0,4}\Z")
_COUNTED = re.compile(r"[ \u00a0](?:[a-zà-ÿ]{3,})")


def is_name(quantity: Quantity, text: str) -> bool:
    """Whether a number is part of a name or of a label: “iPhone 12”, “GPT-3.5”, “article 5”."""
    if quantity.unit == "time" or not quantity.values or _is_age(quantity):
        return True
    start, end = quantity.span.start, quantity.span.end
    if not quantity.written[0].isdecimal():
        return False
    before = text[max(0, start - 34) : start]
    if _GLUED.search(before) or _joined_behind(text, end):
        return True
    if quantity.unit not in {"", "year", "ordinal"}:
        return False
    return bool(quantity.unit != "ordinal" and _LABELS.search(before)) or _is_title(
        quantity, text, before
    )


def _is_age(quantity: Quantity) -> bool:
    """Whether this is “in her 20s”."""
    return quantity.unit == "decade" and not quantity.written[3:4].isdecimal()


def _joined_behind(text: str, end: int) -> bool:
    """Whether letters touch the number from behind: “3D”, “737MAX”, “5G”."""
    after = text[end : end + 2]
    return _LETTER.match(after) is not None or after[:1] == "_" or after in {"-D", ".x"}


def _is_title(quantity: Quantity, text: str, before: str) -> bool:
    """Whether a bare number follows a capitalised word inside a sentence: “Apollo 11”."""
    if quantity.unit or not quantity.written.isdecimal():
        return False
    capital = _CAPITAL.search(before)
    if not capital:
        return False
    at = quantity.span.start - len(capital[0])
    return (
        not _SENTENCE.search(text[max(0, at - 8) : at]) and capital[1].lower() not in _PREPOSITIONS
    )


_PREPOSITIONS = words_in(
    "in on at of to by the a from and with over about im am von um der die das"
)


def weighed(quantity: Quantity) -> Quantity:
    """Mark what is too common to ask a source for: “two”, “second”, “half”."""
    value = quantity.values[0] if quantity.values else None
    small = isinstance(value, Decimal) and value <= 10 and value == int(value)
    weak = (small and quantity.unit in {"", "ordinal", "x"}) or quantity.written.lower() in _HALF
    return quantity._replace(weak=weak) if weak else quantity


_HALF = words_in("half halves moitié mitad hälfte metà metade")
