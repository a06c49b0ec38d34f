"""The lines that chat products put round what they answer, and where a text holds them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint import Span, pattern


class Frame(NamedTuple):
    """One kind of line. A new kind is one more entry in ``FRAMES``, and examples.

    ``pattern`` is that of a whole line or of several, less the blanks round it; it has no groups
    that capture and repeats nothing without a bound. ``said`` is the message. ``needless``: the
    line says nothing to a reader, so that it may go; ``after``: only behind a line that begins so.
    ``markup``: Markdown reads it as raw HTML. ``closes``: the line that ends what this one begins;
    both go. ``together``: it counts only where a line of that kind is too. ``since``: the
    year from which on pages have it; None where that is not known.
    """

    name: str
    pattern: str
    triggers: tuple[str, ...]
    said: str
    needless: bool = False
    after: str = ""
    markup: bool = False
    closes: str = ""
    together: str = ""
    since: int | None = None


_SHEETS = (
    r"Export to Sheets|Exporter vers Sheets|Exportar a Hojas de c[áa]lculo|Exportar para (?:as )?"
    r"Planilhas|In Google Tabellen exportieren|Esporta in Fogli|Exporteren naar Spreadsheets"
    r"|Google スプレッドシートにエクスポート|スプレッドシートにエクスポート|导出到 Google 表格"
    r"|匯出到試算表|Sheets로 내보내기|Экспортировать в Таблицы"
)
_COPY = (
    r"Copy code|Copier le code|Copiar c[óo]digo|Code kopieren|Copia codice|Copiëer code"
    r"|复制代码|複製程式碼|コードをコピーする|코드 복사|Копировать код"
)
_LANGUAGE = r"[A-Za-z][\w+#.-]{0,15}"
_NAMES = r"(?:ChatGPT|Gemini|Claude|Copilot|Grok|DeepSeek|Perplexity)"
_LEAD = r"(?:#{1,6}[ \t]{1,4})?(?:\*\*)?"
_SAID = r"(?:said|a dit|dijo|disse|hat gesagt|sagte|zei)[ \xa0\u202f]?:"

FRAMES = (
    Frame(
        name="writing",
        since=2026,
        pattern=r":::[ \t]{0,4}\w{1,30}\{[ \t]{0,4}varian\w{0,3}[ \t]{0,4}=[ \t]{0,4}[\"“”«„]"
        r"[^}\n]{0,400}\}",
        triggers=("varian",),
        said="This line was left by ChatGPT round a piece of writing; readers see it as text",
        needless=True,
        closes=":::",
    ),
    Frame(
        name="perplexity_logo",
        pattern=r"<img src=\"https://r2cdn\.perplexity\.ai/pplx-full-logo[^>\n]{0,200}>",
        triggers=("pplx-full-logo",),
        said="Perplexity's logo stands on top of what is copied from it",
        needless=True,
        markup=True,
    ),
    Frame(
        name="perplexity_notes",
        pattern=r"<span style=\"display: ?none\">(?:\[\^\d{1,4}_\d{1,4}\]){1,500}</span>",
        triggers=("[^",),
        said="This hidden line of notes was left by Perplexity; nobody sees it",
        needless=True,
        markup=True,
    ),
    Frame(
        name="perplexity_end",
        pattern=r"<div (?:align=\"center\"|style=\"text-align: ?center;?\")>⁂</div>",
        triggers=("⁂",),
        said="This sign was left by Perplexity at the end of an answer",
        needless=True,
        markup=True,
    ),
    Frame(
        name="gemini_sheets",
        pattern=_SHEETS,
        triggers=(
            "o Sheets",
            "rs Sheets",
            "Hojas de c",
            "Planilhas",
            "Google Tabellen",
            "in Fogli",
            "Spreadsheets",
            "スプレッドシートに",
            "导出到",
            "匯出到",
            "Sheets로",
            "в Таблицы",
        ),
        said="This is a button below a table in Gemini; here readers see it as text",
        needless=True,
        after="|",
    ),
    Frame(
        name="copy_button",
        pattern=rf"{_LANGUAGE}[ \t]*\r?\n(?:{_COPY}|Copy\r?\nEdit|CopyEdit)"
        r"|[a-z][a-z0-9+#.-]{0,15}[ \t]*\r?\nCopy",
        triggers=(
            "\nCopy",
            "\nCopi",
            "\nCode kop",
            "\n复制代码",
            "\n複製程式碼",
            "\nコードをコピー",
            "\n코드 복사",
            "\nКопировать",
        ),
        said="This is the button above a block of code in a chat: the code below it was copied "
        "without its marks, so put a line of ``` before and after it",
    ),
    Frame(
        name="answer",
        pattern=rf"{_LEAD}{_NAMES} {_SAID}(?:\*\*)?",
        triggers=(
            "ChatGPT ",
            "Gemini ",
            "Claude ",
            "Copilot ",
            "Grok ",
            "DeepSeek ",
            "Perplexity ",
        ),
        said="This is the heading of an answer in a chat: is a copied conversation meant here?",
    ),
    Frame(
        name="question",
        pattern=rf"{_LEAD}(?:You said|Vous avez dit|Has dicho|Dijiste|Você disse|Hai detto"
        rf"|Du hast gesagt|Du sagtest)[ \xa0\u202f]?:(?:\*\*)?",
        triggers=(
            "ChatGPT ",
            "Gemini ",
            "Claude ",
            "Copilot ",
            "Grok ",
            "DeepSeek ",
            "Perplexity ",
        ),
        said="This is the heading of a question in a chat: is a copied conversation meant here?",
        together="answer",
    ),
    Frame(
        name="thoughts",
        pattern=r"</?think(?:ing)?>",
        triggers=("<think", "</think"),
        said="This is where the notes that an assistant makes before it answers begin or end: "
        "remove the notes",
        markup=True,
    ),
    Frame(
        name="artifact",
        pattern=r"</?ant(?:Artifact|Thinking)\b[^>]{0,500}>",
        triggers=("antArtifact", "antThinking"),
        said="This was left by Claude round a piece of writing; it is of no use on a page",
        markup=True,
    ),
    Frame(
        name="call",
        pattern=r"</?(?:antml:\w{1,30}|function_calls|tool_call)\b[^>]{0,300}>",
        triggers=("<antml:", "</antml:", "<function_calls", "</function_calls", "<tool_call"),
        said="This was left by an assistant that was using a program; it is of no use on a page",
        markup=True,
    ),
)
TRIGGERS = tuple(dict.fromkeys(trigger for frame in FRAMES for trigger in frame.triggers))


class Line(NamedTuple):
    """A line of a frame, or several; ``end`` is that of a pair, where there is one."""

    span: Span
    frame: Frame
    end: Span | None = None


_BY_NAME = {frame.name: frame for frame in FRAMES}
_ANY = pattern(
    "^[ \t]{0,3}(?:"
    + "|".join(f"(?P<{frame.name}>{frame.pattern})" for frame in FRAMES)
    + r")(?=[ \t]*\r?$)",
    re.MULTILINE,
)
_CLOSING = {
    frame.name: pattern(rf"^[ \t]{{0,3}}({re.escape(frame.closes)})[ \t]*\r?$", re.MULTILINE)
    for frame in FRAMES
    if frame.closes
}


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of a text that are part of a frame, in order."""
    endings: dict[str, list[Span]] = {}
    for match in _ANY.finditer(text):
        frame, span = _BY_NAME[match.lastgroup or ""], Span(*match.span(match.lastgroup or 0))
        if frame.closes and frame.name not in endings:
            found = _CLOSING[frame.name].finditer(text, span.end)
            endings[frame.name] = [Span(*one.span(1)) for one in found][::-1]
        yield Line(span, frame, _ending(endings.get(frame.name, []), span))


def _ending(endings: list[Span], span: Span) -> Span | None:
    """Return the next of the ends, which stand in backward order; it is used up then."""
    while endings and endings[-1].start < span.end:
        endings.pop()
    return endings.pop() if endings else None
